"""Damages to the text of one file: what a careless or a hostile program may do to it.

Each is a function of a random generator and the text; it answers with the damaged text, or
``None`` where there is nothing of its kind to damage.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from random import Random

Damage = Callable[[Random, str], str | None]

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s=<>\"]+(?:=\"[^\"]*\")?)*)\s*(/?)>")
_ATTRIBUTE = re.compile(r'\s([^\s=<>"]+)(?:="([^"]*)")?')
_VOID = frozenset(("br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
_WORD = re.compile(r"[^\W\d_]{2,}")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WORDS = ("not", "never", "Bonaparte", "all", "few", "seventeen", "allegedly", "Ruritania")
_SCRIPT = "<script>document.title='x'</script>"
_REFRESH = '<meta http-equiv="refresh" content="0; url=https://elsewhere.example/">'


def _put(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


@lru_cache(maxsize=64)
def texts(html: str) -> tuple[tuple[int, int], ...]:
    """The stretches between tags that hold more than white space: from where, to where."""
    ends = [0, *(tag.end() for tag in _TAG.finditer(html))]
    starts = [*(tag.start() for tag in _TAG.finditer(html)), len(html)]
    return tuple((a, b) for a, b in zip(ends, starts, strict=True) if html[a:b].strip())


@lru_cache(maxsize=64)
def tags(html: str) -> tuple[re.Match[str], ...]:
    """The start tags of a page."""
    return tuple(tag for tag in _TAG.finditer(html) if not tag[1])


@lru_cache(maxsize=64)
def elements(html: str) -> tuple[tuple[int, int], ...]:
    """The elements of a page but its root: from where, to where."""
    found, opened = [], []
    for tag in _TAG.finditer(html):
        if not tag[1] and (tag[2].lower() in _VOID or tag[4]):
            found.append((tag.start(), tag.end()))
        elif not tag[1]:
            opened.append(tag)
        elif opened:
            found.append((opened.pop().start(), tag.end()))
    return tuple(span for span in sorted(found) if span[1] - span[0] < len(html) * 0.9)


def _in_words(change: Callable[[Random, str], str | None]) -> Damage:
    """A damage to a stretch of a page that is read, wherever it stands."""

    def damage(random: Random, html: str) -> str | None:
        stretches = texts(html) or ((0, len(html)),)
        for _ in range(8):
            start, end = random.choice(stretches)
            changed = change(random, html[start:end])
            if changed is not None:
                return _put(html, start, end, changed)
        return None

    return damage


def _replaced(
    pattern: str, new: Callable[[Random, str], str]
) -> Callable[[Random, str], str | None]:
    known = re.compile(pattern)

    def change(random: Random, text: str) -> str | None:
        found = [*known.finditer(text)]
        if not found:
            return None
        one = random.choice(found)
        return _put(text, one.start(), one.end(), new(random, one[0]))

    return change


def _letter(random: Random, old: str) -> str:
    return random.choice([c for c in "abcdefghijklmnopqrstuvwxyz" if c != old.lower()])


def _digit(random: Random, old: str) -> str:
    return random.choice([c for c in "0123456789" if c != old])


def _month(random: Random, old: str) -> str:
    return random.choice([m for m in _MONTHS.split("|") if m != old])


def _year(random: Random, old: str) -> str:
    return str(int(old) + random.choice((-10, -1, 1, 2, 100)))


a_letter = _in_words(_replaced(r"[^\W\d_]", _letter))
a_digit = _in_words(_replaced(r"(?<![&#\w])\d", _digit))
a_word = _in_words(_replaced(_WORD.pattern, lambda random, _: random.choice(_WORDS)))
a_word_dropped = _in_words(_replaced(_WORD.pattern, lambda _, __: ""))
a_date = _in_words(
    lambda random, text: (
        _replaced(rf"\b(?:{_MONTHS})\b", _month)(random, text)
        or _replaced(r"\b(?:19|20)\d\d\b", _year)(random, text)
    )
)


def words_swapped(random: Random, html: str) -> str | None:
    """Two stretches of text, each in the other's place: titles, speakers, dates."""
    if len(texts(html)) < 2:
        return None
    one, other = sorted(random.sample(texts(html), 2))
    first, second = html[slice(*one)], html[slice(*other)]
    if first.split() == second.split():
        return None
    return html[: one[0]] + second + html[one[1] : other[0]] + first + html[other[1] :]


def an_element_dropped(random: Random, html: str) -> str | None:
    """An element with all that it holds."""
    if not elements(html):
        return None
    start, end = random.choice(elements(html))
    return _put(html, start, end, "")


def an_element_doubled(random: Random, html: str) -> str | None:
    """An element, once more after itself."""
    if not elements(html):
        return None
    start, end = random.choice(elements(html))
    return _put(html, end, end, html[start:end])


def a_tag_dropped(random: Random, html: str) -> str | None:
    """A start tag alone."""
    if not tags(html):
        return None
    tag = random.choice(tags(html))
    return _put(html, tag.start(), tag.end(), "")


def an_attribute_added(random: Random, html: str) -> str | None:
    """An attribute that runs, styles, names or hides."""
    if not tags(html):
        return None
    tag = random.choice(tags(html))
    new = random.choice(
        (' onclick="x()"', ' style="color:red"', " hidden", ' class="cb-x"', ' title="x"',
         ' data-quote="know-how:0-10"', ' id="x-1"', ' lang="ru"', ' href="javascript:x()"')
    )  # fmt: skip
    at = tag.start(2) + len(tag[2])
    return _put(html, at, at, new)


def _attributes(html: str, random: Random) -> re.Match[str] | None:
    """One attribute of the page, its offsets those of the page."""
    for _ in range(20):
        tag = random.choice(tags(html)) if tags(html) else None
        found = [*_ATTRIBUTE.finditer(html, tag.start(3), tag.end(3))] if tag else []
        if found:
            return random.choice(found)
    return None


def an_attribute_removed(random: Random, html: str) -> str | None:
    """An attribute with its value."""
    found = _attributes(html, random)
    return found and _put(html, found.start(), found.end(), "")


def an_attribute_changed(random: Random, html: str) -> str | None:
    """A letter or a digit of a value, or all of it."""
    found = _attributes(html, random)
    if found is None or not found[2]:
        return None
    start, end = found.span(2)
    if random.random() < 0.3:
        return _put(html, start, end, random.choice(("x", "top", "https://elsewhere.example/")))
    at = random.randrange(start, end)
    return _put(html, at, at + 1, _letter(random, html[at]))


def attributes_swapped(random: Random, html: str) -> str | None:
    """The values of two attributes of one name, each in the other's place."""
    one, other = _attributes(html, random), None
    for _ in range(40):
        found = _attributes(html, random)
        if one and found and one[1] == found[1] and one[2] != found[2]:
            other = found
            break
    if one is None or other is None or not one[2] or not other[2]:
        return None
    first, second = sorted((one, other), key=lambda found: found.start())
    (a, b), (c, d) = first.span(2), second.span(2)
    return html[:a] + html[c:d] + html[b:c] + html[a:b] + html[d:]


def _between_tags(random: Random, html: str, new: str) -> str | None:
    if not tags(html):
        return None
    at = random.choice(tags(html)).start()
    return _put(html, at, at, new)


def a_script(random: Random, html: str) -> str | None:
    """A script of somebody's."""
    return _between_tags(random, html, _SCRIPT)


def a_refresh(random: Random, html: str) -> str | None:
    """A redirect without a script."""
    return _between_tags(random, html, _REFRESH)


def a_quotation_moved(random: Random, html: str) -> str | None:
    """The identity of a quotation, a few characters on."""
    found = [*re.finditer(r'(data-quote="[a-z0-9_-]+:)(\d+)-(\d+)', html)]
    if not found:
        return None
    one = random.choice(found)
    by = random.choice((-3, -1, 1, 2, 7))
    return _put(html, one.start(2), one.end(3), f"{int(one[2]) + by}-{int(one[3]) + by}")


def a_speaker_swapped(random: Random, html: str) -> str | None:
    """The name after "reported, " or "direct speech, ", another's."""
    found = [*re.finditer(r"(?<=>)((?:direct speech|reported), )([^<]+)(?=<)", html)]
    if not found:
        return None
    one = random.choice(found)
    names = sorted({each[2] for each in found} | {"Anna Matveeva", "Vladimir Putin"})
    return _put(html, one.start(2), one.end(2), random.choice([n for n in names if n != one[2]]))


def white_space(random: Random, html: str) -> str | None:
    """A run of white space: longer, or as a line break, or none at all."""
    runs = [*re.finditer(r"\s+", html)]
    if not runs:
        return None
    one = random.choice(runs)
    return _put(html, one.start(), one.end(), random.choice(("\n", "   ", " \n\t", "")))


def written_otherwise(random: Random, html: str) -> str | None:
    """A tag in capitals, or a character as its number."""
    if random.random() < 0.5 and tags(html):
        tag = random.choice(tags(html))
        return _put(html, tag.start(2), tag.end(2), tag[2].upper())
    return _in_words(_replaced(r"[^\W\d_&;](?![^&]{0,6};)", lambda _, old: f"&#{ord(old)};"))(
        random, html
    )


IN_PAGES: dict[str, Damage] = {
    "a letter": a_letter,
    "a digit": a_digit,
    "a word replaced": a_word,
    "a word dropped": a_word_dropped,
    "a date": a_date,
    "two texts swapped": words_swapped,
    "an element dropped": an_element_dropped,
    "an element doubled": an_element_doubled,
    "a start tag dropped": a_tag_dropped,
    "an attribute added": an_attribute_added,
    "an attribute removed": an_attribute_removed,
    "an attribute changed": an_attribute_changed,
    "two attributes swapped": attributes_swapped,
    "a script": a_script,
    "a redirect": a_refresh,
    "a quotation moved": a_quotation_moved,
    "a speaker swapped": a_speaker_swapped,
    "white space": white_space,
    "written otherwise": written_otherwise,
}
"""The damages to a page, by name."""


def _byte_at(random: Random, content: bytes) -> int:
    return random.randrange(len(content))


def flipped(random: Random, content: bytes) -> bytes | None:
    """One bit of a file."""
    if not content:
        return None
    at = _byte_at(random, content)
    return content[:at] + bytes((content[at] ^ 1 << random.randrange(8),)) + content[at + 1 :]


def shortened(random: Random, content: bytes) -> bytes | None:
    """A file without its end."""
    return content[: _byte_at(random, content)] if content else None


def emptied(_: Random, content: bytes) -> bytes | None:
    """A file with nothing in it."""
    return b"" if content else None


def dropped(random: Random, content: bytes) -> bytes | None:
    """A file without some of its bytes."""
    if len(content) < 2:
        return None
    at = _byte_at(random, content)
    return content[:at] + content[at + random.choice((1, 1, 2, 50)) :]


def lengthened(random: Random, content: bytes) -> bytes | None:
    """A file with something after its end."""
    return content + random.choice((b"\n", b" ", b"<script>x()</script>", b"\0", b"// x"))


IN_BYTES: dict[str, Callable[[Random, bytes], bytes | None]] = {
    "a bit flipped": flipped,
    "bytes dropped": dropped,
    "cut short": shortened,
    "emptied": emptied,
    "bytes added at the end": lengthened,
}
"""The damages to any file, by name."""
