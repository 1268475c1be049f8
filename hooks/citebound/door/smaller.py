"""Our stylesheets and scripts as they are published: without comments and most white space.

They are written to be read, and a page may cost only so much (tests/test_reader.py). Only what
is between the words of CSS, and at the beginning of lines of a script, is removed; a test
has Chromium compare what is left. The libraries that do more (rcssmin, rjsmin) have
no wheels for macOS and Windows, and know no nested rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from citebound.proof.listed import THEME_FILES

_STRING = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"""
_CSS = re.compile(rf"({_STRING})|(?:/\*.*?\*/|\s)+", re.DOTALL)
_AROUND = re.compile(rf"({_STRING})|;? ?(\}}) ?| ?([{{;>]) ?|([,(:]) | ([)!])")
_COMMENT = re.compile(r"^[ \t]*(?:/\*(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*$", re.DOTALL | re.MULTILINE)
_MARGIN = re.compile(r"\s*\n\s*")


def smaller_css(text: str) -> str:
    """A stylesheet without its comments, and with little more white space than it needs."""
    plain = _CSS.sub(lambda found: found[1] or " ", text).strip()
    return _AROUND.sub(lambda found: "".join(filter(None, found.groups())), plain)


def smaller_js(text: str) -> str:
    """A script without lines of comments, empty lines and margins. Its lines stay lines."""
    return _MARGIN.sub("\n", _COMMENT.sub("", text)).strip() + "\n"


SMALLER: Mapping[str, Callable[[str], str]] = {".css": smaller_css, ".js": smaller_js}


def smaller_files(theme: Path) -> dict[str, bytes]:
    """The stylesheets and scripts of a theme as they are published, by address."""
    return {
        name: SMALLER[kind]((theme / name).read_text("utf-8")).encode()
        for name in sorted(THEME_FILES)
        if (kind := Path(name).suffix) in SMALLER
    }
