"""What stands beside a name in our words, and beside the same name in the evidence.

An adjective with *non-* or *anti-* before it, names joined by *of*, and titles: each word is in the
evidence, and what our words put together is not. See docs/format.md, Names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import regex

from citebound.claims.called import Called, Naming
from citebound.claims.evidence import Evidence
from citebound.claims.longer_names import completed, following, turned
from citebound.claims.name_forms import COURTESY, NEVER, TITLES, Word, spans_of, words_in

_OF = regex.compile(r" of (?:the )?")
_GENERALS = frozenset(("secretary", "attorney", "consul", "director", "solicitor", "surgeon"))
"""With one of these before it, *General* is no rank of the army."""

_DENIED = frozenset(("not", "no", "non", "without", "never", "against", "anti", "pro", "не", "без"))


def texts_of(evidence: Evidence) -> tuple[str, ...]:
    """The words of some evidence, and of the sentences around them."""
    return tuple(dict.fromkeys((*evidence.texts, *evidence.around)))


def is_completed(naming: Naming, words: Sequence[Word], evidence: Evidence, called: Called) -> bool:
    """Whether the evidence has a name as part of a longer one, whose other words ours have too:
    “a university in Moscow” for “Moscow University”. An adjective of ours is decided by nobody.
    """
    forms = {word.form for word in words}
    for text in texts_of(evidence):
        theirs = words_in(text)
        at = {word.start: number for number, word in enumerate(theirs)}
        for other in called.in_longer(text):
            if not other.actors & naming.actors:
                continue
            first = at[other.start]
            end = next((n for n in range(first, len(theirs)) if theirs[n].start >= other.end), None)
            needed = set(completed(text, theirs, first, len(theirs) if end is None else end))
            if needed and (naming.adjective or needed <= forms):
                return True
    return False


def is_in_place(run: Sequence[Word], words: Sequence[Word], evidence: Evidence) -> bool:
    """The same of a name that is no actor's."""
    forms = {word.form for word in words}
    for text in texts_of(evidence):
        theirs = words_in(text)
        for number, word in enumerate(theirs):
            if word.form == run[0].form:
                needed = set(completed(text, theirs, number, number + 1))
                if needed and needed <= forms:
                    return True
    return False


def turned_round(
    text: str,
    words: Sequence[Word],
    named: Sequence[Naming],
    evidence: Evidence,
    called: Called,
) -> Iterator[Naming]:
    """Adjectives of ours before a noun that has *non-*, *anti-* or *pro-* and them before it in the
    evidence, wherever it has them before it.
    """
    adjectives = [naming for naming in named if naming.adjective]
    if not adjectives or not _DENIED.isdisjoint(word.form for word in words):
        return
    mine = {word.start: number for number, word in enumerate(words)}
    ends = {word.end: number + 1 for number, word in enumerate(words)}
    found: dict[tuple[str, str], set[bool]] = defaultdict(set)
    for other in texts_of(evidence):
        theirs = words_in(other)
        begin = {word.start: number for number, word in enumerate(theirs)}
        end = {word.end: number + 1 for number, word in enumerate(theirs)}
        for naming in called.longest(other):
            if naming.start not in begin:
                continue
            first, last = begin[naming.start], end[naming.end]
            noun = turned(other, theirs, first, last)
            plain = following(other, theirs, last) if noun is None else noun
            for actor in naming.actors:
                found[actor, plain or ""].add(noun is not None)
    for naming in adjectives:
        if naming.start not in mine:
            continue
        noun = following(text, words, ends[naming.end])
        is_plain = turned(text, words, mine[naming.start], ends[naming.end]) is None
        if noun and is_plain and all(found.get((a, noun)) == {True} for a in naming.actors):
            yield naming


def _pairs(text: str) -> Iterator[tuple[Word, Word, tuple[str, ...]]]:
    """The names that *of* joins in a text: the last word before it, the first after it, and all
    words of the name after it.
    """
    words = words_in(text)
    runs = list(spans_of(words, text))
    begins = {run[0].start: run for run in runs}
    for run in runs:
        joined = _OF.match(text, run[-1].end)
        after = begins.get(joined.end()) if joined else None
        if after is not None and run[-1].form not in NEVER:
            yield run[-1], after[0], tuple(word.form for word in after)


def joined_otherwise(text: str, evidence: Evidence) -> Iterator[tuple[Word, Word]]:
    """Names that *of* joins in our words, each joined to another one in the evidence."""
    mine = list(_pairs(text))
    if not mine:
        return
    rights: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    lefts: dict[str, set[str]] = defaultdict(set)
    alone: set[str] = set()
    for other in texts_of(evidence):
        joined = set()
        for left, right, name in _pairs(other):
            rights[left.form].add(name)
            joined.add(left.start)
            for form in name:
                lefts[form].add(left.form)
            lefts[right.form].add(left.form)
        alone |= {w.form for w in words_in(other) if w.capital and w.start not in joined}
    for left, right, name in mine:
        theirs = rights.get(left.form)
        if not theirs or left.form in alone or not lefts.get(name[0]):
            continue
        if not _leads(left.form, name[0], rights):
            yield left, right


def _leads(left: str, right: str, rights: Mapping[str, set[tuple[str, ...]]]) -> bool:
    """Whether *of* leads from a name to another, also by way of further ones."""
    seen, open_ = {left}, [left]
    while open_:
        for name in rights.get(open_.pop(), ()):
            if right in name:
                return True
            if name[-1] not in seen:
                seen.add(name[-1])
                open_.append(name[-1])
    return False


def titled_otherwise(
    text: str, words: Sequence[Word], evidence: Evidence, called: Called
) -> Iterator[tuple[Word, Word]]:
    """Titles of ours before a name that the evidence has before other names only: each title, with
    the last word of the name.
    """
    mine = [(title, name) for title, name in _titles(text, words) if name]
    if not mine:
        return
    theirs: dict[str, list[frozenset[str] | None]] = defaultdict(list)
    for other in texts_of(evidence):
        read = words_in(other)
        following_titles = {title.start: name for title, name in _titles(other, read)}
        for number, word in enumerate(read):
            if word.form not in TITLES:
                continue
            if word.form == "general" and number and read[number - 1].form in _GENERALS:
                theirs["general"].append(frozenset())
            elif word.possessive:
                theirs[word.form].append(frozenset())
            else:
                name = following_titles.get(word.start)
                theirs[word.form].append(_said_of(other, name, called) if name else None)
    for title, name in mine:
        borne = theirs.get(title.form)
        before = _before(words, title)
        if title.form == "general" and before in _GENERALS:
            continue
        here = _said_of(text, name, called)
        if borne and all(said is not None and not said & here for said in borne):
            yield title, name[-1]


def _before(words: Sequence[Word], word: Word) -> str:
    at = words.index(word)
    return words[at - 1].form if at else ""


def _titles(text: str, words: Sequence[Word]) -> Iterator[tuple[Word, list[Word]]]:
    """The titles of a text, each with the words of the name that it stands before."""
    for run in spans_of(words, text):
        for at, word in enumerate(run):
            if word.form in TITLES and text[word.end : word.end + 1] != "-":
                rest = [later for later in run[at + 1 :] if later.form not in TITLES | COURTESY]
                yield word, rest


def _said_of(text: str, name: Sequence[Word], called: Called) -> frozenset[str]:
    """The words of a name, and the actors that it names."""
    said = text[name[0].start : name[-1].end]
    return frozenset(word.form for word in name) | called.named(said)
