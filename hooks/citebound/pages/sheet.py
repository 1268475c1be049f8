"""A sheet: a page while it is being written.

Headings and our prose go in as Markdown, everything else by template, into slots.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from citebound.indexes import Indexes
from citebound.model import Passage
from citebound.pages.facts import SiteFacts
from citebound.pages.page import Page, Slots
from citebound.pages.shown import ActorName, Shown, actor_name, show
from citebound.pages.templating import render

_QUOTE = re.compile(r'data-quote="([^"]+)"')
_DESCRIPTION = 300


@dataclass(slots=True)
class Sheet:
    """The page at ``address`` with what has been written so far.

    ``language`` is that of its title, which may be a source's.
    """

    address: str
    title: str
    indexes: Indexes
    facts: SiteFacts
    language: str = "en"
    slots: Slots = field(default_factory=Slots)
    written: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        title = self.inline("words", words=self.title, language=self.language)
        self.written.append(f"# {title} {{#top}}")

    def inline(self, template: str, **values: object) -> str:
        """A slot within a line of Markdown, filled by a template."""
        return self.slots.put(render(template, self.address, **values))

    def heading(self, level: int, words: str, anchor: str) -> None:
        """A heading with an address of its own; its words are never read as Markdown."""
        slot = self.inline("words", words=words, language="en")
        self.written.append(f"{'#' * level} {slot} {{#{anchor}}}")

    def block(self, template: str, **values: object) -> None:
        """A block of HTML, filled by a template."""
        self.written.append(self.slots.block(render(template, self.address, **values)).strip("\n"))

    def markdown(self, text: str) -> None:
        """Markdown of our own or of an editor."""
        if text.strip():
            self.written.append(text.strip("\n"))

    def show(self, passage: Passage) -> Shown:
        """A passage for a template of this page."""
        return show(passage, self.indexes, self.facts)

    def actor(self, actor_id: str) -> ActorName:
        """An actor's name and address for a template of this page."""
        return actor_name(actor_id, self.indexes)

    def page(
        self,
        kind: str,
        description: str,
        *,
        edit: str | None = None,
        listed: bool = False,
        target: str | None = None,
    ) -> Page:
        """The finished page."""
        told = " ".join(description.split())
        if len(told) > _DESCRIPTION:
            told = told[:_DESCRIPTION].rsplit(" ", 1)[0] + "…"
        return Page(
            address=self.address,
            title=self.title,
            description=told,
            kind=kind,
            markdown="\n\n".join(self.written) + "\n",
            slots=dict(self.slots.html),
            edit=edit,
            quotations=frozenset(
                found for html in self.slots.html.values() for found in _QUOTE.findall(html)
            ),
            listed=listed,
            target=target,
        )
