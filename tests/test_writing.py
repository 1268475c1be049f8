"""Files are replaced whole or not at all, and what a killed command leaves goes with the next."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from citebound.cli import main
from citebound.commands.stopping import StoppedError, Stopping
from citebound.reading.project import ADDRESSES
from citebound.writing import aside as aside_module
from citebound.writing.aside import BEFORE, FileAside, FolderAside, remove_leftovers
from citebound.writing.files import NotWrittenError, Replacement, replace_files
from conftest import ROOT
from signing import filled_sheet

VISIT = "briefings/2026-11-moscow-visit.md"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def command(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        [sys.executable, "-m", "citebound", *arguments],
        capture_output=True, text=True, check=False, **options,
    )  # fmt: skip


# --- files ---------------------------------------------------------------------------------


@pytest.fixture
def project(project_copy: Path) -> Path:
    """A project in which there is something for each command to write."""
    (project_copy / "briefings/reviewers.yml").write_text("reviewers: [A. Reviewer]\n", "utf-8")
    shutil.copytree(project_copy / "seeds/know-how", project_copy / "seeds/corrected")
    described = project_copy / "seeds/corrected/source.yml"
    lines = described.read_text("utf-8").splitlines(keepends=True)
    described.write_text("".join(x for x in lines if not x.startswith("sha256")), "utf-8")
    filled_sheet(project_copy, VISIT, project_copy)
    return project_copy


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        (["sign", "--as", "A. Reviewer", "--sheet", "sheet.md", VISIT], VISIT),
        (["fix", "--cite", "know-how", VISIT], VISIT),
        (["pin", "corrected"], "seeds/corrected/source.yml"),
        (["move", "know-how", "corrected"], "briefings/2026-11-alliances.md"),
    ],
)
def test_with_the_disk_full_a_file_stays_as_it_was(
    arguments: list[str], written: str, project: Path
) -> None:
    """The system writes the first bytes of a file, and then refuses."""
    if arguments[0] == "move":
        assert main(["pin", "corrected", "--root", str(project)]) == 0
    before = contents(project)
    assert len(before[written]) > 1024

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))

    run = command(*arguments, cwd=project, preexec_fn=small_disk)
    assert run.returncode == 2, run.stdout + run.stderr
    assert run.stderr == (
        f"citebound: {written} cannot be written, and is as it was: File too large\n"
    )
    assert contents(project) == before
    assert command(*arguments, cwd=project).returncode in (0, 1)
    assert contents(project)[written] != before[written]


def test_no_file_is_replaced_before_the_texts_of_all_are_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for path in (first, second):
        path.write_text("old", "utf-8")
    asked: list[int] = []

    def fsync(file: int) -> None:
        asked.append(file)
        if len(asked) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(NotWrittenError, match=r"second cannot be written.*No space left"):
        replace_files({first: "new", second: "new"})
    assert contents(tmp_path) == {"first": b"old", "second": b"old"}


def test_a_replaced_file_keeps_its_mode_and_its_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    file, link = tmp_path / "folder/file", tmp_path / "link"
    file.write_text("old", "utf-8")
    file.chmod(0o640)
    link.symlink_to("folder/file")
    replace_files({link: "new “words”"})
    assert link.readlink() == Path("folder/file")
    assert file.read_text("utf-8") == "new “words”"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [path.name for path in file.parent.iterdir()] == ["file"]


def test_a_new_file_has_the_mode_that_the_user_gives_new_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        replace_files({tmp_path / "new": ""})
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


def test_what_is_no_file_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "device").symlink_to(os.devnull)
    (tmp_path / "kept").write_text("old", "utf-8")
    with pytest.raises(NotWrittenError, match=r"link that leads to no file; .* remove the link$"):
        Replacement(tmp_path / "dangling", "")
    with pytest.raises(NotWrittenError, match="not a regular file"):
        Replacement(tmp_path / "device", "")
    # Root may write what is write-protected, and tests may run as root.
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # noqa: ARG005
    with pytest.raises(NotWrittenError, match="write-protected"):
        Replacement(tmp_path / "kept", "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dangling", "device", "kept"]


# --- the addresses and the site: both or neither ---------------------------------------------


def test_addresses_that_cannot_be_written_are_found_out_before_the_site_is_built(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(project_copy)]) == 0
    kept = project_copy / ADDRESSES
    kept.unlink()
    kept.symlink_to(os.devnull)
    before = contents(project_copy)
    capsys.readouterr()
    assert main(["build", str(project_copy)]) == 1
    said = capsys.readouterr().err
    assert f"{ADDRESSES}:1:1" in said
    assert "symbolic-link" in said
    assert contents(project_copy) == before


@pytest.mark.parametrize("published", [True, False])
def test_where_the_addresses_fail_last_the_site_is_as_it_was(
    *,
    published: bool,
    project_copy: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if published:
        assert main(["build", str(project_copy)]) == 0
        (project_copy / "site/index.html").write_text("before", "utf-8")
    (project_copy / ADDRESSES).write_text("briefings/moscow-visit/\n", "utf-8")
    before = contents(project_copy)

    def replace(_path: Path, _target: Path) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(Path, "replace", replace)
    assert main(["build", str(project_copy)]) == 1
    said = capsys.readouterr().err
    assert "addresses.txt cannot be written, and is as it was: Read-only file system" in said
    assert said.endswith(f"Nothing was published; {project_copy / 'site'} is as it was.\n")
    assert contents(project_copy) == before
    assert (project_copy / "site").exists() == published


# --- what is left, and by whom -----------------------------------------------------------------


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("make", [FolderAside, lambda target: FileAside(target, b"new")])
def test_what_a_living_process_makes_is_left_alone(
    make: Callable[[Path], FolderAside | FileAside], tmp_path: Path
) -> None:
    living = make(tmp_path / "site")
    (tmp_path / "site").mkdir()
    remove_leftovers(tmp_path / "site")
    assert names(tmp_path) == [living.path.name, "site"]
    living.close()
    assert names(tmp_path) == ["site"]


def test_what_dead_ones_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    for name in (".site-next-k3_x9d0a", ".site-next-4f0c11ab/site", f".site-old-{2**22 + 1}"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / ".notes.md-next-4f0c11ab").write_text("half", "utf-8")
    others = [
        *("site", ".site-next", ".site-next-mine", ".other-next-4f0c11ab"),
        f".site-old-{os.getpid()}",
    ]
    for name in others:
        (tmp_path / name).mkdir()
    (tmp_path / ".site-next-link0000").symlink_to("site")
    remove_leftovers(tmp_path / "site")
    left = [".notes.md-next-4f0c11ab", ".site-next-link0000"]
    assert names(tmp_path) == sorted([*others, *left])
    remove_leftovers(tmp_path / "notes.md")
    assert not (tmp_path / left[0]).exists()


@pytest.mark.parametrize("left", [f".site-next-4f0c11ab/{BEFORE}", f".site-old-{2**22 + 1}"])
def test_a_site_between_two_places_is_put_back(left: str, tmp_path: Path) -> None:
    (tmp_path / left).mkdir(parents=True)
    (tmp_path / left / "index.html").write_text("published", "utf-8")
    remove_leftovers(tmp_path / "site")
    assert contents(tmp_path) == {"site/index.html": b"published"}


def test_a_folder_taken_for_left_before_it_was_held_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = aside_module._held  # noqa: SLF001
    taken: list[Path] = []

    def late(lock: int, path: Path) -> bool:
        if not taken:
            taken.append(path)
            shutil.rmtree(path)
        return held(lock, path)

    monkeypatch.setattr(aside_module, "_held", late)
    with FolderAside(tmp_path / "site") as made:
        assert made.path.is_dir()
        assert made.path not in taken
    assert names(tmp_path) == []


def test_a_clearing_away_that_is_stopped_is_done_before_the_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove = os.rmdir
    asked: list[object] = []

    def rmdir(*path: object, **options: object) -> None:
        asked.append(path)
        if len(asked) == 2:
            raise StoppedError(signal.SIGTERM)
        remove(*path, **options)  # type: ignore[arg-type]

    made = FolderAside(tmp_path / "site")
    for name in "abc":
        (made.path / name).mkdir()
    monkeypatch.setattr(os, "rmdir", rmdir)
    with pytest.raises(StoppedError):
        made.close()
    assert names(tmp_path) == []


# --- stopping ------------------------------------------------------------------------------------


HALTING = """
import os
import time
from pathlib import Path

def on_post_build(config):
    if os.environ.get("HALT") == "site builder":
        Path(os.environ["BEGUN"]).touch()
        time.sleep(600)
"""


@pytest.fixture
def halted(project_copy: Path, tmp_path: Path) -> Iterator[Callable[[], subprocess.Popen[str]]]:
    """Starts a build that halts at the end of the site builder."""
    (project_copy / "hooks/halting.py").write_text(HALTING, "utf-8")
    settings = project_copy / "mkdocs.yml"
    hooks = "hooks:\n  - hooks/publish_site.py\n"
    text = settings.read_text("utf-8")
    assert hooks in text
    settings.write_text(text.replace(hooks, f"{hooks}  - hooks/halting.py\n"), "utf-8")
    begun, temporary = tmp_path / "begun", tmp_path / "temporary"
    temporary.mkdir()
    started: list[subprocess.Popen[str]] = []

    def start() -> subprocess.Popen[str]:
        begun.unlink(missing_ok=True)
        halting = {"HALT": "site builder", "BEGUN": str(begun)}
        process = subprocess.Popen(
            [sys.executable, "-m", "citebound", "build", "."],
            cwd=project_copy, stderr=subprocess.PIPE, text=True,
            env=os.environ | halting | {"TMPDIR": str(temporary)},
        )  # fmt: skip
        started.append(process)
        while not begun.exists():
            assert process.poll() is None, process.communicate()
            time.sleep(0.01)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        assert process.stderr is not None
        process.stderr.close()


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)],
)
def test_a_stopped_build_says_so_and_clears_away(
    number: signal.Signals,
    status: int,
    halted: Callable[[], subprocess.Popen[str]],
    project_copy: Path,
    tmp_path: Path,
) -> None:
    (project_copy / ADDRESSES).unlink()  # so that this file has a new text aside, too
    before = contents(project_copy)
    process = halted()
    process.send_signal(number)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == status
    assert said.splitlines()[-1] == "Stopped; site is as it was."
    assert "Traceback" not in said
    assert contents(project_copy) == before
    assert not list(project_copy.rglob(".*-next-*"))
    assert names(tmp_path / "temporary") == []


def test_what_killed_builds_leave_goes_with_the_next(
    halted: Callable[[], subprocess.Popen[str]], project_copy: Path, tmp_path: Path
) -> None:
    (project_copy / ADDRESSES).unlink()
    for _ in range(2):
        process = halted()
        process.kill()
        process.wait()
    assert len(list(project_copy.glob(".site-next-*"))) == 1
    assert len(list(project_copy.glob("briefings/.addresses.txt-next-*"))) == 1
    living = halted()
    assert command("build", ".", cwd=project_copy).returncode == 0
    (kept,) = project_copy.glob(".site-next-*")
    assert (kept / "site").is_dir()
    living.terminate()
    assert living.communicate()[1].endswith("Stopped; site is as it was.\n")
    assert not list(project_copy.rglob(".*-next-*"))
    assert names(tmp_path / "temporary") == []


@pytest.mark.parametrize(
    "name", [".site-next-4f0c11ab/", ".site-old-4711/", "briefings/.addresses.txt-next-4f0c11ab"]
)
def test_git_ignores_what_is_left(name: str) -> None:
    done = subprocess.run(["git", "check-ignore", "--quiet", name], cwd=ROOT, check=False)
    assert done.returncode == 0


def test_only_the_first_signal_stops_and_what_was_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with Stopping() as stopping:
            signal.raise_signal(signal.SIGHUP)
            with pytest.raises(StoppedError) as stopped:
                signal.raise_signal(signal.SIGTERM)
            assert stopped.value.status == 143
            signal.raise_signal(signal.SIGINT)
            with pytest.raises(StoppedError):  # a part of the command did not pass it on
                stopping.last_moment()
        with Stopping() as stopping:
            stopping.last_moment()
            signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGHUP, before)
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
