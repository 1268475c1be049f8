"""The figures of the evidence of a statement, with what stands beside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from citebound.claims.evidence import Evidence
from citebound.claims.figures.beside import beside
from citebound.claims.figures.comparing import Figures
from citebound.claims.figures.compound_units import currencies
from citebound.claims.figures.publication import Resolved, resolved
from citebound.claims.figures.reading import figures_in
from citebound.claims.figures.values import Figure
from citebound.claims.figures.when import dates_beside
from citebound.model import Source, Span
from citebound.text.limiting import language_of

READ = frozenset({"en", "ru", "my"})
"""The languages whose number words have a table."""


def words_beside(text: str, language: str) -> dict[Span, frozenset[str]]:
    """The content words beside each figure of a text that is no quiet one."""
    spans = tuple(f.span for f in figures_in(text, language) if not f.quiet)
    return dict(zip(spans, beside(text, spans), strict=True))


@dataclass(frozen=True, eq=False)
class Held:
    """The figures of the evidence, each with the text that it is in."""

    evidence: Evidence

    @cached_property
    def _one(self) -> str:
        languages = {_tag(source) for source in self.evidence.sources}
        return languages.pop() if len(languages) == 1 else ""

    def language(self, text: str) -> str:
        """The language of a text of the evidence."""
        return self._one or language_of(text)

    @cached_property
    def placed(self) -> tuple[tuple[str, Figure], ...]:
        """Each figure of the evidence, after the text that it is in."""
        return tuple(
            (text, figure)
            for text in self.evidence.texts
            for figure in figures_in(text, self.language(text))
        )

    @cached_property
    def beside(self) -> tuple[frozenset[str], ...]:
        """For each of them, the content words beside it."""
        near = {text: words_beside(text, self.language(text)) for text in self.evidence.texts}
        return tuple(near[text].get(figure.span, frozenset()) for text, figure in self.placed)

    @cached_property
    def dated(self) -> tuple[frozenset[str], ...]:
        """The same, with what the date right after it says."""
        when = {
            text: dates_beside(text, figures_in(text, self.language(text)))
            for text in self.evidence.texts
        }
        return tuple(
            near | when[text].get(figure.span, frozenset())
            for near, (text, figure) in zip(self.beside, self.placed, strict=True)
        )

    @cached_property
    def relative(self) -> tuple[Resolved, ...]:
        """The dates without a year of the evidence, with what they resolve to."""
        library = self.evidence.library
        passages = zip(self.evidence.words, self.evidence.passages, strict=True)
        return tuple(
            found
            for text, passage in passages
            for found in resolved(
                text,
                str(library.sources[passage.source].published),
                " ".join(Evidence((passage,), library).around),
            )
        )

    @cached_property
    def figures(self) -> Figures:
        """The same, to be looked up."""
        money = frozenset[str]().union(*map(currencies, self.evidence.texts))
        return Figures(tuple(figure for _, figure in self.placed), money)

    @cached_property
    def resolving(self) -> Figures:
        """The dates that relative phrases resolve to, to be looked up by a date without a year."""
        return Figures(tuple(figure for one in self.relative for figure in one.figures))

    @cached_property
    def resolving_bounded(self) -> Figures:
        """The same with the bounds that they have in their text, for a date with its year."""
        return Figures(tuple(figure for one in self.relative for figure in one.with_bounds))

    @cached_property
    def unread(self) -> bool:
        """Whether a source is in a language whose number words are not known."""
        return any(_tag(source) not in READ for source in self.evidence.sources)


def _tag(source: Source) -> str:
    """The language of a source without its region."""
    return source.language.partition("-")[0].lower()
