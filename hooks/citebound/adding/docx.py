"""A DOCX read for a new source: its paragraphs as they are written, in the order of the document.

What two people could read differently is refused: changes that nobody has accepted or rejected,
and words that one does not see. Nothing is said of dates: those of a DOCX are of the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from citebound.adding.docx_parts import Parts, child_of, name_of, said_by
from citebound.adding.docx_styles import Styles
from citebound.adding.extracted import Extracted, LeftOut, UnreadableError

_CHANGES = frozenset(
    {"ins", "del", "delText", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"}
)
"""Elements of changes to the words, to paragraph marks and to the rows and cells of tables."""

_SPACES = frozenset({"tab", "ptab", "br", "cr"})
_PROPERTIES = frozenset({"pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr", "sectPr", "rubyPr"})
_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CORE = "{http://purl.org/dc/elements/1.1/}"
_SAYS = {"title": "title", "author": "creator", "language": "language"}

_ASIDE = {
    "comments": ("comment", "a comment"),
    "footnotes": ("footnote", "a footnote"),
    "endnotes": ("endnote", "an endnote"),
    "header": ("hdr", "a header"),
    "footer": ("ftr", "a footer"),
}
"""The parts whose words are left out, with the element that has them and what it is."""

_LOOKS = {
    "vertAlign": "raised or lowered",
    "strike": "struck through",
    "dstrike": "struck through",
    "color": "white",
    "sz": "too small to read",
}
_SO = {
    "vertAlign": {"superscript", "subscript"},
    "strike": {"true", "1", "on"},
    "dstrike": {"true", "1", "on"},
    "color": {"ffffff"},
    "sz": {"1", "2", "3", "4", "5", "6"},
}
"""How words may look, and the values of a property by which they do."""

_LINES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
"""Kinds of notes that are the line above the notes."""


def read_docx(raw: bytes) -> Extracted:
    """The text of a DOCX: the paragraphs of its body, those of tables cell by cell.

    Comments, notes, headers, footers and text boxes are left out; numbers that a word processor
    adds are not written. Raises :class:`UnreadableError` for what is no DOCX or is damaged, for
    tracked changes and hidden text, and where there is no text.
    """
    try:
        return _read(Parts(raw))
    except RecursionError:
        raise UnreadableError("this DOCX is damaged: its elements are nested too deeply") from None


def _read(parts: Parts) -> Extracted:
    styles = Styles(parts.of_kind("styles"))
    body = _Story(styles)
    body.read(_unchanged(parts.document))
    if not body.paragraphs:
        raise UnreadableError("this document has no text")
    left_out = [*body.left_out]
    for kind, (name, what) in _ASIDE.items():
        for part in parts.of_kind(kind):
            left_out += _aside(_unchanged(part), name, what, styles)
    return Extracted(
        paragraphs=tuple(body.paragraphs),
        by=f"citebound and lxml {etree.__version__}",
        left_out=tuple(dict.fromkeys(left_out)),
        notes=tuple(body.notes()),
        says=_says(parts.properties()),
    )


def _unchanged(part: etree._Element) -> etree._Element:
    """A part that has no tracked changes."""
    if any(name_of(element) in _CHANGES for element in part.iter()):
        raise UnreadableError(
            "this document has tracked changes: accept or reject them all in the word processor "
            "first"
        )
    return part


def _aside(part: etree._Element, name: str, what: str, styles: Styles) -> Iterator[LeftOut]:
    for element in [part] if name_of(part) == name else part:
        if name_of(element) != name or said_by(element, "type") in _LINES:
            continue
        story = _Story(styles)
        story.read(element)
        if story.paragraphs:
            yield LeftOut(what, " ".join(story.paragraphs))
        yield from story.left_out


def _says(properties: etree._Element | None) -> dict[str, str]:
    found = {
        name: " ".join((properties.findtext(f"{_CORE}{key}") or "").split())
        for name, key in _SAYS.items()
        if properties is not None
    }
    return {name: words for name, words in found.items() if words}


class _Story:
    """Words that are read one after the other: the body, a note, a text box."""

    def __init__(self, styles: Styles) -> None:
        self.paragraphs: list[str] = []
        self.left_out: list[LeftOut] = []
        self._styles = styles
        self._words: list[str] = []
        # The fields that are open, and whether what they show has begun, after their instruction.
        self._fields: list[bool] = []
        self._numbered = 0
        self._formulas = 0
        self._symbols: list[str] = []
        self._files = 0
        self._looks: dict[str, list[str]] = {}

    def read(self, element: etree._Element) -> None:
        """Read what is in an element."""
        self._inside(element, hidden=False)
        self._close()
        if self._fields:
            raise UnreadableError("this DOCX is damaged: a field in it does not end")

    def notes(self) -> Iterator[str]:
        """What whoever adds the document should look at."""
        if self._numbered:
            yield (
                "numbers and marks of lists that the word processor adds are not written: "
                f"{self._numbered} paragraph{'' if self._numbered == 1 else 's'}"
            )
        if self._formulas:
            yield f"formulas are read as their letters in a row: there are {self._formulas}"
        if self._symbols:
            signs = ", ".join(dict.fromkeys(self._symbols))
            yield f"signs of symbol fonts are not written: {signs}"
        if self._files:
            yield f"files within the document are not read: there are {self._files}"
        for look, words in self._looks.items():
            yield f"words that are {look} stand in the text: {', '.join(words)}"

    def _inside(self, element: etree._Element, *, hidden: bool) -> None:
        for child in element:
            self._take(child, hidden=hidden)

    def _take(self, element: etree._Element, *, hidden: bool) -> None:
        name = name_of(element)
        if name == "p":
            self._paragraph(element, hidden=hidden)
        elif name == "tbl":
            self._inside(element, hidden=hidden or self._styles.hides_table(element))
        elif name in {"r", f"{_FORMULA}r"}:
            self._look(element)
            self._inside(element, hidden=self._styles.hides_run(element, around=hidden))
        elif name in {"t", f"{_FORMULA}t"}:
            self._write("".join(map(str, element.itertext())), hidden=hidden)
        elif name in _SPACES:
            self._words.append(" ")
        elif name == "noBreakHyphen":
            self._write("\u2011", hidden=hidden)
        elif name == "txbxContent":
            self._beside(element, "a text box")
        elif name == "rt":
            self._beside(element, "a reading above words")
        elif name == f"{_MARKUP}AlternateContent":
            self._one_of(element, hidden=hidden)
        elif name not in _PROPERTIES:
            self._mark(element, name)
            self._inside(element, hidden=hidden)

    def _mark(self, element: etree._Element, name: str) -> None:
        """Take what says something of the words around it, or stands for what cannot be read."""
        if name == "fldChar":
            self._field(said_by(element, "fldCharType"))
        elif name == "sym":
            self._symbols.append(f"{said_by(element, 'font')} {said_by(element, 'char')}")
        elif name == f"{_FORMULA}oMath":
            self._formulas += 1
        elif name in {"altChunk", "subDoc"}:
            self._files += 1

    def _look(self, run: etree._Element) -> None:
        """Note a run that says of itself that it looks otherwise than the words around it: raised
        figures run into others, and what is struck through or white few readers take for text.
        """
        properties = child_of(run, "rPr")
        words = " ".join("".join(map(str, run.itertext())).split())
        if properties is None or not words:
            return
        for name, look in _LOOKS.items():
            value = said_by(child_of(properties, name), "val")
            there = child_of(properties, name) is not None
            if there and (value or "true").lower() in _SO[name]:
                self._looks.setdefault(look, []).append(words)

    def _paragraph(self, element: etree._Element, *, hidden: bool) -> None:
        self._close()
        self._inside(element, hidden=hidden or self._styles.hides_paragraph(element))
        if self._close() and self._styles.numbers(element):
            self._numbered += 1

    def _close(self) -> bool:
        """End a paragraph, and say whether it had words."""
        words = " ".join("".join(self._words).split())
        self._words.clear()
        if words:
            self.paragraphs.append(words)
        return bool(words)

    def _write(self, words: str, *, hidden: bool) -> None:
        if not all(self._fields):
            return
        if hidden and words.strip():
            raise UnreadableError(
                "this document has hidden text: show it or take it out in the word processor first"
            )
        self._words.append(words)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif not self._fields:
            raise UnreadableError("this DOCX is damaged: a field in it does not begin")
        elif kind == "separate":
            self._fields[-1] = True
        else:
            self._fields.pop()

    def _beside(self, element: etree._Element, what: str) -> None:
        """Read what stands beside the words around it."""
        story = _Story(self._styles)
        story.read(element)
        if story.paragraphs:
            self.left_out.append(LeftOut(what, " ".join(story.paragraphs)))
        self.left_out += story.left_out

    def _one_of(self, element: etree._Element, *, hidden: bool) -> None:
        """Read the first of several ways to say the same."""
        ways = [child for child in element if name_of(child).startswith(_MARKUP)]
        for way in ways[:1]:
            self._inside(way, hidden=hidden)
