"""Where ``mkdocs.yml`` says that the project's files are, and where its site goes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError

from citebound.door.settings import load_settings
from citebound.writing.folders import FolderRefusedError, refuse_foreign, refuse_inputs

_INPUTS = ("mkdocs.yml", "pyproject.toml", "briefings", "seeds", "docs", "hooks", ".git")


@dataclass(frozen=True, slots=True)
class Paths:
    """The folder of the site that ``mkdocs.yml`` names, and what the site is made from."""

    site: Path
    inputs: tuple[Path, ...]


def stated_paths(root: Path) -> Paths:
    """The paths of a project, read without loading its theme and its hooks.

    Raises :class:`mkdocs.exceptions.ConfigurationError` where ``mkdocs.yml`` cannot be read, and
    where a setting of ours is not what it must be.
    """
    file = root / "mkdocs.yml"
    config = load_settings(file)
    stated = config["site_dir"] or "site"
    if not isinstance(stated, str):
        raise ConfigurationError(f"{file}: site_dir is not the name of a folder: {stated!r}")
    theme, hooks = config["theme"], config["hooks"]
    further = [
        config["docs_dir"],
        theme.get("custom_dir") if isinstance(theme, dict) else None,
        *(hooks if isinstance(hooks, list) else ()),
    ]
    names = [*_INPUTS, *(name for name in further if isinstance(name, str))]
    return Paths(root / stated, tuple(root / name for name in dict.fromkeys(names)))


def refuse_to_clean(config: MkDocsConfig, root: Path) -> None:
    """Keep MkDocs, which empties the folder of the site, from emptying another one.

    Raises :class:`mkdocs.exceptions.PluginError`.
    """
    site = Path(config.site_dir)
    try:
        refuse_inputs(site, root, stated_paths(root).inputs)
        if site.is_dir():
            # It leaves hidden files where they are.
            refuse_foreign(site, sorted(p.name for p in site.iterdir() if p.name[0] != "."))
    except FolderRefusedError as error:
        raise PluginError(str(error)) from None
