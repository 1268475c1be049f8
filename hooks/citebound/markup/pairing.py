"""Pairing: which quotation marks open and which close (FORMAT, section 2).

Four pairs open and close a quotation: “ ”, " ", „ “ and « » (or » «). Everything else
is reported at its place, once, and reading goes on behind it. Single marks never
bind.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

_CLOSES = {"“": "”", "„": "“", "«": "»", "»": "«"}
_DOUBLES = '"“”„«»'
_OPENS_AFTER = regex.compile(r"[\s\p{Ps}\p{Pi}\p{Pd}\x00/‘'“„«]")
_CLOSES_BEFORE = regex.compile(r"[\s\p{P}\x00\[{]")
_SINGLE = regex.compile(
    r"(?<![\p{L}\p{N}])"
    r"(?:‘(?=\S)(?:[^‘’\x00]|(?<=\p{L})’(?=\p{L}))*?(?<=\S)’"
    r"|'(?=\S)(?:[^'\x00]|(?<=\p{L})'(?=\p{L}))*?(?<=\S)')(?![\p{L}\p{N}])"
)
"""Words between single marks; an apostrophe between two letters is none of them."""

_ELISION = regex.compile(
    r"['‘’](?:\d0s|tis|twas|twere|em|n|til|till|cause|bout|round|neath|tween)\b", regex.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Where a quotation's marks stand: ``start`` on the opening, ``end`` behind the closing."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Loose:
    """A mark that pairs with nothing: where, what to do, and from where to where the
    words reach that it was probably put around.
    """

    at: int
    code: str
    message: str
    hint: str
    start: int
    end: int


def pair(masked: str) -> tuple[tuple[Pair, ...], tuple[Loose, ...]]:
    """The quotations of a block and the marks left over, each in order.

    ``masked`` is the block's text with all that is not prose as U+0000.
    """
    pairs: list[Pair] = []
    loose: list[Loose] = []
    at = 0
    while at < len(masked):
        mark = masked[at]
        if mark not in _DOUBLES or (mark == '"' and _is_inch(masked, at)):
            at += 1
        elif not _can_open(masked, at):
            between = masked[at - 1 : at].isspace() and masked[at + 1 : at + 2].isspace()
            loose.append(
                Loose(
                    at,
                    "unpaired-quotation",
                    f"this {mark} stands between spaces: it opens nothing and closes nothing"
                    if between
                    else f"this {mark} closes a quotation that nothing opened",
                    "take the space out that stands between it and the words quoted"
                    if between
                    else "put the opening mark before the first word quoted, or take this one out",
                    1 + max(masked.rfind(other, 0, at) for other in _DOUBLES),
                    at + 1,
                )
            )
            at += 1
        elif (end := _closing(masked, at)) is not None:
            pairs.append(Pair(at, end + 1))
            at = end + 1
        else:
            finding, at = _left_open(masked, at)
            loose.append(finding)
    loose.extend(_singles(masked, pairs))
    return tuple(pairs), tuple(sorted(loose, key=lambda found: found.at))


def _can_open(masked: str, at: int) -> bool:
    if masked[at] != '"':
        return masked[at] in _CLOSES
    before_fits = at == 0 or bool(_OPENS_AFTER.match(masked[at - 1]))
    return before_fits and at + 1 < len(masked) and not masked[at + 1].isspace()


def _can_close(masked: str, at: int) -> bool:
    """Whether a straight mark may close: after a non-space, before space, end or punctuation."""
    if at == 0 or masked[at - 1].isspace():
        return False
    return at + 1 == len(masked) or bool(_CLOSES_BEFORE.match(masked[at + 1]))


def _is_inch(masked: str, at: int) -> bool:
    """Whether a straight mark with nothing open stands after a digit: 5" is five inches."""
    return at > 0 and masked[at - 1].isdigit()


def _closing(masked: str, start: int) -> int | None:
    """Where the mark that closes ``masked[start]`` stands, nested curly doubles skipped."""
    opener = masked[start]
    depth = 0
    for at in range(start + 1, len(masked)):
        mark = masked[at]
        if opener == '"':
            if mark == '"' and _can_close(masked, at):
                return at
        elif opener == "„":
            if mark == "„":
                depth += 1
            elif mark == "“":
                if depth == 0:
                    return at
                depth -= 1
        elif mark == opener:
            depth += 1
        elif mark == _CLOSES[opener]:
            if depth == 0:
                return at
            depth -= 1
    return None


def _left_open(masked: str, start: int) -> tuple[Loose, int]:
    """The finding for an opening mark without its fellow, and where to go on."""
    opener = masked[start]
    wanted = '"' if opener == '"' else _CLOSES[opener]
    for at in range(start + 1, len(masked)):
        mark = masked[at]
        if mark not in _DOUBLES:
            continue
        if (mark == '"' and _can_close(masked, at)) or (mark in "”»" and mark != opener):
            return (
                Loose(
                    start,
                    "unpaired-quotation",
                    f"this quotation opens with {opener} and closes with {mark}",
                    f"close it with {wanted}",
                    start,
                    at + 1,
                ),
                at + 1,
            )
        break
    after = [at for at in range(start + 1, len(masked)) if masked[at] in _DOUBLES]
    return (
        Loose(
            start,
            "unpaired-quotation",
            f"this {opener} opens a quotation that nothing closes",
            f"close it with {wanted} in the same paragraph",
            start,
            after[0] if after else len(masked),
        ),
        start + 1,
    )


def _singles(masked: str, pairs: list[Pair]) -> list[Loose]:
    """Words between single marks outside every quotation."""
    outside = list(masked)
    for found in pairs:
        outside[found.start : found.end] = "\0" * (found.end - found.start)
    text = _ELISION.sub(lambda m: "\0" * len(m.group()), "".join(outside))
    return [
        Loose(
            found.start(),
            "single-quotation",
            f"single marks bind nothing: {found.group()}",
            f"write “{found.group()[1:-1]}” with double marks and a citation",
            *found.span(),
        )
        for found in _SINGLE.finditer(text)
    ]
