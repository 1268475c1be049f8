"""What a reviewer reads about each kind of statement: what it is, what it rests on where it has no
passage of its own, and what “supported” means for it.
"""

from __future__ import annotations

from collections.abc import Mapping

from citebound.checks.signed import OF_SOURCES
from citebound.checks.signed import SignedKind as Kind

NAMED: Mapping[Kind, str] = {
    Kind.TITLE: "title",
    Kind.SUMMARY: "summary",
    Kind.JUDGEMENT: "judgement",
    Kind.EVENT: "event",
    Kind.ADDED: "evidence added to an event",
    Kind.GAP: "gap",
    Kind.WAS: "correction, what the page said",
    Kind.NOW: "correction, what the page says now",
    Kind.WHY: "correction, why",
    Kind.DAY: "correction, its date",
    Kind.SENTENCE: "sentence",
    Kind.ANALYSIS: "our analysis",
    Kind.ITEM: "item of a list",
    Kind.CELL: "cell of a table",
    Kind.HEAD: "head of a column",
    Kind.HEADING: "heading",
    Kind.BLOCK: "block quotation",
    Kind.ATTRIBUTION: "line under a block quotation",
    Kind.NOTE: "note in a footnote",
    Kind.DESCRIPTOR: "what a source is",
    Kind.GRADE: "why a source has its grade",
    Kind.CIRCULAR: "whom a source may only repeat",
    Kind.OBTAIN: "what to obtain next",
    Kind.VOICED: "why words are somebody’s",
}
"""What each kind is called."""

WHOLE = frozenset((Kind.TITLE, Kind.SUMMARY, Kind.GAP, Kind.NOW, Kind.HEAD, Kind.HEADING))
"""What rests on all passages of its page, unless it has some of its own."""

HELD: Mapping[Kind, str] = {
    Kind.ANALYSIS: "our own analysis: no passage is asked of it",
    Kind.WAS: "no passage is asked of what was wrong",
    Kind.WHY: "our own reason: no passage is asked of it",
    Kind.DAY: "no passage is asked of it",
    Kind.NOTE: "no passage: the words of this place may not be shown",
    **dict.fromkeys(OF_SOURCES, "the whole of the source"),
}
"""What needs no passage, and why."""

MEANT: Mapping[Kind, str] = {
    Kind.TITLE: "it says no more than the passages do.",
    Kind.SUMMARY: "it says no more than the passages do.",
    Kind.HEADING: "it says no more than the passages do.",
    Kind.HEAD: "it says rightly what stands in its column.",
    Kind.JUDGEMENT: "they bear it out, as likely or as surely as it says, and its reasons hold.",
    Kind.EVENT: "they say it, with this date and status, and give each actor this role.",
    Kind.ADDED: "they tell of this event, and give each actor this role.",
    Kind.GAP: "none of them answers it, and what it says of the sources is so.",
    Kind.WAS: "the page did say this.",
    Kind.NOW: "the page says this now, and the passages say it.",
    Kind.WHY: "this is why it was corrected.",
    Kind.DAY: "the page was corrected on this day.",
    Kind.ANALYSIS: "it reads the page fairly, and tells no fact that no passage says.",
    Kind.ITEM: "they say it, read after what stands before its list.",
    Kind.CELL: "they say it of its row, under its head.",
    Kind.BLOCK: "these are the words, and whose words they are is right.",
    Kind.DESCRIPTOR: "the source is such, and nobody does or says here what it does not say.",
    Kind.GRADE: "the reason holds, and nobody does or says here what the source does not say.",
    Kind.CIRCULAR: "it may be so, by what the source says of where it has its words.",
    Kind.OBTAIN: "it would tell more, and the source says that there is or may be such a thing.",
    Kind.VOICED: "the words are this speaker’s for this reason.",
    Kind.ATTRIBUTION: "it says rightly whose words stand above it.",
}
"""What “supported” means, where it does not go without saying."""
