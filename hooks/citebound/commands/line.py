"""The line of the command ``citebound``, read, and the command that it asks for, run."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from citebound import __version__
from citebound.commands.adding import run_add
from citebound.commands.building import run_build
from citebound.commands.checking import run_check
from citebound.commands.comparing import run_diff, run_rests_on
from citebound.commands.covering import run_set_aside
from citebound.commands.describing import FOLDER, run_schemas
from citebound.commands.drafting import run_draft
from citebound.commands.editing import run_fix, run_move, run_pin, run_unpin
from citebound.commands.new import run_new
from citebound.commands.output import cannot, settle_encoding, tell
from citebound.commands.signing import run_sign
from citebound.commands.stopping import StoppedError, Stopping
from citebound.reading import NotAProjectError
from citebound.writing.files import NotWrittenError
from citebound.writing.yaml_lists import UnchangeableError

_Command = Callable[[str, str], argparse.ArgumentParser]
"""Makes the parser of a command, by its name and by what it does."""

_ROOT = "the project's folder (the nearest from here upwards)"


def run(arguments: Sequence[str] | None, stopping: Stopping) -> int:
    """Run the command that a line asks for, and give its exit status."""
    settle_encoding()
    options = _parser().parse_args(arguments)
    options.stopping = stopping
    try:
        status: int = options.run(options)
    except (NotAProjectError, NotWrittenError) as error:
        return cannot(str(error))
    except UnchangeableError:
        return cannot(
            "a source.yml is written in a way in which no program can change it without harm to "
            "its comments or values; nothing was written. Write what is needed there yourself"
        )
    except StoppedError as stopped:
        tell("Stopped.")
        return stopped.status
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return cannot(f"{where}{error.strerror or error}")
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="citebound",
        description="Briefings whose every quotation is bound to a passage of its source.",
    )
    parser.add_argument("--version", action="version", version=f"citebound {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(name: str, what: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=what, description=what[:1].upper() + what[1:] + ".")

    checking = command("check", "check a project and print every finding")
    checking.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH",
        help="a project; or files and folders of one, whose findings alone are printed",
    )  # fmt: skip
    checking.add_argument(
        "--format", choices=("text", "json", "github", "sarif"), default="text", dest="form"
    )
    checking.set_defaults(run=run_check)

    building = command(
        "build", "check a project, build its site in a separate folder, check that, and publish it"
    )
    building.add_argument("root", nargs="?", type=Path, metavar="ROOT", help=_ROOT)
    building.add_argument(
        "--site", type=Path, help="the folder of the site (site_dir of mkdocs.yml, or ROOT/site)"
    )
    building.set_defaults(run=run_build)

    signing = command("sign", "sign a briefing: its passages support its sentences")
    signing.add_argument("briefing", type=Path, metavar="BRIEFING")
    signing.add_argument("--as", dest="name", metavar="NAME", help="who signs")
    signing.add_argument(
        "--print", action="store_true", help="write the sheet to be filled in, and sign nothing"
    )
    signing.add_argument(
        "--sheet", type=Path, metavar="FILE", help="a sheet that the reviewer has filled in"
    )
    signing.set_defaults(run=run_sign)

    fixing = command(
        "fix",
        "write the sources of briefings, and a citation after quotations that have none; "
        "take what is used out of the set_aside: of a source.yml",
    )
    fixing.add_argument("files", nargs="+", type=Path, metavar="FILE")
    fixing.add_argument("--cite", metavar="ID", help="the source to cite")
    fixing.set_defaults(run=run_fix)

    moving = command("move", "move citations from a source to the one that replaces it")
    moving.add_argument("old", metavar="OLD")
    moving.add_argument("new", metavar="NEW")
    moving.set_defaults(run=run_move)

    comparing = command(
        "diff", "print what a change does to readers, as Markdown, for whoever reviews it"
    )
    comparing.add_argument("base", metavar="BASE", help="the commit before the change")
    comparing.add_argument(
        "head", nargs="?", metavar="HEAD", help="the commit after it (the files as they are)"
    )
    comparing.set_defaults(run=run_diff)

    resting = command(
        "rests-on", "print everything that falls if a source, a passage or an actor falls"
    )
    resting.add_argument("id", metavar="ID", help="know-how, know-how:2300-2361 or anna-matveeva")
    resting.set_defaults(run=run_rests_on)

    describing = command(
        "schemas", "write the JSON Schemas by which an editor of YAML describes and checks fields"
    )
    describing.add_argument(
        "folder", nargs="?", type=Path, metavar="FOLDER", help=f"where to (ROOT/{FOLDER})"
    )
    describing.set_defaults(run=run_schemas)

    of_sources = _of_sources(command)
    of_a_project = (checking, signing, fixing, *of_sources, moving, comparing, resting)
    for editing in (*of_a_project, describing):
        editing.add_argument("--root", type=Path, help=_ROOT)
    return parser


def _of_sources(command: _Command) -> tuple[argparse.ArgumentParser, ...]:
    """The commands that write sources, and empty pages."""
    adding = command(
        "add", "make a draft source of a document: HTML, MHTML, PDF, DOCX, Markdown or text"
    )
    adding.add_argument("document", type=Path, metavar="FILE")
    adding.add_argument("--url", metavar="URL", help="where it was published")
    adding.add_argument("--id", metavar="ID", help="the id of the source (from its title)")
    adding.add_argument(
        "--write", action="store_true", help="write it, once what is shown is right"
    )
    adding.add_argument(
        "--keep-raw", action="store_true", help="keep the document beside its text (up to 5 MB)"
    )
    adding.set_defaults(run=run_add)

    pinning = command("pin", "pin a new source: write the SHA-256 of its text into source.yml")
    pinning.add_argument("source", metavar="ID")
    pinning.set_defaults(run=run_pin)

    unpinning = command(
        "unpin", "let the text of a source be changed, while nothing published rests on it"
    )
    unpinning.add_argument("source", metavar="ID")
    unpinning.set_defaults(run=run_unpin)

    aside = command(
        "set-aside", "set paragraphs or all headings of a source aside: nothing rests on them"
    )
    aside.add_argument("source", metavar="ID")
    aside.add_argument(
        "--para", action="append", default=[], metavar="N[-M]", help="a paragraph, or some: 10-14"
    )
    aside.add_argument(
        "--headings", action="store_true", help="all headings that nothing else sets aside"
    )
    aside.add_argument("--reason", required=True, help="why nothing rests on them; readers see it")
    aside.set_defaults(run=run_set_aside)
    drafting = command(
        "draft", "propose voices for the quotation marks of a source, and ask what is not plain"
    )
    drafting.add_argument("source", metavar="ID")
    drafting.add_argument(
        "--write", action="store_true", help="write what is proposed into its source.yml"
    )
    drafting.set_defaults(run=run_draft)

    new = command("new", "write an empty briefing, or empty pages of actors, to be filled in")
    new.add_argument("kind", choices=("briefing", "actor"))
    new.add_argument("ids", nargs="+", metavar="ID", help="its id; of actors, several")
    new.add_argument(
        "--source", action="append", metavar="ID", help="a source of the briefing (the first)"
    )
    new.add_argument(
        "--passages", action="store_true",
        help="with each sentence of its sources as a quotation, to be kept or deleted",
    )  # fmt: skip
    new.set_defaults(run=run_new)
    return adding, pinning, unpinning, aside, drafting, new
