"""One slip, one finding: what follows from another finding is dropped, here and nowhere else.

A finding says what it explains, and what it rests on (:class:`~citebound.problems.Thing`).
A changed word in a footnote explains its quotation, and the sentence of the source that it
probably meant; "nothing rests on this sentence" rests on that sentence, and is its echo. A step
that finds something says what it sees and need not know what others found.

Nothing can be lost by it: an echo is dropped only for a finding that stands, and only an error
explains anything. Where no finding explains what another rests on, both stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from citebound.problems.problem import Problem, Thing


def without_echoes(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The findings that stand, sorted, each once."""
    found = list(problems)
    explaining: dict[Thing, set[int]] = defaultdict(set)
    # Many findings of a page rest on the same things, and on as many as the page has.
    alike: dict[frozenset[Thing], list[int]] = defaultdict(list)
    for number, problem in enumerate(found):
        for thing in _explained(problem):
            explaining[thing].add(number)
        alike[problem.rests_on].append(number)
    first: set[int] = set()
    resting: dict[Thing, list[frozenset[Thing]]] = defaultdict(list)
    for things, numbers in alike.items():
        explained = [thing for thing in things if thing in explaining]
        by = set().union(*(explaining[thing] for thing in explained))
        first.update(number for number in numbers if by <= {number})
        for thing in explained:
            resting[thing].append(things)
    # From each of these to what it explains, to what that explains, and so on.
    echoes: set[int] = set()
    told: set[Thing] = set()
    waiting = list(first)
    while waiting:
        for thing in _explained(found[waiting.pop()]) - told:
            told.add(thing)
            for things in resting.get(thing, ()):
                new = {*alike.pop(things, ())} - first
                echoes |= new
                waiting += new
    return tuple(sorted({p for number, p in enumerate(found) if number not in echoes}))


def _explained(problem: Problem) -> frozenset[Thing]:
    """What a finding explains; a warning lets the site be published, so it explains nothing."""
    return problem.explains if problem.severity == "error" else frozenset()
