"""The present tense about what a source of an earlier year said: a warning.

“He is the chair” was so when the source was written. Whether it still is, the source cannot say.
What is said as of the source, or told as its words, is exempt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from citebound.claims.known import Known
from citebound.claims.statements import Kind, Statement
from citebound.model import Briefing
from citebound.problems import Problem

_OFFICES = (
    "chair|chairman|chairwoman|chairperson|president|head|leader|ruler|minister|prime minister|"
    "director|commander|governor|mayor|ambassador|chief|secretary|king|queen|spokesman|spokeswoman"
)

_GOES_ON = (
    "awaiting|building|considering|expecting|facing|fighting|holding|leading|living|looking|"
    "negotiating|planning|preparing|running|seeking|serving|trying|waiting|working"
)

PRESENT = {
    "en": (
        r"(?:is|are|has|have) now|now (?:is|are|has|have)|"
        rf"(?:is|are) (?:still |currently )?(?:an? |the )?(?:current |acting )?(?:{_OFFICES})|"
        rf"(?:is|are) (?:still |also )?(?:{_GOES_ON})|"
        r"currently|at present|nowadays|recently|today|this (?:year|month|week)"
    ),
    "ru": (
        r"сейчас|ныне|сегодня|в настоящее время|недавно|в этом (?:году|месяце)|на этой неделе|"
        r"является (?:главой|президентом|председателем|министром|директором|лидером)"
    ),
}
"""Words that say that something is so when they are read, by language."""

AS_OF = {
    "en": (
        r"as of|at the time|at that time|the (?:source|weblog|article|report|paper|text)|"
        r"according to|says?|said|calls?|(?<!-)called|writes?|wrote|reports?|reported|tells?|told"
    ),
    "ru": r"по состоянию на|источник|статья|по словам|по данным|говорит|сказал\w*|пишет|сообщает",
}
"""Words before them that say whose present it is."""

_NOW = re.compile(rf"\b(?:{'|'.join(PRESENT.values())})\b", re.IGNORECASE)
_EXEMPT = re.compile(rf"\b(?:{'|'.join(AS_OF.values())})\b", re.IGNORECASE)


@cache
def _of_year(year: str) -> re.Pattern[str]:
    """What says that something was so in a year: not “since 2023”, which still is."""
    return re.compile(rf"\b(?:in|of|during|early|late|в|за) (?:\w+ ){{0,2}}{year}\b", re.IGNORECASE)


def present_tense(statement: Statement, known: Known) -> Iterator[Problem]:
    """A sentence does not say that what an older source told is so today. The page of an actor
    has no date: it is as new as the newest briefing.
    """
    subject, sources = statement.subject, statement.evidence.sources
    if statement.kind not in (Kind.SENTENCE, Kind.SUMMARY):
        return
    newest, written = (
        ("", subject.date) if isinstance(subject, Briefing) else ("newest ", known.newest)
    )
    days = [str(source.published) for source in sources]
    if not days or not written or not all(days):
        return
    latest = max(day[:4] for day in days)
    text = statement.words.text
    found = _NOW.search(text) if latest < written[:4] else None
    if found is None or _EXEMPT.search(text, 0, found.start()) or _of_year(latest).search(text):
        return
    yield Problem(
        statement.words.place(found.start()),
        "stale-present",
        f"“{found.group()}” is of {latest}, when the source was written, and the "
        f"{newest}briefing is of {written[:4]}",
        f"say when it was so: as of {latest}, or as the source has it; or use the past tense",
        "warning",
    )
