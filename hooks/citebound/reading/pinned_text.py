"""The pinned text of a source, ``text.txt``: its digest, and what is wrong with its form."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from citebound.model import LineMap, Source
from citebound.problems import Place, Problem
from citebound.reading.files import decode, read_bytes, relative
from citebound.reading.voice_marks import marks_of_voices
from citebound.text.characters import hidden, name_of


def pinned(root: Path, path: Path) -> tuple[tuple[str, str] | None, tuple[Problem, ...]]:
    """The pinned text and the SHA-256 of its bytes."""
    data, problems = read_bytes(root, path)
    if data is None:
        return None, problems
    text, problems = decode(data, relative(root, path))
    return (None if text is None else (text, hashlib.sha256(data).hexdigest())), problems


def changed(source: Source, digest: str) -> Problem:
    """That a text is not the one that was pinned: another digest than its source states."""
    return Problem(
        Place(source.text_path),
        "source-changed",
        f"the text of {source.id} is not the one that was pinned: "
        f"its SHA-256 begins {digest[:12]}, not {source.sha256[:12]}",
        "undo the change; a corrected text is a new source with replaces:",
    )


def text_problems(source: Source, text: str) -> Iterator[Problem]:
    """What is wrong with the pinned text itself."""
    name = source.text_path

    place = LineMap(name, text).place
    if text.startswith("\ufeff"):
        yield Problem(Place(name), "source-form", "the text begins with a byte-order mark",
                      "save it as UTF-8 without one, before it is pinned")  # fmt: skip
    if (at := text.find("\r")) >= 0:
        yield Problem(place(at), "source-form", "the text has CR line ends",
                      "save it with LF line ends, before it is pinned")  # fmt: skip
    if not unicodedata.is_normalized("NFC", text):
        at = next(i for i, c in enumerate(unicodedata.normalize("NFC", text)) if c != text[i])
        yield Problem(place(at), "source-form", "the text is not in Unicode form NFC from here on",
                      "normalise it to NFC, before it is pinned")  # fmt: skip
    if not text.strip():
        yield Problem(Place(name), "source-form", "the text is empty", "put the source's text in")
    accepted = set(source.accepts)
    for at, found in hidden(text):
        if found in accepted or (text[at] == "\ufeff" and at == 0) or text[at] == "\r":
            continue
        what = (
            name_of(text[at])
            if found.startswith("U+")
            else "letters of two alphabets that look alike"
        )
        yield Problem(
            place(at),
            "hidden-character",
            f"{found}: {what}",
            f"if the source really has it, add it to accepts: in {source.path}",
        )
    yield from marks_of_voices(source)
