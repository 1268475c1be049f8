"""What is known of the whole project, for rules about single statements; made once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from citebound.claims.evidence import Evidence
from citebound.claims.figures.held import Held
from citebound.claims.known_names import KnownNames
from citebound.claims.runs import Runs
from citebound.claims.source_saying import SourceNames
from citebound.claims.statements import OF_CORRECTIONS, Statement
from citebound.model import Briefing, Library
from citebound.text.folding import fold
from citebound.text.naming import Finder


@dataclass(frozen=True)
class Known:
    """A library, and what rules look up in it."""

    library: Library

    def named_apart(self, text: str) -> frozenset[str]:
        """The ids of the actors that words of a source name, each by a name of its own."""
        folded = fold(text).text
        longer = self.naming.called.in_longer(folded)
        others = frozenset((actor, name.start) for name in longer for actor in name.actors)
        return self.names.apart(folded, others)

    @cached_property
    def names(self) -> Finder:
        """Finds the actors that a text names."""
        return Finder(self.library.actors.values())

    @cached_property
    def newest(self) -> str:
        """The date of the newest briefing, or "" where there is none."""
        return max((str(briefing.date) for briefing in self.library.briefings), default="")

    @cached_property
    def runs(self) -> Runs:
        """The words in a row of all sources."""
        return Runs(self.library)

    @cached_property
    def _held(self) -> dict[int, Held]:
        return {}

    def figures(self, evidence: Evidence) -> Held:
        """The figures of some evidence, read once for all statements that share it."""
        held = self._held.get(id(evidence))
        if held is None:
            held = self._held[id(evidence)] = Held(evidence)
        return held

    def widened(self, statement: Statement) -> Statement:
        """What a correction says was wrong, or why, on all that the sources of its page say; any
        other statement as it is.
        """
        subject = statement.subject
        if statement.kind not in OF_CORRECTIONS or not isinstance(subject, Briefing):
            return statement
        names = tuple(map(str, subject.sources))
        if names not in self._whole:
            sources = [self.library.sources.get(name) for name in names]
            read = [source for source in sources if source is not None]
            # Where one cannot be relied on, nobody can say.
            whole = Evidence.of_sources(read, self.library) if len(read) == len(sources) else None
            self._whole[names] = whole or Evidence((), self.library)
        return replace(statement, evidence=self._whole[names])

    @cached_property
    def _whole(self) -> dict[tuple[str, ...], Evidence]:
        return {}

    @cached_property
    def source_names(self) -> SourceNames:
        """What the sources are called."""
        return SourceNames(self.library.sources.values())

    @cached_property
    def naming(self) -> KnownNames:
        """What the rules of names and speakers look up."""
        return KnownNames(self.library)
