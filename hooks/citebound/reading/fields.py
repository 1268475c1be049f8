"""Fields: values out of YAML, typed, each slip a finding at its place.

A :class:`Fields` is asked for what the format knows; what is left over at the
end is reported as unknown, with the nearest key that there is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from citebound.model import Text
from citebound.problems import Place, Problem, did_you_mean
from citebound.reading.yaml_text import YamlList, YamlMap, YamlValue

ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
"""The form of every id."""


@dataclass(slots=True)
class Fields:
    """A mapping of the format, taken apart key by key.

    ``problems`` gathers what is wrong; every method goes on with an empty value.
    """

    values: YamlMap
    what: str
    problems: list[Problem]
    _asked: set[str] = field(default_factory=set)

    @property
    def place(self) -> Place:
        """Where the mapping begins."""
        return self.values.place

    def report(self, place: Place, code: str, message: str, hint: str = "") -> None:
        """Add a finding."""
        self.problems.append(Problem(place, code, message, hint))

    def value(self, key: str, *, needed: bool = False) -> YamlValue | None:
        """The value of a key, or ``None``; a key that is needed and not there is a finding."""
        self._asked.add(key)
        value = self.values.get(key)
        nothing = value is None or (isinstance(value, Text) and not value.strip())
        if nothing or (needed and isinstance(value, YamlList) and not value.items):
            if needed:
                place = self.values.place_of(key) if key in self.values else self.place
                self.report(place, "missing-field", f"{self.what} has no {key}", f"add {key}: …")
            return None
        return value

    def text(self, key: str, *, needed: bool = False) -> Text | None:
        """A text, or ``None``."""
        value = self.value(key, needed=needed)
        if value is None or isinstance(value, Text):
            return value
        self._mistyped(key, value, "a text")
        return None

    def word(self, key: str, known: Collection[str], *, needed: bool = False) -> Text | None:
        """A text that is one of a closed list."""
        word = self.text(key, needed=needed)
        if word is not None and word not in known:
            self.report(
                word.place, "unknown-value", f"{key} cannot be {word!s}", did_you_mean(word, known)
            )
            return None
        return word

    def flag(self, key: str) -> bool:
        """``true`` or ``false``; ``false`` where the key is not there."""
        return self.word(key, ("true", "false")) == "true"

    def id(self, key: str, *, needed: bool = False) -> Text | None:
        """An id."""
        value = self.text(key, needed=needed)
        if value is not None and not ID.fullmatch(value):
            self.report(
                value.place,
                "bad-id",
                f"{value!s} is not an id",
                "lower-case letters and digits, joined by single hyphens or underscores",
            )
            return None
        return value

    def texts(self, key: str, *, needed: bool = False) -> tuple[Text, ...]:
        """A list of texts; one text stands for a list of one."""
        value = self.value(key, needed=needed)
        if value is None:
            return ()
        if isinstance(value, Text):
            return (value,)
        if isinstance(value, YamlMap):
            self._mistyped(key, value, "a list of texts")
            return ()
        found = []
        for item in value:
            if isinstance(item, Text):
                found.append(item)
            else:
                self._mistyped(f"an entry of {key}", item, "a text")
        return tuple(found)

    def edtf(self, key: str, *, needed: bool = False) -> Text | None:
        """An EDTF value; a set needs no quotation marks: ``[2025..]``."""
        value = self.value(key, needed=needed)
        if isinstance(value, YamlList):
            return Text(value.raw, value.place)
        if isinstance(value, YamlMap):
            self._mistyped(key, value, "a date")
            return None
        return value

    def maps(self, key: str, what: str, *, needed: bool = False) -> Iterator[Fields]:
        """A list of mappings, each as fields of its own."""
        value = self.value(key, needed=needed)
        if value is None:
            return
        if not isinstance(value, YamlList):
            self._mistyped(key, value, "a list")
            return
        for item in value:
            if isinstance(item, YamlMap):
                yield Fields(item, what, self.problems)
            else:
                self._mistyped(f"an entry of {key}", item, "a mapping of keys to values")

    def map(self, key: str, what: str) -> Fields | None:
        """One mapping, or ``None``."""
        value = self.value(key)
        if value is None:
            return None
        if isinstance(value, YamlMap):
            return Fields(value, what, self.problems)
        self._mistyped(key, value, "a mapping of keys to values")
        return None

    def table(self, key: str) -> dict[str, Text]:
        """A mapping of any keys to texts."""
        fields = self.map(key, key)
        if fields is None:
            return {}
        found = {name: fields.text(name) for name in fields.values}
        return {name: text for name, text in found.items() if text is not None}

    def format(self) -> None:
        """The version of the format, which is 1."""
        version = self.text("format", needed=True)
        if version is not None and version != "1":
            self.report(
                version.place, "unknown-value", f"format {version!s} is not known", "format: 1"
            )

    def close(self) -> None:
        """Report the keys that nothing asked for."""
        for key in self.values:
            if key not in self._asked:
                self.report(
                    self.values.place_of(key),
                    "unknown-field",
                    f"{self.what} has no field {key!s}",
                    did_you_mean(key, self._asked),
                )

    def _mistyped(self, key: str, value: YamlValue, wanted: str) -> None:
        self.report(value.place, "wrong-type", f"{key} is not {wanted}", f"write {wanted} here")
