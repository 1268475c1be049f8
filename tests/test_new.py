"""What `citebound new` writes, and that it can be filled in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from citebound.cli import main
from citebound.publish import verify


def new(root: Path, *options: str) -> int:
    return main(["new", *options, "--root", str(root)])


def test_an_empty_briefing_is_a_draft_whose_findings_say_what_it_lacks(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(project_copy, "briefing", "rain", "--source", "know-how") == 0
    (name,) = capsys.readouterr().out.split()
    assert re.fullmatch(r"briefings/\d{4}-\d\d-rain\.md", name)
    found = verify(project_copy)
    assert {(p.place.path, p.code) for p in found.problems} == {(name, "missing-field")}
    briefing = next(b for b in found.library.briefings if b.id == "rain")
    assert briefing.draft


def test_an_empty_briefing_holds_once_it_is_filled_in(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(project_copy, "briefing", "rain") == 0
    path = project_copy / capsys.readouterr().out.strip()
    text = path.read_text("utf-8")
    assert "sources: [know-how]\n" in text
    for field, value in (
        ("title:", "A visit"),
        ("text:", "A delegation from Myanmar visited Moscow in September 2023."),
    ):
        text = re.sub(rf"(?m)^( *){field}  #.*$", rf"\1{field} {value}", text, count=1)
    text = text.replace("rests_on: []", "rests_on: [visit]", 1)
    said = "The delegation was in Moscow in September 2023.[^visit]\n\n"
    quoted = "The Myanmar delegation’s visit to Moscow in September included discussions"
    path.write_text(f"{text}{said}[^visit]: “{quoted}” [@know-how]\n", "utf-8")
    assert [p for p in verify(project_copy).problems if p.severity == "error"] == []


def test_the_passages_of_a_source_are_quoted_in_order_and_all_of_them_are_bound(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(project_copy, "briefing", "rain", "--passages") == 0
    name = capsys.readouterr().out.strip()
    found = verify(project_copy)
    assert {p.code for p in found.problems} == {"missing-field"}
    source = found.library.sources["know-how"]
    wanted = [s.span for s in source.sentences if s.span not in {a.span for a in source.set_aside}]
    assert len(wanted) == 20
    assert [passage.extent for passage in found.bindings[name].passages] == wanted


def test_every_commented_field_of_an_empty_page_is_one_that_is_read(project_copy: Path) -> None:
    assert new(project_copy, "actor", "ann-lee") == 0
    assert new(project_copy, "briefing", "rain") == 0
    for path in (
        *project_copy.glob("briefings/*-rain.md"),
        project_copy / "docs/actors/ann-lee.md",
    ):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"(?m)^# ", "", text).replace("#   -", "  -"), "utf-8")
    unknown = {p.message for p in verify(project_copy).problems if p.code == "unknown-field"}
    assert unknown == set()


def test_several_actors_are_written_at_once(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(project_copy, "actor", "ann-lee", "town-council") == 0
    said = ["docs/actors/ann-lee.md", "docs/actors/town-council.md"]
    assert capsys.readouterr().out.split() == said
    actors = verify(project_copy).library.actors
    assert str(actors["town-council"].name) == "Town Council"
    assert str(actors["ann-lee"].kind) == "person"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["actor", "ann-lee", "russia"], "docs/actors/russia.md is there already; nothing was"),
        (["actor", "Ann Lee"], "Ann Lee is not an id"),
        (["actor", "kind-state"], "kind-state is an address of the site itself"),
        (["briefing", "one", "two"], "one briefing at a time"),
        (["briefing", "moscow-visit"], "moscow-visit.md is there already; nothing was written"),
        (["briefing", "rain", "--source", "knowhow"], "there is no source knowhow; did you mean"),
    ],
)
def test_what_cannot_be_written_is_said_and_nothing_is(
    options: list[str], said: str, project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(path for path in project_copy.rglob("*.md"))
    assert new(project_copy, *options) == 2
    assert said in capsys.readouterr().err
    assert sorted(path for path in project_copy.rglob("*.md")) == before
