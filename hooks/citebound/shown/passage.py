"""A passage as it is shown: its words in pieces, its context, whose words they are, its links.

The words are always cut from the pinned text. What is folded for print is white space
alone: a line break inside a passage prints as one space.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import quote

from citebound.dates import DateError, in_words, parse
from citebound.indexes import Indexes
from citebound.model import NOBODYS, SPOKEN, VOICE_NAMES, Passage, Source, Span, Voice, VoiceKind
from citebound.passages.printed import Piece, fold_space, pieces_of
from citebound.public.access import HIDDEN, readable_words
from citebound.shown.facts import SiteFacts
from citebound.text.marks import DOUBLES

FRAGMENT_WORDS = 6
"""A text fragment names a long passage by its first and last words, this many of each."""

KNOWN_FIELDS = {"title": "title", "publisher": "publisher", "published": "date", "author": "author"}


@dataclass(frozen=True, slots=True)
class ActorName:
    """An actor as it is named; ``address`` is ``None`` where it has no page."""

    id: str
    name: str
    address: str | None


@dataclass(frozen=True, slots=True)
class VoiceShown:
    """Whose words they are, in words."""

    kind: str
    label: str
    speaker: ActorName | None = None
    via: tuple[ActorName, ...] = ()

    @property
    def words(self) -> str:
        """The kind and the speaker; the links of a chain are left out."""
        if self.speaker is None:
            return self.label
        joint = " " if self.kind == VoiceKind.UNCLEAR else ", "
        return f"{self.label}{joint}{self.speaker.name}"


@dataclass(frozen=True, slots=True)
class PassageShown:
    """A passage with all that a template prints of it."""

    identity: str
    address: str
    anchor: str
    source: Source
    language: str
    pieces: tuple[Piece, ...]
    trailing: str
    term: bool
    before: str
    after: str
    voice: VoiceShown
    contains: tuple[VoiceShown, ...]
    paragraph: int
    original: str | None
    copy: str

    @property
    def cuts(self) -> tuple[Piece, ...]:
        """What we cut, in order."""
        return tuple(piece for piece in self.pieces if piece.kind == "cut")

    @property
    def insertions(self) -> tuple[Piece, ...]:
        """What we put in, in order."""
        return tuple(piece for piece in self.pieces if piece.kind == "insertion")

    @property
    def words(self) -> str:
        """The passage in one line, changes marked as the editor marked them."""
        return "".join(f"{' ' if p.space else ''}{p.text}" for p in self.pieces)


def show(passage: Passage, indexes: Indexes, facts: SiteFacts) -> PassageShown:
    """A passage of the indexes, ready to be printed."""
    source = indexes.library.sources[passage.source]
    access = indexes.public.access[source.id]
    extent = passage.extent
    held = source.sentences_in(extent)
    # What an insertion at an end stands for is not beside the passage, but in it.
    spans = [extent, *(s.span for s in (passage.segments[0], passage.segments[-1]) if s.span)]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    # A term opens no sentence to publication: it is neither evidence nor coverage.
    context = held if {held[0].span, held[-1].span} <= access.sentences else ()
    # What we cut may hold sentences that nothing rests on.
    pieces = tuple(
        replace(piece, dropped=readable_words(piece.dropped))
        for piece in pieces_of(passage, source)
    )
    voice = voice_shown(passage.voice, indexes)
    shown = PassageShown(
        passage.identity,
        passage.address,
        passage.anchor,
        source,
        source.language,
        pieces,
        passage.trailing,
        passage.term,
        fold_space(source.text[context[0].span.start : whole.start]) if context else "",
        fold_space(source.text[whole.end : context[-1].span.end]) if context else "",
        voice,
        tuple(dict.fromkeys(voice_shown(inner, indexes) for inner in passage.contains)),
        passage.paragraph,
        original_address(source, whole),
        "",
    )
    return replace(shown, copy=citation_text(shown, facts))


def actor_name(actor_id: str, indexes: Indexes) -> ActorName:
    """The name of an actor and where its page is."""
    actor = indexes.library.actors.get(actor_id)
    if actor is None:
        return ActorName(actor_id, actor_id, None)
    return ActorName(actor_id, str(actor.name), actor.address)


def voice_shown(voice: Voice | None, indexes: Indexes) -> VoiceShown:
    """A voice in words; ``None`` is the source's own."""
    if voice is None:
        return VoiceShown("own", VOICE_NAMES[VoiceKind.OWN])
    speaker = None if voice.speaker is None else actor_name(str(voice.speaker), indexes)
    label = VOICE_NAMES[voice.kind]
    if voice.kind is VoiceKind.UNCLEAR and speaker is None:
        label = NOBODYS
    elif voice.kind in SPOKEN and speaker is None:
        label += ", by somebody whom the source does not name"
    return VoiceShown(
        voice.kind.value,
        label,
        speaker,
        tuple(actor_name(str(link), indexes) for link in voice.via),
    )


def date_words(written: str) -> str:
    """A date as it is read, or as it was written where it cannot be parsed."""
    try:
        return in_words(parse(written))
    except DateError:
        return written


def only_from(source: Source) -> str:
    """Which facts of a source are only inferred: "title and date are known only from …"."""
    by: dict[str, list[str]] = {}
    for name, known in source.known_from.items():
        by.setdefault(str(known), []).append(KNOWN_FIELDS.get(name, name))
    return "; ".join(
        f"{_listed(names)} {'are' if names[1:] else 'is'} known only from the {where}, "
        "not printed in the text we hold"
        for where, names in by.items()
    )


def _listed(names: list[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def original_address(source: Source, span: Span | None = None) -> str | None:
    """The live original, at the very words: a text fragment, as the drafts of the Web
    Incubator Community Group describe it; ``None`` where there is no web address.
    """
    if not source.url.startswith(("https://", "http://")):
        return None
    # An address that was copied at a passage has a text fragment of its own.
    url = str(source.url).partition(":~:")[0].rstrip("#")
    if span is None:
        return url
    words = span.of(source.text).split()
    hidden = [number for number, word in enumerate(words) if HIDDEN in word]
    if hidden:
        ends = [words[: hidden[0]][:FRAGMENT_WORDS], words[hidden[-1] + 1 :][-FRAGMENT_WORDS:]]
    elif len(words) > 2 * FRAGMENT_WORDS:
        ends = [words[:FRAGMENT_WORDS], words[-FRAGMENT_WORDS:]]
    else:
        ends = [words]
    told = ",".join(_encoded(" ".join(part)) for part in ends)
    return f"{url}{'' if '#' in url else '#'}:~:text={told}"


def _encoded(words: str) -> str:
    """Percent-encoded, the hyphen too: between two parts of a text fragment it has a meaning."""
    return quote(words, safe="").replace("-", "%2D")


def between_marks(title: str) -> str:
    """A title between our quotation marks; one that has marks of its own stands without ours."""
    return title if _has_marks(title) else f"“{title}”"


def _has_marks(words: str) -> bool:
    return any(mark in words for mark in DOUBLES)


def citation_text(shown: PassageShown, facts: SiteFacts) -> str:
    """A passage as a citation ready to paste. Words that have quotation marks of their own stand on
    a line by themselves, as a block quotation does, without marks of ours: two would run into
    each other, and those of the source are left as they are.
    """
    source = shown.source
    named = [between_marks(source.title)]
    named += [str(part) for part in (source.author, source.publisher) if part]
    if source.published:
        named.append(date_words(source.published))
    where = ", ".join([*named, f"para. {shown.paragraph}"])
    inferred = only_from(source)
    words = shown.words
    quoted = f"{words}\n" if _has_marks(words) else f"“{words}”{shown.trailing} "
    parts = [f"{quoted}({shown.voice.words}). {where}"]
    if inferred:
        parts.append(f" ({inferred})")
    if source.url:
        parts.append(f". {source.url}")
    here = facts.absolute(shown.address)
    parts.append(f" [{shown.identity}{', ' + here if here else ''}]")
    return "".join(parts)
