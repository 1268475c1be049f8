"""The sentences of ``bench.prose`` before two tools that compare quotations with a text.

They know no sentences of one's own. So each is asked in both ways that there are: about the
words that the sentence quotes as its evidence, piece by piece, and about the sentence itself, as
if it were quoted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import environment, speed
from bench.prose_cases import PATH, Corpus
from bench.texts import SourceText
from citebound.markup import scan
from citebound.model import PartKind

TOOLS = ("citations", "linkml")

_MARKUP = re.compile(r"\[\^[^\]]*\]|\{\.ours\}|(?<=\])\([^)]*\)|[\[\]*]")
"""What is typed in a sentence and is none of its words."""


@dataclass(frozen=True, slots=True)
class Given:
    """A sentence for the tools: the corpus it belongs to, its Markdown and its footnotes."""

    origin: str
    markdown: str
    notes: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Of how many sentences a tool finds something: in what they quote, and as quotations."""

    tool: str
    sentences: int
    by_quotations: int
    as_quotation: int


Case = tuple[int, str]
"""The number of a text, and words that are looked for in it."""


def cases_of(
    sentence: Given, numbers: Mapping[tuple[str, str], int]
) -> tuple[set[Case], set[Case]]:
    """What the tools are asked of a sentence: its quotations, all of which have to be found, and
    its own words, of which one has to be found.
    """
    document = scan(f"{sentence.markdown}\n\n{sentence.notes}\n", PATH)
    quoted: set[Case] = set()
    for quotation in document.quotations:
        if quotation.citation is None:
            continue
        texts = [numbers[sentence.origin, target.source] for target in quotation.citation.targets]
        pieces = (p.text.strip() for p in quotation.parts if p.kind is PartKind.WORDS)
        quoted |= {(text, piece) for piece in pieces if piece for text in texts}
    words = " ".join(_MARKUP.sub("", sentence.markdown).split())
    return quoted, {(text, words) for text, _ in quoted}


def asked(corpora: Mapping[str, Corpus], sentences: Sequence[Given], python: Path) -> list[Refused]:
    """What each tool refuses of the sentences. Ends the program where a tool fails."""
    keys = [(o, name) for o, corpus in corpora.items() for name in corpus.library.sources]
    texts = [
        SourceText(f"{origin}-{name}", source.language, source.text, ())
        for origin, name in keys
        for source in (corpora[origin].library.sources[name],)
    ]
    numbers = {key: number for number, key in enumerate(keys)}
    # A figure of the source's own card, for example, is no quotation.
    of_each = [pair for one in sentences if (pair := cases_of(one, numbers))[0]]
    every = sorted({case for pair in of_each for cases in pair for case in cases})
    answers = []
    for tool in TOOLS:
        path = environment.CACHE / f"prose-{tool}.jsonl"
        speed.write_cases(path, texts, every)
        verdicts = environment.run_tool(tool, python, path)["verdicts"]
        accepted = {case for case, yes in zip(every, verdicts, strict=True) if yes}
        assert accepted, f"{tool} found nothing at all"
        answers.append(Refused(
            tool, len(of_each),
            sum(not quoted <= accepted for quoted, _ in of_each),
            sum(not own & accepted for _, own in of_each),
        ))  # fmt: skip
    return answers
