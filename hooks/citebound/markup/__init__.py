"""Markup: the one grammar of what editors write."""

from citebound.markup.scanning import scan

__all__ = ["scan"]
