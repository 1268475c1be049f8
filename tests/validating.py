"""A validator of JSON Schema, for the keywords of draft 07 that our schemas have and no others, and
a reader of YAML as editors read it, in which ``2023`` is a number; and both for the files of a
project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from citebound.reading.front_matter import CLOSING
from citebound.reading.project import REVIEWERS, SITE
from citebound.reading.schemas import SCHEMAS

ABOUT = ("$schema", "title", "description")
"""Keywords that refuse nothing."""


def faults(schema: object, value: object, where: str = "") -> Iterator[str]:
    """What a schema refuses in a value, each with its place. Raises :class:`ValueError` for a
    keyword that is not known here, so that none is passed over.
    """
    if isinstance(schema, bool):
        if not schema:
            yield f"{where}: not allowed"
        return
    assert isinstance(schema, dict)
    for keyword, said in schema.items():
        if keyword in ABOUT or keyword in ("then", "else"):
            continue
        if keyword in _ALTERNATIVES:
            yield from _alternatives(keyword, schema, value, where)
        elif keyword in _OF_OBJECTS:
            if isinstance(value, dict):
                yield from _of_an_object(keyword, schema, value, where)
        elif keyword in _OF_LISTS:
            if isinstance(value, list):
                yield from _of_a_list(keyword, said, value, where)
        elif not _holds(keyword, said, value):
            yield f"{where}: {keyword}"


_ALTERNATIVES = ("anyOf", "oneOf", "if")
_OF_OBJECTS = ("properties", "patternProperties", "required", "additionalProperties")
_OF_LISTS = ("items", "minItems")


def _alternatives(
    keyword: str, schema: dict[str, object], value: object, where: str
) -> Iterator[str]:
    said = schema[keyword]
    if keyword == "if":
        branch = "else" if any(faults(said, value)) else "then"
        yield from faults(schema.get(branch, True), value, where)
        return
    assert isinstance(said, list)
    holding = sum(not any(faults(one, value)) for one in said)
    if holding != 1 and (keyword == "oneOf" or not holding):
        yield f"{where}: {keyword}"


def _of_an_object(
    keyword: str, schema: dict[str, object], value: dict[str, object], where: str
) -> Iterator[str]:
    said = schema[keyword]
    if keyword == "required":
        assert isinstance(said, list)
        yield from (f"{where}/{key}: required" for key in said if key not in value)
        return
    if keyword == "additionalProperties":
        assert said is False
        known, forms = _named(schema, "properties"), _named(schema, "patternProperties")
        yield from (
            f"{where}/{key}: unknown"
            for key in value
            if key not in known and not any(re.search(form, key) for form in forms)
        )
        return
    for name, one in _named(schema, keyword).items():
        for key, item in value.items():
            if key == name if keyword == "properties" else re.search(name, key):
                yield from faults(one, item, f"{where}/{key}")


def _named(schema: dict[str, object], keyword: str) -> dict[str, object]:
    named = schema.get(keyword, {})
    assert isinstance(named, dict)
    return named


def _of_a_list(keyword: str, said: object, value: list[object], where: str) -> Iterator[str]:
    if keyword == "minItems":
        assert isinstance(said, int)
        if len(value) < said:
            yield f"{where}: minItems"
        return
    for number, item in enumerate(value):
        yield from faults(said, item, f"{where}/{number}")


def _holds(keyword: str, said: object, value: object) -> bool:
    """Whether a value is as a keyword says that speaks of one value alone."""
    if keyword == "type":
        kinds = said if isinstance(said, list) else [said]
        return any(_is(value, kind) for kind in kinds)
    if keyword == "enum":
        assert isinstance(said, list)
        return any(type(value) is type(known) and value == known for known in said)
    if keyword == "pattern":
        assert isinstance(said, str)
        return not isinstance(value, str) or re.search(said, value) is not None
    if keyword in ("minimum", "maximum"):
        assert isinstance(said, int)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return True
        return value >= said if keyword == "minimum" else value <= said
    raise ValueError(f"{keyword} is not a keyword of ours")


def _is(value: object, kind: object) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    if isinstance(value, int):
        return kind in ("integer", "number")
    known = {"string": str, "number": float, "array": list, "object": dict, "null": type(None)}
    return kind in known and isinstance(value, known[str(kind)])


# --- YAML -----------------------------------------------------------------------------------


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 with its core schema, as most editors read it: a day is a text, and so is ``no``."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


class OldLoader(yaml.SafeLoader):
    """YAML 1.1, in which ``no`` is a flag and ``12:30`` a number; with days as texts, since JSON
    has no type for a day.
    """

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, form) for tag, form in forms if not tag.endswith(":timestamp")]
        for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


for _tag, _form in (
    ("null", r"(?:~|null|Null|NULL|)\Z"),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)\Z"),
    ("int", r"(?:[-+]?[0-9]+|0x[0-9a-fA-F]+)\Z"),
    ("float", r"[-+]?(?:(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|\.inf)\Z"),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_form), None)


def _int(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    words = loader.construct_scalar(node)
    return int(words, 16) if words.startswith("0x") else int(words)


CoreLoader.add_constructor("tag:yaml.org,2002:int", _int)


# --- files ----------------------------------------------------------------------------------

FILES: Mapping[str, str] = {
    "seeds/*/source.yml": "source",
    SITE: "site",
    REVIEWERS: "reviewers",
    "briefings/*.md": "briefing",
    "docs/actors/*.md": "actor",
}
"""Which files have which schema."""


def refused(root: Path) -> list[str]:
    """What the schemas refuse in the files of a project, by either reading of YAML."""
    return [
        f"{path.relative_to(root)}{fault}"
        for glob, name in FILES.items()
        for path in sorted(root.glob(glob))
        if path.is_file() and not path.is_symlink() and path.stem != "index"
        for loader in (CoreLoader, OldLoader)
        for fault in faults(SCHEMAS[name], _fields(path, loader))
    ]


def _fields(path: Path, loader: type[yaml.SafeLoader]) -> object:
    text = path.read_text("utf-8").removeprefix("\ufeff")
    if path.suffix == ".md":
        opening = re.match(r"---[ \t]*\n", text)
        assert opening
        closing = CLOSING.search(text, opening.end())
        assert closing
        text = text[opening.end() : closing.start()]
    return yaml.load(text, loader)  # noqa: S506
