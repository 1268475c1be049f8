"""A record: something that can be found, with what a result shows of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

KINDS = (
    "briefing", "judgement", "quotation", "passage", "actor", "event", "source", "page",
    "documentation",
)  # fmt: skip
"""The kinds of records, in the order in which they are listed."""

FACETS = ("kind", "actor", "speaker", "voice", "source", "year", "status", "review")
"""The facets, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a record's text, and the fragment of its own address on the page."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """Something that can be found.

    ``address`` leads to the very place. ``names`` are further names it is found by; of a briefing,
    those of its events. ``by`` is the line under it: who says it and in which source, a date in
    words, a role. ``about`` are words it is found by that are not shown as its text. ``facets`` are
    values by facet, as ids. ``date`` is an ISO date it is sorted by, or "", and ``edtf`` when an
    event was. ``identity`` names the passage whose words the text is; then the text is those words,
    with our cuts as ``[…]`` and the insertions that ``ours`` lists, in order, and nothing else.
    """

    kind: str
    title: str
    address: str
    parts: tuple[Section, ...] = ()
    names: tuple[str, ...] = ()
    by: str = ""
    about: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    date: str = ""
    edtf: str = ""
    language: str = "en"
    identity: str = ""
    ours: tuple[str, ...] = ()
