"""One tool over the cases, in a process of its own: ``python -m bench.peers TOOL FILE``.

The file has JSON lines: first ``{"texts": […]}``, then one case a line, ``[text, words]``,
sorted by text. The tool's verdicts are printed as one line of JSON, with the seconds that
each group took inside this process, so that starting up does not count. It imports nothing
of ours, except for the tool ``ours``.

Every tool is asked for its verdict through its public entry for a text in memory; with
``hints`` it also words its explanation of a refusal.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any

Check = Callable[[str], bool]
Tool = Callable[[dict[str, Any]], Check]
"""A tool made ready for one text: whether it accepts a quotation."""

AT_LEAST = 90
"""The similarity that counts as "the same" for rapidfuzz."""


def citations(*, hints: bool) -> Tool:
    """``resolve_in`` (verdict only) or ``check_one`` on the text as a file (with its hints)."""
    tool = import_module("citations")
    folder = Path(tempfile.mkdtemp(prefix="bench-trust-"))

    def ready(text: dict[str, Any]) -> Check:
        if not hints:
            return lambda words: tool.resolve_in(words, text["text"]).state == "found"
        path = folder / f"{text['id']}.txt"
        path.write_text(text["text"], encoding="utf-8")
        return lambda words: tool.check_one(words, path).state == "found"

    return ready


def linkml(*, hints: bool) -> Tool:
    """``find_text_in_reference``; without hints its suggestion of a fix is switched off."""
    models = import_module("linkml_reference_validator.models")
    validation = import_module("linkml_reference_validator.validation.supporting_text_validator")
    validator = validation.SupportingTextValidator(models.ReferenceValidationConfig())
    if not hints:
        validator.generate_suggested_fix = lambda *_: (None, None, 0.0)

    def ready(text: dict[str, Any]) -> Check:
        reference = models.ReferenceContent(reference_id=text["id"], content=text["text"])
        return lambda words: bool(
            # Its own notation of a cut is three full stops; brackets are notes to it.
            validator.find_text_in_reference(_three_stops(words), reference).found
        )

    return ready


def _three_stops(words: str) -> str:
    return words.replace("[…]", "...").replace("[...]", "...")


def rapidfuzz(*, hints: bool) -> Tool:
    """``partial_ratio`` of at least 90 anywhere in the text. It has no hints."""
    fuzz = import_module("rapidfuzz.fuzz")
    del hints

    def ready(text: dict[str, Any]) -> Check:
        whole = text["text"]
        return lambda words: fuzz.partial_ratio(words, whole) >= AT_LEAST

    return ready


def ours(*, hints: bool) -> Tool:
    """The source made ready once and ``locate``: places, uniqueness, edges, voices;
    with ``hints`` also ``diagnose``.
    """
    from bench.ours import source_of  # noqa: PLC0415
    from bench.texts import SourceText, Speech  # noqa: PLC0415
    from citebound.model import Part, PartKind, Passage, Span, Target, Text  # noqa: PLC0415
    from citebound.passages.diagnosis import diagnose  # noqa: PLC0415 - the peers have it not
    from citebound.passages.locating import locate  # noqa: PLC0415
    from citebound.passages.matching import SearchableSource  # noqa: PLC0415

    def ready(text: dict[str, Any]) -> Check:
        speech = tuple(Speech(*span) for span in text["speech"])
        source = SourceText(text["id"], text["language"], text["text"], speech)
        searchable = SearchableSource.of(source_of(source, whole=False))
        target = Target(Text(text["id"]))

        def check(words: str) -> bool:
            parts = (Part(PartKind.WORDS, words, Span(0, len(words))),)
            found = locate(searchable, parts)
            if found is None and hints:
                diagnose(searchable, parts, target, {})
            return isinstance(found, Passage)

        return check

    return ready


TOOLS: dict[str, Callable[..., Tool]] = {
    "ours": ours,
    "citations": citations,
    "linkml": linkml,
    "rapidfuzz": rapidfuzz,
}


def run(tool: Tool, texts: list[dict[str, Any]], cases: list[list[Any]]) -> dict[str, Any]:
    """The verdicts, in order, and the seconds from the first text's to the last quotation's."""
    verdicts: list[bool] = []
    begun = process_time()
    number, check = -1, None
    for text, words in cases:
        if text != number or check is None:
            number, check = text, tool(texts[text])
        verdicts.append(check(words))
    return {"verdicts": verdicts, "seconds": process_time() - begun}


def main() -> None:
    """Read the cases, run the tool, print its answer."""
    name, path, hints = sys.argv[1:4]
    with Path(path).open(encoding="utf-8") as file:
        texts = json.loads(next(file))["texts"]
        cases = [json.loads(line) for line in file]
    tool = TOOLS[name](hints=hints == "hints")
    run(tool, texts, cases[:2])  # what is made on first use (patterns, caches) is start-up
    print(json.dumps(run(tool, texts, cases)))


if __name__ == "__main__":
    main()
