"""The handlers of MkDocs' events, in the order in which MkDocs calls them.

Everything is verified in ``on_pre_build``, before MkDocs cleans the site's folder,
so that a project with findings leaves the published site as it was. What a build
knows lives in its configuration, which MkDocs makes anew for each build; nothing
is kept in this module but which command is running.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from citebound import publish
from citebound.door.docs_folder import refuse_odd_files, refuse_unreadable_names, refuse_withheld
from citebound.door.documentation import completed
from citebound.door.paths import refuse_to_clean
from citebound.door.plain import plain_titles
from citebound.door.policy import with_policy
from citebound.door.proving import Notes, noted
from citebound.door.settings import odd_front_matter, refuse_odd_settings
from citebound.door.smaller import cut_theme_style
from citebound.door.stated import site_facts, unstated
from citebound.pages.page import Page, PageHeading
from citebound.problems import Problem
from citebound.problems.printing import as_text, summary
from citebound.proof.files import ENGINES_THEME, shipped
from citebound.publish import Edition
from citebound.reading import NotAProjectError
from citebound.reading.lines import lines_of
from citebound.search.background import start_background_index
from citebound.search.index import put_index
from citebound.shown.facts import SiteFacts

log = logging.getLogger("mkdocs.hooks.citebound")
"""Below ``mkdocs.``, so that strict mode counts its warnings."""

_beside = logging.getLogger("citebound")
"""Beside MkDocs': what it says is seen, and does not fail a strict build."""

_KEY = "citebound_build"
_ONLY_OURS = ("kind", "feed")
"""What the theme takes as the mark of a checked page: no front matter may claim it."""
_preview = False


@dataclass(slots=True)
class Build:
    """What one build knows. The command makes it before MkDocs runs, and then proves the
    finished site itself (``commanded``), so that nothing in ``mkdocs.yml`` can leave that out.
    """

    root: Path
    facts: SiteFacts
    notes: Notes
    edition: Edition | None = None
    pages: dict[str, Page] | None = None
    commanded: bool = False

    def publish(self, edition: Edition) -> None:
        """Have an edition built. Raises ``PluginError`` where what was made does not hold."""
        faults = [fault for fault in edition.faults if fault.severity == "error"]
        if faults:
            raise PluginError(f"\nWhat was made does not hold:\n{as_text(faults)}")
        self.edition = edition
        self.pages = {page.uri: page for page in edition.pages}

    def page(self, uri: str) -> Page | None:
        """Our page of this source file, if it is one of ours."""
        return (self.pages or {}).get(uri)


def _build(config: MkDocsConfig) -> Build:
    build: Build = config.extra[_KEY]
    return build


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001, FBT001
    """Whether this is the preview, which shows drafts and the whole text of a source."""
    global _preview  # noqa: PLW0603, MkDocs tells it once a process
    _preview = command == "serve"


def begin(config: MkDocsConfig, *, preview: bool = False) -> Build:
    """Begin a build: find out what only the owner knows, and say what is not known.

    Raises :class:`mkdocs.exceptions.ConfigurationError` for a setting that is not what it must be.
    """
    refuse_odd_settings(config)
    config.site_name = " ".join(config.site_name.split())
    root = Path(config.config_file_path).parent
    facts = site_facts(config, root, preview=preview)
    build = config.extra[_KEY] = Build(root, facts, noted(config, facts))
    return build


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin, where no command has begun."""
    if not isinstance(config.extra.get(_KEY), Build):
        build = begin(config, preview=_preview)
        for said in unstated(build.facts):
            log.info(said)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Verify everything, before anything is written."""
    build = _build(config)
    if not build.facts.preview:
        refuse_to_clean(config, build.root)
    refuse_unreadable_names(config)
    if build.edition is not None:
        return
    try:
        edition = publish.prepare(build.root, build.facts)
    except NotAProjectError as error:
        raise PluginError(str(error)) from None
    verified = edition.verified
    said = summary(verified.checked, verified.problems)
    if not verified.holds:
        report = f"\n{as_text(verified.problems, lines_of(build.root))}\n{said}".replace(
            "\n\n", "\n"
        )
        if not build.facts.preview:
            raise PluginError(report)
        # The preview shows the findings: a server that stops answering would hide them.
        log.error(report)
        build.publish(edition)
        return
    line_of = lines_of(build.root)
    for problem in verified.problems:
        log.info(as_text([problem], line_of))
    log.info(said)
    build.publish(edition)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put our pages and our other files among those of ``docs/``."""
    edition = _build(config).edition
    assert edition is not None
    refuse_withheld(files, config, _build(config).root)
    refuse_odd_files(files, config, edition.pages)
    _build(config).notes.copied = _of_the_documentation(files, config)
    _leave_out_unused(files, config)
    assets = {**_of_the_theme(files, config), **edition.assets}
    for page in edition.pages:
        inclusion = InclusionLevel.INCLUDED if page.listed else InclusionLevel.NOT_IN_NAV
        existing = files.get_file_from_path(page.uri)
        if existing is not None:
            files.remove(existing)
        files.append(File.generated(config, page.uri, content="", inclusion=inclusion))
    for address, content in assets.items():
        asset = File.generated(config, address, content=content, inclusion=InclusionLevel.INCLUDED)
        files.append(asset)
    return files


def _of_the_documentation(files: Files, config: MkDocsConfig) -> frozenset[str]:
    """The addresses of the files of ``docs/`` that are no pages, and that MkDocs is to copy."""
    return frozenset(
        file.dest_uri
        for file in files
        if file.src_dir == config.docs_dir
        and not file.is_documentation_page()
        and file.inclusion not in (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
    )


def _leave_out_unused(files: Files, config: MkDocsConfig) -> None:
    """Take out of ``files`` those of the installed theme that no page asks for. One of the same
    name from ``docs/`` stays, for the proof to find.
    """
    stated = _build(config).notes.stated
    published, themes = {*shipped(stated)}, {*map(str, stated.themes)}
    for file in [*files]:
        if file.src_dir in themes and file.dest_uri not in published:
            files.remove(file)


def _of_the_theme(files: Files, config: MkDocsConfig) -> dict[str, bytes]:
    """The files of the theme that are not published as they are in its folder, removed from
    ``files``. One that another file has replaced stays, for the proof to find.
    """
    published = {}
    for address, content in _build(config).notes.stated.assets.items():
        file = files.get_file_from_path(address)
        if file is not None and file.content_bytes == (ENGINES_THEME / address).read_bytes():
            files.remove(file)
            published[address] = content
    return published


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001
    """Note the navigation, for the proof of the frames."""
    _build(config).notes.navigation = nav
    return nav


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Give a page its title, description and edit button; complete the documentation."""
    build = _build(config)
    ours = build.page(page.file.src_uri)
    edit = ours.edit if ours else f"docs/{page.file.src_uri}"
    if build.facts.edit_base and edit:
        page.edit_url = build.facts.edit_base.rstrip("/") + "/" + edit
    for name in _ONLY_OURS:
        page.meta.pop(name, None)
    odd = "\n".join(odd_front_matter(f"docs/{page.file.src_uri}", page.meta, config.theme.dirs))
    if odd:
        raise PluginError(f"\n{odd}")
    if ours:
        page.meta.update(title=ours.title, description=ours.description, kind=ours.kind)
        page.meta["feed"] = f"{ours.address}feed.xml" if ours.kind == "actor" else "feed.xml"
    return markdown if ours else completed(markdown, build.root)


@event_priority(-100)
def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Hand over the finished HTML of a page of ours, and its table of contents."""
    ours = _build(config).page(page.file.src_uri)
    if ours is None:
        plain_titles(page)
        _build(config).notes.other_page(html, page)
        return html
    page.toc = TableOfContents(_nested(ours.headings))
    return ours.html


def _nested(headings: tuple[PageHeading, ...]) -> list[AnchorLink]:
    """Headings as MkDocs nests them: each under the nearest before it of a higher level."""
    top: list[AnchorLink] = []
    above: list[AnchorLink] = []
    for heading in headings:
        entry = AnchorLink(heading.words, heading.anchor, heading.level)
        while above and above[-1].level >= heading.level:
            above.pop()
        (above[-1].children if above else top).append(entry)
        above.append(entry)
    return top


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Give a published page its content security policy."""
    return output if _build(config).facts.preview else with_policy(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Give the page of what is not found its policy too."""
    is_page = template_name.endswith(".html") and not _build(config).facts.preview
    return with_policy(output_content) if is_page else output_content


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Cut the theme's stylesheet; then read the finished site again: the rendered page is the
    proof.
    """
    build = _build(config)
    edition = build.edition
    assert edition is not None
    if not build.facts.preview:
        cut_theme_style(build.notes.stated, Path(config.site_dir))
    if build.commanded or not edition.verified.holds:
        return
    site = Path(config.site_dir)
    built = build.notes.built(build.notes.ran(config))
    if not build.facts.preview:
        edition = publish.with_index(edition, built.others)
        put_index(edition.assets, site)
    problems = (*build.notes.problems, *publish.prove(edition, site, built))
    if build.facts.preview:
        # After the proof, which reads the folder that the thread writes into.
        make = partial(publish.search_index, edition, built.others)
        start_background_index(make, site, _say_of_the_index)
        if problems:
            log.warning("The finished site:\n%s", as_text(problems))
        return
    for problem in problems:
        if problem.severity != "error":
            _beside.warning(as_text([problem]))
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise PluginError(f"\nThe finished site does not hold:\n{as_text(errors)}")


def _say_of_the_index(problems: tuple[Problem, ...]) -> None:
    """What is wrong with a preview's index, once it is made."""
    if problems:
        log.warning("The search:\n%s", as_text(problems))
