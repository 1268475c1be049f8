"""*First* that counts nothing, and *never before*, which is a first time."""

from __future__ import annotations

from fractions import Fraction

from citebound.claims.figures.atoms import Atom
from citebound.claims.figures.endings import Row
from citebound.claims.figures.tables import listed
from citebound.claims.figures.values import Kind, Value

AS_ADJECTIVE = frozenset({"hand", "rate", "class", "guess", "degree"})
_AFTER_ADVERB = frozenset({",", "the", "a", "an", "it", "he", "she", "they", "we", "there", "came"})
_BEFORE_ORDINAL = frozenset(
    {
        *("the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "s", "very"),
        *("my", "your", "no", "any", "each", "every", "’", "'"),
    }
)
_RANKED = frozenset(
    {
        *("came", "come", "comes", "coming", "finish", "finished", "finishes", "placed", "ranked"),
        *("ranks", "rank", "was", "were", "is", "are", "be", "been", "at", "in", "on", "and", "or"),
    }
)
_DONE = frozenset(
    {
        *("held", "made", "set", "seen", "built", "given", "put", "said", "written", "told"),
        *("begun", "shown", "found", "sent", "taken", "met", "known", "came", "went", "began"),
        *("saw", "took", "gave", "became", "spoke", "heard", "sought", "brought", "drawn", "won"),
    }
)
NEVER = frozenset(("never", "никогда"))
_BEFORE = frozenset(listed("before ранее раньше прежде"))
_NEAR = 5
"""So many words may stand between *never* and *before*."""


def counts_nothing(row: Row, at: int, *, begins: bool) -> bool:
    """*At first*, *first of all*, *was first estimated*."""
    before, after = row.low(at - 1), row.low(at + 1)
    return (
        before in ("at", "-")
        or (after == "-" and row.low(at + 2) in AS_ADJECTIVE)
        or (after == "of" and row.low(at + 2) == "all")
        or (after == "and" and row.low(at + 2) == "foremost")
        or (begins and row.tokens[at].text[0].isupper() and after in _AFTER_ADVERB)
        or after in ("name", "names", "lady")
        or (before not in _BEFORE_ORDINAL and _is_done_first(row, at, begins=begins))
    )


def ends_clause(row: Row, at: int, *, begins: bool) -> bool:
    """Whether *first* is an adverb that ends its clause (“wants this first”, “who arrived
    first”): nobody is asked for it, but it bears out a first; “came first” is a rank.
    """
    after = row.low(at + 1)
    if after[:1].isalnum() or after in ("-", "‑", "(", "“") or row.low(at - 1) in _BEFORE_ORDINAL:
        return False
    return not (begins or row.low(at - 1) in _RANKED or row.low(at - 1) == "at")


def _is_done_first(row: Row, at: int, *, begins: bool) -> bool:
    """Whether *first* goes with a verb: “was first estimated”."""
    after = row.low(at + 1)
    if not after[:1].isalnum():
        return False
    ends = after.endswith("ed") and len(after) > 4
    capital = row.tokens[at + 1].text[0].isupper()
    return (ends or after in _DONE) and not (begins and ends and capital)


def never_before(row: Row, at: int) -> Atom | None:
    """The first time that “had never before been used” is, which nobody is asked for; “never
    before 2010” is none.
    """
    for step in range(1, _NEAR + 2):
        low = row.low(at + step)
        if not low[:1].isalpha():
            return None
        following = row.low(at + step + 1)
        if low in _BEFORE and (step == 1 or not following[:1].isalnum()):
            if following[:1].isdecimal():
                return None
            return Atom([Value(Kind.ORDINAL, Fraction(1))], at, at + step + 1, quiet=True)
    return None
