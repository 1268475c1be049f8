"""The classes of words that tell where a phrase begins and ends, by closed lists and endings.

Each word or mark of a text is one letter:

| letter | what it is |
| --- | --- |
| `P` `O` `B` | a preposition; *of*; *by* |
| `D` `R` | what determines a noun (*the, his, this*); a pronoun |
| `Q` | what says how many there are, or which of them (*all, every, only, first*) |
| `J` `I` | *and*; *or, but, nor* |
| `K` `W` | what begins a clause under another (*because*); a relative (*who*) |
| `H` `V` | *be, have* and modal verbs; a verb that is finite |
| `E` | what may be a finite verb or a participle |
| `S` | a verb or a noun of saying, thinking or showing, in any form (*say, believes, view*) |
| `G` | a word in *-ing* |
| `A` `T` | an adverb that nothing turns on; a noun of time or a day |
| `N` `C` `X` | a number; a capitalised word; any other |
| `a` | in Russian, what has the ending of an adjective |
| `,` `;` `:` `.` `-` `(` `)` `"` | marks |
| `’` | follows an owner (*the mayor’s*) |
"""

from __future__ import annotations

from typing import NamedTuple

from citebound.passages.verbs import AUXILIARY, NEVER_PARTICIPLE
from citebound.text.edges import WHOLE_WORD
from citebound.text.limiting import LIMITS
from citebound.text.pasts import FURTHER, PASTS, QUIT, UNCHANGED
from citebound.text.patterns import Pattern


class Classes(NamedTuple):
    """The classes of the words of a text, a letter for each, and where each word ends in it."""

    word_classes: str
    ends: tuple[int, ...]


def _listed(**words: str) -> dict[str, str]:
    return {word: letter for letter, group in words.items() for word in group.split()}


def _alternatives(pattern: str) -> list[str]:
    return pattern.removeprefix("(?:").removesuffix(")").split("|")


_SAYING = (
    "accus add admit admitt advis agree alleg announc argu assert assum assur believ boast"
    " charg cit claim complain conced conclud confirm consider contend decid declar deni deny"
    " describ doubt estimat expect explain fear find hint hop imply impli indicat inform"
    " insist judg know learn maintain mean mention not pledg post predict promis propos prov"
    " quot read recall recommend regard repl report respond reveal say show stress suggest"
    " suspect testif testify think tweet urg vow warn"
)
_SAYING_OTHERWISE = (
    "said told tell tells telling wrote write writes written writing thought knew known shown"
    " meant found held hold holds holding saw see sees seen seeing heard hear hears hearing"
    " felt feel feels stated stating according view views eye eyes opinion opinions account"
    " accounts version versions perspective word words propaganda statement belief estimate"
    " mind judgment judgement assessment rumour rumor story legend"
)
_SAYS = Pattern(
    rf"(?:{'|'.join(_SAYING.split())})(?:e|es|s|d|ed|ies|ied|ing)?"
    rf"|{'|'.join(_SAYING_OTHERWISE.split())}"
)
"""In English, all forms of what says, thinks or shows, nouns that look the same included."""

_SAYS_RUSSIAN = Pattern(
    r"(?:говор|сказа|скаж|пиш|писа|напис|сообща|сообщи|заяв|счита|дума|полага|утвержд|отмеч|отмет"
    r"|подчерк|призна|обвин|обещ|ожида|верит|верят|версии|мнени|слов|взгляд|рассказ|поясн|увер)"
    r"\p{L}*"
)
_ENGLISH = {
    **dict.fromkeys((*PASTS, *UNCHANGED, *FURTHER, *QUIT), "E"),
    **dict.fromkeys(_alternatives(NEVER_PARTICIPLE), "V"),
    **dict.fromkeys(_alternatives(AUXILIARY), "H"),
    **dict.fromkeys(LIMITS["en"].numbers, "N"),
    **_listed(
        H="am be been being isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't"
        " couldn't didn't doesn't don't",
        V="fled died left came went became began fell rose lay",
        P="about above across after against along amid among around at before behind below beneath"
        " beside besides between beyond despite during for from in inside into like near on onto"
        " outside over past since through throughout to toward towards under until till upon via"
        " with within",
        O="of",
        B="by",
        D="the a an this that these those his her its their our my your another such more much"
        " next",
        Q="all any both each every either no few most many several half only first last other none"
        " nobody everybody everyone anyone least fewest",
        R="he she it they we i you him them us me himself herself itself themselves there someone"
        " somebody",
        J="and",
        I="or but nor yet",
        K="because while whereas although though if unless as so than when once whether",
        W="who whom whose which what where why how",
        A="yesterday today tonight tomorrow later soon again also recently newly finally eventually"
        " then now shortly quickly slowly suddenly openly publicly however therefore moreover"
        " meanwhile instead afterwards thereafter earlier thus already ago indeed"
        " nevertheless nonetheless elsewhere furthermore very",
        T="second minute hour day night morning afternoon evening week weekend month year decade"
        " seconds minutes hours days nights mornings evenings weeks weekends months years decades"
        " spring summer autumn winter monday tuesday wednesday thursday friday saturday sunday"
        " january february march april june july august september october november december",
    ),
}
_RUSSIAN = dict.fromkeys(LIMITS["ru"].numbers, "N") | _listed(
    H="есть будет будут был была было были нет",
    Q="все всё весь вся всех каждый каждая каждого любой никто ни большинство многие немногие"
    " половина только первый первая первое первые последний последняя единственный"
    " единственная единственное",
    P="в во на о об обо из изо к ко с со по за у при для до через между над под перед после против"
    " без около среди ради вокруг вопреки накануне вдоль",
    R="он она они оно мы я вы ты его её их ему ей им кто-то",
    J="и",
    I="а но или да либо",
    K="потому поскольку пока хотя если чтобы когда так как чем",
    W="кто что где который которая которое которые которого которой которому которую которым"
    " которых которыми котором чей чья чьё чьи",
    D="этот эта это эти этого этой этому этих этим тот та те того той тех свой своего своей своих",
    A="вчера сегодня завтра потом затем скоро вскоре снова опять также уже ещё наконец сразу тогда"
    " теперь сейчас быстро медленно внезапно вместе публично",
    T="год года году лет месяц месяца месяце неделю неделе недели день дня дни дней час часа часов"
    " понедельник вторник среду четверг пятницу субботу воскресенье понедельника вторника января"
    " февраля марта апреля мая июня июля августа сентября октября ноября декабря январе феврале"
    " марте апреле мае июне июле августе сентябре октябре ноябре декабре",
)
_RUSSIAN_VERB = Pattern(r"(?:\p{L}{2,}л(?:а|о|и)?(?:с[ья])?)")
_NO_RUSSIAN_VERB = Pattern(r"(?:генерал|капитал|журнал|материал|сигнал|стол|отдел)\p{L}?")
_ADJECTIVE = Pattern(
    r"\p{L}{2,}(?:ый|[кгхщшж]ий|ая|яя|ое|ее|ые|[кгхщшжч]ие|ого|его|ому|ему|ым|им|ых|их|ую|юю)"
)
_ADJECTIVE_THERE = Pattern(r"\p{L}{2,}(?:ой|ом|ем)")
_WITH_A_PLACE = frozenset(
    ("в", "во", "на", "о", "об", "при", "у", "из", "от", "до", "для", "после")
)
"""Prepositions after which a noun has none of these endings, as it has after *с*."""

_TOKEN = Pattern(
    rf"\d[\d.,:]*(?:\s*[–-]\s*\d[\d.,:]*)?(?<![.,:])|{WHOLE_WORD.pattern}|[—–]|[^\s\w]"
)
_PRESENT = Pattern(r"[a-z]{3,}(?<!s)s")
"""What is a verb before what determines its object: *reflects the …, employs 500*."""

_YEAR = Pattern(r"1\d{3}|20\d\d")
"""What is a year after a month or a preposition."""

_MARKS = {
    ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "…": ".", "—": "-", "–": "-",
    "(": "(", ")": ")",
}  # fmt: skip


def classes_of(text: str, language: str) -> Classes:
    """The classes of the words and marks of a text in English (``en``) or Russian (``ru``)."""
    letters: list[str] = []
    ends: list[int] = []
    word = ""
    for found in _TOKEN.finditer(text):
        following = _class(found.group(), language)
        if language == "ru" and following == "X" and word.lower() in _WITH_A_PLACE:
            following = "a" if _ADJECTIVE_THERE.fullmatch(found.group()) else "X"
        if following in "DNQ" and letters[-1:] == ["X"] and _PRESENT.fullmatch(word):
            letters[-1] = "V"
        word = found.group()
        if following == "N" and letters[-1:] in (["T"], ["P"]) and _YEAR.fullmatch(word):
            following = "T"
        letters.extend(following)
        ends.extend([found.end()] * (len(letters) - len(ends)))
    return Classes("".join(letters), tuple(ends))


def _class(word: str, language: str) -> str:
    if not word[0].isalnum():
        return _MARKS.get(word, '"')
    if word[0].isdigit():
        return "N"
    if word == "May":
        return "T"
    plain = word.lower().replace("’", "'")
    known = (_RUSSIAN if language == "ru" else _ENGLISH).get(plain)
    if known in ("E", "V") and _SAYS.fullmatch(plain):
        return "S"  # *said*, *told*, *found*
    return known or (_russian if language == "ru" else _english)(word, plain)


def _english(word: str, plain: str) -> str:
    if plain.endswith(("'s", "s'")):
        return f"{'C' if word[0].isupper() else 'X'}’"
    if _SAYS.fullmatch(plain):
        return "S"
    if plain.endswith("est") and len(plain) > 5:
        return "Q"
    if word[0].isupper():
        return "A" if plain.endswith("ly") and len(plain) > 5 else "C"
    if plain.endswith("ed") and len(plain) > 3:
        return "E"
    return "G" if plain.endswith("ing") and len(plain) > 4 else "X"


def _russian(word: str, plain: str) -> str:
    if _SAYS_RUSSIAN.fullmatch(plain):
        return "S"
    if word[0].isupper():
        return "C"
    if _RUSSIAN_VERB.fullmatch(plain) and not _NO_RUSSIAN_VERB.fullmatch(plain):
        return "V"
    return "a" if _ADJECTIVE.fullmatch(plain) else "X"
