"""The files of a new source: its pinned text, and a ``source.yml`` that is a draft."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence

_TOLD = ("title", "author", "publisher", "url", "published", "language")
_MOST_WORDS, _LONGEST = 5, 48
_TO_WRITE = """\
# Still to be written, before draft: is taken out (docs/adding-a-source.md):
#   {missing}
"""
_NEEDED = ("title", "publisher", "published", "language", "rights", "descriptor")


def text_of(paragraphs: Sequence[str]) -> str:
    """The text of a source, a line for each paragraph, in Unicode form NFC."""
    return unicodedata.normalize("NFC", "".join(f"{paragraph}\n" for paragraph in paragraphs))


def id_of(title: str) -> str:
    """An id made of the first words of a title, or "" where it has no letters that an id has."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall("[a-z0-9]+", plain)[:_MOST_WORDS]
    while len("-".join(words)) > _LONGEST:
        words.pop()
    return "-".join(words)


def described(
    text: str, says: Mapping[str, str], *, origin: str, by: str, raw: bytes, said_by: str
) -> str:
    """The ``source.yml`` of a new source: what the document says of itself, and what it was taken
    out of. ``said_by`` is where that is known from, for what the text does not have.
    """
    lines = ["format: 1", "draft: true  # until it is whole"]
    lines += [f"{field}: {_written(field, says[field])}" for field in _TOLD if says.get(field)]
    printed = " ".join(text.split())
    inferred = [f for f in ("title", "author", "publisher", "published")
                if says.get(f) and says[f] not in printed]  # fmt: skip
    if inferred:
        known = ", ".join(f"{field}: {said_by}" for field in inferred)
        lines.append(f"known_from: {{{known}}}")
    missing = [field for field in _NEEDED if not says.get(field)]
    lines += [
        "paragraphs: lines",
        f"sha256: {hashlib.sha256(text.encode()).hexdigest()}",
        "extracted:",
        f"  from: {_quoted(origin)}",
        f"  by: {_quoted(by)}",
        f"  raw_sha256: {hashlib.sha256(raw).hexdigest()}",
    ]
    return "\n".join(lines) + "\n" + _TO_WRITE.format(missing=", ".join(missing))


def _written(field: str, words: str) -> str:
    return words if field in ("published", "language") else _quoted(" ".join(words.split()))


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
