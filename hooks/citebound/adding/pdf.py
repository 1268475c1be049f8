"""A PDF read for a new source: its paragraphs by where the letters stand, read with PDFium.

Nothing is said of dates: those of a PDF are of the file, not of what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from citebound.adding.extracted import Extracted, LeftOut, UnreadableError
from citebound.adding.pdf_columns import columns_of, is_from_the_right
from citebound.adding.pdf_paragraphs import Joined, joined
from citebound.adding.pdf_pieces import BROKEN, Page, page_of
from citebound.adding.pdf_running import without_running

_FILE_NAME = re.compile(
    r"Microsoft \w+ - .*|untitled|.*\.(?:docx?|dotx?|odt|rtf|pdf|indd|qxd|pages|tex|dvi|html?|txt"
    r"|pptx?|xlsx?|pub|wpd|tiff?|jpe?g|png)",
    re.IGNORECASE,
)
"""A title that a program wrote, not a person."""

_AROUND = ".,;:!?()[]“”‘’\"'"
"""What stands around a word."""

_SAYS = {"title": "Title", "author": "Author"}


def read_pdf(raw: bytes) -> Extracted:
    """The text of a PDF, its columns read one after the other.

    A hyphen at the end of a line that breaks a word is not written, and a note names the word;
    heads, feet and numbers that repeat on pages are left out, as are footnotes and words that
    are turned or outside the page. Raises :class:`UnreadableError` for what is no PDF, is
    encrypted, is damaged, or has no page or no text.
    """
    document = _opened(raw)
    try:
        pages = [_page(document, number) for number in range(len(document))]
        says = {
            name: words
            for name, key in _SAYS.items()
            if (words := " ".join(str(document.get_metadata_value(key)).split()))
            and words.isprintable()
            and not _FILE_NAME.fullmatch(words)
        }
    finally:
        document.close()
    kept, running = without_running([page.pieces for page in pages])
    columns = [
        column for at, pieces in enumerate(kept) for column in columns_of(pieces, page=at + 1)
    ]
    if not columns:
        raise UnreadableError("this PDF has no text: it is probably a scan")
    text = joined(columns)
    parted = sorted({column.page for column in columns if column.kind})
    rows = sorted({c.page for c in columns if any(line.is_row for line in c.lines)})
    return Extracted(
        paragraphs=text.paragraphs,
        by=f"pypdfium2 {pypdfium2.PYPDFIUM_INFO} (PDFium {pypdfium2.PDFIUM_INFO.build})",
        left_out=tuple(
            dict.fromkeys(
                [
                    *(LeftOut(one.what, one.words) for one in running),
                    *(LeftOut("a footnote", words) for words in text.footnotes),
                    *_beside(pages),
                ]
            )
        ),
        notes=(*_notes_on_words(text, pages), *_notes_on_pages(text, pages, parted, rows)),
        says=says,
    )


def _opened(raw: bytes) -> pypdfium2.PdfDocument:
    if b"%PDF-" not in raw[:1024]:
        raise UnreadableError("this is not a PDF")
    # PDFium says why it cannot open a document by the last error of the process, and sets none for
    # one without pages. So there is an error that no document has: of a file without a name.
    pdfium.FPDF_LoadDocument(b"", None)
    try:
        return pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_FILE:
            raise UnreadableError("this PDF has no page") from None
        if error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise UnreadableError(
                "this PDF is encrypted: save a copy without a password first"
            ) from None
        raise UnreadableError("this PDF is damaged: it cannot be opened") from None


def _page(document: pypdfium2.PdfDocument, number: int) -> Page:
    try:
        return page_of(document[number])
    except pypdfium2.PdfiumError:
        raise UnreadableError(
            f"this PDF is damaged: its page {number + 1} cannot be read"
        ) from None


def _beside(pages: Sequence[Page]) -> Iterator[LeftOut]:
    for page in pages:
        for words in page.turned:
            yield LeftOut("words that are turned", words.replace(BROKEN, "-"))
        for words in page.outside:
            yield LeftOut("words outside the page", words.replace(BROKEN, "-"))


# --- notes ----------------------------------------------------------------------------------


def _notes_on_words(text: Joined, pages: Sequence[Page]) -> Iterator[str]:
    if text.without:
        yield (
            f"hyphens at the end of a line are not written in {_counted(text.without, 'word')}: "
            f"{', '.join(text.without)}"
        )
    if text.kept:
        yield (
            f"hyphens at the end of a line are kept in {_counted(text.kept, 'word')}: "
            f"{', '.join(text.kept)}"
        )
    held = [
        (number, [word.strip(_AROUND) for word in page.ligatures])
        for number, page in enumerate(pages, 1)
        if page.ligatures
    ]
    if held:
        every = [word for _, words in held for word in words]
        where = "; ".join(f"page {n}: {', '.join(dict.fromkeys(words))}" for n, words in held)
        yield f"ligatures are read as PDFium gives them in {_counted(every, 'word')}: {where}"
    unknown = [number for number, page in enumerate(pages, 1) if page.unknown]
    if unknown:
        yield (
            f"{_named(unknown)} {_has(unknown)} signs whose letter the PDF does not say: words "
            "may be wrong or lack letters"
        )
    invisible = [number for number, page in enumerate(pages, 1) if page.invisible]
    if invisible:
        yield (
            f"{_named(invisible)} {_has(invisible)} words that cannot be seen, as a scan has "
            "whose text a program recognised"
        )


def _notes_on_pages(
    text: Joined, pages: Sequence[Page], parted: Sequence[int], rows: Sequence[int]
) -> Iterator[str]:
    empty = [number for number, page in enumerate(pages, 1) if not page.pieces]
    other_way = [n for n, page in enumerate(pages, 1) if is_from_the_right(page.pieces)]
    for numbers, what in (
        (
            other_way,
            "words written from the right, whose letters PDFium may give in a wrong order",
        ),
        (parted, "columns, read one after the other"),
        (rows, "rows with wide gaps or dots, each a paragraph: probably a table"),
        (empty, "no text: probably a picture or a scan"),
    ):
        if numbers:
            yield f"{_named(numbers)} {_has(numbers)} {what}"
    if text.doubtful:
        yield (
            f"{_named(text.doubtful)} {_has(text.doubtful)} a paragraph without a full stop at the "
            "end of the page or of a column: it may go on after it"
        )


def _counted(held: Sequence[object], what: str) -> str:
    return f"{len(held)} {what}{'' if len(held) == 1 else 's'}"


def _has(numbers: Sequence[int]) -> str:
    return "have" if len(numbers) > 1 else "has"


def _named(numbers: Sequence[int]) -> str:
    """Pages by their numbers: page 3, pages 3, 4 and 9."""
    *first, last = map(str, numbers)
    return f"pages {', '.join(first)} and {last}" if first else f"page {last}"
