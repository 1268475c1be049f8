"""What an edition states, as it is compared: each of our sentences with what it rests on, and each
quotation with whose words it is.

Passages are compared by their source and their words as they are printed, and not by their places:
these move when a source that is not pinned yet is edited.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from citebound.claims.own_words import MARK, QUOTED
from citebound.claims.statements import Kind, Statement, statements_of
from citebound.model import (
    VOICE_NAMES,
    Library,
    Passage,
    Source,
    Subject,
    Target,
    Voice,
    VoiceKind,
)
from citebound.passages.answers import Bound
from citebound.passages.printed import printed_words
from citebound.problems import Place


@dataclass(frozen=True, slots=True)
class Edition:
    """A project as it was read and bound; whether it holds, and how many errors it has.

    ``files`` are the names of the objects that all its files are, by path, and ``texts`` the
    texts of those that editors write.
    """

    library: Library
    bindings: Mapping[str, Bound]
    errors: int = 0
    files: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


Key = tuple[str, str]
"""What evidence is the same by in two editions: its source, and its words as they are printed or,
where none may be, the place in it.
"""


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement of ours: what kind it is, its words, where it stands, and the passages and the
    places without words that it rests on. ``whole`` is true for what rests on its whole page:
    nobody is told when that changes.
    """

    kind: Kind
    words: str
    place: Place
    rests_on: tuple[Passage, ...]
    cites: tuple[Target, ...] = ()
    whole: bool = False

    def keys(self, library: Library) -> frozenset[Key]:
        """All that it rests on, to be compared."""
        places = (key_of_place(target) for target in self.cites)
        return frozenset((*(key_of(one, library) for one in self.rests_on), *places))


def stated(subject: Subject, edition: Edition) -> Iterator[Stated]:
    """Every statement of a page, in the order in which the page is read."""
    bound = edition.bindings[subject.path]
    library = edition.library
    for statement in statements_of(subject, bound, library):
        words = statement.words.text.replace(MARK, "")
        for passages in statement.quoted:
            said = printed(passages[0], library) if passages else "“…”"
            words = words.replace(QUOTED, said, 1)
        for typed in statement.marked:
            words = words.replace(QUOTED, f"“{typed}”", 1)
        words = " ".join(words.replace(QUOTED, "“…”").split())
        if words:
            rests_on = statement.evidence.passages
            cites = () if statement.whole else tuple(_cited(statement, subject, library))
            # That a judgement is withdrawn is told of it, however its address is kept.
            kind = Kind.WAS if statement.kind is Kind.WITHDRAWN else statement.kind
            yield Stated(kind, words, statement.place, rests_on, cites, statement.whole)


def _cited(statement: Statement, subject: Subject, library: Library) -> Iterator[Target]:
    """The places without words that a statement cites: those in sources that may not be quoted."""
    document = subject.document
    names = [thing.which for thing in statement.rests_on if thing.kind == "footnote"]
    notes = [note.span for name in names if (note := document.footnote(str(name)))]
    spans = [*notes, *((statement.span,) if statement.span else ())]
    for citation in document.citations:
        if any(span.holds(citation.span) for span in spans):
            yield from withheld(citation.targets, library)


def withheld(targets: Iterable[Target], library: Library) -> Iterator[Target]:
    """Those of some places whose source may not be quoted."""
    for target in targets:
        source = library.sources.get(target.source)
        if source is not None and not source.quotable:
            yield target


def printed(passage: Passage, library: Library) -> str:
    """The words of a passage between quotation marks, as they are printed: with our cuts and
    insertions. Marks of its own around all of it are not doubled.
    """
    words = printed_words(passage, library.sources[passage.source])
    end = len(words) - len(passage.trailing)
    inner = words[1 : end - 1]
    alone = inner.startswith("“") and inner.endswith("”") and not set(inner[1:-1]) & set("“”")
    return inner + words[end:] if alone else words


def told(key: Key) -> str:
    """Evidence as it is told: its words, or its place, and its source."""
    source, words = key
    return f"{words} [{source}]"


def key_of(passage: Passage, library: Library) -> Key:
    """What a passage is the same by in two editions: its source and its words as printed."""
    return passage.source, printed(passage, library)


def key_of_place(target: Target) -> Key:
    """What a place without words is the same by."""
    return str(target.source), f"para. {target.paragraph}" if target.paragraph else "the whole"


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
