"""The schemas of what editors write: the readers, the tables of the format, the files of a project
and every case of the book agree with them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml

from casebook import all_cases, write
from citebound.cli import main
from citebound.problems.casebook import Case
from citebound.reading import read_project
from citebound.reading.fields import Fields
from citebound.reading.project import REVIEWERS, SITE
from citebound.reading.schemas import SCHEMAS, as_json
from project import CONTENT, ROOT, site_project
from validating import FILES, CoreLoader, OldLoader, faults, refused

FOLDER = ROOT / ".vscode/schemas"
Node = dict[str, object]
Found = dict[str, set[str]]


def test_the_files_are_those_that_the_code_makes() -> None:
    """Otherwise: `make schemas`."""
    written = {path.name: path.read_text("utf-8") for path in FOLDER.iterdir()}
    assert written == {f"{name}.json": as_json(schema) for name, schema in SCHEMAS.items()}


def test_the_command_writes_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "a/b"
    assert main(["schemas", str(folder)]) == 0
    assert capsys.readouterr().out.startswith(f"{folder}: source.json, briefing.json")
    for name, schema in SCHEMAS.items():
        assert json.loads((folder / f"{name}.json").read_text("utf-8")) == schema


def test_the_command_writes_them_into_the_project(tmp_path: Path) -> None:
    assert main(["schemas", "--root", str(tmp_path)]) == 0
    assert len(list((tmp_path / ".vscode/schemas").iterdir())) == len(SCHEMAS)


# --- the readers ----------------------------------------------------------------------------

NODES: Mapping[str, Collection[tuple[str, ...]]] = {
    "the source": [("source",)],
    "extracted": [("source", "extracted")],
    "the grade": [("source", "grade")],
    "known_from": [("source", "known_from")],
    "a voice": [("source", "voices")],
    "an entry of set_aside": [("source", "set_aside")],
    "the briefing": [("briefing",)],
    "the summary": [("briefing", "summary")],
    "a judgement": [("briefing", "judgements")],
    "an event": [("briefing", "events")],
    "an actor of an event": [("briefing", "events", "actors")],
    "a correction": [("briefing", "corrections")],
    "the review": [("briefing", "review")],
    "an answer of the reviewer": [("briefing", "review", "answers")],
    "the date": [("briefing", "events", "date"), ("actor", "facts", "date")],
    "a signature": [("briefing", "signed"), ("actor", "signed")],
    "gone": [("briefing", "gone"), ("actor", "gone")],
    "the actor": [("actor",)],
    "names": [("actor", "names")],
    "a fact": [("actor", "facts")],
    SITE: [("site",)],
    REVIEWERS: [("reviewers",)],
}
"""Where in the schemas each mapping is, by what the reader calls it."""

CHAPTERS = (
    *("addresses", "ambiguity", "bounds", "characters", "coverage", "dates-eras", "events"),
    *("front-matter", "front-matter-forms", "in-list", "sources", "voices"),
)
"""Chapters whose cases have each mapping of the format, but for one."""

ANSWERED = """\
---
review:
  answers: [{statement: a, asked: pronoun, question: b, answer: c}]
---
"""


@cache
def asked() -> tuple[Found, Found]:
    """What the readers ask for: keys by what the mapping is called, and the words of closed lists
    by that and the key.
    """
    keys: Found = {}
    words: Found = {}
    value, word, close = Fields.value, Fields.word, Fields.close

    def noted(fields: Fields, key: str, **further: object) -> object:
        keys.setdefault(fields.what, set()).add(key)
        return value(fields, key, **further)  # type: ignore[arg-type]

    def listed(fields: Fields, key: str, known: Collection[str], **further: object) -> object:
        words.setdefault(f"{fields.what}: {key}", set()).update(known)
        return word(fields, key, known, **further)  # type: ignore[arg-type]

    def closed(fields: Fields, known: Collection[str] = ()) -> None:
        keys.setdefault(fields.what, set()).update(known)
        close(fields, known)

    with pytest.MonkeyPatch.context() as patch:
        for name, method in (("value", noted), ("word", listed), ("close", closed)):
            patch.setattr(Fields, name, method)
        _read_all()
    return keys, words


def _read_all() -> None:
    read_project(site_project())
    for case in all_cases():
        if case.chapter in CHAPTERS:
            with written(case) as root:
                read_project(root)
    with written(all_cases()[0]) as root:
        (root / "briefings/2026-11-answered.md").write_text(ANSWERED, "utf-8")
        read_project(root)


@contextmanager
def written(case: Case) -> Iterator[Path]:
    """A project that has what a case says, for as long as it is needed."""
    with TemporaryDirectory(prefix="citebound-schemas-") as folder:
        write(case, Path(folder))
        yield Path(folder)


def node(schemas: Mapping[str, Node], path: tuple[str, ...]) -> Node:
    """The schema of a mapping; of a list, that of its entries."""
    found = schemas[path[0]]
    for key in path[1:]:
        found = _named(found)[key]
        entries = found.get("items")
        if isinstance(entries, dict) and "properties" in entries:
            found = entries
    return found


def _named(one: Node, keyword: str = "properties") -> dict[str, Node]:
    named = one.get(keyword, {})
    assert isinstance(named, dict)
    return named


def not_in_step(schemas: Mapping[str, Node]) -> list[str]:
    """What a reader asks for and its schema has not, and the reverse."""
    wrong = []
    for what, paths in NODES.items():
        keys = asked()[0].get(what, set())
        for path in paths:
            one = node(schemas, path)
            known, forms = _named(one).keys(), _named(one, "patternProperties")
            free = {key for key in keys if any(re.search(form, key) for form in forms)}
            wrong += [f"{what}: {key} is not in {path}" for key in sorted(keys - known - free)]
            wrong += [f"{what}: nobody asks for {key}" for key in sorted(known - keys)]
    return wrong


def test_the_readers_ask_for_what_the_schemas_have() -> None:
    assert not_in_step(SCHEMAS) == []
    assert asked()[0].keys() == NODES.keys()


@pytest.mark.parametrize(
    ("path", "key"),
    [
        (("source",), "circular"),
        (("source", "voices"), "to_para"),
        (("briefing", "events"), "ref"),
        (("briefing", "events", "actors"), "reading"),
        (("briefing", "review", "answers"), "asked"),
        (("actor", "facts", "date"), "phrase"),
        (("actor", "gone"), "why"),
        (("reviewers",), "reviewers"),
    ],
)
@pytest.mark.parametrize("as_told", [True, False], ids=["taken out", "renamed"])
def test_a_property_that_goes_is_noticed(path: tuple[str, ...], key: str, *, as_told: bool) -> None:
    # As text and back, so that no two places share a part.
    damaged = json.loads(json.dumps(dict(SCHEMAS)))
    properties = _named(node(damaged, path))
    taken = properties.pop(key)
    if not as_told:
        properties[f"{key}s"] = taken
    wrong = not_in_step(damaged)
    assert any(line.endswith(f": {key} is not in {path}") for line in wrong)
    assert len(wrong) == (1 if as_told else 2)


def test_the_words_that_may_be_chosen_are_those_that_the_readers_know() -> None:
    listed = {}
    for what, paths in NODES.items():
        for path in paths:
            for key, form in _named(node(SCHEMAS, path)).items():
                enum = form.get("enum")
                if isinstance(enum, list) and key != "format":
                    listed[f"{what}: {key}"] = {word for word in enum if word is not None}
    flags = {
        "the briefing: draft", "the briefing: lead", "the actor: in_list", "the source: draft",
        "a voice: proposed",
    }  # fmt: skip
    assert {key: words for key, words in asked()[1].items() if key not in flags} == listed


# --- the tables of the format ---------------------------------------------------------------

FORMAT = (ROOT / "docs/format.md").read_text("utf-8")
TABLES = {"source": "## Sources", "briefing": "### Front matter", "actor": "## Actors"}
"""Under which heading the fields of a file are told."""


def rows(heading: str) -> Iterator[tuple[str, str]]:
    """The fields of the table below a heading, each with its cell as plain text."""
    below = FORMAT.split(f"\n{heading}\n", 1)[1]
    table = re.search(r"\| field \| what it is \|\n\|---\|---\|\n((?:\|.*\n)+)", below)
    assert table
    for row in table[1].splitlines():
        fields, cell = row.removeprefix("| ").removesuffix(" |").split(" | ", 1)
        pointer = re.fullmatch(r"see \[(.+)\]\(#.+\)", cell)
        if pointer:
            # There is nothing else in the cell: the section begins with what it is.
            section = FORMAT.split(f"\n### {pointer[1]}\n\n", 1)[1]
            beginning = re.match(r".+?\.(?= [A-Z])", section, re.DOTALL)
            assert beginning
            cell = beginning[0].replace("\n", " ")
        for field in re.findall(r"`(\w+)`", fields):
            yield field, plain(cell)


def plain(cell: str) -> str:
    """A text without Markdown."""
    cell = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", cell).replace("`", "")
    return re.sub(r"(?<!\w)\*([^*]+)\*(?!\w)", r"\1", cell)


@pytest.mark.parametrize("name", TABLES)
def test_a_field_is_described_in_the_words_of_its_table(name: str) -> None:
    properties = _named(SCHEMAS[name])
    as_in_a_briefing = _named(SCHEMAS["briefing"])
    told = dict(rows(TABLES[name]))
    assert len(told) >= 13
    assert told.keys() <= properties.keys()
    for field, words in told.items():
        of_a_briefing = words == "as in a briefing"
        said = as_in_a_briefing[field]["description"] if of_a_briefing else words
        assert properties[field]["description"] == said, field


def test_every_property_is_described() -> None:
    seen = 0
    for paths in NODES.values():
        for path in paths:
            for key, form in _named(node(SCHEMAS, path)).items():
                words = form["description"]
                assert isinstance(words, str), (path, key)
                assert len(words) >= 8, (path, key)
                seen += 1
    assert seen > 100


# --- files ----------------------------------------------------------------------------------


def refused_of(case: Case) -> list[str]:
    """What the schemas refuse in the files of a case."""
    with written(case) as root:
        return refused(root)


def test_the_schemas_accept_a_project_that_holds() -> None:
    assert refused(CONTENT) == []
    assert len([path for glob in FILES for path in CONTENT.glob(glob)]) >= 25


OF_FORM = {"unknown-field", "unknown-value", "missing-field", "wrong-type"}
"""The findings of the readers about the form of a field."""

RULES_OF_PHRASES = (
    "“until at least 2025” says its date by itself and has no counted_from: which phrases do, a "
    "closed list of rules says, and no schema"
)
NO_SCHEMA_KNOWS = {
    "A phrase that is counted says from what": RULES_OF_PHRASES,
    "A phrase without what it is counted from is one finding": RULES_OF_PHRASES,
}
"""Cases with a finding about the form of a field that no schema can have, each with the reason."""


def test_what_the_check_accepts_no_schema_refuses() -> None:
    tried = 0
    for case in all_cases():
        good = [] if case.expected else [case]
        good += [case.corrected()] if case.instead else []
        for one in good if not case.of("page") else ():
            assert refused_of(one) == [], case.title
            tried += 1
    assert tried > 900


def test_what_has_only_findings_of_form_the_schemas_refuse() -> None:
    cases = [case for case in all_cases() if case.expected and not case.of("page")]
    of_form = [case for case in cases if {found.code for found in case.expected} <= OF_FORM]
    accepted = {case.title for case in of_form if not refused_of(case)}
    assert accepted == NO_SCHEMA_KNOWS.keys()
    assert len(of_form) > 40


@pytest.mark.parametrize(
    ("name", "change", "fault"),
    [
        ("source", {"titel": "A"}, "/titel: unknown"),
        ("source", {"sha256": 12}, None),
        ("source", {"sha256": "12"}, "/sha256: pattern"),
        ("source", {"max_share": 1.5}, "/max_share: maximum"),
        ("source", {"max_share": "40%"}, None),
        ("source", {"rights": "some"}, "/rights: enum"),
        ("source", {"voices": [{"kind": "own", "from": "a", "to": "b"}]}, "/voices/0/kind: enum"),
        ("source", {"voices": ["a"]}, "/voices/0: type"),
        ("source", {"set_aside": [{"reason": "a"}]}, "/set_aside/0: anyOf"),
        ("source", {"set_aside": [{"reason": "a", "para": 0}]}, "/set_aside/0/para: minimum"),
        ("source", {"set_aside": [{"reason": "a", "para": "4-9"}]}, None),
        ("briefing", {"date": "2026-11"}, "/date: pattern"),
        ("briefing", {"sources": []}, "/sources: minItems"),
        ("briefing", {"sources": ["A"]}, "/sources/0: pattern"),
        ("briefing", {"formerly": "index"}, "/formerly: pattern"),
        ("briefing", {"draft": "no"}, "/draft: pattern"),
        ("briefing", {"summary": {"text": "a"}}, "/summary/rests_on: required"),
        ("briefing", {"title": 2023}, None),
        ("briefing", {"title": None}, "/title: type"),
        ("briefing", {"gaps": None}, None),
        ("actor", {"kind": "people"}, "/kind: enum"),
        ("actor", {"names": {"my": "သိန်းစိုး", "English": "U"}}, "/names/English: unknown"),
        ("actor", {"in_list": True}, ": anyOf"),
        ("actor", {"in_list": True, "gone": {"date": "2026-11-30", "why": "a"}}, None),
    ],
)
def test_a_slip_is_refused_where_it_is(
    name: str, change: dict[str, object], fault: str | None
) -> None:
    value = {**GOOD[name], **change}
    assert list(faults(SCHEMAS[name], value)) == ([] if fault is None else [fault])


GOOD: Mapping[str, Mapping[str, object]] = {
    "source": {
        "format": 1,
        "title": "A",
        "publisher": "A",
        "published": "2023-09-15",
        "language": "en",
        "rights": "full",
        "descriptor": "A",
        "paragraphs": "lines",
        "sha256": "0" * 64,
    },
    "briefing": {
        "format": 1,
        "title": "A",
        "date": "2026-11-30",
        "summary": "A",
        "sources": "a",
    },
    "actor": {"name": "A", "kind": "person"},
}


EVENT: Mapping[str, object] = {
    "id": "a",
    "title": "A",
    "date": 2023,
    "status": "held",
    "evidence": ["b"],
}
COUNTED = {"phrase": "then", "counted_from": "published"}


@pytest.mark.parametrize(
    ("event", "wanted"),
    [
        (EVENT, []),
        ({**EVENT, "date": "[..2023]"}, []),
        ({**EVENT, "date": ["..2023-09-15"]}, []),
        ({**EVENT, "date": {"phrase": "in due course"}}, []),
        ({**EVENT, "date": COUNTED}, ["/events/0/date/edtf: required"]),
        ({"ref": "a", "evidence": "b"}, []),
        ({**EVENT, "ref": "a"}, ["/events/0/id: not allowed"]),
        ({**EVENT, "id": "y2023"}, ["/events/0/id: pattern"]),
        ({**EVENT, "title": None}, ["/events/0/title: type"]),
        ({**EVENT, "title": ""}, ["/events/0/title: pattern"]),
        ({**EVENT, "title": {}}, ["/events/0/title: type"]),
        ({**EVENT, "status": "hold"}, ["/events/0/status: enum"]),
        ({**EVENT, "status": None}, ["/events/0/status: type"]),
        ({**EVENT, "actors": ["a"]}, ["/events/0/actors/0: type"]),
        ({**EVENT, "actors": {"id": "a", "role": "said"}}, []),
        (
            {**EVENT, "actors": [{"id": "a", "role": "other"}]},
            ["/events/0/actors/0/reading: required"],
        ),
    ],
)
def test_of_an_event_it_is_told_what_it_lacks(
    event: Mapping[str, object], wanted: list[str]
) -> None:
    value = {**GOOD["briefing"], "events": [event]}
    assert list(faults(SCHEMAS["briefing"], value)) == wanted


def test_a_judgement_has_a_likelihood_or_a_confidence() -> None:
    for words, holds in (
        ((), False),
        (("likelihood",), True),
        (("likelihood", "confidence"), False),
    ):
        said = {"likelihood": "likely", "confidence": "low"}
        one = {"id": "a", "text": "A", "rests_on": "b", **{word: said[word] for word in words}}
        found = list(faults(SCHEMAS["briefing"], {**GOOD["briefing"], "judgements": [one]}))
        assert found == ([] if holds else ["/judgements/0: oneOf"])


def test_the_validator_passes_over_no_keyword() -> None:
    with pytest.raises(ValueError, match="uniqueItems"):
        list(faults({"uniqueItems": True}, []))


@pytest.mark.parametrize(
    ("words", "core", "old"),
    [
        ("no", "no", False),
        ("12:30", "12:30", 750),
        ("2023-09-15", "2023-09-15", "2023-09-15"),
        ("2023", 2023, 2023),
        ("0.4", 0.4, 0.4),
        ("true", True, True),
        ("[..2023]", ["..2023"], ["..2023"]),
        ("~", None, None),
    ],
)
def test_yaml_is_read_as_editors_read_it(words: str, core: object, old: object) -> None:
    assert yaml.load(words, CoreLoader) == core  # noqa: S506
    assert yaml.load(words, OldLoader) == old  # noqa: S506


# --- the settings of the editor -------------------------------------------------------------


def test_the_settings_give_each_file_of_yaml_its_schema() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    given = {glob: Path(name).stem for name, glob in settings["yaml.schemas"].items()}
    assert all((ROOT / name).is_file() for name in settings["yaml.schemas"])
    assert given == {glob: name for glob, name in FILES.items() if not glob.endswith(".md")}


def test_the_extension_that_reads_the_settings_is_recommended() -> None:
    said = json.loads((ROOT / ".vscode/extensions.json").read_text("utf-8"))
    assert said == {"recommendations": ["redhat.vscode-yaml"]}


def test_the_tags_of_the_settings_of_the_site_are_known_to_the_editor() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    used = set(
        re.findall(r" (![A-Z]\w*)", re.sub("#.*", "", (ROOT / "mkdocs.yml").read_text("utf-8")))
    )
    assert used == {tag.split()[0] for tag in settings["yaml.customTags"]}
