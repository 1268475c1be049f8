"""Figures of our own sentences: each stands, by value, in the evidence.

See docs/our-own-sentences.md, "Our own sentences". Start at :mod:`citebound.claims.figures.rule`.
"""
