"""What is set aside of a source: written by commands, taken out again, and read back."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from citebound.cli import main
from citebound.model import Source, Span
from citebound.proof.made import prove_made
from citebound.publish import prepare, render, verify, with_pinned
from citebound.reading.sources import read_source
from citebound.shown.facts import SiteFacts
from citebound.text.headings import headings_of
from citebound.text.sentences import paragraphs_of, sentences_of
from citebound.writing.set_aside import KEY, entries_for, without_used
from citebound.writing.yaml_lists import with_entries

TEXT = """What is known
The vote was put off. The paper says so. Nobody knows more.
January 10
February 12
March 9
Others say no. Others say no. It is late, some say.
The vote was put off again. So it is.
"""
HEAD = f"""format: 1
title: A report  # as it is printed
publisher: A paper
published: 2023-09-15
language: en
rights: full
descriptor: An article of a paper.
paragraphs: lines
sha256: {sha256(TEXT.encode()).hexdigest()}
"""
BRIEFING = """---
format: 1
title: A vote
date: 2026-11-24
summary: The vote was put off.
sources: [report]
---

“The vote was put off again.” [@report]
"""
USED = "The vote was put off again."


def project(root: Path, aside: str = "", *, after: str = "", briefing: str = BRIEFING) -> Path:
    """A project with one source, and where its ``source.yml`` is."""
    files = {
        "mkdocs.yml": "site_name: Small\n",
        "docs/index.md": "# Small\n",
        "seeds/report/text.txt": TEXT,
        "seeds/report/source.yml": HEAD + aside + after,
        "briefings/2026-11-vote.md": briefing,
    }
    for name, words in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words, "utf-8")
    return root / "seeds/report/source.yml"


def read(path: Path) -> Source:
    root = path.parent.parent.parent
    source, problems = read_source(root, path.parent)
    assert source is not None
    assert problems == ()
    return source


def aside_in(path: Path) -> dict[str, str]:
    """What a file sets aside, and why."""
    source = read(path)
    return {one.span.of(source.text): str(one.reason) for one in source.set_aside}


def codes(root: Path) -> list[str]:
    return [problem.code for problem in verify(root).problems]


# --- set-aside ------------------------------------------------------------------------------


def test_paragraphs_and_headings_are_set_aside_by_a_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project(tmp_path, after="# The end.\n")
    assert codes(tmp_path) == ["unused-sentence"] * 11
    at = ["--root", str(tmp_path), "--reason"]
    assert main(["set-aside", "report", "--para", "3-5", *at, "a table"]) == 0
    assert main(["set-aside", "report", "--headings", *at, "a heading"]) == 0
    assert main(["set-aside", "report", "--para", "2", "--para", "6-7", *at, "it's no, news"]) == 0
    assert codes(tmp_path) == []
    assert capsys.readouterr().out == (
        "seeds/report/source.yml: 3 sentences set aside\n"
        "seeds/report/source.yml: 1 sentence set aside\n"
        "seeds/report/source.yml: 7 sentences set aside\n"
        "para. 7: 1 sentence left out, being used\n"
    )
    assert path.read_text("utf-8") == (
        f"{HEAD}# The end.\n"
        "set_aside:\n"
        "  - {para: 3-5, reason: a table}\n"
        "  - {headings: all, reason: a heading}\n"
        '  - {para: 2, reason: "it\'s no, news"}\n'
        '  - {para: 6, reason: "it\'s no, news"}\n'
        '  - {sentence: "So it is.", reason: "it\'s no, news"}\n'
    )
    assert main(["set-aside", "report", "--para", "3-5", *at, "a table"]) == 0
    assert capsys.readouterr().out.startswith("There was nothing to write")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["reprot", "--para", "1"], "there is no source reprot; did you mean report?"),
        (["report", "--para", "7-8"], "there are no paragraphs 7-8: report has 7"),
        (["report", "--para", "3-2"], "there are no paragraphs 3-2: report has 7"),
        (["report", "--para", "all"], "--para all names no paragraphs: such as 9 or 10-14"),
        (["report"], "say what is set aside: --para 10-14, or --headings"),
        (["report", "--headings", "--para", "1"], "say what is set aside"),
    ],
)
def test_what_cannot_be_set_aside_is_said_and_nothing_is_written(
    options: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project(tmp_path)
    before = path.read_bytes()
    assert main(["set-aside", *options, "--root", str(tmp_path), "--reason", "none"]) == 2
    assert said in capsys.readouterr().err
    assert path.read_bytes() == before


def test_a_reason_has_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project(tmp_path)
    assert (
        main(["set-aside", "report", "--headings", "--root", str(tmp_path), "--reason", " "]) == 2
    )
    assert "--reason says in a few words" in capsys.readouterr().err


def test_no_headings_are_set_aside_where_there_are_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project(tmp_path)
    text = TEXT.replace("What is known\n", "What is known.\n")
    (path.parent / "text.txt").write_text(text, "utf-8")
    path.write_text(
        HEAD.replace(sha256(TEXT.encode()).hexdigest(), sha256(text.encode()).hexdigest()), "utf-8"
    )
    line = ["set-aside", "report", "--headings", "--root", str(tmp_path), "--reason", "none"]
    assert main(line) == 2
    assert "no paragraph of report is a heading" in capsys.readouterr().err


# --- fix ------------------------------------------------------------------------------------

LISTED = """set_aside:
  # The table.
  - {para: 3-5, reason: a table}  # as it is
  # All of the last paragraph.
  - {para: 6-7, reason: "no, news"}
  - sentence: Nobody knows more.
    reason: says nothing
"""
FIXED = """set_aside:
  # The table.
  - {para: 3-5, reason: a table}  # as it is
  # All of the last paragraph.
  - {para: 6, reason: "no, news"}
  - {sentence: "So it is.", reason: "no, news"}
  - sentence: Nobody knows more.
    reason: says nothing
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (LISTED, FIXED),
        (LISTED.replace("\n  ", "\n"), FIXED.replace("\n  ", "\n")),
        (f"set_aside:\n  - {{sentence: {USED}, reason: no}}\n", ""),
        (
            f"set_aside:\n  - sentence: {USED}\n    reason: no\n  - {{para: 2, reason: no news}}\n",
            "set_aside:\n  - {para: 2, reason: no news}\n",
        ),
        (f"set_aside: [{{sentence: {USED}, reason: no}}]\n", ""),
        (
            f"set_aside: [{{sentence: {USED}, reason: no}}, {{para: 2, reason: no news}}]\n",
            "set_aside:\n  - {para: 2, reason: no news}\n",
        ),
        (
            "set_aside:\n  - {para: 7, reason: no}\n",
            'set_aside:\n  - {sentence: "So it is.", reason: "no"}\n',
        ),
        ("set_aside:\n  - {headings: all, reason: a heading}\n", None),
        ("set_aside: []\n", None),
        ("", None),
    ],
)  # fmt: skip
def test_what_is_used_is_taken_out_of_what_is_set_aside(
    before: str, after: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    briefing = BRIEFING.replace("“The", "It is “What is known”. [@report] “The")
    path = project(tmp_path, before, briefing=briefing)
    assert ("used-and-set-aside" in codes(tmp_path)) is (after is not None)
    assert main(["fix", str(path), "--root", str(tmp_path)]) == 0
    assert path.read_text("utf-8") == HEAD + (before if after is None else after)
    assert "used-and-set-aside" not in codes(tmp_path)
    assert ("There was nothing to write." in capsys.readouterr().out) is (after is None)
    read(path)


HARMED = (
    "set_aside: [ # why\n  {para: 7, reason: no news}]\n",
    "set_aside:\n  -\n    para: 7\n    reason: no news\n",
    "? set_aside\n: - {para: 7, reason: no news}\n",
    "set_aside:\n  - {para: 7, reason: no news}  # keep me\n",
    "set_aside:\n  - {para: 7, reason: no news}\n...\n",
)


@pytest.mark.parametrize("aside", HARMED)
def test_a_file_that_a_program_would_harm_is_left_as_it_is(
    aside: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project(tmp_path, aside)
    before = path.read_bytes()
    root = ["--root", str(tmp_path)]
    for line in (["fix", str(path)], ["set-aside", "report", "--para", "1-2", "--reason", "x y"]):
        status = main([*line, *root])
        after = path.read_bytes()
        if status == 2:
            assert "no program can change it without harm" in capsys.readouterr().err
            assert after == before
        else:
            assert after.count(b"#") >= before.count(b"#")
            read(path)
            path.write_bytes(before)


def test_a_source_that_is_a_draft_is_never_published_whatever_leads_to_it(tmp_path: Path) -> None:
    linked = BRIEFING.replace("“The", "[It](source:other) is so. “The")
    rest = (
        "set_aside:\n  - {para: 1-6, reason: no news}\n  - {sentence: So it is., reason: no news}\n"
    )
    project(tmp_path, rest, briefing=linked)
    (tmp_path / "seeds/other").mkdir()
    for name in ("text.txt", "source.yml"):
        words = (tmp_path / "seeds/report" / name).read_text("utf-8")
        (tmp_path / "seeds/other" / name).write_text(
            words.replace("format: 1", "format: 1\ndraft: true"), "utf-8"
        )
    (tmp_path / "briefings/addresses.txt").write_text("sources/other/\n", "utf-8")
    assert "draft-source" in codes(tmp_path)
    public = verify(tmp_path).public
    assert "other" not in public.library.sources


@pytest.mark.parametrize("after", ["", "max_share: 0.9\n", "# The end.\n"])
def test_what_stands_after_the_list_stays(after: str, tmp_path: Path) -> None:
    path = project(tmp_path, f"set_aside:\n  - {{para: 7, reason: none at all}}\n{after}")
    assert main(["fix", str(path), "--root", str(tmp_path)]) == 0
    wanted = f'set_aside:\n  - {{sentence: "So it is.", reason: none at all}}\n{after}'
    assert path.read_text("utf-8") == HEAD + wanted


def test_the_hint_names_the_command_that_takes_it_out(tmp_path: Path) -> None:
    project(tmp_path, f"set_aside:\n  - {{sentence: {USED}, reason: no}}\n")
    found = [p for p in verify(tmp_path).problems if p.code == "used-and-set-aside"]
    assert [p.hint for p in found] == [
        "citebound fix seeds/report/source.yml takes it out of set_aside:"
    ]


def test_what_is_found_has_the_sentence_whole_for_machines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sentence = f"The vote was put off, {'as it is said, ' * 9}again."
    path = project(tmp_path)
    text = TEXT.replace("The vote was put off. ", f"{sentence} ")
    (path.parent / "text.txt").write_text(text, "utf-8")
    digest = sha256(text.encode()).hexdigest()
    path.write_text(HEAD.replace(sha256(TEXT.encode()).hexdigest(), digest), "utf-8")
    assert main(["check", str(tmp_path), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["problems"]
    (told,) = (one for one in found if one["line"] == 2 and one["column"] == 1)
    assert told["words"] == sentence
    assert told["paste"] == ["set_aside:", f'  - sentence: "{sentence}"', "    reason:"]
    assert told["message"].endswith(" …”")


# --- what readers see -----------------------------------------------------------------------


@pytest.mark.parametrize("preview", [False, True])
def test_a_draft_covers_a_source_in_the_preview_alone(tmp_path: Path, *, preview: bool) -> None:
    rest = "set_aside:\n  - {para: 1-6, reason: says nothing}\n"
    rest += "  - {sentence: So it is., reason: says nothing}\n"
    project(tmp_path, rest, briefing=BRIEFING.replace("title:", "draft: true\ntitle:"))
    found = [problem.code for problem in verify(tmp_path, preview=preview).problems]
    assert found == ([] if preview else ["unused-sentence"])


def test_a_draft_that_uses_what_is_set_aside_does_not_keep_the_preview_back(tmp_path: Path) -> None:
    rest = "set_aside:\n  - {para: 1-7, reason: says nothing}\n"
    project(tmp_path, rest, briefing=BRIEFING.replace("title:", "draft: true\ntitle:"))
    edition = prepare(tmp_path, SiteFacts(preview=True))
    assert edition.verified.problems == ()
    assert edition.faults == ()
    page = next(page for page in edition.pages if page.address == "sources/report/")
    assert "1 of 12 sentences are used by a passage; 11 are set aside.</p>" in page.html


@pytest.mark.parametrize("preview", [False, True])
def test_a_source_that_is_a_draft_has_no_page_but_in_the_preview(
    tmp_path: Path, *, preview: bool
) -> None:
    draft = BRIEFING.replace("title:", "draft: true\ntitle:").replace("report", "other")
    rest = (
        "set_aside:\n  - {para: 1-6, reason: no news}\n  - {sentence: So it is., reason: no news}\n"
    )
    project(tmp_path, rest)
    for name in ("text.txt", "source.yml"):
        words = (tmp_path / "seeds/report" / name).read_text("utf-8")
        (tmp_path / "seeds/other").mkdir(exist_ok=True)
        (tmp_path / "seeds/other" / name).write_text(words, "utf-8")
    described = tmp_path / "seeds/other/source.yml"
    described.write_text(f"{HEAD.replace('publisher: A paper', 'draft: true')}", "utf-8")
    (tmp_path / "briefings/2026-12-other.md").write_text(draft, "utf-8")
    edition = prepare(tmp_path, SiteFacts(preview=preview))
    assert (edition.verified.problems, edition.faults) == ((), ())
    addresses = {page.address for page in edition.pages}
    assert ("sources/other/" in addresses) is preview
    assert "sources/report/" in addresses
    library = json.loads(edition.assets["data/library.json"])
    assert ("other" in json.dumps(library)) is preview


ACCOUNTED = "coverage: used\nset_aside:\n  - {headings: all, reason: a heading}\n"


@pytest.mark.parametrize("rights", ["full", "passages"])
def test_a_page_says_what_of_a_source_is_not_used(rights: str, tmp_path: Path) -> None:
    path = project(tmp_path, ACCOUNTED)
    path.write_text(path.read_text("utf-8").replace("rights: full", f"rights: {rights}"), "utf-8")
    edition = prepare(tmp_path, SiteFacts())
    assert (edition.verified.problems, edition.faults) == ((), ())
    html = next(str(page.html) for page in edition.pages if page.address == "sources/report/")
    assert (
        "<p>1 of 12 sentences are used by a passage; 1 is set aside. 10 are not used here. "
        "Whose words these are was not looked at.</p>"
    ) in html
    assert "1 of 12 sentences used, 1 set aside, 10 not used here" in html
    assert ("Sentences in grey are not used here, and whose" in html) is (rights == "full")
    assert html.count(' title="not used here"') == (10 if rights == "full" else 0)
    assert html.count(": not used here</title>") == 10


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        (" 10 are not used here.", ""),
        (" Whose words these are was not looked at.", ""),
        ("10 not used here", "9 not used here"),
        (" Sentences in grey are not used here,", " Sentences in grey are used here,"),
        (", and whose words they are was not looked at", ""),
        (' title="not used here"', ""),
        ("cb-text-neither", "cb-text-used"),
        (": not used here</title>", ": used by 1 passage</title>"),
    ],
)
def test_a_page_that_says_otherwise_is_refused(said: str, instead: str, tmp_path: Path) -> None:
    project(tmp_path, ACCOUNTED)
    verified = verify(tmp_path)
    edition = render(verified, SiteFacts())
    assert edition.faults == ()
    assert edition.public is not None
    pages = [
        replace(page, html=Markup(str(page.html).replace(said, instead, 1)))  # noqa: S704
        if page.address == "sources/report/"
        else page
        for page in edition.pages
    ]
    assert str(pages) != str([*edition.pages])
    public = with_pinned(edition.public, verified.library)
    assert prove_made(public, SiteFacts(), pages, edition.assets, edition.records)


# --- laws -----------------------------------------------------------------------------------


def source_of(text: str) -> Source:
    paragraphs = paragraphs_of(text, "lines")
    return Source(
        id="report", text=text, paragraphs=paragraphs, sentences=sentences_of(text, paragraphs)
    )


SENTENCES = st.sampled_from(["One.", "Two: so.", 'He "came".', "Five, six.", "It’s #7 {so}."])
PARAGRAPHS = st.lists(
    st.lists(SENTENCES, min_size=1, max_size=3, unique=True), min_size=1, max_size=6
)
REASONS = st.sampled_from(["a table", "no, news", "it’s: so", "“so”", "true", "a # b", "-", "{x}"])


@settings(deadline=None)
@given(paragraphs=PARAGRAPHS, reason=REASONS, data=st.data())
def test_what_is_written_is_read_as_it_was_meant(
    paragraphs: list[list[str]],
    reason: str,
    data: st.DataObject,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    text = "".join(f"{' '.join(sentences)}\n" for sentences in paragraphs)
    source = source_of(text)
    spans = [sentence.span for sentence in source.sentences]
    some = data.draw(st.sets(st.sampled_from(spans), min_size=1))
    path = written(tmp_path_factory, text, with_entries("", KEY, entries_for(source, some, reason)))
    assert told(path) == dict.fromkeys(some, reason)
    used = data.draw(st.sets(st.sampled_from(spans)))
    rest = without_used(path.read_text("utf-8"), read(path), used)
    path.write_text(rest, "utf-8")
    assert told(path) == dict.fromkeys(some - used, reason)


def written(factory: pytest.TempPathFactory, text: str, aside: str) -> Path:
    root = factory.mktemp("laws")
    path = project(root, aside)
    (path.parent / "text.txt").write_text(text, "utf-8")
    digest = sha256(text.encode()).hexdigest()
    path.write_text(
        path.read_text("utf-8").replace(sha256(TEXT.encode()).hexdigest(), digest), "utf-8"
    )
    return path


def told(path: Path) -> dict[Span, str]:
    # Marks without a voice are nothing to this test.
    source, _ = read_source(path.parent.parent.parent, path.parent)
    assert source is not None
    return {one.span: str(one.reason) for one in source.set_aside}


@given(st.lists(st.sampled_from(["A heading", "So it is.", "- one", "A\tB", "Why?"]), max_size=9))
def test_a_heading_stands_before_what_is_none(lines: list[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    source = source_of(text)
    found = headings_of(text, source.paragraphs, source.sentences)
    for span in found:
        number = source.paragraphs.index(span)
        assert span.of(text) == "A heading"
        assert any(line != "A heading" for line in lines[number + 1 : number + 3])
    assert len(found) <= lines.count("A heading")


def test_a_heading_is_short_in_scripts_without_spaces() -> None:
    short, long = "ရွေးကောက်ပွဲ အကြောင်း", "ရွေးကောက်ပွဲ" * 9
    for words, count in ((short, 1), (long, 0)):
        text = f"{words}\nSo it is.\n"
        source = source_of(text)
        assert len(headings_of(text, source.paragraphs, source.sentences)) == count


def test_the_words_of_an_entry_are_json_and_yaml() -> None:
    source = source_of('He "came". So.\n')
    entry, *others = entries_for(source, {source.sentences[0].span}, "a table")
    assert others == []
    assert json.loads(entry.split("sentence: ")[1].split(", reason")[0]) == 'He "came".'
