"""Our side: each case as a user's quotation, from the Markdown to the finding.

A case becomes a briefing of one line, ``“…” [@source]``; it is taken apart by
``markup.scan`` and bound by ``binding.bind_subject``, qualifiers and voices included.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bench.mutations import Case
from bench.texts import SourceText
from citebound.markup import scan
from citebound.model import Briefing, Source, Span, Text, Voice, VoiceKind
from citebound.passages.binding import bind_subject
from citebound.passages.matching import SearchableSource
from citebound.text.sentences import paragraphs_of, sentences_of


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a case: ``codes`` are its findings, ``spans`` the passage bound, and
    ``near`` what the hint names.
    """

    accepted: bool
    codes: tuple[str, ...]
    spans: tuple[Span, ...]
    near: tuple[Span, ...]


def source_of(text: SourceText, *, whole: bool = True) -> Source:
    """A text as a source of ours, with its paragraphs, sentences and voices.

    Finding needs no sentences: with ``whole`` false they are left out.
    """
    paragraphs = paragraphs_of(text.text, "lines")
    voices = tuple(
        Voice(VoiceKind(s.kind), Span(s.start, s.end), Text("somebody")) for s in text.speech
    )
    return Source(
        text.id,
        text.text,
        language=text.language,
        paragraphs=paragraphs,
        sentences=sentences_of(text.text, paragraphs) if whole else (),
        voices=voices,
    )


def verdicts(texts: Sequence[SourceText], cases: Sequence[Case]) -> list[Verdict]:
    """The verdict on each case, in order."""
    searchables = [SearchableSource.of(source_of(text)) for text in texts]
    return [_verdict(case, searchables[case.text]) for case in cases]


def _verdict(case: Case, searchable: SearchableSource) -> Verdict:
    name = searchable.source.id
    document = scan(f"{case.markdown} [@{name}]\n", "briefings/2026-11-case.md")
    briefing = Briefing(
        "2026-11-case",
        document.path,
        Text("A case"),
        Text("2026-11-30"),
        Text("One case."),
        (Text(name),),
        document,
    )
    bound = bind_subject(briefing, {name: searchable})
    problems = (*document.problems, *bound.problems)
    spans = tuple(span for passage in bound.passages for span in passage.spans)
    return Verdict(
        not problems and len(document.quotations) == 1 and bool(spans),
        tuple(problem.code for problem in problems),
        spans,
        tuple(span for answer in bound.values() for _, span in answer.meant),
    )


def names_the_place(case: Case, verdict: Verdict) -> bool:
    """Whether the hint's passage covers at least 80 % of the true one."""
    covered: set[int] = set()
    for span in verdict.near:
        covered.update(range(max(span.start, case.start), min(span.end, case.end)))
    return len(covered) * 5 >= (case.end - case.start) * 4


def bound_elsewhere(case: Case, verdict: Verdict) -> bool:
    """Whether an accepted quotation was bound outside the passage it was taken from."""
    return any(not Span(case.start, case.end).holds(span) for span in verdict.spans)
