"""The typeface: the files that were made once, for whom they are, and how a page looks until
they are there.
"""

from __future__ import annotations

import hashlib
import re

from citebound.proof.listed import FONT, THEME_FILES
from conftest import ROOT

ASSETS = ROOT / "hooks/theme/assets"
FONTS = ASSETS / "fonts"
README = (FONTS / "README.md").read_text("utf-8")
FACE = (ASSETS / "face.css").read_text("utf-8")


def test_the_fonts_are_those_that_the_readme_tells_how_to_make() -> None:
    told = dict(re.findall(r"^\| `([^`]+)` \| [^|]+ \| `([0-9a-f]{64})` \|$", README, re.MULTILINE))
    there = {path.name for path in FONTS.iterdir()} - {"README.md"}
    assert told == {name: hashlib.sha256((FONTS / name).read_bytes()).hexdigest() for name in there}
    assert {f"assets/fonts/{name}" for name in there} == {
        name for name in THEME_FILES if "/fonts/" in name
    }
    assert FONT in THEME_FILES


def test_each_file_is_asked_for_by_the_letters_that_it_was_made_of() -> None:
    made = dict(re.findall(r"^(latin|extended|cyrillic)=(\S+)$", README, re.MULTILINE))
    rules = re.findall(
        r"font-style: (\w+);\s+font-display: swap;\s+src: url\(fonts/literata-(\w+)-(\w+)\.woff2\) "
        r'format\("woff2"\);\s+unicode-range: ([^;]+);',
        FACE,
    )
    assert sorted(rules) == sorted(
        (style, name, part, made[part].replace(",", ", "))
        for style, name in (("normal", "regular"), ("italic", "italic"))
        for part in made
    )
