"""YAML as text with positions: what is read, where it stands, and what is refused."""

from __future__ import annotations

from time import process_time

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citebound.model import Text
from citebound.problems import Place, Problem
from citebound.reading import yaml_text
from citebound.reading.yaml_text import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_NODES,
    read_yaml,
)
from citebound.reading.yaml_values import YamlList, YamlMap, YamlValue
from citebound.text.characters import unfit

READERS = {
    "pure": yaml.BaseLoader,
    "libyaml": getattr(yaml, "CBaseLoader", yaml.BaseLoader),
}


@pytest.fixture(autouse=True, params=sorted(READERS))
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs with the pure reader and with libyaml."""
    monkeypatch.setattr(yaml_text, "LOADER", READERS[request.param])


def read(text: str, first_line: int = 1) -> YamlMap:
    found, wrong = read_yaml(text, "b.md", first_line)
    assert wrong == ()
    assert found is not None
    return found


def refused(text: str) -> tuple[Problem, ...]:
    found, wrong = read_yaml(text, "b.md")
    assert wrong
    assert found is None
    assert all(one.message.endswith(".") and one.hint for one in wrong)
    return wrong


def plain(value: YamlValue | None) -> object:
    """The value without places."""
    if isinstance(value, YamlList):
        return [plain(item) for item in value]
    if isinstance(value, YamlMap):
        return {str(key): plain(item) for key, item in value.items()}
    return value if value is None else str(value)


def placed(value: YamlValue | None) -> object:
    """The value with every place and raw text."""
    if isinstance(value, YamlList):
        return [placed(item) for item in value], value.raw, value.place
    if isinstance(value, YamlMap):
        return [(placed(k), placed(v)) for k, v in value.entries.items()], value.raw, value.place
    return value and (str(value), value.place)


# --- everything is text ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("no", "no"),
        ("12:30", "12:30"),
        ("2023-09-15", "2023-09-15"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("~", "~"),
        ("null", "null"),
        ("", ""),
        ("''", ""),
        ("2021%", "2021%"),
        ("2025/..", "2025/.."),
        ("“curly” and 😀", "“curly” and 😀"),
        ('"a\\tb\\u00e9"', "a\tbé"),
        ("'it''s'", "it's"),
        ("one\n  line", "one line"),
        ("|\n  two\n  lines\n", "two\nlines\n"),
        (">-\n  one\n  line\n", "one line"),
    ],
)
def test_a_scalar_is_read_as_text(written: str, text: str) -> None:
    found = read(f"key: {written}\n")["key"]
    assert isinstance(found, Text)
    assert found == text


def test_lists_and_mappings_hold_text_and_compare_by_key() -> None:
    found = read("a: [x, y]\nb:\n  - {c: d, e: }\n  - f\n")
    assert plain(found) == {"a": ["x", "y"], "b": [{"c": "d", "e": ""}, "f"]}
    assert "a" in found
    assert found.get("z") is None
    assert len(found) == len(found["b"]) == 2
    listed = found["a"]
    assert isinstance(listed, YamlList)
    assert listed[0] == "x"
    assert listed[1:] == ("y",)


@pytest.mark.parametrize(
    ("yaml_line", "raw"),
    [
        ("edtf: [2025..]", "[2025..]"),
        ("edtf: [..2023-09-15]  # before", "[..2023-09-15]"),
        ("edtf: [2015,2020]", "[2015,2020]"),
        ("edtf: [ 2015, 2018..2020 ]", "[ 2015, 2018..2020 ]"),
        ("edtf: {2015,2020}", "{2015,2020}"),
        ("edtf: ['é😀', 2025..]", "['é😀', 2025..]"),
    ],
)
def test_brackets_keep_their_text(yaml_line: str, raw: str) -> None:
    found = read(f"😀é: x\n{yaml_line}\n")["edtf"]
    assert isinstance(found, (YamlList, YamlMap))
    assert found.raw == raw
    assert found.place == Place("b.md", 2, 7)


def test_a_set_inside_a_mapping_in_brackets_keeps_its_text() -> None:
    found = read("date: {edtf: [2025..], phrase: until at least 2025}")["date"]
    assert isinstance(found, YamlMap)
    assert isinstance(found["edtf"], YamlList)
    assert found["edtf"].raw == "[2025..]"
    assert found["phrase"] == "until at least 2025"


def test_a_list_of_lines_keeps_its_text_up_to_its_last_character() -> None:
    found = read("a:\n  - x\n  - y\n\n# end\nb: z\n")["a"]
    assert isinstance(found, YamlList)
    assert found.raw.startswith("- x\n  - y")
    assert found.place == Place("b.md", 2, 3)


# --- places ----------------------------------------------------------------------------


def test_places_count_lines_of_the_file_and_code_points_of_the_line() -> None:
    found = read('é😀: [a, "b"]\n\nnext:\n  - {in: x}\n', first_line=2)
    assert [key.place for key in found] == [Place("b.md", 2, 1), Place("b.md", 4, 1)]
    assert found.place == Place("b.md", 2, 1)
    listed, rows = found["é😀"], found["next"]
    assert isinstance(listed, YamlList)
    assert isinstance(rows, YamlList)
    assert [item.place.column for item in listed] == [6, 9]
    row = rows[0]
    assert isinstance(row, YamlMap)
    assert row.place == Place("b.md", 5, 5)
    assert row["in"].place == Place("b.md", 5, 10)
    assert row.place_of("in") == Place("b.md", 5, 6)
    assert row.place_of("out") == row.place


def test_what_only_yaml_calls_a_line_break_begins_no_line() -> None:
    found, wrong = read_yaml("a: x\u2028  y\nb: z\n", "b.md")
    assert found is not None
    assert plain(found) == {"a": "x  y", "b": "z"}
    assert found["b"].place == Place("b.md", 2, 4)
    assert [one.place for one in wrong] == [Place("b.md", 1, 5)]


def test_an_empty_value_has_the_place_where_it_is_missing() -> None:
    found = read("a:\nb: x")
    assert found["a"] == ""
    assert found["a"].place == Place("b.md", 1, 3)


# --- refusals --------------------------------------------------------------------------

REFUSED = [
    ("an unclosed quotation mark", "a: b\nc: 'x\nd: y\n", 2, 4, "yaml-syntax", "never closed"),
    ("one that meets a document's end", 'a: "x\n---\n', 1, 4, "yaml-syntax", "never closed"),
    ("one closed by the next one", 'a: "b\nc: "d"\n', 2, 5, "yaml-syntax", "does not fit"),
    ("a tab that indents", "a:\n\tb: c\n", 2, 1, "yaml-syntax", "tab"),
    ("a tab after spaces", "a:\n  b: c\n \td: e\n", 3, 2, "yaml-syntax", "tab"),
    ("a colon in a value", "title: Foo: bar\n", 1, 11, "yaml-syntax", "colon and a space"),
    ("a value that begins with @", "a: @know-how\n", 1, 4, "yaml-syntax", "cannot begin"),
    ("a key without a colon", "a: b\nc\nd: e\n", 3, 1, "yaml-syntax", "without a colon"),
    ("an open bracket", "a: b\nc: [d, e\nf: g\n", 3, 2, "yaml-syntax", "opened on line 2"),
    ("text after a value", 'a: "b" c\n', 1, 8, "yaml-syntax", "begins on line 1"),
    ("a backslash", 'a: "C:\\q"\n', 1, None, "yaml-syntax", "backslash"),
    ("a backslash with too much", 'a: "\\UFFFFFFFF"\n', 1, None, "yaml-syntax", ""),
    ("a surrogate behind a backslash", 'a: "\\ud800"\n', 1, None, "yaml-syntax", ""),
    ("a directive with too much", f"%YAML 1.{'9' * 5000}\n---\na: b", 1, None, "yaml-syntax", ""),
    ("an instruction", "# c\n%- |\n---\na: b\n", 2, 1, "yaml-syntax", "begins with “%”"),
    ("something else", "a: |x\n  b\n", 1, 5, "yaml-syntax", "This is not YAML"),
    ("an alias", "a: b\nc: *a\n", 2, 4, "yaml-alias", "aliases"),
    ("emphasis", "a: *very* much\n", 1, 4, "yaml-alias", "quotation marks"),
    ("an asterisk alone", "a: * b\n", 1, 4, "yaml-alias", "aliases"),
    ("a tag without end", "a: !<x\n", 1, 4, "yaml-tag", "Tags"),
    ("a tag of an unknown family", "a: !x!y z\n", 1, 4, "yaml-tag", "Tags"),
    ("a second document", "a: b\n---\nc: d\n", 2, 1, "yaml-shape", "second YAML document"),
    ("a list at the top", "# x\n- a\n- b\n", 2, 1, "yaml-shape", "must be a mapping"),
    ("text at the top", "just text", 1, 1, "yaml-shape", "must be a mapping"),
    ("nothing", "", 1, 1, "yaml-shape", "empty"),
    ("only a comment", "# nothing\n", 1, 1, "yaml-shape", "empty"),
    ("an empty document", "---\n", 2, 1, "yaml-shape", "empty"),
]


@pytest.mark.parametrize(
    ("text", "line", "column", "code", "words"),
    [row[1:] for row in REFUSED],
    ids=[row[0] for row in REFUSED],
)
def test_it_is_refused_at_its_place(
    text: str, line: int, column: int | None, code: str, words: str
) -> None:
    (wrong,) = refused(text)
    assert (wrong.place.line, wrong.code) == (line, code)
    assert column in (None, wrong.place.column)
    assert words in f"{wrong.message} {wrong.hint}"
    moved = read_yaml(text, "b.md", 2)[1][0].place
    assert moved == Place("b.md", line + 1, wrong.place.column)


UNREADABLE = [
    ("NUL behind a backslash", 'a: "\\0b"\n', 1, 4, "U+0000"),
    ("NUL", "a: \0b\n", 1, 4, "U+0000"),
    ("a control character", "c: d\na: b\x07\n", 2, 5, "U+0007"),
    ("a line break of YAML’s own", "c: d\na: b\x85\n", 2, 5, "U+0085"),
    ("a byte-order mark before a key", "\ufeffa: b\n", 1, 1, "U+FEFF"),
    ("a lone surrogate", "a: b\ud800\n", 1, 5, "U+D800 … half of a character"),
    ("an override", "a: 'b\u202e'\n", 1, 6, "U+202E … RIGHT-TO-LEFT OVERRIDE"),
    ("an override behind a backslash", 'a: "b\\u202e"\n', 1, 4, "U+202E"),
    ("isolates, which are one slip", "a: \u2067b\u2069\n", 1, 4, "U+2067"),
    ("a mark of direction", "a: b\u200f\n", 1, 5, "U+200F … RIGHT-TO-LEFT MARK"),
    ("the private area", "a: b\ue000\n", 1, 5, "private-use"),
    ("the private area of plane 15", "a: b\U000f0000\n", 1, 5, "U+F0000"),
    ("the private area of plane 16", "a: b\U0010fffd\n", 1, 5, "U+10FFFD"),
    ("no character", "a: b\ufdd0\n", 1, 5, "U+FDD0 … a code point that stands for no character"),
    ("no character of plane 1", "a: b\U0001ffff\n", 1, 5, "U+1FFFF"),
    ("a tag", "a: b\U000e0041\n", 1, 5, "U+E0041"),
    ("an invisible letter", "a: b\u3164\n", 1, 5, "U+3164 … HANGUL FILLER"),
    ("a joiner in Latin", "a: b\u200d\n", 1, 5, "U+200D"),
    ("a comment", "a: b # c\u202e\u202e\n", 1, 9, "U+202E"),
    ("a comment before all", "# \u202e\na: b\n", 1, 3, "U+202E"),
]


@pytest.mark.parametrize(
    ("text", "line", "column", "words"), [r[1:] for r in UNREADABLE], ids=[r[0] for r in UNREADABLE]
)
def test_a_character_that_cannot_be_read_is_one_finding_and_left_out(
    text: str, line: int, column: int, words: str
) -> None:
    found, (wrong,) = read_yaml(text, "b.md")
    assert (wrong.code, wrong.place) == ("forbidden-character", Place("b.md", line, column))
    assert all(piece in wrong.message for piece in words.split(" … "))
    assert found is not None
    assert found["a"] == "b"


@pytest.mark.parametrize(
    "words",
    [
        "က\u200bခ",
        "نمی\u200cشود",
        "👨\u200d👩",
        "soft\u00adhyphen",
        "\u0600١",
        "a\u00a0b",
        "é ဥက္ကဋ္ဌ",
    ],
)
def test_characters_that_words_are_written_with_stay(words: str) -> None:
    assert read(f"a: {words}\nb: '{words}'\n")["b"] == words


def test_each_value_that_holds_one_is_a_finding_of_its_own() -> None:
    found, wrong = read_yaml("a: [x\u202e, y, z\u202e]\nb\u202e: [2025..\u202e]\n", "b.md")
    assert plain(found) == {"a": ["x", "y", "z"], "b": ["2025.."]}
    assert found is not None
    assert isinstance(found["b"], YamlList)
    assert found["b"].raw == "[2025..]"
    assert [(one.place.line, one.place.column) for one in wrong] == [
        (1, 6),
        (1, 13),
        (2, 2),
        (2, 12),
    ]


def test_words_that_are_copied_keep_what_the_text_holds() -> None:
    text = "from: 'a\u202eb'\nto: \"\\u202ec\"\ntitle: a\u202eb\ncue: a\u2066b\n"
    found, wrong = read_yaml(text, "b.md", copied=("from", "to", "cue"), pinned="a\u202ebc")
    assert plain(found) == {"from": "a\u202eb", "to": "\u202ec", "title": "ab", "cue": "ab"}
    assert [one.place.line for one in wrong] == [3, 4]


def test_a_duplicate_key_is_reported_at_the_second_and_the_first_holds() -> None:
    found, wrong = read_yaml("a: 1\nb:\n  c: 2\n  c: 3\na: 4\na: 5\n", "b.md")
    assert plain(found) == {"a": "1", "b": {"c": "2"}}
    assert [(one.code, one.place.line, one.place.column) for one in wrong] == [
        ("yaml-duplicate-key", 4, 3),
        ("yaml-duplicate-key", 5, 1),
        ("yaml-duplicate-key", 6, 1),
    ]
    assert "line 3" in wrong[0].message


@pytest.mark.parametrize(
    "text",
    ["a: !!python/object/apply:os.system [ls]\n", "a: !!str x\n", "a: ! x\n", "a: !local {b: c}\n"],
)
def test_a_tag_is_reported_and_makes_nothing(text: str) -> None:
    found, wrong = read_yaml(text, "b.md")
    assert found is not None
    assert [(one.code, one.place) for one in wrong] == [("yaml-tag", Place("b.md", 1, 4))]


def test_an_anchor_is_reported_and_an_alias_bomb_never_grows() -> None:
    found, wrong = read_yaml("a: &x b\n", "b.md")
    assert plain(found) == {"a": "b"}
    assert [one.code for one in wrong] == ["yaml-alias"]
    rows = ["a0: &a0 [x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert {one.code for one in refused("\n".join(rows))} == {"yaml-alias"}


@pytest.mark.parametrize("text", ["{{ x }}: 1\n", "? [a, b]\n: c\n", "k: {{ x }}\n"])
def test_a_key_is_a_word(text: str) -> None:
    found, wrong = read_yaml(text, "b.md")
    assert found is not None
    assert {one.code for one in wrong} == {"yaml-shape"}


def test_every_finding_before_the_end_is_kept() -> None:
    wrong = refused("a: !t x\nb: &y z\na: 2\nc: *y\nd: 'open\n")
    assert [(one.place.line, one.code) for one in wrong] == [
        (1, "yaml-tag"),
        (2, "yaml-alias"),
        (3, "yaml-duplicate-key"),
        (5, "yaml-syntax"),
    ]


def test_depth_has_a_limit_in_lists_and_in_lines() -> None:
    within = "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert read(within)
    (wrong,) = refused("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert (wrong.code, wrong.place.column) == ("yaml-too-deep", 3 + MAX_DEPTH)
    (wrong,) = refused("\n".join("  " * depth + "a:" for depth in range(MAX_DEPTH + 2)))
    assert (wrong.code, wrong.place.line) == ("yaml-too-deep", MAX_DEPTH + 1)


def test_a_hundred_thousand_brackets_are_refused_quickly() -> None:
    began = process_time()
    (wrong,) = refused("a: " + "[" * 100_000)
    assert wrong.code == "yaml-too-deep"
    assert process_time() - began < 2


def test_size_is_measured_in_bytes_before_anything_is_read() -> None:
    (wrong,) = refused("a: " + "é" * (MAX_BYTES // 2))
    assert (wrong.code, wrong.place) == ("yaml-too-large", Place("b.md", 1, 1))
    assert len(read("a: " + "x" * (MAX_BYTES - 3))["a"]) == MAX_BYTES - 3


def test_the_number_of_values_has_a_limit() -> None:
    rows = [f"k{number}: v" for number in range(MAX_NODES // 2)]
    assert len(read("\n".join(rows[1:]))) == MAX_NODES // 2 - 1
    (wrong,) = refused("\n".join(rows))
    assert (wrong.code, wrong.place.line) == ("yaml-too-large", MAX_NODES // 2)


# --- laws ------------------------------------------------------------------------------

PIECES = (
    *("a: ", "b: ", "é😀", "- ", "\n", "\n  ", " ", "[", "]", "{", "}", ", ", "'", '"', "&x", "*x"),
    *("|\n", ">-\n", "---\n", "...\n", "# c", "2025..", "? ", ": ", "%", "@", "\u2028", "\x85"),
    *("\r\n", "\\x", "\\n", "\ufeff", "k", "<<: "),
)
HOSTILE = (*PIECES, "!t", "!!str ", "\n\t", "\t", "\\UFFFFFFFF", "\\ud800", "\x00", "%YAML 1.1\n")
laws = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def joined(pieces: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=16).map("".join)


@laws
@given(joined(HOSTILE) | st.text())
def test_any_text_is_read_or_refused_with_a_place_inside_it(text: str) -> None:
    found, wrong = read_yaml(text, "b.md")
    assert found is not None or wrong
    lines = text.split("\n")
    for one in wrong:
        assert one.place.column <= len(lines[one.place.line - 1]) + 1


@laws
@given(joined(PIECES))
def test_both_readers_give_the_same_values_at_the_same_places(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        answers = []
        for loader in READERS.values():
            patch.setattr(yaml_text, "LOADER", loader)
            answers.append(placed(read_yaml(text, "b.md")[0]))
    assert answers[0] == answers[1]


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=9
).filter(lambda words: not list(unfit(words)))


@laws
@given(st.dictionaries(WORDS, st.one_of(WORDS, st.lists(WORDS, max_size=3)), min_size=1))
def test_what_is_written_is_read_back_and_stands_where_it_says(
    data: dict[str, str | list[str]],
) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_style="'", width=9999)
    found = read(text)
    assert plain(found) == data
    lines = text.split("\n")
    for key in found:
        written = lines[key.place.line - 1][key.place.column - 1 :]
        assert written.startswith(("'" + key.replace("'", "''"), '"'))
