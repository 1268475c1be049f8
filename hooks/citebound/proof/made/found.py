"""The records of the search, each field of each looked up again, and their number and order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from citebound.dates import DateError, parse
from citebound.model import Actor, Briefing, Passage, SegmentKind, Source, Subject
from citebound.problems import Problem
from citebound.proof.made import phrases
from citebound.proof.made.dates import says_no_time
from citebound.proof.made.day_words import day_words, years_within
from citebound.proof.made.derived import folded, voice_words
from citebound.proof.made.ground import differs
from citebound.proof.made.known import graded_so
from citebound.proof.made.named import Named
from citebound.proof.made.parties import plain_roles
from citebound.proof.made.passages import passage_told, sentence_told
from citebound.proof.made.phrases import REVIEWS
from citebound.search.record import KINDS, Record

Values = Mapping[str, object]
"""What the fields of a record must be, by name. What is not here is empty."""


def _sorting_day(written: str) -> str:
    """The day that a date is sorted by."""
    try:
        value = parse(written)
    except DateError:
        return ""
    return (value.upper if value.is_open_start else value.lower).isoformat()


def records_again(records: Sequence[Record], named: Named) -> Iterator[Problem]:
    """What of the records of the search is not as it must be."""
    wanted = dict(_wanted(named))
    seen = set()
    for record in records:
        named.figures.whole.ground.see("field of a record of the search")
        key = (record.kind, record.address, record.identity)
        where = f"search: {record.kind} {record.address}"
        if key in seen or key not in wanted:
            yield differs(where, "the search has a record twice, or one of nothing")
            continue
        seen.add(key)
        yield from _compared(record, wanted[key], where)
    for kind, address, identity in sorted(wanted.keys() - seen):
        yield differs("search", f"there is no record of the {kind} {address} {identity}".rstrip())
    order = sorted(records, key=lambda r: (KINDS.index(r.kind), r.address, r.title))
    if [*records] != sorted(order, key=lambda record: record.date, reverse=True):
        yield differs("search", "the records are not in order")


def _compared(record: Record, values: Values, where: str) -> Iterator[Problem]:
    found: dict[str, object] = {
        "title": record.title, "parts": tuple((p.text, p.anchor) for p in record.parts),
        "names": record.names, "by": record.by, "about": record.about, "date": record.date,
        "edtf": record.edtf,
        "language": record.language, "ours": record.ours,
        **{f"facet {name}": value for name, value in record.facets.items()},
    }  # fmt: skip
    empty: dict[str, object] = dict.fromkeys(("title", "by", "about", "date", "edtf"), "")
    empty["language"] = "en"
    for name in sorted(found.keys() | values.keys()):
        wanted, has = values.get(name, empty.get(name, ())), found.get(name, ())
        # What has no order of its own stands in that of the ids.
        wanted = tuple(sorted(wanted)) if isinstance(wanted, frozenset) else wanted
        if has != wanted:
            yield differs(where, f"{name} is {has!r}, and must be {wanted!r}")


def _wanted(named: Named) -> Iterator[tuple[tuple[str, str, str], Values]]:
    library = named.figures.whole.public.library
    for briefing in library.briefings:
        yield from _of_briefing(briefing, named)
    for actor in library.actors.values():
        yield ("actor", actor.address, ""), _of_actor(actor, named)
    for name in named.figures.events:
        yield ("event", f"timeline/#{name}", ""), _of_event(name, named)
    for source in library.sources.values():
        yield ("source", source.address, ""), _of_source(source)
        yield from _of_words(source, named)


def _prose(subject: Subject, named: Named) -> Iterator[tuple[str, str]]:
    public = named.figures.whole.public
    bound = public.bindings[subject.path]
    for number, sentence in enumerate(subject.document.sentences, 1):
        yield sentence_told(sentence, bound, public.library.sources), f"s-{number}"


def _of_briefing(briefing: Briefing, named: Named) -> Iterator[tuple[tuple[str, str, str], Values]]:
    state = named.figures.state_of(briefing)
    review = REVIEWS[state]
    known = named.figures.whole.public.library.sources
    years = (year for s in briefing.sources for year in years_within(known[s].published))
    common: dict[str, object] = {
        "facet source": tuple(map(str, briefing.sources)),
        "facet year": tuple(dict.fromkeys(years)),
        "facet review": (state,),
        "date": _sorting_day(briefing.date),
    }
    day = day_words(briefing.date)
    gaps = ((str(gap), "") for gap in briefing.gaps)
    told_first = (event for event in briefing.events if not event.ref)
    event_names = (str(name) for event in told_first for name in event.search_names)
    yield (
        ("briefing", briefing.address, ""),
        {
            **common,
            "title": str(briefing.title),
            "names": tuple(dict.fromkeys(event_names)),
            "parts": ((str(briefing.summary), ""), *_prose(briefing, named), *gaps),
            "by": f"{day} · {review}" if day else review,
            "about": day,
            "facet kind": ("briefing",),
            "facet actor": named.in_briefing(briefing),
        },
    )
    bound = named.figures.whole.public.bindings[briefing.path]
    for judgement in briefing.judgements:
        resting = (p.identity for name in judgement.rests_on for p in bound.evidence(name))
        actors = {*named.finder.named(str(judgement.text))}
        actors.update(*(named.of_passage(identity) for identity in resting))
        word = judgement.likelihood or f"{judgement.confidence} confidence"
        yield (
            ("judgement", f"{briefing.address}#judgement-{judgement.id}", ""),
            {
                **common,
                "title": str(judgement.text),
                "by": f"{word} · in “{briefing.title}”",
                "about": word,
                "facet kind": ("judgement",),
                "facet actor": frozenset(actors),
            },
        )


def _of_actor(actor: Actor, named: Named) -> Values:
    role = str(actor.facts[0].text) if actor.facts else ""
    honorific = str(actor.names.get("honorific", ""))
    given = [str(actor.name), *map(str, actor.aliases)]
    bare = [n.removeprefix(honorific).strip() for n in given if n.startswith(f"{honorific} ")]
    others = [str(name) for key, name in actor.names.items() if key != "honorific"]
    typed = map(str, actor.search_names)
    every = dict.fromkeys((*given[1:], *(bare if honorific else ()), *others, *typed))
    facts = (
        (str(fact.text), f"{actor.id}-fact-{number}" if actor.in_list else "facts")
        for number, fact in enumerate(actor.facts, 1)
    )
    return {
        "title": str(actor.name),
        "parts": (*facts, *_prose(actor, named)),
        "names": tuple(name for name in every if name and name != actor.name),
        "by": f"{actor.kind} · {role}" if role else str(actor.kind),
        "about": str(actor.kind),
        "facet kind": ("actor",),
        "facet actor": frozenset((actor.id,)),
    }


def _of_event(name: str, named: Named) -> Values:
    figures = named.figures
    given = sorted(figures.whole.ground.events[name], key=lambda event: event.ref)
    date = given[0].date
    edtf = str(date.edtf) if date else ""
    parties = figures.roles_in(name)
    actors = tuple(parties)
    names = figures.whole.ground.names
    who = ", ".join(f"{names.get(a, a)} ({plain_roles(r)})" for a, r in parties.items())
    status = next(iter(figures.statuses_of(name)), "")
    when = day_words(edtf)
    apart = f" ({when})" if name in figures.sharing_titles else ""
    if date is not None and date.phrase is not None:
        when += f" (“{date.phrase}” in the source)"
    return {
        "title": f"{given[0].title}{apart}",
        "parts": ((f"Who: {who}", ""),) if who else (),
        "names": tuple(map(str, given[0].search_names)),
        "by": f"{when} · {status}",
        "about": when,
        "facet kind": ("event",),
        "facet actor": frozenset(actors),
        "facet source": tuple(figures.resting_sources(name)),
        "facet year": years_within(edtf),
        "facet status": (status,),
        "date": _sorting_day(edtf),
        "edtf": "" if says_no_time(date) else edtf,
    }


def _of_source(source: Source) -> Values:
    day = day_words(source.published) if source.published else "no date known"
    by = " · ".join(filter(None, (str(source.publisher), str(source.author), day)))
    return {
        "title": str(source.title) or source.id,
        "parts": tuple((said, "about") for said in _worth(source)),
        "names": (source.id,),
        "by": by,
        "about": f"source · {by} {source.url}",
        "facet kind": ("source",),
        "facet source": (source.id,),
        "facet year": years_within(source.published),
        "date": _sorting_day(source.published),
    }


def _worth(source: Source) -> Iterator[str]:
    """What is said of a source on its page, a paragraph or an item of a list each."""
    if source.descriptor:
        yield str(source.descriptor)
    if source.grade:
        yield f"{graded_so(source)}. {source.grade.because}"
    if source.circular:
        yield f"Circular reporting: {source.circular}"
    yield from (f"{phrases.OBTAINED}: {text}" for text in source.obtain)


def _of_words(source: Source, named: Named) -> Iterator[tuple[tuple[str, str, str], Values]]:
    """A record of each passage of a source, and of each sentence that holds one."""
    mine = sorted(named.figures.of_source(source.id), key=lambda p: p.spans)
    called = str(source.short) or str(source.title) or source.id
    common: dict[str, object] = {
        "facet source": (source.id,),
        "facet year": years_within(source.published),
        "date": _sorting_day(source.published),
        "language": source.language,
    }
    users: dict[tuple[int, int], Passage] = {}
    for passage in mine:
        derived = named.figures.whole.ground.passage(passage.identity)
        where = f"{called}, para. {derived.paragraph}"
        said = _said(passage, named)
        yield (
            ("quotation", passage.address, passage.identity),
            {
                **common,
                "parts": ((passage_told(passage, source), ""),),
                "by": f"{said} · {where}",
                "about": said,
                "facet kind": ("quotation",),
                "facet actor": named.of_passage(passage.identity),
                "facet voice": tuple(derived.heard()),
                "facet speaker": tuple(derived.speaking()),
                "ours": tuple(
                    f"[{s.text}]" for s in passage.segments if s.kind is SegmentKind.INSERTION
                ),
            },
        )
        for span in passage.spans if not passage.term else ():
            for sentence in source.sentences_in(span):
                users.setdefault((sentence.span.start, sentence.span.end), passage)
    whole = {(p.spans[0].start, p.spans[-1].end) for p in mine if len(p.spans) == 1}
    for (start, end), passage in users.items():
        if (start, end) not in whole:
            paragraph = named.figures.whole.ground.passage(passage.identity).paragraph
            yield (
                ("passage", passage.address, f"{source.id}:{start}-{end}"),
                {
                    **common,
                    "parts": ((folded(source.text[start:end]), ""),),
                    "by": f"{called}, para. {paragraph}",
                    "facet kind": ("passage",),
                    "facet actor": named.of_passage(passage.identity),
                },
            )


def _said(passage: Passage, named: Named) -> str:
    """Whose words a passage is, as a result of the search says it."""
    derived = named.figures.whole.ground.passage(passage.identity)
    said = voice_words(derived.voice, named.figures.whole.ground.names, via=False)
    return f"term used · {said}" if passage.term else said
