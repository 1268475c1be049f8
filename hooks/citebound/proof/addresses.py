"""The addresses that a page names, as a browser resolves them."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from citebound.proof.nodes import Element

NAMING = frozenset(("data-base", "data-page", "href", "src"))
"""The attributes of a frame that hold an address."""

_SITE = "http://site.invalid"
_PLAIN = re.compile(r"[^\s\\\x00-\x20\x7f<>\"'`{}|^]*")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_SEGMENT = (
    r"(?!\.{1,2}(?:[/#]|\Z))"
    r"(?:[^\s\\\x00-\x20\x7f-\x9f<>\"'`{}|^?#/%:]|%(?!2[eEfF]|5[cC]|[01]|7[fF])[0-9A-Fa-f]{2})+"
)
_DOWN = rf"(?:{_SEGMENT}/)*+(?:{_SEGMENT})?+"
_FRAGMENT = r"(?:#[^\s\\\x00-\x20\x7f-\x9f<>\"'`{}|^]*+)?+"
_INSIDE = re.compile(
    rf"(?:\./?(?=#|\Z)|(?P<up>(?:\.\./)*+(?:\.\.(?=#|\Z))?)(?P<down>{_DOWN}))"
    rf"(?P<fragment>{_FRAGMENT})"
)
_BELOW = re.compile(rf"(?:\.(?=#|\Z)|{_DOWN}){_FRAGMENT}")
"""Addresses that are read in one way only: no scheme, no query, nothing that is left out, no dots
but those that lead up, and these first.
"""

_LEFT_OUT = re.compile(r"^[\x00-\x20]+|[\t\n\r]+|[\x00-\x20]+$")
"""What browsers leave out of an address."""


def prefix_of(site_url: str | None) -> str:
    """The path below which a site stands, with its slashes: ``/`` or ``/burma/``."""
    path = urlsplit(site_url).path if site_url else "/"
    return path if path.endswith("/") else f"{path}/"


def whole_address(site_url: str | None, address: str) -> str | None:
    """The address of a page or a file of the site with its host, as others link to it; ``None``
    while the site has none.
    """
    if site_url is None:
        return None
    return "/".join((site_url.rstrip("/"), address))


def inside(url: str, address: str) -> str | None:
    """Where a relative address on the page at ``address`` leads, as an address of the site;
    ``None`` where it is not plainly written, or leads above the root.
    """
    written = _INSIDE.fullmatch(url)
    if not url or written is None:
        return None
    up, down, fragment = written["up"] or "", written["down"] or "", written["fragment"]
    if url == fragment:
        return f"{address}{fragment}"
    folders, rises = address.split("/")[:-1], up.count("..")
    if rises > len(folders):
        return None
    above = "".join(f"{folder}/" for folder in folders[: len(folders) - rises])
    return f"{above}{down}{fragment}"


def is_below(url: str, prefix: str) -> bool:
    """Whether ``url`` is a plainly written address below the path of a site, or a place of the
    page it is on: what the page of what is not found has, which is shown at any address.
    """
    return url.startswith((prefix, "#")) and _BELOW.fullmatch(url.removeprefix(prefix)) is not None


def resolved(url: str, address: str, prefix: str = "/") -> str:
    """Where ``url`` on the page at ``address`` leads: ``/briefings/#top`` from the root of the
    site, or ``url`` itself where it leads elsewhere or is not written plainly.
    """
    if not _PLAIN.fullmatch(url) or _SCHEME.match(url) or url.startswith("//"):
        return url
    whole = urljoin(f"{_SITE}{prefix}{address}", url)
    path = whole.removeprefix(_SITE)
    return f"/{path.removeprefix(prefix)}" if path.startswith(prefix) else path


def is_plain(url: str, address: str, prefix: str | None) -> bool:
    """Whether a frame may have ``url`` on the page at ``address``: relative and inside the site; on
    the page of what is not found below the ``prefix`` of the site; or elsewhere, as it is.
    """
    if prefix is not None and is_below(url, prefix):
        return True
    if prefix is None and inside(url, address) is not None:
        return True
    return resolved(url, address) == url and not url.startswith("/")


def with_whole_addresses(tree: Element, address: str, prefix: str) -> Element:
    """The tree with every address in it resolved."""
    attributes = tuple(
        (name, resolved(value, address, prefix) if name in NAMING else value)
        for name, value in tree.attributes
    )
    children = tuple(
        with_whole_addresses(child, address, prefix) if isinstance(child, Element) else child
        for child in tree.children
    )
    return Element(tree.tag, attributes, children, tree.line)


def leads_elsewhere(url: str) -> bool:
    """Whether a browser asks another host for ``url``, or whoever answers to its scheme: case,
    backslashes and controls make no difference to it, and ``https:host`` is an address too. What
    an address of ``data:`` holds is asked of nobody.
    """
    plain = _LEFT_OUT.sub("", url).replace("\\", "/")
    scheme = _SCHEME.match(plain)
    return plain.startswith("//") or (scheme is not None and scheme[0].lower() != "data:")
