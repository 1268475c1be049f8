"""What can be found: one record for each briefing, judgement, quotation, passage, actor,
event and source.

Records, not pages, are indexed, so that a result is the thing itself with the address of the
very place. Words that may not be published are in no record: of a source with rights
``passages`` only the sentences that hold cited words, of ``metadata`` none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from citebound.checks.review import state
from citebound.dates import in_words, parse, years
from citebound.indexes.entries import ActorEntry, EventEntry, Indexes, SourceEntry
from citebound.indexes.sentence_words import sentence_words
from citebound.model import VOICE_NAMES, Actor, Briefing, Source, Subject
from citebound.pages.glance import REVIEWED
from citebound.search.quoted import word_records
from citebound.search.record import KINDS, Record, Section
from citebound.search.when import first_day, year_span
from citebound.shown.facts import SiteFacts
from citebound.shown.views import is_bound, parties_shown, role_words
from citebound.shown.worth import grade_words
from citebound.text.naming import Finder


def records(indexes: Indexes, facts: SiteFacts) -> tuple[Record, ...]:
    """Every record of what is published: the newest first, those without a date last."""
    named = _named(indexes)
    found = [
        *_briefings(indexes, named),
        *word_records(indexes, facts, named),
        *(_actor(entry, indexes) for entry in indexes.actors.values()),
        *(_event(entry, indexes) for entry in indexes.events),
        *(_source(entry) for entry in indexes.sources.values()),
    ]
    return in_order(found)


def in_order(found: Iterable[Record]) -> tuple[Record, ...]:
    """Records in the order in which they are numbered."""
    by_kind = sorted(found, key=lambda r: (KINDS.index(r.kind), r.address, r.title))
    return tuple(sorted(by_kind, key=lambda record: record.date, reverse=True))


def labels(indexes: Indexes) -> dict[str, dict[str, str]]:
    """What a facet's values are called, where it is not the value itself."""
    actors = {name: str(actor.name) for name, actor in indexes.library.actors.items()}
    titles = {name: str(source.title) or name for name, source in indexes.library.sources.items()}
    return {
        "actor": actors,
        "speaker": actors,
        "source": titles,
        "voice": {kind.value: name for kind, name in VOICE_NAMES.items()},
        "review": REVIEWED,
    }


def _named(indexes: Indexes) -> dict[str, tuple[str, ...]]:
    """For each passage, the actors who say it or of whom it is said."""
    found: dict[str, dict[str, None]] = {}
    for name, entry in indexes.actors.items():
        for quotation in (*entry.said, *entry.said_of, *entry.unclear):
            found.setdefault(quotation.passage.identity, {})[name] = None
    return {identity: tuple(names) for identity, names in found.items()}


# --- our own words -----------------------------------------------------------------


def _prose(subject: Subject, indexes: Indexes) -> tuple[Section, ...]:
    bound, sources = indexes.bindings[subject.path], indexes.library.sources
    return tuple(
        Section(sentence_words(subject.document, sentence, bound, sources), f"s-{number}")
        for number, sentence in enumerate(subject.document.sentences, 1)
    )


def _years(briefing: Briefing, indexes: Indexes) -> tuple[str, ...]:
    """The years of the sources of a briefing: it tells of those, whenever it was written."""
    sources = (indexes.library.sources[name] for name in briefing.sources)
    return tuple(dict.fromkeys(year for source in sources for year in year_span(source.published)))


def _briefings(indexes: Indexes, named: Mapping[str, tuple[str, ...]]) -> Iterator[Record]:
    finder = Finder(indexes.library.actors.values())
    for entry in indexes.briefings:
        briefing = entry.briefing
        common = {
            "source": tuple(map(str, briefing.sources)),
            "year": _years(briefing, indexes),
            "review": (state(briefing, indexes.bindings[briefing.path], indexes.library.sources),),
        }
        review = REVIEWED[common["review"][0]]
        day = in_words(parse(briefing.date)) if briefing.date else ""
        yield Record(
            "briefing",
            str(briefing.title),
            briefing.address,
            (
                Section(str(briefing.summary)),
                *_prose(briefing, indexes),
                *(Section(str(gap)) for gap in briefing.gaps),
            ),
            _event_names(briefing),
            by=f"{day} · {review}" if day else review,
            about=day,
            facets={"kind": ("briefing",), "actor": tuple(sorted(entry.named)), **common},
            date=first_day(briefing.date),
        )
        for judgement, passages in entry.judgements:
            word = judgement.likelihood or f"{judgement.confidence} confidence"
            actors = dict.fromkeys(
                (
                    *finder.named(str(judgement.text)),
                    *(name for p in passages for name in named.get(p.identity, ())),
                )
            )
            yield Record(
                "judgement",
                str(judgement.text),
                f"{briefing.address}#judgement-{judgement.id}",
                by=f"{word} · in “{briefing.title}”",
                about=word,
                facets={"kind": ("judgement",), "actor": tuple(sorted(actors)), **common},
                date=first_day(briefing.date),
            )


def _event_names(briefing: Briefing) -> tuple[str, ...]:
    """The search names of the events that a briefing tells first: who looks for such an event
    looks for what is written about it as well.
    """
    told = (event for event in briefing.events if not event.ref)
    return tuple(dict.fromkeys(str(name) for event in told for name in event.search_names))


# --- actors, events, sources ------------------------------------------------------------


def names(actor: Actor) -> tuple[str, ...]:
    """Every further name of an actor: aliases, other scripts, its name without honorific, and
    what a reader may type instead.
    """
    given = [str(actor.name), *map(str, actor.aliases)]
    honorific = str(actor.names.get("honorific", ""))
    bare = [
        n.removeprefix(honorific).strip()
        for n in given
        if honorific and n.startswith(honorific + " ")
    ]
    others = [str(name) for key, name in actor.names.items() if key != "honorific"]
    every = dict.fromkeys((*given[1:], *bare, *others, *map(str, actor.search_names)))
    return tuple(name for name in every if name and name != actor.name)


def _actor(entry: ActorEntry, indexes: Indexes) -> Record:
    actor = entry.actor
    role = str(entry.facts[0][0].text) if entry.facts else ""
    return Record(
        "actor",
        str(actor.name),
        actor.address,
        (
            *(
                Section(str(fact.text), actor.fact_anchor(number))
                for number, (fact, _) in enumerate(entry.facts, 1)
            ),
            *_prose(actor, indexes),
        ),
        names(actor),
        by=f"{actor.kind} · {role}" if role else str(actor.kind),
        about=str(actor.kind),
        facets={"kind": ("actor",), "actor": (actor.id,)},
    )


def _event(entry: EventEntry, indexes: Indexes) -> Record:
    when = in_words(entry.date)
    if entry.given.phrase is not None:
        when += f" (“{entry.given.phrase}” in the source)"
    who = ", ".join(
        f"{party.name.name} ({role_words(party)})" for party in parties_shown(entry, indexes)
    )
    return Record(
        "event",
        f"{entry.title}{entry.apart}",
        entry.address,
        (Section(f"Who: {who}"),) if who else (),
        tuple(map(str, entry.search_names)),
        by=f"{when} · {entry.status}",
        about=when,
        facets={
            "kind": ("event",),
            "actor": tuple(sorted(entry.actors)),
            "source": tuple(dict.fromkeys(p.source for p in entry.passages)),
            "year": tuple(str(year) for year in years(entry.date)),
            "status": (entry.status,),
        },
        date=first_day(entry.date.text),
        edtf="" if is_bound(entry.date.text, entry.given) else entry.date.text,
    )


def _source(entry: SourceEntry) -> Record:
    source = entry.source
    day = in_words(parse(source.published)) if source.published else "no date known"
    by = " · ".join(filter(None, (str(source.publisher), str(source.author), day)))
    return Record(
        "source",
        str(source.title) or source.id,
        source.address,
        tuple(Section(told, "about") for told in _worth(source)),
        (source.id,),
        by=by,
        about=f"source · {by} {source.url}",
        facets={
            "kind": ("source",),
            "source": (source.id,),
            "year": year_span(source.published),
        },
        date=first_day(source.published),
    )


def _worth(source: Source) -> Iterator[str]:
    """What its editor says of a source, each with what it is called on the source's page."""
    if source.descriptor:
        yield str(source.descriptor)
    if source.grade:
        yield f"{grade_words(source)}. {source.grade.because}"
    if source.circular:
        yield f"Circular reporting: {source.circular}"
    yield from (f"To obtain next: {wanted}" for wanted in source.obtain)
