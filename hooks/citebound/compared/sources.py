"""The sources of two editions compared: what each is, whose words are in it, what is set aside."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.compared.stated import Edition, source_in_a_line, whose
from citebound.compared.told import Change, Section, fields_changed, lists_changed
from citebound.model import Source


def source_changes(old: Edition, new: Edition) -> Iterator[Section]:
    """What became of each source."""
    had, has = old.library.sources, new.library.sources
    for name, source in has.items():
        if name not in had:
            replaces = f"; replaces {source.replaces}" if source.replaces else ""
            told = (Change("source added", f"{source_in_a_line(source)}{replaces}"),)
            yield Section(str(source.title), f"seeds/{name}/source.yml", told)
        else:
            yield Section(
                str(source.title), f"seeds/{name}/source.yml", tuple(_changed(had[name], source))
            )
    for name in sorted(had.keys() - has.keys()):
        told = (Change("source gone", source_in_a_line(had[name])),)
        yield Section(str(had[name].title), f"seeds/{name}/source.yml", told)


def _changed(old: Source, new: Source) -> Iterator[Change]:
    if old.text != new.text:
        yield Change(
            "text changed", "a pinned text is never changed: add a source that replaces it"
        )
    yield from fields_changed(
        *((name, _field(old, name), _field(new, name)) for name in _FIELDS),
        ("grade", _grade(old), _grade(new)),
    )
    yield from lists_changed("to obtain", map(str, old.obtain), map(str, new.obtain))
    yield from lists_changed("voice", _voices(old), _voices(new))
    yield from lists_changed("set aside", _aside(old), _aside(new))


_FIELDS = (
    "title", "short", "publisher", "author", "url", "published", "language", "rights",
    "descriptor", "circular", "replaces", "sha256",
)  # fmt: skip
"""The fields of a source that are one text each."""


def _field(source: Source, name: str) -> str:
    return str(getattr(source, name) or "")


def _grade(source: Source) -> str:
    return f"{source.grade.mark}: {source.grade.because}" if source.grade else ""


def _voices(source: Source) -> Iterator[str]:
    for voice in source.voices:
        yield f"{_words(voice.span.of(source.text))}: {whose(voice)}"


def _aside(source: Source) -> Iterator[str]:
    for aside in source.set_aside:
        yield f"{_words(aside.span.of(source.text))}: {aside.reason}"


def _words(text: str) -> str:
    return " ".join(text.split())
