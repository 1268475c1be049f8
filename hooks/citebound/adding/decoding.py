"""Bytes as text: a saved page as the HTML standard decodes it, and a plain text as UTF-8."""

from __future__ import annotations

import codecs
import re

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
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "shift_jis": "cp932",
    "shift-jis": "cp932", "x-sjis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
    "x-mac-cyrillic": "mac_cyrillic", "tis-620": "cp874", "iso-8859-9": "cp1254",
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
    found = _META.search(re.sub("<!--.*?-->", "", head, flags=re.DOTALL))
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
        if name == "cp1252":
            # Bytes without a letter stand for controls there, as browsers take them.
            return "".join(map(_in_1252, raw))
        if name not in _NO_ENCODINGS:
            return raw.decode(name)
    except LookupError:
        pass
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"byte {error.start + 1} is not {name.upper()}: save the document as UTF-8"
        ) from None
    raise UnreadableError(f"there is no encoding of pages called {name}")


_NO_ENCODINGS = frozenset(("unicode_escape", "raw_unicode_escape", "idna", "punycode", "utf-7"))
"""Codecs of Python that no page is written in."""

_OF_1252 = [bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)]


def _in_1252(byte: int) -> str:
    return _OF_1252[byte]
