"""Words of scripts that put no space between them, so that an index can hold them.

Thai, Burmese, Khmer, Lao, Chinese and Japanese are cut into words by ICU's dictionaries
(UAX #29, with the tailorings of CLDR); a browser cuts the reader's query alike with
``Intl.Segmenter``. Where two dictionaries cut differently (Khmer and Lao in Chromium), the
index still finds the word: it holds the ends of each word too, and a search matches beginnings.
"""

from __future__ import annotations

from icu4py.breakers import WordBreaker

from citebound.text.edges import CLUSTER, UNSPACED
from citebound.text.patterns import Pattern

_RUN = Pattern(rf"[{UNSPACED}][{UNSPACED}\p{{M}}\u200b-\u200d]*")
_LETTER = Pattern(r"[\p{L}\p{N}]")


def words_in(run: str) -> tuple[str, ...]:
    """The words of a run of text without spaces, in order; marks and signs stand alone."""
    units = run.encode("utf-16-le")  # ICU counts in these
    cut = (
        units[2 * start : 2 * end].decode("utf-16-le")
        for start, end in WordBreaker(run, "en").segments()
    )
    return tuple(word for word in cut if word.strip("\u200b\u200c\u200d"))


def spaced(text: str) -> str:
    """``text`` in one line with a space between all its words, of whatever script."""
    cut = _RUN.sub(lambda m: f" {' '.join(words_in(m[0]))} ", text)
    return " ".join(cut.replace("\u200b", " ").split())


def word_ends(text: str) -> tuple[str, ...]:
    """The ends of the unspaced words of ``text``, each once: every part of a word from a
    boundary of grapheme clusters (UAX #29) inside it to its end.
    """
    found: dict[str, None] = {}
    for run in _RUN.findall(text):
        for word in words_in(run):
            cut = CLUSTER.findall(word)
            for first in range(1, len(cut) - 1):
                tail = "".join(cut[first:])
                if _LETTER.match(tail):
                    found[tail] = None
    return tuple(found)
