"""The sources of two editions compared: what each is, whose words are in it, what is set aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citebound.compared.stated import Edition, source_in_a_line, whose
from citebound.compared.told import Change, Section, fields_changed, lists_changed
from citebound.model import Source


def source_changes(old: Edition, new: Edition) -> Iterator[Section]:
    """What became of each source."""
    had, has = old.library.sources, new.library.sources
    for name, source in has.items():
        if name not in had:
            replaces = f"; replaces {source.replaces}" if source.replaces else ""
            told = (Change("source added", f"{source_in_a_line(source)}{replaces}"), *_new(source))
            yield Section(str(source.title), f"seeds/{name}/source.yml", told)
        else:
            path = f"seeds/{name}/source.yml"
            changes = tuple(_changed(had[name], source))
            yield Section(str(source.title), path, changes, was_path=path)
    for name in sorted(had.keys() - has.keys()):
        told = (Change("source gone", source_in_a_line(had[name])),)
        yield Section(str(had[name].title), f"seeds/{name}/source.yml", told)


def _new(source: Source) -> Iterator[Change]:
    """What is said of a source that is new, and whose words are in it."""
    for name in ("author", "url", "descriptor", "circular", *_OTHERS):
        if said := _field(source, name):
            yield Change(f"{name} added", said)
    if source.grade:
        yield Change("grade added", _grade(source))
    for name, said_of_it in _lists(source):
        yield from (Change(f"{name} added", one) for one in said_of_it)


def _changed(old: Source, new: Source) -> Iterator[Change]:
    if old.text != new.text:
        yield Change(
            "text changed", "a pinned text is never changed: add a source that replaces it"
        )
    yield from fields_changed(
        *((name, _field(old, name), _field(new, name)) for name in _FIELDS),
        ("grade", _grade(old), _grade(new)),
    )
    for (name, had), (_, has) in zip(_lists(old), _lists(new), strict=True):
        yield from lists_changed(name, had, has)


def _lists(source: Source) -> tuple[tuple[str, Iterable[str]], ...]:
    """What is said of a source in lists, each with what one entry of it is called."""
    return (
        ("to obtain", map(str, source.obtain)),
        ("voice", _voices(source)),
        ("set aside", _aside(source)),
        ("known from", (f"{name}: {why}" for name, why in sorted(source.known_from.items()))),
        ("accepted character", source.accepts),
        ("no end of a sentence", source.not_ends),
    )


_OTHERS = ("max_share", "extracted")
_FIELDS = (
    "title", "short", "publisher", "author", "url", "published", "language", "rights",
    "descriptor", "circular", "replaces", "sha256", "paragraph_rule", *_OTHERS,
)  # fmt: skip
"""The fields of a source that are one text each."""


def _field(source: Source, name: str) -> str:
    if name == "extracted" and source.extracted:
        out_of = source.extracted
        return f"from {out_of.origin}, by {out_of.by}, {out_of.raw_sha256}"
    value = getattr(source, name)
    return "" if value is None else str(value)


def _grade(source: Source) -> str:
    return f"{source.grade.mark}: {source.grade.because}" if source.grade else ""


def _voices(source: Source) -> Iterator[str]:
    for voice in source.voices:
        told = [f"{_words(voice.span.of(source.text))}: {whose(voice)}"]
        for name, span in (
            ("cue", voice.cue),
            ("antecedent", voice.antecedent),
            ("described", voice.described),
        ):
            told += [f"{name} “{_words(span.of(source.text))}”"] if span else []
        told += [f"via {', '.join(voice.via)}"] if voice.via else []
        told += [f"because {voice.because}"] if voice.because else []
        yield "; ".join(told)


def _aside(source: Source) -> Iterator[str]:
    for aside in source.set_aside:
        yield f"{_words(aside.span.of(source.text))}: {aside.reason}"


def _words(text: str) -> str:
    return " ".join(text.split())
