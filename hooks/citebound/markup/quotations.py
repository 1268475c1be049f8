"""Quotations and citations: what is between the marks, and what a citation names.

A quotation is words, cuts ``[…]``, insertions ``[words]`` and changed letters ``[b]y``; a
citation names sources with a locator each (docs/quoting.md). Everything has its
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
from citebound.text.marks import first_marked
from citebound.text.patterns import Pattern

_TARGET = Pattern(
    r"@?(?P<id>[^\s,;@]+)(?:,\s*para\.?\s*(?P<para>\d{1,6})(?:,\s*(?P<nth>\d{1,4})(?:st|nd|rd|th))?)?"
)
_ID = Pattern(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_CUT = Pattern(r"\[(?:…|\.\.\.)\]")
_PIECE = Pattern(
    rf"(?P<cut>{_CUT.pattern})"
    r"|\[(?!…\]|\.\.\.\])(?P<inside>[^\[\]^@][^\[\]]*)\](?![(\[])"
)
_MARKUP = Pattern(
    r"\*(?=\S)|(?<=\S)\*|~~|(?<![~\p{L}\p{N}])~(?=[^\s~])[^~\n]*[^\s~]~(?!~)|`"
    r"|(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])|\]\(|\]\[|\\\""
    r"|<(?:/?[A-Za-z][^<>]*>|!--|![A-Za-z\[]|\?)"
    r"|<(?:[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*|[\w.+-]+@[\w.-]+)>"
)
"""What GitHub would read as Markdown where no backslash is before it."""

_ESCAPE = Pattern(r"\\([!#-/:-@\[-`{-~])")
"""A backslash and the character that it makes an ordinary one; none makes a quotation mark one."""

_ADDRESS = Pattern(
    r"(?<=[\s(])(?:(?:https?|ftp)://|www\.)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+[^\s<\x00]*"
)
"""An address that GitHub makes a link of, as it is written: nothing in it is emphasis."""

LONGEST_INSERTION = 8
"""How many words an insertion may have."""

MOST_PARTS = 60
"""Of how many stretches of words, cuts and insertions a quotation may be made."""

FAULT = "markup-in-quotation"
"""The finding after which a quotation with words is not bound any more."""


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
        fault=next((p for p in problems if p.code == FAULT or not parts), None),
        typed=_read(placed.text[first:last]),
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
    # The marks, and what a backslash makes ordinary, are neither words nor white space here.
    typed = f"\0{masked(text[first:last])}\0"
    markup = _MARKUP.search(_ADDRESS.sub(_without_emphasis, typed))
    if markup:
        sign = markup.group()[:1]
        problems.append(
            Problem(
                lines.place(placed.at(first - 1 + markup.start())),
                "markup-in-quotation",
                "there is Markdown inside this quotation",
                "a quotation mark needs no backslash: type the mark itself"
                if sign == "\\"
                else "quote the words alone: no emphasis, code, links between the marks; "
                f"a {sign} that the source itself has is written \\{sign}",
            )
        )
    parts: list[Part] = []
    at = first
    for found in _PIECE.finditer(typed):
        start, end = found.start() + first - 1, found.end() + first - 1
        parts += _words(placed, at, start)
        if found["cut"]:
            parts.append(Part(PartKind.CUT, "", placed.span(start, end)))
        else:
            parts.append(_bracketed(placed, (start, end), (first, last), lines))
        at = end
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
        yield Part(PartKind.WORDS, _read(placed.text[start:end]), placed.span(start, end))


def _read(typed: str) -> str:
    """What is typed between quotation marks as it is read: its escapes are resolved."""
    return _ESCAPE.sub(r"\1", typed)


def masked(typed: str) -> str:
    """What is typed between quotation marks, with two U+0000 for each escape."""
    return _ESCAPE.sub("\0\0", typed)


def _without_emphasis(address: regex.Match[str]) -> str:
    return regex.sub(r"[*_~]", "x", address.group())


def citations_inside(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The citations between two offsets of a run, each with its place."""
    for found in CITATION.finditer(masked(text[start:end])):
        yield start + found.start(), text[start + found.start() : start + found.end()]


def _bracketed(
    placed: Placed, place: tuple[int, int], within: tuple[int, int], lines: LineMap
) -> Part:
    """An insertion or a changed letter at a ``place`` of the words ``within`` two offsets."""
    (start, end), text = place, placed.text
    span = placed.span(start, end)
    inside = _read(text[start + 1 : end - 1])
    after_word = start > within[0] and is_word(text[start - 1])
    before_word = end < within[1] and is_word(text[end])
    touches = after_word or before_word
    fault: Problem | None = None
    if touches and (len(inside) != 1 or after_word or not before_word):
        fault = Problem(
            lines.place(span.start),
            "touching-insertion",
            f"{text[start:end]} touches a word and is not one letter in the other case",
            "put spaces around an insertion; only [b]y for the source's By may touch",
        )
    elif first_marked(inside) is not None:
        fault = Problem(
            lines.place(span.start),
            "quoting-insertion",
            f"there are quotation marks in this insertion: {text[start:end]}",
            "an insertion is in your own words: remove the marks; what a source says is quoted "
            "outside the brackets",
        )
    elif len(inside.split()) > LONGEST_INSERTION:
        fault = Problem(
            lines.place(span.start),
            "long-insertion",
            f"this insertion has more than {LONGEST_INSERTION} words",
            "say it in your own words outside the quotation marks",
        )
    return Part(PartKind.BRACKET, inside, span, touches, fault)
