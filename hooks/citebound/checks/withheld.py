"""Check of words that may not be published, copied from a source without quotation marks.

Under the rights ``passages`` a sentence may be read where a published passage uses it, under
``metadata`` none may. An editor who copies another into the prose or a field publishes it all
the same. What is compared are shingles (:mod:`citebound.text.shingles`), so that the time
grows with the length of the texts. Words that may be read elsewhere, in another sentence or
in the title of a source, are not reported; a sentence that is called a title is, unless the
text begins with it as a headline.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from urllib.parse import unquote

from citebound.checks.bound_library import BoundLibrary
from citebound.claims.copied import copied_things
from citebound.claims.runs import is_headline
from citebound.model import Briefing, Document, Library, Source, Span, Subject, Text
from citebound.model.tree import Break, Cited, Quoted, Run, Struck, Words, leaves_of, runs_of
from citebound.passages.answers import Bound
from citebound.problems import Place, Problem, beginning_of
from citebound.public.access import access_of
from citebound.public.deciding import passages_of
from citebound.public.fields import our_texts_of, rows_of
from citebound.text.shingles import Shingle, shingles


@dataclass(frozen=True, slots=True)
class _Copied:
    """A stretch of a text that is in a sentence which may not be published, and where
    that sentence begins in its source.
    """

    span: Span
    source: Source
    offset: int


Known = Mapping[Shingle, tuple[Source, int]]
"""The shingles of sentences that may not be published: their source, and their place in it."""


def copied(project: BoundLibrary) -> Iterator[Problem]:
    """No sentence that may not be published is in words of ours."""
    public = [s for s in project.library.subjects() if s.path in project.public.bindings]
    kept = [s for s in project.library.subjects() if s.path not in project.public.bindings]
    known = withheld(project.library, project.bindings, public)
    if not known:
        return
    for subject in public:
        yield from _in_document(subject.document, known)
        yield from _in_rows(rows_of(subject), known)
    for source in project.library.sources.values():
        named = (source.title, source.publisher, source.author, _decoded(source.url))
        ours = frozenset(map(id, our_texts_of(source)))
        rows = (tuple(text for text in row if id(text) in ours) for row in rows_of(source))
        yield from _in_rows((*((text,) for text in named if text), *rows), known)
    # A draft will be published with the sentences that it uses itself.
    drafts = [subject for subject in kept if subject.gone is None]
    known_to_drafts = (
        withheld(project.library, project.bindings, [*public, *drafts]) if drafts else {}
    )
    for subject in drafts:
        yield from _in_document(subject.document, known_to_drafts)
        yield from _in_rows(rows_of(subject), known_to_drafts)
    for subject in kept:
        if subject.gone is not None:
            title = subject.title if isinstance(subject, Briefing) else subject.name
            yield from _in_rows(((title,), *rows_of(subject.gone)), known)


def withheld(library: Library, bindings: Mapping[str, Bound], subjects: Iterable[Subject]) -> Known:
    """What may not be published of the sources of a library, where these subjects are."""
    passages = passages_of(subjects, bindings)
    known: dict[Shingle, tuple[Source, int]] = {}
    open_texts: list[str] = []
    for source in library.sources.values():
        readable = set(access_of(source, passages.get(source.id, ())).sentences)
        for is_open, span in _stretches(source, readable):
            if is_open:
                open_texts.append(span.of(source.text))
                continue
            for found in shingles(span.of(source.text)):
                known.setdefault(found.words, (source, span.start + found.start))
    open_texts += (s.title for s in library.sources.values() if known and _is_a_title(s, known))
    for text in open_texts if known else ():
        for found in shingles(text):
            known.pop(found.words, None)
    return known


def _is_a_title(source: Source, known: Known) -> bool:
    """Whether the title of a source is no sentence from the middle of its text."""
    for found in shingles(source.title):
        held, offset = known.get(found.words, (None, 0))
        number = source.paragraph_at(offset) if held is source else 0
        if number and not is_headline(source, number):
            return False
    return True


def _stretches(source: Source, readable: set[Span]) -> Iterator[tuple[bool, Span]]:
    """The sentences of a source, joined where one after the other may be read, or may not."""
    spans = (sentence.span for sentence in source.sentences)
    for is_open, held in groupby(spans, key=lambda span: span in readable):
        row = list(held)
        yield is_open, Span(row[0].start, row[-1].end)


def _find(text: str, known: Known) -> Iterator[_Copied]:
    """What of a text was copied: shingles that follow one another are one stretch."""
    last: _Copied | None = None
    for found in shingles(text):
        if found.words not in known:
            continue
        source, offset = known[found.words]
        if last is not None and found.start <= last.span.end and source is last.source:
            last = _Copied(Span(last.span.start, found.end), source, last.offset)
            continue
        if last is not None:
            yield last
        last = _Copied(Span(found.start, found.end), source, offset)
    if last is not None:
        yield last


def _in_rows(rows: Iterable[Sequence[Text]], known: Known) -> Iterator[Problem]:
    """What was copied into the texts of fields, also where it goes on in the next of a list."""
    for row in rows:
        begins = [*accumulate((len(text) + 1 for text in row), initial=0)]
        read = "\n".join(row)
        for found in _find(read, known):
            number = bisect_right(begins, found.span.start) - 1
            place = row[number].place
            column = place.column + found.span.start - begins[number]
            yield _problem(Place(place.path, place.line, column), read, found)


def _in_document(document: Document, known: Known) -> Iterator[Problem]:
    """What was copied into the body or into footnotes, also where it goes on in the next run: an
    item of a list, a cell of a table, a paragraph.
    """
    notes = tuple(block for note in document.footnotes for block in note.blocks)
    for blocks in (document.blocks, notes):
        read: list[str] = []
        origins: list[int] = []
        for run in runs_of(blocks):
            text, places = _as_read(run, document)
            read += (text, "\n")
            origins += (*places, run.span.end)
        whole = "".join(read)
        for found in _find(whole, known):
            yield _problem(document.place(origins[found.span.start]), whole, found)
    targets = tuple(_decoded(link.target) for link in document.links)
    begins = [*accumulate((len(target) + 1 for target in targets), initial=0)]
    whole = "\n".join(targets)
    for found in _find(whole, known):
        number = bisect_right(begins, found.span.start) - 1
        yield _problem(targets[number].place, whole, found)


def _decoded(address: Text) -> Text:
    """An address with the words in it as they are read: its signs part them, and what stands for
    a character, also twice over, is that character.
    """
    words = str(address)
    for _ in range(_ENCODED):
        words = unquote(words)
    return Text(words.translate(_PARTING), address.place)


_ENCODED = 3
"""So many times over an address is decoded."""

_PARTING = str.maketrans(dict.fromkeys("-_+%./=&?#~,;:", " "))


def _as_read(run: Run, document: Document) -> tuple[str, list[int]]:
    """The words of a run as they are read, quotations among them, and where in the file
    each of their characters comes from.
    """
    read: list[str] = []
    origins: list[int] = []
    for inline in leaves_of(run.inlines):
        if isinstance(inline, (Words, Struck)):
            words = inline.text
        elif isinstance(inline, Quoted):
            words = inline.span.of(document.text)
        else:
            words = " " if isinstance(inline, (Break, Cited)) else ""
        read.append(words)
        start, end = inline.span.start, inline.span.end
        exact = len(words) == end - start
        origins += range(start, end) if exact else [start] * len(words)
    return "".join(read), origins


def _problem(place: Place, text: str, found: _Copied) -> Problem:
    source = found.source
    where = f"[@{source.id}, para. {source.paragraph_at(found.offset)}]"
    words = beginning_of(" ".join(found.span.of(text).split()))
    instead = f"quote it and cite {where}" if source.quotable else f"name its place: {where}"
    sentences = tuple(source.things_at(Span(found.offset, found.offset + 1)))
    return (
        Problem(
            place,
            "withheld-words",
            f"these words of {source.id} may not be published as they are here: {words}",
            f"say it in your own words, or {instead}",
        )
        .explaining(*copied_things(place.path, sentences))
        .resting_on(source.thing, *sentences)
    )
