"""Fields: values out of YAML, typed, each slip a finding at its place.

A :class:`Fields` is asked for what the format knows; what is left over at the
end is reported as unknown, with the nearest key that there is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from citebound.model import Text
from citebound.problems import Place, Problem, Thing, did_you_mean, one_of
from citebound.reading.yaml_values import YamlList, YamlMap, YamlValue

ID = re.compile(r"(?=.{1,100}\Z)[a-z0-9]+(?:[-_][a-z0-9]+)*")
"""The form of every id, which is an address and the name of a file as well."""

TAKEN = re.compile(r"index")
"""Ids that cannot be those of a page: a folder's own page has this address."""

TAKEN_ON_A_PAGE = re.compile(r"top|cb-.*|y\d+|until-\d.*")
"""Ids that cannot be those of an event: the timeline's headings and parts have them."""

TAKEN_IN_THE_LIST = re.compile(
    r"index|top|cb-.*|kind-(?:person|organisation|state|group)|e-\d+|m-\d+-\d+|.*-fact-\d+"
)
"""Ids that cannot be those of an actor: the list of actors has them for its headings, its evidence
and its facts.
"""

LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""The form of a language's tag."""

FORMAT = "1"
"""The version of the format."""

FLAGS = ("true", "false")
"""What a field that is a flag may say."""

_FREE = re.compile(r"(?!)")
_ID_HINT = (
    "lower-case letters and digits, joined by single hyphens or underscores, at most 100 of them"
)


def not_an_id(name: str, place: Place, taken: re.Pattern[str] = TAKEN) -> Problem | None:
    """The finding for a name that is not an id, or is ``taken``; otherwise ``None``."""
    if not ID.fullmatch(name):
        return Problem(place, "bad-id", f"{name} is not an id", _ID_HINT)
    if taken.fullmatch(name):
        return Problem(
            place, "bad-id", f"{name} is an address of the site itself", "choose another id"
        )
    return None


@dataclass(slots=True)
class Fields:
    """A mapping of the format, read key by key.

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

    def since(self, count: int, thing: Thing) -> None:
        """Let every finding after the first ``count`` explain a thing."""
        self.problems[count:] = [found.explaining(thing) for found in self.problems[count:]]

    def value(self, key: str, *, needed: bool = False, hint: str = "") -> YamlValue | None:
        """The value of a key, or ``None``; a key that is needed and not there is a finding, whose
        hint may be another than to add it.
        """
        self._asked.add(key)
        value = self.values.get(key)
        nothing = value is None or (isinstance(value, Text) and not value.strip())
        if nothing or (needed and isinstance(value, YamlList) and not value.items):
            if needed:
                place = self.values.place_of(key) if key in self.values else self.place
                hint = hint or f"add {key}: …"
                self.report(place, "missing-field", f"{self.what} has no {key}", hint)
            return None
        return value

    def text(self, key: str, *, needed: bool = False, hint: str = "") -> Text | None:
        """A text, or ``None``."""
        value = self.value(key, needed=needed, hint=hint)
        if value is None or isinstance(value, Text):
            return value
        self.mistyped(key, value, "a text", f'write words: {key}: "…"')
        return None

    def word(
        self, key: str, known: Collection[str], *, needed: bool = False, hint: str = ""
    ) -> Text | None:
        """A text that is one of a closed list."""
        word = self.text(key, needed=needed, hint=hint)
        if word is not None and word not in known:
            self.report(
                word.place, "unknown-value", f"{key} cannot be {word!s}", one_of(word, known)
            )
            return None
        return word

    def flag(self, key: str) -> bool:
        """``true`` or ``false``; ``false`` where the key is not there."""
        return self.word(key, FLAGS) == "true"

    def id(self, key: str, *, needed: bool = False, taken: re.Pattern[str] = _FREE) -> Text | None:
        """An id that is not ``taken``."""
        value = self.text(key, needed=needed)
        return value if value is not None and self._is_id(value, taken) else None

    def ids(
        self, key: str, *, needed: bool = False, taken: re.Pattern[str] = _FREE
    ) -> tuple[Text, ...]:
        """A list of ids; what is not an id is left out."""
        return tuple(v for v in self.texts(key, needed=needed) if self._is_id(v, taken))

    def as_id(self, value: Text) -> Text | None:
        """A text as an id, or ``None`` with a finding."""
        return value if self._is_id(value, _FREE) else None

    def _is_id(self, value: Text, taken: re.Pattern[str]) -> bool:
        problem = not_an_id(value, value.place, taken)
        if problem is not None:
            self.problems.append(problem)
        return problem is None

    def texts(self, key: str, *, needed: bool = False) -> tuple[Text, ...]:
        """A list of texts; one text stands for a list of one."""
        value = self.value(key, needed=needed)
        if value is None:
            return ()
        if isinstance(value, Text):
            return (value,)
        if isinstance(value, YamlMap):
            self.mistyped(key, value, "a list of texts", f"write {key}: [one, another]")
            return ()
        found = []
        for item in value:
            if isinstance(item, Text):
                found.append(item)
            else:
                hint = f"write {key}: [one, another], words with [ or {{ in quotation marks"
                self.mistyped(f"an entry of {key}", item, "a text", hint)
        return tuple(found)

    def edtf(self, key: str, *, needed: bool = False) -> Text | None:
        """An EDTF value; a set needs no quotation marks: ``[2025..]``."""
        value = self.value(key, needed=needed)
        if isinstance(value, YamlList):
            return Text(value.raw, value.place)
        if isinstance(value, YamlMap):
            self.mistyped(key, value, "a date", f"write {key}: 2026-11-30")
            return None
        return value

    def maps(self, key: str, what: str, example: str) -> Iterator[Fields]:
        """A list of mappings, each as fields of its own, written like the ``example``."""
        value = self.value(key)
        if value is None:
            return
        if not isinstance(value, YamlList):
            self.mistyped(key, value, "a list", f"write {key}: and below it, for each, - {example}")
            return
        for item in value:
            if isinstance(item, YamlMap):
                yield Fields(item, what, self.problems)
            else:
                entry = f"an entry of {key}"
                self.mistyped(entry, item, "a mapping of keys to values", f"write - {example}")

    def map(self, key: str, what: str, example: str) -> Fields | None:
        """One mapping, or ``None``, written like the ``example``."""
        value = self.value(key)
        if value is None:
            return None
        if isinstance(value, YamlMap):
            return Fields(value, what, self.problems)
        self.mistyped(key, value, "a mapping of keys to values", f"write {key}: {example}")
        return None

    def table(
        self, key: str, known: Collection[str], example: str, also: re.Pattern[str] = _FREE
    ) -> dict[str, Text]:
        """A mapping to texts, of keys that are known or have the form ``also``."""
        fields = self.map(key, key, example)
        if fields is None:
            return {}
        named = [name for name in fields.values if name in known or also.fullmatch(name)]
        found = {str(name): fields.text(name) for name in named}
        fields.close(known)
        return {name: text for name, text in found.items() if text is not None}

    def language(self, key: str) -> Text | None:
        """The tag of a language (BCP 47), which is needed."""
        tag = self.text(key, needed=True)
        if tag is not None and not LANGUAGE.fullmatch(tag):
            self.report(
                tag.place,
                "unknown-value",
                f"{tag!s} is not a language tag",
                "such as en, my or zh-Hant",
            )
            return None
        return tag

    def format(self) -> None:
        """The version of the format, which is 1."""
        version = self.text("format", needed=True)
        if version is not None and version != FORMAT:
            self.report(
                version.place,
                "unknown-value",
                f"format {version!s} is not known",
                f"format: {FORMAT}",
            )

    def close(self, known: Collection[str] = ()) -> None:
        """Report the keys that nothing asked for; ``known`` are others that there are."""
        for key in self.values:
            if key not in self._asked:
                self.report(
                    self.values.place_of(key),
                    "unknown-field",
                    f"{self.what} has no field {key!s}",
                    self._meant(key, {*self._asked, *known}),
                )

    def _meant(self, key: str, known: Collection[str]) -> str:
        """What a key that nothing asked for was meant for: what stands after a comma or before a
        colon in a value without quotation marks is read as a key.
        """
        within = 'put the value that it is part of in quotation marks: …: "…"'
        after_comma = self.values.raw.startswith("{") and key != next(iter(self.values))
        if " " in key or (after_comma and self.values[key] == ""):
            return within
        hint = did_you_mean(key, known)
        return f"{hint}; or {within}" if after_comma else hint

    def mistyped(self, key: str, value: YamlValue, wanted: str, hint: str) -> None:
        """Report a value that is of another type than it must be."""
        self.report(value.place, "wrong-type", f"{key} is not {wanted}", hint)
