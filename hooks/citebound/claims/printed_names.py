"""Which of many names some texts print, each text read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from citebound.claims.name_forms import words_in
from citebound.text.edges import UNSPACED_LETTER
from citebound.text.folding import fold

_Forms = tuple[str, ...]


class Printed:
    """The names, out of some, that stand in texts: by the forms that names are compared by, and in
    scripts without spaces letter by letter.
    """

    def __init__(self, names: Sequence[str], texts: Iterable[str]) -> None:
        lengths: dict[str, set[int]] = defaultdict(set)
        unspaced = {fold(name).text for name in names if UNSPACED_LETTER.search(name)}
        for name in names:
            forms = _forms(name)
            lengths[forms[0] if forms else ""].add(len(forms))
        self._found: set[_Forms] = set()
        self._unspaced: set[str] = set()
        for text in texts:
            forms = _forms(text)
            for at, form in enumerate(forms):
                self._found.update(forms[at : at + length] for length in lengths.get(form, ()))
            if unspaced and UNSPACED_LETTER.search(text):
                folded = fold(text).text
                self._unspaced |= {name for name in unspaced if name in folded}

    def has(self, name: str) -> bool:
        """Whether a text has one of the names, in any case of letters."""
        if UNSPACED_LETTER.search(name):
            return fold(name).text in self._unspaced
        return _forms(name) in self._found


def _forms(text: str) -> _Forms:
    return tuple(word.form.casefold() for word in words_in(fold(text).text))
