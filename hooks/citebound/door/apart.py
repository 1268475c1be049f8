"""Work done in a process of its own, so that nothing it loads or changes is left in this one.

The hooks of a project are programs. The proof of what they helped to build runs where none of
them ever ran, and only text comes back from where they did.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from typing import NoReturn

_DONE, _FAILED = b"+", b"-"
_PAUSE = 0.05
"""Seconds between two looks at whether the process has ended."""


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
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, signal.SIG_DFL)  # nothing there is to be cleared away
        os.close(receiving)
        os.close(held)
        threading.Thread(target=_end_with, args=[lifeline], daemon=True).start()
        _work(work, sending)
    os.close(sending)
    os.close(lifeline)
    ended = False
    sent = b""
    try:
        while not ended:
            # What it has started may outlive it and hold the pipe, so its own end is waited for.
            ended = os.waitpid(child, os.WNOHANG)[0] == child
            while select.select([receiving], [], [], 0 if ended else _PAUSE)[0]:
                piece = os.read(receiving, 1 << 16)
                if not piece:
                    time.sleep(0 if ended else _PAUSE)
                    break
                sent += piece
    finally:
        if not ended:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        os.close(receiving)
        os.close(held)
    mark, text = sent[:1], sent[1:].decode("utf-8", "replace")
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
