"""The theme's stylesheet without what no page of a site can use.

Material's stylesheet dresses all that the theme can do, and a site has little of it. A selector
stays if each class, id, element and attribute that it asks for stands in a tag of some page, or is
put there by the theme's script; a variable stays if something that stays asks for it. Nothing that
is used goes: a word of a tag counts whatever it means there, and what is not understood of a
selector asks for nothing.

The door publishes what comes of it, and the proof makes it once more from the theme that is
installed and the pages that it finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import tinycss2
from tinycss2.ast import (
    AtRule,
    Declaration,
    HashToken,
    IdentToken,
    LiteralToken,
    Node,
    QualifiedRule,
    SquareBracketsBlock,
    StringToken,
)

from citebound.proof import listed

_TAG = re.compile(r"""<[A-Za-z](?:"[^"]*"|'[^']*'|[^'">])*>""")
_WORD = re.compile(r"[\w-]+")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_OF_THE_SCRIPT = re.compile(r"(?:md|tabbed)-[a-z]+\d?(?:__\w+)?(?:--\w+)?")
_BEGUN = re.compile(r"(?:md|tabbed)-[\w-]+--(?=\$\{)")
"""A class whose end the script puts in: ``tabbed-control--${e}``."""

_ALWAYS = frozenset(
    "checked data-focus-visible-added data-md-switching disabled focus-visible hidden html "  # noqa: SIM905, a list of words
    "indeterminate js js-focus-visible md-header--shadow md-nav__link--active md-nav__link--passed "
    "md-typeset__scrollwrap md-typeset__table no-js open".split()
)
"""Classes and attributes that the theme's script puts into every page, or a reader does."""

_WITHOUT_MORE = frozenset(("content.action.edit", "content.action.view"))
"""Features of the theme for which its script puts nothing into pages."""

_CALLS = frozenset(("annotate", "tabbed-set"))
"""Classes for which its script puts others into pages."""

_GROUPS = frozenset(("media", "supports", "layer", "container"))
_CHANGING = ("aria-", "data-md-", "role")


def words_of_pages(pages: Iterable[str]) -> frozenset[str]:
    """The words that stand in the tags of some pages of HTML."""
    tags: set[str] = set()
    for page in pages:
        tags.update(_TAG.findall(page))
    words = {word for tag in tags for word in _WORD.findall(unescape(tag))}
    return frozenset(words | {word.lower() for word in words})


def used_styles(css: str, words: frozenset[str], others: Iterable[str]) -> str:
    """A stylesheet ``css`` without what pages with these words cannot use. ``others`` are the
    stylesheets beside it, which may ask for its variables.
    """
    rules = list(_used(tinycss2.parse_stylesheet(css, skip_comments=True), words | _ALWAYS))
    asked = frozenset(name for other in others for name in _VARIABLE.findall(other))
    while True:
        written = "".join(_written(rules, asked))
        # A variable that stays may ask for others: a few rounds find all.
        now = asked | frozenset(_VARIABLE.findall(written))
        if now == asked:
            return written
        asked = now


def used_in_folder(theme: Path, name: str, folder: Path, features: Sequence[str]) -> bytes:
    """The stylesheet ``name`` of a theme as the finished site in ``folder`` needs it, where the
    theme has these features.
    """
    words, css = words_of_pages(_texts(folder, "*.html")), (theme / name).read_text("utf-8")
    if words & _CALLS or {*features} - _WITHOUT_MORE:
        script = "".join(_texts(theme, listed.SCRIPTS[0][0]))
        begun = tuple(_BEGUN.findall(script))
        words |= {*_OF_THE_SCRIPT.findall(script)}
        words |= {word for word in _WORD.findall(css) if word.startswith(begun)}
    others = _texts(folder, "*.css", but=theme)
    return used_styles(css, words, others).encode()


def _texts(folder: Path, pattern: str, *, but: Path | None = None) -> Iterator[str]:
    """The files of a folder and below it whose names are like a pattern, as text; without those
    that another folder has as well.
    """
    for path in sorted(folder.rglob(pattern)):
        if path.is_file() and not (but and (but / path.relative_to(folder)).is_file()):
            yield path.read_text("utf-8", "replace")


# --- rules --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Rule:
    """What stands before the braces of a rule, and in them: declarations, each with the variable
    that it gives a value to, if any, or other rules. Without braces it has neither.
    """

    before: str
    declared: tuple[tuple[str | None, str], ...] = ()
    rules: tuple[_Rule, ...] = ()
    braces: bool = True


def _used(nodes: Iterable[Node], words: frozenset[str]) -> Iterator[_Rule]:
    """The rules that pages with these words can use; of a list of selectors those that they can."""
    for node in nodes:
        if isinstance(node, QualifiedRule):
            selectors = [each for each in _between_commas(node.prelude) if _asks(each) <= words]
            if selectors:
                before = ",".join(tinycss2.serialize(each).strip() for each in selectors)
                yield _Rule(before, tuple(_declared(node.content)))
        elif isinstance(node, AtRule):
            before = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}"
            if node.content is None:
                yield _Rule(f"{before};", braces=False)
            elif node.lower_at_keyword in _GROUPS:
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True)
                yield _Rule(before, rules=tuple(_used(inner, words)))
            else:
                yield _Rule(before, ((None, tinycss2.serialize(node.content)),))


def _declared(nodes: Iterable[Node]) -> Iterator[tuple[str | None, str]]:
    """The declarations between braces; where there is something else, all of it as it stands."""
    nodes = list(nodes)
    found = tinycss2.parse_declaration_list(nodes, skip_comments=True, skip_whitespace=True)
    declared = [each for each in found if isinstance(each, Declaration)]
    if len(declared) < len(found):
        yield None, tinycss2.serialize(nodes)
        return
    for each in declared:
        important = "!important" if each.important else ""
        text = f"{each.name}:{tinycss2.serialize(each.value).strip()}{important}"
        yield each.name if each.name.startswith("--") else None, text


def _written(rules: Iterable[_Rule], asked: frozenset[str]) -> Iterator[str]:
    """The rules as text, with the variables that are asked for; none that is empty."""
    for rule in rules:
        kept = (text for name, text in rule.declared if name is None or name in asked)
        within = ";".join(kept) + "".join(_written(rule.rules, asked))
        if not rule.braces:
            yield rule.before
        elif within:
            yield f"{rule.before}{{{within}}}"


# --- selectors ----------------------------------------------------------------------------------


def _between_commas(nodes: Sequence[Node]) -> Iterator[list[Node]]:
    """The selectors of a list."""
    selector: list[Node] = []
    for node in nodes:
        if isinstance(node, LiteralToken) and node == ",":
            yield selector
            selector = []
        else:
            selector.append(node)
    yield selector


def _asks(selector: Iterable[Node]) -> frozenset[str]:
    """The classes, ids, elements and attributes without which no element is like a selector. What
    stands in a function, such as ``:not(…)``, is not asked for.
    """
    return frozenset(_asked(selector))


def _asked(selector: Iterable[Node]) -> Iterator[str]:
    sign = ""
    for node in selector:
        if isinstance(node, HashToken) or (isinstance(node, IdentToken) and sign == "."):
            yield from _WORD.findall(node.value)
        elif isinstance(node, IdentToken) and sign != ":":
            yield node.lower_value
        elif isinstance(node, SquareBracketsBlock):
            yield from _attribute(node.content)
        sign = node.value if isinstance(node, LiteralToken) else ""


def _attribute(nodes: Iterable[Node]) -> Iterator[str]:
    r"""The name of an attribute, and the words of the value that it must have. A part of a value
    (^=, $=, \*=) is not asked for, and states change while a page is read.
    """
    name, *rest = [node for node in nodes if node.type != "whitespace"]
    if not isinstance(name, IdentToken):
        return
    yield name.lower_value
    whole = bool(rest) and isinstance(rest[0], LiteralToken) and rest[0].value == "="
    # What follows the value is a flag: ``[type=submit i]``.
    for node in rest[1:2] if whole and not name.lower_value.startswith(_CHANGING) else ():
        if isinstance(node, IdentToken | StringToken):
            yield from _WORD.findall(node.value.lower() if rest[2:] else node.value)
