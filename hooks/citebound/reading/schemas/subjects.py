"""The schemas of the front matter of briefings and actors (docs/format.md, Briefings)."""

from __future__ import annotations

from collections.abc import Mapping

from citebound.reading.fields import LANGUAGE, TAKEN, TAKEN_IN_THE_LIST
from citebound.reading.schemas import forms as form
from citebound.reading.schemas.events import EVENT, FACT
from citebound.reading.schemas.forms import Schema
from citebound.reading.subjects import ACTOR_KINDS, CONFIDENCES, LIKELIHOODS, NAMES

_JUDGEMENT: Schema = {
    **form.entry(
        "a judgement of ours",
        {
            "id": form.identity("its id, which is its address"),
            "text": form.text("the judgement, in your own words"),
            "likelihood": form.word("how likely it is, in the words of ICD 203", LIKELIHOODS),
            "confidence": form.word("how sure we are of it", CONFIDENCES),
            "rests_on": form.texts("the names of the footnotes that it rests on"),
            "because": form.text("why the passages support it"),
            "assumes": form.text("what it takes for granted"),
            "otherwise": form.text("another reading of the passages"),
            "watch": form.text("what would change it"),
        },
        ("id", "text", "rests_on"),
    ),
    "oneOf": [{"required": [key]} for key in ("likelihood", "confidence")],
}

_CORRECTION = form.entry(
    "a correction",
    {
        "date": form.day("the day on which it was corrected"),
        "was": form.text("what the page said"),
        "is": form.text("what it says now"),
        "why": form.text("the reason"),
        "judgement": form.identity("the id of the judgement that it withdraws"),
    },
    ("date", "was", "is", "why"),
)

_SIGNED = form.entry(
    "a signature for a cut, an insertion or a start that is refused until signed",
    {
        "footnote": form.text("the name of the footnote of the quotation"),
        "words": form.text("words of the quotation, where the footnote has several"),
        "why": form.text("why the change does no harm"),
        "by": form.text("who signs"),
    },
    ("footnote", "why", "by"),
)

_ANSWER = form.entry(
    "what the reviewer answered",
    {
        "statement": form.text("the digest of the statement"),
        "asked": form.text("what was asked: the code of a warning, pronoun or reading"),
        "question": form.text("the question"),
        "answer": form.text("the answer"),
    },
    ("statement", "asked", "question", "answer"),
)

_REVIEW = form.entry(
    "{by, date, fingerprint, answers}, written by citebound sign, never by hand",
    {
        "by": form.text("who signed"),
        "date": form.day("the day on which it was signed"),
        "fingerprint": form.text("what was signed, as a digest"),
        "answers": form.entries("what the reviewer answered", _ANSWER),
    },
    ("by", "date", "fingerprint"),
)

_GONE = form.entry(
    "{date, why} of a page that was taken down",
    {
        "date": form.day("the day on which it was taken down"),
        "why": form.text("why it was taken down; the page says so"),
    },
    ("date", "why"),
)

_FORMERLY = "earlier addresses, each of which becomes a redirect"
_SHARED: Mapping[str, Schema] = {
    "terms": form.texts("terms of our own"),
    "not_ends": form.texts("abbreviations that do not end a sentence, such as paras."),
    "signed": form.entries("signatures, see Cuts and insertions", _SIGNED),
    "gone": _GONE,
}

BRIEFING = form.entry(
    "the front matter of a briefing",
    {
        "format": form.version("always 1"),
        "title": form.text("what the briefing is called, in your own words"),
        "date": form.day("the day on which the briefing was written, never before its sources"),
        "summary": form.text_or(
            form.text(
                "the bottom line; or {text: …, rests_on: [footnotes]}, which gives it footnote "
                "marks like any sentence"
            ),
            form.entry(
                "the bottom line, with the footnotes that it rests on",
                {
                    "text": form.text("the bottom line, in your own words"),
                    "rests_on": form.texts("the names of the footnotes that it rests on"),
                },
                ("text", "rests_on"),
            ),
        ),
        "sources": form.identities(
            "the sources that it cites, and no others; citebound fix writes the list"
        ),
        "judgements": form.entries(
            "A judgement has id, text, rests_on (footnotes), and either likelihood (ICD 203) or "
            "confidence: low | moderate | high, never both.",
            _JUDGEMENT,
        ),
        "events": form.entries(
            "An event has id, title, date, status, actors and evidence (footnotes), and may have "
            "search_names, by which the search finds it and the briefing that defines it (MoU); "
            "they are never evidence, and none is a name, an alias, an adjective or a search name "
            "of an actor (alias-twice).",
            EVENT,
        ),
        "gaps": form.texts("what is not known"),
        "corrections": form.entries(
            "[{date, was, is, why}]; the latest is the “significantly amended” of the page, if it "
            "is later than date. One that withdraws a judgement has judgement: with its id, so "
            "that its address goes on to lead to what became of it; see Corrections",
            _CORRECTION,
        ),
        "formerly": form.identities(_FORMERLY, TAKEN),
        "lead": form.flag("true: stands first among the briefings of its day"),
        "draft": form.flag("true: shown by mkdocs serve only"),
        "review": _REVIEW,
        **_SHARED,
    },
    ("format", "title", "date", "summary", "sources"),
)
"""The front matter of a briefing."""

ACTOR: Schema = {
    **form.entry(
        "the front matter of an actor",
        {
            "format": form.version("always 1"),
            "name": form.text(
                "if the source does not say which one is meant (“State media”), the name says so: "
                "“State media (country not named)”"
            ),
            "kind": form.word("person, organisation, state or group", ACTOR_KINDS),
            "names": form.table(
                "honorific and patronymic (an alias that a source prints has them), sort key, the "
                "name in other scripts (given by you; nothing compares it); Burmese names have no "
                "surname, so U Thein Soe is sorted under T",
                dict(
                    zip(
                        NAMES, ("such as U or Dr", "such as Petrovich", "its sort key"), strict=True
                    )
                ),
                (LANGUAGE, "the name in another script, by the tag of its language"),
            ),
            "aliases": form.texts(
                "what the sources print, in their spelling, ’s and the endings of cases apart: an "
                "alias that stands in no source is a finding, unsupported-name; one for the search "
                "alone is a search name"
            ),
            "adjectives": form.texts(
                "such as Russian: the word is supported where the evidence names the actor, and "
                "the other way round; it never makes the actor part of an event, and is not an "
                "alias"
            ),
            "search_names": form.texts(
                "what a reader may type, such as Burma; the search finds the actor by them, and a "
                "page of the actor shows them as “also found by”; they are never evidence"
            ),
            "facts": form.entries(
                "[{text, evidence: [footnote], date}]; the date is optional", FACT
            ),
            "in_list": form.flag("true: the actor has no page of its own, see Actors in the list"),
            "formerly": form.identities(_FORMERLY, TAKEN_IN_THE_LIST),
            **_SHARED,
        },
        ("name", "kind"),
    ),
    "if": {"properties": {"in_list": {"enum": [True, "true"]}}, "required": ["in_list"]},
    "then": {
        "anyOf": [
            {"properties": {"facts": {"type": "array", "minItems": 1}}, "required": ["facts"]},
            {"required": ["gone"]},
        ]
    },
}
"""The front matter of an actor."""
