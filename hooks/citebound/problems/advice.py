"""What to do about a finding, for each problem code: one or two sentences to an editor.

The rule that a code stands for is in :data:`citebound.problems.CODES`; the
documentation prints both, with an example that is refused and one that passes.
"""

from __future__ import annotations

ADVICE: dict[str, str] = {
    "unreadable-file": (
        "Save the file as UTF-8; every editor has that under “save as” or “encoding”."
    ),
    "missing-file": "Put the file where the finding says, or take the folder out that asks for it.",
    "file-name": "Rename the file: the year and month, a hyphen, then a few words in lower case.",
    "same-address": (
        "Give one of the two another name; an address, once published, stays with its page."
    ),
    "vanished-address": (
        "Say where the page went (formerly: on the page that took its place) or why it is "
        "gone (gone: with a date and a reason). Links that others made to it go on working."
    ),
    "front-matter": "Begin the file with a line of ---, the fields, and another line of ---.",
    "yaml-syntax": (
        "Look at the place named and the line above it: most often a quotation mark or a "
        "bracket is open, a tab stands for spaces, or a value with a colon needs quotation "
        "marks."
    ),
    "yaml-duplicate-key": "Keep one of the two. In a list, put both values under the one key.",
    "yaml-alias": (
        "Write the value out where it is used; or put it in quotation marks if it only "
        "happens to begin with & or *."
    ),
    "yaml-tag": (
        "Delete what begins with the exclamation mark, or put the value in quotation marks."
    ),
    "yaml-too-large": (
        "Front matter refers and Markdown quotes: what is long belongs into the text."
    ),
    "yaml-too-deep": "No field needs more than four levels; see whether a bracket is missing.",
    "yaml-shape": "Write lines of the form “key: value”.",
    "missing-field": "Add the field; the page on writing says what each is for.",
    "unknown-field": (
        "It is mostly a slip of the keyboard: the hint has the field that comes nearest."
    ),
    "wrong-type": (
        "Write what the finding asks for: a list is [one, two], a mapping is {key: value}."
    ),
    "unknown-value": "Take one of the words of the list in the hint.",
    "bad-id": "Use lower-case letters and digits, joined by single hyphens; an id is an address.",
    "source-changed": (
        "Take the change back: what rests on the text was checked against the old one. A "
        "corrected text is a new source that names the old one under replaces:."
    ),
    "source-form": (
        "Save the text in the form asked for before it is pinned; afterwards it never changes."
    ),
    "hidden-character": (
        "See whether the source really has it. If so, name it under accepts: in source.yml; "
        "readers are then told."
    ),
    "voice-span": (
        "Copy from, to and cue out of text.txt. Where the words stand more than once, take "
        "more of them or name the paragraph."
    ),
    "voice-overlap": "Let one span end before the other begins, or put it wholly inside.",
    "voice-speaker": (
        "Direct and reported speech have a speaker; words that are only quoted have none."
    ),
    "voice-missing": (
        "Say whose words stand between the marks: direct, with a speaker, or quoted, where "
        "the source does not say who speaks."
    ),
    "unused-sentence": (
        "Quote the sentence where it bears something out, or set it aside and say why. That "
        "is how readers know that nothing inconvenient was left out unseen."
    ),
    "used-and-set-aside": "Take the entry out of set_aside: the sentence is used.",
    "set-aside": "Copy the whole sentence from text.txt, its full stop included.",
    "share-exceeded": "Set sentences aside, cite places without their words, or ask who owns them.",
    "unpaired-quotation": "Type the missing mark, of the same kind, in the same paragraph.",
    "single-quotation": (
        "Use double marks for the words of a source; single ones only inside those."
    ),
    "empty-quotation": "Take the two marks out, or put words between them.",
    "markup-in-quotation": (
        "Quote the words alone. If the emphasis is yours, put it around the marks."
    ),
    "touching-insertion": (
        "Put a space on both sides of what you insert. Only one letter in the other case may "
        "touch its word: [b]y."
    ),
    "cut-at-edge": "Begin with the first word that you quote and end with the last.",
    "citation-form": "Write the source’s id as its folder has it, and the paragraph by its number.",
    "citation-inside-quotation": (
        "Move the citation behind the closing mark; inside, it would be words of the source."
    ),
    "citation-binds-nothing": "Put the citation behind the words that it cites, or take it out.",
    "raw-html": "Markdown has all that a briefing needs; HTML could show what no check has seen.",
    "reference-definition": (
        "Write the link where it is used. A definition would silently turn an insertion of "
        "the same words into a link."
    ),
    "quotation-entity": "Type the quotation mark itself.",
    "forbidden-character": "Delete it; it cannot be seen, or turns what follows around.",
    "unknown-source": "The hint has the id that comes nearest; ids are the folders of seeds/.",
    "changed-quotation": (
        "Take the source’s own words from the hint. What you leave out is a cut, […]; what "
        "you put in stands in brackets, [the junta]; all else is a changed quotation."
    ),
    "inside-word": "Quote the whole word, number or hyphenated word; the hint has it.",
    "two-paragraphs": "Make a quotation of each paragraph’s words.",
    "ambiguous-quotation": (
        "Say which place you mean, with one of the citations in the hint, or quote more words."
    ),
    "wrong-locator": (
        "Count paragraphs from 1, headings included; the hint says where the words stand."
    ),
    "cut-order": "Put the parts in the order of the source, or make a quotation of each.",
    "cut-too-long": (
        "Make two quotations of it: over so many words a reader cannot follow the thread."
    ),
    "cut-qualifier": (
        "Put back the word that limits the sentence. If the cut changes nothing that matters, "
        "quote it in a footnote and sign for it: signed: with footnote, why and by."
    ),
    "cuts-into-voice": (
        "Quote a speaker’s span whole or stay inside it, so that nobody’s words are shown as "
        "another’s."
    ),
    "wrong-attribution": (
        "Name the speaker whom the source has, or the source's title, publisher or date, in a "
        "last line that begins with a dash; or leave the citation alone."
    ),
    "refused-markup": (
        "Each construct has its own hint. The format lists what a body may hold; whatever is not "
        "on the list would be read in one way here and in another elsewhere."
    ),
    "other-quotation-mark": (
        "Quote with one of the four pairs and cite the source, or say it in your own words."
    ),
    "loose-quotation": (
        "Cite the source behind the closing mark, mark a term of yours with {.term}, or take "
        "the marks out."
    ),
    "long-term": (
        "Only short terms go unbound. Cite the words, or write them without quotation marks."
    ),
    "unused-signature": "Take the signature out: nothing in that footnote needs one.",
    "unbound-sentence": (
        "Quote the source in it, put a footnote with the passage behind it, or move it into a "
        "> [!NOTE] callout, which is shown as our analysis."
    ),
    "unknown-footnote": "Correct the name, or define the footnote right under the paragraph.",
    "unused-footnote": (
        "Put its mark behind the sentence that rests on it, or take the footnote out."
    ),
    "footnote-twice": "Give the second a name of its own.",
    "footnote-name": "Name it after what it bears out: [^visit], [^date].",
    "footnote-without-evidence": (
        "Put a quotation of at least twelve characters into it, and cite it."
    ),
    "unknown-actor": "Correct the id, or write a page for the actor in docs/actors/.",
    "unknown-event": "Correct the id, or give the event its title, date and status here, with id:.",
    "event-twice": (
        "Add to the other’s event with ref:. Where sources disagree, say status: disputed in both."
    ),
    "judgement-word": "Choose: how likely it is, or how much we trust the judgement.",
    "bad-date": "Write a date as EDTF: 2023-09-15, 2023-09, [2025..].",
    "date-not-in-evidence": (
        "Give the phrase the source uses and what it is counted from; or name the passage "
        "that gives the date."
    ),
    "date-phrase": (
        "Copy the phrase from the passage; the documentation lists those that have a rule."
    ),
    "date-disagrees": "Take the date in the hint, or a wider one. A date never gains precision.",
    "written-before-source": "date: is the day on which the briefing was written.",
    "alias-twice": "Leave the alias to one of the two, and link by hand where the other is meant.",
    "refused-link": (
        "Link to a file beside this one, to actor:id, source:id, event:id, https: or mailto:."
    ),
    "broken-link": "Name the file as it is called in the repository, or use actor:id, source:id.",
    "unknown-reviewer": "Add the name to briefings/reviewers.yml, in a pull request of its own.",
    "changed-since-review": (
        "Have the sentence reviewed again; until then the page says that it was changed since "
        "it was reviewed."
    ),
    "rendered-quotation": "A Markdown extension or a template rewrites words: switch it off.",
    "rendered-link": "See what writes the link: a page of yours, or a template.",
    "rendered-host": "Ship the file with the site; a page asks nobody for anything.",
    "search-index": "Build again. The index was not made by this build, or is damaged.",
    "search-off": (
        "Install Pagefind with the rest (make does); the site’s plain indexes work without."
    ),
}
"""What to do, by problem code."""
