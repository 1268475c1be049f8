"""A briefing's page, and the list of briefings."""

from __future__ import annotations

from citebound.checks.review import changes, state
from citebound.indexes import BriefingEntry, Indexes
from citebound.model import Briefing
from citebound.pages.glance import REVIEWED, put_glance
from citebound.pages.page import Page
from citebound.pages.page_writer import PageWriter
from citebound.pages.prose import Prose
from citebound.pages.small_timeline import put_events, scale_for
from citebound.shown.evidence import Numbering
from citebound.shown.facts import SiteFacts
from citebound.shown.likelihood import CONFIDENCE, explained
from citebound.shown.passage import between_marks, date_words, only_from, original_address
from citebound.shown.views import titled
from citebound.shown.worth import worth_words

ANCHORS = frozenset(
    {
        "top",
        "bottom-line",
        "judgements",
        "who",
        "when",
        "gaps",
        "sources",
        "corrections",
        "cite",
    }
)
"""The addresses of a briefing's own sections."""


REASONS = {
    "because": "Why the passages support it",
    "assumes": "What it assumes",
    "otherwise": "How else they may be read",
    "watch": "What would change it",
}
"""What a judgement says of itself beside its text, as the page calls it."""


def briefing_page(entry: BriefingEntry, indexes: Indexes, facts: SiteFacts) -> Page:
    """The page of a briefing: bottom line first, and each piece of evidence beside it."""
    briefing = entry.briefing
    bound = indexes.bindings[briefing.path]
    writer = PageWriter(briefing.address, briefing.title, indexes, facts)
    numbering = Numbering(briefing, bound, indexes)
    sources = [indexes.library.sources[s] for s in briefing.sources if s in indexes.library.sources]
    signed = (briefing, bound, indexes.library.sources)
    put_glance(writer, sources, state(*signed), f"{briefing.address}#sources")
    writer.block(
        "briefing_head",
        briefing=briefing,
        draft=briefing.path in indexes.public.drafts,
        written=date_words(briefing.date),
        amended=_amended(briefing),
        signed_on=date_words(briefing.review.date) if briefing.review else "",
        review=state(*signed),
        changed=len(changes(*signed)),
        marks=numbering.cite(briefing.summary_rests_on),
        notes=writer.notes(numbering),
    )
    if briefing.judgements:
        writer.heading(
            2, "Judgements" if len(briefing.judgements) > 1 else "Judgement", "judgements"
        )
        judgements = _judgements(entry, writer, numbering)
        writer.block("judgements", judgements=judgements, reasons=REASONS)
    prose = Prose(briefing, bound, writer, numbering, set(ANCHORS))
    writer.prose(prose.html(), prose.headings)
    _events(entry, writer, numbering)
    if briefing.gaps:
        who = "source does" if len(sources) == 1 else "sources do"
        writer.heading(2, f"What the {who} not say", "gaps")
        writer.block("gaps", gaps=briefing.gaps)
    writer.heading(2, "About the source" if len(sources) == 1 else "Sources", "sources")
    writer.block(
        "briefing_sources",
        sources=[
            (
                s,
                date_words(s.published) if s.published else "",
                only_from(s),
                original_address(s),
                worth_words(s),
            )
            for s in sources
        ],
    )
    writer.heading(2, "Corrections", "corrections")
    corrections = sorted(briefing.corrections, key=lambda c: c.date, reverse=True)
    writer.block("corrections", corrections=[(c, date_words(c.date)) for c in corrections])
    writer.heading(2, "Cite this page", "cite")
    writer.block("cite", text=_citation(briefing, facts))
    return writer.page("briefing", briefing.summary, edit=briefing.path)


def _judgements(
    entry: BriefingEntry, writer: PageWriter, numbering: Numbering
) -> list[dict[str, object]]:
    return [
        {
            "judgement": judgement,
            "explained": explained(judgement.likelihood or ""),
            "confidence": CONFIDENCE.get(judgement.confidence or "", ""),
            "marks": numbering.cite(judgement.rests_on),
            "notes": writer.notes(numbering),
        }
        for judgement, _ in entry.judgements
    ]


def _events(entry: BriefingEntry, writer: PageWriter, numbering: Numbering) -> None:
    actors = dict.fromkeys((*entry.actors, *entry.named))
    if actors:
        writer.heading(2, "Who is in it", "who")
        writer.block("actor_list", actors=[writer.actor(actor) for actor in actors])
    if not entry.events:
        return
    told = []
    for event in sorted(entry.events, key=lambda e: e.date.is_open_start):
        mine = [e for e in entry.briefing.events if e.id == event.id]
        marks = numbering.cite(name for e in mine for name in e.evidence)
        told.append((event, marks, writer.notes(numbering), ()))
    writer.heading(2, "When", "when")
    put_events(writer, told, scale_for(entry.events))


def _amended(briefing: Briefing) -> str:
    """The day of the latest correction, if it is later than the page."""
    latest = max((str(c.date) for c in briefing.corrections), default="")
    return date_words(latest) if latest > str(briefing.date) else ""


def _citation(briefing: Briefing, facts: SiteFacts) -> str:
    amended = _amended(briefing)
    dates = date_words(briefing.date) + (f", amended {amended}" if amended else "")
    where = facts.absolute(briefing.address) or briefing.address
    return f"{between_marks(briefing.title)}, {facts.site_name}, {dates}, {where}"


def briefings_page(indexes: Indexes, facts: SiteFacts) -> Page:
    """The list of briefings, newest first."""
    writer = PageWriter("briefings/", "Briefings", indexes, facts)
    writer.block("briefing_cards", cards=briefing_cards(indexes))
    return writer.page("briefings", "All briefings, newest first, each with its bottom line.",
                      listed=True)  # fmt: skip


def newest_first(indexes: Indexes) -> list[BriefingEntry]:
    """Briefings by the day they were written, the newest first, of a day the lead first, then by
    id.
    """
    by_id = sorted(indexes.briefings, key=lambda entry: entry.briefing.id)
    return sorted(
        by_id, key=lambda entry: (str(entry.briefing.date), entry.briefing.lead), reverse=True
    )


def _card_facts(briefing: Briefing, indexes: Indexes) -> str:
    """When it was written, whether somebody has reviewed it, and whether it is a draft."""
    reviewed = REVIEWED[state(briefing, indexes.bindings[briefing.path], indexes.library.sources)]
    draft = " · draft" if briefing.path in indexes.public.drafts else ""
    return f"{date_words(briefing.date)} · {reviewed}{draft}"


def briefing_cards(indexes: Indexes) -> list[dict[str, object]]:
    """The briefings as cards, newest first."""
    return [
        {
            "page": titled(entry.briefing),
            "summary": entry.briefing.summary,
            "facts": _card_facts(entry.briefing, indexes),
        }
        for entry in newest_first(indexes)
    ]
