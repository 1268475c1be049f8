"""Documents read for a new source: what `citebound add` makes of a file, before anything is pinned.

Each reader is a function from a document's bytes to :class:`~citebound.adding.extracted.Extracted`.
It keeps every character of the text as the document has it, apart from white space, and says what
it leaves out.
"""
