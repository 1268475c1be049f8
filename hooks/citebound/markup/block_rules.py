"""Rules for blocks: markdown-it-py's own, which note where their lines begin, and footnotes.

markdown-it-py knows the lines of its blocks, but not where inline text is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from markdown_it import rules_block as rules
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from citebound.markup.placed import Placed
from citebound.model import Span
from citebound.text.patterns import Pattern

BlockRule = Callable[[StateBlock, int, int, bool], bool]

_DEFINITION = Pattern(r"\[\^(?P<name>[^\]\s]+)\]:")
_PIPE = Pattern(r"(?<!\\)\|")


def placing(rule: BlockRule) -> BlockRule:
    """A rule whose inline tokens know where their lines begin in the file."""

    def placed(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        count = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        for token in () if silent else state.tokens[count:]:
            if token.type == "inline" and token.map and "placed" not in token.meta:
                token.meta["placed"] = lines_of(state, range(*token.map))
        return True

    return placed


def lines_of(state: StateBlock, numbers: range) -> Placed:
    """Some lines of a block without their indent, and without what is before it."""
    body: int = state.env["body"]
    starts, origins, words, at = [], [], [], 0
    for number in numbers:
        begin = state.bMarks[number] + state.tShift[number]
        line = state.src[begin : max(begin, state.eMarks[number])]
        starts.append(at)
        origins.append(body + begin)
        words.append(line)
        at += len(line) + 1
    return Placed("\n".join(words).rstrip(" \t\n"), tuple(starts), tuple(origins))


def heading(rule: BlockRule) -> BlockRule:
    """ATX headings: their words are between the number signs."""

    def heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        if not rule(state, start, end, silent):
            return False
        if not silent:
            inline = state.tokens[-2]
            begin = state.bMarks[start] + state.tShift[start]
            begin = state.skipCharsStr(begin, "#")
            at = state.src.index(inline.content, begin) if inline.content else begin
            origin = int(state.env["body"]) + at
            inline.meta["placed"] = Placed(inline.content, (0,), (origin,))
        return True

    return heading


def table(rule: BlockRule) -> BlockRule:
    """Tables: each cell as it was typed, and what a row has too much of."""

    def table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        count = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        cells: Iterator[Placed] = iter(())
        row = Token("", "", 0)
        for token in () if silent else state.tokens[count:]:
            if token.type == "tr_open":
                assert token.map is not None
                row = token
                row.meta["line"] = lines_of(state, range(*token.map))
                cells = iter(cells_of(row.meta["line"]))
            elif token.type == "tr_close":
                row.meta["extra"] = tuple(cells)
            elif token.type == "inline":
                empty = Placed("", (0,), (int(state.env["body"]) + state.bMarks[start],))
                token.meta["placed"] = next(cells, empty)
        return True

    return table


def cells_of(line: Placed) -> Iterator[Placed]:
    """The cells of a row, as markdown-it-py splits it: a pipe after a backslash belongs to its
    cell. For GitHub it does not after two, which is a finding.
    """
    text = line.text
    pipes = [found.start() for found in _PIPE.finditer(text)]
    edges = [-1, *pipes, len(text)]
    pieces = [(a + 1, b) for a, b in pairwise(edges)]
    if pieces and not text[slice(*pieces[0])].strip():
        pieces.pop(0)
    if pieces and not text[slice(*pieces[-1])].strip() and pipes:
        pieces.pop()
    for start, end in pieces:
        words = text[start:end]
        lead = len(words) - len(words.lstrip(" \t"))
        yield line.stretch(start + lead, start + max(lead, len(words.rstrip(" \t"))))


def reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Link reference definitions: found, so that they can be refused, and never used."""
    env = state.env
    state.env = {}
    try:
        found: bool = rules.reference(state, start, end, silent)
    finally:
        state.env = env
    if found and not silent:
        token = state.push("reference", "", 0)
        token.map = [start, state.line]
    return found


def footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """A footnote's definition, also right under a paragraph, as GitHub reads it. Further
    paragraphs of it are indented by four columns.
    """
    begin = state.bMarks[start] + state.tShift[start]
    if state.is_code_block(start):
        return False
    label = _DEFINITION.match(state.src, begin, state.eMarks[start])
    if label is None or silent:
        return label is not None
    opening = state.push("footnote_open", "", 1)
    opening.meta["name"] = label["name"]
    opening.meta["label"] = Span(*(int(state.env["body"]) + at for at in label.span()))
    kept = (state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType)
    after = label.end()
    pos = state.skipSpaces(after)
    state.bMarks[start], state.tShift[start] = after, pos - after
    state.blkIndent += 4
    state.sCount[start] = state.blkIndent
    state.parentType = "footnote"
    state.md.block.tokenize(state, start, end)
    state.blkIndent -= 4
    state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType = kept
    if state.line <= start:
        state.line = start + 1  # a definition without a word
    opening.map = [start, state.line]
    state.push("footnote_close", "", -1)
    return True
