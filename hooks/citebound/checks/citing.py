"""Checks of prose: footnotes, sentences, citations and attributions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches

from citebound.checks.bound_library import (
    BoundLibrary,
    citation_thing,
    footnote_thing,
    quotation_things,
)
from citebound.dates import DateError, in_words, parse
from citebound.model import (
    Briefing,
    Citation,
    Document,
    Footnote,
    Passage,
    ProseSentence,
    Subject,
    Text,
    VoiceKind,
)
from citebound.model.tree import BlockQuotation, blocks_of
from citebound.passages.labels import beside
from citebound.problems import Place, Problem, Thing, beginning_of, did_you_mean

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_GUESSED = 50
"""For how many unknown names of footnotes it is said which was probably meant."""


def footnotes(project: BoundLibrary) -> Iterator[Problem]:
    """Footnotes are named well, defined once, used, and hold evidence."""
    for subject in project.library.subjects():
        defined: dict[str, Footnote] = {}
        folded: dict[str, Footnote] = {}
        for note in subject.document.footnotes:
            if note.name in defined or note.name.casefold() in folded:
                first = folded[note.name.casefold()]
                differs = "" if first.name == note.name else ", except for upper and lower case"
                yield Problem(
                    note.place,
                    "footnote-twice",
                    f"[^{note.name}] is defined a second time{differs}; "
                    f"the first is on line {first.place.line}",
                    "give this one a name of its own",
                )
                continue
            defined[note.name] = folded[note.name.casefold()] = note
            if not _NAME.fullmatch(note.name):
                yield Problem(
                    note.place,
                    "footnote-name",
                    f"[^{note.name}] cannot be the name of a footnote",
                    "begin with a lower-case letter; then lower-case letters, digits and hyphens: "
                    "numbers clash when two branches both add [^2]",
                )
        yield from _references(subject, defined, project)


def _references(
    subject: Subject, defined: dict[str, Footnote], project: BoundLibrary
) -> Iterator[Problem]:
    document, evidenced = subject.document, project.evidenced(subject)
    named = [*named_in_front_matter(subject)]
    used = {*(reference.name for reference in document.references), *map(str, named)}
    # Each guess is a look at every footnote: a text with more slips than this has other worries.
    guessed = sorted(used - {*defined})[:_GUESSED]
    misspelt: dict[str, list[Thing]] = defaultdict(list)
    for name in guessed:
        for meant in get_close_matches(name, defined, 1):
            misspelt[meant].append(footnote_thing(document, name))
    for reference in document.references:
        if reference.name not in defined:
            known = defined if reference.name in guessed else ()
            yield _undefined(document, reference.name, reference.place, known)
    for name in named:
        if name not in defined:
            yield _undefined(document, name, name.place, defined if name in guessed else ())
    for name, note in defined.items():
        if name not in used:
            yield Problem(
                note.place,
                "unused-footnote",
                f"nothing uses [^{name}]",
                f"put [^{name}] after the sentence that rests on it, or remove the footnote",
            ).resting_on(Thing("file", subject.path), *misspelt.get(name, ()))
        if name not in evidenced:
            yield Problem(
                note.place,
                "footnote-without-evidence",
                f"[^{name}] holds no bound quotation",
                "quote at least twelve characters of the source and cite it: “…” [@source-id]",
                explains=frozenset((footnote_thing(document, name),)),
                rests_on=frozenset(quotation_things(document, document.evidence_of(name))),
            )


def _undefined(document: Document, name: str, place: Place, known: Collection[str]) -> Problem:
    """The finding of a name that no footnote has."""
    return Problem(
        place, "unknown-footnote", f"there is no footnote [^{name}]", did_you_mean(name, known)
    ).explaining(footnote_thing(document, name))


def named_in_front_matter(subject: Subject) -> Iterator[Text]:
    """The footnotes that front matter refers to."""
    if isinstance(subject, Briefing):
        yield from subject.summary_rests_on
        for judgement in subject.judgements:
            yield from judgement.rests_on
        for event in subject.events:
            yield from event.evidence
    else:
        for fact in subject.facts:
            yield from fact.evidence


_WRITE = "quote its source, add a footnote with the passage, "
_SENTENCE = ("this sentence", _WRITE + "or put it into a > [!NOTE] callout as our analysis")
_LABEL = (
    "this label",
    "put a footnote mark after it, or into its row, or after a sentence with a colon before it",
)


def sentences(project: BoundLibrary) -> Iterator[Problem]:
    """Every sentence has evidence, is in a callout as our analysis, or is a label."""
    for subject in project.library.subjects():
        document, bound = subject.document, project.bindings[subject.path]
        evidenced = project.evidenced(subject)
        cited = sorted(document.citations, key=lambda citation: citation.span)
        near = beside(document)
        for sentence in document.sentences:
            if sentence.analysis:
                continue
            if near.get(sentence.run):
                continue  # what it rests on is asked for itself
            within = _cited_in(sentence, cited)
            if (
                any(bound[i].evidence for i in sentence.quotations)
                or not evidenced.isdisjoint(sentence.references)
                or any(map(project.is_withheld, within))
            ):
                continue
            what, hint = _LABEL if sentence.label else _SENTENCE
            said = " ".join(sentence.span.of(document.text).split())
            yield Problem(
                sentence.place,
                "unbound-sentence",
                f"{what} rests on nothing: {beginning_of(said)}",
                hint,
            ).resting_on(
                *quotation_things(document, sentence.quotations),
                *(footnote_thing(document, name) for name in sentence.references),
                *(citation_thing(document, citation) for citation in within),
            )


def _cited_in(sentence: ProseSentence, cited: Sequence[Citation]) -> Sequence[Citation]:
    """The citations within a sentence, of those of its document in order."""
    first = bisect_left(cited, sentence.span.start, key=lambda c: c.span.start)
    last = bisect_left(cited, sentence.span.end, key=lambda c: c.span.start)
    return cited[first:last]


def citations(project: BoundLibrary) -> Iterator[Problem]:
    """Every citation binds a quotation, or names a place in a source without rights."""
    known = project.known_sources()
    for subject in project.library.subjects():
        document = subject.document
        binding = {q.citation for q in document.quotations if q.citation is not None}
        for before, citation in zip((None, *document.citations), document.citations, strict=False):
            if citation in binding:
                continue
            binds = citation_thing(document, citation)
            unknown = [t.source for t in citation.targets if t.source not in known]
            if project.is_withheld(citation) and not unknown:
                yield from _beyond(project, document, citation)
                continue
            for name in unknown:
                yield Problem(
                    name.place,
                    "unknown-source",
                    f"there is no source {name!s}",
                    did_you_mean(name, known),
                ).explaining(binds)
            if not unknown:
                yield Problem(
                    document.place(citation.span.start),
                    "citation-binds-nothing",
                    f"{citation.span.of(document.text)} binds no quotation",
                    _beside(document, before, citation)
                    or "put it after the closing mark of the words it cites",
                ).explaining(binds)


def _beyond(project: BoundLibrary, document: Document, citation: Citation) -> Iterator[Problem]:
    """A place cited without its words is one that there is."""
    for target in citation.targets:
        source = project.library.sources.get(target.source)
        count = len(source.paragraphs) if source else 0
        if source and target.paragraph is not None and not 1 <= target.paragraph <= count:
            yield Problem(
                document.place(citation.span.start),
                "wrong-locator",
                f"{source.id} has no paragraph {target.paragraph}",
                f"it has {count}, counted from 1, headings included",
            )


def _beside(document: Document, before: Citation | None, citation: Citation) -> str:
    """What to type where a citation directly follows another."""
    if before is None or document.text[before.span.end : citation.span.start].strip():
        return ""
    first, second = (c.span.of(document.text)[1:-1] for c in (before, citation))
    return f"if the words stand in both, write [{first}; {second}]; otherwise remove one"


def attributions(project: BoundLibrary) -> Iterator[Problem]:
    """What is under a block quotation names its speaker or its source, and says no more."""
    for subject in project.library.subjects():
        bound = project.bindings[subject.path]
        document = subject.document
        for block in quotation_blocks(document):
            words = block.attributed
            passages = bound.passages_of(block.quotations)
            rest = words
            for name in sorted(_may_be_named(project, passages), key=len, reverse=True):
                rest = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", rest)
            rest = " ".join(re.sub(r"\bin\b|[,;:.()—–―-]", " ", rest).split())
            if rest:
                said = words.lstrip(" —–―-")
                more = "" if rest == said else f": {rest}"
                yield Problem(
                    document.place(block.attribution[0].span.start),
                    "wrong-attribution",
                    f"“{said}” says more than whose words these are{more}",
                    "name the speaker, or the source's title, publisher or date of publication; "
                    "or leave only the citation",
                ).resting_on(
                    *quotation_things(
                        subject.document, (i for i in block.quotations if not bound[i].passages)
                    )
                )


def quotation_blocks(document: Document) -> Iterator[BlockQuotation]:
    """The block quotations of a document, those of its footnotes included."""
    notes = (block for note in document.footnotes for block in blocks_of(note.blocks))
    for block in (*blocks_of(document.blocks), *notes):
        if isinstance(block, BlockQuotation):
            yield block


def _may_be_named(project: BoundLibrary, passages: Iterable[Passage]) -> set[str]:
    """What an attribution of some passages may say."""
    names: set[str] = set()
    for passage in passages:
        source = project.library.sources[passage.source]
        names |= {str(source.title), str(source.publisher or "")}
        if passage.voice is None or passage.voice.kind is VoiceKind.OWN:
            names.add(str(source.author or ""))  # of somebody else's words no author is named
        if source.published:
            names |= set(_dates(str(source.published)))
        for voice in (*([passage.voice] if passage.voice else []), *passage.contains):
            for actor in (*([voice.speaker] if voice.speaker else []), *voice.via):
                if actor in project.library.actors:
                    names |= set(project.library.actors[actor].called)
    return {name for name in names if name}


def _dates(published: str) -> Iterator[str]:
    """A day as a date is written: in digits and in words, and its month and its year alone."""
    yield published
    day = published.split("-")
    if all(part.isdecimal() for part in day):
        for length in range(1, len(day) + 1):
            try:
                yield in_words(parse("-".join(day[:length])))
            except DateError:
                return
