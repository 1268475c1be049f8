"""The search index: it holds what it should and nothing else, and is the same on every build."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from markupsafe import Markup

from bench.generated import Project
from citebound import publish
from citebound.dates import in_words, years
from citebound.indexes import indexes_of
from citebound.indexes.entries import Indexes
from citebound.model import Library
from citebound.pages.page import Page
from citebound.passages.binding import bind
from citebound.problems import Problem
from citebound.proof.built import OtherPage
from citebound.proof.found_pages import pages_found
from citebound.proof.search_index import check_addresses, check_index, prove_index
from citebound.proof.search_words import cut, words_found
from citebound.public import decide
from citebound.publish import verify
from citebound.reading import read_project
from citebound.search import background
from citebound.search.bundle import FOLDER, STATE, facet_table, index_files, shown
from citebound.search.index import Index, make_index
from citebound.search.postings import INLINE, base36, postings
from citebound.search.record import Record, Section
from citebound.search.records import in_order, labels, records
from citebound.search.segment import spaced, word_ends, words_in
from citebound.search.site_pages import page_records
from citebound.search.when import month_rows
from citebound.search.words import folded, standings, words_of
from citebound.shown.facts import SiteFacts
from project import site_project

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
    return project_indexes(site_project())


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
    return index_files(records(indexes, FACTS), labels(indexes))


def made_of(indexes: Indexes) -> Index:
    return make_index(records(indexes, FACTS), labels(indexes))


def said(record: Record) -> str:
    """All that is found of a record, and shown of it."""
    return f"{json.dumps(shown(record), ensure_ascii=False)} {record.about}"


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
    assert re.fullmatch(r"reported, Anna Matveeva · Market Capital Research, para\. \d+", record.by)
    assert record.facets["speaker"] == ("anna-matveeva",)


def test_an_event_has_its_date_in_words_and_an_actor_its_role(real: Indexes) -> None:
    found = {record.address: record for record in records(real, FACTS)}
    assert found["timeline/#moscow-visit"].by.startswith("September 2023 (“in September”")
    assert found["actors/u-thein-soe/"].by.startswith("person · Chair of Myanmar’s")
    assert found["timeline/#vote-as-postponed"].facets["year"] == ("2025",)
    assert found["timeline/#weapons"].facets["year"] == ("2023",)
    assert found["timeline/#abstention"].facets["year"] == ("2021", "2022", "2023")


def test_a_sources_title_and_publisher_are_found_on_the_source_alone(real: Indexes) -> None:
    with_them = {
        record.kind
        for record in records(real, FACTS)
        for place in (record.title, record.about, *(part.text for part in record.parts))
        if "Capital Research" in place or "Know-How Amidst" in place
    }
    assert with_them == {"source"}


def test_events_of_one_title_are_told_apart_by_their_dates(real: Indexes) -> None:
    before = [replace(event, shares_title=False) for event in real.events]
    shared = [replace(event, shares_title=True) for event in real.events]
    plain, dated = (
        {r.address: r.title for r in records(replace(real, events=tuple(found)), FACTS)}
        for found in (before, shared)
    )
    for event in real.events:
        assert dated[event.address] == f"{plain[event.address]} ({in_words(event.date)})"


def test_a_briefing_that_nobody_signed_is_called_as_on_its_page(real: Indexes) -> None:
    found = [r for r in records(real, FACTS) if r.kind == "briefing"]
    assert {r.by.rpartition(" · ")[2] for r in found} == {"not reviewed"}
    assert {r.facets["review"] for r in found} == {("unsigned",)}
    assert labels(real)["review"]["unsigned"] == "not reviewed"


def test_an_event_is_found_by_its_search_names(real: Indexes) -> None:
    found = {record.address: record.names for record in records(real, FACTS)}
    assert found["timeline/#memorandum"][0] == "MoU"


def test_a_briefing_is_found_by_the_search_names_of_the_events_that_it_tells(real: Indexes) -> None:
    found = {record.address: record for record in records(real, FACTS)}
    assert found["briefings/moscow-visit/"].names == ("MoU", "memorandum of understanding")
    assert found["briefings/legitimacy/"].names == ()
    # What is called so itself comes before what tells of it.
    weighs = {
        kind: {
            word: digit
            for word, _, digit in standings(Record(kind, "A title", "a/", names=("MoU",)))
        }
        for kind in ("event", "briefing")
    }
    assert weighs["briefing"]["mou"] < weighs["event"]["mou"]
    assert weighs["briefing"]["title"] > weighs["briefing"]["mou"]


def test_a_word_says_less_of_a_briefing_only_when_that_is_longer_than_usual() -> None:
    text = (Section("word " * 40 + "vote"),)
    (brief, event) = (
        next(digit for word, _, digit in standings(Record(kind, "", "a/", text)) if word == "vote")
        for kind in ("briefing", "event")
    )
    assert brief > event


def test_what_is_said_of_a_source_finds_it(real: Indexes) -> None:
    (record,) = (r for r in records(real, FACTS) if r.kind == "source")
    source = real.sources[record.facets["source"][0]].source
    assert source.grade
    told = [part.text for part in record.parts]
    assert told[:3] == [
        str(source.descriptor),
        f"Grade F: reliability cannot be judged. {source.grade.because}",
        f"Circular reporting: {source.circular}",
    ]
    assert told[3:] == [f"To obtain next: {wanted}" for wanted in source.obtain] != []
    assert {part.anchor for part in record.parts} == {"about"}
    assert record.about.startswith("source · ")


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
    text = json.dumps([said(r) for r in records(made(tmp_path, "passages"), FACTS)])
    assert "signed a paper in 2023" in text
    assert "letters" not in text
    assert "crate" not in text


def test_of_rights_metadata_no_word_is_there(tmp_path: Path) -> None:
    found = records(made(tmp_path, "metadata"), FACTS)
    assert {record.kind for record in found} == {"briefing", "source"}
    for word in ("clerk", "crate", "in 2023"):
        assert all(word not in said(record) for record in found)


def test_the_newest_come_first_and_what_has_no_date_last(real: Indexes) -> None:
    dates = [record.date for record in records(real, FACTS)]
    assert dates == sorted(dates, reverse=True)
    assert dates[0] > dates[-1] == ""


# --- words without spaces --------------------------------------------------------------


def test_burmese_thai_and_chinese_are_cut_into_words() -> None:
    assert words_in("ရွေးကောက်ပွဲကော်မရှင်ဥက္ကဋ္ဌ") == ("ရွေးကောက်ပွဲ", "ကော်မရှင်", "ဥက္ကဋ္ဌ")
    assert spaced("said မြန်မာနိုင်ငံနှင့် twice") == "said မြန်မာနိုင်ငံ နှင့် twice"
    assert spaced("𠀀缅甸选举 2025") == "𠀀 缅甸 选举 2025"


def test_a_rare_character_is_a_letter_on_both_sides() -> None:
    """Python's own table of characters is older than that of the index."""
    for text in ("A \U00031350 word", "\U0001e4d0x", "ꟊa"):
        assert words_of(text) == cut(text)
    found = [Record("event", "The sign \U00031350", "a/")]
    files = index_files(found, {})
    assert [*words_found(files, found)] == []
    assert any("\U00031350" in content.decode() for content in files.values())


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


def test_the_year_facet_offers_no_year_that_only_an_open_end_reaches(real: Indexes) -> None:
    """And what it keeps is what it counted: the events that a date puts into that year."""
    found = records(real, FACTS)
    table = facet_table("year", found, {})
    offered = [value[0] for value in table["values"]]
    assert offered == [*map(str, range(2013, 2026))]
    of = [[at] if isinstance(at, int) else at or [] for at in table["of"]]
    for year in ("2012", "2014", "2023", "2025"):
        at = offered.index(year) if year in offered else None
        kept = [r for r, held in zip(found, of, strict=True) if at in held and r.kind == "event"]
        wanted = {event.address for event in real.events if int(year) in years(event.date)}
        assert {r.address for r in kept} == wanted
        assert bool(wanted) is (year in offered)


def test_when_an_event_was_is_a_row_of_months(real: Indexes) -> None:
    found = records(real, FACTS)
    rows = {found[row[0]].address: row[1:] for row in month_rows(found)}
    # Of these the source gives no date: they were at no time that could be asked for.
    undated = {"timeline/#weapons", "timeline/#invasion-of-ukraine"}
    assert rows.keys() == {event.address for event in real.events} - undated
    september = 2023 * 12 + 8
    assert rows["timeline/#moscow-visit"] == [september] * 4
    assert rows["timeline/#kim-reception"] == [2013 * 12, september, 12, september]
    never = 9999 * 12 + 11
    assert rows["timeline/#vote-as-postponed"] == [2025 * 12, 2035 * 12 + 11, 2025 * 12, never]
    assert rows["timeline/#monitoring"] == [
        2013 * 12, 2023 * 12 + 11, 2023 * 12, 2013 * 12 + 11,
    ]  # fmt: skip


def test_ten_thousand_values_of_a_facet() -> None:
    found = [
        Record("actor", f"A {n}", f"a/{n}/", facets={"actor": (f"a-{n}",)}) for n in range(10_000)
    ]
    table = facet_table("actor", found, {})
    assert len(table["values"]) == len(table["of"]) == 10_000


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new, 1), "utf-8")


def one_quotation(folder: Path) -> Path:
    """The file of a quotation with the word veneer."""
    for path in sorted((folder / "record").iterdir()):
        told = json.loads(path.read_bytes())
        if told["kind"] == "quotation" and "veneer" in told["parts"][0][0]:
            return path
    raise AssertionError


def turned(path: Path, part: int) -> None:
    """Change a part of the first entry of the word moscow: its record, its impact, its places."""
    read = json.loads(path.read_bytes())
    first, *others = read["words"]["moscow"].split(" ")
    parts = first.split(".")
    parts[part] = "z" if parts[part] != "z" else "y"
    read["words"]["moscow"] = " ".join((".".join(parts), *others))
    path.write_text(json.dumps(read), "utf-8")


def renumbered(path: Path) -> None:
    """Let every name of a file lead to the first record."""
    read = json.loads(path.read_bytes())
    assert any(name[1] for name in read["names"])
    for name in read["names"]:
        name[1] = 0
    path.write_text(json.dumps(read), "utf-8")


def falsified(path: Path) -> None:
    """Write what a browser reads as 0, or as the word itself, in another way."""
    text = path.read_text("utf-8")
    path.write_text(text.replace("a", "\\u0061", 1), "utf-8")
    assert json.loads(path.read_bytes()) == json.loads(text)


def words_with(folder: Path, letters: str) -> Path:
    """The file of the words that begin with two letters."""
    return folder / f"words/{'-'.join(f'{ord(letter):x}' for letter in letters)}.json"


DAMAGE: dict[str, Callable[[Path], object]] = {
    "a record is missing": lambda f: (f / "record/3.json").unlink(),
    "a record is too many": lambda f: shutil.copy(f / "record/3.json", f / "record/x.json"),
    "a quotation is changed": lambda f: change(one_quotation(f), "veneer", "facade"),
    "a key of words is too many": lambda f: change(words_with(f, "mo"), "{", '{"more":"Putin",'),
    "a word is there twice": lambda f: change(
        words_with(f, "mo"), '"words":{', '"words":{"mo":"1",'
    ),
    "a file is written otherwise": lambda f: falsified(words_with(f, "ma")),
    "a facet has false": lambda f: change(f / "facet/kind.json", ",0,", ",false,"),
    "a facet has a key twice": lambda f: change(f / "facet/kind.json", "{", '{"values":[],'),
    "a record has a key twice": lambda f: change(f / "record/3.json", "{", '{"title":"A coup",'),
    "the state has a key twice": lambda f: change(f / STATE, "{", '{"records":1,'),
    "a record is no JSON": lambda f: (f / "record/3.json").write_bytes(b"not JSON"),
    "a file of words is missing": lambda f: words_with(f, "mo").unlink(),
    "a file of words is too many": lambda f: shutil.copy(words_with(f, "mo"), f / "words/x.json"),
    "a file of words is cut short": lambda f: words_with(f, "mo").write_bytes(b'{"words":{'),
    "a file has no words": lambda f: words_with(f, "mo").write_bytes(b'{"names":[],"words":[]}'),
    "a word is another": lambda f: change(words_with(f, "mo"), '"moscow"', '"moscov"'),
    "a word is nowhere": lambda f: change(words_with(f, "mo"), '"moscow":"', '"moscow":"0 '),
    "a figure is another": lambda f: change(words_with(f, "20"), '"2023"', '"2022"'),
    "a place of a word is another": lambda f: turned(words_with(f, "mo"), -1),
    "an impact of a word is another": lambda f: turned(words_with(f, "mo"), 1),
    "a record of a word is another": lambda f: turned(words_with(f, "mo"), 0),
    "a name is another": lambda f: change(words_with(f, "ma"), '"Matveeva",', '"Matveevo",'),
    "a name leads elsewhere": lambda f: renumbered(words_with(f, "ma")),
    "a facet is changed": lambda f: (f / "facet/kind.json").write_text('{"of":[],"values":[]}'),
    "a facet is missing": lambda f: (f / "facet/kind.json").unlink(),
    "an event was at another time": lambda f: change(f / "when.json", "24284", "24285"),
    "an event is left out of its time": lambda f: change(
        f / "when.json", (f / "when.json").read_text("utf-8").split("],")[0] + "],", "["
    ),
    "the times are missing": lambda f: (f / "when.json").unlink(),
    "the state is missing": lambda f: (f / STATE).unlink(),
    "the state is another's": lambda f: (f / STATE).write_text('{"records":1}'),
    "the edition is another's": lambda f: change(f / STATE, '"edition":"', '"edition":"0'),
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
    change(one_quotation(copy), "veneer", "facade")
    found = check_index(contents(copy), records(real, FACTS), real.library)
    told = [problem.message for problem in found if problem.code == "rendered-quotation"]
    assert len(told) == 1
    assert "facade of legitimacy" in told[0]
    assert "veneer of legitimacy" in told[0]


def test_a_site_whose_search_finds_nothing_does_not_hold(folder: Path, real: Indexes) -> None:
    files = {f"{FOLDER}/{path}": content for path, content in contents(folder).items()}
    found = records(real, FACTS)
    pages: dict[str, list[str]] = {}
    for record in found:
        address, _, anchor = record.address.partition("#")
        anchors = (anchor, *(part.anchor for part in record.parts))
        pages.setdefault(address, []).extend(f'<p id="{a}">' for a in anchors if a)
    lists = ("actors/", "timeline/")  # whose entries are found; they are pages that are found, too
    html = {address: "".join(ids) for address, ids in pages.items() if address not in lists}
    other = {address: "".join(pages[address]) for address in lists}
    told = {p.message for p in prove_index(files, found, real.library, html, other)}
    assert told == {f"The search has not the words of {address}, or others." for address in lists}
    path = f"{FOLDER}/words/6a-75.json"
    text = files[path].decode()
    assert '"junta":' in text
    for damaged, lost in (
        ('{"names":[],"words":{}}', "judged"),
        (text.replace('"junta":', '"junto":'), "junta"),
    ):
        damage = {**files, path: damaged.encode()}
        told = {p.message for p in prove_index(damage, found, real.library, html, other)}
        assert any(f"not found by the index, such as “{lost}”" in message for message in told)


def test_a_search_index_of_several_scripts_holds(mixed: Indexes) -> None:
    assert [*check_index(index_of(mixed), records(mixed, FACTS), mixed.library)] == []


WORDS = (
    "U.S. know-how covid19 COVID-19 iPhone HTMLParser café-crème Éclair d’État don't 1,200.5 A/B "
    "№5 x_y “sham” (sic) … ¶ · © ☀️ generalisations dying skies evening proceed past’s fluently "
    "голосования ІЗБРАННЫЙ ပြည်သူ့ 中文 ภาษา ١٢ ½ ΟΔΟΣ İstanbul ßtraße ာ"
)


def test_the_words_are_cut_as_the_proof_says() -> None:
    """What is derived a second time, sign by sign, is what is indexed."""
    assert words_of(WORDS) == cut(WORDS)
    assert words_of("Café d’État, KING’S ёж Йод — U.S. know-how 1,200") == [
        "cafe", "detat", "kings", "еж", "йод", "u", "s", "know", "how", "1", "200",
    ]  # fmt: skip
    assert folded("မြန်မာ") == "မြန်မာ"


def test_postings_that_are_long_have_a_file_of_their_own_and_are_compared() -> None:
    many = " ".join(f"{n:x}th" for n in range(900))
    found = [Record("event", WORDS, "a/", (Section(WORDS),), (WORDS,), about=WORDS)]
    found += [Record("event", f"Many {n}", f"b/{n}/", (Section(many),)) for n in range(400)]
    files = index_files(found, {})
    assert [*words_found(files, found)] == []
    (long,) = (path for path in files if path == "words/6d-61.1.json")
    assert len(json.loads(files[long])) > INLINE
    for damage in (files[long][:-3] + b'"', b'"0.1"', b'"x y"', b"[]"):
        assert [*check_index({**files, long: damage}, found, real_library())]
    without = {path: content for path, content in files.items() if path != long}
    assert [*check_index(without, found, real_library())]


def real_library() -> Library:
    return read_project(site_project())


def test_a_posting_is_the_steps_of_the_records_the_impact_and_the_steps_of_the_places() -> None:
    found = [
        Record("event", "Nothing", "a/"),
        Record("event", "A vote", "b/", (Section("vote on vote"),)),
        Record("actor", "Vote", "c/"),
    ]
    assert postings(found)["vote"].split(" ") == ["1.v.1.2.2", "1.u.0"]
    numbers = [base36(number) for number in (0, 35, 36, 1295, 46_656)]
    assert numbers == ["0", "z", "10", "zz", "1000"]


# --- pages ----------------------------------------------------------------------------------


PAGE = (
    '<h1 id="p">A page<a class="headerlink" href="#p">#</a></h1><p>One &amp; two<br>three.</p>'
    '<!-- unseen --><h2 id="q">Part <em>two</em><a class="headerlink" href="#q">#</a></h2>'
    '<table><tr><td>Four</td><td>five</td></tr></table><h3 id="r">Six</h3>'
    "<pre>seven &lt;i&gt;</pre>"
)


def test_a_page_of_ours_is_found_by_its_paragraphs_without_its_examples() -> None:
    page = Page("method/", "A page", "", "method", Markup(PAGE))  # noqa: S704, our own page
    (record,) = page_records((page,), {})
    assert (record.title, record.address, record.kind) == ("A page", "method/", "page")
    parts = [(part.text, part.anchor) for part in record.parts]
    assert parts == [
        ("One & two", ""), ("three.", ""), ("Part two", "q"), ("Four five", "q"), ("Six", "r"),
    ]  # fmt: skip
    assert [*pages_found({"method/": PAGE}, {}, (record,))] == []


def test_of_a_page_that_is_not_checked_only_its_headings_are_found() -> None:
    (record,) = page_records((), {"a/": PAGE})
    assert (record.title, record.address, record.kind) == ("A page", "a/", "documentation")
    assert record.parts == (Section("Part two", "q"), Section("Six", "r"))
    words = "<p>“Putin stole the election,” Anna Matveeva told our reporter.</p>"
    odd = f"<h2>Before</h2>{words}<H1 id='x'>Our <i>team</i></H1><!-- <h2>no</h2> --><h3> </h3>"
    for html, title, parts in (
        (odd, "Our team", (Section("Before"),)),
        (f"{words}<h2 id=y>One &lt;b&gt;</h2><pre><h3>two</h3></pre>", "One <b>", ()),
        (words, "a/", ()),
    ):
        (other,) = page_records((), {"a/": html})
        assert (other.title, other.parts) == (title, parts)
        assert "Putin" not in said(other)
        assert [*pages_found({}, {"a/": html}, (other,))] == []
        more = replace(other, parts=(*other.parts, Section("“Putin stole the election,”")))
        assert [*pages_found({}, {"a/": html}, (more,))]


PAGE_DAMAGE: dict[str, Callable[[Record], tuple[Record, ...]]] = {
    "it is missing": lambda _: (),
    "it is there twice": lambda r: (r, r),
    "a word is another": lambda r: (replace(r, parts=(Section("Part too"), *r.parts[1:])),),
    "a sign is another": lambda r: (replace(r, parts=(Section("“Part” two", "q"), r.parts[1])),),
    "a place is another": lambda r: (replace(r, parts=(Section("Part two", "r"), r.parts[1])),),
    "a title has words of a part": lambda r: (
        replace(r, title="A page Part two", parts=r.parts[1:]),
    ),
    "somebody says it": lambda r: (replace(r, by="in their own words, Anna Matveeva"),),
    "it is found by more": lambda r: (replace(r, about="Anna Matveeva"),),
    "a word is missing": lambda r: (replace(r, parts=r.parts[1:]),),
    "words are exchanged": lambda r: (replace(r, parts=r.parts[::-1]),),
    "a title is another": lambda r: (replace(r, title="Part three"),),
    "it has a name": lambda r: (replace(r, names=("Myanmar",)),),
    "it is of another kind": lambda r: (replace(r, kind="page"),),
    "it has a facet": lambda r: (replace(r, facets={"kind": (r.kind,), "actor": ("russia",)}),),
    "it has a date": lambda r: (replace(r, date="2024-01-01"),),
    "its line says more": lambda r: (replace(r, by="invented"),),
    "it is of another page": lambda r: (replace(r, address="b/"),),
}


@pytest.mark.parametrize("damage", PAGE_DAMAGE)
def test_a_damaged_record_of_a_page_is_refused(damage: str) -> None:
    (record,) = page_records((), {"a/": PAGE})
    assert [*pages_found({}, {"a/": PAGE}, (record,))] == []
    assert [*pages_found({}, {"a/": PAGE}, PAGE_DAMAGE[damage](record))]


def test_the_lists_and_what_explains_the_site_are_found() -> None:
    edition = publish.render(verify(site_project()), FACTS)
    found = [*page_records(edition.pages, {})]
    names = {record.address: record.names for record in found if record.names}
    assert names == {"method/": ("Method",), "data/": ("Data",)}
    assert {"timeline/", "method/", "quotations/"} <= {record.address for record in found}
    html = {page.address: str(page.html) for page in edition.pages}
    assert [*pages_found(html, {}, found)] == []
    for lost in range(len(found)):
        assert [*pages_found(html, {}, (*found[:lost], *found[lost + 1 :]))]
    assert in_order([*edition.records, *found]) != edition.records


def test_an_index_that_does_not_hold_is_not_given_out() -> None:
    edition = publish.render(verify(site_project()), FACTS)
    others = {"a/": OtherPage(PAGE)}
    assert publish.search_index(edition, others).problems == ()
    made = publish.search_index(replace(edition, pages=()), others)  # no result leads anywhere
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
