"""The feeds: each entry of each looked up again, all in order."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from citebound.model import Briefing
from citebound.problems import Problem
from citebound.proof.addresses import whole_address
from citebound.proof.made.ground import differs
from citebound.proof.made.named import Named
from citebound.proof.made.whole import relative

_OURS = uuid.UUID("6f9b1c5e-0d0b-5c58-9d5b-3f2b6c1f7a52")
_ATOM = "{http://www.w3.org/2005/Atom}"
_EARLIEST = "1970-01-01"
_DECLARED = '<?xml version="1.0" encoding="utf-8"?>\n'


def feed_again(name: str, content: bytes, named: Named) -> Iterator[Problem]:
    """A feed against the briefings that it is of: that name its actor, or all."""
    whole = named.figures.whole
    whole.ground.see("feed")
    text = content.decode("utf-8", "replace")
    try:
        root = ET.fromstring(text.removeprefix(_DECLARED))  # noqa: S314, a file of our own
    except ET.ParseError as error:
        yield differs(name, f"the feed cannot be read: {error}")
        return
    actor = whole.public.library.actors.get(name.removeprefix("actors/").removesuffix("/feed.xml"))
    page = actor.address if actor else ""
    found = named.briefings_of[actor.id] if actor else [*whole.public.library.briefings]
    found = sorted(sorted(found, key=lambda b: b.id), key=_updated, reverse=True)
    site = whole.facts.site_name
    wanted: list[object] = [
        ("title", (), f"{actor.name} in {site}" if actor else site),
        ("id", (), _identifier(name)),
        ("updated", (), f"{max(map(_updated, found), default=_EARLIEST)}T00:00:00Z"),
        ("author", (), [("name", (), site)]),
    ]
    own = whole_address(whole.facts.site_url, name)
    if own:
        wanted.append(("link", _to("self", "application/atom+xml", own), ""))
    wanted.append(("link", _to("alternate", "text/html", _href(name, page, named)), ""))
    wanted += [("entry", (), [*_entry(name, briefing, named)]) for briefing in found]
    said = [_element(child) for child in root]
    lang = {"{http://www.w3.org/XML/1998/namespace}lang": "en"}
    if (
        said != wanted or root.tag != f"{_ATOM}feed" or root.attrib != lang
        or not text.startswith(_DECLARED) or not text.endswith("</feed>\n") or "<!" in text
    ):  # fmt: skip
        at = next((n for n, (a, b) in enumerate(zip(said, wanted, strict=False)) if a != b), -1)
        yield differs(name, f"the feed says {said[at]}, and must say {wanted[at]}"[:300])


def _entry(name: str, briefing: Briefing, named: Named) -> Iterator[object]:
    yield "title", (), str(briefing.title)
    yield "id", (), _identifier(briefing.address)
    yield "published", (), f"{briefing.date}T00:00:00Z"
    yield "updated", (), f"{_updated(briefing)}T00:00:00Z"
    yield "link", _to("alternate", "text/html", _href(name, briefing.address, named)), ""
    yield "summary", (), str(briefing.summary)


def _to(rel: str, kind: str, href: str) -> tuple[tuple[str, str], ...]:
    return (("href", href), ("rel", rel), ("type", kind))


def _href(name: str, address: str, named: Named) -> str:
    folder = name.rpartition("/")[0] + "/" if "/" in name else ""
    site_url = named.figures.whole.facts.site_url
    return whole_address(site_url, address) or relative(folder, address)


def _element(element: ET.Element) -> object:
    """An element as a value; white space beside elements is not looked at."""
    tag = element.tag.removeprefix(_ATOM)
    held: object = [_element(child) for child in element] or element.text or ""
    idle = (element.tail or "").strip() or (len(element) and (element.text or "").strip())
    return (f"{tag} {idle}" if idle else tag, tuple(sorted(element.attrib.items())), held)


def _updated(briefing: Briefing) -> str:
    return max([str(briefing.date), *(str(c.date) for c in briefing.corrections)])


def _identifier(address: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_OURS, address)}"
