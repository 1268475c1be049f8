"""The schemas of events and facts, and of their dates (docs/format.md, Events)."""

from __future__ import annotations

from collections.abc import Mapping

from citebound.reading.events import OTHER, ROLES, STATUSES
from citebound.reading.fields import TAKEN_ON_A_PAGE
from citebound.reading.schemas import forms as form
from citebound.reading.schemas.forms import Schema

_EVIDENCE = form.texts("the names of the footnotes that it rests on")
_DATE_FIELDS: Mapping[str, Schema] = {
    "edtf": form.edtf("the date, as EDTF"),
    "phrase": form.text("the words of the source, such as in September"),
    "counted_from": form.edtf("published, or a date that the evidence gives"),
}
_DATE = "a date that the source does not print whole"

_PARTY_FIELDS: Mapping[str, Schema] = {
    "id": form.identity("the id of the actor"),
    "role": form.word("what the actor is in the event; other needs a reading", ROLES),
    "reading": form.text(
        "why the actor is meant, where the evidence does not name it, or which role it has; "
        "readers see it"
    ),
}
_PARTY: Schema = {
    **form.entry("an actor, with its role", _PARTY_FIELDS, ("id", "role")),
    "if": {"properties": {"role": {"enum": [OTHER]}}, "required": ["role"]},
    "then": form.needing(_PARTY_FIELDS, ("reading",)),
}

_FIELDS: Mapping[str, Schema] = {
    "id": form.identity("its id, which is its address", TAKEN_ON_A_PAGE),
    "ref": form.identity(
        "in place of the id: the event of another briefing, to which this adds evidence",
        TAKEN_ON_A_PAGE,
    ),
    "title": form.text("what happened, in your own words"),
    "date": form.text_or(
        form.edtf(
            "EDTF, such as 2023-09 or [..2023-09-15]; {edtf, phrase, counted_from}, where the "
            "source does not print it whole; {phrase}, where no rule resolves it"
        ),
        {
            **form.entry(_DATE, _DATE_FIELDS, ("phrase",)),
            "if": {"required": ["counted_from"]},
            "then": form.needing(_DATE_FIELDS, ("edtf",)),
        },
    ),
    "status": form.word("what became of it, as far as the evidence says", STATUSES),
    "actors": {
        **_PARTY,
        **form.entries("who is in it, each with a role: [{id, role}]", _PARTY),
        # One alone need not be in a list.
        "type": ["array", "object", "null"],
    },
    "evidence": _EVIDENCE,
    "search_names": form.texts("what a reader may type for it; never evidence"),
}

EVENT: Schema = {
    **form.entry("something that happened or is planned", _FIELDS, ("evidence",)),
    "if": {"required": ["ref"]},
    "then": {"properties": {"id": False}},
    "else": form.needing(_FIELDS, ("id", "title", "date", "status")),
}
"""An event of a briefing."""

FACT = form.entry(
    "a fact about the actor, in your own words",
    {
        "text": form.text("the fact, in your own words"),
        "evidence": _EVIDENCE,
        "date": form.text_or(
            form.edtf("EDTF, or {edtf, phrase, counted_from}, where the source does not print it"),
            form.entry(_DATE, _DATE_FIELDS, ("phrase", "edtf")),
        ),
    },
    ("text", "evidence"),
)
"""A fact about an actor."""
