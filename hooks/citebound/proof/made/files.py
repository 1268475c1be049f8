"""The files beside the pages: data, each field of each record looked up again, and feeds."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence

from citebound.dates import parse
from citebound.model import Actor, Briefing, Event, Passage
from citebound.problems import Problem
from citebound.proof.made.day_words import day_words, first_day
from citebound.proof.made.feeds import feed_again
from citebound.proof.made.ground import differs
from citebound.proof.made.named import Named
from citebound.proof.made.passages import passage_told

Object = Mapping[str, object]

LIBRARY = "data/library.json"
MARK, MARKED = "citebound-site.txt", (
    b"This folder is a site made by Citebound. The next build replaces all of it.\n"
)  # fmt: skip
DATA = tuple(f"data/{name}" for name in (
    "library.json", "quotations.json", "quotations.csv", "events.json", "events.csv",
))  # fmt: skip


def files_again(assets: Mapping[str, bytes], named: Named) -> Iterator[Problem]:
    """What of the files beside the pages is not as it must be."""
    library = named.figures.whole.public.library
    feeds = {"feed.xml", *(f"{actor.folder}feed.xml" for actor in library.actors.values())}
    for name in sorted({*feeds, *DATA, MARK} ^ assets.keys()):
        if not name.startswith("search-index/"):
            yield differs(name, "the file is missing, or is none that a site has")
    if assets.get(MARK) != MARKED:
        yield differs(MARK, "the file does not say whose the folder is")
    yield from _data(assets, named)
    for name in sorted(feeds & assets.keys()):
        yield from feed_again(name, assets[name], named)


# --- data -----------------------------------------------------------------------------------


def _data(assets: Mapping[str, bytes], named: Named) -> Iterator[Problem]:
    written = assets.get(LIBRARY, b"{}")
    told = json.loads(written)
    wanted = {
        "about": _about(named),
        "sources": [*_sources(named)],
        "briefings": [*_briefings(named)],
        "actors": [*_actors(named)],
        "events": [*_events(named)],
        "quotations": [*_quotations(named)],
    }
    for name, value in wanted.items():
        yield from _compared(name, told.get(name), value, named)
    for name in sorted(told.keys() - wanted.keys()):
        yield differs(LIBRARY, f"{name} is no field of the data")
    for name, content in sorted(assets.items()):
        if name in DATA and name.endswith(".json"):
            again = json.dumps(json.loads(content), ensure_ascii=False, indent=1, sort_keys=True)
            if content != f"{again}\n".encode():
                yield differs(name, "the file is not written as data are, or says something twice")
        elif name in DATA:
            table = io.StringIO(newline="")
            csv.field_size_limit(len(content) + 1)  # a cell may be as long as its file
            rows = csv.reader(io.StringIO(content.decode("utf-8", "replace"), newline=""))
            csv.writer(table, quoting=csv.QUOTE_ALL).writerows(rows)
            if content != table.getvalue().encode():
                yield differs(name, "the table is not written as tables are")


def _compared(name: str, has: object, wanted: object, named: Named) -> Iterator[Problem]:
    named.figures.whole.ground.see("field of the data")
    if has == wanted:
        return
    if isinstance(has, list) and isinstance(wanted, list) and len(has) == len(wanted):
        for number, (one, other) in enumerate(zip(has, wanted, strict=True)):
            yield from _compared(f"{name}/{number}", one, other, named)
    elif isinstance(has, dict) and isinstance(wanted, dict) and has.keys() == wanted.keys():
        for key in sorted(has):
            yield from _compared(f"{name}/{key}", has[key], wanted[key], named)
    else:
        yield differs(LIBRARY, f"{name} is {str(has)[:80]}, and must be {str(wanted)[:80]}")


def _about(named: Named) -> Object:
    facts = named.figures.whole.facts
    return {
        "name": facts.site_name, "address": facts.site_url, "checked_on": facts.checked_on,
        "licence": facts.content_licence or "not stated",
        "made_by": f"citebound {facts.version}",
    }  # fmt: skip


def _or_none(text: str | None) -> str | None:
    return None if text is None else str(text)


def _sources(named: Named) -> Iterator[Object]:
    public = named.figures.whole.public
    for name, source in sorted(public.library.sources.items()):
        texts = (
            "title",
            "short",
            "publisher",
            "author",
            "url",
            "published",
            "descriptor",
            "circular",
        )
        graded = source.grade
        yield {
            **{field: str(getattr(source, field)) for field in texts},
            "id": name, "address": source.address, "language": source.language,
            "known_from": {key: str(value) for key, value in source.known_from.items()},
            "rights": public.access[name].level, "sha256": source.sha256,
            "grade": {"mark": str(graded.mark), "because": str(graded.because)} if graded else None,
            "obtain": [*map(str, source.obtain)],
            "share_published": round(public.access[name].share, 4),
        }  # fmt: skip


def _resting(evidence: Sequence[str], subject: Briefing | Actor, named: Named) -> list[str]:
    bound = named.figures.whole.public.bindings[subject.path]
    return [passage.identity for name in evidence for passage in bound.evidence(name)]


def _briefings(named: Named) -> Iterator[Object]:
    for briefing in sorted(named.figures.whole.public.library.briefings, key=lambda b: b.id):
        yield {
            "id": briefing.id, "address": briefing.address, "title": str(briefing.title),
            "date": str(briefing.date), "summary": str(briefing.summary),
            "summary_rests_on": _resting(briefing.summary_rests_on, briefing, named),
            "sources": [*map(str, briefing.sources)], "gaps": [*map(str, briefing.gaps)],
            "signed_by": str(briefing.review.by) if briefing.review else None,
            "actors": sorted(named.in_briefing(briefing)),
            "judgements": [
                {
                    "id": str(j.id), "text": str(j.text), "likelihood": _or_none(j.likelihood),
                    "confidence": _or_none(j.confidence),
                    "rests_on": _resting(j.rests_on, briefing, named),
                    "because": _or_none(j.because), "assumes": _or_none(j.assumes),
                    "otherwise": _or_none(j.otherwise), "watch": _or_none(j.watch),
                }
                for j in briefing.judgements
            ],
        }  # fmt: skip


def _actors(named: Named) -> Iterator[Object]:
    for name, actor in sorted(named.figures.whole.public.library.actors.items()):
        yield {
            "id": name, "address": actor.address, "name": str(actor.name), "kind": str(actor.kind),
            "aliases": [*map(str, actor.aliases)],
            "adjectives": [*map(str, actor.adjectives)],
            "search_names": [*map(str, actor.search_names)],
            "names": {key: str(value) for key, value in actor.names.items()},
            "facts": [
                {"text": str(f.text), "rests_on": _resting(f.evidence, actor, named)}
                for f in actor.facts
            ],
        }  # fmt: skip


def _events(named: Named) -> Iterator[Object]:
    figures = named.figures
    for name, event in named.events:
        value, given = parse(_edtf(event)), event.date
        counted = str(given.counted_from) if given and given.counted_from is not None else None
        resting = figures.resting[name]
        if counted == "published":
            sources = figures.whole.public.library.sources
            counted = str(sources[resting[0].source].published) or None if resting else None
        yield {
            "id": name, "address": f"timeline/#{name}", "title": str(event.title),
            "edtf": value.text, "in_words": day_words(value.text),
            "phrase": _or_none(given.phrase) if given else None,
            "counted_from": counted and parse(counted).text,
            "min": first_day(value), "max": value.upper.isoformat(),
            "status": next(iter(figures.statuses_of(name))),
            "actors": [*figures.roles_in(name)],
            "roles": [
                {"actor": actor, "role": role, "reading": str(reading) or None}
                for actor, each in figures.roles_in(name).items() for role, reading in each
            ],
            "briefings": [briefing.id for briefing, _ in figures.based_on(name)],
            "rests_on": [passage.identity for passage in resting],
        }  # fmt: skip


def _edtf(event: Event) -> str:
    return str(event.date.edtf) if event.date else ""


def _quotations(named: Named) -> Iterator[Object]:
    figures = named.figures
    library = figures.whole.public.library
    for passage in figures.in_order:
        derived = figures.whole.ground.passage(passage.identity)
        yield {
            "id": passage.identity, "address": f"{derived.source.address}#{derived.anchor}",
            "source": derived.source.id, "spans": [[*span] for span in derived.spans],
            "paragraph": derived.paragraph, "words": [*derived.words],
            "as_shown": passage_told(passage, library.sources[passage.source]),
            "language": derived.source.language, "voice": derived.kind,
            "speaker": derived.speaker, "term": passage.term,
            "used_in": [*_uses(passage, named)],
        }  # fmt: skip


def _uses(passage: Passage, named: Named) -> Iterator[Object]:
    for use in named.figures.using.get(passage.identity, ()):
        of = "briefing" if isinstance(use.subject, Briefing) else "actor"
        yield {"kind": use.kind, "in": use.subject.id, "of": of, "words": str(use.words),
               "address": use.address}  # fmt: skip
