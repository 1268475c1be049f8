"""``make bench-trust``: the verifier against 40,000 mutants and three other tools.

It prints tables in Markdown and ends with 1 where a goal is missed. ``--quick`` runs a
twentieth; ``--write`` puts the tables into ``docs/trust.md`` as well.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from bench import environment, speed
from bench.damage import ONE_WORD
from bench.mutations import Case, Cases, make
from bench.ours import Verdict, bound_elsewhere, names_the_place, verdicts
from bench.permitted import WITH_BRACKETS
from bench.report import Accuracy, Report, goals, markdown, write_into
from bench.texts import SourceText, library

NOTATION = {"citations": frozenset[str](), "linkml": WITH_BRACKETS, "rapidfuzz": WITH_BRACKETS}
"""The kinds with brackets that a tool is asked about. ``citations`` has no notation for a cut
or an insertion; ``rapidfuzz`` takes any string."""


def accuracy_of_ours(
    texts: Sequence[SourceText], cases: Cases
) -> tuple[Accuracy, list[tuple[Case, Verdict]]]:
    """The mistakes of ours by kind, and each mistake."""
    answers = verdicts(texts, cases.cases)
    pairs = list(zip(cases.cases, answers, strict=True))
    wrong = [
        (case, verdict)
        for case, verdict in pairs
        if verdict.accepted == case.damaging
        or (verdict.accepted and bound_elsewhere(case, verdict))
    ]
    changed = [(c, v) for c, v in pairs if c.kind in ONE_WORD]
    named = sum(names_the_place(case, verdict) for case, verdict in changed)
    accuracy = Accuracy(
        Counter(case.kind for case in cases.cases),
        cases.discarded,
        {"ours": Counter(case.kind for case, _ in wrong)},
        named,
        len(changed),
    )
    return accuracy, wrong


def ask_peers(texts: Sequence[SourceText], cases: Cases, python: Path, accuracy: Accuracy) -> None:
    """The mistakes of the other tools on the same cases, added to ``accuracy``."""
    for tool in environment.PEERS:
        asked = [c for c in cases.cases if c.kind not in WITH_BRACKETS - NOTATION[tool]]
        path = environment.CACHE / f"cases-{tool}.jsonl"
        speed.write_cases(path, texts, [(case.text, case.words) for case in asked])
        accepted = environment.run_tool(tool, python, path)["verdicts"]
        accuracy.mistakes[tool] = Counter(
            case.kind for case, yes in zip(asked, accepted, strict=True) if yes == case.damaging
        )
        for kind in WITH_BRACKETS - NOTATION[tool]:
            accuracy.not_asked.add((tool, kind))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it all and print it; 0 where every goal is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a twentieth of the cases")
    parser.add_argument("--write", action="store_true", help="also into docs/trust.md")
    parser.add_argument(
        "--seed", type=int, default=1, help="of the generator; 1 is what is printed"
    )
    chosen = parser.parse_args(arguments)
    share = 20 if chosen.quick else 1
    environment.CACHE.mkdir(parents=True, exist_ok=True)
    python = environment.peers_python()
    begun = perf_counter()

    _say("Making quotations and asking ours …")
    texts = library(120 // min(share, 4), 600, chosen.seed)
    cases = make(texts, 20_000 // share, chosen.seed)
    accuracy, wrong = accuracy_of_ours(texts, cases)
    _say("Asking the other tools …")
    ask_peers(texts, cases, python, accuracy)
    _say("Timing …")
    pythons = {"ours": Path(sys.executable), **dict.fromkeys(environment.PEERS, python)}
    rates = speed.rates(environment.CACHE, pythons, 1000 // share, 5000, 3, chosen.seed)
    memory = [speed.peak_memory(20, words, chosen.seed) for words in (5000, 10_000)]

    result = Report(
        accuracy,
        tuple(rates),
        (memory[0], memory[1]),
        speed.reading_rate(texts[:50], chosen.seed),
        environment.versions(python),
        len(texts),
        1000 // share,
        chosen.seed,
    )
    print(markdown(result))
    for case, verdict in wrong[:20]:
        kind = "accepted" if verdict.accepted else "refused"
        print(f"{kind}: {case.kind}: {case.markdown} {verdict.codes}", file=sys.stderr)
    _say(f"{perf_counter() - begun:.0f} seconds")
    if chosen.write:
        write_into(environment.ROOT / "docs" / "trust.md", result)
    return 0 if all(goal.met for goal in goals(result)) else 1


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
