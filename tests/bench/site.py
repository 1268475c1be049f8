"""The search at 100, 1,000 and 5,000 pages, beside Material's: ``make bench``.

With ``--write`` the table replaces the one in docs/searching.md. Each size is generated,
built twice (with our search, and with Material's theme and search over the same pages),
indexed in a process of its own for time and memory, and searched in Chromium on a slow line.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.generated import ROOT, Project
from bench.gzip_server import served
from bench.page import write_between
from bench.slow_line import Cost, chromium, materials, ours

SIZES = (100, 500, 1000, 5000)
PAGE = ROOT / "docs/searching.md"
BEGIN, END = "<!-- begin table -->", "<!-- end table -->"
FIRST, FURTHER = "memorandum", "harbour"

_INDEX = """
import json, re, sys, time
from pathlib import Path
from citebound.shown.facts import SiteFacts
from citebound.publish import render, search_index, verify
def kilobytes(name):
    return int(re.search(name + r":\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
edition = render(verify(Path(sys.argv[1])), SiteFacts())
Path("/proc/self/clear_refs").write_text("5")  # the peak is counted from here
before = kilobytes("VmRSS")
began = time.process_time()
index = search_index(edition, {})
seconds = time.process_time() - began
assert not index.problems, index.problems[:3]
state = json.loads(index.files["search-index/state.json"])
memory = (kilobytes("VmHWM") - before) / 1000
print(json.dumps({"seconds": seconds, "memory": memory, "records": state["records"]}))
"""


_MATERIALS = """
from citebound.door import events
from citebound.door.events import (
    on_config, on_files, on_nav, on_page_content, on_page_markdown, on_pre_build, on_startup,
)
events.refuse_odd_settings = lambda config: None
"""
"""A hook that publishes the same pages in a theme of others, whose search and frame are not ours:
it asks nothing of the settings, and proves nothing of the site.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One size: what the index took, and what each search cost."""

    pages: int
    records: int
    seconds: float
    memory: float
    ours: Cost
    materials: Cost


def command(*arguments: str, root: Path) -> str:
    """Run Python in a project of its own, with that project's engine. Raises on failure."""
    environment = os.environ | {
        "PYTHONPATH": str(root / "hooks"), "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1",
    }  # fmt: skip
    run = subprocess.run(
        [sys.executable, *arguments], cwd=root, env=environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    if run.returncode:
        raise SystemExit(f"{' '.join(arguments)[:80]}: {run.stderr[-2000:]}")
    return run.stdout


def with_materials_search(root: Path) -> None:
    """Write mkdocs-material.yml: the same pages in Material's own theme, with its search."""
    text = (root / "mkdocs.yml").read_text("utf-8")
    text = re.sub(r"^ +custom_dir:.*\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"^plugins:.*\n(?:  - .*\n)*", "", text, flags=re.MULTILINE)
    text = re.sub(r"^  - hooks/theme\n", "", text, flags=re.MULTILINE)
    text = text.replace("hooks/publish_site.py", "hooks/materials.py")
    (root / "mkdocs-material.yml").write_text(text + "\nplugins:\n  - search\n", "utf-8")
    (root / "hooks/materials.py").write_text(_MATERIALS, "utf-8")


def measure(pages: int, folder: Path) -> Row:
    """Generate, build, index and search a project of so many pages."""
    root = folder / f"project-{pages}"
    Project(pages).write(root)
    command("-m", "mkdocs", "build", "-q", "-d", str(root / "site"), root=root)
    told = json.loads(command("-c", _INDEX, str(root), root=root))
    with_materials_search(root)
    command(
        "-m", "mkdocs", "build", "-q", "-f", "mkdocs-material.yml", "-d", str(root / "other"),
        root=root,
    )  # fmt: skip
    there = sum(1 for _ in (root / "site").rglob("index.html"))
    with chromium() as browser, served(root / "site") as site, served(root / "other") as other:
        return Row(
            there,
            told["records"],
            told["seconds"],
            told["memory"],
            ours(browser, site, FIRST, FURTHER),
            materials(browser, other, FIRST),
        )


def table(rows: list[Row]) -> str:
    """The rows as a table in Markdown."""
    head = ["pages of the site", *(f"{row.pages:,}" for row in rows)]
    body = [
        ["records in the index", *(f"{row.records:,}" for row in rows)],
        ["making and checking the index, s of processor", *(f"{row.seconds:.1f}" for row in rows)],
        ["its peak memory, MB", *(f"{row.memory:.0f}" for row in rows)],
        ["a page view, kB", *(f"{row.ours.view:.0f}" for row in rows)],
        ["the same with Material’s search, kB", *(f"{row.materials.view:,.0f}" for row in rows)],
        ["all until the first result, kB", *(f"{row.ours.first:.0f}" for row in rows)],
        ["the same with Material’s search, kB", *(f"{row.materials.first:,.0f}" for row in rows)],
        ["time to the first result, s", *(f"{row.ours.seconds:.1f}" for row in rows)],
        ["the same with Material’s search, s", *(f"{row.materials.seconds:.1f}" for row in rows)],
        ["then, once, the filters, kB", *(f"{row.ours.facets:.0f}" for row in rows)],
        ["a further word, kB", *(f"{row.ours.further:.0f}" for row in rows)],
    ]
    lines = [head, ["---"] + ["---:"] * len(rows), *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def main() -> None:
    """Measure, print, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="replace the table in the docs")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    asked = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory(prefix="citebound-bench-") as folder:
        for pages in asked.sizes:
            rows.append(measure(pages, Path(folder)))
            print(rows[-1], flush=True)
    print(table(rows))
    if asked.write:
        write_between(PAGE, BEGIN, END, table(rows))


if __name__ == "__main__":
    main()
