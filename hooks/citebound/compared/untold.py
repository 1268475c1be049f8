"""What differs in the files of two editions beside what was told, so that nothing is untold.

Of the files that editors write, the lines are compared as well. A changed stretch is told where all
its words are among those of the changes of its file, each as often as there; else its lines are
shown. All other files stand by their names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from citebound.compared.stated import Edition
from citebound.compared.told import Change, Section

WRITTEN = re.compile(r"briefings/.+|docs/actors/.+|seeds/[^/]+/source\.yml")
"""The files that editors write."""

SHOWN = 8
"""So many changed stretches of a file are shown; its file has the rest."""

_TEXT = re.compile(r"seeds/([^/]+)/text\.txt")
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
_MARKS = re.compile(r"\[\^[^\]\s]*\]:?|(?<=\[)@(?=[a-z0-9])")
"""The marks of footnotes, whose passages are told, and the sign before the id of a source."""
_KEY = re.compile(r"(?<![\w-])[a-z_0-9]+:(?=\s|$)", re.MULTILINE)
_OF_LISTS = frozenset("[]{},-\"'|>:")
"""What a file of fields is written with beside its words."""


def with_the_rest(told: Sequence[Section], old: Edition, new: Edition) -> Iterator[Section]:
    """What was told, and after it whatever else differs."""
    about: dict[str, list[Section]] = {}
    for section in told:
        for path in section.file.split("\n") if section.file else (section.path,):
            about.setdefault(path, []).append(section)
    was = {section.path: section.was_path for section in told if section.was_path}
    kept: dict[str, tuple[Change, ...]] = {}
    for path in sorted(new.texts):
        before = was.get(path, path)
        if before in old.texts and old.texts[before] != new.texts[path]:
            # What appears or vanishes though its file stayed cannot be read in one edition.
            compared = [s for s in about.get(path, ()) if s.was_path or s.file]
            said = [change for section in compared for change in section.changes]
            kept[path] = tuple(_otherwise(old.texts[before], new.texts[path], said, path))
    for section in told:
        more = kept.pop(section.path, ()) if section.was_path else ()
        yield replace(section, changes=(*section.changes, *more))
    for path, changes in kept.items():
        if changes:
            yield Section("Otherwise changed", path, changes)
    yield Section("Other files", "", tuple(_others(about, set(was.values()), old, new)))


def _others(
    about: dict[str, list[Section]], was: set[str], old: Edition, new: Edition
) -> Iterator[Change]:
    """The files of which nothing is told but that they differ."""
    for path in sorted(old.files.keys() | new.files.keys()):
        had, has = old.files.get(path), new.files.get(path)
        if had == has or path in about or path in was:
            continue
        if path in old.texts and path in new.texts and old.texts[path] != new.texts[path]:
            continue
        found = _TEXT.fullmatch(path)
        said = about.get(f"seeds/{found[1]}/source.yml", ()) if found else ()
        if any(_tells_of_text(change) for section in said for change in section.changes):
            continue
        what = "added" if had is None else "gone" if has is None else "changed"
        yield Change(f"file {what}", path)


def _tells_of_text(change: Change) -> bool:
    return change.what in ("source added", "source gone", "text changed")


def _otherwise(old: str, new: str, said: Sequence[Change], path: str) -> Iterator[Change]:
    """The stretches of lines that differ in more than what was said."""
    gone, added = _said(said)
    before, after = old.splitlines(), new.splitlines()
    if old.splitlines() == new.splitlines():
        yield Change("otherwise changed", "the ends of its lines")
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    head = _head(before, path), _head(after, path)
    shown: list[Change] = []
    rests = any(change.what.startswith("evidence ") for change in said)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        fields = b <= head[0] and d <= head[1]
        if not said or not _is_told(
            before[a:b], after[c:d], (gone, added), fields=fields, rests=rests
        ):
            shown.append(_stretch(before[a:b], after[c:d]))
    yield from shown[:SHOWN]
    if len(shown) > SHOWN:
        yield Change("otherwise changed", f"{len(shown) - SHOWN} more stretches of its lines")


def _stretch(old: Sequence[str], new: Sequence[str]) -> Change:
    was, now = (" ⏎ ".join(line.strip() for line in lines) for lines in (old, new))
    if was == now:
        return Change("otherwise changed", f"{now or 'an empty line'} — white space alone")
    return Change("otherwise changed", now.strip(" ⏎") or "(gone)", was.strip(" ⏎"))


def _head(lines: Sequence[str], path: str) -> int:
    """How many lines are fields: all of a source's, and the front matter of a page."""
    if not path.endswith(".md"):
        return len(lines)
    return lines.index("---", 1) + 1 if lines[:1] == ["---"] and "---" in lines[1:] else 0


def _said(said: Sequence[Change]) -> tuple[Counter[str], Counter[str]]:
    """The words that were said to be gone and to be added. What is only named with a change of
    its evidence is neither.
    """
    gone: Counter[str] = Counter()
    added: Counter[str] = Counter()
    for change in said:
        if change.what.startswith(("evidence ", "order ", "signature")):
            continue
        if change.was or not change.what.endswith(" gone"):
            added.update(_TOKEN.findall(change.words))
            gone.update(_TOKEN.findall(change.was))
        else:
            gone.update(_TOKEN.findall(change.words))
    return gone, added


def _is_told(
    old: Sequence[str],
    new: Sequence[str],
    said: tuple[Counter[str], Counter[str]],
    *,
    fields: bool,
    rests: bool,
) -> bool:
    """Whether all that differs between some lines is among the words that were said; these are
    then used up. ``rests`` is true where something was said to rest on something else.
    """
    before, after = _tokens(old), _tokens(new)
    if before == after:
        # Footnotes' marks alone: what rests on them is told, unless only their place changed.
        return bool(before) and rests and sorted(_noted(old)) != sorted(_noted(new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    used = Counter[str](), Counter[str]()
    for kind, a, b, c, d in matcher.get_opcodes():
        for side, tokens in enumerate((before[a:b], after[c:d]) if kind != "equal" else ()):
            words = [token for token in tokens if not _is_form(token, fields=fields)]
            if not words and any(token.endswith(":") for token in tokens if len(token) > 1):
                return False
            used[side].update(words)
    if not any(used) or any(used[side] - said[side] for side in (0, 1)):
        return False
    for side in (0, 1):
        said[side].subtract(used[side])
    return True


def _is_form(token: str, *, fields: bool) -> bool:
    """Whether something is how a field is written, and no word of it."""
    return fields and (token in _OF_LISTS or token.endswith(":"))


def _noted(lines: Sequence[str]) -> list[str]:
    return [mark for line in lines for mark in _MARKS.findall(line)]


def _tokens(lines: Sequence[str]) -> list[str]:
    """The words and signs of some lines, the name of a field as one."""
    text = _MARKS.sub("", "\n".join(lines))
    tokens: list[str] = []
    at = 0
    for key in _KEY.finditer(text):
        tokens += [*_TOKEN.findall(text[at : key.start()]), key.group()]
        at = key.end()
    return [*tokens, *_TOKEN.findall(text[at:])]
