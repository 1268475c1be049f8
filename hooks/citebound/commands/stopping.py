"""SIGINT, SIGTERM and SIGHUP: a command that is stopped clears away what it had begun."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import Self

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StoppedError(BaseException):
    """The command was asked to stop. No ``except Exception`` on the way takes it for a failure."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = 128 + number
        """The exit status, as a shell gives it for a program that a signal ended."""


class Stopping:
    """While it is entered, the first of these signals raises :class:`StoppedError` and later ones
    do nothing, so that nothing interrupts the clearing away. A signal that was ignored before
    (``nohup``) stays ignored.
    """

    def __init__(self) -> None:
        self._asked = 0
        self._may = True
        self._before: dict[int, Callable[[int, FrameType | None], object] | int | None] = {}

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            for number in _SIGNALS:
                if signal.getsignal(number) != signal.SIG_IGN:
                    self._before[number] = signal.signal(number, self._stop)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def last_moment(self) -> None:
        """From here on the command goes on to its end. Raises :class:`StoppedError` where it was
        asked to stop before, and a part of it did not pass that on.
        """
        self._may = False
        if self._asked:
            raise StoppedError(self._asked)

    def _stop(self, number: int, _frame: FrameType | None) -> None:
        self._asked = self._asked or number
        if self._may:
            self._may = False
            raise StoppedError(number)
