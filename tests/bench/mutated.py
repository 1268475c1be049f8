"""A value with one thing in it another: a letter, a number, an entry too few or too many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from enum import Enum
from random import Random
from typing import Any

from markupsafe import Markup

from citebound.model import Text

UNTOUCHED = frozenset(("place", "document", "public", "path", "library", "bindings"))
"""Fields that are left alone: what there is to publish, and places that nothing prints."""


def mutated(random: Random, value: Any) -> Any:  # noqa: ANN401, PLR0911, any value, by its kind
    """The value with one change; the value itself where there is nothing in it to change."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, Enum):
        return random.choice([other for other in type(value) if other is not value])
    if isinstance(value, int | float):
        return value + random.choice((-1, 1, 7))
    if isinstance(value, str):
        return _string(random, value)
    if isinstance(value, bytes):
        return _string(random, value.decode()).encode()
    if isinstance(value, date):
        return value + timedelta(days=random.choice((-1, 1, 31)))
    if isinstance(value, tuple | list):
        return _sequence(random, value)
    if isinstance(value, Mapping):
        return _mapping(random, value)
    if isinstance(value, frozenset):
        return frozenset(random.sample(sorted(value), max(0, len(value) - 1)))
    if is_dataclass(value) and not isinstance(value, type):
        return _fields(random, value)
    return value


def _string(random: Random, value: str) -> str:
    """Another letter or digit, a word less, or a word more."""
    kind = random.random()
    words = value.split(" ")
    if not value or kind < 0.15:
        changed = f"{value} invented".strip()
    elif kind < 0.3 and len(words) > 1:
        at = random.randrange(len(words))
        changed = " ".join(words[:at] + words[at + 1 :])
    else:
        at = random.randrange(len(value))
        new = random.choice("0123456789" if value[at].isdigit() else "abcdefghiklmnoprstuvwy")
        changed = value[:at] + new + value[at + 1 :]
    if isinstance(value, Markup):
        return Markup(changed)  # noqa: S704, damaged on purpose
    return Text(changed, value.place) if isinstance(value, Text) else changed


def _sequence(random: Random, value: Any) -> Any:  # noqa: ANN401, a tuple or a list
    """An entry dropped, doubled, changed, or in another's place."""
    if not value:
        return value
    held, at, kind = [*value], random.randrange(len(value)), random.random()
    if kind < 0.2:
        held.pop(at)
    elif kind < 0.3:
        held.insert(at, held[at])
    elif kind < 0.45 and len(held) > 1:
        other = random.randrange(len(held))
        held[at], held[other] = held[other], held[at]
    else:
        held[at] = mutated(random, held[at])
    return type(value)(held)


def _mapping(random: Random, value: Mapping[Any, Any]) -> Mapping[Any, Any]:
    if not value:
        return value
    key = random.choice([*value])
    if random.random() < 0.2:
        return {k: v for k, v in value.items() if k != key}
    return {**value, key: mutated(random, value[key])}


def _fields(random: Random, value: Any) -> Any:  # noqa: ANN401, a dataclass
    """One field of a dataclass changed, of those that there are."""
    names = [f.name for f in fields(value) if f.init and f.name not in UNTOUCHED]
    for _ in range(6):
        if not names:
            break
        name = random.choice(names)
        old = getattr(value, name)
        new = mutated(random, old)
        if new is not old and new != old:
            return replace(value, **{name: new})
    return value
