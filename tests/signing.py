"""A review sheet filled in, as a reviewer would."""

from __future__ import annotations

import re
from pathlib import Path

from citebound.checks.reviewing import asked_of
from citebound.commands.review_sheet import sheet
from citebound.publish import verify


def filled_sheet(root: Path, briefing: str, folder: Path) -> Path:
    """The sheet of a briefing in ``folder``, everything supported and answered."""
    verified = verify(root)
    one = next(b for b in verified.library.briefings if b.path == briefing)
    asked = tuple(asked_of(one, verified.bindings[one.path], verified.library))
    text = sheet(briefing, asked).replace("[ ]", "[x]")
    text = re.sub(r"^  answer:$", "  answer: It is so, see the passage.", text, flags=re.MULTILINE)
    path = folder / "sheet.md"
    path.write_text(text, "utf-8")
    return path
