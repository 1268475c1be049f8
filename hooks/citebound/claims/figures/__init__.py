"""Figures of our own sentences: each stands, by value, in the evidence.

See docs/format.md, "Our own sentences". Start at :mod:`citebound.claims.figures.rule`.
"""

from citebound.claims.figures.reading import figures_in
from citebound.claims.figures.rule import figures
from citebound.claims.figures.values import Figure

__all__ = ["Figure", "figures", "figures_in"]
