"""The navigation: every entry is a page that there is, by its own title or one that was stated."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.problems import Place, Problem
from citebound.proof.built import Built, NavigationEntry
from citebound.proof.imitation import imitated


def navigation_titles(built: Built) -> Iterator[Problem]:
    """What the navigation says that nobody has stated.

    A title is stated in ``mkdocs.yml``, is that of its page, or comes from a folder's name.
    """
    for top in built.navigation:
        for entry in top.entries():
            page = built.pages.get(entry.address) if entry.address is not None else None
            if page and entry.title in (page.title, *built.titles):
                continue
            if page is None:
                yield from _imitating(entry)
            if page is None and _stated(entry, built):
                continue
            yield Problem(
                Place("mkdocs.yml"), "rendered-frame",
                f"the navigation says “{entry.title}”, which nobody has stated",
                "a hook or a plugin has changed the navigation; state the title under nav:",
            )  # fmt: skip


def _imitating(entry: NavigationEntry) -> Iterator[Problem]:
    """What is not ours is not called as if it were checked."""
    for told in imitated((entry.title,)):
        yield Problem(
            Place("mkdocs.yml"), "rendered-frame",
            f"the navigation {told}, of what is not ours: “{entry.title}”",
            "call it something else, in the page's title or under nav:",
        )  # fmt: skip


def _stated(entry: NavigationEntry, built: Built) -> bool:
    """Whether the title of a section, of a page that is not ours or of a link was stated. A page
    that is not ours may call itself as it likes, but not checked.
    """
    if entry.title in built.titles or entry.address in built.others:
        return True
    folders = {part for address in built.others for part in address.split("/")}
    return bool(entry.children) and entry.title.lower().replace(" ", "-") in {
        folder.lower().replace("_", "-") for folder in folders
    }
