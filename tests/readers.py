"""What the tests of the reader's site share: two sites, full and bare, and a reader's eyes."""

from __future__ import annotations

import gzip
import hashlib
import shutil
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response

from building import build_project
from project import copied

ROOT = Path(__file__).resolve().parent.parent

FULL = {
    "home": "",
    "briefings": "briefings/",
    "briefing": "briefings/moscow-visit/",
    "actors": "actors/",
    "actor": "actors/russia/",
    "timeline": "timeline/",
    "quotations": "quotations/",
    "sources": "sources/",
    "source": "sources/know-how/",
    "method": "method/",
    "search": "search/",
    "data": "data/",
    "documentation": "trust/",
    "reference": "format/",
    "longest reference": "architecture/",
    "lost": "404.html",
}
"""One page of each kind, from the site of this project."""

BARE = {
    "bare home": "",
    "bare briefings": "briefings/",
    "bare briefing": "briefings/bare/",
    "empty actors": "actors/",
    "empty timeline": "timeline/",
    "bare quotations": "quotations/",
    "bare source": "sources/s/",
}
"""The pages that have little or nothing on them in a project with one sentence."""

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

WATCH = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""

TEXT = "The vote was put off.\n"
SOURCE = f"""format: 1
title: A report
publisher: The Paper
published: 2023-06-01
language: en
rights: passages
descriptor: A note of one sentence.
paragraphs: lines
sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}
"""
BRIEFING = """---
format: 1
title: A vote put off
date: 2026-11-24
summary: The vote was put off.
sources: [s]
---

It was put off.[^off]

[^off]: “The vote was put off.” [@s]
"""


def build_full(folder: Path) -> Path:
    """The site of this project."""
    root = copied(folder / "full")
    build_project(root, folder / "full-site")
    return folder / "full-site"


def build_bare(folder: Path) -> Path:
    """The site of a project with one sentence, without voices, events, actors and judgements."""
    root = folder / "bare"
    root.mkdir()
    for name in ("mkdocs.yml", "pyproject.toml", "hooks"):
        (root / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("actors"))
    for name, words in {
        "seeds/s/text.txt": TEXT,
        "seeds/s/source.yml": SOURCE,
        "briefings/2026-11-bare.md": BRIEFING,
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(words.encode())
    build_project(root, folder / "bare-site")
    return folder / "bare-site"


@cache
def axe() -> str:
    """The script of axe-core."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def violations(page: Page) -> list[str]:
    """What axe-core finds on a page: rule and element."""
    page.evaluate(f"() => {{ {axe()} }}")
    options = {"runOnly": STANDARDS, "resultTypes": ["violations"]}
    found = page.evaluate(
        "async (options) => (await axe.run(document, options)).violations", options
    )
    return [
        f"{one['id']}: {node['target']} {node.get('failureSummary', '')}"
        for one in found
        for node in one["nodes"]
    ]


def open_all(page: Page) -> None:
    """Open every disclosure and menu of a page, and show a filter at work."""
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    for choice in page.locator("form[data-filter] select:visible").all():
        if choice.is_enabled():  # a month is none without its year
            choice.select_option(index=choice.locator("option").count() - 1)


SMALL = """() => [...document.querySelectorAll("a, button, summary, select, input, [role=option]")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".cb-live"))
  .filter((one) => getComputedStyle(one).display !== "inline")
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([one, { width, height }]) => width < 24 || height < 24)
  .map(([one, { width, height }]) => `${one.outerHTML.slice(0, 80)}: ${width} by ${height}`)"""


def small_targets(page: Page) -> list[str]:
    """What is to be pressed, stands in no line of text, and is less than 24 pixels wide or high."""
    found: list[str] = page.evaluate(SMALL)
    return found


def overflow(page: Page) -> int:
    """By how many pixels a page is wider than its window."""
    wider: int = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return wider


@dataclass(slots=True)
class Visit:
    """A page that is looked at, with what it asked for and what it complained of."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    asked: list[Response] = field(default_factory=list)

    def elsewhere(self, base: str) -> list[str]:
        """What was asked of another host."""
        own = urlsplit(base).netloc
        return [r.url for r in self.asked if urlsplit(r.url).netloc not in {own, ""}]

    def weight(self) -> int:
        """The bytes of all that was loaded, each compressed by gzip as servers do; without the
        files of the typeface for Cyrillic. Those for Latin letters beyond English count where a
        page has such a letter: the browser asks for them nowhere else.
        """
        counted = (r for r in self.asked if not r.url.endswith("-cyrillic.woff2"))
        return sum(len(gzip.compress(response.body(), 6)) for response in counted)


def visit(context: BrowserContext, address: str) -> Visit:
    """Go to an address and wait until it is at rest."""
    page = context.new_page()
    seen = Visit(page)

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            seen.complaints.append(message.text)

    def note(response: Response) -> None:
        seen.asked.append(response)

    page.on("console", hear)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("response", note)
    page.goto(address, wait_until="load")
    page.wait_for_timeout(150)
    return seen
