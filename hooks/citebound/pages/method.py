"""The method page: how to read and check this site."""

from __future__ import annotations

from citebound.claims import saying
from citebound.dates import OPEN_HORIZON_YEARS, RELATIVE
from citebound.indexes import Indexes
from citebound.model import VOICE_NAMES, VoiceKind
from citebound.pages.page import Page
from citebound.pages.page_writer import PageWriter
from citebound.passages.qualifier_words import QUALIFIERS
from citebound.shown.facts import SiteFacts
from citebound.shown.likelihood import CONFIDENCE, SCALE
from citebound.text import limiting
from citebound.text.languages import language_name

LANGUAGES = {tag: language_name(tag) for tag in ("en", "ru", "my")}
"""The languages that have lists here."""

VOICES = {
    VoiceKind.DIRECT: "the speaker’s own words, in quotation marks in the source",
    VoiceKind.REPORTED: "the source tells in its own words what the speaker said or thinks; these "
    "are never given as the speaker’s own words",
    VoiceKind.QUOTED: "in quotation marks in the source, which does not say who speaks",
    VoiceKind.UNCLEAR: "may go on reporting a speaker named before, or may be the source’s own; "
    "never counted as said by anybody",
    VoiceKind.OWN: "what the source says for itself",
}
"""What each kind of voice means, in a reader's words."""

STATUSES = {
    "held": "a vote or a meeting; the source says that it took place",
    "happened": "the source says that it happened",
    "ongoing": "the source says that it was going on when the source was written",
    "intended": "somebody meant to do it; the source does not say that it was done",
    "planned": "it was set for a time after the source was written",
    "postponed": "it was set for this time and then put off",
    "cancelled": "it was called off",
    "disputed": "our sources or briefings do not agree on it; each is named",
}
"""What each status of an event means."""

SECTIONS = (
    ("How to read a mark", "marks", "method_marks"),
    ("Whose words", "voices", "method_voices"),
    ("What “checked” and “reviewed” mean", "states", "method_states"),
    ("Our own sentences", "sentences", "method_sentences"),
    ("Words of likelihood", "likelihood", "method_likelihood"),
    ("Words of confidence", "confidence", "method_confidence"),
    ("Dates", "dates", "method_dates"),
    ("Cuts and insertions", "changes", "method_changes"),
    ("How to repeat a check", "repeat", "method_repeat"),
    ("Corrections and addresses", "corrections", "method_corrections"),
    ("Colours", "colours", "method_colours"),
)
"""The sections: heading, address, template."""


def method_page(indexes: Indexes, facts: SiteFacts) -> Page:
    """How to read and check this site."""
    writer = PageWriter("method/", "How to read and check this site", indexes, facts)
    writer.block("method_lead")
    values: dict[str, dict[str, object]] = {
        "method_voices": {
            "voices": [(k.value, VOICE_NAMES[k], told) for k, told in VOICES.items()]
        },
        "method_likelihood": {"scale": SCALE},
        "method_confidence": {"levels": list(CONFIDENCE.items())},
        "method_dates": {
            "statuses": list(STATUSES.items()),
            "relative": [
                (
                    LANGUAGES[language],
                    language,
                    [(e.phrases, e.rule.means, e.rule.forward) for e in entries],
                )
                for language, entries in RELATIVE.items()
            ],
            "horizon": OPEN_HORIZON_YEARS,
        },
        "method_sentences": {
            "saying": [(tag, name, saying.listed(tag)) for tag, name in LANGUAGES.items()],
            "limiting": [(tag, name, limiting.listed(tag)) for tag, name in LANGUAGES.items()],
        },
        "method_changes": {
            "qualifiers": [(tag, language_name(tag), words) for tag, words in QUALIFIERS.items()]
        },
        "method_repeat": {"sources": [indexes.sources[s].source for s in sorted(indexes.sources)]},
    }
    for heading, anchor, template in SECTIONS:
        writer.heading(2, heading, anchor)
        writer.block(template, **values.get(template, {}))
    return writer.page(
        "method",
        "How to read a mark, what checked and reviewed mean and do not mean, the scale of "
        "likelihood, and how to repeat a check yourself.",
        listed=True,
    )
