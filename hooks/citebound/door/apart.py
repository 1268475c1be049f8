"""Work done in a process of its own, so that nothing it loads or changes is left in this one.

The hooks of a project are programs. The proof of what they helped to build runs where none of
them ever ran, and only text comes back from where they did.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from typing import NoReturn

_DONE, _FAILED = b"+", b"-"


class EndedError(Exception):
    """The process ended before its work was done: something in it called for that."""


class FailedError(Exception):
    """The work failed; the message is the traceback that it has in its process."""


def apart(work: Callable[[], str]) -> str:
    """What ``work`` gives, in a copy of this process (``fork``, of POSIX) that ends with it: its
    threads with it, and without what is to be run at the exit of a program.

    Raises :class:`FailedError` for an exception, and :class:`EndedError` where neither comes.
    """
    receiving, sending = os.pipe()
    lifeline, held = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        os.close(receiving)
        os.close(held)
        threading.Thread(target=_end_with, args=[lifeline], daemon=True).start()
        _work(work, sending)
    os.close(sending)
    os.close(lifeline)
    try:
        with os.fdopen(receiving, "rb") as pipe:
            sent = pipe.read()
    except BaseException:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.waitpid(child, 0)
        os.close(held)
    mark, text = sent[:1], sent[1:].decode()
    if mark == _DONE:
        return text
    if mark == _FAILED:
        raise FailedError(text)
    raise EndedError


def _end_with(lifeline: int) -> None:
    """End when the other process has: nobody waits for the work then."""
    os.read(lifeline, 1)
    os._exit(1)


def _work(work: Callable[[], str], sending: int) -> NoReturn:
    """Do the work, send what it gives or how it fails, and end at once."""
    try:
        try:
            sent = _DONE + work().encode()
        except Exception:  # noqa: BLE001, raised again where it is read
            sent = _FAILED + traceback.format_exc().encode("utf-8", "backslashreplace")
        with os.fdopen(sending, "wb") as pipe:
            pipe.write(sent)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        # Also where it was asked to stop, or to exit: then nothing was sent.
        os._exit(0)
