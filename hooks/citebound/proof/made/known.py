"""What is public, looked up: things by their addresses, events, states of reviews, roles, texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from citebound.model import Actor, Briefing, Event, Source
from citebound.proof.addresses import whole_address
from citebound.proof.made import phrases
from citebound.proof.made.day_words import day_words
from citebound.proof.made.derived import cited_title
from citebound.proof.made.parties import Role, roles
from citebound.proof.made.review_again import unsigned_statements
from citebound.proof.made.whole import Whole
from citebound.text.patterns import Pattern

Thing = Briefing | Actor | Source

HIDDEN = "\0"
"""What stands for a character that may not be read."""

_CALLED = {"title": "title", "publisher": "publisher", "published": "date", "author": "author"}
_UNSTOPPED = Pattern(r"\p{Script=Thai}|\p{Script=Khmer}|\p{Script=Lao}")
_LETTERS = Pattern(r"\p{L}")


def known_from(source: Source) -> str:
    """What is said of the facts of a source that are only inferred."""
    by: dict[str, list[str]] = {}
    for name, where in source.known_from.items():
        by.setdefault(str(where), []).append(_CALLED.get(name, name))
    return "; ".join(
        f"{', '.join(names[:-1])}{' and ' if names[1:] else ''}{names[-1]} "
        f"{'are' if names[1:] else 'is'} known only from the {where}, "
        "not printed in the text we hold"
        for where, names in by.items()
    )


def graded_so(source: Source) -> str:
    """The grade of a source without its reason."""
    grade = source.grade
    if not grade:
        return ""
    return phrases.GRADED.format(mark=grade.mark, grade=phrases.GRADES[str(grade.mark)])


def worth_of(source: Source) -> str:
    """What the line says that leads from a briefing to what its source is worth."""
    more = [phrases.CIRCULAR if source.circular else "",
            phrases.TO_OBTAIN if source.obtain else ""]  # fmt: skip
    said = ". On its page: ".join(filter(None, (graded_so(source), "; ".join(filter(None, more)))))
    return f"{said[:1].upper()}{said[1:]}"


def amended_on(briefing: Briefing) -> str:
    """The day of the latest correction after the page, in words; "" where there is none."""
    latest = max((str(c.date) for c in briefing.corrections), default="")
    return day_words(latest) if latest > str(briefing.date) else ""


@dataclass(frozen=True)
class Known:
    """What is known of each thing that is public, without counting."""

    whole: Whole

    @cached_property
    def things(self) -> dict[str, Thing]:
        """What has a page, by address: briefings, sources, and actors that are not in the list."""
        library = self.whole.public.library
        found: dict[str, Thing] = {briefing.address: briefing for briefing in library.briefings}
        found |= {a.address: a for a in library.actors.values() if not a.in_list}
        return found | {source.address: source for source in library.sources.values()}

    # --- briefings --------------------------------------------------------------------------

    @cached_property
    def _changed(self) -> dict[str, int | None]:
        """How many statements are new or changed since each review; ``None``: nobody signed."""
        public = self.whole.public
        return {
            b.address: unsigned_statements(b, public.bindings[b.path], public.library.sources)
            if b.review
            else None
            for b in public.library.briefings
        }

    def state_of(self, briefing: Briefing) -> str:
        """``unsigned``, ``signed``, or ``changed`` since it was signed."""
        changed = self._changed[briefing.address]
        return "unsigned" if changed is None else "changed" if changed else "signed"

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

    def cited_as(self, briefing: Briefing) -> str:
        """How a briefing is cited."""
        facts, amended = self.whole.facts, amended_on(briefing)
        dates = day_words(briefing.date) + (f", amended {amended}" if amended else "")
        where = whole_address(facts.site_url, briefing.address) or briefing.address
        return f"{cited_title(str(briefing.title))}, {facts.site_name}, {dates}, {where}"

    # --- events -----------------------------------------------------------------------------

    @cached_property
    def events(self) -> dict[str, Event]:
        """What defines each event, by its id."""
        found = {}
        for name, given in self.whole.ground.events.items():
            first = min(given, key=lambda event: event.ref)
            if not first.ref and first.date is not None:
                found[name] = first
        return found

    def statuses_of(self, name: str) -> set[str]:
        """What briefings say of an event: one word, ``disputed`` where they do not agree."""
        found = {str(e.status) for e in self.whole.ground.events.get(name, ()) if e.status}
        return {"disputed"} if len(found) > 1 else found

    def roles_in(self, event: str) -> dict[str, list[Role]]:
        """Who is in an event, and as what."""
        return self._roles.get(event, {})

    @cached_property
    def _roles(self) -> dict[str, dict[str, list[Role]]]:
        return {name: roles(given) for name, given in self.whole.ground.events.items()}

    # --- the words of sources ---------------------------------------------------------------

    def readable(self, source: Source) -> str:
        """The text of a source, each character that may not be read as :data:`HIDDEN`."""
        if source.id not in self._readable:
            parts: list[str] = []
            at = 0
            for span in self.whole.public.access[source.id].withheld:
                hidden = re.sub(r"\S", HIDDEN, span.of(source.text))
                parts += (source.text[at : span.start], hidden)
                at = span.end
            self._readable[source.id] = "".join((*parts, source.text[at:]))
        return self._readable[source.id]

    @cached_property
    def _readable(self) -> dict[str, str]:
        return {}

    def is_without_stops(self, source: Source) -> bool:
        """Whether most letters of a paragraph are of a script without a full stop; of words that
        may not be read, the language tells.
        """
        text = self.readable(source)
        return source.language.partition("-")[0] in ("th", "km", "lo") or any(
            2 * len(_UNSTOPPED.findall(words)) > len(_LETTERS.findall(words))
            for words in (paragraph.of(text) for paragraph in source.paragraphs)
        )
