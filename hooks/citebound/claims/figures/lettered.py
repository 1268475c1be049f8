"""The letters of units, which are no names: US in “US$50”, AUD, BCE, *Fahrenheit*.

They are a part of their figure, and the rule of figures judges it.
"""

from __future__ import annotations

from bisect import bisect_right

from citebound.claims.figures.reading import figures_in
from citebound.claims.name_forms import words_in
from citebound.model import Span
from citebound.text.limiting import language_of

_SCALES = frozenset(("celsiu", "celsius", "fahrenheit", "centigrade"))
"""Units that are written out with a capital: the forms of the names of those who made them."""


def letters_of_units(text: str) -> tuple[Span, ...]:
    """Where the letters of units stand in the figures of a text. *Australian* in “50 Australian
    dollars” is a name as well.
    """
    words = [w for w in words_in(text) if w.upper or (w.capital and w.form in _SCALES)]
    if not words:
        return ()
    found = figures_in(text, language_of(text))
    measured = [figure.span for figure in found if any(v.unit for v in figure.values)]
    starts = [span.start for span in measured]
    return tuple(
        Span(word.start, word.end)
        for word in words
        if (at := bisect_right(starts, word.start)) and word.end <= measured[at - 1].end
    )
