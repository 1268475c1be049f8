"""The files of a finished site that are not pages: each is what was made, or what was copied."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from citebound.problems import Place, Problem
from citebound.proof import listed
from citebound.proof.addresses import whole_address
from citebound.proof.allowed import YOURS, file_lines
from citebound.proof.built import Built
from citebound.proof.frame import Files
from citebound.proof.names import below_ours
from citebound.proof.styles import stylesheet_words
from citebound.proof.used_styles import used_in_folder

SITEMAP = "sitemap.xml"
ENGINES_THEME = Path(__file__).resolve().parents[2] / "theme"
"""The theme beside the engine: its scripts and styles are those that were written with it."""

_ENTRY = re.compile(r"<url>\s*<loc>([^<>]*)</loc>\s*(?:<lastmod>([^<>]*)</lastmod>)?\s*</url>")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_MAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'


def theme_files(built: Built) -> Files:
    """The theme's files that a page asks for. Each stands in the theme once, by its name."""
    return Files(
        tuple((_one(pattern, built), attributes) for pattern, attributes in listed.SCRIPTS),
        tuple((_one(pattern, built), attributes) for pattern, attributes in listed.STYLESHEETS),
        _one(listed.SEARCH_WORKER, built),
    )


def _one(pattern: str, built: Built) -> str:
    if pattern in listed.THEME_FILES:
        return pattern
    found = {
        path.relative_to(theme).as_posix() for theme in built.themes for path in theme.glob(pattern)
    }
    return found.pop() if len(found) == 1 else pattern


def shipped(built: Built) -> Iterator[str]:
    """The addresses of the theme's files that are published: ours, and those of the installed
    theme that pages ask for.
    """
    yield from listed.THEME_FILES
    for theme in built.themes:
        for pattern in listed.INSTALLED_FILES:
            yield from (path.relative_to(theme).as_posix() for path in theme.glob(pattern))


def prove_other_file(name: str, content: bytes, folder: Path, built: Built) -> Iterator[Problem]:
    """What is wrong with a file that is no page."""
    if name in built.assets:
        if content != built.assets[name]:
            yield _changed(name, "what was made for it")
    elif name.startswith("search-index/") and not built.indexed:
        return
    elif name == SITEMAP:
        yield from _sitemap(content.decode("utf-8", "replace"), built)
    elif name == f"{SITEMAP}.gz":
        yield from _packed(content, (folder / SITEMAP), name)
    elif below_ours(name):
        yield Problem(
            Place(name), "rendered-file", "a file that is not ours stands below an address of ours",
            f"put it elsewhere: below {', '.join(listed.OURS)} stands only what is checked",
        )  # fmt: skip
    elif (origin := _of_the_theme(name, built)) is not None:
        if content != _published(origin, name, folder, built):
            yield _changed(name, f"{origin.name} as it is published of the theme")
    elif not any(entry.is_file(name, content) for entry in built.allowed):
        yield from _copied(name, content, built)


def _published(origin: Path, name: str, folder: Path, built: Built) -> bytes:
    """A file of the theme as it is published: its stylesheet without what no page can use. The
    preview, whose pages are to come, has all of it.
    """
    if built.facts.preview or not fnmatchcase(name, listed.CUT_STYLESHEET):
        return origin.read_bytes()
    theme = origin.parents[len(Path(name).parts) - 1]
    return used_in_folder(theme, name, folder, built.features)


def _changed(name: str, than: str) -> Problem:
    return Problem(
        Place(name), "rendered-file", f"the file is not {than}",
        "a hook or a plugin has changed it after the check",
    )  # fmt: skip


def _of_the_theme(name: str, built: Built) -> Path | None:
    """The theme's own file at an address, if it is published. Nothing in ``docs/`` or in another
    folder of the theme replaces it, and no entry allows that.
    """
    if name in listed.THEME_FILES:
        return ENGINES_THEME / name
    if not any(fnmatchcase(name, pattern) for pattern in listed.INSTALLED_FILES):
        return None
    return next((path for theme in built.themes if (path := _origin(theme, name))), None)


def _copied(name: str, content: bytes, built: Built) -> Iterator[Problem]:
    """A file that was copied from ``docs/`` is as it is there, and of a kind that may be."""
    origin = _origin(built.documentation, name)
    told, hint = "", YOURS
    if origin is None and _origin(built.custom_theme, name):
        told = "the file comes from the folder of the theme, and is no file of the theme we know"
    elif origin is None:
        told = "the file was neither made nor copied by this build"
        hint = f"{built.suspects} {YOURS}".strip()
    elif origin.read_bytes() != content:
        yield _changed(name, f"{origin.name} as it stands in its folder")
    elif Path(name).name.lower() in listed.HOSTS_READ:
        told = "a web server may take a file of this name for what it is to serve"
    elif Path(name).suffix.lower() in listed.FONTS or content.startswith(listed.FONTS_BEGIN):
        told = "a font can show other letters and figures than the page has"
    elif not _harmless(name):
        told = "a browser may run a file of this kind"
    elif name.lower().endswith(".css") or name in built.extra_css:
        yield from stylesheet_words(name, content)
    if told:
        paste = file_lines(name, content)
        yield Problem(Place(name), "rendered-file", told, hint, paste=paste)


def _origin(folder: Path | None, name: str) -> Path | None:
    path = folder / name if folder else None
    return path if path and path.is_file() else None


def _harmless(name: str) -> bool:
    path = Path(name)
    return path.suffix.lower() in listed.HARMLESS or path.name in listed.PLAIN_NAMES


def _sitemap(text: str, built: Built) -> Iterator[Problem]:
    """The sitemap names every page once, and nothing else."""
    rest = _ENTRY.sub("", text).split()
    found = _ENTRY.findall(text)
    url = built.facts.site_url
    pages = () if not url else (*built.pages, *built.others)
    wanted = sorted((str(whole_address(url, each)), built.built_on or "") for each in pages)
    if sorted(found) != wanted or rest != [*_HEAD.split(), *_MAP.split(), "</urlset>"]:
        yield Problem(
            Place(SITEMAP), "rendered-file", "the sitemap is not the list of the pages",
            "a hook, a plugin or a template has changed it",
        )  # fmt: skip


def _packed(content: bytes, plain: Path, name: str) -> Iterator[Problem]:
    """A packed file holds what the file beside it does, to its end, and nothing after it."""
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        told = unpacking.decompress(content)
    except zlib.error:
        told = None
    ended = unpacking.eof and not unpacking.unused_data
    if not plain.is_file() or told != plain.read_bytes() or not ended:
        yield _changed(name, f"{plain.name}, packed")
