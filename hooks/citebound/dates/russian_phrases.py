"""The closed list of Russian phrases for dates."""

from __future__ import annotations

from collections.abc import Mapping

_MONTHS_IN = (
    *("январе", "феврале", "марте", "апреле", "мае", "июне"),
    *("июле", "августе", "сентябре", "октябре", "ноябре", "декабре"),
)
_MONTHS_OF = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
_WEEKDAYS = ("понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье")
_NUMBERS = ["один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять"]

SLOTS: Mapping[str, Mapping[str, int]] = {
    "month_in": {word: n for n, word in enumerate(_MONTHS_IN, 1)},
    "month_of": {word: n for n, word in enumerate(_MONTHS_OF, 1)},
    "weekday": {word: n for n, word in enumerate(_WEEKDAYS)},
    "season": {"весной": 21, "летом": 22, "осенью": 23, "зимой": 24},
    "number": {word: n for n, word in enumerate(_NUMBERS, 1)},
}
"""The words that may stand in a slot, and what number each is."""

RUSSIAN: Mapping[str, tuple[str, ...]] = {
    "this year": ("в этом году", "в текущем году", "в начале этого года", "в конце этого года"),
    "earlier this year": ("ранее в этом году", "раньше в этом году"),
    "later this year": ("позже в этом году", "позднее в этом году"),
    "next year": ("в следующем году", "в будущем году"),
    "last year": ("в прошлом году", "в предыдущем году"),
    "this month": ("в этом месяце", "в текущем месяце"),
    "earlier this month": ("ранее в этом месяце", "раньше в этом месяце"),
    "later this month": ("позже в этом месяце", "позднее в этом месяце"),
    "next month": ("в следующем месяце",),
    "last month": ("в прошлом месяце",),
    "this week": ("на этой неделе", "на текущей неделе"),
    "next week": ("на следующей неделе",),
    "last week": ("на прошлой неделе",),
    "today": ("сегодня",),
    "yesterday": ("вчера",),
    "tomorrow": ("завтра",),
    "now": ("сейчас", "в настоящее время", "ныне"),
    "in {month}": ("в {month_in}",),
    "on {day} {month}": ("{day} {month_of}", "на {day} {month_of}", "с {day} {month_of}"),
    "no earlier than {day} {month}": ("не раньше {day} {month_of}", "не ранее {day} {month_of}"),
    "on {weekday}": (
        "в {weekday}",
        "во {weekday}",
        "в эту {weekday}",
        "в этот {weekday}",
        "в это {weekday}",
    ),
    "last {weekday}": ("в прошлый {weekday}", "в прошлую {weekday}", "в прошлое {weekday}"),
    "next {weekday}": ("в следующий {weekday}", "в следующую {weekday}", "в следующее {weekday}"),
    "at the weekend": ("в выходные", "на выходных", "в эти выходные"),
    "in the {season}": ("{season}", "этой {season}", "этим {season}"),
    "last {season}": ("прошлой {season}", "прошлым {season}"),
    "next {season}": ("следующей {season}", "следующим {season}"),
    "the past decade": ("за последнее десятилетие", "в последнее десятилетие"),
    "the past {number} years": ("за последние {number} лет", "за последние {number} года"),
    "{number} years ago": ("{number} лет назад", "{number} года назад"),
    "a year ago": ("год назад", "годом ранее", "годом раньше", "за год до этого"),
    "a year later": ("годом позже",),
    "recently": (
        *("недавно", "в последнее время", "в последние дни", "в последние недели"),
        *("в последние месяцы", "в последние годы"),
    ),
    "at least {year}": ("не ранее {year} года", "не раньше {year} года"),
}
"""The Russian phrases, by the name of their rule. No two rules have the same phrase."""
