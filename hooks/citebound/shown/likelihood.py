"""The words of likelihood and confidence, and what they stand for.

ICD 203, Analytic Standards (Office of the Director of National Intelligence, 2015),
section D.6.e.(2): two sets of terms for seven ranges of probability; they are not mixed
within one judgement, and a word of confidence is never next to one of likelihood.
"""

from __future__ import annotations

from typing import NamedTuple


class Step(NamedTuple):
    """One step of the scale: its two words, and its range in per cent."""

    word: str
    other: str
    least: int
    most: int


SCALE = (
    Step("almost no chance", "remote", 1, 5),
    Step("very unlikely", "highly improbable", 5, 20),
    Step("unlikely", "improbable", 20, 45),
    Step("roughly even chance", "roughly even odds", 45, 55),
    Step("likely", "probable", 55, 80),
    Step("very likely", "highly probable", 80, 95),
    Step("almost certain", "nearly certain", 95, 99),
)
"""The scale, from the least to the most likely."""

CONFIDENCE = {
    "low": "little or weak evidence, or one source whose quality cannot be tested",
    "moderate": "evidence that is credible and hangs together, but not enough to be sure",
    "high": "good evidence from more than one independent source",
}
"""The levels of confidence, and what each says of the evidence."""


def explained(word: str) -> str:
    """What a word of likelihood stands for ("55 to 80 %"), or "" for a word not on the scale."""
    for step in SCALE:
        if word in (step.word, step.other):
            return f"{step.least} to {step.most} %"
    return ""
