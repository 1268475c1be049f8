"""Where a past verb of ours has a date after the day on which its sources were published.

No source can tell that something “opened in 2026” before then: it is to come there, however it is
said (“opens in 2026”, “the opening is planned for 2026”).
"""

from __future__ import annotations

from collections.abc import Iterator

from citebound.claims.figures.reading import figures_in
from citebound.claims.figures.values import Figure
from citebound.claims.statements import Statement
from citebound.dates import parsed
from citebound.dates.to_come import done_in
from citebound.problems import Problem
from citebound.text.limiting import language_of


def told_before(statement: Statement) -> Iterator[Problem]:
    """A warning for what is told as done at a time after its evidence, at that time: where the
    evidence has no such time, that is said alone.
    """
    text = statement.words.text
    published = [parsed(str(source.published)) for source in statement.evidence.sources]
    if not published:
        return
    days = [value.upper for value in published if value is not None and not value.is_open_end]
    if len(days) < len(published):
        return
    latest = max(days)
    last = (latest.year, latest.month, latest.day)
    for figure in figures_in(text, language_of(text)):
        if not _is_after(figure, last):
            continue
        verb = done_in(text, figure.span.start, figure.span.end)
        if verb is not None:
            yield Problem(
                statement.words.place(figure.span.start),
                "lost-limit",
                f"“{verb.of(text)}” tells {figure.span.of(text)} as past, and the evidence was "
                f"published before, on {latest}",
                "say it as something to come, as the source does; where it says so in other "
                "words, a reviewer may answer this: citebound sign",
                "warning",
            )
            return


def _is_after(figure: Figure, last: tuple[int, int, int]) -> bool:
    """Whether a figure is a date with its year that is after a day, in each of its readings."""
    dates = [value.amount for value in figure.values]
    return bool(dates) and all(
        isinstance(date, tuple) and date[0] and _parts(date) > last[: len(_parts(date))]
        for date in dates
    )


def _parts(date: tuple[int, int, int]) -> tuple[int, ...]:
    return date if date[2] else date[:2] if date[1] else date[:1]
