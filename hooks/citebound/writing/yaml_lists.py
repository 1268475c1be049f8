"""Entries of a list in an editor's YAML: put in and taken out, with all else as it was written."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import yaml


class UnchangeableError(Exception):
    """Why a file is one that no program should change."""


def kept(before: str, after: str, key: str) -> str:
    """A file after a change of the list of ``key``, if it says the same as before of all else.

    Raises :class:`UnchangeableError` for a file that a change of this sort would damage.
    """
    try:
        said, says = (yaml.load(text, Loader=yaml.BaseLoader) for text in (before, after))  # noqa: S506, values as texts
    except yaml.YAMLError:
        raise UnchangeableError from None
    said, says = said or {}, says or {}
    if not isinstance(said, dict) or not isinstance(says, dict):
        raise UnchangeableError
    if {**said, key: None} != {**says, key: None}:
        raise UnchangeableError
    if _comments(before) > _comments(after):
        raise UnchangeableError
    return after


def _comments(text: str) -> int:
    """How many signs of comments a file has: those that stand in no value."""
    tokens = (token for token in yaml.scan(text) if isinstance(token, yaml.ScalarToken))
    in_values = sum(text.count("#", t.start_mark.index, t.end_mark.index) for t in tokens)
    return text.count("#") - in_values


def with_entries(text: str, key: str, entries: Collection[str]) -> str:
    """A file with further entries at the end of the list of a top-level key.

    Raises :class:`UnchangeableError` where that cannot be done without harm.
    """
    try:
        return kept(text, _with_entries(text, key, entries), key)
    except (yaml.YAMLError, ValueError):
        raise UnchangeableError from None


def _with_entries(text: str, key: str, entries: Collection[str]) -> str:
    listed = listed_in(text, key)
    if listed is None or not listed.value:
        lines = "".join(f"  - {entry}\n" for entry in entries)
        return f"{without_key(text, key).rstrip()}\n{key}:\n{lines}"
    if listed.flow_style:
        return _with_entries(_in_lines(text, key, listed), key, entries)
    last = listed.value[-1]
    at = end_of_line(text, last_of(last).end_mark.index)
    indent = text[line_start(text, last.start_mark.index) : last.start_mark.index]
    indent = indent[: indent.index("-")]
    lines = "".join(f"{indent}- {entry}\n" for entry in entries)
    return f"{text[:at]}{'' if text[:at].endswith(chr(10)) else chr(10)}{lines}{text[at:]}"


def listed_in(text: str, key: str) -> yaml.SequenceNode | None:
    """The list of a top-level key."""
    for name, value in _fields(text):
        if name.value == key and isinstance(value, yaml.SequenceNode):
            return value
    return None


def without_key(text: str, key: str) -> str:
    """A file without a top-level key and its value."""
    for name, value in _fields(text):
        if name.value == key:
            end = end_of_line(text, last_of(value).end_mark.index)
            return text[: name.start_mark.index] + text[end:]
    return text


def last_of(node: yaml.Node) -> yaml.Node:
    """The last value within a node; a node in braces or brackets ends with itself."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return last_of(last[1] if isinstance(last, tuple) else last)
    return node


def place_of(node: yaml.Node) -> tuple[int, int]:
    """The line and the column where a node begins, both from 1."""
    return node.start_mark.line + 1, node.start_mark.column + 1


def line_start(text: str, at: int) -> int:
    """Where the line of a character begins."""
    return text.rfind("\n", 0, at) + 1


def end_of_line(text: str, at: int) -> int:
    """Where the line ends that holds the character before ``at``, its break included."""
    end = text.find("\n", max(0, at - 1))
    return len(text) if end < 0 else end + 1


def _fields(text: str) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if isinstance(root, yaml.MappingNode):
        yield from root.value


def _in_lines(text: str, key: str, listed: yaml.SequenceNode) -> str:
    """A file whose list, written within brackets, has a line for each entry."""
    entries = [text[item.start_mark.index : item.end_mark.index] for item in listed.value]
    return _with_entries(without_key(text, key), key, entries)
