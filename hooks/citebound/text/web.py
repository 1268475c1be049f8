r"""Addresses of the web and of mail, written in full: what a browser and a reader take alike.

A browser makes an address of much else: ``https:host``, ``https:/host`` and ``https:\\host``
lead to the host, and a name before ``@`` looks like one.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import urlsplit

_PLAIN = re.compile(r"[^\s\\<>\x00-\x1f\x7f]+")
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)*[^\W_](?:[\w-]*[^\W_])?\.?|\[[0-9a-f:.]+\]")
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
