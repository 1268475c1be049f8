"""The closed list of what templates say: headings, terms, words on links, captions, columns."""

from __future__ import annotations

from collections.abc import Mapping

TITLES: Mapping[str, str] = {
    "briefings": "Briefings", "actors": "Actors", "timeline": "Timeline", "sources": "Sources",
    "search": "Search", "method": "How to read and check this site", "data": "Data and feeds",
}  # fmt: skip
"""The titles of pages of which there is one, by their kind."""

HEADINGS: Mapping[str, Mapping[str, str]] = {
    "home": {"newest": "Newest briefing", "figures": "In figures", "ways": "Ways in"},
    "briefing": {
        "judgements": "Judgements", "who": "Who is in it", "when": "When",
        "gaps": "What the sources do not say", "corrections": "Corrections",
        "cite": "Cite this page",
    },
    "actor": {
        "facts": "Facts", "said": "Said, or reported to say",
        "possibly-reporting": "Not clear whose",
        "said-of": "In the sources", "took-part-in": "Took part in", "named-in": "Named in",
        "with-whom": "With whom", "named-with": "Named in the same events",
        "briefings": "Briefings", "names": "Names",
    },
    "actors": {
        "kind-person": "People", "kind-organisation": "Organisations", "kind-state": "States",
        "kind-group": "Groups",
    },
    "source": {
        "about": "About the source", "briefings": "Briefings that rest on it",
        "passages": "What rests on each sentence", "voices": "Whose words",
        "coverage": "Coverage", "check": "How to repeat the check",
    },
}  # fmt: skip
"""The headings of sections, by the kind of the page and by their addresses."""

CALLOUTS: Mapping[str, str] = {
    "NOTE": "Our analysis", "CAUTION": "About the source", "IMPORTANT": "Why it matters",
    "TIP": "Read on",
}  # fmt: skip
"""What stands above the words of a callout, by its kind."""

RESTS_ON = "What this rests on, in the words of the source:"
"""What the home page says before the evidence of its newest summary."""

TEXT_HEADINGS = ("The text", "The passages in their text")
"""The headings of a source's text: the whole of it, and what may be read of it."""

FILES: Mapping[str, str] = {
    "data/library.json": "everything in one file: sources, briefings, actors, events, quotations",
    "data/quotations.json": "every quotation with its spans, its voice and its uses",
    "data/quotations.csv": "the same as a table",
    "data/events.json": "every event with its date (EDTF), status, actors and passages",
    "data/events.csv": "the same as a table",
    "feed.xml": "briefings as an Atom feed",
}
"""What the page of data says of each file."""

WAYS: Mapping[str, str] = {
    "actors/": "who said what, and who took part",
    "timeline/": "events with their dates, as precise as the sources have them",
    "quotations/": "every passage, with whose words it is",
    "sources/": "what each is worth, and what of it is used",
    "search/": "words, names and dates",
}
"""What the home page says of each way in."""

RIGHTS: Mapping[str, str] = {
    "full": "The whole text is published here, marked up.",
    "passages": "Only the sentences that hold cited words are published here.",
    "metadata": "No words of it are published here.",
}

SHOWN: Mapping[str, str] = {
    "full": "shown whole", "passages": "shown in part", "metadata": "not shown",
}  # fmt: skip
"""What the card of a source says of its rights."""

GRADES: Mapping[str, str] = {
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable",
    "D": "not usually reliable", "E": "unreliable", "F": "reliability cannot be judged",
}  # fmt: skip
SCALE = "Grades run from A, completely reliable, to E, unreliable."
"""What each grade of a source stands for."""

GRADED = "Grade {mark}: {grade}"
CIRCULAR = "risk of circular reporting"
TO_OBTAIN = "what to obtain next"
OBTAINED = "To obtain next"
"""What a source is worth, in the line of a briefing and on its page."""

AGAIN = "As {numbers}."
AGAIN_TOO = "As well: as {numbers}."
OUR_NOTE = "Our note: {words}"
PUT_IN = "We put in {ours}; the source has nothing there."
PUT_FOR = "We put {ours} for the source’s {theirs}."
PLACED = " · {source}, {place}"
PARAGRAPH = "para. {number}"
IN_PLACE = "see it in place"
"""What stands beside the words of a source, and in place of those that stand elsewhere."""

ONE_SOURCE = "One source"
SOURCES = "{number} sources"
UP_TO = "information up to {day}"
"""What the line under a title says."""

IT_SAID = "It said: "
IT_NOW_SAYS = "It now says: "
JUDGEMENT_SAID = "The judgement said: "
WITHDRAWN = "The judgement is withdrawn."
"""What a correction says; the last are the words of editors, which no page else has."""

STANDS_FOR = "{kind}: {word}, which stands for {range}"
"""What is said of the word of a judgement."""

NOT_USED = "not used here"
NOT_LOOKED_AT = "Whose words these are was not looked at."
"""What is said of the sentences of a source that nothing uses."""

KEY = "A number leads to what rests on its sentence."
KEY_UNUSED = " Sentences in grey are not used here"
KEY_UNVOICED = ", and whose words they are was not looked at"
KEY_OWN = "the rest is the source’s own."
"""What stands before the text of a source."""

RANGES: Mapping[str, str] = {
    **dict.fromkeys(("almost no chance", "remote"), "1 to 5 %"),
    **dict.fromkeys(("very unlikely", "highly improbable"), "5 to 20 %"),
    **dict.fromkeys(("unlikely", "improbable"), "20 to 45 %"),
    **dict.fromkeys(("roughly even chance", "roughly even odds"), "45 to 55 %"),
    **dict.fromkeys(("likely", "probable"), "55 to 80 %"),
    **dict.fromkeys(("very likely", "highly probable"), "80 to 95 %"),
    **dict.fromkeys(("almost certain", "nearly certain"), "95 to 99 %"),
    "low": "little or weak evidence, or one source whose quality cannot be tested",
    "moderate": "evidence that is credible and hangs together, but not enough to be sure",
    "high": "good evidence from more than one independent source",
}
"""What words of likelihood (ICD 203) and of confidence stand for."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "quotations": ("Words", "Whose words", "Source", "Para.", "Used"),
    "source": ("Para.", "Voice", "Words", "Attributed by"),
    "actor": ("With", "In", "When", "Passage"),
    "data": ("File", "What it holds"),
}
"""The columns of the table of a page, by its kind."""

TABLES: Mapping[str, tuple[str, ...]] = {
    "quotations": ("Quotations: table",),
    "source": ("Whose words: table",),
    "actor": ("With whom: table", "Named in the same events: table"),
    "data": ("Files: table",),
}
"""What the tables of a page are called for those who do not see them."""

RELATED: Mapping[str, str] = {
    "with-whom": "Who took part in", "named-with": "Actors named in",
}  # fmt: skip
"""How the captions of an actor's tables begin, by the addresses of their sections."""

REASONS: Mapping[str, str] = {
    "because": "Why the passages support it",
    "assumes": "What it assumes",
    "otherwise": "How else they may be read",
    "watch": "What would change it",
}
"""What a judgement says of itself beside its text."""

REVIEWS: Mapping[str, str] = {
    "signed": "reviewed", "changed": "changed since its review", "unsigned": "not reviewed",
}  # fmt: skip

DESCRIPTIONS: Mapping[str, str] = {
    "home": "Briefings in which every quotation is the source’s own words. A program compares them "
    "each time; whether they bear out the sentence beside them is for the reader to judge.",
    "briefings": "All briefings, newest first, each with its bottom line.",
    "actors": "Everyone the sources name: people, organisations, states and groups, with what they "
    "say and what is said of them.",
    "sources": "The archived sources that everything on this site rests on, with their quality and "
    "their coverage.",
    "search": "Search the briefings, quotations, actors, events and sources of this site.",
    "method": "How to read a mark, what checked and reviewed mean and do not mean, the scale of "
    "likelihood, and how to repeat a check yourself.",
    "data": "The quotations, events, actors and sources of this site as JSON, CSV and Atom.",
}
"""The descriptions of pages of which there is one, by their kind."""

KINDS_OF_USE: Mapping[str, str] = {
    "sentence": "Sentence in", "summary": "Summary of", "judgement": "Judgement in",
    "event": "Event in", "fact": "Fact on",
}  # fmt: skip
"""What each kind of use is called."""

NO_DATE = "the source gives no date"
"""The reason of a date that is only that of its source's publication, as a bound."""

UNRESOLVED = "the source’s words; no rule says which date they mean"
"""The reason of a date that is only the bounds of a phrase."""

SECTION_NOTES: Mapping[str, str] = {
    "said": "What the source prints as the actor’s own words is marked “direct speech”; what it "
    "tells of them in its own words is marked “reported”.",
    "possibly-reporting": "The source does not make clear whose words or thoughts these are. They "
    "are not counted as said.",
}
"""What stands before a list of an actor's page, by the address of its section."""

MOVED = "This page has moved to {}. Its old address is kept, so that links to it still lead there."
IN_LIST = (
    "{} has an entry in the list of actors. This address is kept, so that links to it lead there."
)
"""What the page of an address says that leads on: to another page, or to a line in the list."""

WITHHELD = (
    "The words of this source are not shown for reasons of rights. Briefings name the place in it "
    "that they rest on."
)
PREVIEW_NOTE = "The whole text is shown in this local preview only; it is not published."
RIGHTS_NOTE = (
    "Only the sentences that hold cited words are shown, for reasons of rights; the others are "
    "counted."
)
"""What is said of a source whose words are not shown, or not published, or not all of them."""

WAYS_IN: Mapping[str, str] = {
    "actors/": "By actor", "timeline/": "By time", "quotations/": "By quotation",
    "sources/": "By source", "search/": "Search",
}  # fmt: skip
"""What the home page calls each way in."""

INDEXES: Mapping[str, tuple[str, str]] = {
    "actors/": ("Actors", ": people, organisations, states and groups by name"),
    "timeline/": ("Timeline", ": events by year"),
    "quotations/": ("Quotations", ": every passage, by speaker and source"),
    "briefings/": ("Briefings", ", the newest first"),
    "sources/": ("Sources", " by title"),
}
"""What the page of the search calls each index, and says of it."""
