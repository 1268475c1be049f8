"""The content security policy of a published page (W3C CSP Level 3).

The theme has a few inline scripts; each is allowed by the SHA-256 of its text, so that
nothing else that might slip into a page can run.
"""

from __future__ import annotations

import base64
import hashlib
import re

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
_HEAD = re.compile(r"<head>|<head\s[^>]*>")
_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'"
)


def with_policy(html: str) -> str:
    """``html`` with a policy for its own inline scripts as the first thing of its head."""
    hashes = "".join(
        f" 'sha256-{digest}'"
        for digest in dict.fromkeys(
            base64.b64encode(hashlib.sha256(found["text"].encode()).digest()).decode()
            for found in _SCRIPT.finditer(html)
            if "src=" not in found["attributes"] and "json" not in found["attributes"]
        )
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY.format(hashes=hashes)}">'
    head = _HEAD.search(html)
    if head is None:
        return html
    # The declaration of the encoding stays within the first 1,024 bytes.
    return f'{html[: head.end()]}<meta charset="utf-8">{meta}' + html[head.end() :].replace(
        '<meta charset="utf-8">', "", 1
    )
