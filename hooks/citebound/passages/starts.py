"""Where a quotation starts: not after what limits, negates or doubts it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citebound.model import Passage, Source, Span
from citebound.passages.qualifier_words import denials_in, qualifiers_in
from citebound.text.limiting import language_of

BEFORE = 4
"""How many words before its first word a quotation must not leave a qualifier in."""

DENIED = 8
"""How many words before its first word must not hold a denial, in the same clause."""

DENIED_CONTENT = 20
"""The same where the clause is what somebody denies (*denied, on Monday, that …*)."""

_LOOK_BACK = 400

_CONTENT = r"(?:that|whether|что|чтобы|будто|якобы)"
_CLAUSE = regex.compile(
    rf",(?!\s*{_CONTENT}\b)|[.;:!?…။()\[\]“”\"«»—–]"
    r"|\b(?:but|and|or|which|who|while|because|и|а|но|или|который|которая)\b"
)
"""What begins a clause; a comma before the content of a saying is in it."""

_SENTENCE = regex.compile(r"[.!?…။](?=\s)")
_THAT = regex.compile(rf"\b{_CONTENT}\b")


def left_out_before(passage: Passage, source: Source) -> Iterator[str]:
    """What a quotation leaves out by where it starts: a qualifier in the four words before its
    first, in the same clause; or what denies that clause. In Burmese qualifiers follow what they
    limit.
    """
    first = passage.extent.start
    if passage.term:
        return
    paragraph = source.paragraphs[passage.paragraph - 1]
    said = source.text[max(paragraph.start, first - _LOOK_BACK) : first]
    sentence = said[_end_of_last(_SENTENCE, said) :]
    clause = sentence[_end_of_last(_CLAUSE, sentence) :]
    if not sentence.strip() or language_of(sentence, source.language) == "my":
        return
    following = Span(first, min(paragraph.end, first + _LOOK_BACK)).of(source.text)
    near = " ".join(clause.split()[-BEFORE:])
    denied = _denied(sentence, clause, following)
    found = qualifiers_in(near, source.language, following) if near else ()
    if not found:
        near, found = denied, denials_in(denied, source.language, following)
    if found:
        yield (
            f"the quotation starts after {', '.join(f'“{word}”' for word in found)}: "
            f"the source has “{near} {' '.join(following[:40].split())} …”"
        )


def _denied(sentence: str, clause: str, following: str) -> str:
    """The words whose denial is one of what follows: the last of the clause; where it is the
    content of a saying, the last of the sentence before it.
    """
    if _THAT.search(clause) or _THAT.match(following):
        return " ".join(sentence.split()[-DENIED_CONTENT:])
    return " ".join(clause.split()[-DENIED:])


def _end_of_last(pattern: regex.Pattern[str], words: str) -> int:
    return max((found.end() for found in pattern.finditer(words)), default=0)
