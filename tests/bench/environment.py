"""The environment of the tools we are compared with, and runs in it.

They are installed, each file checked by its hash, into ``.cache/bench-trust/env``; nothing
of theirs comes into our own environment. Where they cannot be installed the benchmark stops:
a comparison with nobody is none.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CACHE = ROOT / ".cache" / "bench-trust"
LOCK = HERE / "peers.lock"

PEERS = {
    "citations": "citations",
    "linkml": "linkml-reference-validator",
    "rapidfuzz": "rapidfuzz",
}
"""The tools by the names they have here, with those of their packages."""


def peers_python() -> Path:
    """The Python of the peers' environment, made if it is not there or not of this lock.

    Ends the program, loudly, where the peers cannot be installed.
    """
    folder = CACHE / "env"
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    made_of = folder / "made-of"
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if python.exists() and made_of.exists() and made_of.read_text() == digest:
        return python
    print("Installing the tools we are compared with …", file=sys.stderr, flush=True)
    venv.create(folder, clear=True, with_pip=True)
    install = [
        str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
        "--require-hashes", "--no-deps", "--requirement", str(LOCK),
    ]  # fmt: skip
    done = subprocess.run(install, check=False)
    if done.returncode:
        sys.exit(
            "THE OTHER TOOLS COULD NOT BE INSTALLED: nothing was compared, and nothing is printed."
        )
    made_of.write_text(digest)
    return python


def versions(python: Path) -> dict[str, str]:
    """The version of each peer, as its environment has it."""
    ask = (
        "import json, sys; from importlib.metadata import version; "
        "print(json.dumps([version(n) for n in sys.argv[1:]]))"
    )
    answer = _answer([str(python), "-c", ask, *PEERS.values()], dict(os.environ))
    return dict(zip(PEERS, answer, strict=True))


def run_tool(tool: str, python: Path, file: Path, *, hints: bool = False) -> dict[str, Any]:
    """One tool over a file of cases, in a process of its own: its verdicts and its seconds."""
    ours = [str(ROOT / "hooks")] if tool == "ours" else []
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(HERE.parent), *ours])}
    command = [str(python), "-m", "bench.peers", tool, str(file), "hints" if hints else "no"]
    answer: dict[str, Any] = _answer(command, environment)
    return answer


def _answer(command: list[str], environment: dict[str, str]) -> Any:  # noqa: ANN401 - JSON
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"A TOOL FAILED, so there is no comparison:\n{done.stderr}")
    return json.loads(done.stdout)
