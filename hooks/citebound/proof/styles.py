r"""Stylesheets of a finished site: whom they ask for something, and what words they print.

They are read by a parser of CSS, so that upper case, comments and escapes (``\68ttps:``) make no
difference, and always as UTF-8: a server says so of every file, whatever ``@charset`` says. Every
stylesheet is looked at for other hosts. Those of the owner print no words either: ``content`` and
its like put before a visitor what nobody has checked, a picture of words as well as the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import tinycss2
from tinycss2.ast import (
    AtKeywordToken,
    AtRule,
    CurlyBracketsBlock,
    FunctionBlock,
    IdentToken,
    LiteralToken,
    Node,
    ParseError,
    SquareBracketsBlock,
    StringToken,
    URLToken,
)

from citebound.problems import Place, Problem
from citebound.proof.addresses import leads_elsewhere
from citebound.proof.allowed import YOURS, file_lines

_ADDRESSES = frozenset(("url", "src", "image", "image-set", "-webkit-image-set", "cross-fade"))
"""Functions in which a string is an address."""

_NAMES = frozenset((*_ADDRESSES, "format", "tech", "type", "local"))
"""Functions in which a string is printed by nobody."""

_UNPRINTED = frozenset(
    "font font-family font-feature-settings font-language-override font-variation-settings grid "  # noqa: SIM905, a list of words
    "grid-area grid-template grid-template-areas src syntax --md-code-font --md-code-font-family "
    "--md-text-font --md-text-font-family".split()
)
"""Properties in which a string is a name. In any other it may be printed."""

_WORDLESS = frozenset(("none", "normal", "inherit", "initial", "unset", "revert", "revert-layer"))
"""What ``content`` may be besides the empty string."""

_COUNTERS = "counter-style"
_LONG = 60

_UTF_8 = re.compile("utf-?8", re.IGNORECASE)
_PHOTOGRAPH = re.compile(r"data:image/(?:png|gif|jpeg|webp|avif);base64,[A-Za-z0-9+/=]*")
"""The only addresses of ``data:`` that hold neither text nor rules: a picture made of points."""


def stylesheet_hosts(folder: Path) -> Iterator[Problem]:
    """No stylesheet asks another host for anything."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.suffix.lower() != ".css" or not path.is_file():
            continue
        for node, url in _addresses(_parsed(path.read_bytes())):
            if leads_elsewhere(url):
                yield Problem(
                    Place(name, node.source_line, node.source_column), "rendered-host",
                    f"the stylesheet asks another host for {url}", "ship the file with the site",
                )  # fmt: skip


def stylesheet_words(name: str, content: bytes) -> Iterator[Problem]:
    """An owner's stylesheet prints no words; the first that it prints is the finding."""
    rules = _parsed(content)
    for told in _encoded(content, rules):
        yield Problem(
            Place(name), "rendered-file", told, f"save it as UTF-8. {YOURS}",
            paste=file_lines(name, content),
        )  # fmt: skip
        return
    for node, what in (*_printed(rules), *_data(rules)):
        yield Problem(
            Place(name, node.source_line, node.source_column), "rendered-file",
            f"the stylesheet prints words that nobody has checked: {what}",
            f"write them in a page of docs/. {YOURS}", paste=file_lines(name, content),
        )  # fmt: skip
        return


def _parsed(content: bytes) -> list[Node]:
    """The rules of a stylesheet, read as UTF-8."""
    text = content.decode("utf-8-sig", "replace")
    return list(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


def _encoded(content: bytes, rules: Iterable[Node]) -> Iterator[str]:
    """Why a browser may read other letters than the proof does."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        yield f"the stylesheet is not UTF-8: byte 0x{content[error.start]:02X}"
    for rule in rules:
        if isinstance(rule, AtRule) and rule.lower_at_keyword == "charset":
            stated = [node.value for node in rule.prelude if isinstance(node, StringToken)]
            if len(stated) != 1 or not _UTF_8.fullmatch(stated[0]):
                yield "the stylesheet states another encoding than UTF-8 (@charset)"


def _held(node: Node) -> Sequence[Node]:
    """What stands in a rule, a block or a function."""
    if isinstance(node, FunctionBlock):
        return list(node.arguments)
    return [*(getattr(node, "prelude", None) or ()), *(getattr(node, "content", None) or ())]


# --- addresses --------------------------------------------------------------------------------


def _addresses(nodes: Iterable[Node], *, strings: bool = False) -> Iterator[tuple[Node, str]]:
    """Each address that is asked for, and where. With ``strings`` every string is one."""
    for node in nodes:
        if isinstance(node, URLToken) or (strings and isinstance(node, StringToken)):
            yield node, node.value
        elif isinstance(node, FunctionBlock):
            yield from _addresses(node.arguments, strings=node.lower_name in _ADDRESSES)
        else:
            imports = isinstance(node, AtRule) and node.lower_at_keyword == "import"
            yield from _addresses(_held(node), strings=imports)


def _data(rules: Iterable[Node]) -> Iterator[tuple[Node, str]]:
    """What an address holds itself, unless it is a photograph: a drawing may hold words."""
    for node, url in _addresses(rules):
        plain = re.sub(r"[\x00-\x20]", "", url)
        if plain.lower().startswith("data:") and not _PHOTOGRAPH.fullmatch(plain):
            yield node, f"{url[:_LONG]} …"


# --- words --------------------------------------------------------------------------------------


def _printed(rules: Iterable[Node]) -> Iterator[tuple[Node, str]]:
    """What prints words, and where."""
    for rule in rules:
        if isinstance(rule, ParseError):
            yield rule, "it cannot be read for certain"
        elif isinstance(rule, AtRule) and rule.lower_at_keyword == _COUNTERS:
            yield rule, f"@{_COUNTERS}"
        else:
            yield from _in_block(getattr(rule, "content", None) or ())


def _in_block(nodes: Sequence[Node]) -> Iterator[tuple[Node, str]]:
    """The same for what stands between braces: declarations, and rules in them."""
    for piece in _pieces(nodes):
        *before, last = piece
        if isinstance(last, CurlyBracketsBlock):
            yield from _in_block(last.content)
        if any(isinstance(n, AtKeywordToken) and n.lower_value == _COUNTERS for n in before):
            yield piece[0], f"@{_COUNTERS}"
        name = piece[0].lower_value if isinstance(piece[0], IdentToken) else ""
        is_declared = len(piece) > 1 and isinstance(piece[1], LiteralToken) and piece[1] == ":"
        if is_declared and (not isinstance(last, CurlyBracketsBlock) or name.startswith("--")):
            yield from _in_value(name, piece[2:])
        yield from (
            (n, "it cannot be read for certain") for n in piece if isinstance(n, ParseError)
        )


def _pieces(nodes: Sequence[Node]) -> Iterator[list[Node]]:
    """What stands between semicolons, and up to the end of a block; without white space."""
    piece: list[Node] = []
    for node in nodes:
        if node.type in ("whitespace", "comment"):
            continue
        ends = isinstance(node, LiteralToken) and node == ";"
        if not ends:
            piece.append(node)
        if piece and (ends or isinstance(node, CurlyBracketsBlock)):
            yield piece
            piece = []
    if piece:
        yield piece


def _in_value(name: str, value: Sequence[Node]) -> Iterator[tuple[Node, str]]:
    """The words that a declaration prints."""
    if name not in _UNPRINTED:
        yield from ((node, f"{name}: “{node.value}”") for node in _strings(value) if node.value)
    if name == "content":
        for node in value:
            if not _is_wordless(node):
                yield node, f"{name}: {node.serialize()[:_LONG]}"


def _strings(nodes: Iterable[Node]) -> Iterator[StringToken]:
    for node in nodes:
        if isinstance(node, StringToken):
            yield node
        elif isinstance(node, FunctionBlock):
            if node.lower_name not in _NAMES:
                yield from _strings(node.arguments)
        elif not isinstance(node, SquareBracketsBlock):
            yield from _strings(_held(node))


def _is_wordless(node: Node) -> bool:
    """Whether a part of ``content`` prints no words. A string has its own finding."""
    if isinstance(node, IdentToken):
        return node.lower_value in _WORDLESS or node.lower_value == "important"
    return isinstance(node, StringToken | LiteralToken)
