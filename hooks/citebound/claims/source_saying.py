"""Where our words have a source say something: *the source says that*, *the weblog admits*,
*according to the article*, *in the source he is called*.

In our analysis, which rests on nothing, that is refused. What a source does not say is free, and so
is what is told of its form: that it writes of something, prints none of somebody's words, or puts a
word into marks. See docs/our-own-sentences.md, Who says it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import regex

from citebound.claims.saying import SAYING, WITH_THAT
from citebound.model import Source
from citebound.text.patterns import Pattern

_ONE = (
    r"source|article|post|weblog|blog|report|paper|text|piece|story|essay|publication|newspaper"
    r"|magazine|outlet|document|study|letter|passage|paragraph|sentence|headline|heading|account"
    r"|author|writer|reporter|journalist|editor|blogger|correspondent"
)
_MORE = (
    r"sources|articles|posts|weblogs|blogs|reports|papers|texts|pieces|stories|essays|publications"
    r"|newspapers|magazines|outlets|documents|studies|letters|passages|paragraphs|sentences"
    r"|accounts|authors|writers|reporters|journalists|editors"
)
_WHICH = (
    r"(?:the|this|that|these|those|our|its|their|both|each|every|all|one|another|an?|some|two"
    r"|three|several)"
)
_SUBJECT = rf"\b{_WHICH} (?:(?!(?:of|and|or|no|in|on|to|by|is|as)\b)[\p{{L}}-]+['’]?s? ){{0,3}}?"
_RUSSIAN_ONE = (
    r"источник|статья|блог|пост|публикация|текст|заметка|материал|издание|газета|журнал|автор"
    r"|документ|отч[её]т|письмо|абзац"
)
_RUSSIAN_MORE = r"источники|статьи|публикации|тексты|материалы|газеты|авторы|отч[её]ты"
_RUSSIAN_OF = (
    r"источник(?:а|ов|у|ам|е|ах)|стать(?:и|ей|е|ям|ях)|блог(?:а|у|е)|пост(?:а|у|е)"
    r"|публикаци(?:и|й|ям|ях)|текст(?:а|у|е)|заметк(?:и|е)|материал(?:а|у|е|ов|ам|ах)"
    r"|издани(?:я|ю|и)|газет(?:ы|е)|журнал(?:а|у|е)|автор(?:а|у|ов|ам)|документ(?:а|у|е)"
    r"|отч[её]т(?:а|у|е)|письм(?:а|у|е)"
)

_NAMED = "\ua66e"
"""Stands for the name of a source: a letter that no text of ours has."""

_ALSO = (
    "prove proves proved proven", "call calls called", "label labels labelled labeled",
    "brand brands branded", "dub dubs dubbed", "accuse accuses accused", "blame blames blamed",
    "condemn condemns condemned", "praise praises praised", "criticise criticises criticised",
    "criticize criticizes criticized", "denounce denounces denounced",
    "describe describes described", "portray portrays portrayed", "disclose discloses disclosed",
    "assure assures assured", "attest attests attested", "hold holds held",
    "recount recounts recounted", "relate relates related", "know knows knew",
    "affirm affirms affirmed", "demonstrate demonstrates demonstrated",
    "establish establishes established", "convict convicts convicted",
)  # fmt: skip
_WITH_CLAUSE = (
    "show shows showed shown", "suggest suggests suggested", "imply implies implied",
    "indicate indicates indicated", "mention mentions mentioned", "write writes wrote",
    "read reads", "find finds found", "add adds added", "note notes noted",
    "remark remarks remarked", "observe observes observed", "comment comments commented",
    "answer answers answered", "agree agrees agreed", "hold holds held", "know knows knew",
    "relate relates related", "establish establishes established", "mean means meant",
    "make it clear makes it clear made it clear", "recall recalls recalled",
)  # fmt: skip
"""Verbs that say something of the world only where what is said follows."""

_SAID_ONLY_WITH_CLAUSE = frozenset(verbs.split()[0] for verbs in _WITH_CLAUSE)
_ANY = tuple(
    verbs
    for verbs in (*SAYING["en"], *WITH_THAT["en"], *_ALSO)
    if verbs.split()[0] not in _SAID_ONLY_WITH_CLAUSE
)


def _forms(listed: Iterable[str]) -> str:
    return "|".join(sorted({form for verbs in listed for form in verbs.split()}))


_RUSSIAN_ALSO = (
    "называет называют назвал назвала назвало назвали доказывает доказывают доказал доказала "
    "доказало доказали передаёт передает передают обвиняет обвиняют обвинил обвинила обвинили "
    "свидетельствует свидетельствуют раскрывает раскрывают показывает показывают описывает"
)
_RUSSIAN_WITH_CLAUSE = ("пишет", "пишут", "написал", "написала", "написали", "показывает",
                        "показывают", "описывает", "думает", "добавляет")  # fmt: skip
_RUSSIAN_VERBS = "|".join(
    sorted(
        {*(form for verbs in (*SAYING["ru"], *WITH_THAT["ru"]) for form in verbs.split()),
         *_RUSSIAN_ALSO.split()} - {*_RUSSIAN_WITH_CLAUSE}
    )
)  # fmt: skip

_NOTHING = (
    r"(?:(?:us|readers|anybody|anyone|the reader) )?(?:of (?:it|them|him|her|this|that) )?"
    r"(?:(?:almost|next to|very|quite|again|here|there) )?"
    r"(?:no(?! (?:more|less|other|fewer) than\b| doubt\b)|nothing(?! (?:but|less|short|other)\b)"
    r"|none(?! other\b)|nobody|nowhere|neither|nor|never|little|not(?! (?:only|just|merely)\b)"
    r"|few|too little|hardly)\b"
)
_CLAUSE = r"(?:that|how|why|where|whom?|what|it|him|her|them|he|she|they|:|,|(?-i:\p{Lu}))"
_NEGATED = r"(?:not(?! (?:only|just|merely|simply))|never|nowhere|neither|nor|no|hardly|cannot)"
_MODAL = r"(?:can|cannot|could|may|might|would|will|should|must|do|does|did)"
_BETWEEN = (
    rf"(?: (?!{_NEGATED}\b)(?:\p{{Ll}}+ly|also|then|now|even|itself|themselves|once|twice|again"
    r"|further|later|thus|here|there|too|indeed|rather|does|do|did|has|have|had|not only|not just"
    r"|not merely|first|still|already|in fact|at least|in turn|often|always|all|both|clearly"
    r"|goes on to|go on to|goes so far as to|seems to|appears to))*"
)
_OF_IT = (
    rf"(?: (?:of|by|on|from|in|about|behind) (?:(?:the|this|that|our|its|an?) )?"
    rf"(?!{_NEGATED}\b)[\p{{L}}’'-]+(?-i:(?: \p{{Lu}}[\p{{L}}’'-]*){{0,4}})"
    rf"(?: (?!{_MODAL}\b)\p{{L}}+)?){{0,2}}?"
)
_ASIDE = r"(?:(?:,|\s[—–])\s[^,;:.!?\n—–]{1,100}(?:,|\s[—–]))?"
_NOUNS = (
    r"(?:reports|claims|states|notes|comments|answers|calls|accounts|reveals|report|claim|call)"
)
_IS = r"(?:is|are|was|were|has|have|had|can|could|may|might|would|will|does|did|and|or|of)\b"
_PREDICATE = (
    rf"(?P<verb>(?:{_forms(_ANY)})(?!['’-])(?<!\b{_NOUNS}(?= {_IS}))(?! {_NOTHING})"
    rf"|(?:(?:{_forms(v for v in _WITH_CLAUSE if ' it ' not in v)})(?=[\s\1]*(?: {_CLAUSE}|[:,])))"
    r"|(?:leaves|left) no doubt|(?:makes?|made) (?:it )?(?:clear|plain)(?= (?:that|how|why))"
    r"|(?:has|had) it(?= that))\b"
)
_THEN = r"[^.;!?\n]{0,200}?(?:\b(?:and|but|yet)(?: (?:it|they))?|, it)"
_AFTER = rf"{_OF_IT}{_ASIDE}{_BETWEEN} "

_SAYS_OF = r"(?:says?|said|tells?|told|reports?|reported|writes?|wrote)"
_IT_SAYS = (
    "says|said|tells|told|reports|reported|states|stated|claims|claimed|admits|admitted|calls"
    "|called|asserts|argues|alleges|insists|confirms|declares|announces|reveals"
)
_TOLD_OF = (
    r"(?:called|said|told|reported|described|labelled|labeled|branded|dubbed|accused|blamed|alleged"
    r"|claimed|stated|praised|condemned|proved|proven|shown|portrayed|named|known|held"
    r"|admitted|confirmed|revealed|termed|styled|exposed|convicted)"
)
_BE = r"(?:is|are|was|were|be|been|being|stands?|gets?|got)"

_BEFORE_IT = (
    r"\b(?:according to|in the (?:words|view|telling|opinion|account) of|as per|per|to go by"
    r"|if we (?:believe|follow|trust)|on the (?:word|evidence|authority) of|по (?:словам|мнению"
    r"|данным|сообщени[юя]м?|сведениям|версии)|согласно|как (?:пишет|пишут|сообщает|сообщают"
    r"|говорит|утверждает|говорится в|сказано в|сообщается в|следует из)|если верить)"
)

_ASKED = Pattern(
    r"(?:\b(?:whether|if|unless|(?<!\b(?:is|was) )what|whatever|how|why|which|whose|who|than"
    r"|as far as|so far as|as much as|nothing|nobody|nowhere|neither|nor|never|no(?! doubt)|not"
    r"|ли|если|что именно|насколько|ничего|нигде|никто)\b[^.,;:!?\n]*)\Z",
    regex.IGNORECASE,
)
_WHAT = Pattern(r"\A(?:what|whatever)\b", regex.IGNORECASE)
_TOLD_AFTER = Pattern(r"[^.,;!?\n]*(?:\b(?:is|was)\b(?! (?:un\p{L}+|open|not|no|another)\b)|[:\0])")
_CLOSE = 120
_HAS_NOT = Pattern(
    rf"\b{_NEGATED}\b|n['’]t\b|\b(?:nothing|nobody|none|whether|не|ни|нет|ничего|никто)\b",
    regex.IGNORECASE,
)
_MAY_TELL = Pattern(
    rf"\b(?:{_ONE}|{_MORE}|it|{_RUSSIAN_ONE}|{_RUSSIAN_MORE}|{_RUSSIAN_OF})\b", regex.IGNORECASE
)


class SourceNames:
    """What the sources of a project are called: finds where a text names one."""

    def __init__(self, sources: Iterable[Source]) -> None:
        named: dict[str, set[str]] = defaultdict(set)
        for source in sources:
            for name in (source.short, source.publisher, source.title, source.author):
                words = str(name or "").removeprefix("The ").strip()
                if words:
                    named[_first(words)].add(words)
        self._named: Mapping[str, tuple[str, ...]] = {
            first: tuple(sorted(names, key=len, reverse=True)) for first, names in named.items()
        }

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a source is named, by the longest name each."""
        end = 0
        for word in _WORD.finditer(text):
            start = word.start()
            names = self._named.get(word.group().casefold(), ()) if start >= end else ()
            for name in names:
                end_of = start + len(name)
                after = text[end_of : end_of + 1]
                if text[start:end_of].casefold() == name.casefold() and not after.isalnum():
                    end = end_of
                    yield start, end_of
                    break


_WORD = Pattern(r"[\p{L}\p{M}\p{N}]+")


def _first(words: str) -> str:
    found = _WORD.search(words)
    return found.group().casefold() if found else ""


_SOURCE = rf"(?P<who>(?:{_SUBJECT}(?:{_ONE}|{_MORE})|{_NAMED})\b)"
_ONE_SOURCE = rf"(?P<who>(?:{_SUBJECT}(?:{_ONE})|{_NAMED}))"
_MADE_OF_IT = rf"(?:['’]s(?: [\p{{L}}-]+){{0,2}}? (?:{_ONE}))?"
_IS_TOLD = (
    rf"\b(?:{_BE}(?: \p{{Ll}}+ly| also| even)? {_TOLD_OF}"
    r"|(?:we|one|readers|you)(?: \p{Ll}+ly)? (?:read|reads|learns?|knows?|finds?|sees?|hears?))\b"
)
_NEAR = r"[^.;!?\n]{0,200}?"
_RUSSIAN_TOLD = (
    r"\b(?:говорится|сказано|сообщается|утверждается|названа?|названо|названы|называют|называется"
    r"|написано|указано|отмечается|обвин[её]н[аы]?)\b"
)
_RUSSIAN_THIS = r"(?:(?:этом|этой|наш(?:ем|ей)|одном|одной) )?"
_RUSSIAN_ANY = rf"(?:{_RUSSIAN_ONE}|{_RUSSIAN_MORE}|{_NAMED})"

_SAYS = rf"{_SOURCE}{_MADE_OF_IT}(?:{_AFTER}|{_THEN}{_BETWEEN} ){_PREDICATE}"
_IT = rf"(?<![\p{{L}}] )(?P<who>\bit){_BETWEEN} (?P<verb>{_IT_SAYS})\b(?! {_NOTHING})"
_ACCORDING = rf"{_BEFORE_IT} {_SOURCE}"
_RUSSIAN_ACCORDING = rf"{_BEFORE_IT} (?P<who>(?:{_RUSSIAN_OF}|{_RUSSIAN_ANY})\b)"
_IN_ITS_WORDS = (
    rf"{_ONE_SOURCE}['’]s? (?:own )?(?:words|view|telling|opinion|account)"
    r"(?=,| [^.;!?\n]{0,200}\b(?:is|was|were|are|has|had)\b)"
)
_SAYS_BEFORE = rf"[,\0\1][\s\1]*,?\s*{_SAYS_OF} {_SOURCE}"
_IN_IT = rf"\b(?:in|by|from) {_SOURCE}(?P<told>{_NEAR}{_IS_TOLD})"
_TOLD_IN_IT = rf"(?P<told>{_IS_TOLD}{_NEAR} (?:in|by|from)) {_SOURCE}"
_RUSSIAN_SAYS = (
    rf"(?P<who>\b{_RUSSIAN_ANY}\b)(?: (?!не\b|ни\b)\p{{Ll}}+){{0,3}}? "
    rf"(?P<verb>(?:{_RUSSIAN_VERBS})\b(?! (?:ничего|ни\b))"
    rf"|(?:{'|'.join(_RUSSIAN_WITH_CLAUSE)})(?=[,:]))"
)
_RUSSIAN_IN_IT = rf"\bв {_RUSSIAN_THIS}(?P<who>(?:{_RUSSIAN_OF})\b)(?P<told>{_NEAR}{_RUSSIAN_TOLD})"
_RUSSIAN_TOLD_IN_IT = (
    rf"(?P<told>{_RUSSIAN_TOLD}{_NEAR} в) {_RUSSIAN_THIS}(?P<who>(?:{_RUSSIAN_OF})\b)"
)
_PARTS = (
    _SAYS, _IT, _ACCORDING, _IN_ITS_WORDS, _SAYS_BEFORE, _IN_IT, _TOLD_IN_IT, _RUSSIAN_SAYS,
    _RUSSIAN_ACCORDING, _RUSSIAN_IN_IT, _RUSSIAN_TOLD_IN_IT,
)  # fmt: skip
_TELLING = tuple(Pattern(part, regex.IGNORECASE) for part in _PARTS)


def sources_told(text: str, names: SourceNames) -> Iterator[tuple[int, str]]:
    """Where our words have a source say something, and what they call it there."""
    named = tuple(names.places(text))
    if not named and not _MAY_TELL.search(text):
        return
    read, back = _read(text, named)
    told: list[tuple[int, int]] = []
    for pattern in _TELLING:
        for found in pattern.finditer(read, overlapped=True):
            start, end = found.span("who")
            if any(first <= start < last for first, last in told) or _is_free(read, found):
                continue
            told.append((start, end))
            said = text[back[start] : back[end]]
            yield back[start], said if _NAMED in found["who"] else said[0].lower() + said[1:]


def _is_free(text: str, found: regex.Match[str]) -> bool:
    """Whether it is asked, or denied, that a source says it."""
    if "told" in found.groupdict() and _HAS_NOT.search(found["told"]):
        return True
    asked = _ASKED.search(text, max(0, found.start() - _CLOSE), found.start())
    if asked is None:
        return False
    return not (_WHAT.match(asked.group()) and _TOLD_AFTER.match(text, found.end()))


def _read(text: str, named: Iterable[tuple[int, int]]) -> tuple[str, list[int]]:
    """A text with one sign for the name of a source, and where each of its characters is."""
    pieces: list[str] = []
    back: list[int] = []
    at = 0
    for start, end in named:
        pieces += (text[at:start], _NAMED)
        back += (*range(at, start), start)
        at = end
    pieces.append(text[at:])
    back += range(at, len(text) + 1)
    return "".join(pieces), back
