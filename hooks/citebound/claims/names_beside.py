"""What stands beside a name in our words, and beside the same name in the evidence.

An adjective with *non-* or *anti-* before it, names joined by *of*, and titles: each word is in the
evidence, and what our words put together is not. See docs/our-own-sentences.md, Names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from citebound.claims.called import Called, Naming
from citebound.claims.evidence import Evidence
from citebound.claims.longer_names import completed, following, turned
from citebound.claims.name_forms import COURTESY, NEVER, TITLES, Word, spans_of, words_in
from citebound.claims.titled_names import SHORT_TITLES
from citebound.text.patterns import Pattern

_OF = Pattern(r" of (?:the )?")
_AND = Pattern(
    rf",? and (?!(?i:{'|'.join(sorted(TITLES))})\b|(?:{'|'.join(SHORT_TITLES)})\b)"
    r"\p{Lu}[\p{L}’'-]++(?! \p{Lu})"
)
"""Somebody after a name, who may have its title as well."""

_GENERALS = frozenset(("secretary", "attorney", "consul", "director", "solicitor", "surgeon"))
"""With one of these before it, *General* is no rank of the army."""

_MOST = 16
"""So many words after a title are those of a name."""

_FARTHEST = 256
"""So many names that *of* joins to others are followed."""

_DENIED = frozenset(("not", "no", "non", "without", "never", "against", "anti", "pro", "не", "без"))


def texts_of(evidence: Evidence) -> tuple[str, ...]:
    """The words of some evidence, and of the sentences around them."""
    return tuple(dict.fromkeys((*evidence.texts, *evidence.around)))


class Completed:
    """Whether some evidence has a name as part of a longer one, whose other words ours have too:
    “a university in Moscow” for “Moscow University”. The evidence is read once for all names.
    """

    def __init__(self, words: Sequence[Word], evidence: Evidence, called: Called) -> None:
        self._forms = frozenset(word.form for word in words)
        self._evidence = evidence
        self._called = called

    def is_actor(self, naming: Naming) -> bool:
        """Whether it has that of an actor so. An adjective of ours is decided by nobody."""
        return any(
            naming.adjective or needed <= self._forms
            for actor in naming.actors
            for needed in self._of_actors.get(actor, ())
        )

    def is_other(self, run: Sequence[Word]) -> bool:
        """The same of a name that is no actor's."""
        return any(needed <= self._forms for needed in self._of_others.get(run[0].form, ()))

    @cached_property
    def _of_actors(self) -> Mapping[str, set[frozenset[str]]]:
        found: dict[str, set[frozenset[str]]] = defaultdict(set)
        for text in texts_of(self._evidence):
            theirs = words_in(text)
            begins = {word.start: number for number, word in enumerate(theirs)}
            ends = {word.end: number + 1 for number, word in enumerate(theirs)}
            for other in self._called.in_longer(text):
                first, end = begins[other.start], ends[other.end]
                if needed := frozenset(completed(text, theirs, first, end)):
                    for actor in other.actors:
                        found[actor].add(needed)
        return found

    @cached_property
    def _of_others(self) -> Mapping[str, set[frozenset[str]]]:
        found: dict[str, set[frozenset[str]]] = defaultdict(set)
        for text in texts_of(self._evidence):
            theirs = words_in(text)
            for number, word in enumerate(theirs):
                if needed := frozenset(completed(text, theirs, number, number + 1)):
                    found[word.form].add(needed)
        return found


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
    rights: dict[str, dict[str, bool]] = defaultdict(dict)
    lefts: dict[str, set[str]] = defaultdict(set)
    alone: set[str] = set()
    for other in texts_of(evidence):
        joined = set()
        for left, right, name in _pairs(other):
            joined.add(left.start)
            after = rights[left.form]
            after[name[-1]] = True
            for form in name:
                after.setdefault(form, False)
                lefts[form].add(left.form)
            lefts[right.form].add(left.form)
        alone |= {w.form for w in words_in(other) if w.capital and w.start not in joined}
    for left, right, name in mine:
        theirs = rights.get(left.form)
        if not theirs or left.form in alone or not lefts.get(name[0]):
            continue
        if not _leads(left.form, name[0], rights):
            yield left, right


def _leads(left: str, right: str, rights: Mapping[str, Mapping[str, bool]]) -> bool:
    """Whether *of* leads from a name to another, also by way of further ones: not of so many that
    this is told by nobody.
    """
    seen, open_ = {left}, [left]
    while open_:
        after = rights.get(open_.pop(), {})
        if right in after:
            return True
        for form, is_last in after.items():
            if is_last and form not in seen:
                seen.add(form)
                open_.append(form)
                if len(seen) > _FARTHEST:
                    return True
    return False


def titled_otherwise(
    text: str, words: Sequence[Word], evidence: Evidence, called: Called
) -> Iterator[tuple[Word, Word]]:
    """Titles of ours before a name that the evidence has before other names only: each title, with
    the last word of the name.
    """
    mine = [(_title(text, title), title, name) for title, name in _titles(text, words) if name]
    if not mine:
        return
    theirs: dict[str, list[frozenset[str] | None]] = defaultdict(list)
    for other in texts_of(evidence):
        read = words_in(other)
        following_titles = {title.start: name for title, name in _titles(other, read)}
        for number, word in enumerate(read):
            form = _title(other, word)
            if not form:
                continue
            if not word.possessive and other[word.start : word.end].endswith("s"):
                theirs[form].append(None)  # generals: of how many names, nobody says
            elif (
                form == "general" and number and read[number - 1].form in _GENERALS
            ) or word.possessive:
                theirs[form].append(frozenset())
            else:
                name = following_titles.get(word.start)
                theirs[form].append(_said_of(other, name, called) if name else None)
                if name and _AND.match(other, name[-1].end):
                    theirs[form].append(None)  # “Sen. Ross and Lee”
    borne = {
        form: None if None in said else frozenset().union(*filter(None, said))
        for form, said in theirs.items()
    }
    before = {after.start: word.form for word, after in pairwise(words)}
    for form, title, name in mine:
        others = borne.get(form)
        if others is None or (form == "general" and before.get(title.start) in _GENERALS):
            continue
        if others.isdisjoint(_said_of(text, name, called)):
            yield title, name[-1]


def _titles(text: str, words: Sequence[Word]) -> Iterator[tuple[Word, list[Word]]]:
    """The titles of a text, each with the words of the name that it stands before."""
    for run in _titled_runs(text, words):
        for at, word in enumerate(run):
            if _title(text, word) and text[word.end : word.end + 1] != "-":
                after = run[at + 1 : at + 1 + _MOST]
                rest = [one for one in after if one.form not in COURTESY and not _title(text, one)]
                yield word, rest


def _title(text: str, word: Word) -> str:
    """The form of a title in full; nothing, if a word is none."""
    if word.form in TITLES:
        return word.form
    said = text[word.start : word.end]
    return SHORT_TITLES.get(said) or SHORT_TITLES.get(said.removesuffix("s"), "")


def _titled_runs(text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    """The runs of words with capitals, with what stands before a shortened title's point."""
    runs: list[list[Word]] = []
    for run in spans_of(words, text):
        last = runs[-1][-1] if runs else None
        is_short = last is not None and text[last.start : last.end] in SHORT_TITLES
        if last is not None and is_short and text[last.end : run[0].start] == ". ":
            runs[-1].extend(run)
        else:
            runs.append(run)
    yield from runs


def _said_of(text: str, name: Sequence[Word], called: Called) -> frozenset[str]:
    """The words of a name, and the actors that it names."""
    said = text[name[0].start : name[-1].end]
    return frozenset(word.form for word in name) | called.named(said)
