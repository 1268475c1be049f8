"""Where a quotation ends: not before what limits, negates or doubts it.

What follows its last word is looked at to the end of the clause, and beyond a comma for a condition
or a restriction. A clause that stands for itself, a relative clause, and an adverbial of time or
place are no limit.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citebound.model import Passage, Source, Span
from citebound.passages.qualifier_words import figures_in, plain
from citebound.passages.verbs import AUXILIARY, CONDITION, FICTION, PAST, PRONOUN
from citebound.text.bounding import any_of
from citebound.text.limiting import LIMITS, language_of
from citebound.text.patterns import Pattern

_LOOK_ON = 400

_BUT = r"but(?!\s+(?:not|only|never)\b)"
_AS = r"(?:as|so)(?!\s+long\s+as\b)"
_BEGINS_CLAUSE = r"who|which|whom|whose|that|because|although|though|while|whereas"
_BEGINS_CLAUSE_RU = r"(?:и|а|но(?!\s+не\b)|или|что|чтобы|когда|потому|котор\w++)\b"
"""What limits begins no clause: *but not*, *as long as*, *но не*."""

_ENDS_CLAUSE = {
    "en": Pattern(
        rf"[,;:…()—–?!]|\b(?:and(?!\s+[\p{{Lu}}\d])|{_BUT}|or(?!\s+(?:so|less|fewer|more)\b)"
        rf"|{_BEGINS_CLAUSE}|where|when|{_AS}|once|{AUXILIARY})\b"
        rf"|\b(?:after|before|until|till|since)\s+(?:{PRONOUN}|no|nobody|nothing|none|not)\b",
    ),
    "ru": Pattern(rf"[,;:…()—–?!]|\b{_BEGINS_CLAUSE_RU}", regex.IGNORECASE),
    "my": Pattern(r"[။၊;:()?!]"),
}
"""What ends the clause that a quotation ends in. A verb that follows has the quotation, or the end
of it, as its subject: what it denies is itself.
"""

_ENDS_ALL = {
    "en": Pattern(
        rf"[;:!]|,\s+(?:and|{_BUT}|or|nor|{_AS})\b|\b(?:{_BEGINS_CLAUSE})\b"
        rf"|\b(?:and|but|or)\s(?:(?:[^\s,;]+\s){{1,6}}?{AUXILIARY}|{PRONOUN})\b",
        regex.IGNORECASE,
    ),
    "ru": Pattern(rf"[;:!]|,\s+{_BEGINS_CLAUSE_RU}", regex.IGNORECASE),
    "my": Pattern(r"[။;:!]"),
}
"""What ends all that a condition may be of: another clause, with a subject of its own."""

_RUMOUR = (
    r"according\s+to\s+(?:[\w-]+\s+){0,3}?(?:rumou?rs?|gossip|hearsay|slanders?|forged|faked?|bogus"
    r"|fabricated|anonymous|unconfirmed|unverified|discredited)"
)
_DOUBTS = (
    rf"allegedly|reportedly|supposedly|purportedly|ostensibly|apparently|perhaps|possibly|probably"
    rf"|maybe|{_RUMOUR}"
)
_ONLY_SO = (
    r"at\s+the\s+(?:earliest|soonest|latest)|in\s+(?:the|an?)\s+(?:best|worst)[\s-]case"
    r"|in\s+theory|in\s+(?:his|her|their|(?:[\w-]+\s+){1,3}?[\w-]+['’]s?)\s+telling"
)
"""What says of a time, a case or a tale that it is the best or the only one."""

_CONDITIONS = (
    rf"(?<!\beven\s)(?<!\bas\s)(?<!\bwhat\s)if|{CONDITION}|but\s+(?:not|only|never)"
    r"|provid(?:ed|ing)(?=\s+(?:that|he|she|it|they|we|you|the|an?|no)\b)"
    r"|only\s+(?:if|when|after|once|with|for|on|in|until|by|as|to|because|where)"
)
_FIGURE = r"(?:an?|one|half|[$€£]?\s*\d[\d.,]*|" + any_of(LIMITS["en"].numbers) + r")\b"
_SHORT = {
    "en": Pattern(
        rf"(?<![\w-])(?:{_CONDITIONS}|{_DOUBTS}|{_ONLY_SO}|{FICTION}|without|except(?:ing)?|barring|anything\s+but"
        rf"|far\s+from|(?<!\bor\s)not(?!\s+(?:only|least|to\s+mention)\b)|no(?!\.|\s+doubt\b)"
        r"|none|nobody|nothing|nowhere|never|neither|nor|hardly|barely|scarcely|rarely|seldom"
        rf"|(?<!\bnot\s)only(?!\s+(?:the\s+)?{_FIGURE})"
        rf"|(?<!\bmore\sor\s)(?:less|fewer)(?!\s+than\s+{_FIGURE}))(?![\w-])",
        regex.IGNORECASE,
    ),
    "ru": Pattern(
        r"(?<![\w-])(?:\A\s*не|если|никто|никого|никому|никем|ничто|ничего|ничему|ни|без|кроме"
        r"|(?<!\bне\s)(?:только|лишь)(?!\s+(?:что|\d))|(?:меньше|менее)(?!\s+(?:чем\s+)?\d)|якобы"
        r"|по\s+слухам|вряд|едва|при\s+условии|но\s+не|за\s+исключением)(?![\w-])",
        regex.IGNORECASE,
    ),
    "my": Pattern(r"မ(?!\p{M})|ဘူး|လျှင်|ရင်|မှသာ|မှတပါး|စွပ်စွဲ|ငြင်း|ကောလာဟလ|သံသယ|\A\s*(?:ကျော်|ခန့်|နီးပါး)"),
}
"""What limits the clause that a quotation leaves, anywhere in what is left of it."""

_LONG = {
    "en": Pattern(
        rf"(?<![\w-])(?:{_CONDITIONS}|[,(—–]\s*(?:{_DOUBTS}|{_ONLY_SO}|without|except(?:ing)?|barring|only"
        r"|not\s+(?:before|until|unless|if)|it\s+(?:is|was)\s+(?:alleged|rumou?red|claimed|supposed|falsely)"
        r"|rumou?r\s+has\s+it|(?:(?:which|that|this|it)\s+(?:is|was)\s+)?(?:an?\s+)?(?:lie|false|untrue"
        r"|not\s+true|nonsense|rumou?r)))(?![\w-])|\?",
        regex.IGNORECASE,
    ),
    "ru": Pattern(
        r"(?<![\w-])(?:если|при\s+условии|но\s+не|[,(—–]\s*(?:якобы|по\s+слухам|кроме|только|лишь"
        r"|за\s+исключением))(?![\w-])|\?",
        regex.IGNORECASE,
    ),
    "my": Pattern(r"လျှင်|ရင်|\?"),
}
"""What limits it after a comma as well: a condition, a restriction, and a question."""

_MEASURE = {
    tag: Pattern(
        rf"\A\s*(?:,?\s*(?:{any_of(LIMITS[tag].after)})|{any_of(more) or '(?!)'})(?![\w\p{{M}}-])",
        regex.IGNORECASE,
    )
    for tag, more in (("en", ("fewer", "less", "more")), ("ru", ("меньше", "менее")), ("my", ()))
}
"""What measures a figure that a quotation ends with."""

_FALSE = Pattern(
    rf"\A\s*,?\s*(?:{AUXILIARY}|be|been|to)\s+(?:[\w-]+\s+){{0,3}}?(?:lies?|false|untrue|nonsense"
    r"|wrong|absurd|myths?|fiction|rumou?rs?|slanders?|hoax|invention|not\s+(?:true|so|the\s+case))\b",
    regex.IGNORECASE,
)
"""A clause that says of the one before it that it is not so."""

_AS_TOLD = Pattern(
    r"\A(?:\s+(?!(?:and|but|who|which)\b)[\w’'-]+){0,8}\s*[,(—–]\s*(?P<word>in\s+the\s+(?:view|eyes|opinion)\s+of"
    r"|or\s+so\s+(?:the\s+(?:song|story|legend|tale)|it\s+is\s+said|they\s+say)"
    r"|as\s+(?:[\w’'-]+\s+){1,4}?(?:has|have|had|tells?|told)\s+it"
    r"|claim(?:s|ed)?\s+(?=(?:the|an?|his|her|their)\s|\p{Lu})"
    r"|(?!and\b|but\b)(?:[\w’'-]+\s+){1,4}?claim(?:s|ed)?(?=\s*(?:[.,;)!?—–]|\Z)))"
)
"""Who holds what a quotation says, where he may hold it against the truth."""

_ORDERS = Pattern(
    r"\b(?:order|want|demand|ask|urge|tell|told|command|instruct|beg|call)(?:s|ed|ged|ing)?\b"
    r"(?:\s+\S+){1,8}\s*\Z",
    regex.IGNORECASE,
)
_TO_STOP = Pattern(
    r"\A(?:\s+[\w-]+){0,3}?\s+(?:to\s+(?:stop|cease|end|halt)"
    r"(?=\s*(?:[.,;:!]|\Z)|\s+(?:at|by|in|on|before|after|now|today|immediately|until|within)\b)"
    r"|(?:to\s+be\s+)?(?:stopped|ended|halted|cancell?ed|banned|forbidden|prevented|called\s+off"
    r"|put\s+off|postponed|reversed|punished))\b",
    regex.IGNORECASE,
)
"""What was ordered to stop was not ordered."""

_INVERTED = Pattern(
    r"\A\s*,?\s*(?:had|were|should)\s+(?:(?:he|she|it|they|we|you|i)\b"
    r"|(?:the|an?|this|that|his|her|their)\s+(?:[\w-]+\s+){1,2}?"
    rf"(?:{PAST}|\p{{L}}+(?:en|wn)|been|to|fail|pass)\b)",
    regex.IGNORECASE,
)
_WOULD = Pattern(r"\b(?:would|could|might)\b|['’]d\b", regex.IGNORECASE)
"""A condition without *if*, and what it is of: *would have been banned had it passed*."""

_PART = Pattern(r"\b(?:third|quarter|half|first|second)\Z", regex.IGNORECASE)
"""What counts nothing: *on the third* floor."""

_COUNTED = Pattern(
    r"\s+(?P<noun>\p{Ll}+(?<![is])s|people|men|women|children|percent|per\s+cent|million|billion"
    r"|thousand|hundred|dozen|police)\b"
)
"""What a figure before it counts: a plural, or a unit."""

_MARKS = Pattern(r"[“”\"«»\[\]]")


def left_out_after(passage: Passage, source: Source) -> Iterator[str]:
    """What a quotation leaves out by where it ends: what limits, negates or doubts its last
    clause, or measures its last figure.
    """
    last = passage.extent.end
    if passage.term or source.text[last - 1] in ".!?…။":
        return
    ends = (
        *(s.span.end for s in source.sentences_in(Span(last - 1, last))[-1:]),
        source.paragraphs[passage.paragraph - 1].end,
    )[0]
    following = source.text[last : min(ends, last + _LOOK_ON)]
    marked = _MARKS.search(following)
    after = plain(following[: marked.start()] if marked else following)
    before = plain(source.text[max(passage.extent.start, last - _LOOK_ON) : last])
    language = language_of(after, source.language)
    if counted := _counted_after(before, after, language):
        yield f"the quotation ends before “{counted}”, which its last figure counts"
    elif found := _limit(before, after, language):
        near = " ".join(before.split()[-4:])
        yield (
            f"the quotation ends before “{found}”: "
            f"the source has “{near}{following[:60].rstrip()} …”"
        )


def _counted_after(before: str, after: str, language: str) -> str | None:
    """The noun or unit right after a quotation that ends with its figure: “killed 20 [goats]”."""
    last = before.split()[-1:]
    if language != "en" or not last or not figures_in(last[0]) or _PART.search(before):
        return None
    counted = _COUNTED.match(after)
    return counted["noun"] if counted else None


def _limit(before: str, after: str, language: str) -> str | None:
    """What limits, in the words after the end of a quotation, the words before it."""
    if language not in _SHORT:
        return None
    measured = figures_in(" ".join(before.split()[-3:])) and _MEASURE[language].match(after)
    found = measured or (_FALSE.match(after) if language == "en" else None)
    if not found and language == "en" and _ORDERS.search(" ".join(before.split()[-12:])):
        found = _TO_STOP.match(after)
    if not found and language == "en" and (told := _AS_TOLD.match(after)):
        return " ".join(told["word"].split())
    if not found and language == "en" and _WOULD.search(" ".join(before.split()[-12:])):
        found = _INVERTED.match(after)
    found = found or _first(_SHORT[language], _ENDS_CLAUSE[language], after)
    found = found or _first(_LONG[language], _ENDS_ALL[language], after)
    return " ".join(found.group().split()).strip("(—–, ") if found else None


def _first(limit: Pattern, end: Pattern, text: str) -> regex.Match[str] | None:
    """The first of what limits, where it begins before the end."""
    found, ends = limit.search(text), end.search(text)
    return None if found and ends and found.start() >= ends.start() else found
