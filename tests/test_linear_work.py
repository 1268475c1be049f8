"""Work that grows with what there is, and not with its square: calls are counted, not seconds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from citebound.indexes import Indexes, indexes_of
from citebound.markup import scan
from citebound.model import Briefing, Library, Source, Span, Text
from citebound.pages import page_writer
from citebound.pages.source import source_page
from citebound.passages.binding import bind
from citebound.public import decide
from citebound.shown.facts import SiteFacts
from citebound.text.sentences import paragraphs_of, sentences_of

PATH = "briefings/2026-11-case.md"


def indexes(text: str, body: str) -> Indexes:
    """The indexes of a briefing with this body, about a source of this text."""
    paragraphs = paragraphs_of(text, "lines")
    source = Source(
        "s", text, paragraphs=paragraphs, sentences=sentences_of(text, paragraphs), path="s"
    )
    briefing = Briefing(
        "case", PATH, Text("A case"), Text("2026-11-30"), Text("So."), (Text("s"),),
        scan(body, PATH),
    )  # fmt: skip
    library = Library({"s": source}, (briefing,))
    return indexes_of(decide(library, bind(library)))


def counted(monkeypatch: pytest.MonkeyPatch, where: object, name: str, calls: Counter[str]) -> None:
    """Count the calls of a function."""
    true: Callable[..., object] = getattr(where, name)

    def count(*given: object) -> object:
        calls[name] += 1
        return true(*given)

    monkeypatch.setattr(where, name, count)


def test_the_words_of_a_sentence_are_made_once_for_all_that_it_quotes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The page prints the sentence at each passage: its length is theirs to the square."""
    words = [f"report {n:03} was" for n in range(40)]
    body = f"So {' and '.join(f'“{each}”' for each in words)} [@s]."
    made = indexes(f"It says {' and '.join(words)} put off.\n", body)
    calls: Counter[str] = Counter()
    counted(monkeypatch, page_writer, "show", calls)
    page = source_page(made.sources["s"], made, SiteFacts())
    assert len(made.quotations) == 40
    assert str(page.html).count("data-quote=") == 40 * 41
    assert calls["show"] == 40


def test_a_sentence_of_a_source_is_compared_with_the_passages_that_use_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "".join(f"Report {n:03} was put off.\n" for n in range(40))
    made = indexes(text, " ".join(f"So “Report {n:03} was put off” [@s]." for n in range(40)))
    calls: Counter[str] = Counter()
    counted(monkeypatch, Span, "meets", calls)
    page = source_page(made.sources["s"], made, SiteFacts())
    assert len(made.quotations) == 40
    assert str(page.html).count('<mark class="cb-used">') == 40
    assert calls["meets"] <= 40 * 4


def test_overlapping_stretches_lead_to_the_longest_passage() -> None:
    made = indexes(
        "One two three four five six seven eight.\n",
        "So “two three four five” [@s]. So “three four” [@s] and “four five six” [@s].",
    )
    html = str(source_page(made.sources["s"], made, SiteFacts()).html)
    assert len(made.quotations) == 3
    assert (
        'One <mark class="cb-used"><a href="#q-4-23">two three </a></mark>'
        '<mark class="cb-used"><a href="#q-4-23">four five</a></mark>'
        '<mark class="cb-used"><a href="#q-14-27"> six</a></mark> seven eight.</span>'
    ) in html
