"""The import rule: one door for MkDocs, one way for data, one reader of files."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOOKS = Path(__file__).resolve().parent.parent / "hooks"
PACKAGE = HOOKS / "citebound"

STEPS = (
    ("problems",),
    ("model",),
    ("text", "dates"),
    ("markup",),
    ("reading",),
    ("passages",),
    ("public",),
    ("claims",),
    ("checks",),
    ("compared",),
    ("indexes",),
    ("shown",),
    ("pages",),
    ("writing", "adding"),
    ("search",),
    ("proof",),
    ("publish",),
    ("door",),
    ("commands",),
    ("cli", "__main__"),
)
"""Data flows one way: a room may import those of its own step and of the steps above."""


def modules() -> Iterator[Path]:
    return PACKAGE.rglob("*.py")


def imports(path: Path) -> set[str]:
    """What a module imports, by full name."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports fail in a hook"
            module = node.module or ""
            found |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
    return found


def step(name: str) -> int | None:
    """The step that a module of ours, by its full name, belongs to."""
    part = name.split(".")[1] if name.startswith("citebound.") else ""
    return next((number for number, names in enumerate(STEPS) if part in names), None)


def name_of(path: Path) -> str:
    parts = path.relative_to(HOOKS).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", sorted(HOOKS.rglob("*.py")), ids=name_of)
def test_only_the_door_imports_mkdocs(path: Path) -> None:
    is_door = path == HOOKS / "publish_site.py" or PACKAGE / "door" in path.parents
    asked = {name for name in imports(path) if name.split(".")[0] in {"mkdocs", "material"}}
    assert is_door or not asked


@pytest.mark.parametrize("path", sorted(modules()), ids=name_of)
def test_data_flows_one_way(path: Path) -> None:
    own = step(name_of(path))
    if own is None:
        return
    for name in imports(path):
        other = step(name)
        assert other is None or other <= own, f"{name_of(path)} imports {name}"


def test_no_two_folders_import_each_other() -> None:
    """Within a step too: of two that did, neither would come first."""
    asked: dict[str, set[str]] = {}
    for path in modules():
        own = name_of(path).split(".")[1:2]
        names = (name.split(".") for name in imports(path))
        asked.setdefault("".join(own), set()).update(
            name[1] for name in names if name[0] == "citebound" and name[1:]
        )
    both = {
        (one, other)
        for one, others in asked.items()
        for other in others
        if one < other and one in asked.get(other, ())
    }
    assert both == set()


ASKS_THE_DISK = (
    " open(",
    ".open(",
    ".read_text(",
    ".read_bytes(",
    ".write_text(",
    ".write_bytes(",
    "os.scandir(",
    "os.listdir(",
    "os.walk(",
    "os.stat(",
    ".iterdir(",
    ".rglob(",
    ".exists(",
    ".is_file(",
    ".is_dir(",
    ".stat(",
)


@pytest.mark.parametrize("path", sorted(modules()), ids=name_of)
def test_only_reading_reads_the_project(path: Path) -> None:
    """No step between reading and publishing asks the disk for anything."""
    own = step(name_of(path))
    writing = STEPS.index(("writing", "adding"))
    if own is None or own >= writing or name_of(path).split(".")[1] == "reading":
        return
    text = path.read_text(encoding="utf-8")
    assert not [call for call in ASKS_THE_DISK if call in text]


def test_every_module_has_its_room() -> None:
    named = {name for names in STEPS for name in names}
    there = {
        path.stem if path.is_file() else path.name
        for path in PACKAGE.iterdir()
        if path.suffix == ".py" or (path.is_dir() and (path / "__init__.py").exists())
    }
    assert there - {"__init__"} == named
