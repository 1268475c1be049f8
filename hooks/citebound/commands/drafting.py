"""``citebound draft``: what can be proposed of a new source, and what its editor has to say."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence

from citebound.claims.known_names import KnownNames
from citebound.claims.proposed_voices import ProposedVoice, Question, proposed, unknown_speakers
from citebound.commands.output import HOLDS, cannot, say
from citebound.commands.root import project_root
from citebound.model import Source
from citebound.problems import beginning_of, did_you_mean
from citebound.problems.printing import counted, escaped
from citebound.publish import verify
from citebound.text.headings import headings_of
from citebound.writing.files import replace_files
from citebound.writing.new_source import id_of
from citebound.writing.set_aside import KEY, headings_entry
from citebound.writing.yaml_lists import with_entries


def run_draft(options: argparse.Namespace) -> int:
    """Print proposals and questions for a source; with ``--write``, write the proposals."""
    root = project_root(options.root)
    library = verify(root).library
    source = library.sources.get(options.source)
    if source is None:
        hint = did_you_mean(options.source, library.sources)
        return cannot(f"there is no source {options.source}{hint and f'; {hint}'}")
    if source.id in library.broken:
        return cannot(f"{source.id} cannot be relied on; citebound check says why")
    if options.write and not source.draft:
        return cannot(f"{source.id} is no draft: write draft: true into {source.path} first")
    naming = KnownNames(library)
    found = [*proposed(source, naming)]
    voices = [one for one in found if isinstance(one, ProposedVoice)]
    questions = [one for one in found if isinstance(one, Question)]
    headings = headings_of(source.text, source.paragraphs, source.sentences)
    aside = {one.span for one in source.set_aside}
    new = [s for span in headings for s in source.sentences_in(span) if s.span not in aside]
    for line in _told(voices, questions, unknown_speakers(source, naming), len(new)):
        say(escaped(line))
    if not options.write:
        return HOLDS
    path = root / source.path
    text = path.read_text(encoding="utf-8")
    if voices:
        text = with_entries(text, "voices", [_entry(voice, source) for voice in voices])
    if new and not any(one.heading for one in source.set_aside):
        text = with_entries(text, KEY, [headings_entry("a heading")])
    replace_files({path: text})
    say(f"Written into {source.path}. Each voice counts once you have taken out proposed: true.")
    return HOLDS


def _told(
    voices: Sequence[ProposedVoice],
    questions: Sequence[Question],
    unknown: Mapping[str, tuple[int, ...]],
    headings: int,
) -> Iterator[str]:
    """What is proposed and asked, line by line."""
    yield f"{counted(len(voices), 'voice')} proposed"
    for voice in voices:
        said = f"{voice.speaker}, by “{voice.cue}”" if voice.speaker else "quoted, not said by whom"
        yield f"  para. {voice.paragraph}: {beginning_of(voice.words)}: {said}"
    if headings:
        yield f"{counted(headings, 'heading')} to be set aside"
    if unknown:
        ids = " ".join(filter(None, map(id_of, unknown)))
        yield f"Who are they? citebound new actor {ids}"
        for name, paragraphs in unknown.items():
            yield f"  {name}: para. {', '.join(map(str, paragraphs))}"
    if questions:
        yield f"{counted(len(questions), 'question')}: whose words are these?"
        for question in questions:
            words = beginning_of(question.words)
            yield f"  para. {question.paragraph}: {words}: {question.why}"


def _entry(voice: ProposedVoice, source: Source) -> str:
    """A voice as an entry of ``voices``; its paragraph where its words stand more than once."""
    fields = [f"kind: {voice.kind}"]
    if voice.speaker:
        fields += [f"speaker: {voice.speaker}", f"cue: {_quoted(voice.cue)}"]
    fields += [f"from: {_quoted(voice.start)}", f"to: {_quoted(voice.end)}"]
    if source.text.count(voice.start) > 1:
        fields.append(f"para: {voice.paragraph}")
    return f"{{{', '.join(fields)}, proposed: true}}"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
