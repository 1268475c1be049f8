"""Negation in Burmese that stands after what it negates: သွားရန် ငြင်းဆန် (“refused to go”),
သွားမည် မဟုတ် (“will not go”), သွားခြင်း မရှိ (“did not go”), ဝန်ကြီး မဟုတ် (“is no minister”).

It is compared with the same verb where it ends a clause (သွားခဲ့သည်), the same noun where it is
somebody (ဝန်ကြီး ဖြစ်သည်). Other words that deny decide nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from citebound.model import Span
from citebound.text.patterns import Pattern

REFUSING = ("ငြင်း", "ပယ်ချ", "တားမြစ်", "ပျက်ကွက်")
"""Words that negate what is before them, without a prefix: to refuse, reject, forbid, fail."""

_SYLLABLE = r"[\u1000-\u102a\u103f]\p{M}*+(?:[\u1000-\u1021]\u1037?[\u1039\u103a]\p{M}*+)*+"
_DENIED = Pattern(
    rf"""
      (?P<verb>(?:{_SYLLABLE}){{1,2}})(?:
        (?:ရန်|ဖို့)(?:အတွက်|ကို)?\s*(?:{"|".join(REFUSING)})
        |(?:(?:ခဲ့|ကြ|ရ|နေ|လိမ့်){{0,3}}(?:မည်|သည်)|တာ)\s*မဟုတ်
        |ခြင်း\s*(?:မရှိ|မပြု)
      )
      |(?P<noun>(?:{_SYLLABLE}){{1,3}})\s*မဟုတ်
    """,
    regex.VERBOSE,
)
_ENDINGS = r"(?:ခဲ့|ကြ|လိုက်|နေ|လိမ့်|ပါ|ရ){0,4}"
ENDS_CLAUSE = rf"{_ENDINGS}(?:သည်|မည်|တယ်|ပြီ|၏)(?!\p{{M}})"
"""What stands after a verb that ends a clause."""

_ENDS = r"(?:သည့်|သည်|မည့်|မည်|တယ်|ပြီး|ပြီ|သော|၏)(?!\p{M})"
_BEFORE = rf"(?<before>(?:{_SYLLABLE}){{1,3}}?)"
_AFFIRMED = Pattern(rf"{_BEFORE}{_ENDINGS}{_ENDS}(?!\s*မဟုတ်)")
_IS = Pattern(rf"{_BEFORE}\s*ဖြစ်(?!\s*မဟုတ်)")
_SYLLABLES = Pattern(_SYLLABLE)
_PREFIXED = Pattern(rf"မ(?!\p{{M}})({_SYLLABLE})")
_PREFIX = "မ"


@dataclass(frozen=True, slots=True)
class DeniedAfter:
    """A verb or a noun that is negated after it: with what negates it, and by itself."""

    span: Span
    said: str
    root: str
    is_noun: bool

    def is_affirmed_in(self, text: str) -> bool:
        """Whether a text says it of somebody without a negation."""
        read = _read(text)
        return self.root in (read.nouns if self.is_noun else read.verbs)

    def is_denied_in(self, text: str) -> bool:
        """Whether a text denies it, or may do so: by a prefix to either end of it, or by any word
        that refuses.
        """
        read = _read(text)
        syllables = _SYLLABLES.findall(self.root)
        prefixed = not read.prefixed.isdisjoint((syllables[0], syllables[-1]))
        return prefixed or read.refuses or self.root in read.denied


@lru_cache(maxsize=256)
def denied_after(text: str) -> tuple[DeniedAfter, ...]:
    """What a text negates after it, in order."""
    return tuple(
        DeniedAfter(
            Span(*found.span()),
            found.group(),
            found["verb"] or found["noun"],
            found["noun"] is not None,
        )
        for found in _DENIED.finditer(text)
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """What a text affirms of somebody, and what it denies."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    prefixed: frozenset[str]
    denied: frozenset[str]
    refuses: bool


@lru_cache(maxsize=256)
def _read(text: str) -> _Read:
    return _Read(
        frozenset(_ends(_AFFIRMED, text)),
        frozenset(_ends(_IS, text)),
        frozenset(_PREFIXED.findall(text)),
        frozenset(one.root for one in denied_after(text)),
        any(word in text for word in REFUSING),
    )


def _ends(pattern: Pattern, text: str) -> Iterator[str]:
    """The last one, two and three syllables before what affirms them, without a prefix."""
    for found in pattern.finditer(text):
        end = found.end("before")
        for syllable in reversed([*_SYLLABLES.finditer(found["before"])]):
            start = found.start() + syllable.start()
            if syllable.group() != _PREFIX and text[start - 1 : start] != _PREFIX:
                yield text[start:end]
