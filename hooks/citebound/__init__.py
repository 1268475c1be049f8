"""Citebound: briefings in which every quotation is bound to a passage of its source.

Begin reading at :mod:`citebound.publish`.
"""

__version__ = "0.1.0"
