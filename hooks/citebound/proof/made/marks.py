"""Quotation marks on pages: around words of a source, or in a place that is listed here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citebound.model import Briefing, Source
from citebound.pages.page import Page
from citebound.problems import Problem
from citebound.proof.made.derived import folded
from citebound.proof.made.ground import Ground, differs
from citebound.proof.nodes import Element

TEMPLATES = frozenset(
    (
        "direct speech", "reported", "Our analysis", "About the source", "Why it matters",
        "Read on", "significantly amended", "2025 or later",
        "in September", "Analytic Standards", "Evidence", "See it in place", "checked", "reviewed",
        "by 15 September 2023",
        "by",
        "took part",
        "named",
    )
)  # fmt: skip
"""Words that our own templates put between quotation marks."""

_BLOCKS = frozenset(
    (
        "blockquote", "caption", "dd", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6",
        "label", "li", "option", "p", "pre", "summary", "td", "text", "th", "title",
    )
)  # fmt: skip
_OF_A_SOURCE = frozenset(("cb-passage", "cb-fulltext", "cb-dropped-words", "cb-copy"))
"""Elements that hold a source's own text, with its own marks; they are compared elsewhere."""

_WITH_MARKS = frozenset(("cb-quoted", "cb-our-term"))
"""Elements that hold a quotation, or a term of ours, with its marks."""

_PASSAGE = "\ue000"
"""What stands for a passage in the text of a block."""

_PAIR = re.compile(
    r"“((?:[^“”„]|„[^„“”]*“|“[^“”]*”)*)”|„((?:[^„“]|„[^„“]*“)*)“|«([^«»]*)»|\"([^\"]*)\""
)
_LONE = re.compile("[“”„«»「」『』＂]")


class Marks:
    """What may stand between quotation marks on the pages of a site."""

    def __init__(self, ground: Ground, owners: Iterable[str] = ()) -> None:
        """Gather terms, titles and phrases."""
        self.terms = frozenset(_terms(ground))
        self.allowed = {*TEMPLATES, *self.terms, *_fields(ground)}
        marked = {
            folded(field) for field in (*_marked_fields(ground), *owners) if _LONE.search(field)
        }
        self.marked = marked | {f.replace('"', "”") for f in marked}
        self.whole = sorted(self.marked, key=len, reverse=True)
        self.allowed |= {words.rstrip(".,") for words in self.allowed}

    def on(self, page: Page, body: Element) -> Iterator[Problem]:
        """Marks on a page, read as ``body``, that stand around anything else."""
        for element in body.elements():
            classes = set((element.get("class") or "").split())
            stands = self._stands(element, classes)
            if not stands:
                yield differs(
                    page.address or "index.html",
                    f"the quotation marks of “{element.words}” are not at their words",
                )
        for block in _blocks(body):
            rest = folded(block)
            # Of most blocks nothing need be taken out: without a mark, or with a field's alone.
            if rest in self.marked or not _LONE.search(rest):
                continue
            for field in self.whole:
                rest = rest.replace(field, "")
            rest = _PAIR.sub(self._known, rest)
            lone = _LONE.search(rest)
            if lone is not None:
                near = folded(rest[max(0, lone.start() - 20) : lone.start() + 60])
                yield differs(
                    page.address or "index.html",
                    f"a quotation mark stands around words that nothing bears out: {near}",
                )

    def _stands(self, element: Element, classes: set[str]) -> bool:
        """Whether an element that holds marks of ours holds its words too, and nothing else."""
        if "cb-quoted" in classes:
            shape = [c if isinstance(c, str) else c.get("data-quote") for c in element.children]
            return len(shape) == 3 and shape[::2] == ["“", "”"] and shape[1] is not None
        if "cb-our-term" in classes:
            words = element.words
            return (words[:1], words[-1:]) == ("“", "”") and _plain(words[1:-1]) in self.terms
        return True

    def _known(self, found: re.Match[str]) -> str:
        words = next(group for group in found.groups() if group is not None)
        bare = _plain(words)
        known = bare in self.allowed or bare.rstrip(".,") in self.allowed
        return "" if known else found.group()


def _plain(words: str) -> str:
    """Words as they are compared: white space folded, none before or after our brackets."""
    return re.sub(r"\s*(\[[^\[\]]*\])\s*", r"\1", folded(words))


def _fields(ground: Ground) -> Iterator[str]:
    """The fields of sources, editors and the owner that may stand between marks."""
    library = ground.library
    for source in library.sources.values():
        for field in _of_source(source):
            yield from _with_inner(field)
    for briefing in library.briefings:
        yield from _with_inner(str(briefing.title))
        yield from _of_briefing(briefing)
    for actor in library.actors.values():
        phrases = (fact.date.phrase for fact in actor.facts if fact.date is not None)
        yield from (folded(str(phrase)) for phrase in phrases if phrase is not None)


def _of_source(source: Source) -> Iterator[str]:
    """What a source is called, and what is said of it."""
    yield from map(str, (source.title, source.short, source.publisher, source.author))
    yield str(source.descriptor)
    yield from map(str, (source.circular, *source.obtain))
    if source.grade is not None:
        yield str(source.grade.because)


def _terms(ground: Ground) -> Iterator[str]:
    """What editors marked as terms of their own, or listed as terms."""
    for subject in ground.library.subjects():
        for quotation in subject.document.quotations:
            if quotation.term:
                yield _plain(quotation.typed)
        yield from (_plain(str(term)) for term in subject.terms)
    yield from (_plain(str(term)) for term in ground.library.settings.terms)


def _marked_fields(ground: Ground) -> Iterator[str]:
    """Fields that may have marks of their own: a source's, and its words in the table of
    voices; names with a nickname.
    """
    for source in ground.library.sources.values():
        yield from _of_source(source)
        for voice in source.voices:
            yield voice.span.of(source.text)
            for span in (voice.cue, voice.antecedent, voice.described):
                if span is not None:
                    yield span.of(source.text)
    for actor in ground.library.actors.values():
        yield from map(str, (actor.name, *actor.aliases, *actor.names.values()))


def _of_briefing(briefing: Briefing) -> Iterator[str]:
    for event in briefing.events:
        yield from _with_inner(str(event.title))
        if event.date is not None and event.date.phrase is not None:
            yield folded(str(event.date.phrase))


def _with_inner(field: str) -> Iterator[str]:
    """A field, and what stands between marks of its own."""
    yield _plain(field)
    for found in _PAIR.finditer(field):
        yield _plain(next(group for group in found.groups() if group is not None))


def _blocks(body: Element) -> Iterator[str]:
    """The text of each block of a page, with a sign for each passage and term."""
    runs: list[list[str]] = [[]]

    def walk(element: Element) -> None:
        classes = set((element.get("class") or "").split())
        if element.get("data-quote") is not None or classes & _WITH_MARKS:
            runs[-1].append(_PASSAGE)
            return
        if classes & _OF_A_SOURCE or element.tag in ("q", "pre"):
            return
        new = element.tag in _BLOCKS
        if new:
            runs.append([])
        for child in element.children:
            if isinstance(child, str):
                runs[-1].append(child)
            else:
                walk(child)
        if new:
            runs.append([])

    walk(body)
    for run in runs:
        if run:
            yield " ".join(run)
