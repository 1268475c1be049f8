"""A project read whole: sources, briefings, actors and what holds for the site."""

from __future__ import annotations

import os
import re
from pathlib import Path

from citebound.model import Library, Settings, Text
from citebound.problems import Place, Problem
from citebound.reading.fields import ID, Fields
from citebound.reading.files import first_link, read_text
from citebound.reading.sources import read_sources
from citebound.reading.subjects import read_actors, read_briefings
from citebound.reading.symbolic_links import symbolic_links
from citebound.reading.unread import unread
from citebound.reading.yaml_text import read_yaml

SITE = "briefings/site.yml"
REVIEWERS = "briefings/reviewers.yml"
ADDRESSES = "briefings/addresses.txt"
PARTS = ("mkdocs.yml", "seeds", "briefings", "docs")
"""What a project has."""

_ADDRESS = re.compile(r"(?P<page>(?:[^/#]+/)*)(?:#(?P<anchor>[^/#]+))?")
"""Names, each with a slash after it, and perhaps an anchor; each of them is an id."""

_REMARK = re.compile(r"(?:^|\s)#.*")
"""A remark begins a line, or stands after a space; after a slash there is an anchor."""


class NotAProjectError(Exception):
    """The folder is not a Citebound project; the message says what it lacks."""


def read_project(root: Path) -> Library:
    """Everything a project holds, with every finding of reading it.

    ``root`` is a folder with ``mkdocs.yml``, ``seeds/``, ``briefings/`` and ``docs/``;
    where one of them is missing, :class:`NotAProjectError` is raised.
    """
    missing = [name for name in PARTS if not (root / name).exists()]
    if missing:
        raise NotAProjectError(f"{root} is not a project: it has no {', no '.join(missing)}")
    sources, broken, source_problems = read_sources(root)
    briefings, briefing_problems = read_briefings(root)
    actors, actor_problems = read_actors(root)
    settings, settings_problems = _settings(root)
    return Library(
        sources,
        briefings,
        actors,
        settings,
        (
            *symbolic_links(root),
            *unread(root),
            *source_problems,
            *briefing_problems,
            *actor_problems,
            *settings_problems,
        ),
        broken,
    )


def _settings(root: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The terms, the reviewers and the published addresses; each file may be missing."""
    problems: list[Problem] = []
    terms = _listed(root, SITE, "terms", problems)
    reviewers = _listed(root, REVIEWERS, "reviewers", problems)
    addresses: list[Text] = []
    if os.path.lexists(root / ADDRESSES):
        text, found = read_text(root, root / ADDRESSES)
        problems += found
        for number, line in enumerate((text or "").split("\n"), 1):
            address = Text(_REMARK.sub("", line).strip(), Place(ADDRESSES, number))
            if _is_address(address):
                addresses.append(address)
            elif address:
                problems.append(
                    Problem(
                        address.place,
                        "bad-id",
                        f"{address!s} is not an address",
                        "ids, each with a slash after it, such as briefings/moscow-visit/; after "
                        "them, of a judgement or an event, its anchor: timeline/#moscow-visit",
                    )
                )
    return Settings(terms, reviewers, tuple(addresses)), tuple(problems)


def _is_address(address: str) -> bool:
    found = _ADDRESS.fullmatch(address)
    if not address or found is None or not found["page"]:
        return False
    names = [*found["page"].removesuffix("/").split("/"), *filter(None, (found["anchor"],))]
    return all(map(ID.fullmatch, names))


def _listed(root: Path, name: str, key: str, problems: list[Problem]) -> tuple[Text, ...]:
    """The one list of texts that a small YAML file holds."""
    if not os.path.lexists(root / name):
        return ()
    text, found = read_text(root, root / name)
    problems += found
    if text is None or not text.strip():
        return ()
    values, found = read_yaml(text, name)
    problems += found
    if values is None:
        return ()
    fields = Fields(values, name, problems)
    listed = fields.texts(key)
    fields.close()
    return listed


def other_pages(root: Path) -> tuple[str, ...]:
    """The addresses of the pages that are written by hand in ``docs/``, and of those
    that every site has.
    """
    fixed = ("timeline/", "quotations/", "search/", "method/", "data/")
    docs = root / "docs"
    written = []
    for folder, below, names in os.walk(docs) if first_link(root, docs) is None else ():
        below[:] = [name for name in below if name[0] != "."]
        for name in names:
            parts = (Path(folder) / name).relative_to(docs).with_suffix("").parts
            if name.endswith(".md") and name[0] != "." and parts[0] != "actors":
                address = "/".join(parts[:-1] if parts[-1] == "index" else parts)
                written.append(f"{address}/" if address else "")
    return (*fixed, *sorted(written))
