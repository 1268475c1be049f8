"""The forms that a field may have, as JSON Schema: a text, a list of texts, a date, an entry.

A form allows what the method of the same name of :class:`~citebound.reading.fields.Fields` reads
without a finding. To us every value is the text that it is in the file; to an editor of YAML
``2023`` is a number, ``no`` may be a flag, and ``title:`` with nothing after it is null. So a text
may be of each of these types, and whatever an entry does not need may be null.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from citebound.reading.fields import FLAGS, FORMAT, ID, LANGUAGE

Schema = dict[str, object]
"""A JSON Schema of draft 07, the one that every editor knows, as JSON would hold it."""

_TEXT = ("string", "number", "boolean")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"0{0,5}[1-9][0-9]{0,5}")
_SHARE = re.compile(r"[0-9]*\.?[0-9]+%?")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def text(what: str) -> Schema:
    """A text, of which ``what`` is the description."""
    return _described(what, type=[*_TEXT, "null"])


def texts(what: str) -> Schema:
    """A list of texts; one text stands for a list of one."""
    return _described(what, type=[*_TEXT, "array", "null"], items={"type": [*_TEXT]})


def word(what: str, known: Collection[str]) -> Schema:
    """A text that is one of a closed list."""
    return _described(what, enum=[*known, None])


def flag(what: str) -> Schema:
    """``true`` or ``false``, in quotation marks too."""
    return _described(what, type=["boolean", "string", "null"], pattern=_whole("|".join(FLAGS)))


def version(what: str) -> Schema:
    """The version of the format."""
    return _described(what, enum=[int(FORMAT), FORMAT])


def identity(what: str, taken: re.Pattern[str] | None = None) -> Schema:
    """An id that is not ``taken``."""
    return {**text(what), "pattern": _identity(taken)}


def identities(what: str, taken: re.Pattern[str] | None = None) -> Schema:
    """A list of ids, or one."""
    one = {"type": [*_TEXT], "pattern": _identity(taken)}
    return {**texts(what), "pattern": one["pattern"], "items": one}


def language(what: str) -> Schema:
    """The tag of a language."""
    return {**text(what), "pattern": _whole(LANGUAGE.pattern)}


def day(what: str) -> Schema:
    """A day: ``2026-11-30``."""
    return _described(what, type=["string", "null"], pattern=_whole(_DAY.pattern))


def edtf(what: str) -> Schema:
    """An EDTF value. A set, ``[2025..]``, is a list to an editor."""
    return _described(what, type=["string", "number", "array", "null"])


def sha256(what: str) -> Schema:
    """The hash of a file. It may have digits alone, and then it is a number to an editor."""
    return _described(what, type=["string", "number", "null"], pattern=_whole(_SHA256.pattern))


def number(what: str) -> Schema:
    """The number of a paragraph."""
    form = _described(what, type=["integer", "string", "null"], pattern=_whole(_NUMBER.pattern))
    return {**form, "minimum": 1, "maximum": 999_999}


def numbers(what: str, form: re.Pattern[str]) -> Schema:
    """The number of a paragraph, or of the first and the last of several, which has a ``form``."""
    return {**number(what), "pattern": _whole(form.pattern)}


def share(what: str) -> Schema:
    """A part of a whole: ``0.4`` or ``40%``."""
    form = _described(what, type=["number", "string", "null"], pattern=_whole(_SHARE.pattern))
    return {**form, "minimum": 0, "maximum": 1}


def table(
    what: str, known: Mapping[str, str], also: tuple[re.Pattern[str], str] | None = None
) -> Schema:
    """A mapping to texts, of keys that are known, each with its description, or have the form
    ``also``, which has one as well.
    """
    form = entry(what, {key: text(described) for key, described in known.items()}, ())
    if also is not None:
        form["patternProperties"] = {_whole(also[0].pattern): text(also[1])}
    return form


def entry(what: str, fields: Mapping[str, Schema], needed: Collection[str]) -> Schema:
    """A mapping with these fields and no others; what is ``needed`` is never left empty."""
    return _described(
        what,
        type=["object", "null"],
        properties={key: _filled(form) if key in needed else form for key, form in fields.items()},
        required=[key for key in fields if key in needed],
        additionalProperties=False,
    )


def needing(fields: Mapping[str, Schema], needed: Collection[str]) -> Schema:
    """What an entry with these fields needs besides, in some case: it says only what they do not
    say themselves, so that no slip is told twice.
    """
    added: dict[str, Schema] = {}
    for key in needed:
        new = {said: form for said, form in _filled(fields[key]).items() if said not in fields[key]}
        added[key] = {"type": [*_TEXT, "array", "object"], **new}
    return {"properties": added, "required": [*needed]}


def entries(what: str, one: Schema) -> Schema:
    """A list of mappings, each of them like ``one``."""
    return _described(what, type=["array", "null"], items={**one, "type": "object"})


def text_or(form: Schema, one: Schema) -> Schema:
    """A text or a date, or in its place a mapping like ``one``. What a schema says of a mapping
    says nothing of a text, so both stand side by side.
    """
    kinds = form["type"]
    assert isinstance(kinds, list)
    return {**one, **form, "type": [*kinds[:-1], "object", kinds[-1]]}


def _described(what: str, **form: object) -> Schema:
    return {"description": what, **form}


def _filled(form: Schema) -> Schema:
    """A form that is not left empty."""
    filled = dict(form)
    kinds, known = form.get("type"), form.get("enum")
    if isinstance(known, list):
        filled["enum"] = [value for value in known if value is not None]
    if isinstance(kinds, list):
        filled["type"] = [kind for kind in kinds if kind != "null"]
        if "string" in kinds:
            filled.setdefault("pattern", r"\S")
        if "array" in kinds:
            filled["minItems"] = 1
    return filled


def _identity(taken: re.Pattern[str] | None) -> str:
    # What Python writes as \Z is a letter to JavaScript.
    one = ID.pattern.replace(r"\Z", "$")
    but = "" if taken is None else f"(?!(?:{taken.pattern})$)"
    return f"^{but}{one}$"


def _whole(pattern: str) -> str:
    """An expression that matches a whole value, in the words that Python and JavaScript share."""
    return f"^(?:{pattern})$"
