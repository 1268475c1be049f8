r"""Addresses of the web and of mail, written in full: what a browser and a reader take alike.

A browser makes an address of much else: ``https:host``, ``https:/host`` and ``https:\\host``
lead to the host, and a name before ``@`` looks like one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from urllib.parse import urlsplit

from citebound.text.characters import deceiving, mixes_alphabets
from citebound.text.patterns import Pattern

_PLAIN = re.compile(r"[^\s\\<>\x00-\x1f\x7f]+")
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)*[^\W_](?:[\w-]*[^\W_])?\.?|\[[0-9a-f:.]+\]")
_DOTS = "\u2024\u3002\uff0e\uff61"
"""Points that look like that of a host, and that browsers take for it."""

_SAID = Pattern(
    rf"(?<![\p{{L}}\p{{M}}\p{{N}}._-])(?:[\p{{L}}\p{{N}}][\p{{L}}\p{{M}}\p{{N}}_-]*+[.{_DOTS}])+"
    r"(?P<last>(?:xn--[a-z0-9-]+|\p{L}[\p{L}\p{M}]+))(?![\p{L}\p{M}\p{N}@_-])"
)
"""Words that look like a host."""

_USUAL = frozenset((
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "io", "eu", "uk", "us", "de", "fr",
    "ch", "ru", "ua", "by", "kz", "cn", "рф",
))  # fmt: skip
"""Ends of hosts that are read as such even with a capital; others (*J.Smith*) are not."""

_FILES = frozenset((
    "pdf", "html", "htm", "txt", "doc", "docx", "odt", "xls", "xlsx", "ods", "csv", "ppt", "pptx",
    "xml", "json", "yml", "yaml", "css", "js", "jpg", "jpeg", "png", "gif", "svg", "mp3", "mp4",
))  # fmt: skip
"""Ends of the names of files, which are no hosts."""

_MAIL = re.compile(r"[^\s\\<>()\"'@:/?#]+@([^\s@?#]+)(?:\?[^\s\\<>]*)?")


def is_web_address(address: str, schemes: Collection[str] = ("https",)) -> bool:
    """Whether an address is a scheme, ``://``, a host, and perhaps a port, a path and more."""
    if not _PLAIN.fullmatch(address):
        return False
    scheme, separator, rest = address.partition("://")
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return False
    host = re.split(r"[/?#]", rest, maxsplit=1)[0].partition("@")
    named = re.sub(r":[0-9]*\Z", "", host[0])
    return bool(
        separator and scheme.lower() in schemes and not host[1] and _HOST.fullmatch(named.lower())
    )


def is_mail_address(address: str) -> bool:
    """Whether an address is ``mailto:``, a name, ``@`` and a host."""
    scheme, _, rest = address.partition(":")
    mail = _MAIL.fullmatch(rest)
    return (
        scheme.lower() == "mailto" and mail is not None and bool(_HOST.fullmatch(mail[1].lower()))
    )


def host_of(address: str) -> str:
    """The host of an address of the web or of mail, in small letters; nothing for any other."""
    scheme, _, rest = address.partition(":")
    if scheme.lower() == "mailto":
        return rest.partition("?")[0].rpartition("@")[2].lower()
    if not rest.startswith("//"):
        return ""
    return re.sub(r":[0-9]*\Z", "", re.split(r"[/?#]", rest[2:], maxsplit=1)[0]).lower()


def is_deceiving_host(host: str) -> bool:
    """Whether a host has letters of two alphabets that look alike, or signs for letters; each of
    its labels may be of one alphabet, and still the whole looks like another.
    """
    letters = "".join(filter(str.isalpha, host.removeprefix("www.")))
    return mixes_alphabets(letters) or next(deceiving(host), None) is not None


def other_hosts(words: str, address: str) -> Iterator[str]:
    """What among the words of a link looks like a host, and is not that of its address."""
    host = host_of(address).removeprefix("www.").rstrip(".")
    for found in _SAID.finditer(words) if host else ():
        last = found["last"]
        said = re.sub(f"[{_DOTS}]", ".", found.group()).lower().removeprefix("www.")
        is_name = last.istitle() and last.lower() not in _USUAL
        if is_name or last.lower() in _FILES or f".{host}".endswith(f".{said}"):
            continue
        yield found.group()
