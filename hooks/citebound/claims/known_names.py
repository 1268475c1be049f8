"""What is known of names in the whole project, each text read once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property

from citebound.claims.called import Called
from citebound.claims.name_forms import COURTESY, TITLES, Word, form_of, words_in
from citebound.claims.standing import Reader, Standing
from citebound.claims.statements import Statement
from citebound.model import Library, Source, Span, Subject
from citebound.text.patterns import Pattern

_SMALL = Pattern(r"(?<![\p{L}\p{M}\p{N}])\p{Ll}[\p{L}\p{M}]*")
_CAPITAL = Pattern(r"(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}]*")
_WITHIN = Pattern(r"(?<=[\p{Ll}\p{N},;][ \n])\p{Lu}[\p{L}\p{M}\p{N}]*")
_AND = Pattern(r"[,;&/]| and | и ")


class KnownNames:
    """The names of a library: of its actors, of its sources, and in its evidence."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.called = Called(library.actors.values())
        self.read = Reader(self.called)
        self._speakers: dict[str, frozenset[tuple[str, str]]] = {}
        self._makers: dict[str, frozenset[str]] = {}
        self._of_actor: dict[str, Standing] = {}
        self._of_source: dict[str, frozenset[str]] = {}
        self._cited: dict[str, frozenset[str]] = {}
        self._withheld = {source.id for source in library.sources.values() if not source.quotable}
        self._places: dict[str, tuple[list[Span], frozenset[str]]] = {}

    def of_actor(self, actor: str) -> Standing:
        """The names and adjectives of an actor, as if they were evidence."""
        if actor not in self._of_actor:
            whose = self.library.actors[actor]
            texts = (*whose.called, *map(str, whose.adjectives))
            self._of_actor[actor] = Standing(map(self.read.text, texts))
        return self._of_actor[actor]

    def speakers_in(
        self,
        text: str,
        speakers_of: Callable[[str, KnownNames], frozenset[tuple[str, str]]],
    ) -> frozenset[tuple[str, str]]:
        """The actors whom a text of evidence has speak, each with a verb of saying or with none,
        as a function finds them; found once.
        """
        if text not in self._speakers:
            self._speakers[text] = speakers_of(text, self)
        return self._speakers[text]

    def makers_of(self, source: Source) -> frozenset[str]:
        """The actors who are the publisher or an author of a source: its own words are theirs."""
        if source.id not in self._makers:
            names = (str(name) for name in (source.publisher, source.author) if name)
            each = {piece.strip() for name in names for piece in (name, *_AND.split(name))}
            made = frozenset(actor for name in each for actor in self._named_whole(name))
            self._makers[source.id] = made
        return self._makers[source.id]

    def _named_whole(self, name: str) -> frozenset[str]:
        """The actors whose name is the whole of a text, apart from an article and titles."""
        words = words_in(name)
        found = next(self.called.longest(name), None)
        if found is None or found.adjective or found.end != len(name):
            return frozenset()
        before = (word for word in words if word.end <= found.start)
        bare = all(word.form in TITLES | COURTESY | {"the"} for word in before)
        return found.actors if bare else frozenset()

    @cached_property
    def _forms(self) -> tuple[frozenset[str], frozenset[str]]:
        """The forms of words that have a capital within a sentence somewhere in the project, and
        of words that have a small letter somewhere.
        """
        small: set[str] = set()
        within: set[str] = set()
        texts = [source.text for source in self.library.sources.values()]
        texts += [subject.document.text for subject in self.library.subjects()]
        for text in texts:
            small.update(_SMALL.findall(text))
            within.update(_WITHIN.findall(text))
        told = [frozenset(form_of(word)[0] for word in words) for words in (within, small)]
        return told[0], told[1]

    def is_always_capital(self, word: Word) -> bool:
        """Whether a word is a name even where a sentence begins with it: it has a capital within a
        sentence somewhere, and a small letter nowhere.
        """
        within, small = self._forms
        return word.form in within and word.form not in small

    def is_small(self, word: Word) -> bool:
        """Whether a word has a small letter somewhere in the project."""
        return word.form in self._forms[1]

    def is_known(self, name: Sequence[Word], subject: Subject | Source) -> bool:
        """Whether each word of a name has a capital in a source that a page cites, or in the name
        of an actor; also where such a source cannot be relied on, so that nobody can say.
        """
        if isinstance(subject, Source):
            known = self._capitals(subject.id)
            return all(word.form in known for word in name)
        if subject.path not in self._cited:
            cited = {str(t.source) for c in subject.document.citations for t in c.targets}
            cited |= {str(source) for source in getattr(subject, "sources", ())}
            read = cited.intersection(self.library.sources) - self.library.broken
            if read != cited:
                return True
            self._cited[subject.path] = frozenset().union(*map(self._capitals, cited))
        known = self._cited[subject.path]
        return all(word.form in known or word.form in self._of_actors for word in name)

    @cached_property
    def _of_actors(self) -> frozenset[str]:
        return frozenset(
            form_of(word)[0]
            for actor in self.library.actors.values()
            for name in (*actor.called, *actor.adjectives, *actor.search_names)
            for word in _CAPITAL.findall(name)
        )

    def _capitals(self, source: str) -> frozenset[str]:
        if source not in self._of_source:
            told = self.library.sources[source]
            words = f"{told.text} {told.title} {told.publisher} {told.author}"
            self._of_source[source] = frozenset(form_of(w)[0] for w in _CAPITAL.findall(words))
        return self._of_source[source]

    def rests_on_a_place(self, statement: Statement) -> bool:
        """Whether a statement rests on a source of which no words may be shown, so that nobody
        can compare it.
        """
        if not self._withheld or isinstance(statement.subject, Source):
            return False
        spans, notes = self._places_in(statement.subject)
        if any(thing.which in notes for thing in statement.rests_on if thing.kind == "footnote"):
            return True
        if statement.span is None:
            return False
        at = bisect_left(spans, statement.span)
        return at < len(spans) and spans[at].meets(statement.span)

    def _places_in(self, subject: Subject) -> tuple[list[Span], frozenset[str]]:
        """Where a page cites such sources, and the footnotes that do."""
        if subject.path not in self._places:
            document = subject.document
            spans = sorted(
                citation.span
                for citation in document.citations
                if any(target.source in self._withheld for target in citation.targets)
            )
            notes = set()
            for note in document.footnotes:
                at = bisect_left(spans, note.span)
                if at < len(spans) and spans[at].meets(note.span):
                    notes.add(note.name)
            self._places[subject.path] = (spans, frozenset(notes))
        return self._places[subject.path]
