"""Verbs that judge what was said, *admitted, claimed, insisted*: they are the source's.

See docs/format.md, Who says it. Verbs of one row bear out each other, in any of the languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from citebound.claims.evidence import Evidence
from citebound.claims.spoken import SpokenWords, inverted_at, says_something
from citebound.text.patterns import Pattern


class _Row(NamedTuple):
    """Verbs with one verdict. ``english`` are their forms, each with *-ing* last; ``russian`` how
    they begin; ``also`` how words begin that bear them out besides (in Burmese: pieces).
    """

    english: str
    russian: str
    also: str


VERDICTS: tuple[_Row, ...] = (
    _Row("claim claims claimed claiming", "", "утвержда"),
    _Row(
        "admit admits admitted admitting concede concedes conceded conceding "
        "acknowledge acknowledges acknowledged acknowledging",
        "признал признае признаё признаю признав",
        "admission confess признани уступи сознал ဝန်ခံ",
    ),
    _Row("confess confesses confessed confessing", "сознал", "признал признае признаё ဝန်ခံ"),
    _Row("reveal reveals revealed revealing", "раскры проговорил", "ဖွင့်ဟ"),
    _Row("insist insists insisted insisting", "настаива", "အခိုင်အမာ"),
    _Row("lie lies lied", "солга врал соврал", ""),
    _Row("boast boasts boasted boasting", "хваста похваста", ""),
    _Row("threaten threatens threatened threatening", "угрожа пригрози", "threat"),
    _Row("joke jokes joked joking", "шути пошути", ""),
    _Row(
        "prove proves proved proven proving",
        "",
        "proof evidence show establish demonstrat found finds reveal confirm conclu discover "
        "determin доказа показ установ သက်သေ",
    ),
    _Row("confirm confirms confirmed confirming", "подтверд", "confirmation အတည်ပြု"),
)

_ENGLISH = {form: row for row in VERDICTS for form in row.english.split()}
_RUSSIAN = {begins: row for row in VERDICTS for begins in row.russian.split()}
_BEGINS = Pattern(
    rf"(?=\p{{L}}*(?:л[аои]?|[аеёиюя]т)(?:с[яь])?\Z)(?P<begins>{'|'.join(_RUSSIAN)})\p{{L}}*",
    regex.IGNORECASE,
)
"""A verb in Russian that tells who said something; a noun (*подтверждение*) ends otherwise."""

_WORD = Pattern(r"[\p{L}\p{M}]+")
_BURMESE = Pattern(r"\p{Script=Myanmar}")
_WHAT = Pattern(r"(?:[\s\1]+[\p{L}-]+){0,4}?[\s\1]*(?:,[\s\1]*что\b|:)")
_BY = Pattern(r" by (?:[\p{L}’'-]+ ){1,5}?that\b")
"""“It was admitted by Lee that”."""

_NO_VERDICT = frozenset(("the", "a", "this", "that", "to", "his", "her", "its", "their"))
"""Before a noun, or what somebody might say."""

_NOT_SAID = _NO_VERDICT | {"without", "not", "from", "of", "for", "before", "than", "and"}
"""Before a form with *-ing* that tells nothing that was said."""


def unborne_verdicts(
    words: SpokenWords, evidence: Evidence, *, begins: bool
) -> Iterator[tuple[int, int]]:
    """Where our words have a verb that judges what was said, and the evidence has none of its row.
    ``begins``: whether the first word is a verb of which the subject is left out.
    """
    told = [(at, row) for at, row in _verdicts(words, begins=begins) if row is not None]
    if not told:
        return
    texts = " ".join((*evidence.texts, *evidence.around)).casefold()
    every = frozenset(_WORD.findall(texts))
    for at, row in told:
        if not _bears(row, texts, every):
            yield words.words[at].start, words.words[at].end


def _bears(row: _Row, texts: str, every: frozenset[str]) -> bool:
    listed = f"{row.english} {row.russian} {row.also}".split()
    pieces = [word for word in listed if _BURMESE.match(word)]
    begins = tuple(word for word in listed if not _BURMESE.match(word))
    return any(piece in texts for piece in pieces) or any(word.startswith(begins) for word in every)


def _verdicts(words: SpokenWords, *, begins: bool) -> Iterator[tuple[int, _Row | None]]:
    for at, small in enumerate(words.small):
        if at or begins:
            before = words.small[at - 1] if at else ""
            yield at, _english(words, at, small, before) or _russian(words, at, small)


def _english(words: SpokenWords, at: int, small: str, before: str) -> _Row | None:
    row = _ENGLISH.get(small)
    if row is None or before in (_NOT_SAID if small.endswith("ing") else _NO_VERDICT):
        return None
    end = words.words[at].end
    if small.endswith("ing"):
        return row if words.text.startswith(" that ", end) else None
    said = says_something(words, at) or _BY.match(words.text, end) or inverted_at(words, at)
    return row if said else None


def _russian(words: SpokenWords, at: int, small: str) -> _Row | None:
    found = None if small.isascii() else _BEGINS.fullmatch(small)
    if found is None:
        return None
    said = _WHAT.match(words.text, words.words[at].end) or inverted_at(words, at)
    return _RUSSIAN[found["begins"].casefold()] if said else None
