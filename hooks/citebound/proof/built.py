"""What was handed to the site builder, as values: the site that there should be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from citebound.pages.page import Page
from citebound.proof.allowed import Allowed
from citebound.shown.facts import SiteFacts


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """An entry of the navigation: its title, the address of its page (or the URL of another
    site), and what stands below it.
    """

    title: str
    address: str | None = None
    children: tuple[NavigationEntry, ...] = ()

    def entries(self) -> Iterator[NavigationEntry]:
        """The entry and all below it."""
        yield self
        for child in self.children:
            yield from child.entries()

    def leads_to(self, address: str) -> bool:
        """Whether it, or an entry below it, is the page at ``address``."""
        return any(entry.address == address for entry in self.entries())


@dataclass(frozen=True, slots=True)
class OtherPage:
    """A page that is not ours, such as the documentation's: its HTML, as it was handed to the
    theme, and its file, relative to the project's root.
    """

    html: str
    edit: str | None = None


Frame = Callable[[Page], tuple[str, str]]
"""What stands in the file of a page before its article's HTML, and what after it."""


@dataclass(frozen=True, slots=True)
class Built:
    """All that a finished site is made of.

    ``pages`` and ``assets`` are the edition, by address; ``others`` are the pages that are not
    ours, by address. ``indexed`` is false while the search index, whose files are assets, is
    still being made (in the preview). ``documentation`` is the folder whose files MkDocs
    copies, ``copied`` their addresses; ``themes`` are the folders of the theme as it was
    installed, ``custom_theme`` the folder of ``theme: custom_dir:``. ``stated`` is the ``nav:``
    of ``mkdocs.yml`` (an entry that it gives no title has none), or ``None`` where it has none.
    ``built_on`` is the day that the sitemap says. ``others_ran`` names the hooks and plugins of
    ``mkdocs.yml`` besides ours. ``frame`` is given by a site builder that has no theme: its
    pages are known to the last byte. Without it, pages have the frame that the tables list.
    """

    pages: Mapping[str, Page]
    assets: Mapping[str, bytes]
    facts: SiteFacts
    description: str = ""
    copyright: str = ""
    features: tuple[str, ...] = ()
    extra_css: tuple[str, ...] = ()
    logo: str | None = None
    favicon: str | None = None
    navigation: tuple[NavigationEntry, ...] = ()
    stated: tuple[NavigationEntry, ...] | None = None
    copied: frozenset[str] = frozenset()
    others: Mapping[str, OtherPage] = field(default_factory=dict)
    indexed: bool = True
    documentation: Path | None = None
    themes: tuple[Path, ...] = ()
    custom_theme: Path | None = None
    allowed: tuple[Allowed, ...] = ()
    built_on: str | None = None
    others_ran: tuple[str, ...] = ()
    frame: Frame | None = None

    @property
    def titles(self) -> frozenset[str]:
        """The titles that ``nav:`` states."""
        stated = (entry for top in self.stated or () for entry in top.entries())
        return frozenset(entry.title for entry in stated if entry.title)

    @property
    def suspects(self) -> str:
        """A sentence on what may have added a thing that nobody knows; empty for nothing."""
        named = ", ".join(self.others_ran)
        return f"It may come from {named}, which mkdocs.yml names as well." if named else ""
