"""Review: what a named person signed, and whether it still stands.

"The words are there" is what the machine proved. "The words support this sentence" is
what a reviewer signs with ``citebound sign``. The fingerprint covers every statement of a
briefing with what it rests on, each by a short digest, and their order, so that a later change
can be named statement by statement.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence

from citebound.checks.bound_library import BoundLibrary
from citebound.checks.signed import DIGITS, Signed, counted, in_line
from citebound.checks.signed_body import of_body
from citebound.checks.signed_fields import of_fields, of_sources
from citebound.model import Briefing, Review, Source, Text
from citebound.passages.answers import Bound
from citebound.problems import NOWHERE, Place, Problem, Thing, did_you_mean


def statements(briefing: Briefing, bound: Bound, sources: Mapping[str, Source]) -> Iterator[Signed]:
    """What a reviewer signs: each statement with its passages. Fields are in a fixed order, and
    the body is in that of readers; what is said of the ``sources`` that it cites comes last.
    """

    def every() -> Iterator[Signed]:
        yield from of_fields(briefing, bound)
        yield from of_body(briefing.document, bound)
        yield from of_sources(briefing, sources)

    return counted(every())


def fingerprint(briefing: Briefing, bound: Bound, sources: Mapping[str, Source]) -> str:
    """The fingerprint of a briefing: the digests of its statements, in order."""
    return "".join(signed.digest for signed in statements(briefing, bound, sources))


def signed_digests(review: Review) -> tuple[str, ...]:
    """The digests of the statements that a signature covers, in order."""
    signed = review.fingerprint
    return tuple(signed[i : i + DIGITS] for i in range(0, len(signed), DIGITS))


def changes(
    briefing: Briefing, bound: Bound, sources: Mapping[str, Source]
) -> tuple[tuple[str, Place], ...]:
    """The statements that are new, changed or moved since the review, and their places; one
    without a place for each that is gone.
    """
    if briefing.review is None:
        return ()
    known = {digest: number for number, digest in enumerate(signed_digests(briefing.review))}
    changed = []
    kept: list[tuple[Signed, int]] = []
    for one in statements(briefing, bound, sources):
        number = known.pop(one.digest, None)
        if number is None:
            changed.append((in_line(one.words), one.place))
        else:
            kept.append((one, number))
    in_order = _in_order([number for _, number in kept])
    changed += [
        (f"where it stands: {in_line(one.words)}", one.place)
        for one, number in kept
        if number not in in_order
    ]
    if not changed:
        changed += [("", NOWHERE)] * len(known)
    return tuple(changed)


def _in_order(numbers: Sequence[int]) -> frozenset[int]:
    """The most of some different numbers that rise from each to the next: what has kept its
    place. The others have moved.
    """
    lasts: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(lasts, number)
        before[number] = lasts[at - 1] if at else None
        lasts[at : at + 1] = [number]
    found = set[int]()
    last = lasts[-1] if lasts else None
    while last is not None:
        found.add(last)
        last = before[last]
    return frozenset(found)


def state(briefing: Briefing, bound: Bound, sources: Mapping[str, Source]) -> str:
    """``unsigned``, ``signed``, or ``changed`` since it was signed."""
    if briefing.review is None:
        return "unsigned"
    return "changed" if changes(briefing, bound, sources) else "signed"


def reviewed(project: BoundLibrary) -> Iterator[Problem]:
    """What was reviewed is what is published; a warning names each sentence that is not."""
    for briefing in project.library.briefings:
        review = briefing.review
        if review is None:
            continue
        bound = project.bindings[briefing.path]
        for words, place in changes(briefing, bound, project.library.sources):
            it = "it" if place.path == briefing.path else briefing.path
            what = f"changed since {review.by} reviewed {it}: {words[:80]}" if words else (
                f"a sentence that {review.by} reviewed is gone"
            )  # fmt: skip
            yield Problem(
                review.by.place if place is NOWHERE else place,
                "changed-since-review",
                what,
                "have it reviewed again: citebound sign BRIEFING --as NAME",
                "warning",
            ).resting_on(Thing("field", briefing.path, "review"))


def reviewers(project: BoundLibrary) -> Iterator[Problem]:
    """Who reviewed a briefing, or signs for a change in a quotation, is listed by name."""
    known = project.library.settings.reviewers
    for briefing in project.library.briefings:
        if briefing.review and briefing.review.by not in known:
            yield _unknown(briefing.review.by, known).explaining(
                Thing("field", briefing.path, "review")
            )
    for subject in project.library.subjects():
        for signature in subject.signed:
            if signature.by not in known:
                yield _unknown(signature.by, known)


def _unknown(by: Text, known: Collection[str]) -> Problem:
    return Problem(
        by.place,
        "unknown-reviewer",
        f"{by!s} is not listed in briefings/reviewers.yml",
        did_you_mean(by, known) or "add the name under reviewers:",
    )
