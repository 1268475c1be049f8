"""The process in which a document is read: it may take so much time and memory, and no more."""

from __future__ import annotations

import json
import resource
import sys
from dataclasses import asdict
from pathlib import Path

from citebound.adding.apart import MEMORY, SECONDS
from citebound.adding.extracted import UnreadableError
from citebound.adding.kinds import read_document


def main(path: str) -> dict[str, object]:
    """What is taken out of the document at ``path``, or why nothing is."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        kind, extracted = read_document(Path(path).read_bytes(), path)
    except UnreadableError as error:
        return {"unreadable": str(error)}
    except MemoryError:
        return {"unreadable": "reading it takes more than two gigabytes of memory"}
    except RecursionError:
        return {"unreadable": "its parts lie too deep in one another"}
    except ModuleNotFoundError as error:
        return {"unreadable": f"{error.name} is not installed: pip install 'citebound[add]'"}
    return {"kind": kind, **asdict(extracted), "says": dict(extracted.says)}


if __name__ == "__main__":
    sys.stdout.buffer.write(json.dumps(main(sys.argv[1])).encode())
