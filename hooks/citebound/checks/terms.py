"""Checks of terms of ours: each is short, no two of them are put together to a sentence, and none
is what somebody is said to say.

A term is bound to nothing (docs/quoting.md, Terms), so it must not read as somebody's words. Each
is short; two of them side by side, with no word of ours between, would read as one quotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from citebound.checks.bound_library import BoundLibrary
from citebound.checks.front_matter import words_of_ours
from citebound.claims.said_beside import sayer_of
from citebound.markup.fields import read_field
from citebound.model import Document, Quotation
from citebound.model.tree import (
    Block,
    Break,
    Inline,
    Quoted,
    Table,
    Words,
    blocks_of,
    leaves_of,
    runs_of,
)
from citebound.passages.locating import TERM_CLUSTERS, is_short, words_of
from citebound.passages.repeats import Repeatable, repeatable
from citebound.problems import Problem
from citebound.text.edges import clusters, is_word


def listed(project: BoundLibrary) -> Iterator[Problem]:
    """A term of ours is short, wherever it is listed."""
    terms = [
        *project.library.settings.terms,
        *(t for s in project.library.subjects() for t in s.terms),
    ]
    for term in terms:
        if not is_short(term):
            yield Problem(
                term.place,
                "long-term",
                f"a term is shorter than {TERM_CLUSTERS} characters; this has {clusters(term)}",
                "remove it from terms:, and bind the words with a citation where they are used",
            )


def side_by_side(project: BoundLibrary) -> Iterator[Problem]:
    """Between two terms of ours is a word of ours, in the body and in the fields."""
    for pieces, said in _all_pieces(project):
        yield from _beside(pieces, said)


def not_said(project: BoundLibrary) -> Iterator[Problem]:
    """No term of ours stands where words are somebody's, in the body and in the fields."""
    names = frozenset(n for actor in project.library.actors.values() for n in actor.called)
    for pieces, said in _all_pieces(project):
        for before, term, after in _terms_among(pieces, said):
            if sayer := sayer_of(before, words_of(term.parts), after, names):
                yield Problem(
                    term.place,
                    "loose-quotation",
                    f"a term of ours stands as what somebody says, with “{sayer}”: "
                    f"“{words_of(term.parts)}”",
                    "write [@source-id] after the closing mark, without {.term}; or say it "
                    "without quotation marks",
                )


def _all_pieces(
    project: BoundLibrary,
) -> Iterator[tuple[Sequence[str | Quotation], Repeatable]]:
    """The words of ours and the quotations of each line and each field, with what is a term."""
    for subject in project.library.subjects():
        said = repeatable(subject, project.bindings[subject.path], project.library.settings.terms)
        document = subject.document
        for line in _lines(document):
            yield tuple(_said(line, document)), said
        for text in words_of_ours(subject):
            yield read_field(text).pieces, said


def _terms_among(
    pieces: Sequence[str | Quotation], said: Repeatable
) -> Iterator[tuple[str, Quotation, str]]:
    """Each term with our words before it and after it, up to the next quotation."""
    texts: list[list[str]] = [[]]
    quoted: list[Quotation] = []
    for piece in pieces:
        if isinstance(piece, str):
            texts[-1].append(piece)
        else:
            quoted.append(piece)
            texts.append([])
    between = ["".join(text) for text in texts]
    for number, quotation in enumerate(quoted):
        if said.is_term(quotation):
            yield between[number], quotation, between[number + 1]


def _lines(document: Document) -> Iterator[Iterable[Inline]]:
    """What is read in one go: the leaves of each run, and of all the cells of a row."""
    blocks: list[Block] = [*document.blocks]
    for note in document.footnotes:
        blocks += note.blocks
    in_rows: set[int] = set()
    for block in blocks_of(tuple(blocks)):
        if isinstance(block, Table):
            for row in (block.head, *block.rows):
                in_rows |= {cell.run.number for cell in row.cells}
                yield [leaf for cell in row.cells for leaf in leaves_of(cell.run.inlines)]
    for run in runs_of(tuple(blocks)):
        if run.number not in in_rows:
            yield leaves_of(run.inlines)


def _said(leaves: Iterable[Inline], document: Document) -> Iterator[str | Quotation]:
    """The words of ours and the quotations among some leaves."""
    for leaf in leaves:
        if isinstance(leaf, Words):
            yield leaf.text
        elif isinstance(leaf, Break):
            yield " "
        elif isinstance(leaf, Quoted):
            yield document.quotations[leaf.quotation]


def _beside(pieces: Iterable[str | Quotation], said: Repeatable) -> Iterator[Problem]:
    """The finding of each run of terms: at the second, naming all of them."""
    together: list[Quotation] = []
    for piece in (*pieces, "end"):
        if isinstance(piece, str):
            if not any(map(is_word, piece)):
                continue
        elif said.is_term(piece):
            together.append(piece)
            continue
        if len(together) > 1:
            yield Problem(
                together[1].place,
                "long-term",
                "terms side by side read as one quotation: "
                + " ".join(f"“{words_of(term.parts)}”" for term in together[:6]),
                "put a word of yours between them, or bind all the words with a citation [@source]",
            )
        together = []
