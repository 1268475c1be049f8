"""Figures of our own sentences: each stands, by value, in the evidence.

See docs/format.md, "Our own sentences". Start at :mod:`citebound.claims.figures.rule`.
"""
