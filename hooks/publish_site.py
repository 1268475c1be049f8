"""The hook that mkdocs.yml names: hands MkDocs the handlers of Citebound's door."""

import sys
from importlib.util import find_spec
from pathlib import Path

if find_spec("citebound") is None:
    # MkDocs has this folder on the path only while it runs the file.
    sys.path.append(str(Path(__file__).parent))

from citebound.door.events import (
    on_config,
    on_files,
    on_nav,
    on_page_content,
    on_page_markdown,
    on_post_build,
    on_post_page,
    on_post_template,
    on_pre_build,
    on_startup,
)

__all__ = [
    "on_config",
    "on_files",
    "on_nav",
    "on_page_content",
    "on_page_markdown",
    "on_post_build",
    "on_post_page",
    "on_post_template",
    "on_pre_build",
    "on_startup",
]
