"""The finished site damaged, one file at a time, and each file proved alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random

from bench import damages
from bench.outcome import Outcome
from bench.unnoticed import why_unnoticed
from citebound.door.build import Finished
from citebound.proof.site import expected, prove_file

NEW_FILES = ("x.html", "briefings/x/index.html", "assets/x.js", "x.svg", "data/x.json", "x.txt")

PAGES = {"page of ours": 10, "page of the documentation": 4, "the page of what is not found": 1}
"""The kinds of pages, each as often as this says."""

PAGE_SHARE = 0.75
"""So many of the damages are to pages; the rest are to other files."""


@dataclass(frozen=True)
class FinishedSite:
    """A finished site in a folder of the bench's own, and all that it should be."""

    folder: Path
    finished: Finished

    @cached_property
    def files(self) -> dict[str, list[str]]:
        """Its files by what they are."""
        found: dict[str, list[str]] = {}
        for path in sorted(self.folder.rglob("*")):
            if path.is_file():
                name = path.relative_to(self.folder).as_posix()
                found.setdefault(self._kind(name), []).append(name)
        return found

    def _kind(self, name: str) -> str:
        built = self.finished.built
        address = name.removesuffix("index.html")
        if name == "404.html":
            return "the page of what is not found"
        if name.endswith(".html"):
            return "page of ours" if address in built.pages else "page of the documentation"
        if name.startswith("sitemap"):
            return "sitemap"
        if name in built.assets:
            return "feed" if name.endswith(".xml") else "data"
        if name.startswith("search-index/"):
            return "search"
        return {"css": "style", "js": "script"}.get(name.rpartition(".")[2], "other file")

    def found(self, *names: str) -> bool:
        """Whether the proof says anything of these files."""
        sources = self.finished.edition.verified.library.sources
        return any(prove_file(self.folder, name, self.finished.built, sources) for name in names)

    def copied(self, folder: Path) -> FinishedSite:
        """The same in another folder."""
        shutil.copytree(self.folder, folder)
        return FinishedSite(folder, self.finished)


@contextmanager
def as_before(*paths: Path) -> Iterator[None]:
    """Files that are damaged within are afterwards as they were."""
    before = [path.read_bytes() if path.is_file() else None for path in paths]
    try:
        yield
    finally:
        for path, content in zip(paths, before, strict=True):
            if content is not None:
                path.write_bytes(content)
            else:
                path.unlink()
                while path.parent.is_dir() and not any(path.parent.iterdir()):
                    path = path.parent  # noqa: PLW2901, its folders with it
                    path.rmdir()


def damage_finished(site: FinishedSite, random: Random) -> Outcome:
    """One damage to the finished site, and what became of it."""
    if random.random() < PAGE_SHARE:
        kind = random.choices([*PAGES], [*PAGES.values()])[0]
        return _page(site, random, kind, random.choice(site.files[kind]))
    kind = random.choice([kind for kind in site.files if kind not in PAGES])
    name = random.choice(site.files[kind])
    return random.choices(
        (_content, _removed, _added, _swapped), (12, 1, 1, 1)
    )[0](site, random, kind, name)  # fmt: skip


def _page(site: FinishedSite, random: Random, kind: str, name: str) -> Outcome:
    path = site.folder / name
    text = path.read_text("utf-8")
    for _ in range(10):
        choice = random.choice([*damages.IN_PAGES, "a bit flipped", "cut short", "emptied"])
        if choice in damages.IN_PAGES:
            damaged = damages.IN_PAGES[choice](random, text)
            content = None if damaged is None else damaged.encode()
        else:
            content = damages.IN_BYTES[choice](random, text.encode())
        if content is not None and content != text.encode():
            return _written(site, kind, name, choice, content)
    return _removed(site, random, kind, name)


def _written(site: FinishedSite, kind: str, name: str, damage: str, content: bytes) -> Outcome:
    path = site.folder / name
    with as_before(path):
        before = path.read_bytes()
        path.write_bytes(content)
        if site.found(name):
            return Outcome("finished", kind, damage, "found")
        why = why_unnoticed(name, before, content)
        return Outcome("finished", kind, damage, "ignored" if why else "missed", why or name,
                       _difference(before, content))  # fmt: skip


def _difference(before: bytes, after: bytes) -> str:
    """Where two files begin to differ, with a little around it."""
    at = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
    start = max(0, at - 40)
    return f"{before[start : at + 60]!r} -> {after[start : at + 60]!r}"


def _content(site: FinishedSite, random: Random, kind: str, name: str) -> Outcome:
    content = (site.folder / name).read_bytes()
    for _ in range(10):
        choice = random.choice([*damages.IN_BYTES])
        changed = damages.IN_BYTES[choice](random, content)
        if changed is not None and changed != content:
            return _written(site, kind, name, choice, changed)
    return _written(site, kind, name, "bytes added at the end", content + b" ")


def _removed(site: FinishedSite, _: Random, kind: str, name: str) -> Outcome:
    path = site.folder / name
    must = name in expected(site.finished.built)
    with as_before(path):
        content = path.read_bytes()
        path.rename(path.with_name("removed-for-now"))
        found = site.found(name)
        path.with_name("removed-for-now").unlink()
        path.write_bytes(content)
    told = "found" if found else "missed"
    return Outcome("finished", kind, "removed", told, "" if must else "not expected", name)


def _added(site: FinishedSite, random: Random, kind: str, name: str) -> Outcome:
    new = random.choice((*NEW_FILES, f"{Path(name).parent.as_posix()}/another-{Path(name).name}"))
    path = site.folder / new
    with as_before(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((site.folder / name).read_bytes())
        found = site.found(new)
    return Outcome("finished", kind, "added", "found" if found else "missed", "", new)


def _swapped(site: FinishedSite, random: Random, kind: str, name: str) -> Outcome:
    every = [n for names in site.files.values() for n in names if n != name]
    other = random.choice(every)
    one, two = site.folder / name, site.folder / other
    with as_before(one, two):
        first, second = one.read_bytes(), two.read_bytes()
        if first == second:
            return Outcome("finished", kind, "swapped", "discarded", "the two are equal")
        one.write_bytes(second)
        two.write_bytes(first)
        found = site.found(name, other)
    return Outcome(
        "finished", kind, "swapped", "found" if found else "missed", "", f"{name} {other}"
    )
