"""What tells of an act without telling that it was done: charges, suspicions, claims, acquittals,
and what something was done instead of. One table for each language.
"""

from __future__ import annotations

from collections.abc import Mapping

CHARGING: Mapping[str, str] = {
    "en": r"""accus(?:e|es|ed|ing)|accusations?|alleg(?:e|es|ed|edly|ing|ations?)
        |charge[sd]?\ (?:\w+\ ){0,4}?with|charges\ of|(?:on|stood|stands?|faces?|faced)\ trial
        |indict(?:ed|ment|ments)?|prosecut(?:e|es|ed|ing|ors?)|suspect(?:s|ed|ing)?|suspicions?
        |claim(?:s|ed|ing)?|(?:is|are|was|were)\ (?:said|rumoured|rumored|thought|believed)\ to
        |acquitt?(?:ed|al|als|s)?|clear(?:s|ed)?\ (?:\w+\ ){0,4}?of|cleared|exonerat(?:e|es|ed)
        |investigat(?:e|es|ed|ing)\ (?:\w+\ ){0,4}?(?:for|over|whether)|instead\ of|rather\ than
        |far\ from|in\ place\ of
        |(?:falsely|wrongly|mistakenly|erroneously)\ (?:said|reported|believed|thought)
        |prevent(?:s|ed|ing)?\ (?:\w+\ ){1,5}?from|stopped|untrue|false""",
    "ru": r"""обвин(?:ил|ила|или|яет|яют|ён|ена|ены|яется|яются|ение|ении|ению)\w*|подозр\w+
        |оправда(?:н|ны|на|ли|л)|по\ словам|якобы|вместо\ того|утвержда(?:ет|ют|л|ла|ли)""",
    "my": r"(?!)",
}
"""What charges, doubts or rules out the act that its sentence tells after it."""

CHARGED_BY: Mapping[str, tuple[str, ...]] = {
    "en": (
        "accus", "alleg", "charg", "trial", "indict", "prosecut", "suspect", "suspici", "claim",
        "said", "report", "rumo", "thought", "believed", "acquit", "clear", "exonerat",
        "investigat", "instead", "rather", "far", "prevent", "stopped", "untrue", "false",
    ),
    "ru": ("обвин", "подозр", "оправда", "словам", "якобы", "вместо", "утвержда"),
    "my": (),
}  # fmt: skip
"""What a word of each of these begins with: a text without any is not looked through."""

GUILTY: Mapping[str, str] = {
    "en": r"convict(?:ed|ion)|(?:found|pleaded)\ guilty|guilty\ of",
    "ru": r"""осуждён\w*|осужден\w*|(?<=\bсуд\w*\ )осуди(?:л|ли)
        |(?:призна\w+\ (?:\w+\ ){0,4}?)виновн\w+""",
    "my": r"(?!)",
}
"""What says that somebody was found to have done it."""

ACQUITTED: Mapping[str, str] = {
    "en": r"acquitt?(?:ed|al)|cleared|exonerat\w+|not\ guilty|on\ trial|charged|accused|suspected"
    r"|indicted|arrested",
    "ru": r"оправда\w+|невиновн\w+|не\ винов\w+|обвин\w+|подозр\w+|аресто\w+|задержан\w*",
    "my": r"(?!)",
}
"""What says that nobody was, or not yet."""

LIGHT = frozenset(("commit", "take", "make", "do", "have", "совершить", "сделать"))
"""Verbs that say nothing of their own: “accused of fraud”, “committed fraud”."""

HEDGING: Mapping[str, str] = {
    "en": r"""according\ to\ (?:\w+\ )?(?:rumou?rs?|hearsay|gossip|unconfirmed\ \w+|some\ \w+)
        |it\ (?:is|was|has\ been)\ (?:said|rumou?red|thought|believed|alleged|assumed)
        |it\ (?:seem|appear)\w+|it\ (?:is|was)\ (?:a|an\ \w+)\ (?:myth|legend|rumou?r)
        |contrary\ to\ (?:\w+\ ){0,2}?(?:reports|rumou?rs|claims)|rumou?r\ has\ it
        |reportedly|allegedly|apparently|supposedly
        |ostensibly|presumably|seemingly""",
    "ru": r"""по\ (?:\w+\ )?слухам|по\ (?:некоторым|неподтвержд[её]нным|предварительным|разным|ряду)
        \ (?:данным|сведениям|сообщениям|сообщений|оценкам|версиям|источников)
        |судя\ по\ всему|по-видимому|по\ всей\ видимости
        |как\ (?:утвержда|говорят|полага|счита|предполага)\w*|вроде(?:\ бы)?|ходят\ слухи""",
    "my": r"(?!)",
}  # fmt: skip
"""What doubts the whole sentence that it stands in, before it, after it or in its midst."""

HEDGED_BY: Mapping[str, tuple[str, ...]] = {
    "en": ("accord", "contrary", "myth", "legend", "said", "rumo", "thought", "believed", "alleg",
           "assumed", "seem", "appear", "reported", "apparen", "suppos", "ostens", "presum"),
    "ru": ("слух", "данн", "сведени", "сообщени", "оценк", "верси", "источник", "судя",
           "по-видимому", "видимост", "утвержда", "говорят", "полага", "счита", "предпол", "вроде"),
    "my": (),
}  # fmt: skip
"""What a word of each of these begins with: a text without any is not looked through."""

IF: Mapping[str, str] = {
    "en": r"(?<!\b(?:ask|asks|asked|asking|wonder|wonders|wondered|know|knows|known|see|question|"
    r"doubt|sure|clear|unclear|unknown|even|as|decide|say|said|tell|told)\s)"
    r"(?:if|unless|provided(?:\s+that)?|on\s+condition\s+that|as\s+long\s+as)"
    r"(?!\s+(?:any|so|not|necessary|possible|needed|anything|at\s+all|only)\b)"
    r"|(?:only\s+(?:with|after|by)|subject\s+to|pending)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:consent|permission|approval|agreement|licen[cs]e|permit|authori[sz]ation|ratification|"
    r"review|appeal|order)",
    "ru": r"(?:если|при\s+условии|(?:только|лишь)\s+(?:с|по)\s+(?:\w+\s+){0,2}?"
    r"(?:согласи|разрешени|одобрени)\w+)",
    "my": r"(?!)",
}
"""What begins a condition or is one: “only with the mayor’s consent”. “He asked if” begins none."""

CONDITIONAL = (
    "if", "unless", "provided", "condition", "long", "only", "subject", "pending", "если",
    "условии", "только", "лишь",
)  # fmt: skip
"""A text without any of these has no condition."""

REPLACED = frozenset(("instead of", "rather than", "far from", "in place of"))
"""What is told after one of these was not done, though all else of its sentence was."""
