"""The grammar: CommonMark with tables and footnotes, by markdown-it-py, with exact offsets.

markdown-it-py knows the lines of its blocks, but not where inline text is. So each
block rule notes here where its lines begin, and each inline rule's tokens are given the
characters from the position before it to the position after. A quotation is a leaf like a
code span: whatever is between its marks is looked at as a quotation, and as nothing else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import regex
from markdown_it import MarkdownIt
from markdown_it import rules_block as rules
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from citebound.markup.pairing import DOUBLES, Loose, Pair, Pairing
from citebound.model import Span

CITATION = regex.compile(r"\[@(?P<inside>[^\[\]]*)\]")
NOTED = regex.compile(r"\[\^(?P<name>[^\[\]\s]+)\](?!:)")
ATTRIBUTES = regex.compile(
    r"""\{:?\s*(?:[\#.][\w-]+|[\w-]+\s*=\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+))
        (?:\s+(?:[\#.][\w-]+|[\w-]+\s*=\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+)))*+\s*\}""",
    regex.VERBOSE,
)
_DEFINITION = regex.compile(r"\[\^(?P<name>[^\]\s]+)\]:")
_COMMENT = regex.compile(r"<(?:!--|\?|!\[CDATA\[|![A-Za-z])")
_PIPE = regex.compile(r"(?<!\\)(?:\\\\)*(\\?)\|")

SPEAKING = False
"""What markdown-it-py calls not silent: a rule makes tokens."""

_BlockRule = Callable[[StateBlock, int, int, bool], bool]


@dataclass(frozen=True, slots=True)
class Placed:
    """The text of a run as typed, with where in the file each of its lines begins.

    ``starts`` are the positions in ``text`` at which its lines begin, ``origins`` the
    offsets in the file of the same places.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def at(self, index: int) -> int:
        """The offset in the file of the character ``index`` of the text."""
        line = max(0, bisect_right(self.starts, index) - 1)
        return self.origins[line] + index - self.starts[line]

    def span(self, start: int, end: int) -> Span:
        """The span in the file of a stretch of the text."""
        return Span(self.at(start), self.at(end - 1) + 1 if end > start else self.at(start))

    def lines_from(self, number: int) -> Placed:
        """What is left of it from the line of this number on, counted from 0."""
        start = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.stretch(start, len(self.text))

    def stretch(self, start: int, end: int) -> Placed:
        """A stretch of it, as a text of its own."""
        first = max(0, bisect_right(self.starts, start) - 1)
        starts, origins = [0], [self.at(start)]
        for begin, origin in zip(self.starts[first + 1 :], self.origins[first + 1 :], strict=True):
            if begin >= end:
                break
            starts.append(begin - start)
            origins.append(origin)
        return Placed(self.text[start:end], tuple(starts), tuple(origins))


# --- blocks ----------------------------------------------------------------------------


def block_tokens(text: str, body: int) -> list[Token]:
    """The block tokens of the Markdown from offset ``body`` of ``text`` on.

    Each inline token has its :class:`Placed` text in ``meta["placed"]``, every token with
    a ``map`` the lines it spans; a row that has more cells than its table's head has those
    too many in ``meta["extra"]``.
    """
    tokens: list[Token] = []
    # U+0000 is U+FFFD to CommonMark (section 2.3); it has a finding of its own.
    source = text[body:].replace("\0", "\ufffd")
    _MARKDOWN.block.parse(source, _MARKDOWN, {"body": body}, tokens)
    return tokens


def _placing(rule: _BlockRule) -> _BlockRule:
    """A rule whose inline tokens know where their lines begin in the file."""

    def placed(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        count = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        for token in () if silent else state.tokens[count:]:
            if token.type == "inline" and token.map and "placed" not in token.meta:
                token.meta["placed"] = _lines(state, range(*token.map))
        return True

    return placed


def _lines(state: StateBlock, numbers: range) -> Placed:
    """Some lines of a block without their indent, and without what is before it."""
    body: int = state.env["body"]
    starts, origins, words, at = [], [], [], 0
    for number in numbers:
        begin = state.bMarks[number] + state.tShift[number]
        line = state.src[begin : max(begin, state.eMarks[number])]
        starts.append(at)
        origins.append(body + begin)
        words.append(line)
        at += len(line) + 1
    return Placed("\n".join(words).rstrip(" \t\n"), tuple(starts), tuple(origins))


def _heading(rule: _BlockRule) -> _BlockRule:
    """ATX headings: their words are between the number signs."""

    def heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        if not rule(state, start, end, silent):
            return False
        if not silent:
            inline = state.tokens[-2]
            begin = state.bMarks[start] + state.tShift[start]
            begin = state.skipCharsStr(begin, "#")
            at = state.src.index(inline.content, begin) if inline.content else begin
            origin = int(state.env["body"]) + at
            inline.meta["placed"] = Placed(inline.content, (0,), (origin,))
        return True

    return heading


def _table(rule: _BlockRule) -> _BlockRule:
    """Tables: each cell as it was typed, and what a row has too much of."""

    def table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        count = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        cells: Iterator[Placed] = iter(())
        row = Token("", "", 0)
        for token in () if silent else state.tokens[count:]:
            if token.type == "tr_open":
                assert token.map is not None
                row, cells = token, iter(_cells(_lines(state, range(*token.map))))
            elif token.type == "tr_close":
                row.meta["extra"] = tuple(cells)
            elif token.type == "inline":
                empty = Placed("", (0,), (int(state.env["body"]) + state.bMarks[start],))
                token.meta["placed"] = next(cells, empty)
        return True

    return table


def _cells(line: Placed) -> Iterator[Placed]:
    """The cells of a row; a pipe after a backslash belongs to its cell."""
    text = line.text
    pipes = [m.end() - 1 for m in _PIPE.finditer(text) if not m[1]]
    edges = [-1, *pipes, len(text)]
    pieces = [(a + 1, b) for a, b in pairwise(edges)]
    if pieces and not text[slice(*pieces[0])].strip():
        pieces.pop(0)
    if pieces and not text[slice(*pieces[-1])].strip() and pipes:
        pieces.pop()
    for start, end in pieces:
        words = text[start:end]
        lead = len(words) - len(words.lstrip(" \t"))
        yield line.stretch(start + lead, start + max(lead, len(words.rstrip(" \t"))))


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Link reference definitions: found, so that they can be refused, and never used."""
    env = state.env
    state.env = {}
    try:
        found: bool = rules.reference(state, start, end, silent)
    finally:
        state.env = env
    if found and not silent:
        token = state.push("reference", "", 0)
        token.map = [start, state.line]
    return found


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """A footnote's definition, also right under a paragraph, as GitHub reads it. Further
    paragraphs of it are indented by four columns.
    """
    begin = state.bMarks[start] + state.tShift[start]
    if state.is_code_block(start):
        return False
    label = _DEFINITION.match(state.src, begin, state.eMarks[start])
    if label is None or silent:
        return label is not None
    opening = state.push("footnote_open", "", 1)
    opening.meta["name"] = label["name"]
    opening.meta["label"] = Span(*(int(state.env["body"]) + at for at in label.span()))
    kept = (state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType)
    after = label.end()
    pos = state.skipSpaces(after)
    state.bMarks[start], state.tShift[start] = after, pos - after
    state.blkIndent += 4
    state.sCount[start] = state.blkIndent
    state.parentType = "footnote"
    state.md.block.tokenize(state, start, end)
    state.blkIndent -= 4
    state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType = kept
    if state.line <= start:
        state.line = start + 1  # a definition without a word
    opening.map = [start, state.line]
    state.push("footnote_close", "", -1)
    return True


# --- inline ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class InlineRead:
    """The inline tokens of a run, each with its ``span`` in ``meta``, and the marks that pair
    with nothing.
    """

    tokens: tuple[Token, ...]
    loose: tuple[Loose, ...]


def inline_tokens(text: str) -> InlineRead:
    """The inline tokens of a run. They tile it: each character belongs to one of them, or
    to the white space of a break. A link that is an image has ``meta["image"]``.
    """
    env: EnvType = {"pairing": Pairing(text), "loose": {}}
    tokens = _MARKDOWN.inline.parse(text, _MARKDOWN, env, [])
    kept = [token for token in tokens if token.content or token.type != "text"]
    for before, token in pairwise(kept):
        if token.type == "link_open" and before.type == "text" and before.content.endswith("!"):
            token.meta["image"] = token.info != "auto"
    loose: dict[int, Loose] = env["loose"]
    return InlineRead(tuple(kept), tuple(found for _, found in sorted(loose.items())))


class _State(StateInline):
    """The inline parser's state, which knows where its pending text begins.

    It knows without a look at the text, which would put all of it together each time.
    """

    pending_from = 0
    holds_pending = False

    @property
    def pending(self) -> str:
        """The literal text of which no token has been made yet."""
        return super().pending

    @pending.setter
    def pending(self, value: str) -> None:
        self.holds_pending = bool(value)
        vars(StateInline)["pending"].__set__(self, value)

    def append_pending(self, text: str) -> None:
        """Add literal text, which is at the present position."""
        if not self.holds_pending:
            self.pending_from, self.holds_pending = self.pos, bool(text)
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802, markdown-it-py's name
        """Make a token of the pending text, with its place."""
        token = super().pushPending()
        token.meta["span"] = (self.pending_from, self.pending_from + len(token.content))
        return token


class _Tiling(ParserInline):
    """markdown-it-py's inline parser, with each token's place in the run."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Process a run, as the parser does."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """Generate tokens up to the state's end, and note where they are."""
        rules = self.ruler.getRules("")
        end = state.posMax
        most = state.md.options.maxNesting
        while state.pos < end:
            pos, count = state.pos, len(state.tokens)
            if state.level < most and any(rule(state, SPEAKING) for rule in rules):
                fresh = [t for t in state.tokens[count:] if "span" not in t.meta]
                _place(fresh, pos, state.pos, state.env.get("inner", pos))
            else:
                state.append_pending(state.src[pos])
                state.pos += 1
        if state.pending:
            state.pushPending()
        state.env["inner"] = end


def _place(fresh: list[Token], start: int, end: int, inner: int) -> None:
    """Give the tokens of one rule, which read from ``start`` to ``end``, their places: one
    leaf, a row of delimiters, or the two ends of a link whose label (placed before, except
    for an address in angle brackets) ends at ``inner``.
    """
    if len(fresh) == 1 and fresh[0].type != "text":
        fresh[0].meta["span"] = (start, end)
        return
    for number, token in enumerate(fresh):
        inner = end - 1 if token.info == "auto" else inner
        if token.type == "link_open":
            token.meta["span"] = (start, start + 1)
        elif token.type == "link_close":
            token.meta["span"] = (inner, end)
        elif fresh[0].type == "link_open":
            token.meta["span"] = (start + 1, inner)
        else:
            token.meta["span"] = (start + number, start + number + 1)


def _quotation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """A quotation as a leaf; a mark that begins none is a finding and plain text."""
    if state.src[state.pos] not in DOUBLES:
        return False
    read: Pair | Loose | None = state.env["pairing"].read(state.pos)
    if isinstance(read, Pair) and read.end <= state.posMax:
        if not silent:
            state.push("quotation", "", 0).content = state.src[read.start : read.end]
        state.pos = read.end
        return True
    loose = state.env["pairing"].left_open(state.pos) if isinstance(read, Pair) else read
    if loose is not None:
        state.env["loose"][loose.at] = loose
    return False


def _leaf(kind: str, pattern: regex.Pattern[str], first: str) -> Callable[..., bool]:
    """A rule for what a pattern matches as a whole."""

    def rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        if not state.src.startswith(first, state.pos):
            return False
        found = pattern.match(state.src, state.pos, state.posMax)
        if found is None:
            return False
        if not silent:
            token = state.push(kind, "", 0)
            token.content = found.group()
            token.meta.update(found.groupdict())
        state.pos = found.end()
        return True

    return rule


def _comment(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """What begins a comment, a declaration or the like: refused wherever it would end."""
    found = _COMMENT.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = found.group()
    state.pos = found.end()
    return True


class _Markdown(MarkdownIt):
    """markdown-it-py with the targets of links as they were typed: whether one may be followed
    is a check's to say, and a link that may not must not pass for plain words.
    """

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802, markdown-it-py's name
        """Every target is a target."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802, markdown-it-py's name
        """The target as typed."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802, markdown-it-py's name
        """The address as typed."""
        return link


def _made() -> MarkdownIt:
    markdown = _Markdown("commonmark", {"maxNesting": 100}).enable("table")
    block = markdown.block.ruler
    block.at("paragraph", _placing(rules.paragraph))
    block.at("lheading", _placing(rules.lheading))
    block.at("heading", _heading(rules.heading), {"alt": ["paragraph", "reference", "blockquote"]})
    block.at("table", _table(rules.table), {"alt": ["paragraph", "reference"]})
    block.at("reference", _reference)
    block.before(
        "reference",
        "footnote",
        _footnote,
        {"alt": ["paragraph", "reference", "blockquote", "list"]},
    )
    markdown.inline = inline = _Tiling()
    for mark in DOUBLES:
        inline.add_terminator_char(mark)
    inline.ruler.disable(["linkify", "image", "strikethrough"])
    inline.ruler.before("link", "quotation", _quotation)
    inline.ruler.before("link", "citation", _leaf("citation", CITATION, "[@"))
    inline.ruler.before("link", "noted", _leaf("noted", NOTED, "[^"))
    inline.ruler.before("link", "attributes", _leaf("attributes", ATTRIBUTES, "{"))
    inline.ruler.before("html_inline", "comment", _comment)
    inline.ruler2.disable(["strikethrough", "fragments_join"])
    return markdown


_MARKDOWN = _made()
