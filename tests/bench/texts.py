"""Texts to quote from: the sources in ``seeds/``, and texts generated from a seed.

A generated text is the same on every machine: paragraphs of sentences with names, accents,
numbers with signs and decimal points, negations, speech in quotation marks and reported
speech, and here and there what a typesetter leaves behind (a no-break space, a soft hyphen,
a non-breaking hyphen). Its voices are known from the making, not from our engine.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from bench.burmese import BURMESE
from bench.english import ENGLISH
from bench.russian import RUSSIAN
from bench.vocabulary import Vocabulary
from citebound.reading.project import read_project
from project import site_project

_LANGUAGES = ("en", "en", "ru", "en", "my", "en", "ru", "en", "my", "ru")
_BURMESE_DIGITS = str.maketrans("0123456789", "၀၁၂၃၄၅၆၇၈၉")


@dataclass(frozen=True, slots=True)
class Speech:
    """A span of a text that is somebody's words: ``kind`` is ``direct`` or ``reported``."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text with an id, its language and the speech in it. Each line is a paragraph."""

    id: str
    language: str
    text: str
    speech: tuple[Speech, ...] = ()


@dataclass(slots=True)
class _Draft:
    """A text in the making."""

    words: Vocabulary
    dice: random.Random
    text: str = ""
    speech: list[Speech] = field(default_factory=list)

    def number(self) -> str:
        whole = self.dice.choice([self.dice.randrange(2, 99), self.dice.randrange(100, 999)])
        form = self.dice.randrange(4)
        if form == 0:
            digits = str(whole)
        elif form == 1 and self.words is not RUSSIAN:
            digits = f"{whole % 90 + 1},{self.dice.randrange(100, 999)}"
        else:
            point = "," if self.words is RUSSIAN else "."
            digits = f"{whole % 60}{point}{self.dice.randrange(1, 99):02d}"
        return digits.translate(_BURMESE_DIGITS) if self.words is BURMESE else digits

    def numbered(self, phrase: str) -> str:
        while "{n}" in phrase:
            phrase = phrase.replace("{n}", self.number(), 1)
        return phrase

    def clause(self) -> str:
        """A statement without its full stop."""
        words, dice = self.words, self.dice
        place, time = dice.choice(words.where), dice.choice(words.when)
        who = dice.choice(words.who)
        does = dice.choice(words.denies if dice.random() < 0.4 else words.does)
        # Burmese puts the verb last, the others put time and place where they like.
        if words is BURMESE:
            rest = [who, *dice.sample([place, time], dice.choice([1, 2])), does]
        else:
            rest = [who, does, *dice.sample([place, time], dice.choice([1, 2]))]
        return words.gap.join(rest)

    def sentence(self) -> None:
        """One more sentence, with a speech in it now and then."""
        words, dice = self.words, self.dice
        form = dice.random()
        if form < 0.16:
            self.direct()
        elif form < 0.28:
            self.reported()
        elif form < 0.5:
            finding = self.numbered(dice.choice(words.finding))
            lead = dice.choice(words.aside)
            self.text += _capital(
                f"{lead}{words.comma}{finding}{words.gap}{dice.choice(words.when)}"
            )
        elif form < 0.7:
            aside = dice.choice(words.aside)
            self.text += f"{self.clause()}{words.comma}{aside}{words.comma}{_lower(self.clause())}"
        else:
            self.text += self.clause()
        self.text += words.stop

    def direct(self) -> None:
        opening, closing = self.words.marks
        start = len(self.text)
        inner = self.clause().translate({ord(m): None for m in "“”«»"})
        self.text += f"{opening}{inner}{self.words.comma.strip()}{closing}"
        self.speech.append(Speech(start, len(self.text), "direct"))
        who = self.dice.choice(self.words.who)
        self.text += " " + self.dice.choice(self.words.says).format(who=_lower(who))

    def reported(self) -> None:
        who = self.dice.choice(self.words.who)
        self.text += self.dice.choice(self.words.reports).format(who=who) + " "
        start = len(self.text)
        self.text += _lower(self.clause())
        self.speech.append(Speech(start, len(self.text), "reported"))

    def paragraph(self) -> None:
        if self.dice.random() < 0.15:
            self.text += self.dice.choice(self.words.headings) + ":\n"
        for number in range(self.dice.randrange(3, 8)):
            self.text += " " if number else ""
            self.sentence()
        self.text += "\n"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lower(words: str) -> str:
    """Articles lose their capital inside a sentence; names keep it."""
    first = words.split(" ", 1)[0]
    return (
        words[:1].lower() + words[1:] if first in {"The", "A", "One", "Every", "Several"} else words
    )


def count_words(text: str, language: str) -> int:
    """The words of a text; Burmese, which has no spaces between them, six letters to a word."""
    return len(text) // 6 if language == "my" else len(text.split())


def _typeset(text: str, dice: random.Random) -> str:
    """What a typesetter leaves behind, one character for another, so that offsets stay."""
    letters = list(text)
    for found in re.finditer(r"(?<=\d) (?=\w)|(?<=\w)-(?=\w)", text):
        if dice.random() < 0.08:
            letters[found.start()] = "\u2011" if found.group() == "-" else "\u00a0"
    return "".join(letters)


def dice_of(*seed: object) -> random.Random:
    """Dice that fall the same way for the same seed, on every machine."""
    return random.Random("/".join(map(str, seed)))  # noqa: S311 - a benchmark has no secrets


def generate(language: str, number: int, words: int, seed: int = 1) -> SourceText:
    """A text of about so many words, the same for the same arguments."""
    vocabulary = {"en": ENGLISH, "ru": RUSSIAN, "my": BURMESE}[language]
    draft = _Draft(vocabulary, dice_of(seed, language, number, words))
    size = done = 0
    while size < words:
        draft.paragraph()
        size += count_words(draft.text[done:], language)
        done = len(draft.text)
    return SourceText(
        f"text-{language}-{number}",
        language,
        _typeset(draft.text, draft.dice),
        tuple(draft.speech),
    )


def seeds() -> list[SourceText]:
    """The project's own sources, with the voices of their ``source.yml``."""
    library = read_project(site_project())
    return [
        SourceText(
            source.id,
            source.language,
            source.text,
            tuple(Speech(v.span.start, v.span.end, str(v.kind)) for v in source.voices),
        )
        for source in library.sources.values()
    ]


def language_of(number: int) -> str:
    """The language of the generated text of this number: five English, three Russian and two
    Burmese in each ten.
    """
    return _LANGUAGES[number % len(_LANGUAGES)]


def library(count: int, words: int, seed: int = 1) -> list[SourceText]:
    """The project's sources and ``count`` generated texts."""
    return [*seeds(), *(generate(language_of(n), n, words, seed) for n in range(count))]
