"""Cuts that take out who acts, so that somebody else seems to.

“Ilse Brandt met Vladimir Putin, who killed …” does not say that Ilse Brandt killed anybody. A
parenthesis is cut whole without harm ("U Thein Soe, […] was invited"), and so is a name that a
preposition governs ("the decision […] reflects" for "the decision of Russia reflects").
"""

from __future__ import annotations

import regex

from citebound.model import Source, Span
from citebound.passages.joined import subject_cut
from citebound.passages.verbs import AUXILIARY, PAST
from citebound.text.edges import WHOLE_WORD
from citebound.text.limiting import language_of

_RELATIVE = (
    r"(?:who|whom|which|whose|котор(?:ый|ая|ое|ые|ого|ой|ому|ую|ым|ых|ыми|ом))(?![\p{L}\p{M}'’])"
)
_JOINING = r"(?:and|but|or|while|whereas|и|а|но|или|тогда)"
_AUXILIARY = rf"(?:{AUXILIARY}|был|была|было|были|будет|будут)"
_PRONOUN = r"(?:he|she|they|it|we|i|он|она|они|оно|мы|я)"
_RELATIVES = regex.compile(rf"(?<![\p{{L}}\p{{M}}]){_RELATIVE}", regex.IGNORECASE)
_JOINED = regex.compile(rf"(?<![\p{{L}}\p{{M}}]){_JOINING}(?![\p{{L}}\p{{M}}])", regex.IGNORECASE)
_JOINS = regex.compile(rf"{_JOINED.pattern}|[,;:]", regex.IGNORECASE)
_CLAUSE_OF_ITS_OWN = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}]){_JOINING}\s(?:(?:[^\s,;]+\s){{1,6}}?{_AUXILIARY}|{_PRONOUN})"
    r"(?![\p{L}\p{M}])",
    regex.IGNORECASE,
)
_PREPOSITIONS = frozenset(
    word
    for words in (
        "about above across after against along among amid around at before behind below beneath",
        "beside besides between beyond by despite down during for from in inside into like near",
        "of off on onto out outside over past per since through throughout to toward towards under",
        "until up upon via with within without",
        "в во на о об от из к ко с со по за у при для до через между над под перед после против",
        "без около",
    )
    for word in words.split()
)
_GOES_ON = regex.compile(rf"[\s,]*(?:(?:and|or|but)\s+)?(?:\p{{L}}+ly\s+)?{PAST}\b")
"""A verb right after what joins it, whose subject is the one before: “, studied in Paris”."""

_REACH = 3
"""How many small words may stand between a preposition and the name that it governs."""

_REACH_BACK = 800
"""How much of its sentence is looked at, for the verb that the sentence has before a cut."""

_SAID = regex.compile(
    r"(?:said|says|told|wrote|writes|reported|claimed|claims|added|argued|insisted|according"
    r"|in the words|in the view|сказал|говорит|заявил|сообщил|пишет|отметил|утвержда|по словам"
    r"|по мнению|согласно)"
)
"""What begins a parenthesis that says who speaks."""

_ENDED = regex.compile(r"[.!?…။][\s)\]”»\"'’]*\Z")
_OWNS = regex.compile(r"['’ʼ][sS]?\s")
_THAT = regex.compile(r"(?<![\p{L}\p{M}])that\s*\Z")
_SUBJECT = regex.compile(
    r"\s*(?:\p{Lu}|\p{N}|(?:the|an?|this|that|these|those|his|her|its|their|our|my|he|she|it|they|we"
    r"|i|you|there|all|no|some|many|most|both|each|every|any)(?!\p{L}))"
)
"""What begins the content of a saying, after *that*: else *that* stands for who acts."""

_BEGINS = regex.compile(r"(?:\A|[.!?…။:\n])[\s)\]”»\"'’]*[(\[“«\"'‘]*\Z")
_OPENS = regex.compile(r"[,(—–]\s*\Z")
_CLOSES = regex.compile(r"\s*[,)—–]")


def actor_cut(cut: Span, source: Source, paragraph: Span) -> str | None:
    """What a cut within a sentence takes out of who acts or speaks: a relative pronoun, a name, a
    clause with a subject of its own, or who says it.
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
    begins = max(last[0].span.start, cut.end - _REACH_BACK)
    joined = subject_cut(
        source.text[begins : max(begins, cut.start)],
        source.text[max(begins, cut.start) : cut.end],
        after,
        language_of(dropped, source.language),
    )
    if joined or _is_parenthesis(dropped, before, after):
        return joined
    if _THAT.search(dropped) and not _SUBJECT.match(after):
        return "that"
    if said := _SAID.match(dropped.lstrip(" ,(—–")):
        return str(said.group()).strip()
    if found := _RELATIVES.search(dropped) or _CLAUSE_OF_ITS_OWN.search(dropped):
        return str(found.group())
    return _name(dropped, before)


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
    first = WHOLE_WORD.search(inner)
    if first is None or _is_one_name(inner):
        return True  # “its ally, Russia, for guidance”
    return not (
        first.group()[0].isupper()
        or _JOINED.match(inner, first.start())
        or ";" in inner
        or _SAID.match(inner)
    )


def _is_one_name(inner: str) -> bool:
    return "," not in inner and all(word[0].isupper() for word in WHOLE_WORD.findall(inner))


def _name(dropped: str, before: str) -> str | None:
    """The first name that may be who acts: not governed by a preposition, unless the cut joins
    clauses before it; not a possessive, nor joined by a hyphen, nor at the beginning of a sentence.
    """
    joined = _JOINS.search(dropped)
    joins = joined.start() if joined else len(dropped)
    words = list(WHOLE_WORD.finditer(dropped))
    run_before = [word.group() for word in WHOLE_WORD.finditer(before)]
    since = 0 if run_before and run_before[-1].lower() in _PREPOSITIONS else _REACH + 1
    for number, found in enumerate(words):
        word = found.group()
        if not word[0].isupper():
            since = 0 if word.lower() in _PREPOSITIONS else since + 1
            continue
        governed = since <= _REACH
        plain = not any(mark in word for mark in "-'’ʼ")
        begins = _BEGINS.search(before + dropped[: found.start()])
        single = number + 1 == len(words) or not words[number + 1].group()[0].isupper()
        begun = [m.start() for m in _JOINS.finditer(dropped, 0, found.start())][-1:]
        goes_on = since == 0 and bool(begun) and _GOES_ON.match(dropped, begun[0])
        if (
            plain
            and not (governed and (found.start() < joins or goes_on))
            and not (begins and single)
        ):
            return word
    return None
