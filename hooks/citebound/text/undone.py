"""Words after which something is still to be done, for all that is said: one table for each
language. What was tried, agreed, voted for or ordered need not have been done.
"""

from __future__ import annotations

from collections.abc import Mapping

TO_COME = frozenset((
    "will", "would", "shall", "should", "must", "ought", "can", "будет", "будут",
))  # fmt: skip
"""The verb right after one of these is to come, or is only said to be right or possible."""

TRIED = frozenset((
    "пытается", "пытаются", "пытался", "пыталась", "пытались", "попытался", "попыталась",
    "попытались", "согласился", "согласилась", "согласились", "приказал", "приказала", "приказали",
    "решил", "решила", "решили", "попросил", "попросила", "попросили", "призвал", "призвала",
    "призвали", "должен", "должна", "должно", "должны", "обязан", "обязана", "обязаны",
    "проголосовал", "проголосовала", "проголосовали", "persuade", "called", "allowed", "told",
    "going",
))  # fmt: skip
"""Who did this *to* do something has not done it yet, in this form of the word alone; in Russian an
infinitive follows.
"""

LED_TO = (
    "try", "attempt", "agree", "order", "urge", "decide", "ask", "seek", "instruct", "advise",
    "invite", "encourage", "press", "prepare", "aim", "due", "set", "about", "bid", "vote",
    "oblige", "require", "authorise", "authorize", "willing", "ready", "free", "want", "wish",
    "threaten", "threat", "plan", "intend", "intention", "hope", "offer", "promise", "pledge",
    "vow", "propose", "proposal", "demand", "beg", "plead", "implore", "appeal", "calls",
    "pretend", "forget", "neglect", "tempt", "mean", "apply", "application", "permit",
    "permission", "licence", "forbid", "prohibit", "refuse", "decline", "hesitate", "reluctant",
    "eager", "keen", "likely", "poised", "entitle", "command", "pressure", "lobby", "expect",
    "schedule", "suppose", "swear", "resolve", "need", "warn", "recommend", "conspire", "plot",
    "power", "deadline",
)  # fmt: skip
"""Words, in all their forms, shortly after which *to* leads to what need not have been done."""

LED_NEXT = frozenset(("yet", "whether", "like", "has", "have"))
"""Words that do so with *to* right after them: “has yet to sell”."""

BARE = (
    "vote", "power", "free", "ready", "willing", "about", "due", "keen", "eager", "reluctant",
    "poised", "deadline", "permission", "licence", "application", "invite", "pressure",
)  # fmt: skip
"""Those of them that lead to nothing without *to*, *that* or *for*: a vote, a free election."""

BESIDE = (
    ("order", "instruct", "command", "told", "require", "demand", "oblige"),
    ("request", "ask", "urge", "appeal", "called", "plead", "beg", "implore", "demand", "press"),
    ("permission", "permit", "allowed", "authorise", "authorize", "licence", "free"),
    ("plan", "intend", "schedule", "propose", "expect", "due", "set", "promise", "pledge"),
    ("invite", "invitation"),
)
"""Words for one sort of thing: who says that it was done *on request* keeps that it was asked."""

GERUND = (
    "postpone",
    "delay",
    "consider",
    "contemplate",
    "discuss",
    "approve",
    "recommend",
    "propose",
    "suggest",
    "resist",
    "oppose",
    "favour",
    "favor",
    "mull",
    "forbid",
    "prohibit",
)
"""Verbs, in all their forms, after which what follows in *-ing* need not have been done."""

OF = frozenset(("of", "from", "to", "on", "for", "against"))
GERUND_AFTER = (
    "verge", "brink", "close", "dream", "think", "talk", "prevent", "bar", "stop", "dissuade",
    "deter", "block", "prohibit", "decide", "vote", "agree", "plan", "call", "idea", "prospect",
    "warn", "approve", "recommend",
)  # fmt: skip
"""Words after which this is so with a word of *OF* before it: “on the verge of selling”."""

DEMANDED = (
    "demand",
    "insist",
    "recommend",
    "urge",
    "propose",
    "request",
    "require",
    "order",
    "ask",
)
"""What was said *that* somebody do, who need not have done it."""

DONE_RUSSIAN = (
    "смог", "сумел", "удал", "удаё", "успе", "начал", "начин", "начат", "стал", "продолж",
    "перестал", "прекрат",
    "бросил", "законч", "принял", "взял", "пришлось", "приход", "вынужд", "вынуд", "застав",
    "принуд", "помог", "помож", "позвол", "дал", "поспешил", "решилс", "осмел", "рискн", "умудр",
    "научил", "привык", "предпоч", "довел", "побуд", "убедил", "любил", "чтобы", "чем", "как",
    "прие", "приб", "поех", "пош", "выш", "приш", "отправ", "верну", "собра", "выле", "уш", "выех",
    "остал", "сел", "посла", "направ", "зашл", "зашё", "оказал", "для",
)  # fmt: skip
"""How a word begins that says of an infinitive in its clause that it was done, or for what purpose
something else was: *смог, начал, заставил, приехал, чтобы*.
"""

APPROVED = frozenset((
    "approve", "approves", "approved", "decided", "voted", "agreed", "recommended", "discussed",
))  # fmt: skip
"""Who did this may not have done what follows in *-ing*, with *on* or *for* between them or
nothing: “decided on closing the harbour”.
"""

BY_WORD: Mapping[str, tuple[str, ...]] = {
    "en": (
        "accept", "acquit", "adopt", "appoint", "approve", "award", "back", "ban", "block", "cease",
        "condemn", "confirm", "convict", "declare", "dismiss", "disqualify", "elect", "endorse",
        "expel", "extend", "fine", "grant", "impeach", "lift", "oppose", "oust", "overturn",
        "pardon", "pass", "postpone", "ratify", "reject", "remove", "repeal", "strip", "support",
        "suspend", "uphold",
    ),
    "ru": (
        "взыскать", "избрать", "одобрить", "осудить", "отклонить", "отложить", "отменить",
        "отстранить", "поддержать", "помиловать", "признать", "принять", "продлить",
        "утвердить",
    ),
    "my": (),
}  # fmt: skip
"""What a vote or a decision does by itself: who voted to adopt a law adopted it. What has to be
carried out as well (close, release, build) is not here.
"""

BY_WORD_OF: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "en": (
        ("raise", "cut", "lower", "reduce", "keep", "hold", "leave", "withdraw"),
        ("rate", "tax", "tariff", "levy", "forecast", "bill", "motion", "candidacy", "complaint",
         "appeal", "support", "licence", "license", "recognition"),
    ),
    "ru": (
        ("повысить", "понизить", "снизить", "поднять", "сохранить", "оставить", "отозвать"),
        ("ставка", "налог", "тариф", "пошлина", "прогноз", "законопроект", "лицензия", "жалоба",
         "поддержка"),
    ),
    "my": ((), ()),
}  # fmt: skip
"""Verbs of which this is so where one of the words beside them stands shortly after: a decision
raises a rate, and no wall.
"""

DECIDING = ("vot", "decid", "agre", "resolv", "решил", "проголос", "соглас", "постанов")
"""How a word begins that says of somebody that they decide."""

BE = frozenset(("be", "быть"))
"""A participle right after one of these is not told as done, whatever leads to it."""

ALLOWED = frozenset(("allowed", "permitted", "free"))
KEEP = ("keep", "retain", "stay", "remain")
"""What somebody who was allowed to do it did, since he had done it before."""

AIM = ("effort", "offensive", "bill", "motion", "petition", "campaign")
"""Nouns, in both numbers, right after which *to* leads to what they are for."""

DEED_LED = (
    "order", "demand", "seek", "urge", "request", "propose", "recommend", "postpone", "cancel",
    "delay", "face", "risk", "await", "prevent", "avoid", "avert", "plan", "oppose", "block",
)  # fmt: skip
"""Verbs, in all their forms, whose object may be a deed told by a noun, which need not be done:
“ordered the release of the editor”.
"""

DEED_LED_FOR = ("call", "ask", "push", "press", "plan", "plead", "appeal", "wait", "hope")
"""Those of which this is so with *for* right after them."""

DEED_OFF = frozenset((
    "postponed", "cancelled", "canceled", "delayed", "called", "put", "ordered", "demanded",
    "blocked", "foiled", "thwarted",
))  # fmt: skip
"""What *was* so of a deed told by a noun before it need not be done (*called off, put off*)."""

DEED_SET = frozenset(("planned", "scheduled", "due", "proposed", "slated"))
"""The same, with *was* or right after the deed or a comma: “the launch, planned for May”."""

DEEDS: Mapping[str, str] = {
    "closure": "close", "closures": "close", "sale": "sell", "expulsion": "expel",
    "invasion": "invade", "seizure": "seize", "merger": "merge", "burial": "bury",
}  # fmt: skip
"""The verbs of nouns that do not begin as their verbs do."""

HELD = frozenset((
    "held", "took", "happened", "occurred", "came", "met", "gathered", "began", "went", "started",
    "completed", "finished", "carried", "состоялся", "состоялась", "состоялось", "состоялись",
    "прошел", "прошёл", "прошла", "прошло", "прошли",
))  # fmt: skip
"""What says of something planned, a deed too, that it took place."""

DROPPED = ("drop", "scrap", "abandon", "shelve", "cancel", "gave", "отказаться")
"""Who did this to a plan does not do what it leads to."""

PREVENTED = ("prevent", "stop", "bar", "block", "dissuade", "deter", "foil", "thwart")
"""Who does this *from* doing something has it left undone."""

DENIED_OF = ("deny", "reject", "dismiss", "refute")
"""Verbs that deny whatever a pronoun after them stands for."""

SET_FOR = (
    "set", "due", "fixed", "slated", "booked", "запланирован", "назначен", "намечен",
)  # fmt: skip
"""How a word begins that says of something that it is to take place."""
