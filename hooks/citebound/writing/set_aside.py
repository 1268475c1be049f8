"""Entries of ``set_aside`` written into ``source.yml``, and taken out of it (docs/format.md,
Coverage).

What else the file has, comments and their places included, stays as its editor wrote it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import groupby

import yaml

from citebound.model import Source, Span

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
    told = Counter(_words(source, sentence.span) for sentence in source.sentences)
    for sentence in wanted:
        if held[sentence.paragraph] < every[sentence.paragraph]:
            words = _words(source, sentence.span)
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


def with_entries(text: str, entries: Collection[str]) -> str:
    """A ``source.yml`` with further entries at the end of its ``set_aside``."""
    listed = _listed(text)
    if listed is None or not listed.value:
        return f"{_without_key(text).rstrip()}\nset_aside:\n" + "".join(
            f"  - {entry}\n" for entry in entries
        )
    if listed.flow_style:
        return with_entries(_in_lines(text, listed), entries)
    last = listed.value[-1]
    at = _end_of_line(text, _last_of(last).end_mark.index)
    indent = text[_line_start(text, last.start_mark.index) : last.start_mark.index]
    indent = indent[: indent.index("-")]
    lines = "".join(f"{indent}- {entry}\n" for entry in entries)
    return f"{text[:at]}{'' if text[:at].endswith(chr(10)) else chr(10)}{lines}{text[at:]}"


def without_used(text: str, source: Source, used: Collection[Span]) -> str:
    """A ``source.yml`` whose ``set_aside`` has none of the sentences that are used: an entry of
    paragraphs becomes those that say the same of the others.
    """
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
    listed = _listed(text)
    if not changed or listed is None:
        return text
    if listed.flow_style:
        kept = [
            entry
            for item in listed.value
            for entry in changed.get(
                _place(item), [text[item.start_mark.index : item.end_mark.index]]
            )
        ]
        cleared = _without_key(text)
        return with_entries(cleared, kept) if kept else cleared
    if all(changed.get(_place(item)) == [] for item in listed.value):
        return _without_key(text)
    for item in reversed(listed.value):
        entries = changed.get(_place(item))
        if entries is not None:
            start = _line_start(text, item.start_mark.index)
            end = _end_of_line(text, _last_of(item).end_mark.index)
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


# --- the file -------------------------------------------------------------------------------


def _fields(text: str) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if isinstance(root, yaml.MappingNode):
        yield from root.value


def _listed(text: str) -> yaml.SequenceNode | None:
    """The list of ``set_aside`` in a file."""
    for key, value in _fields(text):
        if key.value == "set_aside" and isinstance(value, yaml.SequenceNode):
            return value
    return None


def _without_key(text: str) -> str:
    """A file without its ``set_aside``."""
    for key, value in _fields(text):
        if key.value == "set_aside":
            end = _end_of_line(text, _last_of(value).end_mark.index)
            return text[: key.start_mark.index] + text[end:]
    return text


def _in_lines(text: str, listed: yaml.SequenceNode) -> str:
    """A file whose list, written within brackets, has a line for each entry."""
    entries = [text[item.start_mark.index : item.end_mark.index] for item in listed.value]
    return with_entries(_without_key(text), entries)


def _last_of(node: yaml.Node) -> yaml.Node:
    """The last value within a node; a node in braces or brackets ends with itself."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last_of(last[1] if isinstance(last, tuple) else last)
    return node


def _place(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _end_of_line(text: str, at: int) -> int:
    """Where the line ends that holds the character before ``at``, its break included."""
    end = text.find("\n", max(0, at - 1))
    return len(text) if end < 0 else end + 1
