"""The words of the search index read back: each word is where a record has it, and nowhere else.

What must be there is derived from the records, word by word and sign by sign, as it must be
written. What cuts a text in a script without spaces into words is code that both sides share.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from citebound.search.record import Record
from citebound.search.segment import spaced, word_ends
from citebound.text.patterns import Pattern

_DROPPED = frozenset("'’ʼ\u00ad\u200b\u200c\u200d")
_NO_WIDTH = frozenset("\u200b\u200c\u200d")
_LONGEST = 2_000
_OF_NO_WORD = Pattern(r"[^\p{L}\p{M}\p{N}]")
"""By the table of characters that the index is written by: another knows fewer letters."""


class UnreadableError(ValueError):
    """A file of the index is not what a browser could read; the message says which and why."""


def words_found(files: Mapping[str, bytes], records: Sequence[Record]) -> Iterator[tuple[str, str]]:
    """What is wrong with the words of an index: the path of a file of it, and what it is. Each file
    is compared byte for byte with what it must be.

    Raises :class:`UnreadableError`.
    """
    left = {path for path in files if path.startswith("words/")}
    for path, content in _files_of(records):
        if path not in left:
            yield path, "this part of the index is missing"
        elif files[path] != content:
            yield path, _differs(files[path], content)
        left.discard(path)
    for path in sorted(left):
        yield path, "this part of the index should not be there"


def _differs(content: bytes, wanted: bytes) -> str:
    """What is said of a file that is not what it must be."""
    try:
        lost = [*json.loads(wanted)["words"].keys() - json.loads(content)["words"].keys()]
    except (ValueError, TypeError, KeyError, AttributeError):
        lost = []
    if lost:
        told = f"{len(lost)} words of the records are not found by the index"
        return f"{told}, such as “{min(lost)}”"
    return "a word or a name is in the index where no record has it, or not where one has"


def as_file(value: object) -> bytes:
    """What a file that has a value must be: sorted, and without white space."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _files_of(records: Sequence[Record]) -> Iterator[tuple[str, bytes]]:
    """What there must be: a file for the words of each beginning, with the names that have such a
    word, and one for each word that has too much to stand there.
    """
    wanted, names = _wanted(records), _names(records)
    beginnings: dict[str, list[str]] = {}
    for word in sorted(wanted):
        beginnings.setdefault(_file(word), []).append(word)
    for begins, words in beginnings.items():
        told: dict[str, str | int] = {}
        longer = 0
        for word in words:
            written = wanted.pop(word).decode()
            if len(written) > _LONGEST:
                longer += 1
                yield f"words/{begins}.{longer}.json", as_file(written)
                told[word] = longer
            else:
                told[word] = written
        yield f"words/{begins}.json", as_file({"names": names.get(begins, []), "words": told})


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
    named = 1 if record.kind == "briefing" else 3
    texts = [(record.title, 3), *((name, named) for name in record.names)]
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
        usual = 250 if record.kind == "briefing" else 40
        said = 2.2 * weight / (weight + 0.48 + 0.72 * length / usual)
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
    return [word for word in _OF_NO_WORD.sub(" ", bare(parted)).split(" ") if word]


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
