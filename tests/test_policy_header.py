"""The content security policy sent by the web server, in place of the one in the pages."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from citebound.door.policy import HEADER, META
from conftest import ROOT
from hostile import replaced
from readers import FULL, build_full, visit


def test_the_documentation_prints_the_header_that_the_code_has() -> None:
    page = (ROOT / "docs/publishing.md").read_text("utf-8")
    assert [line for line in page.splitlines() if line.startswith("Content-Security")] == [HEADER]


SERVER = """
import sys
from http.server import HTTPServer, SimpleHTTPRequestHandler

class Handler(SimpleHTTPRequestHandler):
    def end_headers(self):
        name, _, value = sys.argv[1].partition(": ")
        self.send_header(name, value)
        super().end_headers()

server = HTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
"""


@pytest.fixture(scope="module")
def served_with_header(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of our site without the policy in its pages, and with it in every answer."""
    site = build_full(tmp_path_factory.mktemp("header"))
    for path in site.rglob("*.html"):
        replaced(path, META, "")
    with subprocess.Popen(
        [sys.executable, "-u", "-c", SERVER, HEADER],
        cwd=site,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdout is not None
        yield f"http://127.0.0.1:{int(server.stdout.readline())}/"
        server.terminate()


def test_the_policy_as_a_header_breaks_nothing(chromium: Browser, served_with_header: str) -> None:
    with chromium.new_context(viewport={"width": 1440, "height": 900}) as context:
        for kind, path in FULL.items():
            seen = visit(context, served_with_header + path)
            assert seen.complaints == [], kind
            sent = seen.asked[0].header_value("content-security-policy")
            assert f"Content-Security-Policy: {sent}" == HEADER
            seen.page.close()
        page = visit(context, served_with_header).page
        scheme = "document.documentElement.dataset.scheme"
        page.get_by_role("button", name="Dark colours").click()
        assert page.evaluate(scheme) == "dark"
        page.reload()
        assert page.evaluate(scheme) == "dark"
        seen = visit(context, f"{served_with_header}search/?q=guidance")
        seen.page.wait_for_selector(".cb-results h3 a")
        assert seen.complaints == []
        # It is in force: a script that is not listed does not run.
        refused = seen.page.evaluate(
            "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
            " document.body.append(s); return window.ran }"
        )
        assert refused is None
