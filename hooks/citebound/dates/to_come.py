"""Whether a sentence speaks of what is to come, or of what was, so that its dates without a year
are counted forward or backward.
"""

from __future__ import annotations

import regex

_TO_COME = regex.compile(
    r"(?<![\p{L}\p{M}])(?:will|won't|won’t|shall|to\s+be|going\s+to|upcoming|plan(?:s|ned|ning)?"
    r"|(?:re)?scheduled|expect(?:s|ed)|intend(?:s|ed)|set\s+(?:for|to)|due\s+(?:to|on|in|for)"
    r"|(?:is|are|was|were)\s+(?:due|to)|postponed\s+(?:to|until|till)"
    r"|no\s+(?:earlier|later|sooner)\s+than|not\s+before"
    r"|буд(?:ет|ут)|планиру[\p{L}]+|намеч[\p{L}]+|запланирован[\p{L}]*|назначен[\p{L}]*"
    r"|перенес[её]н[\p{L}]*|должен|должна|должно|должны|состоится|состоятся|пройд[её]т|пройдут"
    r"|ожида[её]тся|ожидаются|предстоит|намерен[\p{L}]*|собира[её]тся|собираются"
    r"|не\s+(?:раньше|ранее|позже|позднее))(?![\p{L}\p{M}])",
    regex.IGNORECASE,
)
"""What says that something is still to come."""

_PAST = regex.compile(
    r"(?<![\p{L}\p{M}])(?:(?:was|were)(?!\s+(?:\p{L}+\s+)?(?:due|to|planned|scheduled|expected|set"
    r"|intended|postponed))|had|has|have|said|told|went|came|took|met|began|made|saw|gave|won|lost"
    r"|fell|rose|left|did|ago|yesterday"
    r"|(?<!be\s)(?!(?:re)?scheduled|planned|expected|intended|postponed|need|indeed|speed|feed)"
    r"\p{L}{2,}ed"
    r"|был[аои]?|вчера|\p{L}{2,}(?:ал|ил|ел|ял|ыл|ла|лся|лась|лись|лось|али|или|ели|яли|ало|ило))"
    r"(?![\p{L}\p{M}])",
    regex.IGNORECASE,
)
"""What says that something was; many words that merely look so are read as such, which only means
that the dates of their sentence are counted both ways.
"""

_ENDS = regex.compile(r"[.!?](?=\s)|[…။\0\1\n]")
_REACH = 300
"""So many characters of a sentence are looked at on each side of a date."""

_FORWARD, _BACKWARD, _BOTH = (True,), (False,), (False, True)


def directions(text: str, start: int, end: int) -> tuple[bool, ...]:
    """How a date at a place of a text is counted: forward (``True``), backward, or both."""
    before = text[max(0, start - _REACH) : start]
    ended = [one.end() for one in _ENDS.finditer(before)]
    after = text[end : end + _REACH]
    ends = _ENDS.search(after)
    begins = before[ended[-1] :] if ended else before
    sentence = begins + text[start:end] + (after[: ends.start()] if ends else after)
    if not _TO_COME.search(sentence):
        return _BACKWARD
    return _BOTH if _PAST.search(sentence) else _FORWARD
