"""Where a quotation starts: not after what limits, negates or doubts it."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import Passage, Source, Span
from citebound.passages.fronted import (
    condition_before,
    not_so_before,
    subject_before,
    title_before,
    unreal_before,
)
from citebound.passages.qualifier_words import denials_in, plain, qualifiers_in
from citebound.text.limiting import language_of
from citebound.text.patterns import Pattern

BEFORE = 4
"""How many words before its first word a quotation must not leave a qualifier in."""

DENIED = 8
"""How many words before its first word must not hold a denial, in the same clause."""

DENIED_CONTENT = 20
"""The same where the clause is what somebody denies (*denied, on Monday, that …*)."""

_LOOK_BACK = 400

_CONTENT = r"(?:that|whether|что|чтобы|будто|якобы)"
_CLAUSE = Pattern(
    rf",(?!\s*{_CONTENT}\b)|[;:…()\[\]“”\"«»—–]"
    r"|\b(?:but|and|or|which|who|while|because|и|а|но|или|который|которая)\b"
)
"""What begins a clause in its sentence; a comma before the content of a saying is in it."""

_ASIDE = Pattern(rf"\b{_CONTENT},[^,;:]*,\s*\Z")
"""A parenthesis between *that* and the content."""

_PARTS = Pattern(r"[,;:…()\[\]“”\"«»—–]")
_THAT = Pattern(rf"\b{_CONTENT}\b")


def sentence_before(passage: Passage, source: Source) -> str:
    """What a source has before a quotation in the sentence that the quotation starts in, no more
    of it than is looked at.
    """
    first = passage.extent.start
    sentences = source.sentences_in(Span(first, first + 1))
    # Where its first word is in no sentence, the paragraph has what is before it.
    begins = (*(s.span for s in sentences), source.paragraphs[passage.paragraph - 1])[0].start
    return source.text[max(begins, first - _LOOK_BACK) : first]


def left_out_before(passage: Passage, source: Source) -> Iterator[str]:
    """What a quotation leaves out by where it starts: a qualifier in the four words before its
    first, in the same clause; or what denies that clause. In Burmese qualifiers follow what they
    limit.
    """
    first = passage.extent.start
    if passage.term:
        return
    sentence = sentence_before(passage, source)
    clause = sentence[max((found.end() for found in _CLAUSE.finditer(sentence)), default=0) :]
    if not sentence.strip() or language_of(sentence, source.language) == "my":
        return
    end = source.paragraphs[passage.paragraph - 1].end
    following = Span(first, min(end, first + _LOOK_BACK)).of(source.text)
    near = " ".join(clause.split()[-BEFORE:])
    denied = _denied(sentence, clause, following)
    found = qualifiers_in(near, source.language, following) if near else ()
    if not found:
        near, found = denied, denials_in(denied, source.language, following)
    if not found and (turned := _turned(sentence, clause, following, passage, source)):
        near, found = " ".join(sentence.split()[-DENIED_CONTENT:]), (turned,)
    if found:
        yield (
            f"the quotation starts after {', '.join(f'“{word}”' for word in found)}: "
            f"the source has “{near} {' '.join(following[:40].split())} …”"
        )


def _denied(sentence: str, clause: str, following: str) -> str:
    """The words whose denial is one of what follows: the last of the clause; where it is the
    content of a saying, the last of the sentence before it.
    """
    if _is_content(sentence, clause, following):
        return " ".join(sentence.split()[-DENIED_CONTENT:])
    return " ".join(clause.split()[-DENIED:])


def _turned(
    sentence: str, clause: str, following: str, passage: Passage, source: Source
) -> str | None:
    """What in front of a quotation makes something else of it than its words say alone."""
    language = language_of(sentence, source.language)
    if condition := condition_before(plain(sentence), plain(following), language):
        return condition
    if language != "en":
        return None
    content = plain(sentence if _is_content(sentence, clause, following) else clause)
    if not_so := not_so_before(content, plain(following)):
        return not_so
    quoted = passage.extent.of(source.text)[:_LOOK_BACK]
    if unreal := unreal_before(plain(sentence), plain(quoted)):
        return unreal
    unparted = sentence[max((m.end() for m in _PARTS.finditer(sentence)), default=0) :]
    return title_before(clause, quoted) or subject_before(unparted, quoted)


def _is_content(sentence: str, clause: str, following: str) -> bool:
    """Whether what follows is the content of what its sentence says of it before."""
    return bool(_THAT.search(clause) or _THAT.match(following) or _ASIDE.search(sentence))
