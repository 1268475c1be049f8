"""The table of a body, from its tokens: each row with its cells, none of which is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from citebound.markup.gathering import Gathered, Within
from citebound.markup.nesting import Nested, TokenLines, placed_of
from citebound.markup.placed import Placed
from citebound.markup.runs import read_run
from citebound.model.tree import Cell, Row, Side, Table
from citebound.text.patterns import Pattern

_TWO_PIPES = Pattern(r"(?<!\\)(?:\\\\)+\|")


def table_of(node: Nested, within: Within, gathered: Gathered, lines: TokenLines) -> Table:
    """The table of some tokens; what is wrong with its rows is reported."""
    rows = [row for part in node.inner for row in part.inner]
    head, *others = rows
    return Table(
        lines.span(node.token),
        _row(head, within, gathered, lines, head=True),
        tuple(_row(row, within, gathered, lines, head=False) for row in others),
    )


def _row(node: Nested, within: Within, gathered: Gathered, lines: TokenLines, *, head: bool) -> Row:
    cells = []
    extra: tuple[Placed, ...] = node.token.meta.get("extra", ())
    if extra:
        gathered.report(
            extra[0].at(0),
            "this row has more cells than the head of its table: the rest would not be shown",
            "add a column to the head, or remove the cell",
        )
    line: Placed = node.token.meta["line"]
    if pipes := _TWO_PIPES.search(line.text):
        gathered.report(
            line.at(pipes.start()),
            "renderers disagree about two backslashes before a pipe",
            "remove them, or leave one for a pipe that belongs to its cell",
        )
    for cell in node.inner:
        placed = placed_of(cell)
        read = read_run(placed, gathered.lines, within.scope, gathered.not_ends)
        side = str(cell.token.attrs.get("style", "")).removeprefix("text-align:")
        run = gathered.keep(read, within)
        cells.append(Cell(run, cast("Side", side)))
        if not head:
            gathered.keep_sentences(read, run, replace(within, item=True))
    span = lines.span(node.token)
    return Row(span, tuple(cells), tuple(cell.span(0, len(cell.text)) for cell in extra))
