"""The nouns of Citebound: sources and their voices, documents and their
quotations, actors, events, judgements, briefings, and the library of all.

Everything here is an immutable value. Offsets are code points, counted from 0,
ends exclusive. Offsets into a source count in its pinned ``text``; offsets into
a Markdown file count in its decoded text (after a byte-order mark is dropped
and CRLF is turned into LF).
"""

from citebound.model.document import (
    Citation,
    Document,
    Footnote,
    Link,
    Part,
    PartKind,
    ProseSentence,
    Quotation,
    Reference,
    Target,
)
from citebound.model.library import (
    Actor,
    Answered,
    Briefing,
    Correction,
    Event,
    EventActor,
    EventDate,
    Fact,
    Gone,
    Judgement,
    Library,
    Review,
    Settings,
    Signature,
    Subject,
)
from citebound.model.passage import Passage, Segment, SegmentKind
from citebound.model.source import (
    GRADES,
    NOBODYS,
    SPOKEN,
    VOICE_NAMES,
    Extraction,
    Grade,
    Sentence,
    SetAside,
    Source,
    Voice,
    VoiceKind,
)
from citebound.model.text import LineMap, Span, Text

__all__ = [
    "GRADES",
    "NOBODYS",
    "SPOKEN",
    "VOICE_NAMES",
    "Actor",
    "Answered",
    "Briefing",
    "Citation",
    "Correction",
    "Document",
    "Event",
    "EventActor",
    "EventDate",
    "Extraction",
    "Fact",
    "Footnote",
    "Gone",
    "Grade",
    "Judgement",
    "Library",
    "LineMap",
    "Link",
    "Part",
    "PartKind",
    "Passage",
    "ProseSentence",
    "Quotation",
    "Reference",
    "Review",
    "Segment",
    "SegmentKind",
    "Sentence",
    "SetAside",
    "Settings",
    "Signature",
    "Source",
    "Span",
    "Subject",
    "Target",
    "Text",
    "Voice",
    "VoiceKind",
]
