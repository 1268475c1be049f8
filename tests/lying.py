"""A function of ours changed in one place, as somebody would who wants a page to say otherwise."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from textwrap import dedent
from types import FunctionType

import pytest

Lie = tuple[Callable[..., object], str, str]
"""A function, a part of its text, and what that is changed to."""


def lie(monkeypatch: pytest.MonkeyPatch, lying: Lie) -> None:
    """Change the text of one function, wherever it was imported."""
    function, old, new = lying
    assert isinstance(function, FunctionType)
    text = dedent(inspect.getsource(function))
    assert old in text, "the lie changed nothing"
    made: dict[str, FunctionType] = {}
    begin = "from __future__ import annotations\n"
    exec(compile(begin + text.replace(old, new), "lie", "exec"), function.__globals__, made)  # noqa: S102
    monkeypatch.setattr(function, "__code__", made[function.__name__].__code__)
