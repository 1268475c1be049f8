"""``citebound new``: an empty briefing, or pages of actors."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from citebound.commands.output import HOLDS, cannot, say
from citebound.commands.root import project_root
from citebound.model import Source
from citebound.problems import NOWHERE, did_you_mean
from citebound.publish import verify
from citebound.reading.fields import TAKEN, TAKEN_IN_THE_LIST, not_an_id
from citebound.writing.files import replace_files
from citebound.writing.new_pages import actor_text, briefing_text, passage_text


def run_new(options: argparse.Namespace) -> int:
    """Write an empty briefing, or empty pages of actors: all of them, or none."""
    root = project_root(options.root)
    library = verify(root).library
    taken = TAKEN if options.kind == "briefing" else TAKEN_IN_THE_LIST
    for name in options.ids:
        wrong = not_an_id(name, NOWHERE, taken)
        if wrong is not None:
            return cannot(f"{wrong.message}: {wrong.hint}")
    if options.kind == "briefing":
        if len(options.ids) > 1:
            return cannot("one briefing at a time")
        sources = options.source or [*library.sources][:1]
        for source in sources:
            if source not in library.sources:
                hint = did_you_mean(source, library.sources)
                return cannot(f"there is no source {source}{hint and f'; {hint}'}")
        there = {briefing.id: briefing.path for briefing in library.briefings}
        written = dict(_briefing(root, options.ids[0], sources))
        if options.passages:
            held = [library.sources[source] for source in sources]
            written = {path: text + _passages(held) for path, text in written.items()}
    else:
        there = {actor.id: actor.path for actor in library.actors.values()}
        written = {root / f"docs/actors/{name}.md": actor_text(name) for name in options.ids}
    known = [there[name] for name in options.ids if name in there]
    known += [path.relative_to(root).as_posix() for path in written if path.exists()]
    if known:
        return cannot(f"{known[0]} is there already; nothing was written")
    for path in written:
        path.parent.mkdir(parents=True, exist_ok=True)
    replace_files(written)
    say("\n".join(path.relative_to(root).as_posix() for path in written))
    return HOLDS


def _briefing(root: Path, slug: str, sources: list[str]) -> Iterator[tuple[Path, str]]:
    today = datetime.now(UTC).date().isoformat()
    yield root / f"briefings/{today[:7]}-{slug}.md", briefing_text(slug, today, sources)


def _passages(sources: Iterable[Source]) -> str:
    """Each sentence of some sources that is not set aside, in order, as a block quotation."""
    return "\n".join(
        passage_text(sentence.span.of(source.text), source.id, sentence.paragraph)
        for source in sources
        if source.quotable
        for sentence in source.sentences
        if sentence.span not in {one.span for one in source.set_aside}
    )
