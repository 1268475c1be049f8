"""Qualifiers: the words that a cut must not take out unsigned.

A list for each language, shipped with the checker and printed on the method
page. No list catches every limitation of a sentence: readers can always see
what was cut. A language without a list refuses cuts inside a sentence unless
an editor signs for them.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citebound.model import Passage, Quotation, Segment, SegmentKind, Source, Span
from citebound.problems import Problem
from citebound.text.folding import fold
from citebound.text.limiting import LIMITS, language_of

QUALIFIERS: dict[str, tuple[str, ...]] = {
    "en": (
        "not", "n't", "cannot", "no", "never", "none", "nobody", "nothing", "nor", "neither",
        "without", "unless", "if", "only", "except", "hardly", "barely", "scarcely", "rarely",
        "seldom", "alleged", "allegedly", "reportedly", "claim", "claims", "claimed", "supposed",
        "supposedly", "purported", "purportedly", "may", "might", "could", "perhaps", "possibly",
        "probably", "likely", "unlikely", "some", "most", "more than", "less than", "fewer than",
        "at least", "at most", "nearly", "almost",
    ),
    "ru": (
        "не", "ни", "нет", "без", "никогда", "никто", "ничто", "ничего", "нельзя", "если",
        "только", "лишь", "кроме", "едва", "вряд", "якобы", "будто", "возможно", "вероятно",
        "может", "могут", "мог", "могла", "могли", "бы", "почти", "некоторые", "большинство",
        "предположительно", "как минимум", "по меньшей мере",
    ),
    "my": (
        "မ", "ဘူး", "လျှင်", "ရင်", "သာ", "မှတပါး", "အချို့", "အများစု", "နိုင်", "ဆိုသည်",
        "စွပ်စွဲ", "အနည်းဆုံး", "အများဆုံး", "ကျော်", "ခန့်", "နီးပါး",
    ),
}  # fmt: skip
"""For each language tag, the words (or, for Burmese, the written syllables)."""

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
_FIGURE = regex.compile(
    rf"\p{{Nd}}|(?<![\p{{L}}\p{{M}}])(?:{_NUMBERS})(?![\p{{L}}\p{{M}}])", regex.IGNORECASE
)
_MEASURED = regex.compile(rf"\s+(?:the\s+|a\s+|[$€£]\s*)?(?:\d++|(?:{_NUMBERS})(?!\w))")
_MEASURES = frozenset((
    *MEASURES["en"], *MEASURES["ru"], "more than", "less than", "fewer than", "at least", "at most",
    "nearly", "almost", "почти", "как минимум", "по меньшей мере",
))  # fmt: skip
_CLAUSE = regex.compile(
    r"[.,;:!?…။()\[\]“”\"«»—–]|\b(?:but|and|or|which|who|while|because|и|а|но|или|который|которая)\b"
)
"""What begins a clause, for what a quotation leaves out before its first word."""

_NOT_ONLY = regex.compile(r"\bnot only\b(?=.*\bbut\b)", regex.IGNORECASE)


def _pattern(language: str) -> regex.Pattern[str]:
    words = QUALIFIERS[language]
    if language == "my":
        # Burmese is written without spaces: its words are found wherever they are written,
        # and a signature answers the false alarms. "မ" alone must be a cluster of its own.
        longest_first = sorted((w for w in words if w != "မ"), key=len, reverse=True)
        return regex.compile("|".join(longest_first) + r"|မ(?!\p{M})")
    plain = "|".join(regex.escape(word) for word in words if word != "n't")
    before = "|".join(MEASURES[language])
    measures = rf"(?:{before})(?=\s+(?:the\s+|a\s+|[$€£]\s*)?(?:\d|(?:{_NUMBERS})(?!\w)))"
    return regex.compile(
        rf"(?<![\w-])(?:(?:{plain})(?![\w-])|{measures})|n't(?!\w)", regex.IGNORECASE
    )


_PATTERNS = {language: _pattern(language) for language in QUALIFIERS}


LONGEST = 8
"""The words that an insertion has at most, which is a rule of its own."""

BEFORE = 4
"""How many words before its first word a quotation must not leave a qualifier in."""


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
    text = fold(words).text
    whole = f"{text.rstrip()} {fold(after).text.lstrip()}"
    exempt = [m.span() for m in _NOT_ONLY.finditer(whole)]
    end = len(text.rstrip())
    return tuple(
        found.group()
        for found in pattern.finditer(whole)
        if found.start() < end
        and not _goes_with_its_figure(found, end)
        and not any(start <= found.start() < stop for start, stop in exempt)
    )


def _goes_with_its_figure(found: regex.Match[str], end: int) -> bool:
    """Whether a measure is taken out together with its figure: then nothing is said of it."""
    if found.group().lower() not in _MEASURES:
        return False
    figure = _MEASURED.match(found.string, found.end())
    return figure is not None and figure.end() <= end


def unsigned_change(passage: Passage, source: Source, quotation: Quotation) -> Problem | None:
    """The finding for what must be signed: a cut, an insertion or a start that leaves out a
    qualifier, or an insertion that adds a qualifier or a figure, or stands for one.
    """
    for message in (*_changes(passage, source), *_left_out_before(passage, source)):
        words = " ".join(quotation.typed.split())
        shown = words if len(words) <= 60 else words[:60].rsplit(" ", 1)[0]
        keep = "add it back" if message.startswith("the change") else "keep the source’s words"
        sign = (
            f"{keep}, or sign: "
            f'signed: [{{footnote: {quotation.footnote}, words: "{shown}", why: …, by: …}}]'
            if quotation.footnote
            else f"{keep}, or quote the words in a footnote that you sign for"
        )
        return Problem(quotation.place, "cut-qualifier", message, sign)
    return None


def _changes(passage: Passage, source: Source) -> Iterator[str]:
    """What cuts and insertions leave out or add."""
    for segment in passage.segments:
        if segment.kind in (SegmentKind.WORDS, SegmentKind.SOURCE_BRACKET):
            continue
        if segment.kind is SegmentKind.INSERTION:
            yield from _inserted(segment, source)
        if segment.span is None or len(segment.span) == len(segment.text) == 1:
            continue
        dropped = segment.span.of(source.text)
        language = language_of(dropped, source.language)
        if not has_list(language):
            cut_into = source.sentences_in(segment.span)
            if any(not segment.span.holds(sentence.span) for sentence in cut_into):
                yield (
                    f"there is no list of qualifiers for the language {source.language}: "
                    "a cut inside a sentence is refused until it is signed"
                )
            continue
        after = Span(segment.span.end, source.paragraphs[passage.paragraph - 1].end)
        found = qualifiers_in(dropped, source.language, after.of(source.text))
        if found:
            verb = "takes out" if segment.kind is SegmentKind.CUT else "replaces"
            yield (
                f"the change {verb} {', '.join(f'“{word}”' for word in found)}: "
                f"“{' '.join(dropped.split())}”"
            )


def _inserted(segment: Segment, source: Source) -> Iterator[str]:
    """What an insertion adds, or a figure that it stands for."""
    dropped = segment.span.of(source.text) if segment.span else ""
    if len(segment.text) == len(dropped) == 1 or len(segment.text.split()) > LONGEST:
        return  # a letter in the other case, or refused for its length
    found = (*qualifiers_in(segment.text, source.language), *_figures_in(segment.text))
    if found:
        yield f"the insertion adds {', '.join(f'“{word}”' for word in found)}: [{segment.text}]"
    if figures := _figures_in(dropped):
        yield f"the insertion stands for the figure {', '.join(f'“{f}”' for f in figures)}"


def _figures_in(words: str) -> tuple[str, ...]:
    return tuple(run for run in regex.findall(r"[\p{L}\p{M}\p{N}]+", words) if _FIGURE.search(run))


def _left_out_before(passage: Passage, source: Source) -> Iterator[str]:
    """What a quotation leaves out by where it starts: a qualifier in the four words before its
    first, in the same clause. In Burmese qualifiers follow what they limit.
    """
    first = passage.extent.start
    if passage.term:
        return
    paragraph = source.paragraphs[passage.paragraph - 1]
    before = source.text[max(paragraph.start, first - 80) : first]
    breaks = [found.end() for found in _CLAUSE.finditer(before)]
    clause = before[breaks[-1] :] if breaks else before
    near = " ".join(clause.split()[-BEFORE:])
    if not near or language_of(near, source.language) == "my":
        return
    after = Span(first, paragraph.end).of(source.text)
    found = qualifiers_in(near, source.language, after[:400])
    if found:
        yield (
            f"the quotation starts after {', '.join(f'“{word}”' for word in found)}: "
            f"the source has “{near} {' '.join(after[:40].split())} …”"
        )
