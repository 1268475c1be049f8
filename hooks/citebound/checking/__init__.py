"""The checks, by what they look at; :mod:`citebound.checks` is their table of contents."""
