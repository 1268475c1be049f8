"""Dates drawn on an axis: what is known of each, and what is only possible.

A known day is a point, a time that is known to have lasted is a bar, and what a date leaves open
is a bracket around all that it may mean, which is never drawn as if it had lasted. A side without
an end has an arrow; an end that is approximate or uncertain has no upright.

Positions are units of a view box that is stretched to the width it is given. So there are paths
only, whose lines keep their strength however wide they become.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from citebound.dates import Edtf, Precision
from citebound.dates.counting import MONTHS
from citebound.dates.edtf import Kind, Stretch
from citebound.dates.moments import Moment

WIDTH, MIDDLE = 1000, 12
"""The width of a drawing, and the height of its middle, in units of its view box."""

LEAST, ARROW, CAP = 14, 12, 5
"""The least width of a bracket, the length of an arrow, and half the height of an upright."""

LEAST_BAR = 8
"""The least width of a bar."""

STEPS = (1, 2, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)))
"""How many months may lie between two marks of the axis."""

MOST_TICKS = 7
"""So many marks have room for their words on a phone, and beside the events of a briefing."""

OPEN_MONTHS = 12
"""How far the axis reaches beyond an end that is open, at least."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis: a year, or a month within a year."""

    words: str
    x: float

    @property
    def percent(self) -> str:
        """Where it is, of the whole width with its margins of 6 units."""
        return f"{_number((self.x + 6) / (WIDTH + 12) * 100)}%"


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis: its first day and the day after its last, as ordinals, and its marks."""

    first: int
    last: int
    ticks: tuple[Tick, ...]

    def at(self, day: float) -> float:
        """Where a day begins."""
        return WIDTH * (day - self.first) / (self.last - self.first)

    @property
    def lines(self) -> str:
        """The lines of the marks: long, so that they run through a row of any height."""
        return "".join(f"M{_number(tick.x)}-999v1999" for tick in self.ticks)


Paths = tuple[tuple[str, str], ...]
"""A drawing: a name and a path for each sort of sign in it."""


@dataclass(slots=True)
class _Drawn:
    """The signs of a date, as far as they are drawn."""

    points: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    possible: list[str] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)


def scale_of(values: Iterable[Edtf]) -> Scale:
    """The axis that holds some dates; there is one at least. It begins with a year."""
    reached = [month for value in values for stretch in value.stretches for month in _to(stretch)]
    months = _marked(min(reached), max(reached) + 1)
    scale = Scale(_first_day(months.start), _first_day(months.stop), ())
    ticks = (Tick(_called(month), round(scale.at(_first_day(month)), 1)) for month in months)
    return replace(scale, ticks=tuple(ticks))


def _marked(first: int, last: int) -> range:
    """The months of the marks, few enough: from the beginning of a year to after the last."""
    marked = [_in_steps(first, last, step) for step in STEPS]
    return next((months for months in marked if len(months) <= MOST_TICKS), marked[-1])


def _in_steps(first: int, last: int, step: int) -> range:
    start = max(12, first - first % max(step, 12))
    return range(start, start - (start - last) // step * step, step)


def _to(stretch: Stretch) -> Iterator[int]:
    """The months, counted from the year 0, that an axis reaches for a part of a date."""
    for end in (stretch.start, stretch.end):
        if end is not None:
            yield _month(end.first)
            yield _month(end.last)
    if stretch.start is None and stretch.end is not None:
        yield _month(stretch.end.first) - OPEN_MONTHS
    if stretch.end is None and stretch.start is not None:
        yield _month(stretch.start.last) + OPEN_MONTHS


def _month(day: date) -> int:
    return 12 * day.year + day.month - 1


def _first_day(month: int) -> int:
    if month // 12 > date.max.year:
        return date.max.toordinal() + 1
    return date(month // 12, month % 12 + 1, 1).toordinal()


def _called(month: int) -> str:
    return MONTHS[month % 12][:3] if month % 12 else str(month // 12)


def draw(value: Edtf, scale: Scale) -> Paths:
    """A date on an axis that holds it, as paths with their names: ``point`` and ``known`` are
    known, ``possible`` is what the date may mean, ``ends`` are the uprights and arrows of that.
    """
    drawn = _Drawn()
    for stretch in value.stretches:
        start, end = stretch.start, stretch.end
        if start is not None and start is end and _is_day(start):
            drawn.points.append(f"M{_number(scale.at(start.first.toordinal() + 0.5))} {MIDDLE}h.1")
        elif value.kind is Kind.INTERVAL and start is not None and end is not None:
            _lasting(start, end, scale, drawn)
        else:
            _within(start, end, scale, drawn)
    every = (("possible", drawn.possible), ("known", drawn.known), ("ends", drawn.ends),
             ("point", drawn.points))  # fmt: skip
    return tuple((name, "".join(paths)) for name, paths in every if paths)


def _is_day(moment: Moment) -> bool:
    return moment.precision is Precision.DAY and not moment.qualified


def _lasting(start: Moment, end: Moment, scale: Scale, drawn: _Drawn) -> None:
    """Something that lasted: a bar from the last day on which it may have begun to the first on
    which it may have ended, and what is possible before and after that.
    """
    left, right = start.last.toordinal(), end.first.toordinal() + 1
    if left >= right:
        _within(start, end, scale, drawn)
        return
    inner = _widened(scale.at(left), scale.at(right), LEAST_BAR)
    drawn.known.append(_line(*inner))
    first, last = scale.at(start.first.toordinal()), scale.at(end.last.toordinal() + 1)
    for moment, near, far, off in (
        (start, inner[0], first, max(0, min(first, inner[0] - LEAST))),
        (end, inner[1], last, min(WIDTH, max(last, inner[1] + LEAST))),
    ):
        if moment.qualified:  # nothing says how far it may be off
            drawn.possible.append(_line(*sorted((near, off))))
        elif moment.precision is not Precision.DAY:
            drawn.possible.append(_line(*sorted((near, far))))
            drawn.ends.append(_upright(far))


def _within(start: Moment | None, end: Moment | None, scale: Scale, drawn: _Drawn) -> None:
    """A bracket around all days that a date may mean."""
    left = scale.at(start.first.toordinal()) if start else 0
    right = scale.at(end.last.toordinal() + 1) if end else WIDTH
    left, right = _widened(left, right, LEAST)
    drawn.possible.append(_line(left, right))
    for moment, x, inwards in ((start, left, ARROW), (end, right, -ARROW)):
        if moment is None:
            drawn.ends.append(_arrow(x, inwards))
        elif not moment.qualified:
            drawn.ends.append(_upright(x))


def _widened(left: float, right: float, least: float) -> tuple[float, float]:
    """From where to where something is drawn that must be seen, within the drawing."""
    more = max(0, least - (right - left)) / 2
    left = min(max(0, left - more), WIDTH - least)
    return left, max(left + least, right)


def _line(left: float, right: float) -> str:
    return f"M{_number(left)} {MIDDLE}H{_number(right)}"


def _upright(x: float) -> str:
    return f"M{_number(x)} {MIDDLE - CAP}v{2 * CAP}"


def _arrow(x: float, inwards: int) -> str:
    back = _number(x + inwards)
    return f"M{back} {MIDDLE - CAP}L{_number(x)} {MIDDLE}L{back} {MIDDLE + CAP}"


def _number(value: float) -> str:
    return f"{round(value, 1):g}"
