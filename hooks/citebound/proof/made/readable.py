"""Which words of a source may be read, decided a second time from its rights and what is bound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate

from citebound.model import Passage, Source, Span
from citebound.problems import Problem
from citebound.proof.made.ground import differs
from citebound.public.access import Access

_HIDDEN = "\0"


def open_sentences(source: Source, passages: Iterable[Passage]) -> frozenset[Span]:
    """The sentences of a source that may be read, where these of its passages are published."""
    if source.rights == "full":
        return frozenset(sentence.span for sentence in source.sentences)
    if source.rights != "passages":
        return frozenset()
    used = _covered(source, (s for p in passages if not p.term for s in p.spans))
    return frozenset(
        sentence.span
        for sentence in source.sentences
        if used[sentence.span.end] > used[sentence.span.start]
    )


def _covered(source: Source, spans: Iterable[Span]) -> list[int]:
    """How many characters before each offset of a text lie in some of these spans."""
    return [0, *accumulate(_inside(source, spans))]


def _inside(source: Source, spans: Iterable[Span]) -> list[bool]:
    """Whether each character of a text lies in some of these spans."""
    steps = [0] * (len(source.text) + 1)
    for span in spans:
        steps[span.start] += 1
        steps[span.end] -= 1
    return [depth > 0 for depth in accumulate(steps[:-1])]


def access_again(
    access: Access, shown: Source, source: Source, passages: list[Passage], *, preview: bool
) -> Iterator[Problem]:
    """What may be read of a source though its rights do not allow it, or the other way round."""
    whole = preview or source.rights == "full"
    mine = open_sentences(source, passages)
    every = frozenset(sentence.span for sentence in source.sentences)
    terms = [s for p in passages if p.term and source.rights == "passages" for s in p.spans]
    is_open = [True] * len(source.text) if whole else _inside(source, (*mine, *terms))
    text = "".join(
        letter if may or letter.isspace() else _HIDDEN
        for letter, may in zip(source.text, is_open, strict=True)
    )
    published = every if source.rights == "full" else mine
    share = sum(map(len, published)) / max(sum(map(len, every)), 1)
    says = {
        "level": (access.level, source.rights),
        "sentences": (access.sentences, every if whole else mine),
        "stretches that are not shown": (access.withheld, () if whole else _stretches(text)),
        "share": (round(access.share, 9), 1.0 if source.rights == "full" else round(share, 9)),
        "preview": (access.more_than_published, preview and source.rights != "full"),
        "text": (shown.text, text),
    }
    for name, (has, wanted) in says.items():
        if has != wanted:
            yield differs(
                source.path, f"the {name} that may be read differ from what the rights say"
            )


def _stretches(text: str) -> tuple[Span, ...]:
    """The stretches of a text without a letter that may be read, white space at their ends out."""
    found: list[Span] = []
    start = end = -1
    for at, letter in enumerate(text):
        if letter == _HIDDEN:
            start, end = (at if start < 0 else start), at + 1
        elif not letter.isspace() and start >= 0:
            found.append(Span(start, end))
            start = -1
    return (*found, Span(start, end)) if start >= 0 else tuple(found)
