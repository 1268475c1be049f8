"""The page of the phrases of dates: every phrase of the closed list, with its rule in words.

The page is made at every build (:mod:`citebound.door.documentation`), so it cannot fall behind
the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.dates import RELATIVE
from citebound.dates.counting import Rule
from citebound.dates.phrase_tree import DIGITS
from citebound.dates.relative import SLOTS
from citebound.pages.method import LANGUAGES

MARK = "<!-- date phrases -->"
"""What a page of the documentation writes, on a line of its own, where the phrases belong."""


def with_phrases(page: str) -> str:
    """A page in Markdown with the tables of each language in place of :data:`MARK`."""
    return page.replace(MARK, "\n".join(line for tag in RELATIVE for line in _section(tag)))


def _section(tag: str) -> Iterator[str]:
    entries = RELATIVE[tag]
    yield from (f"## {LANGUAGES[tag]}", "", "| phrases | rule | of what was still to come |")
    yield "|---|---|---|"
    for phrases, rule in entries:
        yield f"| {_said(tag, ', '.join(phrases))} | {_told(rule)} | {rule.forward} |"
    yield from ("", "| in braces | what may stand there |", "|---|---|")
    written = "".join(phrase for entry in entries for phrase in entry.phrases)
    for slot in dict.fromkeys(re.findall(r"\{(\w+)\}", written)):
        yield f"| {_plain(f'{{{slot}}}')} | {'; '.join(_fillings(tag, slot))} |"
    yield ""


def _told(rule: Rule) -> str:
    return rule.means if rule.counted else f"{rule.means}; there is no `counted_from`"


def _fillings(tag: str, slot: str) -> Iterator[str]:
    """What may stand in a slot of a language: digits, words, or either."""
    if digits := DIGITS.get(slot):
        least, most = digits[0], digits[-1]
        yield f"a number of {most if least == most else f'at most {most}'} digits"
    if words := SLOTS[tag].get(slot):
        named = tag == "en" and slot in ("month", "weekday")
        yield _said(tag, ", ".join(word.capitalize() if named else word for word in words))


def _said(tag: str, words: str) -> str:
    """Words of a language, which a page in English says they are."""
    return _plain(words) if tag == "en" else f'<span lang="{tag}">{_plain(words)}</span>'


def _plain(words: str) -> str:
    """Words with the characters escaped that Markdown would read: braces are attributes to it."""
    return re.sub(r"([{}_])", r"\\\1", words)
