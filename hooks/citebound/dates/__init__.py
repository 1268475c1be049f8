"""Dates: EDTF values, the phrases of sources, and what a date may claim.

The check of an event's date calls, in this order: :func:`parse`; where a phrase
is given, :func:`resolve` and :func:`disagreement`; else :func:`digits_in` with the
words of the evidence, unless the value is exactly ``[..published]``.
"""

from citebound.dates.bounds import TOOK_PLACE, bounds_of
from citebound.dates.claims import digits_in, disagreement
from citebound.dates.edtf import OPEN_HORIZON_YEARS, OPEN_START, Edtf, parse, parsed
from citebound.dates.english import in_words, precision, sort_key
from citebound.dates.moments import DateError, Precision
from citebound.dates.relative import COUNTED_FORWARD, RELATIVE, counts_on, meaning, resolve, rule_of
from citebound.dates.when import When, when, years

__all__ = [
    "COUNTED_FORWARD",
    "OPEN_HORIZON_YEARS",
    "OPEN_START",
    "RELATIVE",
    "TOOK_PLACE",
    "DateError",
    "Edtf",
    "Precision",
    "When",
    "bounds_of",
    "counts_on",
    "digits_in",
    "disagreement",
    "in_words",
    "meaning",
    "parse",
    "parsed",
    "precision",
    "resolve",
    "rule_of",
    "sort_key",
    "when",
    "years",
]
