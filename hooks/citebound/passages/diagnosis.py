"""Diagnosis: why a quotation that is not in its source is not there, and what to type.

Called only for quotations that were refused; it decides nothing, it explains.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from citebound.model import Part, PartKind, Span, Target
from citebound.passages.locating import Refusal, locators, without_trailing, words_of
from citebound.passages.matching import (
    MAX_CUT_WORDS,
    Match,
    SearchableSource,
    count_words,
    find,
    occurrences,
)
from citebound.passages.nearest import CASE_DIFFERS, Near, WordIndex, nearest_passage
from citebound.text.characters import hidden
from citebound.text.edges import is_edge
from citebound.text.folding import Folded, fold
from citebound.text.patterns import Pattern

_DOTS = Pattern(r"\(?(?:…|\.\s?\.\s?\.)\)?")


@lru_cache(maxsize=64)
def _index(folded: Folded) -> WordIndex:
    return WordIndex.of(folded)


def diagnose(
    searchable: SearchableSource,
    parts: Sequence[Part],
    target: Target,
    searchables: Mapping[str, SearchableSource],
) -> Refusal:
    """Why the parts of a quotation were not found on ``searchable``."""
    words = [fold(part.text).text.strip(" ") for part in parts if part.kind is PartKind.WORDS]
    return (
        _elsewhere(searchable, parts, target.paragraph)
        or _letters(searchable, parts)
        or _dots(searchable, parts)
        or _parts_alone(searchable, parts, words)
        or _plain(searchable, words)
        or _in_another(searchable, parts, searchables)
        or _not_there(searchable, parts, words)
    )


def _elsewhere(
    searchable: SearchableSource, parts: Sequence[Part], paragraph: int | None
) -> Refusal | None:
    """The words are there, but not in the paragraph that the citation names."""
    if paragraph is None:
        return None
    found = find(searchable, parts) or _find_shorter(searchable, parts)
    if not found:
        return None
    return Refusal(
        "wrong-locator",
        f"these words are not in paragraph {paragraph} of {searchable.source.id}",
        f"they are in {locators(searchable.source.id, found)}",
        tuple(match.extent for match in found),
    )


def _in_another(
    searchable: SearchableSource, parts: Sequence[Part], searchables: Mapping[str, SearchableSource]
) -> Refusal | None:
    """The words are those of another source."""
    for name, other in searchables.items():
        if name != searchable.source.id and other.source.quotable and find(other, parts):
            return Refusal(
                "changed-quotation",
                f"these words are not in {searchable.source.id}",
                f"they are in {name}: write [@{name}]",
            )
    return None


def _not_there(searchable: SearchableSource, parts: Sequence[Part], words: list[str]) -> Refusal:
    """The words are nowhere as they are: what is most like them."""
    # Of a quotation with cuts, the part that is not there by itself is the one to explain.
    text = searchable.folded.text
    missing = [part for part in words if part not in text] if len(words) > 1 else []
    wanted = missing[0] if missing else fold(words_of(parts)).text
    near = nearest_passage(searchable.folded, _index(searchable.folded), wanted, searchable.source)
    there = tuple(
        searchable.folded.span(at, at + len(part))
        for part in (words if missing else ())
        if (at := text.find(part)) >= 0
    )
    return _changed(searchable, near, there, wanted, several=len(parts) > 1)


def _letters(searchable: SearchableSource, parts: Sequence[Part]) -> Refusal | None:
    """A letter is in brackets although the source has the same letter."""
    plain: list[Part] = []
    for part in parts:
        last = plain[-1] if plain else None
        if part.touches or (last and last.kind is part.kind is PartKind.WORDS):
            words = plain.pop().text if last and last.kind is PartKind.WORDS else ""
            plain.append(Part(PartKind.WORDS, words + part.text, part.span))
        else:
            plain.append(part)
    if len(plain) == len(parts) or not (found := find(searchable, tuple(plain))):
        return None
    letters = ", ".join(f"[{part.text}]" for part in parts if part.touches)
    return Refusal(
        "changed-quotation",
        f"{letters} marks a letter as changed, but {searchable.source.id} has the same letter",
        "remove the brackets",
        tuple(match.extent for match in found),
    )


def _dots(searchable: SearchableSource, parts: Sequence[Part]) -> Refusal | None:
    """Dots without brackets take the place of words of the source: a cut, wrongly written."""
    marked: list[Part] = []
    for part in parts:
        pieces = _DOTS.split(part.text) if part.kind is PartKind.WORDS else [part.text]
        for number, piece in enumerate(pieces):
            if number:
                marked.append(Part(PartKind.CUT, "", part.span))
            if piece.strip() or part.kind is not PartKind.WORDS:
                marked.append(Part(part.kind, piece, part.span, part.touches))
    while marked and marked[-1].kind is PartKind.CUT:
        marked.pop()
    while marked and marked[0].kind is PartKind.CUT:
        marked.pop(0)
    if tuple(marked) == tuple(parts) or not (found := find(searchable, tuple(marked))):
        return None
    return Refusal(
        "changed-quotation",
        f"these words are not in {searchable.source.id} with dots between them",
        "write a cut in brackets: […]; leave out dots at the ends",
        tuple(match.extent for match in found),
    )


def _find_shorter(searchable: SearchableSource, parts: Sequence[Part]) -> tuple[Match, ...]:
    shorter = without_trailing(parts)
    return find(searchable, shorter[0]) if shorter else ()


def _plain(searchable: SearchableSource, words: list[str]) -> Refusal | None:
    """The words are there as one run, but they may not be quoted like that."""
    text = searchable.folded.text
    run = " ".join(words)
    for tried in (run, run.rstrip(".,")):
        for at in occurrences(text, tried) if tried else ():
            span = searchable.folded.span(at, at + len(tried))
            source = searchable.source
            if source.paragraph_at(span.start) != source.paragraph_at(span.end - 1):
                return Refusal(
                    "two-paragraphs",
                    "this quotation runs past the end of a paragraph of "
                    f"{source.id} (text.txt, line {source.line_at(span.start)})",
                    "make it two quotations, one in each paragraph",
                    (span,),
                )
            if not (is_edge(text, at) and is_edge(text, at + len(tried))):
                return _inside_word(searchable, at, at + len(tried))
    return None


def _inside_word(searchable: SearchableSource, start: int, end: int) -> Refusal:
    """The refusal of words that begin or end inside a word, and the whole words."""
    source, span = searchable.source, searchable.folded.span(start, end)
    whole = " ".join(_widened(searchable, start, end).of(source.text).split())
    return Refusal(
        "inside-word",
        "this quotation begins or ends inside a word",
        f"the source has “{whole}” (text.txt, line {source.line_at(span.start)})",
        (span,),
    )


def _widened(searchable: SearchableSource, start: int, end: int) -> Span:
    text = searchable.folded.text
    while start > 0 and not is_edge(text, start):
        start -= 1
    while end < len(text) and not is_edge(text, end):
        end += 1
    return searchable.raw(start, end)


def _parts_alone(
    searchable: SearchableSource, parts: Sequence[Part], words: list[str]
) -> Refusal | None:
    """Each part of a cut quotation is there by itself: why they are not one quotation."""
    if len(words) < 2 or not any(part.kind is PartKind.CUT for part in parts):
        return None
    text = searchable.folded.text
    words = [*words[:-1], words[-1] if words[-1] in text else words[-1].rstrip(".,")]
    places: list[int] = []
    for part in words:
        after = places[-1] + len(words[len(places) - 1]) if places else 0
        places.append(next(occurrences(text, part, after), text.find(part)))
    if -1 in places:
        return None
    source = searchable.source
    spans = tuple(
        searchable.folded.span(at, at + len(part)) for at, part in zip(places, words, strict=True)
    )
    numbers = [source.paragraph_at(span.start) for span in spans]
    if places != sorted(places):
        return Refusal(
            "cut-order",
            f"the parts of this quotation are in another order in {source.id}",
            "put them in the order of the source",
            spans,
        )
    if len(set(numbers)) > 1:
        return Refusal(
            "two-paragraphs",
            "the parts of this quotation are in different paragraphs: "
            + ", ".join(f"para. {number}" for number in numbers),
            "make each part a quotation of its own",
            spans,
        )
    longest = max(
        count_words(text[a + len(part) : b])
        for a, b, part in zip(places, places[1:], words, strict=False)
    )
    if longest > MAX_CUT_WORDS:
        return Refusal(
            "cut-too-long",
            f"a cut takes out {longest} words; the limit is {MAX_CUT_WORDS}",
            "make it two quotations",
            spans,
        )
    for at, part in zip(places, words, strict=True):
        if not (is_edge(text, at) and is_edge(text, at + len(part))):
            return _inside_word(searchable, at, at + len(part))
    return None


def _changed(
    searchable: SearchableSource,
    near: Near | None,
    there: tuple[Span, ...],
    words: str,
    *,
    several: bool,
) -> Refusal:
    """The refusal of words that are not there; ``there`` are the spans of parts that are."""
    source = searchable.source
    if near is None:
        return Refusal(
            "changed-quotation",
            f"these words are not in {source.id}, nor anything like them",
            "copy the words from text.txt, or write your own words without quotation marks",
            there,
        )
    if near.difference:
        what = f"{near.kind}: {near.difference}"
    elif several:
        what = "the words are there, but not with these changes between them"
    else:
        what = "only white space differs"
    true = " ".join(near.span.of(source.text).split())
    unseen = ", ".join(dict.fromkeys(name for _, name in hidden(words)))
    letter = (
        f"; or write [{words[0]}] for the source's {true[0]}"
        if near.kind == CASE_DIFFERS and words[0] != true[0]
        else ""
    )
    return Refusal(
        "changed-quotation",
        f"these words are not in {source.id}: {what}",
        f"the source has (text.txt, line {near.line}): “{true}”{letter}"
        + (f"; yours has characters that the eye cannot tell apart: {unseen}" if unseen else ""),
        (near.span, *there),
    )
