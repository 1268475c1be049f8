"""What is public against what was read: each field of each subject and source.

Every other proof takes what is public as its ground. Here that ground is proved: it is what the
editors wrote, in one line, with the quotations in it as the pinned texts have them. What turns
the one into the other is not called.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from citebound.dates import parse
from citebound.model import Briefing, Document, Event, EventDate, Library, Source, Subject, Text
from citebound.model.wording import Wording
from citebound.passages.answers import Bound
from citebound.problems import Problem
from citebound.proof.made.ground import differs
from citebound.proof.made.parties import HAPPENED, TO_COME
from citebound.proof.made.passages import passage_told

_SPACES = re.compile(r"[ \t\r\n]+")
_DOUBLES = frozenset('"“”„«»')
_MARKS = _DOUBLES | frozenset("'‘’‚‛‹›‟")
_QUOTING = frozenset((
    "title", "summary", "gaps", "text", "because", "assumes", "otherwise", "watch", "was", "now",
    "reading",
))  # fmt: skip
"""The fields in which a quotation is printed as its source has it."""

_AHEAD = TO_COME | {"cancelled"}
"""The statuses of events that were ahead when the source was written."""


@dataclass(frozen=True, slots=True)
class ReadFields:
    """What was read, to which the fields of what is public are compared."""

    library: Library
    bindings: Mapping[str, Bound]

    def subject_again(self, shown: Subject, read: Subject) -> Iterator[Problem]:
        """What is published of a subject that its file does not say."""
        known = frozenset(p.identity for p in self.bindings[read.path].passages)
        wrong = [*self._wrong(shown, read, "", known)]
        if isinstance(shown, Briefing) and isinstance(read, Briefing):
            for mine, event in zip(shown.events, read.events, strict=False):
                if event.date and event.date.unresolved and mine.date:
                    wrong += ["date"] * (str(mine.date.edtf) != self._bounds(event, read))
        for name in dict.fromkeys(wrong):
            yield differs(read.path, f"the {name} that is published is not that of the file")

    def source_again(self, shown: Source, read: Source) -> Iterator[Problem]:
        """What is said of a source that its files do not say; its text is looked at elsewhere."""
        for name in dict.fromkeys(self._wrong(shown, read, "", None)):
            if name != "of the text":
                yield differs(read.path, f"the {name} that is published is not that of the file")

    def _bounds(self, event: Event, briefing: Briefing) -> str:
        """The bounds of an event whose phrase no rule counts."""
        bound = self.bindings[briefing.path]
        used = [p.source for name in event.evidence for p in bound.evidence(name)]
        published = (self.library.sources[name].published for name in dict.fromkeys(used))
        days = sorted((parse(day) for day in published if day), key=lambda day: day.upper)
        if days and str(event.status) in HAPPENED:
            return f"[..{days[-1].text}]"
        return f"[{days[0].text}..]" if days and str(event.status) in _AHEAD else ""

    def _wrong(
        self, shown: object, read: object, name: str, known: frozenset[str] | None
    ) -> Iterator[str]:
        """The names of the fields that differ. ``known`` are the passages that a field may quote:
        none in what describes a source.
        """
        if shown is read:
            return
        if isinstance(read, Text) and isinstance(shown, Text):
            if not self._is_said(shown, read, name, known):
                yield name
        elif type(shown) is not type(read):
            yield name
        elif isinstance(read, tuple) and isinstance(shown, tuple):
            if len(shown) != len(read):
                yield name
            for one, other in zip(shown, read, strict=False):
                yield from self._wrong(one, other, name, known)
        elif is_dataclass(read) and not isinstance(read, Document):
            for field in fields(read):
                if isinstance(read, EventDate) and read.unresolved and field.name == "edtf":
                    continue
                own = "of the text" if isinstance(read, Source) else "text"
                called = own if field.name == "text" else field.name
                yield from self._wrong(
                    getattr(shown, field.name), getattr(read, field.name), called, known
                )
        elif shown != read:
            yield name

    def _is_said(self, shown: Text, read: Text, name: str, known: frozenset[str] | None) -> bool:
        """Whether a field says what the file says, its quotations as their sources have them."""
        typed = _SPACES.sub(" ", read).strip(" ")
        if not isinstance(shown, Wording):
            if name in _QUOTING and known is not None:
                return str(shown) == typed and not _DOUBLES & set(typed)
            return str(shown) in (typed, str(read))
        walk = _Walk(typed)
        plain = []
        for piece in shown.pieces:
            if isinstance(piece, str):
                plain.append(piece)
                if not walk.takes(piece):
                    return False
                continue
            told = passage_told(piece, self.library.sources[piece.source])
            plain.append(f"“{told}”{piece.trailing}")
            if piece.identity not in (known or ()) or not walk.takes_quotation(told):
                return False
        return shown.typed == typed and walk.is_at_end() and str(shown) == "".join(plain)


@dataclass(slots=True)
class _Walk:
    """A walk along what an editor typed: each piece of a field must be what comes next."""

    typed: str
    at: int = 0

    def is_at_end(self) -> bool:
        """Whether all was taken."""
        return self.at == len(self.typed)

    def takes(self, words: str) -> bool:
        """Whether words of ours come next; marks may be of another kind."""
        for letter in words:
            if self.typed[self.at : self.at + 1] == "\\" != letter:
                self.at += 1
            mine = self.typed[self.at : self.at + 1]
            if mine != letter and not (mine in _DOUBLES and letter in _DOUBLES and mine):
                return False
            self.at += 1
        return True

    def takes_quotation(self, told: str) -> bool:
        """Whether a quotation comes next that has these letters, between marks."""
        if self.typed[self.at : self.at + 1] not in _DOUBLES or self.is_at_end():
            return False
        wanted, found = letters(told), 0
        while found < len(wanted):
            self.at += 1
            mine = letters(self.typed[self.at : self.at + 1])
            if self.is_at_end() or not wanted.startswith(mine, found):
                return False
            found += len(mine)
        marks = 1
        for letter in reversed(told):
            if letters(letter):
                break
            marks += letter in _MARKS
        while marks:
            self.at += 1
            if self.is_at_end() or letters(self.typed[self.at]):
                return False
            marks -= self.typed[self.at] in _MARKS
        self.at += 1
        return True


def letters(words: str) -> str:
    """The letters and digits of some words, without case and accents."""
    bare = unicodedata.normalize("NFD", words).casefold()
    return "".join(letter for letter in bare if letter.isalnum())
