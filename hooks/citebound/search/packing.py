"""The binary forms of Pagefind 1.5.2: its compressed files, and its list of records.

A file is gzip (RFC 1952) of a twelve-byte signature and the data; the list of records is
CBOR (RFC 8949): an array of the version, the records (each a name and a count of words), the
chunks of the word index (each a first word, a last word and a name), and more; last the names of
the fields. A chunk is an array of one array of words (each a word, the records that it is in, and
its forms with accents, each with its records). Of a record it has its number, counted from that
of the one before, and two lists of places: in the text and in the fields. A number below zero
in a list says the weight, or the field, of the places after it.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

SIGNATURE = b"pagefind_dcd"
_HEADER = b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"  # no time and no system, so that bytes repeat

_UINT, _NEGATIVE, _BYTES, _TEXT, _ARRAY = 0, 1, 2, 3, 4


class DamagedError(Exception):
    """A file is not what Pagefind 1.5.2 writes."""


def pack(data: bytes) -> bytes:
    """Data as one of Pagefind's files; the same bytes each time."""
    body = SIGNATURE + data
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    tail = struct.pack("<II", zlib.crc32(body), len(body) & 0xFFFFFFFF)
    return _HEADER + deflate.compress(body) + deflate.flush() + tail


def unpack(raw: bytes) -> bytes:
    """The data of one of Pagefind's files. Raises :class:`DamagedError`."""
    try:
        data = zlib.decompress(raw, 16 + zlib.MAX_WBITS)
    except zlib.error as error:
        raise DamagedError(f"it is not gzip: {error}") from None
    if not data.startswith(SIGNATURE):
        raise DamagedError("its signature is missing")
    return data[len(SIGNATURE) :]


@dataclass(frozen=True, slots=True)
class RecordList:
    """The list of records: their names and counts of words in order, and the names of the
    chunks of the word index. ``start`` and ``end`` is where the records are in the data.
    ``ranges`` are the beginnings of the first and the last word of each chunk.
    """

    records: tuple[tuple[str, int], ...]
    chunks: tuple[str, ...]
    start: int
    end: int
    ranges: tuple[tuple[str, str], ...] = ()
    fields: tuple[str, ...] = ()


def read_listing(data: bytes) -> RecordList:
    """Read the list of records. Raises :class:`DamagedError`."""
    try:
        major, size, at = _head(data, 0)
        if major != _ARRAY or size < 3:
            raise DamagedError("it is not a list of records")
        _, at = _item(data, at)
        start = at
        records, at = _item(data, at)
        end = at
        chunks, at = _item(data, at)
        rest = []
        for _ in range(size - 3):
            item, at = _item(data, at)
            rest.append(item)
        return RecordList(
            tuple((str(name), int(count)) for name, count in records),
            tuple(str(chunk[2]) for chunk in chunks),
            start,
            end,
            tuple((str(chunk[0]), str(chunk[1])) for chunk in chunks),
            tuple(map(str, rest[-1])) if rest else (),
        )
    except (IndexError, struct.error, TypeError, ValueError) as error:
        raise DamagedError(f"it is not a list of records: {error}") from None


@dataclass(frozen=True, slots=True)
class Standing:
    """A place at which the index has a word: the number of a record, the number of one of its
    fields (or None for its text), the number of the word there, and its weight in a text.
    """

    record: int
    field: int | None
    at: int
    weight: int = 0


def read_words(data: bytes) -> Iterator[tuple[str, str | None, Standing]]:
    """The words of a chunk, in order, each with its form with accents, if it has one, and each
    of its places. Raises :class:`DamagedError`.
    """
    try:
        chunk, end = _item(data, 0)
        (words,) = chunk
        if end != len(data) or not words:
            raise DamagedError("it is not a list of words")
        for word, records, variants in words:
            for form, held in ((None, records), *variants):
                yield from ((str(word), form, standing) for standing in _standings(held))
    except (IndexError, TypeError, ValueError) as error:
        raise DamagedError(f"it is not a list of words: {error}") from None


def _standings(records: Sequence[Any]) -> Iterator[Standing]:
    """The places of a word in its records."""
    number = 0
    for more, in_text, in_fields in records:
        number += more
        at, weight, anew = 0, 25, False
        for place in in_text:
            if place < 0:
                weight, anew = -place - 1, True
            else:
                at, anew = place if anew else at + place, False
                yield Standing(number, None, at, weight)
        at, field = 0, -1
        for place in in_fields:
            if place < 0:
                at, field = 0, -place - 1
            else:
                at += place
                yield Standing(number, field, at)


def with_names(data: bytes, listing: RecordList, names: Sequence[str]) -> bytes:
    """The list with other names for its records, in their order."""
    records = b"".join(
        b"\x82" + _encoded(_TEXT, len(name)) + name.encode("ascii") + _encoded(_UINT, count)
        for name, (_, count) in zip(names, listing.records, strict=True)
    )
    return data[: listing.start] + _encoded(_ARRAY, len(names)) + records + data[listing.end :]


def _encoded(major: int, value: int) -> bytes:
    """The head of an item, in its shortest form."""
    for size, code, form in (
        (24, None, ""),
        (1 << 8, 24, ">B"),
        (1 << 16, 25, ">H"),
        (1 << 32, 26, ">I"),
    ):
        if value < size:
            first = value if code is None else code
            return bytes([major << 5 | first]) + (struct.pack(form, value) if form else b"")
    raise DamagedError("a number is too large")


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """Major type, value and the offset after the head of the item at ``at``."""
    major, short = data[at] >> 5, data[at] & 31
    if short < 24:
        return major, short, at + 1
    size = {24: 1, 25: 2, 26: 4, 27: 8}.get(short)
    if size is None:
        raise DamagedError("it has an item of no stated length")
    return major, int.from_bytes(data[at + 1 : at + 1 + size], "big"), at + 1 + size


def _item(data: bytes, at: int) -> tuple[Any, int]:
    """The item at ``at`` (a whole number, text, bytes or array) and the offset after it."""
    major, value, at = _head(data, at)
    if major == _UINT:
        return value, at
    if major == _NEGATIVE:
        return -1 - value, at
    if major in (_BYTES, _TEXT):
        raw = data[at : at + value]
        return (raw.decode() if major == _TEXT else raw), at + value
    if major == _ARRAY:
        items = []
        for _ in range(value):
            item, at = _item(data, at)
            items.append(item)
        return items, at
    raise DamagedError("it has an item of another kind")


def names_for(tag: str, count: int) -> Iterator[str]:
    """Names of records by their number: they compress well, and tell the number back."""
    return (f"{tag}-{number:x}" for number in range(count))
