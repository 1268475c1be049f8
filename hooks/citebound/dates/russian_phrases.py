"""The closed list of Russian phrases for dates."""

from __future__ import annotations

from collections.abc import Mapping

from citebound.dates.counting import Relative

_MONTHS_IN = [
    "январе",
    "феврале",
    "марте",
    "апреле",
    "мае",
    "июне",
    "июле",
    "августе",
    "сентябре",
    "октябре",
    "ноябре",
    "декабре",
]
_MONTHS_OF = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
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

RUSSIAN: tuple[Relative, ...] = (
    Relative(
        ("в этом году", "в текущем году", "в начале этого года", "в конце этого года"),
        "the year counted from",
        lambda d, _: d.years_on(0),
    ),
    Relative(
        ("ранее в этом году", "раньше в этом году"),
        "from the first day of the year to the day counted from",
        lambda d, _: d.up_to_here(d.years_on(0), f"{d.years_on(0)}-01-01"),
    ),
    Relative(
        ("позже в этом году", "позднее в этом году"),
        "from the day counted from to the last day of its year",
        lambda d, _: d.from_here(d.years_on(0), f"{d.years_on(0)}-12-31"),
    ),
    Relative(("в следующем году", "в будущем году"), "the year after", lambda d, _: d.years_on(1)),
    Relative(
        ("в прошлом году", "в предыдущем году"), "the year before", lambda d, _: d.years_on(-1)
    ),
    Relative(
        ("в этом месяце", "в текущем месяце"), "the month counted from", lambda d, _: d.months_on(0)
    ),
    Relative(
        ("ранее в этом месяце", "раньше в этом месяце"),
        "from the first day of the month to the day counted from",
        lambda d, _: d.up_to_here(d.months_on(0), f"{d.months_on(0)}-01"),
    ),
    Relative(
        ("позже в этом месяце", "позднее в этом месяце"),
        "from the day counted from to the last day of its month",
        lambda d, _: d.from_here(d.months_on(0), d.month_ends if d.month else ""),
    ),
    Relative(("в следующем месяце",), "the month after", lambda d, _: d.months_on(1)),
    Relative(("в прошлом месяце",), "the month before", lambda d, _: d.months_on(-1)),
    Relative(
        ("на этой неделе", "на текущей неделе"),
        "one of the days, Monday to Sunday, of the week counted from",
        lambda d, _: d.week(0),
    ),
    Relative(("на следующей неделе",), "one of the days of the week after", lambda d, _: d.week(1)),
    Relative(("на прошлой неделе",), "one of the days of the week before", lambda d, _: d.week(-1)),
    Relative(("сегодня",), "the day counted from", lambda d, _: d.days_on(0)),
    Relative(("вчера",), "the day before", lambda d, _: d.days_on(-1)),
    Relative(("завтра",), "the day after", lambda d, _: d.days_on(1)),
    Relative(
        ("сейчас", "в настоящее время", "ныне"),
        "the date counted from, as precise as it is",
        lambda d, _: d.itself,
    ),
    Relative(
        ("в {month_in}",),
        "the latest such month that is not after the date counted from",
        lambda d, slots: d.month_named(slots["month_in"]),
        "the first such month that is not before the date counted from",
    ),
    Relative(
        ("{day} {month_of}", "на {day} {month_of}", "с {day} {month_of}"),
        "the latest such day that is not after the day counted from",
        lambda d, slots: d.day_named(slots["month_of"], slots["day"]),
        "the first such day that is not before the day counted from",
    ),
    Relative(
        ("не раньше {day} {month_of}", "не ранее {day} {month_of}"),
        "one of the days from the latest such day that is not after the day counted from",
        lambda d, slots: d.day_named(slots["month_of"], slots["day"], onwards=True),
        "one of the days from the first such day that is not before the day counted from",
    ),
    Relative(
        ("в {weekday}", "во {weekday}", "в эту {weekday}", "в этот {weekday}", "в это {weekday}"),
        "the latest such day of the week that is not after the day counted from",
        lambda d, slots: d.weekday(slots["weekday"]),
        "the first such day of the week that is not before the day counted from",
    ),
    Relative(
        ("в прошлый {weekday}", "в прошлую {weekday}", "в прошлое {weekday}"),
        "the latest such day of the week before the day counted from",
        lambda d, slots: d.weekday(slots["weekday"], apart=1, forward=False),
    ),
    Relative(
        ("в следующий {weekday}", "в следующую {weekday}", "в следующее {weekday}"),
        "the first such day of the week after the day counted from",
        lambda d, slots: d.weekday(slots["weekday"], apart=1, forward=True),
    ),
    Relative(
        ("в выходные", "на выходных", "в эти выходные"),
        "the Saturday or Sunday of the latest weekend that has begun by the day counted from",
        lambda d, _: d.weekend(),
        "the Saturday or Sunday of the first weekend that has not ended by the day counted from",
    ),
    Relative(
        ("{season}", "этой {season}", "этим {season}"),
        "the latest such season that has begun by the date counted from",
        lambda d, slots: d.season(slots["season"]),
        "the first such season that has not ended by the date counted from",
    ),
    Relative(
        ("прошлой {season}", "прошлым {season}"),
        "the latest such season that has ended by the date counted from",
        lambda d, slots: d.season(slots["season"], whole=True, forward=False),
    ),
    Relative(
        ("следующей {season}", "следующим {season}"),
        "the first such season that begins after the date counted from",
        lambda d, slots: d.season(slots["season"], whole=True, forward=True),
    ),
    Relative(
        ("за последнее десятилетие", "в последнее десятилетие"),
        "from the tenth year before to the year counted from",
        lambda d, _: f"{d.years_on(-10)}/{d.years_on(0)}",
    ),
    Relative(
        ("за последние {number} лет", "за последние {number} года"),
        "from that many years before to the year counted from",
        lambda d, slots: f"{d.years_on(-slots['number'])}/{d.years_on(0)}",
    ),
    Relative(
        ("{number} лет назад", "{number} года назад"),
        "about that many years before",
        lambda d, slots: d.years_on(-slots["number"]) + "~",
    ),
    Relative(
        ("год назад", "годом ранее", "годом раньше", "за год до этого"),
        "about the year before",
        lambda d, _: d.years_on(-1) + "~",
    ),
    Relative(("годом позже",), "about the year after", lambda d, _: d.years_on(1) + "~"),
    Relative(
        (
            *("недавно", "в последнее время", "в последние дни", "в последние недели"),
            *("в последние месяцы", "в последние годы"),
        ),
        "some time up to the date counted from: the words do not say how long before",
        lambda d, _: f"[..{d.itself}]",
    ),
    Relative(
        ("не ранее {year} года", "не раньше {year} года"),
        "one of the years from that year on",
        lambda _, slots: f"[{slots['year']:04}..]",
        counted=False,
    ),
)
"""The rules for Russian. No two of them match the same phrase."""
