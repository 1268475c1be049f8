"""Whether a sentence of a source has an actor say something: the rule by which a cue ties a voice.

See docs/format.md, Voices. A name is who speaks as the subject of a verb of saying, after
*according to* or *by*, or where the words are put to it; not before ’s nor after a preposition.
"""

from __future__ import annotations

from enum import IntEnum

import regex

from citebound.claims.attributions import after_by, is_signed, is_view, last_word
from citebound.claims.called import Naming
from citebound.claims.cued_forms import (
    has_view,
    is_apposition_of_subject,
    is_put_to,
    made_it,
    said_by_one,
    says_further,
)
from citebound.claims.known_names import KnownNames
from citebound.claims.name_forms import COURTESY, TITLES, words_in
from citebound.claims.own_words import MARK, QUOTED
from citebound.claims.said_of import by_own_report
from citebound.claims.saying import (
    AFTER,
    BEFORE,
    CUES,
    CUES_WITHOUT_SUBJECT,
    OF_HIS_OWN,
    PREPOSITIONS,
    SAYING,
    TO_SOMEBODY,
)
from citebound.claims.spoken import SpokenWords, apposition_ends, verb_after
from citebound.model import Source, Span, Voice, VoiceKind
from citebound.text.patterns import Pattern

_MARKS = "“”„«»\"'‘’‹›「」『』"
_DETERMINERS = frozenset((
    "the", "a", "an", "its", "his", "her", "their", "our", "former", "late", "prime", "own",
))  # fmt: skip
_NATIONAL = Pattern(r"\p{Lu}\p{Ll}+(?:an|ian|ish|ese|ий|ая|ой)")
_OPENS = Pattern(r"(?:\A|[,;:.!?…\n\0(—–])[\s\1]*\Z")
_JOINS = Pattern(
    r"(?:\A|[\s\1])(?:that|what|when|while|because|if|whether|which|who|whom|how|why|where|but|so"
    r"|on \p{L}+day|in \p{Lu}\p{L}+|in \p{N}{4}|then|later|yesterday|today|что"
    r"|когда|если|но|а|как|чем)[\s\1]+\Z",
    regex.IGNORECASE,
)
_AND = Pattern(r"(?:,[\s\1]*|[\s\1]+)(?:and|or|и|или)[\s\1]+\Z")
_AS = Pattern(r"(?:\A|[,;:.\n\0(—–][\s\1]*)as[\s\1]+\Z", regex.IGNORECASE)
_SUBJECT_BEFORE_AND = Pattern(
    r"(?:\A|[,;:.!?\0])[\s\1]*(?:(?:[Tt]he|[Bb]oth|[Aa]n?) )?(?:\p{Lu}[\p{L}’'-]*[\s,]*){1,6}\Z"
)
_PREPOSITION = Pattern(rf"(?:\A|[^\p{{L}}])(?:{'|'.join(PREPOSITIONS)})\Z", regex.IGNORECASE)
_ANY_PREPOSITION = Pattern(rf"\b(?:{'|'.join(PREPOSITIONS)})\b", regex.IGNORECASE)
_NAMED_AFTER = Pattern(rf"(?:\A|[^\p{{L}}])(?:{'|'.join(BEFORE)})\Z", regex.IGNORECASE)
_PUT_TO = Pattern(r"[\s\1]*(?:[:：][\s\1]*|[—–][\s\1]*)\0")
_ROLE = Pattern(
    rf"(?<=(?:\A|[,;:.!?…\n\0(—–])[\s\1]*)[Tt]he (?!(?:{'|'.join(PREPOSITIONS)})\b)\p{{Ll}}+ \Z"
)
"""“The banker” before a name."""

_FIRST = Pattern(r"(?:\A|[;.\n\0])[\s\1]*\Z")
_INVERTED = Pattern(
    r"(?:\A|[,!?\0—–][\s\1]*|\b(?:как|так|об этом|о чём|о чем|then|as|so)\s+)"
    r"(?P<verb>\p{L}+)[\s\1]+\Z",
    regex.IGNORECASE,
)
_TOLD = Pattern(rf"[\s\1]+(?:was|were|is|are|has been|had been) (?:{'|'.join(TO_SOMEBODY)})\b")
_PRONOUN = Pattern(
    r"\b(?P<subject>he|she|they|it|who|which|он|она|они|оно|кто|котор(?:ый|ая|ое|ые))"
    r"(?:['’](?:d|s|ve|ll|re))?(?![\p{L}’'])",
    regex.IGNORECASE,
)
_OF_A_PRONOUN = Pattern(
    rf"\b(?:according to|as told by|said by) (?:him|her|them|it)\b"
    rf"|\b(?:in|by) (?:his|her|their|its) (?:own )?(?:{'|'.join(OF_HIS_OWN)})\b"
    rf"|\b(?:по (?:его|её|ее|их) (?:словам|мнению|данным))"
    rf"|\b(?P<verb>\p{{L}}+) (?:he|she|they|он|она|они)\b",
    regex.IGNORECASE,
)
_NO_SUBJECT = Pattern(
    r"\b(?:him|her|his|hers|them|their|theirs|whom|whose|его|ему|её|ее|ей|их|им)\b",
    regex.IGNORECASE,
)
_BARE = Pattern(
    r"[\s,]*(?P<joined>(?:(?:while|and|but|then|by|и|а)\s+)*)(?P<verb>\w+)", regex.IGNORECASE
)
"""How a cue begins without a subject."""
_GOES_ON = Pattern(r"(?:\A|[,;:.!?\0—–]|\b(?:and|but|while|then|и|а))[\s\1]*\Z")
_CLOSING = Pattern(rf"[.,!?…]*[{regex.escape(_MARKS)}]+")
_SPACE = f" {MARK}\n"
_BURMESE_REACH = 200


class Tie(IntEnum):
    """Whether a sentence has somebody say something: it does not, leaves it open, or does."""

    NOT = 0
    OPEN = 1
    SAYS = 2


def is_cue_verb(words: SpokenWords, at: int) -> bool:
    """Whether a word is a verb by which a cue gives words or a thought to somebody."""
    return words.small[at] in CUES and not words.text.startswith(" by ", words.words[at].end)


def how_named(words: SpokenWords, name: Naming) -> Tie:
    """Whether a name is who says something in its sentence."""
    text = words.text
    starts = {word.start: at for at, word in enumerate(words.words)}
    last = last_word(words, starts, name)
    if any(text.startswith(after, name.end) for after in AFTER):
        return Tie.SAYS
    if last is None:
        told = any(verb in text[name.end : name.end + _BURMESE_REACH] for verb in SAYING["my"])
        return Tie.SAYS if told else Tie.OPEN
    if words.words[last].possessive:
        own = is_view(text, name) or has_view(text, name.end) or by_own_report(text, name)
        return Tie.SAYS if own else Tie.NOT
    before = text[: _phrase_start(words, starts, name)]
    if _is_given(words, name, before) or said_by_one(before):
        return Tie.SAYS
    if _is_not_subject(text, name, before):
        return Tie.OPEN if made_it(before) else Tie.NOT
    verbs = (find(words, last + 1, name.end, is_cue_verb) for find in (verb_after, apposition_ends))
    is_subject = _is_subject(before) or is_apposition_of_subject(before)
    beside = is_subject and any(verb is not None for verb in verbs)
    if beside or says_further(text, name.end, before, is_subject=is_subject):
        return Tie.SAYS
    if _FIRST.search(before) and (_PUT_TO.match(text, name.end) or is_put_to(text, name.end)):
        return Tie.SAYS
    return Tie.OPEN


def _is_given(words: SpokenWords, name: Naming, before: str) -> bool:
    """Whether what stands before the name, or a signature, attributes words to somebody."""
    if _NAMED_AFTER.search(before.rstrip(_SPACE)) or after_by(words, name.start):
        return True
    if is_signed(words.text, name):
        return True
    inverted = _INVERTED.search(before)
    verb = "" if inverted is None else inverted["verb"].casefold()
    return verb in CUES and verb not in TO_SOMEBODY


def _is_not_subject(text: str, name: Naming, before: str) -> bool:
    """Whether a name is told something, or is after a preposition or a verb of saying."""
    if _AS.search(before):
        return False
    bare = before.rstrip(_SPACE)
    last = bare[words_in(bare)[-1].start :] if bare and words_in(bare) else ""
    told = last.casefold() in CUES  # “Ann told Bob”: he is told
    return told or bool(_PREPOSITION.search(bare) or _TOLD.match(text, name.end))


def _phrase_start(words: SpokenWords, starts: dict[int, int], name: Naming) -> int:
    """Where a name begins with the titles and articles before it."""
    at = starts[name.start]
    while at and words.text[words.words[at - 1].end : words.words[at].start] in (
        " ",
        ". ",
        "\u00a0",
    ):
        word = words.words[at - 1]
        plain = word.form in TITLES or word.form in COURTESY or words.small[at - 1] in _DETERMINERS
        national = _NATIONAL.fullmatch(words.text, word.start, word.end)
        if not (plain or national):
            break
        at -= 1
    return words.words[at].start


def _is_subject(before: str) -> bool:
    """Whether a name that follows some words can be a subject."""
    before = _ROLE.sub("", before)
    if _OPENS.search(before) or _JOINS.search(before) or _AS.search(before):
        return True
    joined = _AND.search(before)
    if joined is None:
        return False
    earlier = before[: joined.start()]
    return bool(_SUBJECT_BEFORE_AND.search(earlier)) or not _ANY_PREPOSITION.search(earlier)


def tie_of(source: Source, voice: Voice, actor: str, known: KnownNames) -> Tie:
    """Whether the sentence of a voice's cue has an actor say something, by a name in the cue or
    by its pronoun.
    """
    assert voice.cue is not None
    words, cue = _around(source, voice, voice.cue)
    ties = [
        how_named(words, name)
        for name in known.called.longest(words.text)
        if actor in name.actors and not name.adjective and Span(name.start, name.end).meets(cue)
    ]
    if ties:
        return max(ties)
    if voice.antecedent is None:
        return Tie.OPEN
    if _is_by_pronoun(words, cue):
        return Tie.SAYS
    return _without_subject(source, voice, actor, known, words, cue)


def _is_by_pronoun(words: SpokenWords, cue: Span) -> bool:
    """Whether a pronoun of the cue is the subject of a verb of saying."""
    for found in _PRONOUN.finditer(words.text, cue.start, cue.end):
        at = next((n for n, w in enumerate(words.words) if w.start >= found.end()), None)
        if at is not None and verb_after(words, at, found.end(), is_cue_verb) is not None:
            return True
    for found in _OF_A_PRONOUN.finditer(words.text, cue.start, cue.end):
        verb = found["verb"]
        if verb is None or (verb.casefold() in CUES and verb.casefold() not in TO_SOMEBODY):
            return True
    return False


def _without_subject(
    source: Source, voice: Voice, actor: str, known: KnownNames, words: SpokenWords, cue: Span
) -> Tie:
    """A cue that is only a verb, *while acknowledging that*, has the subject of its clause."""
    bare = _BARE.match(words.text, cue.start, cue.end)
    is_bare = bare is not None and bare["verb"].casefold() in CUES_WITHOUT_SUBJECT
    joined = bare is not None and bare["joined"] != ""
    if not is_bare or not (joined or _GOES_ON.search(words.text[: cue.start])):
        return Tie.NOT if _NO_SUBJECT.search(words.text, cue.start, cue.end) else Tie.OPEN
    assert voice.antecedent is not None
    told, span = _around(source, voice, voice.antecedent)
    starts = {word.start: at for at, word in enumerate(told.words)}
    for name in known.called.longest(told.text):
        if actor in name.actors and Span(name.start, name.end).meets(span):
            before = told.text[: _phrase_start(told, starts, name)]
            last = last_word(told, starts, name)
            if last is not None and not told.words[last].possessive:
                return Tie.SAYS if _is_subject(before) else Tie.OPEN
    return Tie.OPEN


def _around(source: Source, voice: Voice, words: Span) -> tuple[SpokenWords, Span]:
    """The sentence of some words, what is quoted in it as one sign, and where the words are."""
    held = source.sentences_in(words)
    start = min((sentence.span.start for sentence in held), default=words.start)
    end = max((sentence.span.end for sentence in held), default=words.end)
    letters = list(source.text[start:end])
    for spoken in source.voices_in(Span(start, end)):
        if spoken.kind in (VoiceKind.DIRECT, VoiceKind.QUOTED):
            _hide(letters, spoken.span, start, source)
    text, first = "".join(letters), start
    told = voice.span
    # Where a sentence ends within the marks, what is said is in the one before.
    if told.end <= start and not source.text[told.end : start].strip(f" {_MARKS}.,!?—–"):
        text, first = f"{QUOTED}{text}", start - 1
    elif told.start >= end and not source.text[end : told.start].strip(f" \n{_MARKS}—–"):
        text += source.text[end : told.start] + QUOTED
    return SpokenWords(text, words_in(text)), Span(words.start - first, words.end - first)


def _hide(letters: list[str], span: Span, start: int, source: Source) -> None:
    """Put a sign for what is spoken and for its marks, but not for the narration in it."""
    within = source.voices_in(span)
    told = [v.span for v in within if v.kind is VoiceKind.OWN and span.holds(v.span)]
    first = span.start - (source.text[span.start - 1 : span.start] in tuple(_MARKS))
    closing = _CLOSING.match(source.text, span.end)
    last = span.end if closing is None else closing.end()
    fresh = True
    for at in range(max(first, start), min(last, start + len(letters))):
        narrated = any(one.start <= at < one.end for one in told)
        if not narrated:
            letters[at - start] = QUOTED if fresh else MARK
        fresh = narrated
