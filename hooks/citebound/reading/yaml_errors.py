"""Says in plain words what the reader of YAML could not read, and where to look.

PyYAML and libyaml word their errors differently and for programmers. The place
they give is where reading stopped, which for a quotation mark or a tab is not
where the mistake is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:  # libyaml's marks have a class of their own, which may not be there
    from yaml._yaml import Mark as CMark

Refusal = tuple[str, str, str]
"""A problem's code, message and hint."""

ALIAS: Refusal = (
    "yaml-alias",
    "Anchors and aliases (& and * before a word) are not allowed.",
    "Write the value out, or put it in quotation marks if it begins with & or *.",
)
TAG: Refusal = (
    "yaml-tag",
    "Tags (an exclamation mark before a value) are not allowed; everything is text.",
    "Delete the tag, or put the value in quotation marks if it begins with “!”.",
)
_TAB: Refusal = (
    "yaml-syntax",
    "A tab is used for indentation.",
    "Use spaces; most editors can turn tabs into spaces.",
)
_UNCLOSED: Refusal = (
    "yaml-syntax",
    "A quotation mark opens here and is never closed.",
    "Close it; inside “'…'” write an apostrophe twice, or put “\"…\"” around the value.",
)
_CHECK = (
    "Check the indentation of this line, and that every quotation mark and bracket above is closed."
)

_PLAIN = (
    (
        "mapping values are not allowed",
        "There is a colon and a space here inside a value that began earlier.",
        "Put a value that holds “: ” in quotation marks, or check the indentation of this line.",
    ),
    (
        "cannot start any token",
        "A value cannot begin with this character.",
        "Put the whole value in quotation marks.",
    ),
    (
        "could not find expected ':'",
        "There is a key without a colon here or on the line before.",
        "Write “key: value”; indent a line that goes on with the value above it.",
    ),
    (
        "double-quoted scalar",
        "A backslash inside double quotation marks begins nothing that YAML knows.",
        "Write the backslash twice, or put single quotation marks around the value.",
    ),
    (
        "while parsing a flow",
        "A comma or a bracket is missing here; the bracket was opened on line {line}.",
        "Close the bracket, and put a comma between the values.",
    ),
    (
        "while parsing a block",
        "This does not fit the list or mapping that begins on line {line}.",
        _CHECK,
    ),
)
"""Words that both readers of YAML use, and the same in plain ones."""


def offset(mark: yaml.Mark | CMark | None) -> int:
    """The offset that a mark stands for; both readers mark everything that they read."""
    return mark.index if mark else 0


def explain(error: yaml.MarkedYAMLError, text: str, first_line: int) -> tuple[int, str, str, str]:
    """The offset in ``text`` to look at, and a problem's code, message and hint.

    ``first_line`` is the line of the file on which ``text`` begins.
    """
    context, problem = error.context or "", error.problem or ""
    at = offset(error.problem_mark)
    begun = offset(error.context_mark) if error.context_mark else at
    said = f"{context} {problem}"
    if "alias" in context or "anchor" in context:
        return begun, *ALIAS
    if re.search(r"\btag\b", said):
        return begun, *TAG
    line_start = text.rfind("\n", 0, at) + 1
    indent = text[line_start : at + 1]
    if "\t" in indent and not indent.strip():
        return line_start + indent.index("\t"), *_TAB
    if "quoted scalar" in context and ("stream" in problem or "document" in problem):
        return begun, *_UNCLOSED
    if "quoted scalar" in context:
        said = f"double-quoted scalar {problem}"
    for words, message, hint in _PLAIN:
        if words in said:
            line = first_line + text.count("\n", 0, begun)
            return at, "yaml-syntax", message.format(line=line), hint
    return at, "yaml-syntax", f"This is not YAML: {problem or context}.", _CHECK
