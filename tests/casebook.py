"""The case book: each case of `tests/cases/*.md` written as a project and checked.

What a case is, and how a chapter is read, :mod:`citebound.problems.casebook` says. What a
case does not write is filled in with a plain default, and nothing that is found is passed
over: a case holds only if exactly its findings come, at their places, and no others.
Where nothing keeps a case from being published, its pages are rendered and judged as well.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from citebound.checks import check
from citebound.door.documentation import case_book
from citebound.model import Library, Passage, SegmentKind, SetAside, Source, Text, Voice
from citebound.passages.answers import Bound
from citebound.passages.binding import bind
from citebound.problems import Place, Problem
from citebound.problems.casebook import Block, Case, Finding
from citebound.proof.html import FinishedPage, read_page
from citebound.proof.links import page_hosts, page_links
from citebound.proof.styles import stylesheet_hosts
from citebound.proof.words import data_words, page_words
from citebound.public import decide
from citebound.reading import other_pages, read_project
from finished import problems_of
from published import judge, shown

ROOT = Path(__file__).resolve().parent.parent

TODAY = "2026-12-31"
"""The day on which cases are checked."""

_SOURCE_FIELDS = {
    "format": "1",
    "title": "A source",
    "publisher": "A publisher",
    "published": "2023-09-15",
    "language": "en",
    "rights": "passages",
    "descriptor": "A text for this case.",
    "paragraphs": "lines",
}
_BRIEFING_FIELDS = {
    "format": "1",
    "title": "A case",
    "date": "2026-11-30",
    "summary": "One sentence.",
}
_ACTOR_FIELDS = {"kind": "person"}


@cache
def all_cases() -> tuple[Case, ...]:
    """Every case of the book, by chapter and place."""
    return case_book(ROOT)


# --- a case as a project --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Written:
    """Where a case was written, and how the lines of its files stand to those of its blocks:
    for each path the lines of front matter that were added, and how many were its own.
    """

    root: Path
    added: Mapping[str, tuple[int, int]]


def write(case: Case, root: Path) -> Written:
    """Write a case as a project into the folder ``root``."""
    for name in ("seeds", "briefings", "docs/actors"):
        (root / name).mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").touch()
    if any("signed:" in block.real for block in case.blocks):
        _put(root, "briefings/reviewers.yml", b"reviewers: [A. Editor, B. Editor]\n")
    added: dict[str, tuple[int, int]] = {}
    extra = {block.name: block.real for block in case.of("source.yml")}
    sources = [block.name for block in case.of("source")]
    for block in case.of("source"):
        data = _encoded(block.real)
        fields = {**_SOURCE_FIELDS, "sha256": hashlib.sha256(data).hexdigest()}
        _put(root, f"seeds/{block.name}/text.txt", data)
        own = extra.get(block.name, "")
        _put(root, f"seeds/{block.name}/source.yml", _encoded(_merged(own, fields)))
    fields_of = {block.name: block.real for block in case.of("fields")}
    for block in case.of("briefing"):
        path = f"briefings/{_file_name(block.name)}"
        defaults = {**_BRIEFING_FIELDS, "sources": f"[{', '.join(_cited(block, sources))}]"}
        text = _with_front_matter(block, fields_of.get(block.name, ""), defaults, path, added)
        _put(root, path, _encoded(text))
    actors = case.of("actor")
    for block in actors:
        path = f"docs/actors/{block.name}.md"
        defaults = {"name": _name_of(block.name), **_ACTOR_FIELDS}
        _put(root, path, _encoded(_with_front_matter(block, "", defaults, path, added)))
    if not actors:
        for name in _people(case):
            page = f"---\nname: {_name_of(name)}\nkind: person\n---\n"
            _put(root, f"docs/actors/{name}.md", page.encode())
    for block in (*case.of("file"), *case.of("page")):
        _put(root, block.name, _encoded(block.real))
    for block in case.of("link"):
        (root / block.name).parent.mkdir(parents=True, exist_ok=True)
        (root / block.name).symlink_to(block.text.strip())
    return Written(root, added)


def _cited(block: Block, sources: Sequence[str]) -> Sequence[str]:
    """The sources that the body of a briefing cites; all of them where it cites none."""
    cited = set(re.findall(r"@([a-z0-9_-]+)", block.real))
    return [name for name in sources if name in cited] or sources


def _put(root: Path, name: str, data: bytes) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _file_name(name: str) -> str:
    return name if name.endswith(".md") else f"2026-11-{name or 'case'}.md"


def _name_of(actor: str) -> str:
    return actor.replace("-", " ").title()


def _people(case: Case) -> list[str]:
    """The actors that a case's fields name."""
    found = set()
    for block in (*case.of("source.yml"), *case.of("fields")):
        found |= set(re.findall(r"speaker: ([a-z0-9-]+)", block.text))
        found |= set(re.findall(r"\{id: ([a-z0-9-]+), role: ", block.text))
        for listed in re.findall(r"via: \[([^\]]*)\]", block.text):
            found |= {name.strip() for name in listed.split(",")}
    return sorted(found)


def _merged(own: str, defaults: Mapping[str, str]) -> str:
    """A case's own fields, and after them the defaults of those that it does not write.

    `no title` in a line of its own leaves a default out.
    """
    left_out = set(re.findall(r"^no (\w+)$", own, re.MULTILINE))
    own = re.sub(r"^no \w+\n", "", own, flags=re.MULTILINE)
    given = {key.strip("\"'") for key in re.findall(r"^([\w\"']+):", own, re.MULTILINE)} | left_out
    return own + "".join(f"{key}: {value}\n" for key, value in defaults.items() if key not in given)


def _with_front_matter(
    block: Block,
    own: str,
    defaults: Mapping[str, str],
    path: str,
    added: dict[str, tuple[int, int]],
) -> str:
    """The whole file of a block: its front matter added where the block is only a body."""
    if block.real.removeprefix("\ufeff").startswith("---"):
        return block.real
    front = f"---\n{_merged(own, defaults)}---\n"
    added[path] = (front.count("\n"), own.count("\n"))
    return front + block.real


# --- what comes of it -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a case: its findings at the places of its blocks, and the passages of
    its briefing, in order; and what its page shows, where nothing keeps it from being published.
    """

    problems: tuple[tuple[Finding, Problem], ...]
    passages: tuple[Passage, ...]
    library: Library
    shows: tuple[str, ...] = ()


def outcome(case: Case, root: Path) -> Outcome:
    """Write a case into ``root``, read it, check it and take its findings down."""
    written = write(case, root)
    if case.of("page"):
        return Outcome(tuple(_placed(p, written) for p in _finished(case, root)), (), Library())
    library = read_project(root)
    bindings = bind(library)
    declared = {
        b.name for b in case.of("source.yml") if re.search("^set_aside:", b.text, re.MULTILINE)
    }
    library = replace(
        library,
        sources={
            name: source if name in declared else _set_aside(source, bindings)
            for name, source in library.sources.items()
        },
    )
    problems = check(library, bindings, other_pages(root), today=TODAY)
    path = next((f"briefings/{_file_name(b.name)}" for b in case.of("briefing")), "")
    found = bindings[path].passages if path in bindings else ()
    shows: tuple[str, ...] = ()
    if all(problem.severity != "error" for problem in problems):
        judge(library, bindings)
        public = decide(library, bindings).bindings
        shows = shown(library, bindings, path) if path in public else ()
    return Outcome(
        tuple(_placed(problem, written) for problem in problems),
        tuple(found),
        library,
        shows,
    )


def _set_aside(source: Source, bindings: Mapping[str, Bound]) -> Source:
    """The source with every sentence set aside that its case does not use."""
    used = [
        span
        for bound in bindings.values()
        for passage in bound.passages
        if passage.source == source.id and not passage.term
        for span in passage.spans
    ]
    used += [
        span
        for bound in bindings.values()
        for answer in bound.values()
        for name, span in answer.meant
        if name == source.id
    ]
    aside = tuple(
        SetAside(sentence.span, Text("this case is about others"), Place(source.path))
        for sentence in source.sentences
        if not any(span.meets(sentence.span) for span in used)
    )
    return replace(source, set_aside=aside)


def _finished(case: Case, root: Path) -> list[Problem]:
    """What is wrong with the finished pages of a case."""
    sources = read_project(root).sources
    made = {block.name: block.real for block in case.of("made")}
    if made:
        found = {block.name: block.real for block in case.of("page")}
        around = {block.name: block.real for block in case.of("around")}
        return sorted(problems_of(made, found, around, root, sources))
    pages: dict[str, FinishedPage] = {
        b.name: read_page(b.real) for b in case.of("page") if b.name.endswith(".html")
    }
    problems = [*stylesheet_hosts(root), *data_words(root, sources)]
    for name, page in pages.items():
        problems += page_words(name, page, sources)
        problems += page_links(name, pages, root, None)
        problems += page_hosts(name, page, None)
    return sorted(problems)


def _placed(problem: Problem, written: Written) -> tuple[Finding, Problem]:
    """A problem with its place counted in the block that it is about."""
    place = problem.place
    where, line = place.path, place.line
    front, own = written.added.get(where, (0, 0))
    if front and line > front:
        line -= front
    elif front and 1 < line <= 1 + own:
        where, line = "fields", line - 1
    elif front:
        where = "front-matter"
    if where == "briefings/2026-11-case.md":
        where = ""
    return Finding(where, line, place.column, problem.code, problem.severity, ()), problem


def printed(passage: Passage, library: Library) -> str:
    """A passage as a page prints it, its outer marks and what follows them included."""
    text = library.sources[passage.source].text
    words, end = "", -1
    for segment in passage.segments:
        span = segment.span
        piece = {SegmentKind.CUT: "[…]", SegmentKind.INSERTION: f"[{segment.text}]"}.get(
            segment.kind, " ".join(span.of(text).split()) if span else ""
        )
        joined = span is not None and span.start == end and segment.kind is not SegmentKind.CUT
        words += piece if joined or not words else f" {piece}"
        end = span.end if span else end
    return f"“{words}”{passage.trailing}"


def whose(voice: Voice | None) -> str:
    """Whose words a passage is, as a case writes it."""
    if voice is None:
        return "the source's own"
    by = f" by {voice.speaker}" if voice.speaker else ""
    via = f" via {', '.join(voice.via)}" if voice.via else ""
    return f"{voice.kind}{by}{via}"


def lines_of(passages: tuple[Passage, ...], library: Library, like: str) -> list[str]:
    """The lines that would be printed of some passages, of the same sort as the line ``like``."""
    if like.startswith("“"):
        return [printed(passage, library) for passage in passages]
    if like.startswith("voice: "):
        return [f"voice: {whose(passage.voice)}" for passage in passages]
    if like.startswith("holds: "):
        return [f"holds: {whose(v)}" for passage in passages for v in passage.contains]
    if like.startswith("term: "):
        return [f"term: {printed(passage, library)}" for passage in passages if passage.term]
    return [passage.identity for passage in passages]
