"""The stems by which words are found: English as Pagefind 1.5.2 stems it (Snowball 3.0, Porter2).

Nothing of Pagefind is called: the rules are written out here a second time, so that what it wrote
can be compared with them. It stems every word so, of whatever language; to a word without English
endings that does nothing. A word is given in small letters and without apostrophes.
"""

from __future__ import annotations

from functools import cache

_VOWELS = frozenset("aeiouy")
_NEVER_SHORT = _VOWELS | {*"wxY"}
_DOUBLES = frozenset(("bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"))
_LI = frozenset("cdeghkmnrt")
"""Letters after which ``li`` is an ending."""

_WHOLE = {
    "skis": "ski", "skies": "sky", "idly": "idl", "gently": "gentl", "ugly": "ugli",
    "early": "earli", "only": "onli", "singly": "singl",
    **{word: word for word in ("andes", "atlas", "bias", "cosmos", "howe", "news", "sky")},
}  # fmt: skip
"""Words that no rule is for."""

_BEGINNINGS = (
    "arsen", "commun", "emerg", "gener", "inter", "later", "organ", "past", "univers",
)  # fmt: skip
"""Beginnings after which endings are looked for at once."""

_KEPT_ING = frozenset(("even", "cann", "inn", "earr", "herr", "out"))
_KEPT_EED = frozenset(("succ", "proc", "exc"))

_SECOND = {
    "tional": "tion", "enci": "ence", "anci": "ance", "abli": "able", "entli": "ent",
    "izer": "ize", "ization": "ize", "ational": "ate", "ation": "ate", "ator": "ate",
    "alism": "al", "aliti": "al", "alli": "al", "fulness": "ful", "fulli": "ful",
    "ousli": "ous", "ousness": "ous", "iveness": "ive", "iviti": "ive", "biliti": "ble",
    "bli": "ble", "ogist": "og", "ogi": "og", "lessli": "less", "li": "",
}  # fmt: skip
_THIRD = {
    "tional": "tion", "ational": "ate", "alize": "al", "icate": "ic", "iciti": "ic",
    "ical": "ic", "ful": "", "ness": "", "ative": "",
}  # fmt: skip
_FOURTH = dict.fromkeys(
    ("al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ism",
     "ate", "iti", "ous", "ive", "ize", "ion"),
    "",
)  # fmt: skip


@cache
def stem(word: str) -> str:
    """The stem of a word."""
    if word in _WHOLE:
        return _WHOLE[word]
    if len(word) < 3:
        return word
    marked = _with_consonants(word)
    first = next((len(b) for b in _BEGINNINGS if marked.startswith(b)), _after(marked, 0))
    second = _after(marked, first)
    marked = _without_s(marked)
    marked = _without_ed(marked, first)
    if len(marked) > 2 and marked[-1] in "yY" and marked[-2] not in _VOWELS:
        marked = f"{marked[:-1]}i"
    marked = _ending(marked, _SECOND, first, second)
    marked = _ending(marked, _THIRD, first, second)
    marked = _ending(marked, _FOURTH, second, second)
    return _without_e(marked, first, second).replace("Y", "y")


def _with_consonants(word: str) -> str:
    """A word in which each ``y`` that is a consonant is written large."""
    told: list[str] = []
    for letter in word:
        is_consonant = letter == "y" and (not told or told[-1] in _VOWELS)
        told.append("Y" if is_consonant else letter)
    return "".join(told)


def _after(word: str, start: int) -> int:
    """Where the first consonant after a vowel ends, from ``start`` on; else the word's end."""
    seen = False
    for at in range(start, len(word)):
        if word[at] in _VOWELS:
            seen = True
        elif seen:
            return at + 1
    return len(word)


def _has_vowel(text: str) -> bool:
    return not _VOWELS.isdisjoint(text)


def _is_short(text: str) -> bool:
    """Whether a text ends in a short syllable."""
    if text.endswith("past"):
        return True
    if len(text) == 2:
        return text[0] in _VOWELS and text[1] not in _VOWELS
    return (
        len(text) > 2
        and text[-3] not in _VOWELS
        and text[-2] in _VOWELS
        and text[-1] not in _NEVER_SHORT
    )


def _without_s(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith(("ied", "ies")):
        return word[:-2] if len(word) > 4 else word[:-1]
    if word.endswith("s") and not word.endswith(("us", "ss")) and _has_vowel(word[:-2]):
        return word[:-1]
    return word


def _without_ed(word: str, first: int) -> str:
    for ending in ("eedly", "eed"):
        if word.endswith(ending):
            before = word.removesuffix(ending)
            return f"{before}ee" if len(before) >= first and before not in _KEPT_EED else word
    ending = next((e for e in ("ingly", "edly", "ing", "ed") if word.endswith(e)), "")
    before = word.removesuffix(ending)
    if ending == "ing":
        if len(before) == 2 and before[1] == "y" and before[0] not in _VOWELS:
            return f"{before[0]}ie"
        if before in _KEPT_ING:
            return word
    if not ending or not _has_vowel(before):
        return word
    if before.endswith(("at", "bl", "iz")):
        return f"{before}e"
    if before[-2:] in _DOUBLES:
        return before if len(before) == 3 and before[0] in "aeo" else before[:-1]
    return f"{before}e" if len(before) == first and _is_short(before) else before


def _ending(word: str, endings: dict[str, str], start: int, second: int) -> str:
    """A word with its longest ending of a table replaced, if that begins at ``start`` or after."""
    found = [ending for ending in endings if word.endswith(ending)]
    ending = max(found, key=len, default="")
    before = word.removesuffix(ending)
    last = before[-1:]
    if not ending or len(before) < start:
        return word
    if (
        (ending == "li" and last not in _LI)
        or (ending == "ogi" and last != "l")
        or (ending == "ion" and last not in {"s", "t"})
        or (ending == "ative" and len(before) < second)
    ):
        return word
    return before + endings[ending]


def _without_e(word: str, first: int, second: int) -> str:
    before = word[:-1]
    if word.endswith("e"):
        far = len(before) >= second or (len(before) >= first and not _is_short(before))
        return before if far else word
    return before if word.endswith("ll") and len(before) >= second else word
