"""What every test may ask for: a copy of the project, a folder served, Debian's Chromium.

No test reaches the network: in this process an audit hook refuses connections to
anything but this machine, and in the browser a page that asks another host for
anything fails its test.
"""

from __future__ import annotations

import ipaddress
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from project import copied

ROOT = Path(__file__).resolve().parent.parent
PAGE_SERVER = Path(__file__).with_name("page_server.py")
IN_CI = os.environ.get("CI", "") not in {"", "0", "false"}

CHROMIUM_ARGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# --- no network ----------------------------------------------------------------


class NetworkRefusedError(RuntimeError):
    """A test tried to reach another machine."""


# A shell that runs the tests in the background has these ignored, and what a test starts
# inherits that: a signal that a test sends would be waited for without end.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)


def is_here(host: object) -> bool:
    """Whether ``host``, a name or an address, is this machine."""
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host is None or host in {"", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Audit hook (PEP 578): sees connections however they are made, from C code as well."""
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        # The address of a Unix socket is a path and not a tuple.
        address = arguments[1]
        if not isinstance(address, tuple):
            return
        host = address[0]
    else:
        return
    if not is_here(host):
        message = f"tests reach no other machine, and this one tried {host}"
        raise NetworkRefusedError(message)


sys.addaudithook(refuse_network)


# --- the project, copied and served ---------------------------------------------


@pytest.fixture
def project_copy(tmp_path: Path) -> Path:
    """A copy of the project's files, to be damaged. Its folder has a space in its name."""
    return copied(tmp_path / "a project")


@contextmanager
def _serving(*pause: str) -> Iterator[Callable[[Path], str]]:
    """A function that serves a folder on this machine and answers its address, with final slash.

    Each server is a process of its own: coverage traces the threads of this one, and a
    thread that begins while another is being traced may fail (Python 3.11), with its answer.
    """
    with ExitStack() as stack:

        def serve(folder: Path) -> str:
            server = stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-u", str(PAGE_SERVER), *pause],
                    cwd=folder,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    text=True,
                )
            )
            stack.callback(server.terminate)
            assert server.stdout is not None
            port = server.stdout.readline().strip()
            assert port, "the server did not start"
            return f"http://127.0.0.1:{port}/"

        yield serve


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[Callable[[Path], str]]:
    """A function that serves a folder on this machine and answers its address."""
    with _serving() as serve:
        yield serve


@pytest.fixture(scope="session")
def serve_slowly() -> Iterator[Callable[[Path], str]]:
    """The same, over a slow line: pages come in pieces."""
    with _serving("0.04") as serve:
        yield serve


# --- the browser ------------------------------------------------------------------


def missing_for_the_browser(program: str | None) -> str:
    """What keeps the browser tests from running, with its remedy; empty for nothing."""
    if program is None:
        return "Chromium is not installed (on Debian: apt-get install chromium libatomic1)"
    driver = [sys.executable, "-m", "playwright", "--version"]
    started = subprocess.run(driver, capture_output=True, text=True, check=False)
    if started.returncode:
        return f"Playwright's driver does not start: {started.stderr.strip()}"
    return ""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium. Without it the test is listed as not run, and fails in CI."""
    program = shutil.which("chromium")
    reason = missing_for_the_browser(program)
    if reason and IN_CI:
        pytest.fail(reason, pytrace=False)
    if reason:
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM_ARGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """An empty page of its own context. Asking another host for anything fails the test."""
    elsewhere: list[str] = []

    def watch(route: Route) -> None:
        url = route.request.url
        if is_here(urlsplit(url).hostname):
            route.continue_()
        else:
            elsewhere.append(url)
            route.abort()

    with chromium.new_context() as context:
        context.route("**/*", watch)
        yield context.new_page()
    assert elsewhere == []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that uses the browser, so that ``-m browser`` finds it."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, object, object]:
    """Write half of a surrogate pair out by its number: a report that has one cannot be sent from
    the process of its test (pytest-xdist), and the run would end with an error of its own.
    """
    return _encodable((yield))


def _encodable(data: object) -> object:
    if isinstance(data, str):
        return data.encode("utf-8", "backslashreplace").decode()
    if isinstance(data, dict):
        return {key: _encodable(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return type(data)(map(_encodable, data))
    return data


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List the browser checks that did not run, so that nobody takes green for complete."""
    skipped = [
        report
        for report in terminalreporter.getreports("skipped")
        if "browser" in getattr(report, "keywords", ())
    ]
    if not skipped:
        return
    terminalreporter.section("NOT CHECKED in a browser", sep="!", red=True, bold=True)
    for report in skipped:
        terminalreporter.line(f"  not run: {report.nodeid}", red=True)
    terminalreporter.line(f"{len(skipped)} checks did not run.", red=True, bold=True)
