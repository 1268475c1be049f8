"""The places that stand under a block quotation: each is one of its words, and none is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.proof.made.derived import Derived, NoPassageError, folded
from citebound.proof.made.ground import Ground
from citebound.proof.nodes import Element

_PLACE = re.compile(r"(?:.*/)?sources/(?P<source>[^/#]+)/#q-(?P<locus>[0-9_-]+)\Z")
_NUMBERED = re.compile(r"para\. (\d+)\Z")


def named_in(figure: Element, ground: Ground) -> tuple[Derived, ...]:
    """The passages to whose places what stands under a block quotation leads."""
    return tuple(passage for _, passage in _places(figure, ground) if passage is not None)


def misplaced(figure: Element, ground: Ground) -> Iterator[str]:
    """What is wrong with these places."""
    shown = [*_shown(figure, ground)]
    said = {_words(passage) for passage in shown}
    named = set()
    for link, passage in _places(figure, ground):
        ground.see("paragraph")
        number = _NUMBERED.search(link.words)
        if passage is None or _words(passage) not in said:
            yield f"{link.get('href')} is not the place of words that are quoted above it"
        elif number is None or int(number[1]) != passage.paragraph:
            yield f"“{link.words}” is said of {passage.identity}"
        else:
            named.add((passage.source.id, passage.paragraph))
    for passage in shown:
        if (passage.source.id, passage.paragraph) not in named:
            yield f"the place of {passage.identity} is not named under it"


def _shown(figure: Element, ground: Ground) -> Iterator[Derived]:
    for element in figure.elements():
        if identity := element.get("data-quote"):
            try:
                yield ground.passage(identity)
            except NoPassageError:
                continue


def _places(figure: Element, ground: Ground) -> Iterator[tuple[Element, Derived | None]]:
    """Each link to a place, with the passage that stands there."""
    for link in figure.elements():
        if "cb-in-place" not in (link.get("class") or "").split():
            continue
        found = _PLACE.fullmatch(link.get("href") or "")
        try:
            locus = found["locus"].replace("_", ",") if found else ""
            passage = ground.passage(f"{found['source']}:{locus}") if found else None
        except NoPassageError:
            passage = None
        yield link, passage


def _words(passage: Derived) -> str:
    return folded(" ".join(passage.words))
