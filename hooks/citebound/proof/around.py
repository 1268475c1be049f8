"""The frame of a finished page against the frame that it should have."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace

from citebound.problems import Place, Problem
from citebound.proof import listed
from citebound.proof.addresses import NAMING, is_plain, prefix_of, resolved, with_whole_addresses
from citebound.proof.allowed import YOURS, element_lines
from citebound.proof.built import Built
from citebound.proof.comparing import differences
from citebound.proof.frame import SETTINGS, Files, frame
from citebound.proof.nodes import (
    RAW,
    Element,
    NotPlainError,
    read_html,
    read_plain,
    without_content,
)
from citebound.proof.said import LOST, framed
from citebound.proof.ways import Framed

_RUNS = re.compile(r"\s*(?:javascript|data|vbscript|blob|filesystem):", re.IGNORECASE)


def around(name: str, raw: str, whole: Element, built: Built, files: Files) -> Iterator[Problem]:
    """What is wrong around the article. ``raw`` is the page without what its article holds."""
    plain = read_frame(name, raw, whole)
    if isinstance(plain, Problem):
        yield plain
        return
    page = framed(name, whole, built)
    found, wrong = _settings(name, _hashed(plain), page, built, files)
    yield from wrong
    written, prefix = found, prefix_of(built.facts.site_url) if name == LOST else "/"
    found = with_whole_addresses(written, page.address, prefix)
    known: set[int] = set()
    for difference in differences(frame(page, built, files), found):
        extra = difference.element
        known |= {id(each) for each in extra.elements()} if extra else set()
        if extra is not None and any(entry.is_element(extra) for entry in built.allowed):
            yield from _in_allowed(name, extra, built)
            continue
        found_problem = frame_problem(name, difference.line, difference.sentence, "")
        yield _advised(found_problem, extra, built)
    for before, after in zip(written.elements(), found.elements(), strict=True):
        # What is not listed has been looked at, whoever answers for it.
        if id(after) not in known:
            yield from _addresses(name, before, page, prefix if name == LOST else None)


def _addresses(name: str, element: Element, page: Framed, prefix: str | None) -> Iterator[Problem]:
    """The addresses of an element of the frame that are not plainly written."""
    for attribute, url in element.attributes:
        if attribute in NAMING and not is_plain(url, page.address, prefix):
            told = f'<{element.tag}> has {attribute}="{url}", which is not an address of the '
            told += "site as the frame has them"
            yield frame_problem(name, element.line, told, "see what writes this address")


def elements_around(name: str, raw: str, built: Built) -> Iterator[Element]:
    """The elements around the article of a page, as entries of ``allow:`` name them."""
    whole = without_content(read_html(raw), listed.ARTICLE_ID)
    prefix = prefix_of(built.facts.site_url) if name == LOST else "/"
    address = "" if name == LOST else name.removesuffix("index.html")
    return with_whole_addresses(_hashed(whole), address, prefix).elements()


def read_frame(name: str, raw: str, whole: Element) -> Element | Problem:
    """The frame as a tree, or where two parsers may read it differently. ``raw`` is the page
    without what its article holds, ``whole`` all of it as browsers read it.
    """
    try:
        plain = read_plain(raw)
    except NotPlainError as error:
        return frame_problem(
            name, error.line, f"outside of its article the page has markup in doubt: {error.what}",
            "write each attribute in double quotation marks, close every element, leave no comment",
        )  # fmt: skip
    if plain != (whole if name == LOST else without_content(whole, listed.ARTICLE_ID)):
        return frame_problem(
            name, 1, "outside of its article the page is not what a browser makes of it",
            "HTML does not allow an element where it stands, or the article closes its frame",
        )  # fmt: skip
    return plain


def _advised(problem: Problem, extra: Element | None, built: Built) -> Problem:
    """The problem with what to do about it."""
    if extra is None:
        hint = built.suspects or "the theme, a hook or a plugin has changed the page"
        return replace(problem, hint=hint)
    if extra.tag in _NEVER:
        hint = f"{built.suspects} No entry of mkdocs.yml allows it: take it out."
        return replace(problem, hint=hint.strip())
    hint = f"{built.suspects} {YOURS}".strip()
    return replace(problem, hint=hint, paste=element_lines(extra))


def frame_problem(name: str, line: int, message: str, hint: str) -> Problem:
    """A problem of a frame."""
    return Problem(Place(name, line), "rendered-frame", message, hint)


def _hashed(tree: Element) -> Element:
    """The tree with the hash of each script in place of its text."""
    if tree.tag in RAW and tree.children and tree.get("id") != "__config":
        digest = hashlib.sha256("".join(map(str, tree.children)).encode()).digest()
        return replace(tree, children=(f"sha256-{b64encode(digest).decode()}",))
    children = tuple(_hashed(c) if isinstance(c, Element) else c for c in tree.children)
    return replace(tree, children=children)


_NEVER = frozenset(("base", "meta", "object", "embed", "applet", "#comment"))


def _in_allowed(name: str, allowed: Element, built: Built) -> Iterator[Problem]:
    """What stands in no element, whoever answers for it; and what in it needs an entry of its
    own, because it runs or loads.
    """
    for element in allowed.elements():
        needs = element.tag in listed.REFUSED_TAGS and element is not allowed
        if needs and not any(entry.is_element(element) for entry in built.allowed):
            told = f"{element.opening} stands in an allowed {allowed.opening}"
            needed = frame_problem(name, element.line, told, YOURS)
            yield replace(needed, paste=element_lines(element))
        for attribute, value in element.attributes:
            refused = attribute.startswith("on") or attribute in listed.REFUSED_ATTRIBUTES
            if refused or runs(attribute, value):
                told = f"{element.opening} has {attribute}, which no entry allows"
                yield frame_problem(
                    name, element.line, told, "write it in a script or a stylesheet"
                )
        ours = any(attribute in listed.OUR_ATTRIBUTES for attribute, _ in element.attributes)
        if element.tag in _NEVER or ours or element.get("id") == listed.ARTICLE_ID:
            told = f"{element.opening} is refused, and no entry allows it"
            yield frame_problem(name, element.line, told, "take it out of the page")


def _settings(
    name: str, tree: Element, page: Framed, built: Built, files: Files
) -> tuple[Element, list[Problem]]:
    """The tree without the text of the theme's settings, and what is wrong with them."""
    found = [e for e in tree.elements() if e.get("id") == "__config"]
    if len(found) != 1:
        return tree, []
    try:
        told = json.loads("".join(map(str, found[0].children)), object_pairs_hook=_each_once)
    except ValueError:
        told = None
    prefix = prefix_of(built.facts.site_url) if name == LOST else "/"
    if isinstance(told, dict):
        for key in ("base", "search"):
            url = str(told.get(key))
            plain = is_plain(url, page.address, prefix if name == LOST else None)
            told[key] = resolved(url, page.address, prefix) if plain else None
    wanted = {
        **listed.SETTINGS, "base": "/", "search": f"/{files.worker}",
        "features": list(built.features),
    }  # fmt: skip
    wrong = []
    if told != wanted:
        message = "the settings of the theme's script are not those that are listed"
        wrong.append(frame_problem(name, found[0].line, message, "see what writes __config"))
    return _emptied(tree, found[0]), wrong


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object of JSON. Raises :class:`ValueError` for a key that stands twice."""
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def _emptied(tree: Element, one: Element) -> Element:
    if tree is one:
        return replace(SETTINGS, attributes=tree.attributes, line=tree.line)
    children = tuple(_emptied(c, one) if isinstance(c, Element) else c for c in tree.children)
    return replace(tree, children=children)


def runs(attribute: str, value: str) -> bool:
    """Whether an attribute holds a URL that runs. Browsers leave controls and spaces out of one."""
    if attribute not in listed.URL_ATTRIBUTES:
        return False
    return _RUNS.match(re.sub(r"[\x00-\x20]", "", value)) is not None
