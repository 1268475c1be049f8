"""The navigation: every entry is a page that there is, by its own title or one that was stated,
and leads where ``nav:`` says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citebound.problems import Place, Problem
from citebound.proof.built import Built, NavigationEntry
from citebound.proof.imitation import imitated
from citebound.proof.ways import href_of


def navigation_titles(built: Built) -> Iterator[Problem]:
    """What the navigation says that nobody has stated.

    A title is stated in ``mkdocs.yml``, is that of its page, or comes from a folder's name.
    """
    titles = built.titles
    for top in built.navigation:
        for entry in top.entries():
            page = built.pages.get(entry.address) if entry.address is not None else None
            if page and (entry.title == page.title or entry.title in titles):
                continue
            if page is None:
                yield from _imitating(entry)
            if page is None and (entry.title in titles or _named(entry, built)):
                continue
            yield Problem(
                Place("mkdocs.yml"), "rendered-frame",
                f"the navigation says “{entry.title}”, which nobody has stated",
                "a hook or a plugin has changed the navigation; state the title under nav:",
            )  # fmt: skip


def _imitating(entry: NavigationEntry) -> Iterator[Problem]:
    """No title of what is not ours says that it is checked."""
    for told in imitated((entry.title,)):
        yield Problem(
            Place("mkdocs.yml"), "rendered-frame",
            f"the navigation {told}, of what is not ours: “{entry.title}”",
            "call it something else, in the page's title or under nav:",
        )  # fmt: skip


def _named(entry: NavigationEntry, built: Built) -> bool:
    """Whether an entry is a page that is not ours, which may call itself as it likes, but not
    checked; or a section that is called as its folder is.
    """
    if entry.address in built.others:
        return True
    folders = {part for address in built.others for part in address.split("/")}
    return bool(entry.children) and entry.title.lower().replace(" ", "-") in {
        folder.lower().replace("_", "-") for folder in folders
    }


def navigation_addresses(built: Built) -> Iterator[Problem]:
    """Entries that lead elsewhere than ``nav:`` of ``mkdocs.yml`` says; what it says of other sites
    is its owner's. Without ``nav:`` every entry is a page of this site.
    """
    if built.stated is not None:
        yield from _differing(built.stated, built.navigation)
        return
    for top in built.navigation:
        for entry in top.entries():
            known = entry.address in built.pages or entry.address in built.others
            if not known and not (entry.children and entry.address is None):
                yield _leads(entry, "which is no page of this site")


def _differing(
    stated: Sequence[NavigationEntry], found: Sequence[NavigationEntry]
) -> Iterator[Problem]:
    for wanted, entry in zip(stated, found, strict=False):
        if entry.address != wanted.address:
            told = "a list of pages" if wanted.address is None else f"/{wanted.address}"
            yield _leads(entry, f"where nav: has {told}")
        elif wanted.title not in ("", entry.title):
            yield _leads(entry, f"and nav: calls that “{wanted.title}”")
        else:
            yield from _differing(wanted.children, entry.children)
    for entry in found[len(stated) :]:
        yield _leads(entry, "which nav: does not have")
    for wanted in stated[len(found) :]:
        yield _changed(f"the navigation lacks “{wanted.title or wanted.address}”, which nav: has")


def _leads(entry: NavigationEntry, told: str) -> Problem:
    where = "to no page" if entry.address is None else f"to {href_of(entry.address)}"
    return _changed(f"“{entry.title}” of the navigation leads {where}, {told}")


def _changed(message: str) -> Problem:
    return Problem(
        Place("mkdocs.yml"), "rendered-frame", message,
        "a hook or a plugin has changed the navigation; write the entry under nav:",
    )  # fmt: skip
