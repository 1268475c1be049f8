"""Words of which one says the opposite of the other: one closed table for each language, described
in docs/our-own-sentences.md.

A side has all words that say about the same, so that “opposed” is silent where the evidence has
“rejected”. Patterns are of whole words. What turns a word round beside it (“lifted the ban”) makes
the rule say nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opposites:
    """Two sides of a pair. Of a ``converse`` each has its own subject: who won, and who lost. Those
    of a ``noun`` are of what stands right after them.
    """

    one: str
    other: str
    converse: bool = False
    noun: bool = False


_IS = r"(?<=\b(?:is|are|was|were|be|been|being|became|become|made|remains?|remained|fully)\s)"
_ELSE = r"ill|sick|apart|behind|into|to\sthe|asleep|silent|victim|short|through|out|on|in\slove"
_TO = r"(?<=\b(?:to|will|would|shall|may|might|can|could|must|should)\s)"
_THE = r"(?<=\b(?:the|a|an|its|his|her|their|any|sharp|record|slight)\s)"
_FELL = rf"fell(?!\s(?:{_ELSE})\b)"

_BAN = (
    r"(?:bans?|curfews?|embargo(?:es)?|blockades?|sanctions|restrictions?|moratorium|lockdowns?"
    r"|siege|state\sof\semergency)"
)
_A_BAN = (
    r"(?=\s(?!(?:most|some|few|other|certain|several|many)\s)(?:(?:the|its|his|her|their|an?)\s)?"
    rf"(?:(?!(?:other|remaining|last|first|of|on|and)\s)[\p{{L}}-]+\s){{0,2}}{_BAN}\b)"
)
"""What is lifted or kept: no part of it."""

_BAN_WAS = rf"(?<=\b{_BAN}\s(?:was|were|is|are|has\sbeen|have\sbeen|will\sbe|be)\s)"
_VOTED_TO = r"(?<=\b(?:vot|decid|agre|choos|chose)\w*\sto\s)"

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
            rf"(?:kept|keeps|maintain(?:s|ed)|retain(?:s|ed)|upheld|upholds){_A_BAN}"
            rf"|{_BAN_WAS}(?:kept|maintained|retained|upheld)"
            rf"|{_VOTED_TO}(?:keep|maintain|retain|uphold){_A_BAN}",
            rf"(?:lift(?:s|ed)|repeal(?:s|ed)|scrap(?:s|ped)){_A_BAN}"
            rf"|{_BAN_WAS}(?:lifted|repealed|scrapped)"
            rf"|{_VOTED_TO}(?:lift|repeal|scrap){_A_BAN}",
        ),
        Opposites(
            r"freed|releas(?:es|ed)|liberated",
            r"jail(?:s|ed)|imprisoned|arrest(?:s|ed)|detain(?:s|ed)",
        ),
        Opposites(rf"{_IS}safe", rf"{_IS}(?:unsafe|dangerous)"),
        Opposites(r"hired|hires|recruited", r"sacked|dismissed|laid\soff|fired"),
        Opposites(r"higher(?=\sthan)", r"lower(?=\sthan)", converse=True),
        Opposites(rf"{_TO}(?:re)?open", rf"{_TO}(?:close|shut)"),
        Opposites(rf"{_TO}(?:begin|start)", rf"{_TO}(?:end|finish|conclude|cease)"),
        Opposites(
            rf"{_TO}(?:raise|increase)",
            rf"{_TO}(?:lower|reduce|decrease|cut)",
        ),
        Opposites(
            rf"{_TO}(?:support|back|endorse|approve|adopt|ratify|pass|accept)",
            rf"{_TO}(?:oppose|veto|reject|block|dismiss|vote\sagainst)",
        ),
        Opposites(rf"{_TO}(?:allow|permit|legali[sz]e)", rf"{_TO}(?:ban|prohibit|forbid|outlaw)"),
        Opposites(rf"{_TO}(?:free|release)", rf"{_TO}(?:jail|imprison|arrest|detain)"),
        Opposites(
            rf"{_THE}releases?(?=\sof\b)", rf"{_THE}(?:arrests?|detention)(?=\sof\b)", noun=True
        ),
        Opposites(
            rf"{_THE}(?:rise|increase|growth)(?=\sin\b)",
            rf"{_THE}(?:fall|drop|decline|decrease)(?=\sin\b)",
            noun=True,
        ),
        Opposites(
            rf"{_THE}(?:re)?opening(?=\sof\b)", rf"{_THE}(?:closing|closure)(?=\sof\b)", noun=True
        ),
    ),
    "ru": (
        Opposites(
            r"начал(?:ся|ась|ось|ись|и)?|начн[её]тся|начнутся|стартовал\w*",
            r"(?:за|о)?кончил\w*|(?:за|о)?конч[её]н\w*|завершил\w*|заверш[её]н\w*|прекратил\w*|ист[её]к\w*"
            r"|заверш(?:ится|атся)|(?:за|о)?конч(?:ится|атся)",
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
        Opposites(r"повысить|увеличить|поднять", r"понизить|снизить|уменьшить|сократить"),
        Opposites(r"поддержать|одобрить|принять", r"отклонить|отвергнуть"),
        Opposites(r"открыть", r"закрыть"),
        Opposites(r"начать", r"завершить|закончить|прекратить"),
        Opposites(r"разрешить", r"запретить"),
        Opposites(r"освободить|отпустить", r"арестовать|задержать"),
        Opposites(
            r"рост(?:а|у|ом|е)?|увеличени[еяюи]|повышени[еяюи]",
            r"снижени[еяюи]|падени[еяюи]|сокращени[еяюи]|уменьшени[еяюи]",
            noun=True,
        ),
    ),
    "my": (),
}
"""The pairs of each language. *Loss, end* and the like are nouns as well and are not listed."""

REVERSING: Mapping[str, str] = {
    "en": r"lift(?:s|ed|ing)?|eas(?:es|ed|ing)|repeal\w*|overturn\w*|revers\w+|revok\w+|scrapp?\w*"
    r"|suspend\w*|quash\w*|stopp\w+|halt\w*|end\w*|exempt\w*|defeat\w*|loss\w*|instead|if|unless"
    r"|except\w*",
    "ru": r"отмен\w+|снял\w*|кроме|если|вместо|приостанов\w+",
    "my": r"(?!)",
}
"""What undoes such a word, wherever else it stands as well."""

TURNING: Mapping[str, str] = {
    "en": r"again|until|till|lasted|lasting|lasts|less|fewer|slow\w*|but|only|although|though|while"
    r"|whereas|from|since|after|before|later|longer|against|without",
    "ru": r"снова|вновь|до|пока|длил\w*|продлил\w*|только|лишь|хотя|после|перед|но|а|против|без"
    r"|через|меньше|медленн\w+",
    "my": r"(?!)",
}
"""What may turn such a word round, or tells of more than one state of things, unless it stands with
both words, on the same side.
"""
