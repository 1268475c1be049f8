"""An editor's prose, rendered.

Quotations become the source's own characters, citations and footnote marks become
evidence marks, names become links, sentences get addresses.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from citebound.indexes import plain
from citebound.model import Quotation, Span, Subject
from citebound.pages.dialect import as_rendered
from citebound.pages.edits import Edits
from citebound.pages.evidence import Evidence, Numbering
from citebound.pages.linking import put_links, put_mentions
from citebound.pages.sheet import Sheet
from citebound.passages.binding import Bound

_TERM = regex.compile(r"\{:?[^}\n]*\.term\b[^}\n]*\}")
_COMMENT = regex.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[^\n]*$|(?P<ticks>`+).+?(?P=ticks)|(?P<comment><!--.*?-->)",
    regex.DOTALL | regex.MULTILINE,
)
_QUOTED_LINE = regex.compile(r"[ \t]*>[ ]?")
_CALLOUT = regex.compile(r"[ \t]*>[ ]?\[![A-Za-z]+\][ \t]*")
_EMPHASIS = regex.compile(r"\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|~~")
_CELL = regex.compile(r"[ \t]*\|?[ \t]*")


def slug(words: str) -> str:
    """An address for a heading: its letters and digits in lower case, joined by hyphens."""
    return "-".join(regex.findall(r"[\p{L}\p{N}\p{M}]+", words.casefold()))


@dataclass(slots=True)
class Prose:
    """The prose of a subject on its way into a sheet. ``anchors`` are ids already taken."""

    subject: Subject
    bound: Bound
    sheet: Sheet
    numbering: Numbering
    anchors: set[str]
    edits: Edits = field(default_factory=Edits)

    def markdown(self) -> str:
        """The prose as Markdown, its slots handed out by the sheet."""
        document = self.subject.document
        for note in document.footnotes:
            self.edits.replace(note.span.start, note.span.end, "")
        for found in _COMMENT.finditer(document.text, document.body):
            if found["comment"]:
                self.edits.replace(found.start(), found.end(), "")
        self._evidence()
        self._quoted_lines()
        put_links(self.subject, self.sheet, self.edits)
        self._headings()
        put_mentions(self.subject, self.sheet, self.edits)
        self._sentences()
        self._braces()
        return as_rendered(self.edits.apply(document.text, document.body)).strip("\n")

    # --- words and their evidence -----------------------------------------------------

    def _evidence(self) -> None:
        """Quotations, citations and footnote marks, in the order in which they stand."""
        document = self.subject.document
        groups: dict[Span, list[int]] = {}
        found: list[tuple[Span, Quotation | None, str | None]] = []
        for index, quotation in enumerate(document.quotations):
            if quotation.footnote is not None or quotation.scope == "block":
                continue
            found.append((quotation.span, quotation, None))
            if quotation.citation is not None:
                groups.setdefault(quotation.citation.span, []).append(index)
        footnotes = [note.span for note in document.footnotes]
        outside = [c for c in document.citations if not any(n.holds(c.span) for n in footnotes)]
        found += [(citation.span, None, None) for citation in outside]
        found += [
            (mark.span, None, mark.name)
            for mark in document.references
            if not any(note.holds(mark.span) for note in footnotes)
        ]
        for span, quoted, name in sorted(found, key=lambda item: item[0]):
            if quoted is not None:
                self._quotation(quoted)
            elif name is not None:
                item = self.numbering.footnote(name)
                self.edits.replace(span.start, span.end, self._mark(item))
            else:
                citation = next(c for c in outside if c.span == span)
                item = self.numbering.group(tuple(groups.get(span, ())), citation)
                start = span.start - len(self._before(span.start))
                self.edits.replace(start, span.end, self._mark(item))

    def _before(self, at: int) -> str:
        """The white space of the line before an offset."""
        before = self.subject.document.text[:at]
        return before[len(before.rstrip(" \t")) :]

    def _mark(self, item: Evidence | None) -> str:
        if item is None:
            return ""
        return self.sheet.inline("prose_mark", number=item.number, id=self.numbering.mark(item))

    def _quotation(self, quotation: Quotation) -> None:
        document = self.subject.document
        index = document.quotations.index(quotation)
        passages = self.bound.passages[index]
        end = quotation.span.end
        if term := _TERM.match(document.text, end):
            end = term.end()
        if not passages:
            words = document.text[quotation.inside.start : quotation.inside.end]
            slot = self.sheet.inline("prose_term", words=words)
        else:
            slot = self.sheet.inline("prose_quotation", p=self.sheet.show(passages[0]))
        if passages and quotation.citation is None and quotation.scope in ("prose", "note"):
            slot += self._own_mark(quotation, index)
        self.edits.replace(quotation.span.start, end, slot)

    def _own_mark(self, quotation: Quotation, index: int) -> str:
        """A mark for words that no citation follows, unless a footnote of their sentence
        already shows them.
        """
        document = self.subject.document
        sentence = next((s for s in document.sentences if s.span.holds(quotation.span)), None)
        noted = [
            passage
            for name in (sentence.references if sentence else ())
            for passage in self.bound.evidence(self.subject, name)
        ]
        if all(
            any(n.source == p.source and n.extent.holds(p.extent) for n in noted)
            for p in self.bound.passages[index]
        ):
            return ""
        return self._mark(self.numbering.group((index,), None))

    # --- block quotations and callouts --------------------------------------------------

    def _quoted_lines(self) -> None:
        """Callouts become our analysis, block quotations the source's words as a block."""
        document = self.subject.document
        at, run = document.body, list[Span]()
        for line in document.text[document.body :].split("\n"):
            span = Span(at, at + len(line))
            inside = any(note.span.holds(span) for note in document.footnotes if line)
            lazy = bool(run) and bool(line.strip()) and not inside
            if not inside and (_QUOTED_LINE.match(line) or lazy):
                run.append(span)
            elif run:
                self._quoted(run)
                run = []
            at = span.end + 1
        if run:
            self._quoted(run)

    def _quoted(self, lines: list[Span]) -> None:
        text = self.subject.document.text
        first = lines[0].of(text)
        indent = first[: len(first) - len(first.lstrip())]
        callout = _CALLOUT.match(first)
        if callout is None:
            slot = self._block_quotation(Span(lines[0].start, lines[-1].end))
            self.edits.asked = [
                e for e in self.edits.asked if not lines[0].start <= e[0] < lines[-1].end
            ]
            self.edits.replace(lines[0].start, lines[-1].end, f"\n{indent}{slot}\n")
            return
        opening = self.sheet.inline("prose_open_analysis")
        closing = self.sheet.inline("prose_close", tag="div")
        rest = first[callout.end() :].strip()
        self.edits.replace(
            lines[0].start,
            lines[0].start + callout.end(),
            f"\n{indent}{opening}\n" + (f"\n{indent}" if rest else ""),
        )
        for line in lines[1:]:
            if marker := _QUOTED_LINE.match(text, line.start, line.end):
                self.edits.replace(line.start, marker.end(), indent)
        self.edits.insert(lines[-1].end, f"\n\n{indent}{closing}\n", closes=False)

    def _block_quotation(self, span: Span) -> str:
        document = self.subject.document
        indices = tuple(
            i
            for i, q in enumerate(document.quotations)
            if q.scope == "block" and span.holds(q.span)
        )
        citation = next((c for c in document.citations if span.holds(c.span)), None)
        item = self.numbering.group(indices, citation)
        quoted = [document.quotations[i].span for i in indices]
        end = max((q.end for q in quoted), default=span.start)
        said = plain(regex.sub(r"\n[ \t]*>[ ]?", " ", document.text[end : span.end]))
        return self.sheet.inline(
            "prose_blockquote",
            paragraphs=[self.sheet.show(self.bound.passages[i][0]) for i in indices
                        if self.bound.passages[i]],
            attribution=said.strip(' "”.'),
            number=item.number if item else None,
            id=self.numbering.mark(item) if item else None,
        )  # fmt: skip

    # --- headings, sentences, what is left ------------------------------------------------

    def _headings(self) -> None:
        """Headings begin at the second level, leave none out, and have their own addresses."""
        document = self.subject.document
        lowest = min((heading.level for heading in document.headings), default=2)
        above = 1
        for heading in document.headings:
            if document.text[heading.line.start : heading.span.start].strip(" #"):
                continue  # inside a callout or a list
            level = min(max(2, heading.level + (2 - lowest)), above + 1)
            above = level
            base = slug(plain(heading.span.of(document.text))) or "section"
            if regex.fullmatch(r"(?:[sempyq]-|judgement-|__).*", base):
                base = f"section-{base}"
            anchor, count = base, 2
            while anchor in self.anchors:
                anchor, count = f"{base}-{count}", count + 1
            self.anchors.add(anchor)
            line = heading.line
            self.edits.replace(line.start, heading.span.start, f"\n{'#' * level} ")
            self.edits.replace(heading.span.end, line.end, f" {{#{anchor}}}\n")

    def _sentences(self) -> None:
        """Each sentence an element with its number as address, its closing marks behind it."""
        document = self.subject.document
        marks = [r.span for r in document.references] + [c.span for c in document.citations]
        for number, sentence in enumerate(document.sentences, 1):
            span = sentence.span
            words = document.text[span.start : span.end]
            if sentence.block < 0:
                cell = _CELL.match(words)
                at = span.start + (cell.end() if cell else 0)
                self.edits.insert(at, self.sheet.inline("prose_anchor", id=f"s-{number}"))
                continue
            end, moved = span.end, True
            while moved:
                moved = False
                for mark in marks:
                    if mark.end == end and mark.start > span.start:
                        end, moved = mark.start - len(self._before(mark.start)), True
            clear = regex.sub(r"`[^`]*`|\\.", "", words)
            if len(_EMPHASIS.findall(clear)) % 2:
                # Emphasis that goes on past the sentence: an element would cut across it.
                self.edits.insert(span.start, self.sheet.inline("prose_anchor", id=f"s-{number}"))
                continue
            self.edits.insert(
                span.start, self.sheet.inline("prose_open_sentence", id=f"s-{number}")
            )
            self.edits.insert(end, self.sheet.inline("prose_close", tag="span"), closes=True)

    def _braces(self) -> None:
        """A brace in an editor's words is a brace, never an attribute of an element."""
        document = self.subject.document
        for found in regex.finditer(r"\{", document.text[document.body :]):
            at = document.body + found.start()
            if not self.edits.taken(at, at + 1):
                self.edits.replace(at, at + 1, self.sheet.inline("words", words="{", language="en"))
