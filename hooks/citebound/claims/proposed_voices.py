"""Voices proposed for the quotation marks of a source, for its editor to take or to leave.

A speaker is proposed only where one verb of saying stands right beside one full name, and nothing
in the sentence hints at a second hand; never for a pronoun, never for reported speech. Whatever
is less plain is a question. What is proposed holds by the same rules as what an editor writes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from citebound.claims.called import Naming
from citebound.claims.cued import Tie, tie_of
from citebound.claims.known_names import KnownNames
from citebound.claims.name_forms import Word, words_in
from citebound.claims.own_words import QUOTED
from citebound.claims.spoken import EVERY_VERB
from citebound.model import Source, Span, Text, VoiceKind
from citebound.reading.voice_marks import words_without_voice
from citebound.reading.voices import VoiceEntry, voices_of
from citebound.text.patterns import Pattern

_SECOND_HAND = Pattern(
    r"(?i)\b(?:quot\w+|cit(?:ed|es|ing)|according|as saying|report(?:s|ed|edly|ing)?|alleged\w*"
    r"|via|claim\w*|rumou?r\w*|referr\w+|paraphras\w+|spokes\w+|on behalf|so-called"
    r"|сообщ\w*|по словам|цитир\w*|передал\w*|якобы|со ссылкой|пресс-\w+)\b"
)  # fmt: skip
_PRONOUN = Pattern(
    r"(?i)(?<!\p{L})(?:he|she|they|it|who|which|we|i|you|him|her|them|он|она|они|оно|кто|котор\p{L}+|я|мы|вы)"
    r"(?!\p{L})"
)
_WHO = Pattern(r"(?<=\p{Lu}[\p{L}’'-]+), who\b[^\0.;:!?]*(?=[.]\s*\Z)")
"""What ends a sentence and only says more of whoever is named right before it."""

_TERM = Pattern(rf"[^{QUOTED}:]*\p{{L}}[^{QUOTED}:]*(?<![:—–-]\s*){QUOTED}[^{QUOTED}:—–]*")
"""A sentence of somebody's own in which one thing stands in marks."""

_MARKED_BEFORE = Pattern(rf"\s*{QUOTED}\s*,?\s*(?:[—–-]\s*)?")
_MARKED_AFTER = Pattern(
    r"(?:[ ](?:reporters|journalists))?(?:[ ]on[ ]\p{Lu}\p{Ll}+day)?"
    rf"\s*[,:]?\s*{QUOTED}\s*[.]?\s*"
)
_ENDS = Pattern(
    rf"(?:[ ]on[ ]\p{{Lu}}\p{{Ll}}+day)?\s*(?:[.!?;]?\s*\Z|,\s*{QUOTED}\s*[.]?\s*\Z"
    r"|,[ ](?:who|a|an|the|its|his|her|head|chair|director)\b[^\0,;:]*[.]\s*\Z)"
)
"""What stands before and after a name and its verb where it is plain whose words are marked."""

_CALLING = Pattern(
    r"(?i)\b(?:call\w*|term(?:s|ed)|dub\w*|label\w*|descri\w+|name[ds]?|назва\w*|называ\w*)\b"
)
_TURNED = Pattern(
    r"(?i)\b(?:not|never|n[o’']t|denied|denies|refus\w+|did|would|could|might|не|ни)\b|n[’']t\b"
)
_FULL_NAME = Pattern(
    r"\p{Lu}[\p{L}\p{M}’'-]+"
    r"(?:[ \u00a0](?:(?:de|van|von|al|bin|der|la)[ ])?\p{Lu}[\p{L}\p{M}’'.-]*)+"
)
_MOST_QUOTED = 4
"""A term in marks has so many words at most; more of them are somebody's speech."""


@dataclass(frozen=True, slots=True)
class ProposedVoice:
    """A voice as ``source.yml`` would have it, and its words in one line: without a speaker its
    kind is ``quoted``.
    """

    kind: VoiceKind
    words: str
    start: str
    end: str
    paragraph: int
    speaker: str = ""
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Words in marks for which nothing is proposed, and why not."""

    paragraph: int
    words: str
    why: str


def proposed(source: Source, naming: KnownNames) -> Iterator[ProposedVoice | Question]:
    """A proposal or a question for each pair of marks that lies in no voice, in order."""
    pairs = [*words_without_voice(source)]
    for pair in pairs:
        words = " ".join(pair.of(source.text).split())
        number = source.paragraph_at(pair.start)
        frame, start = _frame(source, pair, pairs)
        found = _decided(source, pair, frame, start, naming)
        yield Question(number, words, found) if isinstance(found, str) else found


def unknown_speakers(source: Source, naming: KnownNames) -> Mapping[str, tuple[int, ...]]:
    """Full names beside a verb of saying that no actor has, with their paragraphs."""
    known = [str(name) for actor in naming.library.actors.values() for name in actor.called]
    found: dict[str, dict[int, None]] = defaultdict(dict)
    for sentence in source.sentences:
        text = sentence.span.of(source.text)
        verbs = _verbs(text)
        for name in _FULL_NAME.finditer(text):
            beside = any(_is_beside(text, name.start(), name.end(), verb) for verb in verbs)
            called = name[0].rstrip(".")
            if beside and not any(called in each or each in called for each in known):
                found[called][sentence.paragraph] = None
    return {name: tuple(paragraphs) for name, paragraphs in found.items()}


def _frame(source: Source, pair: Span, pairs: list[Span]) -> tuple[str, int]:
    """The sentences that a pair of marks stands in, with a sign for each thing in marks and
    blanks after it, so that places stay what they are; and where they begin.
    """
    held = source.sentences_in(pair)
    start, end = held[0].span.start, held[-1].span.end
    letters = list(source.text[start:end])
    for each in pairs:
        if each.meets(Span(start, end)):
            first, last = max(each.start, start) - start, min(each.end, end) - start
            letters[first:last] = [QUOTED, *" " * (last - first - 1)]
    return "".join(letters), start


def _decided(
    source: Source, pair: Span, frame: str, start: int, naming: KnownNames
) -> ProposedVoice | str:
    """The proposal for a pair of marks, or why there is none."""
    verbs = _verbs(frame)
    names = [name for name in naming.called.longest(frame) if not name.adjective]
    doubt = next(_doubts(frame, verbs), None)
    if doubt is not None:
        return doubt
    if not verbs:
        if names or _FULL_NAME.search(frame) or not _TERM.fullmatch(frame):
            return "whose words are they?"
        return _without_verb(source, pair, frame)
    doubt = next(_doubts_of(frame, names, naming), None)
    if doubt is not None:
        return doubt
    if not _is_plain(frame, names[0], verbs[0]):
        return "who says it? It is not put to a name right beside the marks"
    return _named(source, pair, start, (names[0], verbs[0]), naming)


def _verbs(text: str) -> list[Word]:
    return [w for w in words_in(text) if text[w.start : w.end].casefold() in EVERY_VERB]


def _doubts(frame: str, verbs: list[Word]) -> Iterator[str]:
    """Why a sentence may not say plainly whose words are in its marks."""
    if _SECOND_HAND.search(frame):
        yield "it may have come through a second hand"
    if _PRONOUN.search(_WHO.sub(" ", frame)) and (verbs or _CALLING.search(frame)):
        yield "whom does the pronoun stand for?"
    if _TURNED.search(frame) and verbs:
        yield "was it said?"
    if len(verbs) > 1:
        yield "there is more than one verb of saying"


def _doubts_of(frame: str, names: list[Naming], naming: KnownNames) -> Iterator[str]:
    """Why the names in a sentence may not say plainly who speaks."""
    if len(names) != 1:
        yield "who is it of those named?" if names else "who says it?"
        return
    (name,) = names
    said = frame[name.start : name.end]
    (actor, *others) = name.actors
    full = " " in said and said in naming.library.actors[actor].called
    if others or not full:
        yield "who says it? No full name stands there as it is written"
    for other in _FULL_NAME.finditer(frame):
        if other.end() <= name.start or other.start() >= name.end:
            yield "somebody else is named beside it"


def _without_verb(source: Source, pair: Span, frame: str) -> ProposedVoice | str:
    words = pair.of(source.text).split()
    if len(words) > _MOST_QUOTED or _CALLING.search(frame):
        return "whose words are they?"
    ends = _ends(source, pair)
    if ends is None:
        return "its words stand more than once"
    return ProposedVoice(VoiceKind.QUOTED, " ".join(words), *ends, source.paragraph_at(pair.start))


def _named(
    source: Source, pair: Span, base: int, beside: tuple[Naming, Word], naming: KnownNames
) -> ProposedVoice | str:
    """A voice of the one who is named beside the verb, if it holds by the rules for voices."""
    name, verb = beside
    (actor,) = name.actors
    first, last = min(name.start, verb.start), max(name.end, verb.end)
    cue = source.text[base + first : base + last]
    ends = _ends(source, pair)
    if ends is None:
        return "its words stand more than once"
    number = source.paragraph_at(pair.start)
    entry = VoiceEntry(
        VoiceKind.DIRECT, Text(ends[0]), Text(ends[1]), Text(actor), cue=Text(cue), paragraph=number
    )
    voices, problems = voices_of(source, [entry])
    if problems or len(voices) != 1:
        return "a cue cannot be told from other words"
    alone = replace(source, voices=voices)
    if tie_of(alone, voices[0], actor, naming) is not Tie.SAYS:
        return "who says it?"
    words = " ".join(pair.of(source.text).split())
    return ProposedVoice(VoiceKind.DIRECT, words, *ends, number, actor, cue)


def _is_plain(frame: str, name: Naming, verb: Word) -> bool:
    """Whether a sentence is no more than words in marks and, right beside them, who says them: a
    verb and a name, after which it ends, gives the day, or says more of whoever is named.
    """
    if not _is_beside(frame, name.start, name.end, verb):
        return False
    first, last = min(name.start, verb.start), max(name.end, verb.end)
    before, after = frame[:first], frame[last:]
    if _MARKED_BEFORE.fullmatch(before):
        return bool(_ENDS.match(after))
    return not before.strip() and name.start < verb.start and bool(_MARKED_AFTER.fullmatch(after))


def _is_beside(text: str, start: int, end: int, verb: Word) -> bool:
    """Whether a verb stands right before or after a name, with nothing but a space between."""
    before, after = text[verb.end : start], text[end : verb.start]
    return (verb.end < start and before.isspace()) or (end < verb.start and after.isspace())


def _ends(source: Source, pair: Span) -> tuple[str, str] | None:
    """The fewest words by which a pair of marks is found in its paragraph: ``from`` and ``to``."""
    paragraph = source.paragraphs[source.paragraph_at(pair.start) - 1]
    text = source.text[paragraph.start : paragraph.end]
    first, last = pair.start - paragraph.start, pair.end - paragraph.start
    begins = _growing(text[first:last])
    start = next((words for words in begins if text.count(words) == 1), None)
    if start is None:
        return None
    inner = text[first + len(start) : last]
    for size in range(1, len(inner) + 1):
        end = inner[-size:]
        whole = size == len(inner) or not (inner[-size].isalnum() and inner[-size - 1].isalnum())
        fits = end == end.strip() and text.find(end, first + len(start)) == last - size
        if whole and fits:
            return start, end
    return None


def _growing(words: str) -> Iterator[str]:
    """The beginnings of some words, of three words and more."""
    ends = [at for at, letter in enumerate(words) if letter.isspace()]
    for at in ends[2:]:
        yield words[:at]
    yield words[:-1]
