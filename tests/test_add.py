"""What `citebound add` makes of documents: what it shows, and what it writes."""

from __future__ import annotations

import hashlib
import html
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citebound.adding import apart
from citebound.adding.deceiving import is_zawgyi, looked_at
from citebound.adding.decoding import decoded_page
from citebound.adding.extracted import LeftOut, UnreadableError, stands_in
from citebound.adding.html import read_html
from citebound.adding.kinds import kind_of
from citebound.adding.plain import read_markdown, read_text
from citebound.cli import main
from citebound.publish import verify
from citebound.reading.sources import read_source
from citebound.writing.new_source import id_of, text_of

LONG = "The commission put the vote off until the rains are over, its chair told reporters."
OTHER = "Nobody could say when it will be held, or who is going to be allowed to watch it."
PAGE = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>The vote - The Paper</title>
<meta property="og:site_name" content="The Paper">
<link rel="canonical" href="https://paper.example/2023/vote">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "The vote is put off", "datePublished": "2023-09-15T08:00:00+02:00",
"author": [{{"@type": "Person", "name": "Ann Lee"}}, {{"@type": "Person", "name": "Bo Ray"}}]}}
</script>
</head><body>
<nav><a href="/">Home</a> <a href="/about">About us</a></nav>
<article>
<h1>The vote is put off</h1>
<p>{LONG}</p>
<p>{OTHER}</p>
<p>{OTHER}</p>
<p>He said <q>we are</q> there\u200bfore <del>sorry</del><ins>glad</ins>, <b>very</b>&nbsp;glad.</p>
<p hidden>Nobody sees these words.</p>
<p style="display: none">Nor these.</p>
<figure><img src="x.png" alt=""><figcaption>The chair, in May.</figcaption></figure>
<table><tr><th>District</th><th>Voters</th></tr><tr><td>North</td><td>1,200</td></tr></table>
<ul><li>One thing</li><li>Another &amp; more</li></ul>
<p>A line<br>and the next.<br><br>After a gap.</p>
</article>
<aside>Read also: other news of the day</aside>
<footer>© 2024 The Paper</footer>
<script>document.write("no text")</script>
</body></html>"""
PARAGRAPHS = (
    "The vote is put off",
    LONG,
    OTHER,
    OTHER,
    "He said we are there\u200bfore glad, very glad.",
    "District\tVoters",
    "North\t1,200",
    "One thing",
    "Another & more",
    "A line and the next.",
    "After a gap.",
)


def test_the_article_of_a_page_is_read_as_it_stands_there() -> None:
    found = read_html(PAGE.encode())
    assert found.paragraphs == PARAGRAPHS
    assert {*found.left_out} == {
        LeftOut("deleted text", "sorry"),
        LeftOut("hidden text", "Nobody sees these words."),
        LeftOut("hidden text", "Nor these."),
        LeftOut("a figure with its caption", "The chair, in May."),
        LeftOut("outside the article", "Home About us"),
        LeftOut("outside the article", "Read also: other news of the day"),
        LeftOut("outside the article", "© 2024 The Paper"),
    }
    assert any("“we are” (a <q> element)" in note for note in found.notes)
    assert "inserted later, by its mark-up: “glad”" in found.notes


def test_a_page_says_its_fields_itself_and_nothing_is_guessed() -> None:
    assert dict(read_html(PAGE.encode()).says) == {
        "title": "The vote is put off",
        "author": "Ann Lee, Bo Ray",
        "publisher": "The Paper",
        "published": "2023-09-15",
        "url": "https://paper.example/2023/vote",
        "language": "en",
    }
    bare = f"<body><article><p>{LONG} On 1 May 2019.</p><p>{OTHER}</p></article>© 2024</body>"
    assert dict(read_html(bare.encode()).says) == {}
    told = f'{bare}<time datetime="1945-05-08">8 May 1945</time>'
    assert dict(read_html(told.encode()).says) == {}
    dated = f'{bare}<time itemprop="datePublished" datetime="2023-05-01">1 May</time>'
    assert dict(read_html(dated.encode()).says) == {"published": "2023-05-01"}
    other = '{"@type": "NewsArticle", "headline": "Other", "datePublished": "2020-01-01"}'
    two = PAGE.replace("<script", f'<script type="application/ld+json">{other}</script><script', 1)
    assert dict(read_html(two.encode()).says) == {
        "title": "The vote - The Paper",
        "publisher": "The Paper",
        "url": "https://paper.example/2023/vote",
        "language": "en",
    }


def test_what_is_hidden_is_never_the_article_and_what_is_none_by_its_class_is_left_out() -> None:
    many = "".join(f"<p>{LONG} {OTHER} It is number {n}.</p>" for n in range(6))
    bribe = "<p>The chair took a bribe of many crowns from the company, she said.</p>"
    page = f"<div style='display:/**/none'>{many}{bribe}</div><main><article>{many}"
    page += "<div class='ad'>Buy the new phone today</div><p>In 2019<sup><a href='#n'>3</a></sup> "
    page += "15<sup>2</sup> came.</p></article></main>"
    found = read_html(f"<meta charset=utf-8>{page}".encode())
    assert len(found.paragraphs) == 7
    assert found.paragraphs[-1] == "In 2019 152 came."
    assert "“2” is raised or lowered after “15”" in found.notes
    told = {(one.what, one.words) for one in found.left_out}
    assert ("perhaps no part of the article (ad)", "Buy the new phone today") in told
    assert ("the mark of a note", "3") in told
    assert any(what == "hidden text" and "took a bribe" in words for what, words in told)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (b"<body><script>x()</script></body>", "this page has no text"),
        (b"<meta charset=utf-8><p>caf\xe9", "byte 27 is not UTF-8: save the document as UTF-8"),
        (b"<meta charset=klingon><p>x", "there is no encoding of pages called klingon"),
        (b"<body><nav>Only a menu</nav></body>", "no text of an article was found"),
    ],
)
def test_a_page_that_cannot_be_read_is_refused_in_one_sentence(page: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read_html(page)


def test_a_page_without_an_encoding_is_noted() -> None:
    text, notes = decoded_page("<p>café".encode("cp1252"))
    assert text == "<p>café"
    assert notes == ("the page does not say in which encoding it is: it was read as windows-1252",)
    assert decoded_page("<p>кафе".encode("cp1251"), "windows-1251") == ("<p>кафе", ())
    assert decoded_page(b"\xff\xfe" + "<p>кафе".encode("utf-16-le")) == ("<p>кафе", ())


WORDS = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("Cc", "Cs"),
        exclude_characters="\ufeff\ufffe\uffff",
    ),
    min_size=1,
    max_size=40,
)
MARKS = st.sampled_from("p b q div li h2 td blockquote a section ins".split())  # noqa: SIM905


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(MARKS, WORDS), min_size=1, max_size=12))
def test_every_character_of_the_text_stands_in_the_page_in_that_order(
    parts: list[tuple[str, str]],
) -> None:
    inner = "".join(f"<{tag}>{html.escape(words)}</{tag}>" for tag, words in parts)
    page = f"<meta charset=utf-8><article><p>{LONG}</p>{inner}<p>{OTHER}</p></article>"
    found = read_html(page.encode())
    assert stands_in(found.paragraphs, html.unescape(page))
    packed = "".join("".join(paragraph.split()) for paragraph in found.paragraphs)
    # Nothing is lost either: all of it is shown, and nothing of it is left out.
    assert packed == "".join("".join((LONG, *(words for _, words in parts), OTHER)).split())


def test_a_text_has_a_paragraph_for_each_line_or_for_each_gap() -> None:
    assert read_text(b"One.\nTwo  of it.\n").paragraphs == ("One.", "Two of it.")
    assert read_text(b"One\nof it.\r\n\r\nTwo.\n").paragraphs == ("One of it.", "Two.")
    assert read_text(b"One.\n\n\x0cTwo.").notes == (
        "1 page breaks (form feeds) stand in it: look for heads",
    )
    for raw, said in (
        (b" \n", "this document is empty"),
        (b"a\0b", "bytes of zero"),
        (b"caf\xe9", "byte 4 is not UTF-8"),
    ):
        with pytest.raises(UnreadableError, match=said):
            read_text(raw)


def test_markdown_is_read_without_its_signs() -> None:
    raw = (
        b"---\ntitle: x\n---\n# A *head*\n\n"
        b"See [it](https://a.example) and `code`,\nthen ![a picture](p.png).\n\n"
        b"- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\n<div>raw</div>\n"
    )
    found = read_markdown(raw)
    assert found.paragraphs == (
        "A head", "See it and code, then .", "one", "two", "a", "b", "c", "d",
    )  # fmt: skip
    assert found.left_out == (
        LeftOut("front matter", "title: x"),
        LeftOut("an address", "https://a.example"),
        LeftOut("a picture", "a picture"),
        LeftOut("the sign of a list", "-"),
        LeftOut("the sign of a list", "-"),
        LeftOut("HTML", "<div>raw</div>"),
    )
    assert stands_in(found.paragraphs, raw.decode())


@pytest.mark.parametrize(
    ("raw", "name", "kind"),
    [
        (b"%PDF-1.7 ...", "a.txt", "pdf"),
        (PAGE.encode(), "a.pdf", "html"),
        (b"Only words.", "a.pdf", "text"),
        (b"# Words", "a.md", "markdown"),
        (b"From: <Saved by Blink>\nMIME-Version: 1.0\n\n", "a.html", "mhtml"),
    ],
)
def test_the_kind_of_a_document_is_told_by_itself(raw: bytes, name: str, kind: str) -> None:
    assert kind_of(raw, name) == kind


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "this document is empty"),
        (b"\x89PNG\r\n", "this is a picture"),
        (b"PK\x03\x04 damaged", "this file is damaged"),
        (b"{\\rtf1 x}", "this is RTF"),
        (b"\xd0\xcf\x11\xe0 x", "an old document of Word"),
    ],
)
def test_what_is_no_document_is_named(raw: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        kind_of(raw, "a.docx")


def test_a_web_archive_is_read_as_its_page(tmp_path: Path) -> None:
    path = tmp_path / "a.mhtml"
    path.write_bytes(
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + PAGE.encode().replace(b"\n", b"\r\n") + b"\r\n--b--\r\n"
    )  # fmt: skip
    kind, found = apart.read_apart(path)
    assert (kind, found.paragraphs) == ("mhtml", PARAGRAPHS)


# --- what deceives --------------------------------------------------------------------------


def test_what_deceives_the_eye_is_pointed_out() -> None:
    paragraphs = ("Fine.", "there\u200bfore", "a\u00adb", "e\u0301", "ﬁne")
    told = [*looked_at((*paragraphs, "IntroductionThe vote", "McDonald’s"))]
    assert told == [
        "para. 2: U+200B ZERO WIDTH SPACE",
        "para. 3: U+00AD SOFT HYPHEN: it is not compared",
        "para. 4: it is not in Unicode form NFC: it is written in that form",
        "para. 5: letters in one piece: ﬁ",
        "para. 6: two words may stand in one, or a heading before its text: IntroductionThe",
    ]


def test_zawgyi_is_told_from_unicode() -> None:
    assert not is_zawgyi("မြန်မာနိုင်ငံ ရွေးကောက်ပွဲ ကော်မရှင် နေပြည်တော်")
    assert is_zawgyi("ျမန္မာႏိုင္ငံ ေရြးေကာက္ပြဲ ေကာ္မရွင္ ေနျပည္ေတာ္")
    assert not is_zawgyi("The vote was put off.")


# --- the command ----------------------------------------------------------------------------


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("seeds", "briefings", "docs/actors"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: Small\n", "utf-8")
    (tmp_path / "vote.html").write_text(PAGE, "utf-8")
    return tmp_path


def add(root: Path, *options: str, name: str = "vote.html") -> int:
    return main(["add", str(root / name), "--root", str(root), *options])


def test_a_document_is_shown_and_nothing_is_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(root) == 0
    shown = capsys.readouterr().out
    head = "the-vote-is-put-off: html, 11 paragraphs\nread by citebound with trafilatura"
    assert shown.startswith(head)
    assert f"\n   2  {LONG}\n" in shown
    assert "\n   7  North | 1,200\n" in shown
    assert "\n  hidden text: Nobody sees these words.\n" in shown
    assert "\n  para. 5: U+200B ZERO WIDTH SPACE\n" in shown
    assert shown.endswith("Add --write, and it is written to seeds/the-vote-is-put-off/.\n")
    assert [*(root / "seeds").iterdir()] == []


def test_a_source_that_is_written_is_a_draft_that_holds(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(root, "--write", "--id", "vote", "--keep-raw", "--url", "https://a.example/x") == 0
    assert "The same holds for the document itself" in capsys.readouterr().err
    folder = root / "seeds/vote"
    assert (folder / "raw.html").read_text("utf-8") == PAGE
    text = (folder / "text.txt").read_text("utf-8")
    assert text == "".join(f"{paragraph}\n" for paragraph in PARAGRAPHS)
    source, problems = read_source(root, folder)
    assert source is not None
    assert [problem.code for problem in problems] == ["hidden-character"]
    assert (source.draft, source.published, source.url) == (
        True,
        "2023-09-15",
        "https://a.example/x",
    )
    assert {name: str(why) for name, why in source.known_from.items()} == {
        "author": "page’s own data",
        "publisher": "page’s own data",
        "published": "page’s own data",
    }
    assert source.extracted is not None
    assert source.extracted.raw_sha256 == hashlib.sha256(PAGE.encode()).hexdigest()
    assert source.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert "#   rights, descriptor\n" in (folder / "source.yml").read_text("utf-8")
    # But for the character that deceives, and that there is no briefing yet, all of it holds.
    assert [problem.code for problem in verify(root).problems] == ["hidden-character"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--id", "Vote"], "Vote gives no id"),
        (["--url", "paper.example"], "paper.example is not the address of a page"),
        (["--id", "known"], "there is a source known already"),
    ],
)
def test_what_cannot_be_added_is_said(
    options: list[str], said: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "seeds/known").mkdir()
    assert add(root, "--write", *options) == 2
    assert said in capsys.readouterr().err
    assert [path.name for path in (root / "seeds").iterdir()] == ["known"]


def test_a_document_that_is_not_there_or_too_large_is_said(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert add(root, name="none.html") == 2
    assert "No such file" in capsys.readouterr().err
    monkeypatch.setattr(apart, "LARGEST", 100)
    assert add(root) == 2
    assert "and at most 0 MB are read; nothing was written" in capsys.readouterr().err


def test_a_document_that_takes_too_long_ends_with_its_process(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "_PATIENCE", 0.01)
    assert add(root) == 2
    assert "reading it takes more than 0.01 seconds" in capsys.readouterr().err


def test_a_page_that_is_nested_without_end_is_refused_or_read(root: Path) -> None:
    (root / "deep.html").write_text(f"{'<div>' * 50_000}{LONG}", "utf-8")
    assert add(root, name="deep.html") in {0, 2}


def test_nothing_that_a_document_says_reaches_the_terminal_as_a_control(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "a.txt").write_text(f"{LONG}\n\x1b[2J\x07{OTHER}\n", "utf-8")
    assert add(root, name="a.txt") == 0
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "\\x1b[2J\\x07" in shown


def test_an_id_is_made_of_the_first_words_of_a_title() -> None:
    assert id_of("Myanmar’s Vote: A Long and Winding Road") == "myanmars-vote-a-long-and"
    assert id_of("Élections à Paris") == "elections-a-paris"
    assert id_of("Выборы") == ""
    assert text_of(("e\u0301",)) == "é\n"
