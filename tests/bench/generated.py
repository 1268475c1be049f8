"""A project of any number of pages, made from a seed: for the judged searches and the benchmark.

Of eight pages two are sources (English, Russian, English, Burmese in turn), two briefings
and four actors; with the pages that every site has, as many as were asked for, or up to seven
more. Every sentence of a source is quoted, every sentence of a briefing and of an actor's page
rests on its source, and the whole passes every check. The same arguments give the same bytes.
"""

from __future__ import annotations

import hashlib
import random
import shutil
from dataclasses import dataclass
from pathlib import Path

from bench.burmese import BURMESE
from bench.english import ENGLISH
from bench.russian import RUSSIAN
from bench.vocabulary import Vocabulary

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "ru", "en", "my")
STATUSES = ("held", "happened")
LIKELIHOODS = ("likely", "unlikely", "very likely", "almost certain", "roughly even chance")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_MARKS = frozenset("“”«»" + '"')
_STARTS = (
    "b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "dr", "kr",
    "tr", "st",
)  # fmt: skip
_ENDS = ("", "n", "r", "l", "s", "m", "th", "nd")
_ARTICLES = ("The", "A", "One", "Every", "Several")


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up actor: id, name, the short name it goes by as well, and an honorific or ""."""

    id: str
    name: str
    alias: str
    honorific: str


def dice_of(*seed: object) -> random.Random:
    """Dice that fall the same way for the same seed, on every machine."""
    return random.Random("/".join(map(str, seed)))  # noqa: S311 - nothing here is secret


def made_up(dice: random.Random, syllables: int) -> str:
    """A word that is in no dictionary, and can be read aloud."""
    word = ""
    for number in range(syllables):
        word += dice.choice(_STARTS) + dice.choice("aeiou")
        word += dice.choice(_ENDS) if number == syllables - 1 else ""
    return word


def plain(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The phrases that have neither a number to fill in nor quotation marks."""
    return tuple(p for p in phrases if "{" not in p and not _MARKS & set(p))


class Project:
    """The files of a made-up project, by path."""

    def __init__(self, pages: int, seed: int = 1) -> None:
        self.files: dict[str, str] = {}
        self._seed = seed
        self._used: set[str] = set()
        for unit in range(max(1, (pages - 8 + 7) // 8)):
            self._unit(unit)

    def _name(self, dice: random.Random, honorific: str) -> Person:
        while True:
            first, last = made_up(dice, 2).capitalize(), made_up(dice, 3).capitalize()
            if not {first, last} & self._used:
                self._used |= {first, last}
                name = f"{honorific} {first} {last}".strip()
                return Person(f"{first}-{last}".lower(), name, last, honorific)

    def _unit(self, unit: int) -> None:
        for half in range(2):
            number = 2 * unit + half
            dice = dice_of(self._seed, number)
            honorific = "Daw" if LANGUAGES[number % len(LANGUAGES)] == "my" else ""
            people = (self._name(dice, honorific), self._name(dice, honorific))
            self._source(number, dice, people)

    def _source(self, number: int, dice: random.Random, people: tuple[Person, Person]) -> None:
        language = LANGUAGES[number % len(LANGUAGES)]
        source = f"report-{number:04d}"
        year, month, day = 2000 + number % 25, dice.randrange(12), dice.randrange(1, 29)
        place = made_up(dice, 3).capitalize()
        sentences = _sentences(language, dice, people, place, (year, month, day))
        text = "".join(f"{sentence}\n" for sentence in sentences)
        published = f"{year + 1}-{month + 1:02d}-{day:02d}"
        self.files[f"seeds/{source}/text.txt"] = text
        self.files[f"seeds/{source}/source.yml"] = (
            f"format: 1\ntitle: Report {number} from {place}\npublisher: The {place} Observer\n"
            f"url: https://{source}.example/\npublished: {published}\nlanguage: {language}\n"
            f"rights: full\ndescriptor: A made-up report from {place}.\n"
            f"paragraphs: lines\nsha256: {hashlib.sha256(text.encode()).hexdigest()}\n"
        )
        self._briefing(number, dice, source, sentences, people, place, year)
        for person, sentence in zip(people, sentences[-2:], strict=True):
            honorific = f"names: {{honorific: {person.honorific}}}\n" if person.honorific else ""
            self.files[f"docs/actors/{person.id}.md"] = (
                f"---\nformat: 1\nname: {person.name}\nkind: person\n{honorific}"
                f"aliases: [{person.alias}]\n"
                f"facts:\n  - text: Is named in a report from {place}.\n"
                "    evidence: [named]\n---\n\n"
                f"{person.name} is named in a report from {place}.[^named]\n\n"
                f"[^named]: “{sentence}” [@{source}]\n"
            )

    def _briefing(
        self,
        number: int,
        dice: random.Random,
        source: str,
        sentences: list[str],
        people: tuple[Person, Person],
        place: str,
        year: int,
    ) -> None:
        notes = [f"note-{letter}" for letter in "abcdef"]
        theme = dice.choice(plain(ENGLISH.headings))
        head = [
            "format: 1",
            f"title: {theme}, seen from {place}",
            f"date: {year + 2}-01-{dice.randrange(1, 29):02d}",
            f"summary: What a report from {place} tells of {people[0].name} and {people[1].name}.",
            f"sources: [{source}]",
            "judgements:",
        ]
        for at, verb in enumerate(("be told again", "be denied")):
            did = f"What {people[at].name} did at {place}"
            head += [
                f"  - id: told-{at}",
                f"    text: {did} is likely to {verb} within a year.",
                f"    likelihood: {dice.choice(LIKELIHOODS)}",
                f"    rests_on: [{notes[at]}, {notes[at + 2]}, named-{at}]",
            ]
        head.append("events:")
        for at in range(2):
            head += [
                f"  - id: {place.lower()}-{number}-{at}",
                f"    title: {people[at].name} acts at {place}",
                f"    date: {year}",
                f"    status: {dice.choice(STATUSES)}",
                f"    actors: [{{id: {people[at].id}, role: took part}}]",
                f"    evidence: [{notes[1]}, named-{at}]",
            ]
        head.append(f"gaps: [What became of it at {place} is not in the report.]")
        openings = ("First", "Then", "Besides", "Further on", "Later", "At last")
        body = [
            f"{opening} the report from {place} tells of {dice.choice(_TOPICS)} "
            f"and {dice.choice(_TOPICS)}.[^{note}]\n\n[^{note}]: “{sentence}” [@{source}]\n"
            for opening, note, sentence in zip(openings, notes, sentences, strict=False)
        ]
        body.append(
            "In the end it gives the names.[^named-0][^named-1]\n\n"
            + "".join(
                f"[^named-{at}]: “{sentence}” [@{source}]\n"
                for at, sentence in enumerate(sentences[-2:])
            )
        )
        slug = f"{year + 2}-01-seen-from-{place.lower()}-{number}"
        self.files[f"briefings/{slug}.md"] = (
            "---\n" + "\n".join(head) + "\n---\n\n## What is told\n\n" + "\n".join(body)
        )

    def write(self, folder: Path) -> None:
        """Write the project into a new folder, with our engine, theme and documentation."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("mkdocs.yml", "pyproject.toml", "hooks", "docs"):
            origin = ROOT / name
            if origin.is_dir():
                ignore = shutil.ignore_patterns("__pycache__", "actors")
                shutil.copytree(origin, folder / name, ignore=ignore, dirs_exist_ok=True)
            else:
                shutil.copy2(origin, folder / name)
        for path, text in self.files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")


_TOPICS = (
    "ballots", "harbours", "railways", "grain", "observers", "treaties", "archives", "debts",
    "garrisons", "schools", "newspapers", "bridges", "tolls", "census takers", "interpreters",
    "pilgrims", "mines", "surveys", "fisheries", "courts", "letters", "militias", "customs",
    "wells",
)  # fmt: skip


def _sentences(
    language: str,
    dice: random.Random,
    people: tuple[Person, Person],
    place: str,
    date: tuple[int, int, int],
) -> list[str]:
    """Six sentences that a briefing quotes and two that name the actors, each once."""
    words: Vocabulary = {"en": ENGLISH, "ru": RUSSIAN, "my": BURMESE}[language]
    year, month, day = date
    does = dice.sample(plain(words.does), 5)
    said = []
    for at in range(6):
        rare = f"{made_up(dice, 2)}{made_up(dice, 1)}"
        where, who = dice.choice(plain(words.where)), dice.choice(plain(words.who))
        if language == "my":
            rest = words.gap.join((where, who, does[at % 5]))
            said.append(f"{year} ခုနှစ် {place} {rare} {rest}။")
        elif language == "ru":
            said.append(f"В {year} году ({place}, {rare}) {who} {does[at % 5]} {where}.")
        else:
            when = f"On {day} {MONTHS[month]} {year}" if not at else f"In {year}"
            who = who[0].lower() + who[1:] if who.split()[0] in _ARTICLES else who
            said.append(f"{when}, by the {rare} of {place}, {who} {does[at % 5]} {where}.")
    for at, person in enumerate(people):
        named = {
            "en": f"{person.name} was named at {place} {at + 1} times in {year}.",
            "ru": f"{person.name} ({place}): упоминаний за {year} год — {at + 1}.",
            "my": f"{person.name} {place} {year} ခုနှစ်တွင် အမည်ဖော်ပြခံရသည် {at + 1}။",
        }
        said.append(named[language])
    return said
