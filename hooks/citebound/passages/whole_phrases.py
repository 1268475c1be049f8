"""Cuts within a sentence that take out a whole phrase, so that what is left stands as it stood.

“Shot […] 20 hostages” for *shot one of 20 hostages* has no false word in it. What a cut may take
out unsigned is therefore a closed list: the end of a sentence, an adverb, a phrase with a
preposition, what stands between two commas, an item of a list, the first of two verbs, and a time
or place that a sentence begins with. All else is signed. Nothing is parsed: words have a class by
closed lists and endings (:mod:`citebound.passages.word_classes`), a phrase is a pattern of classes,
and what no pattern has is not free.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from citebound.passages.qualifier_words import qualifiers_in
from citebound.passages.verbs import STOPPING
from citebound.passages.word_classes import classes_of
from citebound.text.patterns import Pattern

LANGUAGES = ("en", "ru")
"""The languages whose phrases are known."""


_ACCOUNT = Pattern(
    r"\b(?:apart|except\w*|save\s+for|exclu\w+|aside|adjusted|average|annual|tax|until|till"
    r"|in\s+(?:principle|part|name|effigy|theory|practice|absentia|exile|self-defence)|on\s+paper"
    r"|by\s+(?:mistake|proxy)|repeal\w*|withdrawn|retracted|annulled|overturned|forg(?:ed|ery|eries)"
    r"|doctored|fak\w+|satir\w+|parod\w+|sketch|played|кроме|исключ\w+|ошибк\w+)\b",
    regex.IGNORECASE,
)
"""What says of how much, or in what sense, the rest is so, though it is no qualifier of its own."""

_STOPPING = Pattern(rf"\b{STOPPING}\b", regex.IGNORECASE)


class Cut(NamedTuple):
    """A cut within a sentence: the words of the sentence before it, what it takes out, the words
    of the sentence after it, and how many characters of these the quotation goes on with.
    """

    before: str
    dropped: str
    after: str
    kept: int


class _Cut(NamedTuple):
    """The classes of its words."""

    before: str
    dropped: str
    after: str
    kept: str


_NOUNS = "(?:[aNXCTG]’?)"
_THING = f"(?:[DQ]?A?E?{_NOUNS}{{1,4}})"
_ONE_THING = "(?:[DQ]?N?(?:a*X|C+|N*T|N)|[DQ]N?E?X{1,3})"
"""A noun phrase that hides no verb and no subject: its nouns are one, or one name, or few after
what determines them.
"""

_NAMED = "(?:D?C+N*|D?N*TN*|N)"
"""A name, a date or a time, which nothing after it belongs to."""

_DESCRIBED = rf"{_THING}(?:[POB]{_THING})*"
_TIMED = "(?:A|A?PD?N*TN*|A?PN(?![XC])|[DQ]?N?TA?)"
_BEGINNING = rf"(?:J,?)?(?:A|D?N?TA?|[PB]{_NAMED})+,"

# What may be cut out.
_ADVERBS = Pattern("A+")
_TIMES = Pattern(f"{_TIMED}+")
_PHRASES = Pattern(f"A?(?:[POB]{_ONE_THING})+")
_NAMED_PHRASE = Pattern(rf"[POB]{_NAMED}")
_OF_AN_OWNER = Pattern("O.*’")
_ITEM = Pattern(rf",(?:D?N?[CX]|DN?[NXC]{{1,4}}|N[XC]{{1,3}}|C+)(?:O{_THING})?")
_ITEM_WITH_ITS_COMMA = Pattern(rf"(?:D?N?[CX]|DN?[NXC]{{1,4}}|N[XC]{{1,3}}|C+)(?:O{_THING})?,")
_ONLY_AND = Pattern("[JI],?")
_FRONTED = Pattern(_BEGINNING)
_FIRST_DEED = Pattern("A?[VE][^VEHRWSK;:,]*J")

# What may stand between two commas.
_ACRONYM = Pattern(r"\(\p{Lu}[\p{Lu}\p{N}-]+\)")
_RELATIVE = Pattern("P?W[^;:]+")
_PARTICIPLE = Pattern("A?[EG][^;:VHR]*(?:[WK][^;:]*)?")
_PHRASE_ASIDE = Pattern("[PB][^;:VHR]*(?:[WK][^;:]*)?")
_REASON = Pattern(r"[\s,—–-]*(?:because|although|though|while|потому)\b", regex.IGNORECASE)
_DESCRIPTION = Pattern(rf"{_DESCRIBED}(?:,?W[^;:]*)?")
_SAID_WITHIN = Pattern("S")
_DONE_WITHIN = Pattern("(?<=..)[EV](?=[DCRQ])")
"""A verb with its object, where it is not the participle that a phrase begins with."""

_DEED = Pattern("[VE][^VEHRWSK;:,]*")

# What stands before or after it.
_SUBJECT = Pattern(rf"(?:{_BEGINNING})?{_DESCRIBED}")
_HAS_VERB = Pattern("[VEHS]")
_CLAUSES = Pattern("[WK;:]")
_FINITE = Pattern("A*(?:[VHS]|E(?![BPO]?[^VEH,;:.JIKWR]*[VEH]))")
"""A verb. What may be a participle and has another verb after it is none: “a suspect [in the
attack] launched in May was shot”.
"""

_CERTAINLY_FINITE = Pattern("A*[VHS]")
_AND_A_VERB = Pattern("JA*[VEHS]")
_SUBJECT_FOLLOWS = Pattern(r",?[JI](?!R)D?N?[NXCT]{0,4}(?<=[NXCT])[VH]")
_LIST_GOES_ON_AFTER = Pattern(
    rf"(?:,D?N?{_NOUNS}{{1,4}}(?=,)(?:,D?N?{_NOUNS}{{1,4}})*)?,?J{_THING}(?![VEH])"
)
"""The other items of a list, with its *and*."""

_PARTITIVE = Pattern("[QN][^VEHS]*\\Z")
"""What counts, or picks out, the last noun: *all prisoners*."""

_AMOUNT = Pattern("[NQ]")
_PER = Pattern(r"\s*(?:an?\s|(?:в|за)\s+(?:год|месяц|неделю|день|час|сутки)\b)", regex.IGNORECASE)
_ENDS = Pattern("[,;:.JIKW]")


def is_free(cut: Cut, language: str) -> bool:
    """Whether a cut takes out a whole phrase, in a language whose phrases are known."""
    if language not in LANGUAGES:
        return False
    after = classes_of(cut.after, language)
    dropped = classes_of(cut.dropped, language).word_classes
    seen = _Cut(
        classes_of(cut.before, language).word_classes,
        dropped,
        after.word_classes,
        after.word_classes[: sum(end <= cut.kept for end in after.ends)],
    )
    if not dropped or not seen.after:
        return True
    if _SAID_WITHIN.search(dropped) and seen.after[0] not in ".;":
        return False  # whose words or view it is
    if not seen.before:
        return _is_fronted(seen)
    if seen.before[-1] in "DQNPOB":
        return False  # “killed 20 [goats]. The rebels fled”
    if seen.after[0] in ".;":
        # As a quotation may end there; but not “a murder [victim]” or “found the general [guilty]”.
        begins_apart = seen.dropped[0] in "PBOWKJIA,-(" or seen.before[-1] in "VE"
        return begins_apart or _TIMES.fullmatch(seen.dropped) is not None
    if _ACCOUNT.search(cut.dropped):
        return False
    is_denied = bool(qualifiers_in(cut.before, language)) or (
        seen.after[0] == "G" and _STOPPING.search(cut.before) is not None
    )
    return (
        _is_aside(seen, cut)
        or _is_item(seen)
        or _is_first_deed(seen)
        or (not is_denied and (_is_adverb(seen, cut) or _is_phrase(seen)))
    )


def _clause_of(before: str) -> str:
    """What a sentence has before a cut since its last clause began."""
    return _CLAUSES.split(before)[-1]


def _has_verb(before: str) -> bool:
    return _HAS_VERB.search(_clause_of(before)) is not None


def _is_fronted(cut: _Cut) -> bool:
    """What a sentence begins with: *and*, or a time or a named place before a comma."""
    if _ONLY_AND.fullmatch(cut.dropped):
        return True
    whole = cut.dropped if cut.dropped.endswith(",") else f"{cut.dropped}{cut.after[0]}"
    following = cut.after.lstrip(",")
    return (
        _FRONTED.fullmatch(whole) is not None
        and _says_no_amount(cut)
        and following[:1] not in "QR"
        and not _LIST_GOES_ON_AFTER.match(f",{following}")
    )


def _is_first_deed(cut: _Cut) -> bool:
    """The first of two verbs of one subject, with its *and*."""
    return (
        _FIRST_DEED.fullmatch(cut.dropped) is not None
        and _FINITE.match(cut.after) is not None
        and cut.before[-1] in "XCTa"
        and not _has_verb(cut.before)
    )


def _is_adverb(cut: _Cut, words: Cut) -> bool:
    """An adverb, or a time that is no part of another phrase."""
    if _ADVERBS.fullmatch(cut.dropped):
        return "A" not in (cut.before[-1], cut.after[0])
    if cut.after[0] == "J" and "H" in _clause_of(cut.before):
        return _CERTAINLY_FINITE.match(cut.after, 1) is not None
    is_time = _TIMES.fullmatch(cut.dropped) is not None and not _PER.match(words.dropped)
    if cut.after[0] == "E" and _FINITE.match(cut.after) is None:
        return False
    return is_time and cut.after[0] not in "OXCNGQ,-" and _says_no_amount(cut)


def _is_phrase(cut: _Cut) -> bool:
    """A phrase with a preposition, whole, in which no subject is hidden: what follows neither
    belongs to its noun nor is of its list, and of what it tells which ones are meant, none is
    counted.
    """
    clause, core = _clause_of(cut.before), cut.dropped.rstrip(",")
    after = cut.after if core == cut.dropped else f",{cut.after.lstrip(',')}"
    # A name goes on with *of*: “the Bank [of Norland]”.
    if _PARTITIVE.search(clause) or (cut.before[-1] == "C" and cut.dropped[0] == "O"):
        return False
    if not _PHRASES.fullmatch(core) or _OF_AN_OWNER.search(core):
        return False
    if not _has_verb(cut.before):
        # The subject of the verb that follows: “the head [of the army] resigned”.
        is_subject = cut.before[-1] in "XCTa" and _says_no_amount(cut)
        return is_subject and _FINITE.match(after) is not None
    if after[0] == "," and _CERTAINLY_FINITE.match(after, 1):
        return True  # the end of what stands between two commas
    if _CERTAINLY_FINITE.match(after):
        return cut.before[-1] in "VE"  # the end of a clause with *who*
    after = after.lstrip(",") if after[1:2] == "J" else after
    if after[0] == "J":
        verb_joined = _CERTAINLY_FINITE if "H" in clause else _FINITE
        return verb_joined.match(after, 1) is not None or (
            _SUBJECT_FOLLOWS.match(cut.kept) is not None and "S" not in clause
        )
    if not _NAMED_PHRASE.fullmatch(core):
        return False
    return after[0] in "PB" or (after[0] in "DRW" and cut.before[-1] in "VEST")


def _says_no_amount(cut: _Cut) -> bool:
    """Whether the cut leaves its group to no amount: “deaths [from malaria] fell by half”."""
    return _has_verb(cut.before) or _AMOUNT.search(_ENDS.split(cut.after)[0]) is None


def _is_aside(cut: _Cut, words: Cut) -> bool:
    """What stands between two commas or dashes; of brackets, a name in capitals."""
    if "(" in cut.dropped or ")" in cut.dropped:
        return _ACRONYM.fullmatch(words.dropped.strip()) is not None
    opened = cut.before[-1] in ",-" or cut.dropped[0] in ",-"
    closed = cut.after[0] in ",-" or cut.dropped[-1] in ",-"
    core, after = cut.dropped.strip(",-"), cut.after.lstrip(",-")
    if not (opened and core and after):
        return False
    named = cut.before.rstrip(",-")
    if _has_verb(named) and _DEED.fullmatch(core) and "-" not in cut.dropped:
        return _AND_A_VERB.match(after) is not None or (
            cut.after[0] == "," and _CERTAINLY_FINITE.match(after) is not None
        )
    if not closed or _PARTITIVE.search(_clause_of(named)):
        return False  # “all members, [apart from Norland,] signed”
    return _REASON.match(words.dropped) is not None or _may_stand_between(core, named, after)


def _may_stand_between(core: str, named: str, after: str) -> bool:
    """Whether words between two commas are a clause or a phrase of what is before them: of the
    subject of the verb that follows, or of what a clause with *and* goes on from.
    """
    of_subject = _SUBJECT.fullmatch(named) is not None and _FINITE.match(after) is not None
    goes_on = _AND_A_VERB.match(after) is not None and _has_verb(named)
    if _RELATIVE.fullmatch(core):
        return of_subject or goes_on
    if _DONE_WITHIN.search(core):
        return False
    is_phrase = _PARTICIPLE.fullmatch(core) or _PHRASE_ASIDE.fullmatch(core)
    return of_subject and bool(is_phrase or _DESCRIPTION.fullmatch(core))


def _is_item(cut: _Cut) -> bool:
    """An item of a list with *and* that is neither its first nor its last."""
    if _ITEM.fullmatch(cut.dropped):
        following = cut.after
    elif cut.before.endswith(",") and _ITEM_WITH_ITS_COMMA.fullmatch(cut.dropped):
        following = f",{cut.after}"
    elif cut.before.endswith(",") and _ITEM.fullmatch(f",{cut.dropped}"):
        following = cut.after
    else:
        return False
    listed = cut.before.rstrip(",")
    return listed[-1:] in tuple("XCTa") and _LIST_GOES_ON_AFTER.match(following) is not None
