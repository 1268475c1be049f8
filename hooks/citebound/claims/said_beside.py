"""Whether words in quotation marks stand as what somebody says: by a verb of saying beside them,
or by a name and a colon.
"""

from __future__ import annotations

from collections.abc import Collection

from citebound.claims.saying import BEFORE, SAYING, WITH_THAT
from citebound.text.edges import WHOLE_WORD
from citebound.text.patterns import Pattern

_NEAR = 3
"""So many words before the marks or after them, a verb of saying is beside them."""

_LONGEST_NAME = 8
_LOOK_BACK = 300
_SENTENCE = Pattern(r"[.!?…။](?=\s|\Z)")
_COLON = Pattern(r"[:：]\s*\Z")
_GOES_ON = Pattern(r"\s*[,!?–—]")
_ENDS_OPEN = tuple(",!?")


def _all(*tables: dict[str, tuple[str, ...]]) -> frozenset[str]:
    return frozenset(
        form for table in tables for tag in ("en", "ru") for said in table[tag]
        for form in said.split()
    )  # fmt: skip


_VERBS = _all(dict(SAYING))
_WITH_THAT = frozenset(
    form
    for said in (*WITH_THAT["en"], *WITH_THAT["ru"])
    for form in said.split()[1:]  # the first is often a noun (*the state*, *a report*)
)
_BURMESE = SAYING["my"]
_BURMESE_REACH = 60


def sayer_of(before: str, quoted: str, after: str, names: Collection[str]) -> str | None:
    """The words of ours that attribute the quoted ones to somebody, if any do."""
    sentence = _SENTENCE.split(before[-_LOOK_BACK:])[-1]
    words = WHOLE_WORD.findall(sentence)
    colon = _COLON.search(sentence) is not None
    return (
        _verb_before(words, colon=colon)
        or (_name(words, names) if colon else None)
        or _according_to(sentence)
        or _after(quoted, after)
    )


def _verb_before(words: list[str], *, colon: bool) -> str | None:
    """A verb of saying near the end of the words, or anywhere if they end with a colon."""
    near = words if colon else words[-_NEAR:]
    found = next((w for w in reversed(near) if w.casefold() in _VERBS), None)
    if found is not None:
        return found
    last = next((w for w in reversed(words) if w.casefold() not in ("that", "что")), "")
    at_once = words[-1:] == [last] or words[-2:-1] == [last]
    return last if at_once and last.casefold() in _WITH_THAT else None


def _name(words: list[str], names: Collection[str]) -> str | None:
    """The name that ends the words: an actor's, or two words with capitals, or one within."""
    for many in range(min(_LONGEST_NAME, len(words)), 0, -1):
        name = " ".join(words[-many:])
        if name in names:
            return name
    if len(words) > 1 and words[-1][0].isupper():
        return words[-1]
    return None


def _according_to(sentence: str) -> str | None:
    """Words such as *according to*, with no more than a name after them."""
    folded = sentence.casefold()
    for phrase in BEFORE:
        at = folded.rfind(phrase)
        if at >= 0 and len(WHOLE_WORD.findall(folded[at + len(phrase) :])) <= _NEAR:
            return phrase
    return None


def _after(quoted: str, after: str) -> str | None:
    """A verb of saying that follows the words, at once or after a comma and a name."""
    sentence = _SENTENCE.split(after[:_LOOK_BACK], 1)[0]
    for verb in _BURMESE:
        if verb in sentence[:_BURMESE_REACH]:
            return verb
    words = [word.casefold() for word in WHOLE_WORD.findall(sentence)]
    open_ended = _GOES_ON.match(after) is not None or quoted.rstrip().endswith(_ENDS_OPEN)
    near = words[:_NEAR] if open_ended else words[:1]
    return next((word for word in near if word in _VERBS), None)
