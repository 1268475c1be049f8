"""The words of the search index read back: each word is where a record has it, and nowhere else.

What must be there is derived from the records, word by word, as Pagefind 1.5.2 is known to index:
a word without its signs and accents, by its stem, and the parts of a word that signs or capitals
part. What cuts a text in a script without spaces into words is code that both sides share.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from citebound.proof.stems import stem
from citebound.search.packing import RecordList, Standing, read_words, unpack
from citebound.search.record import Record
from citebound.text.patterns import Pattern

_WHITE = Pattern(r"\p{White_Space}+")
_LETTER = Pattern(r"[\p{Alphabetic}\p{N}\p{Pc}]")
_SIGN = Pattern(r"[^\p{Alphabetic}\p{N}]")
_CAPITAL = Pattern(r"\p{Uppercase}")
_MARKS = Pattern(r"\p{M}+")
_ASCII_SIGNS = Pattern(r"[!-/:-@\[-`{-~]+")
_CLUSTERS = Pattern(r"\X")
_PICTURE = Pattern(r"\p{Emoji}")
_NEWLY_SMALL = frozenset("\u019b\u0264\ua7d3\ua7d5")
"""Small letters whose capitals came with Unicode 16, which not every Python knows."""

_PARTED = frozenset(("lU", "U9", "9U", "9l", "l9"))

_WEIGHT = 24
"""What a word of a text weighs."""

Indexed = tuple[str, str | None]
"""A word as the index has it: its stem, and its form with accents, if it has any."""


def words_found(
    files: Mapping[str, bytes], listing: RecordList, records: Sequence[Record]
) -> Iterator[tuple[str, str]]:
    """What is wrong with the words of an index: the path of a file of it, and what it is.

    Raises :class:`~citebound.search.packing.DamagedError`.
    """
    texts = {
        (number, field): words
        for number, record in enumerate(records)
        for field, words in _texts(record, listing.fields)
    }
    fields = {name for record in records for name, words in _fields(record).items() if words}
    if listing.fields != tuple(sorted(fields)):
        yield "", "the fields of the index are not those of the records"
        return
    missing = {
        (number, field, at): {*_wholly(word), *_parts(word)}
        for (number, field), words in texts.items()
        for at, word in enumerate(words)
    }
    last: str | None = None
    for name, (begins, ends) in zip(listing.chunks, listing.ranges, strict=True):
        path = f"index/{name}.pf_index"
        in_order: list[str] = []
        unknown: list[str] = []
        for word, form, standing in read_words(unpack(files[path])):
            if not in_order or in_order[-1] != word:
                in_order.append(word)
            wanted = missing.get((standing.record, standing.field, standing.at))
            if wanted is None or not _belongs((word, form), standing, texts):
                unknown.append(word)
            else:
                wanted.discard((word, form))
        if unknown:
            yield path, f"“{unknown[0]}” is in the index where no record has it"
        if in_order != sorted({*in_order}) or (last is not None and in_order[0] <= last):
            yield path, "the words of the index are not in order"
        if not (_begins(in_order[0], begins) and _begins(in_order[-1], ends)):
            yield path, "the list of the index leads to other words than this part has"
        last = in_order[-1]
    lost = [(place, words) for place, words in missing.items() if words]
    for (number, field, at), words in lost[:1]:
        told, count = texts[number, field][at], sum(len(words) for _, words in lost)
        stems = ", ".join(sorted(word for word, _ in words))
        where = f"“{told}” of {records[number].address} ({stems})"
        yield "", f"{count} words of the records are not found by the index, such as {where}"


def _begins(word: str, beginning: str) -> bool:
    """Whether a word of a chunk is what the list of chunks names by its beginning. Signs that stand
    alone are the empty word.
    """
    return word.startswith(beginning) and bool(beginning or not word)


def _fields(record: Record) -> dict[str, str]:
    """The fields of a record that weigh more than its text."""
    return {
        "title": record.title,
        "names": " · ".join(record.names),
        "about": f"{record.about} {record.by}".strip(),
        "tails": record.tails,
    }


def _texts(record: Record, fields: Sequence[str]) -> Iterator[tuple[int | None, list[str]]]:
    """The words of a record: of its text, and of each of its fields by number."""
    yield None, _cut(record.content)
    held = _fields(record)
    for number, name in enumerate(fields):
        yield number, _cut(held.get(name, ""))


def _cut(text: str) -> list[str]:
    return [word for word in _WHITE.split(text) if word]


def _belongs(
    indexed: Indexed,
    standing: Standing,
    texts: Mapping[tuple[int, int | None], Sequence[str]],
) -> bool:
    """Whether a word of the index is that of its place, or a part of it, with its weight."""
    word = texts[standing.record, standing.field][standing.at]
    whole, parts = _wholly(word), _parts(word)
    if standing.field is not None:
        return indexed in {*whole, *parts} or _is_picture(indexed[0], word)
    if standing.weight == _WEIGHT and (indexed in whole or _is_picture(indexed[0], word)):
        return True
    return indexed in parts and standing.weight == max(_WEIGHT // len(parts), 1)


def _whole(word: str) -> str:
    """The letters and figures of a word, in small letters."""
    return "".join(c.lower() if _CAPITAL.match(c) else c for c in word if _LETTER.match(c))


def _is_picture(indexed: str, word: str) -> bool:
    """Whether what is indexed is an emoji of a word, which may be found by itself."""
    return bool(_PICTURE.match(indexed)) and indexed in _CLUSTERS.findall(word)


@cache
def _wholly(word: str) -> tuple[Indexed, ...]:
    """A word as a whole."""
    whole = _whole(word)
    return (_indexed(whole),) if whole else ()


@cache
def _parts(word: str) -> tuple[Indexed, ...]:
    """The parts of a word that signs, capitals and figures part, those of one byte left out."""
    whole = _whole(word)
    is_one = not (_SIGN.search(word) or _CAPITAL.search(word, 1))
    if not whole or is_one:
        return ()
    pieces = [part for piece in _ASCII_SIGNS.split(word) for part in _by_case(piece)]
    if len(pieces) < 2 and whole.startswith("".join(pieces)):
        return ()
    return tuple(_indexed(piece) for piece in pieces if len(piece.encode()) > 1)


def _by_case(piece: str) -> Iterator[str]:
    """A piece of a word cut where a capital or a figure begins or ends a part of it."""
    clusters = _CLUSTERS.findall(piece)
    kinds = "".join(map(_kind, clusters))
    start = 0
    for at in range(1, len(clusters) + 1):
        two = kinds[at - 1 : at + 1]
        if at == len(clusters) or two in _PARTED or kinds[at - 1 : at + 2] == "UUl":
            yield "".join(clusters[start:at]).lower()
            start = at


def _kind(cluster: str) -> str:
    """``U`` for a capital, ``l`` for a small letter, ``9`` for a figure, ``-`` for all else."""
    if cluster.isascii() and cluster.isdigit():
        return "9"
    small, large = cluster.lower(), cluster.upper()
    if cluster in _NEWLY_SMALL:
        return "l"
    if small == large:
        return "-"
    return "l" if cluster == small else "U" if cluster == large else "-"


def _indexed(letters: str) -> Indexed:
    """A word in small letters as the index has it."""
    bare = letters
    if not letters.isascii():
        bare = _MARKS.sub("", unicodedata.normalize("NFD", letters))
    return stem(bare), None if bare == letters else letters
