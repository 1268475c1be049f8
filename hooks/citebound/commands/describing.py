"""``citebound schemas``: the JSON Schemas of what editors write, as files for an editor of YAML."""

from __future__ import annotations

import argparse

from citebound.commands.output import HOLDS, say
from citebound.commands.root import project_root
from citebound.reading.schemas import SCHEMAS, as_json
from citebound.writing.files import replace_files

FOLDER = ".vscode/schemas"
"""Where the schemas of a project stand, unless another folder is named."""


def run_schemas(options: argparse.Namespace) -> int:
    """Write each schema into a folder, which is made if it is not there."""
    folder = options.folder or project_root(options.root) / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    replace_files({folder / f"{name}.json": as_json(schema) for name, schema in SCHEMAS.items()})
    say(f"{folder}: {', '.join(f'{name}.json' for name in SCHEMAS)}")
    return HOLDS
