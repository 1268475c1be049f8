"""``python -m citebound`` is the command ``citebound``.

The Makefile calls it so: the first line of an installed script breaks when the
folder's path has a space in it.
"""

from __future__ import annotations

from citebound.cli import main

raise SystemExit(main())
