"""The words of a page of a PDF, in pieces of its lines with their places.

PDFium gives the characters in the order in which they are to be read within a line, and leaves
the order of the lines to whoever reads. So a piece keeps the order that PDFium gives, and ends
where the line does or where a gap is as wide as between two columns.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

BROKEN = "\ufffe"
"""Stands for a hyphen at the end of a line, where PDFium takes it that the word goes on."""

_HYPHEN_GIVEN = 0x02
"""What PDFium gives for such a hyphen."""

_INVISIBLE = 3
"""The way of drawing text (PDF, Text rendering mode) that leaves no mark on the page."""

_LIGATURES = frozenset({"ff", "fi", "fl", "ffi", "ffl", "st", "ſt"})
"""What PDFium gives for the ligatures U+FB00 to U+FB06."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together in a line. Places are in points, from the lower left corner of
    the page as it is shown; ``base`` is where the letters stand, and ``first`` is the width of
    the first word.
    """

    words: str
    left: float
    right: float
    base: float
    size: float
    first: float


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page: pieces of its lines, and the words beside them. ``ligatures`` are
    the words in which one sign stands for several letters; ``unknown`` counts the signs whose
    letter the PDF does not say, and ``invisible`` the letters that are not drawn.
    """

    pieces: tuple[Piece, ...]
    turned: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    ligatures: tuple[str, ...] = ()
    unknown: int = 0
    invisible: int = 0


@dataclass(frozen=True, slots=True)
class _Letter:
    sign: str
    left: float
    right: float
    base: float
    size: float
    upright: bool
    inside: bool


@dataclass(slots=True)
class _Open:
    """A piece that is being put together."""

    letters: list[_Letter] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0
    base: float = 0.0
    size: float = 0.0

    def takes(self, letter: _Letter) -> bool:
        """Whether a letter goes on with this piece: in the same line, and not far away."""
        if not self.letters:
            return True
        if (letter.upright, letter.inside) != (self.letters[0].upright, self.letters[0].inside):
            return False
        if not letter.upright:
            return True
        size = max(letter.size, self.size)
        gap = max(letter.left - self.right, self.left - letter.right)
        return abs(letter.base - self.base) < 0.6 * size and gap <= size

    def add(self, letter: _Letter, *, parted: bool) -> None:
        if not self.letters:
            self.left, self.right = letter.left, letter.right
        if letter.size > 1.05 * self.size:
            # What is raised or lowered is smaller than the line in which it is.
            self.base, self.size = letter.base, letter.size
        parted = parted or self._leaves_room(letter)
        self.words.append(f" {letter.sign}" if parted and self.letters else letter.sign)
        self.letters.append(letter)
        self.left = min(self.left, letter.left)
        self.right = max(self.right, letter.right)

    def _leaves_room(self, letter: _Letter) -> bool:
        """Whether a gap after a stop is one between words, though PDFium sees none."""
        return (
            bool(self.letters)
            and self.letters[-1].sign in ".,;:!?"
            and letter.sign.isalpha()
            and letter.left - self.right > 0.12 * letter.size
        )

    def piece(self) -> Piece:
        words = "".join(self.words)
        first = len(words.split(" ", 1)[0])
        sizes = Counter(round(letter.size, 1) for letter in self.letters)
        head = self.letters[:first]
        return Piece(
            words,
            self.left,
            self.right,
            self.base,
            sizes.most_common(1)[0][0],
            max(one.right for one in head) - min(one.left for one in head),
        )


def page_of(page: pypdfium2.PdfPage) -> Page:
    """What stands on a page. Raises ``pypdfium2.PdfiumError`` for one that cannot be read."""
    textpage = page.get_textpage()
    try:
        return _read(page, textpage)
    finally:
        textpage.close()


def _read(page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage) -> Page:
    view = _View(page, textpage)
    done: list[_Open] = []
    piece = _Open()
    ligatures: list[_Open] = []
    unknown = invisible = 0
    parted = False
    for at in range(int(textpage.count_chars())):
        sign = view.sign(at)
        if sign in "\r\n":
            done.append(piece)
            piece, parted = _Open(), False
            continue
        if sign.isspace():
            parted = True
            continue
        if not sign.isprintable() and sign != BROKEN and not _joins(sign):
            unknown += 1
            continue
        unknown += view.is_unknown(at)
        invisible += view.is_invisible(at)
        letter = view.letter(at, sign)
        if not piece.takes(letter):
            done.append(piece)
            piece, parted = _Open(), False
        if _ends_ligature(piece.letters, letter) and piece not in ligatures:
            ligatures.append(piece)
        piece.add(letter, parted=parted)
        parted = False
        if sign == BROKEN:
            done.append(piece)
            piece = _Open()
    done.append(piece)
    full = [one for one in done if one.letters]
    return Page(
        tuple(one.piece() for one in full if one.letters[0].upright and one.letters[0].inside),
        tuple("".join(one.words) for one in full if not one.letters[0].upright),
        tuple(
            "".join(one.words)
            for one in full
            if one.letters[0].upright and not one.letters[0].inside
        ),
        tuple(word for one in ligatures for word in _ligature_words(one)),
        unknown,
        invisible,
    )


def _joins(sign: str) -> bool:
    """Whether a sign that is not drawn belongs to the words: joiners and marks of direction."""
    return sign in "\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"


def _same_place(one: _Letter, other: _Letter) -> bool:
    return (one.left, one.right, one.base) == (other.left, other.right, other.base)


def _ends_ligature(letters: list[_Letter], letter: _Letter) -> bool:
    """Whether a letter and the one before it are one sign of the PDF."""
    return (
        bool(letters)
        and _same_place(letters[-1], letter)
        and letters[-1].sign + letter.sign in _LIGATURES
    ) or "\ufb00" <= letter.sign <= "\ufb06"


def _ligature_words(piece: _Open) -> Iterator[str]:
    """The words of a piece that have a ligature."""
    word = ""
    has = False
    before: list[_Letter] = []
    for letter, sign in zip(piece.letters, piece.words, strict=True):
        if sign.startswith(" "):
            if has:
                yield word
            word, has, before = "", False, []
        has = has or _ends_ligature(before, letter)
        word += letter.sign
        before = [letter]
    if has:
        yield word


class _View:
    """A page as it is shown: turned as it says, with the places of its characters."""

    def __init__(self, page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage) -> None:
        self._text = textpage.raw
        self._turn = int(page.get_rotation())
        left, bottom, right, top = (float(side) for side in page.get_bbox())
        self._box = left, bottom, right, top
        wide, high = right - left, top - bottom
        self._size = (wide, high) if self._turn in {0, 180} else (high, wide)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._loose, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()

    def sign(self, at: int) -> str:
        """A character, the sign of a broken word, or the null for one that is none."""
        code = int(pdfium.FPDFText_GetUnicode(self._text, at))
        if code == _HYPHEN_GIVEN and int(pdfium.FPDFText_IsHyphen(self._text, at)) == 1:
            return BROKEN
        if code in {0x0D, 0x0A} and not int(pdfium.FPDFText_IsGenerated(self._text, at)):
            return "\0"
        return "\0" if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)

    def is_unknown(self, at: int) -> bool:
        """Whether the PDF does not say which letter a sign is."""
        return int(pdfium.FPDFText_HasUnicodeMapError(self._text, at)) == 1

    def is_invisible(self, at: int) -> bool:
        drawn = pdfium.FPDFText_GetTextObject(self._text, at)
        return bool(drawn) and int(pdfium.FPDFTextObj_GetTextRenderMode(drawn)) == _INVISIBLE

    def letter(self, at: int, sign: str) -> _Letter:
        """A character with its place."""
        pdfium.FPDFText_GetLooseCharBox(self._text, at, self._loose)
        pdfium.FPDFText_GetCharOrigin(self._text, at, self._x, self._y)
        pdfium.FPDFText_GetMatrix(self._text, at, self._matrix)
        matrix = self._matrix
        scale = float(matrix.c) ** 2 + float(matrix.d) ** 2
        size = float(pdfium.FPDFText_GetFontSize(self._text, at)) * scale**0.5
        one = self._shown(float(self._loose.left), float(self._loose.bottom))
        two = self._shown(float(self._loose.right), float(self._loose.top))
        left, right = min(one[0], two[0]), max(one[0], two[0])
        low, high = min(one[1], two[1]), max(one[1], two[1])
        along = _turned(float(matrix.a), float(matrix.b), self._turn)
        _, base = self._shown(self._x.value, self._y.value)
        middle, half = (left + right) / 2, (low + high) / 2
        inside = 0 <= middle <= self._size[0] and 0 <= half <= self._size[1]
        upright = along[0] > 0 and abs(along[1]) < 0.1 * along[0]
        return _Letter(sign, left, right, base, size, upright, inside)

    def _shown(self, across: float, up: float) -> tuple[float, float]:
        left, bottom, right, top = self._box
        match self._turn:
            case 90:
                return up - bottom, right - across
            case 180:
                return right - across, top - up
            case 270:
                return top - up, across - left
        return across - left, up - bottom


def _turned(across: float, up: float, turn: int) -> tuple[float, float]:
    """A direction on a page that is turned clockwise."""
    match turn:
        case 90:
            return up, -across
        case 180:
            return -across, -up
        case 270:
            return -up, across
    return across, up
