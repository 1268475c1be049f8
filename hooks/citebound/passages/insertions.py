"""What an insertion puts in place of a source's words, and whom it names.

An insertion resolves a pronoun, names what *the country* is, or changes the form of a word. One
that says something else than the words it stands for, or that stands for nothing and does more than
explain, is signed; one that names somebody whom the source does not name is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

import regex

from citebound.model import Passage, Segment, SegmentKind, Source, Span
from citebound.passages.explaining import (
    Beside,
    explains,
    is_noun_phrase,
    says_what_a_pronoun_is,
)
from citebound.passages.starts import sentence_before
from citebound.text.edges import WHOLE_WORD
from citebound.text.folding import fold
from citebound.text.patterns import Pattern

_POSSESSIVE = Pattern(r"(?:['’ʼ][sS]?)\Z")
_LATIN = Pattern(r"\p{Latin}")
_STEM = 5


def _listed(*words: str) -> frozenset[str]:
    return frozenset(" ".join(words).split())


_PRONOUNS = _listed(
    "i you he she it we they me him her us them mine yours his hers ours theirs its my your our",
    "their myself himself herself itself themselves who whom which this that these those one",
    "я ты он она оно мы вы они меня тебя его её ее нас вас их мне ему ей нам вам им ним ней ними",
    "него неё нее них мой моя моё мои наш наша наше наши ваш ваша ваше ваши этот эта это эти тот",
    "та то те",
)
_DETERMINERS = _listed("the a an each every such own")
_SMALL = _PRONOUNS | _DETERMINERS

_FORMS = (
    _listed("is are was were be been being am 's 're"),
    _listed("has have had having"),
    _listed("does do did done doing"),
    _listed("says say said saying"),
    _listed("goes go went gone going"),
    _listed("will would shall should"),
    _listed("был была было были есть будет будут"),
)
"""Forms of one word that do not begin alike."""


def replaced(passage: Passage, source: Source) -> Iterator[str]:
    """What the insertions of a passage say else than the words that they stand for. A cut beside
    an insertion is among these; and what stands for nothing is, where it does not explain.
    """
    known = partial(_has, source)
    for number, segment in enumerate(passage.segments):
        if segment.kind is not SegmentKind.INSERTION:
            continue
        if segment.span is not None and len(segment.span) == len(segment.text) == 1:
            continue
        dropped = " ".join(_dropped(passage.segments, number, source))
        if dropped and not _says_the_same(segment.text, dropped, source):
            yield (
                f"the insertion stands for “{dropped}”, and says something else: [{segment.text}]"
            )
        beside = _beside(passage, number, source)
        if dropped or explains(segment.text, beside, _PRONOUNS, known):
            continue
        if number == 0 and sentence_before(passage, source).strip():
            yield from _put_first(segment.text, passage, source)
        else:
            yield (
                "the insertion stands for nothing, and explains nothing that stands right before "
                f"it: [{segment.text}]"
            )


def _beside(passage: Passage, number: int, source: Source) -> Beside:
    """What stands before an insertion in its sentence, and after it."""
    following = passage.segments[number + 1 :][:1]
    after = source.text[following[0].span.start :] if following and following[0].span else ""
    after = after.split("\n", maxsplit=1)[0]
    previous = passage.segments[number - 1].span if number else None
    if previous is None:
        return Beside("", after, source.text)
    sentences = source.sentences_in(Span(previous.end - 1, previous.end))
    paragraph = source.paragraphs[passage.paragraph - 1]
    start = (*(sentence.span for sentence in sentences), paragraph)[0].start
    return Beside(source.text[start : previous.end], after, source.text)


def _has(source: Source, words: Sequence[str]) -> bool:
    """Whether a source has each of some words: a common noun as it is or as one of many, since a
    *murderer* is none who was *murdered*; a name, or a word of Russian, in some form.
    """
    known = _known(source.text)
    return all(
        known.forms & _numbers(word.casefold())
        if word.islower() and word.isascii()
        else _stem(word) in known.stems
        for word in words
        if word.casefold() not in _SMALL
    )


def _numbers(word: str) -> frozenset[str]:
    """An English noun as one and as many."""
    bare = _POSSESSIVE.sub("", word)
    ones = (bare, bare.removesuffix("s"), bare.removesuffix("es"), bare.removesuffix("ies") + "y")
    return frozenset((*ones, f"{bare}s", f"{bare}es", bare.removesuffix("y") + "ies"))


def unknown_names(passage: Passage, source: Source) -> Iterator[str]:
    """The names in the insertions of a passage that its source has nowhere."""
    for segment in passage.segments:
        if segment.kind is not SegmentKind.INSERTION or len(segment.text) == 1:
            continue
        words = WHOLE_WORD.findall(fold(segment.text).text)
        known = _known(source.text)
        for number, word in enumerate(words):
            alone = number == 0 and not any(w[0].isupper() for w in words[1:2])
            begins = alone and segment is passage.segments[0]
            is_name = word[0].isupper() and word.casefold() not in _SMALL and not begins
            if is_name and not _parts(word) & known.names:
                yield word


def _put_first(ours: str, passage: Passage, source: Source) -> Iterator[str]:
    """A subject that a quotation begins with, and that its sentence does not have before it: it is
    what a pronoun stands for, or the words are those of the sentence.
    """
    before = sentence_before(passage, source)
    theirs = WHOLE_WORD.findall(fold(before).text)
    pronoun = theirs[-1].casefold() if theirs else ""
    known = partial(_has, source)
    if pronoun in _PRONOUNS and says_what_a_pronoun_is(ours, pronoun, before, known):
        return
    stems = {_stem(word) for word in theirs}
    words = [w for w in WHOLE_WORD.findall(fold(ours).text) if w.casefold() not in _SMALL]
    if any(_stem(word) not in stems for word in words):
        yield (
            f"the quotation begins with words that are not in its sentence: [{ours}] stands "
            f"after “{' '.join(theirs[-4:])}”"
        )


def _dropped(segments: Sequence[Segment], number: int, source: Source) -> Iterator[str]:
    """The words that an insertion stands for, and those of a cut beside it."""
    for near in segments[max(0, number - 1) : number + 2]:
        is_own = near is segments[number]
        if near.span is not None and (is_own or near.kind is SegmentKind.CUT):
            said = " ".join(near.span.of(source.text).split())
            if WHOLE_WORD.search(said):
                yield said


def _says_the_same(ours: str, dropped: str, source: Source) -> bool:
    """Whether an insertion has the words that it stands for in another form; or is what a pronoun
    or *the country* stands for, in words of the source.
    """
    words, theirs = WHOLE_WORD.findall(fold(ours).text), WHOLE_WORD.findall(fold(dropped).text)
    if not words or not theirs:
        return True
    stems = {_stem(word) for word in theirs}
    forms = {word.casefold() for word in theirs}
    new = [
        word
        for word in words
        if word.casefold() not in _SMALL
        and _stem(word) not in stems
        and not any(word.casefold() in group and group & forms for group in _FORMS)
    ]
    if not new:
        return True
    no_articles = not _LATIN.search(ours)  # nothing shows where a noun begins
    named = no_articles or words[0][0].isupper() or words[0].casefold() in _SMALL
    in_source = _has(source, new)
    if forms <= _PRONOUNS:
        return in_source and is_noun_phrase(words, theirs[-1].casefold(), bare=True)
    if theirs[0].casefold() in _SMALL:
        return named and in_source and not _has_pronoun_and_verb(theirs)
    adds_names = all(word[0].isupper() for word in new)
    return in_source and adds_names and stems <= {_stem(word) for word in words}


def _has_pronoun_and_verb(theirs: Sequence[str]) -> bool:
    """Whether words that begin with a pronoun go on as a clause (*it accepted the offer*)."""
    return theirs[0].casefold() in {"i", "he", "she", "it", "we", "they", "you", "who", "which"}


def _stem(word: str) -> str:
    return _POSSESSIVE.sub("", word).casefold()[:_STEM]


def _parts(name: str) -> frozenset[str]:
    """A name without the endings that it may have in a sentence."""
    bare = _POSSESSIVE.sub("", name)
    return frozenset(bare[:length] for length in range(max(len(bare) - 2, 3), len(bare) + 1))


class _Known:
    """The beginnings of a source's words, and the names in it."""

    def __init__(self, text: str) -> None:
        words = frozenset(WHOLE_WORD.findall(fold(text).text))
        parts = words | {part for word in words for part in regex.split(r"['’ʼ-]", word) if part}
        self.stems = frozenset(map(_stem, parts))
        self.forms = frozenset(_POSSESSIVE.sub("", word).casefold() for word in parts)
        self.names = frozenset(p for word in parts if word[0].isupper() for p in _parts(word))


@lru_cache(maxsize=64)
def _known(text: str) -> _Known:
    return _Known(text)
