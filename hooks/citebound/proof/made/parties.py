"""Who is in an event, and as what: derived again from what briefings say of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from citebound.model import Event

Role = tuple[str, str]
"""A role, and our reading; "" where there is none."""

JOINING = frozenset(("took part", "organised", "signed"))
"""The roles of somebody who took part."""

HAPPENED = frozenset(("held", "happened", "ongoing"))
"""The statuses of an event that took place."""

TO_COME = frozenset(("intended", "planned", "postponed"))
"""The statuses of an event that was still to come."""


def roles(given: Iterable[Event]) -> dict[str, list[Role]]:
    """The actors of an event, what defines it first, each with its roles."""
    found: dict[str, dict[Role, None]] = {}
    for event in sorted(given, key=lambda event: event.ref):
        for party in event.parties:
            role = (str(party.role), party.reading or "")
            found.setdefault(str(party.actor), {})[role] = None
    return {actor: [*each] for actor, each in found.items()}


def plain_roles(given: Iterable[Role]) -> str:
    """Roles as the search has them."""
    said = []
    for role, reading in given:
        ours = f"{role}, by our reading: {reading}" if reading else role
        said.append(reading if role == "other" else ours)
    return "; ".join(said)


def joined(given: Mapping[str, Sequence[Role]], statuses: set[str], actor: str) -> bool:
    """Whether an event took place, and an actor took part in it."""
    return statuses <= HAPPENED and any(role in JOINING for role, _ in given[actor])
