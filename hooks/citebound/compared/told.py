"""A change as a value, and lists and fields compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: what it is of, what stands there now, and what ``was`` there before."""

    what: str
    words: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The changes of one page, one source, one event, or of the site. ``path`` is its file, or
    else its id; the whole site has neither. ``file`` is the file that it is of where ``path`` is
    none (several, one a line, for the site), and ``was_path`` what the file was called in the old
    edition, for what is in both.
    """

    title: str
    path: str
    changes: tuple[Change, ...]
    file: str = ""
    was_path: str = ""


def fields_changed(*fields: tuple[str, str, str]) -> Iterator[Change]:
    """The fields (name, old value, new value) that differ."""
    for name, old, new in fields:
        if old != new:
            yield Change(f"{name} changed", new or NOT_STATED, old or NOT_STATED)


def lists_changed(name: str, old: Iterable[str], new: Iterable[str]) -> Iterator[Change]:
    """What one list has and the other has not, each as often as that is so."""
    had, has = Counter(old), Counter(new)
    yield from (Change(f"{name} gone", one) for one in (had - has).elements())
    yield from (Change(f"{name} added", one) for one in (has - had).elements())
