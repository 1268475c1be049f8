"""What is not on the closed list: each construct refused at its place, with what to write.

Blocks are refused by :mod:`citebound.markup.building`; this module refuses what is within a run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import unescape
from itertools import takewhile

import regex
from markdown_it.token import Token

from citebound.markup.inlines import DEEPEST_INLINE
from citebound.markup.placed import Placed
from citebound.model import LineMap
from citebound.problems import Place, Problem
from citebound.text.characters import name_of, unfit
from citebound.text.folding import MARKS
from citebound.text.marks import OTHERS, PRIMES
from citebound.text.misplaced import Deceiving
from citebound.text.patterns import Pattern
from citebound.text.web import host_of, other_hosts

_ADDRESS = Pattern(r"(?<![\p{L}\p{N}])(?:(?:https?|ftp)://|www\.)[^\s<>\x00]+")
_IMAGE = Pattern(r"!\[")
_STRUCK = Pattern(r"~~|(?<![~\p{L}\p{N}])~(?=[^\s~])[^~\n]*[^\s~]~(?!~)")
_LINE = Pattern(
    r"^(?:(?P<tab>===[ !+]*[\"\x00])|(?P<details>\?\?\?\+?\s|!!!\s|///\s)|(?P<list>:\s+\S)"
    r"|(?P<abbreviation>\*\[[^\]\n]+\]:))",
    regex.MULTILINE,
)
_NO_ADDRESS = Pattern(r"[\s\u00a0\"“”„‟«»‹›‘’‚‛'´]")
_ENTITY = Pattern(r"&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);")

_SAYS: dict[str, tuple[str, str]] = {
    "code": ("code has no place in a briefing", "say it in words"),
    "image": ("an image has no place in a briefing", "say in words what it shows"),
    "title": ("the title of a link is never shown", "remove it; say it in the sentence"),
    "wordless": ("a link without words cannot be followed", "put words between its brackets"),
    "address": ("a bare address is refused", "write <https://…>, or [words](https://…)"),
    "within": (
        "this address is within the words of a link, and no link can hold another",
        "put it before or after the link, or write there in words where it leads",
    ),
    "nested": (
        f"emphasis and links are nested more than {DEEPEST_INLINE} levels deep",
        "write it with less emphasis",
    ),
    "marks": (
        "an address between < and > holds no quotation marks and no spaces",
        "write [words](https://…), with the words outside quotation marks or bound to a source",
    ),
    "struck": (
        "struck-out words have no place in a briefing",
        "remove them; what a page said before goes under corrections:",
    ),
    "tab": ("tabs have no place in a briefing", "write headings and paragraphs"),
    "details": (
        "blocks of this kind have no place in a briefing",
        "for our analysis write > [!NOTE] on a line of its own, and the words under it",
    ),
    "list": (
        "definition lists have no place in a briefing",
        "write a list with - before each item",
    ),
}


def refused(what: str, offset: int, lines: LineMap) -> Problem:
    """The finding for a construct that is not on the list, at an offset in the file."""
    message, hint = _SAYS[what]
    return Problem(lines.place(offset), "refused-markup", message, hint)


def refused_inline(tokens: Sequence[Token], placed: Placed, lines: LineMap) -> Iterator[Problem]:
    """What the inline tokens of a run hold that is not on the list."""
    previous: Token | None = None
    closed: set[str] = set()
    depth = links = 0
    for number, token in enumerate(tokens):
        start, end = token.meta["span"]
        offset = placed.at(start)
        depth += token.nesting
        links += token.nesting if token.type in ("link_open", "link_close") else 0
        if links > 1 and token.type == "link_open" and not token.meta.get("image"):
            yield refused("within", offset, lines)
        if depth == DEEPEST_INLINE + 1 and token.nesting > 0:
            yield refused("nested", offset, lines)
        if token.type == "code_inline":
            yield refused("code", offset, lines)
        elif token.type == "html_inline":
            # An element is reported where it opens; one that only closes, where it does.
            name = regex.match(r"</?([A-Za-z][\w-]*)", token.content)
            if name and not token.content.startswith("</"):
                closed.add(name[1].lower())
            if not (name and token.content.startswith("</") and name[1].lower() in closed):
                yield raw_html(offset, lines)
        elif token.type == "text_special":
            yield from _special(token, placed, lines)
        elif token.type == "quotation":
            for found in _ENTITY.finditer(placed.text, start, end):
                if unescape(found.group()) in MARKS:
                    yield _stands_for_mark(found.group(), found.start(), placed, lines)
        elif token.type == "attributes":
            apart = number > 1 and tokens[number - 2].type == "quotation"
            yield from _attributes(token, previous, offset, lines, apart=apart)
        elif token.type == "link_open":
            yield from _link(token, tokens[number + 1], offset, lines)
            yield from _other_hosts(tokens, number, offset, lines)
        previous = token


def _link(token: Token, following: Token, offset: int, lines: LineMap) -> Iterator[Problem]:
    if token.info == "auto" and _NO_ADDRESS.search(following.content):
        yield refused("marks", offset, lines)
    if token.meta.get("image"):
        yield refused("image", offset - 1, lines)
    elif "title" in token.attrs:
        yield refused("title", offset, lines)
    elif _is_wordless(following):
        yield refused("wordless", offset, lines)


def _other_hosts(
    tokens: Sequence[Token], number: int, offset: int, lines: LineMap
) -> Iterator[Problem]:
    """Words of the link that a token opens which look like the address of another host than it
    leads to.
    """
    following = map(tokens.__getitem__, range(number, len(tokens)))
    held = takewhile(lambda token: token.type != "link_close", following)
    words = "".join(token.content for token in held if token.type in ("text", "text_special"))
    address = str(tokens[number].attrs.get("href", ""))
    for said in other_hosts(_ADDRESS.sub(" ", words), address):
        yield Problem(
            lines.place(offset),
            "refused-link",
            f"these words look like an address, and the link leads elsewhere: {said}",
            f"say in words what is there, or name its own host: {host_of(address)}",
        )
        return


def _is_wordless(token: Token) -> bool:
    """Whether a link's first token is its last, or white space."""
    return token.type == "link_close" or (token.type == "text" and not token.content.strip())


def raw_html(offset: int, lines: LineMap) -> Problem:
    """The finding for raw HTML."""
    return Problem(
        lines.place(offset),
        "raw-html",
        "raw HTML is refused in what editors write",
        "say it in Markdown, or write \\< where you mean the character itself",
    )


def _special(token: Token, placed: Placed, lines: LineMap) -> Iterator[Problem]:
    """An escape or an entity that stands for a quotation mark prints one that binds nothing."""
    start, _ = token.meta["span"]
    if stands_for_mark(token, placed.text):
        yield _stands_for_mark(token.markup, start, placed, lines)
    elif token.info == "entity":
        for _ in zip(range(1), unfit(token.content), strict=False):
            yield forbidden(token.content, placed.at(start), lines)


def stands_for_mark(token: Token, text: str) -> bool:
    """Whether an escape or an entity of a run stands for a quotation mark, and not for a unit."""
    start, _ = token.meta["span"]
    entity = token.info == "entity"
    # The parser takes a backslash and what is after it as one, whatever it is.
    content = token.content.removeprefix("\\") or token.content
    is_mark = content in (MARKS if entity else MARKS.replace("'", "")) + OTHERS + PRIMES + "״"
    unit = content in '"″' and start > 0 and text[start - 1].isdigit()
    return bool(token.content) and is_mark and not unit


def _stands_for_mark(typed: str, start: int, placed: Placed, lines: LineMap) -> Problem:
    return Problem(
        lines.place(placed.at(start)),
        "quotation-entity",
        f"{typed} stands for a quotation mark",
        "type the mark itself",
    )


def _attributes(
    token: Token, previous: Token | None, offset: int, lines: LineMap, *, apart: bool
) -> Iterator[Problem]:
    # Apart from its quotation by a space it marks nothing; the quotation has that finding.
    after = previous is not None and previous.type == "quotation"
    if token.content == "{.ours}" or (token.content == "{.term}" and (after or apart)):
        return
    yield Problem(
        lines.place(offset),
        "refused-markup",
        f"{token.content} has no meaning here",
        "for a term of our own, write {.term} right after the closing mark; remove other braces",
    )


def refused_words(ours: str, placed: Placed, lines: LineMap) -> Iterator[Problem]:
    """What is in our own words that another renderer would take for markup, or that deceives."""
    # A link within its words keeps an image from being read as one; other renderers read it.
    last = placed.text.rfind("](")
    for found in _IMAGE.finditer(ours, 0, max(0, last)):
        yield refused("image", placed.at(found.start()), lines)
    for found in _ADDRESS.finditer(ours):
        yield refused("address", placed.at(found.start()), lines)
    for found in _STRUCK.finditer(ours):
        yield refused("struck", placed.at(found.start()), lines)
        break
    for found in _LINE.finditer(ours):
        offset = placed.at(found.start())
        if found["abbreviation"]:
            yield definition(offset, lines)
        else:
            yield refused(str(found.lastgroup), offset, lines)


def unreadable_in(words: str, place: Place) -> Problem | None:
    """The finding for the first character of some words of ours that cannot be read."""
    at = next(unfit(words), None)
    return None if at is None else _unreadable(words[at], place)


def forbidden(character: str, offset: int, lines: LineMap) -> Problem:
    """The finding for a character that cannot be read, at an offset in the file."""
    return _unreadable(character, lines.place(offset))


def _unreadable(character: str, place: Place) -> Problem:
    return Problem(
        place,
        "forbidden-character",
        f"U+{ord(character):04X} is not a character that can be read: it cannot be seen, changes "
        f"the direction of what follows, or means nothing to others ({name_of(character)})",
        "remove it",
    )


def deceives(found: Deceiving, place: Place) -> Problem:
    """The finding for a word of ours that looks like another."""
    return Problem(
        place,
        "forbidden-character",
        f"{found.word} is not what it looks like: {found.why}",
        found.instead,
    )


def definition(offset: int, lines: LineMap) -> Problem:
    """The finding for a link reference definition or an abbreviation."""
    return Problem(
        lines.place(offset),
        "reference-definition",
        "this definition would turn words in brackets into a link or an abbreviation",
        "write a link where it is used: [words](address)",
    )
