"""Cuts within a sentence that take out a whole phrase, so that what is left stands as it stood.

“Shot […] 20 hostages” for *shot one of 20 hostages* has no false word in it. What a cut may take
out unsigned is therefore a closed list: the end of a clause, an adverb, a phrase with a
preposition, what stands between two commas, dashes or brackets, an item of a list, and what a
sentence begins with before a comma. All else is signed. Nothing is parsed: words have a class by
closed lists and endings (:mod:`citebound.passages.word_classes`), a phrase is a pattern of classes,
and what no pattern has is not free.
"""

from __future__ import annotations

from typing import NamedTuple

from citebound.passages.word_classes import Classes, classes_of
from citebound.text.patterns import Pattern

LANGUAGES = ("en", "ru")
"""The languages whose phrases are known."""


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


_NOUNS = "(?:[aNXCTEG]’?)"
_THING = f"(?:D?A?{_NOUNS}{{1,5}})"
_ONE_THING = "(?:D?N?(?:a*X|C+|N*T|N))"
"""A noun phrase that cannot be two: its nouns are one, or one name."""

_NAMED = "(?:D?C+N*|D?N*T|N)"
"""A name, a date or a time, which nothing after it belongs to."""

_DESCRIBED = rf"{_THING}(?:[POB]{_THING})*"
_BEGINNING = rf"(?:J,?)?(?:A|D?N?TA?|[PB]{_DESCRIBED})+,"

# What may be cut out.
_ADVERBS = Pattern(",?A+,?")
_A_TIME = Pattern(",?D?N?T(?:A,?|,)?")
_PHRASES = Pattern(rf",?A?(?:[POB]{_THING})+,?")
_STRICT_PHRASE = Pattern(rf",?A?(?:[POB]{_ONE_THING})+,?")
_NAMED_PHRASE = Pattern(rf",?[POB]{_NAMED},?")
_PHRASE_OF_TIME_OR_PLACE = Pattern(rf",?[PB]{_NAMED},?")
_OF_AN_OWNER = Pattern("O.*’")
_ITEM = Pattern(rf",?(?:D?N?[CXE]|DN?[NXCE]{{1,4}}|N[XCE]{{1,3}}|C+)(?:O{_THING})?,?")
_LAST_OF_SUBJECT = Pattern(rf"J{_THING}(?:O{_THING})?")
_REST_OF_LIST = Pattern(rf"(?:,{_THING})+,?J{_THING}")
_ONLY_AND = Pattern("J,?")
_FRONTED = Pattern(_BEGINNING)
_FRONTED_CLAUSE = Pattern("[KP][^,;]*V[^,;]*,")

# What may stand between two commas.
_IN_BRACKETS = Pattern(r"\([^()]*\)")
_CLAUSE = Pattern(r"J(?!R)D?[NXCT]{1,4}[VE][^;]*")
_RELATIVE = Pattern("W[^;]+")
_DEED = Pattern("[VE][^VERW;,]*")
_DEED_AND = Pattern("A*V*[VE][^VERW;]*J")
_PHRASE_ASIDE = Pattern("[PBOEGAa][^;VR]*+(?:[WK][^;]*)?")
_DESCRIPTION = Pattern(rf"{_DESCRIBED}(?:,?W[^;]*)?")
_DONE_WITHIN = Pattern("(?<=..)E(?=[DCR])")
"""A verb in *-ed* with its object, where it is not the participle that a phrase begins with."""

# What stands before or after it.
_SUBJECT = Pattern(rf"(?:{_BEGINNING})?{_DESCRIBED}")
_BEGINS_CLAUSE = Pattern("[WK]")
_VERB_OF_CLAUSE = Pattern(r"[VE][^JK;]*\Z")
_VERB_FOLLOWS = Pattern("A*(?:V|E(?!B)(?![^VE,;JKWR]*[VE]))")
"""A verb. A word in *-ed* before another verb is none: “a suspect [in the attack] launched in May
was shot”.
"""

_JOINED_VERB = Pattern("J?A*[VE]")
_AND_A_VERB = Pattern("JA*[VE]")
_SUBJECT_FOLLOWS = Pattern(r",?J(?!R)D?[NXCT]{1,4}(?:PD?[XCT]{1,2})?[VE]")
_LIST_FOLLOWS = Pattern(rf",J?D?{_NOUNS}{{1,5}}(?:,|J)")
_NEXT_ITEM = Pattern(rf",?(?:J|(?<=,))D?N?{_NOUNS}{{1,5}}")
_GOES_WITH_TIME = "OXCNEGDRW"


def is_free(cut: Cut, language: str) -> bool:
    """Whether a cut takes out a whole phrase, in a language whose phrases are known."""
    if language not in LANGUAGES:
        return False
    if not cut.dropped.strip():
        return True
    after = classes_of(cut.after, language)
    seen = _Cut(
        classes_of(cut.before, language).word_classes,
        classes_of(cut.dropped, language).word_classes,
        after.word_classes,
        _kept(after, cut.kept),
    )
    if not seen.after or seen.after[0] in ".;":
        return True  # as a quotation may end there
    if not seen.before:
        return _is_fronted(seen)
    return (
        _is_deed(seen)
        or _is_adverb(seen)
        or _is_phrase(seen, language)
        or _is_aside(seen, cut)
        or _is_item(seen)
    )


def _kept(after: Classes, characters: int) -> str:
    return after.word_classes[: sum(end <= characters for end in after.ends)]


def _clause_has_verb(before: str) -> bool:
    """Whether the clause that a cut stands in has its verb already."""
    return _VERB_OF_CLAUSE.search(before) is not None


def _is_fronted(cut: _Cut) -> bool:
    """What a sentence begins with: *and*, or a phrase before a comma."""
    if _ONLY_AND.fullmatch(cut.dropped):
        return True
    whole = cut.dropped if cut.dropped.endswith(",") else f"{cut.dropped}{cut.after[:1]}"
    if _FRONTED.fullmatch(whole):
        return not _LIST_FOLLOWS.match(f",{cut.after.lstrip(',')}")
    return _FRONTED_CLAUSE.fullmatch(whole) is not None and not cut.after.lstrip(",").startswith(
        "R"
    )


def _is_deed(cut: _Cut) -> bool:
    """The first of two verbs of one subject, with its *and*."""
    return (
        _DEED_AND.fullmatch(cut.dropped) is not None
        and _VERB_FOLLOWS.match(cut.after) is not None
        and cut.before[-1] in "XCNTa"
        and not _clause_has_verb(cut.before)
    )


def _is_adverb(cut: _Cut) -> bool:
    if cut.before[-1] in "PBOD":
        return False
    if _ADVERBS.fullmatch(cut.dropped):
        return True
    return _A_TIME.fullmatch(cut.dropped) is not None and (
        cut.dropped.endswith("A") or cut.after[0] not in _GOES_WITH_TIME
    )


def _is_phrase(cut: _Cut, language: str) -> bool:
    """A phrase with a preposition, whole, in which no subject is hidden."""
    if cut.before[-1] in "PBOD" or not _PHRASES.fullmatch(cut.dropped):
        return False
    if _OF_AN_OWNER.search(cut.dropped):
        return False  # “the mayor [of Norland’s brother] stole”
    strict = _STRICT_PHRASE.fullmatch(cut.dropped) is not None
    if language == "ru" and not strict:
        return False
    after = cut.after if not cut.dropped.endswith(",") else f",{cut.after.lstrip(',')}"
    if _VERB_FOLLOWS.match(after):
        subject_is_before = cut.before[-1] in "XCNT" and not _clause_has_verb(cut.before)
        return strict or subject_is_before
    return _is_apart(cut, after)


def _is_apart(cut: _Cut, after: str) -> bool:
    """Whether what follows a phrase, but for a verb, neither belongs to its noun nor is an item of
    its list.
    """
    first = after[0]
    if first == ",":
        return after[1:2] != "W" and not _LIST_FOLLOWS.match(after)
    if first == "J":
        goes_on = (
            after[1:2] in ("P", "B")
            or _VERB_FOLLOWS.match(after, 1)
            or _SUBJECT_FOLLOWS.match(cut.kept)
        )
        return bool(goes_on) and _clause_has_verb(cut.before)
    if first in "PB":
        return _NAMED_PHRASE.fullmatch(cut.dropped) is not None
    named = _PHRASE_OF_TIME_OR_PLACE.fullmatch(cut.dropped) is not None
    return first in "-)AK" or (first in "DRW" and named and cut.before[-1] in "VETA")


def _is_aside(cut: _Cut, words: Cut) -> bool:
    """What stands between two commas, dashes or brackets."""
    typed = words.dropped.strip()
    if "(" in typed or ")" in typed:
        return _IN_BRACKETS.fullmatch(typed) is not None
    if cut.before[-1] == "-" or cut.dropped[0] == "-":
        closed = cut.after[0] == "-" or cut.dropped[-1] == "-"
        return closed and "-" not in cut.dropped.strip("-")
    core, after = cut.dropped.strip(",-"), cut.after.lstrip(",")
    if "," not in (cut.before[-1], cut.dropped[0]) or not after:
        return False
    if _clause_has_verb(cut.before) and _DEED.fullmatch(core):
        return _JOINED_VERB.match(after) is not None
    return "," in (cut.after[0], cut.dropped[-1]) and _may_stand_between(core, cut, after)


def _may_stand_between(core: str, cut: _Cut, after: str) -> bool:
    """Whether words between two commas are a clause or a phrase of what is before them."""
    joined = _SUBJECT_FOLLOWS.match(cut.kept.lstrip(",")) is not None
    if _CLAUSE.fullmatch(core):
        return joined
    if _RELATIVE.fullmatch(core):
        return joined or after[0] not in "DCXNRJ" or _AND_A_VERB.match(after) is not None
    if core[0] == "K":
        return _AND_A_VERB.match(after) is None
    if _DONE_WITHIN.search(core):
        return False
    named = cut.before.rstrip(",")
    participle = core[0] == "V" and (core[1:2] == "B" or not _clause_has_verb(named))
    if participle or _PHRASE_ASIDE.fullmatch(core):
        return True
    if not _DESCRIPTION.fullmatch(core):
        return False
    if after[0] in "VE":
        # Else it may be the subject of the verb itself: “On Monday, the mayor, …, said”.
        return _SUBJECT.fullmatch(named) is not None
    return after[0] in "PBOKWAJ"


def _is_item(cut: _Cut) -> bool:
    """An item of a list between two others, or the last of the subject."""
    if _LAST_OF_SUBJECT.fullmatch(cut.dropped):
        subject = _BEGINS_CLAUSE.split(cut.before)[-1]
        return (
            subject[-1:] in tuple("XCTa")
            and not _clause_has_verb(subject)
            and _VERB_FOLLOWS.match(cut.after) is not None
        )
    if _REST_OF_LIST.fullmatch(cut.dropped):
        has_verb = _clause_has_verb(cut.before)
        return (_AND_A_VERB if has_verb else _VERB_FOLLOWS).match(cut.after) is not None
    if "," not in (cut.before[-1], cut.dropped[0]) or not _ITEM.fullmatch(cut.dropped):
        return False
    after = cut.after if not cut.dropped.endswith(",") else f",{cut.after.lstrip(',')}"
    return cut.before.rstrip(",")[-1:] in tuple("XCNTa") and _NEXT_ITEM.match(after) is not None
