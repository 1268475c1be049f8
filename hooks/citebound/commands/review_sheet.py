"""A review sheet: every statement of a briefing beside its passages, to be read and filled in.

A reviewer puts an x between the brackets of a statement that its passages support, and writes an
answer after each question. The sheet is read back by ``citebound sign --sheet``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from citebound.checks.reviewing import Asked
from citebound.checks.signed import OF_SOURCES, SignedKind
from citebound.commands.review_words import HELD, MEANT, NAMED, WHOLE
from citebound.model import Answered, Text
from citebound.text.characters import deceiving, name_of, unfit

_STATEMENT = re.compile(
    r"^\s*[-*+] \[(?P<mark>[^\]]*)\]\s*supported\s*\((?P<digest>[0-9a-f]+)\)\s*$", re.IGNORECASE
)
_QUESTION = re.compile(r"^\s*[-*+] question \((?P<asked>[a-z-]+)\): (?P<words>.*)$", re.IGNORECASE)
_ANSWER = re.compile(r"^\s*answer:(?P<answer>.*)$", re.IGNORECASE)


def sheet(path: str, asked: Sequence[Asked]) -> str:
    """The sheet of a briefing, not filled in."""
    lines = [
        f"# Review sheet of {path}",
        "",
        "Read each statement beside the passages that it rests on. If they support it, put an x",
        "between the brackets. Write an answer after each question. Then:",
        f"citebound sign {path} --as NAME --sheet THIS-FILE",
        "",
        *passages_listed(asked),
    ]
    numbers = numbered(asked)
    for one in asked:
        lines += ["", f"## {called(one)}", ""]
        lines += [f"> {one.words}", *(f"> · {name}: {said}" for name, said in one.details), ""]
        lines += [f"* {line}" for line in rests(one, numbers)]
        lines += ["", f"- [ ] supported ({one.mark})"]
        for question in one.questions:
            lines += [f"- question ({question.asked}): {question.words}", "  answer:"]
    return "\n".join(lines) + "\n"


def called(one: Asked) -> str:
    """What a statement is, and where."""
    place = one.signed.place
    where = f"{place.path}, " if one.signed.kind in OF_SOURCES else ""
    return f"{NAMED[one.signed.kind]}, {where}line {place.line}"


def passages_listed(asked: Iterable[Asked]) -> list[str]:
    """Every passage of the page, with the number by which statements refer to it."""
    numbers = numbered(asked)
    return [
        f"The page has {len(numbers)} passage{'' if len(numbers) == 1 else 's'}:",
        "",
        *(f"P{number}. {where}: {words}" for (where, words), number in numbers.items()),
    ]


def numbered(asked: Iterable[Asked]) -> dict[tuple[str, str], int]:
    """The passages of the page, each with its number."""
    every = dict.fromkeys(passage for one in asked for passage in one.passages)
    return {passage: number for number, passage in enumerate(every, 1)}


def rests(one: Asked, numbers: dict[tuple[str, str], int]) -> Iterator[str]:
    """What a statement rests on, and what is asked of that, a line for each."""
    kind = one.signed.kind
    for where, words in one.passages:
        yield f"{where}: {words} (P{numbers[where, words]})"
    if not one.passages and kind in WHOLE:
        last = len(numbers)
        all_of_them = f"all {last} passages of this page: P1–P{last}" if last > 1 else "P1"
        yield all_of_them if last else "this page has no passage"
    elif not one.passages and kind in HELD:
        yield HELD[kind]
    elif not one.passages:
        yield "no passage of its own"
    # A sentence of a callout with passages is asked what any sentence is.
    if kind in MEANT and not (kind is SignedKind.ANALYSIS and one.passages):
        yield f"“supported” means: {MEANT[kind]}"


@dataclass(frozen=True, slots=True)
class Filled:
    """What a reviewer filled in: the marks of the statements that they support, and their answers
    by the mark, what was asked, and the words of the question.
    """

    supported: frozenset[str]
    answers: dict[tuple[str, str, str], str]


def filled(text: str) -> Filled:
    """A sheet read back. Lines that are not of the form of a sheet are passed over."""
    supported: set[str] = set()
    answers: dict[tuple[str, str, str], str] = {}
    digest, question = "", ("", "")
    for line in text.split("\n"):
        if found := _STATEMENT.match(line):
            digest = found["digest"].lower()
            if found["mark"].strip().lower() == "x":
                supported.add(digest)
        elif found := _QUESTION.match(line.rstrip()):
            question = (found["asked"].lower(), found["words"])
        elif (found := _ANSWER.match(line)) and question[0]:
            answer = " ".join(found["answer"].split())
            if answer:
                answers[digest, *question] = answer
            question = ("", "")
    return Filled(frozenset(supported), answers)


def missing(asked: Iterable[Asked], given: Filled) -> Iterator[str]:
    """What the reviewer has not filled in, a line for each."""
    for one in asked:
        where = f"{one.signed.place}: {one.words[:60]}"
        if one.mark not in given.supported:
            yield f"{where}: not marked as supported"
        for question in one.questions:
            if (one.mark, question.asked, question.words) not in given.answers:
                yield f"{where}: no answer to the question ({question.asked}): {question.words}"


def unfit_answers(asked: Iterable[Asked], given: Filled) -> Iterator[str]:
    """The answers that no file may hold, a line for each."""
    for one in answered(asked, given):
        reason = why_unfit(one.answer)
        if reason:
            yield f"{reason}: {ascii(str(one.answer))[1:61]}"


def why_unfit(answer: str) -> str:
    """Why ``citebound check`` would refuse an answer; nothing if it would not."""
    at = next(unfit(answer), None)
    if at is not None:
        character = answer[at]
        return f"U+{ord(character):04X} has no place in an answer: {name_of(character)}"
    found = next(deceiving(answer), None)
    return f"{found.word} is not what it looks like: {found.why}" if found else ""


def answered(asked: Iterable[Asked], given: Filled) -> tuple[Answered, ...]:
    """The answers as a signature keeps them."""
    return tuple(
        Answered(Text(one.signed.digest), Text(question.asked), Text(question.words), Text(answer))
        for one in asked
        for question in one.questions
        if (answer := given.answers.get((one.mark, question.asked, question.words)))
    )
