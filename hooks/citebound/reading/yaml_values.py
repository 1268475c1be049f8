"""What YAML holds once it is read: texts, lists and mappings that know their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from citebound.model import Text
from citebound.problems import Place


@dataclass(frozen=True, slots=True, eq=False)
class YamlList(Sequence["YamlValue"]):
    """A list. ``raw`` is its text in the file, from its first to its last character.

    For a list in brackets ``raw`` holds both of them, ``[2025..]``, so that a
    set of EDTF can be read as the text it is.
    """

    items: tuple[YamlValue, ...]
    raw: str
    place: Place

    @overload
    def __getitem__(self, index: int) -> YamlValue: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[YamlValue, ...]: ...
    def __getitem__(self, index: int | slice) -> YamlValue | tuple[YamlValue, ...]:
        return self.items[index]

    def __len__(self) -> int:
        return len(self.items)


@dataclass(frozen=True, slots=True, eq=False)
class YamlMap(Mapping[str, "YamlValue"]):
    """A mapping, in the order of the file. Its keys are :class:`Text` and know their place.

    ``raw`` is its text in the file, as for a list; ``places`` are those of its keys.
    """

    entries: Mapping[Text, YamlValue]
    raw: str
    place: Place
    places: Mapping[str, Place]

    def __getitem__(self, key: str) -> YamlValue:
        return self.entries[Text(key)]

    def __iter__(self) -> Iterator[Text]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def place_of(self, key: str) -> Place:
        """Where ``key`` is written, or where the mapping begins if it has no such key."""
        return self.places.get(key, self.place)


YamlValue = Text | YamlList | YamlMap
