"""What is public is decided once: nothing withheld is in any file of a published site."""

from __future__ import annotations

import ast
import hashlib
import html
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest

import citebound.publish as publishing
from citebound.checks import check
from citebound.checks.withheld import withheld
from citebound.cli import main
from citebound.indexes import indexes_of
from citebound.model import Library, Passage, Source, Span
from citebound.pages.contents import all_assets, all_pages
from citebound.passages.answers import Bound
from citebound.passages.binding import bind
from citebound.public import Published, decide, deciding
from citebound.public.access import HIDDEN, NOT_SHOWN, Access, access_of
from citebound.reading import read_project
from citebound.shown.facts import SiteFacts
from citebound.text.naming import Texts
from citebound.text.shingles import shingles
from conftest import ROOT
from hostile import replaced
from lying import lie

PACKAGE = ROOT / "hooks/citebound"

# --- a project with something of every sort to withhold -----------------------------------

NOTES = """\
The clerk kept a ledger of every ship. Zorvalith lamps burned blue over the empty quay all winter. \
The ledger was burned in March 2021.
It rained hard. Quembrith bells rang out. The rain stopped.
Somebody called it the mistral because Ubrintal ropes were green and short.
The draft alone knows that Dromquist sails were torn at noon.
The page taken down alone knows that Felbrook anchors were sold.
Nobody has ever quoted the Garnwick barrels on the lower deck.
A pilot was there. “We sank the Holtbrask cutter at dawn,” he wrote.
"""
CLOSED = "The first line is plain. The Ixworthen vault held forty letters under its floor.\n"
OPEN = "The Jarnwold bridge is open to all. Its piers are of Kelbright stone.\n"
HIDDEN_SOURCE = "The Lorvane tower fell in the storm of that year.\n"

WITHHELD = {
    "a sentence that a quotation cuts out whole": "Zorvalith lamps burned blue over the",
    "a short one, cut out of a short quotation": "Quembrith bells rang out",
    "the sentence around a term": "Ubrintal ropes were green",
    "what only a draft quotes": "Dromquist sails were torn",
    "what only a page that was taken down quotes": "Felbrook anchors were sold",
    "what is set aside": "Garnwick barrels on the lower deck",
    "the words of a voice that nothing quotes": "Holtbrask cutter at dawn",
    "a source with the rights metadata": "Ixworthen vault held forty letters",
    "a source that only a draft cites": "Lorvane tower fell",
    "the title of a source that only a draft cites": "Mulvertine",
    "an actor whom only a draft names": "Nyswander",
    "what a draft says": "pellavine",
    "what a page said that was taken down": "Quistmere",
}
PUBLIC = {
    "what is quoted": "kept a ledger of every ship",
    "its sentence": "The ledger was burned in March 2021",
    "a term": "mistral",
    "a sentence of full rights that nothing quotes": "piers are of Kelbright stone",
    "the reason why a page was taken down": "withdrawn on a complaint",
}


def source_yml(text: str, title: str, rights: str, more: str = "") -> str:
    mark = hashlib.sha256(text.encode()).hexdigest()
    return (
        f"format: 1\ntitle: {title}\npublisher: The Paper\nurl: https://paper.example/{rights}\n"
        f"published: 2023-06-01\nlanguage: en\nrights: {rights}\ndescriptor: A made-up report.\n"
        f"paragraphs: lines\nsha256: {mark}\n{more}"
    )


def aside(*sentences: str) -> str:
    rows = (f"  - {{sentence: '{sentence}', reason: not used}}\n" for sentence in sentences)
    return f"set_aside:\n{''.join(rows)}"


PILOT = """\
voices:
  - {kind: direct, speaker: pilot, from: "We sank", to: "at dawn,",
     cue: he wrote, antecedent: A pilot}
"""
FILES = {
    "seeds/notes/text.txt": NOTES,
    "seeds/notes/source.yml": source_yml(
        NOTES, "Notes of a harbour", "passages",
        PILOT + aside(
            "Zorvalith lamps burned blue over the empty quay all winter.",
            "Quembrith bells rang out.",
            "Somebody called it the mistral because Ubrintal ropes were green and short.",
            "The draft alone knows that Dromquist sails were torn at noon.",
            "Nobody has ever quoted the Garnwick barrels on the lower deck.",
            "A pilot was there.",
            "“We sank the Holtbrask cutter at dawn,” he wrote.",
        ),
    ),
    "seeds/closed/text.txt": CLOSED,
    "seeds/closed/source.yml": source_yml(CLOSED, "A closed file", "metadata"),
    "seeds/open/text.txt": OPEN,
    "seeds/open/source.yml": source_yml(
        OPEN, "An open file", "full", aside("Its piers are of Kelbright stone.")
    ),
    "seeds/tower/text.txt": HIDDEN_SOURCE,
    "seeds/tower/source.yml": source_yml(
        HIDDEN_SOURCE, "The Mulvertine file", "full", aside(HIDDEN_SOURCE.strip())
    ),
    "briefings/2026-11-ledger.md": """\
---
format: 1
title: What became of the ledger
date: 2026-11-24
summary: A ledger was kept and burned.
sources: [closed, notes, open]
events:
  - {id: fire, title: The ledger is burned, date: 2021-03, status: held, evidence: [kept],
     actors: [{id: pilot, role: took part, reading: he tells of it}]}
---

It was kept and burned.[^kept] The weather changed.[^rain]

They said “mistral”{.term} [@notes].[^kept]

A vault is told of.[^vault] A bridge “is open to all” [@open].

[^kept]: “kept a ledger of every ship. […] The ledger was burned in March 2021” [@notes]
[^rain]: “It rained hard. […] The rain stopped.” [@notes]
[^vault]: [@closed, para. 1]
""",
    "briefings/2026-11-unfinished.md": """\
---
format: 1
title: Unfinished work on pellavine
date: 2026-11-24
summary: Work on pellavine is not finished.
sources: [notes, tower]
draft: true
formerly: [pellavine]
events:
  - {id: storm, title: The storm of pellavine, date: "[..2023-06-01]", status: held,
     actors: [{id: nyswander, role: took part, reading: he tells of it}], evidence: [torn]}
---

Sails were torn.[^torn] A tower is told of.[^fell]

[^torn]: “Dromquist sails were torn at noon” [@notes]
[^fell]: “The Lorvane tower fell in the storm” [@tower]
""",
    "briefings/2026-11-anchors.md": """\
---
format: 1
title: The anchors
date: 2026-11-24
summary: Quistmere sold them.
sources: [notes]
gone: {date: 2026-11-25, why: withdrawn on a complaint}
---

Quistmere sold them.[^sold]

[^sold]: “Felbrook anchors were sold” [@notes]
""",
    "docs/actors/pilot.md": (
        "---\nformat: 1\nname: The pilot\nkind: person\naliases: [pilot]\n---\n"
    ),
    "docs/actors/nyswander.md": "---\nformat: 1\nname: Ada Nyswander\nkind: person\n---\n",
}  # fmt: skip


def write(root: Path) -> Path:
    """The project above, with the documentation and the theme of this one."""
    unwanted = shutil.ignore_patterns("__pycache__", "actors")
    for name in ("docs", "hooks"):
        shutil.copytree(ROOT / name, root / name, ignore=unwanted)
    shutil.copy2(ROOT / "mkdocs.yml", root)
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "project")


def published(root: Path) -> Path:
    site = root / "site"
    assert main(["build", str(root), "--site", str(site)]) == 0
    return site


# --- a finder that shares nothing with what it looks at -------------------------------------


def readable(path: Path) -> str:
    """All that a file can say: as it stands, and as a reader of its form decodes it."""
    text = path.read_bytes().decode("utf-8", "replace")
    decoded = html.unescape(unquote(text))
    without_tags = re.sub(r"<[^>]*>", " ", decoded)
    escaped = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text)
    return f"{text}\n{decoded}\n{without_tags}\n{escaped}"


def words(text: str) -> str:
    """The words of a text in one line, between spaces."""
    return " ".join(["", *re.findall(r"[^\W_]+", text.casefold()), ""])


def leaks(site: Path, looked_for: dict[str, str]) -> set[tuple[str, str]]:
    """Which of some words stand in which files. The index of the search has words one by
    one, cut at their ends: there the first long word is looked for.
    """
    found = set()
    for path in (p for p in site.rglob("*") if p.is_file()):
        if path.suffix in (".js", ".css", ".woff2"):
            continue
        said = words(readable(path))
        for what, sought in looked_for.items():
            marker = re.findall(r"\w+", sought.casefold())[0][:7]
            if words(sought)[:-1] in said or (len(marker) == 7 and marker in said):
                found.add((what, path.relative_to(site).as_posix()))
    return found


def test_nothing_withheld_is_in_any_file_of_the_site(root: Path) -> None:
    site = published(root)
    assert leaks(site, WITHHELD) == set()
    seen = {what for what, _ in leaks(site, PUBLIC)}
    assert seen == {*PUBLIC}, "the finder finds what there is"
    where = {name.rpartition("/")[2].rpartition(".")[2] for _, name in leaks(site, PUBLIC)}
    assert {"html", "json", "csv"} <= where
    folders = {name.rpartition("/")[0] for _, name in leaks(site, PUBLIC)}
    assert {"search-index/record", "search-index/words"} <= folders
    assert not [p for p in site.rglob("*.html") if HIDDEN.encode() in p.read_bytes()]
    recorded = (root / "briefings/addresses.txt").read_text("utf-8")
    for kept in ("unfinished", "pellavine", "tower", "nyswander"):
        assert kept not in recorded
    assert {"briefings/anchors/", "sources/closed/"} <= {*recorded.splitlines()}


def test_a_sentence_that_a_quotation_cuts_out_whole_is_not_told_where_the_cut_is(
    root: Path,
) -> None:
    indexes = indexes_of(decide(*read(root)))
    page = next(p for p in all_pages(indexes, SiteFacts()) if p.address == "briefings/ledger/")
    assert f"cut here: {NOT_SHOWN}" in page.html
    rain = next(q for q in indexes.quotations if q.words.startswith("It rained"))
    told = unquote(str(page.html).partition("text=It%20rained")[2].partition('"')[0])
    assert rain.words == "It rained hard. […] The rain stopped."
    assert told == " hard.,The rain stopped."


def read(root: Path) -> tuple[Library, dict[str, Bound]]:
    library = read_project(root)
    return library, bind(library)


# --- damages: the finder sees what leaks -----------------------------------------------------


def leak(sentence: str) -> Callable[..., Access]:
    """An access that opens one sentence more than the rights do."""

    def opened(source: Source, passages: Iterable[Passage], *, preview: bool = False) -> Access:
        access = access_of(source, passages, preview=preview)
        spans = [s.span for s in source.sentences if sentence in s.span.of(source.text)]
        held = tuple(w for w in access.withheld if not any(w.meets(span) for span in spans))
        return replace(access, sentences=access.sentences | {*spans}, withheld=held)

    return opened


def unproved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the proof that what is public was decided rightly: it would see each leak first."""
    monkeypatch.setattr(publishing, "prove_public", lambda *_, **__: ())


@pytest.mark.parametrize("sentence", ["Garnwick", "Holtbrask", "Dromquist"])
def test_a_leaked_sentence_is_seen(
    root: Path, monkeypatch: pytest.MonkeyPatch, sentence: str
) -> None:
    monkeypatch.setattr(deciding, "access_of", leak(sentence))
    unproved(monkeypatch)
    found = leaks(published(root), WITHHELD)
    assert {WITHHELD[what].split()[0] for what, _ in found} >= {sentence}


def test_a_published_draft_is_seen(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def shows_all(
        library: Library, bindings: Mapping[str, Bound], *, preview: bool = False
    ) -> Published:
        del preview
        return decide(library, bindings, preview=True)

    monkeypatch.setattr(publishing, "decide", shows_all)
    unproved(monkeypatch)
    found = leaks(published(root), WITHHELD)
    of_a_page_taken_down = {what for what in WITHHELD if "taken down" in what}
    assert {what for what, _ in found} >= {*WITHHELD} - of_a_page_taken_down
    kinds = {name.rpartition("/")[2].rpartition(".")[2] for _, name in found}
    assert kinds >= {"html", "json", "csv", "xml"}
    folders = {name.rpartition("/")[0] for _, name in found}
    assert folders >= {"search-index/record", "search-index/words"}


def test_pages_that_ask_wrongly_print_blanks(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The text itself lacks what is withheld: a page that forgets to ask leaks nothing."""
    monkeypatch.setattr(Access, "may_read", lambda *_: True)
    monkeypatch.setattr(deciding, "access_of", forgetful)
    indexes = indexes_of(decide(*read(root)))
    pages = [str(page.html) for page in all_pages(indexes, SiteFacts())]
    told = words(
        "\n".join([*pages, *(a.decode() for a in all_assets(indexes, SiteFacts()).values())])
    )
    assert any(HIDDEN in page for page in pages), "the damage did nothing"
    assert not [what for what, sought in WITHHELD.items() if words(sought) in told]


def forgetful(source: Source, passages: Iterable[Passage], *, preview: bool = False) -> Access:
    """An access that calls every sentence readable, and withholds what it withheld."""
    every = frozenset(sentence.span for sentence in source.sentences)
    return replace(access_of(source, passages, preview=preview), sentences=every)


# --- decided once ---------------------------------------------------------------------------

ASKED = {"rights", "draft", "gone", "preview"}


@pytest.mark.parametrize("room", ["indexes", "pages", "search"])
def test_no_room_after_the_decision_asks_again(room: str) -> None:
    paths = sorted((PACKAGE / room).rglob("*.py"))
    assert paths
    for path in paths:
        tree = ast.parse(path.read_text("utf-8"))
        asked = [n for n in ast.walk(tree) if isinstance(n, ast.Attribute) and n.attr in ASKED]
        named = [
            n.value for n in ast.walk(tree)
            if isinstance(n, ast.Constant) and n.value in ASKED and room != "pages"
        ]  # fmt: skip
        assert not asked, f"{path}:{asked[0].lineno} asks for {asked[0].attr}"
        assert not named
    for path in sorted((PACKAGE / room).rglob("*.jinja")):
        assert not re.search(r"\.(?:rights|draft|gone|preview)\b", path.read_text("utf-8")), path


def test_rights_are_read_in_one_room() -> None:
    asking = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "rights"
    }
    # The model says what they mean, the proof compares what the data say they are, and whoever
    # reviews a change is told that they changed.
    assert asking <= {"model", "public", "proof", "compared"}


def test_no_page_depends_on_the_machine_that_makes_it() -> None:
    """The same commit gives the same bytes: no program, no clock, no locale is asked."""
    for room in ("public", "indexes", "pages"):
        paths = [*(PACKAGE / room).rglob("*.py")]
        assert paths
        for path in paths:
            text = path.read_text("utf-8")
            asked = re.findall(
                r"^\s*(?:import|from) (subprocess|shutil|os|platform|locale|random|time|socket)\b",
                text, re.MULTILINE,
            )  # fmt: skip
            assert not asked, f"{path} imports {asked}"
            assert not re.search(r"\b(?:now|today)\(", text), path


# --- what only drafts need ------------------------------------------------------------------


def test_what_a_published_page_needs_too_is_public(root: Path) -> None:
    (root / "docs/actors/pilot.md").write_text(
        "---\nformat: 1\nname: The pilot\nkind: person\n---\n\n"
        "He knew [Ada](actor:nyswander).[^kept]\n\n"
        "[^kept]: “kept a ledger of every ship” [@notes]\n",
        "utf-8",
    )
    public = decide(*read(root))
    assert {*public.library.actors} == {"pilot", "nyswander"}
    assert {*public.library.sources} == {"notes", "closed", "open"}


def test_what_was_published_once_stays(root: Path) -> None:
    addresses = "sources/tower/\nactors/nyswander/\n"
    (root / "briefings/addresses.txt").write_text(addresses, "utf-8")
    public = decide(*read(root))
    assert {"tower"} < {*public.library.sources}
    assert {"nyswander"} < {*public.library.actors}
    assert "unfinished" not in {briefing.id for briefing in public.library.briefings}


def test_what_nobody_needs_is_public(root: Path) -> None:
    (root / "docs/actors/alone.md").write_text(
        "---\nformat: 1\nname: Alone\nkind: group\n---\n", "utf-8"
    )
    assert "alone" in decide(*read(root)).library.actors


def test_the_preview_has_drafts_and_whole_texts_and_nothing_that_is_gone(root: Path) -> None:
    public = decide(*read(root), preview=True)
    assert public.drafts == {"briefings/2026-11-unfinished.md"}
    assert {*public.library.sources} == {"notes", "closed", "open", "tower"}
    assert all(HIDDEN not in source.text for source in public.library.sources.values())
    assert public.access["notes"].share < 1
    assert "anchors" not in {briefing.id for briefing in public.library.briefings}


def test_a_text_keeps_its_offsets_where_it_is_withheld(root: Path) -> None:
    library, bindings = read(root)
    public = decide(library, bindings)
    for name, source in public.library.sources.items():
        whole = library.sources[name].text
        assert len(source.text) == len(whole)
        assert all(a in (b, HIDDEN) for a, b in zip(source.text, whole, strict=True))
        for start in range(len(whole)):
            hidden = source.text[start] == HIDDEN
            assert not hidden or not public.access[name].may_read(Span(start, start + 1))


def test_a_name_is_held_as_whole_words() -> None:
    texts = Texts(["Anna Bell spoke. The nna was Carl’s, said J. Doe.", "ကဒေါ်အေးက"])
    names = (
        "Anna Bell",
        "Anna Bel",
        "nna Bell",
        "Anna",
        "Carl",
        "Car",
        "J. Doe",
        "J. Do",
        "ဒေါ်အေး",
    )
    held = [name for name in names if texts.hold(name)]
    assert held == ["Anna Bell", "Anna", "Carl", "J. Doe", "ဒေါ်အေး"]
    assert texts.hold("ဒေါ်အေး"), "its script does not part words"


# --- copied words: linear time ---------------------------------------------------------------


def test_a_shingle_looks_at_a_bounded_number_of_words() -> None:
    """Counted, not timed: each shingle has at most forty words, and there is one a word."""
    text = "ab " * 20_000 + "缅甸" * 20_000
    found = list(shingles(text))
    assert len(found) <= 60_000
    assert max(len(shingle.words) for shingle in found) == 40
    assert found[0].words == ("ab",) * 12
    assert (found[0].start, found[0].end) == (0, 35)


def test_the_project_of_this_test_holds(root: Path) -> None:
    library, bindings = read(root)
    assert check(library, bindings) == ()


def test_a_page_that_a_published_page_links_by_its_file_is_public(root: Path) -> None:
    (root / "docs/actors/pilot.md").write_text(
        "---\nformat: 1\nname: The pilot\nkind: person\n---\n\n"
        "He knew [a tower](../../seeds/tower/text.txt).[^kept]\n\n"
        "[^kept]: “kept a ledger of every ship” [@notes]\n",
        "utf-8",
    )
    assert "tower" in decide(*read(root)).library.sources


# --- words of a source in the files that are not ours -----------------------------------------

KEPT = "Somebody called it the mistral because Ubrintal ropes were green and short."
"""A sentence that may not be published."""

ABOUT = "docs/about.md"
COPIES = {
    "a page": (ABOUT, f"# About\n\n{KEPT}\n"),
    "a page with marks": (ABOUT, f"# About\n\n> {KEPT.replace(' ', ' *very* ', 1)} {KEPT}\n"),
    "words in tags": (ABOUT, f"# About\n\n<p>{KEPT.replace('a', '<b>a</b>')}</p>\n"),
    "cells of a table": (ABOUT, f"# About\n\n| {KEPT.replace(' ', ' | ')} |\n|{'-|' * 12}\n"),
    "entities": (ABOUT, f"# About\n\n{KEPT.replace('m', '&#109;')}\n"),
    "its description": (ABOUT, f'---\ndescription: "{KEPT}"\n---\n# About\n'),
    "a comment": (ABOUT, f"# About\n\n<!-- {KEPT} -->\n"),
    "the words of a picture": (ABOUT, f"# About\n\n![{KEPT}](assets/briefing.png)\n"),
    "a snippet": (ABOUT, '# About\n\n--8<-- "kept.txt"\n'),
    "a text": ("docs/own/notes.txt", f"{KEPT}\n"),
    "data": ("docs/own/notes.json", f'["{KEPT}"]\n'),
}  # fmt: skip


ENCODED = {
    "notes of Excel": ("docs/own/notes.csv", f"café;{KEPT}".encode("cp1252")),
    "UTF-16": ("docs/own/notes.txt", KEPT.encode("utf-16")),
    "UTF-16 that is UTF-8 as well": ("docs/own/notes.txt", KEPT.encode("utf-16-be")),
    "one byte that is no UTF-8": ("docs/own/notes.json", f'["{KEPT} '.encode() + b'\xff"]'),
    "the words of a file that is no text": ("docs/own/a.pdf", b"\xff\xfe" + KEPT.encode()),
    "a title in UTF-16": ("docs/own/a.pdf", b"%PDF\xff\xff" + KEPT.encode("utf-16-be")),
}


@pytest.mark.parametrize("what", ENCODED)
def test_a_withheld_sentence_is_found_in_whatever_encoding(
    what: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, content = ENCODED[what]
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_bytes(content)
    assert main(["build", str(root)]) == 1
    said = capsys.readouterr().err
    assert "[withheld-words]" in said
    assert name.removeprefix("docs/") in said


def test_a_picture_and_a_text_in_utf_8_hold_nothing_withheld(root: Path) -> None:
    (root / "docs/own").mkdir()
    (root / "docs/own/notes.csv").write_text("\ufeffnaïve;“café”\n", "utf-8")
    (root / "docs/own/a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 400)
    assert main(["build", str(root)]) == 0


@pytest.mark.parametrize("what", COPIES)
def test_a_withheld_sentence_in_a_file_that_is_not_ours_is_refused(
    what: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "parts").mkdir()
    (root / "parts/kept.txt").write_text(KEPT, "utf-8")
    settings = root / "mkdocs.yml"
    snippets = f"  - pymdownx.snippets:\n      base_path: ['{root / 'parts'}']\n"
    replaced(settings, "  - attr_list\n", f"  - attr_list\n{snippets}")
    name, text = COPIES[what]
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text(text, "utf-8")
    assert main(["build", str(root)]) == 1
    said = capsys.readouterr().err
    assert "[withheld-words]" in said
    assert name.removeprefix("docs/") in said
    assert not (root / "site").exists()


def test_which_sentences_are_withheld_is_decided_again(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / ABOUT).write_text(f"# About\n\n{KEPT}\n", "utf-8")
    lie(monkeypatch, (withheld, "return known", "return {}"))
    assert main(["build", str(root)]) == 1
    assert "[withheld-words]" in capsys.readouterr().err


def test_what_may_be_read_may_be_said_in_a_file_that_is_not_ours(root: Path) -> None:
    said = "The Jarnwold bridge is open to all. Its piers are of Kelbright stone."
    (root / ABOUT).write_text(f"# About\n\n{said}\n\n{KEPT.rpartition(' ')[0]}.\n", "utf-8")
    assert main(["build", str(root)]) == 0


# --- a project of which nothing may be quoted ---------------------------------------------------


def test_a_project_with_a_source_of_metadata_alone_is_published(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its evidence are places: they were checked, and there is no quotation that could be."""
    for folder in ("seeds/notes", "seeds/open", "seeds/tower", "briefings", "docs/actors"):
        shutil.rmtree(root / folder)
    briefing = root / "briefings/2026-11-vault.md"
    briefing.parent.mkdir()
    (root / "docs/actors").mkdir()
    briefing.write_text(
        "---\nformat: 1\ntitle: The vault\ndate: 2026-11-24\nsummary: It held letters.\n"
        "sources: [closed]\n---\n\nIt held letters.[^held]\n\n"
        "[^held]: The file says so [@closed, para. 1].\n",
        "utf-8",
    )
    site = published(root)
    assert "1 cited place: all of it holds" in capsys.readouterr().err
    assert "It held letters" in (site / "briefings/vault/index.html").read_text("utf-8")
    assert leaks(site, WITHHELD) == set()
    replaced(briefing, " [@closed, para. 1]", "")
    assert main(["build", str(root), "--site", str(site)]) == 1
