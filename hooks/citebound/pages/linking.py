"""Links in an editor's prose: by id, by relative path, and to the actors that it names."""

from __future__ import annotations

import posixpath

from citebound.indexes import names_of, names_pattern
from citebound.model import Actor, Link, Subject
from citebound.pages.edits import Edits
from citebound.pages.sheet import Sheet


def put_links(subject: Subject, sheet: Sheet, edits: Edits) -> None:
    """Links by id and links to files of the project become links to pages."""
    document = subject.document
    for link in document.links:
        if link.label == link.span or edits.taken(link.span.start, link.label.start):
            continue
        if link.target.lower().startswith(("https:", "http:", "mailto:")):
            continue
        address = _address(link, subject, sheet)
        opening = closing = ""
        if address is not None:
            opening = sheet.inline("prose_open_link", address=address)
            closing = sheet.inline("prose_close", tag="a")
        edits.replace(link.span.start, link.label.start, opening)
        edits.replace(link.label.end, link.span.end, closing)


def _address(link: Link, subject: Subject, sheet: Sheet) -> str | None:
    """Where a link leads on the site, or ``None`` where there is no such page."""
    library = sheet.indexes.library
    kind, _, name = link.target.partition(":")
    if kind == "actor":
        return library.actors[name].address if name in library.actors else None
    if kind == "source":
        return library.sources[name].address if name in library.sources else None
    if kind == "event":
        known = {event.id for event in sheet.indexes.events}
        return f"timeline/#{name}" if name in known else None
    path, _, fragment = link.target.partition("#")
    document = subject.document
    if not path:
        return f"{subject.address}#{fragment}"
    path = posixpath.normpath(posixpath.join(posixpath.dirname(document.path), path))
    pages = {subject.path: subject.address for subject in library.subjects()}
    for source in library.sources.values():
        pages[source.path] = pages[source.text_path] = source.address
    address = pages.get(path)
    return f"{address}#{fragment}" if address and fragment else address


def put_mentions(subject: Subject, sheet: Sheet, edits: Edits) -> None:
    """The first mention of each actor in each section becomes a link, longest name first."""
    document = subject.document
    names = {
        name.replace("’", "'"): actor
        for actor in sheet.indexes.library.actors.values()
        for name in names_of(actor)
    }
    pattern = names_pattern(names)
    if pattern is None:
        return
    prose = "".join(
        " " if letter == "\0" and typed == "\n" else letter
        for letter, typed in zip(document.masked, document.text, strict=True)
    )
    starts = [heading.line.start for heading in document.headings]
    seen: set[tuple[int, str]] = set()
    for found in pattern.finditer(prose, document.body):
        actor = names.get(found.group().replace("’", "'"))
        section = sum(start <= found.start() for start in starts)
        if actor is None or (section, actor.id) in seen:
            continue
        if actor.id == subject.id and isinstance(subject, Actor):
            continue
        if edits.taken(found.start(), found.end()):
            continue
        seen.add((section, actor.id))
        words = " ".join(document.text[found.start() : found.end()].split())
        link = sheet.inline("prose_link", kind="cb-actor", address=actor.address, words=words)
        edits.replace(found.start(), found.end(), link)
