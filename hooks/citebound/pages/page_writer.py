"""A page while it is being written, each part of it by a template."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from citebound.indexes import EventEntry, Indexes
from citebound.model import Passage
from citebound.model.wording import Wording
from citebound.pages.page import Page, PageHeading
from citebound.pages.templating import fill, fill_macro
from citebound.shown.evidence import NoteShown, Numbering
from citebound.shown.facts import SiteFacts
from citebound.shown.passage import ActorName, PassageShown, actor_name, show
from citebound.shown.views import EventShown, event_shown

_QUOTE = re.compile(r'data-quote="([^"]+)"')
_DESCRIPTION = 300


@dataclass(slots=True)
class PageWriter:
    """The page at ``address`` with what has been written so far.

    ``language`` is the language of its title, which may be a source's.
    """

    address: str
    title: str
    indexes: Indexes
    facts: SiteFacts
    language: str = "en"
    headings: list[PageHeading] = field(default_factory=list)
    written: list[Markup] = field(default_factory=list)
    _shown: dict[Passage, PassageShown] = field(default_factory=dict)
    _said: dict[int, tuple[Wording, Markup]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.heading(1, self.title, "top", self.language)

    def heading(self, level: int, words: str, anchor: str, language: str = "en") -> None:
        """A heading with an address of its own."""
        self.headings.append(PageHeading(level, words, anchor))
        self.block("heading", level=level, words=words, anchor=anchor, language=language)

    def block(self, template: str, **values: object) -> None:
        """A part of the page, made by a template."""
        self.written.append(fill(template, self.address, pieces=self.pieces, **values))

    def pieces(self, text: str) -> list[str]:
        """A text field for the macro ``said``: one with quotations as its finished HTML, which
        is made once however many passages of a page it is a use of.
        """
        if not isinstance(text, Wording):
            return [text]
        # By identity: two texts of the same words may quote different passages.
        _, said = self._said.get(id(text)) or self._said.setdefault(
            id(text), (text, fill_macro("said", self.address, self._pieces, text))
        )
        return [said]

    def _pieces(self, text: Wording) -> list[str | PassageShown]:
        """Words of ours, and the passages that are quoted."""
        return [p if isinstance(p, str) else self.show(p) for p in text.pieces]

    def prose(self, html: Markup, headings: Sequence[PageHeading]) -> None:
        """An editor's prose, rendered."""
        if html:
            self.written.append(html)
            self.headings += headings

    def show(self, passage: Passage) -> PassageShown:
        """A passage for a template of this page."""
        if passage not in self._shown:
            self._shown[passage] = show(passage, self.indexes, self.facts)
        return self._shown[passage]

    def notes(self, numbering: Numbering) -> list[NoteShown]:
        """The evidence that was marked for the first time since the last notes."""
        return [
            NoteShown(e.number, tuple(map(self.show, e.passages)), e.withheld, e.note, e.again)
            for e in numbering.take()
        ]

    def actor(self, actor_id: str) -> ActorName:
        """An actor's name and address for a template of this page."""
        return actor_name(actor_id, self.indexes)

    def event(self, entry: EventEntry) -> EventShown:
        """An event for a template of this page."""
        return event_shown(entry, self.indexes, self.facts)

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
            html=Markup("\n").join(self.written),
            headings=tuple(self.headings),
            edit=edit,
            quotations=frozenset(found for html in self.written for found in _QUOTE.findall(html)),
            listed=listed,
            target=target,
        )
