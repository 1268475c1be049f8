"""Words that limit what is said: one table for each language, printed on the method page.

A limit is of a kind, and what is compared is the kind: *abstain from* limits as *not* does, and
*perhaps* as *may*. Words are matched as written here, a stem by its beginning. A measure limits
the figure that it is next to, and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import regex

from citebound.text.bounding import measures
from citebound.text.patterns import Pattern
from citebound.text.qualifying import MANY, UNREAL


class Limit(StrEnum):
    """The kinds of limits; the value is what findings call one."""

    NOT = "negation"
    IF = "condition"
    MAY = "hedge"
    ABLE = "ability"
    PLAN = "intention"
    PART = "part"
    MOST = "superlative"


@dataclass(frozen=True, slots=True)
class Limits:
    """The limiting words of a language: by kind, whole words and stems; the measures that are
    before a figure and after it; what gives a cause, and what is read as one in a source.
    """

    words: Mapping[Limit, tuple[str, ...]]
    stems: Mapping[Limit, tuple[str, ...]]
    before: tuple[str, ...]
    after: tuple[str, ...]
    causes: tuple[str, ...]
    reasons: tuple[str, ...]
    numbers: tuple[str, ...]


EXACT = ("exactly", "precisely")
"""Measures that set no limit to a figure: they deny that it is about so much."""

AGED = ("အသက်", "အရွယ်")
"""Burmese words before and after an age, which is no count of those who are so old."""

YEAR = "နှစ်"
"""What ends a number of years in Burmese."""

LIMITS: Mapping[str, Limits] = {
    "en": Limits(
        words={
            Limit.NOT: (
                "not", "no", "never", "none", "nobody", "nothing", "nor", "neither", "cannot",
                "without", "hardly", "barely", "scarcely", "rarely", "seldom", "unable", "deny",
                "denies", "denied", "denying", "denial", "lack", "lacks", "lacked", "lacking",
                "fail", "fails", "failed", "failing", "failure",
            ),
            Limit.IF: ("if", "unless", "except", "provided", "whether"),
            Limit.MAY: (
                "may", "might", "could", "perhaps", "possibly", "possible", "probably", "likely",
                "unlikely", "maybe", "reportedly", "apparently", "seem", "seems", "seemed",
                "appear", "appears", "appeared", "suspected", "potentially", "ostensibly",
                "presumably", "seemingly", "conceivably", "supposedly",
            ),
            Limit.PART: ("some", "most", "partly", "mostly"),
            Limit.PLAN: (
                "plan", "plans", "planned", "intend", "intends", "intended", "hope", "hopes",
                "hoped", "want", "wants", "wanted", "propose", "proposes", "proposed", "promise",
                "promises", "promised", "pledge", "pledges", "pledged", "vow", "vows", "vowed",
                "consider", "considers", "considered", "considering", "expected", "scheduled",
                "threatened", "offered",
            ),
            Limit.MOST: (
                "only", "sole", "solely", "largest", "biggest", "greatest", "highest", "worst",
                "best", "strongest", "unprecedented", "unique",
            ),
        },
        stems={
            Limit.NOT: ("abstain", "abstention", "avoid", "refus", "declin", "reject", "refrain"),
            Limit.MAY: ("alleg", "purport", "supposed"),
        },
        before=(
            *measures("en"), "nearly", "almost", "about", "around", "roughly", "approximately",
            "only", "some", "as few as", "just", "close to", "circa", "as little as", *EXACT,
        ),
        after=(*measures("en", after=True), "or so", "plus", "only"),
        causes=(
            "because", "caused", "causes", "led to", "leads to", "due to", "owing to",
            "as a result", "resulted in", "results in", "therefore", "thanks to", "consequently",
            "prompted", "forced",
        ),
        reasons=(
            "because", "cause", "caused", "causes", "led", "leads", "leading", "due", "owing",
            "result", "resulted", "results", "therefore", "thus", "hence", "thanks", "since",
            "consequently", "prompted", "forced", "forcing", "following", "amid", "amidst",
            "reason", "reasons", "purpose", "given", "reflects", "means", "threw", "allows",
            "so that", "in order", "aims", "provides",
        ),
        numbers=(
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",
            "eighty", "ninety", "hundred", "hundreds", "thousand", "thousands", "million",
            "millions", "billion", "billions", "dozen", "dozens", "half", "third", "quarter",
        ),
    ),
    "ru": Limits(
        words={
            Limit.NOT: (
                "не", "ни", "нет", "без", "никогда", "никто", "ничто", "ничего", "нельзя",
                "вряд", "едва", "отклонен", "отклонена", "отклонено", "отклонены", "отклонён",
            ),
            Limit.IF: ("если", "кроме", "разве"),
            Limit.MAY: (
                "может", "могут", "мог", "могла", "могли", "возможно", "вероятно", "якобы",
                "будто", "предположительно", "наверное", "похоже", "видимо", "бы",
            ),
            Limit.PART: ("некоторые", "некоторых", "большинство", "отчасти"),
            Limit.PLAN: (
                "планирует", "планируют", "планировал", "планировала", "планировали", "намерен",
                "намерена", "намерены", "собирается", "собираются", "хочет", "хотят", "хотел",
                "хотела", "хотели", "обещал", "обещала", "обещали", "обещает", "предложил",
                "предложила", "предложили",
            ),
            Limit.MOST: (
                "только", "лишь", "исключительно", "самый", "самая", "самое", "самые",
            ),
        },
        stems={
            Limit.NOT: ("отказ", "отрица", "отверг", "избега", "воздерж", "уклони", "отклони",
                        "отклоня"),
            Limit.MOST: ("единствен", "крупнейш", "беспрецедент", "сильнейш", "уникальн"),
        },
        before=(*measures("ru"), "около", "почти", "примерно", "порядка", "только", "лишь"),
        after=(*measures("ru", after=True), "не раньше"),
        causes=("потому что", "из-за", "привело к", "привела к", "привели к", "вследствие",
                "благодаря", "поэтому"),
        reasons=("потому", "из-за", "привело", "привела", "привели", "вследствие", "благодаря",
                 "поэтому", "после", "так", "чтобы", "причин", "в", "по"),
        numbers=(
            "один", "одна", "два", "две", "три", "четыре", "пять", "шесть", "семь", "восемь",
            "девять", "десять", "сто", "двести", "триста", "тысяча", "тысячи", "тысяч", "миллион",
            "миллиона", "миллионов", "миллиард", "половина", "треть",
        ),
    ),
    "my": Limits(
        words={}, stems={},
        before=(*measures("my"), *AGED[:1]),
        after=(*measures("my", after=True), *AGED[1:], "ခန့်", "နီးပါး", "ဝန်းကျင်", "လောက်"),
        causes=(), reasons=(),
        numbers=("တစ်", "နှစ်", "သုံး", "လေး", "ငါး", "ခြောက်", "ခုနစ်", "ရှစ်", "ကိုး", "ဆယ်"),
    ),
}  # fmt: skip
"""By language tag. Burmese puts most measures after the figure. Its words are not told apart: its
negations are compared by their prefix (:mod:`citebound.claims.burmese_negation`), and its other
limits only where a quotation is cut.
"""


def listed(language: str) -> tuple[str, ...]:
    """The words of a language that limit, as the method page prints them; a stem has a dash."""
    table = LIMITS[language]
    words = {word for kind in table.words.values() for word in kind}
    words |= {f"{stem}-" for kind in table.stems.values() for stem in kind}
    words |= {word for many in MANY[language] for word in many}
    words |= {word for unreal in UNREAL[language] for word in unreal.words}
    return tuple(sorted(words | {*table.before} | {*table.after}))


BOTH = frozenset(("unlikely", "hardly", "barely", "scarcely", "вряд", "маловероятно"))
"""Words that are a hedge and a negation."""

DENIALS = frozenset(("not", "never", "cannot", "не", "никогда"))
"""Negations of whatever follows them."""

OF_NOUNS = frozenset(("no", "none", "without", "lack", "lacks", "lacked", "lacking", "нет", "без"))
"""Negations of what follows them alone ("the vote has no date" denies no vote)."""

AS_GOOD_AS_NOT = frozenset((
    "off", "away", "postponed", "postpone", "cancelled", "canceled", "stopped", "stop",
    "ended", "ceased", "halted", "banned", "barred", "prevented", "uncertain", "unclear", "unknown",
    "boycott", "boycotted", "absent", "blocked", "vetoed", "ignored",
    "отложены", "отложили", "отменены", "отменили", "против", "прекратили", "бойкотировали",
))  # fmt: skip
"""Words that bear out a negation, but set no limit themselves ("put off", so nobody votes yet)."""

AS_GOOD_AS: Mapping[Limit, frozenset[str]] = {
    Limit.NOT: frozenset((
        "unless", "forbid", "forbids", "forbidden", "forbade", "prohibit", "prohibits",
        "prohibited", "запрещено", "запретил", "запретили",
    )),
    Limit.ABLE: frozenset((
        "can", "cannot", "able", "unable", "ability", "allowed", "allows", "permitted", "permits",
        "entitled", "forbid", "forbids", "forbidden", "forbade", "prohibit", "prohibits",
        "prohibited", "banned", "barred", "fail", "fails", "failed", "failing", "failure", "можно",
        "нельзя", "способен", "способна", "способны", "удалось", "вправе", "запрещено",
    )),
    Limit.PLAN: frozenset((
        "will", "would", "shall", "should", "may", "might", "could", "not", "never", "no", "plan",
        "plans", "purpose", "aim", "aims", "aimed", "goal", "wish", "wishes", "wished", "meant",
        "seek", "seeks", "seeking", "sought", "ask", "asks", "asked", "proposal", "offer",
        "promise", "draft", "future", "next", "upcoming", "due", "going", "originally", "be",
        "не", "будет", "будут", "бы", "план", "планы", "цель", "чтобы",
    )),
    Limit.PART: frozenset((
        "several", "mainly", "largely", "chiefly", "primarily", "majority", "part", "несколько",
        "частично", "преимущественно",
    )),
}  # fmt: skip
"""Words that bear out a limit of a kind, but set none of that kind themselves."""

CONDITIONS = (
    "as long as", "so long as", "on condition", "on the condition", "in case", "in the event",
    "при условии", "в случае",
)  # fmt: skip
"""Phrases that bear out a condition."""

ABILITIES = frozenset((
    "may", "could", "может", "могут", "мог", "могла", "могли",
))  # fmt: skip
"""Hedges that may say instead what somebody is able or allowed to do: "can be appealed" bears out
“could”, and “cannot” the source's “may not”.
"""

DUE = (
    "start", "begin", "end", "expire", "leave", "arrive", "take", "open", "close", "meet", "be",
    "have", "hold", "return", "resume", "visit", "vote", "finish", "become", "receive", "appear",
)  # fmt: skip
"""What is due to do one of these is expected to, which gives no cause."""

BOUNDS = (
    "before", "after", "beyond", "as early as", "as late as", "earlier than", "later than",
    "раньше", "после",
)  # fmt: skip
"""What says as much of a figure in our words as a measure does."""

HAS = frozenset((
    "has", "says", "speaks", "names", "gives", "mentions", "tells", "reports", "calls", "quotes",
    "describes", "называет", "говорит", "сообщает", "пишет",
))  # fmt: skip
"""Where a source does these, *only* says what it has, and limits nothing that it says."""

_SCRIPTS = (
    (Pattern(r"[\p{Script=Cyrillic}&&\p{L}]", regex.VERSION1), "ru"),
    (Pattern(r"[\p{Script=Myanmar}&&\p{L}]", regex.VERSION1), "my"),
)
_LETTER = Pattern(r"\p{L}")


def language_of(words: str, language: str = "en") -> str:
    """The language whose list is read for some words: the one named if it is written in the script
    of most of their letters, else the one that is.
    """
    tag = language.partition("-")[0].lower()
    if not words.isascii():
        for script, written in _SCRIPTS:
            found = len(script.findall(words))
            if found and found * 2 > len(_LETTER.findall(words)):
                return written
    return "en" if tag in ("ru", "my") and regex.search(r"\p{Latin}", words) else tag
