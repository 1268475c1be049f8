"""What of names stands in a text, and in the texts of some evidence together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from citebound.claims.called import Called, is_gap
from citebound.claims.evidence import Evidence
from citebound.claims.initials import initials_in, initials_of
from citebound.claims.longer_names import parts_in
from citebound.claims.name_forms import Word, spans_of, words_in

_LONGEST = 8
"""Of a run of more words with capitals, only parts of so many are compared."""


class Read:
    """A text of evidence, read once, as far as it is asked for: most is asked only what actors it
    names.
    """

    def __init__(self, text: str, called: Called) -> None:
        self._text, self._called = text, called

    @cached_property
    def _words(self) -> tuple[Word, ...]:
        return words_in(self._text)

    @cached_property
    def actors(self) -> frozenset[str]:
        """The actors that it names."""
        return self._called.every(self._text)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The forms of its words."""
        return frozenset(word.form for word in self._words)

    @cached_property
    def joined(self) -> str:
        """These forms in order, with what parts them."""
        joined: list[str] = [""]
        for before, word in zip((None, *self._words), self._words, strict=False):
            if before is not None and not is_gap(self._text[before.end : word.start]):
                joined.append("|")
            joined.append(word.form)
        return " ".join((*joined, ""))

    @cached_property
    def ends(self) -> frozenset[str]:
        """The runs of capitals that end a name."""
        return frozenset(
            " ".join(word.form for word in run[-length:])
            for run in spans_of(self._words, self._text)
            for length in range(1, min(len(run), _LONGEST) + 1)
        )

    @cached_property
    def plain(self) -> frozenset[str]:
        """Its words in small letters."""
        return frozenset(self._text[word.start : word.end].casefold() for word in self._words)

    @cached_property
    def initials(self) -> frozenset[str]:
        """The initials of its runs."""
        return frozenset(initials_in(self._words, self._text))

    @cached_property
    def short(self) -> frozenset[str]:
        """Its abbreviations."""
        return frozenset(word.form.lower() for word in self._words if word.upper)

    @cached_property
    def parts(self) -> frozenset[str]:
        """What stands only in the name of another place."""
        return parts_in(self._text, self._words)


class Standing:
    """What names stand in some evidence, put together when asked for."""

    def __init__(self, texts: Iterable[Read]) -> None:
        self._texts = tuple(texts)

    @cached_property
    def actors(self) -> frozenset[str]:
        """The actors that it names."""
        return frozenset().union(*(read.actors for read in self._texts))

    @cached_property
    def _ends(self) -> frozenset[str]:
        return frozenset().union(*(read.ends for read in self._texts))

    @cached_property
    def _initials(self) -> frozenset[str]:
        return frozenset().union(*(read.initials for read in self._texts))

    @cached_property
    def _short(self) -> frozenset[str]:
        return frozenset().union(*(read.short for read in self._texts))

    @cached_property
    def _by_form(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for read in self._texts:
            for form in read.forms:
                found[form].append(read.joined)
        return found

    def hold(self, words: Sequence[Word]) -> bool:
        """Whether some words stand there, in this order, or are several names that do."""
        forms = [word.form for word in words]
        if len(forms) == 1 and self._is_part(forms[0]):
            return False
        if self._hold(forms):
            return True
        if len(forms) == 1 and words[0].upper and forms[0].lower() in self._initials:
            return True
        if initials_of(words) in self._short:
            return True
        return len(forms) > 1 and self._pieces(forms)

    def _is_part(self, form: str) -> bool:
        """Whether a word stands there, and only in the name of another place."""
        held = [read for read in self._texts if form in read.forms]
        return bool(held) and all(form in read.parts for read in held)

    def _hold(self, forms: Sequence[str]) -> bool:
        needle = f" {' '.join(forms)} "
        return any(needle in joined for joined in self._by_form.get(forms[0], ()))

    def _pieces(self, forms: Sequence[str]) -> bool:
        """Whether the words are names that stand there apart, such as a place and a surname. A
        first name without its surname is none.
        """
        good = [True] + [False] * len(forms)
        for end in range(1, len(forms) + 1):
            good[end] = any(
                good[start] and " ".join(forms[start:end]) in self._ends
                for start in range(max(0, end - _LONGEST), end)
            )
        return good[-1]


class Reader:
    """Reads evidence, each text of it once."""

    def __init__(self, called: Called) -> None:
        self._called = called
        self._texts: dict[str, Read] = {}
        self._evidence: dict[int, tuple[Evidence, Standing]] = {}

    def standing(self, evidence: Evidence) -> Standing:
        """What names stand in some evidence, the sentences around its passages included."""
        known = self._evidence.get(id(evidence))
        if known is None:
            sources = evidence.sources
            said_by = [str(name) for s in sources for name in (s.publisher, s.author) if name]
            texts = dict.fromkeys((*evidence.texts, *evidence.around, *said_by))
            known = (evidence, Standing(map(self.text, texts)))
            self._evidence[id(evidence)] = known
        return known[1]

    def text(self, text: str) -> Read:
        """A text, read."""
        read = self._texts.get(text)
        if read is None:
            read = self._texts[text] = Read(text, self._called)
        return read
