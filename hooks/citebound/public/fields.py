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


def our_texts_of(value: Subject | Source) -> Iterator[Text]:
    """The texts of a subject, or of a source's description, that are in an editor's words."""
    if not isinstance(value, Source):
        yield from searchables(value)
        return
    for field in fields(value):
        if field.name not in _OF_THE_SOURCE:
            yield from searchables(getattr(value, field.name))
