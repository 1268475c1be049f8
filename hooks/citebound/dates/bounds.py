"""Between which days an event lies of whose date only a phrase is known that no rule counts."""

from __future__ import annotations

from collections.abc import Iterable

from citebound.dates.edtf import Edtf
from citebound.dates.relative import COUNTED_FORWARD

TOOK_PLACE = frozenset(("held", "happened", "ongoing"))
"""The statuses of events of which the source says that they took place."""

_TO_COME = COUNTED_FORWARD | {"cancelled"}


def bounds_of(status: str, published: Iterable[Edtf]) -> str | None:
    """The bounds that a status and the days give on which the sources were published; ``None``
    where they give none.
    """
    days = sorted(published, key=lambda day: day.upper)
    if not days:
        return None
    if status in TOOK_PLACE:
        return f"[..{days[-1].text}]"
    return f"[{days[0].text}..]" if status in _TO_COME else None
