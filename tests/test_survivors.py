"""The reasons of surviving mutants: found by what the change is, wherever its module is now."""

from __future__ import annotations

import pytest

from bench.mutants import MODULES, PACKAGE
from bench.survivors import REASONS, Key, key_of, read_reasons, reason_of

OLD, NEW = "if a < b:", "if a <= b:"


def key(module: str, *owner: str) -> Key:
    return key_of(module, owner, (OLD, NEW))


def test_a_reason_survives_the_renaming_and_the_moving_of_its_module() -> None:
    known = read_reasons(
        f'- why: They are never equal.\n  changes: [[SearchableSource.raw, "{OLD}", "{NEW}"]]'
    )
    for module in ("passages/matching", "passages/finding", "elsewhere"):
        assert reason_of(key(module, "SearchableSource", "raw"), known) == "They are never equal."
    assert reason_of(key("passages/matching", "SearchableSource", "span"), known) is None
    assert reason_of(("passages/matching", "SearchableSource.raw", OLD, "if a > b:"), known) is None


def test_a_module_tells_functions_of_one_name_apart() -> None:
    known = read_reasons(
        f'- why: Anywhere.\n  changes: [[_words, "{OLD}", "{NEW}"]]\n'
        f'- why: In claims.\n  changes: [[_words, "{OLD}", "{NEW}", checks/claims]]\n'
    )
    assert reason_of(key("checks/claims", "_words"), known) == "In claims."
    assert reason_of(key("checks/sources", "_words"), known) == "Anywhere."


def test_two_reasons_that_nothing_tells_apart_are_refused() -> None:
    change = f'changes: [[_words, "{OLD}", "{NEW}"]]'
    with pytest.raises(ValueError, match="two reasons for one change: _words"):
        read_reasons(f"- why: One.\n  {change}\n- why: Two.\n  {change}\n")


def test_the_list_is_read_whole_and_each_change_differs() -> None:
    known = read_reasons(REASONS.read_text("utf-8"))
    assert known
    for (function, old, new), reasons in known.items():
        assert old != new, function
        assert all(why.endswith(".") for why in reasons.values()), function


def test_every_module_that_is_changed_is_there() -> None:
    assert set(MODULES) == {"passages", "markup", "checks"}
    for names in MODULES.values():
        assert names
        assert all((PACKAGE / f"{name}.py").is_file() for name in names)
