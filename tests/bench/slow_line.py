"""What a reader on a slow line waits for and pays: bytes and seconds in Chromium.

1.6 Mbit/s down, 0.75 Mbit/s up, 150 ms round trip ("slow 4G" of Lighthouse), by the
DevTools protocol; each measurement in a new context, with nothing in the cache.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter

from playwright.sync_api import Browser, Page, sync_playwright

LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 0.75e6 / 8,
}
PATIENCE = 180_000
"""Milliseconds after which a search that has not answered has failed."""


@dataclass(slots=True)
class Reader:
    """A page on the slow line, and the bytes that came over it, bodies and headers."""

    page: Page
    came: list[int] = field(default_factory=list)
    began: float = field(default_factory=perf_counter)

    @property
    def kilobytes(self) -> float:
        """All that came so far, in units of 1,000 bytes."""
        return sum(self.came) / 1000

    @property
    def seconds(self) -> float:
        """Since the page was asked for."""
        return perf_counter() - self.began

    def open(self, address: str) -> None:
        """Ask for a page; the clock runs from here."""
        self.began = perf_counter()
        self.page.goto(address, wait_until="commit", timeout=PATIENCE)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser that the tests use."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--headless", "--no-sandbox"]
        )
        yield browser
        browser.close()


@contextmanager
def reader(browser: Browser) -> Iterator[Reader]:
    """A new reader with an empty cache on the slow line."""
    with browser.new_context() as context:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINE)
        found = Reader(page)
        session.on("Network.loadingFinished", lambda e: found.came.append(e["encodedDataLength"]))
        yield found


@dataclass(frozen=True, slots=True)
class Cost:
    """Bytes (in kB) and seconds of one site's search."""

    view: float
    first: float
    seconds: float
    facets: float = 0.0
    further: float = 0.0


def view(browser: Browser, site: str) -> float:
    """The kilobytes of one cold page view, nobody searching."""
    with reader(browser) as found:
        found.open(site)
        found.page.wait_for_load_state("networkidle", timeout=PATIENCE)
        return found.kilobytes


def ours(browser: Browser, site: str, first: str, further: str) -> Cost:
    """Our search page, asked for ``first``; then ``further`` typed into its field."""
    with reader(browser) as found:
        found.open(f"{site}search/?q={first}")
        found.page.wait_for_selector(".cb-results h3 a", timeout=PATIENCE)
        seconds, kilobytes = found.seconds, found.kilobytes
        found.page.wait_for_selector(".cb-facets fieldset", state="attached", timeout=PATIENCE)
        found.page.wait_for_load_state("networkidle", timeout=PATIENCE)
        facets = found.kilobytes - kilobytes
        before = found.kilobytes
        found.page.fill("#cb-q", further)
        found.page.wait_for_selector(f'.cb-search-status:has-text("“{further}”")', timeout=PATIENCE)
        found.page.wait_for_load_state("networkidle", timeout=PATIENCE)
        return Cost(view(browser, site), kilobytes, seconds, facets, found.kilobytes - before)


def materials(browser: Browser, site: str, first: str) -> Cost:
    """Material's search on the home page, asked for the same word by its address."""
    with reader(browser) as found:
        found.open(f"{site}?q={first}")
        found.page.wait_for_selector(".md-search-result__item a", timeout=PATIENCE)
        seconds = found.seconds
        return Cost(view(browser, site), found.kilobytes, seconds)
