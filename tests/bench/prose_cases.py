"""True sentences with their evidence: the real site's, and those made from tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random
from typing import cast

from bench.paraphrased import (
    Filled,
    Pattern,
    Table,
    Voiced,
    filled,
    paraphrase,
    source_sentence,
    tables,
)
from citebound.checks.bound_library import BoundLibrary
from citebound.checks.events import parties
from citebound.checks.own_sentences import RULES
from citebound.claims.known import Known
from citebound.claims.statements import Kind, statements_of
from citebound.markup import scan
from citebound.model import (
    Actor,
    Briefing,
    Event,
    EventActor,
    Library,
    Source,
    Span,
    Subject,
    Text,
    Voice,
    VoiceKind,
)
from citebound.passages.binding import bind, bind_subject
from citebound.passages.matching import SearchableSource
from citebound.problems import Place, Problem
from citebound.public import Published
from citebound.reading import read_project
from citebound.text.sentences import paragraphs_of, sentences_of
from project import site_project

PATH = "briefings/2026-11-case.md"
SHARES = {"en": 240, "ru": 110, "my": 60}
"""So many sentences of each language are made."""


@dataclass(frozen=True, slots=True)
class Made:
    """How a sentence was made from a table, so that it can be made again with another value."""

    table: Table
    pattern: Pattern
    template: str
    values: Filled
    seed: str
    limited: bool

    def said(self, values: Filled | None = None, *, limited: bool | None = None) -> str:
        """The sentence, with other values if any are given."""
        return paraphrase(
            self.template, self.table, values or self.values, self.seed,
            limited=self.limited if limited is None else limited,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """A true sentence: its Markdown, and the footnotes with its evidence. ``made`` is how it was
    made, if it was; ``actors`` are those that its evidence names; ``subject`` is its page, and
    ``around`` the source's sentences that its passages were cut from.
    """

    markdown: str
    notes: str
    language: str
    actors: frozenset[str]
    made: Made | None = None
    origin: str = ""
    subject: Subject | None = None
    around: str = ""


@dataclass(frozen=True)
class Corpus:
    """Sentences, and the library that they are read against."""

    library: Library
    sentences: tuple[Sentence, ...]

    @cached_property
    def searchables(self) -> Mapping[str, SearchableSource]:
        """The sources made ready."""
        return {name: SearchableSource.of(s) for name, s in self.library.sources.items()}

    @cached_property
    def known(self) -> Known:
        """What is known of the whole library."""
        return Known(self.library)

    def findings(self, sentence: Sentence, markdown: str) -> list[Problem]:
        """What the rules say of a sentence, or of another in its place."""
        document = scan(f"{markdown}\n\n{sentence.notes}\n", PATH)
        page: Subject = Briefing(
            "case", PATH, Text("A case"), Text("2026-11-30"), Text("A case."),
            tuple(map(Text, self.library.sources)), document,
        )  # fmt: skip
        if isinstance(sentence.subject, Actor):
            page = replace(sentence.subject, document=document, path=PATH)
        bound = bind_subject(page, dict(self.searchables))
        problems = [*document.problems, *bound.problems]
        for statement in statements_of(page, bound, self.library):
            if statement.kind is Kind.SENTENCE:
                for rule in RULES:
                    problems += rule(statement, self.known)
        return problems

    def party_findings(self, sentence: Sentence, actor: str) -> list[Problem]:
        """What is said of an event that rests on a sentence's footnotes and has one actor."""
        document = scan(f"{sentence.markdown}\n\n{sentence.notes}\n", PATH)
        names = tuple(Text(note.name) for note in document.footnotes)
        party = EventActor(Text(actor), Text("took part"))
        event = Event(
            Text("event"), Text("An event"), None, Text("happened"), (party,), names, ref=False,
            place=Place(PATH),
        )  # fmt: skip
        page = Briefing(
            "case", PATH, Text("A case"), Text("2026-11-30"), Text("A case."),
            tuple(map(Text, self.library.sources)), document, events=(event,),
        )  # fmt: skip
        bound = bind_subject(page, dict(self.searchables))
        library = replace(self.library, briefings=(page,))
        # The check of parties asks nothing of what is public.
        project = BoundLibrary(library, {PATH: bound}, cast("Published", None))
        return [*bound.problems, *parties(project)]


# --- the real site ------------------------------------------------------------------------------


def real() -> Corpus:
    """The sentences of the briefings and actors of the tests' content that rest on evidence."""
    library = read_project(site_project())
    bindings, known = bind(library), Known(library)
    found = []
    for subject in library.subjects():
        document = subject.document
        for statement in statements_of(subject, bindings[subject.path], library):
            if statement.kind is not Kind.SENTENCE or statement.span is None:
                continue
            names = {r.name for r in document.references if statement.span.holds(r.span)}
            notes = (n for n in document.footnotes if n.name in names)
            told = "\n".join(note.span.of(document.text) for note in notes)
            evidence = statement.evidence
            named = known.names.named(" ".join((*evidence.texts, *evidence.around)))
            found.append(Sentence(
                " ".join(statement.span.of(document.text).split()), told, "en",
                frozenset({*named, *(a.id for a in evidence.speakers)}),
                origin=f"{statement.place}", subject=subject, around=" ".join(evidence.around),
            ))  # fmt: skip
    return Corpus(library, tuple(found))


# --- the tables ---------------------------------------------------------------------------------


def generated(seed: int) -> Corpus:
    """Sentences of every language made from the tables, four to a source."""
    sources: dict[str, Source] = {}
    actors: dict[str, Actor] = {}
    sentences: list[Sentence] = []
    for table in tables():
        for number, forms in enumerate(table.names):
            name = f"{table.language}-{number}"
            path = f"docs/actors/{name}.md"
            # An article is no part of a name: it is “The” where a sentence begins.
            full, short = (form.removeprefix("the ") for form in forms)
            aliases = (Text(short),) if short != full else ()
            actors[name] = Actor(
                name, path, Text(full), Text("person"), scan("", path), aliases=aliases
            )
        made = [*_made(table, seed, SHARES[table.language])]
        for at in range(0, len(made), 4):
            name = f"{table.language}-source-{at // 4}"
            part = made[at : at + 4]
            sources[name] = _source(name, table, [voiced for _, voiced in part])
            sentences += (_sentence(how, voiced, name) for how, voiced in part)
    return Corpus(Library(sources, (), actors), tuple(sentences))


def _made(table: Table, seed: int, count: int) -> Iterator[tuple[Made, Voiced]]:
    for number in range(count):
        own = f"{seed} {table.language} {number}"
        random = Random(own)  # noqa: S311, no secret
        pattern = table.patterns[number % len(table.patterns)]
        values = filled(table, random)
        limited = pattern.limits and random.random() < 0.5
        template = random.choice(pattern.paraphrases)
        how = Made(table, pattern, template, values, own, limited)
        yield how, source_sentence(pattern, table, values, f"{own} source", limited=limited)


def _source(name: str, table: Table, told: list[Voiced]) -> Source:
    text = "\n".join(voiced.text for voiced in told) + "\n"
    voices, at = [], 0
    for voiced in told:
        if voiced.speaker is not None:
            voices.append(Voice(
                VoiceKind.REPORTED,
                Span(at + voiced.start, at + voiced.end),
                Text(f"{table.language}-{voiced.speaker}"),
                cue=Span(at + voiced.cue[0], at + voiced.cue[1]),
            ))  # fmt: skip
        at += len(voiced.text) + 1
    paragraphs = paragraphs_of(text, "lines")
    return Source(
        name, text, title=Text(f"Ledger {name}"), publisher=Text("The Almanac"),
        published=Text("2024-05-02"), language=table.language, paragraphs=paragraphs,
        sentences=sentences_of(text, paragraphs), voices=tuple(voices),
    )  # fmt: skip


def _sentence(how: Made, voiced: Voiced, source: str) -> Sentence:
    language = how.table.language
    opening, closing = ("«", "»") if language == "ru" else ("“", "”")
    notes = f"[^e]: {opening}{voiced.text}{closing} [@{source}]"
    slots = how.pattern.slots
    filled_with = (("A", how.values.a), ("B", how.values.b))
    names = frozenset(f"{language}-{number}" for slot, number in filled_with if slot in slots)
    return Sentence(f"{how.said()}[^e]", notes, language, names, how, source)
