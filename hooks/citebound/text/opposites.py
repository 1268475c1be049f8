"""Words of which one says the opposite of the other: one closed table for each language, described
in docs/format.md.

A side has all words that say about the same, so that “opposed” is silent where the evidence has
“rejected”. Patterns are of whole words. What turns a word round beside it (“lifted the ban”) makes
the rule say nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opposites:
    """Two sides of a pair. Of a ``converse`` each has its own subject: who won, and who lost."""

    one: str
    other: str
    converse: bool = False


_IS = r"(?<=\b(?:is|are|was|were|be|been|being|became|become|made|remains?|remained|fully)\s)"
_ELSE = r"ill|sick|apart|behind|into|to\sthe|asleep|silent|victim|short|through|out|on|in\slove"
_FELL = rf"fell(?!\s(?:{_ELSE})\b)"

OPPOSITES: Mapping[str, tuple[Opposites, ...]] = {
    "en": (
        Opposites(
            r"began|begins|begun|started|starts|commenced",
            r"ended|ends|finished|concluded|ceased|expired|expires",
        ),
        Opposites(
            r"rose|rises|risen|rising|increas(?:e[sd]?|ing)|grew|grown|grows|climbed|jumped|soared"
            r"|surged|raised|raises|doubled|gained",
            rf"{_FELL}|falls|fallen|falling|decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|dropp(?:ed|ing)"
            r"|drops|shrank|shrunk|plunged|slumped|tumbled|lowered|reduced|halved|sank|slid",
            converse=True,
        ),
        Opposites(
            rf"{_IS}(?:legal|lawful)|allow(?:s|ed)|permit(?:s|ted)|legali[sz](?:ed|es)",
            rf"{_IS}(?:illegal|unlawful)|bann(?:ed|ing)|bans|barred|prohibit(?:s|ed)|forb[ai]d\w*"
            r"|outlawed|outlaws",
        ),
        Opposites(
            r"support(?:s|ed)|back(?:s|ed)|endors(?:es|ed)|approv(?:es|ed)|sign(?:s|ed)|adopted"
            r"|ratified|favou?r(?:s|ed)|vot(?:es|ed)\s(?:for|in\sfavou?r)|passed|accepted|granted",
            r"oppos(?:es|ed)|veto(?:es|ed)|vot(?:es|ed)\s(?:against|down)|reject(?:s|ed)|blocked"
            r"|dismiss(?:es|ed)|refus(?:es|ed)|den(?:ies|ied)|declined|turned\sdown",
        ),
        Opposites(
            r"prais(?:es|ed)|welcom(?:es|ed)|hail(?:s|ed)|applaud(?:s|ed)|commend(?:s|ed)",
            r"critici[sz](?:es|ed)|condemn(?:s|ed)|denounc(?:es|ed)|deplor(?:es|ed)|blast(?:s|ed)",
        ),
        Opposites(r"opened|opens|reopened|reopens", r"closed|closes|shut|shuts"),
        Opposites(r"won|wins", r"lost|loses", converse=True),
        Opposites(
            r"freed|releas(?:es|ed)|liberated",
            r"jail(?:s|ed)|imprisoned|arrest(?:s|ed)|detain(?:s|ed)",
        ),
        Opposites(rf"{_IS}safe", rf"{_IS}(?:unsafe|dangerous)"),
        Opposites(r"hired|hires|recruited", r"sacked|dismissed|laid\soff|fired"),
        Opposites(r"higher(?=\sthan)", r"lower(?=\sthan)", converse=True),
    ),
    "ru": (
        Opposites(
            r"начал(?:ся|ась|ось|ись|и)?|начн[её]тся|начнутся|стартовал\w*",
            r"(?:за|о)?кончил\w*|(?:за|о)?конч[её]н\w*|завершил\w*|заверш[её]н\w*|прекратил\w*|ист[её]к\w*",
        ),
        Opposites(
            r"вырос(?:ла|ло|ли)?|раст[её]т|растут|возрос\w*|увеличил\w*|повысил\w*|подорожал\w*"
            r"|поднял(?:ся|ась|ось|ись|а|и|о)?",
            r"упал\w*|снизил\w*|сократил\w*|уменьшил\w*|понизил\w*|подешевел\w*|опустил\w*"
            r"|снижа(?:ет|ют|л)\w*|пада(?:ет|ют|л)\w*",
            converse=True,
        ),
        Opposites(
            r"(?:от|рас)крыл(?:ся|ась|ось|ись|а|и|о)?|открыт[аоы]?",
            r"закрыл(?:ся|ась|ось|ись|а|и|о)?|закрыт[аоы]?",
        ),
        Opposites(
            r"поддержал\w*|поддержива(?:ет|ют|л)\w*|одобрил\w*|подписал\w*|принял(?:а|и|о)?"
            r"|(?:про)?голосовал\w*\sза|удовлетворил\w*",
            r"(?:выступ\w+|(?:про)?голосовал\w*|высказал\w*)\sпротив|осудил\w*|раскритиковал\w*|вето"
            r"|отклонил\w*|отверг\w*|отказал\w*",
        ),
        Opposites(
            r"разрешил\w*|разреш[её]н[аоы]?|позволил\w*|законн(?:а|о|ы|ой|ым|ыми)",
            r"запретил\w*|запрещ[её]н[аоы]?|незаконн(?:а|о|ы|ой|ым|ыми)",
        ),
        Opposites(r"выиграл\w*|победил\w*", r"проиграл\w*", converse=True),
        Opposites(
            r"освободил\w*|освобожд[её]н[аоы]?|отпустил\w*",
            r"арестовал\w*|арестован[аоы]?|задержал(?:а|и|о)?|задержан[аоы]?",
        ),
    ),
    "my": (),
}
"""The pairs of each language. *Loss, end* and the like are nouns as well and are not listed."""

TURNING: Mapping[str, str] = {
    "en": r"lift(?:s|ed|ing)?|eas(?:es|ed|ing)|repeal\w*|overturn\w*|revers\w+|revok\w+|scrapp?\w*"
    r"|suspend\w*|quash\w*|again|until|till|lasted|lasting|lasts|stopp\w+|halt\w*|less|fewer|slow\w*|but"
    r"|only|except\w*|although|though|while|whereas|instead|if|unless|from|since|after|before"
    r"|end\w*|exempt\w*|defeat\w*|loss\w*|later|longer|against|without",
    "ru": r"отмен\w+|снял\w*|снова|вновь|до|пока|длил\w*|продлил\w*|кроме|только|лишь|хотя|если"
    r"|после|перед|но|а|против|без|через|вместо|приостанов\w+|меньше|медленн\w+",
    "my": r"(?!)",
}
"""What may turn such a word round, or tells of more than one state of things."""
