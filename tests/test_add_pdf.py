"""PDFs read for a new source: their paragraphs, what is left out, and what cannot be read."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2  # type: ignore[import-untyped]
import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from citebound.adding.extracted import Extracted, LeftOut, UnreadableError
from citebound.adding.pdf import read_pdf

ONE = (
    "The vote was put off again, as the paper says, and nobody who was asked in the town could "
    "tell when it will be held. Some say that it is to be in the spring, when the roads are dry."
)
TWO = (
    "Others say no. They say that the lists are not ready, that nobody has counted the voters of "
    "the hills, and that the commission has neither the people nor the means to do so this year."
)
THREE = "It is late, and the halls are closed. So it is."
FOUR = (
    "A spokesman of the commission said that he knew of no such plan, and that whoever asks him "
    "will hear the same every day of the week until the government itself has said otherwise."
)
EVERY = (ONE, TWO, THREE, FOUR)


GOES_ON = (
    "page 1 has a paragraph without a full stop at the end of the page or of a column: it may go "
    "on after it"
)


class Numbered(FPDF):
    """A PDF with a head and a number on each page."""

    def header(self) -> None:
        self.text(20, 10, "A weekly paper" if self.page_no() % 2 else "Votes of the spring")

    def footer(self) -> None:
        self.text(100, 290, f"{self.page_no()}")


def blank(pdf: FPDF | None = None, size: float = 11) -> FPDF:
    """A PDF with one page and a font."""
    pdf = pdf or FPDF()
    pdf.set_font("Helvetica", size=size)
    pdf.add_page()
    return pdf


def written(
    paragraphs: Sequence[str],
    *,
    pdf: FPDF | None = None,
    align: str = "L",
    after: float = 0,
    indent: float = 0,
    columns: int = 1,
) -> FPDF:
    """A PDF with paragraphs one below the other, so far apart and so far indented, in mm."""
    pdf = pdf or blank()
    with pdf.text_columns(text_align=align, ncols=columns) as held:
        for words in paragraphs:
            with held.paragraph(bottom_margin=after, first_line_indent=indent) as paragraph:
                paragraph.write(words)
    return pdf


SIGNS = b"/fi/fl/ff/none99/afii57664/afii57665/afii57666"
"""Names of signs, by which PDFium knows their letters."""


def by_hand(content: bytes, *, page: bytes = b"") -> bytes:
    """A PDF of one page whose font has the ligatures fi, fl and ff as signs 1 to 3, as sign 4
    one that has no letter, and as signs 5 to 7 the first letters of Hebrew.
    """
    held = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R"
        b"/Resources<</Font<</F 4 0 R>>>>" + page + b">>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding 6 0 R>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
        b"<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[1" + SIGNS + b"]>>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(held, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 7\n0000000000 65535 f \n%btrailer<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(out))
    )


def read(pdf: FPDF) -> Extracted:
    return read_pdf(bytes(pdf.output()))


def lines(pdf: FPDF, *words: str, left: float = 20, top: float = 30, apart: float = 5) -> FPDF:
    """Lines drawn at a place of a page, in mm."""
    for number, line in enumerate(words):
        pdf.text(left, top + number * apart, line)
    return pdf


# --- paragraphs -----------------------------------------------------------------------------


@pytest.mark.parametrize("align", ["L", "JUSTIFY"])
@pytest.mark.parametrize(("after", "indent"), [(3, 0), (0, 6)])
def test_paragraphs_are_told_by_gaps_and_by_indents(
    align: str, after: float, indent: float
) -> None:
    found = read(written(EVERY, align=align, after=after, indent=indent))
    assert found.paragraphs == EVERY
    assert found.left_out == ()
    assert found.notes == ()
    assert found.says == {}


def test_a_line_that_ends_early_is_the_last_of_its_paragraph() -> None:
    short = [words for words in EVERY if words != THREE]
    assert read(written(short)).paragraphs == tuple(short)


def test_a_heading_in_larger_letters_is_a_paragraph_in_one() -> None:
    pdf = blank(size=20)
    lines(pdf, "What is known of the vote that", "was put off", apart=9)
    pdf.set_font("Helvetica", size=11)
    lines(pdf, "The vote was put off, and nobody who was asked", "knows more of it.", top=49)
    assert read(pdf).paragraphs == (
        "What is known of the vote that was put off",
        "The vote was put off, and nobody who was asked knows more of it.",
    )


def test_items_of_a_list_are_paragraphs_with_their_marks() -> None:
    pdf = blank()
    for number, (mark, words, more) in enumerate(
        [
            ("1.", "The lists of those who may vote are not", "ready."),
            ("2.", "The halls are closed and the roads are", "wet in all of the hills."),
            ("3.", "It is late for the whole of the country", "this year."),
        ]
    ):
        lines(pdf, mark, left=20, top=30 + 10 * number)
        lines(pdf, words, more, left=30, top=30 + 10 * number)
    assert read(pdf).paragraphs == (
        "1. The lists of those who may vote are not ready.",
        "2. The halls are closed and the roads are wet in all of the hills.",
        "3. It is late for the whole of the country this year.",
    )


def test_items_after_dots_are_paragraphs_with_their_dots() -> None:
    pdf = lines(
        blank(),
        "\x95 The lists of those who may vote are not ready, and",
        "   the halls are closed.",
        "\x95 The roads are wet in all of the hills of the country.",
        "\x95 It is late for the whole of the country, as they say.",
        "So it is.",
    )
    assert read(pdf).paragraphs == (
        "• The lists of those who may vote are not ready, and the halls are closed.",
        "• The roads are wet in all of the hills of the country.",
        "• It is late for the whole of the country, as they say.",
        "So it is.",
    )


def test_words_written_from_the_right_are_read_from_there_and_noted() -> None:
    drawn = b"BT /F 12 Tf 72 700 Td (\\006\\005 \\006\\007) Tj 60 0 Td (\\007\\006\\005) Tj ET"
    found = read_pdf(by_hand(drawn))
    assert found.paragraphs == ("אבג גב אב",)
    assert found.notes[0] == (
        "page 1 has words written from the right, whose letters PDFium may give in a wrong order"
    )


def test_rows_of_a_table_are_read_from_the_left_and_a_note_says_so() -> None:
    pdf = blank()
    for number in range(5):
        lines(pdf, f"Place {number}", left=20, top=30 + 6 * number)
        lines(pdf, f"{number}00", left=70, top=30 + 6 * number)
        lines(pdf, f"{number} more", left=120, top=30 + 6 * number)
    found = read(pdf)
    assert found.paragraphs == tuple(f"Place {n} {n}00 {n} more" for n in range(5))
    assert found.notes == (
        "page 1 has rows with wide gaps or dots, each a paragraph: probably a table",
    )


def test_a_raised_number_stays_in_its_line() -> None:
    drawn = b"BT /F 12 Tf 72 700 Td (It is late) Tj /F 7 Tf 5 Ts (12) Tj 0 Ts /F 12 Tf (, so) Tj ET"
    assert read_pdf(by_hand(drawn)).paragraphs == ("It is late12, so",)


# --- columns --------------------------------------------------------------------------------


@pytest.mark.parametrize("align", ["L", "JUSTIFY"])
def test_columns_are_read_one_after_the_other_below_their_heading(align: str) -> None:
    pdf = blank(size=20)
    lines(pdf, "A heading that stands above both of them", left=25, top=20)
    pdf.set_font("Helvetica", size=11)
    pdf.set_y(30)
    many = [f"{number}: {words}" for number in range(5) for words in EVERY]
    with pdf.text_columns(ncols=2, gutter=8, text_align=align, balance=True) as held:
        for words in many:
            with held.paragraph(bottom_margin=3) as paragraph:
                paragraph.write(words)
    found = read(pdf)
    assert found.paragraphs == ("A heading that stands above both of them", *many)
    assert found.notes[0] == "page 1 has columns, read one after the other"


def test_columns_drawn_line_by_line_across_the_page_are_not_mixed() -> None:
    left = [
        "The vote was put off again, as",
        "the paper says, and nobody in",
        "the town could tell when",
    ]
    right = [
        "it will be held. Some say that it",
        "is to be in the spring, when all",
        "the roads are dry.",
    ]
    pdf = blank()
    for number in range(6):
        for words, at in ((left, 20), (right, 85)):
            lines(pdf, words[number % 3], left=at, top=30 + 5 * number)
    found = read(pdf)
    halves = [f"{' '.join(words)} {' '.join(words)}" for words in (left, right)]
    assert "".join(found.paragraphs).replace(" ", "") == "".join(halves).replace(" ", "")
    assert found.notes[0] == "page 1 has columns, read one after the other"


def test_a_column_of_one_line_is_not_mixed_with_the_full_one_beside_it() -> None:
    full = [f"Line {number} of those in the town who were asked says" for number in range(12)]
    pdf = blank()
    for number, words in enumerate(full):
        lines(pdf, words, left=20, top=30 + 5 * number)
    lines(pdf, "that it is late, and that all of the halls are closed.", left=110, top=30)
    words = "that it is late, and that all of the halls are closed."
    assert read(pdf).paragraphs == (f"{' '.join(full)} {words}",)


def test_three_columns_are_read_in_their_order_though_their_lines_are_not_level() -> None:
    many = [f"{number}: {words}" for number in range(4) for words in EVERY]
    pdf = written(many, align="JUSTIFY", after=1.7, columns=3)
    found = read(pdf)
    assert found.paragraphs == tuple(many)
    assert found.notes[0] == "page 1 has columns, read one after the other"


@pytest.mark.parametrize("spread", [["the", "town", "says"], ["1998", "they", "say"], ["it", "is"]])
def test_a_line_whose_words_are_spread_wide_is_no_row_of_a_table(spread: list[str]) -> None:
    first, last = "It is late, and nobody in", "that it is not."
    pdf = lines(blank(), first)
    lines(pdf, last, top=40)
    free = pdf.get_string_width(first) - sum(map(pdf.get_string_width, spread))
    left = 20.0
    for word in spread:
        lines(pdf, word, left=left, top=35)
        left += pdf.get_string_width(word) + free / (len(spread) - 1)
    found = read(pdf)
    assert found.paragraphs == (f"{first} {' '.join(spread)} {last}",)
    assert found.notes == ()


# --- pages ----------------------------------------------------------------------------------


def test_heads_and_numbers_of_pages_are_left_out_and_paragraphs_go_on_over_the_page() -> None:
    many = [f"{number}: {words}" for number in range(40) for words in EVERY]
    pdf = written(many, pdf=blank(Numbered()), after=3)
    assert pdf.page_no() > 4
    found = read(pdf)
    assert found.paragraphs == tuple(many)
    numbers = [LeftOut("a page number", f"{number}") for number in range(1, pdf.page_no() + 1)]
    assert set(found.left_out) == {
        LeftOut("a running head", "A weekly paper"),
        LeftOut("a running head", "Votes of the spring"),
        *numbers,
    }
    assert len(found.left_out) == pdf.page_no() + 2


def test_heads_whose_words_change_with_the_chapter_are_known_by_their_numbers() -> None:
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    for number, chapter in enumerate(["The vote", "The vote", "The lists", "The halls"], 5):
        pdf.add_page()
        lines(pdf, f"{chapter} {number}", top=10)
        lines(pdf, f"In year {number * number} it was late.", top=30)
    found = read(pdf)
    assert found.paragraphs == tuple(f"In year {n * n} it was late." for n in range(5, 9))
    assert [one.words for one in found.left_out] == [
        "The vote 5",
        "The vote 6",
        "The lists 7",
        "The halls 8",
    ]


def test_the_number_of_a_page_that_begins_a_chapter_is_known_though_it_stands_elsewhere() -> None:
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    for number in range(1, 6):
        pdf.add_page()
        if number == 3:
            lines(pdf, "The year 3 began, and it was late.", top=60)
            lines(pdf, "3", left=100, top=280)
        else:
            lines(pdf, f"A paper {number}", top=10)
            lines(pdf, "In all of those years it was late.", top=20 + 5 * number)
    found = read(pdf)
    assert found.paragraphs[2] == "The year 3 began, and it was late."
    assert len(found.paragraphs) == 5
    assert found.left_out[-1] == LeftOut("a page number", "3")


def test_words_that_repeat_within_pages_are_no_running_heads() -> None:
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    for number, words in enumerate(["One is late.", "Two is late.", "All is late."]):
        pdf.add_page()
        lines(pdf, words, "As it is said, it is late.", f"So {words}", top=30 + number)
    found = read(pdf)
    assert found.left_out == ()
    assert "".join(found.paragraphs).count("As it is said") == 3


def test_a_page_that_ends_in_a_sentence_is_named() -> None:
    pdf = blank()
    lines(pdf, "The commission says that it has heard of it from")
    pdf.add_page()
    lines(pdf, "Moscow, where a delegation of it was this week.")
    found = read(pdf)
    assert len(found.paragraphs) == 2
    assert found.notes == (GOES_ON,)


def test_footnotes_are_left_out_and_paragraphs_go_on_past_them() -> None:
    pdf = lines(blank(), "The commission has heard of", "it, and so say all of those in the town")
    pdf.set_font("Helvetica", size=8)
    lines(pdf, "1 As the paper said of it.", "They say more there.", top=270, apart=4)
    lines(pdf, "2 So it is.", top=279)
    pdf.set_font("Helvetica", size=11)
    pdf.add_page()
    lines(pdf, "who were asked.")
    pdf.set_font("Helvetica", size=8)
    lines(pdf, "Printed in the town.", top=270)
    found = read(pdf)
    assert found.paragraphs == (
        "The commission has heard of it, and so say all of those in the town who were asked.",
        "Printed in the town.",
    )
    assert found.left_out == (
        LeftOut("a footnote", "1 As the paper said of it."),
        LeftOut("a footnote", "They say more there."),
        LeftOut("a footnote", "2 So it is."),
    )


def test_small_rows_that_begin_with_numbers_are_no_footnotes() -> None:
    pdf = lines(blank(), "What was counted in the town and in all of the hills:")
    pdf.set_font("Helvetica", size=8)
    lines(pdf, "2 halls are closed.", "4 halls are late.", "4 roads are wet.", top=50, apart=4)
    found = read(pdf)
    assert found.left_out == ()
    assert found.paragraphs[1:] == ("2 halls are closed.", "4 halls are late.", "4 roads are wet.")


def test_what_is_turned_or_outside_the_page_is_left_out() -> None:
    pdf = blank()
    lines(pdf, "It is late.")
    lines(pdf, "Nobody sees it.", left=-90, top=60)
    with pdf.rotation(90, 100, 100):
        lines(pdf, "A draft", left=100, top=100)
    found = read(pdf)
    assert found.paragraphs == ("It is late.",)
    assert found.left_out == (
        LeftOut("words that are turned", "A draft"),
        LeftOut("words outside the page", "Nobody sees it."),
    )


@pytest.mark.parametrize(
    ("turn", "matrix"),
    [
        (0, b"1 0 0 1 100 700"),
        (90, b"0 1 -1 0 100 100"),
        (180, b"-1 0 0 -1 500 100"),
        (270, b"0 -1 1 0 500 700"),
    ],
)
def test_a_page_is_read_as_it_is_shown(turn: int, matrix: bytes) -> None:
    drawn = b"BT /F 12 Tf %b Tm (It is late, they) Tj 0 -14 Td (say so.) Tj ET" % matrix
    found = read_pdf(by_hand(drawn, page=b"/Rotate %d" % turn))
    assert found.paragraphs == ("It is late, they say so.",)
    assert found.left_out == ()


def test_a_page_without_text_is_named() -> None:
    pdf = blank()
    lines(pdf, "It is late.")
    pdf.add_page()
    pdf.image(Image.new("RGB", (9, 9)), 10, 10)
    assert read(pdf).notes == ("page 2 has no text: probably a picture or a scan",)


# --- hyphens and ligatures ------------------------------------------------------------------


def test_words_broken_at_the_end_of_a_line_are_joined_and_named() -> None:
    pdf = lines(
        blank(),
        "An exam-",
        "ple of a well-",
        "known Anglo-",
        "Saxon kind in 1998-",
        "1999: a well-known thing\x97",
        "and more.",
    )
    found = read(pdf)
    assert found.paragraphs == (
        "An example of a well-known Anglo-Saxon kind in 1998-1999: a well-known thing—and more.",
    )
    assert found.notes == (
        "hyphens at the end of a line are not written in 1 word: example",
        "hyphens at the end of a line are kept in 3 words: well-known, Anglo-Saxon, 1998-1999",
    )


def test_a_word_broken_over_a_page_is_joined() -> None:
    pdf = blank()
    lines(pdf, "It is said by nobody else, for exam-")
    pdf.add_page()
    lines(pdf, "ple by no paper.")
    found = read(pdf)
    assert found.paragraphs == ("It is said by nobody else, for example by no paper.",)


def test_ligatures_are_noted_with_their_words() -> None:
    found = read_pdf(by_hand(b"BT /F 12 Tf 72 700 Td (An of\\001ce, \\002at, o\\003.) Tj ET"))
    assert found.paragraphs == ("An office, flat, off.",)
    assert found.notes == (
        "ligatures are read as PDFium gives them in 3 words: page 1: office, flat, off",
    )


def test_signs_without_letters_and_unseen_words_are_noted() -> None:
    found = read_pdf(by_hand(b"BT /F 12 Tf 3 Tr 72 700 Td (It is la\\004te.) Tj ET"))
    assert found.paragraphs == ("It is late.",)
    assert found.notes == (
        "page 1 has signs whose letter the PDF does not say: words may be wrong or lack letters",
        "page 1 has words that cannot be seen, as a scan has whose text a program recognised",
    )


# --- what a PDF says of itself --------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("A vote", {"title": "A vote", "author": "B. Writer"}),
        (" A  vote\n", {"title": "A vote", "author": "B. Writer"}),
        ("", {"author": "B. Writer"}),
        ("Microsoft Word - vote", {"author": "B. Writer"}),
        ("vote_final-2.docx", {"author": "B. Writer"}),
        ("Untitled", {"author": "B. Writer"}),
    ],
)
def test_title_and_author_are_said_and_no_date(title: str, says: dict[str, str]) -> None:
    pdf = lines(blank(), "It is late.")
    pdf.set_title(title)
    pdf.set_author("B. Writer")
    pdf.set_subject("Votes")
    assert read(pdf).says == says


def test_the_reader_is_named_with_its_version() -> None:
    by = read(lines(blank(), "It is late.")).by
    assert by == f"pypdfium2 {pypdfium2.PYPDFIUM_INFO} (PDFium {pypdfium2.PDFIUM_INFO.build})"


# --- what cannot be read --------------------------------------------------------------------


def encrypted() -> bytes:
    pdf = lines(blank(), "It is late.")
    pdf.set_encryption(owner_password="one", user_password="two")  # noqa: S106
    return bytes(pdf.output())


def scanned() -> bytes:
    pdf = blank()
    pdf.image(Image.new("RGB", (9, 9)), 10, 10)
    return bytes(pdf.output())


def without_pages() -> bytes:
    return by_hand(b"").replace(b"/Kids[3 0 R]/Count 1", b"/Kids[     ]/Count 0")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "this is not a PDF"),
        (b"It is late.", "this is not a PDF"),
        (b"PK\x03\x04", "this is not a PDF"),
        (b"%PDF-1.7\n", "this PDF is damaged: it cannot be opened"),
        (encrypted(), "this PDF is encrypted: save a copy without a password first"),
        (without_pages(), "this PDF has no page"),
        (scanned(), "this PDF has no text: it is probably a scan"),
        (by_hand(b"BT /F 12 Tf (  ) Tj ET"), "this PDF has no text: it is probably a scan"),
    ],
)
def test_what_cannot_be_read_is_said(raw: bytes, said: str) -> None:
    with pytest.raises(UnreadableError) as told:
        read_pdf(raw)
    assert str(told.value) == said


def read_or_refused(raw: bytes) -> bool:
    """Whether a file is read, with text; it may be refused, and nothing else may come of it."""
    try:
        found = read_pdf(raw)
    except UnreadableError:
        return False
    assert found.paragraphs
    return all(found.paragraphs)


def test_a_truncated_file_is_read_or_refused() -> None:
    raw = bytes(written(EVERY, after=3).output())
    assert read_or_refused(raw)
    read_whole = [read_or_refused(raw[:end]) for end in range(0, len(raw), 10)]
    assert not read_whole[0]
    assert not read_whole[5]


@given(st.binary(max_size=200))
def test_random_bytes_are_refused(raw: bytes) -> None:
    assert not read_or_refused(raw)
    assert not read_or_refused(b"%PDF-1.7\n" + raw)


@settings(deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    raw = bytearray(by_hand(b"BT /F 12 Tf 72 700 Td (It is late.) Tj ET", page=b"/Rotate 90"))
    for _ in range(data.draw(st.integers(1, 9))):
        raw[data.draw(st.integers(8, len(raw) - 1))] = data.draw(st.integers(0, 255))
    read_or_refused(bytes(raw))


# --- laws -----------------------------------------------------------------------------------

WORDS = st.sampled_from(["It", "is", "late,", "commission", "A.", "(say", "so)", "1998", "—", "é"])
PARAGRAPHS = st.lists(
    st.lists(WORDS, min_size=1, max_size=40).map(" ".join), min_size=1, max_size=9
)


@settings(deadline=None, max_examples=40)
@given(
    paragraphs=PARAGRAPHS,
    align=st.sampled_from(["L", "JUSTIFY", "R", "C"]),
    after=st.sampled_from([0.0, 3.0]),
    indent=st.sampled_from([0.0, 6.0]),
    columns=st.integers(1, 3),
)
def test_all_characters_are_those_of_the_document_in_its_order(
    paragraphs: list[str], align: str, after: float, indent: float, columns: int
) -> None:
    # Lines of other columns say where a column begins or ends, unless they are not flush.
    columns = columns if align in {"L", "JUSTIFY"} else 1
    paragraphs = [words.replace("—", "\x97") for words in paragraphs]
    pdf = written(paragraphs, align=align, after=after, indent=indent, columns=columns)
    found = read(pdf)
    drawn = "".join(paragraphs).replace("\x97", "—")
    assert squeezed("".join(found.paragraphs)) == squeezed(drawn)
    assert all(words == " ".join(words.split()) for words in found.paragraphs)


def squeezed(words: str) -> str:
    return "".join(words.split())
