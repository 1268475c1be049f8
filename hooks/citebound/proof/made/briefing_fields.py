"""What each field of a briefing must say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from citebound.model import Briefing
from citebound.proof.addresses import whole_address
from citebound.proof.made import phrases
from citebound.proof.made.day_words import day_words
from citebound.proof.made.fields import Fields, Here
from citebound.proof.made.review_again import unsigned_statements
from citebound.proof.made.whole import told
from citebound.proof.nodes import Element, with_single_spaces


@dataclass(frozen=True)
class BriefingFields(Fields):
    """The truth of each field of a briefing."""

    def amended(self, text: str, here: Here) -> bool:
        briefing = self._briefing(here)
        return briefing is not None and text == amended_on(briefing)

    @cached_property
    def _changed(self) -> dict[str, int | None]:
        """How many statements are new or changed since each review; ``None``: nobody signed."""
        public = self.whole.public
        return {
            b.address: unsigned_statements(b, public.bindings[b.path]) if b.review else None
            for b in public.library.briefings
        }

    def state_of(self, briefing: Briefing) -> str:
        """``unsigned``, ``signed``, or ``changed`` since it was signed."""
        changed = self._changed[briefing.address]
        return "unsigned" if changed is None else "changed" if changed else "signed"

    def reviewed(self, text: str, here: Here) -> bool:
        briefing = self._briefing(here)
        return briefing is not None and text == self.state_of(briefing)

    def review(self, text: str, here: Here) -> bool:
        briefing = self._briefing(here)
        if briefing is None:
            return False
        return with_single_spaces(text) == with_single_spaces(self.reviewed_so(briefing))

    def reviewed_so(self, briefing: Briefing) -> str:
        """What a page says of the review of a briefing."""
        said = "Checked: each quotation is in its source. "
        changed, review = self._changed[briefing.address], briefing.review
        if review is None:
            said += "Not reviewed: nobody has signed yet that the words support the sentences."
        elif changed:
            many = "s are" if changed > 1 else " is"
            said += f"Changed since its review: {review.by} signed on {day_words(review.date)}, "
            said += f"and {changed} statement{many} new or changed since."
        else:
            said += f"Reviewed: {review.by} signed on {day_words(review.date)} that the words "
            said += "support the sentences."
        return said

    def summary(self, text: str, here: Here) -> bool:
        thing = next(self.linked(here), None)
        return isinstance(thing, Briefing) and text == told(thing.summary)

    def gap(self, text: str, here: Here) -> bool:
        briefing = self._briefing(here)
        return briefing is not None and text in map(told, briefing.gaps)

    def judgement_id(self, text: str, here: Here) -> bool:
        briefing = self._briefing(here)
        return briefing is not None and text in {f"judgement-{j.id}" for j in briefing.judgements}

    def _judged(self, here: Here, field: str) -> str | None:
        briefing, item = self._briefing(here), here.nearest(("li",))
        for judgement in briefing.judgements if briefing and item else ():
            if item and item.get("id") == f"judgement-{judgement.id}":
                return told(getattr(judgement, field) or "")
        return None

    def judgement(self, text: str, here: Here) -> bool:
        return text == self._judged(here, "text")

    def reason_name(self, text: str, here: Here) -> bool:
        return text in phrases.REASONS.values()

    def reason(self, text: str, here: Here) -> bool:
        held = [c for c in here.path[-2].children if isinstance(c, Element)]
        at = next(n for n, c in enumerate(held) if c is here.element)
        name = next((k for k, said in phrases.REASONS.items() if said == held[at - 1].words), "")
        return bool(name) and text == self._judged(here, name)

    def likelihood(self, text: str, here: Here) -> bool:
        return text == self._judged(here, "likelihood")

    def confidence(self, text: str, here: Here) -> bool:
        return text == self._judged(here, "confidence")

    def range(self, text: str, here: Here) -> bool:
        word = self._judged(here, "likelihood") or self._judged(here, "confidence") or ""
        return text == phrases.RANGES.get(word, "")

    def scale(self, text: str, here: Here) -> bool:
        return text in ("method/#likelihood", "method/#confidence")

    def scale_name(self, text: str, here: Here) -> bool:
        href = self.whole.leads(here.element.get("href") or "", here.page)
        return href == f"method/#{text.lower()}"

    def _corrected(self, here: Here, field: str) -> Iterator[str]:
        briefing = self._briefing(here)
        for correction in briefing.corrections if briefing else ():
            yield told(getattr(correction, field))

    def correction_why(self, text: str, here: Here) -> bool:
        return text in self._corrected(here, "why")

    def correction_was(self, text: str, here: Here) -> bool:
        return text in self._corrected(here, "was")

    def correction_now(self, text: str, here: Here) -> bool:
        return text in self._corrected(here, "now")

    def citation(self, text: str, here: Here) -> bool:
        briefing = self._briefing(here)
        return briefing is not None and text == with_single_spaces(self.cited_as(briefing))

    def cited_as(self, briefing: Briefing) -> str:
        """How a briefing is cited."""
        facts, amended = self.whole.facts, amended_on(briefing)
        dates = day_words(briefing.date) + (f", amended {amended}" if amended else "")
        where = whole_address(facts.site_url, briefing.address) or briefing.address
        return f"“{briefing.title}”, {facts.site_name}, {dates}, {where}"


def amended_on(briefing: Briefing) -> str:
    """The day of the latest correction, in words; "" where there is none."""
    latest = max((str(c.date) for c in briefing.corrections), default="")
    return day_words(latest) if latest else ""
