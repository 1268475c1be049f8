"""Made is true: the real edition, damaged in one place at a time, and every damage is seen."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from markupsafe import Markup

from citebound.cli import main
from citebound.model import Library
from citebound.pages.page import Page
from citebound.proof.made import prove_made
from citebound.proof.made.dates import bounds, tells
from citebound.publish import render, verify
from citebound.search.record import Record, Section
from citebound.shown import passage
from citebound.shown.facts import SiteFacts

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Made:
    """All that is made of the real project."""

    library: Library
    pages: tuple[Page, ...]
    assets: dict[str, bytes]
    records: tuple[Record, ...]

    def wrong(self) -> list[str]:
        """What the proof says of it."""
        found = prove_made(self.library, self.pages, self.assets, self.records)
        assert all(problem.code == "made-wrong" for problem in found)
        return [f"{problem.place.path}: {problem.message}" for problem in found]

    def with_page(self, address: str, change: Callable[[str], str]) -> Made:
        """The same with one page changed."""
        pages = []
        for page in self.pages:
            html = str(page.html)
            if page.address == address:
                html = change(html)
                assert html != str(page.html), "the damage changed nothing"
            pages.append(replace(page, html=Markup(html)))  # noqa: S704, our own pages
        return replace(self, pages=tuple(pages))

    def with_asset(self, name: str, change: Callable[[bytes], bytes]) -> Made:
        """The same with one file changed."""
        changed = change(self.assets[name])
        assert changed != self.assets[name], "the damage changed nothing"
        return replace(self, assets={**self.assets, name: changed})


@pytest.fixture(scope="module")
def made() -> Made:
    verified = verify(ROOT)
    edition = render(verified, SiteFacts())
    assert edition.public is not None
    pinned = replace(edition.public.library, sources=verified.library.sources)
    return Made(pinned, edition.pages, dict(edition.assets), edition.records)


def once(old: str, new: str) -> Callable[[str], str]:
    """A change of the first place that a pattern matches."""
    return lambda html: re.sub(old, new, html, count=1, flags=re.DOTALL)


VISIT, LEGITIMACY, SOURCE = "briefings/moscow-visit/", "briefings/legitimacy/", "sources/know-how/"

PAGES = {
    "a letter of a quotation": (VISIT, once(r"(data-quote=[^>]*>[^<]*)voter", r"\1foter")),
    "a digit of a quotation": (
        "briefings/vote-without-a-date/",
        once(r"(data-quote=[^>]*>[^<]*)2025", r"\g<1>2055"),
    ),
    "a quotation of another passage": (VISIT, once(r'data-quote="know-how:\d+', 'data-quote="know-how:7')),
    "a passage of no source": (VISIT, once(r'data-quote="know-how', 'data-quote="no-how')),
    "a quotation that is not marked": (VISIT, lambda html: re.sub(' data-quote="[^"]*"', "", html)),
    "another speaker": (LEGITIMACY, once("reported, Anna Matveeva", "reported, Vladimir Putin")),
    "another voice": (LEGITIMACY, once("cb-voice-reported", "cb-voice-direct")),
    "another word for a voice": (LEGITIMACY, once(">reported, Anna", ">direct speech, Anna")),
    "another paragraph": (VISIT, once(r"para\. (\d)", r"para. 1\1")),
    "another place": (VISIT, once(r'(class="cb-in-place" href="[^"]*#q-)', r"\g<1>1")),
    "other words around a passage": (
        "quotations/",
        once(r'(<blockquote class="cb-passage"[^>]*><p>)([^<]+)<mark', r"\1Nobody said \2<mark"),
    ),
    "what a cut leaves out": (SOURCE, once(r'title="cut here: ', 'title="cut here: indeed ')),
    "what is copied": (VISIT, once(r'(class="cb-copy" data-copy="“)', r"\1Not ")),
    "who is named in what is copied": (
        LEGITIMACY, once(r'(data-copy="[^"]*)Anna Matveeva', r"\1Kim Jong Un"),
    ),
    "the speaker of a row": ("quotations/", once('data-speaker="anna-matveeva"', 'data-speaker="russia"')),
    "the voice of a row": ("quotations/", once('data-voice="reported"', 'data-voice="direct"')),
    "the count of a row": ("quotations/", once(r'data-value="(\d+)"', r'data-value="9\1"')),
    "the address of a passage": (SOURCE, once(r'class="cb-quotation" id="q-', 'class="cb-quotation" id="q-9')),
    "the date of an event": ("timeline/", once(">September 2023<", ">October 2023<")),
    "the year of an event": ("timeline/", once(r'datetime="2023', 'datetime="2024')),
    "the bounds of an event": ("timeline/", once(r'data-min="2023-09-01"', 'data-min="2023-08-01"')),
    "the status of an event": ("timeline/", once(r'data-status="intended"', 'data-status="held"')),
    "who was in an event": ("timeline/", once(r'data-actors="', 'data-actors="ukraine ')),
    "a count of passages": (VISIT, once(r"What it rests on \((\d)\)", r"What it rests on (1\1)")),
    "the title that is cited": (VISIT, once(r'data-copy="“A delegation', 'data-copy="“No delegation')),
    "a mark before a word too many": (VISIT, once(r'<span class="cb-quoted">“', '<span class="cb-quoted">“not ')),
    "marks beside their element": (VISIT, once(r'<span class="cb-quoted">“', '“<span class="cb-quoted">')),
    "the words of a passage between marks of their own": (
        VISIT, once(r"<p>", "<p>“promote a political system”. ")
    ),
    "another term": (VISIT, once(r"<p>", '<p><span class="cb-our-term">“a fraud”</span> ')),
    "invented words between marks": (VISIT, once(r"<p>", "<p>They said “we shall never vote again”. ")),
    "a lone mark": (VISIT, once(r"<p>", "<p>„ ")),
    "a quotation that is missing": (
        SOURCE, lambda html: html.replace('data-quote="know-how:0-145"', 'data-quote="know-how:0-144"'),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_damaged_page_is_seen(name: str, made: Made) -> None:
    address, change = PAGES[name]
    assert made.with_page(address, change).wrong()


def test_the_real_edition_holds(made: Made) -> None:
    assert made.wrong() == []


LIBRARY = "data/library.json"


def in_json(path: str, value: object) -> Callable[[bytes], bytes]:
    """A change of one field of the data: ``quotations/0/words/0``."""

    def change(content: bytes) -> bytes:
        data = json.loads(content)
        *outer, last = [int(step) if step.isdigit() else step for step in path.split("/")]
        inner = data
        for step in outer:
            inner = inner[step]
        inner[last] = value
        return json.dumps(data).encode()

    return change


DATA = {
    "words": in_json("quotations/0/words/0", "FALSIFIED"),
    "words as shown": in_json("quotations/3/as_shown", "FALSIFIED"),
    "spans": in_json("quotations/0/spans", [[0, 144]]),
    "identity": in_json("quotations/0/id", "know-how:0-9999"),
    "speaker": in_json("quotations/0/speaker", "vladimir-putin"),
    "voice": in_json("quotations/0/voice", "direct"),
    "paragraph": in_json("quotations/0/paragraph", 2),
    "address": in_json("quotations/0/address", "sources/know-how/#q-1-2"),
    "date": in_json("events/0/edtf", "2031"),
    "date in words": in_json("events/0/in_words", "2031"),
    "bound": in_json("events/0/min", "2012-01-01"),
    "phrase": in_json("events/0/phrase", "long ago"),
    "actors": in_json("events/0/actors", ["ukraine"]),
    "title of an event": in_json("events/0/title", "A coup"),
    "evidence of an event": in_json("events/0/rests_on", ["know-how:0-9999"]),
    "evidence of a judgement": in_json("briefings/0/judgements/0/rests_on", ["x:1-2"]),
    "evidence of a fact": in_json("actors/0/facts/0/rests_on", ["x:1-2"]),
    "hash": in_json("sources/0/sha256", "0" * 64),
    "publisher": in_json("sources/0/publisher", "The Times"),
    "no source": in_json("sources/0/id", "nothing"),
}


@pytest.mark.parametrize("name", DATA)
def test_damaged_data_are_seen(name: str, made: Made) -> None:
    assert made.with_asset(LIBRARY, DATA[name]).wrong()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("data/quotations.json", b"Russia faces", b"Russia loves"),
        ("data/quotations.csv", b"Russia faces", b"Russia loves"),
        ("data/quotations.csv", b'"reported"', b'"direct"'),
        ("data/events.json", b"2023-09", b"2023-08"),
        ("data/events.csv", b"2023-09", b"2023-08"),
    ],
)
def test_a_damaged_table_is_seen(name: str, old: bytes, new: bytes, made: Made) -> None:
    assert made.with_asset(name, lambda content: content.replace(old, new, 1)).wrong()


def test_a_table_without_rows_is_seen(made: Made) -> None:
    whole = made.with_asset("data/quotations.csv", lambda content: content.split(b"\n")[0])
    assert any("0 rows" in message for message in whole.wrong())


def damaged(records: tuple[Record, ...], kind: str, **changes: object) -> tuple[Record, ...]:
    """The records with the last of a kind changed."""
    index = max(number for number, record in enumerate(records) if record.kind == kind)
    changed = replace(records[index], **changes)  # type: ignore[arg-type]
    return (*records[:index], changed, *records[index + 1 :])


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("quotation", {"parts": (Section("We never promised a bridge"),)}),
        ("quotation", {"identity": "know-how:0-9999"}),
        ("quotation", {"address": "sources/know-how/#q-1-2"}),
        ("quotation", {"by": "in their own words, Vladimir Putin"}),
        ("quotation", {"facets": {}}),
        ("passage", {"parts": (Section("We never promised a bridge"),)}),
        ("passage", {"by": "para. 99"}),
        ("event", {"by": "2031"}),
        ("event", {"title": "A coup"}),
    ],
)
def test_a_damaged_record_of_the_search_is_seen(
    kind: str, changes: dict[str, object], made: Made
) -> None:
    assert replace(made, records=damaged(made.records, kind, **changes)).wrong()


def test_a_speaker_whom_the_search_adds_is_seen(made: Made) -> None:
    own = next(r for r in made.records if r.kind == "quotation" and r.facets["voice"] == ("own",))
    spoken = replace(own, facets={**own.facets, "speaker": ("russia",)})
    assert replace(made, records=(*made.records, spoken)).wrong()


def test_a_check_that_looked_at_nothing_fails(made: Made) -> None:
    assert any("no record of the search" in told for told in replace(made, records=()).wrong())
    bare = [replace(page, html=Markup("")) for page in made.pages]
    assert any("no quotation to compare" in m for m in replace(made, pages=tuple(bare)).wrong())


def test_a_writer_that_lies_publishes_nothing(
    project_copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    true = passage.voice_shown

    def lying(*arguments: object) -> passage.VoiceShown:
        told = true(*arguments)  # type: ignore[arg-type]
        return replace(told, label="direct speech") if told.kind == "reported" else told

    monkeypatch.setattr(passage, "voice_shown", lying)
    assert main(["build", str(project_copy)]) == 1
    assert "What was made does not hold" in capsys.readouterr().err
    assert not (project_copy / "site").exists()


@pytest.mark.parametrize(
    ("words", "edtf", "holds"),
    [
        ("September 2023", "2023-09", True),
        ("15 September 2023", "2023-09-15", True),
        ("October 2023", "2023-09", False),
        ("2025 or later", "[2025..]", True),
        ("2023", "2023-09", False),
        ("September 2023", "2023", False),
        ("autumn 2023", "2023-23", True),
        ("the 2010s", "201X", True),
    ],
)
def test_words_tell_a_date_whole(words: str, edtf: str, *, holds: bool) -> None:
    assert tells(words, edtf) is holds


def test_bounds_are_known_where_a_value_says_them() -> None:
    assert bounds("2024-02") == ("2024-02-01", "2024-02-29")
    assert bounds("2013/2023-06-01") == ("2013-01-01", "2023-06-01")
    assert bounds("[2025..]") == ("2025-01-01", None)
    assert bounds("[..2023-09-15]") == (None, "2023-09-15")
    assert bounds("2023?") == (None, None)
