"""Checks of prose: footnotes, sentences, citations and what front matter says in words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from citebound.checks.desk import Desk, is_evidence
from citebound.dates import DateError, in_words, parse
from citebound.markup.fields import read_field
from citebound.model import Briefing, Citation, Document, Footnote, Passage, Subject, Text
from citebound.model.tree import BlockQuotation, Break, Words, blocks_of, leaves_of
from citebound.passages.locating import TERM_CLUSTERS, is_short
from citebound.passages.repeats import repeatable
from citebound.problems import Place, Problem, did_you_mean
from citebound.text.edges import clusters

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_GUESSED = 50
"""For how many unknown names of footnotes it is said which was probably meant."""


def footnotes(desk: Desk) -> Iterator[Problem]:
    """Footnotes are named well, defined once, used, and hold evidence."""
    for subject in desk.library.subjects():
        defined: dict[str, Footnote] = {}
        folded: dict[str, Footnote] = {}
        for note in subject.document.footnotes:
            if note.name in defined or note.name.casefold() in folded:
                first = folded[note.name.casefold()]
                differs = "" if first.name == note.name else ", but for upper and lower case"
                yield Problem(
                    note.place,
                    "footnote-twice",
                    f"[^{note.name}] is defined a second time{differs}; "
                    f"the first is in line {first.place.line}",
                    "give this one a name of its own",
                )
                continue
            defined[note.name] = folded[note.name.casefold()] = note
            if not _NAME.fullmatch(note.name):
                yield Problem(
                    note.place,
                    "footnote-name",
                    f"[^{note.name}] is not the name of a footnote",
                    "begin with a lower-case letter; then lower-case letters, digits and hyphens: "
                    "numbers clash when two branches both add [^2]",
                )
        yield from _references(subject, defined, desk)


def _references(subject: Subject, defined: dict[str, Footnote], desk: Desk) -> Iterator[Problem]:
    named = [*named_in_front_matter(subject)] if not subject.broken else []
    used = {*(reference.name for reference in subject.document.references), *map(str, named)}
    # Each guess is a look at every footnote: a text with more slips than this has other worries.
    guessed = sorted(used - {*defined})[:_GUESSED]
    # A name that was misspelt uses the footnote that it means.
    used |= {close for name in guessed for close in get_close_matches(name, defined, 1)}
    for reference in subject.document.references:
        if reference.name not in defined:
            known = defined if reference.name in guessed else ()
            yield _undefined(reference.name, reference.place, known)
    if subject.broken:
        return
    for said in named:
        if said not in defined:
            yield _undefined(said, said.place, defined if said in guessed else ())
    for name, note in defined.items():
        if name not in used:
            yield Problem(
                note.place,
                "unused-footnote",
                f"nothing uses [^{name}]",
                f"put [^{name}] behind the sentence that rests on it, or take the footnote out",
            )
        if not desk.has_evidence(subject, name):
            yield Problem(
                note.place,
                "footnote-without-evidence",
                f"[^{name}] holds no bound quotation",
                "quote at least twelve characters of the source and cite it: “…” [@source-id]",
            )


def _undefined(name: str, place: Place, defined: Collection[str]) -> Problem:
    return Problem(
        place, "unknown-footnote", f"there is no footnote [^{name}]", did_you_mean(name, defined)
    )


def named_in_front_matter(subject: Subject) -> Iterator[Text]:
    """The footnotes that front matter refers to."""
    if isinstance(subject, Briefing):
        for judgement in subject.judgements:
            yield from judgement.rests_on
        for event in subject.events:
            yield from event.evidence
    else:
        for fact in subject.facts:
            yield from fact.evidence


def sentences(desk: Desk) -> Iterator[Problem]:
    """Every sentence has evidence, or stands in a callout as our analysis."""
    for subject in desk.library.subjects():
        document, bound = subject.document, desk.bindings[subject.path]
        binding = {q.citation for q in document.quotations}
        idle = [c.span for c in document.citations if c not in binding]
        for sentence in document.sentences:
            if sentence.analysis or any(is_evidence(bound[i]) for i in sentence.quotations):
                continue
            # An unknown footnote, and one that holds nothing, have findings of their own.
            if sentence.references:
                continue
            # So has a citation that binds nothing, unless it may: what it names is withheld.
            following = bisect_left(idle, sentence.span.start, key=lambda span: span.start)
            if any(sentence.span.holds(span) for span in idle[following : following + 1]):
                continue
            yield Problem(
                sentence.place,
                "unbound-sentence",
                f"this sentence rests on nothing: {_shortened(sentence.span.of(document.text))}",
                "quote its source, add a footnote with the passage, "
                "or put it into a > [!NOTE] callout as our analysis",
            )


def _shortened(words: str, most: int = 60) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= most else f"{plain[:most].rstrip()} …"


def citations(desk: Desk) -> Iterator[Problem]:
    """Every citation binds a quotation, or names a place in a source without rights."""
    known = desk.known_sources()
    for subject in desk.library.subjects():
        document = subject.document
        binding = {q.citation for q in document.quotations if q.citation is not None}
        for before, citation in zip((None, *document.citations), document.citations, strict=False):
            if citation in binding:
                continue
            unknown = [t.source for t in citation.targets if t.source not in known]
            if desk.is_withheld(citation) and not unknown:
                yield from _beyond(desk, document, citation)
                continue
            for name in unknown:
                yield Problem(
                    name.place,
                    "unknown-source",
                    f"there is no source {name!s}",
                    did_you_mean(name, known),
                )
            if not unknown:
                yield Problem(
                    document.place(citation.span.start),
                    "citation-binds-nothing",
                    f"{citation.span.of(document.text)} binds no quotation",
                    _beside(document, before, citation)
                    or "put it behind the closing mark of the words it cites",
                )


def _beyond(desk: Desk, document: Document, citation: Citation) -> Iterator[Problem]:
    """A place cited without its words is one that there is."""
    for target in citation.targets:
        source = desk.library.sources.get(target.source)
        count = len(source.paragraphs) if source else 0
        if source and target.paragraph is not None and not 1 <= target.paragraph <= count:
            yield Problem(
                document.place(citation.span.start),
                "wrong-locator",
                f"{source.id} has no paragraph {target.paragraph}",
                f"it has {count}, counted from 1, headings included",
            )


def _beside(document: Document, before: Citation | None, citation: Citation) -> str:
    """What to type where a citation stands directly behind another."""
    if before is None or document.text[before.span.end : citation.span.start].strip():
        return ""
    first, second = (c.span.of(document.text)[1:-1] for c in (before, citation))
    return f"if the words stand in both, write [{first}; {second}]; else take one out"


def front_matter(desk: Desk) -> Iterator[Problem]:
    """Text fields are plain words, and words in quotation marks in them stand bound in the body."""
    site_terms = desk.library.settings.terms
    for subject in desk.sound():
        said = repeatable(subject, desk.bindings[subject.path], site_terms)
        for text in _words_of_ours(subject):
            field = read_field(text)
            yield from field.problems
            for quotation in field.pieces:
                if isinstance(quotation, str) or quotation.faulty or said.holds(quotation):
                    continue
                words = quotation.inside.of(text)
                yield Problem(
                    quotation.place,
                    "loose-quotation",
                    f"front matter quotes words that the text does not bind: “{words}”",
                    "say it in your own words, or quote and cite the same words in the text, "
                    "with the same cuts and insertions",
                )


def _words_of_ours(subject: Subject) -> Iterator[Text]:
    if isinstance(subject, Briefing):
        yield from (subject.title, subject.summary, *subject.gaps)
        yield from (judgement.text for judgement in subject.judgements)
        yield from (event.title for event in subject.events)
        for correction in subject.corrections:
            yield from (correction.was, correction.now, correction.why)
    else:
        yield from (fact.text for fact in subject.facts)


def attributions(desk: Desk) -> Iterator[Problem]:
    """What stands under a block quotation names its speaker or its source, and says no more."""
    for subject in desk.library.subjects():
        bound = desk.bindings[subject.path]
        document = subject.document
        notes = (block for note in document.footnotes for block in blocks_of(note.blocks))
        for block in (*blocks_of(document.blocks), *notes):
            if not isinstance(block, BlockQuotation):
                continue
            words = _attributed(block)
            passages = bound.passages_of(block.quotations)
            if not words or any(bound[i].refused for i in block.quotations):
                continue
            rest = words
            for name in sorted(_may_be_named(desk, passages), key=len, reverse=True):
                rest = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", rest)
            if re.sub(r"\bin\b|[\s,;:.()—–-]", "", rest):
                yield Problem(
                    document.place(block.attribution[0].span.start),
                    "wrong-attribution",
                    f"“{words}” says more than whose words these are",
                    "name the speaker, or the source's title, publisher or date; "
                    "or leave the citation alone",
                )


def _attributed(block: BlockQuotation) -> str:
    """The words of an attribution in one line, without its dash and its citations."""
    read = "".join(
        " " if isinstance(inline, Break) else inline.text
        for inline in leaves_of(block.attribution)
        if isinstance(inline, (Words, Break))
    )
    return " ".join(read.split()).strip(" —–-.")


def _may_be_named(desk: Desk, passages: Iterable[Passage]) -> set[str]:
    """What an attribution of some passages may say."""
    names: set[str] = set()
    for passage in passages:
        source = desk.library.sources[passage.source]
        names |= {str(source.title), str(source.publisher or "")}
        if source.published:
            names |= {str(source.published), _day(source.published)}
        for voice in (*([passage.voice] if passage.voice else []), *passage.contains):
            for actor in (*([voice.speaker] if voice.speaker else []), *voice.via):
                if actor in desk.library.actors:
                    names |= set(desk.library.actors[actor].called)
    return {name for name in names if name}


def _day(written: str) -> str:
    try:
        return in_words(parse(written))
    except DateError:
        return written


def terms(desk: Desk) -> Iterator[Problem]:
    """A term of ours is short, wherever it is listed."""
    listed = [*desk.library.settings.terms, *(t for s in desk.sound() for t in s.terms)]
    for term in listed:
        if not is_short(term):
            yield Problem(
                term.place,
                "long-term",
                f"a term is shorter than {TERM_CLUSTERS} characters; this has {clusters(term)}",
                "take it out of terms:, and bind the words with a citation where they stand",
            )


def signatures(desk: Desk) -> Iterator[Problem]:
    """A signature belongs to a footnote whose cut needs it."""
    duplicates: dict[tuple[str, str], int] = defaultdict(int)
    for subject in desk.sound():
        bound = desk.bindings[subject.path]
        for signature in subject.signed:
            key = (subject.path, str(signature.footnote))
            duplicates[key] += 1
            answers = [bound[i] for i in subject.document.evidence_of(signature.footnote)]
            needed = any(answer.signed or answer.refused for answer in answers)
            if not needed or duplicates[key] > 1:
                yield Problem(
                    signature.footnote.place,
                    "unused-signature",
                    f"no cut in [^{signature.footnote}] needs a signature",
                    "take the signature out",
                )
