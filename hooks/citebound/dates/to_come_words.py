"""The words that say whether something was or is to come, in English and Russian."""

from __future__ import annotations

import regex

from citebound.text.pasts import FURTHER, PASTS, QUIT, UNCHANGED
from citebound.text.patterns import Pattern


def _words(listed: str) -> Pattern:
    return Pattern(rf"(?<![\p{{L}}\p{{M}}])(?:{listed})(?![\p{{L}}\p{{M}}])", regex.IGNORECASE)


TO_COME = _words(
    r"will|won't|won’t|shall|going\s+to|upcoming|plans|plan\s+to|planning|expects|intends?"
    r"|(?:is|are)\s+(?:\p{L}+ly\s+)?(?:due|to(?=\s+\p{Ll}))|next\s+will"
    r"|буд(?:ет|ут)|планиру(?:ет|ют)(?:ся)?|намерен[аоы]?|собира[её]тся|собираются|предстоит"
    r"|(?:прибуд|приед|прид|пройд|войд|выйд|перейд|проед|начн|верн|стан|встан|введ|провед|примут|прим"
    r"|отмен|покин|возглав|выраст|возраст|подорожа|подешеве|заработа|сдела|узна)"
    r"(?:[её]т|ут|ют|ит|ят)(?:ся)?"
    r"|(?:состо|прилет|посет|вступ|увелич|повыс|сниз|измен|возобнов|появ|получ|поступ|заверш|законч"
    r"|утверд|объяв|запуст|постро|представ|рассмотр|направ|встрет)(?:[ия]т|ат)(?:ся)?"
    r"|(?:откро|закро)(?:ет|ют)(?:ся)?"
)
"""What is to come; of Russian verbs those that are as often in the news as they are perfective."""

WAS_TO_COME = _words(
    r"(?:(?:was|were|(?:has|have|had)\s+been)\s+(?:\p{L}+ly\s+)?)?(?:planned|(?:re)?scheduled"
    r"|expected|intended|slated|set\s+(?:for|to)|due\s+(?:to|on|in|for))"
    r"|(?:was|were)\s+(?:due|to(?=\s+\p{Ll}))|plan|expect|would|to\s+be|(?:had|has|have)\s+planned"
    r"|no\s+(?:earlier|later|sooner)\s+than|not\s+before"
    r"|планиров\p{L}+|намеч\p{L}+|запланирован\p{L}*|должен|должна|должно|должны|ожида[её]тся"
    r"|ожидаются|ожидал(?:ся|ась|ось|ись)|не\s+(?:раньше|ранее|позже|позднее)"
)
"""What was to come when it was said, which may be before its source or after it."""

_PARTICIPLES = frozenset(("done", "gone", "begun", "sunk")) | frozenset(
    past for past in PASTS if past.endswith("n") and past not in ("began", "ran", "won")
)
_IRREGULAR = "|".join(sorted({*PASTS, *FURTHER, "got"} - _PARTICIPLES - {"lay"}))
_SAME = "|".join(sorted(UNCHANGED | QUIT))
_ITS_PAST = (
    r"(?<!\b(?:to|will|would|can|could|may|might|must|should|shall|not|did|do|does|i|you|we|they)\s)"
    rf"(?<!\p{{L}}s\s)(?:quit|shut|let|shed|(?:{_SAME})(?=\s+(?!(?:in|on|by|to|of|for|at|from|and|or|with"
    r"|since|until|before|after)\b)[\p{L}\d]))"
)
"""A past that is like its infinitive: after one who does it, and before what it is done to, since
most of them are nouns as well.
"""

_NOT_BE = r"(?<!\b(?:be|is|are|being)\s)(?<!\b(?:be|is|are|being)\s\p{L}{2,12}ly\s)"
_NO_NOUN = r"(?<!\b(?:the|an?|all|these|those|of|its|his|her|their|our|for|with|by)\s)"

_RUSSIAN_STEMS = (
    "погиб|ошиб|умер|помер|исчез|замерз|замёрз|достиг|настиг|отверг|подверг|сверг|вверг|привлек|привлёк"
    "|извлек|извлёк|вовлек|вовлёк|повлек|повлёк|увлек|увлёк|смог|помог|сжег|сжёг|поджег|поджёг"
    "|принес|принёс|понес|понёс|унес|унёс|перенес|перенёс|вынес|внес|внёс|нанес|нанёс|спас|вырос"
    "|возрос|привез|привёз|завез|завёз|вывез|увез|увёз|ввез|ввёз|перевез|перевёз|провез|провёз|стих"
    "|утих|затих|проник|возник|обрек|обрёк|предостерег|сберег|сберёг"
)
"""Stems of Russian pasts that end in a consonant."""

WAS = _words(
    rf"was|were|did|(?:has|have|had)(?!\s+to\b)|{_NO_NOUN}{_NOT_BE}(?:{_IRREGULAR}|{_ITS_PAST}"
    r"|(?!(?:need|indeed|speed|feed|seed|breed|exceed|proceed|succeed|hundred|sacred|shed)\b)"
    r"\p{Ll}{2,}ed)|был[аои]?"
    r"|(?!(?:канал|материал|генерал|капитал|филиал|журнал|персонал|сигнал|школа|сила|числа|начала"
    r"|недели|цели|модели|отдел|раздел|предел|тыл|дело|дела|село|села|тело|тела|скала|шкала|отдела"
    r"|стул|аул|караул|формула|акула|разгул|прогул|гул|модули|автомобили|стили|мели|пули|были?)"
    r"\b)\p{L}{2,}(?:[аеияыу]л(?:а|о|и|ся|ась|ось|ись)?|[её]с|[её]л|вели|вела|рос(?:ла|ло|ли)?)"
    r"|\p{L}+(?:ш[её]л(?:ся)?|шл[аои](?:сь)?)"
    rf"|\p{{L}}*(?:{_RUSSIAN_STEMS})л[аои](?:сь)?|\p{{L}}*(?:{_RUSSIAN_STEMS})(?:ся)?"
    r"|(?:созда|избра|подписа|прода|переда|изда|задержа|уволе|отозва|назва)н[аоы]?"
    r"|\p{L}{3,}(?:ён|ован|оен|[лжшщчндрс]ен)[аоы]?|\p{L}{2,}(?:крыт|взят|убит|начат)[аоы]?"
)
"""A verb of what was."""

_IN_FORCE = r"in(?:to)?\s+(?:force|effect|operation)|on\s+(?:sale|trial|strike)"
_LIKE_NOUNS = (
    rf"(?:re)?open|(?:re)?start|begin|end|resume|expire|close|return|(?:come|go|enter)\s+(?:{_IN_FORCE})"
    r"|take\s+(?:effect|place)|apply|meet|arrive|leave|premiere|conclude"
)
LIKE_NOUNS = _words(_LIKE_NOUNS)
"""Presents that are infinitives as well, and some of them nouns."""

PRESENT = _words(
    rf"{_LIKE_NOUNS}|(?:re)?(?:opens|starts)|begins|ends|resumes|expires|closes|returns|applies"
    rf"|(?:comes|goes|enters)\s+(?:{_IN_FORCE})|takes\s+(?:effect|place|office|over)|meets|arrives|leaves"
    r"|premieres|concludes|(?:steps|stands)\s+down|gets?\s+(?:under\s+way|underway)|kicks?\s+off"
    r"|runs\s+out|comes\s+out|retires|departs"
    r"|(?:вступа|старту|истека|прибыва|приезжа)(?:ет|ют)|(?:уход|проход|выход)(?:ит|ят)"
    r"|(?:возобновля|начина|открыва|закрыва|заверша|заканчива|возвраща)(?:ет|ют)ся"
)
"""What is on a timetable: it may tell of what is to come, and of what is or was."""

STAYS = _words(r"действу(?:ет|ют)")
"""Of a rule also what is to come: «правила действуют с 1 декабря»."""

_SAYS = (
    r"said|says|told|announced|reported|wrote|stated|added"
    r"|сообщил[аи]?|заявил[аи]?|сказал[аи]?|рассказал[аи]?|написал[аи]?|объявил[аи]?"
)
SPEAKS = _words(_SAYS)
"""Who says something, which says nothing of the dates in it."""

SAYS = _words(rf"{_SAYS}|has|have|had|was|were|did|был[аои]?")
"""Beside these another verb tells what happened."""

PUTS_OFF = _words(
    r"postpon(?:e[sd]?|ing)|adjourn(?:s|ed|ing)?|extend(?:s|ed|ing)?|delay(?:s|ed|ing)?|deferr?(?:s|ed|ing)?"
    r"|prolong(?:s|ed|ing)?|remand(?:s|ed|ing)?|suspend(?:s|ed|ing)?|reschedul(?:es?|ed|ing)|moved|called"
    r"|(?:put|puts|putting|push(?:es|ed)?|set)(?:\s+(?:it|them))?(?:\s+(?:off|back))?"
    r"|(?:отлож|отклад|перен[её]с|перенос|отсроч|сдвин|продл|приостан|назнач|введ[её]н|запрещ[её]н"
    r"|арестова|закры[лт]|остави|оставле)\p{L}*|вв[её]л|ввел[аи]"
)
"""What puts something off or sets a day for it, which then lies after it."""

OF_MIND = Pattern(
    r"(?<!\p{L})(?:(?:told|ordered|asked|promised|agreed|decided|vowed|pledged|wanted|urged|advised"
    r"|instructed|required|allowed|hoped|threatened|offered|proposed|prepared)\s(?:[^.;]{0,60}\s)?to"
    r"\s+(?!the\b|an?\b)\p{Ll}+"
    r"|(?:пообеща|обеща|реши|потребова|предложи|приказа|поручи|попроси|собира|намерева|хоте|разреши"
    r"|договори|рекомендова|рассчитыва|велел)\p{L}*\s(?:[^.;]{0,60}\s)?\p{L}+(?:ть|ти|чь)(?:ся)?)"
    r"(?!\p{L})",
    regex.IGNORECASE,
)
"""What was promised or ordered may be to come: “told to leave on 1 October”."""

GOES_ON = _words(
    r"(?:работа|действу|наход|жив|держ|длит|оста[её]|продолжа|раст|стоит|стоят|ид|веду|вед[её]|хвата"
    r"|\p{L}{3,}[иы]ва)\p{L}*т(?:ся)?"
)
"""Before «с марта»: what goes on since then."""

DONE = _words(
    r"hosted|held|staged|(?:re)?opened|closed|began|started|launched|completed|finished|ended"
    r"|inaugurated|принял[аи]?|пров[её]л|провел[аи]|открыл[аи]?|закрыл[аи]?|запустил[аи]?"
    r"|завершил[аи]?|начал[аи]?"
)
"""What is done at the time that follows what it is done to: “hosted the Games in 2026”."""

LED = _words(
    r"if|unless|may|might|can|could|should|must|never|not|said|says|told|announced|expects?|wants?|hopes?|aims?"
    r"|to\s+(?:be|have)|promised|predicted|forecast"
    r"|если|может|могут|мог|могл[аи]|чтобы|бы|сообщил[аи]?|заявил[аи]?|объявил[аи]?"
)
"""Beside these a past verb need not tell what was done."""
