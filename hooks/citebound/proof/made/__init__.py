"""Made is true: what will be handed over, derived a second time from the pinned text.

Nothing here calls what binds quotations, nor what writes pages, data or records. What it shares
with the rest of the engine is listed in docs/trust.md, “A damaged site”, and nothing else is. It
has the texts, the voices as the sources' files name them, the passages that quotations were bound
to, and the editors' fields; that what is public is these, and no more, is proved first. From these
it derives each page whole, an editor's prose included, as one line, and compares it with what is
handed over; from the identity of a passage alone it derives the words, the speaker and the place
again; data and records are compared field by field.
"""

from citebound.proof.made.everything import prove_made
from citebound.proof.made.published_again import prove_public

__all__ = ["prove_made", "prove_public"]
