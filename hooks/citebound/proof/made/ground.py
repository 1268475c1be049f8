"""What everything made is compared with: the public library, read again for this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from citebound.model import Event, Library
from citebound.problems import Place, Problem
from citebound.proof.made.derived import Derived, derive


@dataclass(slots=True)
class Ground:
    """The library that is published, what has been derived of it, and what was looked at.

    ``seen`` counts, for each kind of thing, how many were compared: a kind that a site has
    and that was never seen was not checked.
    """

    library: Library
    names: Mapping[str, str]
    events: Mapping[str, tuple[Event, ...]]
    seen: dict[str, int] = field(default_factory=dict)
    _derived: dict[str, Derived] = field(default_factory=dict)
    _begins: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, library: Library) -> Ground:
        """The ground of a library."""
        events: dict[str, list[Event]] = {}
        for briefing in library.briefings:
            for event in briefing.events:
                events.setdefault(str(event.id), []).append(event)
        names = {name: str(actor.name) for name, actor in library.actors.items()}
        return cls(library, names, {name: tuple(given) for name, given in events.items()})

    def passage(self, identity: str) -> Derived:
        """The passage of an identity. Raises :class:`NoPassageError` where there is none."""
        if identity not in self._derived:
            self._derived[identity] = derive(identity, self.library.sources, self._begins)
        return self._derived[identity]

    def see(self, kind: str) -> None:
        """One more of a kind was looked at."""
        self.seen[kind] = self.seen.get(kind, 0) + 1


def differs(where: str, message: str) -> Problem:
    """The finding for something made that the pinned text does not bear out."""
    return Problem(
        Place(where),
        "made-wrong",
        message,
        "nothing was published; this is a fault of the engine or of a template: please report it",
    )
