"""The page of a source, derived again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from citebound.model import Source, Span, Voice
from citebound.proof.made import phrases
from citebound.proof.made.day_words import day_words
from citebound.proof.made.known import graded_so, known_from
from citebound.proof.made.shown import one_space
from citebound.proof.made.source_text import SourceText
from citebound.proof.made.telling import part, plain, tag
from citebound.proof.made.whole import without_words
from citebound.text.languages import language_name

_WIDTH = 1000
"""How wide the drawing of the coverage is."""


@dataclass(frozen=True)
class SourcePages(SourceText):
    """The pages of sources."""

    def of_source(self, source: Source) -> Iterator[str]:
        """A source's page."""
        address = source.address
        title = plain(source.title)
        if source.language != "en":
            title = tag("span", title, lang=source.language)
        yield self.heading(address, 1, title, "top")
        yield self._line(source)
        yield from self.text(source)
        yield self.section(address, "source", "about")
        yield from self._about(source)
        library = self.figures.whole.public.library
        briefings = [b for b in library.briefings if source.id in b.sources]
        if briefings:
            yield self.section(address, "source", "briefings")
            yield self.links(briefings)
        yield self.section(address, "source", "passages")
        yield self.resting(source)
        if source.voices:
            yield self.section(address, "source", "voices")
            caption = (
                "Spans that are, or may be, the words or the views of somebody else, in their order"
            )
            voices = sorted(source.voices, key=lambda voice: voice.span)
            yield self.table("source", caption, (self._row(voice, source) for voice in voices))
        yield self.section(address, "source", "coverage")
        yield from self._coverage(source)
        yield self.section(address, "source", "check")
        yield from self._check(source)

    def _line(self, source: Source) -> str:
        """One line: who published it, when, and what it is worth."""
        day = day_words(source.published) if source.published else ""
        graded = graded_so(source) or phrases.HEADINGS["source"]["about"]
        worth = tag("a", plain(graded), href=f"{source.address}#about")
        said = [plain(part) for part in (source.publisher, day) if part]
        return tag("p", " · ".join((*said, worth)), class_="cb-glance cb-fine")

    def _about(self, source: Source) -> Iterator[str]:
        if source.descriptor:
            yield tag("p", plain(source.descriptor), class_="cb-descriptor")
        worth = [*self._worth(source)]
        if worth:
            yield tag("dl", *worth, class_="cb-worth")
        told = (tag("dt", term) + said for term, said in self._facts(source))
        yield tag("dl", *told, class_="cb-facts cb-fine")

    def _worth(self, source: Source) -> Iterator[str]:
        if source.grade:
            mark = str(source.grade.mark)
            said = tag("strong", f"{mark}: {phrases.GRADES[mark]}.")
            scale = tag("span", phrases.SCALE, class_="cb-fine")
            because = plain(source.grade.because)
            yield tag("dt", "Grade") + tag("dd", said, " ", because, " ", scale)
        if source.circular:
            yield tag("dt", "Circular reporting") + tag("dd", plain(source.circular))
        if source.obtain:
            wanted = tag("ul", *(tag("li", plain(each)) for each in source.obtain))
            yield tag("dt", phrases.OBTAINED) + tag("dd", wanted)

    def _facts(self, source: Source) -> Iterator[tuple[str, str]]:
        access = self.figures.whole.public.access[source.id]
        day = day_words(source.published) if source.published else ""
        for term, said in (
            ("Author", source.author), ("Publisher", source.publisher), ("Published", day),
        ):  # fmt: skip
            if said:
                yield term, tag("dd", plain(said))
        if source.known_from:
            known = f"Its {plain(known_from(source))}."
            yield "How this is known", tag("dd", known, class_="cb-inferred")
        yield "Language", tag("dd", plain(language_name(source.language)))
        if source.url.startswith(("https://", "http://")):
            href = without_words(source.url)
            link = tag("a", plain(source.url), class_="cb-original", href=href,
                       rel="external noopener")  # fmt: skip
            yield "Original", tag("dd", link)
        share = f"That is {round(100 * access.share)}\N{NO-BREAK SPACE}% of its text."
        yield "Rights", tag("dd", f"{phrases.RIGHTS[access.level]} {share}")
        replaced = self.figures.whole.public.library.sources.get(source.replaces or "")
        if replaced:
            yield "Replaces", tag("dd", self.source(replaced))

    def _check(self, source: Source) -> Iterator[str]:
        yield tag("p", "The text is pinned: its bytes have this SHA-256, and a text with any other "
                  "hash is refused.")  # fmt: skip
        yield tag("pre", tag("code", source.sha256), class_="cb-hash")
        if source.extracted:
            made = source.extracted
            taken = f"It was taken from {made.origin} by {made.by}. That file has this SHA-256:"
            yield tag("p", plain(taken))
            yield tag("pre", tag("code", plain(made.raw_sha256)), class_="cb-hash")
        yield tag(
            "p", "Get the project and run ", tag("code", f"sha256sum {source.text_path}"),
            "; then ", tag("code", "citebound check"),
            " compares every quotation with these bytes. A quotation’s identity, such as ",
            tag("code", f"{source.id}:0-10"),
            f", counts code points of this file ({len(source.text)} in all) from 0, the end not "
            "included. ", tag("a", "More on repeating a check", href="method/#repeat"),
        )  # fmt: skip

    # --- the voices, and what of the text may be read ---------------------------------------

    def _row(self, voice: Voice, source: Source) -> str:
        words, cue = (self._open(span, source) for span in (voice.span, voice.cue))
        withheld = tag("span", "not shown for reasons of rights", class_="cb-withheld", lang="en")
        return part(
            "tr",
            part("td", str(source.paragraph_at(voice.span.start))),
            part("td", self.voice(voice)),
            part("td", plain(words) or withheld, lang=source.language),
            part(
                "td",
                plain(cue) or "–",
                *self._tied(voice, source),
                lang=source.language if cue else None,
            ),
        )

    def _tied(self, voice: Voice, source: Source) -> Iterator[str]:
        """What a pronoun stands for, or what describes a speaker without a name; and why words
        that only follow a report are the speaker's.
        """
        tied = self._open(voice.antecedent or voice.described, source)
        if tied:
            of = ", of" if self._open(voice.cue, source) else ""
            yield f"{of} {tag('q', plain(tied), class_='cb-tied', lang=source.language)}"
        if voice.because:
            because = plain(f"Why it is theirs: {voice.because}")
            yield f" {tag('span', because, class_='cb-because', lang='en')}"

    def _open(self, span: Span | None, source: Source) -> str:
        """The words of a span, where all sentences that hold it may be read."""
        access = self.figures.whole.public.access[source.id]
        held = source.sentences_in(span) if span else ()
        if span is None or not held or not {s.span for s in held} <= access.sentences:
            return ""
        return one_space(span.of(source.text))

    # --- the coverage -----------------------------------------------------------------------

    def _coverage(self, source: Source) -> Iterator[str]:
        used, every = self.figures.used_sentences(source), len(source.sentences)
        aside = self.figures.aside_sentences(source)
        yield tag("p", self.figures.covered_so(source))
        label = f"Coverage, in the order of the source: {used} of {every} sentences used, "
        drawing = tag(
            "svg", *self._bars(source), aria_hidden="true", focusable="false", height="24",
            preserveaspectratio="none", viewbox=f"0 0 {_WIDTH} 24", width=_WIDTH,
            xmlns="http://www.w3.org/2000/svg",
        )  # fmt: skip
        unused = self.figures.unused_sentences(source)
        label += f"{len(aside)} set aside{f', {unused} {phrases.NOT_USED}' if unused else ''}"
        yield tag("div", drawing, aria_label=label,
                  class_="cb-coverage", role="img")  # fmt: skip
        items = []
        for number, reason in aside.items():
            sentence = source.sentences[number - 1]
            words = self._open(sentence.span, source)
            quoted = f": {tag('q', plain(words), lang=source.language)}" if words else ""
            where = f"Sentence {number} (para. {sentence.paragraph}) is set aside: "
            items.append(tag("li", plain(where + reason), quoted))
        if items:
            yield tag("ul", *items, class_="cb-aside-list cb-fine cb-plain")

    def _bars(self, source: Source) -> Iterator[str]:
        """A bar for each sentence, as wide as it is long, with a gap of one unit after it."""
        total, before = sum(len(s.span) for s in source.sentences) or 1, 0
        for sentence, (state, title) in zip(
            source.sentences, self.figures.covered(source), strict=True
        ):
            left = round(_WIDTH * before / total, 1)
            before += len(sentence.span)
            width = round(max(1.0, _WIDTH * before / total - left - 1), 1)
            yield tag("rect", tag("title", plain(title)), class_=f"cb-{state}", height="24",
                      width=width, x=left, y="0")  # fmt: skip
