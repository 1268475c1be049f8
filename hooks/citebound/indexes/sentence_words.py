"""Sentences as they are read: our words, and the source's own characters in quotations."""

from __future__ import annotations

from collections.abc import Mapping

from citebound.model import Document, ProseSentence, Source
from citebound.passages.answers import Bound
from citebound.passages.printed import printed_words


def sentence_words(
    document: Document, sentence: ProseSentence, bound: Bound, sources: Mapping[str, Source]
) -> str:
    """A sentence in one line. A quotation that is bound is printed as its source has it, a
    term between marks of the same kind.
    """
    read = []
    for piece in sentence.pieces:
        if isinstance(piece, str):
            read.append(piece)
            continue
        passages = bound[piece].passages
        if passages:
            read.append(printed_words(passages[0], sources[passages[0].source]))
        else:
            read.append(f"“{document.quotations[piece].typed}”")
    return " ".join("".join(read).split())
