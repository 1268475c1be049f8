"""Quotations per second, found and refused apart, and memory for twice the text."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from bench import naive
from bench.damage import word_replaced
from bench.environment import run_tool
from bench.mutations import plain_words
from bench.ours import source_of
from bench.passages_of import pick
from bench.texts import SourceText, dice_of, generate, language_of
from citebound.markup import scan
from citebound.model import Part, PartKind, Span, Target, Text
from citebound.passages.diagnosis import diagnose
from citebound.passages.locating import locate
from citebound.passages.matching import SearchableSource

EACH = 20
"""Quotations of a source."""

TOOLS = ("ours", "citations", "linkml")
"""The verifiers whose speed is compared."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A tool's quotations per second of processor time, and how many of how many it accepted."""

    tool: str
    group: str
    per_second: float
    accepted: int
    cases: int


def write_cases(path: Path, texts: Sequence[SourceText], cases: Sequence[tuple[int, str]]) -> None:
    """The file that a tool reads: the texts, then one case a line."""
    with path.open("w", encoding="utf-8") as file:
        searchable = [
            {
                "id": text.id,
                "language": text.language,
                "text": text.text,
                "speech": [[s.start, s.end, s.kind] for s in text.speech],
            }
            for text in texts
        ]
        file.write(json.dumps({"texts": searchable}) + "\n")
        file.writelines(json.dumps(case) + "\n" for case in cases)


def _quotations(texts: Sequence[SourceText], *, changed: bool, seed: int) -> list[tuple[int, str]]:
    """Twenty quotations of each text: as they stand, or with one word replaced."""
    cases: list[tuple[int, str]] = []
    for number, text in enumerate(texts):
        dice = dice_of(seed, text.id, changed)
        made = 0
        while made < EACH:
            passage = pick(text, dice)
            words = passage.words if passage else None
            if passage and changed:
                words = word_replaced(passage, dice, plain_words(text.text))
                words = None if words is None or naive.stands(text.text, words) else words
            if words is not None:
                cases.append((number, words))
                made += 1
    return cases


def rates(
    folder: Path,
    pythons: dict[str, Path],
    sources: int,
    words: int,
    rounds: int,
    seed: int = 1,
) -> list[Rate]:
    """The rates of every verifier: medians of alternated rounds, all on the same cases.

    Hints are timed on one source in forty, and so is rapidfuzz: both would take an hour.
    """
    texts = [generate(language_of(n), n, words, seed) for n in range(sources)]
    few = texts[: max(1, sources // 40)]
    measured: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for group in ("found", "refused"):
        cases = _quotations(texts, changed=group == "refused", seed=seed)
        write_cases(folder / f"{group}.jsonl", texts, cases)
        write_cases(folder / f"{group}-few.jsonl", few, [c for c in cases if c[0] < len(few)])
        for _ in range(rounds):
            for tool in TOOLS:
                answer = run_tool(tool, pythons[tool], folder / f"{group}.jsonl")
                measured.setdefault((tool, group), []).append(answer)
        path = folder / f"{group}-few.jsonl"
        answer = run_tool("rapidfuzz", pythons["rapidfuzz"], path)
        measured["rapidfuzz", group] = [answer]
    for tool in TOOLS:
        path = folder / "refused-few.jsonl"
        answer = run_tool(tool, pythons[tool], path, hints=True)
        measured[tool, "refused, with hints"] = [answer]
    return [
        Rate(
            tool,
            group,
            median(len(a["verdicts"]) / a["seconds"] for a in answers),
            sum(answers[0]["verdicts"]),
            len(answers[0]["verdicts"]),
        )
        for (tool, group), answers in measured.items()
    ]


def reading_rate(texts: Sequence[SourceText], seed: int = 1) -> float:
    """Quotations per second of reading their Markdown alone (``markup.scan``), twenty to a
    briefing, each a paragraph with its citation. The other tools have no such step.
    """
    pages: dict[int, list[str]] = {}
    for number, words in _quotations(texts, changed=False, seed=seed):
        pages.setdefault(number, []).append(f"“{words}” [@{texts[number].id}]")
    begun = process_time()
    for quotations in pages.values():
        scan("\n\n".join(quotations) + "\n", "briefings/2026-11-case.md")
    return EACH * len(pages) / (process_time() - begun)


def peak_memory(sources: int, words: int, seed: int = 1) -> int:
    """The most bytes that ``sources`` texts of so many words take while quotations are found
    and refused in them with hints: texts, folded texts and word indexes (``tracemalloc``).
    """
    made = [generate(language_of(n), n, words, seed).text for n in range(sources)]
    encoded = [text.encode() for text in made]
    del made
    tracemalloc.start()
    try:
        texts = [
            SourceText(f"text-{n}", language_of(n), raw.decode()) for n, raw in enumerate(encoded)
        ]
        searchables = [SearchableSource.of(source_of(text)) for text in texts]
        for text, searchable in zip(texts, searchables, strict=True):
            for start in range(0, 2000, 200):
                words_there = text.text[start : start + 80]
                part = Part(PartKind.WORDS, f"{words_there} or not", Span(0, 87))
                if locate(searchable, (part,)) is None:
                    diagnose(searchable, (part,), Target(Text(text.id)), {})
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
