"""Quotations that repeat what the body binds: in headings, and in the fields of front matter.

They need no citation of their own where the body binds the same words with the same cuts and
insertions. “did misstate” does not repeat “did […] misstate”.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from citebound.model import Part, Passage, Quotation, Subject
from citebound.passages.answers import Bound
from citebound.problems import Thing
from citebound.text.folding import fold

Key = tuple[tuple[str, str], ...]
"""A quotation's words, cuts and insertions, folded: equal keys are the same quotation."""


def key_of(parts: Sequence[Part]) -> Key:
    """What two quotations must have in common to be the same."""
    return tuple((part.kind.value, fold(part.text).text.strip(" ")) for part in parts)


@dataclass(frozen=True, slots=True)
class Repeatable:
    """What a document's body binds, to be repeated elsewhere.

    ``passages`` are those of each quotation that is bound; ``marked`` are those that the
    body marks as terms, and ``terms`` folded words of ours that need no source. ``others``
    are the quotations of the body that are neither.
    """

    passages: Mapping[Key, tuple[Passage, ...]]
    marked: frozenset[Key]
    terms: frozenset[str]
    others: Mapping[Key, Sequence[Thing]]

    def alike(self, quotation: Quotation) -> Sequence[Thing]:
        """The quotations of the body with the same words, which are not bound either."""
        return self.others.get(key_of(quotation.parts), ())

    def holds(self, quotation: Quotation) -> bool:
        """Whether a quotation repeats one that the body binds, or is a term of ours."""
        return key_of(quotation.parts) in self.passages or self.is_term(quotation)

    def is_term(self, quotation: Quotation) -> bool:
        """Whether a quotation is a term of ours, which is bound to nothing."""
        if quotation.citation is not None:
            return False
        key = key_of(quotation.parts)
        if quotation.scope == "field":
            if key in self.passages:
                return False
            if key in self.marked:
                return True
        words = "".join(part.text for part in quotation.parts)
        listed = len(quotation.parts) == 1 and fold(words).text.strip(" ") in self.terms
        return quotation.term or listed


def repeatable(
    subject: Subject,
    bound: Bound,
    site_terms: Sequence[str] = (),
) -> Repeatable:
    """What the fields of a subject, whose document is ``bound``, may repeat."""
    quotations = subject.document.quotations
    passages = {key_of(q.parts): bound[i].passages for i, q in enumerate(quotations)
                if bound[i].passages}  # fmt: skip
    marked = frozenset(key_of(q.parts) for q in quotations if q.term)
    others: dict[Key, list[Thing]] = defaultdict(list)
    for index, quotation in enumerate(quotations):
        if not bound[index].passages and not quotation.term:
            others[key_of(quotation.parts)].append(quotation.thing)
    terms = frozenset(fold(term).text.strip(" ") for term in (*subject.terms, *site_terms))
    return Repeatable(passages, marked, terms, others)
