"""Every text of a field is held to the rule of quotation marks, or is listed here with why not."""

from __future__ import annotations

import ast
import dataclasses
import inspect
from collections.abc import Iterator
from types import ModuleType
from typing import get_args, get_type_hints

from citebound.checks import field_marks, front_matter
from citebound.model import Actor, Briefing, Document, Settings, Source, Text

OTHERS = {
    "an id or a mark, of letters that are given": (
        "Answered.asked", "Answered.statement", "Briefing.summary_rests_on", "Correction.judgement",
        "Event.evidence",
        "Event.id", "EventActor.actor", "EventDate.counted_from", "Extraction.raw_sha256",
        "Fact.evidence", "Judgement.id", "Judgement.rests_on", "Review.fingerprint",
        "Source.replaces", "Voice.speaker", "Voice.via",
    ),
    "a word of a closed list": (
        "Actor.kind", "Event.status", "EventActor.role", "Grade.mark", "Judgement.confidence",
        "Judgement.likelihood",
    ),
    "a date or an address": (
        "Actor.formerly", "Briefing.date", "Briefing.formerly", "Correction.date", "EventDate.edtf",
        "Gone.date", "Review.date", "Settings.addresses", "Source.published", "Source.url",
    ),
    "asked for by Judgement.reasons": (
        "Judgement.assumes", "Judgement.otherwise", "Judgement.watch",
    ),
    "compared with the evidence, without marks": ("EventDate.phrase",),
    "a reviewer's, and on no page": ("Answered.answer", "Answered.question"),
}  # fmt: skip
"""The texts that the checks of marks do not ask for, by class and field, and why."""


def texts_of(kind: type, seen: set[type]) -> Iterator[str]:
    """The fields of a class, and of those that it holds, that hold a text."""
    if kind in seen or kind is Document:
        return
    seen.add(kind)
    hints = get_type_hints(kind)
    for field in dataclasses.fields(kind):
        for held in leaves(hints[field.name]):
            if held is Text:
                yield f"{kind.__name__}.{field.name}"
            elif dataclasses.is_dataclass(held):
                yield from texts_of(held, seen)


def leaves(hint: object) -> Iterator[type]:
    """The classes that a type is made of."""
    if isinstance(hint, type) and not get_args(hint):
        yield hint
    for part in get_args(hint):
        yield from leaves(part)


def asked_in(module: ModuleType) -> set[str]:
    """The names of the fields that a module asks for."""
    tree = ast.parse(inspect.getsource(module))
    return {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


def test_every_text_of_a_field_is_held_to_the_rule_of_marks() -> None:
    """Characters need no such list: their check reads every text of the model."""
    asked = set[str]().union(*map(asked_in, (field_marks, front_matter)))
    seen: set[type] = set()
    found = {name for kind in (Briefing, Actor, Source, Settings) for name in texts_of(kind, seen)}
    left = {name for name in found if name.partition(".")[2] not in asked}
    assert left == {name for names in OTHERS.values() for name in names}
