"""Serve the folder that it is started in, on this machine, at a free port that it prints.

    python page_server.py [SECONDS]

With SECONDS, each page is sent in pieces of 4,000 bytes with so long a pause after each, as over
a slow line: a browser paints such a page before all of it is there.
"""

from __future__ import annotations

import sys
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import IO

PIECE = 4_000


class Pages(SimpleHTTPRequestHandler):
    """Sends pages in pieces, other files at once."""

    def __init__(self, pause: float, *connection: object) -> None:
        self.pause = pause
        super().__init__(*connection)  # type: ignore[arg-type]

    def copyfile(self, source: IO[bytes], outputfile: IO[bytes]) -> None:  # type: ignore[override]
        """Send what a file holds."""
        if not self.pause or not self.path.endswith(("/", ".html")):
            super().copyfile(source, outputfile)
            return
        while piece := source.read(PIECE):
            outputfile.write(piece)
            time.sleep(self.pause)


def main() -> None:
    """Serve until it is ended."""
    pause = float(sys.argv[1]) if len(sys.argv) > 1 else 0
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, pause)) as server:
        sys.stdout.write(f"{server.server_port}\n")
        server.serve_forever()


if __name__ == "__main__":
    main()
