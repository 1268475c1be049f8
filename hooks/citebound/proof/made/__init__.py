"""Made is true: what will be handed over, derived a second time from the pinned text.

Nothing here calls what writes pages, data or records, or what binds quotations. It has the
texts, the voices as the sources' files name them, and the editors' fields; from the identity
of a passage alone it derives the words, the speaker and the place again, and looks whether
everything made says the same. Every word and element besides is accounted for: by the closed
list of what templates write, by what is public, by the tree of an editor's prose.
"""

from citebound.proof.made.everything import prove_made

__all__ = ["prove_made"]
