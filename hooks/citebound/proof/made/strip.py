"""The overview of the timeline, drawn again: each event as a bar over the years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from citebound.dates.edtf import Edtf
from citebound.proof.made.day_words import day_words
from citebound.proof.made.telling import plain, tag

_WIDTH, _MARGIN, _LANE, _BAR, _AXIS = 840, 24, 28, 14, 26
_LEAST, _BESIDE, _LETTER, _OPEN_YEARS = 10, 8, 6.9, 2
_STEPS, _MOST = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000), 14
_FADES = {
    "start": ((0, 0), (0.7, 1)), "end": ((0.3, 1), (1, 0)), "both": ((0, 0), (0.5, 1), (1, 0)),
}  # fmt: skip

_CAPTION = (
    "Each line is an event and leads to it. A filled bar was held or happened; an empty one is "
    "planned, intended or postponed, or its status is not clear. A side that fades out with an "
    "arrow is open: the source gives no end or no beginning. A broken outline marks a date that is "
    "approximate or uncertain."
)


@dataclass(frozen=True, slots=True)
class Dated:
    """An event of the strip."""

    name: str
    title: str
    status: str
    value: Edtf


def strip(events: Sequence[Dated]) -> str:
    """The strip of some events, those without a beginning last."""
    drawn = [_from_to(event.value) for event in events]
    first, last = min(start for start, _ in drawn), max(end for _, end in drawn) + 1
    scale = (_WIDTH - 2 * _MARGIN) / (last - first)
    axis = len(events) * _LANE + 4
    lines = _years(events, first, last, scale, axis)
    bars = (
        _bar(at, event, _MARGIN + (start - first) * scale, max(_LEAST, (end - start) * scale))
        for at, (event, (start, end)) in enumerate(zip(events, drawn, strict=True))
    )
    height = axis + _AXIS
    drawing = tag(
        "svg", tag("defs", *_fades()), *lines, *bars,
        aria_label="Overview: each event as a bar over the years, with a link to it",
        height=height, role="group", viewbox=f"0 0 {_WIDTH} {height}", width=_WIDTH,
        xmlns="http://www.w3.org/2000/svg",
    )  # fmt: skip
    return tag("figure", drawing, tag("figcaption", _CAPTION, class_="cb-fine"), class_="cb-strip")


def _at(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 365.25


def _from_to(value: Edtf) -> tuple[float, float]:
    """From where to where a date is drawn, in years; an open side for two years."""
    start, end = _at(value.lower), _at(value.upper) + 1 / 365
    if value.is_open_start:
        start = end - _OPEN_YEARS
    return start, start + _OPEN_YEARS if value.is_open_end else end


def _fades() -> Iterator[str]:
    for side, stops in _FADES.items():
        held = (
            tag("stop", offset=at, stop_color="#fff", stop_opacity=opacity)
            for at, opacity in stops
        )  # fmt: skip
        yield tag("lineargradient", *held, id=f"cb-fade-{side}")
        shape = tag("rect", fill=f"url(#cb-fade-{side})", height="1", width="1")
        yield tag("mask", shape, id=f"cb-mask-{side}", maskcontentunits="objectBoundingBox")


def _years(
    events: Sequence[Dated], first: float, last: float, scale: float, axis: int
) -> Iterator[str]:
    """The lines of the years; a year that has a heading is a link to it."""
    headed = {event.value.lower.year for event in events if not event.value.is_open_start}
    span = int(last) - int(first) + 1
    step = next((step for step in _STEPS if span / step <= _MOST), _STEPS[-1])
    for year in range(int(first), int(last) + 1):
        if year % step or year < first:
            continue
        x = round(_MARGIN + (year - first) * scale, 1)
        yield tag("line", class_="cb-strip-line", stroke="currentColor", stroke_opacity="0.2",
                  x1=x, x2=x, y1="0", y2=axis)  # fmt: skip
        words = tag("text", str(year), class_="cb-strip-year", fill="currentColor", font_size="14",
                    text_anchor="middle", x=x, y=axis + 18)  # fmt: skip
        yield tag("a", words, href=f"timeline/#y{year}") if year in headed else words


def _bar(at: int, event: Dated, x: float, width: float) -> str:
    value = event.value
    x = min(x, _WIDTH - width)
    is_left = x > _WIDTH - x - width
    letters = int(((x if is_left else _WIDTH - x - width) - _BESIDE) / _LETTER)
    left, wide, top = round(x, 1), round(width, 1), at * _LANE + (_LANE - _BAR) // 2
    is_open = value.is_open_start, value.is_open_end
    side = {(True, True): "both", (True, False): "start", (False, True): "end"}.get(is_open)
    is_vague = value.approximate or value.uncertain
    name = f"{event.title}: {day_words(value.text)}, {event.status}"
    held = [
        tag("title", plain(name)),
        tag("rect", fill="#000", fill_opacity="0", height=_LANE, width=_WIDTH, x="0",
            y=at * _LANE),
        tag("rect", class_="cb-bar-shape", fill="currentColor",
            fill_opacity="0.4" if is_vague else None, height=_BAR,
            mask=f"url(#cb-mask-{side})" if side else None, rx="3", stroke="currentColor",
            stroke_dasharray="4 3" if is_vague else None, width=wide, x=left, y=top),
    ]  # fmt: skip
    arrows = [f"M{left + wide - 7} {top + 3}l5 4l-5 4"] if value.is_open_end else []
    arrows += [f"M{left + 7} {top + 3}l-5 4l5 4"] if value.is_open_start else []
    held += [tag("path", d=d, fill="none", stroke="currentColor", stroke_width="2") for d in arrows]
    held.append(tag(
        "text", plain(_shortened(event.title, letters)), dominant_baseline="central",
        font_size="12", text_anchor="end" if is_left else None,
        x=round(x - _BESIDE if is_left else x + width + _BESIDE, 1), y=top + _BAR / 2,
    ))  # fmt: skip
    return tag("a", *held, aria_label=name, class_=f"cb-bar cb-bar-{event.status}",
               href=f"timeline/#{event.name}")  # fmt: skip


def _shortened(title: str, letters: int) -> str:
    """A title in at most so many letters, cut at a word."""
    if len(title) <= letters:
        return title
    return f"{title[:letters].rsplit(' ', 1)[0]} …"
