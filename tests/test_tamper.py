"""The tamper bench, small: every damage is found, or no visitor can notice it."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from bench import damages, tamper
from bench.finished_damages import FinishedSite
from bench.made_damages import FUNCTIONS, MadeSite
from bench.unnoticed import why_unnoticed

SEED = 7
"""Another one than that of the printed table."""

COUNT = 150
"""So many damages to the finished site."""

COUNT_MADE = 40
"""So many before it."""

PAGE = "briefings/moscow-visit/index.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> FinishedSite:
    return tamper.built(tmp_path_factory.mktemp("tamper"))


@pytest.fixture(scope="module")
def made(site: FinishedSite) -> MadeSite:
    return tamper.made_of(site)


def test_every_damage_to_the_finished_site_that_a_visitor_may_notice_is_found(
    site: FinishedSite, made: MadeSite
) -> None:
    found = [*tamper.outcomes("finished", site, made, range(COUNT), SEED)]
    assert [outcome for outcome in found if outcome.fate == "missed"] == []
    fates = Counter(outcome.fate for outcome in found)
    assert fates["found"] + fates["ignored"] == COUNT
    assert fates["ignored"] <= COUNT // 10


def test_what_is_damaged_before_the_site_is_built_is_found(
    site: FinishedSite, made: MadeSite
) -> None:
    found = [*tamper.outcomes("made", site, made, range(COUNT_MADE), SEED)]
    assert [outcome for outcome in found if outcome.fate == "missed"] == []
    fates = Counter(outcome.fate for outcome in found)
    assert fates["found"] + fates["ignored"] == COUNT_MADE


@pytest.mark.parametrize(("place", "name"), FUNCTIONS)
def test_each_function_that_may_be_damaged_is_there(place: object, name: str) -> None:
    assert callable(getattr(place, name))


def test_a_site_that_was_damaged_is_afterwards_as_it_was(site: FinishedSite) -> None:
    assert not site.found(*(name for names in site.files.values() for name in names))


# --- the rule by which a damage is excused ----------------------------------------------------

BEFORE = "<!doctype html><p>One <a href='x/'>two</a> · <b>three</b> four</p><pre>a  b</pre>"


@pytest.mark.parametrize(
    ("old", "new", "excused"),
    [
        ("four</p>", "four \n</p>", True),
        ("</p><pre>", "</p>\n\n<pre>", True),
        ("One <a", "One \n <a", True),
        ("<b>", "<B>", True),
        ("three", "thr&#101;e", True),
        ("href='x/'", "href='./x/'", True),
        ("One <a", "One<a", False),
        ("</a> ·", "</a>·", False),
        ("</b> four", "</b>four", False),
        ("a  b", "a b", False),
        ("href='x/'", "href='y/'", False),
        ("<!doctype html>", "", False),
        ("<b>", "<b title='x'>", False),
        ("<b>three</b>", "three", False),
        ("<p>", "<p><!-- x -->", False),
    ],
)
def test_only_what_no_browser_shows_is_excused(old: str, new: str, *, excused: bool) -> None:
    after = BEFORE.replace(old, new, 1)
    assert after != BEFORE
    why = why_unnoticed("a/index.html", BEFORE.encode(), after.encode())
    assert (why is not None) is excused


@pytest.mark.parametrize(
    ("name", "old", "new", "excused"),
    [
        ("feed.xml", "Title", "T&#105;tle", True),
        ("feed.xml", "<feed>", "<feed>\n", True),
        ("feed.xml", "Title", "Titles", False),
        ("feed.xml", "Title", " Title", False),
        ("feed.xml", "</feed>", "", False),
        ("sitemap.xml", "Title", " Title", True),
        ("data/events.csv", "Title", "T&#105;tle", False),
    ],
)
def test_only_what_xml_says_otherwise_is_seen(
    name: str, old: str, new: str, *, excused: bool
) -> None:
    before = "<feed><title>Title</title></feed>"
    why = why_unnoticed(name, before.encode(), before.replace(old, new).encode())
    assert (why is not None) is excused


def test_every_kind_of_damage_can_be_made(site: FinishedSite) -> None:
    html = (site.folder / PAGE).read_text("utf-8")
    for name, damage in damages.IN_PAGES.items():
        random = Random(name)  # noqa: S311, no secret
        changed = [damage(random, html) for _ in range(5)]
        assert any(text not in (None, html) for text in changed), name
