"""What each field of a source and of an actor must say, and where words of sources are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import regex

from citebound.dates import OPEN_HORIZON_YEARS
from citebound.model import Actor, Briefing, Source
from citebound.proof.made import phrases
from citebound.proof.made.day_words import day_words
from citebound.proof.made.derived import folded as one_line
from citebound.proof.made.event_fields import EventFields
from citebound.proof.made.fields import Here, known_from
from citebound.proof.made.numbered import note_said
from citebound.proof.made.passages import inserted, stands_for
from citebound.proof.made.whole import told
from citebound.proof.nodes import with_single_spaces

HIDDEN = "\0"
"""What stands for a character that may not be read."""

_UNSTOPPED = regex.compile(r"\p{Script=Thai}|\p{Script=Khmer}|\p{Script=Lao}")
_LETTERS = regex.compile(r"\p{L}")


@dataclass(frozen=True)
class SourceFields(EventFields):
    """The truth of each field of sources, of actors and of what is shown of a source."""

    def inferred(self, text: str, here: Here) -> bool:
        source = self._source(here)
        return source is not None and text == with_single_spaces(known_from(source))

    def banner(self, text: str, here: Here) -> bool:
        source = self._source(here)
        if source is None:
            return False
        said = f", {source.publisher}." if source.publisher else "."
        return text == with_single_spaces(f"{said} {source.descriptor}")

    def source_line(self, text: str, here: Here) -> bool:
        source = self._source(here)
        if source is None:
            return False
        date = day_words(source.published) if source.published else ""
        said = [str(part) for part in (source.author, source.publisher, date) if part]
        return text == with_single_spaces("".join(f", {part}" for part in said) + ".")

    def descriptor(self, text: str, here: Here) -> bool:
        source = self._source(here)
        return source is not None and text == with_single_spaces(str(source.descriptor))

    def url(self, text: str, here: Here) -> bool:
        source = self._source(here)
        return source is not None and text == with_single_spaces(str(source.url))

    def actor_id(self, text: str, here: Here) -> bool:
        """An actor without a page is named by its id."""
        return re.fullmatch("[a-z0-9-]+", text) is not None and text not in self.whole.ground.names

    def fact(self, text: str, here: Here) -> bool:
        actor, item = self._own(here), here.nearest(("li",))
        number = int(((item and item.get("id")) or "fact-0").removeprefix("fact-"))
        facts = actor.facts if isinstance(actor, Actor) else ()
        return 0 < number <= len(facts) and text == told(facts[number - 1].text)

    def note(self, text: str, here: Here) -> bool:
        subject = self._own(here)
        if not isinstance(subject, Briefing | Actor):
            return False
        bound = self.whole.public.bindings[subject.path]
        return any(text == note_said(note, bound) for note in subject.document.footnotes)

    def use(self, text: str, here: Here) -> bool:
        return text in self.uses.get(self._used(here), ())

    def _used(self, here: Here) -> str:
        item = here.nearest(("li",))
        links = (e.get("href") for e in (item.elements() if item else ()) if e.tag == "a")
        return self.whole.leads(next(filter(None, links), ""), here.page)

    def use_kind(self, text: str, here: Here) -> bool:
        item = here.path[-2]
        links = (e.get("href") for e in item.elements() if e.tag == "a")
        address = self.whole.leads(next(filter(None, links), ""), here.page)
        begins = phrases.USES.get(text)
        is_event = address.startswith("timeline/#")
        return begins is not None and is_event is (begins == "#") and begins in address

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

    def dropped(self, text: str, here: Here) -> bool:
        for around in reversed(here.path):
            shown = {i for e in around.elements() if (i := e.get("data-quote")) is not None}
            if shown:
                return any(stands_for(self.whole.ground.passage(i), text) for i in shown)
        return False

    def insertion(self, text: str, here: Here) -> bool:
        return text in self._inserted

    @cached_property
    def _inserted(self) -> frozenset[str]:
        return inserted(self.whole.public)

    def trailing(self, text: str, here: Here) -> bool:
        return text in ("", ".", ",")

    def source_words(self, text: str, here: Here) -> bool:
        source = self._own(here)
        if not isinstance(source, Source):
            return False
        if source.id not in self._listed:
            spans = [
                span
                for v in source.voices
                for span in (v.span, v.cue, v.antecedent, v.described)
                if span is not None
            ]
            spans += [each.span for each in source.set_aside]
            self._listed[source.id] = {one_line(span.of(source.text)) for span in spans}
        return text in self._listed[source.id]

    @cached_property
    def _listed(self) -> dict[str, set[str]]:
        """The words of voices, of what names them and of what is set aside, by source."""
        return {}

    def because(self, text: str, here: Here) -> bool:
        source = self._own(here)
        return isinstance(source, Source) and any(
            voice.because is not None and text == with_single_spaces(str(voice.because))
            for voice in source.voices
        )

    def horizon(self, text: str, here: Here) -> bool:
        return text == str(OPEN_HORIZON_YEARS)
