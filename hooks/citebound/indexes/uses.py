"""What rests on each passage: sentences, summaries, judgements, events and facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from citebound.indexes.entries import Use
from citebound.indexes.sentence_words import sentence_words
from citebound.model import Briefing, Library, Passage, Source, Subject, Text
from citebound.passages.answers import Bound


def uses_of(
    library: Library, bindings: Mapping[str, Bound]
) -> tuple[dict[str, list[Use]], dict[str, Passage]]:
    """The uses of each passage of a library, by its identity, and the passages."""
    uses: dict[str, list[Use]] = defaultdict(list)
    passages: dict[str, Passage] = {}
    # One that adds to an event of another briefing gives no title.
    titles = {
        str(event.id): event.title
        for briefing in library.briefings
        for event in briefing.events
        if event.title
    }
    for subject in library.subjects():
        bound = bindings[subject.path]
        for passage in bound.passages:
            uses[passage.identity]
            passages.setdefault(passage.identity, passage)
        for use, resting in _each_use(subject, bound, library.sources, titles):
            # A sentence that quotes a passage twice, or marks its footnote twice, is one use.
            for identity in dict.fromkeys(passage.identity for passage in resting):
                uses[identity].append(use)
    return uses, passages


def _each_use(
    subject: Subject, bound: Bound, sources: Mapping[str, Source], titles: Mapping[str, Text]
) -> Iterator[tuple[Use, list[Passage]]]:
    document = subject.document
    for number, sentence in enumerate(document.sentences, 1):
        own = bound.passages_of(sentence.quotations)
        noted = bound.passages_of(
            index for name in sentence.references for index in document.evidence_of(name)
        )
        words = sentence_words(document, sentence, bound, sources)
        yield Use(subject, "sentence", words, f"{subject.address}#s-{number}"), [*own, *noted]

    def of(names: Iterable[str]) -> list[Passage]:
        return [p for name in names for p in bound.evidence(name)]

    if isinstance(subject, Briefing):
        if subject.summary_rests_on:
            address = f"{subject.address}#bottom-line"
            yield Use(subject, "summary", subject.summary, address), of(subject.summary_rests_on)
        for judgement in subject.judgements:
            address = f"{subject.address}#judgement-{judgement.id}"
            yield Use(subject, "judgement", judgement.text, address), of(judgement.rests_on)
        for event in subject.events:
            address = f"timeline/#{event.id}"
            yield (
                Use(subject, "event", titles.get(str(event.id), event.id), address),
                of(event.evidence),
            )
    else:
        for number, fact in enumerate(subject.facts, 1):
            address = subject.fact_address(number)
            yield Use(subject, "fact", fact.text, address), of(fact.evidence)
