"""Every regular expression of the package is one: each is compiled only when it is first used."""

from __future__ import annotations

import gc
import importlib
from pathlib import Path

import pytest
import regex

from citebound.text.patterns import Pattern

HOOKS = Path(__file__).resolve().parent.parent / "hooks"


def test_every_expression_of_the_package_can_be_compiled() -> None:
    for path in sorted((HOOKS / "citebound").rglob("*.py")):
        if path.stem != "__main__":
            importlib.import_module(".".join(path.relative_to(HOOKS).with_suffix("").parts))
    known = [one for one in gc.get_objects() if isinstance(one, Pattern)]
    assert known
    for one in known:
        assert one.compiled.pattern == one.pattern


def test_an_expression_answers_as_the_compiled_one_does() -> None:
    lazy, plain = Pattern("B.", regex.IGNORECASE), regex.compile("B.", regex.IGNORECASE)
    text = "ab1, Bb, b"
    for ask in ("search", "match", "fullmatch"):
        for at in range(len(text)):
            found, expected = getattr(lazy, ask)(text, at), getattr(plain, ask)(text, at)
            assert (found and found.span()) == (expected and expected.span())
    assert [m.span() for m in lazy.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert lazy.findall(text) == plain.findall(text)
    assert lazy.split(text) == plain.split(text)
    assert lazy.sub("-", text) == plain.sub("-", text)


def test_a_wrong_expression_is_refused_when_it_is_used() -> None:
    wrong = Pattern("(")
    with pytest.raises(regex.error):
        wrong.search("a")
