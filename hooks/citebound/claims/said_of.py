"""Further forms in which a text has a name speak, none of them right before its verb.

“…, said Kent”, “Kent and others said”, “Kent: the bridge would close”; and a link to an actor is
that actor, whatever its words are (docs/our-own-sentences.md, Who says it).
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

import regex

from citebound.claims.called import Naming
from citebound.claims.saying import BEFORE, PREPOSITIONS, TO_SOMEBODY
from citebound.claims.spoken import (
    EVERY_VERB,
    GIVEN_BEFORE,
    NAME_ENDS,
    SpokenWords,
    verb_after,
)
from citebound.claims.statements import Statement
from citebound.model import Span
from citebound.text.patterns import Pattern

_TARGET = "actor:"
_LOOK_BACK = 120
_TITLED = (
    r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Ff]ormer|[Pp]resident|[Pp]rime|[Mm]inister"
    r"|[Gg]eneral|Mr|Mrs|Ms|Dr|Sir|[Ss]enator|[Gg]overnor|[Mm]ayor|[Cc]hairman|[Cc]hancellor"
    r"|[Kk]ing|\p{Lu}\p{Ll}+(?:an|ish|ese))\.? ){0,4}"
)
_PART = r"\p{Lu}(?:[\p{L}.-]|['’](?!s\b))*"
_NAME = rf"{_PART}(?: {_PART}){{0,4}}"
_JOINS = r"(?:that|at|in|on|to|with|by|from|if|whether|how|why|what|when|who|which|что|как)"
_SAID_BEFORE = Pattern(
    rf"{GIVEN_BEFORE}(?P<verb>\p{{L}}+) (?:{_NAME} (?:and|и) )?"
    rf"(?:(?:the |its |his |her )?(?:(?!{_JOINS}\b)\p{{Ll}}+ ){{1,3}}?)?(?:\p{{Ll}}+, )?{_TITLED}\Z"
)
"""“…, said ” before a name, with what the name is called: “said the mayor, ”."""

_GOES_ON = Pattern(r" (?:on|in|at|during|after|before|who|when|as)\b")
_OPENS = r"(?:\A|[.;:!?…\n\0][\s\1]+)"
_OPENING = Pattern(rf"{_OPENS}{_TITLED}\Z")
_ITEM = rf"(?P<item>{_TITLED}{_NAME})"
_JOINTS = ("and", "&", "и")
_TOGETHER = Pattern(
    rf"(?:{_OPENS}|\b(?:that|but|while|что) )(?:[Bb]oth )?{_ITEM}(?:, {_ITEM}){{0,4}},? "
    rf"(?:{'|'.join(_JOINTS)}) "
    rf"(?P<last>{_TITLED}{_NAME}|others|другие|(?:two|three|four|several|other|some|many|his|her|its"
    r"|their|the|an?|\p{N}+|его|её|ее) \p{Ll}[\p{L}-]*(?: \p{Ll}[\p{L}-]*)??)"
    r"(?: (?:both|also|all|оба|тоже))? (?P<verb>\p{L}+)"
)
"""Several who are the subject of one verb."""

_PUT_TO = Pattern(r":\s+(?P<said>[^.;!?\n\0]{8,})")
_MODAL = Pattern(
    r"(?:(?!\b(?:is|are|was|were|has|have|had)\b).)*?"
    r"\b(?:will|would|must|should|shall|can|cannot|could|будет|будут)\b"
)
_OF_HIM = Pattern(r"\b(?:he|she|his|her|him|who|whose|which|он|она|его|её|ее)\b",
                        regex.IGNORECASE)  # fmt: skip
"""What follows a name and a colon may be told of it: “Boris Kent: he would resign”."""

_OWN_REPORT = Pattern(
    r" (?:(?:own|latest|last|first|recent|new|official|annual|early)\s){0,3}(?:\p{Ll}+\s)?"
    r"(?:estimates?|reports?|figures?|statements?|data|counts?|census|survey|calculations?"
    r"|forecasts?|projections?|records|statistics|tally|reckoning|study|announcement|accounts?"
    r"|words)\b"
)
_WRITING = r"(?:statement|letter|memo|message|e-?mail|tweet|press release|communiqu[eé]|note)"
_IN_A_WRITING = Pattern(rf"\b{_WRITING} (?:from|by) {_TITLED}\Z", regex.IGNORECASE)
_VERB_NEXT = Pattern(r" (?:(?:has|have|had|also|later) )?(?P<verb>\p{L}+)")
_OF_A_WRITING = Pattern(
    rf"(?:['’]s?)? (?:\p{{Ll}}+ )?{_WRITING}\b"
    rf"|[^.;!?\n]{{0,80}} (?:in|by) (?:an?|the|his|her|its|their) (?:\p{{Ll}}+ )?{_WRITING}\b"
)
"""In a source: “Kent’s letter”, “Kent apologised in a statement”."""

_LIKE = Pattern(
    rf", (?:(?:just )?like|as well as|along with|together with) {_TITLED}\Z", regex.IGNORECASE
)
_VERB_AFTER_COMMA = Pattern(r", (?:(?:has|have|had|also|later) )?(?P<verb>\p{L}+)")
_AS = Pattern(rf"\bas {_TITLED}\Z", regex.IGNORECASE)
_PUT_IT = Pattern(r" (?:(?:has|have|had|once|later) )?puts? it\b")
_NAMED_AFTER = Pattern(rf"\b(?:{'|'.join(BEFORE)}) {_TITLED}\Z", regex.IGNORECASE)


def as_linked(
    named: Sequence[Naming], statement: Statement, actors: Container[str]
) -> tuple[Naming, ...]:
    """The names of a statement, where a link to an actor is a name of that actor. A link on an
    adjective is none: “[Norlandic](actor:norland) officials”.
    """
    links = [
        Naming(span.start, span.end, frozenset((target.removeprefix(_TARGET),)), adjective=False)
        for span, target in statement.words.linked
        if target.startswith(_TARGET)
        and target.removeprefix(_TARGET) in actors
        and not _is_adjective(span, named)
    ]
    if not links:
        return tuple(named)
    left = (n for n in named if not any(n.start < x.end and x.start < n.end for x in links))
    return tuple(sorted((*left, *links)))


def _is_adjective(span: Span, named: Sequence[Naming]) -> bool:
    return any(n.adjective and n.start >= span.start and n.end == span.end for n in named)


def said_before(text: str, name: Naming) -> bool:
    """Whether a name follows a verb of saying that follows what is said: “…, said Kent”."""
    found = _SAID_BEFORE.search(text, max(0, name.start - _LOOK_BACK), name.start)
    if found is None:
        return False
    verb = found["verb"].casefold()
    ends = NAME_ENDS.match(text, name.end) or _GOES_ON.match(text, name.end)
    return verb in EVERY_VERB and verb not in TO_SOMEBODY and ends is not None


def speaks_otherwise(text: str, name: Naming, *, theirs: bool) -> bool:
    """Whether a name speaks though it is no subject: “a statement from Kent said”, “Lee, like Kent,
    said”, “as Kent put it”.
    """
    from_ = max(0, name.start - _LOOK_BACK)
    if _PUT_IT.match(text, name.end):
        return _AS.search(text, from_, name.start) is not None
    for before, after in ((_IN_A_WRITING, _VERB_NEXT), (_LIKE, _VERB_AFTER_COMMA)):
        told = after.match(text, name.end)
        is_verb = told is not None and told["verb"].casefold() in EVERY_VERB
        if is_verb and before.search(text, from_, name.start):
            return True
    return theirs and _OF_A_WRITING.match(text, name.end) is not None


def together(words: SpokenWords) -> Iterator[Span]:
    """Where those stand who are, with others, the subject of one verb of saying."""
    if not words.has_verb or not any(f" {joint} " in words.text for joint in _JOINTS):
        return
    starts = {word.start: at for at, word in enumerate(words.words)}
    for found in _TOGETHER.finditer(words.text):
        at = starts.get(found.start("verb"))
        if at is None or verb_after(words, at, found.start("verb")) is None:
            continue
        first = words.text[found.start("item") :].split(maxsplit=1)[0].casefold()
        if first not in PREPOSITIONS:
            yield from (Span(*span) for span in found.spans("item"))


def is_one_of(text: str, name: Naming, items: Sequence[Span]) -> bool:
    """Whether a name, with its titles, is one of those who speak together."""
    return any(
        item.start <= name.start
        and name.end == item.end
        and regex.fullmatch(_TITLED, text, pos=item.start, endpos=name.start) is not None
        for item in items
    )


def opens(text: str, start: int) -> bool:
    """Whether a name that begins there is the first of its clause."""
    return _OPENING.search(text, max(0, start - _LOOK_BACK), start) is not None


def is_put_to(text: str, name: Naming, *, theirs: bool) -> bool:
    """Whether a colon puts to a name what somebody says would happen. In a source, whatever follows
    the colon; in our words it may be told of the name.
    """
    found = _PUT_TO.match(text, name.end) if opens(text, name.start) else None
    if found is None:
        return False
    said = found["said"]
    return theirs or (_MODAL.match(said) is not None and _OF_HIM.search(said) is None)


def by_own_report(text: str, name: Naming) -> bool:
    """Whether a name with ’s has what is said in a report of its own: “according to the council’s
    own estimate”.
    """
    after = _OWN_REPORT.match(text, name.end) or _OWN_REPORT.match(text, name.end + 2)
    from_ = max(0, name.start - _LOOK_BACK)
    return after is not None and _NAMED_AFTER.search(text, from_, name.start) is not None


def reports_itself(text: str, name: Naming) -> bool:
    """The same in a source, or what is said is in a letter of its own: “Kent’s letter called”."""
    return by_own_report(text, name) or _OF_A_WRITING.match(text, name.end) is not None
