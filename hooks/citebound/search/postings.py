"""The index of words: small files that a browser fetches by the first two letters of a word.

Each file has the words that begin so, each with its postings: a string with an entry for each
record, parted by spaces. An entry has, parted by points and in base 36, how much greater its
record's number is than that of the one before, the impact of the word there (one digit), and its
places, each but the first counted from the one before. Long postings are a file of their own,
and stand in the list by its number. Beside the words are the names that have one of them: each
with the number of its record and, where it is another, the name that the pages use.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache

from citebound.search.record import Record
from citebound.search.words import standings, words_of

INLINE = 2_000
"""So long may postings be in the file of their letters; longer ones are a file of their own."""

_TITLED = frozenset(("actor", "page", "documentation"))
"""The kinds of records whose title is a name."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@lru_cache(maxsize=1 << 14)
def base36(number: int) -> str:
    """A number as a browser reads it with ``parseInt(text, 36)``."""
    head, last = divmod(number, 36)
    return (base36(head) if head else "") + _DIGITS[last]


def beginning(word: str) -> str:
    """What names the file that a word is in: the code points of its first two letters."""
    return "-".join(f"{ord(letter):x}" for letter in word[:2])


def postings(records: Sequence[Record]) -> dict[str, str]:
    """The postings of every word of the records, which are numbered from 0."""
    written: dict[str, bytearray] = {}
    last: dict[str, int] = {}
    for number, record in enumerate(records):
        for word, standing, impact in standings(record):
            places = [b - a for a, b in zip([0, *standing.at], standing.at, strict=False)]
            entry = ".".join(map(base36, (number - last.get(word, 0), impact, *places)))
            last[word] = number
            held = written.setdefault(word, bytearray())
            held += f" {entry}".encode() if held else entry.encode()
    return {word: written[word].decode("ascii") for word in sorted(written)}


Name = list[str | int]


def named(records: Sequence[Record]) -> Iterator[tuple[str, Name]]:
    """Each name with the beginning of each of its words: of an actor and of a page all of its
    names, of anything else those that it has besides its title.
    """
    for number, record in enumerate(records):
        own = (record.title,) if record.kind in _TITLED else ()
        for name in (*own, *record.names):
            other = [] if name == record.title or record.kind != "actor" else [record.title]
            for begins in dict.fromkeys(beginning(word) for word in words_of(name)):
                yield begins, [name, number, *other]


def word_files(records: Sequence[Record]) -> Iterator[tuple[str, object]]:
    """The files of the words, by their paths."""
    shards: dict[str, dict[str, str | int]] = {}
    names: dict[str, list[Name]] = {}
    for begins, name in named(records):
        names.setdefault(begins, []).append(name)
    long: dict[str, int] = {}
    for word, written in postings(records).items():
        begins = beginning(word)
        held: str | int = written
        if len(written) > INLINE:
            held = long[begins] = long.get(begins, 0) + 1
            yield f"words/{begins}.{held}.json", written
        shards.setdefault(begins, {})[word] = held
    for begins, words in shards.items():
        yield f"words/{begins}.json", {"words": words, "names": names.get(begins, [])}


def as_json(value: object) -> bytes:
    """A value as its file has it: the same bytes each time."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
