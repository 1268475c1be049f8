"""What the styles of a DOCX say of its words: which are hidden, and which paragraphs a word
processor numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from citebound.adding.docx_parts import child_of, name_of, said_by

_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class _Style:
    """A style: whether it hides words and numbers paragraphs, or says nothing of that."""

    based_on: str | None
    hides: bool | None
    numbers: bool | None


class Styles:
    """The styles of a document, by the parts that hold them."""

    def __init__(self, parts: Iterable[etree._Element]) -> None:
        self._styles: dict[str, _Style] = {}
        self._default: dict[str, str] = {}
        self._hides = False
        for part in parts:
            for element in part:
                if name_of(element) == "style":
                    self._add(element)
                elif name_of(element) == "docDefaults":
                    properties = child_of(child_of(element, "rPrDefault"), "rPr")
                    self._hides = _hides(properties) is True

    def _add(self, element: etree._Element) -> None:
        name, kind = said_by(element, "styleId"), said_by(element, "type")
        if name is None:
            return
        self._styles[name] = _Style(
            said_by(child_of(element, "basedOn"), "val"),
            _hides(child_of(element, "rPr")),
            _numbers(child_of(element, "pPr")),
        )
        if kind is not None and said_by(element, "default") not in {None, *_OFF}:
            self._default[kind] = name

    def hides_table(self, table: etree._Element) -> bool:
        """Whether the style of a table hides its words."""
        return self._says(child_of(child_of(table, "tblPr"), "tblStyle"), "table", "hides")

    def hides_paragraph(self, paragraph: etree._Element) -> bool:
        """Whether the style of a paragraph hides its words."""
        style = child_of(child_of(paragraph, "pPr"), "pStyle")
        return self._hides or self._says(style, "paragraph", "hides")

    def hides_run(self, run: etree._Element, *, around: bool) -> bool:
        """Whether words are hidden, by themselves, by their style or by what is around them."""
        properties = child_of(run, "rPr")
        own = _hides(properties)
        if own is not None:
            return own
        return around or self._says(child_of(properties, "rStyle"), "character", "hides")

    def numbers(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph has a number or a mark of a list that is not among its words."""
        properties = child_of(paragraph, "pPr")
        own = _numbers(properties)
        if own is not None:
            return own
        return self._says(child_of(properties, "pStyle"), "paragraph", "numbers")

    def _says(self, named: etree._Element | None, kind: str, what: str) -> bool:
        name = said_by(named, "val") or self._default.get(kind)
        for style in self._chain(name):
            says = style.hides if what == "hides" else style.numbers
            if says is not None:
                return says
        return False

    def _chain(self, name: str | None) -> Iterator[_Style]:
        """A style and those that it is based on."""
        seen: set[str] = set()
        while name is not None and name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = self._styles[name].based_on


def _hides(properties: etree._Element | None) -> bool | None:
    element = child_of(properties, "vanish")
    return None if element is None else said_by(element, "val") not in _OFF


def _numbers(properties: etree._Element | None) -> bool | None:
    element = child_of(properties, "numPr")
    return None if element is None else said_by(child_of(element, "numId"), "val") != "0"
