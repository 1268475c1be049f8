"""``citebound sign``, ``fix``, ``pin`` and ``move``: the commands that write editors' files."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from citebound.checks.cited_sources import sources_cited
from citebound.checks.sources import sentences_used
from citebound.commands.output import FOUND, HOLDS, cannot, say
from citebound.commands.root import project_root
from citebound.model import Briefing, Subject
from citebound.passages.matching import SearchableSource
from citebound.passages.repeats import repeatable
from citebound.problems.printing import counted
from citebound.publish import Verified, verify
from citebound.reading.fields import ID
from citebound.reading.pinned_text import text_problems
from citebound.reading.sources import read_source
from citebound.writing import edits
from citebound.writing.files import replace_files
from citebound.writing.set_aside import without_used
from citebound.writing.yaml_lists import kept, without_key


def run_fix(options: argparse.Namespace) -> int:
    """Write the sources of some briefings as their citations name them; with ``--cite``, first
    a citation after every quotation of the files that has none. Of a ``source.yml``, take what
    is used out of ``set_aside``.
    """
    root = project_root(options.root)
    verified = verify(root)
    if options.cite is not None and options.cite not in verified.library.sources:
        return cannot(f"there is no source {options.cite}")
    wanted = {path.resolve() for path in options.files}
    texts: dict[Path, str] = {}
    written: list[str] = []
    for subject in verified.library.subjects():
        path = root / subject.path
        if path.resolve() not in wanted:
            continue
        wanted.discard(path.resolve())
        text = subject.document.text
        unbound: list[int] = []
        if options.cite is not None:
            unbound = _without_citation(subject, verified)
            text = edits.with_citations(subject.document, unbound, options.cite)
            written.append(f"{subject.path}: {counted(len(unbound), 'citation')} written")
        if isinstance(subject, Briefing):
            cited = sources_cited(subject, verified.bindings[subject.path])
            if unbound:
                cited = tuple(dict.fromkeys((*cited, options.cite)))
            if cited and {*cited} != {*map(str, subject.sources)}:
                text = edits.with_sources(text, cited)
                written.append(f"{subject.path}: sources: {', '.join(cited)}")
        if text != subject.document.text:
            texts[path] = text
    for source in verified.library.sources.values():
        path = root / source.path
        if path.resolve() in wanted:
            wanted.discard(path.resolve())
            before = path.read_text(encoding="utf-8")
            used = sentences_used(source, verified.library, verified.bindings)
            texts[path] = without_used(before, source, used)
            if texts[path] != before:
                taken = sum(one.span in used and not one.heading for one in source.set_aside)
                written.append(
                    f"{source.path}: {counted(taken, 'used sentence')} taken out of set_aside:"
                )
    if wanted:
        return cannot(
            f"{min(wanted)} is neither a briefing, an actor nor the source.yml of a source; "
            "nothing was written"
        )
    replace_files(texts)
    say("\n".join(written) or "There was nothing to write.")
    return HOLDS


def _without_citation(subject: Subject, verified: Verified) -> list[int]:
    """The quotations of a document that need a citation and have none."""
    bound = verified.bindings[subject.path]
    said = repeatable(subject, bound, verified.library.settings.terms)
    return [
        i
        for i, q in enumerate(subject.document.quotations)
        if q.citation is None and q.fault is None and q.scope != "heading" and not said.is_term(q)
    ]


def run_pin(options: argparse.Namespace) -> int:
    """Write the SHA-256 of a new source's text into its ``source.yml``."""
    if not ID.fullmatch(options.source):
        return cannot(
            f"{options.source} is not an id: lower-case letters, digits, hyphens, underscores"
        )
    root = project_root(options.root)
    folder = root / "seeds" / options.source
    text, described = folder / "text.txt", folder / "source.yml"
    if not text.is_file() or not described.is_file():
        return cannot(f"{folder} needs text.txt and source.yml")
    try:
        before = described.read_text(encoding="utf-8")
        lines = text.read_text(encoding="utf-8").strip().split("\n")
    except UnicodeDecodeError:
        return cannot(f"text.txt and source.yml in {folder} must both be UTF-8")
    source, _ = read_source(root, folder)
    if source is None:
        return cannot(f"{folder} cannot be read; citebound check says why")
    told = text_problems(source, text.read_bytes().decode("utf-8"))
    unfit = next((problem for problem in told if problem.code == "source-form"), None)
    if unfit is not None:
        return cannot(f"{options.source} is not pinned: {unfit.message}; {unfit.hint}")
    mark = edits.digest(text.read_bytes())
    # What is no hash ("…" in an example) pins nothing.
    if source.sha256 != mark and re.fullmatch("[0-9a-f]{64}", source.sha256):
        return cannot(
            f"{options.source} is pinned already, and its text has changed since: "
            "undo the change, or add the corrected text as a new source with replaces:"
        )
    after = before if source.sha256 == mark else edits.with_field(before, "sha256", mark)
    if "\nparagraphs:" not in f"\n{after}":
        rule = "blank" if any(not line.strip() for line in lines) else "lines"
        after = edits.with_field(after, "paragraphs", rule)
    replace_files({described: after})
    say(f"Pinned {options.source}: {mark}")
    return HOLDS


def run_unpin(options: argparse.Namespace) -> int:
    """Let the text of a source be changed: take its SHA-256 out, while nothing published rests on
    it.
    """
    root = project_root(options.root)
    library = verify(root).library
    source = library.sources.get(options.source)
    if source is None:
        return cannot(f"there is no source {options.source}")
    resting = [
        subject.path
        for subject in library.subjects()
        if not (isinstance(subject, Briefing) and subject.draft)
        and any(t.source == source.id for c in subject.document.citations for t in c.targets)
    ]
    if resting:
        return cannot(
            f"{source.id} stays pinned: {', '.join(resting)} rests on it. "
            "A corrected text is a new source, with replaces:"
        )
    path = root / source.path
    before = path.read_text(encoding="utf-8")
    after = kept(before, without_key(before, "sha256"), "sha256")
    if after == before:
        say(f"{source.id} is not pinned.")
        return HOLDS
    replace_files({path: after})
    say(f"Unpinned {source.id}: change its text, then run citebound pin {source.id}")
    return HOLDS


def run_move(options: argparse.Namespace) -> int:
    """Let what cites one source cite the one that replaces it, where that has the words."""
    root = project_root(options.root)
    verified = verify(root)
    sources = verified.library.sources
    for name in (options.old, options.new):
        if name not in sources:
            return cannot(f"there is no source {name}")
    searchables = {options.new: SearchableSource.of(sources[options.new])}
    texts: dict[Path, str] = {}
    stayed: list[str] = []
    written: list[str] = []
    for subject in verified.library.subjects():
        moved = edits.move_citations(
            subject.document, options.old, sources[options.new], searchables
        )
        stayed += (
            f"{subject.path}:{line}: stays with {options.old}: {reason}"
            for line, reason in moved.stayed
        )
        if moved.moved:
            texts[root / subject.path] = moved.text
            written.append(
                f"{subject.path}: {counted(moved.moved, 'citation')} moved to {options.new}"
            )
    replace_files(texts)
    if stayed or written:
        say("\n".join([*stayed, *written]))
    return FOUND if stayed else HOLDS
