"""Templates: the only place where HTML is written, with everything escaped by default.

A template knows its page's address as ``origin`` and links by ``to(address)``, so that
links are relative and the site works under any path.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from citebound.model.wording import Wording
from citebound.pages.page import link
from citebound.shown.passage import PassageShown


@cache
def environment() -> Environment:
    """The environment of our templates: what is undefined is an error, never an empty string."""
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


def fill(template: str, origin: str, **values: object) -> Markup:
    """A template's HTML for the page at ``origin``. ``pieces`` among the values tells a text
    field's words and quotations apart.

    Raises ``jinja2.UndefinedError`` where the template names what it was not given.
    """
    found = environment().get_template(f"{template}.jinja")
    # Jinja escaped all that the template was given; nothing else of ours makes Markup.
    values = {"pieces": _whole, **values}
    html = found.render(origin=origin, to=partial(link, origin), **values)
    return Markup(html.strip())  # noqa: S704


def fill_macro(
    macro: str, origin: str, pieces: Callable[[Wording], list[str | PassageShown]], text: Wording
) -> Markup:
    """The HTML that a macro makes of a text field on the page at ``origin``."""
    macros = environment().get_template("macros.jinja")
    module = macros.make_module({"origin": origin, "to": partial(link, origin), "pieces": pieces})
    return Markup(getattr(module, macro)(text))  # noqa: S704, Jinja escaped it


def _whole(text: str) -> tuple[str]:
    """A text without quotations, for pages that know of no sources."""
    return (text,)
