"""What a cut takes from the words that it leaves: a part of their sentence, or what a pronoun after
it stands for.

“Shot […] 20 hostages” for *shot one of 20 hostages*, and “The mayor […] drunk” for *The mayor found
the guard drunk*, take out no word that limits, and say something else. No list tells the phrases
that hide nothing: whoever was asked to find others found them. So a cut takes out whole sentences,
or somebody signs for it.
"""

from __future__ import annotations

import regex

from citebound.model import Passage, Segment, Source, Span
from citebound.passages.qualifier_words import plain
from citebound.passages.verbs import AUXILIARY, PAST
from citebound.text.patterns import Pattern

_REACH = 400
"""How many characters after a cut are looked at."""

_FIRST = 6
"""How many words before a pronoun are, where none of them is a verb."""

_NOT_ONLY = Pattern(r"not\s+only(?:\s+[^,;.]*\bbut(?:\s+also)?)?", regex.IGNORECASE)
_BUT = Pattern(r"[^.;]*\bbut\b", regex.IGNORECASE)
_HE = r"he|she|they|him|her|them|his|their|он|она|они|его|её|ее|их|ему|ей|им|тот"
_REFERS = Pattern(
    rf"[\s“«\"'‘(—–-]*(?:(?P<word>{_HE}|it|its|these|those|this|that|such|оно|это|эт(?:от|а|и))"
    rf"|(?:(?!(?:{AUXILIARY}|{PAST}|says?|\p{{L}}{{2,}}л[аио]?)(?!\p{{L}}))[\p{{L}}\p{{N}}’'-]+,?\s+)"
    rf"{{1,{_FIRST}}}?(?P<later>{_HE}))(?![\p{{L}}\p{{M}}])",
    regex.IGNORECASE,
)
"""What stands for somebody or something said before it, as the first word or before a verb."""


def cuts_into_a_sentence(change: Span, source: Source) -> bool:
    """Whether a change takes out or replaces a part of a sentence."""
    return any(not change.holds(sentence.span) for sentence in source.sentences_in(change))


def loss_of(cut: Segment, passage: Passage, source: Source) -> str | None:
    """The message for a cut that must be signed though it takes out no qualifier; ``None`` where
    it takes out whole sentences, and no pronoun follows.
    """
    if cut.span is None:
        return None
    dropped = " ".join(cut.span.of(source.text).split())
    end = min(source.paragraphs[passage.paragraph - 1].end, cut.span.end + _REACH)
    following = plain(source.text[cut.span.end : end])
    if cuts_into_a_sentence(cut.span, source):
        if _NOT_ONLY.fullmatch(plain(dropped)) and (_BUT.match(dropped) or _BUT.match(following)):
            return None  # what *not only* limits stays so
        return f"the change cuts into a sentence, which may then say something else: “{dropped}”"
    if source.sentences_in(cut.span) and (refers := _REFERS.match(following)):
        word = refers["word"] or refers["later"]
        return (
            f"the change takes out a sentence before “{word}”, which may then stand for something "
            f"else: “{dropped}”"
        )
    return None
