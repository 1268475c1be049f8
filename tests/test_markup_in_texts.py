"""Markup in a text is text: whatever stands in a field of ours or a source's is printed as it is
typed, on every page, in the data, the feeds, the search and what a page says of itself.

The fields come from the model, so that a new one is tried without a word here. Checks refuse some
of what is planted, and are left out: what is made and proved has to hold without them.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from building import build_finished
from citebound import publish
from citebound.model import (
    Actor,
    Briefing,
    Document,
    Extraction,
    Gone,
    Library,
    Review,
    Settings,
    Signature,
    Source,
    Text,
)
from citebound.model.library import Answered
from citebound.problems import Problem
from citebound.reading import read_project
from project import site_project
from test_text_fields import OTHERS, texts_of

MARKUP = "<b>x</b> &amp; *y* **z** [w](v) `c` <!-- d --> <script>e</script> {{ f }}"
PLANTED = re.compile(r"planted(\d+)n")

NOT_TEXTS = {
    name
    for why in ("an id or a mark, of letters that are given", "a word of a closed list",
                "a date or an address", "compared with the evidence, without marks")
    for name in OTHERS[why]
} | {"Briefing.sources", "Signature.footnote"}  # fmt: skip
"""Fields that hold no such text: what is read of them is one of what is known, or a source's."""

ON_NO_PAGE = {
    "Actor.terms", "Answered.answer", "Answered.question", "Briefing.terms", "Settings.reviewers",
    "Settings.terms", "Signature.by", "Signature.why", "Signature.words",
}  # fmt: skip
"""Fields of which nothing is published."""

T = TypeVar("T")


@dataclass
class Plants:
    """Markup put into every text of the model, numbered; ``fields`` says into which."""

    fields: list[str] = field(default_factory=list)

    def text(self, name: str, text: Text) -> Text:
        """A text with markup after it."""
        self.fields.append(name)
        return Text(f"{text} planted{len(self.fields)}n {MARKUP}".strip(), text.place)

    def into(self, thing: T) -> T:
        """The same with markup in each of its texts, and in those of what it holds."""
        kind: Any = type(thing)
        hints = get_type_hints(kind)
        changed = {
            each.name: self._value(
                f"{kind.__name__}.{each.name}", getattr(thing, each.name), hints[each.name]
            )
            for each in dataclasses.fields(kind)
        }
        made: T = replace(thing, **changed)  # type: ignore[type-var]
        return made

    def _value(self, name: str, value: Any, hint: Any) -> Any:  # noqa: ANN401, any field's
        if isinstance(value, Document) or name in NOT_TEXTS:
            return value
        if isinstance(value, tuple):
            if Text in get_args(hint) and not value:
                value = (Text(""),)
            return tuple(self._value(name, each, get_args(hint)[0]) for each in value)
        if isinstance(value, dict):
            return {key: self._value(name, each, get_args(hint)[1]) for key, each in value.items()}
        if dataclasses.is_dataclass(value):
            return self.into(value)
        if hint is Text or Text in get_args(hint):
            return self.text(name, value or Text(""))
        return value


def filled(library: Library) -> Library:
    """The library with what it has none of."""
    (source,) = library.sources.values()
    extracted = Extraction(Text("a file"), Text("a program"), Text("0" * 64))
    first, *briefings = library.briefings
    day = Text("2026-11-30")
    answered = Answered(Text("0" * 12), Text("pronoun"), Text("Who?"), Text("The junta."))
    first = replace(
        first,
        review=Review(Text("Ann Lee"), day, Text("0" * 64), (answered,)),
        signed=(Signature(Text("cuts"), Text("It changes nothing."), Text("Ann Lee")),),
    )
    actors = {**library.actors}
    actors["brics"] = replace(actors["brics"], gone=Gone(day, Text("It is said elsewhere.")))
    return replace(
        library,
        sources={source.id: replace(source, extracted=extracted)},
        briefings=(first, *briefings),
        actors=actors,
    )


@dataclass(frozen=True)
class Marked:
    """The finished site of a library with markup in every text."""

    folder: Path
    fields: list[str]
    problems: tuple[Problem, ...]


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Marked:
    plants = Plants()

    def read(root: Path) -> Library:
        library = filled(read_project(root))
        return replace(
            library,
            sources={name: plants.into(source) for name, source in library.sources.items()},
            briefings=tuple(map(plants.into, library.briefings)),
            actors={name: plants.into(actor) for name, actor in library.actors.items()},
            settings=plants.into(library.settings),
        )

    root = tmp_path_factory.mktemp("marked")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(publish, "read_project", read)
        patched.setattr(publish, "check", lambda *_, **__: ())
        finished = build_finished(site_project(), root / "site")
    return Marked(root / "site", plants.fields, finished.problems)


def texts_in(name: str, content: str) -> Iterator[str]:
    """The texts of a file of the site, as whoever reads it has them."""
    if name.endswith(".html"):
        tree = LexborHTMLParser(content)
        assert tree.root is not None
        yield tree.root.text()
        for node in tree.css("*"):
            yield from (value for value in node.attributes.values() if value)
    elif name.endswith(".json"):
        yield from strings(json.loads(content))
    elif name.endswith(".csv"):
        yield from (cell for row in csv.reader(io.StringIO(content)) for cell in row)
    elif name.endswith(".xml"):
        yield from ET.fromstring(content).itertext()  # noqa: S314, a file of our own


def strings(value: Any) -> Iterator[str]:  # noqa: ANN401, what JSON holds
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def stands_whole(rest: str) -> bool:
    """Whether a text goes on with the markup, or, where it is cut short, with the first of it."""
    if rest.startswith(f" {MARKUP}"):
        return True
    return rest.endswith("…") and f" {MARKUP}".startswith(rest.removesuffix("…").rstrip())


def found_in(folder: Path) -> tuple[Counter[int], list[str]]:
    """How often each plant stands in the files of a site, and where one does not stand whole.
    The search lists words for themselves.
    """
    seen: Counter[int] = Counter()
    broken = []
    for path in sorted(folder.rglob("*.*")):
        name = path.relative_to(folder).as_posix()
        if name.startswith("search-index/words/") or path.suffix not in {
            ".html", ".json", ".csv", ".xml"
        }:  # fmt: skip
            continue
        for text in texts_in(name, path.read_text("utf-8")):
            said = " ".join(text.split())
            for found in PLANTED.finditer(said):
                seen[int(found[1])] += 1
                if not stands_whole(said[found.end() :]):
                    broken.append(f"{name}: {said[found.start() : found.end() + 90]}")
    return seen, broken


def test_markup_is_planted_in_every_text_of_the_model(marked: Marked) -> None:
    seen: set[type] = set()
    found = {name for kind in (Briefing, Actor, Source, Settings) for name in texts_of(kind, seen)}
    assert set(marked.fields) == found - NOT_TEXTS


def test_markup_in_a_text_is_text(marked: Marked) -> None:
    seen, broken = found_in(marked.folder)
    assert broken == []
    printed = {marked.fields[number - 1] for number in seen}
    assert set(marked.fields) - printed == ON_NO_PAGE


def test_what_is_made_of_it_is_proved(marked: Marked) -> None:
    assert marked.problems == ()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", f"<p>planted1n {MARKUP}</p>"),
        ("a.html", f'<meta content="planted1n {MARKUP.replace("&", "&amp;amp;")}">'),
        ("a.html", "<p>planted1n <em>y</em></p>"),
        ("a.json", json.dumps([f"planted1n {MARKUP.replace('<', '&lt;')}"])),
        ("a.csv", f"planted1n {MARKUP.replace('*y*', 'y')}"),
        ("a.xml", "<a>planted1n <b>x</b> &amp; *y* **z** [w](v) `c`</a>"),
    ],
)
def test_markup_that_is_no_text_is_seen(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    seen, broken = found_in(tmp_path)
    assert [*seen] == [1]
    assert len(broken) == 1
