"""Words that may not be published, in the files of a site that are not ours.

A page of ``docs/`` is its owner's, and may hold what nobody checked; but a source's rights bind it
as well. The finished files are read, so that it makes no difference whether words were typed, or
brought by a snippet, a plugin or a hook.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from citebound.checks.withheld import Known, copied_into
from citebound.problems import Problem
from citebound.proof.built import Built
from citebound.proof.files import SITEMAP, shipped
from citebound.proof.said import LOST


def copied_words(folder: Path, built: Built, known: Known) -> Iterator[Problem]:
    """What stands in the files of ``folder`` that are not ours, and may not be published."""
    if not known:
        return
    ours = {*built.assets, *shipped(built), SITEMAP, f"{SITEMAP}.gz", LOST}
    ours |= {f"{address}index.html" for address in built.pages}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name in ours or name.startswith("pagefind/") or path.is_symlink() or not path.is_file():
            continue
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        other = built.others.get(name.removesuffix("index.html"))
        where = other.edit if other and other.edit else name
        yield from {
            found for words in _readings(text) for found in copied_into(where, words, known)
        }


def _readings(text: str) -> Iterator[str]:
    """A file as it can be read: as it stands, with its comments and attributes, and the words
    between its tags, whether a tag parts two words or stands in one.
    """
    yield unescape(text)
    root = LexborHTMLParser(text).root
    if root is not None and "<" in text:
        yield root.text(separator=" ")
        yield root.text(separator="")
