"""Made is true: the real edition, damaged in one place at a time, and every damage is seen."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from bench.made_damages import read_once
from citebound.checks.review import changes, fingerprint
from citebound.cli import main
from citebound.dates import RELATIVE, DateError, in_words, meaning, parse
from citebound.dates.english import _member
from citebound.dates.relative import SLOTS
from citebound.pages.page import Page, link
from citebound.pages.prose import Prose, slug
from citebound.passages.quoted_fields import (
    _actor,
    _briefing,
    _event,
    _judgement,
    _source,
    _worded,
)
from citebound.problems import Problem
from citebound.proof.addresses import inside
from citebound.proof.made import prove_made, prove_public
from citebound.proof.made.date_rules import rule_told, rules_told
from citebound.proof.made.dates import bounds, tells
from citebound.proof.made.day_words import day_words
from citebound.proof.made.everything import findings
from citebound.proof.made.files import DATA as FILES_OF_DATA
from citebound.proof.made.telling import line_for, tag
from citebound.proof.made.whole import relative
from citebound.proof.made.whole_pages import WholePages
from citebound.public import Published, decide
from citebound.public.access import access_of, redacted
from citebound.public.deciding import _bound, _is_draft, _moved, _printed, _taken_down
from citebound.public.needing import only_for_drafts
from citebound.publish import Verified, render, search_index, verify, with_pinned
from citebound.search.bundle import _few, index_files, shown
from citebound.search.postings import named, postings, word_files
from citebound.search.record import Record, Section
from citebound.search.records import labels
from citebound.search.segment import spaced
from citebound.search.site_pages import _told, _whole
from citebound.search.when import month_rows
from citebound.search.words import folded, impact, standings
from citebound.shown import passage
from citebound.shown.facts import SiteFacts
from lying import Lie, lie
from project import copied, site_project

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Made:
    """All that is made of the real project."""

    public: Published
    pages: tuple[Page, ...]
    assets: dict[str, bytes]
    records: tuple[Record, ...]

    def wrong(self) -> list[str]:
        """What the proof says of it."""
        with read_once():
            found = prove_made(self.public, SiteFacts(), self.pages, self.assets, self.records)
        assert all(problem.code == "made-wrong" for problem in found)
        return [f"{problem.place.path}: {problem.message}" for problem in found]

    def first_wrong(self, address: str) -> Problem | None:
        """What the proof says first, if it begins with one page."""
        pages = tuple(sorted(self.pages, key=lambda page: page.address != address))
        return next(findings(self.public, SiteFacts(), pages, self.assets, self.records), None)

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
    return made_of(site_project())


def made_of(root: Path) -> Made:
    """All that is made of a project."""
    verified = verify(root)
    assert verified.holds, verified.problems
    edition = render(verified, SiteFacts())
    assert edition.public is not None
    pinned = with_pinned(edition.public, verified.library)
    return Made(pinned, edition.pages, dict(edition.assets), edition.records)


Damage = tuple[str, Callable[[str], str]]
"""The address of a page, and how its HTML is changed."""


def damage_is_seen(made: Made, damage: Damage) -> Problem:
    """The first finding about a page that is damaged; there is one."""
    address, change = damage
    found = made.with_page(address, change).first_wrong(address)
    assert found is not None
    assert found.code == "made-wrong"
    return found


def once(old: str, new: str | Callable[[re.Match[str]], str]) -> Callable[[str], str]:
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
        once('(<span class="cb-around">)', r"\1Nobody said "),
    ),
    "what a cut leaves out": (SOURCE, once(r'title="cut here: ', 'title="cut here: indeed ')),
    "what is copied": (VISIT, once(r'(class="cb-copy" data-copy="“)', r"\1Not ")),
    "who is named in what is copied": (
        LEGITIMACY, once(r'(data-copy="[^"]*)Anna Matveeva', r"\1Kim Jong Un"),
    ),
    "the speaker of a row": ("quotations/", once('data-speakers="anna-matveeva"', 'data-speakers="russia"')),
    "the voice of a row": ("quotations/", once('data-voices="own reported"', 'data-voices="own"')),
    "the count of a row": ("quotations/", once(r'data-value="(\d+)"', r'data-value="9\1"')),
    "the address of a passage": (SOURCE, once(r'class="cb-place" id="q-', 'class="cb-place" id="q-9')),
    "the date of an event": ("timeline/", once(">September 2023<", ">October 2023<")),
    "the year of an event": ("timeline/", once(r'datetime="2023', 'datetime="2024')),
    "the bounds of an event": ("timeline/", once(r'data-min="2023-09-01"', 'data-min="2023-08-01"')),
    "until when an event lasted at least": ("timeline/", once('data-lasted="2023-09-15"', 'data-lasted="2023-09-16"')),
    "when an open event had begun": ("timeline/", once('data-begun="9999-12-31"', 'data-begun="2035-12-31"')),
    "since when an undated event is known": ("timeline/", once('data-lasted="0001-01-01"', 'data-lasted="2023-09-15"')),
    "when a span of time had begun": ("timeline/", once('(id="monitoring".*?data-begun=")2013', r"\g<1>2023")),
    "what may have been then, shown unasked": ("timeline/", once('name="may" value="1"', 'name="may" value="1" checked')),
    "what is said of what may have been then": ("timeline/", once("Also show what may have been then", "Also show what was then")),
    "the status of an event": ("timeline/", once(r'data-status="intended"', 'data-status="held"')),
    "who was in an event": ("timeline/", once(r'data-actors="', 'data-actors="ukraine ')),
    "the title that is cited": (VISIT, once(r'data-copy="“Myanmar turns', 'data-copy="“No delegation')),
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


ELSEWHERE = {
    "a title on a card": ("briefings/", once(">A delegation", ">No delegation")),
    "a summary on a card": ("briefings/", once("</p><p>", "</p><p>Perhaps ")),
    "a summary that is missing on a card": ("briefings/", once("</p><p>.*?</p>", "</p>")),
    "a card in another's place": ("briefings/", lambda html: re.sub(r"(<li>.*?</li>)\n(<li>.*?</li>)", r"\2\n\1", html, count=1, flags=re.DOTALL)),
    "a card that is missing": ("sources/", once(r"<li>.*</li>", "")),
    "a number on a card": ("actors/", once(r"(\d event)", r"1\1")),
    "a figure": ("", once(r'(<a href="quotations/">)(\d)', r"\g<1>1\2")),
    "the role of an actor in a briefing": (VISIT, once(r"\(was invited\)", "(invited)")),
    "the role on an actor's page": ("actors/u-thein-soe/", once("Role: was invited", "Role: took part")),
    "an actor of an event that is missing": (
        VISIT, once(r', <span class="cb-party">.*?</span>', ""),
    ),
    "a heading over an event": (
        "actors/u-thein-soe/",
        lambda html: html.replace("named-in", "took-part-in").replace("Named in<", "Took part in<"),
    ),
    "a heading over those of the same events": (
        "actors/u-thein-soe/",
        lambda html: html.replace("named-with", "with-whom").replace(
            "Named in the same events", "With whom"
        ).replace("Actors named in the same", "Who took part in the same"),
    ),
    "a judgement": (VISIT, once('class="cb-judgement">', 'class="cb-judgement">Not ')),
    "a word of confidence": (VISIT, once('class="cb-confidence">', 'class="cb-confidence">very ')),
    "what a word stands for": (VISIT, once("which stands for ", "which stands for no ")),
    "a sentence of prose": (VISIT, once('id="s-3">', 'id="s-3">Nobody said so. ')),
    "a letter of prose": ("actors/sco/", once("Cooperation", "Cooleration")),
    "emphasis or a space of prose": (VISIT, once(r"(id=\"s-2\">\w+) ", r"\1")),
    "an address of a sentence": (VISIT, once('id="s-3"', 'id="s-33"')),
    "a mark that leads elsewhere": ("actors/russia/", once(r'href="#e-2"([^>]*)"Evidence 2" data-evidence="e-2"><sup>2', r'href="#e-3"\1"Evidence 3" data-evidence="e-3"><sup>3')),
    "an analysis that is none": (VISIT, once(' aria-label="Our analysis"', "")),
    "a heading": (VISIT, once(">Judgement<", ">Judgment<")),
    "a gap": (VISIT, once(r'(<ul class="cb-gaps">\s*<li>)', r"\1Not ")),
    "a fact": ("actors/russia/", once('id="fact-1"><p>', 'id="fact-1"><p>Once ')),
    "an alias": ("actors/russia/", once("<dt>Found by</dt><dd>", "<dt>Found by</dt><dd>Ruritania, ")),
    "a link to another actor": (VISIT, once('href="../../actors/russia/">Russia', 'href="../../actors/myanmar/">Russia')),
    "a link that leads nowhere": (VISIT, once('href="../../actors/russia/"', 'href="../../actors/nobody/"')),
    "a use that is none": (SOURCE, once("Sentence in", "Judgement in")),
    "a use that is missing": (SOURCE, once(r"<li><span class=\"cb-use-kind\">.*?</li>", "")),
    "an event twice": ("timeline/", once(r'(<li class="cb-event" id.*?</li>)', r"\1\1")),
    "an event that is missing": ("timeline/", once(r'<li class="cb-event" id.*?\n</li>', "")),
    "a status in words": ("timeline/", once(">intended<", ">held<")),
    "what is only possible, drawn as known": ("timeline/", once('class="cb-possible"', 'class="cb-known"')),
    "an option of a filter": ("timeline/", once('<option value="held">held', '<option value="held">planned')),
    "a count of coverage": (SOURCE, once(r"(\d+) of (\d+) sentences are", r"1\1 of \2 sentences are")),
    "a word of a template": (SOURCE, once("a text with any other hash is refused", "a text with any other hash is used")),
    "a class": (VISIT, once('class="cb-bottom-line"', 'class="cb-hidden"')),
    "an attribute": (VISIT, once("<h2 ", '<h2 onclick="x()" ')),
    "a script": (VISIT, once("<h2 ", "<script>x()</script><h2 ")),
    "an attribute within another": (VISIT, once('class="cb-bottom-line" id="bottom-line"', 'class="cb-bottom-line&quot; id=&quot;bottom-line"')),
    "an attribute within another of the method": ("method/", once('"#top" title="Address', '"#top&quot; title=&quot;Address')),
    "an attribute of what holds the page": (VISIT, lambda html: f'<body onclick="x()">{html}'),
    "a section that is missing": (VISIT, once(r'<h2 id="gaps".*?</ul>', "")),
    "a letter of a source's text": (SOURCE, once('(class="cb-place" id="[^"]*">.)', r"\1x")),
    "a sentence of a source's text": (SOURCE, once('<span class="cb-withheld" lang="en">.a sentence that is not shown: a heading.</span>', "")),
    "why a sentence is not shown": (SOURCE, once("that is not shown: a heading", "that is not shown: a secret")),
    "a link of a source's text": (SOURCE, once('(class="cb-mark" href="#on-)1"', r'\g<1>2"')),
    "the card of a sentence of a source's text": (SOURCE, once('data-evidence="on-1"', 'data-evidence="on-2"')),
    "a sentence of a source's text that leads nowhere": (SOURCE, once('<a class="cb-mark" href="#on-1".*?</a>', "")),
    "the address of a sentence of a source's text": (SOURCE, once('id="s-2"', 'id="s-4"')),
    "a letter of a source's text outside its passage": (SOURCE, once('(<span class="cb-place" id="[^"]*">)(.)', r"\2\1")),
    "a passage in a source's text that ends too late": (SOURCE, once('(id="q-1957-2039">[^<]*)</span>, ', r"\1, </span>")),
    "a passage without its words in a source's text": (SOURCE, once('(<span class="cb-place" id="q-1957-2039">)([^<]*)(</span>)', r"\1\3\2")),
    "a voice of a source's text": (SOURCE, once('cb-in cb-in-reported" title="', 'cb-in cb-in-direct" title="')),
    "a speaker of a source's text": (SOURCE, once('title="reported, Anna Matveeva"', 'title="reported, Vladimir Putin"')),
    "a voice that a source's text does not mark": (SOURCE, once('<span class="cb-in cb-in-reported" title="[^"]*">([^<]*)</span>', r"\1")),
    "a word that a source's text has as a speaker's": (SOURCE, once('(<span class="cb-in cb-in-reported" title="[^"]*">)([^<]*)(</span>)', r"\2\1\3")),
    "whose words a link of a source's text names": (SOURCE, once("sentence 15: reported, Anna Matveeva", "sentence 15: direct speech, Anna Matveeva")),
    "what is underlined in a source's text": (SOURCE, once('; <span class="cb-in cb-in-unclear">.*?</span>', "")),
    "what is not underlined in a source's text": (SOURCE, once("the rest is the source’s own", "the rest is nobody’s")),
    "a sentence that others rest on": (SOURCE, once('<li id="on-3">.*?(?=<li id="on-5">)', "")),
    "the number of a sentence that others rest on": (SOURCE, once("Sentence 3, para. 1", "Sentence 2, para. 1")),
    "a quotation of a sentence": (SOURCE, once('<div class="cb-quotation">.*?</div>', "")),
    "a quotation of a sentence, twice": (SOURCE, once('(<div class="cb-quotation">.*?</div>)', r"\1\1")),
    "a use of a sentence, twice": (SOURCE, once('(<li><span class="cb-use-kind">.*?</li>)', r"\1\1")),
    "the way back to a sentence": (SOURCE, once('class="cb-back" href="#s-1"', 'class="cb-back" href="#s-2"')),
    "a grade": (SOURCE, once("F: reliability cannot be judged[.]<", "A: completely reliable.<")),
    "a grade at the head": (SOURCE, once("Grade F: reliability cannot be judged<", "Grade B: usually reliable<")),
    "the reason of a grade": (SOURCE, once("Nothing we hold tells who", "All we hold tells who")),
    "the scale of a grade": (SOURCE, once("Grades run from A, completely", "Grades run from A, hardly")),
    "the risk of circular reporting": (SOURCE, once("It may retell reporting", "It does not retell reporting")),
    "what is to be obtained": (SOURCE, once("<li>Anna Matveeva’s own words[^<]*</li>", "")),
    "the grade in a briefing": (VISIT, once('(cb-worth-line"[^>]*>)Grade F', r"\1Grade A")),
    "the way from a briefing to what a source is worth": (VISIT, once('(cb-worth-line" href="[^"]*#)about', r"\1text")),
    "what the card of a source says of its rights": ("sources/", once("shown in part", "shown whole")),
    "a word that is copied": (VISIT, once('(data-copy="“[^”]*”) ', r"\1 it is said ")),
    "whose words are copied": (VISIT, once(r'(data-copy="“[^”]*” [(][^)]*[)])', r"\1 perhaps")),
    "a word of the method": ("method/", once("It does not mean", "It does mean")),
}  # fmt: skip
"""What the templates and the editors say besides quotations."""


def exchanged(one: str, other: str) -> Callable[[str], str]:
    """A change of two places, each to what the other has: a pattern has one group."""

    def change(html: str) -> str:
        first = re.search(one, html, re.DOTALL)
        second = re.compile(other, re.DOTALL).search(html, first.end()) if first else None
        assert first is not None
        assert second is not None
        (a, b), (c, d) = first.span(1), second.span(1)
        return html[:a] + html[c:d] + html[b:c] + html[a:b] + html[d:]

    return change


ITEM, ACTOR = r"(<li>[^<]*</li>)", "actors/russia/"
DERIVED = {
    "a row of the table of relations": (ACTOR, once('<tr><th scope="row">.*?</tr>', "")),
    "an actor of the list of actors": (VISIT, once('(<ul class="cb-actors cb-plain">\\s*)<li>.*?</li>', r"\1")),
    "the number of a note": (VISIT, once('(class="cb-number"[^>]*>)1<', r"\g<1>6<")),
    "a link back to the text": (VISIT, once('<a class="cb-number" href="#m-1-1"[^>]*>[^<]*</a>', "")),
    "where a note leads back to": (VISIT, once('href="#m-2-1"', 'href="#m-1-1"')),
    "a note": (VISIT, once('<div class="cb-note" id="e-2".*?</div>', "")),
    "the notes of a block": (VISIT, once('<div class="cb-beside">.*?</div>\\s*</div>', "")),
    "notes of another block": (VISIT, exchanged('(<div class="cb-beside">.*?</div>\\s*</div>)', '(<div class="cb-beside">.*?</div>\\s*</div>)')),
    "notes before their block": (VISIT, once('(<p class="cb-bottom-line".*?</p>)\\s*(<div class="cb-beside">.*?</div>\\s*</div>)', r"\2\1")),
    "the name of a note": (VISIT, once('aria-label="Evidence 2">', 'aria-label="Evidence 1">')),
    "the context before a passage": ("quotations/", once('<span class="cb-around">[^<]*</span>(<mark)', r"\1")),
    "the context after a passage": (VISIT, once('(</mark>)<span class="cb-around">[^<]*</span>', r"\1")),
    "what is told as the context": (VISIT, once('(</mark>)<span class="cb-around">([^<]*)</span>', r"\1\2")),
    "the mark of a term": (VISIT, once('class="cb-words"', 'class="cb-words cb-term"')),
    "a speaker of the table of voices": (SOURCE, exchanged('<tr><td>[0-9]+</td><td>(<span class="cb-voice cb-voice-reported">[^<]*</span>)', '<td>(<span class="cb-voice cb-voice-unclear">[^<]*</span>)')),
    "a cue of the table of voices": (SOURCE, once('<td lang="en">[^<]*</td></tr>', "<td>–</td></tr>")),
    "that all rests on one source": (VISIT, once("<p>Everything on this page.*?</p>", "")),
    "the address of a judgement that was withdrawn": (VISIT, once('<li id="judgement-drawing-on-russia">', "<li>")),
    "whether it is one source": (VISIT, once("About the source", "Sources")),
    "where the line at a glance leads": (VISIT, once('href="#sources">One', 'href="#gaps">One')),
    "what is only inferred": (VISIT, once(' <span class="cb-inferred">.*?</span>', "")),
    "a list of cuts": (SOURCE, once('<details class="cb-dropped">.*?</details>', "")),
    "a list of insertions": (SOURCE, once('<ul class="cb-insertions.*?</ul>', "")),
    "what a cut stands for": (SOURCE, once('title="cut here: [^"]*"', 'title="cut here: the king"')),
    "whose words are within others": (SOURCE, once('<p class="cb-contains.*?</p>', "")),
    "a link of the evidence to the original": (VISIT, once('<a class="cb-original"[^>]*>[^<]*</a> ', "")),
    "how much a link to the original asks for": (VISIT, once("(:~:text=[^%]*)%20[^%]*", r"\1")),
    "the sentence of a quotation": ("quotations/", once('<details class="cb-context">.*?</details>', "")),
    "our marks around words of a source in a table": ("quotations/", once('(<span class="cb-words"[^>]*>[^<]*</span>)', r"“\1”")),
    "that a judgement said what was withdrawn": (VISIT, once("The judgement said: ", "It said: ")),
    "what the page says in place of a judgement": (VISIT, once('<p>(<ins class="cb-corrected">)', r"<p>It now says: \1")),
    "a space at the beginning of a quotation": (VISIT, once('(<span class="cb-quoted">“<span [^>]*>)', r"\1 ")),
    "a space at the end of a quotation": (VISIT, once('(<span class="cb-quoted">“<span [^>]*>[^<]*)</span>', r"\1 </span>")),
    "a space before a mark": (VISIT, once('<a class="cb-mark" id', ' <a class="cb-mark" id')),
    "a mark of the prose": (VISIT, once('<a class="cb-mark" id="m-1-1".*?</a>', "")),
    "the link of an actor in the prose": (VISIT, once('(id="s-1">.*?)<a class="cb-actor"[^>]*>([^<]*)</a>', r"\1\2")),
    "where a sentence begins": (VISIT, once('(<span class="cb-sentence" id="s-2">)([^<])', r"\2\1")),
    "marks of ours around a source's": ("quotations/", once(r'data-copy="([^"“]*“[^"]*”[^"]*)\n', r'data-copy="“\1” ')),
    "a copied line that goes on": ("quotations/", once(r'(data-copy="[^"]*)\n', r"\1 ")),
    "a line break in what is copied": ("quotations/", once('(data-copy="[^" ]*) ', r"\1\n")),
    "a role": ("timeline/", once(r"\(was invited\)", "(took part)")),
    "the label of an analysis, twice": (VISIT, once('<p class="cb-callout-label">.*?</p>', r"\g<0>\g<0>")),
    "the kind of a callout": (VISIT, once("About the source</p>", "Our analysis</p>")),
    "the kind of a callout for those who do not see it": (VISIT, once('aria-label="About the source"', 'aria-label="Our analysis"')),
    "a passage of which an actor's page shows a longer one": ("actors/russia/", once('(<li class="cb-quotation">.*?</li>)', r"\1\1")),
    "what rests on a passage within another": ("actors/russia/", once('(id="said-of".*?<ul class="cb-uses[^>]*>\\s*)<li>.*?</li>', r"\1")),
    "how many passages stand within another": (SOURCE, once(r"Also quoted as \(3\)", "Also quoted as (2)")),
    "a passage within another": (SOURCE, once('(<summary>Also quoted as [^<]*</summary>\\s*)<div class="cb-quotation">.*?</div>', r"\1")),
    "a reading of a role": ("timeline/", once("by our reading: the passage speaks", "by our reading: it speaks")),
    "whose reading it is": ("timeline/", once("by our reading: ", "")),
    "a reading that is missing on the page of a briefing": (VISIT, once(", by our reading: [^)]*|by our reading: [^)]*", "")),
    "a reading on the page of an actor": ("actors/brics/", once("Role: is what Myanmar", "Role: is that Myanmar")),
    "a role on the page of an actor": ("actors/u-thein-soe/", once("Role: was invited", "Role: is its subject")),
    "a row of those named in the same events": ("actors/u-thein-soe/", once('(id="named-with".*?<tbody>\\s*)<tr>.*?</tr>', r"\1")),
    "a row of those who took part in an event": ("actors/vladimir-putin/", once('(id="with-whom".*?<tbody>\\s*)<tr>.*?</tr>', r"\1")),
    "the role in a row": ("actors/u-thein-soe/", once(r"Russia</a> \(is its subject\)", "Russia</a> (organised)")),
    "the rule beside a date": ("timeline/", once("the year after<", "the year before<")),
    "the phrase beside a date": ("timeline/", once("\\(“next year”\\)", "(“this year”)")),
    "the phrase beside a date of a briefing": (VISIT, once(r' <span class="cb-why">\(“in September”\)</span>', "")),
    "a reason beside a date without a phrase": ("timeline/", once(r"\(the source gives no date\)", "(the source gives a date)")),
    "from which day dates are counted": ("timeline/", once("counted from 15 September 2023, the day", "counted from 16 September 2023, the day")),
    "how that day is known": ("timeline/", once(" That day is known only from the address, not printed in the text we hold.", "")),
    "the day of which source": ("timeline/", once('(the day on which the <a href="../)sources/know-how/', r"\1sources/")),
    "the year beside a title that two events have": ("timeline/", once(r"accredited \(2015\)", "accredited")),
    "such a year on a briefing": ("briefings/vote-without-a-date/", once(r"accredited \(2020\)</a>", "accredited (2015)</a>")),
    "such a year on an actor's page": ("actors/myanmar/", once(r"accredited \(2020\)</a>", "accredited</a>")),
    "such a year in a table": ("actors/myanmar/", once(r'(named-with".*?)accredited \(2015\)</a>', r"\1accredited</a>")),
    "a year beside a title that one event has": ("timeline/", once("A military coup in Myanmar</h3>", "A military coup in Myanmar (2021)</h3>")),
    "what a phrase is counted from": ("timeline/", once("counted from 15 September 2023: ", "")),
    "a mark that the summary has": (VISIT, once(r'(cb-bottom-line.*?)<a class="cb-mark".*?</a>', r"\1")),
    "a use of the summary": (SOURCE, once('<li><span class="cb-use-kind">Summary of.*?</li>', "")),
    "a heading without a year": ("timeline/", once(">By 15 September 2023<", ">No date in the source<")),
    "what a pronoun stands for": (SOURCE, once(' <q class="cb-tied".*?</q>', "")),
    "two gaps": (VISIT, exchanged('<ul class="cb-gaps">.*?' + ITEM, ITEM)),
    "a row of the table of files": ("data/", once('(<tr><th scope="row">.*?</tr>)', r"\1\1")),
    "a paragraph of an actor": (ACTOR, once("(cb-glance.*?</p>\\s*)(<p>.*?</p>)", r"\1\2\2")),
    "what that heading says of its events": ("timeline/", once("gives no beginning for these", "gives no end for these")),
    "the band of what has no date": ("timeline/", once("cb-year cb-undated", "cb-year")),
    "the band of what has no date on a briefing": (VISIT, once("cb-event cb-undated", "cb-event")),
    "what has no date among what has one": (VISIT, exchanged('(<li class="cb-event">.*?</li>)', '(<li class="cb-event cb-undated">.*?</li>)')),
    "where a bar of the timeline begins": ("timeline/", once('(class="cb-known" d="M)[0-9.]+', r"\g<1>30.5")),
    "how wide a bar of the timeline is": ("timeline/", once('(class="cb-known" d="[^H"]*H)[0-9.]+', r"\g<1>990.5")),
    "where a bracket of the timeline begins": ("timeline/", once('(id="election-2015".*?class="cb-possible" d="M)[0-9.]+', r"\g<1>30.5")),
    "the uprights of a bracket": ("timeline/", once('(id="election-2015".*?)<path class="cb-ends"[^>]*/>', r"\1")),
    "an upright where a date is approximate": ("timeline/", once('(id="monitoring".*?class="cb-ends" d=")', r"\1M62.5 7v10")),
    "where a day of the timeline is": ("timeline/", once('(class="cb-point" d="M)6[0-9.]+', r"\g<1>30.5")),
    "an arrow at an end that is known": ("timeline/", once('(id="election-2020".*?class="cb-ends" d=")', r"\1M988 7L1000 12L988 17")),
    "an event that is not drawn": ("timeline/", once('(id="weapons".*?)<div class="cb-drawn".*?</div>', r"\1")),
    "a date drawn on a briefing": (VISIT, once('(class="cb-event".*?class="cb-possible" d="M)[0-9.]+', r"\g<1>30.5")),
    "a date drawn on an actor's page": ("actors/myanmar/", once('(class="cb-known" d="M)[0-9.]+', r"\g<1>30.5")),
    "where a year is drawn": ("timeline/", once('(class="cb-axis".*?<line x1=")[0-9.]+', r"\g<1>30.5")),
    "a year of the axis": ("timeline/", once("(<text [^>]*>)2010<", r"\g<1>2011<")),
    "where the axis says a year": ("timeline/", once('(<text x=")[0-9.]+', r"\g<1>30.5")),
    "the line of a year in a row": ("timeline/", once('(class="cb-years" d="M)[0-9.]+', r"\g<1>30.5")),
    "the axis again, further down": ("timeline/", lambda html: "".join(html.rsplit(re.findall('<div class="cb-axis".*?</div>', html)[-1], 1))),
    "an axis over the events of a briefing": (VISIT, once('<div class="cb-axis".*?</div>', "")),
    "the way to the legend": (VISIT, once('<p class="cb-fine"><a href="../../timeline/#cb-legend">.*?</p>', "")),
    "what a sign of the legend means": ("timeline/", once("some time within this", "a span of time")),
    "a sign of the legend": ("timeline/", once('(<li><svg[^>]*>)<path class="cb-point"[^>]*/>', r"\1")),
    "a month of a filter": ("timeline/", once('<option value="09">September', '<option value="09">October')),
    "how far an open date is found": ("timeline/", once("up to 10 years back", "up to 12 years back")),
    "where a bar of the coverage begins": (SOURCE, once('(<rect class="cb-[a-z]+" x=")0.0', r"\g<1>30.5")),
    "how wide a bar of the coverage is": (SOURCE, once('(<rect class="cb-[a-z]+" x="0.0" y="0" width=")[0-9.]+', r"\g<1>30.5")),
    "two addresses of passages": (
        SOURCE, exchanged('class="cb-place" id="(q-[^"]*)">A', 'class="cb-place" id="(q-[^"]*)">In'),
    ),
    "a space in a passage of a source's text": (SOURCE, once('(<span class="cb-place" [^>]*>)(?=[A-Z])', r"\1 ")),
    "a kind of voice in a filter": ("quotations/", once('<option value="reported">reported', '<option value="reported">direct speech')),
    "what a place is called for those who do not see it": ("quotations/", once('aria-label="See it in place: As', 'aria-label="See it in place: No')),
    "the state of a sentence of a source's text": (SOURCE, once('<p class="cb-rights-note[^>]*>.*?</p>', "")),
    "the original of a source": (SOURCE, once('(<dd><a class="cb-original" href="[^"]*)"', r'\1x"')),
    "a use of a quotation": ("quotations/", exchanged('<ul class="cb-uses[^"]*">\\s*(<li>.*?</li>)', "(<li>.*?</li>)")),
    "a briefing of a row": ("quotations/", once('data-briefings="[^" ]+', 'data-briefings="')),
    "an option of a list": ("quotations/", once('<option value="[^"]+">[^<]*</option>', "")),
    "two figures": ("", exchanged("<dt>(Actors)</dt>", "<dt>(Events)</dt>")),
    "a way of the search": ("search/", once('<li><a href="../sources/">.*?</li>', "")),
}  # fmt: skip
"""What may be there, or may be several things: when it must be, and which of them it must be."""


TO_RUSSIA = '(<a class="cb-actor" href=")[.][.]/[.][.]/actors/russia/(")'
LED_ASTRAY = {
    f"a link written {href}": (VISIT, once(TO_RUSSIA, rf"\g<1>{href.replace(chr(92), chr(92) * 2)}\2"))
    for href in (
        "/actors/russia/", "///actors/russia/", "../../../actors/russia/", "../../actors//russia/",
        "../moscow-visit/../../actors/russia/", "./../../actors/russia/", "../../actors/./russia/",
        "../../actors/anna-matveeva/?/../../russia/", "../../actors/russia/?", "../../actors/russia/#",
        "../../actors/russia/%2e%2e/..", "../../actors/%72ussia/", "../../actors/russia/index.html",
        r"\\evil.example/../../../actors/russia/", r"..\..\actors\russia/", "../../actors/russia/ ",
        " https://evil.example/../../../../actors/russia/",
        "ht&#10;tps://evil.example/../../../../actors/russia/",
        "ftp://evil.example/../../../../actors/russia/", "tel:12/../../../actors/russia/",
        "javascript:alert(1)//../../../actors/russia/", "//evil.example/actors/russia/",
        "data:text/html,x/../../../../actors/russia/",
    )
} | {
    "a mark that leads to the page by way of another": (
        VISIT, once('href="#e-1"', 'href="../legitimacy/?/../../moscow-visit/#e-1"')
    ),
    "a mark that leads to the page by its name": (VISIT, once('href="#e-1"', 'href="./#e-1"')),
    "a link of the method": ("method/", once('href="#marks"', 'href="./?/../#marks"')),
    "a link of the sources of the method": (
        "method/", once('(<a class="cb-source" href=")[.][.]/', r"\1../method/../")
    ),
}  # fmt: skip
"""Links that a careless reader takes for what they should be, and no browser does; and others that
are only written otherwise.
"""

HASHES = "Sources and their hashes: table"
OF_METHOD = {
    "a second table of sources": (once("$", f'<p aria-label="{HASHES}">All is verified.</p>')),
    "another caption": once("Sources and the SHA-256 of their texts", "No source was checked"),
    "a table of sources that is hidden": once(f'aria-label="{HASHES}"', r"\g<0> hidden"),
    "a hash that is hidden": once('<code class="cb-hash"', r"\g<0> hidden"),
    "a word beside a hash": once('(<code class="cb-hash">[^<]*</code>)', r"\1 or so"),
    "a word beside a source": once('(<th scope="row"><a class="cb-source"[^>]*>[^<]*</a>)', r"\1 or so"),
    "a table of sources elsewhere": once(f'(.*)(<section class="cb-scroll" aria-label="{HASHES}".*?</section>)', r"\2\1"),
    "words before the blocks of a line": once("<li>Get ", "<li><p>x</p>Get "),
}  # fmt: skip

DROPPED = {
    "a head": once("$", '<head onload="x">'),
    "a frameset": once("$", '<frameset onload="x"><frame src="x"></frameset>'),
    "a frameset at the beginning": once("^", "<frameset>"),
    "a row outside of a table": once("$", '<tr onclick="x"><td>'),
    "a doctype": once("$", '<!doctype html SYSTEM "x">'),
    "a root": once("$", '<html hidden onclick="alert(1)">'),
    "a root that is closed": once("$", '<html class="x" lang="ru"></html>'),
    "a second body": once("$", '<body onload="x">'),
    "ends at the end": once("$", "</article></main></div>"),
    "the end of an article": once("<h2", "</article><h2"),
    "the end of a section": once("<h2", "</section><h2"),
    "a comment after the end": once("$", "</body></html><!-- <script> -->"),
    "the end in the midst": once("<h2", "</body><!-- No --><h2"),
    "an id twice": once('<h1 id="top"', r'\g<0> id="bottom"'),
    "an id twice in capitals": once('<h1 id="top"', r'\g<0> ID="x"'),
    "a paragraph that nobody ends": once("</p>", ""),
    "a value in other marks": once('id="top"', "id='top'"),
}
CONTROLS = {
    f"{written} in {where}": once(old, new)
    for written in ("\x0e", "\x13", "\x01", "\x02", "\x03", "\x85", "&#14;", "&#x13;", "&#1;", "&#133;")
    for where, old, new in (
        ("a class", 'class="cb-voice cb-voice-', f'class="cb-voice{written}cb-voice-'),
        ("words", '<p class="cb-bottom-line"[^>]*>', rf"\g<0>{written}"),
    )
}  # fmt: skip
MARKUP = {
    **LED_ASTRAY, **{name: ("method/", change) for name, change in OF_METHOD.items()},
    **{name: (VISIT, change) for name, change in (DROPPED | CONTROLS).items()},
}  # fmt: skip
"""What a parser drops, or reads as something else."""

CHINA = '(<li id="china">.*?)'
IN_LIST = {
    "a word of a fact in the list": once(f"{CHINA}Led the", r"\1Leads the"),
    "a fact in the list that is missing": once(f'{CHINA}<li id="china-fact-1">.*?</li>', r"\1"),
    "the evidence of a fact in the list": once(f'{CHINA}<div class="cb-beside">.*?</div>\\s*</div>', r"\1"),
    "a letter of a passage in the list": once(f"{CHINA}the China-led", r"\1the China-fed"),
    "a mark in the list that leads to another's note": once(f'{CHINA}href="#e-5"', r'\1href="#e-4"'),
    "the number of a mark in the list": once(f"{CHINA}<sup>5<", r"\1<sup>1<"),
    "the way back of a note in the list": once(f'{CHINA}href="#m-5-1"', r'\1href="#m-4-1"'),
    "the note of another in the list": once('<div class="cb-note" id="e-4".*?As <a href="#e-3">3', lambda m: m[0][:-1] + "2"),
    "a passage that stands in the list again": once('(<div class="cb-note" id="e-3".*?)(<blockquote.*?</blockquote>)(.*?id="e-4".*?)<p class="cb-again', r'\1\2\3\2<p class="cb-again'),
    "the address of an actor in the list": once('<li id="china">', "<li>"),
    "another's address in the list": once('<li id="china">', '<li id="chile">'),
    "the address of a fact in the list": once('id="china-fact-1"', 'id="china-fact-2"'),
    "the address of a card": once('<li id="russia">', "<li>"),
    "the name of an actor in the list": once(f"{CHINA}China</h3>", r"\1Ruritania</h3>"),
    "the date of a fact in the list": once("(Was invaded by Russia.*?)by 15 September 2023", r"\1by 16 September 2023"),
    "an event of an actor in the list": once('(<li id="ukraine">.*?)href="../timeline/#[^"]*"', r'\1href="../timeline/#coup"'),
    "an event of an actor in the list that is missing": once('(<li id="ukraine">.*?)Events: <a .*?</a>', r"\1"),
    "a briefing that names an actor in the list": once('(<li id="ukraine">.*?)(Briefings: <a .*?</a>)', r"\1\2; \2"),
    "the feed of another in the list": once('href="china/feed.xml"', 'href="russia/feed.xml"'),
    "an actor that is missing in the list": once('<li id="north-korea">.*?(?=<li id="ukraine">)', ""),
    "a list of another kind": once('(id="kind-state".*?)(<ul class="cb-resting.*?)(<h2 id="kind-group".*?</h2>)', r"\1\3\2"),
    "what the list rests on at a glance": once("One source", "2 sources"),
}  # fmt: skip
LEADING_ON = {
    "an address that leads to another in the list": once("#china", "#russia"),
    "an address that leads to the list alone": once("/#china", "/"),
    "the name at an address that leads on": once(">China</a>", ">Russia</a>"),
    "a word at an address that leads on": once("has an entry", "has no entry"),
}

DAMAGES = {
    **PAGES, **ELSEWHERE, **DERIVED, **MARKUP,
    **{name: ("actors/", change) for name, change in IN_LIST.items()},
    **{name: ("actors/china/", change) for name, change in LEADING_ON.items()},
}  # fmt: skip
EVERY = (PAGES, ELSEWHERE, DERIVED, LED_ASTRAY, OF_METHOD, DROPPED, CONTROLS, IN_LIST, LEADING_ON)
assert len(DAMAGES) == sum(len(each) for each in EVERY), "two damages have one name"


def test_that_a_quotation_ends_with_a_mark_of_the_source_is_looked_at(tmp_path: Path) -> None:
    root = copied(tmp_path / "project")
    briefing = root / "briefings/2026-11-moscow-visit.md"
    text = briefing.read_text("utf-8")
    said = "The talks were on “topics such as “voter education” and “effective media utilization.””"
    briefing.write_text(
        text.replace("\nThe talks covered", f"\n{said} [@know-how].\nThe talks covered"), "utf-8"
    )
    damage_is_seen(made_of(root), (VISIT, once(" cb-ends-marked", "")))


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_page_is_seen(name: str, made: Made) -> None:
    damage_is_seen(made, DAMAGES[name])


@pytest.mark.parametrize("kind", ["page derived whole", "prose of a page"])
def test_a_proof_that_derives_no_page_fails(
    kind: str, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WholePages, "again", lambda *_: iter(()))
    assert any(f"there was no {kind} to compare" in message for message in made.wrong())


def test_a_link_that_leads_nowhere_is_seen_however_it_is_derived(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = made.with_page(*DAMAGES["a link that leads nowhere"])
    monkeypatch.setattr(WholePages, "again", lambda *_: iter(()))
    assert f"{VISIT}: a link leads to actors/nobody/, and nothing is there" in nowhere.wrong()


ONLY_OTHERWISE = {
    "a link written ../../actors/russia/#", "a mark that leads to the page by its name",
}  # fmt: skip
"""They lead where they should, and are not written as they should be."""


@pytest.mark.parametrize("name", sorted(LED_ASTRAY.keys() - ONLY_OTHERWISE))
def test_no_link_is_resolved_as_no_browser_does(
    name: str, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WholePages, "again", lambda *_: iter(()))
    assert "a link leads to" in damage_is_seen(made, LED_ASTRAY[name]).message


@pytest.mark.parametrize(
    ("url", "address", "led"),
    [
        ("#a", "x/y/", "x/y/#a"), ("./", "x/y/", "x/y/"), (".", "x/y/", "x/y/"), ("z", "x/", "x/z"),
        ("../", "x/y/", "x/"), ("..", "x/y/", "x/"), ("../../", "x/y/", ""), ("../..", "x/y/", ""),
        ("../../z/#a", "x/y/", "z/#a"), ("../../../", "x/y/", None), ("../..z/", "x/", "..z/"),
        ("", "x/", None), ("?", "x/", None), ("/z/", "x/", None), ("//z/", "x/", None),
        ("a:b/", "x/", None), ("z/../", "x/", None), ("z/./", "x/", None), ("z//", "x/", None),
        ("../ ", "x/", None), ("\t../", "x/", None), ("..\\", "x/", None), (".%2e/", "x/", None),
        ("%2E%2e/", "x/", None), ("%E1%80%81/", "x/", "x/%E1%80%81/"), ("z%2fy/", "x/", None),
        ("../z/#", "x/", "z/#"), ("../z/\n", "x/", None), ("..\u00a0/", "x/", None),
    ],
)  # fmt: skip
def test_an_address_within_the_site_is_read_in_one_way(
    url: str, address: str, led: str | None
) -> None:
    assert inside(url, address) == led


def test_a_link_is_told_as_it_is_written(made: Made) -> None:
    for page in made.pages:
        for other in made.pages:
            for target in (other.address, f"{other.address}#top"):
                href = f' href="{link(page.address, target)}"'
                assert line_for(page.address, tag("a", href=target)) == f"<a{href}></a>"


def test_a_name_with_two_spaces_is_cited(made: Made) -> None:
    facts = SiteFacts(site_name="Two  spaces")
    edition = render(verify(site_project()), facts)
    found = prove_made(made.public, facts, edition.pages, edition.assets, edition.records)
    assert found == ()


def test_a_heading_whose_words_are_parted_otherwise_is_seen(made: Made) -> None:
    pages = list(made.pages)
    at = next(n for n, page in enumerate(pages) if page.address == VISIT)
    first, *rest = pages[at].headings
    joined = replace(first, words=first.words.replace(" ", "", 1))
    assert joined != first
    pages[at] = replace(pages[at], headings=(joined, *rest))
    assert any(
        "headings of the page" in message for message in replace(made, pages=tuple(pages)).wrong()
    )


def test_the_order_of_the_actors_of_a_record_is_seen(made: Made) -> None:
    with_two = next(r for r in made.records if len(r.facets.get("actor", ())) > 1)
    facets = {**with_two.facets, "actor": with_two.facets["actor"][::-1]}
    turned = (replace(r, facets=facets) if r is with_two else r for r in made.records)
    assert replace(made, records=tuple(turned)).wrong()


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "No delegation"}, {"description": "Nothing."}, {"kind": "actor"},
        {"headings": ()}, {"edit": "x.md"}, {"quotations": frozenset()}, {"listed": True},
        {"target": "x/"}, {"address": "briefings/x/"},
    ],
)  # fmt: skip
def test_what_is_handed_over_with_a_page_is_looked_up(
    changes: dict[str, object], made: Made
) -> None:
    pages = [
        replace(page, **changes) if page.address == VISIT else page  # type: ignore[arg-type]
        for page in made.pages
    ]
    assert replace(made, pages=tuple(pages)).wrong()


@pytest.mark.parametrize(
    "changes",
    [
        {"target": "actors/#russia"}, {"target": "actors/"}, {"kind": "actor"},
        {"title": "Russia"}, {"description": "This page has moved: China"},
        {"edit": "docs/actors/china.md"},
    ],
)  # fmt: skip
def test_what_is_handed_over_with_an_address_that_leads_on_is_looked_up(
    changes: dict[str, object], made: Made
) -> None:
    pages = [
        replace(page, **changes) if page.address == "actors/china/" else page  # type: ignore[arg-type]
        for page in made.pages
    ]
    assert any("actors/china/: " in told for told in replace(made, pages=tuple(pages)).wrong())


def test_an_address_that_leads_on_is_never_missing(made: Made) -> None:
    pages = tuple(page for page in made.pages if page.address != "actors/china/")
    assert "actors/china/: the page is missing, or is of nothing" in (
        replace(made, pages=pages).wrong()
    )


def test_a_page_beside_the_entry_of_an_actor_is_seen(made: Made) -> None:
    """As it would be if the pages knew of it and what is public did not."""
    actors = dict(made.public.library.actors)
    actors["china"] = replace(actors["china"], in_list=False)
    public = replace(made.public, library=replace(made.public.library, actors=actors))
    read = verify(site_project())
    assert any(
        "the in_list that is published is not that of the file" in problem.message
        for problem in prove_public(public, read.library, read.bindings)
    )
    moved = tuple(m for m in made.public.moved if m.address != "actors/china/")
    assert any(
        "former addresses" in problem.message
        for problem in prove_public(replace(made.public, moved=moved), read.library, read.bindings)
    )


def test_the_feed_of_an_actor_in_the_list_leads_there(made: Made) -> None:
    name = "actors/china/feed.xml"
    assert b'href="../#china"' in made.assets[name]
    assert made.with_asset(name, lambda c: c.replace(b"../#china", b"../#russia", 1)).wrong()


def test_the_search_finds_an_actor_in_the_list_and_its_fact_there(made: Made) -> None:
    found = next(r for r in made.records if r.kind == "actor" and r.title == "China")
    assert found.address == "actors/#china"
    assert [part.anchor for part in found.parts] == ["china-fact-1"]
    for changed in (
        replace(found, address="actors/china/"),
        replace(found, parts=tuple(replace(part, anchor="facts") for part in found.parts)),
    ):
        records = tuple(changed if r is found else r for r in made.records)
        assert replace(made, records=records).wrong()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"address": "actors/#china"', b'"address": "actors/china/"'),
        (b'"address": "actors/#china-fact-1"', b'"address": "actors/#china"'),
    ],
)
def test_the_address_of_an_actor_in_the_list_is_that_of_its_entry_in_the_data(
    old: bytes, new: bytes, made: Made
) -> None:
    assert old in made.assets[LIBRARY]
    assert made.with_asset(LIBRARY, lambda content: content.replace(old, new, 1)).wrong()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<title>A ", b"<title>No "), (b"<summary>", b"<summary>Not "), (b"urn:uuid:", b"urn:uuid:1"),
        (b"<updated>2", b"<updated>1"), (b"<entry>", b"<entry><rights>x</rights>"),
        (b'rel="alternate" type="text/html" href="', b'rel="alternate" type="text/html" href="x'),
    ],
)  # fmt: skip
def test_a_damaged_feed_is_seen(old: bytes, new: bytes, made: Made) -> None:
    assert made.with_asset("feed.xml", lambda content: content.replace(old, new, 1)).wrong()


def test_an_address_is_told_from_a_folder(made: Made) -> None:
    every = sorted({page.address for page in made.pages} | made.assets.keys())
    folders = {address.rpartition("/")[0] for address in every}
    for folder in (f"{name}/" if name else "" for name in folders):
        for address in every:
            assert relative(folder, address) == link(folder, address)


def test_a_table_that_is_written_otherwise_is_seen(made: Made) -> None:
    assert made.with_asset("data/events.csv", lambda c: c.replace(b"\r\n", b"\n", 1)).wrong()


@pytest.mark.parametrize("name", ["feed.xml", "actors/russia/feed.xml", "data/events.csv"])
def test_a_file_that_is_not_made_is_seen(name: str, made: Made) -> None:
    fewer = {other: content for other, content in made.assets.items() if other != name}
    if name.startswith("data/"):
        fewer[name] = b""
    assert replace(made, assets=fewer).wrong()
    assert replace(made, assets={**made.assets, "data/x.json": b"{}"}).wrong()


def test_records_of_the_search_are_all_there_once_and_in_order(made: Made) -> None:
    first, second, *rest = made.records
    assert replace(made, records=(second, *rest)).wrong()
    assert replace(made, records=(first, first, second, *rest)).wrong()
    assert replace(made, records=(*rest, first, second)).wrong()


SMALL_TEXT = "The vote was put off until at least 2025, the paper says.\n"
SMALL = {
    "mkdocs.yml": "site_name: Small\n",
    "docs/index.md": "# Small\n",
    "seeds/report/text.txt": SMALL_TEXT,
    "seeds/report/source.yml": f"""format: 1
title: A report
publisher: A paper
published: 2023-09-15
language: en
rights: passages
paragraphs: lines
descriptor: An article of a paper.
url: https://example.org/report
sha256: {sha256(SMALL_TEXT.encode()).hexdigest()}
""",
    "briefings/2026-11-vote.md": """---
format: 1
title: A vote
date: 2026-11-24
summary: The vote was put off.
sources: [report]
gaps:
  - When the vote is held.
---

It is “put off until at least 2025”. [@report]
""",
}
"""A project that names nobody."""


def made_in(root: Path, facts: SiteFacts) -> list[str]:
    """What the proof says of all that is made of a project."""
    verified = verify(root)
    assert verified.holds, verified.problems
    edition = render(verified, facts)
    assert edition.pages
    return [f"{fault.place.path}: {fault.message}" for fault in edition.faults]


def small_project(root: Path, **more: str) -> Path:
    """The small project with further files, or some as given."""
    for name, words in {**SMALL, **more}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, "utf-8")
    return root


def test_the_preview_of_a_project_holds() -> None:
    assert made_in(site_project(), SiteFacts(preview=True)) == []


def test_where_an_editor_leads_is_looked_at_in_the_finished_site(tmp_path: Path) -> None:
    path = "briefings/2026-11-vote.md"
    body = (
        "\n> [!NOTE]\n> See [the gaps](#gaps), [nothing](#none) and [a page](../docs/own.md#x).\n"
    )
    root = small_project(tmp_path, **{path: SMALL[path] + body, "docs/own.md": "# Own\n"})
    assert made_in(root, SiteFacts()) == []


@pytest.mark.parametrize("preview", [False, True])
def test_a_project_with_a_draft_holds(tmp_path: Path, *, preview: bool) -> None:
    draft = SMALL["briefings/2026-11-vote.md"].replace("title: ", "draft: true\ntitle: ", 1)
    root = small_project(tmp_path, **{"briefings/2026-12-draft.md": draft})
    assert made_in(root, SiteFacts(preview=preview)) == []


NOTED = """---
format: 1
title: A vote
date: 2026-11-24
summary: The vote was put off.
sources: [report, closed]
events:
  - {id: vote, title: A vote, date: "[2025..]", status: STATUS, evidence: [off]}
corrections:
  - {date: 2026-11-25, was: soon, is: in 2025 at the earliest, why: A misreading.}
---

## What the sources say

It was put off, our two{.ours} sources say.[^off] Others say so too. [@closed, para. 1]

> The vote was put off until at least 2025
>
> — A paper [@report]

| Where | When |
| --- | --- |
| Here | In [2025](https://elsewhere.example/a) at the earliest[^off] |

[^off]: The paper: “put off until at least 2025” [@report], in its opening line.
"""
CLOSED = SMALL["seeds/report/source.yml"].replace("rights: passages", "rights: metadata")
WITH_NOTES = {
    "seeds/closed/text.txt": SMALL_TEXT,
    "seeds/closed/source.yml": CLOSED,
    "briefings/2026-11-vote.md": NOTED.replace("STATUS", "planned"),
    "briefings/2026-12-other.md": NOTED.replace("STATUS", "postponed").replace(
        'id: vote, title: A vote, date: "[2025..]",', "ref: vote,"
    ),
}
"""A project with notes of ours, withheld words, a correction, and a status that is disputed."""


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return made_of(small_project(tmp_path_factory.mktemp("noted"), **WITH_NOTES))


VOTE = "briefings/vote/"
NOT_ALWAYS = {
    "a note of ours": (VOTE, once('<p class="cb-evidence-note.*?</p>', "")),
    "a place whose words are withheld": (VOTE, once('<p class="cb-withheld.*?</p>', "")),
    "the paragraph of such a place": (VOTE, once("(Evidence: .*?), para. 1[.]", r"\1.")),
    "that a count is our own": (VOTE, once(r'<span class="cb-our-count">.*?</span>', "")),
    "a count that is not ours": (VOTE, once("Others say", 'Others<span class="cb-our-count"> (our count)</span> say')),
    "a correction": (VOTE, once("It said: <del>soon", "It said: <del>late")),
    "the head of a table": (VOTE, lambda html: html.replace("thead>", "tbody>")),
    "what a link to elsewhere tells it": (VOTE, once(' rel="external noopener">2025', ">2025")),
    "a further attribute of a link": (VOTE, once('<a href="https://elsewhere', '<a onclick="x()" href="https://elsewhere')),
    "a further attribute of a heading of the prose": (VOTE, once('<h2 id="what-the-sources-say"', r'\g<0> onclick="x()"')),
    "the link of a heading of the prose, twice": (VOTE, once('(<a class="headerlink" href="#what-the-sources-say".*?</a>)', r"\1\1")),
    "a claim": ("timeline/", once('<p class="cb-claim.*?</p>', "")),
    "whose claim it is": ("timeline/", once('(by <a href="../briefings/)vote', r"\1other")),
}  # fmt: skip


def test_a_project_with_notes_holds(noted: Made) -> None:
    assert noted.wrong() == []


@pytest.mark.parametrize("name", NOT_ALWAYS)
def test_what_is_not_always_there_is_derived(name: str, noted: Made) -> None:
    damage_is_seen(noted, NOT_ALWAYS[name])


TOLD_TEXT = """Ann Lee said that the vote was put off. It will be held in due course, and she will be there. Ann Lee met Bob Ray in May.
เขาบอกว่าเลื่อนออกไป เขาไปแล้ว
A clerk told the paper: “We wait for a date now.”
"""
TOLD_OF = {
    "seeds/report/text.txt": TOLD_TEXT,
    "seeds/report/source.yml": f"""format: 1
title: A report
publisher: A paper
published: 2023-09-15
language: en
rights: full
paragraphs: lines
descriptor: An article of a paper.
grade: {{mark: C, because: The paper prints what clerks tell it.}}
circular: It may retell another paper.
obtain: [the list of the clerks, the notice of the date]
url: https://example.org/report
sha256: {sha256(TOLD_TEXT.encode()).hexdigest()}
voices:
  - {{kind: reported, speaker: ann-lee, cue: Ann Lee said, from: that the vote, to: be there., because: She speaks of her own plan.}}
  - {{kind: direct, speaker: unnamed, described: A clerk, cue: told the paper, from: We wait, to: now.}}
set_aside:
  - {{sentence: "เขาบอกว่าเลื่อนออกไป เขาไปแล้ว", reason: It says no more.}}
""",
    "docs/actors/ann-lee.md": """---
format: 1
name: Ann Lee
kind: person
adjectives: [Leeish]
search_names: [Anna Li]
---
""",
    "docs/actors/bob-ray.md": """---
format: 1
name: Bob Ray
kind: person
---
""",
    "briefings/2026-11-vote.md": """---
format: 1
title: A vote
date: 2023-11-24
summary: {text: A vote did not come., rests_on: [off, wait]}
sources: [report]
judgements:
  - id: late
    text: The vote is likely to come late.
    likelihood: likely
    rests_on: [off]
    because: It says so of “the vote was put off”.
    assumes: Nobody hurries.
    otherwise: They hide a date.
    watch: A notice of the date.
events:
  - id: vote
    title: A vote is held
    date: {phrase: in due course}
    status: planned
    actors: [{id: ann-lee, role: other, reading: "The report calls her “she will be there”."}]
    evidence: [course]
  - id: meeting
    title: Ann Lee meets Bob Ray
    date: {edtf: 2023-05, phrase: in May, counted_from: published}
    status: happened
    actors: [{id: ann-lee, role: took part}, {id: bob-ray, role: took part}]
    evidence: [met]
gaps:
  - When the vote is held.
---

Ann Lee says that it is late.[^off] One waits.[^wait] It comes at last.[^course] Ann Lee and Bob Ray met.[^met]

[^off]: “the vote was put off” [@report]
[^wait]: “We wait for a date now.” [@report]
[^course]: “It will be held in due course”, “she will be there” [@report]
[^met]: “Ann Lee met Bob Ray in May.” [@report]
""",
}
"""A project with reasons of a judgement, a date that no rule counts, a speaker without a name, a
reading of a role, and a paragraph in a script without a full stop.
"""


@pytest.fixture(scope="module")
def told_of(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return made_of(small_project(tmp_path_factory.mktemp("told"), **TOLD_OF))


SECOND_TEXT = "Bob Ray met Ann Lee in June.\n"
SECOND = {
    "seeds/second/text.txt": SECOND_TEXT,
    "seeds/second/source.yml": f"""format: 1
title: Another report
publisher: Another paper
published: 2022-08-01
language: en
rights: full
paragraphs: lines
descriptor: An article of another paper.
url: https://example.org/second
sha256: {sha256(SECOND_TEXT.encode()).hexdigest()}
""",
    "briefings/2026-11-second.md": """---
format: 1
title: An earlier meeting
date: 2023-11-24
summary: Bob Ray met Ann Lee.
sources: [second]
events:
  - id: earlier
    title: Ann Lee meets Bob Ray
    date: {edtf: 2022-06, phrase: in June, counted_from: published}
    status: happened
    actors: [{id: ann-lee, role: took part}, {id: bob-ray, role: took part}]
    evidence: [met]
---

Bob Ray met Ann Lee.[^met]

[^met]: “Bob Ray met Ann Lee in June.” [@second]
""",
}


def test_of_several_sources_each_date_says_from_which_day_it_is_counted(tmp_path: Path) -> None:
    """And two events of one title say when each was, on every page."""
    made = made_of(small_project(tmp_path, **{**TOLD_OF, **SECOND}))
    assert made.wrong() == []
    html = next(str(page.html) for page in made.pages if page.address == "timeline/")
    assert (
        'such as <span class="cb-why">“in June”</span>, are counted from the day on which their '
        "source" in html
    )
    assert "“in June”, counted from 1 August 2022: " in html
    assert "Ann Lee meets Bob Ray (June 2022)</h3>" in html
    assert "Ann Lee meets Bob Ray (May 2023)</h3>" in html
    damage = once("the day on which their source", "the day on which the source")
    damage_is_seen(made, ("timeline/", damage))
    damage_is_seen(made, (LEE, once(r" \(June 2022\)</a>", "</a>")))


PLACES_TEXT = "The hall is old.\nA cart came first.\nThe hall is old in “May”, they say.\n"
NOTICE_TEXT = "A cart came first.\n"
PLACES = {
    **{
        f"seeds/{name}/{file}": words
        for name, text, title in (
            ("report", PLACES_TEXT, "A report"), ("notice", NOTICE_TEXT, "A notice"),
        )
        for file, words in (
            ("text.txt", text),
            ("source.yml", SMALL["seeds/report/source.yml"].partition("sha256:")[0]
             .replace("A report", title)
             + f"sha256: {sha256(text.encode()).hexdigest()}\n"
             + ("voices:\n  - {kind: quoted, from: “May, to: ”}\n" if "May" in text else "")),
        )
    },
    "briefings/2026-11-vote.md": """---
format: 1
title: A hall
date: 2026-11-24
summary: The hall is old.
sources: [report, notice]
---

They say:

> The hall is old.
>
> A cart came first.
>
> — [@report]

And they say:

> A cart came first.
>
> — [@report; @notice]

The hall is old.[^old]

[^old]: It is not said that “The hall is old in “May”” [@report] by all of them.
""",
}  # fmt: skip
"""Block quotations from two places, and a note of ours around a quotation."""
REPORTS = {
    "the second place of a block quotation": once(", <a[^>]*>para[.] 2</a>", ""),
    "the second source of a block quotation": once(
        "; <span[^;]*A notice</a>, <a[^>]*>para[.] 1</a>", ""
    ),
    "the place of a quotation in a note": once(r"said that \[…\] by all", "said by all"),
    "the whole of such a note": once('<p class="cb-evidence-note.*?</p>', ""),
}


def test_each_place_of_a_block_quotation_is_named(tmp_path: Path) -> None:
    """And what is quoted in a note of ours leaves its place there."""
    told = made_of(small_project(tmp_path, **PLACES))
    assert told.wrong() == []
    html = next(str(page.html) for page in told.pages if page.address == VOTE)
    captions = [re.sub("<[^>]*>", "", c) for c in re.findall("<figcaption.*?</figcaption>", html)]
    own = "the source’s words"
    assert [c.partition(own)[2].rstrip("0123456789 ") for c in captions] == [
        " · A report, para. 1, para.",
        f" · A report, para. 2; {own} · A notice, para.",
    ]
    assert "Our note: It is not said that […] by all of them." in html
    for name, damage in REPORTS.items():
        assert told.with_page(VOTE, damage).wrong(), name


REPORT, LEE = "sources/report/", "actors/ann-lee/"
WHERE_TOLD = {
    "a reason of a judgement": (VOTE, once("<dd>Nobody hurries", "<dd>Somebody hurries")),
    "a reason that is missing": (VOTE, once("<dt>What would change it</dt><dd>.*?</dd>", "")),
    "all reasons": (VOTE, once('<dl class="cb-reasons.*?</dl>', "")),
    "two reasons": (VOTE, exchanged("assumes</dt><dd>([^<]*)", "read</dt><dd>([^<]*)")),
    "what a reason is called": (VOTE, once("<dt>What it assumes", "<dt>What would change it")),
    "what a reason quotes": (VOTE, once('(cb-reasons.*?data-quote="report:)18', r"\g<1>19")),
    "a reading": ("timeline/", once(r"\(The report calls", "(A report calls")),
    "a reading that is missing": (VOTE, once(r" \(The report calls .*?\.\)", " ()")),
    "a role beside a reading": (VOTE, once(r"\(The report calls", "(took part, by our reading: The report calls")),
    "an actor twice": (VOTE, once('(<span class="cb-party">.*?</span>)', r"\1, \1")),
    "two actors": (VOTE, exchanged('"cb-party">(<a.*?</a>)', '"cb-party">(<a.*?</a>)')),
    "the role on an actor's page": (LEE, once("Role: took part", "Role: signed")),
    "a role that is missing": (LEE, once('<p class="cb-event-role.*?</p>', "")),
    "the reading on an actor's page": (LEE, once("Role: The report calls", "Role: by our reading: The report calls")),
    "who took part in the same event": (LEE, once(r"Bob Ray</a> \(took part\)", "Bob Ray</a>")),
    "a table of those who took part": (
        LEE, once('<h2 id="with-whom".*?</section>', ""),
    ),
    "a phrase that no rule counts": ("timeline/", once("no rule says which date they mean", "soon")),
    "the rule that counts a phrase": ("timeline/", once("the latest such month", "the first")),
    "the bound of such a phrase": ("timeline/", once('data-min="2023-09-15"', 'data-min="2023"')),
    "a mark of the summary": (VOTE, once(r'(cb-bottom-line.*?)<a class="cb-mark".*?</a>', r"\1")),
    "two marks of the summary": (
        VOTE, exchanged('cb-bottom-line[^\n]*?(<a class="cb-mark".*?</a>)', '(<a class="cb-mark".*?</a>)'),
    ),
    "the address of the summary": (VOTE, once(' id="bottom-line"', "")),
    "the use of a summary": (REPORT, once('<li><span class="cb-use-kind">Summary of.*?</li>', "")),
    "what the summary is to a passage": (REPORT, once("Summary of", "Sentence in")),
    "why words are a speaker's": (REPORT, once(' <span class="cb-because".*?</span>', "")),
    "the words of such a reason": (REPORT, once("She speaks of", "She hears of")),
    "who describes a speaker": (REPORT, once(' <q class="cb-tied".*?</q>', "")),
    "a speaker whom the source does not name": (
        REPORT, once(", by somebody whom the source does not name", ", Ann Lee"),
    ),
    "a grade": (REPORT, once("C: fairly reliable", "B: usually reliable")),
    "what is to be obtained": (REPORT, exchanged("<li>(the list[^<]*)</li>", "<li>(the notice[^<]*)</li>")),
    "a source that is not worth saying so": (VOTE, once(' <a class="cb-worth-line".*?</a>', "")),
    "a sentence that is set aside": (REPORT, once('cb-text-aside" id="s-4"( title="[^"]*")?', 'cb-text-neither" id="s-4"')),
    "that a script has no full stop": (REPORT, once(" Its script has no full stop[^.]*[.]<", "<")),
    "an adjective": (LEE, once("<dt>Adjectives</dt><dd>Leeish</dd>", "")),
    "a name that a reader may type": (LEE, once("<dd>Anna Li<", "<dd>Anna Lee<")),
}  # fmt: skip


def test_a_project_with_roles_and_reasons_holds(told_of: Made) -> None:
    assert told_of.wrong() == []


@pytest.mark.parametrize("name", WHERE_TOLD)
def test_roles_reasons_rules_and_speakers_are_derived(name: str, told_of: Made) -> None:
    assert "stands where" in damage_is_seen(told_of, WHERE_TOLD[name]).message


@pytest.mark.parametrize("preview", [False, True])
def test_a_project_without_actors_holds(tmp_path: Path, *, preview: bool) -> None:
    assert made_in(small_project(tmp_path), SiteFacts(preview=preview)) == []


ROW = " ".join(f"w{n}" for n in range(1, 41))
ROW_TEXT = f"{ROW}. So it was that reports came, and clerks read them, and wrote them down.\n"
WITHIN = {
    "seeds/report/text.txt": ROW_TEXT,
    "seeds/report/source.yml": re.sub(
        "sha256: .*", f"sha256: {sha256(ROW_TEXT.encode()).hexdigest()}",
        SMALL["seeds/report/source.yml"],
    ),
    "briefings/2026-11-vote.md": re.sub(
        "It is “.*", " ".join(
            f"It is “{each}” [@report]." for each in (
                *(" ".join(ROW.split()[n : 40 - n]) for n in range(11)),
                "reports came, and clerks read", "clerks read them, and wrote", "w40. So it was that",
            )
        ),
        SMALL["briefings/2026-11-vote.md"],
    ),
}  # fmt: skip
"""A sentence with passages in one another, across one another and beyond its end."""


def test_passages_that_cross_one_another_hold(tmp_path: Path) -> None:
    made = made_of(small_project(tmp_path, **WITHIN))
    assert made.wrong() == []
    html = next(str(page.html) for page in made.pages if page.address == REPORT)
    places = re.findall(r'class="cb-place" id="(q-[^"]*)">(</span>)?', html)
    assert len(places) == 14
    # Three that lie too deep in others, one that crosses another, one that leaves its sentence.
    assert len([anchor for anchor, empty in places if empty]) == 3 + 1 + 1
    first, second, *_ = (anchor for anchor, empty in places if empty)
    swapped = {f'id="{first}"': f'id="{second}"', f'id="{second}"': f'id="{first}"'}
    pattern = "|".join(map(re.escape, swapped))
    damage = (REPORT, lambda page: re.sub(pattern, lambda found: swapped[found[0]], page))
    assert "stands where" in damage_is_seen(made, damage).message


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
    "role": in_json("events/0/roles/0/role", "organised"),
    "reading": in_json("events/0/roles/0/reading", "We think so."),
    "what a summary rests on": in_json("briefings/0/summary_rests_on", []),
    "reason of a judgement": in_json("briefings/2/judgements/0/because", "So we think."),
    "title of an event": in_json("events/0/title", "A coup"),
    "evidence of an event": in_json("events/0/rests_on", ["know-how:0-9999"]),
    "evidence of a judgement": in_json("briefings/2/judgements/0/rests_on", ["x:1-2"]),
    "summary": in_json("briefings/0/summary", "Nothing."),
    "judgement": in_json("briefings/2/judgements/0/text", "Nothing."),
    "reviewer": in_json("briefings/0/signed_by", "A. Person"),
    "actors of a briefing": in_json("briefings/0/actors", ["ukraine"]),
    "name of an actor": in_json("actors/0/name", "Nobody"),
    "fact": in_json("actors/0/facts/0/text", "Nothing."),
    "status": in_json("events/0/status", "cancelled"),
    "use": in_json("quotations/0/used_in/0/words", "Nothing."),
    "field too many": in_json("quotations/0/x", "Nothing."),
    "licence": in_json("about/licence", "none"),
    "evidence of a fact": in_json("actors/0/facts/0/rests_on", ["x:1-2"]),
    "hash": in_json("sources/0/sha256", "0" * 64),
    "publisher": in_json("sources/0/publisher", "The Times"),
    "grade": in_json("sources/0/grade/mark", "A"),
    "reason of a grade": in_json("sources/0/grade/because", "We know it well."),
    "grade that is missing": in_json("sources/0/grade", None),
    "circular reporting": in_json("sources/0/circular", ""),
    "what is to be obtained": in_json("sources/0/obtain/1", "nothing"),
    "no source": in_json("sources/0/id", "nothing"),
}


@pytest.mark.parametrize("name", DATA)
def test_damaged_data_are_seen(name: str, made: Made) -> None:
    assert made.with_asset(LIBRARY, DATA[name]).wrong()


@pytest.mark.parametrize("name", FILES_OF_DATA)
def test_missing_data_are_seen(name: str, made: Made) -> None:
    held = {other: content for other, content in made.assets.items() if other != name}
    assert f"{name}: the file is missing" in replace(made, assets=held).wrong()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("data/quotations.json", b"Russia faces", b"Russia loves"),
        ("data/quotations.csv", b"Russia faces", b"Russia loves"),
        ("data/quotations.csv", b'"reported"', b'"direct"'),
        ("data/events.json", b"2023-09", b"2023-08"),
        ("data/events.csv", b"2023-09", b"2023-08"),
        ("data/events.csv", b'"": ""', b'"":""'),  # the same to a reader of JSON, and other bytes
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
        ("briefing", {"title": "Nothing"}),
        ("briefing", {"parts": (Section("Nothing"),)}),
        ("judgement", {"by": "certain"}),
        ("actor", {"names": ("Nobody",)}),
        ("actor", {"by": "state"}),
        ("source", {"by": "The Times"}),
        ("source", {"date": "2031-01-01"}),
        ("quotation", {"about": "Nothing"}),
        ("event", {"facets": {}}),
        ("event", {"by": "2031"}),
        ("event", {"title": "A coup"}),
    ],
)
def test_a_damaged_record_of_the_search_is_seen(
    kind: str, changes: dict[str, object], made: Made
) -> None:
    assert replace(made, records=damaged(made.records, kind, **changes)).wrong()


def test_what_is_said_of_a_source_and_the_names_of_a_briefing_are_derived(made: Made) -> None:
    source = next(record for record in made.records if record.kind == "source")
    assert len(source.parts) > 3
    told = next(r for r in made.records if r.kind == "briefing" and r.names)
    graded = source.parts[1]
    better = replace(graded, text=graded.text.replace("Grade F", "Grade A"))
    assert better != graded
    for true, false in (
        (source, replace(source, parts=source.parts[:-1])),
        (source, replace(source, parts=(source.parts[0], better, *source.parts[2:]))),
        (source, replace(source, parts=tuple(replace(p, anchor="") for p in source.parts))),
        (told, replace(told, names=())),
        (told, replace(told, names=(*told.names, "Nothing"))),
    ):
        others = tuple(false if record is true else record for record in made.records)
        found = replace(made, records=others).wrong()
        assert any(message.startswith(f"search: {true.kind}") for message in found), false


def test_a_speaker_whom_the_search_adds_is_seen(made: Made) -> None:
    own = next(r for r in made.records if r.kind == "quotation" and r.facets["voice"] == ("own",))
    spoken = replace(own, facets={**own.facets, "speaker": ("russia",)})
    assert replace(made, records=(*made.records, spoken)).wrong()


# --- a writer of which one function is changed ------------------------------------------------


@pytest.fixture(scope="module")
def verified() -> Verified:
    return verify(site_project())


def refused(verified: Verified) -> None:
    """What is made of a project is refused, and as nothing but made wrong."""
    assert {fault.code for fault in render(verified, SiteFacts()).faults} == {"made-wrong"}


def indexed(verified: Verified) -> list[str]:
    """What the proof says of the search index of all that is made of a project."""
    edition = render(verified, SiteFacts())
    assert edition.faults == ()
    return [f"{p.code}: {p.message}" for p in search_index(edition, {}).problems]


def test_the_search_index_of_the_real_edition_holds(verified: Verified) -> None:
    assert indexed(verified) == []


SEARCH_LIES: dict[str, Lie] = {
    "what actors are called": (labels, "str(actor.name)", "'Vladimir Putin'"),
    "who says a result": (shown, '"by": record.by', '"by": "in their own words, Vladimir Putin"'),
    "the title of a result": (shown, '"title": record.title', '"title": record.title + " (false)"'),
    "where a result leads": (shown, '"address": record.address', '"address": "sources/"'),
    "the values of records": (_few, "numbers[0] if numbers else None", "0"),
    "the letters of words": (folded, "text.lower()", "text.lower()[::-1]"),
    "the indexed words": (spaced, "cut.replace", "'Vladimir Putin'.replace"),
    "what words weigh": (standings, "standing.weight += weight", "standing.weight += 1"),
    "where words stand": (standings, "standing.at.append(at)", "standing.at.append(at + 1)"),
    "what a long record says": (impact, "0.6 * words", "0.6"),
    "the numbers of records": (postings, "number - last.get(word, 0)", "0"),
    "the names of actors": (named, "[name, number, *other]", '["Vladimir Putin", number]'),
    "a file of words": (word_files, '"names": names.get(begins, [])', '"names": []'),
    "the sections of a page": (_whole, "title = _words(heading)", 'title = "Sources"'),
    "the words of a page": (_whole, '" ".join(words.split())', "anchor"),
    "where a paragraph ends": (_told, "None if tag", '"" if tag'),
    "when an event was": (month_rows, "was.lasted", "was.first"),
    "the events of a year": (month_rows, "if record.edtf:", "if record.edtf and number % 2:"),
    "what there is to search": (index_files, "record.kind for record", "record.title for record"),
}  # fmt: skip


@pytest.mark.parametrize("name", SEARCH_LIES)
def test_a_search_index_that_lies_is_refused(
    name: str, verified: Verified, monkeypatch: pytest.MonkeyPatch
) -> None:
    lie(monkeypatch, SEARCH_LIES[name])
    found = indexed(verified)
    assert found
    assert all(told.startswith("search-index: ") for told in found)


PUBLIC_LIES: dict[str, Lie] = {
    "a summary": (_briefing, "word(briefing.summary)", 'word(Text("Russia invaded Myanmar in 1999."))'),
    "a title": (_briefing, "word(briefing.title)", 'word(Text("Russia invaded Myanmar"))'),
    "a gap that is missing": (_briefing, "_all(briefing.gaps, word)", "_all(briefing.gaps[1:], word)"),
    "a likelihood": (_judgement, "text=word(judgement.text),", "text=word(judgement.text), likelihood=Text('certain'),"),
    "a judgement": (_judgement, "word(judgement.text)", "word(Text(judgement.text.replace('likely', 'certain')))"),
    "a reason": (_judgement, 'reasons.get("because")', 'reasons.get("assumes")'),
    "a fact that is missing": (_actor, "facts=facts", "facts=facts[:1]"),
    "a name": (_actor, "word(actor.name)", "word(Text('Vladimir Putin'))"),
    "a status": (_event, "title=word(event.title)", "title=word(event.title), status=Text('happened')"),
    "a role": (_event, "parties=parties", "parties=tuple(replace(p, role=Text('signed')) for p in parties)"),
    "a reading": (_event, "word(party.reading)", "word(Text('So we say.'))"),
    "the title of a source": (_source, "_in_one_line(source.title)", "Text('FAKE')"),
    "a descriptor": (_source, "_in_one_line(source.descriptor)", "source.title"),
    "the reason of a grade": (_source, "_in_one_line(grade.because)", "source.title"),
    "a grade": (_source, "replace(grade, because", "replace(grade, mark=Text('A'), because"),
    "the risk of circular reporting": (_source, "_in_one_line(source.circular)", "source.title"),
    "what is to be obtained": (_source, "map(_in_one_line, source.obtain)", "source.obtain[:1]"),
    "a publisher": (_source, "_in_one_line(source.publisher)", "Text('The Times')"),
    "why a sentence is set aside": (_source, "_in_one_line(aside.reason)", "source.title"),
    "the plain text of a field": (_worded, '"".join(plain)', '"".join(plain) + " Not so."'),
    "what a field quotes": (_worded, "passages[0], sources", "said.passages[min(said.passages)][0], sources"),
    "the passage of a field": (_worded, "pieces.append(passages[0])", "pieces.append(said.passages[min(said.passages)][0])"),
    "the words beside a quotation": (_worded, "pieces.append(words)", "pieces.append(words.upper())"),
    "the names that are printed": (_printed, "if texts.hold(name)", ""),
    "every sentence of a source": (access_of, '"passages": opened', '"passages": every'),
    "the share of a source": (access_of, "(sum(map(len, every)) or 1)", "(sum(map(len, every)) or 1) * 0 + 0.01"),
    "the stretches that are withheld": (access_of, "_stretches_without([*sentences, *terms], source.text)", "()"),
    "a text with what is withheld": (redacted, "_INK.sub(HIDDEN, span.of(source.text))", "span.of(source.text)"),
    "a passage that was not bound": (_bound, "Answer(answer.passages)", "Answer(answer.passages[:0])"),
    "a subject that is missing": (decide, "if subject.gone is None", "if subject.gone is None and 'bob-ray' not in subject.path"),
}  # fmt: skip
"""What stands between the files that were read and what is public."""


IN_THE_REAL_PROJECT = (
    "a fact that is missing", "the names that are printed", "every sentence of a source", "the share of a source",
    "the stretches that are withheld", "a text with what is withheld",
)  # fmt: skip
"""Those that change nothing in a project without facts, whose one source may be read whole."""


@pytest.mark.parametrize(
    "lying",
    [
        (slug, '"-".join', '"".join'),
        (vars(Prose)["_heading"], "above + 1", "above + 2"),
        (vars(Prose)["_heading"], 'f"section-{base}"', "base"),
    ],
    ids=["words that run together", "a level that is left out", "the address of evidence"],
)
def test_where_a_heading_stands_is_derived_again(
    lying: Lie, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = "\n## A long list\n\n#### E waits\n\nIt is “put off until at least 2025”. [@report]\n"
    path = "briefings/2026-11-vote.md"
    root = small_project(tmp_path, **{path: SMALL[path] + body})
    assert made_in(root, SiteFacts()) == []
    lie(monkeypatch, lying)
    refused(verify(root))


HOSTED = SiteFacts(site_url="https://readers.example/burma/")


@pytest.mark.parametrize("told", ["None", "address", 'f"https://other.example/{address}"'])
def test_the_addresses_of_the_site_are_derived_again(
    told: str, verified: Verified, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert render(verified, HOSTED).faults == ()
    lie(monkeypatch, (SiteFacts.absolute, "return None", f"return {told} if True else None"))
    faults = render(verified, HOSTED).faults
    assert {fault.code for fault in faults} == {"made-wrong"}
    where = {fault.place.path for fault in faults}
    assert where >= {"feed.xml", VISIT, "sources/know-how/"}


@pytest.mark.parametrize("name", PUBLIC_LIES)
def test_what_is_public_is_what_was_read(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = site_project() if name in IN_THE_REAL_PROJECT else small_project(tmp_path, **TOLD_OF)
    lie(monkeypatch, PUBLIC_LIES[name])
    refused(verify(root))


OTHER_TEXT = "The clerk had a second list of names.\n"
LEFT_OUT = {
    "seeds/other/text.txt": OTHER_TEXT,
    "seeds/other/source.yml": re.sub(
        "sha256: .*", f"sha256: {sha256(OTHER_TEXT.encode()).hexdigest()}", CLOSED
    ),
    "briefings/2026-11-vote.md": SMALL["briefings/2026-11-vote.md"].replace(
        "title: ", "formerly: [poll]\ntitle: "
    ),
    "briefings/2026-12-draft.md": SMALL["briefings/2026-11-vote.md"]
    .replace("title: ", "draft: true\ntitle: ", 1)
    .replace("sources: [report]", "sources: [report, other]")
    + "\nThe clerk has more. [@other, para. 1]\n",
    "briefings/2026-10-old.md": """---
format: 1
title: An old page
date: 2026-10-01
summary: It was about a vote.
sources: [report]
gone: {date: 2026-11-30, why: It was about another vote.}
---
""",
}
"""A project with a draft, a source that only the draft uses, a page that moved and one gone."""

LEFT_OUT_LIES: dict[str, Lie] = {
    "why a page is gone": (_taken_down, "gone.why", "Text('A court said so.')"),
    "when it went": (_taken_down, "gone.date", "Text('2020-01-01')"),
    "what is gone": (_taken_down, "_title(subject)", "Text('Nothing')"),
    "where a page went": (_moved, "subject.address, _title", "'briefings/old/', _title"),
    "what only a draft needs": (only_for_drafts, "if not drafts", "if drafts"),
    "what others need": (only_for_drafts, "- needs.of", "| needs.of"),
}


def test_a_project_of_which_not_all_is_public_holds(tmp_path: Path) -> None:
    assert made_in(small_project(tmp_path, **LEFT_OUT), SiteFacts()) == []
    assert made_in(tmp_path, SiteFacts(preview=True)) == []


def test_a_draft_that_is_published_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = SMALL["briefings/2026-11-vote.md"].replace("title: ", "draft: true\ntitle: ", 1)
    lie(monkeypatch, (_is_draft, "subject.draft", "False"))
    root = small_project(tmp_path, **{"briefings/2026-12-draft.md": draft})
    refused(verify(root))


@pytest.mark.parametrize("name", LEFT_OUT_LIES)
def test_what_is_left_out_is_decided_again(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lie(monkeypatch, LEFT_OUT_LIES[name])
    refused(verify(small_project(tmp_path, **LEFT_OUT)))


REVIEWED = "reviewers: [B. Reader]\n"


def signed_and_changed(root: Path, *, since: bool) -> Path:
    """A project with all that may be signed, signed; one sentence of it is changed ``since``."""
    small_project(root, **TOLD_OF, **{"briefings/reviewers.yml": REVIEWED})
    told = verify(root)
    (briefing,) = told.library.briefings
    mark = fingerprint(briefing, told.bindings[briefing.path], told.library.sources)
    path = root / briefing.path
    review = f"review: {{by: B. Reader, date: 2026-12-01, fingerprint: '{mark}'}}\n"
    text = path.read_text("utf-8").replace("gaps:\n", f"{review}gaps:\n", 1)
    path.write_text(text.replace("One waits.", "Somebody waits.") if since else text, "utf-8")
    return root


@pytest.mark.parametrize("since", [False, True])
def test_a_review_is_compared_with_what_it_signed(tmp_path: Path, *, since: bool) -> None:
    root = signed_and_changed(tmp_path, since=since)
    assert made_in(root, SiteFacts()) == []
    page = next(p for p in render(verify(root), SiteFacts()).pages if p.address == VOTE)
    assert ("Changed since its review" in page.html) is since
    assert ("Reviewed: B. Reader" in page.html) is not since


def test_what_is_said_of_a_source_is_part_of_what_was_reviewed(tmp_path: Path) -> None:
    root = signed_and_changed(tmp_path, since=False)
    path = root / "seeds/report/source.yml"
    path.write_text(path.read_text("utf-8").replace("may retell", "must retell"), "utf-8")
    made = made_of(root)
    assert made.wrong() == []
    html = next(str(page.html) for page in made.pages if page.address == VOTE)
    assert "B. Reader signed on 1 December 2026, and 1 statement is new or changed since" in html
    assert made.with_page(VOTE, once("Changed since its review", "Reviewed")).wrong()


def test_a_review_that_is_stale_and_does_not_say_so_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = signed_and_changed(tmp_path, since=True)
    lie(monkeypatch, (changes, "return tuple(changed)", "return ()"))
    refused(verify(root))


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


YEARS = ("2023", "202X", "20XX", "2XXX", "0001", "9999", "2024")
PARTS_OF_YEARS = tuple(f"{number:02}" for number in (*range(1, 13), *range(21, 42)))
ONE_DATE = st.builds(
    lambda before, year, sign, month, day, after: (
        f"{before}{year}{sign}{f'-{month}' if month else ''}{f'-{day}' if month and day else ''}{after}"
    ),
    st.sampled_from(("", "", "?", "~")), st.sampled_from(YEARS), st.sampled_from(("", "", "?", "%")),
    st.sampled_from(("", "XX", "0X", "1X", *PARTS_OF_YEARS)),
    st.sampled_from(("", "", "XX", "1X", "3X", "01", "15", "29")), st.sampled_from(("", "", *"?~%")),
)  # fmt: skip
ONE_MEMBER = st.one_of(
    ONE_DATE, ONE_DATE, st.builds("{}..{}".format, ONE_DATE, ONE_DATE),
    st.builds("..{}".format, ONE_DATE), st.builds("{}..".format, ONE_DATE),
)  # fmt: skip
VALUES = st.one_of(
    ONE_DATE,
    st.builds("{}/{}".format, st.one_of(ONE_DATE, st.sampled_from(("", ".."))), ONE_DATE),
    st.builds("{}/{}".format, ONE_DATE, st.sampled_from(("", ".."))),
    st.builds(lambda held: f"[{','.join(held)}]", st.lists(ONE_MEMBER, min_size=1, max_size=3)),
    st.builds(lambda held: f"{{{','.join(held)}}}", st.lists(ONE_MEMBER, min_size=1, max_size=3)),
)


@given(VALUES)
def test_a_date_has_the_same_words_twice(written: str) -> None:
    try:
        value = parse(written)
    except DateError:
        assert day_words(written) == written
        return
    assert day_words(written) == in_words(value)


FIGURES = {"day": ("5", "31"), "year": ("2025", "0001"), "number": ("3", "120")}


@pytest.mark.parametrize("language", RELATIVE)
def test_a_phrase_of_a_date_has_the_same_rule_twice(language: str) -> None:
    for phrase in (phrase for entry in RELATIVE[language] for phrase in entry.phrases):
        slots = re.findall(r"\{(\w+)\}", phrase)
        known = [(*SLOTS[language].get(slot, ()), *FIGURES.get(slot, ())) for slot in slots]
        for words in product(*known):
            told = phrase
            for slot, word in zip(slots, words, strict=True):
                told = told.replace(f"{{{slot}}}", word)
            for written in (told, told.capitalize(), told.replace(" ", "\n ")):
                for to_come in (False, True):
                    rule = meaning(written, forward=to_come)
                    assert rule_told(written, to_come=to_come) == rule != "", written


def test_the_proof_knows_no_other_phrase_of_a_date() -> None:
    entries = [entry for every in RELATIVE.values() for entry in every]
    assert [told.phrases for told in rules_told()] == [entry.phrases for entry in entries]
    for phrase in (
        "in due course",
        "in the year",
        "{year} or later",
        "31 or later",
        "at least 20255",
    ):
        assert rule_told(phrase, to_come=False) == meaning(phrase) == ""


@pytest.mark.parametrize(
    "lying",
    [
        (_member, 'f"by {', 'f"after {'),
        (_member, "{_moments(start)} or later", "until {_moments(start)}"),
        (meaning, "else rule.means", "else RULES['next month'].means"),
        (meaning, "forward and rule.forward", "rule.forward"),
    ],
)
def test_a_writer_of_dates_that_lies_is_refused(
    lying: Lie, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    status = "planned" if "later" in lying[1] else "held"
    words = TOLD_OF["briefings/2026-11-vote.md"].replace("status: planned", f"status: {status}")
    files = {**TOLD_OF, "briefings/2026-11-vote.md": words}
    told = verify(small_project(tmp_path, **files))
    lie(monkeypatch, lying)
    refused(told)
