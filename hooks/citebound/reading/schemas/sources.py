"""The schema of ``source.yml`` (docs/format.md, Sources)."""

from __future__ import annotations

from citebound.model import GRADES
from citebound.reading.schemas import forms as form
from citebound.reading.schemas.forms import Schema
from citebound.reading.set_aside import HEADINGS, RANGE
from citebound.reading.sources import COVERAGE, NAMED, PARAGRAPH_RULES, RIGHTS, VOICE_KINDS

_TOLD = "what readers are told; quotation marks in them are the source's own"
_ACCOUNTED = "which sentences nothing uses and why, and what is accounted for, see Coverage"
_WHERE = "the number of the paragraph, counted from 1, headings included"

_VOICE = form.entry(
    "whose words a span of the source is",
    {
        "kind": form.word(
            "direct: in quotation marks; reported: told in the source's words; quoted: in "
            "quotation marks, not said by whom; unclear: perhaps reporting",
            VOICE_KINDS,
        ),
        "speaker": form.identity("the id of the actor who speaks; unnamed, if no name is given"),
        "via": form.identities("the ids of those through whom the words came, outermost first"),
        "cue": form.text("the words of the source that attribute the span to its speaker"),
        "antecedent": form.text("the words that a pronoun in the cue stands for"),
        "described": form.text("the source's own words for a speaker whom it does not name"),
        "from": form.text("the first words of the span, as in text.txt"),
        "to": form.text("the last words of the span, as in text.txt"),
        "para": form.number(f"of from, where it occurs more than once: {_WHERE}"),
        "to_para": form.number(f"of to, where the span ends in another paragraph: {_WHERE}"),
        "because": form.text("why the speaker is this one, where that is open; readers see it"),
        "narration": form.texts("words inside direct speech that are nobody's speech"),
        "proposed": form.flag("true: citebound draft proposed it, and nobody has looked at it yet"),
    },
    ("kind", "from", "to"),
)

_SET_ASIDE: Schema = {
    **form.entry(
        "a sentence, some paragraphs or all headings that nothing rests on, and why",
        {
            "sentence": form.text("one whole sentence, in the words of the text"),
            "para": form.numbers("a paragraph or several, such as 9 or 10-14", RANGE),
            "headings": form.word("all headings that nothing uses", HEADINGS),
            "reason": form.text("why nothing rests on it; readers see it"),
        },
        ("reason",),
    ),
    "anyOf": [{"required": [key]} for key in ("sentence", "para", "headings")],
}

_WHOLE = (
    *("format", "title", "publisher", "published", "language", "rights", "descriptor"),
    *("paragraphs", "sha256"),
)
"""What a source that is no draft has."""

_SOURCE = form.entry(
    "a source: what is known of it, and whose words each part of its text is",
    {
        "format": form.version("always 1"),
        "title": form.text(_TOLD),
        "short": form.text(
            "what the source is called beside its words, where its title is too long: neighbouring "
            "words of its title, author or publisher, and the year if need be; no other source is "
            "called so"
        ),
        "publisher": form.text(_TOLD),
        "author": form.text(_TOLD),
        "url": form.text(_TOLD),
        "published": form.edtf("the date of publication, as EDTF"),
        "known_from": form.table(
            "which fields are not printed in the pinned text, and where they are known from; "
            "readers are told",
            {key: f"where the field {key} is known from, such as address" for key in NAMED},
        ),
        "language": form.language("the language of the text, as a tag such as en, ru or my"),
        "rights": form.word("full, passages or metadata, see Rights", RIGHTS),
        "max_share": form.share(
            "the largest share of the text that may be published, such as 0.4; more is a finding"
        ),
        "descriptor": form.text(
            "what bears on the quality of the source (ICD 206): who reports, whether they were "
            "there, whom they quote"
        ),
        "grade": form.entry(
            "the editor's grade of the source, {mark: F, because: …}, see What a source is worth",
            {
                "mark": form.word("; ".join(f"{m}: {said}" for m, said in GRADES.items()), GRADES),
                "because": form.text("why it has this mark, in one or two sentences"),
            },
            ("mark", "because"),
        ),
        "circular": form.text(
            "how the source may only repeat what others reported, so that two sources would be one"
        ),
        "obtain": form.texts(
            "what to get next, as a text or a list of texts: the document itself, a speaker's own "
            "words"
        ),
        "paragraphs": form.word("lines or blank; written by citebound pin", PARAGRAPH_RULES),
        "sha256": form.sha256("the hash of text.txt; written by citebound pin"),
        "extracted": form.entry(
            "if the text was taken out of another file: which file, by what means, and that file's "
            "SHA-256",
            {
                "from": form.text("the file that the text was taken out of"),
                "by": form.text("by what means"),
                "raw_sha256": form.text("the SHA-256 of that file"),
            },
            ("from", "by", "raw_sha256"),
        ),
        "not_ends": form.texts("abbreviations that do not end a sentence, such as U.S."),
        "accepts": form.texts(
            "hidden or look-alike characters that the source really contains, such as U+200B"
        ),
        "voices": form.entries("whose words each span is, see Voices", _VOICE),
        "draft": form.flag(
            "true until it is whole: it is not published, nothing has to be said yet of its "
            "fields, sentences and quotation marks, and only drafts may cite it"
        ),
        "set_aside": form.entries(_ACCOUNTED, _SET_ASIDE),
        "coverage": form.word(_ACCOUNTED, COVERAGE),
        "replaces": form.identity("the id of the source that this one corrects"),
    },
    ("format",),
)

SOURCE: Schema = {**_SOURCE, "anyOf": [{"required": ["draft"]}, {"required": [*_WHOLE]}]}
"""What ``source.yml`` holds."""
