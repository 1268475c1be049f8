"""Checks of addresses: one page each, none that vanishes, links that lead somewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping

from citebound.checks.bound_library import BoundLibrary
from citebound.model import Actor, Library, Link, Subject, Text
from citebound.problems import EVERYTHING, Place, Problem, Thing, actor_meant, did_you_mean
from citebound.text.web import host_of, is_deceiving_host, is_mail_address, is_web_address

_TIMELINE = "timeline/"
_JUDGEMENT = "judgement-"


def addresses(project: BoundLibrary) -> Iterator[Problem]:
    """No two pages, and no page and a redirect, have one address."""
    taken: dict[str, str] = {}
    for subject in project.library.subjects():
        if subject.folder in taken:
            yield Problem(
                Place(subject.path),
                "same-address",
                f"{taken[subject.folder]} has the address {subject.folder} already",
                "give one of the two another name",
            )
        taken.setdefault(subject.folder, subject.path)
    for subject in project.library.subjects():
        folder = subject.folder.split("/", 1)[0]
        for former in subject.formerly:
            address = f"{folder}/{former}/"
            if address in taken:
                yield Problem(
                    former.place,
                    "same-address",
                    f"{taken[address]} has the address {address}: it cannot lead elsewhere",
                    "remove it from formerly:, or give that page another name",
                )
            taken.setdefault(address, subject.path)


def vanished(project: BoundLibrary) -> Iterator[Problem]:
    """Every address that was published is a page, leads to one, or says that it is gone."""
    known, unpublished = known_addresses(project), project.unpublished()
    anchors = known_anchors(project)
    for address in project.library.settings.addresses:
        page, has_anchor, anchor = address.partition("#")
        if has_anchor:
            if page in known and page not in unpublished and anchor not in anchors.get(page, ()):
                yield _vanished_anchor(address, page)
        elif address not in known or address in unpublished:
            draft = ": a draft is not published" if address in known else ""
            yield Problem(
                address.place,
                "vanished-address",
                f"{address!s} was published, but there is no page there any more{draft}",
                "name it under formerly: on the page that took its place; "
                "or keep the page with gone: {date: …, why: …}",
            ).resting_on(EVERYTHING)


def _vanished_anchor(address: Text, page: str) -> Problem:
    """The finding of a judgement, or an event, that a published page has no more."""
    if page == _TIMELINE:
        return Problem(
            address.place,
            "vanished-address",
            f"the event {address!s} was published, but there is none of this id any more",
            "keep the event under its id, whatever is known of it now; where it was none, take "
            "this line out, with a word why where the change is recorded",
            "warning",
        ).resting_on(EVERYTHING)
    judgement = address.rpartition("#")[2].removeprefix(_JUDGEMENT)
    return Problem(
        address.place,
        "vanished-address",
        f"the judgement {address!s} was published, but the page has no such judgement any more",
        "withdraw it with this entry, and say in it when, what the page said, and why",
        paste=(
            "corrections:",
            f"  - judgement: {judgement}",
            "    date:",
            "    was:",
            "    is: The judgement is withdrawn.",
            "    why:",
        ),
    ).resting_on(EVERYTHING)


def known_anchors(project: BoundLibrary) -> dict[str, set[str]]:
    """The anchors of judgements, of withdrawn ones too, and of events, by the page that has them;
    of a page that was taken down all are known. What leads to a page has its anchors.
    """
    library = project.public.library
    found = {_TIMELINE: {str(e.id) for b in library.briefings for e in b.events}}
    for briefing in project.library.briefings:
        own = [*(j.id for j in briefing.judgements)]
        own += [c.judgement for c in briefing.corrections if c.judgement]
        held = {f"{_JUDGEMENT}{name}" for name in own}
        if briefing.gone is not None:
            held.update(
                address.partition("#")[2]
                for address in library.settings.addresses
                if address.startswith(f"{briefing.address}#")
            )
        for name in (briefing.id, *briefing.formerly):
            found.setdefault(f"briefings/{name}/", set()).update(held)
    return found


def known_addresses(project: BoundLibrary) -> set[str]:
    """Every address that the site will answer at."""
    known = {"", "briefings/", "actors/", "sources/", *project.other_pages}
    known |= {f"sources/{name}/" for name in project.known_sources()}
    for subject in project.library.subjects():
        known.add(subject.folder)
        folder = subject.folder.split("/", 1)[0]
        known |= {f"{folder}/{former}/" for former in subject.formerly}
    return known


def aliases(project: BoundLibrary) -> Iterator[Problem]:
    """An alias, or a name, belongs to one actor."""
    owner: dict[str, Actor] = {}
    for actor in project.library.actors.values():
        for name in dict.fromkeys((actor.name, *actor.aliases)):
            other = owner.setdefault(str(name), actor)
            if other is not actor:
                yield Problem(
                    name.place,
                    "alias-twice",
                    f"{other.id} has the name {name!s} already",
                    "remove it from one of the two, and link by hand where it is meant: "
                    f"[{name}](actor:{actor.id})",
                ).resting_on(Thing("file", actor.path), Thing("file", other.path))


def links(project: BoundLibrary) -> Iterator[Problem]:
    """Every link is of a kind that is allowed and leads somewhere."""
    known, unpublished = known_addresses(project), project.unpublished()
    events = _events(project.library)
    ours: Mapping[str, Collection[str]] = {
        "actor": project.library.actors, "source": project.known_sources(), "event": events,
    }  # fmt: skip
    hidden = events - _events(project.public.library)
    for subject in project.library.subjects():
        for link in subject.document.links:
            problem = _link(subject, link, known, ours)
            if problem is None and subject.path in project.public.bindings:
                problem = _to_a_draft(subject, link, unpublished, hidden)
            if problem is not None:
                yield problem


def _events(library: Library) -> set[str]:
    """The ids of the events of a library."""
    return {str(event.id) for briefing in library.briefings for event in briefing.events}


def _to_a_draft(
    subject: Subject, link: Link, unpublished: set[str], hidden: set[str]
) -> Problem | None:
    """What is published cannot lead to what is not: pages by address, events by id."""
    kind, _, name = link.target.partition(":")
    if kind == "event":
        if name not in hidden:
            return None
    elif linked_address(subject, link.target) not in unpublished:
        return None
    problem = Problem(
        subject.document.place(link.span.start),
        "unknown-event" if kind == "event" else "broken-link",
        f"this link leads to a draft, which is not published: {link.target!s}",
        "publish both together, or remove the link until then",
    )
    return problem.resting_on(EVERYTHING) if kind == "event" else problem


def _link(
    subject: Subject, link: Link, known: set[str], ours: Mapping[str, Collection[str]]
) -> Problem | None:
    target = link.target
    place = subject.document.place(link.span.start)
    scheme, colon, name = target.partition(":")
    if colon and scheme in ours:
        if name in ours[scheme]:
            return None
        problem = Problem(
            place,
            f"unknown-{scheme}",
            f"there is no {scheme} {name}",
            (actor_meant if scheme == "actor" else did_you_mean)(name, ours[scheme]),
        )
        return problem.resting_on(EVERYTHING) if scheme == "event" else problem
    if is_web_address(target) or is_mail_address(target):
        return deceiving_host(target, place)
    if (colon and "/" not in scheme) or target.startswith(("/", "\\")):
        return Problem(
            place,
            "refused-link",
            f"a link to {target!s} is refused",
            "link to a relative path, actor:id, source:id, event:id, https://host/… or "
            "mailto:name@host",
        )
    if target.startswith("#"):
        return None  # looked at in the finished site, where its headings are
    if not target or linked_address(subject, target) not in known:
        return Problem(
            place,
            "broken-link",
            f"this link leads nowhere: {target!s}",
            "name a file in the same folder, such as 2026-11-moscow-visit.md, or actor:id",
        )
    return None


def deceiving_host(address: str, place: Place) -> Problem | None:
    """The finding for an address whose host looks like another."""
    host = host_of(address)
    if not is_deceiving_host(host):
        return None
    return Problem(
        place,
        "refused-link",
        f"the host {host} is not what it looks like: it mixes letters of two alphabets, or has "
        "signs for letters",
        "copy the address again from where the page is; write its host in the letters of one "
        "alphabet, or as xn--…",
    )


def linked_address(subject: Subject, target: Text | str) -> str:
    """The address that a relative link from a subject's file leads to."""
    path = target.partition("#")[0]
    file = posixpath.normpath(posixpath.join(posixpath.dirname(subject.path), path))
    if file.endswith(".md"):
        folder, _, name = file.removesuffix(".md").removeprefix("docs/").rpartition("/")
        if folder == "briefings" and name[:4].isdecimal():
            name = name[8:]
        address = f"{folder}/{name}/" if folder else f"{name}/"
        return "" if address == "index/" else address.removesuffix("index/")
    page = posixpath.normpath(posixpath.join("/", subject.folder, path)).strip("/")
    return f"{page}/" if page else ""


def ids(project: BoundLibrary) -> Iterator[Problem]:
    """No two judgements of a briefing, withdrawn ones among them, and no two of its events, have
    one id.
    """
    for briefing in project.library.briefings:
        withdrawn = [c.judgement for c in briefing.corrections if c.judgement]
        for what, named in (
            ("judgement", [*(j.id for j in briefing.judgements), *withdrawn]),
            ("event", [e.id for e in briefing.events]),
        ):
            seen: set[str] = set()
            for name in named:
                if name in seen:
                    yield Problem(
                        name.place,
                        "same-address",
                        f"a second {what} has the id {name!s}",
                        "an id is an address: give this one another id",
                    )
                seen.add(name)
