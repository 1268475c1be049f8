"""Quotations and citations: what is between the marks, and what a citation names.

A quotation is words, cuts ``[…]``, insertions ``[words]`` and changed letters ``[b]y``; a
citation names sources with a locator each (docs/format.md, "Quotations"). Everything has its
offsets in the file; what cannot be read is a finding at its place.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citebound.markup.inline_rules import CITATION
from citebound.markup.placed import Placed
from citebound.model import Citation, LineMap, Part, PartKind, Quotation, Target, Text
from citebound.problems import Problem
from citebound.text.edges import is_word

_TARGET = regex.compile(
    r"@?(?P<id>[^\s,;@]+)(?:,\s*para\.?\s*(?P<para>\d{1,6})(?:,\s*(?P<nth>\d{1,4})(?:st|nd|rd|th))?)?"
)
_ID = regex.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_CUT = regex.compile(r"\[(?:…|\.\.\.)\]")
_PIECE = regex.compile(
    rf"(?P<cut>{_CUT.pattern})"
    r"|\[(?!…\]|\.\.\.\])(?P<inside>[^\[\]^@][^\[\]]*)\](?![(\[])"
)
_MARKUP = regex.compile(
    r"\*|~~|`|(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])|\]\(|\]\["
    r"|\\[!-/:-@\[-`{-~]|<(?:/?[A-Za-z][^<>]*>|!--|\?)"
    r"|<(?:[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*|[\w.+-]+@[\w.-]+)>|\b(?:https?|ftp)://"
)
LONGEST_INSERTION = 8
"""How many words an insertion may have."""

MOST_PARTS = 60
"""Of how many stretches of words, cuts and insertions a quotation may be made."""

FAULTS = ("markup-in-quotation", "touching-insertion")
"""The findings after which a quotation with words is not bound any more."""


def citation_of(text: str, start: int, placed: Placed, lines: LineMap) -> Citation | Problem:
    """The citation ``text``, which is at ``start`` of a run, or why it cannot be read."""
    span = placed.span(start, start + len(text))
    inside = CITATION.fullmatch(text)
    assert inside is not None
    targets = []
    at = start + 1
    for piece in ("@" + inside["inside"]).split(";"):
        lead = len(piece) - len(piece.lstrip())
        target = _TARGET.fullmatch(piece.strip())
        if target is None or not _ID.fullmatch(target["id"]):
            return Problem(
                lines.place(span.start),
                "citation-form",
                f"{text} is not a citation",
                "write [@source-id], [@source-id, para. 9], "
                "[@source-id, para. 9, 2nd] or [@one; @other]",
            )
        begin = at + lead + (1 if piece.strip().startswith("@") else 0)
        targets.append(
            Target(
                Text(target["id"], lines.place(placed.at(begin))),
                int(target["para"]) if target["para"] else None,
                int(target["nth"]) if target["nth"] else None,
            )
        )
        at += len(piece) + 1
    return Citation(tuple(targets), span)


def quotation_of(
    placed: Placed, start: int, end: int, lines: LineMap, scope: str, marks: int = 1
) -> tuple[Quotation, list[Problem]]:
    """The quotation whose outer marks (each ``marks`` long) are at the ends of a stretch of
    a run. ``scope`` says what holds it.
    """
    first, last = start + marks, end - marks
    parts, problems = _parts(placed, first, last, lines)
    quotation = Quotation(
        placed.span(start, end),
        placed.span(first, last),
        parts,
        scope,
        lines.place(placed.at(start)),
        fault=next((p for p in problems if p.code in FAULTS or not parts), None),
        typed=placed.text[first:last],
    )
    return quotation, problems


def _parts(
    placed: Placed, first: int, last: int, lines: LineMap
) -> tuple[tuple[Part, ...], list[Problem]]:
    """The words, cuts and brackets between two offsets of a block."""
    text = placed.text
    problems: list[Problem] = []
    if not text[first:last].strip():
        problem = Problem(
            lines.place(placed.at(first - 1 if first else 0)),
            "empty-quotation",
            "there is nothing between these quotation marks",
            "remove the marks, or put the source's words between them",
        )
        return (), [problem]
    markup = _MARKUP.search(text, first, last)
    if markup:
        problems.append(
            Problem(
                lines.place(placed.at(markup.start())),
                "markup-in-quotation",
                "there is Markdown inside this quotation",
                "quote the words alone: no emphasis, code, links or escapes between the marks",
            )
        )
    parts: list[Part] = []
    at = first
    for found in _PIECE.finditer(text, first, last):
        parts += _words(placed, at, found.start())
        part, slips = _bracketed(placed, found, first, last, lines)
        parts.append(part)
        problems += slips
        at = found.end()
    parts += _words(placed, at, last)
    if len(parts) > MOST_PARTS:
        problem = Problem(
            lines.place(placed.at(first)),
            "markup-in-quotation",
            f"this quotation has more than {MOST_PARTS} cuts, insertions and stretches of words",
            "divide it into several quotations",
        )
        return (), [problem]
    edges = [part for part in parts[:1] + parts[1:][-1:] if part.kind is PartKind.CUT]
    problems += (
        Problem(
            lines.place(edge.span.start),
            "cut-at-edge",
            "a quotation neither begins nor ends with a cut",
            "begin with the first word quoted and end with the last; remove this […]",
        )
        for edge in edges
    )
    # The words between are looked for all the same: one slip is one finding.
    parts = [part for part in parts if part not in edges]
    if not problems and all(part.kind is not PartKind.WORDS for part in parts):
        problem = Problem(
            lines.place(placed.at(max(first - 1, 0))),
            "empty-quotation",
            "there are no words of a source between these quotation marks",
            "quote words of the source as well",
        )
        return (), [problem]
    return tuple(parts), problems


def _words(placed: Placed, start: int, end: int) -> Iterator[Part]:
    """The words between two brackets, if there are any."""
    if placed.text[start:end].strip():
        yield Part(PartKind.WORDS, placed.text[start:end], placed.span(start, end))


def _bracketed(
    placed: Placed, found: regex.Match[str], first: int, last: int, lines: LineMap
) -> tuple[Part, list[Problem]]:
    """A cut, an insertion or a changed letter of a quotation that is between two offsets."""
    span = placed.span(found.start(), found.end())
    if found["cut"]:
        return Part(PartKind.CUT, "", span), []
    inside, problems = found["inside"], []
    after_word = found.start() > first and is_word(placed.text[found.start() - 1])
    before_word = found.end() < last and is_word(placed.text[found.end()])
    touches = after_word or before_word
    if len(inside.split()) > LONGEST_INSERTION:
        problems.append(
            Problem(
                lines.place(span.start),
                "long-insertion",
                f"this insertion has more than {LONGEST_INSERTION} words",
                "say it in your own words outside the quotation marks",
            )
        )
    if touches and (len(inside) != 1 or after_word or not before_word):
        problems.append(
            Problem(
                lines.place(span.start),
                "touching-insertion",
                f"{found.group()} touches a word and is not one letter in the other case",
                "put spaces around an insertion; only [b]y for the source's By may touch",
            )
        )
    return Part(PartKind.BRACKET, inside, span, touches), problems
