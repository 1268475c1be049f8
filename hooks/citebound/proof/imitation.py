"""What a page that is not ours may not say, wherever it says it: that it is checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citebound.proof.states import states_in

_TURNED = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def imitated(readings: Sequence[str]) -> Iterator[str]:
    """What in words that are not ours, read in one way or another, a reader would take for what
    is checked.
    """
    for state in states_in(readings):
        yield f"says “{state}” as a page that is checked does"
    for turned in filter(None, map(_TURNED.search, readings[:1])):
        yield f"has the character U+{ord(turned[0]):04X}, which turns words round"
