"""What ``mkdocs.yml`` and the front matter of ``docs/`` may say, each setting by its type.

MkDocs checks the types of its own settings, and hands those of the theme and of ``extra`` to
whoever reads them. They are read here once, before anything uses them, so that an odd value is
one sentence and never a failure somewhere in a template.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader


@dataclass(frozen=True, slots=True)
class Kind:
    """What a setting can be: ``wanted`` ends the sentence “… must be”."""

    wanted: str
    fits: Callable[[object], bool]


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_fields(value: object) -> bool:
    return isinstance(value, Mapping)


def _is_address(value: object) -> bool:
    """Whether it is an address of the web. Nothing stated is none, and no fault."""
    if value == "":
        return True
    try:
        parts = urlsplit(value) if isinstance(value, str) else None
        return parts is not None and parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _is_base(value: object) -> bool:
    """Whether it is an address that others can be made from by writing more after it."""
    return _is_address(value) and not any(sign in str(value) for sign in "?# ")


def _is_written(value: object) -> bool:
    """Whether it is a text, or what YAML makes of words without quotation marks."""
    return isinstance(value, str | int | float | date)


def _plugins(value: object) -> Iterator[str]:
    """The names of plugins, as a list has them or as fields do."""
    if isinstance(value, Mapping):
        yield from map(str, value)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from map(str, each) if isinstance(each, Mapping) else (str(each),)


TEXT = Kind('words, such as "CC BY 4.0"', _is_text)
TEXTS = Kind("a list of texts, such as [one, another]", _is_texts)
FIELDS = Kind("fields, each with its value, such as {name: value}", _is_fields)
PATH = Kind("the path of a file or a folder, such as assets/logo.svg", _is_text)
BASE = Kind("an address without ? and #, such as https://briefings.example/", _is_base)

SETTINGS: Mapping[str, Kind] = {
    "site_url": BASE,
    **dict.fromkeys(
        ("repo_url", "edit_uri", "edit_uri_template"),
        Kind(
            "left out, for no page shows it; extra: edit_base: gives every page a link to edit it",
            lambda value: value == "",
        ),
    ),
    "plugins": Kind(
        "a list without search, for the search is the engine’s own: write plugins: [] where there "
        "is no other",
        lambda value: not {"search", "material/search"} & {*_plugins(value)},
    ),
    "use_directory_urls": Kind(
        "true, for every page has a folder of its own", lambda value: value is True
    ),
    "extra_css": TEXTS,
    "theme": Kind(
        "fields, name: material among them", lambda value: value == "material" or _is_fields(value)
    ),
    "theme.name": Kind(
        "material, whose pages the proof can read", lambda value: value in (None, "material")
    ),
    "theme.custom_dir": PATH,
    "theme.features": TEXTS,
    "theme.language": Kind(
        "en, for what stands around an article is in English", lambda value: value == "en"
    ),
    "theme.font": Kind(
        "false, for fonts would come from another host", lambda value: value is False
    ),
    "theme.logo": PATH,
    "theme.favicon": PATH,
    "theme.palette": Kind(
        "left out; colours come from the stylesheet, and readers choose light or dark",
        lambda _: False,
    ),
    "theme.direction": Kind(
        "ltr, for what stands around an article is in English", lambda value: value == "ltr"
    ),
    "theme.icon": Kind(
        "left out; a logo is a picture in docs/ that theme: logo: names", lambda _: False
    ),
    "extra": FIELDS,
    "extra.edit_base": Kind("an address such as https://forge.example/edit/main/", _is_address),
    "extra.content_licence": TEXT,
    "extra.citebound": Kind(
        "one field, allow, with a list of what you add yourself: {allow: [...]}",
        lambda value: isinstance(value, Mapping) and value.keys() <= {"allow"},
    ),
}
"""The settings that we or our theme read, by their way down ``mkdocs.yml``."""

FROM_ENVIRONMENT: Mapping[str, str] = {"site_url": "SITE_URL", "extra.edit_base": "EDIT_BASE"}
"""The variables that the ``mkdocs.yml`` we ship takes a setting from."""

TEMPLATE = Kind("the name of a template of the theme", lambda _: False)
"""What the template of a page must be; the folders of the theme tell."""

FRONT_MATTER: Mapping[str, Kind] = {
    "title": Kind("words, such as The method", _is_written),
    "description": Kind("words, such as How it is checked", _is_text),
    "hide": Kind(
        "a list of texts, such as [toc]", lambda value: _is_text(value) or _is_texts(value)
    ),
    "tags": TEXTS,
}
"""The fields of a page of ``docs/`` that the theme reads."""


def load_settings(file: Path) -> MkDocsConfig:
    """What a ``mkdocs.yml`` says, with defaults, before MkDocs loads theme, plugins and hooks.

    Raises :class:`mkdocs.exceptions.ConfigurationError` where it cannot be read, and where a
    setting is not what it must be.
    """
    config = MkDocsConfig(config_file_path=str(file))
    try:
        with file.open("rb") as content:
            _refuse(file, _twice(yaml.compose(content, yaml.SafeLoader)))
            content.seek(0)
            _refuse_odd_file(file, yaml.load(content, get_yaml_loader(config=config)))  # noqa: S506, MkDocs' own loader
            content.seek(0)
            config.load_file(content)
    except ConfigurationError as error:
        words = str(error).removeprefix(f"{file}: ").removesuffix(".")
        raise ConfigurationError(f"{file}: {words}") from None
    except OSError as error:
        which = "" if error.filename == str(file) else f": {error.filename}, which INHERIT names,"
        raise ConfigurationError(f"{file}{which} cannot be read: {error.strerror}") from None
    except Exception as error:  # noqa: BLE001, a tag of YAML may run anything, and what it inherits too
        words = " ".join(str(error).split())
        raise ConfigurationError(f"{file} cannot be read: {words}") from None
    _refuse(file, odd_settings(config))
    return config


def refuse_odd_settings(config: MkDocsConfig) -> None:
    """The same for a configuration that MkDocs has checked, with what its theme brings and what
    was stated on the command line. Raises :class:`mkdocs.exceptions.ConfigurationError`.
    """
    theme = {**config.theme, "name": config.theme.name}
    _refuse(
        Path(config.config_file_path),
        odd_settings({**config, "theme": theme, "plugins": [*config.plugins]}),
    )


def _refuse(file: Path, odd: Iterable[str]) -> None:
    told = "\n".join(f"{file}: {sentence}" for sentence in odd)
    if told:
        raise ConfigurationError(told)


def _refuse_odd_file(file: Path, stated: object) -> None:
    if not isinstance(stated, dict):
        raise ConfigurationError(
            f"{file}: there must be settings, each with its value, such as docs_dir: docs"
        )
    parent = stated.get("INHERIT", "")
    if not isinstance(parent, str):
        raise ConfigurationError(f"{file}: {_sentence('INHERIT', parent, PATH)}")


def _twice(node: yaml.Node | None) -> Iterator[str]:
    """A sentence for each key that stands twice: YAML would take the last without a word."""
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.value in seen and isinstance(key, yaml.ScalarNode) and key.value != "<<":
                yield (
                    f"{key.value} is on line {seen[key.value]} and again on line {line}; "
                    "write what belongs to it in one place"
                )
            elif isinstance(key, yaml.ScalarNode):
                seen[key.value] = line
            yield from _twice(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _twice(item)


def lines_of_allowed(file: Path) -> tuple[int, ...]:
    """On which lines of ``mkdocs.yml`` the entries of ``extra: citebound: allow:`` begin; none
    where it inherits them.
    """
    with file.open("rb") as content:
        node = yaml.compose(content, yaml.SafeLoader)
    for key in ("extra", "citebound", "allow"):
        held = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for name, value in held if name.value == key), None)
    entries = node.value if isinstance(node, yaml.SequenceNode) else ()
    return tuple(entry.start_mark.line + 1 for entry in entries)


def odd_settings(values: Mapping[str, object]) -> Iterator[str]:
    """A sentence for each setting that is not what it must be."""
    for way, kind in SETTINGS.items():
        *above, key = way.split(".")
        held: object = values
        for part in above:
            held = held.get(part) if isinstance(held, Mapping) else None
        if isinstance(held, Mapping) and held.get(key) is not None and not kind.fits(held[key]):
            said, variable = way.replace(".", ": "), FROM_ENVIRONMENT.get(way)
            yield _sentence(f"{said} (from {variable})" if variable else said, held[key], kind)


def odd_front_matter(page: str, meta: Mapping[str, object], themes: Iterable[str]) -> Iterator[str]:
    """A sentence for each field of a page that is not what it must be. ``themes`` are the folders
    in which its template may be.
    """
    for key, kind in FRONT_MATTER.items():
        if meta.get(key) is not None and not kind.fits(meta[key]):
            yield f"{page}: {_sentence(key, meta[key], kind)}"
    template = meta.get("template")
    if template is not None and not any(
        isinstance(template, str) and (Path(theme) / template).is_file() for theme in themes
    ):
        yield f"{page}: {_sentence('template', template, TEMPLATE)}"


def _sentence(key: str, value: object, kind: Kind) -> str:
    told = repr(value)
    return f"{key} is {told if len(told) <= 60 else f'{told[:60]} …'} and must be {kind.wanted}"
