"""The owner's files in the folder of the documentation, looked at before anything is built.

What MkDocs would fail at, drop without a word or publish at an address of ours is a finding that
names the file, and says what to do with it.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from citebound.pages.page import Page
from citebound.problems import Place, Problem
from citebound.problems.printing import as_text
from citebound.proof.names import misleading
from citebound.reading import withheld_files
from citebound.reading.files import decode

_ACTORS = "actors/"
"""The folder whose pages are ours: what stands in it is read, and not published as it is."""

_LEFT_OUT = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)


def refuse_unreadable_names(config: MkDocsConfig) -> None:
    """Refuse a file whose name is not text, before MkDocs lists it. Raises ``PluginError``."""
    _refuse(_unreadable(Path(config.docs_dir)))


def refuse_odd_files(files: Files, config: MkDocsConfig, pages: Iterable[Page]) -> None:
    """Refuse files that deceive, cannot be read, or stand where a page of ours does. Raises
    ``PluginError``.
    """
    own = [file for file in files if file.src_dir == config.docs_dir]
    ours = {name for page in pages for name in (page.uri, f"{page.address}index.html")}
    _refuse(problem for file in own for problem in _odd(file, Path(config.docs_dir).name, ours))


def refuse_withheld(files: Files, config: MkDocsConfig, root: Path) -> None:
    """Copy no file of ``seeds/`` or ``briefings/``, whatever link or setting leads there: the
    theme's folder is not among those that are read, and the owner may move ``docs/``. Raises
    ``PluginError``; what it says of a source is never that it should go.
    """
    withheld = sorted({*withheld_files(root, (f.abs_src_path for f in files if f.abs_src_path))})
    linked = sorted({str(file.abs_src_path) for file in files if _is_linked(file, config)})
    told = ""
    if withheld:
        told += (
            "\nThese files of seeds/ or briefings/ must not be copied into the site. Leave them "
            "where they are, and take away what leads there: a link, a plugin, or docs_dir of "
            "mkdocs.yml, which names the folder of the documentation (docs_dir: docs):\n"
        ) + "\n".join(withheld)
    if linked:
        told += (
            "\nThese files of the documentation are links, and links are not followed. Put the "
            "file itself in place of each:\n"
        ) + "\n".join(linked)
    if told:
        raise PluginError(told)


def _is_linked(file: File, config: MkDocsConfig) -> bool:
    """Whether a file of ``docs_dir``, hidden ones included, is a link or is reached through one."""
    if not file.abs_src_path or file.src_dir != config.docs_dir:
        return False
    own = os.path.join(os.path.realpath(config.docs_dir), file.src_path)  # noqa: PTH118
    return os.path.realpath(file.abs_src_path) != own


def _odd(file: File, folder: str, ours: Container[str]) -> Iterator[Problem]:
    """What is wrong with a file; ``ours`` has our pages, as they are read and as published."""
    if file.src_uri.startswith(_ACTORS) or file.inclusion in _LEFT_OUT:
        return
    name = f"{folder}/{file.src_uri}"
    if told := misleading(file.src_uri):
        yield Problem(
            Place(name), "file-name", f"the name of the file {told}",
            "rename the file, or the folder it is in",
        )  # fmt: skip
    if file.src_uri in ours or file.dest_uri in ours:
        yield Problem(
            Place(name), "same-address",
            f"the page at /{file.dest_uri.removesuffix('index.html')} is made by the build, and "
            "this file would be in its place",
            "rename the file, or remove it",
        )  # fmt: skip
    elif file.is_documentation_page():
        yield from decode(file.content_bytes, name)[1]


def _unreadable(docs: Path) -> Iterator[Problem]:
    for folder, _, names in os.walk(os.fsencode(docs)):
        for name in names:
            path = os.path.relpath(os.path.join(folder, name), os.fsencode(docs.parent))  # noqa: PTH118, bytes
            try:
                path.decode("utf-8")
            except UnicodeDecodeError:
                told = path.decode("utf-8", "backslashreplace")
                yield Problem(
                    Place(told), "file-name", "the name of the file is not UTF-8",
                    "rename the file, or the folder it is in",
                )  # fmt: skip


def _refuse(problems: Iterable[Problem]) -> None:
    told = as_text(sorted(problems))
    if told:
        raise PluginError(f"\n{told}")
