"""Rules for what is within a run, and the parser that gives each of their tokens its place.

Each inline rule's tokens are given the characters from the position before it to the position
after. A quotation is a leaf like a code span: whatever is between its marks is looked at as a
quotation, and as nothing else.
"""

from __future__ import annotations

from collections.abc import Callable

import regex
from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from citebound.markup.pairing import Loose, Pair
from citebound.text.marks import DOUBLES
from citebound.text.patterns import Pattern

CITATION = Pattern(r"\[@(?P<inside>[^\[\]]*)\]")
NOTED = Pattern(r"\[\^(?P<name>[^\[\]\s]+)\](?!:)")
ATTRIBUTES = Pattern(
    r"""\{:?\s*(?:[\#.][\w-]+|[\w-]+\s*=\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+))
        (?:\s+(?:[\#.][\w-]+|[\w-]+\s*=\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+)))*+\s*\}""",
    regex.VERBOSE,
)
_COMMENT = Pattern(r"<(?:!--|\?|!\[CDATA\[|![A-Za-z])")

SPEAKING = False
"""What markdown-it-py calls not silent: a rule makes tokens."""


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


class Tiling(ParserInline):
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


def quotation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
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


def leaf(kind: str, pattern: Pattern, first: str) -> Callable[..., bool]:
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


def comment(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """What begins a comment, a declaration or the like: refused wherever it would end."""
    found = _COMMENT.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = found.group()
    state.pos = found.end()
    return True
