"""What shows that an English clause has its verb, and other lists of words that several rules of
quotations read: lists and endings, since nothing is parsed.
"""

from __future__ import annotations

from citebound.text.pasts import FURTHER, PASTS, QUIT, UNCHANGED
from citebound.text.qualifying import TITLES as NO_TITLES

AUXILIARY = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|did|does|do)"
)
"""Verbs that are always finite."""

PRONOUN = r"(?:he|she|they|it|we|i|you|there)"

_ONLY_PARTICIPLES = frozenset((
    "begun", "broken", "chosen", "done", "drawn", "driven", "fallen", "forbidden", "forgiven",
    "frozen", "given", "gone", "grown", "hidden", "known", "overtaken", "overthrown", "risen",
    "shown", "spoken", "stolen", "sunk", "sworn", "taken", "thrown", "undertaken", "withdrawn",
    "written",
))  # fmt: skip
_PASTS = sorted({*PASTS, *UNCHANGED, *FURTHER, *QUIT} - _ONLY_PARTICIPLES - {"did"})
PAST = rf"(?:{'|'.join(_PASTS)}|\p{{L}}{{2,}}ed)"
"""Past tenses. One in *-ed* may be a participle, and what is around it tells."""

NEVER_PARTICIPLE = (
    r"(?:ate|became|began|blew|bore|broke|came|chose|drank|drew|drove|fell|flew|forbade|forgave"
    r"|forgot|froze|gave|grew|hid|knew|mistook|outran|overthrew|overtook|ran|rang|rode|rose|sang"
    r"|sank|saw|shook|slew|spoke|sprang|stole|swam|swore|threw|took|tore|trod|undertook|went|withdrew|woke"
    r"|wore|wove|wrote)"
)
"""Past tenses that are no participles, so that a verb is found by them alone."""

PREPOSITION = (
    r"(?:of|with|by|to|from|near|against|about|behind|beside|beyond|like|under|in|at|on|into"
    r"|around|between|for)"
)
"""Prepositions that govern who or what a clause is about."""

CONDITION = (
    r"unless|assuming|supposing|in\s+case|in\s+the\s+event|(?:as|so)\s+long\s+as"
    r"|on\s+(?:the\s+)?condition"
)
"""What begins a condition wherever it stands; *if* and *provided* do not everywhere."""

FICTION = (
    r"in\s+(?:the|an?|his|her|their|its)\s+(?:\w+\s+)?(?:films?|movies?|novels?|video\s+games?|fables?"
    r"|fairy\s+tales?|legends?|myths?|cartoons?|operas?|plays?|dreams?)"
)
"""Where something happens that did not."""

TITLES = rf"(?:{'|'.join((*NO_TITLES, 'formerly', 'failed', 'non', 'anti'))})"
"""What makes of a minister somebody who is none."""
