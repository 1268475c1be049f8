"""What the door knows of a finished site, handed to its proof.

What ``mkdocs.yml`` says is noted before the first event, so that no hook or plugin has
changed it; what else the builder was given is noted as it is given.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_build_date

from citebound.door.settings import lines_of_allowed
from citebound.door.smaller import smaller_files
from citebound.problems import Problem
from citebound.proof.allowed import read_allowed
from citebound.proof.built import Built, NavigationEntry, OtherPage
from citebound.proof.files import ENGINES_THEME
from citebound.shown.facts import SiteFacts

HOOK = "publish_site.py"
_MATERIAL_FAVICON = "assets/images/favicon.png"


@dataclass(frozen=True, slots=True)
class Ran:
    """What was noted while a build ran: what its events told, and the names of the hooks and
    plugins besides ours.
    """

    navigation: tuple[NavigationEntry, ...] = ()
    others: dict[str, OtherPage] = field(default_factory=dict)
    copied: frozenset[str] = frozenset()
    besides: tuple[str, ...] = ()

    def as_text(self) -> str:
        """As JSON, for another process."""
        return json.dumps({**asdict(self), "copied": sorted(self.copied)})

    @classmethod
    def of_text(cls, text: str) -> Ran:
        """What :meth:`as_text` has made text of."""
        read = json.loads(text)
        return cls(
            tuple(map(_entry_of, read["navigation"])),
            {address: OtherPage(**page) for address, page in read["others"].items()},
            frozenset(read["copied"]),
            tuple(read["besides"]),
        )


def _entry_of(read: dict[str, Any]) -> NavigationEntry:
    children = tuple(map(_entry_of, read["children"]))
    return NavigationEntry(read["title"], read["address"], children)


@dataclass(slots=True)
class Notes:
    """What is noted of one build: ``stated`` before it, the rest while it runs."""

    stated: Built
    problems: tuple[Problem, ...] = ()
    navigation: Navigation | None = None
    copied: frozenset[str] = frozenset()
    others: dict[str, OtherPage] = field(default_factory=dict)

    def other_page(self, html: str, page: MkDocsPage) -> None:
        """Note a page that is not ours, as the theme prints it."""
        for side in ("left", "center", "right"):
            html = html.replace(f' style="text-align: {side};"', "")
        if "<h1" not in html:
            html = f"<h1>{escape(page.title or '')}</h1>{html}"
        address = page.file.dest_uri.removesuffix("index.html")
        self.others[address] = OtherPage(html, f"docs/{page.file.src_uri}")

    def ran(self, config: MkDocsConfig) -> Ran:
        """What was noted while it ran."""
        return Ran(
            tuple(map(_entry, self.navigation.items)) if self.navigation else (),
            self.others,
            self.copied,
            tuple(name for name in config.plugins if not name.endswith(HOOK)),
        )

    def built(self, ran: Ran) -> Built:
        """The site as it should be, apart from what the edition has of it."""
        return replace(
            self.stated,
            navigation=ran.navigation,
            others=ran.others,
            copied=ran.copied,
            others_ran=ran.besides,
            indexed=not self.stated.facts.preview,
        )


def noted(config: MkDocsConfig, facts: SiteFacts) -> Notes:
    """What ``mkdocs.yml`` says of the frame of a page, and what it allows."""
    settings = config.extra.get("citebound")
    entries = settings.get("allow") if isinstance(settings, dict) else None
    allowed, problems = read_allowed(entries, lines_of_allowed(Path(config.config_file_path)))
    favicon = config.theme.get("favicon")
    custom = config.theme.custom_dir
    return Notes(
        Built(
            pages={},
            assets=smaller_files(ENGINES_THEME),
            # The preview says its own address to the theme, and to nothing else.
            facts=replace(facts, site_url=config.site_url or None),
            description=config.site_description or "",
            copyright=unescape(config.copyright or ""),
            features=tuple(config.theme.get("features") or ()),
            extra_css=tuple(map(str, config.extra_css)),
            logo=config.theme.get("logo"),
            favicon=None if favicon == _MATERIAL_FAVICON else favicon,
            stated=None if config.nav is None else _stated(config.nav, config),
            documentation=Path(config.docs_dir),
            themes=tuple(Path(folder) for folder in config.theme.dirs if folder != custom),
            custom_theme=Path(custom) if custom else None,
            allowed=allowed,
            built_on=get_build_date(),
        ),
        problems,
    )


def _stated(nav: object, config: MkDocsConfig) -> tuple[NavigationEntry, ...]:
    """What ``nav:`` states: each entry with its title, empty where it has none of its own, and the
    address that its file will have.
    """
    if isinstance(nav, dict):
        return tuple(
            NavigationEntry(str(title), _address_of(below, config))
            if isinstance(below, str)
            else NavigationEntry(str(title), None, _stated(below, config))
            for title, below in nav.items()
        )
    if isinstance(nav, list):
        return tuple(entry for each in nav for entry in _stated(each, config))
    return (NavigationEntry("", _address_of(str(nav), config)),)


def _address_of(path: str, config: MkDocsConfig) -> str:
    """Where an entry of ``nav:`` leads: a URL as it is, a file to its page."""
    parts = urlsplit(path)
    if parts.scheme or parts.netloc or path.startswith("/"):
        return path
    url = File(path, config.docs_dir, config.site_dir, use_directory_urls=True).url
    return "" if url in {".", "./"} else url


def _entry(item: StructureItem) -> NavigationEntry:
    children = tuple(map(_entry, getattr(item, "children", None) or ()))
    address = item.url if isinstance(item, MkDocsPage | Link) else None
    return NavigationEntry(str(item.title), address, children)
