"""The page that says how to read and check a site: listed line by line, except its sources."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from citebound.claims import saying
from citebound.pages.page import Page
from citebound.passages.qualifier_words import QUALIFIERS
from citebound.problems import Problem
from citebound.proof.made.ground import differs
from citebound.proof.made.method_lines import LINES
from citebound.proof.made.telling import BLOCKS, MARK, plain
from citebound.proof.made.whole import Whole
from citebound.proof.nodes import Element, with_single_spaces
from citebound.text import limiting

_SOURCES = "Sources and their hashes: table"


def method_again(page: Page, body: Element, whole: Whole) -> Iterator[Problem]:
    """What of the page is not as listed."""
    wanted = [_with_qualifiers(line) for line in LINES]
    for said, line in zip_longest(lines_of(body, page, whole), wanted, fillvalue=""):
        if said != line:
            yield differs(
                page.address, f"the page has “{said.strip()}”, listed is “{line.strip()}”"
            )
            break
    rows = [
        (
            *(whole.leads(e.get("href") or "", page) for e in row.elements() if e.tag == "a"),
            *(with_single_spaces(e.words) for e in row.elements() if e.tag in ("a", "code")),
        )
        for table in body.elements() if table.get("aria-label") == _SOURCES
        for row in table.elements() if row.tag == "tr"
    ]  # fmt: skip
    sources = sorted(whole.public.library.sources.items())
    known = [(source.address, name, source.sha256) for name, source in sources]
    if rows != ([(), *known] if known else []):
        yield differs(page.address, "the sources and their hashes are not those that there are")


def _with_qualifiers(line: str) -> str:
    """A line with the closed list of a language's words, or their number, filled in: ``{en}`` its
    qualifiers, ``{saying:en}`` its verbs of saying, ``{limiting:en}`` its words that limit.
    """
    for tag, qualifiers in QUALIFIERS.items():
        lists = {
            tag: qualifiers,
            f"saying:{tag}": saying.listed(tag),
            f"limiting:{tag}": limiting.listed(tag),
        }
        for name, words in lists.items():
            line = line.replace(f"{{{name}}}", ", ".join(words))
            line = line.replace(f"{{n:{name}}}", str(len(words)))
    return line


def lines_of(element: Element, page: Page, whole: Whole, depth: int = 0) -> Iterator[str]:
    """An element line by line: one for each block, indented as deep as it stands."""
    if element.get("aria-label") == _SOURCES:
        return
    yield f"{' ' * depth}{_opening(element, page, whole)}{_own(element, page, whole)}".rstrip()
    for child in element.children:
        if isinstance(child, Element) and child.tag in BLOCKS:
            yield from lines_of(child, page, whole, depth + 1)


def _own(element: Element, page: Page, whole: Whole) -> str:
    """What stands in an element apart from blocks."""
    said = ""
    for child in element.children:
        if isinstance(child, str):
            said += plain(child)
        elif child.tag not in BLOCKS:
            said += f"{_opening(child, page, whole)}{_own(child, page, whole)}</>"
    return said.strip(" ") if element.tag in BLOCKS else said


def _opening(element: Element, page: Page, whole: Whole) -> str:
    href = element.get("href")
    led = None if href is None else whole.leads(href, page)
    return f"{_name_of(element)[:-1]} {_attributes(element, led)}".rstrip() + ">"


def _name_of(element: Element) -> str:
    """An element as the lines name it."""
    given = dict(element.attributes)
    identity = given.get("data-quote")
    if identity is not None:
        return f"<quote {identity}>"
    anchor = given.get("id")
    if len(element.tag) == 2 and element.tag[0] == "h" and anchor:
        return f"<{element.tag}#{anchor}>"
    first = given.get("class", "").partition(" ")[0]
    return f"<{element.tag}.{first}>" if first else f"<{element.tag}>"


def _attributes(element: Element, resolved: str | None) -> str:
    """The attributes of an element in the order of their names; ``resolved`` is where its link
    leads, instead of how it is written.
    """
    given = (
        (name, resolved if name == "href" and resolved is not None else value)
        for name, value in element.attributes
    )
    return " ".join(f'{name}="{plain(value).replace(chr(34), MARK)}"' for name, value in given)
