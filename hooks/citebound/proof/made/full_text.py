"""The text of a source on its page, compared with the pinned text: each sentence, each letter,
and which passage each letter leads to.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise, zip_longest

from citebound.model import Sentence, Source, Span
from citebound.pages.page import Page
from citebound.problems import Problem
from citebound.proof.made.figures import Figures
from citebound.proof.made.ground import differs
from citebound.proof.nodes import Element, with_single_spaces

Letters = list[tuple[str, frozenset[str]]]
"""Letters, each with where it may lead; ``{""}`` is nowhere."""

Told = tuple[str, str, Letters]
"""A sentence: whether it is used, its words, and its letters without white space."""

_NOWHERE = frozenset(("",))
_WITHHELD = "withheld", "", list[tuple[str, frozenset[str]]]()


def full_text_again(page: Page, body: Element, figures: Figures) -> Iterator[Problem]:
    """What of the text of a source on its page is not as it was pinned."""
    source = figures.things.get(page.address)
    if not isinstance(source, Source):
        return
    shown = [e for e in body.elements() if e.get("class") == "cb-fulltext"]
    access = figures.whole.public.access[source.id]
    if len(shown) != int(access.quotable or access.readable):
        yield differs(page.address, "the text of the source is missing, or stands there twice")
    figures.whole.ground.see("text of a source")
    for text in shown:
        yield from _compared(page, text, source, figures)


def _compared(page: Page, text: Element, source: Source, figures: Figures) -> Iterator[Problem]:
    found = [p for p in text.children if isinstance(p, Element)]
    numbered = groupby(source.sentences, key=lambda sentence: sentence.paragraph)
    wanted = {f"p-{number}": [*sentences] for number, sentences in numbered}
    if [p.get("id") for p in found] != [*wanted]:
        yield differs(page.address, "the text does not have each paragraph in order")
        return
    for paragraph, sentences in zip(found, wanted.values(), strict=True):
        shown = [e for e in paragraph.children if isinstance(e, Element)][1:]
        for one, sentence in zip_longest(shown, sentences):
            said = None if one is None else _shown(one)
            true = None if sentence is None else _true(sentence, source, figures)
            if said is None or true is None or not _is_same(said, true):
                words = (said and said[1]) or "nothing"
                must = (true and true[1]) or "nothing that may be read"
                yield differs(page.address, f"“{words[:80]}” stands where “{must[:80]}” must")
                return


def _is_same(said: Told, true: Told) -> bool:
    return said[:2] == true[:2] and all(
        letter == known and leads <= may
        for (letter, leads), (known, may) in zip_longest(
            said[2], true[2], fillvalue=("", frozenset())
        )
    )


def _shown(element: Element) -> Told:
    """A sentence as it is shown."""
    state = (element.get("class") or "").removeprefix("cb-text-").removeprefix("cb-")
    if state == "withheld":
        return _WITHHELD
    pieces = [*_pieces(element, _NOWHERE)]
    letters = [(letter, leads) for words, leads in pieces for letter in words if letter.strip()]
    return state, with_single_spaces("".join(words for words, _ in pieces)), letters


def _pieces(element: Element, leads: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    if element.tag == "a":
        leads = frozenset(((element.get("href") or "").removeprefix("#"),))
    for child in element.children:
        if isinstance(child, str):
            yield child, leads
        else:
            yield from _pieces(child, leads)


def _true(sentence: Sentence, source: Source, figures: Figures) -> Told:
    """A sentence as the pinned text has it, cut where passages begin and end. A stretch leads to
    the passage that has most of the sentence.
    """
    whole = sentence.span
    if not figures.whole.public.access[source.id].may_read(whole):
        return _WITHHELD
    spans = [
        (Span(max(span.start, whole.start), min(span.end, whole.end)), passage.anchor)
        for span, passage in figures.in_sentences[source.id].get(whole, ())
    ]
    aside = whole in figures.set_aside[source.id]
    letters: Letters = []
    edges = {whole.start, whole.end, *(e for span, _ in spans for e in (span.start, span.end))}
    beginning: dict[int, list[tuple[Span, str]]] = {}
    for span, name in spans:
        beginning.setdefault(span.start, []).append((span, name))
    over: list[tuple[Span, str]] = []
    for start, end in pairwise(sorted(edges)):
        over = [found for found in over if found[0].end > start] + beginning.get(start, [])
        most = max((len(span) for span, _ in over), default=0)
        may = frozenset(name for span, name in over if len(span) == most) or _NOWHERE
        letters += [(letter, may) for letter in source.text[start:end] if letter.strip()]
    state = "used" if spans else "aside" if aside else "neither"
    return state, " ".join(whole.of(source.text).split()), letters
