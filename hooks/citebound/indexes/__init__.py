"""Indexes: who said what, who is in what, what rests on what."""

from citebound.indexes.building import indexes_of
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

__all__ = [
    "ActorEntry",
    "BriefingEntry",
    "EventEntry",
    "Indexes",
    "QuotationEntry",
    "SentenceCover",
    "SourceEntry",
    "Use",
    "indexes_of",
]
