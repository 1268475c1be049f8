"""Sentences: where they end, in a source and in what editors write.

See docs/format.md, Paragraphs and sentences. Wikimedia's `sentencex` says where, by the rules
and abbreviations of the language. It is given the text without its marks (quotation marks,
brackets, footnote marks), so that none of them hides an end; it would also need the square of
the time on opening marks that nothing closes. Then we are stricter, because a sentence needs
evidence: one always ends where a closing mark or a footnote mark follows a full stop.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

import regex
from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]

from citebound.model import Sentence, Span
from citebound.text.edges import clusters, is_unspaced
from citebound.text.patterns import Pattern

_STOPS = "．。｡။।॥۔።։"
"""Full stops of other scripts than Latin."""

LABEL_WORDS, LABEL_CLUSTERS = 3, 15
"""How long a label is at most: words, or clusters of a script without spaces."""

_QUOTES = r"\"'’”“»«›」』"
_MARK = r"\[(?:[@^][^\[\]\n]*|\d{1,3})\]"

_END = Pattern(
    rf"""(?<![(\[.!?…{_STOPS}])[.!?…{_STOPS}]++  # but no cut in brackets
        (?P<closing>(?:['’](?!\p{{L}})|[{_QUOTES}\p{{Pe}}--'’]|[\u00a0\u202f]»)*+)
        (?P<marks>(?:[\ \u00a0]?{_MARK})*+)[.!?…]*+  # citations and marks go with the end""",
    regex.VERBOSE | regex.VERSION1,
)
_STOP_OF_LABEL = Pattern(rf"[.!?…{_STOPS}](?!(?<=\p{{Nd}}\.)\p{{Nd}})")
"""A stop, and no point between digits."""

_FULL = Pattern(rf"[.{_STOPS}]")
_QUOTE = Pattern(rf"[{_QUOTES}]")
_GOES_ON = Pattern(r"\s*+[,;:)\]–—]")
_SMALL = Pattern(r"\s*+\p{Ll}")
_SMALL_AFTER_DASH = Pattern(r"\s*+[,;–—]\s*+\p{Ll}")
_OPENING: Mapping[str, str] = {"“": "”", "‘": "’", "«": "»", "‹": "›", "„": "“”"}
"""The marks for whose end the segmenter looks, and what it takes for their end."""

_NO_MARK, _MOST_OPEN = "·", 100
_STRETCH, _UNSURE = 20_000, 1_000
"""So many characters the segmenter is given at once; what it says of the last ones is not sure."""

_CAPITAL = Pattern(r"\s++[\p{Lu}\p{Lt}\p{Lo}\p{Nd}\p{Ps}\p{Pi}\"'„«»“‘\[]")
_MONTH = Pattern(r"(?<![\p{L}\p{M}])(?:March|April|May|June|July)\Z")
"""Months that nobody shortens: the segmenter takes *May.* for an abbreviation."""

_ABBREVIATED = Pattern(r"(?<!\p{L})\p{Script=Cyrillic}{1,4}+\.\s++\p{Ll}")
_PARAGRAPH = Pattern(r"(?<!\p{L})[Pp]aras?\.(?=\s*+\d)")
_NUMBERED = Pattern(
    r"\s*+(?:Table|Figure|Fig\.|Chart|Graph|Map|Box|Annex|Appendix|Chapter|Section|Article"
    r"|Таблица|Табл\.|Рисунок|Рис\.|График|Диаграмма|Карта|Глава|Раздел|Статья|Приложение)"
    r"\s++(?:\d++|[IVXLC]++|[A-Z])(?:\.\d++)*+\."
)
"""What begins a paragraph with the number of what follows: "Table 2. Main indicators"."""

_BEGINS = Pattern(r"[\p{Lu}\p{Lt}\p{Lo}]|\Z")
_AWAY = rf"(?:{_MARK}|[\p{{Ps}}\p{{Pe}}\p{{Pi}}\p{{Pf}}\"'`‚])"
_MARKS = Pattern(_AWAY)
_BEFORE_WORDS = Pattern(rf"(?:\s|{_AWAY})*+")
_LETTER = Pattern(r"\p{L}")
_SPACE = re.compile(r"\s")

_UNSTOPPED = Pattern(r"[\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]")
_BY_SCRIPT = (
    (Pattern(r"\p{Script=Cyrillic}"), "ru", ("ru", "uk", "bg", "be", "sr", "mk", "kk", "mn")),
    (Pattern(r"\p{Script=Myanmar}"), "my", ("my",)),
)
"""For a script, the language by whose rules it is read, and those that may be named instead."""


def split(
    text: str, not_ends: Iterable[str] = (), language: str = "en", said: str | None = None
) -> Iterator[Span]:
    """The spans of the sentences of one paragraph, without white space at their ends.

    ``not_ends`` lists abbreviations after which a sentence goes on ("paras.", "чел.").
    ``language`` counts for what is written in its script; in another script, the script decides:
    that of ``said``, where not all of the text is words of the writer's own.
    """
    words = text if said is None else said
    start, last, seen = 0, len(text.rstrip()), 0
    first = _END.search(text)
    # Only what ends before the last word cuts anything.
    if first is not None and first.end() < last and not has_no_stops(words):
        kept = _held_together(text, not_ends)
        numbered = _NUMBERED.match(text)
        kept += [(one.end(), one.start()) for one in (numbered, *_PARAGRAPH.finditer(text)) if one]
        kept.sort()
        for stop, end in _ends(text, _rules_for(words, language)):
            held = bisect_left(kept, (stop,))
            if held < len(kept) and kept[held][1] < stop:
                continue
            is_number = not _LETTER.search(text, seen, end)  # of an item of a list
            seen = end
            if end < last and not is_number:
                yield from _trimmed(text, start, end)
                start = end
    yield from _trimmed(text, start, len(text))


def has_no_stops(text: str) -> bool:
    """Whether a text is in Thai, Khmer or Lao, which have no full stop: each of its paragraphs
    is one sentence.
    """
    return not text.isascii() and _is_mostly(_UNSTOPPED, text)


def is_label(words: str) -> bool:
    """Whether the words of a cell or a list item are so few that they are a label: no more than
    three beside numbers in digits, or fifteen clusters in a script without spaces, and no stop.
    """
    spaced = [word for word in words.split() if _LETTER.search(word)]
    if _STOP_OF_LABEL.search(words) or len(spaced) > LABEL_WORDS:
        return False
    unspaced = any(is_unspaced(letter) for letter in words)
    return not unspaced or clusters(words, LABEL_CLUSTERS + 1) <= LABEL_CLUSTERS


def _is_mostly(script: Pattern, text: str) -> bool:
    found = len(script.findall(text))
    return found > 0 and found * 2 > len(_LETTER.findall(text))


def _rules_for(text: str, language: str) -> str:
    """The language by whose rules a text is split."""
    tag = language.partition("-")[0].lower()
    if not text.isascii():
        for script, usual, others in _BY_SCRIPT:
            if _is_mostly(script, text):
                return tag if tag in others else usual
    return "en" if any(tag in others for _, _, others in _BY_SCRIPT) else tag


def _ends(text: str, language: str) -> Iterator[tuple[int, int]]:
    """For each end of a sentence, where its stops end, and where all that belongs to it ends."""
    begins = _begins(text, language)
    for end in _END.finditer(text):
        stops, after = end.start("closing"), end.end()
        is_full = stops - end.start() == 1 and bool(_FULL.match(text, end.start()))
        closed = is_full and bool(_QUOTE.search(end["closing"]))
        if (closed or end["marks"]) and not _GOES_ON.match(text, after):
            yield stops, after
            continue
        if text[stops - 1] == "…" and _CAPITAL.match(text, after):
            yield stops, after
            continue
        month = is_full and language == "en" and _ends_with_month(text, end.start())
        if month and _CAPITAL.match(text, after):
            yield stops, after
            continue
        following = _BEFORE_WORDS.match(text, after)
        upto = following.end() if following else after
        at = bisect_left(begins, stops)
        in_brackets = bool(end["closing"]) and bool(_SMALL.match(text, after))
        joined = after == upto and not _BEGINS.match(text, after)
        goes_on = in_brackets or joined or _goes_on_small(text, end)
        if at < len(begins) and begins[at] <= upto and not goes_on:
            yield stops, after


def _ends_with_month(text: str, at: int) -> bool:
    """Whether a month that nobody shortens stands before a place."""
    return _MONTH.search(text, max(0, at - len(" March")), at) is not None


def _goes_on_small(text: str, end: regex.Match[str]) -> bool:
    """Whether small letters go on after a dash or a comma, or after a short Russian word, which
    is an abbreviation ("чел. из").
    """
    first = end.start()
    while first > 0 and end.start() - first < 4 and text[first - 1].isalpha():
        first -= 1
    return bool(_SMALL_AFTER_DASH.match(text, end.end()) or _ABBREVIATED.match(text, first))


def _begins(text: str, language: str) -> list[int]:
    """Where the words of sentences begin, as the segmenter says, in the order of the text."""
    words: list[str] = []
    origins: list[int] = []
    at = 0
    for mark in _MARKS.finditer(text):
        words.append(text[at : mark.start()])
        origins += range(at, mark.start())
        at = mark.end()
    words.append(text[at:])
    origins += range(at, len(text))
    plain = _SPACE.sub(" ", "".join(words))
    return [origins[at] for at in _boundaries(_without_unpaired(plain), language)]


def _boundaries(text: str, language: str) -> Iterator[int]:
    """Where the segmenter has sentences begin, the first one left out. A very long text is given to
    it in stretches, each from the last sentence that surely began in the one before: without white
    space its time grows with the square of what it is given.
    """
    at, size = 0, _STRETCH
    while at < len(text):
        stretch = text[at : at + size]
        found = [b["start_index"] for b in get_sentence_boundaries(language, stretch)]
        is_last = at + size >= len(text)
        sure = len(stretch) if is_last else size - _UNSURE
        begin = [one for one in found if 0 < one < sure]
        yield from (at + one for one in begin)
        if is_last:
            return
        if begin:
            at, size = at + begin[-1], _STRETCH
        else:
            size *= 2


def _without_unpaired(text: str) -> str:
    """The text, or one as long, in which very many opening marks after the last closing one of
    their kind are signs that open nothing: from each of them the segmenter looks for its end up
    to the end of the text.
    """
    for opening, closing in _OPENING.items():
        last = max(text.rfind(mark) for mark in closing) + 1
        if text.count(opening, last) > _MOST_OPEN:
            text = text[:last] + text[last:].replace(opening, _NO_MARK)
    return text


def _held_together(text: str, not_ends: Iterable[str]) -> list[tuple[int, int]]:
    """Where abbreviations that end no sentence are, as words of their own: the end and the
    beginning of each.
    """
    longest_first = sorted({e for ending in not_ends if (e := ending.strip())}, key=len)[::-1]
    if not longest_first:
        return []
    any_of_them = "|".join(map(regex.escape, longest_first))
    pattern = rf"(?<![\p{{L}}\p{{M}}\p{{N}}])(?:{any_of_them})"
    return [(found.end(), found.start()) for found in regex.finditer(pattern, text)]


def _trimmed(text: str, start: int, stop: int) -> Iterator[Span]:
    """The stretch without white space at its ends, unless nothing is left of it."""
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start < stop:
        yield Span(start, stop)


def paragraphs_of(text: str, rule: str) -> tuple[Span, ...]:
    """The paragraphs of a source's text: ``lines`` (each non-empty line is one) or
    ``blank`` (one or more blank lines separate two).
    """
    pattern = r"\S[^\n]*" if rule == "lines" else r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|\Z)))*"
    spans = []
    for match in regex.finditer(pattern, text):
        words = match.group().rstrip()
        spans.append(Span(match.start(), match.start() + len(words)))
    return tuple(spans)


def sentences_of(
    text: str, paragraphs: Iterable[Span], not_ends: Iterable[str] = (), language: str = "en"
) -> tuple[Sentence, ...]:
    """Every sentence of a source, in order, with the number of its paragraph."""
    endings = tuple(not_ends)
    return tuple(
        Sentence(Span(paragraph.start + s.start, paragraph.start + s.end), number)
        for number, paragraph in enumerate(paragraphs, 1)
        for s in split(paragraph.of(text), endings, language)
    )
