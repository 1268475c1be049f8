"""The command ``citebound``.

Exit status: 0 when all holds, 1 with findings, 2 when it cannot run or had nothing
to check.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from citebound import __version__, editing
from citebound.checks.review import fingerprint
from citebound.model import Briefing
from citebound.passages.matching import Shelf
from citebound.problems.printing import as_github, as_json, as_sarif, as_text, summary
from citebound.publish import Verified, verify
from citebound.reading import NotAProjectError
from citebound.reading.project import ADDRESSES

HOLDS, FOUND, CANNOT = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit status."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except NotAProjectError as error:
        return _cannot(str(error))
    return status


def _cannot(message: str) -> int:
    print(f"citebound: {message}", file=sys.stderr)
    return CANNOT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="citebound",
        description="Briefings whose every quotation is bound to a passage of its source.",
    )
    parser.add_argument("--version", action="version", version=f"citebound {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(name: str, what: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=what, description=what[:1].upper() + what[1:] + ".")

    check = command("check", "check a project and print every finding")
    check.add_argument("root", nargs="?", default=".", type=Path, metavar="ROOT")
    check.add_argument(
        "--format", choices=("text", "json", "github", "sarif"), default="text", dest="form"
    )
    check.set_defaults(run=_check)

    build = command("build", "check a project, build its site aside, check that, and publish it")
    build.add_argument("root", nargs="?", default=".", type=Path, metavar="ROOT")
    build.add_argument("--site", type=Path, help="the folder of the site (ROOT/site)")
    build.set_defaults(run=_build)

    sign = command("sign", "sign a briefing: its passages support its sentences")
    sign.add_argument("briefing", type=Path, metavar="BRIEFING")
    sign.add_argument("--as", required=True, dest="name", metavar="NAME")
    sign.add_argument("--root", default=".", type=Path)
    sign.set_defaults(run=_sign)

    fix = command("fix", "write a citation behind every quotation that has none")
    fix.add_argument("files", nargs="+", type=Path, metavar="FILE")
    fix.add_argument("--cite", required=True, metavar="ID", help="the source to cite")
    fix.add_argument("--root", default=".", type=Path)
    fix.set_defaults(run=_fix)

    pin = command("pin", "pin a new source: write the SHA-256 of its text into source.yml")
    pin.add_argument("source", metavar="ID")
    pin.add_argument("--root", default=".", type=Path)
    pin.set_defaults(run=_pin)

    move = command("move", "move citations from a source to the one that replaces it")
    move.add_argument("old", metavar="OLD")
    move.add_argument("new", metavar="NEW")
    move.add_argument("--root", default=".", type=Path)
    move.set_defaults(run=_move)
    return parser


def _check(options: argparse.Namespace) -> int:
    verified = verify(options.root)
    problems = verified.problems
    if options.form == "json":
        print(as_json(verified.checked, problems))
    elif options.form == "sarif":
        print(as_sarif(problems, __version__))
    elif problems:
        print(as_github(problems) if options.form == "github" else as_text(problems))
    if options.form in ("text", "github"):
        print(summary(verified.checked, problems))
    return _status(verified)


def _status(verified: Verified) -> int:
    if not (verified.checked.sources and verified.checked.briefings):
        return CANNOT
    if any(problem.severity == "error" for problem in verified.problems):
        return FOUND
    return CANNOT if verified.checked.nothing else HOLDS


def _build(options: argparse.Namespace) -> int:
    root: Path = options.root
    site: Path = options.site or root / "site"
    verified = verify(root)
    if verified.problems:
        print(as_text(verified.problems), file=sys.stderr)
    print(summary(verified.checked, verified.problems), file=sys.stderr)
    if not verified.holds:
        print(f"Nothing was published; {site} is as it was.", file=sys.stderr)
        return _status(verified)
    # Imported here, so that checking needs no site builder.
    from citebound.door.build import BuildFailedError, build_site

    try:
        build_site(root, site)
    except BuildFailedError as error:
        print(str(error).strip(), file=sys.stderr)
        print(f"Nothing was published; {site} is as it was.", file=sys.stderr)
        return FOUND
    recorded = _record_addresses(root, verified)
    if recorded:
        print(f"Recorded {recorded} new addresses in {ADDRESSES}: commit it.", file=sys.stderr)
    print(f"Published to {site}.", file=sys.stderr)
    return HOLDS


def _record_addresses(root: Path, verified: Verified) -> int:
    """Add the addresses of what was published to the file that keeps them."""
    library = verified.library
    published = [
        *(b.address for b in library.briefings if not b.draft),
        *(actor.address for actor in library.actors.values()),
        *(f"sources/{name}/" for name in library.sources),
    ]
    new = sorted(set(published) - set(map(str, library.settings.addresses)))
    if new:
        path = root / ADDRESSES
        before = path.read_text(encoding="utf-8") if path.exists() else (
            "# Every address that was ever published, written by `citebound build`.\n"
            "# None of them may vanish: see formerly: and gone: in the documentation.\n"
        )  # fmt: skip
        path.write_text(before + "".join(f"{line}\n" for line in new), encoding="utf-8")
    return len(new)


def _find_briefing(verified: Verified, root: Path, path: Path) -> Briefing | None:
    wanted = {path.resolve(), (root / path).resolve()}
    return next(
        (
            briefing
            for briefing in verified.library.briefings
            if (root / briefing.path).resolve() in wanted or briefing.id == str(path)
        ),
        None,
    )


def _sign(options: argparse.Namespace) -> int:
    root: Path = options.root
    verified = verify(root)
    briefing = _find_briefing(verified, root, options.briefing)
    if briefing is None:
        return _cannot(f"there is no briefing {options.briefing}")
    if options.name not in verified.library.settings.reviewers:
        return _cannot(
            f"{options.name} is not listed in briefings/reviewers.yml; add the name first"
        )
    mine = [p for p in verified.problems if p.place.path == briefing.path and p.severity == "error"]
    if mine:
        print(as_text(mine))
        return FOUND
    path = root / briefing.path
    today = datetime.now(UTC).date().isoformat()
    mark = fingerprint(briefing, verified.bindings[briefing.path])
    signed = editing.with_review(briefing.document.text, options.name, today, mark)
    path.write_text(signed, encoding="utf-8")
    print(f"Signed {briefing.path} as {options.name}. The machine does not prove who typed this.")
    return HOLDS


def _fix(options: argparse.Namespace) -> int:
    root: Path = options.root
    verified = verify(root)
    if options.cite not in verified.library.sources:
        return _cannot(f"there is no source {options.cite}")
    wanted = {path.resolve() for path in options.files}
    for subject in verified.library.subjects():
        path = root / subject.path
        if path.resolve() not in wanted:
            continue
        wanted.discard(path.resolve())
        terms = {*subject.terms, *verified.library.settings.terms}
        unbound = [
            i
            for i, q in enumerate(subject.document.quotations)
            if q.citation is None
            and not q.term
            and q.scope != "heading"
            and q.inside.of(subject.document.text) not in terms
        ]
        path.write_text(
            editing.with_citations(subject.document, unbound, options.cite), encoding="utf-8"
        )
        print(f"{subject.path}: {len(unbound)} citations written")
    for path in sorted(wanted):
        return _cannot(f"{path} is neither a briefing nor an actor")
    return HOLDS


def _pin(options: argparse.Namespace) -> int:
    folder: Path = options.root / "seeds" / options.source
    text, described = folder / "text.txt", folder / "source.yml"
    if not text.is_file() or not described.is_file():
        return _cannot(f"{folder} needs text.txt and source.yml")
    before = described.read_text(encoding="utf-8")
    pinned = any(line.startswith("sha256:") and line[7:].strip() for line in before.splitlines())
    mark = editing.digest(text.read_bytes())
    if pinned and f"sha256: {mark}" not in before:
        return _cannot(
            f"{options.source} is pinned already, and its text has changed since: "
            "take the change back, or add the corrected text as a new source with replaces:"
        )
    after = editing.with_field(before, "sha256", mark)
    if "\nparagraphs:" not in f"\n{after}":
        lines = text.read_text(encoding="utf-8").strip().splitlines()
        rule = "blank" if any(not line.strip() for line in lines) else "lines"
        after = editing.with_field(after, "paragraphs", rule)
    described.write_text(after, encoding="utf-8")
    print(f"Pinned {options.source}: {mark}")
    return HOLDS


def _move(options: argparse.Namespace) -> int:
    root: Path = options.root
    verified = verify(root)
    sources = verified.library.sources
    for name in (options.old, options.new):
        if name not in sources:
            return _cannot(f"there is no source {name}")
    shelves = {options.new: Shelf.of(sources[options.new])}
    stayed = 0
    for subject in verified.library.subjects():
        moved = editing.move_citations(subject.document, options.old, sources[options.new], shelves)
        for line, reason in moved.stayed:
            print(f"{subject.path}:{line}: stays with {options.old}: {reason}")
            stayed += 1
        if moved.moved:
            (root / subject.path).write_text(moved.text, encoding="utf-8")
            print(f"{subject.path}: {moved.moved} citations moved to {options.new}")
    return FOUND if stayed else HOLDS
