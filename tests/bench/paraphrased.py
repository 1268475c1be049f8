"""True sentences made by rule: passages of a source and what may be said of them, from tables.

A table entry has a source's sentence and paraphrases of it, with slots: names ``{A}`` and
``{B}``, figures ``{n}`` and ``{k}`` (``{N}`` and ``{K}`` in digits), ``{year}``, ``{month}``,
``{percent}``. ``[[one/other|plain]]`` is a place where the passage may limit what it says, in one
of several ways: both sides of a true pair are limited in the same way, or both are plain.
``{<A}`` and ``{>}`` enclose what the source tells as the words of ``A``. None of this is known to
the rules that are tried on it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

_CHOICE = re.compile(r"\[\[([^|\]]*)\|([^\]]*)\]\]")
_VOICE = re.compile(r"\{<([AB])\}|\{>\}")
_SLOT = re.compile(r"\{(A|B|n|k|N|K|year|month|percent)\}")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence of a source, and what may be said of it."""

    source: str
    paraphrases: tuple[str, ...]

    @property
    def limits(self) -> bool:
        """Whether there is something that the source may limit."""
        return "[[" in self.source

    @property
    def slots(self) -> frozenset[str]:
        """The slots of its source's sentence."""
        return frozenset(
            slot.lower() if slot in "NK" else slot for slot in _SLOT.findall(self.source)
        )


@dataclass(frozen=True, slots=True)
class Table:
    """The patterns of a language, and what its slots are filled with.

    A name is its full form and a short form. A number is written in one of the forms that
    ``written`` gives, each side as it likes; no two numbers of ``numbers`` have a form in common.
    """

    language: str
    patterns: tuple[Pattern, ...]
    names: tuple[tuple[str, str], ...]
    numbers: Mapping[int, tuple[str, ...]]
    months: tuple[tuple[str, ...], ...]
    digits: str = "0123456789"

    def figure(self, number: int) -> str:
        """A number in the digits of the language."""
        return str(number).translate(str.maketrans("0123456789", self.digits))


@dataclass(frozen=True, slots=True)
class Filled:
    """What the slots of a pattern are filled with; names and months by their index."""

    a: int
    b: int
    n: int
    k: int
    year: int
    month: int
    percent: int


@dataclass(frozen=True, slots=True)
class Voiced:
    """A sentence of a source. If a span of it, ``start`` to ``end``, is somebody's, ``cue`` is the
    stretch beside it that says so.
    """

    text: str
    speaker: int | None = None
    start: int = 0
    end: int = 0
    cue: tuple[int, int] = (0, 0)


def filled(table: Table, random: Random) -> Filled:
    """Values for the slots, no two of a kind the same."""
    a, b = random.sample(range(len(table.names)), 2)
    n, k = random.sample([*table.numbers], 2)
    return Filled(
        a, b, n, k,
        random.randrange(1961, 2024), random.randrange(len(table.months)),
        random.choice([number for number in range(21, 99) if number not in table.numbers]),
    )  # fmt: skip


def rendered(
    template: str, table: Table, values: Filled, seed: str, *, limited: bool, short: bool
) -> str:
    """A template as a sentence; ``short`` takes the short forms of names. What is chosen at a
    place depends on the seed and the place alone, so that a changed value changes nothing else.
    """

    def choice(found: re.Match[str], some: Sequence[str]) -> str:
        return Random(f"{seed} {found.start()}").choice(some)  # noqa: S311, no secret

    way = Random(seed.removesuffix(" source")).random()  # noqa: S311, no secret

    def chosen(found: re.Match[str]) -> str:
        ways = found[1].split("/")
        return ways[int(way * len(ways))] if limited else found[2]

    def slot(found: re.Match[str]) -> str:
        name = found[1]
        if name in ("A", "B"):
            return table.names[values.a if name == "A" else values.b][short]
        if name in ("n", "k"):
            return choice(found, table.numbers[values.n if name == "n" else values.k])
        if name in ("N", "K"):
            number = values.n if name == "N" else values.k
            return choice(found, [f for f in table.numbers[number] if not f.isalpha()])
        if name == "month":
            return table.months[values.month][0]
        return table.figure(values.year if name == "year" else values.percent)

    told = _SLOT.sub(slot, _CHOICE.sub(chosen, template))
    return " ".join(told.split())


def source_sentence(
    pattern: Pattern, table: Table, values: Filled, seed: str, *, limited: bool
) -> Voiced:
    """The sentence of the source, with its voice."""
    told = rendered(pattern.source, table, values, seed, limited=limited, short=False)
    told = told[0].upper() + told[1:] if told[0] != "{" else told[:4] + told[4].upper() + told[5:]
    marks = [*_VOICE.finditer(told)]
    if len(marks) < 2:
        return Voiced(told)
    before, inside = told[: marks[0].start()], told[marks[0].end() : marks[1].start()]
    after = told[marks[1].end() :]
    speaker = values.a if marks[0][1] == "A" else values.b
    end = len(before) + len(inside)
    text = before + inside + after
    cue = (0, len(before.rstrip())) if before.strip() else (end, len(text))
    return Voiced(text, speaker, len(before), end, cue)


def paraphrase(template: str, table: Table, values: Filled, seed: str, *, limited: bool) -> str:
    """Something true that is said of the sentence."""
    short = Random(seed).random() < 0.5  # noqa: S311, no secret
    told = rendered(template, table, values, seed, limited=limited, short=short)
    return told[0].upper() + told[1:]


def tables() -> Sequence[Table]:
    """The tables of every language."""
    from bench.paraphrased_burmese import BURMESE  # noqa: PLC0415, the tables import this module
    from bench.paraphrased_english import ENGLISH  # noqa: PLC0415
    from bench.paraphrased_russian import RUSSIAN  # noqa: PLC0415

    return (ENGLISH, RUSSIAN, BURMESE)
