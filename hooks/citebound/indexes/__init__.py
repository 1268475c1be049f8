"""Indexes: who said what, who is in what, what rests on what."""

from citebound.indexes.building import build
from citebound.indexes.entries import (
    ActorEntry,
    BriefingEntry,
    EventEntry,
    Indexes,
    QuotationEntry,
    SentenceCover,
    SourceEntry,
    Use,
)
from citebound.indexes.sentence_words import sentence_words
from citebound.text.naming import names_pattern

__all__ = [
    "ActorEntry",
    "BriefingEntry",
    "EventEntry",
    "Indexes",
    "QuotationEntry",
    "SentenceCover",
    "SourceEntry",
    "Use",
    "build",
    "names_pattern",
    "sentence_words",
]
