"""The pages of a project that holds, judged by what stands on them.

Each quotation is compared with the slice of the pinned text, quotation marks are looked for
where none may stand, and the prose of each briefing and actor is compared with its tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from citebound import pages
from citebound.indexes import Indexes, indexes_of
from citebound.model import Library, Subject
from citebound.pages import method
from citebound.pages.contents import all_assets, all_pages
from citebound.pages.page_writer import PageWriter
from citebound.pages.prose import Prose
from citebound.passages.answers import Bound
from citebound.proof.made import prove_made, prove_public
from citebound.publish import public_of, with_pinned
from citebound.search.records import records
from citebound.shown.evidence import Numbering
from citebound.shown.facts import SiteFacts
from rendered import EDGE, Telling, html_words, told, words_of_html

MARKS = '“”„«»"「」『』＂″〝〞〟❝❞❛❜‹›‟‚״'

SAID = frozenset(
    (
        "cb-our-term",  # a term of ours, marked as one
        "cb-passage",  # a passage with the sentence around it, all of it the source's
        "cb-dropped",  # what a cut leaves out
        "cb-insertions",  # what an insertion stands for
        *("cb-why", "cb-date-why"),  # the phrase that a date is counted from
        "cb-fulltext",  # the text of a source
        "cb-uses",  # sentences that quote it, as the briefing's own page has them
    )
)
"""The classes of the elements in which templates print quotation marks of their own, or a
source's.
"""


@dataclass
class _Page(HTMLParser):
    """A page taken apart: its quotations in pieces, and its words outside of them."""

    quotations: list[tuple[str, list[str]]] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    open: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("br", "hr", "img", "input", "meta", "link"):
            return
        given = {name: value or "" for name, value in attrs}
        names = frozenset(given.get("class", "").split())
        within = self.open[-1][1] if self.open else ""
        if "cb-evidence-note" in names:
            self.notes.append("")
            within = "note"
        if "data-quote" in given:
            self.quotations.append((given["data-quote"], [""]))
            self.outside.append("\0")
            within = "quotation"
        elif within == "quotation" and names & {"cb-cut", "cb-ins"}:
            self.quotations[-1][1].append("")
            within = "change"
        elif names & SAID and not within:
            within = "said"
        self.open.append((tag, within))

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self.open.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"

    def handle_data(self, data: str) -> None:
        within = self.open[-1][1] if self.open else ""
        if within == "quotation":
            self.quotations[-1][1][-1] += data
        elif within in ("", "note"):
            self.outside.append(data)
        if "note" in (kind for _, kind in self.open):
            self.notes[-1] += data


def judge(library: Library, bindings: Mapping[str, Bound]) -> None:
    """Render every page of a library and look at each; an assertion fails where one is wrong."""
    public = public_of(library, bindings)
    indexes = indexes_of(public)
    facts = SiteFacts()
    finished = [*all_pages(indexes, facts)]
    made = (finished, all_assets(indexes, facts), records(indexes, facts))
    grounded = prove_public(public, library, bindings)
    faults = (*grounded, *prove_made(with_pinned(public, library), facts, *made))
    assert not faults, "\n".join(f"{f.place.path}: {f.message}" for f in faults)
    listed = {*_PHRASES, *_phrases(library, bindings)}
    fields = sorted({" ".join(field.split()) for field in _fields(library)}, key=len, reverse=True)
    words: dict[str, str] = {}
    notes: dict[str, list[str]] = {}
    for page in finished:
        read = _Page()
        read.feed(str(page.html))
        read.close()
        assert not read.open, f"{page.address}: not closed: {read.open}"
        for identity, pieces in read.quotations:
            assert _agrees(identity, pieces, library), f"{page.address}: {identity}: {pieces}"
        outside = re.sub("“\0”", "", " ".join("".join(read.outside).split()))
        for told_of in filter(None, fields):
            outside = outside.replace(f"“{told_of}”", "").replace(told_of, "")
        outside = re.sub(
            f"[{MARKS}]([^{MARKS}]*)[{MARKS}]", lambda m: "" if m[1] in listed else m[0], outside
        )
        # After a digit a prime is a unit.
        stray = re.search(f"(?<![0-9])[{MARKS}]", outside)
        assert not stray, f"{page.address}: {outside[max(0, stray.start() - 40) :][:80]!r}"
        notes[page.address] = [" ".join(said.split()) for said in read.notes]
        words[page.address] = told(html_words(str(page.html), whole=True))
    said: dict[str, list[str]] = {"actors/": []}
    for subject in indexes.library.subjects():
        page_of = subject.address.partition("#")[0]
        prose = prose_of(subject, indexes, facts)
        telling = Telling(subject.document, bindings[subject.path], dict(library.sources))
        tree = telling.words()
        assert words_of_html(prose) == tree, subject.path
        assert tree in words[page_of], f"{page_of} lacks its prose"
        own = filter(None, map(telling.of_note, subject.document.footnotes))
        said.setdefault(page_of, []).extend(f"Our note: {note}" for note in own)
    for address, wanted in said.items():
        assert sorted(notes[address]) == sorted(wanted), f"{address}: notes"


def _fields(library: Library) -> Iterator[str]:
    """Fields with marks of their own: a source's, and its words in the table of voices; names
    with a nickname; titles, whose quotations the body binds.
    """
    for source in library.sources.values():
        yield from map(
            str, (source.title, source.short, source.publisher, source.author, source.descriptor)
        )
        yield from map(str, (source.circular, *source.obtain))
        if source.grade is not None:
            yield str(source.grade.because)
        for voice in source.voices:
            yield voice.span.of(source.text)
            for span in (voice.cue, voice.antecedent, voice.described):
                if span is not None:
                    yield span.of(source.text)
    for briefing in library.briefings:
        yield str(briefing.title)
        yield from (str(event.title) for event in briefing.events)
    for actor in library.actors.values():
        yield from map(str, (actor.name, *actor.aliases, *actor.names.values()))


_TEMPLATES = Path(pages.__file__).parent / "templates"
_PHRASES = frozenset(
    phrase
    for path in (*_TEMPLATES.glob("*.jinja"), Path(method.__file__))
    for phrase in re.findall("“([^“”{}]+)”", path.read_text("utf-8"))
)
"""What templates themselves print between quotation marks."""


def _phrases(library: Library, bindings: Mapping[str, Bound]) -> Iterator[str]:
    """What may stand between marks in front matter: terms, and what the body binds."""
    for briefing in library.briefings:
        yield from (str(term) for term in (*briefing.terms, *library.settings.terms))
    for subject in library.subjects():
        text, bound = subject.document.text, bindings[subject.path]
        for index, quotation in enumerate(subject.document.quotations):
            if quotation.term or bound[index].passages:
                yield " ".join(quotation.inside.of(text).split())


def prose_of(subject: Subject, indexes: Indexes, facts: SiteFacts) -> str:
    """The prose of a briefing or an actor as HTML."""
    bound = indexes.bindings[subject.path]
    writer = PageWriter(subject.address, "A title", indexes, facts)
    return str(Prose(subject, bound, writer, Numbering(subject, bound, indexes), set()).html())


def shown(library: Library, bindings: Mapping[str, Bound], path: str) -> tuple[str, ...]:
    """The words of a briefing's prose as its page shows them, a line for each block."""
    subject = next(subject for subject in library.subjects() if subject.path == path)
    words = html_words(prose_of(subject, indexes_of(public_of(library, bindings)), SiteFacts()))
    return tuple(line for part in words.split(EDGE) if (line := told(part)))


def _agrees(identity: str, pieces: list[str], library: Library) -> bool:
    """Whether the words shown between our changes are those of the identity's spans, in order."""
    name, _, places = identity.partition(":")
    text = library.sources[name].text
    true = "".join(text[int(a) : int(b)] for a, b in _spans(places))
    whole = " ".join(text.split())
    same = "".join("".join(pieces).split()) == "".join(true.split())
    return same and all(" ".join(piece.split()) in whole for piece in pieces)


def _spans(places: str) -> Iterator[tuple[str, str]]:
    for place in places.split(","):
        start, _, end = place.partition("-")
        yield start, end
