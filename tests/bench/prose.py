"""Makes true sentences false, one change at a time, and looks whether the rules notice.

Run it as ``make bench-prose``; ``--write`` writes the tables into the documentation.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

from bench import environment
from bench.page import write_between
from bench.prose_cases import Corpus, Sentence, generated, real
from bench.prose_damages import KINDS, PARTY, damaged, other_party
from bench.prose_peers import Given, Refused, asked
from citebound.problems import Problem

PAGE = Path(__file__).resolve().parents[2] / "docs" / "trust.md"
BEGIN = "<!-- prose: written by `make bench-prose` with --write -->"
END = "<!-- prose: end -->"

MUST = ("a figure", "a name", "a speaker", "a limit turned round", PARTY)
"""Damages of which none may be accepted: the value stands nowhere in the evidence, or its limit is
the opposite of the one there.
"""

GOALS = {"two figures exchanged": 0.60, "a limit added": 0.95, "a limit lost": 0.85}
"""The least share of other damages that is found; exchanged names are reported only."""

FALSE_ERRORS, FALSE_WARNINGS = 0.02, 0.03
"""The largest share of true sentences with an error, and with a warning."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A damage and what was said of it: ``error``, ``warning`` or nothing."""

    kind: str
    language: str
    origin: str
    answer: str
    markdown: str
    notes: str


@dataclass(frozen=True, slots=True)
class Truth:
    """A true sentence and what was wrongly said of it."""

    sentence: Sentence
    language: str
    origin: str
    answer: str
    told: str


def answer(corpus: Corpus, sentence: Sentence, markdown: str) -> tuple[str, str]:
    """The gravest that is said of a sentence or of another in its place, and the findings."""
    found = corpus.findings(sentence, markdown)
    told = "; ".join(f"{p.code}: {p.message}" for p in found)
    return _gravest(found), told


def _gravest(found: Sequence[Problem]) -> str:
    return max((p.severity for p in found), default="", key=("", "warning", "error").index)


def truths(corpus: Corpus, origin: str) -> Iterator[Truth]:
    """What is said of sentences that are true."""
    for sentence in corpus.sentences:
        gravest, told = answer(corpus, sentence, sentence.markdown)
        # Whoever the evidence names may be an actor of its event.
        for actor in sorted(sentence.actors) if sentence.made and not gravest else ():
            found = corpus.party_findings(sentence, actor)
            gravest = gravest or _gravest(found)
            told += "; ".join(problem.message for problem in found)
        yield Truth(sentence, sentence.language, origin, gravest, told)


def tried(
    corpora: Mapping[str, tuple[Corpus, Sequence[Sentence]]], total: int, seed: int
) -> Iterator[Tried]:
    """Damages of random kinds to random sentences, a quarter of them to the real site's."""
    for number in range(total):
        for attempt in count():
            one = _one(corpora, Random(f"{seed} {number} {attempt}"))  # noqa: S311, no secret
            if one is not None:
                yield one
                break


def _one(corpora: Mapping[str, tuple[Corpus, Sequence[Sentence]]], random: Random) -> Tried | None:
    """A damage of some kind to some sentence; ``None`` where it has no place for it."""
    origin = "real" if random.random() < 0.25 else "generated"
    corpus, sentences = corpora[origin]
    sentence, kind = random.choice(sentences), random.choice(KINDS)
    if kind == PARTY:
        actor = other_party(random, sentence, corpus)
        if actor is None:
            return None
        said = corpus.party_findings(sentence, actor)
        gravest = _gravest(said)
        return Tried(kind, sentence.language, origin, gravest, f"actor: {actor}", sentence.notes)
    changed = damaged(random, sentence, corpus, kind)
    if changed is None:
        return None
    gravest, _ = answer(corpus, sentence, changed)
    return Tried(kind, sentence.language, origin, gravest, changed, sentence.notes)


def markdown(true: Sequence[Truth], found: Sequence[Tried], seed: int) -> str:
    """The tables: true sentences, and damages by kind."""
    lines = [
        f"{len(true):,} true sentences, {len(found):,} damages, seed {seed}.",
        "",
        "| true sentences | number | with an error | with a warning |",
        "| --- | ---: | ---: | ---: |",
    ]
    for origin, language in sorted({(t.origin, t.language) for t in true}):
        said = [t.answer for t in true if (t.origin, t.language) == (origin, language)]
        lines.append(
            f"| {origin}, {language} | {len(said)} | {said.count('error')} "
            f"| {said.count('warning')} |"
        )
    lines += [
        "",
        "| damage | made | found | share | as an error | goal |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for kind in KINDS:
        said = [t.answer for t in found if t.kind == kind]
        seen = len(said) - said.count("")
        goal = "all" if kind in MUST else f"{GOALS[kind]:.0%}" if kind in GOALS else "reported"
        share = f"{seen / len(said):.1%}" if said else "–"
        lines.append(
            f"| {kind} | {len(said):,} | {seen:,} | {share} | {said.count('error'):,} | {goal} |"
        )
    return "\n".join(lines)


def of_peers(true: Sequence[Refused], found: Sequence[Refused]) -> str:
    """The table of what other tools find."""
    lines = [
        "| tool | given | true sentences refused | false sentences noticed |",
        "| --- | --- | ---: | ---: |",
    ]
    for right, wrong in zip(true, found, strict=True):
        name = f"`{environment.PEERS[right.tool]}`"
        of_true, of_false = f"of {right.sentences:,}", f"of {wrong.sentences:,}"
        for given, refused, noticed in (
            ("what the sentence quotes", right.by_quotations, wrong.by_quotations),
            ("the sentence as a quotation", right.as_quotation, wrong.as_quotation),
        ):
            lines.append(f"| {name} | {given} | {refused:,} {of_true} | {noticed:,} {of_false} |")
    return "\n".join(lines)


def missed_goals(true: Sequence[Truth], found: Sequence[Tried]) -> list[str]:
    """The goals that were missed, in words."""
    wrong = []
    for kind in KINDS:
        mine = [t for t in found if t.kind == kind]
        seen = sum(1 for t in mine if t.answer)
        if kind in MUST and any(t.answer != "error" for t in mine):
            wrong.append(f"{kind}: {sum(t.answer != 'error' for t in mine)} accepted")
        elif mine and seen < GOALS.get(kind, 0) * len(mine):
            wrong.append(f"{kind}: {seen} of {len(mine)} found")
    errors = sum(t.answer == "error" for t in true)
    warnings = sum(t.answer == "warning" for t in true)
    if errors > FALSE_ERRORS * len(true) or any(
        t.answer == "error" and t.origin == "real" for t in true
    ):
        wrong.append(f"true sentences with an error: {errors} of {len(true)}")
    if warnings > FALSE_WARNINGS * len(true):
        wrong.append(f"true sentences with a warning: {warnings} of {len(true)}")
    return wrong


def _peers(corpora: Mapping[str, Corpus], true: Sequence[Truth], found: Sequence[Tried]) -> str:
    environment.CACHE.mkdir(parents=True, exist_ok=True)
    python = environment.peers_python()
    right = [Given(t.origin, t.sentence.markdown, t.sentence.notes) for t in true]
    # An actor of an event is no sentence.
    wrong = [Given(t.origin, t.markdown, t.notes) for t in found if t.kind != PARTY]
    return of_peers(asked(corpora, right, python), asked(corpora, wrong, python))


def _show(true: Sequence[Truth], found: Sequence[Tried], most: int) -> None:
    """Some of what was wrongly refused, and of what was missed."""
    for truth in [t for t in true if t.answer][:most]:
        sentence = truth.sentence
        print(f"\n{truth.answer} of a true sentence: {sentence.markdown}")
        print(f"  {truth.told}\n  {sentence.notes}")
    missed = [t for t in found if t.answer != "error" and t.kind in MUST]
    missed += [t for t in found if not t.answer and t.kind in GOALS]
    for one in missed[:most]:
        print(f"\nmissed, {one.kind}: {one.markdown}\n  {one.notes}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it and print it; 0 where every goal is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="of damages")
    parser.add_argument("--seed", type=int, default=1, help="1 is what is printed")
    parser.add_argument("--write", action="store_true", help="also into docs/trust.md")
    parser.add_argument("--alone", action="store_true", help="without the other tools")
    parser.add_argument("--show", type=int, default=0, help="so many of what was missed")
    chosen = parser.parse_args(arguments)
    if chosen.write and chosen.alone:
        parser.error("--write puts the whole table there: leave out --alone")
    corpora = {"real": real(), "generated": generated(chosen.seed)}
    true = [t for origin, corpus in corpora.items() for t in truths(corpus, origin)]
    # What is wrongly refused as it is cannot be damaged.
    usable = {o: (c, [t.sentence for t in true if t.origin == o and not t.answer])
              for o, c in corpora.items()}  # fmt: skip
    found = [*tried(usable, chosen.count, chosen.seed)]
    table = markdown(true, found, chosen.seed)
    if not chosen.alone:
        table += "\n\n" + _peers({o: c for o, (c, _) in usable.items()}, true, found)
    print(table)
    _show(true, found, chosen.show)
    wrong = missed_goals(true, found)
    print("\n".join(f"missed: {goal}" for goal in wrong), file=sys.stderr)
    if chosen.write:
        write_between(PAGE, BEGIN, END, table)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
