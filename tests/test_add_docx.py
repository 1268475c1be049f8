"""DOCX files read for a new source: their paragraphs, what is left out, and what is refused."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from citebound.adding.docx import read_docx
from citebound.adding.extracted import Extracted, LeftOut, UnreadableError

WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NAMES = (
    f'xmlns:w="{WORDS}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def relations(named: Mapping[str, str]) -> str:
    held = "".join(
        f'<Relationship Id="r{number}" Type="{RELATION}/{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(named.items())
    )
    return f'<Relationships xmlns="{PACKAGE}">{held}</Relationships>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as written:
        for name, part in parts.items():
            written.writestr(name, part)
    return held.getvalue()


def parts_of(body: str, *, core: str = "", **others: str) -> dict[str, str | bytes]:
    """The parts of a document: its body, and others by their kinds, without their root."""
    roots = {"header": "hdr", "footer": "ftr"}
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(
            {"word/document.xml": "officeDocument"}
            | ({"docProps/core.xml": "metadata/core-properties"} if core else {})
        ),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations({f"{kind}.xml": kind for kind in others}),
    }
    for kind, held in others.items():
        root = roots.get(kind, kind)
        parts[f"word/{kind}.xml"] = f"<w:{root} {NAMES}>{held}</w:{root}>"
    if core:
        parts["docProps/core.xml"] = (
            f'<c:coreProperties xmlns:c="{CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            f'xmlns:t="http://purl.org/dc/terms/">{core}</c:coreProperties>'
        )
    return parts


def run(words: str, *, properties: str = "") -> str:
    held = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{held}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def para(*inside: str, properties: str = "") -> str:
    """A paragraph of words, or of XML."""
    held = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    runs = (one if one.startswith("<") else run(one) for one in inside)
    return f"<w:p>{held}{''.join(runs)}</w:p>"


def read(body: str, *, core: str = "", **others: str) -> Extracted:
    return read_docx(zipped(parts_of(body, core=core, **others)))


# --- paragraphs -----------------------------------------------------------------------------


def test_paragraphs_are_read_in_their_order() -> None:
    found = read(
        para("The vote  was ", "put", " off.\n") + para(" ") + para() + para("It is so: “late”.")
    )
    assert found == Extracted(
        paragraphs=("The vote was put off.", "It is so: “late”."),
        by=f"citebound and lxml {etree.__version__}",
    )


def test_tables_are_read_row_by_row_and_cell_by_cell() -> None:
    rows = ""
    for row in "12":
        cells = (f"<w:tc>{para(row + cell)}{para('more')}</w:tc>" for cell in "ab")
        rows += f"<w:tr>{''.join(cells)}</w:tr>"
    found = read(para("Before.") + f"<w:tbl><w:tblPr/>{rows}</w:tbl>" + para("After."))
    held = ("1a", "more", "1b", "more", "2a", "more", "2b", "more")
    assert found.paragraphs == ("Before.", *held, "After.")


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/></w:r>", "a b"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "a b"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a\u2011b"),
        ("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "ab"),
        ("<w:r><w:t>a<!-- x -->b</w:t></w:r>", "ab"),
        ("<w:r><w:t>a<![CDATA[<b>]]></w:t></w:r>", "a<b>"),
        (f"<w:hyperlink>{run('a')}</w:hyperlink>{run('b')}", "ab"),
        (f"<w:smartTag>{run('a')}</w:smartTag>{run('b')}", "ab"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('a')}</w:sdtContent></w:sdt>", "a"),
        (f"<w:fldSimple w:instr='PAGE'>{run('3')}</w:fldSimple>", "3"),
        (f"{run('a')}<w:bookmarkStart w:id='1'/><w:proofErr/>{run('b')}", "ab"),
        (run("a", properties="<w:vanish w:val='0'/>"), "a"),
        (run("a", properties="<w:webHidden/>"), "a"),
    ],
)
def test_what_is_in_a_paragraph_is_read_as_it_is_shown(inside: str, words: str) -> None:
    assert read(para(inside)).paragraphs == (words,)


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_instructions_of_fields_are_no_text() -> None:
    inner = (
        f"{field('begin')}<w:r><w:instrText>REF x</w:instrText></w:r>"
        f"{field('separate')}{run('inner')}{field('end')}"
    )
    outer = (
        f"{field('begin')}<w:r><w:instrText>IF </w:instrText></w:r>{inner}{field('separate')}"
        f"{run('shown')}"
    )
    found = read(para("It is ", outer) + para("more", field("end"), " of it"))
    assert found.paragraphs == ("It is shown", "more of it")


def test_the_strict_kind_is_read_as_the_other() -> None:
    parts = parts_of(para("It is late."), footnotes=f"<w:footnote>{para('No.')}</w:footnote>")
    strict = {
        name: str(part)
        .replace(WORDS, STRICT)
        .replace(RELATION, "http://purl.oclc.org/ooxml/officeDocument/relationships")
        for name, part in parts.items()
    }
    found = read_docx(zipped(strict))
    assert found.paragraphs == ("It is late.",)
    assert found.left_out == (LeftOut("a footnote", "No."),)


# --- what is left out -----------------------------------------------------------------------


def test_what_is_not_the_text_is_left_out_and_named() -> None:
    found = read(
        para("It is late.", "<w:r><w:footnoteReference w:id='2'/></w:r>"),
        footer=para("Page ", f"<w:fldSimple w:instr='PAGE'>{run('1')}</w:fldSimple>"),
        header=para("A paper") + para("of votes"),
        endnotes=f"<w:endnote w:id='1'>{para('At the end.')}</w:endnote>",
        footnotes=(
            f"<w:footnote w:type='separator' w:id='0'>{para('-----')}</w:footnote>"
            f"<w:footnote w:id='2'>{para('<w:r><w:footnoteRef/></w:r>', ' They say.')}</w:footnote>"
            f"<w:footnote w:id='3'>{para()}</w:footnote>"
        ),
        comments=f"<w:comment w:id='0' w:author='A. Reader'>{para('Is it?')}</w:comment>",
    )
    assert found.paragraphs == ("It is late.",)
    assert found.left_out == (
        LeftOut("a comment", "Is it?"),
        LeftOut("a footnote", "They say."),
        LeftOut("an endnote", "At the end."),
        LeftOut("a header", "A paper of votes"),
        LeftOut("a footer", "Page 1"),
    )


def test_a_text_box_is_left_out_once_though_it_is_there_in_two_ways() -> None:
    held = f"<w:txbxContent>{para('In a box')}{para('it is.')}</w:txbxContent>"
    box = (
        "<w:r><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{held}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{held}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    older = f"<w:r><w:pict><v:textbox>{held.replace('In', 'Old')}</v:textbox></w:pict></w:r>"
    found = read(para("It is ", box, "late", older, "."))
    assert found.paragraphs == ("It is late.",)
    assert found.left_out == (
        LeftOut("a text box", "In a box it is."),
        LeftOut("a text box", "Old a box it is."),
    )


def test_a_reading_above_words_is_left_out() -> None:
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('とう')}</w:rt><w:rubyBase>{run('東')}</w:rubyBase>"
    found = read(para(f"{ruby}</w:ruby></w:r>", "京"))
    assert found.paragraphs == ("東京",)
    assert found.left_out == (LeftOut("a reading above words", "とう"),)


def test_what_cannot_be_written_is_noted() -> None:
    numbered = "<w:numPr><w:numId w:val='1'/></w:numPr>"
    found = read(
        para("One", properties=numbered)
        + para("Two", properties='<w:pStyle w:val="List"/>')
        + para("Three", properties='<w:pStyle w:val="List"/>' + numbered.replace("1", "0"))
        + para(properties=numbered)
        + para("Four <w:", "<w:r><w:sym w:font='Wingdings' w:char='F0E0'/></w:r>")
        + para("<m:oMath><m:r><m:t>E=m</m:t></m:r></m:oMath>")
        + "<w:altChunk/>",
        styles=f"<w:style w:type='paragraph' w:styleId='List'><w:pPr>{numbered}</w:pPr></w:style>",
    )
    assert found.paragraphs == ("One", "Two", "Three", "Four <w:", "E=m")
    assert found.notes == (
        "numbers and marks of lists that the word processor adds are not written: 2 paragraphs",
        "formulas are read as their letters in a row: there are 1",
        "signs of symbol fonts are not written: Wingdings F0E0",
        "files within the document are not read: there are 1",
    )


# --- what a document says of itself ---------------------------------------------------------


@pytest.mark.parametrize(
    ("properties", "look"),
    [
        ('<w:vertAlign w:val="superscript"/>', "raised or lowered"),
        ("<w:strike/>", "struck through"),
        ('<w:dstrike w:val="1"/>', "struck through"),
        ('<w:color w:val="FFFFFF"/>', "white"),
        ('<w:sz w:val="2"/>', "too small to read"),
    ],
)
def test_words_that_look_otherwise_are_noted(properties: str, look: str) -> None:
    found = read(para(run("It was 2019"), run("3", properties=properties)))
    assert found.paragraphs == ("It was 20193",)
    assert f"words that are {look} stand in the text: 3" in found.notes
    plain = read(para(run("It was 2019"), run("3", properties='<w:strike w:val="false"/>')))
    assert plain.notes == ()


def test_title_author_and_language_are_said_and_no_date() -> None:
    core = (
        "<dc:title> A\nvote</dc:title><dc:creator>B. Writer</dc:creator><dc:language/>"
        "<t:created>2023-09-15T00:00:00Z</t:created><dc:subject>Votes</dc:subject>"
    )
    assert read(para("So."), core=core).says == {"title": "A vote", "author": "B. Writer"}
    core = core.replace("<dc:language/>", "<dc:language>my</dc:language>")
    assert read(para("So."), core=core).says["language"] == "my"
    assert read(para("So."), core="<dc:title/>").says == {}


# --- what is refused ------------------------------------------------------------------------

CHANGED = "this document has tracked changes: accept or reject them all in the word processor first"
HIDDEN = "this document has hidden text: show it or take it out in the word processor first"


@pytest.mark.parametrize(
    "changed",
    [
        para("a", f"<w:ins w:id='1'>{run('b')}</w:ins>"),
        para("a", "<w:del w:id='1'><w:r><w:delText>b</w:delText></w:r></w:del>"),
        para("a", f"<w:moveFrom w:id='1'>{run('b')}</w:moveFrom>"),
        para("a", f"<w:moveTo w:id='1'>{run('b')}</w:moveTo>"),
        para("a", properties="<w:rPr><w:ins w:id='1'/></w:rPr>"),
        para("a", properties="<w:rPr><w:del w:id='1'/></w:rPr>"),
        f"<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>{para('a')}</w:tc></w:tr></w:tbl>",
    ],
)
def test_tracked_changes_are_refused(changed: str) -> None:
    assert refused(zipped(parts_of(para("So.") + changed))) == CHANGED
    notes = f"<w:footnote>{changed}</w:footnote>"
    assert refused(zipped(parts_of(para("So."), footnotes=notes))) == CHANGED


def style(kind: str, name: str, *, on: str = "", more: str = "", default: str = "0") -> str:
    based = f"<w:basedOn w:val='{on}'/>" if on else ""
    return (
        f"<w:style w:type='{kind}' w:default='{default}' w:styleId='{name}'>{based}{more}</w:style>"
    )


VANISH = "<w:rPr><w:vanish/></w:rPr>"
CELL = f"<w:tr><w:tc>{para('a')}</w:tc></w:tr>"
TABLE = f"<w:tbl><w:tblPr><w:tblStyle w:val='T'/></w:tblPr>{CELL}</w:tbl>"


@pytest.mark.parametrize(
    ("hidden", "styles"),
    [
        (para(run("a", properties="<w:vanish/>")), ""),
        (para(run("a", properties="<w:vanish w:val='true'/>")), ""),
        (
            para(run("a", properties="<w:rStyle w:val='C'/>")),
            style("character", "C", on="D") + style("character", "D", more=VANISH),
        ),
        (para("a", properties="<w:pStyle w:val='P'/>"), style("paragraph", "P", more=VANISH)),
        (para("a"), style("paragraph", "P", more=VANISH, default="1")),
        (para("a"), f"<w:docDefaults><w:rPrDefault>{VANISH}</w:rPrDefault></w:docDefaults>"),
        (TABLE, style("table", "T", more=VANISH)),
    ],
)
def test_hidden_text_is_refused_by_itself_and_through_a_style(hidden: str, styles: str) -> None:
    assert refused(zipped(parts_of(hidden, styles=styles))) == HIDDEN


def test_hidden_marks_without_words_and_styles_that_show_them_are_read() -> None:
    styles = (
        style("paragraph", "P", more=VANISH)
        + style("paragraph", "Q", on="P", more="<w:rPr><w:vanish w:val='0'/></w:rPr>")
        + style("character", "R", on="S")
        + style("character", "S", on="R")
    )
    found = read(
        para("a", properties="<w:pStyle w:val='Q'/>")
        + para(run(" ", properties="<w:vanish/>"), "b", properties=VANISH)
        + para(run("c", properties="<w:vanish w:val='0'/>"), properties="<w:pStyle w:val='P'/>")
        + para(run("d", properties="<w:rStyle w:val='R'/>")),
        styles=styles,
    )
    assert found.paragraphs == ("a", "b", "c", "d")


def refused(raw: bytes) -> str:
    with pytest.raises(UnreadableError) as told:
        read_docx(raw)
    return str(told.value)


def changed_part(name: str, part: str | bytes | None) -> bytes:
    parts = parts_of(para("So."), footnotes=f"<w:footnote>{para('No.')}</w:footnote>")
    if part is None:
        del parts[name]
    else:
        parts[name] = part
    return zipped(parts)


def twice() -> bytes:
    held = BytesIO(zipped(parts_of(para("So."))))
    with zipfile.ZipFile(held, "a") as written, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        written.writestr("word/document.xml", parts_of(para("No."))["word/document.xml"])
    return held.getvalue()


MAIN = "word/document.xml"
SHEET = {
    "_rels/.rels": relations({"xl/workbook.xml": "officeDocument"}),
    "xl/workbook.xml": "<workbook xmlns='x'/>",
}
LAUGHS = (
    f"<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><w:document {NAMES}><w:body>"
    "<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)
DEEP = f"<w:document {NAMES}>{'<w:p>' * 9999}{'</w:p>' * 9999}</w:document>"
BOXES = f"<w:document {NAMES}>{'<w:txbxContent>' * 250}{'</w:txbxContent>' * 250}</w:document>"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "this is not a DOCX"),
        (b"It is late.", "this is not a DOCX"),
        (b"%PDF-1.7", "this is not a DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "this is a file of an older Word, or"),
        (b"PK\x03\x04", "this DOCX is damaged"),
        (zipped({}), "this is not a DOCX"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "this is not a DOCX"),
        (zipped(SHEET), "this is not a DOCX"),
        (changed_part(MAIN, None), "this DOCX is damaged: it has no part word/document.xml"),
        (
            changed_part("word/footnotes.xml", None),
            "this DOCX is damaged: it has no part word/foot",
        ),
        (
            changed_part(MAIN, "<w:document"),
            "this DOCX is damaged: its part word/document.xml is n",
        ),
        (
            changed_part(MAIN, b"\xff\xfe\x00"),
            "this DOCX is damaged: its part word/document.xml is",
        ),
        (changed_part(MAIN, LAUGHS), "this DOCX is damaged: its part word/document.xml has a DTD"),
        (changed_part(MAIN, DEEP), "this DOCX is damaged: its part word/document.xml is no XML"),
        (changed_part(MAIN, BOXES), "this DOCX is damaged: its elements are nested too deeply"),
        (changed_part(MAIN, bytes(60_000_000)), "this DOCX is too large: it unpacks to more than"),
        (twice(), "this DOCX is damaged: it has its part word/document.xml twice"),
        (zipped(parts_of("")), "this document has no text"),
        (zipped(parts_of(para(" ", ""))), "this document has no text"),
        (zipped(parts_of(para("a", field("begin")))), "this DOCX is damaged: a field in it does n"),
        (zipped(parts_of(para("a", field("end")))), "this DOCX is damaged: a field in it does not"),
    ],
)
def test_what_cannot_be_read_is_said(raw: bytes, said: str) -> None:
    assert refused(raw).startswith(said)


def test_many_parts_together_are_limited_too() -> None:
    body = para("So.") + f"<w:p>{' ' * 1000}</w:p>" * 30_000
    assert read(body).paragraphs == ("So.",)
    assert refused(zipped(parts_of(body, header=body))).startswith("this DOCX is too large")


def read_or_refused(raw: bytes) -> bool:
    """Whether a file is read, with text; it may be refused, and nothing else may come of it."""
    try:
        found = read_docx(raw)
    except UnreadableError:
        return False
    assert found.paragraphs
    return all(found.paragraphs)


WHOLE = zipped(
    parts_of(
        para("It is late.") * 9,
        core="<dc:title>A vote</dc:title>",
        styles=style("paragraph", "P", more=VANISH),
        header=para("A paper"),
    )
)


def test_a_truncated_file_is_refused() -> None:
    assert read_or_refused(WHOLE)
    assert not any(read_or_refused(WHOLE[:end]) for end in range(0, len(WHOLE), 10))


@given(st.binary(max_size=300))
def test_random_bytes_are_refused(raw: bytes) -> None:
    assert not read_or_refused(raw)
    assert not read_or_refused(b"PK\x03\x04" + raw)
    assert not read_or_refused(zipped({MAIN: raw, "_rels/.rels": raw}))


@settings(deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    raw = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 9))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    read_or_refused(bytes(raw))


# --- laws -----------------------------------------------------------------------------------

LETTERS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"
    ),
    min_size=1,
    max_size=12,
)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, str]:
    """A body, and the words that it shows, in their order."""
    body, words = "", ""
    for _ in range(draw(st.integers(1, 5))):
        held = ""
        for _ in range(draw(st.integers(0, 4))):
            one = draw(LETTERS)
            way = draw(st.sampled_from(["run", "link", "control", "choice", "box", "code", "tab"]))
            held += {
                "run": run(one),
                "link": f"<w:hyperlink>{run(one)}</w:hyperlink>",
                "control": f"<w:sdt><w:sdtContent>{run(one)}</w:sdtContent></w:sdt>",
                "choice": (
                    f"<mc:AlternateContent><mc:Choice>{run(one)}</mc:Choice>"
                    f"<mc:Fallback>{run(one)}</mc:Fallback></mc:AlternateContent>"
                ),
                "box": f"<w:r><w:txbxContent>{para(run(one))}</w:txbxContent></w:r>",
                "code": f"<w:r><w:instrText>{escape(one)}</w:instrText></w:r>",
                "tab": "<w:r><w:tab/></w:r>",
            }[way]
            words += one if way in {"run", "link", "control", "choice"} else ""
        around = draw(st.sampled_from(["{}", "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"]))
        body += around.replace("{}", f"<w:p>{held}</w:p>")
    return body, words


def squeezed(words: str) -> str:
    return "".join(words.split())


@settings(deadline=None)
@given(bodies())
def test_all_characters_are_those_of_the_document_in_its_order(held: tuple[str, str]) -> None:
    body, words = held
    raw = zipped(parts_of(body))
    if not squeezed(words):
        assert refused(raw) == "this document has no text"
        return
    found = read_docx(raw)
    assert squeezed("".join(found.paragraphs)) == squeezed(words)
    assert all(one == " ".join(one.split()) for one in found.paragraphs)
