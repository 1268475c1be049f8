"""Negation in Burmese, which is written without spaces: *ma* right before what it negates.

လက်မှတ်မထိုးခဲ့ပါ ("did not sign") is compared with လက်မှတ်ထိုးခဲ့သည် ("signed"): the letters around the
prefix, with it and without it. Grapheme clusters are those of UAX #29. What is negated after it
(“refused to go”, “it is not that he will go”) is in :mod:`citebound.claims.burmese_denials`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from citebound.claims.burmese_denials import ENDS_CLAUSE, REFUSING, denied_after
from citebound.model import Span
from citebound.text.patterns import Pattern

_MA = Pattern(r"(?<![\p{L}\p{M}]\u1039)မ(?!\p{M})(?=\p{Script=Myanmar})")
_BEFORE = Pattern(r"(?:\p{Script=Myanmar}\p{M}*+){1,2}\Z")
_BESIDE = Pattern(r"((?:\p{Script=Myanmar}\p{M}*+){1,3})\s\Z")
_AFTER = Pattern(r"(\p{L}\p{M}*+)(\p{L}\p{M}*+)?")
_PARTICLES = ("ပါ", "ဘူး", "ခဲ့", "ဟု", "နိုင်", "သေး", "တော့", "ဘဲ", "ကြ")
"""What stands after a verb and belongs to its negation, not to the verb."""

_REACH = 24
"""So many characters hold two clusters on either side."""


@dataclass(frozen=True, slots=True)
class Denied:
    """Something negated: where its prefix is, the letters with it, and the same without it."""

    span: Span
    said: str
    plain: str
    begins: bool
    ends: str = ""

    def is_said_in(self, text: str) -> bool:
        """Whether a text says the same without the prefix. Where a particle follows it, a verb of
        one syllable is also looked for where it ``ends`` a clause, right after what stands before
        it here: by itself it begins other words as well.
        """
        if self.ends and regex.search(self.ends, text):
            return True
        for found in regex.finditer(regex.escape(self.plain), text):
            before = text[max(0, found.start() - 1) : found.start()]
            if before != "မ" and not (self.begins and before.strip() and before not in "။၊\0\1"):
                return True
        return False


def denied_in(text: str) -> Iterator[Denied]:
    """What a text negates, in order."""
    for found in _MA.finditer(text):
        after = _AFTER.match(text, found.end())
        if after is None:
            continue
        before = _BEFORE.search(text, max(0, found.start() - _REACH), found.start())
        kept = before.group() if before else ""
        root = after[1] if kept else after.group()
        ends = ""
        if not kept and text.startswith(_PARTICLES, after.end(1)):
            beside = _BESIDE.search(text, max(0, found.start() - _REACH), found.start())
            verb = rf"\s*{regex.escape(after[1])}{ENDS_CLAUSE}"
            ends = regex.escape(beside[1]) + verb if beside else ""
        yield Denied(Span(*found.span()), f"မ{after[1]}", kept + root, not kept, ends)


def unlike(text: str, others: Iterable[str]) -> Iterator[tuple[Denied, str]]:
    """What a text negates and other texts have only without its prefix, with the first of them."""
    texts = tuple(others)
    yield from _unlike_after(text, texts)
    used: set[str] = set()
    for one in denied_in(text):
        if any(one.said in other for other in texts) or (one.ends and one.is_said_in(text)):
            continue
        there = next((other for other in texts if one.is_said_in(other)), None)
        if there is None:
            continue
        otherwise = _otherwise(text, there) - used
        if otherwise:
            used.add(min(otherwise))
        else:
            yield one, there


def _unlike_after(text: str, texts: Sequence[str]) -> Iterator[tuple[Denied, str]]:
    """What a text negates after it and other texts have only as it is without that."""
    for one in denied_after(text):
        if one.is_affirmed_in(text) or any(one.is_denied_in(other) for other in texts):
            continue
        there = next((other for other in texts if one.is_affirmed_in(other)), None)
        if there is not None:
            yield Denied(one.span, one.said, one.root, begins=False), there


def _otherwise(text: str, there: str) -> set[str]:
    """What negates there and not in a text: words that refuse, and whatever is negated there and
    does not stand in the text without its prefix, to where it would have been moved.
    """
    words = {word for word in REFUSING if word in there and word not in text}
    return words | {
        one.said for one in denied_in(there) if one.said not in text and not one.is_said_in(text)
    }
