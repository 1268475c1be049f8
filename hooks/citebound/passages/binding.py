"""Binding: every quotation of every document to its passages.

The answer is a value: for each quotation of each document, the passages that it was
found to be, with the problems of those that were refused. There is one passage for
each source that its citation names, and none if it is a term of ours or was refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from citebound.model import (
    Briefing,
    Library,
    PartKind,
    Passage,
    Quotation,
    Signature,
    Source,
    Span,
    Subject,
    Target,
    Text,
)
from citebound.passages.answers import Answer, Bound
from citebound.passages.deceptive import deceiving_characters, deceiving_word
from citebound.passages.diagnosis import diagnose
from citebound.passages.locating import TERM_CLUSTERS, Refusal, is_short, locate, words_of
from citebound.passages.matching import SearchableSource
from citebound.passages.qualifiers import unknown_name, unsigned_change
from citebound.passages.repeats import key_of
from citebound.problems import Problem, Thing, did_you_mean
from citebound.text.edges import clusters
from citebound.text.folding import fold


@dataclass(frozen=True, slots=True)
class _Context:
    """What is needed to bind a document."""

    searchables: Mapping[str, SearchableSource]
    broken: frozenset[str]
    terms: frozenset[str]
    only: Text | None
    signed: tuple[Signature, ...]


def bind(library: Library) -> dict[str, Bound]:
    """The bindings of every document of a library, by its path."""
    searchables = {
        name: SearchableSource.of(source)
        for name, source in library.sources.items()
        if name not in library.broken
    }
    site_terms = frozenset(fold(term).text for term in library.settings.terms)
    return {
        subject.path: bind_subject(subject, searchables, site_terms, library.broken)
        for subject in library.subjects()
    }


def bind_subject(
    subject: Subject,
    searchables: Mapping[str, SearchableSource],
    site_terms: frozenset[str] = frozenset(),
    broken: frozenset[str] = frozenset(),
) -> Bound:
    """The bindings of one briefing or actor."""
    context = _Context(
        searchables,
        broken,
        site_terms | {fold(term).text for term in subject.terms},
        _only_source(subject),
        subject.signed,
    )
    document = subject.document
    answers = [_bind_one(quotation, context) for quotation in document.quotations]
    bound = _with_uncited(answers, subject, context)
    return Bound(
        document,
        tuple(
            replace(answer, problems=tuple(_explained(answer, quotation, searchables)))
            for quotation, answer in zip(document.quotations, bound, strict=True)
        ),
    )


def _explained(
    answer: Answer, quotation: Quotation, searchables: Mapping[str, SearchableSource]
) -> Iterator[Problem]:
    """The findings of a quotation: they explain it, and the sentences that it probably meant."""
    meant = [
        thing for name, span in answer.meant for thing in searchables[name].source.things_at(span)
    ]
    return (problem.explaining(quotation.thing, *meant) for problem in answer.problems)


def _bind_one(quotation: Quotation, context: _Context) -> Answer | None:
    """The answer for one quotation, or ``None`` where nothing cites it."""
    if quotation.fault is not None:
        return Answer(problems=(quotation.fault,), meant=tuple(_meant(quotation, context)))
    targets: tuple[Target, ...]
    if quotation.citation is not None:
        targets = quotation.citation.targets
    else:
        words = words_of(quotation.parts)
        if quotation.term or fold(words).text in context.terms:
            return Answer(problems=tuple(_not_a_term(quotation, words)))
        if context.only is None:
            return None
        targets = (Target(context.only),)
    answers = [_bind_to(quotation, target, context) for target in targets]
    passages = tuple(passage for answer in answers for passage in answer.passages)
    meant = tuple(meant for answer in answers for meant in answer.meant)
    problems = tuple(problem for answer in answers for problem in answer.problems)
    if problems:  # found in each of its sources, or in none
        found = ((passage.source, span) for passage in passages for span in passage.spans)
        return Answer(problems=problems, meant=(*meant, *found))
    return Answer(passages, signed=any(answer.signed for answer in answers))


def _meant(quotation: Quotation, context: _Context) -> Iterator[tuple[str, Span]]:
    """Where the words of a quotation that cannot be bound probably are."""
    cited = [target.source for target in quotation.citation.targets] if quotation.citation else []
    named = cited or ([context.only] if context.only else [])
    for name in named or context.searchables:
        searchable = context.searchables.get(name)
        if searchable is None or not quotation.parts:
            continue
        found = locate(searchable, quotation.parts)
        if found is None and named:
            found = diagnose(searchable, quotation.parts, Target(Text(name)), {})
        spans = found.spans if isinstance(found, Passage) else found.meant if found else ()
        yield from ((str(name), span) for span in spans)


def _bind_to(quotation: Quotation, target: Target, context: _Context) -> Answer:
    """The answer for one quotation in one source."""
    searchable = context.searchables.get(target.source)
    if searchable is None:
        if target.source in context.broken:
            return Answer(problems=(_unreliable(quotation, target.source),))
        known = {*context.searchables, *context.broken}
        return Answer(problems=(unknown_source(target.source, known),))
    source = searchable.source
    if not source.quotable:
        return Answer(problems=(_withheld(quotation, source),))
    found = locate(searchable, quotation.parts, target.paragraph, target.occurrence)
    if found is None:
        found = diagnose(searchable, quotation.parts, target, context.searchables)
        fault = next((part.fault for part in quotation.parts if part.fault), None)
        if fault is not None:  # the source has no such bracket, and it cannot be ours
            return Answer((), (fault,), tuple((source.id, span) for span in found.meant))
    if isinstance(found, Refusal):
        words = words_of(quotation.parts)
        ours = found.code == "changed-quotation" and is_short(words)
        hint = (
            f"{found.hint}; a term of your own is marked: “{words}”{{.term}}"
            if ours
            else found.hint
        )
        refused = Problem(quotation.place, found.code, found.message, hint)
        return Answer((), (refused,), tuple((source.id, span) for span in found.meant))
    if quotation.term:
        found = replace(found, term=True)
    problem = (
        deceiving_characters(found, source, quotation)
        or unknown_name(found, source, quotation)
        or unsigned_change(found, source, quotation)
    )
    if problem is None:
        return Answer((found,))
    by_signature = problem.code == "cut-qualifier"
    if by_signature and any(signature.covers(quotation) for signature in context.signed):
        return Answer((found,), signed=True)
    return Answer((), (problem,), tuple((source.id, span) for span in found.spans))


def _only_source(subject: Subject) -> Text | None:
    """The one source of a briefing that names only one."""
    sources = subject.sources if isinstance(subject, Briefing) else ()
    return sources[0] if len(sources) == 1 else None


def unknown_source(name: Text, known: Collection[str]) -> Problem:
    """The finding for a source that does not exist."""
    return Problem(
        name.place, "unknown-source", f"there is no source {name!s}", did_you_mean(name, known)
    )


def _unreliable(quotation: Quotation, source: str) -> Problem:
    return Problem(
        quotation.place,
        "changed-quotation",
        f"these words cannot be compared with {source}, whose text cannot be relied on",
        f"fix what is found in seeds/{source}/ first",
    ).resting_on(Thing("source", source))


def _withheld(quotation: Quotation, source: Source) -> Problem:
    return Problem(
        quotation.place,
        "share-exceeded",
        f"no words of {source.id} may be published: its rights are metadata",
        f"cite the place without the words: [@{source.id}, para. 4]",
    )


def _not_a_term(quotation: Quotation, words: str) -> list[Problem]:
    """What keeps words of ours from being a term: their length, or changes in them."""
    if any(part.kind is not PartKind.WORDS for part in quotation.parts):
        return [
            Problem(
                quotation.place,
                "long-term",
                "a term of ours is words alone: it has no cuts and no insertions",
                "delete the brackets and what is in them, or delete the quotation marks",
            )
        ]
    if (deceiving := deceiving_word(words, quotation)) is not None:
        return [deceiving]
    if is_short(words):
        return []
    return [
        Problem(
            quotation.place,
            "long-term",
            f"a term is shorter than {TERM_CLUSTERS} characters; this has {clusters(words)}",
            "bind it with a citation [@source], or delete the quotation marks",
        )
    ]


def _with_uncited(
    answers: list[Answer | None], subject: Subject, context: _Context
) -> Iterator[Answer]:
    """The answers, and those for quotations that nothing cites. A heading may repeat words
    that the body binds.
    """
    quotations = subject.document.quotations
    said = {
        key_of(quotation.parts): answer.passages
        for quotation, answer in zip(quotations, answers, strict=True)
        if answer is not None and answer.passages
    }
    for quotation, answer in zip(quotations, answers, strict=True):
        passages = said.get(key_of(quotation.parts), ()) if quotation.scope == "heading" else ()
        if answer is not None:
            yield answer
        elif passages:
            yield Answer(passages)
        else:
            yield _loose(quotation, subject, context)


def _loose(quotation: Quotation, subject: Subject, context: _Context) -> Answer:
    """The answer for a quotation that nothing cites."""
    named = subject.sources if isinstance(subject, Briefing) else ()
    meant = tuple(_meant(quotation, context))
    holding = {name for name, _ in meant}
    known = [*(n for n in named if n in holding), *sorted(holding), *named]
    cite = f"[@{known[0]}]" if known else "[@source-id]"
    problem = Problem(
        quotation.place,
        "loose-quotation",
        "these words in quotation marks are bound to no source",
        f"write {cite} after the closing mark; or mark a term of your own: “…”{{.term}}",
    )
    problem = problem.resting_on(Thing("file", subject.path))
    if isinstance(subject, Briefing) and not named:
        problem = problem.resting_on(Thing("field", subject.path, "sources"))
    return Answer(problems=(problem,), meant=meant)
