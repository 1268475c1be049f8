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
        |far\ from|prevent(?:s|ed|ing)?\ (?:\w+\ ){1,5}?from|stopped|untrue|false""",
    "ru": r"""обвин(?:ил|ила|или|яет|яют|ён|ена|ены|яется|яются|ение|ении|ению)\w*|подозр\w+
        |оправда(?:н|ны|на|ли|л)|по\ словам|якобы|вместо\ того|утвержда(?:ет|ют|л|ла|ли)""",
    "my": r"(?!)",
}
"""What charges, doubts or rules out the act that its sentence tells after it."""

CHARGED_BY: Mapping[str, tuple[str, ...]] = {
    "en": (
        "accus", "alleg", "charg", "trial", "indict", "prosecut", "suspect", "suspici", "claim",
        "said", "rumo", "thought", "believed", "acquit", "clear", "exonerat", "investigat",
        "instead", "rather", "far", "prevent", "stopped", "untrue", "false",
    ),
    "ru": ("обвин", "подозр", "оправда", "словам", "якобы", "вместо", "утвержда"),
    "my": (),
}  # fmt: skip
"""What a word of each of these begins with: a text without any is not looked through."""

GUILTY: Mapping[str, str] = {
    "en": r"convict(?:ed|ion)|(?:found|pleaded)\ guilty|guilty\ of",
    "ru": r"осуждён\w*|осужден\w*|признан\w*\ виновн\w+",
    "my": r"(?!)",
}
"""What says that somebody was found to have done it."""

ACQUITTED: Mapping[str, str] = {
    "en": r"acquitt?(?:ed|al)|cleared|exonerat\w+|not\ guilty|on\ trial|charged|accused|suspected"
    r"|indicted|arrested",
    "ru": r"оправда\w+|обвин\w+|подозр\w+|аресто\w+|задержан\w*",
    "my": r"(?!)",
}
"""What says that nobody was, or not yet."""

LIGHT = frozenset(("commit", "take", "make", "do", "have", "совершить", "сделать"))
"""Verbs that say nothing of their own: “accused of fraud”, “committed fraud”."""

IF: Mapping[str, str] = {
    "en": r"(?<!\b(?:ask|asks|asked|asking|wonder|wonders|wondered|know|knows|known|see|question|"
    r"doubt|sure|clear|unclear|unknown|even|as|decide|say|said|tell|told)\s)"
    r"(?:if|unless|provided(?:\s+that)?|on\s+condition\s+that|as\s+long\s+as)"
    r"(?!\s+(?:any|so|not|necessary|possible|needed|anything|at\s+all|only)\b)",
    "ru": r"(?:если|при\s+условии)",
    "my": r"(?!)",
}
"""What begins a condition. “He asked if” begins none."""
