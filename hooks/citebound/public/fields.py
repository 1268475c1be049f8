"""Text fields of what editors write apart from the prose, whatever they are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from citebound.model import Document, Source, Subject, Text

_OF_THE_SOURCE = frozenset({"text", "title", "publisher", "author", "url"})
"""What a source's description has from the source itself, and is published as such."""


def searchables(value: object) -> Iterator[Text]:
    """Every text in a value of the model, in the order of its fields, documents left out.

    Nothing is listed by name, so that a field which is added tomorrow is read as well.
    """
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Mapping):
        for held in value.values():
            yield from searchables(held)
    elif isinstance(value, tuple):
        for held in value:
            yield from searchables(held)
    elif is_dataclass(value) and not isinstance(value, (Document, type)):
        for field in fields(value):
            yield from searchables(getattr(value, field.name))


def rows_of(value: object) -> Iterator[tuple[Text, ...]]:
    """The texts of a value as a reader has them one after the other: those of one field, also
    where it is a field of each value of a list.
    """
    rows: dict[tuple[str, ...], list[Text]] = {}
    _fill(value, (), rows)
    yield from map(tuple, rows.values())


def _fill(value: object, path: tuple[str, ...], rows: dict[tuple[str, ...], list[Text]]) -> None:
    if isinstance(value, Text):
        rows.setdefault(path, []).append(value)
    elif isinstance(value, Mapping):
        for held in value.values():
            _fill(held, path, rows)
    elif isinstance(value, tuple):
        for held in value:
            _fill(held, path, rows)
    elif is_dataclass(value) and not isinstance(value, (Document, type)):
        for field in fields(value):
            _fill(getattr(value, field.name), (*path, field.name), rows)


def our_texts_of(value: Subject | Source) -> Iterator[Text]:
    """The texts of a subject, or of a source's description, that are in an editor's words."""
    if not isinstance(value, Source):
        yield from searchables(value)
        return
    for field in fields(value):
        if field.name not in _OF_THE_SOURCE:
            yield from searchables(getattr(value, field.name))
