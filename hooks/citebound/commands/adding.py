"""``citebound add``: a document shown as the text of a new source, and written when asked for."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from citebound.adding.apart import read_apart
from citebound.adding.deceiving import looked_at
from citebound.adding.extracted import Extracted, UnreadableError
from citebound.commands.output import HOLDS, cannot, say, tell
from citebound.commands.root import project_root
from citebound.problems.printing import counted, escaped
from citebound.reading.fields import ID, LANGUAGE
from citebound.text.web import is_web_address
from citebound.writing.files import replace_files
from citebound.writing.new_source import described, id_of, text_of

MOST_KEPT = 5 << 20
"""A larger document, in bytes, is not kept beside its text."""

_SHOWN = 12
"""So many stretches that were left out are shown of each sort."""

_SAID_BY = {
    "html": "page’s own data",
    "mhtml": "page’s own data",
    "pdf": "document’s own data",
    "docx": "document’s own data",
}


def run_add(options: argparse.Namespace) -> int:
    """Show what a document gives, and with ``--write`` make a draft source of it."""
    root = project_root(options.root)
    document: Path = options.document
    if options.url is not None and not is_web_address(options.url, ("https", "http")):
        return cannot(f"{options.url} is not the address of a page")
    try:
        kind, extracted = read_apart(document)
    except UnreadableError as error:
        return cannot(f"{document.name}: {error}; nothing was written")
    fit = {field: words for field, words in extracted.says.items() if words.isprintable()}
    if not LANGUAGE.fullmatch(fit.get("language", "en")):
        del fit["language"]
    says = {**fit, **({"url": options.url} if options.url else {})}
    name = options.id or id_of(says.get("title") or document.stem)
    if not ID.fullmatch(name):
        return cannot(f"{name or 'the title'} gives no id: name one with --id, such as --id report")
    folder = root / "seeds" / name
    if folder.exists():
        return cannot(f"there is a source {name} already: name another id with --id")
    for line in _shown(name, kind, extracted, says):
        say(escaped(line.replace("\t", " | ")))
    if not options.write:
        say(f"\nNothing is written yet. Add --write, and it is written to seeds/{name}/.")
        return HOLDS
    raw = document.read_bytes()
    if options.keep_raw and len(raw) > MOST_KEPT:
        return cannot(f"{document.name} has more than 5 MB and cannot be kept; nothing was written")
    text = text_of(extracted.paragraphs)
    by, said_by = extracted.by, _SAID_BY.get(kind, "")
    name_of_file = os.fsencode(document.name).decode("utf-8", "replace")
    about = described(text, says, origin=name_of_file, by=by, raw=raw, said_by=said_by)
    for words in (text, about):
        words.encode()
    folder.mkdir(parents=True)
    replace_files({folder / "text.txt": text, folder / "source.yml": about})
    if options.keep_raw:
        (folder / f"raw{document.suffix.lower()}").write_bytes(raw)
    say(f"\nWritten to seeds/{name}/, a draft: what is to be written yet stands in its source.yml.")
    tell(_WARNING if options.keep_raw else _TEXT_WARNING)
    return HOLDS


_TEXT_WARNING = (
    "Whoever can read this repository can read the whole of text.txt, whatever rights: says."
)
_WARNING = f"{_TEXT_WARNING} The same holds for the document itself, which is kept beside it."


def _shown(name: str, kind: str, extracted: Extracted, says: dict[str, str]) -> Iterator[str]:
    """What was read, as it is shown before it is written."""
    yield f"{name}: {kind}, {counted(len(extracted.paragraphs), 'paragraph')}"
    yield f"read by {extracted.by}"
    for field in ("title", "author", "publisher", "published", "language", "url"):
        yield f"  {field + ':':11} {says.get(field) or 'not said'}"
    yield ""
    for number, paragraph in enumerate(extracted.paragraphs, 1):
        yield f"{number:4}  {paragraph}"
    if extracted.left_out:
        yield ""
        yield "Left out:"
        seen: Counter[str] = Counter()
        for one in extracted.left_out:
            seen[one.what] += 1
            if seen[one.what] <= _SHOWN:
                yield f"  {one.what}: {one.words}"
        for what, many in seen.items():
            if many > _SHOWN:
                yield f"  {what}: {many - _SHOWN} more"
    notes = [*extracted.notes, *looked_at(extracted.paragraphs)]
    if notes:
        yield ""
        yield "Look at this:"
        yield from (f"  {note}" for note in notes)
