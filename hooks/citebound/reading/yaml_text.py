"""Reads YAML as text, with positions: the front matter of a briefing, ``source.yml``.

Every scalar is a :class:`~citebound.model.Text`: ``no`` stays "no", ``12:30``
stays "12:30", ``2023-09-15`` is not a date yet, and nothing at all is "". Every
value knows where it is written, so that a later finding can name line and
column. Columns count code points.

The file is walked event by event (YAML 1.1) with a counter for depth and size;
nothing recurses, so a hostile file costs no more than its own length. Tags,
anchors and aliases, several documents and characters that cannot be read are refused with a
place. Nothing is raised for a mistake in the file.

libyaml is used where PyYAML was built with it; a test holds it to the same
values and places as the pure reader, which is only stricter about tabs. Places are
counted here from the offset of a mark, not taken from its line and column:
YAML also breaks lines at U+0085, U+2028 and U+2029, editors do not.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

import yaml

from citebound.model import LineMap, Text
from citebound.problems import Place, Problem
from citebound.reading.yaml_characters import Unfit, unreadable, without_characters
from citebound.reading.yaml_errors import ALIAS, TAG, explain, offset
from citebound.reading.yaml_values import YamlList, YamlMap, YamlValue

MAX_BYTES = 1_000_000
"""The longest YAML text that is read, in bytes of UTF-8."""
MAX_DEPTH = 12
"""How deep lists and mappings may lie in one another; the top one is depth 1."""
MAX_NODES = 20_000
"""How many scalars, lists and mappings one text may hold, keys included."""

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_DIRECTIVE = re.compile(r"(?:(?:[ \t]*#[^\n]*|[ \t]*|\.\.\.[ \t]*)\n)*(?=%)")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet. ``key`` waits for its value."""

    start: int
    is_map: bool
    place: Place
    items: list[YamlValue] = field(default_factory=list)
    entries: dict[Text, YamlValue] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    key: YamlValue | None = None


class _StopError(Exception):
    """Reading cannot go on; its problem has been noted already."""


def read_yaml(
    text: str,
    path: str,
    first_line: int = 1,
    *,
    copied: Collection[str] = (),
    pinned: str = "",
) -> tuple[YamlMap | None, tuple[Problem, ...]]:
    """Read ``text`` as one mapping of text.

    ``path`` is the file's, relative to the project; ``first_line`` the line of
    the file on which ``text`` begins (2 for front matter). The values of the keys
    ``copied`` are words of the text ``pinned`` and may hold any character that it holds.
    Returns the mapping and what is wrong with it. It is ``None`` where it cannot be read
    as it was meant: after an error of syntax, an alias, or a limit. With a duplicate key
    the first value holds; a tag or an anchor is reported and passed over; a character
    that cannot be read is reported and left out.
    """
    reader = _Reader(text, path, first_line, copied, pinned)
    try:
        found = reader.read()
    except _StopError:
        found = None
    return found, tuple(reader.problems)


class _Reader:
    """One pass over the events of one text."""

    def __init__(
        self, text: str, path: str, first_line: int, copied: Collection[str], pinned: str
    ) -> None:
        self.text, self.path, self.first_line = text, path, first_line
        self.copied, self.pinned = copied, pinned
        self.lines = LineMap(path, text)
        self.problems: list[Problem] = []
        self.open: list[_Open] = []
        self.top: YamlValue | None = None
        self.top_at = 0
        self.whole = True
        self.aliased = False
        self.unfit = Unfit("", "")
        self.noted = 0

    def place(self, at: int) -> Place:
        """The place of a code point of the text in its file."""
        place = self.lines.place(at)
        return Place(self.path, self.first_line - 1 + place.line, place.column)

    def note(self, at: int, code: str, message: str, hint: str) -> None:
        # One alias is enough to say: a bomb has thousands.
        if code == ALIAS[0]:
            if self.aliased:
                return
            self.aliased = True
        self.problems.append(Problem(self.place(at), code, message, hint))

    def stop(self, at: int, code: str, message: str, hint: str) -> _StopError:
        self.note(at, code, message, hint)
        return _StopError()

    def read(self) -> YamlMap | None:
        """The mapping, or ``None``; problems are noted on the way."""
        size = len(self.text.encode("utf-8", "surrogatepass"))
        if size > MAX_BYTES:
            raise self.stop(
                0,
                "yaml-too-large",
                f"This YAML is {size:,} bytes long; at most {MAX_BYTES:,} are read.",
                "Split it into several files.",
            )
        if directive := _DIRECTIVE.match(self.text):  # the two readers differ over these
            raise self.stop(
                directive.end(),
                "yaml-syntax",
                "A line here begins with “%”, which is an instruction to a reader of YAML.",
                "Delete the line, or put the value in quotation marks.",
            )
        self.unfit = Unfit(self.text, self.pinned)
        try:
            return self.parse(self.unfit.parsable())
        finally:
            self.between(len(self.text))

    def parse(self, text: str) -> YamlMap | None:
        """The mapping in ``text``, which is the reader's own, character for character, but
        that some stand for others.
        """
        count = 0
        try:
            for event in yaml.parse(text, Loader=LOADER):
                if isinstance(event, yaml.NodeEvent):
                    count += 1
                if count > MAX_NODES:
                    raise self.stop(
                        offset(event.start_mark),
                        "yaml-too-large",
                        f"This YAML holds more than {MAX_NODES:,} values.",
                        "Split it into several files.",
                    )
                self.take(event)
        except yaml.MarkedYAMLError as error:
            raise self.stop(*explain(error, self.text, self.first_line)) from None
        except (ValueError, OverflowError):  # the pure reader, on "\UFFFFFFFF"
            raise self.stop(
                self.open[-1].start if self.open else 0,
                "yaml-syntax",
                "A number after a backslash is too large for YAML.",
                "Write the character itself.",
            ) from None
        if not isinstance(self.top, YamlMap):
            self.note(
                self.top_at,
                "yaml-shape",
                "This must be a mapping, lines of the form “key: value”"
                + (", and it is empty." if self.top in (None, "") else "."),
                "Begin with “format: 1”.",
            )
            return None
        return self.top if self.whole else None

    def take(self, event: yaml.Event) -> None:
        """Put one event where it belongs."""
        at = offset(event.start_mark)
        if isinstance(event, yaml.DocumentStartEvent):
            if self.top is not None:
                raise self.stop(
                    at,
                    "yaml-shape",
                    "A second YAML document begins here; only one is read.",
                    "Delete the line “---”, or move what follows it to a file of its own.",
                )
        elif isinstance(event, yaml.AliasEvent):
            self.whole = False
            self.note(at, *ALIAS)
            self.put(Text("", self.place(at)), at)
        elif isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):
            self.begin(event, at)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.close(offset(event.end_mark))

    def begin(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, at: int) -> None:
        """A scalar, or the beginning of a list or mapping."""
        if event.anchor is not None:
            self.note(at, *ALIAS)
        if event.tag is not None:
            self.note(at, *TAG)
        if isinstance(event, yaml.ScalarEvent):
            self.put(Text(self.readable(event, at), self.place(at)), at)
        elif len(self.open) == MAX_DEPTH:
            raise self.stop(
                at,
                "yaml-too-deep",
                f"Lists and mappings are nested more than {MAX_DEPTH} deep here.",
                "No field needs more than four; check the brackets and the indentation.",
            )
        else:
            is_map = isinstance(event, yaml.MappingStartEvent)
            self.open.append(_Open(at, is_map, self.place(at)))

    def readable(self, event: yaml.ScalarEvent, at: int) -> str:
        """The words of a scalar without what cannot be read in them, which is one finding."""
        self.between(at)
        copied = bool(self.open) and self.open[-1].key in self.copied
        first = self.unfit.first(offset(event.end_mark), copied=copied)
        words: str = event.value
        if first is None and _SURROGATE.search(words):
            raise self.stop(
                at,
                "yaml-syntax",
                "Half of a character is written here with a backslash.",
                "Write the character itself.",
            )
        bad = self.unfit.unfit_in(words, copied=copied and first is None)
        if first is not None:
            self.note(first, *unreadable(self.text[first]))
        elif bad:  # written with a backslash
            self.note(at, *unreadable(words[bad[0]]))
        return without_characters(words, bad)

    def between(self, upto: int) -> None:
        """Note what cannot be read between two values, in a comment say, once a line."""
        for at in self.unfit.upto(upto):
            line = self.place(at).line
            if line != self.noted:
                self.note(at, *unreadable(self.text[at]))
            self.noted = line

    def close(self, end: int) -> None:
        """The end of the innermost list or mapping."""
        done = self.open.pop()
        raw = self.unfit.cleaned(self.text[done.start : end].rstrip())
        value: YamlValue = (
            YamlMap(done.entries, raw, done.place, done.places)
            if done.is_map
            else YamlList(tuple(done.items), raw, done.place)
        )
        self.put(value, done.start)

    def put(self, value: YamlValue, at: int) -> None:
        """Give a finished value to the list or mapping that it is in."""
        if not self.open:
            self.top, self.top_at = value, at
            return
        holder = self.open[-1]
        if not holder.is_map:
            holder.items.append(value)
        elif holder.key is None:
            holder.key = value
            if not isinstance(value, Text):
                self.note(
                    at,
                    "yaml-shape",
                    "There is a list or a mapping where a key is expected.",
                    "Put the value in quotation marks if it begins with “[” or “{”.",
                )
        else:
            key, holder.key = holder.key, None
            if not isinstance(key, Text):
                return
            if key not in holder.entries:
                holder.entries[key] = value
                holder.places[key] = key.place
                return
            first = holder.places[key]
            self.problems.append(
                Problem(
                    key.place,
                    "yaml-duplicate-key",
                    f"The key “{key}” is used again here; line {first.line} already has it.",
                    "Keep one of the two.",
                )
            )
