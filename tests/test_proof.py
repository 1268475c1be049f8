"""Found is made: the real site, built once, damaged in one place at a time, and refused."""

from __future__ import annotations

import ast
import base64
import gzip
import hashlib
import json
import random
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
import yaml

from bench.unnoticed import why_unnoticed
from building import allowing, build_finished
from citebound.cli import main
from citebound.door.build import Finished
from citebound.door.policy import POLICY
from citebound.problems import Place, Problem
from citebound.proof import listed
from citebound.proof.allowed import read_allowed
from citebound.proof.built import Built, NavigationEntry
from citebound.proof.comparing import differences
from citebound.proof.finished_pages import _in_one_line
from citebound.proof.imitation import states_in
from citebound.proof.made import phrases
from citebound.proof.names import below_ours, misleading
from citebound.proof.navigation import navigation_addresses, navigation_titles
from citebound.proof.nodes import Element, NotPlainError, read_html, read_plain
from citebound.proof.site import _together, prove_file
from citebound.publish import prove
from conftest import ROOT
from finished import inline_script, themes
from project import copied

BRIEFING = "briefings/moscow-visit/index.html"
SETTINGS = '<script id="__config" type="application/json">'


@dataclass(frozen=True)
class Site:
    """The finished site, and what it should be."""

    folder: Path
    finished: Finished

    def alone(self, name: str, built: Built | None = None) -> tuple[Problem, ...]:
        sources = self.finished.edition.verified.library.sources
        return prove_file(self.folder, name, built or self.finished.built, sources)

    def whole(self) -> tuple[Problem, ...]:
        return prove(self.finished.edition, self.folder, self.finished.built)

    def damaged(self, name: str, content: bytes) -> tuple[Problem, ...]:
        """What is found of one file with another content."""
        path = self.folder / name
        before = path.read_bytes()
        assert content != before, "nothing was damaged"
        path.write_bytes(content)
        try:
            return self.alone(name)
        finally:
            path.write_bytes(before)

    def replaced(self, name: str, old: str, new: str) -> tuple[Problem, ...]:
        text = (self.folder / name).read_text("utf-8")
        assert old in text, f"{name} has no {old}"
        return self.damaged(name, text.replace(old, new, 1).encode())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of this project, at an address of its own and with edit links."""
    root = copied(tmp_path_factory.mktemp("proof") / "a project")
    (root / "docs/CNAME").write_text("briefings.example\n", "utf-8")  # a file that is copied
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SITE_URL", "https://briefings.example/burma/")
        environment.setenv("EDIT_BASE", "https://forge.example/edit/main/")
        environment.setenv("SOURCE_DATE_EPOCH", "1795500000")
        folder = root / "site"
        folder.mkdir()
        finished = build_finished(root, folder)
    return Site(folder, finished)


def codes(problems: tuple[Problem, ...]) -> set[str]:
    return {problem.code for problem in problems}


def test_the_site_as_it_was_built_holds(site: Site) -> None:
    assert site.finished.problems == ()
    assert site.whole() == ()


# --- one page, damaged --------------------------------------------------------------------------

IN_THE_ARTICLE = {
    "a letter": ("Russia for help", "Rassia for help"),
    "a digit": ("2023", "2024"),
    "a word of ours": ("does not say", "does say"),
    "a moved quotation": ('data-quote="know-how:', 'data-quote="know-how:1'),
    "an attribute": ('class="cb-mark"', 'class="cb-mork"'),
    "a dropped element": ("<li", "<!-- <li"),
    "a doubled element": ("</p>", "</p></p>"),
    "a script": ("</h1>", "</h1><script>1</script>"),
    "an event handler": ("<p ", '<p onclick="x()" '),
    "a link that runs": ('href="#top"', 'href="javascript:x()"'),
    "an entity": ("’", "'"),
}


@pytest.mark.parametrize("damage", IN_THE_ARTICLE)
def test_a_damaged_article_is_refused(site: Site, damage: str) -> None:
    old, new = IN_THE_ARTICLE[damage]
    text = (site.folder / BRIEFING).read_text("utf-8")
    before, start, article = text.partition(listed.ARTICLE)
    assert old in article
    found = site.damaged(BRIEFING, (before + start + article.replace(old, new, 1)).encode())
    assert "rendered-article" in codes(found)


def test_a_swapped_speaker_is_refused(site: Site) -> None:
    name = "quotations/index.html"
    text = (site.folder / name).read_text("utf-8")
    article = text.partition(listed.ARTICLE)[2]
    speakers = re.findall(r'<a href="\.\./actors/[a-z-]+/#facts">[^<]*</a>', article)
    one, other = sorted(set(speakers))[:2]
    swapped = article.replace(one, "\0").replace(other, one).replace("\0", other)
    assert "rendered-article" in codes(site.damaged(name, text.replace(article, swapped).encode()))


AROUND_IT = {
    "a script": ("</body>", "<script>alert(1)</script></body>"),
    "a script of another host": ("</body>", '<script src="https://x.example/a.js"></script></body>'),
    "the inline script": ("__md_scope=new", "__md_scope= new"),
    "a listed script run otherwise": ('type="module"', 'type="text/plain"'),
    "a redirect": ("</head>", '<meta http-equiv="refresh" content="0; url=/x"></head>'),
    "a policy": ("default-src 'none'", "default-src *"),
    "a base": ("</head>", '<base href="/x/"></head>'),
    "a frame": ("</main>", '<iframe src="/"></iframe></main>'),
    "a form": ("</main>", '<form action="/x"></form></main>'),
    "a style": ('<main class="md-main"', '<main style="display:none" class="md-main"'),
    "an event handler": ("<main ", '<main onclick="x()" '),
    "a title": ("<title>Myanmar turns", "<title>Norland turns"),
    "a description": ('name="description" content="', 'name="description" content="It is said: '),
    "a canonical link": ('rel="canonical" href="https://b', 'rel="canonical" href="https://c'),
    "a word of the navigation": (">Timeline<", ">Timelines<"),
    "a link of the navigation": ('href="../../timeline/"', 'href="../../method/"'),
    "a dropped entry of the contents": (
        '<li><a class="md-nav__link" href="#why-russia">Why Russia</a></li>', "",
    ),
    "a doubled entry of the contents": (
        '<a class="md-nav__link" href="#why-russia">Why Russia</a>',
        '<a class="md-nav__link" href="#why-russia">Why Russia</a>' * 2,
    ),
    "the promise in the footer": ("was compared with", "was not compared with"),
    "a promise of more": ("Every quotation on this page", "Every sentence on this page"),
    "an invented quotation": ("</footer>", "<p>“They lost,” he said.</p></footer>"),
    "the edit link": ("https://forge.example/edit", "https://forge.example/edut"),
    "a setting": ('"search.result.none": "No', '"search.result.none": "Na'),
    "a setting twice": ('"annotate": null', '"annotate": null, "annotate": null'),
    "a setting more": ('"annotate": null', '"annotate": null, "x": 1'),
    "a comment": ("</main>", "</main><!-- x -->"),
    "an attribute without quotation marks": ('<main class="md-main"', "<main class=md-main"),
    "an attribute twice": ("<main ", '<main class="x" '),
    "an element that is not closed": ("</footer>", "<p></footer>"),
    "a hidden character": ("</footer>", "\u202e</footer>"),
    "a picture": ('d="M12 4a8', 'd="M13 4a8'),
}  # fmt: skip


@pytest.mark.parametrize("damage", AROUND_IT)
def test_a_damaged_frame_is_refused(site: Site, damage: str) -> None:
    assert "rendered-frame" in codes(site.replaced(BRIEFING, *AROUND_IT[damage]))


@pytest.mark.parametrize("name", ["404.html", "index.html", "writing/index.html"])
@pytest.mark.parametrize("damage", ["a script", "a redirect", "a word of the navigation"])
def test_the_frame_of_every_kind_of_page_is_read(site: Site, name: str, damage: str) -> None:
    assert "rendered-frame" in codes(site.replaced(name, *AROUND_IT[damage]))


ASTRAY = (
    "/", "/burma/", "///", "../../../", "./../../", "../../timeline/../", "../../timeline/%2e%2e/",
    "../../timeline/.%2e/", "../../%2E%2e/burma/", "..\\..\\", " ../../", "../../?/../../",
    "//evil.example/../", "https:/",
)  # fmt: skip
"""What a careless reader takes for the way to the root of the site from a briefing."""

ASKED = {
    "a script": '<script src="', "a stylesheet": '<link rel="stylesheet" href="',
    "a link": '<a href="', "the page of the search": 'data-page="', "a base": '"base": "',
    "a worker": '"search": "',
}  # fmt: skip


@pytest.mark.parametrize("what", ASKED)
@pytest.mark.parametrize("way", ASTRAY)
def test_a_page_asks_for_nothing_by_another_way(site: Site, what: str, way: str) -> None:
    old = f"{ASKED[what]}../.."
    slash = "" if what == "a base" else "/"
    assert "rendered-frame" in codes(
        site.replaced(BRIEFING, f"{old}{slash}", f"{ASKED[what]}{way}")
    )


@pytest.mark.parametrize(
    "way", ["", "../", "/", "./", "/burma/x/../", "/burma//", "/burma/./", "/burma/%2e%2e/burma/"]
)
def test_the_page_of_what_is_not_found_asks_below_the_root(site: Site, way: str) -> None:
    for begins in ('<a href="', '<script src="', '"base": "', '"search": "'):
        found = site.replaced("404.html", f"{begins}/burma/", f"{begins}{way}")
        assert "rendered-frame" in codes(found), begins


def test_the_words_of_the_page_of_what_is_not_found_are_listed(site: Site) -> None:
    assert "rendered-frame" in codes(site.replaced("404.html", "mistyped", "withdrawn"))


@pytest.mark.parametrize(
    ("old", "new"),
    [("</a> ·", "</a>·"), ("</a> · \n      \n        \n        \n        <a", "</a> ·<a")],
)
def test_a_link_that_touches_its_neighbour_is_found(site: Site, old: str, new: str) -> None:
    assert "rendered-frame" in codes(site.replaced("404.html", old, new))


@pytest.mark.parametrize("around", ["{}, and", "({})", "see {}: so", "“{}” is"])
def test_punctuation_may_touch_a_link(around: str) -> None:
    link = around.format('<a href="x/">one</a>')
    html = f"<!doctype html><html><body><p>{link}</p></body></html>"
    assert read_plain(html).words.split() == " ".join(around.format(" one ").split()).split()


def test_a_page_that_is_not_ours_is_what_was_handed_over_too(site: Site) -> None:
    damage = ("A briefing is one Markdown file", "A briefing is no Markdown file")
    assert "rendered-article" in codes(site.replaced("writing/index.html", *damage))


def test_a_page_without_its_article_is_refused(site: Site) -> None:
    found = site.replaced(BRIEFING, 'id="cb-content" tabindex', 'id="cb-content" tabIndex')
    assert "rendered-article" in codes(found)


def test_a_page_that_is_no_text_is_refused(site: Site) -> None:
    content = (site.folder / BRIEFING).read_bytes()
    assert "rendered-frame" in codes(site.damaged(BRIEFING, b"\xff" + content))


def test_white_space_is_the_themes(site: Site) -> None:
    text = (site.folder / BRIEFING).read_text("utf-8")
    assert site.damaged(BRIEFING, text.replace("</main>", "\n\n </main>").encode()) == ()


def test_random_damages_of_a_page_are_found(site: Site) -> None:
    """A sample: a character of a page, no white space, is another or is gone."""
    chance = random.Random(20261125)  # noqa: S311, damages and no secrets
    pages = sorted(path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.html"))
    for _ in range(150):
        name = chance.choice(pages)
        text = (site.folder / name).read_text("utf-8")
        at = chance.choice([n for n, c in enumerate(text) if not c.isspace()])
        new = chance.choice(["", "\u2020", "<", '"', "&"])
        if text[at] == new:
            continue
        found = site.damaged(name, f"{text[:at]}{new}{text[at + 1 :]}".encode())
        assert found, f"{name}, {at}: {text[at - 30 : at + 30]!r} with {new!r}"


# --- the other files ------------------------------------------------------------------------------


def damaged_by_a_letter(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


OTHER_FILES = [
    "data/library.json", "data/quotations.json", "data/quotations.csv", "data/events.json",
    "data/events.csv", "feed.xml", "actors/russia/feed.xml", "sitemap.xml", "sitemap.xml.gz",
    "search-index/state.json", "search-index/facet/speaker.json",
    "assets/citebound.css", "assets/citebound.js", "assets/find.js", "assets/favicon.svg",
    "CNAME",
]  # fmt: skip


@pytest.mark.parametrize("name", OTHER_FILES)
def test_another_file_is_what_was_made(site: Site, name: str) -> None:
    content = (site.folder / name).read_bytes()
    assert site.damaged(name, damaged_by_a_letter(content))


FOLDERS = ("search-index/record", "search-index/words", "assets", "assets/javascripts",
           "assets/stylesheets")  # fmt: skip


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_file_of_a_folder_is_compared(site: Site, folder: str) -> None:
    paths = sorted((site.folder / folder).glob("*.*"))
    assert paths
    for path in paths:
        name = path.relative_to(site.folder).as_posix()
        found = site.damaged(name, damaged_by_a_letter(path.read_bytes()))
        assert "rendered-file" in codes(found), name


def test_falsified_quotations_in_the_data_are_found(site: Site) -> None:
    """It was found by nobody: the check looked for fields that the export does not write."""
    records = json.loads((site.folder / "data/quotations.json").read_bytes())
    for record in records:
        record["words"] = ["FALSIFIED"]
    path = site.folder / "data/quotations.json"
    before = path.read_bytes()
    path.write_text(json.dumps(records), "utf-8")
    try:
        found = site.whole()
    finally:
        path.write_bytes(before)
    said = [p for p in found if p.code == "rendered-quotation"]
    assert len(said) == len(records) > 40
    assert "rendered-file" in codes(found)


def test_a_sitemap_names_every_page_once(site: Site) -> None:
    text = (site.folder / "sitemap.xml").read_text("utf-8")
    entry = re.search(r"<url>.*?</url>\s*", text, re.DOTALL)
    assert entry
    for other in (
        text.replace(entry[0], ""),
        text.replace(entry[0], entry[0] * 2),
        re.sub("<lastmod>2026", "<lastmod>2027", text, count=1),
        text.replace("</urlset>", "<x/></urlset>"),
    ):
        assert "rendered-file" in codes(site.damaged("sitemap.xml", other.encode()))
    packed = gzip.compress(text.replace(entry[0], "").encode())
    assert "rendered-file" in codes(site.damaged("sitemap.xml.gz", packed))


def test_a_packed_file_has_its_end(site: Site) -> None:
    """Nine bytes too few unpacked to the same, and were taken for all of it."""
    content = (site.folder / "sitemap.xml.gz").read_bytes()
    for lost in range(1, 12):
        damaged = content[:-lost]
        assert "rendered-file" in codes(site.damaged("sitemap.xml.gz", damaged)), lost
        assert why_unnoticed("sitemap.xml.gz", content, damaged) is None


def test_a_stylesheet_with_a_name_in_capitals_asks_nobody_either(site: Site) -> None:
    path = site.folder / "own/b.CSS"
    path.parent.mkdir()
    path.write_text("a { background: url(https://spy.example/a.png) }", "utf-8")
    try:
        found = site.whole()
    finally:
        shutil.rmtree(path.parent)
    assert "rendered-host" in {p.code for p in found if p.place.path == "own/b.CSS"}


def test_a_page_that_is_not_ours_has_no_frame_without_a_theme(site: Site) -> None:
    built = replace(site.finished.built, frame=lambda _: ("", ""))
    found = site.alone("writing/index.html", built)
    assert any("the page is not ours, and nothing says" in p.message for p in found)


def test_what_stands_in_five_places_of_one_file_is_not_said_to_be_in_five_files() -> None:
    def told(*places: Place) -> str:
        (problem,) = _together(Problem(place, "rendered-link", "x", "y") for place in places)
        return problem.message

    assert told(*(Place("a", line) for line in range(1, 6))) == "x; the same in 4 other places"
    assert told(*(Place(name) for name in "abcde")) == "x; the same in 4 other files"


@pytest.mark.parametrize(
    "name",
    ["about.html", "notes.txt", "x.js", "data/more.json", "briefings/x/index.html", "robots.txt",
     "assets/fonts/README.md"],
)  # fmt: skip
def test_a_file_that_nobody_made_is_refused(site: Site, name: str) -> None:
    path = site.folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("Something.", "utf-8")
    try:
        found = [problem for problem in site.whole() if problem.place.path == name]
    finally:
        path.unlink()
        if not any(path.parent.iterdir()):
            path.parent.rmdir()
    assert "rendered-file" in {problem.code for problem in found}


@pytest.mark.parametrize(
    "name", [BRIEFING, "404.html", "CNAME", *OTHER_FILES[:9], "assets/search.css"]
)
def test_a_file_that_is_missing_is_found(site: Site, name: str) -> None:
    path = site.folder / name
    before = path.read_bytes()
    path.unlink()
    try:
        found = site.whole()
    finally:
        path.write_bytes(before)
    assert [p.code for p in found if p.place.path == name] == ["rendered-file"]


def test_a_file_of_the_theme_that_no_page_asks_for_is_refused(site: Site) -> None:
    """Byte for byte as it is installed: source maps, and words for the search that is off."""
    (theme,) = (each for each in site.finished.built.themes if (each / "assets").is_dir())
    others = {p.relative_to(theme).as_posix() for p in (theme / "assets").rglob("*.*")}
    others = {n for n in others if not any(fnmatchcase(n, p) for p in listed.INSTALLED_FILES)}
    assert {Path(name).suffix for name in others} >= {".map", ".js", ".css", ".png"}
    for name in others:
        path = site.folder / name
        assert not path.exists()
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(theme / name, path)
        found = site.alone(name)
        path.unlink()
        assert "the file was neither made nor copied by this build" in {p.message for p in found}


def test_a_link_of_the_file_system_is_no_file(site: Site) -> None:
    link = site.folder / "assets" / "copy.css"
    link.symlink_to("citebound.css")
    try:
        found = site.whole()
    finally:
        link.unlink()
    assert [(p.place.path, p.code) for p in found] == [("assets/copy.css", "rendered-file")]


def test_a_proof_that_looked_at_nothing_fails(site: Site) -> None:
    nothing = replace(site.finished.built, pages={}, assets={}, themes=())
    edition = replace(site.finished.edition, pages=(), assets={})
    said = {problem.message for problem in prove(edition, site.folder, nothing)}
    for what in ("page", "quotation", "file of data", "file of the theme"):
        assert f"there was no {what} to compare" in said


def test_a_title_of_the_navigation_is_stated(site: Site) -> None:
    built = site.finished.built
    first = replace(built.navigation[1], title="“They lost,” he said")
    falsified = replace(built, navigation=(built.navigation[0], first, *built.navigation[2:]))
    found = prove(site.finished.edition, site.folder, falsified)
    assert any(p.place.path == "mkdocs.yml" and "They lost" in p.message for p in found)


VALUES = (
    "model", "problems", "pages.page", "public.Published", "public.access.Access", "dates.edtf",
    "dates.moments", "dates.DateError", "passages.answers.Bound", "search.record.Record",
    "shown.facts.SiteFacts",
)  # fmt: skip
"""Where the values come from that are compared: they do nothing."""


def test_the_documentation_names_all_that_the_rules_share_with_the_engine() -> None:
    shared = {"Bound.evidence"}
    for path in (ROOT / "hooks/citebound/proof/made").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            assert not isinstance(node, ast.Import) or all(
                not name.name.startswith("citebound") for name in node.names
            ), path
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("citebound."):
                room = str(node.module).removeprefix("citebound.")
                shared |= {f"{room}.{name.name}" for name in node.names}
    shared = {
        name
        for name in shared
        if not any(f"{name}.".startswith(f"{value}.") for value in ("proof", *VALUES))
    }
    page = (ROOT / "docs/trust.md").read_text("utf-8")
    told = page.partition("they share\nwith the rest")[2].partition("Each page is")[0]
    assert set(re.findall(r"`([\w.]+)`", told)) == shared


def test_the_navigation_leads_where_it_is_stated(site: Site) -> None:
    built = site.finished.built
    assert built.stated
    assert [*navigation_addresses(built)] == []
    elsewhere = replace(built.navigation[1], address="https://x.example/")
    falsified = (built.navigation[0], elsewhere, *built.navigation[2:])
    for stated in (built.stated, None):
        found = [*navigation_addresses(replace(built, stated=stated, navigation=falsified))]
        assert [problem.place.path for problem in found] == ["mkdocs.yml"]
    assert [*navigation_addresses(replace(built, stated=None))] == []
    # What nav: itself says of another site is its owner's.
    owners = (built.stated[0], replace(elsewhere, title="Briefings"), *built.stated[2:])
    assert [*navigation_addresses(replace(built, stated=owners, navigation=falsified))] == []


# --- what is listed -------------------------------------------------------------------------------


def test_the_one_script_and_the_policy_are_those_of_the_theme() -> None:
    """Two hands wrote them: what is sent, and what is expected."""
    assert listed.POLICY == POLICY
    digest = hashlib.sha256(inline_script().encode()).digest()
    assert base64.b64encode(digest).decode() == listed.INLINE_SCRIPT.removeprefix("sha256-")


@pytest.mark.parametrize(
    "html",
    [
        "<html><p>x</html>", "<html><p class=x></p></html>", "<html><!-- x --></html>",
        "<html><p a='x'></p></html>", '<html><p a="1" a="2"></p></html>', "<html></html><p></p>",
        "<html><script><!-- <script></script></html>", "<html><p/></html>", "<html>a < b</html>",
        "<html>\x00</html>", "<html><![CDATA[x]]></html>", "<html>", "",
    ],
)  # fmt: skip
def test_html_that_is_not_plain_is_refused(html: str) -> None:
    with pytest.raises(NotPlainError):
        read_plain(f"<!doctype html>{html}")


@pytest.mark.parametrize(
    "body",
    ["<table><p>x</p></table>", "<p><div>x</div></p>", '<a href="x"><a href="y"></a></a>'],
)
def test_plain_html_that_a_browser_reads_otherwise_is_found(body: str) -> None:
    raw = f"<!doctype html><html><head></head><body>{body}</body></html>"
    assert read_plain(raw) != read_html(raw)


def test_html_after_the_body_is_not_plain() -> None:
    with pytest.raises(NotPlainError):
        read_plain("<!doctype html><html><head></head><body><p>x</p></body><p>y</p></body></html>")


def test_both_readings_of_every_page_agree(site: Site) -> None:
    for path in site.folder.rglob("*.html"):
        raw = path.read_text("utf-8")
        head, start, rest = raw.partition(listed.ARTICLE)
        frame = head + start + rest[rest.rindex("</article>") :]
        assert read_plain(frame) == read_html(frame), path


def test_a_difference_names_what_is_wrong() -> None:
    wanted = Element("p", (("class", "a"),), ("one", Element("b", (), ("two",))))
    for found, told in (
        (Element("q"), "stands where"),
        (Element("p", (), wanted.children), "lacks class"),
        (replace(wanted, attributes=(("class", "b"),)), "where it should have"),
        (replace(wanted, attributes=(("class", "a"), ("id", "x"))), "which is not listed"),
        (replace(wanted, children=("three", wanted.children[1])), "says “three”"),
        (replace(wanted, children=(wanted.children[1],)), "lacks “one”"),
        (replace(wanted, children=(*wanted.children, "four")), "holds “four”"),
        (replace(wanted, children=(*wanted.children, Element("i"))), "<i> stands outside"),
        (replace(wanted, children=("one",)), "lacks <b>"),
    ):
        assert any(told in each.sentence for each in differences(wanted, found)), told
    assert list(differences(wanted, wanted)) == []


# --- what an owner allows -------------------------------------------------------------------------


def pasted(problem: Problem) -> object:
    """The entries that a finding proposes, as YAML reads them."""
    told = yaml.safe_load("\n".join(problem.paste))
    return told["extra"]["citebound"]["allow"]


ALLOWED = (
    '<aside class="announcement"><p>It’s new: <a href="/briefings/">a briefing</a>.</p></aside>',
    '<script src="/js/count.js" data-name="it&quot;s"></script>',
    "<script>count()</script>",
    "<p>New</p>",
)


@pytest.mark.parametrize("html", ALLOWED)
def test_the_finding_says_what_to_write_and_that_is_enough(site: Site, html: str) -> None:
    path = site.folder / BRIEFING
    before = path.read_text("utf-8")
    path.write_text(before.replace("</main>", f"{html}</main>"), "utf-8")
    try:
        (problem,) = site.alone(BRIEFING)
        assert "Your site may have it" in problem.hint
        allowed, wrong = read_allowed(pasted(problem))
        assert wrong == ()
        assert site.alone(BRIEFING, replace(site.finished.built, allowed=allowed)) == ()
        # An entry allows what it names and nothing like it.
        changed = html.replace("New", "Old").replace("count", "spy").replace("announcement", "x")
        path.write_text(before.replace("</main>", f"{changed}</main>"), "utf-8")
        assert site.alone(BRIEFING, replace(site.finished.built, allowed=allowed))
    finally:
        path.write_text(before, "utf-8")


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>", '<p onclick="x()">x</p>', '<a href="javascript:x()">x</a>',
        '<iframe src="/x"></iframe>', '<p style="color:red">x</p>', '<p data-quote="x">x</p>',
    ],
)  # fmt: skip
def test_an_allowed_element_brings_nothing_else_that_runs(site: Site, inside: str) -> None:
    path = site.folder / BRIEFING
    before = path.read_text("utf-8")
    allowed, _ = read_allowed([{"element": 'aside[class="announcement"]'}])
    added = f'<aside class="announcement">{inside}</aside></main>'
    path.write_text(before.replace("</main>", added), "utf-8")
    try:
        found = site.alone(BRIEFING, replace(site.finished.built, allowed=allowed))
    finally:
        path.write_text(before, "utf-8")
    assert "rendered-frame" in codes(found)


@pytest.mark.parametrize("tag", ['meta[content="0"][http-equiv="refresh"]', 'base[href="/x/"]'])
def test_no_entry_allows_a_redirect(site: Site, tag: str) -> None:
    allowed, wrong = read_allowed([{"element": tag}])
    assert wrong == ()
    html = re.sub(r'\[([a-z-]+="[^"]*")\]', r" \1", tag)
    path = site.folder / BRIEFING
    before = path.read_text("utf-8")
    path.write_text(before.replace("</head>", f"<{html}></head>"), "utf-8")
    try:
        assert site.alone(BRIEFING, replace(site.finished.built, allowed=allowed))
    finally:
        path.write_text(before, "utf-8")


def test_no_entry_allows_anything_in_an_article(site: Site) -> None:
    allowed, _ = read_allowed([{"element": 'aside[class="announcement"]'}])
    path = site.folder / BRIEFING
    before = path.read_text("utf-8")
    added = '<aside class="announcement">x</aside></article>'
    path.write_text(added.join(before.rsplit("</article>", 1)), "utf-8")
    try:
        found = site.alone(BRIEFING, replace(site.finished.built, allowed=allowed))
    finally:
        path.write_text(before, "utf-8")
    assert "rendered-article" in codes(found)


@pytest.mark.parametrize(
    "entries",
    ["x", ["x"], [{"element": "<p>"}], [{"file": "a.js"}], [{"file": "a.js", "sha256": "1"}],
     [{"element": "p", "why": "x"}], [{}], [{"element": 1}]],
)  # fmt: skip
def test_an_entry_that_cannot_be_read_is_a_finding(entries: object) -> None:
    allowed, wrong = read_allowed(entries)
    assert allowed == ()
    assert [problem.place.path for problem in wrong] == ["mkdocs.yml"]


# --- no setting takes the proof away --------------------------------------------------------------


def built_with(root: Path, *changes: tuple[str, str], **files: str) -> int:
    """The exit status of `citebound build` after changes of mkdocs.yml, and with more files."""
    configuration = root / "mkdocs.yml"
    text = configuration.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    configuration.write_text(text, "utf-8")
    for name, content in files.items():
        (root / "hooks" / f"{name}.py").write_text(content, "utf-8")
    return main(["build", str(root)])


OURS = "  - hooks/publish_site.py\n"
AFTER = (OURS, f"{OURS}  - hooks/other.py\n")
BEFORE = (OURS, f"  - hooks/other.py\n{OURS}")

HOOKS = {
    "a word of an article": "def on_post_page(output, page, config):\n"
    "    return output.replace('Moscow', 'Minsk')\n",
    "a script": "def on_post_page(output, page, config):\n"
    "    return output.replace('</body>', '<script>x()</script></body>')\n",
    "what the template is given": "def on_page_context(context, page, config, nav):\n"
    "    page.content += '<p>And so on.</p>'\n",
    "a title": "def on_page_context(context, page, config, nav):\n"
    "    page.meta['title'] = 'They lost'\n",
    "the data, at the very end": "from pathlib import Path\n"
    "def on_post_build(config):\n"
    "    (Path(config.site_dir) / 'data/quotations.csv').write_text('x')\n",
    "a file more": "from mkdocs.structure.files import File\n"
    "def on_files(files, config):\n"
    "    files.append(File.generated(config, 'x/y.html', content='<p>x'))\n",
    "a page below ours": "from mkdocs.structure.files import File\n"
    "def on_files(files, config):\n"
    "    files.append(File.generated(config, 'briefings/more.md', content='# More'))\n",
    "a title of the navigation": "def on_nav(nav, config, files):\n"
    "    nav.items[1].title = 'They lost'\n",
    "where the navigation leads": "from mkdocs.structure.nav import Link\n"
    "def on_nav(nav, config, files):\n"
    "    nav.items[:] = [Link('Method', 'https://x.example/') if i.title == 'Method' else i\n"
    "                    for i in nav.items]\n",
    "which title of the navigation leads where": "def on_nav(nav, config, files):\n"
    "    one, other = nav.items[6:8]\n"
    "    one.title, other.title = other.title, one.title\n",
    "what the navigation lacks": "def on_nav(nav, config, files):\n    del nav.items[6]\n",
    "a link deep in the navigation": "from mkdocs.structure.nav import Link\n"
    "def on_nav(nav, config, files):\n"
    "    nav.items[-1].children[0] = Link('Writing a briefing', 'https://x.example/')\n",
    "another folder": "def on_config(config):\n    config.site_dir += '-elsewhere'\n",
}


@pytest.mark.parametrize("order", [AFTER, BEFORE], ids=["after ours", "before ours"])
@pytest.mark.parametrize("what", HOOKS)
def test_another_hook_cannot_change(
    project_copy: Path, what: str, order: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert built_with(project_copy, order, other=HOOKS[what]) == 1, capsys.readouterr().err
    assert not (project_copy / "site").exists()


AFTERWARDS = """
from pathlib import Path
def spoil(site):
    for page in Path(site).rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace("Moscow", "Minsk"), "utf-8")
"""

OUTSIDE_THE_EVENTS = {
    "at the exit of the program": "import atexit\n"
    "def on_post_build(config):\n"
    "    atexit.register(spoil, Path(config.site_dir).parents[1])\n",
    "in a thread that lives on": "import threading, time\n"
    "def later(site):\n"
    "    time.sleep(3)\n"
    "    spoil(site)\n"
    "def on_post_build(config):\n"
    "    site = Path(config.site_dir).parents[1]\n"
    "    threading.Thread(target=later, args=[site]).start()\n",
}


@pytest.mark.parametrize("when", OUTSIDE_THE_EVENTS)
def test_what_another_hook_does_outside_the_events_changes_nothing(
    project_copy: Path, when: str
) -> None:
    configuration = project_copy / "mkdocs.yml"
    text = configuration.read_text("utf-8")
    configuration.write_text(text.replace(*AFTER), "utf-8")
    hook = AFTERWARDS + OUTSIDE_THE_EVENTS[when]
    (project_copy / "hooks/other.py").write_text(hook, "utf-8")
    run = [sys.executable, "-m", "citebound", "build", "."]
    assert subprocess.run(run, cwd=project_copy, check=False).returncode == 0
    time.sleep(4 if "thread" in when else 0)
    assert "Minsk" not in (project_copy / "site" / BRIEFING).read_text("utf-8")


@pytest.mark.parametrize("spoils", ["on_post_build", "the module"])
def test_another_hook_cannot_replace_the_proof(
    project_copy: Path, spoils: str, capsys: pytest.CaptureFixture[str]
) -> None:
    replaced = (
        "import sys\n"
        "def replaced():\n"
        "    for module in [m for n, m in sys.modules.items() if n.startswith('citebound')]:\n"
        "        for name in [n for n in vars(module) if n.startswith(('prove', '_prove'))]:\n"
        "            setattr(module, name, lambda *_, **__: ())\n"
    )
    page = "def on_post_page(output, page, config):\n    return output.replace('Moscow', 'Minsk')\n"
    when = "replaced()\n" if spoils == "the module" else "def on_post_build(config): replaced()\n"
    assert built_with(project_copy, AFTER, other=replaced + page + when) == 1
    assert "Minsk" in capsys.readouterr().err
    assert not (project_copy / "site").exists()


MOVING = """
import os, shutil
def on_post_build(config):
    shutil.move(config.site_dir, os.environ["ELSEWHERE"])
    os.symlink(os.environ["ELSEWHERE"], config.site_dir)
"""


def test_a_hook_cannot_publish_a_folder_elsewhere(
    project_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("ELSEWHERE", str(tmp_path / "elsewhere"))
    assert built_with(project_copy, AFTER, other=MOVING) == 1
    assert "a folder that is gone or elsewhere" in capsys.readouterr().err
    assert not (project_copy / "site").exists()


def test_what_a_hook_leaves_running_does_not_hold_the_build(project_copy: Path) -> None:
    hook = "import os, time\ndef on_post_build(config):\n    if os.fork() == 0: time.sleep(120)\n"
    began = time.monotonic()
    assert built_with(project_copy, AFTER, other=hook) == 0
    assert time.monotonic() - began < 100


def test_an_extension_that_is_a_file_of_the_project_is_refused(
    project_copy: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project_copy / "evilext.py").write_text("E = 1\n", "utf-8")
    monkeypatch.syspath_prepend(str(project_copy))
    change = ("extra:\n", "extra:\n  x: !!python/name:evilext.E\n")
    assert built_with(project_copy, change) == 1
    assert "mkdocs.yml loads evilext.py" in capsys.readouterr().err


@pytest.mark.parametrize("ends", ["sys.exit(0)", "os._exit(0)", "os.kill(os.getpid(), 9)"])
def test_a_hook_that_ends_the_program_ends_the_build_alone(
    project_copy: Path, ends: str, capsys: pytest.CaptureFixture[str]
) -> None:
    hook = f"import os, sys\ndef on_post_build(config):\n    {ends}\n"
    assert built_with(project_copy, AFTER, other=hook) == 1
    assert "the build ended before it was done" in capsys.readouterr().err
    assert not (project_copy / "site").exists()


@pytest.mark.parametrize("order", [AFTER, BEFORE], ids=["after ours", "before ours"])
def test_what_another_hook_makes_of_our_content_is_not_printed(
    project_copy: Path, order: tuple[str, str]
) -> None:
    hook = (
        "def on_page_content(html, page, config, files):\n"
        "    return html.replace('Moscow', 'Minsk')\n"
    )
    assert built_with(project_copy, order, other=hook) == 0
    assert "Minsk" not in (project_copy / "site" / BRIEFING).read_text("utf-8")


def test_a_page_that_another_hook_takes_out_is_missed(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hook = (
        "def on_files(files, config):\n"
        "    files.remove(files.get_file_from_path('actors/ukraine.md'))\n"
    )
    assert built_with(project_copy, AFTER, other=hook) == 1
    assert "actors/ukraine/index.html:1:1: [rendered-file]" in capsys.readouterr().err


def test_without_our_hook_nothing_is_built(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert built_with(project_copy, (f"hooks:\n{OURS}", "")) == 1
    assert "does not name hooks/publish_site.py" in capsys.readouterr().err
    assert not (project_copy / "site").exists()


def without_nav(root: Path) -> tuple[str, str]:
    text = (root / "mkdocs.yml").read_text("utf-8")
    return (text[text.index("\nnav:\n") : text.index("\nhooks:\n")], "\n")


@pytest.mark.parametrize("which", ["nav", "exclude_docs", "smarty", "docs_dir"])
def test_without_a_setting_the_site_is_proved_all_the_same(project_copy: Path, which: str) -> None:
    changes = {
        "nav": without_nav(project_copy),
        "exclude_docs": ("exclude_docs: |\n  /actors/\n  /assets/briefing.png\n", ""),
        "smarty": ("  - attr_list\n", "  - attr_list\n  - smarty\n  - abbr\n"),
        "docs_dir": ("docs_dir: docs", "docs_dir: documents"),
    }
    if which == "docs_dir":
        shutil.copytree(project_copy / "docs", project_copy / "documents")
        shutil.rmtree(project_copy / "documents" / "actors")
    hook = "def on_post_page(output, page, config):\n    return output.replace('vote', 'rote')\n"
    assert built_with(project_copy, changes[which]) == 0
    assert built_with(project_copy, AFTER, other=hook) == 1


def test_a_docs_folder_that_moved_with_the_actors_is_no_project(project_copy: Path) -> None:
    (project_copy / "docs").rename(project_copy / "documents")
    assert built_with(project_copy, ("docs_dir: docs", "docs_dir: documents")) == 2


# --- the owner's own files ------------------------------------------------------------------------


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_an_owner_has_a_style_a_logo_a_favicon_and_a_domain(project_copy: Path) -> None:
    write(project_copy / "docs/CNAME", "briefings.example\n")
    write(project_copy / "docs/own/style.css", ".own { color: teal }")
    shutil.copy2(ROOT / "docs/assets/briefing.png", project_copy / "docs/own/logo.png")
    status = built_with(
        project_copy,
        ("  font: false", "  logo: own/logo.png\n  favicon: own/logo.png\n  font: false"),
        ("plugins: []", 'plugins: []\nextra_css: [own/style.css]\ncopyright: "&copy; An owner"'),
    )
    assert status == 0
    assert (project_copy / "site/CNAME").read_text("utf-8") == "briefings.example\n"
    page = (project_copy / "site" / BRIEFING).read_text("utf-8")
    assert "own/style.css" in page
    assert "own/logo.png" in page


def test_what_runs_needs_a_line_and_the_line_is_enough(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {"own/count.js": "1", "own/old.html": "<p>Old.", "own/map.svg": "<svg/>"}
    for name, text in files.items():
        write(project_copy / "docs" / name, text)
    script = ("plugins: []", "plugins: []\nextra_javascript: [own/count.js]")
    assert built_with(project_copy, script) == 1
    said = capsys.readouterr().err
    for name in files:
        assert f"- file: '{name}'" in said
    assert "- element: 'script[src=\"/own/count.js\"]'" in said
    status, said = built_with(project_copy, allowing(said)), capsys.readouterr().err
    assert status == 0, said
    assert "matches nothing" not in said
    write(project_copy / "docs/own/count.js", "2")
    assert built_with(project_copy) == 1


def test_a_font_needs_a_line_and_the_line_is_enough(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A font can show other letters and figures than a page has."""
    files = [f"own/x.{kind}" for kind in ("woff2", "woff", "ttf", "OTF", "eot")]
    for name in files:
        write(project_copy / "docs" / name, "shapes")
    write(project_copy / "docs/own/x.png", "wOF2, whatever its name says")
    assert built_with(project_copy) == 1
    said = capsys.readouterr().err
    for name in (*files, "own/x.png"):
        assert f"- file: '{name}'" in said
    status, said = built_with(project_copy, allowing(said)), capsys.readouterr().err
    assert status == 0, said
    write(project_copy / "docs/own/x.woff2", "other shapes")
    assert built_with(project_copy) == 1


def installed(pattern: str) -> str:
    """The address of a file of Material, as it is installed."""
    (found,) = (path for theme in themes() for path in theme.glob(pattern))
    return found.relative_to(themes()[0]).as_posix()


@pytest.mark.parametrize("folder", ["mytheme", "hooks/theme"])
def test_a_folder_of_the_theme_brings_nothing_unseen(
    project_copy: Path, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stood in the first folder of the theme was taken for the theme's own."""
    if folder != "hooks/theme":
        shutil.copytree(project_copy / "hooks/theme", project_copy / folder)
    script = installed("assets/javascripts/bundle.*.min.js")
    style = installed("assets/stylesheets/main.*.min.css")
    write(project_copy / folder / script, "document.body.textContent = 'They lost'")
    write(project_copy / folder / style, 'article::before { content: "They lost" }')
    write(project_copy / folder / "assets/extra.css", "p { color: teal }")
    write(project_copy / folder / "assets/extra.js", "1")
    changes = [("plugins: []", "plugins: []\nextra_css: [assets/extra.css]")]
    changes.append(("custom_dir: hooks/theme", f"custom_dir: {folder}"))
    assert built_with(project_copy, *changes) == 1
    said = capsys.readouterr().err
    for name in (script, style):
        assert f"{name}:1:1: [rendered-file]" in said
        assert f"- file: '{name}'" not in said
        (project_copy / folder / name).unlink()
    allow = allowing(said)
    assert "- file: 'assets/extra.css'" in allow[1]
    assert "- file: 'assets/extra.js'" in allow[1]
    assert built_with(project_copy, allow) == 0, capsys.readouterr().err


HOSTS = ("vercel.json", "own/Web.config", "netlify.toml", "_headers", "staticwebapp.config.json",
         "_routes.json", "firebase.json")  # fmt: skip


def test_what_tells_a_host_what_to_serve_needs_a_line(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (*HOSTS, "own/data.json", "CNAME"):
        write(project_copy / "docs" / name, "{}")
    assert main(["build", str(project_copy)]) == 1
    said = capsys.readouterr().err
    for name in HOSTS:
        assert f"{name}:1:1: [rendered-file] A web server may take" in said
        assert f"- file: '{name}'" in said
    assert said.count("[rendered-file]") == len(HOSTS)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("own/rep\u043ert.txt", "the name of the file deceives the eye"),
        ("own/q?x.txt", "the name of the file has '?'"),
        ("Briefings/x.txt", "a file that is not ours stands below an address of ours"),
        ("br\u0456efings/x.txt", "a file that is not ours stands below an address of ours"),
    ],
)
def test_a_file_of_the_site_is_told_by_its_name(site: Site, name: str, told: str) -> None:
    path = site.folder / name
    write(path, "Something.")
    try:
        found = [problem.message for problem in site.whole() if problem.place.path == name]
    finally:
        shutil.rmtree(path.parent)
    assert any(message.casefold().startswith(told.casefold()) for message in found), found


@pytest.mark.parametrize(
    ("name", "below"),
    [
        ("briefings/x.html", True), ("Briefings/x.html", True), ("SOURCES/x/index.html", True),
        ("br\u0456efings/x.html", True), ("ｄata/x.csv", True), ("data./x.csv", True),
        ("briefings.html", False), ("own/briefings/x.html", False), ("dating/x.html", False),
        ("briefings", False), ("données/x.csv", False),
    ],
)  # fmt: skip
def test_what_looks_like_an_address_of_ours_is_one(name: str, *, below: bool) -> None:
    assert below_ours(name) is below


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("br\u0456efings/x.html", "two alphabets"), ("own/rep\u043ert.pdf", "two alphabets"),
        ("own/a\u200bb.pdf", "U+200B"), ("q?x#y/index.html", "'?'"), ("a\nb/index.html", "n'"),
        ("own/report-2.pdf", None), ("отчёт/index.html", None), ("my file's.pdf", None),
        ("မြန်မာ/index.html", None), ("über/100%.html", None),
    ],
)  # fmt: skip
def test_a_name_that_deceives_is_said_to(name: str, told: str | None) -> None:
    found = misleading(name)
    assert (found is None) is (told is None)
    assert told is None or told in str(found)


@pytest.mark.parametrize("folder", ["Briefings", "br\u0456efings"])
def test_a_page_may_not_stand_where_ours_seem_to(
    project_copy: Path, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project_copy / "docs" / folder / "more.md", "# More\n")
    assert main(["build", str(project_copy)]) == 1
    assert folder in capsys.readouterr().err


def test_an_entry_that_matches_nothing_is_named_where_it_stands(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = (
        "      - element: 'script[src=\"/gone.js\"]'\n"
        f"      - {{file: own/gone.js, sha256: {'a' * 64}}}\n"
        "      - element: 'meta[charset=\"utf-8\"]'\n"
    )
    allow = ("extra:\n", f"extra:\n  citebound:\n    allow:\n{entries}")
    assert built_with(project_copy, allow) == 0
    said = capsys.readouterr().err
    text = (project_copy / "mkdocs.yml").read_text("utf-8")
    line = text[: text.index("- element")].count("\n") + 1
    told = "of extra: citebound: allow: matches nothing of this site"
    first = f"mkdocs.yml:{line}:1: [rendered-frame] warning: Entry 1 {told}"
    assert f'{first} (element: script[src="/gone.js"])' in said
    second = f"mkdocs.yml:{line + 1}:1: [rendered-file] warning: Entry 2 {told}"
    assert f"{second} (file: own/gone.js)" in said
    assert said.count(told) == 2


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ('# A page\n\n<p data-quote="know-how:0-4">x</p>\n', "data-quote"),
        ('# A page\n\n<p class="cb-quote">x</p>\n', "cb-"),
        ("# A page\n\n<script>x()</script>\n", "<script>"),
        ('# A page\n\n<a href="java&#10;script:x()">x</a>\n', "href"),
        ('# A page\n\n<iframe src="/"></iframe>\n', "<iframe>"),
        ("# A page\n\n<dialog open>Said.</dialog>\n", "<dialog>"),
        ('# A page\n\n<p><bdo dir="rtl">Said.</bdo></p>\n', "<bdo>"),
        ("# A page\n\n<p hidden>Said.</p>\n", "hidden is refused"),
        ('# A page\n\n<p class="md-overlay">Said.</p>\n', "a class of the theme’s frame"),
        ('# A page\n\n<p class="x md-dialog--active">x</p>\n', "a class of the theme’s frame"),
        ('# A page\n\n<p data-md-toggle="search">x</p>\n', "data-md-toggle"),
        ("# A page\n\nIt is \u202eturned.\n", "U+202E"),
        ("# A page\n\nChecked: *each* quotation is in its source.\n", "says “Checked: each"),
        ("# A page\n\nRevi\u200bew\u0435d: A. Editor.\n", "says “Reviewed:”"),
        ("# A page\n\nRe**viewed**: A. Editor sign**ed** on 29 May 2026.\n", "says “signed on”"),
    ],
)
def test_a_page_that_is_not_ours_may_not_look_checked(
    project_copy: Path, page: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project_copy / "docs/about.md", page)
    assert main(["build", str(project_copy)]) == 1
    assert told in capsys.readouterr().err


CLAIM = "Checked: each quotation was compared"
HEADS = {
    "title": f'---\ntitle: "{CLAIM}"\n---\n# A page\n\nOurs.\n',
    "article": "# A page\n\nOur note: nobody denied it.\n",
    "description": f"---\ndescription: {listed.CHECKED}\n---\n# A page\n\nOurs.\n",
}


@pytest.mark.parametrize("where", HEADS)
def test_a_page_that_is_not_ours_may_not_say_that_it_is_checked(
    project_copy: Path, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project_copy / "docs/about.md", HEADS[where])
    assert main(["build", str(project_copy)]) == 1
    said = capsys.readouterr().err
    assert "about/index.html:1:1: [rendered-article]" in said
    assert f"he {where} says “" in said


@pytest.mark.parametrize("address", ["writing/", None, "https://other.example/"])
def test_the_navigation_calls_nothing_checked_that_is_not(site: Site, address: str | None) -> None:
    built = site.finished.built
    entry = NavigationEntry(CLAIM, address)
    stated = (*(built.stated or ()), entry)
    falsified = replace(built, navigation=(*built.navigation, entry), stated=stated)
    assert [p.code for p in navigation_titles(falsified)] == ["rendered-frame"]
    assert [*navigation_titles(built)] == []


def test_nav_calls_no_page_checked_that_is_not(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project_copy / "docs/about.md", "# A page\n\nOurs.\n")
    assert built_with(project_copy, ("nav:\n", f'nav:\n  - "{CLAIM}": about.md\n')) == 1
    assert f"The navigation says “{listed.STATES[1]}”" in capsys.readouterr().err


IMITATED = (
    ("Re<b>viewed</b>: A. Editor sign<b>ed</b> on 29 May 2026.", ("Reviewed:", "signed on")),
    ("Checked<b>:</b> each quotation.", ("Checked: each quotation",)),
    (listed.CHECKED.replace("on this", "<b>o</b>n this"), (listed.STATES[0], listed.STATES[3])),
    ("Every quot<b>ation</b><br>on this page was compared", listed.STATES[3:4]),
    ("Market Capital Research · para. 4 · <i>see it in</i> place", listed.STATES[4:]),
    ("Reviewed by A. Editor on 30 November 2026.", ("Reviewed by",)),
    ("Changed <i>since its re</i>view", ("Changed since its review",)),
    ("<td>Reviewed:</td><td>A. Editor</td>", ("Reviewed:",)),
    ("Reviewed<code>x</code>: by Anna", ("Reviewed:",)),
    ("Reviewed\ua789 anna, 29.11.2026", ("Reviewed:",)),
    ("Reviewed: in May 2026", ("Reviewed:",)),
    ("Reviewed: the editor signed it.", ("Reviewed:",)),
    ("Reviewed: ဒေါ်အေး", ("Reviewed:",)),
    ("<p>The editor sig<i>ned</i></p><p>on <i>the 29</i>th of November", ("signed on",)),
    ("Signed on Sunday, the twenty-ninth of November", ("signed on",)),
    ("<p>It was put off.</p><p>As <a href='#x'>1</a>, 3.</p>", ("As ….",)),
    ("As well: as 2.", ("As well: as ….",)),
    ("O<i>ur no</i>te: nobody denied it.", ("Our note: …",)),
    (
        "We put <ins>the junta</ins> for the source's <q>which</q>.",
        ("We put … for the source’s ….",),
    ),
    (
        "We put in that; the source has nothing there.",
        ("We put in …; the source has nothing there.",),
    ),
    ("the source’s words · A paper, <a href='#x'>para. 7</a>", ("· …, …",)),
    ("Anna Lee, repo<b>rted</b> • A paper, para. 7", ("· …, …",)),
    ("One source · a weblog", ("One source",)),
    ("12 sources · papers", ("… sources",)),
    ("A weblog · information up to 15 September 2023", ("information up to …",)),
    ("A weblog · not reviewed", ("not reviewed",)),
    ("A weblog · reviewed", ("reviewed",)),
    ("A weblog · changed since its review", ("changed since its review", listed.STATES[2])),
    ("Grade <strong>B: usually reliable</strong>.", ("Grade …: …",)),
    ("Risk of circular reporting; what to obtain next", ("risk of circular reporting",)),
    ("Grades run from A, completely reliable, to E, unreliable.", (phrases.SCALE,)),
    ("<dt>To obtain next</dt><dd>The memorandum.</dd>", ("To obtain next",)),
    ("<p>It said: <del>A.</del></p><p>It now says: <ins>B.</ins></p>", ("It now says:",)),
    ("The judgement is with<i>drawn</i>.", (phrases.WITHDRAWN,)),
    ("Confidence: <b>high</b>, which stands for good evidence.", ("…: …, which stands for …",)),
)


@pytest.mark.parametrize(("html", "told"), IMITATED)
def test_letters_may_be_parted_as_they_like(html: str, told: tuple[str, ...]) -> None:
    whole = f"<table><tr>{html}</table>" if html.startswith("<td>") else html
    assert set(states_in(_in_one_line(read_html(whole, edges=True)))) == {*told}


@pytest.mark.parametrize(
    "words",
    [
        "Reviewed: twice a year. It was last changed on 12 May 2026.",
        "Reviewed: Twice a year.",
        "Reviewed: every 3 months, and when a rule changes.",
        "We are signed on to the code.",
        "The plan was reviewed by two editors. It is from May 2026.",
        "Two more papers signed on to it in 2024.",
        "The form was designed on 12 May 2025.",
        "<i>Check</i>ed each month, and compared on every page.",
        "He came in as 1. The others followed. Twice as 3.",
        "Your note: we put it there for the paper's sake; the source has nothing.",
        "It was reported in its paragraph 7. One source says so; 12 sources do not.",
        "We ask what to obtain next, and to obtain next year’s list.",
        "The grade B is usually good. It said: no. Confidence is high, and stands for nothing.",
    ],
)
def test_ordinary_words_imitate_nothing(words: str) -> None:
    assert states_in(_in_one_line(read_html(words, edges=True))) == ()


FROM_OUR_PAGES = {
    "briefings/moscow-visit/": (
        "cb-again", "cb-evidence-note", "cb-insertions", "cb-glance", "cb-judgement-word",
        "cb-corrections", "cb-attribution", "cb-worth-line",
    ),
    "sources/know-how/": ("cb-glance", "cb-worth"),
}  # fmt: skip
"""Lines of our pages that stand beside evidence, by their classes."""


def test_no_line_of_our_own_pages_may_stand_on_another(site: Site) -> None:
    for address, classes in FROM_OUR_PAGES.items():
        whole = read_html((site.folder / address / "index.html").read_text("utf-8"), edges=True)
        for name in classes:
            held = [e for e in whole.elements() if name in (e.get("class") or "").split()]
            found = [e for e in held if states_in(_in_one_line(e))]
            assert found or not held, name
            if name != "cb-attribution":
                assert len(found) == len(held), name


def test_a_page_that_is_not_ours_says_that_it_is_not_checked(project_copy: Path) -> None:
    write(project_copy / "docs/about.md", "# About\n\nThey said: “It is an invention.”\n")
    assert main(["build", str(project_copy)]) == 0
    page = (project_copy / "site/about/index.html").read_text("utf-8")
    assert listed.NOT_CHECKED in page
    assert listed.CHECKED not in page


def test_plain_mkdocs_runs_the_same_proof(project_copy: Path) -> None:
    write(project_copy / "hooks/other.py", HOOKS["a script"])
    text = (project_copy / "mkdocs.yml").read_text("utf-8").replace(*AFTER)
    write(project_copy / "mkdocs.yml", text)
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=project_copy, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 1
    assert "The finished site does not hold" in run.stderr
    assert "[rendered-frame]" in run.stderr
