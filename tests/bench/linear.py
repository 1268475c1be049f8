"""Whether reading, checking and printing take time in proportion to a file's length.

    python tests/bench/linear.py

Each row is a file that is long in one way. It is read (``scan``), checked (bound, and every
check) and printed (all that is published of it, made and proved), at two lengths, one twice the
other: where the work is linear, the time doubles, and the ratio is about 2; where it is quadratic,
about 4.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator

from citebound import publish
from citebound.checks import check
from citebound.markup import scan
from citebound.model import Actor, Briefing, Library, Source, Text
from citebound.passages.binding import bind
from citebound.problems import Checked
from citebound.shown.facts import SiteFacts
from citebound.text.sentences import paragraphs_of, sentences_of

PATH = "briefings/2026-11-case.md"
TEXT = "".join(
    f"Line {n} says that report {n} was put off until at least 2025.\n" for n in range(200)
)
NAMES, FEW = 300, 2


def repeated(words: str) -> Callable[[int], str]:
    """A file of the same words again and again."""
    return lambda count: words * count


def joined(line: Callable[[int], str], between: str = "\n\n") -> Callable[[int], str]:
    """A file of lines made of their number."""
    return lambda count: between.join(map(line, range(count)))


def noted(count: int) -> str:
    """Sentences with a footnote each, defined after them."""
    said = [f"Of report {n} it says so.[^n{n}]" for n in range(count)]
    notes = [f"[^n{n}]: “report {n % 200} was put off” [@s]" for n in range(count)]
    return "\n\n".join([" ".join(said), *notes])


def misspelt(count: int) -> str:
    """Footnotes, each used by another name than it is defined by."""
    said = [f"Of report {n} it says so.[^note-{n}x]" for n in range(count)]
    notes = [f"[^note-{n}y]: “report {n % 200} was put off” [@s]" for n in range(count)]
    return "\n\n".join([" ".join(said), *notes])


def quoted_and_noted(count: int) -> str:
    """One sentence of many quotations and many footnotes."""
    said = [f"“report {n % 200} was put off”[^n{n}]" for n in range(count)]
    notes = [f"[^n{n}]: “Line {n % 200} says that” [@s]" for n in range(count)]
    return "\n\n".join(["so " + " and ".join(said) + ".", *notes])


def each_another(count: int) -> str:
    """One sentence of many quotations, each of other words. A source's page prints the sentence
    at each of them, so that its bytes grow with the square.
    """
    return f"So {' and '.join(f'“Line {n} says that”' for n in range(count))} [@s]."


def tabled(count: int) -> str:
    """A table."""
    rows = [f"| Row {n} | “report {n % 200} was put off” [@s] |" for n in range(count)]
    return "\n".join(["| A | B |", "|---|---|", *rows])


FILES: tuple[tuple[str, int, Callable[[int], str]], ...] = (
    ("an open backtick", 4000, repeated('"a `')),
    ("“ alone", 4000, repeated("“")),
    ("“ with words", 4000, repeated("“a ")),
    ("words with ”", 4000, repeated("a” ")),
    ("‘ with words", 4000, repeated("‘a ")),
    ("' with words", 4000, repeated("'a ")),
    ("「 alone", 4000, repeated("「")),
    ("straight marks", 4000, repeated('"aa bb" ')),
    ("‹!--", 100000, repeated("‹!--")),
    ("<!--", 100000, repeated("<!--")),
    ("<?", 100000, repeated("<?")),
    ("[", 4000, repeated("[")),
    ("![", 4000, repeated("![")),
    ("[](", 4000, repeated("[](")),
    ("[a](", 4000, repeated("[a](<b")),
    ("[a](b ", 4000, repeated("[a](b '")),
    ("[@", 4000, repeated("[@ ")),
    ("[^", 4000, repeated("[^ ")),
    ("]", 4000, repeated("a]")),
    ("*a _b", 4000, repeated("*a _b ")),
    ("*a**a*", 4000, repeated("*a**a*")),
    ("a** b", 4000, repeated("a** b")),
    ("_a_", 4000, repeated("_a_ ")),
    ("<a", 4000, repeated("<a ")),
    ("<a b='", 4000, repeated("<a b='")),
    ("{.", 4000, repeated("{.")),
    ("{a=' ", 4000, repeated("{a=' ")),
    ("{.a .a", 4000, repeated("{.a ")),
    ("&amp", 4000, repeated("&amp")),
    ("{a=b c=", 4000, repeated("{a=b c=")),
    ("[[ ]]", 4000, lambda n: "[" * n + "]" * n),
    ("***a", 4000, repeated("***a ")),
    ("*a_", 4000, repeated("*a_ **b__ ")),
    ("'a'b", 4000, repeated(" 'a'b")),
    ("backticks", 1000, joined(lambda n: "`" * n + " a", " ")),
    ("~a", 4000, repeated("~a ")),
    ("backslashes", 4000, repeated("\\")),
    ("> deep", 4000, lambda n: "> " * n + "a"),
    ("- deep", 4000, lambda n: "- " * n + "a"),
    ("lists in lists", 200, lambda n: "\n".join("  " * d + "- a" for d in range(n))),
    ("a list", 4000, repeated("- It says so.\n")),
    ("quoted lines", 4000, repeated("> a\n")),
    ("block quotations", 2000, joined(lambda n: f"> report {n % 200} was put off\n> — [@s]")),
    ("dashes in one", 4000, lambda n: "> " + "— a " * n),
    ("citations in one", 4000, lambda n: "> a " + "[@s] " * n + "b"),
    ("callouts", 2000, repeated("> [!NOTE]\n> It is so.\n\n")),
    ("headings", 4000, repeated("## One\n\n")),
    ("a heading", 1, lambda n: "## " + "word " * 20000 * n),
    ("footnotes", 2000, noted),
    ("undefined footnotes", 2000, joined(lambda n: f"It says so.[^x{n}]", " ")),
    ("footnotes misspelt", 300, misspelt),
    ("footnotes of one", 1000, lambda n: noted(n).replace(". Of", ", of").replace(".[", "[")),
    ("footnotes unused", 2000, joined(lambda n: f"[^y{n}]: “report {n % 200} was put off” [@s]")),
    ("cited", 4000, joined(lambda n: f"So “report {n % 200} was put off” [@s].", " ")),
    ("cited by one", 4000, lambda n: "So " + "“report 7 was put off” and " * n + "all [@s]."),
    ("not cited", 4000, joined(lambda n: f"So “report {n % 200} was put off”.", " ")),
    ("not found", 400, joined(lambda n: f"So “no paper {n} was put on” [@s].", " ")),
    ("a quotation not found", 400, lambda n: f"So “{'no paper was put off ' * n}” [@s]."),
    ("a block quotation not found", 400, lambda n: "> no paper was put off\n" * n + "> — [@s]"),
    ("cuts", 400, lambda n: f"So “{'was […] put ' * n}” [@s]."),
    ("insertions", 400, lambda n: f"So “{'was [not] put ' * n}” [@s]."),
    ("each another, in one", 100, each_another),
    ("quoted and noted", 1000, quoted_and_noted),
    ("idle citations", 4000, repeated("It says so [@s]. ")),
    ("emphasis", 4000, repeated("It *is* so. ")),
    ("ends in emphasis", 4000, repeated("*It is so. And* so. ")),
    ("links", 4000, repeated("It [is](actor:a1) so. ")),
    ("actors named", 4000, joined(lambda n: f"Person A{n % NAMES} says so.", " ")),
    ("hard breaks", 4000, repeated("It is so.\\\n")),
    ("a table", 4000, tabled),
    ("a wide table", 500, lambda n: "| a " * n + "|\n" + "|-" * n + "|\n" + "| b " * n + "|"),
    ("pipes", 4000, repeated("| a\n")),
    ("a paragraph", 1, lambda n: "It is so, as they say. " * 21740 * n),
    ("one sentence", 1, lambda n: "it is so, as they say " * 22730 * n),
    ("definitions", 4000, repeated("[a]: b\n")),
    ("code", 4000, repeated("```\na\n```\n")),
)


def library(text: str, field: str = "One sentence.", *, loose: bool = False) -> Library:
    """A library of one source, some actors, and a briefing with this body. With ``loose`` it
    names two sources, so that what is not cited is bound to none.
    """
    paragraphs = paragraphs_of(TEXT, "lines")
    source = Source(
        "s", TEXT, paragraphs=paragraphs, sentences=sentences_of(TEXT, paragraphs), path="s"
    )
    briefing = Briefing(
        "case",
        PATH,
        Text("A case"),
        Text("2026-11-30"),
        Text(field),
        (Text("s"), Text("t")) if loose else (Text("s"),),
        scan(text, PATH),
    )
    actors = {
        f"a{n}": Actor(f"a{n}", f"docs/actors/a{n}.md", Text(f"Person A{n}"), Text("person"),
                       document=scan("", f"docs/actors/a{n}.md"))
        for n in range(NAMES if "Person A" in text else FEW)  # each has a page
    }  # fmt: skip
    return Library({"s": source}, (briefing,), actors)


def timed(whole: Library) -> tuple[float, float, float]:
    """Seconds of processor time to read the body of a library's briefing, to check it, and to
    make and prove all that is published of it.
    """
    gc.collect()
    start = time.process_time()
    scan(whole.briefings[0].document.text, PATH)
    read = time.process_time() - start
    start = time.process_time()
    bindings = bind(whole)
    problems = check(whole, bindings)
    checked = time.process_time() - start
    start = time.process_time()
    publish.render(publish.Verified(whole, bindings, problems, Checked()), SiteFacts())
    return read, checked, time.process_time() - start


def pairs() -> Iterator[tuple[str, Library, Library]]:
    """Each file at two lengths, in a library each."""
    for name, count, make in FILES:
        yield name, library(make(count)), library(make(2 * count))
    line = "So “report 7 was put off”, it says. "
    one, two = (library(line * count, loose=True) for count in (4000, 8000))
    yield "in quotation marks, of no source", one, two
    one, two = (library("So.", "word “a” " * count) for count in (11_000, 22_000))
    yield "a field of front matter", one, two


def rows(only: str = "") -> Iterator[str]:
    """The table, line by line; of files whose names begin with ``only``."""
    timed(library("It is so."))  # templates are read at the first page
    yield "| file | length | read | check | print | ratios |"
    yield "|---|---|---|---|---|---|"
    for name, short, long in pairs():
        if not name.startswith(only):
            continue
        one, two = timed(short), timed(long)
        ratios = [f"{b / a:.1f}" if b > 0.1 else "–" for a, b in zip(one, two, strict=True)]
        spans = [f"{a:.2f} → {b:.2f}" for a, b in zip(one, two, strict=True)]
        field = name.startswith("a field")
        sizes = [len(x.summary if field else x.document.text) for x in _briefings(short, long)]
        length = " → ".join(f"{size // 1000:,} kB" for size in sizes)
        yield f"| {name} | {length} | {' | '.join(spans)} | {', '.join(ratios)} |"


def _briefings(*libraries: Library) -> list[Briefing]:
    return [whole.briefings[0] for whole in libraries]


if __name__ == "__main__":
    for row in rows(*sys.argv[1:2]):
        print(row, flush=True)
