"""The words of the search index read back: each word is where a record has it, and nowhere else.

What must be there is derived from the records, word by word and sign by sign, as it must be
written. What cuts a text in a script without spaces into words is code that both sides share.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from citebound.search.record import Record
from citebound.search.segment import spaced, word_ends

_DROPPED = frozenset("'’ʼ\u00ad\u200b\u200c\u200d")
_NO_WIDTH = frozenset("\u200b\u200c\u200d")
_LONGEST = 2_000


class UnreadableError(ValueError):
    """A file of the index is not what a browser could read; the message says which and why."""


def words_found(files: Mapping[str, bytes], records: Sequence[Record]) -> Iterator[tuple[str, str]]:
    """What is wrong with the words of an index: the path of a file of it, and what it is.

    Raises :class:`UnreadableError`.
    """
    wanted, names = _wanted(records), _names(records)
    left = {path for path in files if path.startswith("words/")}
    for begins in sorted({_file(word) for word in wanted}):
        path = f"words/{begins}.json"
        if path not in left:
            yield path, "this part of the index is missing"
            continue
        left.discard(path)
        held = _object(files, path)
        if held.get("names") != names.get(begins, []):
            yield path, "the names are not those of the records"
        for word, given in held["words"].items():
            written, is_apart = given, isinstance(given, int)
            if is_apart:
                longer = f"words/{begins}.{given}.json"
                left.discard(longer)
                written = json.loads(files[longer])
            true = wanted.pop(word, bytearray()).decode()
            if (_file(word), written, is_apart) != (begins, true, len(true) > _LONGEST):
                yield path, f"“{word}” is in the index where no record has it, or not where one has"
    for path in sorted(left):
        yield path, "this part of the index should not be there"
    if wanted:
        told = f"{len(wanted)} words of the records are not found by the index"
        yield "words", f"{told}, such as “{next(iter(wanted))}”"


def _object(files: Mapping[str, bytes], path: str) -> dict[str, Any]:
    read: Any = json.loads(files[path])
    if not isinstance(read, dict) or not isinstance(read.get("words"), dict):
        raise UnreadableError(f"{path} has no words")
    return read


# --- what there must be ---------------------------------------------------------------------


def _wanted(records: Sequence[Record]) -> dict[str, bytearray]:
    """What must be written of each word: the records in their order, each with its entry."""
    found: dict[str, bytearray] = {}
    reached: dict[str, int] = {}
    for number, record in enumerate(records):
        for word, digit, places in _of_record(record):
            steps = (to - at for at, to in pairwise((0, *places)))
            numbers = (number - reached.get(word, 0), digit, *steps)
            entry = ".".join(_written(value) for value in numbers).encode()
            if word in found:
                found[word] += b" " + entry
            else:
                found[word] = bytearray(entry)
            reached[word] = number
    return found


def _of_record(record: Record) -> Iterator[tuple[str, int, list[int]]]:
    """The words of a record, each with the digit of what it says of it, and its places."""
    texts = [(record.title, 3), *((name, 3) for name in record.names)]
    texts += [(part.text, 1) for part in record.parts] + [(record.about, 1)]
    places: dict[str, list[int]] = {}
    weights: dict[str, int] = {}
    at = length = 0
    for text, weight in texts:
        words = cut(text)
        for step, word in enumerate(words):
            places.setdefault(word, []).append(at + step)
            weights[word] = weights.get(word, 0) + weight
        at += len(words) + 1
        length += len(words)
        for end in word_ends(text):
            weights.setdefault(bare(end), 1)
    for word, weight in weights.items():
        said = 2.2 * weight / (weight + 0.48 + 0.72 * length / 40)
        digit = round(said * 15.9 * {"page": 0.6, "documentation": 0.3}.get(record.kind, 1.0))
        yield word, max(digit, 1), places.get(word, [])


def _written(number: int) -> str:
    """A number in base 36."""
    signs = ""
    while number or not signs:
        number, last = divmod(number, 36)
        signs = "0123456789abcdefghijklmnopqrstuvwxyz"[last] + signs
    return signs


def _names(records: Sequence[Record]) -> dict[str, list[list[str | int]]]:
    """The names by the beginnings of their words."""
    found: dict[str, list[list[str | int]]] = {}
    for number, record in enumerate(records):
        titled = [record.title] if record.kind in {"actor", "page", "documentation"} else []
        for name in [*titled, *record.names]:
            entry: list[str | int] = [name, number]
            if record.kind == "actor" and name != record.title:
                entry.append(record.title)
            for begins in {_file(word): None for word in cut(name)}:
                found.setdefault(begins, []).append(entry)
    return found


def _file(word: str) -> str:
    """What names the file of a word."""
    return "-".join(f"{ord(letter):x}" for letter in word[:2])


def cut(text: str) -> list[str]:
    """The words of a text, sign by sign.

    Raises :class:`UnreadableError` where a letter was lost as words were parted.
    """
    parted = spaced(text)
    if _unparted(parted) != _unparted(text):
        raise UnreadableError(f"“{text}” was parted into “{parted}”")
    signs = bare(parted)
    apart = (sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in signs)
    return [word for word in "".join(apart).split(" ") if word]


def _unparted(text: str) -> str:
    """A text without white space and the signs of no width that part or join letters."""
    return "".join(sign for sign in text if not sign.isspace() and sign not in _NO_WIDTH)


def bare(text: str) -> str:
    """A text in small letters, without accents and apostrophes."""
    kept: list[str] = []
    for sign in unicodedata.normalize("NFD", text.lower()):
        accent = 0x300 <= ord(sign) < 0x370
        if sign not in _DROPPED and (not accent or (kept and kept[-1] == "и")):
            kept.append(sign)
    return unicodedata.normalize("NFC", "".join(kept))
