"""The rule of names: a name in our words stands in the evidence.

See docs/our-own-sentences.md, Names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from citebound.claims.called import Naming
from citebound.claims.evidence import Evidence
from citebound.claims.figures.lettered import letters_of_units
from citebound.claims.first_words import parts_of_names
from citebound.claims.known import Known
from citebound.claims.name_forms import (
    CALENDAR,
    COURTESY,
    NEVER,
    TITLES,
    Word,
    spans_of,
    words_in,
)
from citebound.claims.names_beside import (
    Completed,
    joined_otherwise,
    texts_of,
    titled_otherwise,
    turned_round,
)
from citebound.claims.statements import Kind, Statement
from citebound.claims.titled_names import is_titled_so
from citebound.model import Actor, Source, Span
from citebound.problems import Problem, beginning_of
from citebound.text.patterns import Pattern

_BEGINS = Pattern(r"(?:\A|[.!?…။:\n\0\1•])[\s)\]}\"'’”»\0\1]*[(\[“‘«\"']*\Z")
_LOOK_BACK = 12
_MOST = 160
"""So many letters of the evidence are shown in a finding."""

_PLAIN_WORD = Pattern(r"(?<!\S)\p{Ll}{4,}")
_TARGET = "actor:"
_CAPITAL = Pattern(r"(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]{3,}")
_ADJECTIVE = Pattern(
    r"(?<![\p{L}\p{M}])(?P<stem>\p{Lu}\p{L}{2,})(?:an|ish|ese|ic|i|(?:ск|цк)(?:ий|ая|ое|ие|ого|ой|их|ому|им))"
    r"(?![\p{L}\p{M}])"
)
_SHARED = 4
"""So many letters at least an adjective shares with its name; but for one, all of its stem."""

_ARTICLES = frozenset(("the", "a", "an"))


def names(statement: Statement, known: Known) -> Iterator[Problem]:
    """Each name in a statement stands in its evidence; in our analysis it is known at all."""
    statement = known.widened(statement)
    text = statement.words.text
    words = words_in(text)
    units = frozenset(span.start for span in letters_of_units(text))
    if units:
        words = tuple(word for word in words if word.start not in units)
    if not words:
        return
    if statement.is_analysis:
        yield from _in_analysis(statement, known, words, units)
    elif isinstance(statement.subject, Source) and not _names_any(statement, known, words):
        return  # the whole of a source is read only where something is looked for in it
    elif statement.evidence and not known.naming.rests_on_a_place(statement):
        yield from _in_evidence(statement, known, words, units)


def _names_any(statement: Statement, known: Known, words: Sequence[Word]) -> bool:
    """Whether a statement names anybody at all."""
    named = tuple(known.naming.called.longest(statement.words.text))
    return bool(named) or any(True for _ in _unnamed(statement, known, words, named))


def _in_evidence(
    statement: Statement, known: Known, words: Sequence[Word], units: AbstractSet[int]
) -> Iterator[Problem]:
    text = statement.words.text
    standing = known.naming.read.standing(statement.evidence)
    speakers = [actor.id for actor in statement.evidence.speakers]
    actors = {*standing.actors, *speakers}
    own = list(speakers)
    if isinstance(statement.subject, Actor):
        actors.add(statement.subject.id)
        own.insert(0, statement.subject.id)
    evidence, called = statement.evidence, known.naming.called
    named = tuple(naming for naming in called.longest(text) if naming.start not in units)
    completed = Completed(words, evidence, called)
    refused = {
        naming.start: naming.end
        for naming in named
        if not naming.actors & actors and not completed.is_actor(naming)
    }
    for naming in turned_round(text, words, named, evidence, called):
        refused.setdefault(naming.start, naming.end)
    for start, end in refused.items():
        yield _unsupported(statement, start, end)
    for span, target in statement.words.linked:
        if target.startswith(_TARGET) and target.removeprefix(_TARGET) in known.library.actors:
            yield from _linked(statement, span, target.removeprefix(_TARGET), named, actors)
    parts = parts_of_names(text, words, evidence, known.naming)
    for run in _unnamed(statement, known, words, named, parts):
        held = standing.hold(run) or any(known.naming.of_actor(actor).hold(run) for actor in own)
        if held or is_titled_so(text, run, texts_of(evidence)):
            continue
        if len(run) > 1 or not completed.is_other(run):
            refused[run[0].start] = run[-1].end
            yield _unsupported(statement, run[0].start, run[-1].end)
    for first, last in (
        *joined_otherwise(text, evidence),
        *titled_otherwise(text, words, evidence, called),
    ):
        if not any(start <= first.start < end for start, end in refused.items()):
            refused[first.start] = last.end
            yield _unsupported(statement, first.start, last.end)


def _linked(
    statement: Statement,
    span: Span,
    target: str,
    named: Sequence[Naming],
    actors: AbstractSet[str],
) -> Iterator[Problem]:
    """A link to an actor: its words do not name somebody else, and the evidence names the actor."""
    held = [n for n in named if span.start <= n.start < span.end]
    other = next((n for n in held if _is_whole(n, span, statement.words.text)), None)
    if other is not None and target not in other.actors:
        found = statement.words.text[other.start : other.end]
        yield Problem(
            statement.words.place(span.start),
            "unsupported-name",
            f"this link names {found}, and leads to actor:{target}",
            f"lead it to the actor that its words name: actor:{min(other.actors)}",
        )
    elif target not in actors and all(n.actors & actors for n in held):
        yield _unsupported(statement, span.start, span.end, target)


def _is_whole(naming: Naming, span: Span, text: str) -> bool:
    """Whether a name is all that the words of a link say, apart from articles and titles."""
    before = words_in(text[span.start : naming.start])
    plain = all(word.form in TITLES or word.form in _ARTICLES for word in before)
    return plain and naming.end >= span.end and not naming.adjective


def _in_analysis(
    statement: Statement, known: Known, words: Sequence[Word], units: AbstractSet[int]
) -> Iterator[Problem]:
    longest = known.naming.called.longest(statement.words.text)
    named = tuple(naming for naming in longest if naming.start not in units)
    for run in _unnamed(statement, known, words, named):
        if not known.naming.is_known(run, statement.subject):
            found = statement.words.text[run[0].start : run[-1].end]
            yield Problem(
                statement.words.place(run[0].start),
                "unsupported-name",
                f"{found} is in no source that this page cites, and is no actor",
                "leave the name out, cite a source that has it, or write a page for the actor",
            )


def _unnamed(
    statement: Statement,
    known: Known,
    words: Sequence[Word],
    named: Sequence[Naming],
    parts: AbstractSet[int] = frozenset(),
) -> Iterator[list[Word]]:
    """The runs of words with capitals that name no actor, without what is no name. ``parts`` are
    where words are that belong to a name even where a sentence begins with them.
    """
    text = statement.words.text
    taken = iter(named)
    naming = next(taken, None)
    left: list[Word] = []
    for word in words:
        while naming is not None and naming.end <= word.start:
            naming = next(taken, None)
        if naming is not None and naming.start <= word.start:
            continue
        left.append(word)
    in_titles = _is_in_title_case(statement, left, known)
    for run in spans_of(left, text):
        kept: list[Word] = []
        for word in run:
            is_part = word.start in parts and not in_titles
            if is_part or _is_name(word, text, known, weakly=in_titles):
                kept.append(word)
            elif kept:
                yield from _titled(kept)
                kept = []
        yield from _titled(kept)


def _titled(run: list[Word]) -> Iterator[list[Word]]:
    """A run, and each title before it by itself."""
    at = 0
    while at < len(run) - 1 and run[at].form in TITLES:
        yield [run[at]]
        at += 1
    if run:
        yield run[at:]


def _is_name(word: Word, text: str, known: Known, *, weakly: bool) -> bool:
    """Whether a word with a capital is a name, or part of one."""
    if word.form in NEVER or word.form in CALENDAR or word.form in COURTESY:
        return False
    if word.end - word.start == 1:
        return False
    if weakly:
        return known.naming.is_always_capital(word)
    if _BEGINS.search(text, max(0, word.start - _LOOK_BACK), word.start):
        return word.upper or known.naming.is_always_capital(word)
    return True


def _is_in_title_case(statement: Statement, words: Sequence[Word], known: Known) -> bool:
    """Whether a title or heading has capitals everywhere, so that they tell nothing: no long word
    has a small letter, and a word after the first has one elsewhere.
    """
    is_label = statement.kind in (Kind.LABEL, Kind.TITLE, Kind.EVENT)
    if not is_label or _PLAIN_WORD.search(statement.words.text):
        return False
    return any(word.capital and known.naming.is_small(word) for word in words[1:])


def _unsupported(statement: Statement, start: int, end: int, actor: str = "") -> Problem:
    found = statement.words.text[start:end]
    what = f"{found} (actor:{actor})" if actor else found
    if isinstance(statement.subject, Source):
        return Problem(
            statement.words.place(start),
            "unsupported-name",
            f"this {statement.kind} names {what}; the source does not",
            "leave the name out: what is said of a source names nobody whom it does not name",
        )
    return Problem(
        statement.words.place(start),
        "unsupported-name",
        f"this {statement.kind} names {what}; its evidence does not: {shortened(statement)}",
        f"add a footnote with a passage that names it; or put the name into the quotation, "
        f"where the source names it elsewhere: [{found}]; or leave the name out"
        f"{_or_adjective(statement.evidence, found)}",
    )


def _or_adjective(evidence: Evidence, found: str) -> str:
    """The advice to give an actor an adjective, where the evidence has a name that begins like one
    of ours: *Sweden* for *Swedish*.
    """
    adjective = _ADJECTIVE.search(found)
    if adjective is None:
        return ""
    begins = adjective.group()[: max(_SHARED, len(adjective["stem"]) - 1)]
    named = (name for text in evidence.texts for name in _CAPITAL.findall(text))
    name = next((name for name in named if name.startswith(begins)), "")
    if not name or _ADJECTIVE.fullmatch(name):
        return ""
    for actor in evidence.library.actors.values():
        if any(word.startswith(begins) for called in actor.called for word in called.split()):
            return f"; or give the actor {actor.name} the adjective {adjective.group()}"
    return f"; or make {name} an actor with adjectives: [{adjective.group()}]"


def shortened(statement: Statement) -> str:
    """The evidence of a statement, as a finding shows it."""
    return _shown(statement.evidence.words)


@lru_cache(maxsize=64)
def _shown(words: tuple[str, ...]) -> str:
    """Words of evidence, made once for all findings that show them."""
    return f"“{beginning_of(' '.join(_clean(words)), _MOST)}”"


def _clean(texts: Iterable[str]) -> Iterator[str]:
    return (" ".join(text.replace("\0", "[…]").split()) for text in texts)
