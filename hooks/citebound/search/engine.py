"""Pagefind as an engine: records in, its index files out.

Pagefind 1.5.2 is driven by the protocol of its own wrappers (``--service``: JSON messages in
base64, parted by commas). Its command over a folder numbers pages in the order in which the
file system lists them, so that two machines write different indexes; here records are numbered
in the order in which they are sent. Filters and sorts are not given to it: it writes a filter's
values in the order of a hash map, which is another on each run. Without them its output is
the same bytes each time.
"""

from __future__ import annotations

import base64
import contextlib
import json
import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

VERSION = "1.5.2"
"""The release whose output is known."""

LONGEST_RUN = 600.0
"""After so many seconds an engine that has not finished is stopped; the index of this site takes
a few.
"""

GET_IT = f'python -m pip install "pagefind[extended]=={VERSION}"'


class EngineMissingError(Exception):
    """Pagefind is not there, or is another release; the message says how to get it."""


class EngineFailedError(Exception):
    """Pagefind stopped or refused a record."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as the engine takes it; ``meta`` are fields that weigh more than text."""

    content: str
    meta: dict[str, str] = field(default_factory=dict)


def find_engine() -> Path:
    """The program of the release that we know.

    Raises :class:`EngineMissingError`.
    """
    try:
        from pagefind.service import get_executable  # noqa: PLC0415, its absence has an answer
    except ImportError:
        raise EngineMissingError(f"Pagefind is not installed; get it by: {GET_IT}") from None
    program = get_executable()
    if program is None:
        raise EngineMissingError(f"Pagefind has no program for this machine; get it by: {GET_IT}")
    try:
        said = subprocess.run(
            [program, "--version"], capture_output=True, text=True, check=True, timeout=60
        ).stdout.split()
    except (OSError, subprocess.SubprocessError) as error:
        raise EngineMissingError(
            f"Pagefind does not start ({error}); get it by: {GET_IT}"
        ) from None
    if said[-1:] != [VERSION]:
        raise EngineMissingError(
            f"this is Pagefind {' '.join(said[-1:])}, and the index is known for {VERSION} only; "
            f"get it by: {GET_IT}"
        )
    return program


def run(program: Path, entries: Sequence[Entry]) -> dict[str, bytes]:
    """The files of an index of ``entries``, numbered from 0 in their order, by their paths.

    Raises :class:`EngineFailedError`.
    """
    process = subprocess.Popen(
        [program, "--service"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    talk = _Talk(process)
    try:
        return talk.index(entries)
    except (LookupError, TypeError, ValueError) as error:
        raise _unreadable(error) from None
    finally:
        talk.end()


def _unreadable(error: Exception) -> EngineFailedError:
    told = f"{type(error).__name__}: {error}"
    return EngineFailedError(f"Pagefind answered what cannot be read: {told}")


class _Talk:
    """One conversation with the engine: answers are read aside, so that neither side waits, and
    an engine that takes or says no more is stopped, which ends every wait for it.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._stdin: IO[bytes] = process.stdin
        self._stdout: IO[bytes] = process.stdout
        self._asked = 0
        self._answers: list[dict[str, Any]] = []
        self._ended = False
        self._unread: Exception | None = None
        self._late = False
        self._news = threading.Condition()
        self._process = process
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._limit = threading.Timer(LONGEST_RUN, self._stop)
        self._limit.daemon = True
        self._limit.start()

    def _stop(self) -> None:
        self._late = True
        self._process.kill()

    def end(self) -> None:
        """Stop the engine, and let go of it."""
        self._limit.cancel()
        self._process.kill()
        with contextlib.suppress(OSError):  # what it did not take is lost with it
            self._stdin.close()
        self._reader.join()
        self._stdout.close()
        self._process.wait()

    def index(self, entries: Sequence[Entry]) -> dict[str, bytes]:
        """The whole conversation."""
        config = {"force_language": "en", "write_playground": False}
        self._ask({"type": "NewIndex", "config": config})
        number = self._wait()[0]["index_id"]
        for at, entry in enumerate(entries):
            self._ask({
                "type": "AddRecord", "index_id": number, "url": str(at), "language": "en",
                "content": entry.content, "meta": entry.meta, "filters": None, "sort": None,
            })  # fmt: skip
        self._wait()
        # Asked to write the files itself, it answers before they are on the disk.
        self._ask({"type": "GetFiles", "index_id": number})
        files = self._wait()[-1]["files"]
        return {file["path"]: base64.b64decode(file["content"]) for file in files}

    def _ask(self, payload: dict[str, Any]) -> None:
        self._asked += 1
        message = {"message_id": self._asked, "payload": payload}
        try:
            self._stdin.write(base64.b64encode(json.dumps(message).encode()) + b",")
        except OSError as error:
            raise self._failed(f"Pagefind stopped: {error}") from None

    def _wait(self) -> list[dict[str, Any]]:
        """All answers, once there is one for each question."""
        try:
            self._stdin.flush()
        except OSError as error:
            raise self._failed(f"Pagefind stopped: {error}") from None
        with self._news:
            self._news.wait_for(lambda: self._ended or len(self._answers) >= self._asked)
            answers = list(self._answers)
        for answer in answers:
            if answer["type"] == "Error":
                raise EngineFailedError(f"Pagefind refused a record: {answer.get('message')}")
        if len(answers) < self._asked:
            raise self._failed("Pagefind stopped before it had answered.")
        return answers

    def _failed(self, otherwise: str) -> EngineFailedError:
        """Why there are no more answers."""
        if self._unread is not None:
            return _unreadable(self._unread)
        if self._late:
            return EngineFailedError(f"Pagefind was stopped after {LONGEST_RUN:g} seconds")
        return EngineFailedError(otherwise)

    def _read(self) -> None:
        try:
            self._read_answers()
        except (OSError, LookupError, TypeError, ValueError) as error:
            self._unread = error
        finally:  # whoever waits must not wait for ever
            with self._news:
                self._ended = True
                self._news.notify_all()

    def _read_answers(self) -> None:
        rest: list[bytes] = []  # of an answer that has not ended: it may be all of the files
        while chunk := self._stdout.read1(1 << 16):  # type: ignore[attr-defined]
            *ended, last = chunk.split(b",")
            messages = []
            for end in ended:
                messages.append(b"".join((*rest, end)))
                rest = []
            rest.append(last)
            with self._news:
                self._answers += (json.loads(base64.b64decode(m))["payload"] for m in messages)
                self._news.notify_all()
