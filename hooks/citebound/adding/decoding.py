"""Bytes as text: a saved page as the HTML standard decodes it, and a plain text as UTF-8."""

from __future__ import annotations

import codecs

from citebound.adding.extracted import UnreadableError
from citebound.text.patterns import Pattern

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = Pattern(r"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""")
_LOOKED_AT = 4096
"""So many bytes of a page may say in which encoding it is."""

_LABELS = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252",
    "ascii": "cp1252", "windows-1252": "cp1252", "x-cp1251": "cp1251", "utf8": "utf-8",
    "utf-16": "utf-8",  # a page that says so in ASCII is not
}  # fmt: skip
"""Names of encodings that mean another one in pages (encoding.spec.whatwg.org)."""


def decoded_page(raw: bytes, charset: str = "") -> tuple[str, tuple[str, ...]]:
    """A page as text, and what is to be noted of its encoding.

    Raises :class:`~citebound.adding.extracted.UnreadableError` for bytes that are not in the
    encoding that the page names.
    """
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return _decoded(raw[len(mark) :], name), ()
    head = raw[:_LOOKED_AT].decode("ascii", "replace").lower()
    found = _META.search(head)
    named = charset.lower() or (found[1] if found else "")
    if named:
        return _decoded(raw, _LABELS.get(named, named)), ()
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        note = "the page does not say in which encoding it is: it was read as windows-1252"
        return _decoded(raw, "cp1252"), (note,)


def decoded_text(raw: bytes) -> str:
    """A plain text: UTF-8, or what its byte order mark says.

    Raises :class:`~citebound.adding.extracted.UnreadableError`.
    """
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return _decoded(raw[len(mark) :], name)
    if b"\0" in raw:
        raise UnreadableError("this is no text: it has bytes of zero")
    return _decoded(raw, "utf-8")


def _decoded(raw: bytes, name: str) -> str:
    try:
        return raw.decode(name)
    except LookupError:
        raise UnreadableError(f"there is no encoding called {name}") from None
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"byte {error.start + 1} is not {name.upper()}: save the document as UTF-8"
        ) from None
