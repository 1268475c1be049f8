"""Qualifiers: the words that a cut must not take out unsigned.

A list for each language, shipped with the checker and printed on the method
page. No list catches every limitation of a sentence: readers can always see
what was cut. A language without a list refuses cuts inside a sentence unless
an editor signs for them.
"""

from __future__ import annotations

import regex

from citebound.model import Passage, Quotation, SegmentKind, Source, Span
from citebound.problems import Problem
from citebound.text.folding import fold

QUALIFIERS: dict[str, tuple[str, ...]] = {
    "en": (
        "not", "n't", "cannot", "no", "never", "none", "nobody", "nothing", "nor", "neither",
        "without", "unless", "if", "only", "except", "hardly", "barely", "scarcely", "rarely",
        "seldom", "alleged", "allegedly", "reportedly", "claim", "claims", "claimed", "supposed",
        "supposedly", "purported", "purportedly", "may", "might", "could", "perhaps", "possibly",
        "probably", "likely", "unlikely", "some", "most",
    ),
    "ru": (
        "не", "ни", "нет", "без", "никогда", "никто", "ничто", "ничего", "нельзя", "если",
        "только", "лишь", "кроме", "едва", "вряд", "якобы", "будто", "возможно", "вероятно",
        "может", "могут", "мог", "могла", "могли", "бы", "почти", "некоторые", "большинство",
        "предположительно",
    ),
    "my": (
        "မ", "ဘူး", "လျှင်", "ရင်", "သာ", "မှတပါး", "အချို့", "အများစု", "နိုင်", "ဆိုသည်",
        "စွပ်စွဲ",
    ),
}  # fmt: skip
"""For each language tag, the words (or, for Burmese, the written syllables)."""

_NOT_ONLY = regex.compile(r"\bnot only\b(?=.*\bbut\b)", regex.IGNORECASE)


def _pattern(language: str) -> regex.Pattern[str]:
    words = QUALIFIERS[language]
    if language == "my":
        # Burmese is written without spaces: its words are found wherever they are written,
        # and a signature answers the false alarms. "မ" alone must be a cluster of its own.
        longest_first = sorted((w for w in words if w != "မ"), key=len, reverse=True)
        return regex.compile("|".join(longest_first) + r"|မ(?!\p{M})")
    plain = "|".join(regex.escape(word) for word in words if word != "n't")
    return regex.compile(rf"(?<![\w-])(?:{plain})(?![\w-])|n't(?!\w)", regex.IGNORECASE)


_PATTERNS = {language: _pattern(language) for language in QUALIFIERS}


def has_list(language: str) -> bool:
    """Whether a list of qualifiers is shipped for the language."""
    return language.split("-", maxsplit=1)[0] in QUALIFIERS


def qualifiers_in(words: str, language: str, after: str = "") -> tuple[str, ...]:
    """The qualifiers among ``words``, in order.

    ``after`` is what follows the cut, so that "not only … but" is recognised:
    it is exempt, because what it limits is not taken away.
    """
    pattern = _PATTERNS.get(language.split("-", maxsplit=1)[0])
    if pattern is None:
        return ()
    text = fold(words).text
    exempt = [m.span() for m in _NOT_ONLY.finditer(f"{text} {fold(after).text}")]
    return tuple(
        found.group()
        for found in pattern.finditer(text)
        if not any(start <= found.start() < end for start, end in exempt)
    )


def unsigned_cut(passage: Passage, source: Source, quotation: Quotation) -> Problem | None:
    """The finding for a cut, or a replacing insertion, that takes out a qualifier."""
    for segment in passage.segments:
        if segment.span is None or segment.kind in (SegmentKind.WORDS, SegmentKind.SOURCE_BRACKET):
            continue
        if segment.kind is SegmentKind.INSERTION and len(segment.span) == len(segment.text) == 1:
            continue
        dropped = segment.span.of(source.text)
        after = Span(segment.span.end, source.paragraphs[passage.paragraph - 1].end)
        sign = (
            f"add it back, or sign: signed: [{{footnote: {quotation.footnote}, why: …, by: …}}]"
            if quotation.footnote
            else "add it back, or quote it in a footnote that you sign for"
        )
        if not has_list(source.language):
            cut_into = source.sentences_in(segment.span)
            if any(not segment.span.holds(sentence.span) for sentence in cut_into):
                return Problem(
                    quotation.place,
                    "cut-qualifier",
                    f"there is no list of qualifiers for the language {source.language}: "
                    "a cut inside a sentence is refused until it is signed",
                    sign,
                )
            continue
        found = qualifiers_in(dropped, source.language, after.of(source.text))
        if found:
            verb = "takes out" if segment.kind is SegmentKind.CUT else "replaces"
            return Problem(
                quotation.place,
                "cut-qualifier",
                f"the change {verb} {', '.join(f'“{word}”' for word in found)}: "
                f"“{' '.join(dropped.split())}”",
                sign,
            )
    return None
