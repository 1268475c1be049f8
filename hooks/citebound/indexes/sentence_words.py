"""Sentences as they are read: our words, and the source's own characters in quotations."""

from __future__ import annotations

from collections.abc import Mapping

from citebound.model import Document, Passage, ProseSentence, Source, Text
from citebound.model.wording import Wording
from citebound.passages.answers import Bound
from citebound.passages.printed import fold_space, printed_words


def sentence_words(
    document: Document, sentence: ProseSentence, bound: Bound, sources: Mapping[str, Source]
) -> Wording:
    """A sentence in one line. A quotation that is bound is printed as its source has it, a
    term between marks of the same kind.
    """
    pieces: list[str | Passage] = []
    words: list[str] = []
    for piece in sentence.pieces:
        passages = () if isinstance(piece, str) else bound[piece].passages
        if not passages:
            words.append(
                piece if isinstance(piece, str) else f"“{document.quotations[piece].typed}”"
            )
            continue
        pieces += [fold_space("".join(words))] if words else []
        pieces.append(passages[0])
        words = []
    pieces += [fold_space("".join(words))] if words else []
    if pieces and isinstance(pieces[0], str):
        pieces[0] = pieces[0].lstrip()
    if pieces and isinstance(pieces[-1], str):
        pieces[-1] = pieces[-1].rstrip()
    plain = "".join(
        piece if isinstance(piece, str) else printed_words(piece, sources[piece.source])
        for piece in pieces
    )
    return Wording.of(plain, Text(plain, sentence.place), tuple(pieces))
