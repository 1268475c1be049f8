"""``citebound sign``: a reviewer reads each statement beside its passages, answers, and signs."""

from __future__ import annotations

import argparse
import errno
import signal
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from citebound.checks.review import fingerprint
from citebound.checks.reviewing import Asked, asked_of
from citebound.commands.output import FOUND, HOLDS, cannot, say
from citebound.commands.review_sheet import (
    Filled,
    answered,
    called,
    filled,
    missing,
    numbered,
    passages_listed,
    rests,
    sheet,
    unfit_answers,
    why_unfit,
)
from citebound.commands.root import project_root
from citebound.commands.stopping import StoppedError
from citebound.model import Briefing
from citebound.problems.printing import as_text, counted
from citebound.publish import Verified, verify
from citebound.reading.lines import lines_of
from citebound.writing import edits
from citebound.writing.files import replace_files


def run_sign(options: argparse.Namespace) -> int:
    """Walk a reviewer through a briefing that holds, and write the review into its front matter."""
    root = project_root(options.root)
    verified = verify(root)
    briefing = _find_briefing(verified, root, options.briefing)
    if briefing is None:
        return cannot(
            f"there is no briefing {options.briefing}; name it by its path, such as "
            "briefings/2026-11-moscow-visit.md"
        )
    mine = [p for p in verified.problems if p.place.path == briefing.path and p.severity == "error"]
    if mine:
        say(as_text(mine, lines_of(root)))
        return FOUND
    bound = verified.bindings[briefing.path]
    asked = tuple(asked_of(briefing, bound, verified.library))
    if options.print:
        say(sheet(briefing.path, asked).rstrip("\n"))
        return HOLDS
    if not options.name:
        return cannot("name the reviewer with --as NAME, or write the sheet with --print")
    if options.name not in verified.library.settings.reviewers:
        return cannot(
            f"{options.name} is not listed in briefings/reviewers.yml; add the name first"
        )
    given = _given(options.sheet, asked)
    if given is None:
        return cannot(
            "signing asks about each statement, and there is no terminal to ask on; write the "
            f"sheet with citebound sign {briefing.path} --print, fill it in, and sign with --sheet"
        )
    left = [*missing(asked, given), *unfit_answers(asked, given)]
    if left:
        say("\n".join([*left, f"Not signed: {counted(len(left), 'point')} above left open."]))
        return FOUND
    today = datetime.now(UTC).date().isoformat()
    mark = fingerprint(briefing, bound, verified.library.sources)
    answers = answered(asked, given)
    signed = edits.with_review(briefing.document.text, options.name, today, mark, answers)
    replace_files({root / briefing.path: signed})
    say(f"Signed {briefing.path} as {options.name}. The machine does not prove who typed this.")
    return HOLDS


def _given(path: Path | None, asked: Sequence[Asked]) -> Filled | None:
    """What the reviewer says, in a sheet or on the terminal; ``None`` where there is neither."""
    if path is not None:
        try:
            return filled(path.read_text("utf-8"))
        except UnicodeDecodeError as error:
            raise OSError(errno.EINVAL, "not UTF-8", str(path)) from error
    return _on_terminal(asked) if sys.stdin.isatty() else None


def _on_terminal(asked: Sequence[Asked]) -> Filled:
    """Ask about each statement in turn. An answer that is left empty is not given."""
    supported: set[str] = set()
    answers: dict[tuple[str, str, str], str] = {}
    say("\n".join(passages_listed(asked)))
    numbers = numbered(asked)
    for number, one in enumerate(asked, 1):
        say(f"\n{number} of {len(asked)} · {called(one)}\n  {one.words}")
        for name, said in one.details:
            say(f"  · {name}: {said}")
        for line in rests(one, numbers):
            say(f"    {line}")
        if _agreed():
            supported.add(one.mark)
        for question in one.questions:
            answer = _asked(f"  {question.asked}: {question.words}\n  Your answer: ")
            if answer:
                answers[one.mark, question.asked, question.words] = answer
    return Filled(frozenset(supported), answers)


def _agreed() -> bool:
    """A plain yes or no; anything else is asked again."""
    while True:
        answer = _asked("  Is it supported? [y/n] ").lower()
        if answer in ("y", "yes"):
            return True
        if answer in ("n", "no"):
            return False
        say("  Type y or n; Ctrl-C stops, and signs nothing.")


def _asked(question: str) -> str:
    """What is typed, on one line; what no file may hold is asked again."""
    while True:
        try:
            answer = " ".join(input(question).split())
        except EOFError:
            raise StoppedError(signal.SIGHUP) from None
        except UnicodeDecodeError:
            say("  That is not UTF-8. Type it again.")
            continue
        reason = why_unfit(answer)
        if not reason:
            return answer
        say(f"  {reason}. Type it again.")


def _find_briefing(verified: Verified, root: Path, path: Path) -> Briefing | None:
    wanted = {path.resolve(), (root / path).resolve()}
    return next(
        (
            briefing
            for briefing in verified.library.briefings
            if (root / briefing.path).resolve() in wanted or briefing.id == str(path)
        ),
        None,
    )
