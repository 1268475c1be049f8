"""Entries of ``set_aside`` written into ``source.yml``, and taken out of it (docs/format.md,
Coverage).

What else the file has, comments and their places included, stays as its editor wrote it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection
from itertools import groupby

import yaml

from citebound.model import Source, Span
from citebound.writing.yaml_lists import (
    UnchangeableError,
    end_of_line,
    kept,
    last_of,
    line_start,
    listed_in,
    place_of,
    with_entries,
    without_key,
)

KEY = "set_aside"

_PLAIN = re.compile(
    r"(?!(?:y|n|yes|no|on|off|true|false|null)\Z)[^\W\d_][\w ’()-]*[\w)]", re.IGNORECASE
)
"""A value that needs no quotation marks in YAML, within braces either."""


def entries_for(source: Source, spans: Collection[Span], reason: str) -> list[str]:
    """The fewest entries that set these sentences of a source aside: paragraphs that are whole
    as ranges, then the other sentences.
    """
    every = Counter(sentence.paragraph for sentence in source.sentences)
    wanted = [sentence for sentence in source.sentences if sentence.span in spans]
    held = Counter(sentence.paragraph for sentence in wanted)
    whole = [number for number in sorted(held) if held[number] == every[number]]
    why = _value(reason)
    written: list[tuple[int, str]] = []
    for _, run in groupby(enumerate(whole), key=lambda numbered: numbered[1] - numbered[0]):
        numbers = [number for _, number in run]
        first, last = numbers[0], numbers[-1]
        where = f"{first}-{last}" if last > first else f"{first}"
        written.append((first, f"{{para: {where}, reason: {why}}}"))
    beside = Counter((s.paragraph, _words(source, s.span)) for s in source.sentences)
    told = Counter(_words(source, sentence.span) for sentence in source.sentences)
    for sentence in wanted:
        words = _words(source, sentence.span)
        alike = beside[sentence.paragraph, words]
        # No entry can name one of two sentences of a paragraph that have the same words.
        if held[sentence.paragraph] < every[sentence.paragraph] and alike == 1:
            where = f", para: {sentence.paragraph}" if told[words] > 1 else ""
            written.append(
                (
                    sentence.paragraph,
                    f"{{sentence: {_quoted(words)}{where}, reason: {why}}}",
                )
            )
    return [entry for _, entry in sorted(written, key=lambda entry: entry[0])]


def headings_entry(reason: str) -> str:
    """The entry that sets all headings aside."""
    return f"{{headings: all, reason: {_value(reason)}}}"


def without_used(text: str, source: Source, used: Collection[Span]) -> str:
    """A ``source.yml`` whose ``set_aside`` has none of the sentences that are used: an entry of
    paragraphs becomes those that say the same of the others.

    Raises :class:`~citebound.writing.yaml_lists.UnchangeableError`.
    """
    try:
        return kept(text, _without_used(text, source, used), KEY)
    except (yaml.YAMLError, ValueError):
        raise UnchangeableError from None


def _without_used(text: str, source: Source, used: Collection[Span]) -> str:
    held: dict[tuple[int, int], list[Span]] = {}
    reasons: dict[tuple[int, int], str] = {}
    for aside in source.set_aside:
        if not aside.heading:
            place = (aside.place.line, aside.place.column)
            held.setdefault(place, []).append(aside.span)
            reasons[place] = str(aside.reason)
    changed = {
        place: entries_for(source, [span for span in spans if span not in used], reasons[place])
        for place, spans in held.items()
        if any(span in used for span in spans)
    }
    listed = listed_in(text, KEY)
    if not changed or listed is None:
        return text
    if listed.flow_style:
        rest = [
            entry
            for item in listed.value
            for entry in changed.get(
                place_of(item), [text[item.start_mark.index : item.end_mark.index]]
            )
        ]
        cleared = without_key(text, KEY)
        return with_entries(cleared, KEY, rest) if rest else cleared
    if all(changed.get(place_of(item)) == [] for item in listed.value):
        return without_key(text, KEY)
    for item in reversed(listed.value):
        entries = changed.get(place_of(item))
        if entries is not None:
            start = line_start(text, item.start_mark.index)
            end = end_of_line(text, last_of(item).end_mark.index)
            dash = text[start : item.start_mark.index]
            dash = dash[: dash.index("-") + 1]
            text = text[:start] + "".join(f"{dash} {entry}\n" for entry in entries) + text[end:]
    return text


def _words(source: Source, span: Span) -> str:
    return " ".join(span.of(source.text).split())


def _value(words: str) -> str:
    return words if _PLAIN.fullmatch(words) else _quoted(words)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
