"""Open ends and bounds of dates, and dates that are finer, in the words of evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from citebound.dates.counting import MONTHS
from citebound.dates.edtf import Edtf, Kind, parse
from citebound.dates.eras import of_our_era
from citebound.dates.moments import DateError, Precision
from citebound.dates.relative import phrases_in, rule_of
from citebound.dates.written_dates import MONTH_STEMS
from citebound.text.bounding import Bounding, Of, any_of, phrases
from citebound.text.denied_bounds import NEGATIONS, TURNED

_LEAST = (Bounding.AT_LEAST, Bounding.AFTER, Bounding.SINCE)
_MOST = (Bounding.AT_MOST, Bounding.BEFORE)
_OF_DATES = (Of.EITHER, Of.DATES)
_ALSO_FROM = {"en": ("starting", "beginning", "as of", "following"), "ru": ()}
_ALSO_UNTIL = {"en": ("through", "to"), "ru": ("по",)}
"""What leaves an end open as well, and yet is no bound of a date: both years of “from 2015 to 2018”
are told of.
"""

_PARTS = {
    "en": r"(?:[\s,]+(?:the|of|in|on|at|least|about|around|year|early|late|mid|beginning|start"
    r"|middle|end|spring|summer|autumn|fall|winter|[a-z]+day"
    rf"|{'|'.join(f'{month}|{month[:3]}[.]?' for month in MONTHS)}"
    r"|\d{1,2}(?:st|nd|rd|th)?))*[\s,-]+(?:\d{1,2}\.\d{1,2}\.)?",
    "ru": r"(?:[\s,]+(?:чем|в|во|начал[аеу]|середин[аеыу]|кон[а-я]+|год[ау]?|весн[аыеу]"
    r"|лет[аоу]|осен[иью]+|зим[аыеу]"
    rf"|(?:{'|'.join(MONTH_STEMS)})[а-яё]{{0,2}}|\d{{1,2}}(?:-?го)?))*"
    r"[\s,]+(?:\d{1,2}\.\d{1,2}\.)?",
}
"""What may stand between a word that leaves an end open and the year: parts of a date alone."""

_OF_SOMETHING = {
    "en": r"(?:since|after|following)\s(?:the|a|an|its|his|her|their)\s(?:[\w’'-]+\s){1,4}?"
    r"(?:in|of)\s",
    "ru": r"(?:после|со\sвремени)\s(?:[а-яё-]+\s){1,3}?(?:в\s)?",
}
"""“Since the coup in 2021” leaves the end open, too."""


def _opening(language: str, boundings: tuple[Bounding, ...], also: tuple[str, ...]) -> str:
    """How the words of a language leave the end of a stretch open whose other end is YEAR."""
    before = phrases(language, boundings=boundings, of=_OF_DATES)
    after = phrases(language, boundings=boundings, of=_OF_DATES, after=True)
    something = rf"|\b{_OF_SOMETHING[language]}YEAR" if Bounding.AFTER in boundings else ""
    other = phrases(language, boundings=[b for b in TURNED if b not in boundings], of=_OF_DATES)
    denied = rf"(?:{any_of(NEGATIONS)})\s[^.;]{{0,80}}?\b(?:{any_of(other)})"
    something += rf"|\b{denied}{_PARTS[language]}YEAR"
    return (
        rf"\b(?:{any_of((*before, *also))}){_PARTS[language]}YEAR{something}"
        rf"|YEAR(?:\sгод[ау]?|\sг\.)?,?\s(?:{any_of(after)})(?!\w)"
    )


_GOES_ON = {
    "en": r"(?:is|are|remains?)\s(?:still\s)?(?:continuing|ongoing|going\son|under\s?way|in\sforce"
    r"|in\seffect|in\splace|in\sprogress)"
    r"|and\s(?:is|are)\sstill\s(?:closed|open|shut|running|valid|active|occupied|blocked)"
    r"|still\s(?:continues|stands|applies|lasts|goes\son|holds)"
    r"|(?:continues|is\sstill\sgoing)(?:\stoday|\sto\sthis\sday)?(?=\s*(?:[,.;)”]|$))",
    "ru": r"(?:(?:всё\sещё|до\sсих\sпор|ещё)\s)?(?<!не\s)(?:продолжа(?:ет|ют)ся"
    r"|оста(?:ё|ю)тся\sв\sсиле)|(?:всё\sещё|до\sсих\sпор)\s(?:действует|идёт|длится)",
}
"""What says of something that began that it has not ended: the end is open."""

_ENDED = {
    "en": r"end(?:s|ed)?|until|till|stopped|ceased|lifted|resumed|restarted|no\slonger|not",
    "ru": r"законч\w+|заверш\w+|прекра\w+|отмен\w+|возобнов\w+|до\s\d",
}


def _going_on(language: str) -> str:
    """How the words of a language say of what began in YEAR, in its sentence, that it goes on."""
    began = {
        "en": r"(?:began|begun|beg[ai]nning|start(?:s|ed|ing)|imposed|introduced|took\seffect"
        r"|taken\seffect|came\sinto\s(?:force|effect)|launched|opened|closed|declared|broke\sout"
        r"|in\sforce|adopted|signed|called|enacted|set\sup|founded)",
        "ru": r"(?:начал\w+|введ\w+|введён\w*|вступил\w*|объявл\w+|запущ\w+|открыт\w*|закрыт\w*)",
    }[language]
    between = rf"(?:(?!\b(?:{_ENDED[language]})\b|[12]\d{{3}})[^.;!?]){{0,80}}?"
    within = rf"(?:(?!\b(?:{_ENDED[language]})\b)[^.;!?]){{0,40}}?"
    return rf"\b{began}\b{within}{_PARTS[language]}YEAR\b{between}\b(?:{_GOES_ON[language]})"


_FROM = {
    tag: rf"{_opening(tag, _LEAST, also)}|{_going_on(tag)}" for tag, also in _ALSO_FROM.items()
}
_UNTIL = {tag: _opening(tag, _MOST, also) for tag, also in _ALSO_UNTIL.items()}


_ENDED_SPAN = re.compile(
    rf"\b(?:since|from|starting|beginning){_PARTS['en']}[12]\d{{3}}(?!\d)"
    rf"(?:[^.;!?]{{0,60}}?\b(?:until|till|to|through){_PARTS['en']}[12]\d{{3}}(?!\d)"
    r"|[^.;!?]{0,40}?\b(?:and|but|then|before)\s(?:it\s|they\s|then\s|was\s|were\s)*"
    r"(?:re-?opened|ended|lifted|resumed|released|freed|stopped|ceased|restarted|abolished|repealed"
    r"|reopening))"
    rf"|\b(?:с|со){_PARTS['ru']}[12]\d{{3}}(?!\d)[^.;!?]{{0,60}}?"
    rf"\b(?:до|по){_PARTS['ru']}[12]\d{{3}}(?!\d)",
    re.IGNORECASE,
)
"""What began in a year and has an end in the same words, “from 2019 until 2021”."""


_AFTER = re.compile(
    r"\b(?:after|following|since)\s(?:[^\s.;:]+\s){0,6}?(?:in|of)?\s?(?P<year>[12]\d{3})(?![\d-])"
    r"|\b(?:после|с)\s(?:[^\s.;:]+\s){0,6}?(?P<god>[12]\d{3})(?![\d-])",
    re.IGNORECASE,
)


def unsaid_end(value: Edtf, words: Iterable[str], languages: Iterable[str]) -> str:
    """Which end of a date is open without the words saying so: "end", "beginning", or "". In a
    language without a list nothing can be decided.
    """
    known = [language for language in languages if language in _FROM]
    if value.kind is Kind.ALL_OF or len(known) < len([*languages]):
        return ""
    every = _ENDED_SPAN.sub(" ", " ".join(words))
    for stretch in value.stretches:
        for moment, is_open, table, name in (
            (stretch.start, stretch.end is None, _FROM, "end"),
            (stretch.end, stretch.start is None, _UNTIL, "beginning"),
        ):
            if is_open and moment is not None:
                year = moment.year.replace("X", r"\d") + r"(?!\d)"
                patterns = (table[language].replace("YEAR", year) for language in known)
                if not any(re.search(p, every, re.IGNORECASE) for p in patterns):
                    return name
    return ""


def bound_after(words: str, published: str) -> tuple[str, str] | None:
    """The one year after which something was, by the words of evidence, and these words; none
    where there are several, or where the source was published before it ended.
    """
    found = {
        match["year"] or match["god"]: match.group()
        for match in _AFTER.finditer(of_our_era(words, " | "))
    }
    if len(found) != 1:
        return None
    ((year, said),) = found.items()
    return (year, " ".join(said.split())) if year < published[:4] else None


_RUSSIAN = "|".join(
    rf"(?P<r{n}>{stem}{'[йяею]м?' if stem == 'ма' else '[а-яё]{0,2}'}(?![а-яё]))"
    for n, stem in enumerate(MONTH_STEMS, 1)
)
_ENGLISH = "|".join(rf"(?P<m{n}>{month})" for n, month in enumerate(MONTHS, 1))
_WRITTEN = re.compile(
    rf"(?:(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?\b(?:{_ENGLISH}|{_RUSSIAN})"
    r"(?: (?P<us>\d{1,2})(?:st|nd|rd|th)?,)?,? (?P<year>[12]\d{3})(?!\d)",
)


_MORE_DAYS = re.compile(
    r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?\s?(?:[-–—/,&]|\b(?:and|or|to|и|или|по)\b)\s?\Z"
)
"""Before the day of a date, another day of its month: “the night of 14–15 July 2021”."""


def finer(value: Edtf, words: str) -> tuple[str, str] | None:
    """The one date within a plain year or month that words give more precisely, as EDTF and as
    they have it; none where they give the coarser date as well, or several.
    """
    if value.kind is not Kind.DATE or value.moments[0].qualified:
        return None
    moment, words = value.moments[0], of_our_era(words, " | ")
    if moment.precision not in (Precision.YEAR, Precision.MONTH):
        return None
    found: dict[str, str] = {}
    for match in _WRITTEN.finditer(words):
        if match["day"] and _MORE_DAYS.search(words, max(0, match.start() - 12), match.start()):
            return None
        month = next(n for n in range(1, 13) if match[f"m{n}"] or match[f"r{n}"])
        day = match["day"] or match["us"]
        text = f"{match['year']}-{month:02}" + (f"-{int(day):02}" if day else "")
        try:
            inner = parse(text)
        except DateError:
            continue
        is_finer = inner.moments[0].precision > moment.precision
        if is_finer and value.lower <= inner.lower <= value.upper:
            found[text] = match.group()
    rest = _WRITTEN.sub(" | ", words)
    bare = rest if moment.precision is Precision.YEAR else ""
    # “Arrested on 5 March 2019 and freed in April” does not say which of the two is meant.
    if any((rule := rule_of(phrase.words)) and rule.forward for phrase in phrases_in(rest)):
        return None
    if len(found) != 1 or re.search(rf"(?<!\d){moment.year}(?!\d)", bare):
        return None
    return next(iter(found.items()))
