"""Sources: ``seeds/<source-id>/`` with ``source.yml`` beside the pinned ``text.txt``."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from citebound.model import (
    GRADES,
    Extraction,
    Grade,
    Source,
    Text,
    VoiceKind,
)
from citebound.problems import Place, Problem, Thing
from citebound.reading.fields import Fields, not_an_id
from citebound.reading.files import first_link, read_text, relative
from citebound.reading.pinned_text import changed, pinned, text_problems
from citebound.reading.set_aside import set_aside_of
from citebound.reading.voices import VoiceEntry, voices_of
from citebound.reading.yaml_text import read_yaml
from citebound.text.sentences import paragraphs_of, sentences_of

COPIED = ("from", "to", "cue", "sentence", "antecedent", "described", "narration")
"""The fields of ``source.yml`` that hold words of the text, with whatever is in it."""

NAMED = ("title", "publisher", "author", "url", "published", "language")
"""The fields of a source that may be known from elsewhere than its text."""

COVERAGE = ("whole", "used")
"""What of a source its editor accounts for: each sentence, or what briefings use."""

RIGHTS = ("full", "passages", "metadata")
"""What of a source may be published."""

PARAGRAPH_RULES = ("lines", "blank")
"""What separates the paragraphs of a text: the ends of lines, or blank lines."""

VOICE_KINDS = tuple(kind.value for kind in VoiceKind if kind is not VoiceKind.OWN)
"""The kinds of voices that an editor writes; what is left is the source's own."""

_VOICE = "{kind: reported, speaker: anna-matveeva, cue: …, from: …, to: …}"


def read_sources(
    root: Path,
) -> tuple[dict[str, Source], frozenset[str], tuple[Problem, ...]]:
    """Every source of a project, by id, the ids of those that cannot be relied on,
    and what is wrong with them. A folder whose name is not an id is only read for its findings.
    """
    sources: dict[str, Source] = {}
    broken: set[str] = set()
    problems: list[Problem] = []
    for folder in _folders(root):
        source, found = read_source(root, folder)
        unreliable = source is None or any(problem.code == "source-changed" for problem in found)
        text = Thing("source", folder.name)
        problems += (problem.explaining(text) for problem in found) if unreliable else found
        unnamed = not_an_id(folder.name, Place(relative(root, folder / "source.yml")))
        if unnamed is not None:
            problems.append(unnamed)
            continue
        if source is not None:
            sources[source.id] = source
        if unreliable:
            broken.add(folder.name)
    return sources, frozenset(broken), tuple(problems)


def _folders(root: Path) -> Iterator[Path]:
    """The folders of ``seeds/``, links to folders among them, in the order of their names."""
    seeds = root / "seeds"
    if seeds.is_dir() and first_link(root, seeds) is None:
        yield from sorted(
            Path(entry.path)
            for entry in os.scandir(seeds)
            if entry.is_dir() and entry.name[0] not in "._"
        )


def read_source(root: Path, folder: Path) -> tuple[Source | None, tuple[Problem, ...]]:
    """One source, or none if its text cannot be read."""
    problems: list[Problem] = []
    path = folder / "source.yml"
    name = relative(root, path)
    described, found = read_text(root, path)
    problems += found
    text, found = pinned(root, folder / "text.txt")
    problems += found
    if described is None or text is None:
        return None, tuple(problems)
    values, found = read_yaml(described, name, copied=COPIED, pinned=text[0])
    problems += found
    if values is None:
        return None, tuple(problems)
    source = _source(Fields(values, "the source", problems), folder.name, text[0], name)
    if source.sha256 and text[1] != source.sha256:
        # Whatever else does not fit follows from the change.
        return source, (changed(source, text[1]),)
    problems += text_problems(source, text[0])
    if source.draft:
        # Its editor is still at it.
        problems = [problem for problem in problems if problem.code != "missing-field"]
    return source, tuple(problems)


def _source(fields: Fields, source_id: str, text: str, path: str) -> Source:
    """The source that ``source.yml`` describes, its spans found in the text."""
    fields.format()
    share = fields.text("max_share")
    not_ends = fields.texts("not_ends")
    pin = f"citebound pin {source_id} writes it"
    rule = fields.word("paragraphs", PARAGRAPH_RULES, needed=True, hint=pin) or "lines"
    paragraphs = paragraphs_of(text, rule)
    extracted = fields.map("extracted", "extracted", "{from: …, by: …, raw_sha256: …}")
    grade = fields.map("grade", "the grade", "{mark: F, because: …}")
    language = fields.language("language") or "en"
    source = Source(
        id=source_id,
        text=text,
        title=fields.text("title", needed=True) or Text(source_id),
        short=fields.text("short") or Text(""),
        publisher=fields.text("publisher", needed=True) or Text(""),
        author=fields.text("author") or Text(""),
        url=fields.text("url") or Text(""),
        published=fields.edtf("published", needed=True) or Text(""),
        known_from=fields.table("known_from", NAMED, "{published: address}"),
        language=language,
        rights=fields.word("rights", RIGHTS, needed=True) or "passages",
        max_share=_share(fields, share),
        descriptor=_in_one_line(fields.text("descriptor", needed=True)),
        grade=None if grade is None else _grade(grade),
        circular=_in_one_line(fields.text("circular")),
        obtain=tuple(map(_in_one_line, fields.texts("obtain"))),
        paragraph_rule=rule,
        sha256=fields.text("sha256", needed=True, hint=pin) or "",
        extracted=None if extracted is None else _extraction(extracted),
        replaces=fields.id("replaces"),
        not_ends=tuple(not_ends),
        coverage=fields.word("coverage", COVERAGE) or "whole",
        draft=fields.flag("draft"),
        accepts=fields.texts("accepts"),
        paragraphs=paragraphs,
        sentences=sentences_of(text, paragraphs, not_ends, language),
        path=path,
    )
    voices, found = voices_of(source, tuple(_voice_entries(fields)))
    fields.problems += found
    source = replace(source, voices=voices)
    source = replace(source, set_aside=set_aside_of(fields, source))
    fields.close()
    return source


def _in_one_line(text: Text | None) -> Text:
    return Text("") if text is None else Text(" ".join(text.split()), text.place)


def _share(fields: Fields, share: Text | None) -> float | None:
    if share is None:
        return None
    try:
        value = float(share.removesuffix("%")) / (100 if share.endswith("%") else 1)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        fields.report(share.place, "wrong-type", f"{share!s} is not a share", "such as 0.4 or 40%")
        return None
    return value


def _grade(fields: Fields) -> Grade | None:
    """The grade of a source: never without its reason."""
    mark = fields.word("mark", GRADES, needed=True)
    because = fields.text("because", needed=True)
    fields.close()
    return Grade(mark, _in_one_line(because)) if mark and because else None


def _extraction(fields: Fields) -> Extraction:
    extraction = Extraction(
        fields.text("from", needed=True) or Text(""),
        fields.text("by", needed=True) or Text(""),
        fields.text("raw_sha256", needed=True) or Text(""),
    )
    fields.close()
    return extraction


def _voice_entries(fields: Fields) -> Iterator[VoiceEntry]:
    for voice in fields.maps("voices", "a voice", _VOICE):
        kind = voice.word("kind", VOICE_KINDS, needed=True)
        start, end = voice.text("from", needed=True), voice.text("to", needed=True)
        entry = (
            voice.id("speaker"),
            voice.ids("via"),
            voice.text("cue"),
            _number(voice, "para"),
            _number(voice, "to_para"),
        )
        further = (
            voice.text("antecedent"),
            voice.text("described"),
            voice.text("because"),
            voice.texts("narration"),
            voice.flag("proposed"),
        )
        voice.close()
        if kind and start and end:
            yield VoiceEntry(VoiceKind(kind), start, end, *entry, voice.place, *further)


def _number(fields: Fields, key: str) -> int | None:
    text = fields.text(key)
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 7 and int(text)):
        fields.report(
            text.place, "wrong-type", f"{key} is not the number of a paragraph", "such as 9"
        )
        return None
    return int(text)
