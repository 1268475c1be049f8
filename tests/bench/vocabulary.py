"""What the sentences of a generated text are made of: phrases that fit together in any choice.

A language has openings (who), doings (a verb with its object), circumstances (where, when,
how), sayings (who says it, and how), findings with a number, denials, and asides. A phrase is
inflected as it stands, so that every sentence made of them is grammatical.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the sentences of one language are made of.

    ``{n}`` in a phrase is a number. ``marks`` are the double marks of direct speech,
    ``stop`` and ``comma`` its full stop and comma, ``gap`` what stands between phrases.
    """

    language: str
    who: tuple[str, ...]
    does: tuple[str, ...]
    denies: tuple[str, ...]
    where: tuple[str, ...]
    when: tuple[str, ...]
    finding: tuple[str, ...]
    aside: tuple[str, ...]
    says: tuple[str, ...]
    reports: tuple[str, ...]
    headings: tuple[str, ...]
    marks: tuple[str, str]
    negations: tuple[str, ...]
    stop: str = "."
    comma: str = ", "
    gap: str = " "
