"""The grammar: CommonMark with tables and footnotes, by markdown-it-py, with exact offsets.

Each block rule notes where its lines begin (:mod:`~citebound.markup.block_rules`), and each
inline token has its place (:mod:`~citebound.markup.inline_rules`).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it import rules_block as rules
from markdown_it.token import Token
from markdown_it.utils import EnvType

from citebound.markup.block_rules import footnote, heading, placing, reference, table
from citebound.markup.inline_rules import (
    ATTRIBUTES,
    CITATION,
    NOTED,
    Tiling,
    comment,
    leaf,
    quotation,
)
from citebound.markup.pairing import Loose, Pairing
from citebound.text.marks import DOUBLES

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
    block.at("paragraph", placing(rules.paragraph))
    block.at("lheading", placing(rules.lheading))
    block.at("heading", heading(rules.heading), {"alt": ["paragraph", "reference", "blockquote"]})
    block.at("table", table(rules.table), {"alt": ["paragraph", "reference"]})
    block.at("reference", reference)
    block.before(
        "reference",
        "footnote",
        footnote,
        {"alt": ["paragraph", "reference", "blockquote", "list"]},
    )
    markdown.inline = inline = Tiling()
    for mark in DOUBLES:
        inline.add_terminator_char(mark)
    inline.ruler.disable(["linkify", "image", "strikethrough"])
    inline.ruler.before("link", "quotation", quotation)
    inline.ruler.before("link", "citation", leaf("citation", CITATION, "[@"))
    inline.ruler.before("link", "noted", leaf("noted", NOTED, "[^"))
    inline.ruler.before("link", "attributes", leaf("attributes", ATTRIBUTES, "{"))
    inline.ruler.before("html_inline", "comment", comment)
    inline.ruler2.disable(["strikethrough", "fragments_join"])
    return markdown


_MARKDOWN = _made()
