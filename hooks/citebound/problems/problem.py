"""A finding is a value with a place; nothing is raised for a user's mistake.

A :class:`Problem` says where, what, and what to do about it. Problems are
collected by every step, sorted once, and printed in one place
(:mod:`citebound.problems.printing`), so that an editor meets all of them in one run.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file of the project.

    ``path`` is relative to the project's root, with forward slashes; ``line``
    and ``column`` count from 1, the column in code points of the decoded line.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


NOWHERE = Place("", 1, 1)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding: a place, a code, one plain sentence, and a hint.

    The order of the fields is the order of a report: by file, line, column,
    then code.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"unknown problem code: {self.code}")


@dataclass(frozen=True, slots=True)
class Checked:
    """How many of each a run has checked. With none of one of the first three, it has
    proved nothing.
    """

    sources: int = 0
    briefings: int = 0
    quotations: int = 0
    actors: int = 0
    events: int = 0

    @property
    def nothing(self) -> bool:
        """Whether there was nothing to check."""
        return not (self.sources and self.briefings and self.quotations)


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A hint that names what was probably meant, or all there is to choose from."""
    close = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    if close:
        return f"did you mean {close[0]}?"
    return f"one of: {', '.join(sorted(known))}" if known else ""


CODES: dict[str, str] = {
    # files
    "unreadable-file": "A file is UTF-8 text of a sensible size.",
    "missing-file": "A source has its text, and a project its folders.",
    "file-name": "A file's name gives its address: lower-case letters, digits and hyphens.",
    "same-address": "No two pages have one address.",
    "vanished-address": "A published address never vanishes without a word.",
    # YAML and fields
    "front-matter": "A briefing and an actor's page begin with front matter between two lines of ---.",
    "yaml-syntax": "Front matter and source.yml are plain YAML.",
    "yaml-duplicate-key": "A key stands once.",
    "yaml-alias": "Anchors and aliases are refused.",
    "yaml-tag": "Tags are refused: everything is text.",
    "yaml-too-large": "YAML is at most one megabyte.",
    "yaml-too-deep": "YAML is at most twelve levels deep.",
    "yaml-shape": "The top of the YAML is a mapping of keys to values.",
    "missing-field": "What a page cannot do without is there.",
    "unknown-field": "A key that means nothing is a slip of the keyboard.",
    "wrong-type": "A text is a text, a list a list, a mapping a mapping.",
    "unknown-value": "Where the format has a closed list of words, the word is one of them.",
    "bad-id": "An id is lower-case letters and digits, joined by single hyphens or underscores.",
    # sources
    "source-changed": "A source's text never changes after it was pinned.",
    "source-form": "A source's text is UTF-8 in form NFC, with LF line ends and no byte-order mark.",
    "hidden-character": "A source holds no character that deceives the eye, unless it is accepted by name.",
    "voice-span": "A voice's from, to and cue stand where it says, once.",
    "voice-overlap": "Voices lie one inside the other or apart.",
    "voice-speaker": "A voice has a speaker where its kind asks for one, and none where it does not.",
    "voice-missing": "Every pair of double quotation marks in a source lies in a direct or a quoted voice.",
    "unused-sentence": "Every sentence of a source is used by a passage or set aside with a reason.",
    "used-and-set-aside": "A sentence that is used is not set aside.",
    "set-aside": "What is set aside is a whole sentence of the source.",
    "share-exceeded": "No more of a source is published than its rights allow.",
    # marks
    "unpaired-quotation": "A quotation mark that opens is closed by its fellow in the same paragraph.",
    "single-quotation": "Single marks never bind.",
    "other-quotation-mark": 'Only “ ”, " ", „ “ and « » are quotation marks.',
    "refused-markup": "A body holds only what is on the closed list of the format.",
    "empty-quotation": "There are words between quotation marks.",
    "markup-in-quotation": "There is no Markdown between quotation marks.",
    "touching-insertion": "An insertion touches no word, but for one letter in the other case.",
    "cut-at-edge": "A quotation neither begins nor ends with a cut.",
    "citation-form": "A citation is [@source-id], with a locator where it needs one.",
    "citation-inside-quotation": "A citation stands behind the closing mark.",
    "citation-binds-nothing": "A citation binds at least one quotation.",
    "raw-html": "Raw HTML is refused in what editors write.",
    "reference-definition": "Link references and abbreviations are refused.",
    "quotation-entity": "A quotation mark is typed as itself.",
    "forbidden-character": "Every character can be read.",
    # quotations and their sources
    "unknown-source": "A citation names a source that there is.",
    "changed-quotation": "A quotation is in its source, character for character, after the typographic folds.",
    "inside-word": "A quotation begins and ends on the edge of a word.",
    "two-paragraphs": "A quotation lies inside one paragraph.",
    "ambiguous-quotation": "A quotation stands in one place, or its citation says in which.",
    "wrong-locator": "A locator names a place where the words stand.",
    "cut-order": "The parts of a quotation stand in the order of the source.",
    "cut-too-long": "A cut takes out at most sixty words.",
    "cut-qualifier": "A cut that takes out a qualifier is signed for.",
    "cuts-into-voice": "A quotation lies in one voice and takes no part of another.",
    "wrong-attribution": "What stands under a block quotation names its speaker or its source, and no more.",
    "loose-quotation": "Words in double quotation marks are bound to a source, or are marked as a term.",
    "long-term": "A term is short; longer words in quotation marks are bound.",
    "unused-signature": "A signature belongs to a cut that needs it.",
    "unbound-sentence": "Every sentence has its evidence, or stands apart as our analysis.",
    # footnotes, events, judgements, actors
    "unknown-footnote": "A footnote that is referred to is defined.",
    "unused-footnote": "A footnote that is defined is used.",
    "footnote-twice": "A footnote is defined once.",
    "footnote-name": "A footnote's name begins with a letter and is lower case.",
    "footnote-without-evidence": "A footnote holds a bound quotation.",
    "unknown-actor": "An actor that is named has a page.",
    "unknown-event": "An event that is referred to is defined in another briefing.",
    "event-twice": "One event has one date and one status.",
    "judgement-word": "A judgement has a likelihood or a confidence, never both.",
    "bad-date": "A date is EDTF and stands in the calendar.",
    "date-not-in-evidence": "A date's digits stand in its evidence, or its phrase does.",
    "date-phrase": "A phrase for a date is one of a closed list and stands in the evidence.",
    "date-disagrees": "A date says what its phrase says, and no more precisely.",
    "written-before-source": "A briefing is not older than its sources.",
    "alias-twice": "An alias belongs to one actor.",
    # links, review
    "refused-link": "A link leads to a page, an actor, a source, an event, an https: or a mailto: address.",
    "broken-link": "A link leads somewhere.",
    "unknown-reviewer": "A reviewer is listed in reviewers.yml.",
    "changed-since-review": "What was reviewed is what is published.",
    # the finished site
    "rendered-quotation": "What a page shows as a quotation is what its source says.",
    "rendered-link": "Every link and fragment of the finished site leads somewhere.",
    "rendered-host": "No page asks another host for anything.",
    "search-index": "The search index holds exactly what can be found, word for word.",
    "search-off": "Pagefind is there, in the release whose output is known.",
}
"""Every problem code with the rule it stands for; the documentation explains each."""
