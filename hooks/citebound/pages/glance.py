"""The line under a page's title: how many sources, up to which day they inform, and whether
somebody has reviewed it. Each part leads to its explanation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from citebound.dates import parse
from citebound.model import Passage, Source
from citebound.pages.page_writer import PageWriter
from citebound.shown.passage import date_words

REVIEWED = {
    "unsigned": "not reviewed",
    "signed": "reviewed",
    "changed": "changed since its review",
}
"""What is said of each state of a review, wherever it is said in a word."""


def put_glance(
    writer: PageWriter, sources: Iterable[Source], review: str = "unsigned", about: str = ""
) -> None:
    """Writes it, with the day of the latest source if each has one. Only briefings are signed.
    The sources are told of at the address ``about``, or on the page of the only one.
    """
    known = list(sources)
    if not known:
        return
    days = [str(source.published) for source in known]
    last = max(days, key=lambda day: parse(day).upper) if all(days) else ""
    writer.block(
        "at_a_glance",
        count=len(known),
        about=about or (known[0].address if len(known) == 1 else ""),
        until=date_words(last) if last else "",
        review=review,
        reviewed=REVIEWED[review],
    )


def sources_of(passages: Iterable[Passage], sources: Mapping[str, Source]) -> list[Source]:
    """The sources of some passages, each once."""
    return [sources[name] for name in dict.fromkeys(passage.source for passage in passages)]
