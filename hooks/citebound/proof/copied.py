"""Words that may not be published, in the files of a site that are not ours.

A page of ``docs/`` is its owner's, and may hold what nobody checked; but a source's rights bind it
as well. The finished files are read, so that it makes no difference whether words were typed, or
brought by a snippet, a plugin or a hook. Which words these are is decided here once more, from the
rights of each source and from the passages that are public.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from citebound.model import Library, Passage, Source, Span
from citebound.passages.answers import Bound
from citebound.problems import Place, Problem
from citebound.proof import listed
from citebound.proof.built import Built
from citebound.proof.files import SITEMAP, shipped
from citebound.proof.made.readable import open_sentences
from citebound.proof.said import LOST
from citebound.text.folding import fold
from citebound.text.shingles import Shingle, shingles

_HEADLINES = 5
"""The title of a source may be said where one of so many first paragraphs is that title."""

_SHORT = 60

_ENCODINGS = ("utf-8", "cp1252", "utf-16-le", "utf-16-be")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")

Kept = Mapping[Shingle, tuple[Source, int]]
"""The runs of words that may not be published, each with where it is in its source."""


def kept_words(library: Library, bindings: Mapping[str, Bound], public: Iterable[str]) -> Kept:
    """What may not be published of the sources of a library, where the files at these paths are."""
    passages: dict[str, list[Passage]] = {}
    for path in public:
        for passage in bindings[path].passages:
            passages.setdefault(passage.source, []).append(passage)
    kept: dict[Shingle, tuple[Source, int]] = {}
    may_be_said = []
    for source in library.sources.values():
        may_read = open_sentences(source, passages.get(source.id, ()))
        for is_open, start, end in _stretches(source, may_read):
            if is_open:
                may_be_said.append(source.text[start:end])
                continue
            for run in shingles(source.text[start:end]):
                kept.setdefault(run.words, (source, start + run.start))
    may_be_said += [str(s.title) for s in library.sources.values() if _is_headline(s, kept)]
    for text in may_be_said if kept else ():
        for run in shingles(text):
            kept.pop(run.words, None)
    return kept


def _stretches(source: Source, may_read: frozenset[Span]) -> Iterator[tuple[bool, int, int]]:
    """The sentences of a source; those that follow one another and are alike are one stretch."""
    last: tuple[bool, int, int] | None = None
    for sentence in source.sentences:
        is_open, span = sentence.span in may_read, sentence.span
        if last is not None and last[0] is not is_open:
            yield last
            last = None
        last = (is_open, last[1] if last else span.start, span.end)
    if last is not None:
        yield last


def _is_headline(source: Source, kept: Kept) -> bool:
    """Whether the title of a source is nothing from the middle of its text."""
    for run in shingles(source.title):
        held, at = kept.get(run.words, (None, 0))
        number = source.paragraph_at(at) if held is source else 0
        if number > _HEADLINES:
            return False
        if number and _only_letters(source.title) != _only_letters(
            source.paragraphs[number - 1].of(source.text)
        ):
            return False
    return True


def _only_letters(text: str) -> str:
    return "".join(letter for letter in fold(text).text.casefold() if letter.isalnum())


def copied_words(folder: Path, built: Built, kept: Kept) -> Iterator[Problem]:
    """What stands in the files of ``folder`` that are not ours, and may not be published."""
    if not kept:
        return
    ours = {*built.assets, *shipped(built), SITEMAP, f"{SITEMAP}.gz", LOST}
    ours |= {f"{address}index.html" for address in built.pages}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name in ours or name.startswith("search-index/"):
            continue
        if path.is_symlink() or not path.is_file():
            continue
        content = path.read_bytes()
        texts = _texts(content)
        if len(texts) > 1 and path.suffix.lower() in listed.TEXT:
            yield Problem(
                Place(name), "withheld-words",
                "the file is not UTF-8, so nobody can tell what words of a source are in it",
                "save it as UTF-8 (“CSV UTF-8” in Excel), or take it out of the site",
            )  # fmt: skip
        other = built.others.get(name.removesuffix("index.html"))
        where = other.edit if other and other.edit else name
        yield from {
            found
            for text in texts
            for words in _readings(text)
            for found in _copied(where, words, kept)
        }


def _texts(content: bytes) -> tuple[str, ...]:
    """A file as text: one where it is UTF-8; otherwise in each of the ways in which a program may
    have written words into it. What is UTF-8 has no control characters: UTF-16 may look like it.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    if text is not None and not _CONTROL.search(text):
        return (text,)
    return tuple(content.decode(encoding, "replace") for encoding in _ENCODINGS)


def _readings(text: str) -> Iterator[str]:
    """A file as it can be read: as it stands, with its comments and attributes, and the words
    between its tags, whether a tag parts two words or stands in one.
    """
    yield unescape(text)
    root = LexborHTMLParser(text).root
    if root is not None and "<" in text:
        yield root.text(separator=" ")
        yield root.text(separator="")


def _copied(where: str, text: str, kept: Kept) -> Iterator[Problem]:
    """What of a text may not be published: runs that overlap are told once."""
    found: list[tuple[int, int, Source, int]] = []
    for run in shingles(text):
        if run.words not in kept:
            continue
        source, at = kept[run.words]
        if found and run.start <= found[-1][1] and found[-1][2] is source:
            start, _, _, at = found.pop()
            found.append((start, run.end, source, at))
        else:
            found.append((run.start, run.end, source, at))
    for start, end, source, at in found:
        words = " ".join(text[start:end].split())
        told = words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()} …"
        place = f"[@{source.id}, para. {source.paragraph_at(at)}]"
        instead = f"quote it and cite {place}" if source.quotable else f"name its place: {place}"
        yield Problem(
            Place(where),
            "withheld-words",
            f"these words of {source.id} may not be published as they are here: {told}",
            f"say it in your own words, or {instead}",
        )
