"""Events, dates and uses as templates print them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from citebound.dates import Edtf, counts_on, in_words, meaning, parse, when
from citebound.indexes import EventEntry, Indexes, QuotationEntry, Use
from citebound.model import Briefing, EventActor, EventDate, Passage
from citebound.shown.facts import SiteFacts
from citebound.shown.passage import ActorName, PassageShown, actor_name, show

NO_DATE = "the source gives no date"
"""The reason of a date that is only that of its source's publication, as an upper bound."""

UNRESOLVED = "the source’s words; no rule says which date they mean"
"""The reason of a date that is only the bounds of a phrase."""

_BOUND = re.compile(r"\[\.\.[^,.]*\]|\[[^,.]*\.\.\]")
_PLAIN_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class DateShown:
    """A date in words with its reason. ``datetime`` is given where HTML knows such a date;
    ``min`` and ``max`` are the days it may mean, an open end reaching to the horizon; whichever it
    is, it lasted until ``lasted`` and had begun on ``begun`` (:class:`citebound.dates.When`).
    ``why`` is the whole reason, ``briefly`` the phrase of the source alone, or that there is none.
    """

    edtf: str
    words: str
    datetime: str | None
    min: str
    max: str
    lasted: str
    begun: str
    why: str
    briefly: str


@dataclass(frozen=True, slots=True)
class Titled:
    """A page that is linked to."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one briefing says of a disputed event."""

    status: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class PartyShown:
    """An actor in an event with its roles, each with our reading where there is one."""

    name: ActorName
    roles: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class EventShown:
    """An event with all that a template prints of it. ``apart`` stands after its title where
    another event has the same one.
    """

    id: str
    title: str
    apart: str
    address: str
    date: DateShown
    status: str
    claims: tuple[Claim, ...]
    actors: tuple[ActorName, ...]
    parties: tuple[PartyShown, ...]
    sources: tuple[str, ...]
    passages: tuple[PassageShown, ...]
    briefings: tuple[Titled, ...]
    under: Under


@dataclass(frozen=True, slots=True)
class Under:
    """The heading of the timeline under which an event is listed: a year, or no year at all."""

    words: str
    anchor: str
    dated: bool


@dataclass(frozen=True, slots=True)
class UseShown:
    """A place that rests on a passage."""

    label: str
    title: str
    words: str
    address: str


def date_shown(value: Edtf, given: EventDate | None = None, counted: Edtf | None = None,
               published: Edtf | None = None, *, forward: bool = False) -> DateShown:  # fmt: skip
    """A date in words, with the phrase that it comes from where there is one, and the rule."""
    text = value.text
    was = when(value)
    why = briefly = ""
    if given is not None and given.phrase is not None:
        start = f", counted from {in_words(counted)}" if counted else ""
        if counted and given.counted_from != "published":
            forward = forward or counts_on(value, counted)
        rule = UNRESOLVED if given.unresolved else meaning(given.phrase, forward=forward)
        briefly = f"“{given.phrase}”"
        why = f"{briefly}{start}: {rule}"
    elif published is not None and text in _without_date(published, forward=forward):
        why = briefly = NO_DATE
    return DateShown(
        text,
        in_words(value),
        text if _PLAIN_DATE.fullmatch(text) else None,
        was.first.isoformat(),
        was.last.isoformat(),
        *(("", "") if is_bound(text, given) else (was.lasted.isoformat(), was.begun.isoformat())),
        why,
        briefly,
    )


def is_bound(text: str, given: EventDate | None) -> bool:
    """Whether a date says no more than before or after which day something was, and no phrase of
    the source says that either: such an event is found at no time.
    """
    return given is not None and given.phrase is None and bool(_BOUND.fullmatch(text))


def _without_date(published: Edtf, *, forward: bool) -> tuple[str, ...]:
    """How an event is dated of which its source gives no date."""
    return (f"[..{published.text}]", *([f"[{published.text}..]"] if forward else []))


def entry_date(entry: EventEntry) -> DateShown:
    """The date of an event in words."""
    counted, forward = entry.counted_from, entry.is_to_come
    return date_shown(entry.date, entry.given, counted, entry.published, forward=forward)


def event_shown(entry: EventEntry, indexes: Indexes, facts: SiteFacts) -> EventShown:
    """An event for a template of a page."""
    said = {str(event.status) for _, event, _ in entry.bases if event.status}
    claims = tuple(
        Claim(str(event.status), briefing.title, briefing.address)
        for briefing, event, _ in entry.bases
        if event.status and len(said) > 1
    )
    return EventShown(
        entry.id,
        entry.title,
        entry.apart,
        entry.address,
        entry_date(entry),
        entry.status,
        claims,
        tuple(actor_name(actor, indexes) for actor in entry.actors),
        parties_shown(entry, indexes),
        tuple(dict.fromkeys(passage.source for passage in entry.passages)),
        tuple(show(passage, indexes, facts) for passage in entry.passages),
        tuple(titled(briefing) for briefing, _, _ in entry.bases),
        under_of(entry),
    )


def parties_shown(entry: EventEntry, indexes: Indexes) -> tuple[PartyShown, ...]:
    """Who is in an event, each actor once with all its roles."""
    return tuple(
        PartyShown(actor_name(name, indexes), roles_shown(roles))
        for name, roles in entry.roles.items()
    )


def roles_shown(parties: Iterable[EventActor]) -> tuple[tuple[str, str | None], ...]:
    """The roles of one actor, each with our reading where there is one."""
    return tuple((str(party.role), party.reading) for party in parties)


def role_words(party: PartyShown) -> str:
    """The roles of an actor in words."""
    said = []
    for role, reading in party.roles:
        # The reading of "other" is the role itself, in the editor's words.
        read = f", by our reading: {reading}" if reading else ""
        said.append(str(reading) if role == "other" else role + read)
    return "; ".join(said)


def under_of(entry: EventEntry) -> Under:
    """Where an event is in the timeline. A date without a beginning names no year: its
    event stands by itself, under what is known.
    """
    value = entry.date
    if not value.is_open_start:
        return Under(str(value.lower.year), f"y{value.lower.year}", dated=True)
    last = value.upper.isoformat()
    return Under(f"By {in_words(parse(last))}", f"until-{last}", dated=False)


def titled(briefing: Briefing) -> Titled:
    """A briefing as a link."""
    return Titled(briefing.title, briefing.address)


_USES = {
    "sentence": "Sentence in",
    "summary": "Summary of",
    "judgement": "Judgement in",
    "event": "Event in",
    "fact": "Fact on",
}


def use_shown(use: Use) -> UseShown:
    """A use of a passage for a template."""
    subject = use.subject
    title = subject.title if isinstance(subject, Briefing) else subject.name
    return UseShown(_USES[use.kind], title, use.words, use.address)


def page_by_page(uses: Iterable[Use]) -> Iterator[Use]:
    """Uses, each once, those of one page together."""
    pages: dict[str, dict[tuple[str, str, str], Use]] = defaultdict(dict)
    for use in uses:
        page = use.subject.address.partition("#")[0]
        pages[page].setdefault((use.kind, use.address, str(use.words)), use)
    return chain.from_iterable(found.values() for found in pages.values())


def one_within_another(entries: Sequence[QuotationEntry]) -> list[list[QuotationEntry]]:
    """Passages in their order, each followed by those that stand whole within it. What is cut
    holds no other.
    """
    held: dict[str, list[QuotationEntry]] = {}
    whole: QuotationEntry | None = None
    place = {entry.passage.identity: number for number, entry in enumerate(entries)}
    for entry in sorted(entries, key=_widest_first):
        if whole is not None and _within(entry.passage, whole.passage):
            held[whole.passage.identity].append(entry)
            continue
        held[entry.passage.identity] = []
        if len(entry.passage.spans) == 1:
            whole = entry
    return [
        [entry, *sorted(held[entry.passage.identity], key=lambda e: place[e.passage.identity])]
        for entry in entries
        if entry.passage.identity in held
    ]


def _widest_first(entry: QuotationEntry) -> tuple[str, int, int, int]:
    extent = entry.passage.extent
    return entry.passage.source, extent.start, -extent.end, len(entry.passage.spans)


def _within(passage: Passage, other: Passage) -> bool:
    return passage.source == other.source and passage.extent.end <= other.extent.end
