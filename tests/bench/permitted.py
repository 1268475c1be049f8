"""Permitted changes: each leaves a quotation its words (docs/quoting.md, Matching).

A change is a function of a passage and dice; it answers the quotation as an editor may type
it, or ``None`` where the passage has nothing to change.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

from bench import naive
from bench.passages_of import Passage
from citebound.passages.qualifier_words import MEASURES, QUALIFIERS

_PRONOUNS = frozenset(("he", "she", "it", "they", "он", "она", "оно", "они"))
_NAMES = {"en": ("The junta", "the junta"), "ru": ("Военный совет", "военный совет"), "my": ()}
"""What a pronoun may stand for, where the text has it."""

Change = Callable[[Passage, random.Random], str | None]


_TITLES = ("former", "deputy", "acting", "vice", "interim", "sham")
_RELATES = frozenset((
    "of", "with", "by", "from", "against", "about", "like", "for", "to", "that", *_TITLES,
))  # fmt: skip
"""After these somebody else comes in: “a spokeswoman for” the port."""

_NO_FIGURE = re.compile(r"[^\W\d](?<!million)(?<!миллиона)\Z")
"""What ends in no figure: a cut right after one may take out what is counted."""

_COUNTS = frozenset(("two", "three", "five", "трёх", "двумя", "два", "пять"))

_MEASURED = re.compile(
    r"\b(?:more than|less than|fewer than|at least|at most|nearly|almost|up to|about|around|over"
    r"|under|above|below|roughly|более|менее|около|свыше|примерно|до|почти|как минимум"
    r"|по меньшей мере)"
    r" (?:the |a )?[$€£]?\d[\d,.]*"
)
"""A measure together with its figure."""

_TURNS = re.compile(
    r"\b(?:if|unless|should|less|fewer|lie|false|rumou?r|stop\w*|or|если|мен(?:ее|ьше))\b|\?"
)
"""What may turn words that it follows, beside the list."""


def limits(words: str, language: str) -> bool:
    """Whether a word of the published list of qualifiers is among ``words``."""
    plain = naive.fold(words).lower()
    if language == "my":
        # The prefix "မ" is a negation where it is a syllable of its own, without a vowel sign.
        alone = any(
            letter == "မ" and unicodedata.category((plain + " ")[at + 1])[0] != "M"
            for at, letter in enumerate(plain)
        )
        return alone or any(word in plain for word in QUALIFIERS["my"] if word != "မ")
    if "n't" in plain:
        return True
    listed = {*QUALIFIERS[language], *MEASURES[language]}
    stems = tuple(word.removesuffix("-") for word in listed if word.endswith("-"))
    found = re.findall(r"[\w']+", plain)
    spaced = f" {' '.join(found)} "
    if any(f" {phrase} " in spaced for phrase in QUALIFIERS[language] if " " in phrase):
        return True
    return not listed.isdisjoint(found) or any(word.startswith(stems) for word in found)


def cut_limits(words: str, language: str) -> bool:
    """Whether cutting ``words`` takes out a limit; a measure that goes with its figure is none."""
    return limits(_MEASURED.sub(" ", naive.fold(words)), language)


def _parts_phrase(before: str, after: str, language: str) -> bool:
    """Whether a listed phrase is parted: “at” ends the words before, “least” begins the others."""
    if language == "my":
        return False
    first = re.findall(r"[\w']+", naive.fold(before).lower())[-3:]
    second = re.findall(r"[\w']+", naive.fold(after).lower())[:3]
    phrases = [p for p in (*QUALIFIERS[language], *MEASURES[language]) if " " in p]
    joined = f" {' '.join((*first, *second))} "
    apart = (f" {' '.join(first)} ", f" {' '.join(second)} ")
    return any(f" {p} " in joined and not any(f" {p} " in one for one in apart) for p in phrases)


def starts_after_limit(passage: Passage) -> bool:
    """Whether one of the words before a passage limits it, or denies it, or may, or what stands
    right before it has somebody else as its subject.
    """
    before = passage.text.text[max(0, passage.start - 400) : passage.start].split("\n")[-1]
    last = before.split()[-1:]
    if last and last[0] in _RELATES:
        return True
    if _parts_phrase(before, passage.words, passage.language):
        return True
    return passage.language != "my" and limits(" ".join(before.split()[-60:]), passage.language)


def ends_before_limit(passage: Passage) -> bool:
    """Whether one of the words after a passage, in its line, limits it, denies it or measures it,
    is counted by its last figure, or may.
    """
    after = passage.text.text[passage.end : passage.end + 400].split("\n")[0]
    following = " ".join(after.split()[:40])
    counts = not _NO_FIGURE.search(passage.words) or passage.words.split()[-1] in _COUNTS
    if counts and after[:1].isspace():
        return True
    return limits(following, passage.language) or bool(_TURNS.search(following.lower()))


def other_marks(passage: Passage, dice: random.Random) -> str | None:
    """Curly marks made straight and single, an apostrophe the other one."""
    words = passage.words
    if not re.search("[“”«»’']", words):
        return None
    opening, closing = dice.choice([("‘", "’"), ("'", "'"), ("“", "”"), ('"', '"')])
    words = re.sub("[“«]", opening, words)
    words = re.sub("[”»]", closing, words)
    changed = re.sub(r"(?<=\w)’(?=\w)", "'", words)
    return changed if changed != passage.words else None


def no_break_space(passage: Passage, dice: random.Random) -> str | None:
    spaces = [m.start() for m in re.finditer("[ \u00a0]", passage.words)]
    if not spaces:
        return None
    at = dice.choice(spaces)
    other = dice.choice("\u00a0\u202f" if passage.words[at] == " " else " \u202f")
    return passage.words[:at] + other + passage.words[at + 1 :]


def other_hyphen(passage: Passage, dice: random.Random) -> str | None:
    hyphens = [m.start() for m in re.finditer("[-\u2010\u2011]", passage.words)]
    if not hyphens:
        return None
    at = dice.choice(hyphens)
    other = dice.choice("-\u2010\u2011".replace(passage.words[at], ""))
    return passage.words[:at] + other + passage.words[at + 1 :]


def soft_hyphen(passage: Passage, dice: random.Random) -> str | None:
    letters = [m.start() for m in re.finditer(r"(?<=\w)(?=\w)", passage.words)]
    if not letters:
        return None
    at = dice.choice(letters)
    return f"{passage.words[:at]}\u00ad{passage.words[at:]}"


def decomposed(passage: Passage, _: random.Random) -> str | None:
    changed = unicodedata.normalize("NFD", passage.words)
    return changed if changed != passage.words else None


def white_space(passage: Passage, dice: random.Random) -> str | None:
    """A run of spaces, or a line broken before a letter (before a dash or a number and a
    full stop Markdown would begin a list).
    """
    gaps = [m.start() for m in re.finditer(r" (?=[^\W\d_])", passage.words)]
    if not gaps:
        return None
    at = dice.choice(gaps)
    run = dice.choice(["  ", "   ", " \t", "\n", "\n  ", " \n"])
    return passage.words[:at] + run + passage.words[at + 1 :]


def mark_of_ours(passage: Passage, dice: random.Random) -> str | None:
    """A final full stop or comma that the source does not have there."""
    if unicodedata.category(passage.words[-1])[0] not in "LMN":
        return None
    following = passage.text.text[passage.end : passage.end + 1]
    return passage.words + dice.choice(".,".replace(following or " ", ""))


def legal_cut(passage: Passage, dice: random.Random) -> str | None:
    """A cut of whole sentences within the passage, before one that begins with no pronoun."""
    ends = [m.end() for m in re.finditer(r"[.။](?= )", passage.words)]
    if len(ends) < 2 or not passage.apart:
        return None
    one = dice.randrange(len(ends) - 1)
    begins, stops = ends[one], ends[dice.randrange(one + 1, len(ends))]
    gone = passage.words[begins:stops]
    following = passage.words[stops:].split()[0].lower()
    if limits(gone, passage.language) or following in _PRONOUNS or re.search("[“”«»]", gone):
        return None
    cut = dice.choice([" […]", " [...]", "\n[…]"])
    shorter = f"{passage.words[:begins]}{cut}{passage.words[stops:]}"
    return shorter if len(naive.dropped(passage.text.text, shorter)) == 1 else None


def legal_insertion(passage: Passage, dice: random.Random) -> str | None:
    """What a pronoun is, for it or after it, *[sic]* for nothing, or a first letter in the other
    case.
    """
    words = passage.words
    if dice.random() < 0.3:
        letter = words[0]
        if not letter.isalpha() or letter.swapcase() == letter or not words[1].isalpha():
            return None
        changed = f"[{letter.swapcase()}]{words[1:]}"
        return changed if naive.how_often(passage.text.text, words) == 1 else None
    gaps = [m.start() for m in re.finditer(" ", words)]
    if len(gaps) < 4 or not passage.apart:
        return None
    one = dice.randrange(len(gaps) - 1)
    other = dice.choice([one, one + 1])
    replaced = words[gaps[one] : gaps[other]]
    before = words[: gaps[one]].split()[-1]
    if replaced.strip() and replaced.strip().lower() not in _PRONOUNS:
        return None  # other words than the source's are signed
    names = [name for name in _NAMES[passage.language] if name in passage.text.text]
    ours = "[sic]"
    if replaced.strip() or (before.lower() in _PRONOUNS and names):
        if not names:
            return None
        ours = f"[{names[-1].lower()}]"
    changed = f"{words[: gaps[one]]} {ours} {words[gaps[other] + 1 :]}"
    ways = naive.dropped(passage.text.text, changed, least=0, most=4)
    return changed if len(ways) == 1 else None


PERMITTED: dict[str, Change] = {
    "curly and straight marks": other_marks,
    "a no-break space": no_break_space,
    "another hyphen": other_hyphen,
    "a soft hyphen": soft_hyphen,
    "decomposed letters (NFD)": decomposed,
    "white space or a line break": white_space,
    "a final mark of the editor's": mark_of_ours,
    "a legal cut": legal_cut,
    "a legal insertion": legal_insertion,
}
"""Every permitted change by its name in the table."""

WITH_BRACKETS = frozenset(
    {
        "a negation cut out or replaced",
        "parts reordered around a cut",
        "a legal cut",
        "a legal insertion",
    }
)
"""The changes that are written with cuts or insertions in brackets."""
