"""What kind of document some bytes are, by themselves and not by the name of the file, and the
reader of that kind.
"""

from __future__ import annotations

import io
import zipfile
from email import message_from_bytes, policy
from email.message import EmailMessage

from citebound.adding.extracted import Extracted, UnreadableError
from citebound.text.patterns import Pattern

_PDF = b"%PDF-"
_LOOKED_AT = 2048
_PAGE = Pattern(
    r"(?i)\s*<(?:!doctype\s+html|!--|[?]xml|(?:html|head|body|meta|title|main|article|section|div|table"
    r"|p|h1)(?:>|\s+[\w-]+\s*=|\s*>))"
)
_WHOLE_PAGE = Pattern(r"(?i)\s*<(?:!doctype\s+html|html[\s>])")
_ARCHIVED = Pattern(
    r"(?i)(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?"
    r"(?:MIME-Version|Content-Type: *multipart/related)\b"
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")


def kind_of(raw: bytes, name: str) -> str:
    """``pdf``, ``docx``, ``mhtml``, ``html``, ``markdown`` or ``text``. The name tells Markdown
    alone, which no bytes tell.

    Raises :class:`~citebound.adding.extracted.UnreadableError` for anything else.
    """
    if not raw.strip():
        raise UnreadableError("this document is empty")
    if raw.lstrip()[:5] == _PDF or (_PDF in raw[:1024] and b"startxref" in raw):
        return "pdf"
    if raw.startswith(b"PK\x03\x04"):
        return _packed(raw)
    if raw.startswith(_PICTURES):
        raise UnreadableError("this is a picture: a source is made of text")
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableError("this is an old document of Word (.doc): save it as .docx")
    if raw.startswith(b"{\\rtf"):
        raise UnreadableError("this is RTF: save it as .docx or as plain text")
    head = raw[:_LOOKED_AT].decode("latin-1")
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head[2:].replace("\0", "")
    if _ARCHIVED.match(head.replace("\r", "")):
        return "mhtml"
    is_markdown = name.lower().endswith((".md", ".markdown"))
    if (_WHOLE_PAGE if is_markdown else _PAGE).match(head.removeprefix("\xef\xbb\xbf")):
        return "html"
    return "markdown" if is_markdown else "text"


def _packed(raw: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            names = set(packed.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        raise UnreadableError("this file is damaged: it begins as a ZIP and is none") from None
    if "word/document.xml" in names:
        return "docx"
    raise UnreadableError("this is a ZIP, and no document of Word (.docx)")


def read_document(raw: bytes, name: str) -> tuple[str, Extracted]:
    """The kind of a document and what is taken out of it.

    Raises :class:`~citebound.adding.extracted.UnreadableError`.
    """
    kind = kind_of(raw, name)
    return kind, _read(kind, raw)


def _read(kind: str, raw: bytes) -> Extracted:
    # What reads one kind takes a while to import, and may not be installed where another is read.
    match kind:
        case "pdf":
            from citebound.adding.pdf import read_pdf  # noqa: PLC0415

            return read_pdf(raw)
        case "docx":
            from citebound.adding.docx import read_docx  # noqa: PLC0415

            return read_docx(raw)
        case "html" | "mhtml":
            from citebound.adding.html import read_html  # noqa: PLC0415

            return read_html(raw) if kind == "html" else read_html(*_page_in(raw))
        case "markdown":
            from citebound.adding.plain import read_markdown  # noqa: PLC0415

            return read_markdown(raw)
        case _:
            from citebound.adding.plain import read_text  # noqa: PLC0415

            return read_text(raw)


def _page_in(raw: bytes) -> tuple[bytes, str]:
    """The page in a web archive (MHTML, RFC 2557), and the encoding that its part names."""
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return content, part.get_content_charset() or ""
    raise UnreadableError("this web archive (MHTML) has no page in it")
