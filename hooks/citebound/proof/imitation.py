"""What a page that is not ours may not say, wherever it says it: that it is checked.

The whole phrases of our templates are looked for whatever parts their letters; “Reviewed:”,
“Reviewed by” and “signed on” are ordinary words, and imitate a page only beside what stands
there: a name, a day. So do the lines that stand beside evidence, which are made of the words from
which :mod:`citebound.proof.made` derives them: ordinary words, with what our pages put between.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import regex

from citebound.proof import listed
from citebound.proof.made import phrases
from citebound.proof.made.derived import UNKNOWN, VOICES
from citebound.text.characters import plain
from citebound.text.patterns import Pattern

_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY = (
    rf"(?:\b\d{{4}}\b|\b\d{{1,2}}[./-]\d{{1,2}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?(?:\W+of)?\W+{_MONTH}\b"
    rf"|\b{_MONTH}\W+\d|\bof\s+{_MONTH}\b)"
)
_NAME = (
    r"(?-i:\p{L}\.\s*+[\p{Lu}\p{Lt}\p{Lo}]"
    r"|[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}’'-]*+(?!\s+\p{Ll}))"
)
"""An initial, or a capital with no small letter right after the word: “A. Editor” and “Editor”,
not “Twice a year”.
"""

_WORDS = (
    ("Reviewed:", Pattern(
        rf"(?i)\breviewed\s*+[:\ua789\u2236](?:[^.!?]{{0,80}}?(?:{_DAY}|\bsigned\b)"
        rf"|\s*+(?:by\s++)?{_NAME})"
    )),
    ("Reviewed by", Pattern(rf"(?i)\breviewed\s++by\s++{_NAME}[^!?]{{0,80}}?{_DAY}")),
    ("signed on", Pattern(
        rf"(?i)\bsigned\s++on\W{{0,3}}(?:(?:the|this|{_WEEKDAY})\W{{1,3}}){{0,2}}"
        rf"(?:\d|{_MONTH}\b|[\w-]++\s++of\s++{_MONTH}\b)"
    )),
)  # fmt: skip
"""What our templates say with a name and a day, by what a finding calls it."""


_HOLE = re.compile(r"\{(\w+)\}")
_ANY = r"[^!?]{1,200}?"


def _fixed(words: str) -> str:
    """Words as a pattern: whatever parts them, with any of the marks that look like ours."""
    parts = (regex.escape(plain(word)) for word in words.split())
    said = r"\s++".join(parts)
    for mark, like in (("’", "[’'ʼ´`]"), ("·", "[·•∙‧・⋅|]"), (":", "[:\ua789\u2236]")):
        said = said.replace(mark, like)
    return said


def _filled(phrase: str) -> str:
    """A phrase of our pages as a pattern, with what may stand in its holes."""
    found = [r"\b" if phrase[0].isalnum() else ""]
    for number, piece in enumerate(_HOLE.split(phrase)):
        if number % 2:
            found.append(_HOLES.get(piece, _ANY))
            continue
        before = r"\s*+" if piece[:1].isspace() else ""
        after = r"\s*+" if piece[-1:].isspace() and piece.strip() else ""
        found.append(f"{before}{_fixed(piece)}{after}")
    return "".join(found)


_HOLES = {
    "numbers": r"\d++(?:\W{1,4}\d++)*+",
    "number": r"\d++",
    "day": _DAY,
    "mark": rf"\W{{0,3}}[{''.join(phrases.GRADES).lower()}]\W{{0,3}}",
    "grade": f"(?:{'|'.join(map(_fixed, phrases.GRADES.values()))})",
    "kind": "(?:likelihood|confidence)",
    "word": f"(?:{'|'.join(map(_fixed, phrases.RANGES))})",
    "range": "",
    "voice": f"(?:{'|'.join(map(_fixed, (*VOICES.values(), UNKNOWN)))})",
    "source": r"[^.!?]{1,160}?",
    "place": "",
    "said": r"[^!?]{0,200}?",
}
"""What stands in the holes of our phrases; anything, up to the end of a sentence, in any other."""


_LINES = (
    (phrases.AGAIN, rf"(?<![^.!?:”\s]\s)(?-i:A)s\s++{_HOLES['numbers']}\s*+\.(?!\d)"),
    (phrases.AGAIN_TOO, _filled(phrases.AGAIN_TOO)),
    (phrases.OUR_NOTE, _filled(phrases.OUR_NOTE.partition("{")[0])),
    (phrases.PUT_IN, _filled(phrases.PUT_IN)),
    (phrases.PUT_FOR, _filled(phrases.PUT_FOR.rpartition(" ")[0])),
    (phrases.PLACED, _filled(f"{{voice}}{{said}}{phrases.PLACED}{phrases.PARAGRAPH}")),
    (phrases.ONE_SOURCE, _filled(f"{phrases.ONE_SOURCE} ·")),
    (phrases.SOURCES, _filled(f"{phrases.SOURCES} ·")),
    (phrases.UP_TO, _filled(f"· {phrases.UP_TO}")),
    *((said, _filled(f"· {said}") + r"\b") for said in phrases.REVIEWS.values()),
    (phrases.GRADED, _filled(phrases.GRADED)),
    (phrases.CIRCULAR, _filled(f"{phrases.CIRCULAR}; {phrases.TO_OBTAIN}")),
    (phrases.SCALE, _filled(phrases.SCALE)),
    (phrases.OBTAINED, rf"\b(?-i:{phrases.OBTAINED[0]}){_fixed(phrases.OBTAINED[1:])}\b"),
    (phrases.IT_NOW_SAYS, _filled(f"{phrases.IT_SAID}{{said}}{phrases.IT_NOW_SAYS}")),
    (phrases.WITHDRAWN, _filled(phrases.WITHDRAWN)),
    (phrases.STANDS_FOR, _filled(phrases.STANDS_FOR)),
)
_LINES_SAID = tuple(
    (_HOLE.sub("…", said).strip(), Pattern(f"(?i){pattern}")) for said, pattern in _LINES
)
"""The lines of our pages that stand beside evidence, each with how it is found."""


_TURNED = Pattern("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def imitated(readings: Sequence[str]) -> Iterator[str]:
    """What in words that are not ours, read in one way or another, a reader would take for what
    is checked.
    """
    for state in states_in(readings):
        yield f"says “{state}” as a page that is checked does"
    for turned in filter(None, map(_TURNED.search, readings[:1])):
        yield f"has the character U+{ord(turned[0]):04X}, which turns words around"


def states_in(readings: Iterable[str]) -> tuple[str, ...]:
    """What is said in some words, read in one way or another, as pages that are checked say it."""
    return tuple(dict.fromkeys(state for words in readings for state in _states(words)))


def _states(words: str) -> Iterator[str]:
    letters = _letters(words)
    yield from (state for state in listed.STATES if _letters(state) in letters)
    shown = " ".join(map(_shown, words.split()))
    yield from (state for state, pattern in _WORDS if pattern.search(shown))
    yield from (said for said, pattern in _LINES_SAID if pattern.search(shown))


def _letters(words: str) -> str:
    return "".join(plain(words).split())


def _shown(word: str) -> str:
    """A word with one letter for those that look alike, its first a capital if it has no case."""
    read = plain(word)
    first = next((c for c in unicodedata.normalize("NFKC", word) if c.isalpha()), "")
    at = next((at for at, c in enumerate(read) if c.isalpha()), None)
    if at is None or first.islower():
        return read
    return f"{read[:at]}{read[at].upper()}{read[at + 1 :]}"
