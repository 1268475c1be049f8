"""Cuts that take out who acts, so that somebody else seems to.

“Ilse Brandt met Vladimir Putin, who killed …” does not say that Ilse Brandt killed anybody. A
parenthesis is cut whole without harm (“U Thein Soe, […] was invited”). Names that are cut out are
judged with their phrase (:mod:`citebound.passages.whole_phrases`).
"""

from __future__ import annotations

import regex

from citebound.model import Source, Span
from citebound.passages.verbs import AUXILIARY
from citebound.text.patterns import Pattern

_RELATIVE = (
    r"(?:who|whom|which|whose|котор(?:ый|ая|ое|ые|ого|ой|ому|ую|ым|ых|ыми|ом))(?![\p{L}\p{M}'’])"
)
_JOINING = r"(?:and|but|or|while|whereas|и|а|но|или|тогда)"
_AUXILIARY = rf"(?:{AUXILIARY}|был|была|было|были|будет|будут)"
_PRONOUN = r"(?:he|she|they|it|we|i|он|она|они|оно|мы|я)"
_RELATIVES = Pattern(rf"(?<![\p{{L}}\p{{M}}]){_RELATIVE}", regex.IGNORECASE)
_JOINED = Pattern(rf"(?<![\p{{L}}\p{{M}}]){_JOINING}(?![\p{{L}}\p{{M}}])", regex.IGNORECASE)
_CLAUSE_OF_ITS_OWN = Pattern(
    rf"(?<![\p{{L}}\p{{M}}]){_JOINING}\s(?:(?:[^\s,;]+\s){{1,6}}?{_AUXILIARY}|{_PRONOUN})"
    r"(?![\p{L}\p{M}])",
    regex.IGNORECASE,
)
_SAID = Pattern(
    r"(?:said|says|told|wrote|writes|reported|claimed|claims|added|argued|insisted|according"
    r"|in the words|in the view|сказал|говорит|заявил|сообщил|пишет|отметил|утвержда|по словам"
    r"|по мнению|согласно)"
)
"""What begins a parenthesis that says who speaks."""

_ENDED = Pattern(r"[.!?…။][\s)\]”»\"'’]*\Z")
_OWNS = Pattern(r"['’ʼ][sS]?\s")
_THAT = Pattern(r"(?<![\p{L}\p{M}])that\s*\Z")
_SUBJECT = Pattern(
    r"\s*(?:\p{Lu}|\p{N}|(?:the|an?|this|that|these|those|his|her|its|their|our|my|he|she|it|they|we"
    r"|i|you|there|all|no|some|many|most|both|each|every|any)(?!\p{L}))"
)
"""What begins the content of a saying, after *that*: else *that* stands for who acts."""

_BEGINS = Pattern(r"(?:\A|[.!?…။:\n])[\s)\]”»\"'’]*[(\[“«\"'‘]*\Z")
_OPENS = Pattern(r"[,(—–]\s*\Z")
_CLOSES = Pattern(r"\s*[,)—–]")


def actor_cut(cut: Span, source: Source, paragraph: Span) -> str | None:
    """What a cut within a sentence takes out of who acts or speaks: a relative pronoun, a clause
    with a subject of its own, or who says it.
    """
    dropped = cut.of(source.text)
    last = source.sentences_in(cut)[-1:]
    if not last or last[0].span.end <= cut.end or not dropped.strip():
        return None  # what follows is a sentence of its own
    first = dropped.lstrip()
    if cut.start < last[0].span.start and not _ENDED.search(
        source.text[max(paragraph.start, cut.start - 5) : cut.start]
    ):
        return _beginning(last[0].span.of(source.text))
    if _OWNS.match(first):
        return first.split()[0]
    before = source.text[max(paragraph.start, cut.start - 80) : cut.start]
    after = source.text[cut.end : min(paragraph.end, cut.end + 40)]
    if _is_parenthesis(dropped, before, after):
        return None
    if _THAT.search(dropped) and not _SUBJECT.match(after):
        return "that"
    if said := _SAID.match(dropped.lstrip(" ,(—–")):
        return str(said.group()).strip()
    if found := _RELATIVES.search(dropped) or _CLAUSE_OF_ITS_OWN.search(dropped):
        return str(found.group())
    return None


def _beginning(sentence: str) -> str:
    """The first words of a sentence, which a cut joins to the one before it."""
    return " ".join(sentence.split()[:3])


def _is_parenthesis(dropped: str, before: str, after: str) -> bool:
    """Whether the words are between two commas, dashes or brackets, and join nobody else."""
    inner = dropped.strip()
    if inner[:1] in tuple(",(—–"):
        inner = inner[1:].lstrip()
    elif not _OPENS.search(before):
        return False
    if inner[-1:] in tuple(",)—–"):
        inner = inner[:-1].rstrip()
    elif not _CLOSES.match(after):
        return False
    if dropped.strip()[:1] == "(" and dropped.strip()[-1:] == ")":
        return "(" not in inner and ")" not in inner
    return not (_JOINED.match(inner) or ";" in inner or _SAID.match(inner))
