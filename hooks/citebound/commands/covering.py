"""``citebound set-aside``: what of a source nothing rests on, written into its ``source.yml``."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable

from citebound.checks.sources import sentences_used
from citebound.commands.output import HOLDS, cannot, say
from citebound.commands.root import project_root
from citebound.model import Source, Span
from citebound.problems import did_you_mean
from citebound.problems.printing import counted
from citebound.publish import verify
from citebound.text.headings import headings_of
from citebound.writing.files import replace_files
from citebound.writing.set_aside import KEY, entries_for, headings_entry
from citebound.writing.yaml_lists import with_entries

_PARAGRAPHS = re.compile(r"([1-9][0-9]{0,5})(?:-([1-9][0-9]{0,5}))?")


class _NoSuchPlaceError(Exception):
    """Why paragraphs cannot be set aside."""


def run_set_aside(options: argparse.Namespace) -> int:
    """Set the sentences of some paragraphs aside, those left out that a passage uses; or all
    headings.
    """
    root = project_root(options.root)
    verified = verify(root)
    source = verified.library.sources.get(options.source)
    if source is None:
        hint = did_you_mean(options.source, verified.library.sources)
        return cannot(f"there is no source {options.source}{hint and f'; {hint}'}")
    if source.id in verified.library.broken:
        return cannot(f"{source.id} cannot be relied on; citebound check says why")
    reason = " ".join(options.reason.split())
    if not reason:
        return cannot("--reason says in a few words why nothing rests on them")
    if options.headings == bool(options.para):
        return cannot("say what is set aside: --para 10-14, or --headings")
    used = sentences_used(source, verified.library, verified.bindings)
    aside = {one.span for one in source.set_aside}
    try:
        wanted = _headings(source) if options.headings else _sentences(source, options.para)
    except _NoSuchPlaceError as error:
        return cannot(str(error))
    new = {span for span in wanted if span not in used and span not in aside}
    if not new:
        say("There was nothing to write: all of it is used or set aside.")
        return HOLDS
    path = root / source.path
    entries = [headings_entry(reason)] if options.headings else entries_for(source, new, reason)
    replace_files({path: with_entries(path.read_text(encoding="utf-8"), KEY, entries)})
    say(f"{source.path}: {counted(len(new), 'sentence')} set aside")
    left = [source.paragraph_at(span.start) for span in wanted if span in used]
    for number in dict.fromkeys(left):
        say(f"para. {number}: {counted(left.count(number), 'sentence')} left out, being used")
    return HOLDS


def _headings(source: Source) -> tuple[Span, ...]:
    spans = headings_of(source.text, source.paragraphs, source.sentences)
    if not spans:
        raise _NoSuchPlaceError(f"no paragraph of {source.id} is a heading")
    return tuple(s.span for span in spans for s in source.sentences_in(span))


def _sentences(source: Source, ranges: Iterable[str]) -> tuple[Span, ...]:
    """The sentences of the paragraphs of some ranges, such as ``10-14``."""
    numbers: set[int] = set()
    for words in ranges:
        read = _PARAGRAPHS.fullmatch(words)
        if read is None:
            raise _NoSuchPlaceError(f"--para {words} names no paragraphs: such as 9 or 10-14")
        first, last = int(read[1]), int(read[2] or read[1])
        if not first <= last <= len(source.paragraphs):
            raise _NoSuchPlaceError(
                f"there are no paragraphs {words}: {source.id} has {len(source.paragraphs)}"
            )
        numbers.update(range(first, last + 1))
    return tuple(s.span for s in source.sentences if s.paragraph in numbers)
