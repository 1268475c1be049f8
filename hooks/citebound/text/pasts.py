"""English verbs whose past is not made with *-ed*: each past that is no infinitive as well."""

from __future__ import annotations

from collections.abc import Mapping

PASTS: Mapping[str, str] = {
    "became": "become", "began": "begin", "broke": "break", "brought": "bring", "built":
    "build", "bought": "buy", "caught": "catch", "chose": "choose", "came": "come", "dealt":
    "deal", "drew": "draw", "drove": "drive", "fell": "fall", "fought": "fight", "found":
    "find", "flew": "fly", "forbade": "forbid", "forgave": "forgive", "froze": "freeze",
    "gave": "give", "went": "go", "grew": "grow", "held": "hold", "hid": "hide", "kept":
    "keep", "knew": "know", "led": "lead", "left": "leave", "lent": "lend", "lost": "lose",
    "made": "make", "met": "meet", "overthrew": "overthrow", "overtook": "overtake", "paid":
    "pay", "ran": "run", "repaid": "repay", "rose": "rise", "said": "say", "sold": "sell",
    "sent": "send", "shot": "shoot", "sank": "sink", "spoke": "speak", "spent": "spend",
    "stole": "steal", "stood": "stand", "struck": "strike", "swore": "swear", "took": "take",
    "taught": "teach", "thought": "think", "threw": "throw", "told": "tell", "undertook":
    "undertake", "won": "win", "withdrew": "withdraw", "wrote": "write",
}  # fmt: skip
"""The infinitive by the past."""
