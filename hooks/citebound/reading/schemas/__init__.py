"""What editors write, as JSON Schema: an editor describes a field while it is typed, proposes the
words of a closed list, and underlines what is unknown or missing (docs/writing.md).

Which fields there are, the readers beside this module say; a schema says it once more, for others.
The descriptions are the words of docs/format.md, where it has a table of the fields. Tests hold a
schema to the readers and to the tables. A schema says less than the check: it knows nothing of
other files, of the text of a source or of the body of a page.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from citebound.reading.project import REVIEWERS, SITE
from citebound.reading.schemas import forms as form
from citebound.reading.schemas.forms import Schema
from citebound.reading.schemas.sources import SOURCE
from citebound.reading.schemas.subjects import ACTOR, BRIEFING

__all__ = ["SCHEMAS", "Schema", "as_json"]

_SITE = form.entry("what holds for the site", {"terms": form.texts("terms of our own")}, ())
_REVIEWERS = form.entry(
    "who may sign", {"reviewers": form.texts("the names of those who may sign")}, ()
)


def _of_a_file(title: str, one: Schema, *kinds: str) -> Schema:
    """The schema of a file, which is one of these kinds of values."""
    begins = {"$schema": "http://json-schema.org/draft-07/schema#", "title": title}
    return {**begins, **one, "type": [*kinds]}


SCHEMAS: Mapping[str, Schema] = {
    "source": _of_a_file("seeds/<source-id>/source.yml", SOURCE, "object"),
    "briefing": _of_a_file("briefings/<yyyy-mm>-<slug>.md", BRIEFING, "object"),
    "actor": _of_a_file("docs/actors/<id>.md", ACTOR, "object"),
    "site": _of_a_file(SITE, _SITE, "object", "null"),
    "reviewers": _of_a_file(REVIEWERS, _REVIEWERS, "object", "null"),
}
"""The schema of each kind of file that editors write, by a short name; of a briefing and an actor,
of their front matter. One of ``site.yml`` or ``reviewers.yml`` may be empty.
"""


def as_json(schema: Schema) -> str:
    """A schema as the text of a file."""
    return f"{json.dumps(schema, ensure_ascii=False, indent=2)}\n"
