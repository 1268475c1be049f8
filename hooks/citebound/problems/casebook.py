"""The case book: chapters of cases in Markdown, read.

A chapter is a Markdown file, a case a section of it (`## title`), and what belongs to
a case is in fenced blocks; `tests/cases/README.md` says which. The tests try every
case; the page of problem codes takes its examples from the same book
(:mod:`citebound.problems.explained`). Nothing here reads a file: a chapter is given as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

_HIDDEN = re.compile(r"⟨(?:U\+(?P<point>[0-9A-F]{4,6})|0x(?P<byte>[0-9A-F]{2}))⟩")
_FIND = re.compile(
    r"(?:(?P<where>[^:]+):)?(?P<line>\d+):(?P<column>\d+) (?P<code>[a-z-]+)"
    r"(?P<warning> \(warning\))?(?:: (?P<words>.+))?"
)
KINDS = frozenset(
    (
        *("source", "source.yml", "fields", "briefing", "actor", "file", "link"),
        *("made", "page", "around", "finds", "prints", "shows"),
    )
)
"""What a fenced block of a case may begin with; `instead` before it replaces one."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its kind, the name after it, and its text with its last line break."""

    kind: str
    name: str
    text: str
    line: int = field(default=0, compare=False)
    """The line of the chapter on which its text begins."""

    @property
    def real(self) -> str:
        """The text with `⟨U+200B⟩` and `⟨0xFF⟩` as the character and the byte they stand for,
        and `x⟨×9⟩` as nine x.
        """
        whole = re.sub("(.)⟨×([0-9]+)⟩", lambda m: m[1] * int(m[2]), self.text)
        return _HIDDEN.sub(
            lambda m: chr(int(m["point"], 16) if m["point"] else 0xDC00 + int(m["byte"], 16)),
            whole,
        )


@dataclass(frozen=True, slots=True)
class Case:
    """One behaviour: its title, the chapter it is in, why it is so, and its blocks."""

    chapter: str
    title: str
    why: str
    blocks: tuple[Block, ...]
    instead: tuple[Block, ...]

    def of(self, kind: str) -> tuple[Block, ...]:
        """Its blocks of one kind."""
        return tuple(block for block in self.blocks if block.kind == kind)

    @property
    def expected(self) -> tuple[Finding, ...]:
        """The findings that must come, in order of place."""
        return tuple(
            sorted(
                (
                    _finding(line, f"tests/cases/{self.chapter}.md:{number}: {self.title}")
                    for block in self.of("finds")
                    for number, line in enumerate(block.text.splitlines(), block.line)
                ),
                key=lambda found: found.key,
            )
        )

    @property
    def prints(self) -> tuple[str, ...]:
        """What must be printed, line by line."""
        return tuple(line for block in self.of("prints") for line in block.text.splitlines())

    @property
    def shows(self) -> tuple[str, ...]:
        """The words of the briefing's prose on its page, a line for each block."""
        return tuple(line for block in self.of("shows") for line in block.text.splitlines())

    def corrected(self) -> Case:
        """The case with the blocks under `instead` in place of what was wrong."""
        named = {(block.kind, block.name) for block in self.instead}
        kept = (b for b in self.blocks if (b.kind, b.name) not in named and b.kind != "finds")
        return replace(self, blocks=(*kept, *(b for b in self.instead if b.text)), instead=())


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding that a case expects: where, its code, and words of its message or hint."""

    where: str
    line: int
    column: int
    code: str
    severity: str
    words: tuple[str, ...]

    @property
    def key(self) -> tuple[str, int, int, str, str]:
        """What is compared."""
        return (self.where, self.line, self.column, self.code, self.severity)


def _finding(line: str, where: str) -> Finding:
    found = _FIND.fullmatch(line)
    if found is None:
        raise ValueError(f"{where}: not “line:column code” or “line:column code: words”: {line}")
    return Finding(
        found["where"] or "",
        int(found["line"]),
        int(found["column"]),
        found["code"],
        "warning" if found["warning"] else "error",
        tuple((found["words"] or "").split(" … ")) if found["words"] else (),
    )


def read_chapter(text: str, name: str) -> Iterator[Case]:
    """The cases of one chapter. Sources and actors before the first case belong to each
    case that brings no source of its own.
    """
    shared: tuple[Block, ...] = ()
    for title, why, blocks in _sections(text, name):
        unknown = [block.kind for block in blocks if block.kind.split(" ")[-1] not in KINDS]
        if unknown:
            raise ValueError(f"{name}: {title}: no block is called {unknown[0]}")
        if not title:
            shared = blocks
            continue
        own = tuple(block for block in blocks if not block.kind.startswith("instead "))
        instead = tuple(
            replace(block, kind=block.kind.removeprefix("instead "))
            for block in blocks
            if block.kind.startswith("instead ")
        )
        has_source = any(block.kind == "source" for block in own)
        taken = {(block.kind, block.name) for block in own}
        before = () if has_source else tuple(b for b in shared if (b.kind, b.name) not in taken)
        yield Case(name, title, why, (*before, *own), instead)


def _sections(text: str, chapter: str) -> Iterator[tuple[str, str, tuple[Block, ...]]]:
    """The title, the prose and the blocks of each section; the first has no title."""
    title, prose, blocks = "", list[str](), list[Block]()
    fence, info, inside = "", "", list[str]()
    begins = 0
    for number, line in enumerate(text.splitlines(), 1):
        if fence:
            if line == fence:
                blocks.append(replace(_block(info, inside), line=begins))
                fence = ""
            else:
                inside.append(line)
        elif opening := re.fullmatch(r"(`{3,})(.+)", line):
            fence, info, inside = opening[1], opening[2].strip(), []
            begins = number + 1
        elif line.startswith("## "):
            yield title, " ".join(prose), tuple(blocks)
            title, prose, blocks = line[3:].strip(), [], []
        elif line.strip():
            prose.append(line.strip())
    if fence:
        raise ValueError(f"{chapter}: {title}: a block is not closed")
    yield title, " ".join(prose), tuple(blocks)


def _block(info: str, lines: list[str]) -> Block:
    kind, _, name = info.partition(" ")
    if kind == "instead":
        inner, _, name = name.partition(" ")
        kind = f"instead {inner or 'briefing'}"
    text = "\n".join(lines) + "\n" if lines else ""
    return Block(kind, name.strip(), text)
