"""Briefings and actors: Markdown with front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from citebound.model import (
    Actor,
    Answered,
    Briefing,
    Correction,
    Document,
    Fact,
    Gone,
    Judgement,
    Review,
    Signature,
    Text,
)
from citebound.problems import EVERYTHING, Place, Problem, Thing
from citebound.reading.events import date_of, events_of, evidence_of
from citebound.reading.fields import LANGUAGE, TAKEN, TAKEN_IN_THE_LIST, Fields, not_an_id
from citebound.reading.files import files_of, relative
from citebound.reading.front_matter import opened
from citebound.reading.yaml_values import YamlMap

LIKELIHOODS = (
    "almost no chance", "remote", "very unlikely", "highly improbable", "unlikely", "improbable",
    "roughly even chance", "roughly even odds", "likely", "probable", "very likely",
    "highly probable", "almost certain", "nearly certain",
)  # fmt: skip
"""The expressions of likelihood of ICD 203 (Analytic Standards), section D.6.e.2."""

CONFIDENCES = ("low", "moderate", "high")
"""The levels of confidence."""

ACTOR_KINDS = ("person", "organisation", "state", "group")
"""What an actor can be."""

NAMES = ("honorific", "patronymic", "sort")
"""The names of an actor, apart from those in other scripts, which are by language."""

_JUDGEMENT = "{id: legitimacy, text: …, likelihood: likely, rests_on: [visit]}"
_CORRECTION = "{date: 2026-11-30, was: …, is: …, why: …}"

_NAME = re.compile(r"[0-9]{4}-(?P<month>[0-9]{2})-(?P<slug>.*)")
_DAY = re.compile(r"(?:0[1-9]|[12][0-9]|3[01])-(?P<rest>.+)")
_MONTHS = frozenset(f"{month:02}" for month in range(1, 13))


def read_briefings(
    root: Path,
) -> tuple[tuple[Briefing, ...], tuple[Problem, ...]]:
    """Every briefing of a project, by the order of their files, and what is wrong with them. One
    is left out if no address can be made of its name.
    """
    briefings: list[Briefing] = []
    problems: list[Problem] = []
    for path in files_of(root, "briefings", "*.md"):
        name = relative(root, path)
        stem = _NAME.fullmatch(path.stem)
        slug = stem["slug"] if stem else ""
        fields, document = opened(root, path, "the briefing", problems)
        if fields is None:
            empty = Text("")
            briefing = Briefing(slug, name, Text(slug), empty, empty, (), document)
        else:
            briefing = _briefing(fields, slug, name, document)
            fields.close()
        wrong = _misnamed(Place(name), stem)
        if wrong is None:
            briefings.append(briefing)
        else:
            problems.append(wrong.explaining(EVERYTHING))
    return tuple(briefings), tuple(problems)


def _misnamed(place: Place, stem: re.Match[str] | None) -> Problem | None:
    """What is wrong with the name of a briefing's file, taken apart; ``None`` for nothing."""
    file = place.path.rpartition("/")[2]
    wrong = f"{file} is not the name of a briefing"
    hint = "<yyyy-mm>-<slug>.md, such as 2026-11-moscow-visit.md"
    if stem is not None and stem["month"] not in _MONTHS:
        return Problem(place, "file-name", f"{wrong}: there is no month {stem['month']}", hint)
    problem = not_an_id(stem["slug"] if stem else "", place)
    if stem is not None and problem is None:
        day = _DAY.fullmatch(stem["slug"])
        if day is None:
            return None
        renamed = f"{file[: stem.start('slug')]}{day['rest']}.md"
        wrong = f"{file} begins with a whole date: its address would be {stem['slug']}"
        hint = f"rename it to {renamed}; its day is in its front matter, under date:"
    elif stem is not None and problem is not None and stem["slug"] == "index":
        wrong = problem.message
    return Problem(place, "file-name", wrong, hint)


def read_actors(
    root: Path,
) -> tuple[dict[str, Actor], tuple[Problem, ...]]:
    """Every actor of a project, by id, and what is wrong with them. One is left out if the
    name of its file is not an id.
    """
    actors: dict[str, Actor] = {}
    problems: list[Problem] = []
    for path in files_of(root, "docs/actors", "*.md"):
        if path.stem == "index":
            continue
        name = relative(root, path)
        fields, document = opened(root, path, "the actor", problems)
        if fields is None:
            actor = Actor(path.stem, name, Text(path.stem), Text("group"), document)
        else:
            actor = _actor(fields, path.stem, name, document)
            fields.close()
        problem = not_an_id(path.stem, Place(name), TAKEN_IN_THE_LIST)
        if problem is None:
            actors[actor.id] = actor
            continue
        stem = name.rpartition("/")[2].removesuffix(".md")
        told = problem.message.replace(path.stem, stem)
        problem = Problem(problem.place, "file-name", told, problem.hint)
        problems.append(problem.explaining(EVERYTHING))
    return actors, tuple(problems)


def _briefing(fields: Fields, slug: str, path: str, document: Document) -> Briefing:
    fields.format()
    review = fields.map("review", "the review", "{by: …, date: …, fingerprint: …}")
    summary, rests_on = _summary(fields)
    return Briefing(
        id=slug,
        path=path,
        title=fields.text("title", needed=True) or Text(slug, fields.place),
        date=fields.text("date", needed=True) or Text(""),
        summary=summary,
        summary_rests_on=rests_on,
        sources=_sources(fields, path),
        document=document,
        judgements=tuple(_judgements(fields)),
        events=tuple(events_of(fields)),
        gaps=fields.texts("gaps"),
        terms=fields.texts("terms"),
        signed=tuple(_signed(fields)),
        corrections=tuple(_corrections(fields)),
        formerly=fields.ids("formerly", taken=TAKEN),
        gone=_gone(fields),
        draft=fields.flag("draft"),
        lead=fields.flag("lead"),
        review=None if review is None else _review(review),
    )


def _summary(fields: Fields) -> tuple[Text, tuple[Text, ...]]:
    """The summary, and the footnotes that it names, if it names any."""
    is_map = isinstance(fields.values.get("summary"), YamlMap)
    entry = fields.map("summary", "the summary", "{text: …, rests_on: [visit]}") if is_map else None
    if entry is None:
        return fields.text("summary", needed=True) or Text(""), ()
    text, rests_on = entry.text("text", needed=True), entry.texts("rests_on", needed=True)
    entry.close()
    return text or Text(""), rests_on


def _sources(fields: Fields, path: str) -> tuple[Text, ...]:
    before = len(fields.problems)
    sources = fields.ids("sources", needed=True)
    fields.since(before, Thing("field", path, "sources"))
    return sources


_NO_FACTS = (
    "in_list: true wants a fact: add facts: [{text: …, evidence: [visit]}]; or remove in_list: true"
)


def _actor(fields: Fields, actor_id: str, path: str, document: Document) -> Actor:
    if "format" in fields.values:
        fields.format()
    gone = _gone(fields)
    # What was taken down is in no list: its page says so.
    in_list = fields.flag("in_list") and gone is None
    fields.value("facts", needed=in_list, hint=_NO_FACTS)
    return Actor(
        id=actor_id,
        path=path,
        name=fields.text("name", needed=True) or Text(actor_id, fields.place),
        kind=fields.word("kind", ACTOR_KINDS, needed=True) or Text("group"),
        document=document,
        names=fields.table("names", NAMES, "{honorific: U, my: …}", LANGUAGE),
        aliases=fields.texts("aliases"),
        adjectives=fields.texts("adjectives"),
        search_names=fields.texts("search_names"),
        facts=tuple(_facts(fields)),
        terms=fields.texts("terms"),
        signed=tuple(_signed(fields)),
        formerly=fields.ids("formerly", taken=TAKEN_IN_THE_LIST),
        gone=gone,
        in_list=in_list,
    )


def _judgements(fields: Fields) -> Iterator[Judgement]:
    for entry in fields.maps("judgements", "a judgement", _JUDGEMENT):
        name, text = entry.id("id", needed=True), entry.text("text", needed=True)
        likelihood = entry.word("likelihood", LIKELIHOODS)
        confidence = entry.word("confidence", CONFIDENCES)
        rests_on = entry.texts("rests_on", needed=True)
        reasons = [entry.text(key) for key in ("because", "assumes", "otherwise", "watch")]
        given = [key for key in ("likelihood", "confidence") if entry.values.get(key)]
        if len(given) != 1:
            entry.report(
                entry.place,
                "judgement-word",
                "a judgement has either a likelihood or a confidence"
                + (", not both" if given else ""),
                f"likelihood: {' | '.join(LIKELIHOODS[::2])}; confidence: low | moderate | high",
            )
        entry.close()
        if name and text:
            yield Judgement(name, text, likelihood, confidence, rests_on, entry.place, *reasons)


def _facts(fields: Fields) -> Iterator[Fact]:
    for entry in fields.maps("facts", "a fact", "{text: …, evidence: [visit]}"):
        text, evidence = entry.text("text", needed=True), evidence_of(entry)
        date = date_of(entry)
        entry.close()
        if text:
            yield Fact(text, evidence, date, entry.place)


def _signed(fields: Fields) -> Iterator[Signature]:
    for entry in fields.maps("signed", "a signature", "{footnote: visit, why: …, by: …}"):
        values = tuple(entry.text(key, needed=True) for key in ("footnote", "why", "by"))
        words = entry.text("words")
        entry.close()
        footnote, why, by = values
        if footnote and why and by:
            yield Signature(footnote, why, by, words)


def _corrections(fields: Fields) -> Iterator[Correction]:
    for entry in fields.maps("corrections", "a correction", _CORRECTION):
        date, was, now, why = (
            entry.text(key, needed=True) or Text("") for key in ("date", "was", "is", "why")
        )
        withdrawn = entry.id("judgement")
        entry.close()
        yield Correction(date, was, now, why, withdrawn)


def _gone(fields: Fields) -> Gone | None:
    entry = fields.map("gone", "gone", "{date: 2026-11-30, why: …}")
    if entry is None:
        return None
    gone = Gone(
        entry.text("date", needed=True) or Text(""), entry.text("why", needed=True) or Text("")
    )
    entry.close()
    return gone


def _review(fields: Fields) -> Review | None:
    values = [fields.text(key, needed=True) for key in ("by", "date", "fingerprint")]
    answers = tuple(_answers(fields))
    fields.close()
    by, date, fingerprint = values
    return Review(by, date, fingerprint, answers) if by and date and fingerprint else None


def _answers(fields: Fields) -> Iterator[Answered]:
    example = "{statement: …, asked: pronoun, question: …, answer: …}"
    for entry in fields.maps("answers", "an answer of the reviewer", example):
        statement, asked, question, answer = (
            entry.text(key, needed=True) for key in ("statement", "asked", "question", "answer")
        )
        entry.close()
        if statement and asked and question and answer:
            yield Answered(statement, asked, question, answer)
