"""What became of one damage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """A damage and its fate.

    ``half`` is ``finished`` or ``made``: the site afterwards, or what it is made of. ``where`` is
    the kind of the thing damaged, ``damage`` the kind of the damage. ``fate`` is ``found``,
    ``ignored`` (``why`` says by which rule), ``discarded`` (nothing made is another) or ``missed``.
    """

    half: str
    where: str
    damage: str
    fate: str
    why: str = ""
    detail: str = ""
