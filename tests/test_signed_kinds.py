"""Every kind of what readers see of a briefing is signed, or there is a reason why not."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import get_args

import pytest

from citebound.checks.review import changes, fingerprint, statements
from citebound.checks.reviewing import asked_of
from citebound.checks.signed import OF_SOURCES, SignedKind
from citebound.commands.review_sheet import sheet
from citebound.commands.review_words import HELD, MEANT, NAMED, WHOLE
from citebound.model import (
    Briefing,
    Correction,
    Event,
    EventActor,
    EventDate,
    Grade,
    Judgement,
    Library,
    Source,
)
from citebound.model.tree import Block, Inline
from citebound.passages.answers import Bound
from citebound.passages.binding import bind
from citebound.proof.made.review_again import unsigned_statements
from citebound.reading.project import read_project
from citebound.writing import edits
from project import site_project

VISIT = "briefings/2026-11-moscow-visit.md"
SEED = "seeds/know-how/source.yml"
MORE = """\
The talks covered topics:[^visit]

- one is “voter education”[^visit]

1. another is “effective media utilization”[^visit]

| What | When |
| --- | --- |
| [The delegation](actor:myanmar-delegation) visits **Moscow**[^visit] | September |

The year is 2023{.ours}.[^visit]
The “soft launch”{.term} came `then`.[^visit]\\
It says “voter education” [@know-how].

> The purpose of their visit was to sign a memorandum of understanding
> for cooperation between the two countries’ election commissions.
>
> — [@know-how]

---

<b>raw</b>

[^said]: We read so: “voter education” [@know-how]

## Why Russia
"""
FIELDS = """\
corrections:
  - {date: 2026-11-25, was: A visit to Minsk., is: A visit to Moscow., why: It was a slip.}
"""

NODES: dict[str, tuple[str, str] | str] = {
    "Paragraph": ("among other topics", "among many topics"),
    "Heading": ("## An invitation to observe", "## An invitation to vote"),
    "Listing": ("1. another", "2. another"),
    "Item": ("- one is", "- two is"),
    "Table": ("| What | When |", "| Who | When |"),
    "BlockQuotation": ("> The purpose of their visit was to", "> their visit was to"),
    "Callout": ("> [!NOTE]\n> Further on", "> [!TIP]\n> Further on"),
    "Rule": "it says nothing",
    "Refused": "it has a finding, and nothing of it is printed",
    "Words": ("came `then`", "went `then`"),
    "Break": "where a line ends is no word, and the words on both sides are signed",
    "Quoted": ("It says “voter education”", "It says “media utilization”"),
    "Cited": ("education” [@know-how].", "education” [@know-how, para. 5]."),
    "Noted": ("2023{.ours}.[^visit]", "2023{.ours}.[^weeks]"),
    "Marked": ("2023{.ours}", "2023"),
    "Emphasis": ("**Moscow**", "*Moscow*"),
    "Linked": ("(actor:myanmar-delegation)", "(actor:myanmar)"),
    "Struck": ("`then`", "`now`"),
}  # fmt: skip
"""For each node of the tree, a damage of it, or why it is not signed."""

PLACE = "it is a place in the file"
ADDRESS = "it is an address"
COVERED = "its statements are signed by the fields of what it holds"
PINNED = "it is the pinned text, or decides how that is read"
OF_THE_SOURCE = "it is a fact of the source, which the source itself has"
BECAUSE = "because: it is told in one breath"
BODY = "it is what the nodes of the tree are for"

FIELDS_OF: dict[type, dict[str, tuple[str, str] | str]] = {
    Briefing: {
        "id": ADDRESS,
        "path": ADDRESS,
        "title": ("title: Myanmar turns to", "title: Myanmar turned to"),
        "date": ("date: 2026-11-30\n", "date: 2026-11-29\n"),
        "summary": ("does not say that it was signed.\n", "does not say who signed it.\n"),
        "sources": "they are those that are cited, and citations are signed",
        "document": BODY,
        "summary_rests_on": ("rests_on: [visit, purpose]", "rests_on: [visit]"),
        "judgements": COVERED,
        "events": COVERED,
        "gaps": ("- Which country’s state media", "- Which kind of state media"),
        "terms": "the text has each term, and what it marks as one is signed",
        "signed": "pages do not print it, and the change that it signs for is signed as a passage",
        "corrections": COVERED,
        "formerly": ADDRESS,
        "gone": "a page that was taken down says nothing that was reviewed",
        "draft": "readers see no draft",
        "lead": "only where it stands among the briefings of its day",
        "review": "it is the signature",
    },
    Judgement: {
        "id": ADDRESS,
        "text": ("and not only for a signature", "and only for a signature"),
        "likelihood": ("likelihood: likely", "likelihood: very likely"),
        "confidence": ("confidence: low", "confidence: moderate"),
        "rests_on": ("rests_on: [guidance, methods]", "rests_on: [guidance]"),
        "place": PLACE,
        "because": ("because: They say so.", "because: They hint at it."),
        "assumes": ("assumes: Nobody lies.", "assumes: All lie."),
        "otherwise": ("otherwise: It was a show.", "otherwise: It was a feint."),
        "watch": ("watch: A second visit.", "watch: A third visit."),
    },
    Event: {
        "id": ADDRESS,
        "title": ("title: Signing of", "title: Wording of"),
        "date": COVERED,
        "status": ("status: happened", "status: ongoing"),
        "parties": COVERED,
        "evidence": ("evidence: [purpose, visit, weeks]", "evidence: [purpose, visit]"),
        "ref": ("- id: memorandum\n", "- ref: memorandum\n"),
        "place": PLACE,
        "search_names": "no page prints them: what the search finds the event by",
    },
    EventDate: {
        "edtf": ("{edtf: 2023-09, phrase", "{edtf: 2023-10, phrase"),
        "phrase": ("phrase: next year", "phrase: this year"),
        "counted_from": ("year, counted_from: published", "year, counted_from: 2023-09-01"),
        "unresolved": "the phrase, which is signed, decides it",
    },
    EventActor: {
        "actor": ("{id: u-thein-soe,", "{id: ukraine,"),
        "role": ("role: was invited}", "role: invited}"),
        "reading": ("reading: where the delegation", "reading: whence the delegation"),
    },
    Correction: {
        "date": ("{date: 2026-11-25", "{date: 2026-11-26"),
        "was": ("was: A visit to Minsk", "was: A trip to Minsk"),
        "now": ("is: A visit to Moscow", "is: A trip to Moscow"),
        "why": ("why: It was a slip", "why: It was an error"),
        "judgement": ADDRESS,
    },
    Grade: {
        "mark": ("mark: F", "mark: E"),
        "because": ("Nothing we hold tells", "Nothing here tells"),
    },
    Source: {
        "id": ADDRESS,
        "text": PINNED,
        "title": OF_THE_SOURCE,
        "short": OF_THE_SOURCE,
        "publisher": OF_THE_SOURCE,
        "author": OF_THE_SOURCE,
        "url": OF_THE_SOURCE,
        "published": OF_THE_SOURCE,
        "known_from": "it says where a title or a day is known from, which is no claim of ours",
        "language": OF_THE_SOURCE,
        "rights": "they decide what is shown, and say nothing",
        "max_share": "it decides what is shown, and says nothing",
        "descriptor": ("An article on a weblog", "A report on a weblog"),
        "grade": COVERED,
        "circular": ("It may retell reporting", "It will retell reporting"),
        "obtain": ("own words, which the post only reports", "own words, which nobody reports"),
        "paragraph_rule": PINNED,
        "sha256": PINNED,
        "extracted": "it says what file the text was taken out of, which is no claim of ours",
        "replaces": ADDRESS,
        "not_ends": PINNED,
        "accepts": PINNED,
        "paragraphs": PINNED,
        "sentences": PINNED,
        "voices": (BECAUSE, "because: it is nobody else’s"),
        "set_aside": "it says what nothing uses, and rules of our own sentences look at the reason",
        "coverage": "it says what of the source is accounted for, and readers are told so",
        "draft": "nothing that is published rests on a draft",
        "path": PLACE,
    },
}
"""For each field of what a briefing holds, a damage of it, or why it is not signed."""

JUDGED = """\
    rests_on: [visit, purpose, methods]
  - id: drawing-on-russia
    text: Those preparing the vote in Myanmar were likely to draw on Russian practice.
    likelihood: likely
    rests_on: [guidance, methods]
    because: They say so.
    assumes: Nobody lies.
    otherwise: It was a show.
    watch: A second visit.
"""

DAMAGES = {
    **{name: damage for name, damage in NODES.items() if not isinstance(damage, str)},
    **{
        f"{owner.__name__}.{name}": damage
        for owner, table in FIELDS_OF.items()
        for name, damage in table.items()
        if not isinstance(damage, str)
    },
    "a note": ("We read so:", "We doubt it:"),
    "what stands under a block quotation": ("> — [@know-how]", "> — [@know-how, para. 1]"),
    "a cell": ("| September |", "| October |"),
}


def read(root: Path) -> tuple[Briefing, Bound, Library]:
    library = read_project(root)
    briefing = next(one for one in library.briefings if one.path == VISIT)
    return briefing, bind(library)[VISIT], library


@pytest.fixture
def full(project_copy: Path) -> Path:
    """The real project, with a briefing that has every kind of what may be there, signed."""
    path = project_copy / VISIT
    text = path.read_text("utf-8")
    for old, new in (
        ("## Why Russia\n", MORE),
        ("corrections:\n", FIELDS),
        ("    rests_on: [visit, purpose, methods]\n", JUDGED),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    seed = project_copy / SEED
    told, voiced = seed.read_text("utf-8"), '    to: "control and scrutiny."\n'
    assert told.count(voiced) == 1
    seed.write_text(told.replace(voiced, f"{voiced}    {BECAUSE}\n"), "utf-8")
    briefing, bound, library = read(project_copy)
    mark = fingerprint(briefing, bound, library.sources)
    path.write_text(edits.with_review(text, "A. Reviewer", "2026-12-01", mark), "utf-8")
    return project_copy


def test_every_node_and_every_field_is_signed_or_has_a_reason() -> None:
    assert set(NODES) == {node.__name__ for kinds in (Block, Inline) for node in get_args(kinds)}
    for owner, table in FIELDS_OF.items():
        assert [field.name for field in dataclasses.fields(owner)] == [*table], owner


@pytest.mark.parametrize("name", DAMAGES)
def test_what_readers_see_is_changed_since_its_review(name: str, full: Path) -> None:
    old, new = DAMAGES[name]
    briefing, bound, library = read(full)
    assert changes(briefing, bound, library.sources) == ()
    path = full / (SEED if old in (full / SEED).read_text("utf-8") else VISIT)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    briefing, bound, library = read(full)
    found = changes(briefing, bound, library.sources)
    assert found
    assert unsigned_statements(briefing, bound, library.sources) == len(found)


def test_every_kind_of_statement_is_on_the_sheet_by_its_name(full: Path) -> None:
    briefing, bound, library = read(full)
    kinds = {signed.kind for signed in statements(briefing, bound, library.sources)}
    assert kinds == {*SignedKind} - {SignedKind.ADDED}
    assert set(NAMED) == {*SignedKind}
    assert {*HELD, *MEANT, *WHOLE} <= {*SignedKind}
    told = sheet(VISIT, tuple(asked_of(briefing, bound, library)))
    for kind in kinds:
        where = f"{SEED}, " if kind in OF_SOURCES else ""
        assert f"## {NAMED[kind]}, {where}line " in told
    for garbled in ("](", "[^", "; )", "( ", "{.", "[@"):
        assert garbled not in told


def test_a_statement_shows_what_gives_it_its_meaning(full: Path) -> None:
    briefing, bound, library = read(full)
    told = sheet(VISIT, tuple(asked_of(briefing, bound, library)))
    assert "> The delegation visits Moscow\n" in told
    assert "> · link: “The delegation” leads to actor:myanmar-delegation\n" in told
    assert "> · head: When\n> · row: The delegation visits Moscow | September\n" in told
    assert "> · before it: The talks covered topics:\n" in told
    assert "> · status: happened\n" in told
    assert "> · date: 2023-09, “in September” in the source, counted from published\n" in told
    ours = [part for part in told.split("\n## ") if part.startswith("our analysis")]
    free = [part for part in ours if "* our own analysis: no passage is asked of it\n" in part]
    cited = [part for part in ours if part not in free]
    assert free
    assert all("passages of this page" not in part for part in free)
    assert cited
    assert all("the source’s words" in part for part in cited)
    assert all("“supported” means" not in part for part in cited)
    gap = told[told.index("## gap") :].partition("\n## ")[0]
    assert "* all 10 passages of this page: P1–P10\n" in gap
    assert "“supported” means: none of them answers it" in gap


def test_no_two_statements_of_a_real_briefing_share_a_digest() -> None:
    library = read_project(site_project())
    bindings = bind(library)
    for briefing in library.briefings:
        bound = bindings[briefing.path]
        digests = [signed.digest for signed in statements(briefing, bound, library.sources)]
        assert len(digests) == len(set(digests))
