"""Initials: the abbreviations that the words of a text may be written as.

*CIS* stands for “Commonwealth of Independent States”, *UN* and *UNHCR* for “United Nations High
Commissioner for Refugees”, *MoU* for “memorandum of understanding”, *Q1* for “the first quarter”
(docs/our-own-sentences.md, Names).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from citebound.claims.name_forms import NEVER, TITLES, Word, is_joined

_JOIN = frozenset(("of", "for", "the", "and", "de", "du", "des", "la", "и", "по"))
"""Words in small letters that stand within a name."""

_AND = frozenset(("and", "и"))
_LEAST = 3
"""Two names with *and* between them are no name of two words."""

_WRITTEN: Mapping[tuple[str, ...], str] = {
    ("memorandum", "of", "understanding"): "mou",
    ("memoranda", "of", "understanding"): "mou",
    ("gross", "domestic", "product"): "gdp",
    ("gross", "national", "product"): "gnp",
    ("weapon", "of", "mass", "destruction"): "wmd",
    ("non", "governmental", "organization"): "ngo",
    ("nongovernmental", "organization"): "ngo",
}
"""What is written in small letters, by the forms of its words."""

_LONGEST = 8
"""So many words of a name are put together at most."""

_FIRST_WRITTEN = frozenset(forms[0] for forms in _WRITTEN)

_QUARTERS = {"quarter": "q", "half": "h", "квартал": "q", "полугод": "h"}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    "перв": 1, "втор": 2, "трет": 3, "четверт": 4, "четвёрт": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4,
}  # fmt: skip
"""The number of a quarter, by the form of its word."""


def initials_of(run: Sequence[Word]) -> str:
    """The initials of a name of several words: *un* for the United Nations."""
    words = [word for word in run if word.form not in NEVER]
    return "".join(word.form[0] for word in words) if len(words) > 1 else ""


def initials_in(words: Sequence[Word], text: str) -> Iterator[str]:
    """Every abbreviation that stands for words of a text which follow each other."""
    for at, word in enumerate(words):
        if word.capital and word.form not in NEVER and _begins(words, at, text):
            yield from _from(words, at, text)
        if word.form in _ORDINALS and at + 1 < len(words) and words[at + 1].form in _QUARTERS:
            yield f"{_QUARTERS[words[at + 1].form]}{_ORDINALS[word.form]}"
        if word.form in _FIRST_WRITTEN:
            forms = tuple(later.form for later in words[at : at + 4])
            yield from (short for said, short in _WRITTEN.items() if forms[: len(said)] == said)


def _begins(words: Sequence[Word], at: int, text: str) -> bool:
    """Whether a name may begin with a word: it does not go on from a word with a capital."""
    if not at:
        return True
    before = words[at - 1]
    goes_on = (
        before.capital and not before.possessive and is_joined(text[before.end : words[at].start])
    )
    return not goes_on or before.form in NEVER or before.form in TITLES


def _from(words: Sequence[Word], at: int, text: str) -> Iterator[str]:
    """The initials of a name that begins with a word, and of its beginnings, with the initials of
    the small words in it and without.
    """
    short = whole = ""
    least = 2
    for number in range(at, min(at + _LONGEST, len(words))):
        word = words[number]
        if number > at:
            before = words[number - 1]
            if before.possessive or not is_joined(text[before.end : word.start]):
                return
        if word.capital:
            if word.form not in NEVER:
                short += word.form[0]
            whole += word.form[0]
            if len(short) >= least:
                yield from (short, whole)
        elif text[word.start : word.end] in _JOIN:
            whole += word.form[0]
            least = _LEAST if word.form in _AND else least
        else:
            return
