"""Blocks: a Markdown file taken apart into paragraphs, headings, cells and footnotes.

The block structure is CommonMark's with tables (markdown-it-py); footnotes are
found line by line, because a definition may stand right under its paragraph.
Every block knows the offset in the file of each of its characters, and which of
them are not prose: code, comments, targets, addresses and escapes are *masked*
with U+0000, character for character.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import regex
from markdown_it import MarkdownIt
from markdown_it.token import Token

from citebound.model import Footnote, Span
from citebound.problems import Place

MASK = "\0"

_MARKDOWN = MarkdownIt("commonmark").enable("table")
_FENCE = regex.compile(r" {0,3}(`{3,}|~{3,})")
_DEFINITION = regex.compile(r" {0,3}\[\^(?P<name>[^\]\s]+)\]:[ \t]*")
_CALLOUT = regex.compile(r"\[!(?P<kind>[A-Za-z]+)\][ \t]*")
_MASKED = regex.compile(
    r"""(?P<escape>\\[!-/:-@\[-`{-~])
      | (?P<code>(?<!`)(`+)(?!`)(?:.(?!(?<!`)\3(?!`)))*.(?<!`)\3(?!`))
      | (?P<comment><!--.*?-->)
      | (?P<autolink><(?:[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*|[\w.+-]+@[\w.-]+)>)
      | (?<=\])(?P<target>\((?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)
            (?:\s+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^)\\])*\)))?\s*\))
      | (?P<address>\b(?:https?|ftp)://[^\s<>"“”«»\]]+)
      | (?P<attributes>\{:?\s*(?:[\#.][\w-]+|[\w-]+\s*=\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'}]+))
            (?:\s+(?:[\#.][\w-]+|[\w-]+\s*=\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'}]+)))*\s*\})""",
    regex.VERBOSE | regex.DOTALL,
)
# An element is reported where it opens; one that only closes, where it does.
_HTML = regex.compile(
    r"<[A-Za-z][^\n<>]*>(?:[^<]*</[A-Za-z][^\n<>]*>)?|</[A-Za-z][^\n<>]*>|<[!?][A-Za-z\[]"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A run of inline text.

    ``kind`` is ``prose``, ``heading``, ``cell``, ``note`` (a callout), ``quote`` (a
    paragraph of a block quotation) or ``footnote``. ``masked`` is ``text`` with all that
    is not prose masked. ``group`` numbers the block quotation or the row of a table
    that it belongs to; ``header`` is true for the cells of a table's head.
    """

    kind: str
    text: str
    masked: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    line: Span
    level: int = 0
    group: int = 0
    name: str | None = None
    header: bool = False

    def at(self, index: int) -> int:
        """The offset in the file of the character ``index`` of ``text``."""
        line = max(0, bisect_right(self.starts, index) - 1)
        return self.origins[line] + index - self.starts[line]

    def span(self, start: int, end: int) -> Span:
        """The span in the file of a stretch of ``text``."""
        return Span(self.at(start), self.at(end - 1) + 1 if end > start else self.at(start))


@dataclass(frozen=True, slots=True)
class Blocks:
    """What a file was taken apart into. ``html`` are the offsets of raw HTML,
    ``definitions`` those of link reference definitions and abbreviations.
    """

    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...]
    html: tuple[int, ...]
    definitions: tuple[int, ...]


def mask(text: str) -> str:
    """``text`` with code, comments, targets, addresses, escapes and attributes masked."""
    return _MASKED.sub(lambda m: MASK * len(m.group()), text)


def autolinks(text: str) -> Iterator[tuple[int, int]]:
    """Where ``<https://…>`` stands as a link: not in code, and not escaped."""
    for found in _MASKED.finditer(text):
        if found["autolink"] and "@" not in found["autolink"].partition(":")[0]:
            yield found.span("autolink")


def take_apart(text: str, body: int, path: str) -> Blocks:
    """The blocks of the Markdown from offset ``body`` of ``text`` on."""
    lines = _lines(text, body)
    main, notes = _without_footnotes(lines)
    blocks: list[Block] = []
    html: list[int] = []
    definitions: list[int] = []
    footnotes: list[Footnote] = []
    _gather(main, None, blocks, html, definitions)
    for name, start, note_lines in notes:
        first_line = text.count("\n", 0, start) + 1
        column = start - (text.rfind("\n", 0, start) + 1) + 1
        last = note_lines[-1]
        span = Span(start, last[0] + len(last[1]))
        footnotes.append(
            Footnote(name, span, Span(note_lines[0][0], span.end), Place(path, first_line, column))
        )
        _gather(note_lines, name, blocks, html, definitions)
    blocks.sort(key=lambda block: block.origins[0])
    return Blocks(tuple(blocks), tuple(footnotes), tuple(html), tuple(definitions))


_Line = tuple[int, str]
"""The offset in the file at which a line begins, and its words without the line break."""


def _lines(text: str, body: int) -> list[_Line]:
    lines = []
    at = body
    for line in text[body:].split("\n"):
        lines.append((at, line))
        at += len(line) + 1
    return lines


def _without_footnotes(
    lines: list[_Line],
) -> tuple[list[_Line], list[tuple[str, int, list[_Line]]]]:
    """The lines with those of footnotes emptied, and each footnote's name, offset and lines."""
    main: list[_Line] = []
    notes: list[tuple[str, int, list[_Line]]] = []
    fence = ""
    inside = blank = False
    for at, line in lines:
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1][0] == fence[0] and len(mark[1]) >= len(fence):
                fence = ""
            main.append((at, line))
            continue
        definition = _DEFINITION.match(line)
        if definition:
            inside, blank = True, False
            start = at + line.index("[")
            rest = definition.end()
            notes.append((definition["name"], start, [(at + rest, line[rest:])]))
            main.append((at, ""))
            continue
        if inside and not line.strip():
            blank = True
            notes[-1][2].append((at, ""))
            main.append((at, ""))
            continue
        if inside and (line.startswith(("    ", "\t")) or (not blank and not _starts_block(line))):
            indent = len(line) - len(line.lstrip())
            notes[-1][2].append((at + indent, line[indent:]))
            main.append((at, ""))
            continue
        inside = False
        if mark:
            fence = mark[1]
        main.append((at, line))
    for _, _, note in notes:
        while len(note) > 1 and not note[-1][1].strip():
            note.pop()
    return main, notes


def _starts_block(line: str) -> bool:
    return bool(regex.match(r" {0,3}(?:#{1,6}\s|>|[-*+]\s|\d+[.)]\s|`{3}|~{3}|\|)", line))


def _gather(
    lines: list[_Line],
    name: str | None,
    blocks: list[Block],
    html: list[int],
    definitions: list[int],
) -> None:
    """Append the blocks of some lines, and where raw HTML and definitions stand."""
    environment: dict[str, dict[str, dict[str, list[int]]]] = {}
    tokens = _MARKDOWN.parse("\n".join(line for _, line in lines), environment)
    references = environment.get("references", {}).values()
    definitions += (lines[reference["map"][0]][0] for reference in references)
    for block in _blocks(tokens, lines, name):
        if regex.match(r"\*\[[^\]]+\]:", block.text):
            definitions.append(block.at(0))
            continue
        blocks.append(block)
        html += (block.at(found.start()) for found in _HTML.finditer(block.masked))
    for token in tokens:
        if token.type == "html_block" and token.map:
            start = lines[token.map[0]][0]
            markup = regex.sub(r"<!--.*?-->", "", token.content, flags=regex.DOTALL)
            if markup.strip():
                html.append(start + len(token.content) - len(token.content.lstrip()))


def _blocks(tokens: list[Token], lines: list[_Line], name: str | None) -> Iterator[Block]:
    quotes: list[str] = []
    group = level = 0
    header = False
    cell_from: dict[int, int] = {}
    for index, token in enumerate(tokens):
        if token.type == "blockquote_open":
            group += 1
            quotes.append("note" if _is_callout(tokens, index) else "quote")
        elif token.type == "blockquote_close":
            quotes.pop()
        elif token.type == "tr_open":
            group += 1
        elif token.type in ("th_open", "td_open"):
            header = token.type == "th_open"
        elif token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "inline" and token.map and token.content.strip():
            before = tokens[index - 1].type
            kind = quotes[-1] if quotes else "prose"
            if before == "heading_open":
                kind = "heading"
            elif before in ("th_open", "td_open"):
                kind = "cell"
            if name is not None:
                kind = "footnote"
            content, starts, origins = _placed(token, lines, cell_from, kind)
            if kind == "note" and (callout := _CALLOUT.match(content)):
                content = MASK * callout.end() + content[callout.end() :]
            first, last = lines[token.map[0]], lines[token.map[1] - 1]
            yield Block(
                kind,
                content,
                mask(content),
                starts,
                origins,
                Span(first[0], last[0] + len(last[1])),
                level if kind == "heading" else 0,
                group,
                name,
                header and kind == "cell",
            )


def _is_callout(tokens: list[Token], index: int) -> bool:
    inline = next((t for t in tokens[index:] if t.type == "inline"), None)
    return inline is not None and bool(_CALLOUT.match(inline.content))


def _placed(
    token: Token, lines: list[_Line], cell_from: dict[int, int], kind: str
) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """A token's content with, for each of its lines, where it begins there and in the file."""
    assert token.map is not None
    starts, origins, kept = [], [], []
    at = 0
    for number, words in enumerate(token.content.split("\n")):
        offset, own = lines[min(token.map[0] + number, len(lines) - 1)]
        line = own.replace(MASK, "\ufffd")  # as CommonMark has it in the content (2.3)
        begin = cell_from.get(offset, 0) if kind == "cell" else 0
        # Prefixes of lists and block quotations stand before a line's words, never after.
        column = line.find(words, begin) if kind in ("cell", "heading") else line.rfind(words)
        column = max(column, 0)
        if kind == "cell":
            cell_from[offset] = column + len(words)
        starts.append(at)
        origins.append(offset + column)
        kept.append(own[column : column + len(words)] if MASK in own else words)
        at += len(words) + 1
    return "\n".join(kept), tuple(starts), tuple(origins)
