"""Attributions: whom a text has speak, ours or a source's (docs/our-own-sentences.md, Who says it).

Only what stands right beside a verb of saying, or is named by *according to* and the like, is
decided: pronouns are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from citebound.claims.called import Naming
from citebound.claims.cued_forms import goes_on, has_view, says_further, thinks
from citebound.claims.known_names import KnownNames
from citebound.claims.said_of import (
    as_linked,
    is_one_of,
    is_put_to,
    opens,
    reports_itself,
    said_before,
    speaks_otherwise,
    together,
)
from citebound.claims.saying import (
    AFTER,
    BEFORE,
    BETWEEN,
    OF_HIS_OWN,
    PLURALS,
    SAYING,
    SOURCE,
    WITH_THAT,
)
from citebound.claims.spoken import (
    EVERY_VERB,
    SpokenWords,
    apposition_ends,
    is_any_verb,
    is_verb,
    verb_after,
)
from citebound.claims.statements import Kind, Statement
from citebound.model import Actor
from citebound.text.common import in_small_letters, is_common
from citebound.text.patterns import Pattern

_FIRST = {
    form: verb.split()[0]
    for verbs in (*SAYING.values(), *WITH_THAT.values())
    for verb in verbs
    for form in verb.split()
}
_TELLS = EVERY_VERB | frozenset(word for words in BEFORE for word in words.split())
_MAY_TELL = Pattern(rf":\s*\0|\0[\s\1]*,?\s*[—–(-]|{'|'.join(AFTER)}")
_TITLED = (
    r"(?:(?:the|an?|its|his|her|their|former|[Pp]resident|[Pp]rime|[Mm]inister|[Gg]eneral|Mr|Mrs"
    r"|Ms|Dr|Sir|[Ss]enator|[Gg]overnor|[Mm]ayor|[Cc]hairman|[Cc]hancellor|[Kk]ing"
    r"|\p{Lu}\p{Ll}+(?:an|ish|ese))\.? ){0,4}"
)
_NOT_SUBJECT = Pattern(
    r"\b(?:of|from|in|to|with|by|for|against|about|on|at|near|over|between|within|into|like|than|"
    r"On|About|From|Of|In|To|With|For|[Uu]nlike|[Bb]ehind|(?<=\p{L} )as|в|из|от|с|к|о|об|на|для|про"
    rf"|против) {_TITLED}\Z"
)
_BEFORE = Pattern(rf"(?:{'|'.join(BEFORE)}) {_TITLED}\Z", regex.IGNORECASE)
_BY = Pattern(rf"\b(?P<verb>\p{{L}}+) by {_TITLED}\Z")
_THE = Pattern(r"\b(?:the|this|our) \Z", regex.IGNORECASE)
_ANSWERED = Pattern(r"\0[\s\1]*,?\s*\Z")
_QUOTED_NEXT = Pattern(r"\s*:\s*\0")
_TOLD = Pattern(r"[\s\1]*(?:says|said|wrote|writes|сказал|сказала|заявил|заявила)\s+(?:the )?\Z")
_VIEW = Pattern(rf"[\s\1]+(?:own )?(?:{'|'.join(OF_HIS_OWN)})\b")
_IN_OR_BY = Pattern(rf"\b(?:in|by) {_TITLED}\Z", regex.IGNORECASE)
_SAYS = Pattern(r"(?:[\s\1]*\p{L}+){0,3}[,:]?\s*\0")
_SIGNED = Pattern(r"\0[\s\1]*,?\s*(?:[—–]|(?<= )-)\s*(?:the )?\Z")
_SIGNED_IN_BRACKETS = Pattern(r"\0[\s\1]*\(\Z")
_SIGNATURE_ENDS = Pattern(r"[\s\1]*(?:[.;:,)\n]|\Z)")
_CLAUSE = Pattern(r"[\s\1]*,\s+(?:who|which)\b")
_ENDS_CLAUSE = Pattern(r"[.;:!?…\0\n—–()]")
_OTHER_CLAUSE = frozenset((
    "who", "whom", "whose", "which", "that", "what", "when", "where", "while", "as", "because",
    "after", "before", "if", "whether",
))  # fmt: skip
_IN_CLAUSE = 24
"""After so many words of a clause nothing is decided."""

_CYRILLIC = Pattern(r"\p{Script=Cyrillic}")
_LOOK_BACK = 40


class Attribution(NamedTuple):
    """Somebody who is said to speak: an actor, the source itself, or several without a name.
    ``says`` is where a quotation is that follows right after the verb, or that the name is put to,
    or -1; ``verb`` the verb that follows the name, in its first form.
    """

    start: int
    end: int
    who: str
    actors: frozenset[str]
    says: int = -1
    verb: str = ""


THE_SOURCE, SEVERAL, PAGE = "the source", "several", "page"
TOGETHER, THINKS = "together", "thinks"


def attributions(
    words: SpokenWords, naming: KnownNames, statement: Statement | None = None
) -> Iterator[Attribution]:
    """Everybody whom a text has speak, where that can be decided."""
    text = words.text
    if words.every.isdisjoint(_TELLS) and not _MAY_TELL.search(text):
        return
    yield from _of_names(words, naming, statement)
    for at, small in enumerate(words.small):
        word = words.words[at]
        if small in SOURCE and (_CYRILLIC.match(small) or _the_before(text, word.start)):
            after = verb_after(words, at + 1, word.end) is not None
            if after or after_by(words, word.start):
                yield Attribution(word.start, word.end, THE_SOURCE, frozenset())
        elif small in PLURALS and verb_after(words, at + 1, word.end) is not None:
            yield Attribution(word.start, word.end, SEVERAL, frozenset())
    subject = statement.subject if statement is not None else None
    if isinstance(subject, Actor) and statement and statement.kind is Kind.FACT and words.words:
        begins = 0 if is_verb(words, 0) else None
        if words.small[:2] == ["reported", "to"]:
            begins = verb_after(words, 2, words.words[1].end)
        if begins is not None:
            first, whose = words.words[0], frozenset((subject.id,))
            verb = _FIRST[words.small[begins]]
            yield Attribution(first.start, first.end, PAGE, whose, verb=verb)


def _of_names(
    words: SpokenWords, naming: KnownNames, statement: Statement | None
) -> Iterator[Attribution]:
    """The names, and links to actors, whom a text has speak."""
    text = words.text
    theirs = statement is None
    every = tuple(naming.called.longest(text))
    if statement is not None:
        every = as_linked(every, statement, naming.library.actors)
    named = tuple(name for name in every if not name.adjective)
    several = tuple(together(words))
    index = {word.start: at for at, word in enumerate(words.words)}
    for name in named:
        if thinks(text, name.end) and opens(text, name.start):
            yield Attribution(name.start, name.end, THINKS, name.actors, verb="think")
        elif _is_speaker(words, index, name, naming, theirs=theirs):
            says = _SAYS.match(text, name.end)
            quoted = says.end() - 1 if says else _signed(text, name)
            last = last_word(words, index, name)
            at = None if last is None else verb_after(words, last + 1, name.end)
            if at is None and last is not None:
                at = apposition_ends(words, last + 1, name.end, is_verb)
            verb = "" if at is None else _FIRST[words.small[at]]
            yield Attribution(name.start, name.end, "", name.actors, quoted, verb)
        elif is_one_of(text, name, several):
            yield Attribution(name.start, name.end, TOGETHER, name.actors)


def _the_before(text: str, at: int) -> bool:
    return _THE.search(text, max(0, at - _LOOK_BACK), at) is not None


def after_by(words: SpokenWords, start: int) -> bool:
    """Whether *according to*, or *said by*, is right before an offset."""
    from_ = max(0, start - _LOOK_BACK)
    near = words.text[from_:start]
    told = in_small_letters(near)
    may_be = not is_common(near) or any(said in told for said in BEFORE)
    if may_be and _BEFORE.search(words.text, from_, start):
        return True
    by = _BY.search(words.text, from_, start) if " by " in near else None
    return by is not None and by["verb"].casefold() in EVERY_VERB


def _is_speaker(
    words: SpokenWords,
    index: dict[int, int],
    name: Naming,
    naming: KnownNames,
    *,
    theirs: bool,
) -> bool:
    text = words.text
    last = last_word(words, index, name)
    if last is not None and words.words[last].possessive:
        # “said Norland’s minister”: the minister speaks; but a view is told of its owner
        own = is_view(text, name) or has_view(text, name.end)
        return own or (theirs and reports_itself(text, name))
    if after_by(words, name.start) or any(text.startswith(after, name.end) for after in AFTER):
        return True
    from_ = max(0, name.start - _LOOK_BACK)
    if words.quoted:
        persons = all(naming.library.actors[actor].kind == "person" for actor in name.actors)
        if _signed(text, name, persons=persons) >= 0:
            return True
        if persons and _QUOTED_NEXT.match(text, name.end):
            return _NOT_SUBJECT.search(text, from_, name.start) is None
        told = _TOLD.search(text, from_, name.start)
        if told is not None and _ANSWERED.search(text, from_, told.start()):
            return True
    if last is not None and _speaks_further(words, name, naming, theirs=theirs):
        return True
    if not words.has_verb or last is None or _NOT_SUBJECT.search(text, from_, name.start):
        return False
    return any(
        find(words, last + 1, name.end, is_verb) is not None
        for find in (verb_after, apposition_ends)
    )


def _speaks_further(words: SpokenWords, name: Naming, naming: KnownNames, *, theirs: bool) -> bool:
    """Whether a name speaks by a verb that does not stand right after it."""
    text = words.text
    if speaks_otherwise(text, name, theirs=theirs) or (words.has_verb and said_before(text, name)):
        return True
    if not opens(text, name.start):
        return False
    if goes_on(text, name.end) or (theirs and says_further(text, name.end, "", is_subject=True)):
        return True
    persons = all(naming.library.actors[actor].kind == "person" for actor in name.actors)
    return persons and is_put_to(text, name, theirs=theirs)


def is_view(text: str, name: Naming) -> bool:
    """Whether a name with ’s is that of who thinks: in Bob’s view."""
    from_ = max(0, name.start - _LOOK_BACK)
    before = _IN_OR_BY.search(text, from_, name.start)
    return before is not None and _VIEW.match(text, name.end) is not None


def is_signed(text: str, name: Naming) -> bool:
    """Whether a quotation is signed with a name: “…” — Ilse Brandt."""
    return _signed(text, name) >= 0


def _signed(text: str, name: Naming, *, persons: bool = True) -> int:
    """Where the quotation is that a name is put to, “…” — Ilse Brandt, or (Ilse Brandt); or -1."""
    from_ = max(0, name.start - _LOOK_BACK)
    found = _SIGNED.search(text, from_, name.start)
    if found is None and persons:
        found = _SIGNED_IN_BRACKETS.search(text, from_, name.start)
    return found.start() if found and _SIGNATURE_ENDS.match(text, name.end) else -1


def last_word(words: SpokenWords, index: dict[int, int], name: Naming) -> int | None:
    """The number of the last word of a name, in a script that parts words."""
    at = index.get(name.start)
    if at is None:
        return None
    while at + 1 < len(words.words) and words.words[at + 1].start < name.end:
        at += 1
    return at


def verbs_told(words: SpokenWords, naming: KnownNames) -> Iterator[tuple[str, str]]:
    """The actors of whom a text tells a verb of saying, each with the verb, whatever follows it:
    “Bob, who has always denied wrongdoing” tells that Bob denied.
    """
    if words.every.isdisjoint(EVERY_VERB):
        return
    index = {word.start: at for at, word in enumerate(words.words)}
    for name in naming.called.longest(words.text):
        last = None if name.adjective else last_word(words, index, name)
        from_ = max(0, name.start - _LOOK_BACK)
        if (
            last is None
            or words.words[last].possessive
            or _NOT_SUBJECT.search(words.text, from_, name.start)
        ):
            continue
        verb = verb_after(words, last + 1, name.end, is_any_verb)
        if verb is None:
            verb = apposition_ends(words, last + 1, name.end, is_any_verb)
        if verb is not None:
            yield from ((actor, _FIRST[words.small[verb]]) for actor in name.actors)
        for at in _in_clause(words, last + 1, name.end):
            yield from ((actor, _FIRST[words.small[at]]) for actor in name.actors)


def _in_clause(words: SpokenWords, at: int, end: int) -> Iterator[int]:
    """The verbs of saying of a clause with *who* or *which* after a name, and of what follows it:
    those that stand beside *who*, *and* or a comma.
    """
    if not _CLAUSE.match(words.text, end):
        return
    beside = True
    for number in range(at, min(at + _IN_CLAUSE, len(words.words))):
        gap = words.text[words.words[number - 1].end : words.words[number].start]
        small = words.small[number]
        if _ENDS_CLAUSE.search(gap) or (number > at and small in _OTHER_CLAUSE):
            return
        beside = beside or "," in gap
        if beside and is_any_verb(words, number):
            yield number
        beside = small == "and" or (beside and small in BETWEEN)
