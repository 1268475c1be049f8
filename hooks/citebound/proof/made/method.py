"""The page that says how to read and check a site: from a list of its lines, and the sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from citebound.claims import saying
from citebound.model import Source
from citebound.passages.qualifier_words import QUALIFIERS
from citebound.proof.made.method_lines import LINES, SOURCES
from citebound.proof.made.telling import part, plain, tag
from citebound.text import limiting

_PIECE = re.compile(
    r'<(?P<name>[a-z][a-z0-9]*)[^ >]*(?P<given>(?: [a-z-]+="[^"]*")*)>|(?P<end></>)|[^<]+'
)
_GIVEN = re.compile(r' ([a-z-]+)="([^"]*)"')


def listed_line(sources: str) -> str:
    """What the body of the page holds, as one line; ``sources`` is what it has of them."""
    told = "".join(_elements(map(_with_qualifiers, LINES[1:])))
    before, mark, after = told.partition(SOURCES)
    assert mark, "the list says where the sources stand"
    return f"{before}{sources}{after}"


def sources_again(known: Mapping[str, Source]) -> str:
    """The table of the sources and their hashes; nothing where there is no source."""
    if not known:
        return ""
    rows = (
        part(
            "tr",
            part("th", tag("a", plain(name), class_="cb-source", href=source.address), scope="row"),
            part("td", tag("code", source.sha256, class_="cb-hash")),
        )
        for name, source in sorted(known.items())
    )
    columns = (part("th", column, scope="col") for column in ("Source", "SHA-256"))
    table = part(
        "table", tag("caption", "Sources and the SHA-256 of their texts"),
        part("thead", part("tr", *columns)), part("tbody", *rows), class_="cb-table",
    )  # fmt: skip
    label = "Sources and their hashes: table"
    return tag("section", table, aria_label=label, class_="cb-scroll", tabindex="0")


def _with_qualifiers(line: str) -> str:
    """A line with the closed list of a language's words, or their number, filled in: ``{en}`` its
    qualifiers, ``{saying:en}`` its verbs of saying, ``{limiting:en}`` its words that limit.
    """
    for language, qualifiers in QUALIFIERS.items():
        lists = {
            language: qualifiers,
            f"saying:{language}": saying.listed(language),
            f"limiting:{language}": limiting.listed(language),
        }
        for name, words in lists.items():
            line = line.replace(f"{{{name}}}", ", ".join(words))
            line = line.replace(f"{{n:{name}}}", str(len(words)))
    return line


def _elements(lines: Iterable[str]) -> Iterator[str]:
    """The elements of a list of lines: a line stands in the last that is less indented."""
    ends: list[str] = []
    for line in lines:
        depth = len(line) - len(line.lstrip(" ")) - 1
        while len(ends) > depth:
            yield ends.pop()
        yield from _blocks_of(line.lstrip(" "), ends)
    while ends:
        yield ends.pop()


def _blocks_of(line: str, ends: list[str]) -> Iterator[str]:
    """A line with its elements whole. Its first is closed by a later line, and its end is kept in
    ``ends``; each other one in it is closed by ``</>``.
    """
    inner: list[str] = []
    for n, piece in enumerate(_PIECE.finditer(line)):
        if piece["name"]:
            given = {key.replace("-", "_"): value for key, value in _GIVEN.findall(piece["given"])}
            begin, end = tag(piece["name"], "\n", **given).split("\n")
            yield begin
            (inner if n else ends).append(end)
        else:
            yield inner.pop() if piece["end"] else piece[0]
