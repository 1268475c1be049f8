"""The quotation index: every passage once, with whose words it is and where it is used."""

from __future__ import annotations

from citebound.indexes import Indexes, QuotationEntry
from citebound.model import VOICE_NAMES, Briefing, VoiceKind
from citebound.pages.page import Page
from citebound.pages.page_writer import PageWriter
from citebound.shown.facts import SiteFacts
from citebound.shown.passage import PassageShown, actor_name
from citebound.shown.views import UseShown, titled, use_shown

ROWS = 300
"""The largest number of quotations on a page."""


def quotation_pages(indexes: Indexes, facts: SiteFacts) -> tuple[Page, ...]:
    """The pages of the index: ``quotations/``, ``quotations/2/``, and so on."""
    entries = indexes.quotations
    parts = [entries[at : at + ROWS] for at in range(0, len(entries), ROWS)] or [()]
    return tuple(
        _page(number, part, len(parts), indexes, facts) for number, part in enumerate(parts, 1)
    )


def _address(number: int) -> str:
    """The address of a page of the index."""
    return "quotations/" if number == 1 else f"quotations/{number}/"


def _page(
    number: int,
    part: tuple[QuotationEntry, ...],
    pages: int,
    indexes: Indexes,
    facts: SiteFacts,
) -> Page:
    title = "Quotations" if number == 1 else f"Quotations, page {number}"
    writer = PageWriter(_address(number), title, indexes, facts)
    if not part:
        writer.block("empty", words="There are no quotations yet.")
        return writer.page("quotations", "No quotations yet.", listed=True)
    heard = {kind for entry in part for kind in entry.heard}
    speakers = {name: actor_name(name, indexes).name for q in part for name in q.speaking}
    briefings = {b.id: str(b.title) for q in part for b in _briefings(q)}
    sources = {q.source.id: str(q.source.title) for q in part}
    writer.block(
        "quotation_index",
        rows=[_row(entry, writer) for entry in part],
        speakers=sorted(speakers.items(), key=lambda item: (item[1].casefold(), item[0])),
        sources=sorted(sources.items(), key=lambda item: (item[1].casefold(), item[0])),
        voices=[(kind.value, VOICE_NAMES[kind]) for kind in VoiceKind if kind in heard],
        briefings=sorted(briefings.items(), key=lambda item: (item[1].casefold(), item[0])),
        number=number,
        pages=[(n, _address(n)) for n in range(1, pages + 1)],
        total=len(indexes.quotations),
    )
    return writer.page(
        "quotations",
        f"All {len(indexes.quotations)} quotations of the site, each with whose words it is, its "
        f"place in the source and where it is used{'' if number == 1 else f'; page {number}'}.",
        listed=number == 1,
    )


def _briefings(entry: QuotationEntry) -> list[Briefing]:
    found = {u.subject.id: u.subject for u in entry.uses if isinstance(u.subject, Briefing)}
    return list(found.values())


def _row(
    entry: QuotationEntry, writer: PageWriter
) -> tuple[PassageShown, list[UseShown], str, list[object], str, str]:
    briefings = _briefings(entry)
    return (
        writer.show(entry.passage),
        [use_shown(use) for use in entry.uses],
        " ".join(briefing.id for briefing in briefings),
        [titled(briefing) for briefing in briefings],
        " ".join(kind.value for kind in entry.heard),
        " ".join(entry.speaking),
    )
