"""Which paragraphs of a plain text are headings (docs/format.md, Coverage).

A text has no markup, so this goes by form alone, and says nothing of a paragraph in doubt: a
title that asks something, a list and the rows of a table are no headings here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from citebound.model import Sentence, Span
from citebound.text.edges import clusters, is_unspaced
from citebound.text.patterns import Pattern

MOST_WORDS, MOST_CLUSTERS = 12, 40
"""How long a heading is at most: words, or clusters of a script without spaces."""

MOST_TOGETHER = 2
"""So many headings stand one below the other; more of them are a list or a table."""

_STOPPED = Pattern(r"[.!?…．。｡।॥۔።։၊။][\p{Pe}\p{Pf}\p{Pi}\"'’”]*\Z")
_ITEM = Pattern(r"[\p{Pd}•‣◦▪·*]|(?:By|Автор:?) \p{Lu}|.*[\t|]", regex.DOTALL)


def headings_of(
    text: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence]
) -> tuple[Span, ...]:
    """The paragraphs of a text that are headings: one short sentence in one line, which ends
    without a full stop and stands, with at most one other, before a paragraph that is none.
    """
    held = [0] * len(paragraphs)
    for sentence in sentences:
        held[sentence.paragraph - 1] += 1
    short = [
        count == 1 and _is_like_one(span.of(text))
        for count, span in zip(held, paragraphs, strict=True)
    ]
    return tuple(paragraphs[number] for number in _before_others(short))


def _before_others(short: Sequence[bool]) -> Iterator[int]:
    """The places of what is short, where few of them stand before something that is not."""
    run: list[int] = []
    for number, is_short in enumerate(short):
        if is_short:
            run.append(number)
            continue
        if len(run) <= MOST_TOGETHER:
            yield from run
        run = []


def _is_like_one(words: str) -> bool:
    words = words.strip()
    if not words or "\n" in words or _STOPPED.search(words) or _ITEM.match(words):
        return False
    if any(map(is_unspaced, words)):
        return clusters(words) <= MOST_CLUSTERS
    return len(words.split()) <= MOST_WORDS
