"""Words after which something is still to be done, for all that is said: one table for each
language. What was tried, agreed, voted for or ordered need not have been done.
"""

from __future__ import annotations

from collections.abc import Mapping

TO_COME = frozenset(("will", "would", "shall", "should", "must", "ought", "будет", "будут"))
"""The verb right after one of these is to come, or is only said to be right."""

TRIED = frozenset((
    "try", "tries", "tried", "trying", "attempt", "attempts", "attempted", "attempting", "agree",
    "agrees", "agreed", "order", "orders", "ordered", "urge", "urges", "urged", "decide", "decides",
    "decided", "tell", "tells", "told", "ask", "asks", "asked", "seek", "seeks", "sought",
    "instructed", "advised", "invited", "encouraged", "persuade", "pressed", "called", "allowed",
    "prepared", "preparing", "aims", "aimed", "due", "set", "about", "bid", "going", "vote",
    "votes", "voted", "voting", "obliged", "required", "authorised", "authorized", "willing",
    "ready", "free", "пытается", "пытаются", "пытался", "пыталась", "пытались", "попытался",
    "попыталась", "попытались", "согласился", "согласилась", "согласились", "приказал", "приказала",
    "приказали", "решил", "решила", "решили", "попросил", "попросила", "попросили", "призвал",
    "призвала", "призвали", "должен", "должна", "должно", "должны", "обязан", "обязана", "обязаны",
    "проголосовал", "проголосовала", "проголосовали",
))  # fmt: skip
"""Who did this *to* do something has not done it yet; in Russian an infinitive follows."""

APPROVED = frozenset((
    "approve", "approves", "approved", "decided", "voted", "agreed", "recommended", "discussed",
))  # fmt: skip
"""Who did this may not have done what follows in *-ing*, with *on* or *for* between them or
nothing: “decided on closing the harbour”.
"""

BY_WORD: Mapping[str, tuple[str, ...]] = {
    "en": (
        "accept", "adopt", "approv", "back", "ban", "ceas", "condem", "dismis", "elect", "endors",
        "expel", "extend", "impeac", "oppos", "oust", "overtu", "pass", "ratif", "reject", "remov",
        "repeal", "strip", "suppor", "uphold",
    ),
    "ru": ("избр", "одобр", "осуд", "отклон", "поддер", "приня", "утверд"),
    "my": (),
}  # fmt: skip
"""What a vote or a decision does by itself, as the root of a verb begins: who voted to adopt a law
adopted it.
"""

DECIDING = ("vot", "decid", "agre", "решил", "проголос", "соглас")
"""How a word begins that says of somebody that they decide."""
