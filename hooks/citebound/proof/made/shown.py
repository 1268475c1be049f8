"""What a page shows of a passage, derived again: its words, its context, whose words they are,
what was cut and put in, where it is, and how it is copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote

from citebound.model import Passage, SegmentKind, Source, Span, Voice
from citebound.model.wording import Wording
from citebound.proof.made import phrases
from citebound.proof.made.derived import voice_words
from citebound.proof.made.figures import Figures
from citebound.proof.made.known import HIDDEN
from citebound.proof.made.named import Named
from citebound.proof.made.passages import NOT_SHOWN, Piece, passage_told, pieces_told
from citebound.proof.made.telling import plain, tag
from citebound.proof.made.whole import without_words

_ENDS = 6
"""So many words at each end of a long passage are named in a link to its original."""

_HIDDEN_WORDS = re.compile(rf"{HIDDEN}(?:[{HIDDEN}\s]*{HIDDEN})?")


def one_space(words: str) -> str:
    """Words with each run of white space as one space, also at their ends."""
    return re.sub(r"\s+", " ", words)


@dataclass(frozen=True)
class ShownAgain:
    """What a page must show of passages, in lines of :mod:`citebound.proof.made.telling`."""

    named: Named
    _known: dict[int, str] = field(default_factory=dict)

    @property
    def figures(self) -> Figures:
        """What is looked up and counted."""
        return self.named.figures

    # --- names and texts --------------------------------------------------------------------

    def source(self, source: Source, called: str | None = None) -> str:
        """The link of a source, by its title or by what it is called here."""
        language = None if source.language == "en" else source.language
        return tag(
            "a",
            plain(called or source.title),
            class_="cb-source",
            href=source.address,
            lang=language,
        )

    def actor(self, name: str) -> str:
        """The link of an actor; one without a page is named by its id."""
        actor = self.figures.whole.public.library.actors.get(name)
        if actor is None:
            return plain(name)
        return tag("a", plain(actor.name), class_="cb-actor", href=actor.address)

    def said(self, text: object) -> str:
        """A text field of ours, with what it quotes."""
        if not isinstance(text, Wording):
            return plain(text)
        return "".join(map(self._piece, text.pieces))

    def _piece(self, piece: str | Passage) -> str:
        return plain(piece) if isinstance(piece, str) else self.quoted(piece)

    def voice(self, voice: Voice | None) -> str:
        """Whose words they are."""
        kind = voice.kind.value if voice else "own"
        said = voice_words(voice, self.figures.whole.ground.names)
        return tag("span", plain(said), class_=f"cb-voice cb-voice-{kind}")

    # --- a passage --------------------------------------------------------------------------

    def words(self, passage: Passage) -> str:
        """The words of a passage, with our changes."""
        known = self._known.get(id(passage))
        if known is not None:
            return known
        source = self._source(passage)
        told = "".join(self._told(p, source) for p in pieces_told(passage, source.text))
        line = tag(
            "span", told, class_=f"cb-words{' cb-term' if passage.term else ''}",
            data_quote=passage.identity, lang=source.language,
        )  # fmt: skip
        self._known[id(passage)] = line
        return line

    def _told(self, piece: Piece, source: Source) -> str:
        space, dropped = " " if piece.apart else "", self.readable(piece.span, source).strip()
        if piece.kind is SegmentKind.CUT:
            return space + tag("span", "[…]", class_="cb-cut", title=f"cut here: {dropped}")
        if piece.kind is SegmentKind.INSERTION:
            title = f"put in by us for: {dropped}" if dropped else "put in by us"
            return space + tag(
                "ins", plain(piece.text), class_="cb-ins", data_for=dropped or None, title=title
            )
        return space + plain(one_space(piece.text))

    def quoted(self, passage: Passage) -> str:
        """A passage between quotation marks."""
        said = passage_told(passage, self._source(passage))
        marked = " cb-begins-marked" if said[0] in "“‘«„" else ""
        marked += " cb-ends-marked" if said[-1] in "”’»“" else ""
        held = tag("span", "“", self.words(passage), "”", class_=f"cb-quoted{marked}")
        return held + passage.trailing

    def in_context(self, passage: Passage) -> str:
        """A passage in its sentence, where that may be read."""
        beside, words = self.beside(passage), self.words(passage)
        if any(text.strip() for text in beside):
            around = (tag("span", plain(t), class_="cb-around") if t.strip() else t for t in beside)
            words = tag("mark", words, class_="cb-hit").join(around)
        language = self._source(passage).language
        return tag("blockquote", tag("p", words), class_="cb-passage", lang=language)

    def beside(self, passage: Passage) -> tuple[str, str]:
        """What stands before and after a passage in its sentence, where that may be read."""
        source, whole = self._source(passage), self._whole(passage)
        held = source.sentences_in(passage.extent)
        access = self.figures.whole.public.access[source.id]
        if not {held[0].span, held[-1].span} <= access.sentences:
            return "", ""
        before = one_space(source.text[held[0].span.start : whole.start])
        return before, one_space(source.text[whole.end : held[-1].span.end])

    def _whole(self, passage: Passage) -> Span:
        """A passage with what insertions at its ends stand for."""
        ends = [passage.extent]
        ends += [s.span for s in (passage.segments[0], passage.segments[-1]) if s.span]
        return Span(min(span.start for span in ends), max(span.end for span in ends))

    def changes(self, passage: Passage) -> str:
        """Whose words are within a passage, what was cut from it, and what was put into it."""
        return self.contained(passage) + self.altered(passage)

    def contained(self, passage: Passage) -> str:
        """Whose words are within a passage."""
        derived = self.figures.whole.ground.passage(passage.identity)
        voices = dict.fromkeys(map(self.voice, derived.within()))
        return "".join(
            tag("p", "Within these words: ", voice, class_="cb-contains cb-fine")
            for voice in voices
        )

    def altered(self, passage: Passage) -> str:
        """What was cut from a passage, and what was put into it."""
        source, told = self._source(passage), list[str]()
        pieces = [*pieces_told(passage, source.text)]
        cuts = [
            tag("li", "[…] stands for: ", tag(
                "q", plain(self.readable(p.span, source).strip()), class_="cb-dropped-words",
                lang=source.language,
            ))
            for p in pieces if p.kind is SegmentKind.CUT
        ]  # fmt: skip
        if cuts:
            summary = tag("summary", f"What was cut ({len(cuts)})")
            told.append(tag("details", summary, tag("ul", *cuts), class_="cb-dropped"))
        put_in = [
            tag("li", self._put_in(piece, source)) for piece in pieces
            if piece.kind is SegmentKind.INSERTION
        ]  # fmt: skip
        if put_in:
            told.append(tag("ul", *put_in, class_="cb-insertions cb-fine cb-plain"))
        return "".join(told)

    def _put_in(self, piece: Piece, source: Source) -> str:
        words, ours = self.readable(piece.span, source).strip(), plain(piece.text)
        if not words:
            return phrases.PUT_IN.format(ours=ours)
        replaced = tag("q", plain(words), lang=source.language)
        return phrases.PUT_FOR.format(ours=ours, theirs=replaced)

    # --- where it is ------------------------------------------------------------------------

    def paragraph(self, passage: Passage) -> int:
        """The number of the paragraph of a passage."""
        if passage.identity not in self._paragraphs:
            derived = self.figures.whole.ground.passage(passage.identity)
            self._paragraphs[passage.identity] = derived.paragraph
        return self._paragraphs[passage.identity]

    @cached_property
    def _paragraphs(self) -> dict[str, int]:
        return {}

    def _attributed(self, passage: Passage, *held: str) -> str:
        voice = self.figures.whole.ground.passage(passage.identity).voice
        return tag("p", self.voice(voice), *held, class_="cb-attribution cb-fine")

    def place(self, passage: Passage) -> str:
        """Where the words of a passage are, its source by its short name."""
        source = self._source(passage)
        called = self.source(source, source.short or source.title)
        return phrases.PLACED.format(source=called, place=self.further(passage))

    def further(self, passage: Passage) -> str:
        """The paragraph of a passage, which leads to its place."""
        paragraph = phrases.PARAGRAPH.format(number=self.paragraph(passage))
        return tag("a", paragraph, class_="cb-in-place", href=passage.address,
                   title="See it in place")  # fmt: skip

    def full(self, passage: Passage) -> str:
        """A passage with all that is said of it."""
        original = self._to_original(passage)
        actions = f"{original}{' ' if original else ''}{self.copy(passage)}"
        said = self._attributed(
            passage, self.place(passage), " ", tag("span", actions, class_="cb-actions")
        )
        return self.in_context(passage) + said + self.changes(passage)

    def on_its_source(self, passage: Passage) -> str:
        """A passage on the page of its source, whose text has the sentence around it."""
        words = tag("blockquote", tag("p", self.words(passage)), class_="cb-passage",
                    lang=self._source(passage).language)  # fmt: skip
        link = tag("a", phrases.IN_PLACE, class_="cb-in-place", href=passage.address)
        actions = tag("span", " · ", link, self.original(passage), " ", self.copy(passage),
                      class_="cb-actions")  # fmt: skip
        said = self._attributed(passage, actions)
        return words + said + self.changes(passage)

    def copy(self, passage: Passage) -> str:
        """What is copied of a passage."""
        return tag("span", class_="cb-copy", data_copy=self.figures.copy_of(passage))

    def original(self, passage: Passage) -> str:
        """The link to the words in the original, after other words."""
        link = self._to_original(passage)
        return f" · {link}" if link else ""

    def _to_original(self, passage: Passage) -> str:
        """The link to the words in the original, where it has an address of the web."""
        source = self._source(passage)
        if not source.url.startswith(("https://", "http://")):
            return ""
        url = without_words(source.url)
        words = self._whole(passage).of(self.figures.readable(source)).split()
        hidden = [at for at, word in enumerate(words) if HIDDEN in word]
        ends: Iterable[list[str]] = [words]
        if hidden:
            ends = words[: hidden[0]][:_ENDS], words[hidden[-1] + 1 :][-_ENDS:]
        elif len(words) > 2 * _ENDS:
            ends = words[:_ENDS], words[-_ENDS:]
        asked = ",".join(quote(" ".join(part), safe="").replace("-", "%2D") for part in ends)
        href = f"{url}{'' if '#' in url else '#'}:~:text={asked}"
        rel = "external noopener"
        return tag("a", "at the original", class_="cb-original", href=href, rel=rel)

    # --- what may be read -------------------------------------------------------------------

    def readable(self, span: Span | None, source: Source) -> str:
        """The words of a span, with a note where some may not be read."""
        words = span.of(self.figures.readable(source)) if span else ""
        return _HIDDEN_WORDS.sub(NOT_SHOWN, one_space(words))

    def _source(self, passage: Passage) -> Source:
        return self.figures.whole.public.library.sources[passage.source]
