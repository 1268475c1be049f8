"""The parts of a DOCX: a ZIP of XML files that name one another (ECMA-376, Part 2).

What is unpacked is limited, no DTD is taken, and nothing outside the file is asked for.
"""

from __future__ import annotations

import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from citebound.adding.extracted import UnreadableError

MOST_BYTES = 50_000_000
"""So much all parts that are read may unpack to."""

_NOT_ONE = "this is not a DOCX"
_DAMAGED = "this DOCX is damaged"
_OLDER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of the older Word begin, and those of a newer one with a password."""

_WORDS = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
"""The namespace of WordprocessingML, and that of its strict kind."""

_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,  # with a password; NotImplementedError is one too
    ValueError,
    OverflowError,
    MemoryError,
)
"""What the standard library raises for a ZIP that is damaged or of an unknown kind."""


def name_of(element: etree._Element) -> str:
    """The name of an element: bare for one of WordprocessingML, else with its namespace."""
    tag = str(element.tag)
    return next((tag[len(space) :] for space in _WORDS if tag.startswith(space)), tag)


def child_of(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child with a name of WordprocessingML."""
    if element is None:
        return None
    return next((child for child in element if name_of(child) == name), None)


def said_by(element: etree._Element | None, name: str) -> str | None:
    """An attribute of WordprocessingML."""
    if element is None:
        return None
    found = (element.get(f"{space}{name}") for space in _WORDS)
    return next((str(value) for value in found if value is not None), None)


class Parts:
    """The parts of a document. Raises :class:`UnreadableError` for what is no DOCX, is damaged or
    unpacks to too much.
    """

    def __init__(self, raw: bytes) -> None:
        if raw.startswith(_OLDER):
            raise UnreadableError(
                "this is a file of an older Word, or has a password: save it as a DOCX without one"
            )
        try:
            self._zip = zipfile.ZipFile(BytesIO(raw))
        except _ZIP_ERRORS:
            is_zip = raw.startswith(b"PK\x03\x04")
            raise UnreadableError(_DAMAGED if is_zip else _NOT_ONE) from None
        self._left = MOST_BYTES
        self._package = dict(self._named_by(""))
        self.name = self._package.get("officeDocument", "")
        if not self.name:
            raise UnreadableError(_NOT_ONE)
        self.document = self._tree(self.name)
        if name_of(self.document) != "document":
            raise UnreadableError(_NOT_ONE)

    def of_kind(self, kind: str) -> Iterator[etree._Element]:
        """The parts that the document names as of a kind: ``footnotes``, ``header``."""
        for named, part in self._named_by(self.name):
            if named == kind:
                yield self._tree(part)

    def properties(self) -> etree._Element | None:
        """What the document says of itself."""
        part = self._package.get("core-properties")
        return None if part is None else self._tree(part)

    def _named_by(self, part: str) -> Iterator[tuple[str, str]]:
        """The parts that a part names, or those of the whole file; each with its kind."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._zip.namelist():
            return
        for relation in self._tree(relations):
            target, kind = relation.get("Target"), relation.get("Type")
            if target and kind and relation.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/", folder, str(target)))
                yield str(kind).rsplit("/", 1)[-1], path.lstrip("/")

    def _tree(self, part: str) -> etree._Element:
        # Each has its own parser: one that has met an error is not used again.
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(self._bytes(part), parser)
        except etree.XMLSyntaxError:
            raise UnreadableError(f"{_DAMAGED}: its part {part} is no XML") from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableError(f"{_DAMAGED}: its part {part} has a DTD")
        return root

    def _bytes(self, part: str) -> bytes:
        if self._zip.namelist().count(part) > 1:
            # Which of them is read is up to the program: two readers would see two texts.
            raise UnreadableError(f"{_DAMAGED}: it has its part {part} twice")
        try:
            with self._zip.open(part) as held:
                raw = held.read(self._left + 1)
        except KeyError:
            raise UnreadableError(f"{_DAMAGED}: it has no part {part}") from None
        except _ZIP_ERRORS:
            raise UnreadableError(f"{_DAMAGED}: its part {part} cannot be unpacked") from None
        if len(raw) > self._left:
            raise UnreadableError("this DOCX is too large: it unpacks to more than 50 MB")
        self._left -= len(raw)
        return raw
