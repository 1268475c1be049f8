"""Projects that are long in one way each, for the bench of time (``bench.linear``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256

from bench.long_bodies import noted
from citebound.markup import scan
from citebound.model import (
    Actor,
    Briefing,
    Correction,
    Event,
    EventActor,
    EventDate,
    Library,
    Source,
    Span,
    Text,
    Voice,
    VoiceKind,
)
from citebound.problems import NOWHERE, Place
from citebound.text.sentences import paragraphs_of, sentences_of

PATH = "briefings/2026-11-case.md"
LINES = tuple(
    f"Line {n} says that report {n} was put off until at least 2025.\n" for n in range(200)
)
TEXT = "".join(LINES)
FEW = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A project that is long in one way: what is counted, how many of it there are at first, and
    the project of so many. ``known`` says why its time or size is not in proportion to them,
    where that is decided.
    """

    name: str
    count: int
    make: Callable[[int], Library]
    known: str = ""


def source_of(text: str, name: str = "s", title: str = "") -> Source:
    """A source of this text, line by line."""
    paragraphs = paragraphs_of(text, "lines")
    sentences = sentences_of(text, paragraphs)
    return Source(
        name, text, Text(title), paragraphs=paragraphs, sentences=sentences, path=f"seeds/{name}",
        sha256=sha256(text.encode()).hexdigest(),
    )  # fmt: skip


def actor_of(number: int, aliases: tuple[str, ...] = ()) -> Actor:
    """An actor with an empty page."""
    path = f"docs/actors/a{number}.md"
    called = tuple(map(Text, aliases))
    return Actor(
        f"a{number}", path, Text(f"Person A{number}"), Text("person"), scan("", path),
        aliases=called,
    )  # fmt: skip


def event_of(number: int, actors: int) -> Event:
    """An event of so many actors, with the footnote ``n`` and its number as evidence."""
    who = tuple(EventActor(Text(f"a{n}"), Text("took part")) for n in range(actors))
    return Event(
        Text(f"e{number}"), Text(f"Event {number}"), EventDate(Text("2025")), Text("planned"),
        who, (Text(f"n{number}"),), ref=False, place=NOWHERE,
    )  # fmt: skip


def library(
    body: str,
    *,
    text: str = TEXT,
    summary: str = "One sentence.",
    sources: tuple[str, ...] = ("s",),
    actors: int = FEW,
    aliases: tuple[str, ...] = (),
    events: tuple[Event, ...] = (),
) -> Library:
    """A project of one source of this text, some actors, and a briefing with this body."""
    briefing = Briefing(
        "case", PATH, Text("A case"), Text("2026-11-30"), Text(summary),
        tuple(map(Text, sources)), scan(body, PATH), events=events,
    )  # fmt: skip
    known = (actor_of(n, aliases if n == 0 else ()) for n in range(actors))
    return Library({"s": source_of(text)}, (briefing,), {actor.id: actor for actor in known})


def repeated(words: str) -> Callable[[int], Library]:
    """A body of the same words again and again."""
    return lambda count: library(words * count)


def joined(line: Callable[[int], str], between: str = "\n\n") -> Callable[[int], Library]:
    """A body of lines made of their number."""
    return lambda count: library(between.join(map(line, range(count))))


def body(text: Callable[[int], str]) -> Callable[[int], Library]:
    """A body made of a number."""
    return lambda count: library(text(count))


def limited(theirs: str, ours: str) -> Callable[[int], Library]:
    """A sentence of the source and one of ours that rests on it, each of the same words again and
    again; in these, ``{n}`` is a number, ``{few}`` a small one and ``{year}`` a year.
    """

    def make(count: int) -> Library:
        numbers = [{"n": n, "few": n % 90, "year": 1500 + n % 500} for n in range(count)]
        here, there = (
            "".join(words.format(**each) for each in numbers).strip(" ,.")
            for words in (ours, theirs)
        )
        said = f"It {there}."
        return library(f"It {here}.[^n]\n\n[^n]: “{said}” [@s]\n", text=f"{said}\n")

    return make


def each_another(count: int) -> Library:
    """One sentence of many quotations, each of other words of as long a text."""
    said = " and ".join(f"“Line {n} says that”" for n in range(count))
    return library(f"So {said} [@s].", text="".join(f"Line {n} says that.\n" for n in range(count)))


def each_of_its_sentence(count: int) -> Library:
    """Many sentences, each quoting another sentence of as long a text."""
    lines = [f"Report {n} was put off until 2025." for n in range(count)]
    return library(
        " ".join(f"So “Report {n} was put off” [@s]." for n in range(count)),
        text="\n".join([*lines, ""]),
    )


def within_one(count: int) -> Library:
    """Many sentences, each quoting other words of one long sentence."""
    said = " and ".join(f"paper {n} was put off" for n in range(count))
    return library(
        " ".join(f"So “paper {n} was put off” [@s]." for n in range(count)),
        text=f"It says {said}.\n",
    )


def named_beside(ours: str, theirs: str, count: int) -> Library:
    """One sentence of the same words again and again, which rests on one of other words."""
    quoted = f"so {theirs * count}it was"
    return library(
        f"So {ours * count}it was.[^a]\n\n[^a]: “{quoted}” [@s]",
        text=f"{quoted}.\n", aliases=("Lee",),
    )  # fmt: skip


def many_actors(count: int) -> Library:
    """An event of so many actors."""
    return library(noted(1), actors=count, events=(event_of(0, count),))


def many_events(count: int) -> Library:
    """So many events of two actors."""
    return library(noted(count), events=tuple(event_of(n, FEW) for n in range(count)))


def one_evidence(count: int) -> Library:
    """So many events that rest on one footnote."""
    events = [event_of(n, FEW) for n in range(count)]
    first = events[0].evidence
    return library(
        noted(1),
        events=tuple(
            Event(e.id, e.title, e.date, e.status, e.parties, first, e.ref, e.place) for e in events
        ),
    )


def one_as_long(count: int) -> Library:
    """So many sentences with one footnote, which quotes a sentence of as many parts."""
    said = ", ".join(["отчёт не был отложен"] * count) + "."
    ours = " ".join(["Отчёт отложен.[^n]"] * count)
    return library(f"{ours}\n\n[^n]: “{said}” [@s]", text=f"{said}\n")


def dated_events(count: int) -> Library:
    """So many events, each with another day of one footnote that has as many."""
    days = [date(1900, 1, 1) + timedelta(days=31 * n) for n in range(count)]
    said = f"It met {', '.join(f'on {day.day} {day:%B %Y}' for day in days)}."
    first = replace(event_of(0, FEW), status=Text("happened"))
    events = tuple(
        replace(first, id=Text(f"e{n}"), date=EventDate(Text(str(day))))
        for n, day in enumerate(days)
    )
    return library(f"It met.[^n0]\n\n[^n0]: “{said}” [@s]", text=f"{said}\n", events=events)


def many_corrections(count: int) -> Library:
    """A briefing that was corrected so often."""
    corrections = tuple(
        Correction(
            Text("2026-11-30"),
            *(Text(f"{words} {n}.", Place(PATH, 10 * n + k + 1)) for k, words in enumerate(
                ("It was at Berg", "It was at Lee", "Anna Berg wrote"))),
        )
        for n in range(count)
    )  # fmt: skip
    whole = library(noted(1))
    return replace(whole, briefings=(replace(whole.briefings[0], corrections=corrections),))


def many_voices(count: int, *, cited: bool = False) -> Library:
    """A source of so many voices whose words are quoted in it, each with a cue; none is cited, or
    each.
    """
    text = "".join(f"Person A0 said “report {n} was put off”.\n" for n in range(count))
    voices, at = [], 0
    for n in range(count):
        start = text.index("report", at)
        end = text.index("”", start)
        cue = Span(text.rindex("Person", 0, start), text.rindex(" ", 0, start))
        place = Place("seeds/s/source.yml", n + 1)
        voices.append(Voice(VoiceKind.DIRECT, Span(start, end), Text("a0"), cue=cue, place=place))
        at = end
    said = " ".join(f"So “report {n} was put off” [@s]." for n in range(count))
    whole = library(said if cited else "So it is.", text=text)
    return replace(whole, sources={"s": replace(whole.sources["s"], voices=tuple(voices))})


def many_aliases(count: int) -> Library:
    """An actor of so many aliases, each of which the source and the briefing have."""
    aliases = tuple(f"Name B{n}" for n in range(count))
    lines = "".join(f"Name B{n} says so, and it is so.\n" for n in range(count))
    said = " ".join(f"So says Name B{n}, “it is so” [@s, para. {n + 1}]." for n in range(count))
    return library(said, text=lines, aliases=aliases)


def like_aliases(count: int) -> Library:
    """An actor of so many aliases that begin with the same word."""
    aliases = tuple(f"Person B{n}" for n in range(count))
    said = " ".join(f"So says Person B{n}, “report {n % 200} was” [@s]." for n in range(count))
    return library(said, aliases=aliases)


def many_sources(count: int) -> Library:
    """So many sources, each quoted once by a briefing that names all of them."""
    sources = {
        f"s{n}": source_of(f"Report {n} was put off.\nIt was so.\n", f"s{n}", f"Report {n}")
        for n in range(count)
    }
    said = " ".join(f"So “Report {n} was put off” [@s{n}]." for n in range(count))
    briefing = Briefing(
        "case", PATH, Text("A case"), Text("2026-11-30"), Text("One sentence."),
        tuple(map(Text, sources)), scan(said, PATH),
    )  # fmt: skip
    return Library(sources, (briefing,), {})


def many_briefings(count: int) -> Library:
    """So many briefings, each with an event and a source of its own."""
    sources, briefings = {}, []
    for n in range(count):
        path = f"briefings/2026-11-case-{n}.md"
        text = f"Report {n} was put off until 2025.\nIt was so.\n"
        sources[f"s{n}"] = source_of(text, f"s{n}", f"Report {n}")
        said = f"So it is.[^n{n}]\n\n[^n{n}]: “was put off until 2025” [@s{n}]"
        briefings.append(
            Briefing(
                f"case-{n}",
                path,
                Text(f"Case {n}"),
                Text("2026-11-30"),
                Text("One sentence."),
                (Text(f"s{n}"),),
                scan(said, path),
                events=(event_of(n, FEW),),
            )
        )
    return Library(sources, tuple(briefings), {f"a{n}": actor_of(n) for n in range(FEW)})
