"""The names of what is not ours: none looks like an address of ours, and each can be written down.

Many a file system and many a server take ``Briefings/`` for ``briefings/``, and a reader takes
``br\u0456efings/``, with a Cyrillic letter, for it as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citebound.problems import Place, Problem
from citebound.proof import listed
from citebound.proof.built import Built
from citebound.text.characters import deceiving, hidden, plain

_SPLITS = re.compile(r"[?#\\\x00-\x1f\x7f]")
"""What ends the path of an address, or is written in it as something else."""

_OURS = frozenset(map(plain, listed.OURS))


def below_ours(name: str) -> bool:
    """Whether a file stands below an address of ours, or of one that looks like it."""
    first, slash, _ = name.partition("/")
    return f"{plain(first).strip(' .')}{slash}" in _OURS


def misleading_names(names: Iterable[str], built: Built) -> Iterator[Problem]:
    """The files that are not ours whose names deceive, or cannot be written in an address."""
    ours = {*built.assets, *(f"{address}index.html" for address in built.pages)}
    for name in names:
        told = None if name in ours else misleading(name)
        if told:
            other = built.others.get(name.removesuffix("index.html"))
            yield Problem(
                Place(other.edit if other and other.edit else name), "rendered-file",
                f"the name of the file {told}", "rename the file, or the folder it is in",
            )  # fmt: skip


def misleading(name: str) -> str | None:
    """What is wrong with the name of a file, or ``None``."""
    split = _SPLITS.search(name)
    if split:
        return f"has {split[0]!r}, which an address cannot have"
    for found in deceiving(name):
        return f"deceives the eye: {found.why}"
    for _, character in hidden(name):
        return f"has {character}, which cannot be seen"
    return None
