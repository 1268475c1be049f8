"""A review sheet: every statement of a briefing beside its passages, to be read and filled in.

A reviewer puts an x between the brackets of a statement that its passages support, and writes an
answer after each question. The sheet is read back by ``citebound sign --sheet``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from citebound.checks.reviewing import Asked
from citebound.model import Answered, Text

_STATEMENT = re.compile(r"^- \[(?P<mark>[ xX]?)\] supported \((?P<digest>[0-9a-f]+)\)$")
_QUESTION = re.compile(r"^- question \((?P<asked>[a-z-]+)\): (?P<words>.*)$")
_ANSWER = re.compile(r"^ +answer:(?P<answer>.*)$")


NONE = "no passage of its own: it rests on all passages of the page"


def sheet(path: str, asked: Sequence[Asked]) -> str:
    """The sheet of a briefing, not filled in."""
    lines = [
        f"# Review sheet of {path}",
        "",
        "Read each statement beside the passages that it rests on. If they support it, put an x",
        "between the brackets. Write an answer after each question. Then:",
        f"citebound sign {path} --as NAME --sheet THIS-FILE",
    ]
    for one in asked:
        lines += ["", f"## {one.kind}, line {one.signed.place.line}", ""]
        lines += [f"> {' '.join(one.signed.words.split())}", ""]
        for where, words in one.passages:
            lines += [f"* {where}: {words}"]
        if not one.passages:
            lines += [f"* {NONE}"]
        lines += ["", f"- [ ] supported ({one.signed.digest})"]
        for question in one.questions:
            lines += [f"- question ({question.asked}): {question.words}", "  answer:"]
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class Filled:
    """What a reviewer filled in: the digests that they support, and their answers by the digest,
    what was asked, and the words of the question.
    """

    supported: frozenset[str]
    answers: dict[tuple[str, str, str], str]


def filled(text: str) -> Filled:
    """A sheet read back. Lines that are not of the form of a sheet are passed over."""
    supported: set[str] = set()
    answers: dict[tuple[str, str, str], str] = {}
    digest, question = "", ("", "")
    for line in text.split("\n"):
        if found := _STATEMENT.match(line.rstrip()):
            digest = found["digest"]
            if found["mark"].lower() == "x":
                supported.add(digest)
        elif found := _QUESTION.match(line.rstrip()):
            question = (found["asked"], found["words"])
        elif (found := _ANSWER.match(line)) and question[0]:
            answer = " ".join(found["answer"].split())
            if answer:
                answers[digest, *question] = answer
            question = ("", "")
    return Filled(frozenset(supported), answers)


def missing(asked: Iterable[Asked], given: Filled) -> Iterator[str]:
    """What the reviewer has not filled in, a line for each."""
    for one in asked:
        where = f"{one.signed.place}: {' '.join(one.signed.words.split())[:60]}"
        if one.signed.digest not in given.supported:
            yield f"{where}: not marked as supported"
        for question in one.questions:
            if (one.signed.digest, question.asked, question.words) not in given.answers:
                yield f"{where}: no answer to the question ({question.asked}): {question.words}"


def answered(asked: Iterable[Asked], given: Filled) -> tuple[Answered, ...]:
    """The answers as a signature keeps them."""
    return tuple(
        Answered(Text(one.signed.digest), Text(question.asked), Text(question.words), Text(answer))
        for one in asked
        for question in one.questions
        if (answer := given.answers.get((one.signed.digest, question.asked, question.words)))
    )
