"""What follows a Burmese figure and bounds or measures it, glued to what follows in turn:
၃၀၀ ကျော်သည်, ၃၀၀ ဦးခန့်ကို. What is counted may stand between.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from citebound.claims.figures.burmese import BURMESE, COUNTERS, GOES_ON, YEARS
from citebound.model import Span
from citebound.text.bounding import OF_DATES, Bounding, Of, any_of, phrases
from citebound.text.common import is_common
from citebound.text.limiting import LIMITS
from citebound.text.patterns import Pattern

_COUNTED = any_of({*COUNTERS, *BURMESE.units, *YEARS, "ပြည့်နှစ်", "နေ့", "စု", "သား"})
BETWEEN = rf"\s*+(?:(?:{_COUNTED})(?!{GOES_ON})\s*+){{0,3}}?"
"""What may stand between a figure and what is said of it."""

_BOUNDS = phrases("my", after=True)
_OF_FIGURES = phrases("my", of=(Of.EITHER, Of.AMOUNTS), after=True)


def _after(words: Collection[str]) -> Pattern:
    return Pattern(rf"{BETWEEN}({any_of(words)})(?!{GOES_ON}|ကြား)")


_BOUND = _after(_BOUNDS)
_MORE = _after([words for words, bounding in _OF_FIGURES.items() if bounding is Bounding.MORE])
_IN = Pattern(rf"{BETWEEN}(?:တွင်|၌|အတွင်း)")
_MEASURE = _after(LIMITS["my"].after)


@lru_cache(maxsize=256)
def _may_have(text: str) -> bool:
    """Whether a text may have Burmese words: each expression here ends with one."""
    return not is_common(text)


def bound_after(text: str, at: int, *, year: bool) -> tuple[Bounding, int] | None:
    """How what follows a figure bounds it, and where that ends."""
    found = _BOUND.match(text, at) if _may_have(text) else None
    if found is None or (_BOUNDS[found[1]] in OF_DATES and not year):
        return None
    return _BOUNDS[found[1]], found.end()


def measure_after(text: str, at: int) -> str:
    """The words right after a figure that measure it, or nothing."""
    found = _MEASURE.match(text, at) if _may_have(text) else None
    return found[1] if found else ""


def is_more(text: str, at: int) -> bool:
    """Whether what follows a figure says that there is more of it."""
    return _may_have(text) and _MORE.match(text, at) is not None


def is_in(text: str, at: int) -> bool:
    """Whether what follows a date says that something was in it: ၂၀၂၃ ခုနှစ်တွင်."""
    return _may_have(text) and _IN.match(text, at) is not None


_FROM = Pattern(rf"{BETWEEN}(မှ|နှင့်)\s*")
_UP_TO = Pattern(rf"{BETWEEN}(အထိ|အကြား|ကြား)(?!{GOES_ON})")
_CHANGES = Pattern("တိုး|တက်|မြင့်|ကျ|လျော့|ရောက်|ပြောင်း|ရွှေ့")
_REACH = 40


def is_range(text: str, first: Span, second: Span) -> bool:
    """Whether two figures are the ends of a range: ၅၀ မှ ၁၀၀ အထိ, ၅၀ နှင့် ၁၀၀ ကြား. What rose from
    50 to 100 was both.
    """
    if not _may_have(text):
        return False
    joined = _FROM.fullmatch(text, first.end, second.start)
    ends = _UP_TO.match(text, second.end)
    if joined is None or ends is None or (joined[1] == "နှင့်" and ends[1] == "အထိ"):
        return False
    return ends[1] != "အထိ" or not _CHANGES.search(text, ends.end(), ends.end() + _REACH)
