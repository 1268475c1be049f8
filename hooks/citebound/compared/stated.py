"""What an edition states, as it is compared: each of our sentences with what it rests on, and each
quotation with whose words it is.

Passages are compared by their source and their words, and not by their places: these move when
a source that is not pinned yet is edited.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from citebound.claims.own_words import MARK, QUOTED
from citebound.claims.statements import Kind, statements_of
from citebound.model import (
    VOICE_NAMES,
    Briefing,
    Library,
    Passage,
    Source,
    Subject,
    Voice,
    VoiceKind,
)
from citebound.passages.answers import Bound
from citebound.problems import Place

CUT = " […] "
"""What stands between the parts of a passage."""

_WHOLE_PAGE = frozenset(
    (
        Kind.TITLE, Kind.LABEL, Kind.GAP, Kind.CORRECTION, Kind.READING, Kind.ASSUMES,
        Kind.OTHERWISE, Kind.WATCH,
    )
)  # fmt: skip
"""What rests on all evidence of its page; nobody is told when that changes."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A project as it was read and bound; whether it holds, and how many errors it has."""

    library: Library
    bindings: Mapping[str, Bound]
    errors: int = 0


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement of ours: what kind it is, its words, where it stands, and the passages that it
    rests on (none where it is compared with its whole page).
    """

    kind: Kind
    words: str
    place: Place
    rests_on: tuple[Passage, ...]


def stated(subject: Subject, edition: Edition) -> Iterator[Stated]:
    """Every statement of a page, in the order in which the page is read."""
    bound = edition.bindings[subject.path]
    for statement in statements_of(subject, bound, edition.library):
        words = statement.words.text.replace(MARK, "")
        for passages in statement.quoted:
            said = words_of(passages[0], edition.library) if passages else "…"
            words = words.replace(QUOTED, f"“{said}”", 1)
        words = " ".join(words.replace(QUOTED, "“…”").split())
        if words:
            whole = statement.kind in _WHOLE_PAGE or (
                statement.kind is Kind.SUMMARY
                and isinstance(subject, Briefing)
                and not subject.summary_rests_on
            )
            rests_on = () if whole else statement.evidence.passages
            yield Stated(statement.kind, words, statement.place, rests_on)


def words_of(passage: Passage, library: Library) -> str:
    """The words of a passage, as its source has them."""
    text = library.sources[passage.source].text
    return CUT.join(" ".join(span.of(text).split()) for span in passage.spans)


def quoted(words: str, source: str) -> str:
    """Words of a source and which source that is; marks of its own are not doubled."""
    marked = words if words.startswith("“") and words.endswith("”") else f"“{words}”"
    return f"{marked} [{source}]"


def key_of(passage: Passage, library: Library) -> tuple[str, str]:
    """What a passage is the same by in two editions: its source and its words."""
    return passage.source, words_of(passage, library)


def whose(voice: Voice | None) -> str:
    """Whose words a voice is, in words; without a voice they are the source's own."""
    name = VOICE_NAMES[voice.kind if voice else VoiceKind.OWN]
    return f"{name}, {voice.speaker}" if voice and voice.speaker else name


def source_in_a_line(source: Source) -> str:
    """What a source is: title, publisher, date, language, rights, and how long."""
    words = len(source.text.split())
    told = [
        f"“{source.title}”" if source.title else "without a title",
        str(source.publisher or "publisher not stated"),
        str(source.published or "date not stated"),
        f"language {source.language}",
        f"rights {source.rights}",
        f"{words:,} words in {len(source.paragraphs)} paragraphs",
    ]
    return ", ".join(told)
