"""Stylesheets and scripts as they are published: ours without comments and most white space, the
theme's stylesheet without what no page uses.

They are written to be read, and a page may cost only so much (tests/test_reader.py). Only what
is between the words of CSS, and at the beginning of lines of a script, is removed; a test
has Chromium compare what is left. The libraries that do more (rcssmin, rjsmin) have
no wheels for macOS and Windows, and know no nested rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from citebound.proof.built import Built
from citebound.proof.listed import CUT_STYLESHEET, THEME_FILES
from citebound.proof.used_styles import used_in_folder

_STRING = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"""
_CSS = re.compile(rf"({_STRING})|(?:/\*.*?\*/|\s)+", re.DOTALL)
_AROUND = re.compile(rf"({_STRING})|;? ?(\}}) ?| ?([{{;>]) ?|([,(:]) | ([)!])")
_COMMENT = re.compile(r"^[ \t]*(?:/\*(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*$", re.DOTALL | re.MULTILINE)
_MARGIN = re.compile(r"\s*\n\s*")
_GOES_ON = re.compile(r"^((?!.*//).*[{(\[,;])\n", re.MULTILINE)
"""A line after which the next may follow at once: no semicolon is put in at its end (ECMA-262,
12.10), and no comment stands there.
"""
_SIGN = re.compile(r" (=>?|[!=]==|[-+]=|(?:&&|\|\||\?\?)=?) ")
"""Signs that stand in no text of our scripts, and need no space (tests/test_theme_files.py)."""


def smaller_css(text: str) -> str:
    """A stylesheet without its comments, and with little more white space than it needs."""
    plain = _CSS.sub(lambda found: found[1] or " ", text).strip()
    return _AROUND.sub(lambda found: "".join(filter(None, found.groups())), plain)


def smaller_js(text: str) -> str:
    """A script without lines of comments, empty lines, margins, and the spaces around some signs. A
    line stays one, unless it ends where it cannot end a statement of itself.
    """
    lines = _MARGIN.sub("\n", _COMMENT.sub("", text)).strip()
    return _SIGN.sub(r"\1", _GOES_ON.sub(r"\1", lines)) + "\n"


SMALLER: Mapping[str, Callable[[str], str]] = {".css": smaller_css, ".js": smaller_js}


def smaller_files(theme: Path) -> dict[str, bytes]:
    """The stylesheets and scripts of a theme as they are published, by address."""
    return {
        name: SMALLER[kind]((theme / name).read_text("utf-8")).encode()
        for name in sorted(THEME_FILES)
        if (kind := Path(name).suffix) in SMALLER
    }


def cut_theme_style(built: Built, site: Path) -> None:
    """Cut the stylesheet of the theme in a finished site. One that is not the theme's own stays,
    for the proof to find.
    """
    for theme in built.themes:
        for whole in theme.glob(CUT_STYLESHEET):
            name = whole.relative_to(theme).as_posix()
            published = site / name
            if published.is_file() and published.read_bytes() == whole.read_bytes():
                published.write_bytes(used_in_folder(theme, name, site, built.features))
