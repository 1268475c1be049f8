"""A finding is a value with a place; nothing is raised for a user's mistake.

A :class:`Problem` says where, what, and what to do about it. Problems are
collected by every step, sorted once, and printed in one place
(:mod:`citebound.problems.printing`), so that an editor meets all of them in one run.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, Self

from citebound.problems.codes import CODES

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file of the project.

    ``path`` is relative to the project's root, with forward slashes; ``line``
    and ``column`` count from 1, the column in code points of the decoded line.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    def further(self, characters: int) -> Place:
        """The place so many characters further on in the line."""
        return Place(self.path, self.line, self.column + characters)


NOWHERE = Place("", 1, 1)


class Thing(NamedTuple):
    """Something that one finding explains and another rests on (docs/architecture.md, One slip,
    one finding): of what kind it is, the path or the id that it belongs to, and which it is there.
    """

    kind: Literal[
        "everything",  # what all briefings and actors hold together
        "file",  # what the front matter of a file says
        "field",  # one field of it
        "source",  # the text of a source
        "sentence",  # a sentence of a source, by where it begins
        "quotation",  # what a quotation was found to be, by its place
        "citation",  # what a citation binds, by where it begins
        "footnote",  # what a footnote holds
        "word",  # a word of our own, by its place
        "copied",  # words of a sentence of a source that a file has without quotation marks
    ]
    owner: str = ""
    which: str | int = ""


def word_at(place: Place) -> Thing:
    """A word of our own, by its place."""
    return Thing("word", place.path, f"{place.line}:{place.column}")


EVERYTHING = Thing("everything")
"""What all briefings and actors hold together: a file that cannot be read may hold anything."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding: a place, a code, one plain sentence, and a hint; ``paste`` are lines that an
    editor may copy into a file as they are, ``words`` a sentence of a source, verbatim and whole,
    of which the message may show only the beginning.

    The order of the fields is the order of a report: by file, line, column,
    then code. What it ``explains`` and ``rests_on`` decides which findings are dropped as echoes
    of others (:mod:`citebound.problems.echoes`); it is neither compared nor printed.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"
    paste: tuple[str, ...] = ()
    words: str = ""
    explains: frozenset[Thing] = field(default=frozenset(), compare=False, repr=False)
    rests_on: frozenset[Thing] = field(default=frozenset(), compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"unknown problem code: {self.code}")

    def explaining(self, *things: Thing) -> Self:
        """This finding, which also explains some things."""
        return replace(self, explains=self.explains.union(things))

    def resting_on(self, *things: Thing) -> Self:
        """This finding, which also rests on some things."""
        return replace(self, rests_on=self.rests_on.union(things))


@dataclass(frozen=True, slots=True)
class Checked:
    """How many of each a run has checked. ``places`` are those that are cited in sources of which
    no words may be shown. Without sources, without briefings, or with neither quotations nor
    places, a run has proved nothing.
    """

    sources: int = 0
    briefings: int = 0
    quotations: int = 0
    actors: int = 0
    events: int = 0
    places: int = 0

    @property
    def nothing(self) -> bool:
        """Whether there was nothing to check."""
        return not (self.sources and self.briefings and (self.quotations or self.places))


def beginning_of(words: str, most: int = 60) -> str:
    """Words as a message shows them: whole, or if there are many letters, so many."""
    return words if len(words) <= most else f"{words[:most].rstrip()} …"


def actor_meant(actor: str, known: Collection[str]) -> str:
    """A hint for an id that no actor has: what was probably meant, or the file to write."""
    meant = did_you_mean(actor, known)
    write = f"write docs/actors/{actor}.md"
    return (
        f"{meant.removesuffix('?')}? Or {write}"
        if meant.endswith("?")
        else (f"{meant}; or {write}" if meant else write)
    )


MANY = 400
"""Of more known words than this, only those that begin as a word does are compared with it."""

LISTED = 20
"""The most known words that a hint names."""


_SLIP = 2
"""So many letters at most are added, left out or changed in a slip of the hand."""


def one_of(word: str, known: Collection[str]) -> str:
    """A hint for a closed list: the word of it that is a slip of the hand away, or all of them."""
    close = [
        one for one in sorted(known) if len(word) > _SLIP and _letters_apart(word, one) <= _SLIP
    ]
    return f"did you mean {close[0]}?" if len(close) == 1 else f"one of: {', '.join(sorted(known))}"


def _letters_apart(first: str, second: str) -> int:
    """How many letters are to be added, left out or changed to make one word of another."""
    if abs(len(first) - len(second)) > _SLIP:
        return _SLIP + 1
    row = list(range(len(second) + 1))
    for at, letter in enumerate(first, 1):
        above, row = row, [at]
        for n, other in enumerate(second, 1):
            row.append(min(above[n] + 1, row[-1] + 1, above[n - 1] + (letter != other)))
    return row[-1]


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A hint that names what was probably meant, or what there is to choose from."""
    likely = known if len(known) <= MANY else [k for k in known if k[:2] == word[:2]][:MANY]
    close = difflib.get_close_matches(word, sorted(likely), n=1, cutoff=0.6)
    if close:
        return f"did you mean {close[0]}?"
    some = ", ".join(sorted(known)[:LISTED]) if len(known) <= MANY else ""
    if not some:
        return f"there are {len(known)} to choose from" if known else ""
    more = len(known) - LISTED
    return f"one of: {some}" + (f", and {more} more" if more > 0 else "")
