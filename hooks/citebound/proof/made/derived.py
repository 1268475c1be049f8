"""A passage derived again: from its identity and its source, and from nothing else."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from citebound.model import Source, Voice
from citebound.proof.html import Shown
from citebound.proof.words import agrees

_IDENTITY = re.compile(r"([a-z0-9_-]+):(\d+-\d+(?:,\d+-\d+)*)")
_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"\w")
_MARK = re.compile('["“”„«»]')
_OF_A_LINE = re.compile(r"\S[^\n]*")
_OF_LINES = re.compile(r"\S(?:[^\n]|\n(?!\s*?(?:\n|\Z)))*")

VOICES = {
    "direct": "direct speech",
    "reported": "reported",
    "quoted": "quoted, not said by whom",
    "unclear": "perhaps reporting",
    "own": "the source’s words",
}
"""What a page says of each kind of voice. Unclear words without a speaker have their own."""

UNKNOWN = "not said whose"
UNNAMED = ", by somebody whom the source does not name"


class NoPassageError(ValueError):
    """An identity is that of no passage; the message says why."""


@dataclass(frozen=True, slots=True)
class Derived:
    """What is true of a passage. ``spans`` are pairs of code points, ends exclusive; ``gaps``
    the source's words between them, white space folded, one for each cut; ``paragraph`` the
    number of its paragraph, from 1: how many have begun where it begins.
    """

    identity: str
    source: Source
    spans: tuple[tuple[int, int], ...]
    voice: Voice | None
    paragraph: int

    @property
    def words(self) -> tuple[str, ...]:
        """The words of each span, cut from the pinned text."""
        return tuple(self.source.text[start:end] for start, end in self.spans)

    @property
    def gaps(self) -> tuple[str, ...]:
        """What the source has between the spans."""
        text = self.source.text
        return tuple(
            folded(text[a:b]) for (_, a), (b, _) in zip(self.spans, self.spans[1:], strict=False)
        )

    @property
    def anchor(self) -> str:
        """The fragment of its address."""
        return "q-" + self.identity.partition(":")[2].replace(",", "_")

    @property
    def kind(self) -> str:
        """The kind of its voice."""
        return self.voice.kind.value if self.voice else "own"

    @property
    def speaker(self) -> str | None:
        """Who says it, where the source says so."""
        if self.voice is None or self.kind not in ("direct", "reported"):
            return None
        return None if self.voice.speaker is None else str(self.voice.speaker)

    def heard(self) -> dict[str, None]:
        """The kind of its voice, and of those within it."""
        return dict.fromkeys((self.kind, *(voice.kind.value for voice in self.within())))

    def speaking(self) -> dict[str, None]:
        """Who says it or something within it, where the source says so."""
        within = (
            str(voice.speaker) for voice in self.within()
            if voice.kind.value in ("direct", "reported") and voice.speaker is not None
        )  # fmt: skip
        return dict.fromkeys(filter(None, (self.speaker, *within)))

    def held(self) -> tuple[Voice, ...]:
        """The voices that lie whole within one of its spans."""
        first, last = self.spans[0][0], self.spans[-1][1]
        near = (v for v in self.source.voices if v.span.start < last and first < v.span.end)
        trimmed = ((v, _trimmed(self.source.text, v.span.start, v.span.end)) for v in near)
        return tuple(
            voice
            for voice, inner in trimmed
            for start, end in self.spans
            if start <= inner[0] and inner[1] <= end
        )

    def within(self) -> Iterator[Voice]:
        """The voices that lie whole among other words of one of its spans."""
        inner = [_trimmed(self.source.text, start, end) for start, end in self.spans]
        for voice in self.held():
            start, end = voice.span.start, voice.span.end
            first, last = _trimmed(self.source.text, start, end)
            if not any(start <= a and b <= end for a, b in inner if a < last and first < b):
                yield voice


def folded(words: str) -> str:
    """Words with each run of white space as one space, and none at their ends."""
    return " ".join(words.split())


def bears_out(shown: str, true: str) -> bool:
    """Whether words are a source's, with our changes in brackets: white space may differ only at
    a bracket. Brackets that the source has itself are left out of both.
    """
    own = folded(" ".join(_BRACKETED.split(true)))
    return agrees(Shown("", _BRACKETED.split(shown), 0), own)


def has_marks(words: str) -> bool:
    """Whether words have double quotation marks."""
    return _MARK.search(words) is not None


def cited_title(title: str) -> str:
    """A title as a citation has it: between marks, unless it has its own."""
    return title if has_marks(title) else f"“{title}”"


def beginnings(source: Source) -> tuple[int, ...]:
    """Where each paragraph of a source begins."""
    paragraph = _OF_LINES if source.paragraph_rule == "blank" else _OF_A_LINE
    return tuple(found.start() for found in paragraph.finditer(source.text))


def derive(
    identity: str, sources: Mapping[str, Source], begins: dict[str, tuple[int, ...]]
) -> Derived:
    """The passage of an identity such as ``know-how:2300-2361,2417-2481``. Where the paragraphs
    of each source begin is looked up once, in ``begins``.

    Raises :class:`NoPassageError` where there is none.
    """
    found = _IDENTITY.fullmatch(identity)
    source = sources.get(found[1]) if found else None
    if found is None or source is None:
        raise NoPassageError(f"{identity} is no passage of any source")
    spans = tuple(
        (int(start), int(end)) for start, end in (pair.split("-") for pair in found[2].split(","))
    )
    flat = [at for span in spans for at in span]
    if flat != sorted(set(flat)) or flat[-1] > len(source.text):
        raise NoPassageError(f"the spans of {identity} do not stand in order in its source")
    if source.id not in begins:
        begins[source.id] = beginnings(source)
    paragraph = bisect_right(begins[source.id], spans[0][0])
    return Derived(identity, source, spans, _voice(source, spans), paragraph)


def _voice(source: Source, spans: Sequence[tuple[int, int]]) -> Voice | None:
    """The smallest voice that holds all of the spans, the punctuation at their ends aside."""
    inner = [_trimmed(source.text, start, end) for start, end in spans]
    holding = [
        voice
        for voice in source.voices
        if all(voice.span.start <= start and end <= voice.span.end for start, end in inner)
    ]
    return min(holding, key=lambda voice: voice.span.end - voice.span.start, default=None)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch from its first letter or digit to its last."""
    letters = [at for at in range(start, end) if _WORD.match(text[at])]
    return (letters[0], letters[-1] + 1) if letters else (start, end)


def voice_words(voice: Voice | None, names: Mapping[str, str], *, via: bool = True) -> str:
    """What a page must say of a voice. ``names`` are those of the actors, by id; without
    ``via`` the links of a chain are left out, as they are in a citation.
    """
    if voice is None:
        return VOICES["own"]
    kind = voice.kind.value
    said = VOICES[kind]
    if voice.speaker is not None:
        joint = " " if kind == "unclear" else ", "
        said += joint + names.get(str(voice.speaker), str(voice.speaker))
    elif kind == "unclear":
        said = UNKNOWN
    elif kind in ("direct", "reported"):
        said += UNNAMED
    if voice.via and via:
        said += ", by way of " + ", ".join(names.get(str(link), str(link)) for link in voice.via)
    return said
