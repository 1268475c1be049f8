"""The brackets of a quotation: each is tried as the source's own first, and is ours otherwise.

The source's own are looked for directly before or after the words beside them, and printed as
its words. What is ours stands for nothing, for some words, or for one letter in the other case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citebound.model import Part, PartKind, SegmentKind
from citebound.text.folding import SPACES, fold


@dataclass(frozen=True, slots=True)
class Element:
    """A part of a quotation, folded, white space at its ends dropped.

    A bracket that cannot be ours is only looked for as the source's ``own``; ``tight`` says
    whether it then touches the words before it and those after it.
    """

    kind: PartKind
    text: str
    touches: bool
    own: bool = False
    tight: tuple[bool, bool] = (False, False)


def elements_of(parts: Sequence[Part]) -> list[Element]:
    """The parts of a quotation as they are looked for."""
    elements = []
    for number, part in enumerate(parts):
        if part.kind is PartKind.WORDS:
            words = fold(part.text).text.strip(" ")
            if words:
                elements.append(Element(part.kind, words, touches=False))
        elif part.fault is None:
            elements.append(Element(part.kind, part.text, part.touches))
        else:
            before, after = parts[:number][-1:], parts[number + 1 :][:1]
            tight = (_is_tight(before, -1), _is_tight(after, 0))
            elements.append(Element(part.kind, part.text, part.touches, own=True, tight=tight))
    return elements


def _is_tight(beside: Sequence[Part], end: int) -> bool:
    """Whether a part beside a bracket is words that touch it, with their last or first letter."""
    return any(part.kind is PartKind.WORDS and part.text[end] not in SPACES for part in beside)


Raw = tuple[SegmentKind, str, tuple[int, int] | None]


def lead_of(text: str, before: list[Element], at: int, floor: int) -> tuple[Raw, ...] | None:
    """What stands for the brackets before the first words, or ``None`` where they do not fit.
    Nothing is looked for before ``floor``.
    """
    lead: list[Raw] = []
    for element in reversed(before):
        literal = _literal_before(text, element, at, floor)
        if literal is not None:
            lead.append((SegmentKind.SOURCE_BRACKET, "", literal))
            at = literal[0]
        elif element.own:
            return None
        elif not element.touches:
            lead.append((SegmentKind.INSERTION, element.text, None))
        elif is_same_letter(text, at - 1, element.text):
            lead.append((SegmentKind.INSERTION, element.text, (at - 1, at)))
            at -= 1
        else:
            return None
    return tuple(reversed(lead))


def _literal_before(text: str, element: Element, at: int, floor: int) -> tuple[int, int] | None:
    """Where a bracket is in the source itself, directly before ``at``."""
    if element.kind is not PartKind.BRACKET:
        return None
    end = at - 1 if text[at - 1 : at] == " " and not element.tight[1] else at
    bracket = fold(f"[{element.text}]").text
    begin = end - len(bracket)
    return (begin, end) if begin >= floor and text.startswith(bracket, begin) else None


def is_same_letter(text: str, at: int, letter: str) -> bool:
    """Whether ``text[at]`` is ``letter`` in the other case."""
    return (
        at >= 0
        and len(letter) == 1
        and text[at] != letter
        and text[at].casefold() == letter.casefold()
    )


def literal_after(text: str, element: Element, at: int, limit: int) -> tuple[int, int] | None:
    """Where a bracket (or a cut) is in the source itself, directly after ``at``."""
    begin = at + 1 if text[at : at + 1] == " " and not element.tight[0] else at
    inside = (element.text,) if element.kind is PartKind.BRACKET else ("…", "...")
    for words in inside:
        bracket = fold(f"[{words}]").text
        if text.startswith(bracket, begin) and begin + len(bracket) <= limit:
            return begin, begin + len(bracket)
    return None


def own_before(
    text: str, run: list[Element], at: int, floor: int
) -> tuple[list[Element], tuple[Raw, ...]]:
    """The elements of a run, and those of its last brackets that the source has before ``at``."""
    own: list[Raw] = []
    rest = list(run)
    while rest and (literal := _literal_before(text, rest[-1], at, floor)):
        own.append((SegmentKind.SOURCE_BRACKET, "", literal))
        at = literal[0]
        rest.pop()
    return rest, tuple(reversed(own))


def standing_for(run: list[Element], where: tuple[int, int], *, any_words: bool) -> tuple[Raw, ...]:
    """A cut takes the dropped words; without one, the first insertion stands for them."""
    holder = next((i for i, e in enumerate(run) if e.kind is PartKind.CUT), 0)
    return tuple(
        (SegmentKind.CUT, "", where if i == holder else None)
        if e.kind is PartKind.CUT
        else (SegmentKind.INSERTION, e.text, where if i == holder and any_words else None)
        for i, e in enumerate(run)
    )
