"""The search index: it holds what it should and nothing else, and is the same on every build."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from bench.generated import Project
from citebound import publish
from citebound.indexes import indexes_of
from citebound.indexes.entries import Indexes
from citebound.passages.binding import bind
from citebound.problems import Problem
from citebound.proof.search_index import check_addresses, check_index, prove_index
from citebound.proof.search_words import words_found
from citebound.public import decide
from citebound.publish import verify
from citebound.reading import read_project
from citebound.search import background, engine, index
from citebound.search.bundle import FOLDER, STATE, entry, facet_table, finish
from citebound.search.engine import EngineFailedError, EngineMissingError, Entry, find_engine, run
from citebound.search.index import Index, make_index
from citebound.search.packing import DamagedError, pack, read_listing, unpack, with_names
from citebound.search.record import Record, Section
from citebound.search.records import labels, records
from citebound.search.segment import spaced, word_ends, words_in
from citebound.shown.facts import SiteFacts
from conftest import ROOT

FACTS = SiteFacts()


def project_indexes(root: Path) -> Indexes:
    library = read_project(root)
    return indexes_of(decide(library, bind(library)))


def made(root: Path, rights: str) -> Indexes:
    """The indexes of a project with one source of the rights asked for."""
    text = (
        "The junta signed a paper in 2023. The clerk hid the other letters.\n"
        "Nobody counted the second crate.\n"
    )
    (root / "mkdocs.yml").write_text("site_name: Made\n", "utf-8")
    (root / "docs").mkdir()
    (root / "seeds/one").mkdir(parents=True)
    (root / "seeds/one/text.txt").write_text(text, "utf-8")
    (root / "seeds/one/source.yml").write_text(
        "format: 1\ntitle: One\npublisher: Somebody\nurl: https://one.example/\n"
        f"published: 2023-05-01\nlanguage: en\nrights: {rights}\ndescriptor: A made-up source.\n"
        f"paragraphs: lines\nsha256: {hashlib.sha256(text.encode()).hexdigest()}\n",
        "utf-8",
    )
    note = "[@one, para. 1]" if rights == "metadata" else "“signed a paper” [@one]"
    (root / "briefings").mkdir()
    (root / "briefings/2024-01-paper.md").write_text(
        "---\nformat: 1\ntitle: A paper\ndate: 2024-01-02\nsummary: A paper was signed.\n"
        f"sources: [one]\n---\n\nThere is a paper.[^a]\n\n[^a]: {note}\n",
        "utf-8",
    )
    return project_indexes(root)


@pytest.fixture(scope="module")
def real() -> Indexes:
    return project_indexes(ROOT)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Indexes:
    """A project with English, Russian and Burmese sources."""
    folder = tmp_path_factory.mktemp("generated") / "project"
    Project(48).write(folder)
    assert verify(folder).problems == ()
    return project_indexes(folder)


@pytest.fixture(scope="module")
def folder(real: Indexes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("index") / FOLDER
    for path, content in index_of(real).items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)
    return target


def index_of(indexes: Indexes) -> dict[str, bytes]:
    found = records(indexes, FACTS)
    return finish(run(find_engine(), [entry(record) for record in found]), found, labels(indexes))


def made_of(indexes: Indexes) -> Index:
    return make_index(records(indexes, FACTS), labels(indexes))


def contents(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def found_wrong(folder: Path, indexes: Indexes) -> list[str]:
    found = records(indexes, FACTS)
    return [str(p.message) for p in check_index(contents(folder), found, indexes.library)]


# --- what is in it ----------------------------------------------------------------


def test_there_is_a_record_of_every_kind_and_of_every_thing(real: Indexes) -> None:
    found = records(real, FACTS)
    count = {kind: sum(record.kind == kind for record in found) for kind in {r.kind for r in found}}
    assert count.pop("passage") > 0
    assert count == {
        "briefing": len(real.briefings),
        "judgement": sum(len(b.judgements) for b in real.briefings),
        "quotation": len(real.quotations),
        "actor": len(real.actors),
        "event": len(real.events),
        "source": len(real.sources),
    }


def test_a_quotation_has_the_sources_words_who_says_it_and_where(real: Indexes) -> None:
    (record,) = (r for r in records(real, FACTS) if r.address.endswith("#q-2041-2134"))
    assert record.parts[0].text == (
        "this new cooperation agreement allows Russia to demonstrate its alliances "
        "on the global stage"
    )
    assert record.by.startswith("reported: Anna Matveeva · Myanmar Turns to Russia")
    assert record.facets["speaker"] == ("anna-matveeva",)


def test_an_event_has_its_date_in_words_and_an_actor_its_role(real: Indexes) -> None:
    found = {record.address: record for record in records(real, FACTS)}
    assert found["timeline/#moscow-visit"].by.startswith("September 2023 (“in September”")
    assert found["actors/u-thein-soe/"].by.startswith("person · Chair of Myanmar’s")
    assert found["timeline/#vote-as-postponed"].facets["year"] == tuple(map(str, range(2025, 2036)))


def test_a_name_is_found_without_its_honorific(mixed: Indexes) -> None:
    found = {record.address: record for record in records(mixed, FACTS)}
    assert "Nalor Gehekal" in found["actors/nalor-gehekal/"].names


def test_what_an_editor_put_in_is_told_apart_from_the_words(real: Indexes) -> None:
    texts = {r.parts[0].text: r.ours for r in records(real, FACTS) if r.kind == "quotation"}
    ours = {text: put for text, put in texts.items() if put}
    assert ours
    for text, put in ours.items():
        assert all(insertion in text for insertion in put)


def test_of_rights_passages_only_the_sentences_with_cited_words_are_there(tmp_path: Path) -> None:
    text = json.dumps([r.content for r in records(made(tmp_path, "passages"), FACTS)])
    assert "signed a paper in 2023" in text
    assert "letters" not in text
    assert "crate" not in text


def test_of_rights_metadata_no_word_is_there(tmp_path: Path) -> None:
    found = records(made(tmp_path, "metadata"), FACTS)
    assert {record.kind for record in found} == {"briefing", "source"}
    for word in ("clerk", "crate", "in 2023"):
        assert all(word not in record.content for record in found)


def test_the_newest_come_first_and_what_has_no_date_last(real: Indexes) -> None:
    dates = [record.date for record in records(real, FACTS)]
    assert dates == sorted(dates, reverse=True)
    assert dates[0] > dates[-1] == ""


# --- words without spaces --------------------------------------------------------------


def test_burmese_thai_and_chinese_are_cut_into_words() -> None:
    assert words_in("ရွေးကောက်ပွဲကော်မရှင်ဥက္ကဋ္ဌ") == ("ရွေးကောက်ပွဲ", "ကော်မရှင်", "ဥက္ကဋ္ဌ")
    assert spaced("said မြန်မာနိုင်ငံနှင့် twice") == "said မြန်မာနိုင်ငံ နှင့် twice"
    assert spaced("𠀀缅甸选举 2025") == "𠀀 缅甸 选举 2025"


def test_a_word_that_another_dictionary_begins_later_is_found_by_its_end() -> None:
    assert "បោះឆ្នោត" in word_ends("ការបោះឆ្នោត")


# --- the index --------------------------------------------------------------------------


def test_the_index_read_back_is_the_records(folder: Path, real: Indexes) -> None:
    assert found_wrong(folder, real) == []


def test_every_result_leads_to_a_place_of_the_site(real: Indexes) -> None:
    found = records(real, FACTS)
    pages: dict[str, str] = {}
    for record in found:
        address, _, anchor = record.address.partition("#")
        for each in (anchor, *(part.anchor for part in record.parts)):
            pages[address] = pages.get(address, "") + f'<p id="{each}">'
    assert list(check_addresses(pages, found)) == []
    told = {p.message for p in check_addresses({**pages, "timeline/": ""}, found)}
    assert "A result leads to timeline/#moscow-visit, which does not exist." in told
    other = pages["timeline/"].replace(' id="moscow-visit"', ' data-id="moscow-visit"')
    told = {p.message for p in check_addresses({**pages, "timeline/": other}, found)}
    assert told == {"A result leads to timeline/#moscow-visit, which does not exist."}


def test_two_indexes_of_three_languages_and_all_facets_are_the_same_bytes(
    mixed: Indexes,
) -> None:
    first, second, third = (index_of(mixed) for _ in range(3))
    assert len(first) > 100
    assert first == second == third


def test_a_facet_counts_what_the_records_have(folder: Path, real: Indexes) -> None:
    table = json.loads((folder / "facet/speaker.json").read_bytes())
    names = [value[0] for value in table["values"]]
    wanted = sum("anna-matveeva" in r.facets.get("speaker", ()) for r in records(real, FACTS))
    at = names.index("anna-matveeva")
    assert sum(of == at or (isinstance(of, list) and at in of) for of in table["of"]) == wanted > 0
    assert dict(filter(lambda v: len(v) == 2, table["values"]))["anna-matveeva"] == "Anna Matveeva"


def test_ten_thousand_values_of_a_facet() -> None:
    found = [
        Record("actor", f"A {n}", f"a/{n}/", facets={"actor": (f"a-{n}",)}) for n in range(10_000)
    ]
    table = facet_table("actor", found, {})
    assert len(table["values"]) == len(table["of"]) == 10_000


def fragments(folder: Path) -> Iterator[Path]:
    return iter(sorted((folder / "fragment").iterdir()))


def change(path: Path, old: bytes, new: bytes) -> None:
    data = unpack(path.read_bytes())
    assert old in data
    path.write_bytes(pack(data.replace(old, new)))


def turned(path: Path, pattern: bytes) -> None:
    """Change the byte that a pattern captures."""
    data = unpack(path.read_bytes())
    found = re.search(pattern, data, re.DOTALL)
    assert found
    at = found.start(1)
    path.write_bytes(pack(data[:at] + bytes((data[at] ^ 1,)) + data[at + 1 :]))


def one_quotation(folder: Path) -> Path:
    """The file of a quotation with the word veneer."""
    for path in fragments(folder):
        told = json.loads(unpack(path.read_bytes()))
        if told["shown"]["kind"] == "quotation" and "veneer" in told["content"]:
            return path
    raise AssertionError


def chunk(folder: Path) -> Path:
    """The file of the words of the index: this site has one."""
    (path,) = (folder / "index").iterdir()
    return path


DAMAGE: dict[str, Callable[[Path], object]] = {
    "a record is missing": lambda f: next(fragments(f)).unlink(),
    "a record is too many": lambda f: shutil.copy(next(fragments(f)), f / "fragment/x.pf_fragment"),
    "a quotation is changed": lambda f: change(one_quotation(f), b"veneer", b"facade"),
    "a record is no gzip": lambda f: next(fragments(f)).write_bytes(b"not gzip"),
    "a chunk of words is missing": lambda f: next((f / "index").iterdir()).unlink(),
    "a chunk of words is cut short": lambda f: next((f / "index").iterdir()).write_bytes(
        b"\x1f\x8b"
    ),
    "a chunk has no words": lambda f: chunk(f).write_bytes(pack(b"")),
    "a chunk has a list of no words": lambda f: chunk(f).write_bytes(pack(b"\x81\x80")),
    "a chunk has more than its words": lambda f: chunk(f).write_bytes(
        pack(unpack(chunk(f).read_bytes()) + b"\x80")
    ),
    "a word is another": lambda f: change(chunk(f), b"\x66moscow", b"\x66xxxxxx"),
    "a stem is another": lambda f: change(chunk(f), b"\x64vote", b"\x64vota"),
    "a figure is another": lambda f: change(chunk(f), b"\x642023", b"\x642022"),
    "a word of signs is another": lambda f: change(chunk(f), b"knowhow", b"knowhew"),
    "a place of a word is another": lambda f: turned(
        chunk(f), rb"\x642013\x81\x83(?:\x18.|.)\x80\x83 .(.)"
    ),
    "a record of a word is another": lambda f: turned(chunk(f), rb"\x642013\x81\x83\x18(.)"),
    "the list leads past a chunk": lambda f: change(
        next(f.glob("*.pf_meta")), b"\x81\x83\x611", b"\x81\x83\x61z"
    ),
    "a field has another name": lambda f: change(
        next(f.glob("*.pf_meta")), b"\x65about", b"\x65abuut"
    ),
    "a facet is changed": lambda f: (f / "facet/kind.json").write_text('{"of":[],"values":[]}'),
    "the list of records is missing": lambda f: next(f.glob("*.pf_meta")).unlink(),
    "another language has an index": lambda f: (f / "pagefind-entry.json").write_text(
        '{"languages":{"en":{"page_count":1},"ru":{}}}'
    ),
    "the state is another's": lambda f: (f / STATE).write_text('{"records":1}'),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_index_is_refused(
    damage: str, folder: Path, real: Indexes, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / FOLDER))
    DAMAGE[damage](copy)
    assert found_wrong(copy, real), damage


def test_a_changed_quotation_in_a_result_is_told_with_the_sources_words(
    folder: Path, real: Indexes, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / FOLDER))
    change(one_quotation(copy), b"veneer", b"facade")
    found = check_index(contents(copy), records(real, FACTS), real.library)
    told = [problem.message for problem in found if problem.code == "rendered-quotation"]
    assert len(told) == 1
    assert "facade of legitimacy" in told[0]
    assert "veneer of legitimacy" in told[0]


def test_a_site_whose_search_finds_nothing_does_not_hold(folder: Path, real: Indexes) -> None:
    """Each chunk was only unpacked, and nobody looked whether a word was in it."""
    files = {f"{FOLDER}/{path}": content for path, content in contents(folder).items()}
    found = records(real, FACTS)
    pages: dict[str, list[str]] = {}
    for record in found:
        address, _, anchor = record.address.partition("#")
        anchors = (anchor, *(part.anchor for part in record.parts))
        pages.setdefault(address, []).extend(f'<p id="{a}">' for a in anchors if a)
    html = {address: "".join(ids) for address, ids in pages.items()}
    assert prove_index(files, found, real.library, html) == ()
    (path,) = (path for path in files if path.endswith(".pf_index"))
    data = unpack(files[path])
    assert b"\x65junta" in data
    for damaged in (b"", data.replace(b"\x65junta", b"\x65xxxxx")):
        told = prove_index({**files, path: pack(damaged)}, found, real.library, html)
        assert {problem.code for problem in told} == {"search-index"}


def test_a_search_index_of_several_scripts_holds(mixed: Indexes) -> None:
    assert [*check_index(index_of(mixed), records(mixed, FACTS), mixed.library)] == []


WORDS = (
    "U.S. know-how covid19 COVID-19 iPhone HTMLParser café-crème Éclair d’État don't 1,200.5 A/B "
    "№5 x_y “sham” (sic) … ¶ · © ☀️ generalisations dying skies evening proceed past’s fluently "
    "голосования ІЗБРАННЫЙ ပြည်သူ့ 中文 ภาษา ١٢ ½ ΟΔΟΣ İstanbul ßtraße ာ"
)


def test_the_words_are_indexed_as_the_proof_says() -> None:
    """What is derived a second time is what the engine does, to the last weight."""
    # So many words that there are several chunks.
    many = (" ".join(f"{n:x}-st" for n in range(at, at + 700)) for at in range(0, 7000, 700))
    found = [
        Record("event", WORDS, "a/", (Section(WORDS),), (WORDS,)),
        *(Record("event", "Many", "b/", (Section(words),)) for words in many),
    ]
    files = finish(run(find_engine(), [entry(record) for record in found]), found, {})
    (packed,) = (unpack(files[path]) for path in files if path.endswith(".pf_meta"))
    listing = read_listing(packed)
    assert len(listing.chunks) > 1
    assert [*words_found(files, listing, found)] == []
    swapped = dict(zip(listing.chunks, reversed(listing.chunks), strict=True))
    others = {
        f"index/{name}.pf_index": files[f"index/{other}.pf_index"]
        for name, other in swapped.items()
    }
    turned = {**files, **others}
    assert [*words_found(turned, listing, found)]


def test_an_engine_that_drops_a_record_is_noticed(real: Indexes) -> None:
    found = records(real, FACTS)
    files = run(find_engine(), [entry(record) for record in found[:-1]])
    with pytest.raises(DamagedError, match=f"{len(found)} records were given"):
        finish(files, found, labels(real))


def test_an_engine_without_a_list_of_records_is_noticed(real: Indexes) -> None:
    with pytest.raises(DamagedError, match="there are 0 lists of records"):
        finish({}, records(real, FACTS), labels(real))


def test_markup_in_a_text_is_text() -> None:
    content = "a <script>alert(1)</script> &amp; “q” ¶ <b>x</b>"
    files = run(find_engine(), [Entry(content, {"title": "<i>t</i>"})])
    (fragment,) = (files[path] for path in files if path.startswith("fragment/"))
    assert json.loads(unpack(fragment))["content"] == content


# --- the binary forms ----------------------------------------------------------------------


def test_a_packed_file_is_read_back_and_has_no_time_in_it() -> None:
    assert unpack(pack("မြန်မာ".encode())) == "မြန်မာ".encode()
    assert pack(b"x") == pack(b"x")
    assert pack(b"x")[4:8] == b"\0\0\0\0"


@pytest.mark.parametrize("raw", [b"", b"PK", pack(b"x")[:-9], b"\x1f\x8b\x08"])
def test_what_is_not_packed_is_refused(raw: bytes) -> None:
    with pytest.raises(DamagedError):
        unpack(raw)


@pytest.mark.parametrize(
    "data", [b"", b"\x00", b"\x86", b"\x83\x61a\x81\x82\x61x", b"\x83\xff\xff\xff"]
)
def test_a_list_of_records_that_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(DamagedError):
        read_listing(data)


@pytest.mark.parametrize("count", [0, 1, 23, 24, 255, 256, 70_000])
def test_names_of_records_are_replaced_in_the_list(count: int) -> None:
    data = b"\x83\x651.5.2" + b"\x80" + b"\x80"
    empty = read_listing(data)
    listing = type(empty)((("old", 300),) * count, (), empty.start, empty.end)
    renamed = read_listing(with_names(data, listing, [f"n-{n:x}" for n in range(count)]))
    assert renamed.records == tuple((f"n-{n:x}", 300) for n in range(count))


# --- what bad surroundings get -----------------------------------------------------------------


def missing() -> Path:
    raise EngineMissingError(f"Pagefind is not installed; get it by: {engine.GET_IT}")


@pytest.mark.parametrize(("ci", "severity"), [("", "warning"), ("true", "error")])
def test_without_pagefind_search_is_off_and_ci_fails(
    ci: str, severity: str, real: Indexes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "find_engine", missing)
    monkeypatch.setenv("CI", ci)
    made = made_of(real)
    (problem,) = made.problems
    assert (problem.code, problem.severity) == ("search-off", severity)
    assert 'pip install "pagefind[extended]==1.5.2"' in problem.message
    assert json.loads(made.files[f"{FOLDER}/{STATE}"]) == {"state": "off", "records": 0}


def test_another_release_is_refused_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho pagefind_extended 1.6.0\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    with pytest.raises(EngineMissingError, match=r"this is Pagefind 1\.6\.0"):
        find_engine()


def test_an_engine_that_stops_is_a_finding(tmp_path: Path) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\nexit 3\n", "utf-8")
    program.chmod(0o755)
    with pytest.raises(EngineFailedError, match="Pagefind stopped"):
        run(program, [Entry("a")] * 5000)


def engine_that(folder: Path, says: bytes, then: str = "") -> Path:
    """A program in the place of the engine, which says this to whatever it is asked."""
    (folder / "said").write_bytes(says)
    program = folder / "pagefind"
    program.write_text(f"#!/bin/sh\ncat '{folder}/said'\n{then}\n", "utf-8")
    program.chmod(0o755)
    return program


def answer(payload: object) -> bytes:
    return base64.b64encode(json.dumps({"payload": payload}).encode()) + b","


NONSENSE = {
    "not base64": b"a,",
    "not UTF-8": base64.b64encode(b'"\xff"') + b",",
    "not JSON": base64.b64encode(b"{") + b",",
    "no payload": base64.b64encode(b"{}") + b",",
    "a list": base64.b64encode(b"[]") + b",",
    "a payload of words": answer("words"),
    "no index": answer({"type": "NewIndex"}),
    "an answer without a type": answer({}),
    "no files": answer({"type": "NewIndex", "index_id": 0}) * 3,
    "files that are none": answer({"type": "A", "index_id": 0, "files": [{"path": "a"}]}) * 3,
    "files not in base64": answer(
        {"type": "A", "index_id": 0, "files": [{"path": "a", "content": "a"}]}
    ) * 3,
}  # fmt: skip


@pytest.mark.parametrize("said", NONSENSE)
def test_an_engine_that_answers_nonsense_is_a_finding_and_nobody_waits_for_it(
    said: str, tmp_path: Path
) -> None:
    program = engine_that(tmp_path, NONSENSE[said], "exec sleep 600")
    with pytest.raises(EngineFailedError, match="Pagefind answered what cannot be read"):
        run(program, [Entry("a")])


def test_an_engine_that_refuses_a_record_is_a_finding(tmp_path: Path) -> None:
    program = engine_that(tmp_path, answer({"type": "Error", "message": "full"}), "exec sleep 600")
    with pytest.raises(EngineFailedError, match="Pagefind refused a record: full"):
        run(program, [])


@pytest.mark.parametrize("count", [1, 5000], ids=["silent", "deaf"])
def test_an_engine_that_says_nothing_is_stopped(
    count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether it takes no more questions, or gives no answer to them."""
    monkeypatch.setattr(engine, "LONGEST_RUN", 0.5)
    program = engine_that(tmp_path, answer({"type": "NewIndex", "index_id": 0}), "exec sleep 600")
    with pytest.raises(EngineFailedError, match=r"Pagefind was stopped after 0\.5 s"):
        run(program, [Entry("a" * 500)] * count)


@pytest.mark.parametrize("error", [ValueError("not JSON"), IndexError("no such item")])
def test_files_of_the_engine_that_cannot_be_read_are_a_finding(
    error: Exception, real: Indexes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object) -> None:
        raise error

    monkeypatch.setattr(index, "finish", damaged)
    (problem,) = made_of(real).problems
    assert problem.code == "search-index"
    assert f"The search index was not made: {error}." in problem.message


def test_an_index_that_does_not_hold_is_not_given_out() -> None:
    edition = publish.render(verify(ROOT), FACTS)
    assert publish.search_index(edition).problems == ()
    made = publish.search_index(replace(edition, pages=()))  # no result leads anywhere
    assert {problem.code for problem in made.problems} == {"search-index"}
    assert made.files == {}


# --- the preview ---------------------------------------------------------------------------


def test_a_preview_searches_the_build_before_until_the_next_index_is_there(
    real: Indexes, tmp_path: Path
) -> None:
    told: list[object] = []
    preview = background.Preview()
    states = []
    for _ in range(2):
        shutil.rmtree(tmp_path / FOLDER, ignore_errors=True)  # as a build cleans its folder
        work = preview.start(partial(made_of, real), tmp_path, told.append)
        states.append(json.loads((tmp_path / FOLDER / STATE).read_bytes()))
        work.join(60)
        states.append(json.loads((tmp_path / FOLDER / STATE).read_bytes()))
    assert [state["state"] for state in states] == ["behind", "current", "behind", "current"]
    count = len(records(real, FACTS))
    assert [state["records"] for state in states] == [0, count, count, count]
    assert told == [(), ()]


def test_of_two_previews_the_last_one_wins(real: Indexes, mixed: Indexes, tmp_path: Path) -> None:
    told: list[object] = []
    preview = background.Preview()
    first = preview.start(partial(made_of, real), tmp_path, told.append)
    second = preview.start(partial(made_of, mixed), tmp_path, told.append)
    first.join(60)
    second.join(60)
    state = json.loads((tmp_path / FOLDER / STATE).read_bytes())
    assert state["records"] == len(records(mixed, FACTS))
    assert told == [()]


def test_an_index_that_fails_in_its_thread_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lost.append)
    told: list[tuple[Problem, ...]] = []

    def fail() -> Index:
        raise RuntimeError("no such thing")

    def make() -> Index:
        shutil.rmtree(tmp_path / "site")
        (tmp_path / "site").write_text("a file in the place of the folder", "utf-8")
        return Index({f"{FOLDER}/{STATE}": b"{}"})

    preview = background.Preview()
    for each in (fail, make):
        preview.start(each, tmp_path / "site", told.append).join(60)
    ((first,), (second,)) = told
    assert {first.code, second.code} == {"search-index"}
    assert first.message == "The search index was not made: RuntimeError: no such thing."
    assert "NotADirectoryError" in second.message or "FileExistsError" in second.message
    assert lost == []


def test_an_index_that_is_made_leaves_nothing_in_the_temporary_folder(
    real: Indexes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However it ends: what is on no disk cannot be left there."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setattr(tempfile, "mkdtemp", lambda *_, **__: pytest.fail("a temporary folder"))
    monkeypatch.setattr(tempfile, "mkstemp", lambda *_, **__: pytest.fail("a temporary file"))
    work = background.Preview().start(partial(made_of, real), tmp_path / "site", lambda _: None)
    work.join(60)
    assert list((tmp_path / "temporary").iterdir()) == []
