"""Dates drawn again: the axis over some events, and each of their dates on it.

What is drawn is told as three stretches of days: those on which something began at the latest and
ended at the earliest (known), and those around them that are possible. Each is a path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from citebound.dates.edtf import Edtf, Kind, Stretch
from citebound.dates.moments import Moment, Precision
from citebound.proof.made.telling import tag

_WIDE, _MARGIN, _TALL = 1000, 6, 24
_BRACKET, _BAR, _ARROW = 14, 8, 12
_MARKS, _BEYOND = 7, 12
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_MONTHS = ("", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NO_DAY = date.max.toordinal() + 1

_SIGNS = (
    ("a day", (("point", "M18 12h.1"),)),
    ("a span of time", (("known", "M4 12H32"),)),
    ("some time within this", (("possible", "M4 12H32"), ("ends", "M4 7v10M32 7v10"))),
    ("open: no beginning or end is given",
     (("possible", "M4 12H32"), ("ends", "M4 7v10M24 7L32 12L24 17"))),
    ("no upright: approximate or uncertain", (("possible", "M4 12H32"),)),
)  # fmt: skip


def legend() -> str:
    """What each sign of a drawing means."""
    held = (tag("li", _drawing("0 0 36 24", signs, aria_hidden="true", height="24", width="36"),
                " ", words) for words, signs in _SIGNS)  # fmt: skip
    return tag("ul", tag("li", "How dates are drawn:"), *held,
               class_="cb-legend cb-fine cb-plain", id="cb-legend")  # fmt: skip


def _drawing(box: str, paths: Iterable[tuple[str, str]], **attributes: object) -> str:
    held = (tag("path", class_=f"cb-{name}", d=d) for name, d in paths)
    return tag("svg", *held, viewbox=box, **attributes)


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis: the months at which it has marks, counted from the year 0, and where it ends."""

    marks: range

    def place(self, day: float) -> float:
        """Where a day begins, in units of the drawing."""
        first, after = _begins(self.marks.start), _begins(self.marks.stop)
        return _WIDE * (day - first) / (after - first)

    def head(self) -> str:
        """The axis itself, over a list of events."""
        held = []
        for month in self.marks:
            x = round(self.place(_begins(month)), 1)
            where = f"{round((x + _MARGIN) / (_WIDE + 2 * _MARGIN) * 100, 1):g}%"
            held += [
                tag("line", x1=where, x2=where, y2="100%"),
                tag("text", _MONTHS[month % 12] or str(month // 12), dx="4", x=where, y="15"),
            ]
        return tag("div", tag("svg", *held), aria_hidden="true", class_="cb-axis")

    def row(self, value: Edtf) -> str:
        """The drawing of a date."""
        lines = (f"M{round(self.place(_begins(month)), 1):g}-999v1999" for month in self.marks)
        signs = {"possible": "", "known": "", "ends": "", "point": ""}
        for stretch in value.stretches:
            for name, path in self._signs(stretch, lasts=value.kind is Kind.INTERVAL):
                signs[name] += path
        paths = [("years", "".join(lines)), *((name, d) for name, d in signs.items() if d)]
        box = f"{-_MARGIN} 0 {_WIDE + 2 * _MARGIN} {_TALL}"
        return tag("div", _drawing(box, paths, preserveaspectratio="none"), aria_hidden="true",
                   class_="cb-drawn")  # fmt: skip

    def _signs(self, stretch: Stretch, *, lasts: bool) -> Iterator[tuple[str, str]]:
        start, end = stretch.start, stretch.end
        if start and start is end and not start.qualified and start.precision is Precision.DAY:
            yield "point", f"M{_told(self.place(start.first.toordinal() + 0.5))} 12h.1"
            return
        if lasts and start and end and start.last <= end.first:
            yield from self._lasted(start, end)
            return
        x = self.place(start.first.toordinal()) if start else 0
        y = self.place(end.last.toordinal() + 1) if end else _WIDE
        x, y = _seen(x, y, _BRACKET)
        yield "possible", f"M{_told(x)} 12H{_told(y)}"
        yield from self._end(start, x, _ARROW)
        yield from self._end(end, y, -_ARROW)

    def _end(self, moment: Moment | None, x: float, back: int) -> Iterator[tuple[str, str]]:
        if moment is None:
            yield "ends", f"M{_told(x + back)} 7L{_told(x)} 12L{_told(x + back)} 17"
        elif not moment.qualified:
            yield "ends", f"M{_told(x)} 7v10"

    def _lasted(self, start: Moment, end: Moment) -> Iterator[tuple[str, str]]:
        """What lasted at least from the last day of its beginning to the first of its end."""
        left, right = _seen(
            self.place(start.last.toordinal()), self.place(end.first.toordinal() + 1), _BAR
        )
        yield "known", f"M{_told(left)} 12H{_told(right)}"
        if start.qualified or start.precision is not Precision.DAY:
            far = self.place(start.first.toordinal())
            if start.qualified:
                far = max(0, min(far, left - _BRACKET))
            else:
                yield "ends", f"M{_told(far)} 7v10"
            yield "possible", f"M{_told(min(far, left))} 12H{_told(max(far, left))}"
        if end.qualified or end.precision is not Precision.DAY:
            far = self.place(end.last.toordinal() + 1)
            if end.qualified:
                far = min(_WIDE, max(far, right + _BRACKET))
            else:
                yield "ends", f"M{_told(far)} 7v10"
            yield "possible", f"M{_told(min(far, right))} 12H{_told(max(far, right))}"


def axis_of(values: Iterable[Edtf]) -> Axis:
    """The axis that holds some dates: from the beginning of a year on, with few marks."""
    months: set[int] = set()
    for value in values:
        for moment in value.moments:
            months |= {_month(moment.first), _month(moment.last)}
        for stretch in value.stretches:
            if stretch.start is None:
                months |= {_month(m.first) - _BEYOND for m in (stretch.end,) if m}
            if stretch.end is None:
                months |= {_month(m.last) + _BEYOND for m in (stretch.start,) if m}
    first, after = min(months), max(months) + 1
    marks = range(first, after)
    for step in (1, 2, 3, 6, *(12 * years for years in _YEARS)):
        whole = max(step, 12)
        begin = max(12, first // whole * whole)
        count = -((begin - after) // step)
        marks = range(begin, begin + count * step, step)
        if count <= _MARKS:
            break
    return Axis(marks)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _begins(month: int) -> int:
    year, of_year = divmod(month, 12)
    return date(year, of_year + 1, 1).toordinal() if year <= date.max.year else _NO_DAY


def _seen(left: float, right: float, least: float) -> tuple[float, float]:
    """What is too narrow to be seen, as wide as it must be, within the drawing."""
    if right - left >= least:
        return left, right
    begin = max(0, left - (least - right + left) / 2)
    begin = min(begin, _WIDE - least)
    return begin, begin + least


def _told(x: float) -> str:
    return f"{round(x, 1):g}"
