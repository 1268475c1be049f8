"""The rule of limits: what our words and their evidence both say is limited in both or in neither.

A negation, a condition, a hedge or a superlative bears on the words right after it, a measure on
its figure. Only words that stand on both sides are compared, each with what is near it: whether
a sentence has such a word anywhere says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from citebound.claims.amounts import amounts_of
from citebound.claims.causes import causes
from citebound.claims.come_about import came_of
from citebound.claims.denied import burmese, denied
from citebound.claims.denied_by import is_denied_by_another
from citebound.claims.known import Known
from citebound.claims.led import leads
from citebound.claims.left_undone import is_left_undone
from citebound.claims.limit_words import Word
from citebound.claims.limiting import WIDE, Text, Texts, language_written, read
from citebound.claims.limits_of_figures import measures
from citebound.claims.opposites import opposites
from citebound.claims.other_parts import (
    PRONOUNS,
    carries,
    is_of_figure,
    is_of_other_part,
    later,
    told_of,
)
from citebound.claims.otherwise import Otherwise
from citebound.claims.own_words import QUOTED
from citebound.claims.qualified import qualified
from citebound.claims.saying import SOURCE
from citebound.claims.statements import Kind, Statement
from citebound.claims.told_as_done import lost, told_as_done
from citebound.claims.told_as_fact import told_as_fact
from citebound.problems import Problem
from citebound.text.limiting import ABILITIES, HAS, LIMITS, OF_NOUNS, Limit

_COMPARED = frozenset(
    (Kind.SENTENCE, Kind.TITLE, Kind.SUMMARY, Kind.JUDGEMENT, Kind.EVENT, Kind.FACT)
)
_NEAR = 3
_IT = frozenset(("it", "он", "она"))
_ONLY = frozenset(("only", "sole", "solely", "только", "лишь", "исключительно"))


def limits(statement: Statement, known: Known) -> Iterator[Problem]:
    """Limits that our words add to their evidence or leave out of it, and causes that they add."""
    evidence = statement.evidence
    if statement.kind not in _COMPARED or not evidence:
        return
    if any(source.language.partition("-")[0] not in LIMITS for source in evidence.sources):
        return  # a script alone does not tell German from English
    said = statement.words.text
    language = language_written(said)
    passages = Texts(evidence.words)
    support = Texts((*evidence.texts, *evidence.around))
    if not (passages.are_in(language) and support.are_in(language)):
        return
    ours = read(said)
    yield from measures(statement, ours, passages, support)
    added = [*_added(statement, ours, support, known)]
    yield from added
    told = {problem.place for problem in added}
    yield from (p for p in denied(statement, ours, support) if p.place not in told)
    if ours.language == "my":
        yield from burmese(statement, ours, passages, support)
    if not _quotes(statement):  # its quotations may say what its words leave out
        lost = [*_lost(statement, ours, passages)]
        lost = lost or [*told_as_fact(statement, ours, passages)]
        yield from lost or told_as_done(statement, ours, passages)
        if not (added or lost):  # “all” for “some” is one slip
            yield from qualified(statement, ours, passages, support)
            yield from opposites(statement, ours, passages, support)
    yield from causes(statement, ours, support)


def _quotes(statement: Statement) -> bool:
    """Whether a statement has words of a source between marks; a term of ours is none."""
    if statement.span is not None:
        return any(statement.quoted)
    return QUOTED in statement.words.text


def _is_free(statement: Statement, kind: Limit | None) -> bool:
    """Whether a limit is ours to set: a judgement's hedges are."""
    return statement.kind is Kind.JUDGEMENT and kind in (Limit.MAY, Limit.IF)


def _is_of_the_source(ours: Text, at: int) -> bool:
    """Whether a word says what only the source has: "it speaks of them only once"."""
    said = {word.said for word in ours.words[max(0, at - 5) : at]}
    is_source = not said.isdisjoint(SOURCE) or not said.isdisjoint(_IT)
    return ours.words[at].said in _ONLY and is_source and not said.isdisjoint(HAS)


def _added(
    statement: Statement, ours: Text, support: Sequence[Text], known: Known
) -> Iterator[Problem]:
    borne = _together(support) if ours.limits else {}
    told: set[tuple[Limit | None, str]] = set()
    otherwise = Otherwise(ours, support)
    for at in ours.limits:
        word = ours.words[at]
        if _is_free(statement, word.limit) or _is_of_the_source(ours, at):
            continue
        if word.limit is Limit.PLAN:  # what somebody is to do is often said without such a word
            continue
        shared = [w for w in ours.limited(at) if w.stem in borne and carries(ours, w, support)]
        weak = not shared
        if not shared and word.said not in OF_NOUNS:
            shared = [w for w in ours.before(at) if w.stem in borne]
            subject = map(ours.words.__getitem__, ours.subject(at))
            shared = shared or [w for w in subject if w.stem in borne]
            shared = shared or [w for w in ours.limited(at, WIDE) if w.stem in borne][:1]
        if not shared:
            continue
        by_another = is_denied_by_another(ours, at, support, known)
        if not by_another and any(_near(borne, w.stem, word) for w in shared):
            continue
        stands_after = shared[0].start < word.start
        meant = _meant(ours, at)
        if stands_after and (
            _is_later(support, shared, meant) or _of_pronoun(support, shared, meant)
        ):
            continue
        if word.limit is Limit.PART and any(told_of(text, shared, word) for text in support):
            continue
        if otherwise.says(at, shared, added=True, weak=weak):
            continue
        if not by_another and is_left_undone(ours, at, shared, support):
            continue
        if (word.limit, shared[0].stem) in told:
            continue
        told.add((word.limit, shared[0].stem))
        text, there = _first(support, shared[0].stem)
        yield Problem(
            statement.words.place(word.start),
            "added-limit",
            f"the {_named(word)} stands {'with' if stands_after else 'before'} "
            f"“{shared[0].said}” here, and not in the evidence: “{text.near(there)}”",
            "where the source says so in other words, a reviewer may answer this: citebound sign; "
            "else say it as the source does, or add a footnote with the passage that has the limit",
            "warning",
        )


def _lost(statement: Statement, ours: Text, passages: Sequence[Text]) -> Iterator[Problem]:
    if not any(text.limits for text in passages):
        return
    there = _together(passages)
    for text in passages:
        otherwise = Otherwise(text, (ours,))
        for at in text.limits:
            word = text.words[at]
            is_plain = word.limit is Limit.MOST and word.said not in _ONLY
            if is_plain or _is_free(statement, word.limit):
                continue
            if word.limit is Limit.PLAN and (
                ours.intends or amounts_of(Limit.PLAN, ours) or came_of(text, at)
            ):
                continue
            shared = [w for w in text.limited(at) if w.stem in ours.kinds]
            shared = [w for w in shared if carries(text, w, (ours,))]
            if not shared or any(_near(ours.kinds, w.stem, word) for w in shared):
                continue
            denied = ours.denies and leads(word)
            if denied and any(Limit.NOT in k for w in shared for k in ours.kinds[w.stem]):
                continue  # who was supposed to speak and did not
            # The evidence may say the same elsewhere without the limit.
            if any(kinds.isdisjoint(_asked(word)) for w in shared for kinds in there[w.stem]):
                continue
            if otherwise.says(at, shared, added=False):
                continue
            if is_of_figure(text, at, ours) or is_of_other_part(text, at, shared, ours):
                continue
            _, here = _first([ours], shared[0].stem)
            yield lost(statement, here, f"the {_named(word)}", shared[0], text)
            return


def _named(word: Word) -> str:
    """A limit as findings call it."""
    return f"{'restriction' if word.said in _ONLY else word.limit} “{word.said}”"


def _is_later(support: Sequence[Text], shared: Sequence[Word], word: Word) -> bool:
    """Whether the evidence too has such a limit after a word that ours stands after."""
    stems = frozenset(w.stem for w in shared if w.start < word.start)
    return any(not kinds.isdisjoint(_asked(word)) for kinds in later(support, stems))


def _meant(ours: Text, at: int) -> Word:
    """The limit at an index; what *could not* be seen was not seen."""
    word = ours.words[at]
    after = [one.said for one in ours.words[at + 1 : at + 3]]
    denied = word.said == "could" and after[:1] == ["not"] and after[1:] != ["have"]
    return word._replace(limit=Limit.NOT) if denied else word


def _of_pronoun(support: Sequence[Text], shared: Sequence[Word], word: Word) -> bool:
    """Whether a passage has such a limit right after a pronoun that may stand for what another
    passage names: “The bridge was closed”, and “it will not reopen”.
    """
    return any(
        other.said in PRONOUNS and other.clause == text.words[at].clause
        for text in support
        if not any(one.stem in text.places for one in shared)
        for at in text.limits
        if text.words[at].limit is word.limit
        for other in text.words[max(0, at - _NEAR) : at]
    )


_Kinds = Mapping[str, Sequence[frozenset[Limit]]]


def _together(texts: Sequence[Text]) -> _Kinds:
    """For each stem of some texts, what kinds of limits are near it, each once."""
    found: dict[str, dict[frozenset[Limit], None]] = {}
    for text in texts:
        for stem, kinds in text.kinds.items():
            found.setdefault(stem, {}).update(dict.fromkeys(kinds))
    return {stem: tuple(kinds) for stem, kinds in found.items()}


def _near(kinds: _Kinds, stem: str, word: Word) -> bool:
    """Whether near a stem there is what bears out the limit of a word."""
    asked = _asked(word)
    return any(not near.isdisjoint(asked) for near in kinds.get(stem, ()))


def _asked(word: Word) -> frozenset[Limit]:
    """The kinds of limits of which any bears out that of a word."""
    able = (Limit.ABLE,) if word.said in ABILITIES else ()
    return frozenset((word.limit, *able) if word.limit else ())


def _first(texts: Sequence[Text], stem: str) -> tuple[Text, Word]:
    return next((t, t.words[t.places[stem][0]]) for t in texts if stem in t.places)
