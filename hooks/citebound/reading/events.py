"""Events and dates of front matter (docs/format.md, Events)."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import Event, EventActor, EventDate, Text
from citebound.model.library import evidence_thing
from citebound.reading.fields import TAKEN_ON_A_PAGE, Fields
from citebound.reading.yaml_values import YamlList, YamlMap

STATUSES = (
    "held", "happened", "ongoing", "intended", "planned", "postponed", "cancelled", "disputed",
)  # fmt: skip
"""What an event can be."""

OTHER = "other"
"""A role that is none of the list: ``reading`` says which."""

ROLES = (
    "took part", "organised", "invited", "was invited", "decided", "asked", "was asked", "said",
    "signed", "is affected", "is its subject", OTHER,
)  # fmt: skip
"""What an actor can be in an event."""


_EXAMPLE = "{id: visit, title: …, date: 2023-09, status: held, actors: [{id: …, role: …}]}"


def events_of(fields: Fields) -> Iterator[Event]:
    """The events of a briefing."""
    for entry in fields.maps("events", "an event", _EXAMPLE):
        is_ref = bool(entry.values.get("ref"))
        name = entry.id("ref" if is_ref else "id", needed=True, taken=TAKEN_ON_A_PAGE)
        event = (
            entry.text("title", needed=not is_ref) or Text(""),
            date_of(entry, needed=not is_ref, alone=True),
            entry.word("status", STATUSES, needed=not is_ref) or Text(""),
            tuple(_actors(entry)),
            evidence_of(entry),
        )
        search_names = entry.texts("search_names")
        entry.close()
        if name:
            yield Event(name, *event, is_ref, entry.place, search_names)


def _actors(fields: Fields) -> Iterator[EventActor]:
    """The actors of an event. A bare id has no role, which is a finding."""
    value = fields.value("actors")
    for item in value if isinstance(value, YamlList) else () if value is None else (value,):
        if isinstance(item, YamlMap):
            entry = Fields(item, "an actor of an event", fields.problems)
            actor = entry.id("id", needed=True)
            role = entry.word("role", ROLES, needed=True)
            reading = entry.text("reading", needed=role == OTHER)
            entry.close()
            if actor:
                yield EventActor(actor, role or Text("", item.place), reading)
        elif isinstance(item, Text):
            actor = fields.as_id(item)
            if actor is None:
                continue
            fields.report(
                item.place,
                "missing-field",
                f"{item!s} has no role in this event",
                f"write {{id: {item}, role: took part}}, or another role: {', '.join(ROLES[1:])}",
            )
            yield EventActor(actor, Text("", item.place))
        else:
            fields.mistyped("an entry of actors", item, "a mapping", "write - {id: …, role: …}")


def evidence_of(fields: Fields) -> tuple[Text, ...]:
    """The footnotes that an event or a fact rests on."""
    before = len(fields.problems)
    evidence = fields.texts("evidence", needed=True)
    fields.since(before, evidence_thing(fields.place))
    return evidence


def date_of(fields: Fields, *, needed: bool = False, alone: bool = False) -> EventDate | None:
    """A date: a plain EDTF value, or EDTF with its phrase and what it is counted from; or, where
    a phrase may stand ``alone``, that.
    """
    is_map = isinstance(fields.values.get("date"), YamlMap)
    date = fields.map("date", "the date", "2026-11-30") if is_map else None
    if date is None:
        plain = fields.edtf("date", needed=needed)
        return None if plain is None else EventDate(plain)
    phrase, counted = date.text("phrase", needed=True), date.edtf("counted_from")
    unresolved = alone and phrase is not None and counted is None and "edtf" not in date.values
    edtf = date.edtf("edtf", needed=not unresolved)
    date.close()
    if unresolved:
        return EventDate(Text("", date.place), phrase, None, unresolved=True)
    return None if edtf is None else EventDate(edtf, phrase, counted)
