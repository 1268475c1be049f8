"""What is handed over with a page: its address, kind, title, description, headings, file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citebound.model import Actor, Briefing
from citebound.pages.page import Page
from citebound.problems import Problem
from citebound.proof.made import phrases
from citebound.proof.made.figures import Figures
from citebound.proof.made.ground import differs
from citebound.proof.made.known import Thing
from citebound.proof.nodes import Element, with_single_spaces

_LONGEST = 300
_FIXED = {"": "home", **{f"{kind}/": kind for kind in phrases.TITLES}, "quotations/": "quotations"}
_SIDE = frozenset(("headerlink", "cb-mark", "cb-our-count"))


def pages_again(figures: Figures) -> Iterator[Problem]:
    """The pages that there are against those that there must be."""
    public = figures.whole.public
    wanted = {*_FIXED, *figures.things, *(moved.address for moved in public.moved)}
    wanted |= {notice.address for notice in public.taken_down}
    further = {a for a in figures.whole.pages if a.startswith("quotations/") and a not in _FIXED}
    wanted |= {f"quotations/{number}/" for number in range(2, len(further) + 2)}
    for address in sorted(wanted ^ figures.whole.pages.keys()):
        yield differs(address or "index.html", "the page is missing, or is of nothing")


def handed_again(page: Page, body: Element, figures: Figures) -> Iterator[Problem]:
    """What is said of a page besides what stands on it."""
    figures.whole.ground.see("page that is handed over")
    thing = figures.things.get(page.address)
    notice = next((n for n in figures.whole.public.taken_down if n.address == page.address), None)
    moved = next((m for m in figures.whole.public.moved if m.address == page.address), None)
    kind = _kind(page, thing, is_gone=notice is not None)
    says = {
        "kind": (page.kind, kind),
        "description": (
            with_single_spaces(page.description),
            _short(_description(page, kind, figures)),
        ),
        "file": (page.edit, (thing.path or None) if thing else notice.path if notice else None),
        "new address": (page.target, moved.target if moved else None),
        "place in the navigation": (page.listed, page.address in _FIXED),
    }
    for name, (has, wanted) in says.items():
        if has != wanted:
            yield differs(page.address, f"the {name} of the page is {has}, and must be {wanted}")
    title = _title(page, kind, figures)
    if with_single_spaces(str(page.title)) != title:
        yield differs(page.address, f"the title of the page is {page.title}, and must be {title}")
    elements = [*body.elements()]
    shown = {e.get("data-quote") for e in elements} - {None}
    if shown != page.quotations:
        yield differs(page.address, "the page does not show the passages that it should")
    listed = [(h.level, with_single_spaces(h.words), h.anchor) for h in page.headings]
    if listed != [*_headings(elements)]:
        yield differs(page.address, "the headings of the page are not those that stand on it")


def _kind(page: Page, thing: Thing | None, *, is_gone: bool) -> str:
    if page.address in _FIXED:
        return _FIXED[page.address]
    if thing is not None:
        is_ours = "briefing" if isinstance(thing, Briefing) else "actor"
        return is_ours if isinstance(thing, Briefing | Actor) else "source"
    if is_gone:
        return "gone"
    return "quotations" if page.address.startswith("quotations/") else "redirect"


def _title(page: Page, kind: str, figures: Figures) -> str:
    if kind == "home":
        return with_single_spaces(figures.whole.facts.site_name)
    if kind == "quotations":
        number = page.address.removeprefix("quotations/").strip("/")
        return f"Quotations, page {number}" if number else "Quotations"
    return phrases.TITLES.get(kind) or with_single_spaces(
        str(figures.named_pages.get(page.address, ""))
    )


def _headings(elements: Iterable[Element]) -> Iterator[tuple[int, str, str]]:
    for element in elements:
        anchor = element.get("id")
        if len(element.tag) == 2 and element.tag[0] == "h" and anchor:
            yield int(element.tag[1]), with_single_spaces(_own(element)), anchor


def _own(element: Element) -> str:
    """The words of a heading without marks, its link to itself, and what says who counted."""
    return "".join(
        child if isinstance(child, str) else _own(child)
        for child in element.children
        if isinstance(child, str) or not {*(child.get("class") or "").split()} & _SIDE
    )


def _short(text: str) -> str:
    """A description: its beginning, where it is long."""
    told = " ".join(text.split())
    if len(told) <= _LONGEST:
        return with_single_spaces(told)
    return with_single_spaces(told[:_LONGEST].rsplit(" ", 1)[0] + "…")


def _description(page: Page, kind: str, figures: Figures) -> str:
    thing = figures.things.get(page.address)
    if isinstance(thing, Briefing):
        return str(thing.summary)
    if isinstance(thing, Actor):
        said = str(thing.facts[0].text) if thing.facts else f"A {thing.kind}."
        return f"{thing.name}: {said}"
    if thing is not None:
        by = f", {thing.publisher}" if thing.publisher else ""
        return f"{thing.title}{by}. {thing.descriptor}"
    if kind == "gone":
        notices = figures.whole.public.taken_down
        why = next(n.why for n in notices if n.address == page.address)
        return f"This page was taken down: {why}"
    if kind == "redirect":
        listed = (page.target or "").startswith("actors/#")
        said = "In the list of actors" if listed else "This page has moved"
        return f"{said}: {figures.named_pages.get(page.address, '')}"
    if kind == "timeline":
        return _of_timeline(figures)
    if kind == "quotations":
        return _of_quotations(page, figures)
    return phrases.DESCRIPTIONS[kind]


def _of_timeline(figures: Figures) -> str:
    if not figures.events:
        return "No events yet."
    first_last = figures.dated_years
    span = f" from {first_last[0]} to {first_last[-1]}" if first_last else ""
    return (
        f"{len(figures.events)} events{span}, each with its date as precise as the source has it, "
        "its status and its passage."
    )


def _of_quotations(page: Page, figures: Figures) -> str:
    if not figures.passages:
        return "No quotations yet."
    number = page.address.removeprefix("quotations/").strip("/")
    return (
        f"All {len(figures.passages)} quotations of the site, each with whose words it is, its "
        f"place in the source and where it is used{f'; page {number}' if number else ''}."
    )
