"""The verifying modules, changed in one place at a time: which changes no test notices.

The changes are mutmut's. They are run from here, because mutmut itself starts pytest anew for
each change, which takes longer than the tests; here one pytest collects the tests, and each
change is made in a fork of it, which stops at the first test that fails:

- a first fork runs all tests unchanged, and notes which of them reach which lines;
- a change inside a function replaces that function's code, a change of a module's constant
  replaces the constant wherever it was imported;
- only tests that reach the statement run, those first that noticed a change near it before;
- a test that takes more than ``SECONDS`` of processor time has noticed that it never ends.

Survivors need a reason in ``survivors.yml``; the run ends with an error where one has none. What
it found is kept in ``.cache/mutants.json``: with ``--again`` only the survivors of the last run
are tried, with ``--write`` the figures go into the documentation.

    make mutants ARGS='[--again] [--write] [--workers N] [MODULE …]'
"""

from __future__ import annotations

import argparse
import ast
import gc
import importlib
import json
import os
import pickle
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import ndiff
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest
from coverage import Coverage

from bench.survivors import REASONS, key_of, reason_of, report, write_page

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "hooks" / "citebound"
FOUND = ROOT / ".cache" / "mutants.json"

MODULES = {
    "passages": ("passages/matching", "passages/locating"),
    "markup": tuple(f"markup/{p.stem}" for p in sorted(PACKAGE.glob("markup/[a-z]*.py"))),
    "checks": tuple(f"checks/{p.stem}" for p in sorted(PACKAGE.glob("checks/[a-z]*.py"))),
}
"""The three modules of the promise, with those they were divided into."""

TESTS = ("cases", "bounds", "scan", "verifying", "reading", "review")
"""The tests that judge: the case book first, which kills most."""

SECONDS = 5
"""Processor time of one test; unchanged, the longest takes about one."""

MEMORY = 4 << 30

Node = Any
"""A node of libcst, which only the audit environment has."""

KILLED, SURVIVED, ENDLESS, INVALID = "killed", "survived", "endless", "invalid"


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the module, its function (or constant) and lines, and mutmut's two nodes."""

    module: str
    number: int
    owner: tuple[str, ...]
    lines: range
    old: Node
    new: Node
    wording: bool

    @property
    def name(self) -> str:
        """As results name it, while the module does not change."""
        return f"{self.module}:{self.number}"


@dataclass(slots=True)
class Run:
    """What is known of the tests: who reaches a line, how long each takes, who killed what."""

    items: list[pytest.Item]
    reach: dict[str, dict[int, set[int]]] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    kills: dict[tuple[str, ...], Counter[int]] = field(default_factory=dict)

    def chosen(self, mutant: Mutant) -> list[int]:
        """The tests that reach a change, the likeliest to notice it first."""
        if len(mutant.owner) == 1 and mutant.owner[0].startswith("="):
            reaching = set(range(len(self.items)))
        else:
            by_line = self.reach.get(mutant.module, {})
            reaching = {test for line in mutant.lines for test in by_line.get(line, ())}
        near = self.kills.get((mutant.module, *mutant.owner), Counter())
        far = self.kills.get((mutant.module,), Counter())
        return sorted(reaching, key=lambda t: (-near[t], -far[t], self.seconds[t], t))

    def killed(self, mutant: Mutant, test: int) -> None:
        """Remember who noticed a change."""
        for place in ((mutant.module, *mutant.owner), (mutant.module,)):
            self.kills.setdefault(place, Counter())[test] += 1


# --- the changes --------------------------------------------------------------------


@cache
def tools() -> tuple[Any, Any, Any]:
    """Mutmut's generator, libcst and its metadata, which only the audit environment has."""
    try:
        names = ("mutmut.mutation.file_mutation", "libcst", "libcst.metadata")
        return tuple(map(importlib.import_module, names))  # type: ignore[return-value]
    except ImportError:
        sys.exit("mutmut is not installed: `make mutants` installs it.")


@cache
def parsed(module: str) -> tuple[Any, list[Mutant]]:
    """A module as libcst has it, and its mutants in the order of their places."""
    generator, cst, metadata = tools()
    path = PACKAGE / f"{module}.py"
    text = path.read_text("utf-8")
    tree, found, _, _ = generator.create_mutations(str(path), text)
    wrapper = metadata.MetadataWrapper(tree, unsafe_skip_copy=True)
    places = wrapper.resolve(metadata.PositionProvider)
    owners = _owners(tree, cst)
    headers = _headers(text)
    mutants = []
    for number, mutation in enumerate(found):
        top = mutation.contained_by_top_level_function
        owner = owners.get(top) if top is not None else _constant(tree, mutation.original_node)
        if owner is None:
            continue  # a default in the body of a class, or an import: no code that runs
        place = places.get(mutation.original_node) or places[top]
        around = [lines for lines in headers if place.start.line in lines]
        lines = min(around, key=len) if around else range(place.start.line, place.end.line + 1)
        if top is not None and lines.start == places[top].start.line:
            lines = range(places[top].start.line, places[top].end.line + 1)
        wording = isinstance(mutation.original_node, cst.SimpleString) and _is_wording(
            mutation.original_node.value
        )
        mutants.append(
            Mutant(
                module, number, owner, lines, mutation.original_node, mutation.mutated_node, wording
            )
        )
    return tree, mutants


def _is_wording(literal: str) -> bool:
    """Whether a string is a sentence for people: plain words with spaces between."""
    return not literal.startswith("r") and " " in literal.strip("\"' ,;:")


def _owners(tree: Node, cst: Node) -> dict[Node, tuple[str, ...]]:
    """Every function and method, with the names that lead to it."""
    owners: dict[Node, tuple[str, ...]] = {}
    for node in tree.body:
        if isinstance(node, cst.FunctionDef):
            owners[node] = (node.name.value,)
        elif isinstance(node, cst.ClassDef):
            for inner in node.body.body:
                if isinstance(inner, cst.FunctionDef):
                    owners[inner] = (node.name.value, inner.name.value)
    return owners


def _constant(tree: Node, changed: Node) -> tuple[str, ...] | None:
    """The module's constant that a change belongs to, as ``=NAME``."""
    _, cst, _ = tools()
    for line in tree.body:
        if not isinstance(line, cst.SimpleStatementLine):
            continue
        for statement in line.body:
            target = (
                statement.targets[0].target
                if isinstance(statement, cst.Assign)
                else getattr(statement, "target", None)
            )
            if isinstance(target, cst.Name) and _holds(statement, changed):
                return (f"={target.value}",)
    return None


def _holds(node: Node, wanted: Node) -> bool:
    return node is wanted or any(_holds(child, wanted) for child in node.children)


def _headers(text: str) -> list[range]:
    """The lines of each statement; of one that holds others, those before the first of them."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            end = body[0].lineno if body else (node.end_lineno or node.lineno) + 1
            found.append(range(node.lineno, max(end, node.lineno + 1)))
    return found


def change(mutant: Mutant) -> tuple[str, str]:
    """The lines that differ, before and after, each on one line."""
    tree, _ = parsed(mutant.module)
    before, after = tree.code, tree.deep_replace(mutant.old, mutant.new).code
    lines = list(ndiff(before.splitlines(), after.splitlines()))
    old, new = ([x[2:].strip() for x in lines if x.startswith(sign)] for sign in "-+")
    return " ".join(old), " ".join(new)


def apply(mutant: Mutant) -> None:
    """Make a change in this process."""
    tree, _ = parsed(mutant.module)
    name = "citebound." + mutant.module.replace("/", ".")
    module = importlib.import_module(name)
    code = tree.deep_replace(mutant.old, mutant.new).code
    scratch = ModuleType(name)
    scratch.__dict__.update(__file__=module.__file__, __package__=module.__package__)
    sys.modules[name] = scratch  # a dataclass looks its module up while it is made
    try:
        exec(compile(code, str(module.__file__), "exec"), scratch.__dict__)  # noqa: S102 - our own code
    finally:
        sys.modules[name] = module
    if mutant.owner[0].startswith("="):
        constant = mutant.owner[0][1:]
        true = getattr(module, constant)
        for other in [m for n, m in sys.modules.items() if n.startswith("citebound")]:
            if vars(other).get(constant) is true:
                setattr(other, constant, getattr(scratch, constant))
        return
    ours, theirs = _function(module, mutant.owner), _function(scratch, mutant.owner)
    ours.__code__ = theirs.__code__
    ours.__defaults__ = theirs.__defaults__
    ours.__kwdefaults__ = theirs.__kwdefaults__


def _function(module: ModuleType, owner: Sequence[str]) -> FunctionType:
    found: Any = module
    for name in owner:
        found = vars(found)[name]
    found = getattr(found, "__func__", found)  # of a class method
    assert isinstance(found, FunctionType)
    assert isinstance(found.__code__, CodeType)
    return found


# --- the tests ----------------------------------------------------------------------


def run_one(item: pytest.Item, following: pytest.Item | None) -> bool:
    """Whether a test passes."""
    from _pytest.runner import runtestprotocol  # noqa: PLC0415 - the hook would print and count

    return all(not r.failed for r in runtestprotocol(item, nextitem=following, log=False))


def quietly(folder: Path) -> None:
    """In a fork: no output, no crumbs, and an end to what has none."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    folder.mkdir(exist_ok=True)
    os.environ["PYTEST_DEBUG_TEMPROOT"] = str(folder)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def measure(run: Run, folder: Path) -> None:
    """Run all tests unchanged in a fork, and note what each reaches. Ends where one fails."""
    note = folder / "reach"
    child = os.fork()
    if not child:
        quietly(folder / "unchanged")
        try:
            note.write_bytes(pickle.dumps(_measured(run.items)))
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    if not note.exists():
        pytest.exit("The tests could not be run unchanged.", returncode=1)
    failed, seconds, reach = pickle.loads(note.read_bytes())  # noqa: S301 - written just now
    if failed:
        names = ", ".join(run.items[i].nodeid for i in failed)
        pytest.exit(f"These tests fail unchanged: {names}", returncode=1)
    run.seconds, run.reach = seconds, reach


def _measured(
    items: Sequence[pytest.Item],
) -> tuple[list[int], list[float], dict[str, dict[int, set[int]]]]:
    names = [module for modules in MODULES.values() for module in modules]
    paths = {module: str(PACKAGE / f"{module}.py") for module in names}
    watch = Coverage(data_file=None, include=list(paths.values()), config_file=False)
    failed, seconds = [], []
    watch.start()
    for number, item in enumerate(items):
        watch.switch_context(str(number))
        began = time.process_time()
        following = items[number + 1] if number + 1 < len(items) else None
        if not run_one(item, following):
            failed.append(number)
        seconds.append(time.process_time() - began)
    watch.stop()
    data = watch.get_data()
    reach = {
        module: {
            line: {int(c) for c in contexts if c}
            for line, contexts in data.contexts_by_lineno(path).items()
        }
        for module, path in paths.items()
    }
    return failed, seconds, reach


def try_out(mutant: Mutant, run: Run, folder: Path) -> None:
    """In a fork: make the change and run its tests; the exit code says what came of it.

    0: survived, 1: killed, 3: it cannot be compiled. Which test killed it stands in ``killer``.
    """
    quietly(folder)
    try:
        apply(mutant)
    except BaseException as error:  # noqa: BLE001 - whatever a changed module does when it is read
        os._exit(3 if isinstance(error, SyntaxError) else 1)
    chosen = run.chosen(mutant)
    for test, following in zip(chosen, [*chosen[1:], None], strict=True):
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        after = run.items[following] if following is not None else None
        if not run_one(run.items[test], after):
            (folder / "killer").write_text(str(test))
            os._exit(1)
    os._exit(0)


def verdict(status: int) -> str:
    """What the end of a fork says."""
    if os.WIFSIGNALED(status):
        return ENDLESS if os.WTERMSIG(status) == signal.SIGPROF else KILLED
    return {0: SURVIVED, 1: KILLED, 3: INVALID}.get(os.WEXITSTATUS(status), KILLED)


def try_all(
    mutants: Sequence[Mutant], run: Run, folder: Path, workers: int
) -> Iterator[tuple[Mutant, str]]:
    """Each mutant with what came of it, as they end."""
    waiting = list(reversed(mutants))
    free = list(range(workers))
    running: dict[int, tuple[Mutant, int]] = {}
    while waiting or running:
        while waiting and free:
            mutant, slot = waiting.pop(), free.pop()
            child = os.fork()
            if not child:
                try_out(mutant, run, folder / f"{slot}")
            running[child] = (mutant, slot)
        ended, status = os.wait()
        mutant, slot = running.pop(ended)
        free.append(slot)
        killer = folder / f"{slot}" / "killer"
        if killer.exists():
            run.killed(mutant, int(killer.read_text()))
            killer.unlink()
        yield mutant, verdict(status)


class Loop:
    """The plugin that takes the place of pytest's loop over its tests."""

    def __init__(self, asked: argparse.Namespace) -> None:
        self.asked = asked
        self.found: dict[str, dict[str, Any]] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Measure, then try the mutants."""
        run = Run(session.items)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            began = time.monotonic()
            measure(run, folder)
            took = time.monotonic() - began
            print(f"{len(run.items)} tests, unchanged in {took:.0f} s", flush=True)
            for module in self.asked.modules:
                parsed(module)
            gc.freeze()
            for module in self.asked.modules:
                self.found[module] = self._module(module, run, folder)
                keep(self.found)
        return True

    def _module(self, module: str, run: Run, folder: Path) -> dict[str, Any]:
        _, mutants = parsed(module)
        tried = [m for m in mutants if not m.wording]
        before = kept().get(module) if self.asked.again else None
        if before:
            survivors = {tuple(s["key"]) for s in before["survivors"]}
            tried = [m for m in tried if key_of(m.module, m.owner, change(m)) in survivors]
        counts: Counter[str] = Counter()
        survivors_now = []
        for mutant, came in try_all(tried, run, folder, self.asked.workers):
            counts[came] += 1
            if came == SURVIVED:
                key = key_of(mutant.module, mutant.owner, change(mutant))
                survivors_now.append({"key": key, "line": mutant.lines.start})
                print(f"  {module}:{mutant.lines.start} {' | '.join(key[1:])}", flush=True)
        if before:
            gone = counts[KILLED] + counts[ENDLESS]
            counts = Counter(before["counts"]) + Counter({KILLED: gone})
            counts[SURVIVED] -= gone
        print(f"{module}: {dict(counts)}", flush=True)
        survivors_now.sort(key=lambda s: (s["line"], s["key"]))
        wording = sum(m.wording for m in mutants)
        return {"counts": dict(counts), "wording": wording, "survivors": survivors_now}


def kept() -> dict[str, Any]:
    """What the last run found, by module."""
    found: dict[str, Any] = json.loads(FOUND.read_text("utf-8")) if FOUND.exists() else {}
    return found


def keep(found: Mapping[str, Any]) -> None:
    """Keep what was found, beside what was found of other modules."""
    FOUND.parent.mkdir(exist_ok=True)
    FOUND.write_text(json.dumps({**kept(), **found}, ensure_ascii=False, indent=1), "utf-8")


def main() -> int:
    """Run what is asked for, and print the table."""
    names = [module for modules in MODULES.values() for module in modules]
    asker = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asker.add_argument("modules", nargs="*", metavar="MODULE", help=", ".join(names))
    asker.add_argument("--again", action="store_true", help="only the survivors of the last run")
    asker.add_argument("--write", action="store_true", help="write the figures into the page")
    asker.add_argument("--no-run", action="store_true", help="report what the last run found")
    asker.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked = asker.parse_args()
    asked.modules = asked.modules or names
    if unknown := set(asked.modules) - set(names):
        asker.error(f"no module is called {', '.join(sorted(unknown))}")
    if not asked.no_run:
        tests = [f"tests/test_{name}.py" for name in TESTS]
        quiet = ["-q", "-s", "-o", "tmp_path_retention_policy=none"]
        ended = pytest.main([*quiet, *tests], plugins=[Loop(asked)])
        if ended not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            return int(ended)
    found = {module: kept()[module] for module in names if module in kept()}
    print("\n".join(report(found)))
    if asked.write:
        write_page(found)
    bare = [
        s["key"]
        for m in found.values()
        for s in m["survivors"]
        if reason_of(tuple(s["key"])) is None
    ]
    for key in bare:
        print(f"no reason in {REASONS.name}: {' | '.join(key)}")
    return 1 if bare else 0


if __name__ == "__main__":
    os.chdir(ROOT)
    raise SystemExit(main())
