"""What a source is worth, in the few words of a line that leads to the whole of it."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import GRADES, Source

ABOUT = "About the source"


def grade_words(source: Source) -> str:
    """The grade of a source without its reason; that there is something about it where it has
    none.
    """
    grade = source.grade
    return f"Grade {grade.mark}: {GRADES[grade.mark]}" if grade else ABOUT


def worth_words(source: Source) -> str:
    """What its editor says of the worth of a source; "" where that is nothing."""
    told = "; ".join(_told(source))
    if source.grade and "; " in told:
        told = told.replace("; ", ". On its page: ", 1)
    return told[:1].upper() + told[1:]


def _told(source: Source) -> Iterator[str]:
    if source.grade:
        yield grade_words(source)
    if source.circular:
        yield "risk of circular reporting"
    if source.obtain:
        yield "what to obtain next"
