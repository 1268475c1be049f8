"""The overview strip: every event as a bar over the years, drawn when the site is built.

Each event has a lane, with its title next to its bar. An end that the date leaves open fades out
and carries an arrow; a date that is approximate or uncertain has a broken outline; the name of
the link says in words what the drawing shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from citebound.dates import Edtf, in_words
from citebound.indexes import EventEntry

WIDTH = 840
"""The width of the strip, in units of its view box."""

MARGIN, LANE, BAR, LEAST, AXIS = 24, 28, 14, 10, 26
"""The space at both sides, the height of a lane (all of it, with the bar and its title, is the
target of 24 units that WCAG 2.5.8 asks for), of a bar, its least width, and the axis' height."""

GAP, LETTER = 8, 6.9
"""The space between a bar and its title, and the width of a letter of the title, on average."""

OPEN_DRAWN_YEARS = 2
"""How far an open beginning or end is drawn; it means more than that."""

TICKS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
MOST_TICKS = 14


@dataclass(frozen=True, slots=True)
class Bar:
    """An event in the strip."""

    id: str
    title: str
    status: str
    x: float
    y: float
    width: float
    open_start: bool
    open_end: bool
    vague: bool
    label: str
    label_x: float
    label_left: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis; ``anchor`` is the anchor of its heading, if the page has one."""

    year: int
    x: float
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip laid out. ``height`` holds the axis; ``axis`` is where it begins."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    height: int
    axis: int
    width: int = WIDTH
    bar: int = BAR
    lane: int = LANE


def strip_of(events: tuple[EventEntry, ...]) -> Strip:
    """The strip of some events, which are in order; those without a beginning come last."""
    events = tuple(sorted(events, key=lambda event: event.date.is_open_start))
    drawn = [_drawn(event.date) for event in events]
    first = min(start for start, _ in drawn)
    last = max(end for _, end in drawn) + 1
    scale = (WIDTH - 2 * MARGIN) / (last - first)
    bars = []
    for lane, (event, (start, end)) in enumerate(zip(events, drawn, strict=True)):
        x = MARGIN + (start - first) * scale
        width = max(LEAST, (end - start) * scale)
        x = min(x, WIDTH - width)
        left = x > WIDTH - x - width
        room = (x if left else WIDTH - x - width) - GAP
        value = event.date
        bars.append(
            Bar(
                event.id,
                f"{event.title}: {in_words(value)}, {event.status}",
                event.status,
                round(x, 1),
                lane * LANE + (LANE - BAR) // 2,
                round(width, 1),
                value.is_open_start,
                value.is_open_end,
                value.approximate or value.uncertain,
                _shortened(event.title, int(room / LETTER)),
                round(x - GAP if left else x + width + GAP, 1),
                left,
            )
        )
    years = {e.date.lower.year for e in events if not e.date.is_open_start}
    span = int(last) - int(first) + 1
    step = next((t for t in TICKS if span / t <= MOST_TICKS), TICKS[-1])
    ticks = tuple(
        Tick(year, round(MARGIN + (year - first) * scale, 1), f"y{year}" if year in years else None)
        for year in range(int(first), int(last) + 1)
        if year % step == 0 and year >= first
    )
    axis = len(bars) * LANE + 4
    return Strip(tuple(bars), ticks, axis + AXIS, axis)


def _shortened(title: str, letters: int) -> str:
    """A title in at most so many letters, cut at a word; the name of the link has all of it."""
    if len(title) <= letters:
        return title
    return f"{title[:letters].rsplit(' ', 1)[0]} …"


def _drawn(value: Edtf) -> tuple[float, float]:
    """From where to where a date is drawn, in years; an open side for a short way only."""
    start, end = _year(value.lower), _year(value.upper) + 1 / 365
    if value.is_open_start:
        start = end - OPEN_DRAWN_YEARS
    if value.is_open_end:
        end = start + OPEN_DRAWN_YEARS
    return start, end


def _year(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 365.25
