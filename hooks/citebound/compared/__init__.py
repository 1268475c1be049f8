"""Two states of a project compared, for whoever reviews the change: what a reader would see differ.

Nothing here looks at files or at Git: an edition is a library with its bindings, and a difference
is a value. An edition that does not hold is compared as well.
"""

from citebound.compared.differences import Change, Difference, Section, differences

__all__ = ["Change", "Difference", "Section", "differences"]
