"""A title and a surname in our words, where the evidence has a first name between the two: “US
President Biden” for “US President Joe Biden”, and a title that one of the two has shortened.

See docs/our-own-sentences.md, Names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import regex

from citebound.claims.name_forms import CALENDAR, NEVER, TITLES, Word, spans_of, words_in
from citebound.text.patterns import Pattern

_SHORT: Mapping[str, str] = {
    "Adm": "Admiral",
    "Amb": "Ambassador",
    "Brig": "Brigadier",
    "Capt": "Captain",
    "Cmdr": "Commander",
    "Col": "Colonel",
    "Gen": "General",
    "Gov": "Governor",
    "Lt": "Lieutenant",
    "Maj": "Major",
    "PM": "Prime Minister",
    "Pres": "President",
    "Prof": "Professor",
    "Rep": "Representative",
    "Sen": "Senator",
    "Sgt": "Sergeant",
    "VP": "Vice President",
}
"""Shortened titles: a closed list."""

SHORT_TITLES = {short: full.lower() for short, full in _SHORT.items() if " " not in full}
"""Those that stand for one word, each with its form."""

_SHORTENED = Pattern(rf"(?<![\p{{L}}\p{{N}}])({'|'.join(_SHORT)})\.?(?= \p{{Lu}})")
_OF = Pattern(r"(?P<title>\p{L}+) of (?:the )?\Z")
_LOOK_BACK = 40
_FAR = 120
_BETWEEN = 3
"""So many words of a name stand at most between the title and the surname."""


def is_titled_so(text: str, run: Sequence[Word], evidence: Iterable[str]) -> bool:
    """Whether the evidence has the words of a run that begins in our text, and of the name that a
    title in it stands before, with nothing but further words of that name between the two.
    """
    start, evidence = run[0].start, tuple(evidence)
    if len(run) == 1 and _is_told(text[start : run[0].end], evidence):
        return True
    said = _in_full(text[start : start + _FAR])
    mine = next(spans_of(words_in(said), said), [])
    of = _OF.search(text, max(0, start - _LOOK_BACK), start)
    places = list(_places(mine, is_office=of is not None and of["title"].casefold() in TITLES))
    if not places:
        return False
    for other in evidence:
        full = _in_full(other)
        for theirs in spans_of(words_in(full), full):
            forms = [word.form for word in theirs]
            if any(_holds(forms, title, name) for title, name in places):
                return True
    return False


def _is_told(said: str, evidence: Iterable[str]) -> bool:
    """Whether a title that stands by itself is in the evidence as it is shortened, or in full:
    “the Senator” for “Sen. Lee”, “Col. Lee” for “Lee is a colonel”.
    """
    full = SHORT_TITLES.get(said, said.casefold())
    if full not in SHORT_TITLES.values():
        return False
    return any(
        word.form == full or SHORT_TITLES.get(other[word.start : word.end]) == full
        for other in evidence
        for word in words_in(other)
    )


def _in_full(text: str) -> str:
    return _SHORTENED.sub(_full, text)


def _full(found: regex.Match[str]) -> str:
    return _SHORT[found[1]]


def _places(run: Sequence[Word], *, is_office: bool) -> Iterator[tuple[list[str], list[str]]]:
    """The words of a run up to a title, and those of the name after it. After *Secretary of* any
    word may be the last one of the office.
    """
    forms = [word.form for word in run if word.form not in NEVER | CALENDAR]
    titles = [at for at, form in enumerate(forms[:-1], 1) if form in TITLES]
    if titles:
        yield forms[: titles[-1]], forms[titles[-1] :]
    elif is_office:
        yield from ((forms[:at], forms[at:]) for at in range(1, len(forms)))


def _holds(forms: Sequence[str], title: Sequence[str], name: Sequence[str]) -> bool:
    for at in range(len(forms) - len(title) - len(name) + 1):
        if forms[at : at + len(title)] != title:
            continue
        after = at + len(title)
        if any(forms[n : n + len(name)] == name for n in range(after, after + _BETWEEN + 1)):
            return True
    return False
