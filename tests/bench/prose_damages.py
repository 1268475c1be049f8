"""True sentences made false, one change of one kind each.

What was made from a table is made again with another value. In a sentence of the real site the
value is found in its words and replaced. That a value stands nowhere in the evidence is known
from the making, or looked up letter by letter; the rules that are tried have no part in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from random import Random

from bench.paraphrased import Filled
from bench.prose_cases import Corpus, Sentence

_QUOTED = re.compile(r"[“«\"][^”»\"]*[”»\"]|\[\^[^\]]*\]|\[@[^\]]*\]|\{[^}]*\}|\]\([^)]*\)")
_NUMBERS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "twenty", "thirty", "forty", "hundred",
)  # fmt: skip
_MONTHS = (
    "January", "February", "April", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WORDS = "|".join((*_NUMBERS, *_MONTHS, *_DAYS))
_FIGURE = re.compile(rf"(?<![\w-])(?:\d[\d,.]*\d|\d|{_WORDS})(?![\w-])")
_HELPERS = re.compile(r"\b(is|are|was|were|has|have|had|will|would|may|might|can|could|does|did)\b")
_DENIED = re.compile(r"\b(?:(?<=is )|(?<=are )|(?<=was )|(?<=has )|(?<=have )|(?<=does )|(?<=did )"
                     r"|(?<=will )|(?<=would )|(?<=may )|(?<=can ))(?:not|never) ")  # fmt: skip

Damage = Callable[[Random, Sentence, Corpus], str | None]
"""A damage: the sentence's Markdown made false, or ``None`` where it cannot be."""


def damaged(random: Random, sentence: Sentence, corpus: Corpus, kind: str) -> str | None:
    """The sentence with one change of a kind, or ``None`` where it has no place for it."""
    damages = IN_MADE if sentence.made else IN_REAL
    changed = damages[kind](random, sentence, corpus) if kind in damages else None
    return None if changed == sentence.markdown else changed


# --- what was made from a table -----------------------------------------------------------------


def _again(sentence: Sentence, values: Filled) -> str | None:
    assert sentence.made is not None
    return f"{sentence.made.said(values)}[^e]"


def _a_figure(random: Random, sentence: Sentence, _: Corpus) -> str | None:
    made = sentence.made
    assert made is not None
    values, table = made.values, made.table
    slot = random.choice(sorted({"n", "k", "year", "percent", "month"} & made.pattern.slots))
    taken = {values.n, values.k, values.year, values.percent}
    if slot in ("n", "k"):
        new = random.choice([number for number in table.numbers if number not in taken])
        return _again(sentence, replace(values, **{slot: new}))
    if slot == "month":
        other = [m for m in range(len(table.months)) if m != values.month]
        return _again(sentence, replace(values, month=random.choice(other)))
    span = range(1961, 2024) if slot == "year" else range(21, 99)
    new = random.choice([n for n in span if n not in taken and n not in table.numbers])
    return _again(sentence, replace(values, **{slot: new}))


def _exchanged(one: str, other: str, slots: str) -> Damage:
    """Each of two values where the other was, if the pattern has the slots of both."""

    def damage(_: Random, sentence: Sentence, __: Corpus) -> str | None:
        made = sentence.made
        assert made is not None
        if not set(slots) <= made.pattern.slots:
            return None
        values = {one: getattr(made.values, other), other: getattr(made.values, one)}
        return _again(sentence, replace(made.values, **values))

    return damage


def _a_name(random: Random, sentence: Sentence, _: Corpus, slots: str = "AB") -> str | None:
    made = sentence.made
    assert made is not None
    named = [slot for slot in slots if slot in made.pattern.slots]
    if not named:
        return None
    slot = random.choice(named).lower()
    others = [n for n in range(len(made.table.names)) if n not in (made.values.a, made.values.b)]
    return _again(sentence, replace(made.values, **{slot: random.choice(others)}))


def _a_speaker(random: Random, sentence: Sentence, corpus: Corpus) -> str | None:
    made = sentence.made
    assert made is not None
    voice = re.search(r"\{<([AB])\}", made.pattern.source)
    return _a_name(random, sentence, corpus, voice[1]) if voice else None


def _with_limit(*, limited: bool) -> Damage:
    """What was said without a limit said with one, or the other way round."""

    def damage(_: Random, sentence: Sentence, __: Corpus) -> str | None:
        made = sentence.made
        assert made is not None
        if not made.pattern.limits or made.limited == limited:
            return None
        return f"{made.said(limited=limited)}[^e]"

    return damage


_TURNED = (
    ("over", "under"), ("above", "below"), ("more than", "fewer than"), ("more than", "less than"),
    ("at least", "at most"), ("no less than", "no more than"), ("before", "after"),
    ("since", "before"), ("no earlier than", "no later than"), ("no sooner than", "no later than"),
    ("or later", "or earlier"), ("at the earliest", "at the latest"), ("более", "менее"),
    ("не менее", "не более"), ("не раньше", "не позже"), ("или позже", "или раньше"),
    ("до", "после"), ("с", "до"),
)  # fmt: skip
_OPPOSITES = {one: other for pair in reversed(_TURNED) for one, other in (pair, (pair[1], pair[0]))}
_LONGEST_FIRST = "|".join(sorted(_OPPOSITES, key=len, reverse=True))
_BOUND = re.compile(
    rf"(?<![\w-])(?P<before>{_LONGEST_FIRST})(?= [$€]?\d[\d,. ]*(?:\w|%|\[))"
    r"|(?<=\d )(?:года )?(?P<after>or later|or earlier|at the earliest|at the latest"
    r"|или позже|или раньше)",
    re.IGNORECASE,
)


def _limit_turned(random: Random, sentence: Sentence, _: Corpus) -> str | None:
    """A limit of a number or a year turned round: *over* to *under*, *before* to *after*."""
    found = _found(_BOUND, sentence.markdown)
    if not found:
        return None
    one = random.choice(found)
    name = "before" if one["before"] else "after"
    new = _OPPOSITES[one[name].lower()]
    return _put(
        sentence.markdown, *one.span(name), new.capitalize() if one[name][0].isupper() else new
    )


# --- the real site ------------------------------------------------------------------------------


def _ours(markdown: str) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that are our own words."""
    at = 0
    for found in _QUOTED.finditer(markdown):
        yield at, found.start()
        at = found.end()
    yield at, len(markdown)


def _found(pattern: re.Pattern[str], markdown: str) -> list[re.Match[str]]:
    return [m for start, end in _ours(markdown) for m in pattern.finditer(markdown, start, end)]


def _put(markdown: str, start: int, end: int, new: str) -> str:
    return markdown[:start] + new + markdown[end:]


def _other_figure(random: Random, sentence: Sentence, _: Corpus) -> str | None:
    found = _found(_FIGURE, sentence.markdown)
    if not found:
        return None
    one = random.choice(found)
    if one.group().isalpha():
        kind = next(words for words in (_NUMBERS, _MONTHS, _DAYS) if one.group() in words)
        new = [w for w in kind if w.lower() not in sentence.notes.lower()]
    elif len(one.group()) == 4:
        new = [str(y) for y in range(1950, 2060) if str(y) not in sentence.notes]
    else:
        new = [str(n) for n in range(2, 990) if not re.search(rf"\b{n}\b", sentence.notes)]
    return _put(sentence.markdown, *one.span(), random.choice(new)) if new else None


def _stems(words: str) -> set[str]:
    return {word[:5] for word in re.findall(r"[^\W\d_]{3,}", words.lower())}


def _other_name(random: Random, sentence: Sentence, corpus: Corpus) -> str | None:
    actors = corpus.library.actors
    names = [name for actor in actors.values() for name in actor.called]
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")
    found = _found(pattern, sentence.markdown)
    # Another name, of an actor none of whose words stands in the evidence or around it.
    there = _stems(f"{sentence.notes} {sentence.around}")
    others = [
        str(actor.name) for actor in actors.values()
        if actor.id not in sentence.actors
        and there.isdisjoint(_stems(" ".join(actor.called)))
        and str(actor.name)[0].isupper()
    ]  # fmt: skip
    if not found or not others:
        return None
    one = random.choice(found)
    return _put(sentence.markdown, *one.span(), random.choice(sorted(others)))


def _denied(random: Random, sentence: Sentence, _: Corpus) -> str | None:
    found = [
        m for m in _found(_HELPERS, sentence.markdown)
        if not sentence.markdown[m.end() :].startswith((" not", " never"))
    ]  # fmt: skip
    if not found:
        return None
    one = random.choice(found)
    return _put(sentence.markdown, one.end(), one.end(), random.choice((" not", " never")))


def _no_longer_denied(random: Random, sentence: Sentence, _: Corpus) -> str | None:
    found = _found(_DENIED, sentence.markdown)
    return _put(sentence.markdown, *random.choice(found).span(), "") if found else None


IN_MADE: Mapping[str, Damage] = {
    "a figure": _a_figure,
    "two figures exchanged": _exchanged("n", "k", "nk"),
    "a name": _a_name,
    "two names exchanged": _exchanged("a", "b", "AB"),
    "a speaker": _a_speaker,
    "a limit added": _with_limit(limited=True),
    "a limit lost": _with_limit(limited=False),
    "a limit turned round": _limit_turned,
}
"""The damages to what was made from a table, by name."""

IN_REAL: Mapping[str, Damage] = {
    "a figure": _other_figure,
    "a name": _other_name,
    "a limit added": _denied,
    "a limit lost": _no_longer_denied,
    "a limit turned round": _limit_turned,
}
"""The damages to a sentence of the real site, by name."""

PARTY = "an actor of an event"

KINDS = (*IN_MADE, PARTY)


def other_party(random: Random, sentence: Sentence, corpus: Corpus) -> str | None:
    """An actor none of whose words stands in the evidence of a sentence or around it."""
    there = _stems(f"{sentence.notes} {sentence.around}")
    others = [
        actor.id for actor in corpus.library.actors.values()
        if actor.id not in sentence.actors and there.isdisjoint(_stems(" ".join(actor.called)))
        and (sentence.made is None or actor.id.startswith(f"{sentence.language}-"))
    ]  # fmt: skip
    return random.choice(sorted(others)) if others and sentence.notes else None
