"""Quotation marks of every kind, in a text no grammar reads (docs/quoting.md, Quotation marks).

A mark is any of the characters that languages put around words, the corners of Chinese and
Japanese among them. What only looks like one does not count: an apostrophe or an elision, a
prime or a straight mark after a digit, which is a unit (5″), and the gershayim of a Hebrew
abbreviation. Every function is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from citebound.text.patterns import Pattern

DOUBLES = '"“”„«»'
"""The marks that open or close a quotation."""

_MARKS_OF_OTHERS = (
    "⸢⸣⌜⌝〃˵˶゛｀「」『』＂〝〞〟❝❞❛❜❟❠‹›‟‚｢｣﹁﹂﹃﹄⹂《》⟪⟫❮❯≪≫〈〉🙶🙷🙸‶‷˝ʺˮ⸂⸃⸄⸅⸉⸊⸌⸍⸜⸝⸠⸡"
)
_OPENING_BRACKETS = "༺༼᚛⁅⌈⌊\u2329❨❪❬❰❲❴⟅⟦⟨⟬⟮⦃⦅⦇⦉⦋⦍⦏⦑⦓⦕⦗⧘⧚⧼⸤⸦⸨⹕⹗⹙⹛【〔〖〘〚︗︹︻︽︿﹝｟"
BRACKETS = {opening: chr(ord(opening) + 1) for opening in _OPENING_BRACKETS}
"""Brackets of every kind but ( ) [ ] { }, in pairs: around words they are read as marks."""

OTHERS = _MARKS_OF_OTHERS + "".join(map("".join, BRACKETS.items()))
"""Marks of other kinds, which bind nothing wherever they are."""

PRIMES = "″‴⁗"
"""Signs that are units after a digit, and marks elsewhere."""

SINGLES = "'‘’‛＇ʼʻʽʹ´ˊˋ`′‵׳΄"
"""Signs that are typed as single quotation marks, and as apostrophes."""

RARE = "⁽⁾՝،ꓹײ᳓Ꞌꞌ՚ʾʿˈˌ˴ߴߵ᾽᾿῾͵\u0374\u1fef\u1ffd"
"""Letters, accents and apostrophes of some languages: one alone is no mark, two in a row are."""

DOUBLED = (
    rf"(?<!\p{{N}})(?P<sign>[{SINGLES.replace('`', '').replace('׳', '')}])(?P=sign)"
    rf"|(?<![\p{{L}}\p{{M}}\p{{N}}])(?P<rare>[׳{RARE}])(?P=rare)"
    rf"|(?<!\p{{N}})(?P<closes>[׳{RARE}])(?P=closes)(?![\p{{L}}\p{{M}}\p{{N}}])"
)
"""Two equal signs of these in a row: a quotation mark, except after a digit, where they are a unit.
The rare ones belong to a word that goes on at both sides of them (צה׳׳ל).
"""

ELISION = Pattern(
    r"['‘’ʼ](?:\d0s|\d\ds?\b|(?:tis|twas|twere|em|n|til|till|cause|bout|round|neath|tween)\b)",
    regex.IGNORECASE,
)
"""Words that begin with an apostrophe."""

_CLOSES = {
    "“": "”", "„": "”“", "‟": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", "‚": "‘’", "❛": "❜",
    "❟": "❛", "❝": "❞", "❠": "❝", "❮": "❯", "「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄",
    "〝": "〞〟", "‶": "″", "⹂": "”“", "🙶": "🙷", "🙸": "🙶", '"': '"', "＂": "＂", "″": "″",
    "｢": "｣", "״": "״", "``": "''``", "''": "''", ",,": "''", "<<": ">>", "《": "》", "⟪": "⟫",
    "≪": "≫", "˝": "˝", "ʺ": "ʺ", "ˮ": "ˮ", "‴": "‴", "⁗": "⁗", "〈": "〉", "‷": "‴",
    "⸂": "⸃", "⸄": "⸅", "⸉": "⸊", "⸌": "⸍", "⸜": "⸝", "⸠": "⸡",
    **BRACKETS,
    "⁽⁽": "⁾⁾",
    **{sign * 2: sign * 2 for sign in SINGLES + RARE if sign not in "'`"},
}  # fmt: skip
"""What closes what each mark opens; ``"`` and its like open and close alike."""

_MARKS = Pattern(
    rf"``|''|{DOUBLED}|(?<!\S),,(?=\w)|<<(?=[^\s<])|(?<=[^\s>])>>|[{DOUBLES}{OTHERS}{PRIMES}‘’״]"
)
_UNIT = Pattern(rf"(?<=\d)[\"＂{PRIMES}]|(?<=\p{{Hebrew}})[\"״](?=\p{{Hebrew}}(?!\p{{Hebrew}}))")
_OPENS = Pattern(rf"(?<![\p{{L}}\p{{M}}\p{{N}}{SINGLES}])[{SINGLES.replace('’', '')}](?=\S)")
_ENDS = Pattern(rf"(?<=\S)[{SINGLES}](?![\p{{L}}\p{{M}}\p{{N}}])")


@dataclass(frozen=True, slots=True)
class InMarks:
    """Words between quotation marks, from the first mark to after the last; or a mark that
    is ``alone``, without its partner.
    """

    start: int
    end: int
    alone: bool = False


def marked(text: str) -> Iterator[InMarks]:
    """Each stretch between double marks, or marks of another kind that no apostrophe looks
    like, except those inside another. A closing mark without a partner comes in its order,
    opening marks without a partner come at the end.
    """
    opened: list[tuple[str, int]] = []
    for found in _MARKS.finditer(text):
        mark = found.group()
        if opened and mark in _CLOSES[opened[-1][0]]:
            _, start = opened.pop()
            if not opened:
                yield InMarks(start, found.end())
        elif mark in "‘’" or _UNIT.match(text, found.start()):
            continue
        elif mark in _CLOSES:
            opened.append((mark, found.start()))
        else:
            yield InMarks(*found.span(), alone=True)
    for mark, start in opened:
        yield InMarks(start, start + len(mark), alone=True)


def single_marked(text: str) -> InMarks | None:
    """The first stretch between single marks; apostrophes and elisions do not count."""
    kept = ELISION.sub(lambda found: "x" * len(found.group()), text)
    opening = _OPENS.search(kept)
    closing = opening and _ENDS.search(kept, opening.end() + 1)
    return InMarks(opening.start(), closing.end()) if opening and closing else None


def every_single(text: str) -> Iterator[InMarks]:
    """Each stretch between single marks, those of a pair inside another left out."""
    kept = ELISION.sub(lambda found: "x" * len(found.group()), text)
    at = 0
    while (opening := _OPENS.search(kept, at)) is not None:
        closing = _ENDS.search(kept, opening.end() + 1)
        if closing is None:
            return
        yield InMarks(opening.start(), closing.end())
        at = closing.end()


def first_marked(text: str) -> InMarks | None:
    """The first stretch between marks of any kind, or the first mark that stands alone."""
    return min(marked(text), key=lambda found: found.start, default=None) or single_marked(text)


_STRAIGHT_END = Pattern(rf'[^{DOUBLES}]*(?<!\p{{N}})"(?![\p{{L}}\p{{M}}\p{{N}}])')
"""A straight mark that closes, before any other mark."""

_FELLOWS = {
    "”": {"“", "„"},
    "“": {"„"},
    "»": {"«"},
    "«": {"»"},
    '"': {'"'},
}
"""For each quotation mark that may close, those that open for it."""


def balanced(words: str) -> bool:
    """Whether every double quotation mark in some words of a source has its partner there."""
    open_marks: list[str] = []
    for mark in words:
        if mark in _FELLOWS and _FELLOWS[mark] & set(open_marks[-1:]):
            open_marks.pop()
        elif mark in '“„«»"':
            open_marks.append(mark)
        elif mark == "”":
            return False
    return not open_marks


def crosses_mark(words: str) -> bool:
    """Whether some words of a text go out of a quotation in it, or into one."""
    return not balanced(words) or _STRAIGHT_END.match(words) is not None
