"""Characters that deceive the eye within quotation marks.

The words of a quotation are the source's, and may have any that it has. What an editor puts in,
and a term, are words of ours. A change of direction that does not end within the words quoted would
turn ours around as well.
"""

from __future__ import annotations

from citebound.markup.refusals import deceives, unreadable_in
from citebound.model import Passage, Quotation, SegmentKind, Source
from citebound.problems import Problem
from citebound.text.characters import deceiving, name_of, unpaired_control


def deceiving_characters(passage: Passage, source: Source, quotation: Quotation) -> Problem | None:
    """The finding for an insertion that is not what it looks like, or for words that change the
    direction of what follows them.
    """
    for segment in passage.segments:
        if segment.kind is SegmentKind.INSERTION:
            problem = deceiving_word(segment.text, quotation)
            if problem is not None:
                return problem
    for span in passage.spans:
        if control := unpaired_control(span.of(source.text)):
            return _turned(control, quotation)
    return None


def deceiving_word(words: str, quotation: Quotation) -> Problem | None:
    """The finding for words of ours within quotation marks that are not what they look like."""
    found = next(deceiving(words), None)
    if found is not None:
        return deceives(found, quotation.place)
    return unreadable_in(words, quotation.place)


def _turned(control: str, quotation: Quotation) -> Problem:
    return Problem(
        quotation.place,
        "forbidden-character",
        f"U+{ord(control):04X} ({name_of(control)}) of the source has no partner in these words: "
        "what is around them would be read in another order",
        "quote the character that begins or ends the change of direction as well, or neither",
    )
