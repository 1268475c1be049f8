"""Qualifiers: words that limit, negate or doubt what is said, which no change of a quotation takes
out unsigned.

A list for each language, printed on the method page. All that negates in the rule of limits
(:mod:`citebound.text.limiting`) is in it, and more.
"""

from __future__ import annotations

import regex

from citebound.text.denying import denying
from citebound.text.folding import fold, unmarked
from citebound.text.limiting import LIMITS, Limit, language_of
from citebound.text.patterns import Pattern

_OWN: dict[str, tuple[str, ...]] = {
    "en": (
        "n't", "unless", "if", "only", "except", "claim", "claims", "claimed", "some", "most",
        "more than", "less than", "fewer than", "at least", "at most", "nearly", "almost",
        "anything but", "all but", "the opposite of", "so-called",
    ),
    "ru": (
        "если", "только", "лишь", "кроме", "почти", "некоторые", "большинство", "как минимум",
        "по меньшей мере",
    ),
    "my": (
        "မ", "ဘူး", "လျှင်", "ရင်", "သာ", "မှတပါး", "အချို့", "အများစု", "နိုင်", "ဆိုသည်",
        "စွပ်စွဲ", "အနည်းဆုံး", "အများဆုံး", "ကျော်", "ခန့်", "နီးပါး",
    ),
}  # fmt: skip
"""Qualifiers that are not among the negations and hedges of the rule of limits, which has none in
Burmese.
"""

_HEDGES = {
    tag: tuple(
        word
        for word in (
            *limits.words.get(Limit.NOT, ()),
            *limits.words.get(Limit.MAY, ()),
            *(f"{stem}-" for stem in limits.stems.get(Limit.MAY, ())),
        )
        if not word.startswith("appear")  # who appears in court is no doubt about it
    )
    for tag, limits in LIMITS.items()
}

QUALIFIERS: dict[str, tuple[str, ...]] = {
    tag: tuple(dict.fromkeys((*own, *_HEDGES[tag], *denying(tag)))) for tag, own in _OWN.items()
}
"""For each language tag, the words (or, for Burmese, the written syllables); a beginning of words
has a dash. All that negates or doubts in the rule of limits is among them.
"""

MEASURES: dict[str, tuple[str, ...]] = {
    "en": ("up to", "about", "around", "over", "under", "above", "below", "roughly"),
    "ru": ("более", "менее", "около", "свыше", "примерно", "до"),
    "my": (),
}
"""Words that are measures, and so qualifiers, where a figure follows them."""

_NUMBERS = "|".join(
    number
    for tag in ("en", "ru")
    for number in LIMITS[tag].numbers
    if number not in ("one", "third", "quarter", "один", "одна")  # they are no figures alone
)
_FIGURE = Pattern(
    rf"\p{{Nd}}|(?<![\p{{L}}\p{{M}}])(?:{_NUMBERS})(?![\p{{L}}\p{{M}}])", regex.IGNORECASE
)
_MEASURED = Pattern(rf"\s+(?:the\s+|a\s+|[$€£]\s*)?(?:\d++|(?:{_NUMBERS})(?!\w))")
_MEASURES = frozenset((
    *MEASURES["en"], *MEASURES["ru"], "more than", "less than", "fewer than", "at least", "at most",
    "nearly", "almost", "почти", "как минимум", "по меньшей мере",
))  # fmt: skip
_MONTH_BEFORE = Pattern(
    r"(?:\b(?:in|by|since|until|till|of|from|during|before|after|to|last|next|this|early|mid|late)"
    r"|\d(?:st|nd|rd|th)?)[\s-]+\Z",
    regex.IGNORECASE,
)
"""What stands before *May* where it is the month."""

_NOT_ONLY = Pattern(r"\bnot only\b(?=.*\bbut\b)", regex.IGNORECASE)


def _pattern(language: str, words: tuple[str, ...], before: tuple[str, ...]) -> str:
    if language == "my":
        # Burmese is written without spaces: its words are found wherever they are written,
        # and a signature answers the false alarms. "မ" alone must be a cluster of its own.
        longest_first = sorted((w for w in words if w != "မ"), key=len, reverse=True)
        return "|".join(longest_first) + r"|မ(?!\p{M})"
    stems = "|".join(word.removesuffix("-") for word in words if word.endswith("-"))
    plain = "|".join(
        regex.escape(word).replace(r"\ ", r"\s+")
        for word in sorted(words, key=len, reverse=True)
        if word != "n't" and not word.endswith("-")
    )
    measures = rf"(?:{'|'.join(before)})(?=\s+(?:the\s+|a\s+|[$€£]\s*)?(?:\d|(?:{_NUMBERS})(?!\w)))"
    listed = rf"(?:{plain})(?![\w-])" + (rf"|(?:{stems})[\w-]*+" if stems else "")
    return rf"(?<![\w-])(?:{listed}{f'|{measures}' if before else ''})|n't(?!\w)"


_PATTERNS = {
    language: Pattern(_pattern(language, words, MEASURES[language]), regex.IGNORECASE)
    for language, words in QUALIFIERS.items()
}
_DENYING = {
    language: Pattern(_pattern(language, denying(language), ()), regex.IGNORECASE)
    for language in QUALIFIERS
}


def has_list(language: str) -> bool:
    """Whether a list of qualifiers is shipped for the language."""
    return language.split("-", maxsplit=1)[0] in QUALIFIERS


def qualifiers_in(words: str, language: str, after: str = "") -> tuple[str, ...]:
    """The qualifiers among ``words``, in order.

    ``after`` is what follows the cut, so that "not only … but" is recognised:
    it is exempt, because what it limits is not taken away.
    """
    pattern = _PATTERNS.get(language_of(words, language))
    if pattern is None:
        return ()
    text = plain(words)
    whole = f"{text.rstrip()} {plain(after).lstrip()}"
    end = len(text.rstrip())
    # Where only *not* is taken out, *only* is left.
    exempt = [m.span() for m in _NOT_ONLY.finditer(whole) if m.end() <= end]
    return tuple(
        found.group()
        for found in pattern.finditer(whole)
        if found.start() < end
        and not _goes_with_its_figure(found, end)
        and not _is_month(found)
        and not any(start <= found.start() < stop for start, stop in exempt)
    )


def denials_in(words: str, language: str, after: str = "") -> tuple[str, ...]:
    """What denies or doubts by its meaning all that follows it, among ``words``."""
    pattern = _DENYING.get(language_of(words, language))
    if pattern is None:
        return ()
    text = plain(words).rstrip()
    whole = f"{text} {plain(after).lstrip()}"
    return tuple(f.group() for f in pattern.finditer(whole) if f.start() < len(text))


def figures_in(words: str) -> tuple[str, ...]:
    """The words among some that are figures."""
    runs = regex.findall(r"[\p{L}\p{M}\p{N}]+", unmarked(words).text)
    return tuple(run for run in runs if _FIGURE.search(run))


def plain(words: str) -> str:
    """Some words as they are compared: no mark on a letter hides one that limits."""
    return unmarked(fold(words).text).text


def _is_month(found: regex.Match[str]) -> bool:
    """Whether *May* is the month, which its capital and the word before it tell."""
    before = found.string[max(0, found.start() - 20) : found.start()]
    return found.group() == "May" and _MONTH_BEFORE.search(before) is not None


def _goes_with_its_figure(found: regex.Match[str], end: int) -> bool:
    """Whether a measure is taken out together with its figure: then nothing is said of it."""
    if found.group().lower() not in _MEASURES:
        return False
    figure = _MEASURED.match(found.string, found.end())
    return figure is not None and figure.end() <= end
