"""A finished page against what was handed over: its article byte for byte, its frame as a tree.

Where a site builder has a frame of its own, the whole page is compared byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.problems import Place, Problem
from citebound.proof import listed
from citebound.proof.around import around, frame_problem, read_frame, runs
from citebound.proof.built import Built
from citebound.proof.frame import Files
from citebound.proof.imitation import imitated
from citebound.proof.nodes import Element, read_html, without_edges
from citebound.proof.said import LOST

_WHITE = " \t\n\r\f"
_PICTURE = re.compile(r"data:image/(?:png|gif|jpeg|webp);base64,[A-Za-z0-9+/=]*")
_OWN_METAS = {"og:title": "title", "description": "description"}
"""Where the head has what a page says of itself; the frame must say the same elsewhere."""


def prove_page(name: str, content: bytes, built: Built, files: Files) -> Iterator[Problem]:
    """What is wrong with the page in the file ``name`` of the site."""
    try:
        raw = content.decode("utf-8")
    except UnicodeDecodeError as error:
        yield frame_problem(name, 1, f"the page is not UTF-8: {error.reason}", "")
        return
    address = "" if name == LOST else name.removesuffix("index.html")
    if built.frame is not None:
        yield from _whole(name, raw, address, built)
        return
    start = raw.find(listed.ARTICLE) + len(listed.ARTICLE)
    if start < len(listed.ARTICLE):
        yield Problem(
            Place(name), "rendered-article", "the page has no article",
            "a template or a plugin has changed its start tag",
        )  # fmt: skip
        return
    end = start
    if name != LOST:
        handed = _handed(address, built)
        end, wrong = _article(name, raw, start, handed)
        yield from wrong
    kept = read_html(raw, edges=True)
    whole = without_edges(kept)
    yield from _held(name, kept, address, built)
    # The lines of the article stay, so that a finding after it has its own.
    lines = "\n" * raw.count("\n", start, end)
    yield from around(name, raw[:start] + lines + raw[end:], whole, built, files)


def _whole(name: str, raw: str, address: str, built: Built) -> Iterator[Problem]:
    """What is wrong with a page whose every byte is known."""
    assert built.frame is not None
    page = built.pages.get(address)
    if page is None:
        yield frame_problem(
            name, 1, "the page is not ours, and nothing says what should stand around it",
            "where pages are written without a theme, put nothing but ours in the site",
        )  # fmt: skip
        return
    before, after = built.frame(page)
    kept = read_html(raw, edges=True)
    whole = without_edges(kept)
    yield from _held(name, kept, address, built)
    frame = read_frame(name, before + after, whole)
    if isinstance(frame, Problem):
        yield frame
    wanted = f"{before}{page.html}{after}"
    if raw != wanted:
        at = _differ(wanted, raw)
        yield Problem(
            Place(name, raw.count("\n", 0, at) + 1), "rendered-article",
            f"the page has “{_near(raw, at)}” where “{_near(wanted, at)}” was handed over",
            "something has changed the page after it was written",
        )  # fmt: skip


# --- the article ----------------------------------------------------------------------------


def _handed(address: str, built: Built) -> str:
    """The HTML that was handed over for the page at an address."""
    other = built.others.get(address)
    return other.html if other else str(built.pages[address].html)


def _article(name: str, raw: str, start: int, html: str) -> tuple[int, tuple[Problem, ...]]:
    """Where the article ends, and the problem where it is not what was handed over."""
    begins = start + len(raw[start:]) - len(raw[start:].lstrip(_WHITE))
    handed = html.strip(_WHITE)
    ends = begins + len(handed)
    closes = raw.find("</article>", ends)
    if raw.startswith(handed, begins) and closes >= 0 and not raw[ends:closes].strip(_WHITE):
        return closes, ()
    closes = max(raw.rfind("</article>"), start)
    found = raw[begins:closes].rstrip(_WHITE)
    at = _differ(handed, found)
    line = raw.count("\n", 0, begins + at) + 1
    return closes, (
        Problem(
            Place(name, line),
            "rendered-article",
            f"the article has “{_near(found, at)}” where “{_near(handed, at)}” was handed over",
            "an extension, a hook or a template has changed the page; nothing may be added to an "
            "article",
        ),
    )


def _differ(one: str, other: str) -> int:
    """Where two texts begin to differ."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _near(html: str, at: int) -> str:
    """A few characters from a place on, white space folded."""
    return " ".join(html[max(0, at - 20) : at + 40].split())


def _held(name: str, whole: Element, address: str, built: Built) -> Iterator[Problem]:
    """What no article may hold, and what only an article of ours may."""
    article = next((e for e in whole.elements() if e.get("id") == listed.ARTICLE_ID), whole)
    ours = name == LOST or address not in built.others
    for element in [*article.elements()][1:]:
        for told in _refused(element, None if ours else "the page is not ours"):
            yield Problem(
                Place(name), "rendered-article", f"the article has {element.opening}: {told}",
                "nothing in an article runs, loads or redirects" if ours else
                "take it out of the page, or give it another name",
            )  # fmt: skip
    if not ours:
        for where, readings in _said(whole, article):
            for told in imitated(readings):
                yield Problem(
                    Place(name), "rendered-article",
                    f"the {where} {told}, and the page is not ours",
                    "take it out of the page, or say it in other words",
                )  # fmt: skip


def _said(whole: Element, article: Element) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a page that is not ours says in its own words, each with where it does."""
    yield "article", _in_one_line(article)
    for element in whole.elements():
        name = element.get("property") or element.get("name")
        if element.tag == "meta" and name in _OWN_METAS:
            yield _OWN_METAS[name], (" ".join((element.get("content") or "").split()),)


def _in_one_line(article: Element) -> tuple[str, str]:
    """The words of an article, what is in code left out: it is shown as code. They are read with
    a space wherever an element begins or ends, and with one only where a line does: emphasis in
    a word parts no letters.
    """
    parted: list[str] = []
    joined: list[str] = []
    waiting: list[Element | str] = [article]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            parted += (node, " ")
            joined.append(node)
        elif node.tag not in {"code", "pre"}:
            edge = (" ",) if node.tag in listed.LINES else ()
            waiting += (*edge, *node.children[::-1], *edge)
    return " ".join("".join(parted).split()), " ".join("".join(joined).split())


def _refused(element: Element, foreign: str | None) -> Iterator[str]:
    if element.tag in _refused_tags(foreign) and not _is_picture_part(element):
        yield f"<{element.tag}> is refused"
    for attribute, value in element.attributes:
        if attribute.startswith("on") or attribute in listed.REFUSED_ATTRIBUTES:
            yield f"{attribute} is refused"
        is_picture = element.tag == "img" and _PICTURE.fullmatch(value)
        if runs(attribute, value) and not is_picture:
            yield f"{attribute} leads to {value[:40]}"
        if foreign and attribute in listed.FOREIGN_ATTRIBUTES | {"data-md-toggle"}:
            yield f"{attribute} is refused, and {foreign}"
        if foreign and attribute == "class" and _is_the_frames(value):
            yield f"{attribute} has a class of the theme’s frame, and {foreign}"
        if foreign and attribute in listed.OUR_ATTRIBUTES:
            yield f"{attribute} is written by our templates only, and {foreign}"
        if foreign and attribute in {"class", "id", "name"} and _is_ours(value):
            yield f"{attribute} begins with cb- as our templates write it, and {foreign}"


def _refused_tags(foreign: str | None) -> frozenset[str]:
    if foreign:
        return listed.REFUSED_TAGS | listed.FOREIGN_TAGS
    return (listed.REFUSED_TAGS | {"#comment"}) - listed.OUR_TAGS


def _is_picture_part(element: Element) -> bool:
    """Whether it is the title of a picture: SVG has one, as a page has."""
    return element.tag == "title" and not element.attributes


def _is_ours(names: str) -> bool:
    return any(each.startswith("cb-") for each in names.split())


def _is_the_frames(names: str) -> bool:
    """Whether a class is one of the theme's that stands outside of articles."""
    return any(each.startswith("md-") for each in {*names.split()} - listed.THEME_CLASSES)
