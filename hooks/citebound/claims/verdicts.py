"""Verbs that judge what was said, *admitted, claimed, insisted*: they are the source's.

Verbs of one row bear out each other, in any of the languages. See
docs/our-own-sentences.md, Who says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from citebound.claims.evidence import Evidence
from citebound.claims.judged_objects import says_with_object, says_with_object_in_russian
from citebound.claims.spoken import SpokenWords, inverted_at, says_something
from citebound.text.patterns import Pattern


class _Row(NamedTuple):
    """Verbs with one verdict. ``english`` are their forms, each with *-ing* last; ``russian`` how
    they begin; ``also`` how words begin that bear them out besides (in Burmese: pieces), and
    ``phrases`` a pattern of several words that do.
    """

    english: str
    russian: str
    also: str
    phrases: Pattern | None = None


_INNOCENCE = Pattern(
    r"\b(?:maintain|protest|profess|proclaim)\p{L}* (?:his|her|its|their) innocence\b"
)

VERDICTS: tuple[_Row, ...] = (
    _Row("claim claims claimed claiming", "", "утвержда", _INNOCENCE),
    _Row(
        "admit admits admitted admitting concede concedes conceded conceding "
        "acknowledge acknowledges acknowledged acknowledging",
        "признал признае признаё признаю признав",
        "admission confess признани уступи сознал ဝန်ခံ",
        Pattern(r"\b(?:plead(?:s|ed)?|pled) guilty\b|\b(?:came|come|comes) clean\b"),
    ),
    _Row("confess confesses confessed confessing", "сознал", "признал признае признаё ဝန်ခံ"),
    _Row("reveal reveals revealed revealing", "раскры проговорил", "disclos ဖွင့်ဟ"),
    _Row("insist insists insisted insisting", "настаива", "အခိုင်အမာ", _INNOCENCE),
    _Row("lie lies lied", "солга врал соврал", ""),
    _Row("boast boasts boasted boasting", "хваста похваста", "brag"),
    _Row("threaten threatens threatened threatening", "угрожа пригрози", "threat"),
    _Row("joke jokes joked joking", "шути пошути", "quip jest"),
    _Row(
        "prove proves proved proven proving",
        "",
        "proof evidence show establish demonstrat found finds reveal confirm conclu discover "
        "determin доказа показ установ သက်သေ",
    ),
    _Row("confirm confirms confirmed confirming", "подтверд подтвержда", "confirmation အတည်ပြု"),
)

_ENGLISH = {form: row for row in VERDICTS for form in row.english.split()}
_RUSSIAN = {begins: row for row in VERDICTS for begins in row.russian.split()}
_STEMS = "|".join(_RUSSIAN)
_RUSSIAN |= {"призна": _RUSSIAN["признал"], "созна": _RUSSIAN["сознал"]}
"""How verbs begin; the last two are those of infinitives."""

_BEGINS = Pattern(
    rf"(?=\p{{L}}*(?:л[аои]?|[аеёиюя]т)(?:с[яь])?\Z)(?P<begins>{_STEMS})\p{{L}}*",
    regex.IGNORECASE,
)
"""A verb in Russian that tells who said something; a noun (*подтверждение*) ends otherwise."""

_INFINITIVE = Pattern(
    r"(?=\p{L}*ть(?:ся)?\Z)(?P<begins>призна|созна|подтверд)\p{L}*", regex.IGNORECASE
)
_MAY_BE_RUSSIAN = Pattern("|".join(_RUSSIAN), regex.IGNORECASE)

_WORD = Pattern(r"[\p{L}\p{M}]+")
_BURMESE = Pattern(r"\p{Script=Myanmar}")
_MUST_IN_RUSSIAN = Pattern(
    r"\b(?:пришлось|придётся|придется|вынужден(?:а|ы|о)?(?: был[аио]?)?|должен|должна) \Z",
    regex.IGNORECASE,
)
"""Before the infinitive of such a verb."""

_LOOK_BACK = 24
_WHAT = Pattern(r"(?:[\s\1]+[\p{L}-]+){0,4}?[\s\1]*(?:,[\s\1]*что\b|:)")
_BY = Pattern(r" by (?:[\p{L}’'-]+ ){1,5}?that\b")
"""“It was admitted by Lee that”."""

_NO_VERDICT = frozenset(("the", "a", "this", "that", "to", "his", "her", "its", "their"))
"""Before a noun, or what somebody might say."""

_MUST = frozenset(("had", "has", "have", "having", "forced", "obliged", "compelled"))
"""Before *to*, with which what was said is told: “had to admit that”."""

_NOT_SAID = _NO_VERDICT | {"without", "not", "from", "of", "for", "before", "than", "and"}
"""Before a form with *-ing* that tells nothing that was said."""


def unborne_verdicts(
    words: SpokenWords, evidence: Evidence, *, begins: bool
) -> Iterator[tuple[int, int]]:
    """Where our words have a verb that judges what was said, and the evidence has none of its row.
    ``begins``: whether the first word is a verb of which the subject is left out.
    """
    if words.every.isdisjoint(_ENGLISH) and not _MAY_BE_RUSSIAN.search(words.text):
        return
    texts = " ".join((*evidence.texts, *evidence.around)).casefold()
    told = [(at, row) for at, row in _verdicts(words, texts, begins=begins) if row is not None]
    if not told:
        return
    every = frozenset(_WORD.findall(texts))
    for at, row in told:
        if not _bears(row, texts, every):
            yield words.words[at].start, words.words[at].end


def _bears(row: _Row, texts: str, every: frozenset[str]) -> bool:
    if row.phrases is not None and row.phrases.search(texts):
        return True
    listed = f"{row.english} {row.russian} {row.also}".split()
    pieces = [word for word in listed if _BURMESE.match(word)]
    begins = tuple(word for word in listed if not _BURMESE.match(word))
    return any(piece in texts for piece in pieces) or any(word.startswith(begins) for word in every)


def _verdicts(words: SpokenWords, texts: str, *, begins: bool) -> Iterator[tuple[int, _Row | None]]:
    for at, small in enumerate(words.small):
        if at or begins:
            yield at, _english(words, at, small, texts) or _russian(words, at, small, texts)


def _english(words: SpokenWords, at: int, small: str, texts: str) -> _Row | None:
    row = _ENGLISH.get(small)
    if row is None:
        return None
    earlier, before = ["", "", *words.small[:at]][-2:]
    if before == "to" and earlier in _MUST:
        before = ""
    if before in (_NOT_SAID if small.endswith("ing") else _NO_VERDICT):
        return None
    end = words.words[at].end
    if small.endswith("ing"):
        return row if words.text.startswith(" that ", end) else None
    said = says_something(words, at) or _BY.match(words.text, end) or inverted_at(words, at)
    first = row.english.split(maxsplit=1)[0]
    return row if said or says_with_object(words, at, first, texts) else None


def _russian(words: SpokenWords, at: int, small: str, texts: str) -> _Row | None:
    if small.isascii():
        return None
    start, end = words.words[at][:2]
    found = _BEGINS.fullmatch(small)
    if found is None:
        found = _INFINITIVE.fullmatch(small)
        near = words.text[max(0, start - _LOOK_BACK) : start]
        if found is None or not _MUST_IN_RUSSIAN.search(near):
            return None
    said = _WHAT.match(words.text, end) or inverted_at(words, at)
    if not said and not says_with_object_in_russian(words, at, texts):
        return None
    return _RUSSIAN[found["begins"].casefold()]
