"""The content security policy of a published page (W3C CSP Level 3).

A page has one inline script, the same on every page; the policy allows it by its SHA-256.
No hash is ever made from what is in a page: a script that slipped in would bring its
own permission. Whatever else is found there has no hash, and does not run.
"""

from __future__ import annotations

import re

INLINE_SCRIPTS = ("sha256-H+2Cjcw8eQsFWDE8HXbBk4lq9u1mIWsV1N6diXQeR2o=",)
"""Of the text of the script in ``hooks/theme/partials/javascripts/base.html``."""

POLICY = (
    "default-src 'none'; script-src 'self'"
    + "".join(f" '{script}'" for script in INLINE_SCRIPTS)
    + "; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
"""What a page may load and run, the same for every page of every site."""

HEADER = f"Content-Security-Policy: {POLICY}"
"""The header of HTTP that says the same, for owners whose web server may send one:
docs/publishing.md prints it, and a test compares the two.
"""

META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'

_HEAD = re.compile(r"<head>|<head\s[^>]*>")


def with_policy(html: str) -> str:
    """``html`` with the policy as the first thing of its head."""
    head = _HEAD.search(html)
    if head is None:
        return html
    # The declaration of the encoding stays within the first 1,024 bytes.
    return f'{html[: head.end()]}<meta charset="utf-8">{META}' + html[head.end() :].replace(
        '<meta charset="utf-8">', "", 1
    )
