"""A file of Markdown with front matter, opened: its fields, its document, and what is wrong."""

from __future__ import annotations

import re
from pathlib import Path

from citebound.markup import scan
from citebound.model import Document
from citebound.problems import EVERYTHING, Place, Problem, Thing
from citebound.reading.fields import Fields
from citebound.reading.files import read_text, relative
from citebound.reading.yaml_text import read_yaml
from citebound.reading.yaml_values import YamlMap

_FENCE = re.compile(r"---[ \t]*\n")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
"""The line that closes front matter."""


def front_matter(text: str, path: str) -> tuple[YamlMap | None, int, tuple[Problem, ...]]:
    """The front matter of a file, the offset at which its body begins, and what is wrong."""
    opening = _FENCE.match(text)
    closing = CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        missing = "a line of --- that closes the front matter" if opening else "front matter"
        problem = Problem(
            Place(path),
            "front-matter",
            f"there is no {missing}",
            "the file begins with ---, then fields, then ---",
        )
        return None, 0, (problem,)
    values, problems = read_yaml(text[opening.end() : closing.start()], path, 2)
    return values, min(closing.end() + 1, len(text)), problems


def opened(
    root: Path, path: Path, what: str, problems: list[Problem]
) -> tuple[Fields | None, Document]:
    """The fields of a file, or ``None`` where they cannot be read, and its document."""
    text, found = read_text(root, path)
    name = relative(root, path)
    unread = (Thing("file", name), EVERYTHING)
    if text is None:
        problems += (problem.explaining(*unread) for problem in found)
        return None, Document(name, "", 0)
    values, body, found = front_matter(text, name)
    problems += found if values else (problem.explaining(*unread) for problem in found)
    # Without its end, front matter cannot be told from prose: then there is no body.
    fields = None if values is None else Fields(values, what, problems)
    not_ends = fields.texts("not_ends") if fields else ()
    document = scan(text, name, body or len(text), not_ends)
    problems += document.problems
    return fields, document
