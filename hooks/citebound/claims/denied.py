"""What our words deny and the evidence has: *not* right before a figure, a quotation or a word that
negates by its meaning; and, in Burmese, any negation that stands on one side alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citebound.claims.burmese_negation import unlike
from citebound.claims.limit_words import STEM, Word
from citebound.claims.limiting import Text, is_denial
from citebound.claims.otherwise import Otherwise, denies, is_said_together
from citebound.claims.own_words import QUOTED
from citebound.claims.statements import Statement
from citebound.problems import Problem


def denied(statement: Statement, ours: Text, support: Sequence[Text]) -> Iterator[Problem]:
    """A figure, a quotation, or a word that negates by its meaning, that our words deny and the
    evidence has: "not uncertain" where it is uncertain.
    """
    otherwise = Otherwise(ours, support)
    for at in ours.plain_denials:
        word = ours.words[at]
        found = _not_denied(ours, at, support)
        found = None if found and is_said_together(ours, at, support) else found
        figure = next((w for w in ours.words[at + 1 : at + 3] if w.values), None)
        if figure and any(_was(text, figure) for text in support):
            continue
        if found and figure and otherwise.denies_figure(at, figure):
            continue
        if found:
            what, there = found
            yield Problem(
                statement.words.place(word.start),
                "added-limit",
                f"“{word.said}” stands before “{what}” here, and not in the evidence: “{there}”",
                "say it as the source does, or add a footnote with the passage that denies it",
                "warning",
            )
            return


def _was(text: Text, figure: Word) -> bool:
    """Whether a text has a figure as what something was before: “from 40 to 46”, “46, not 40”."""
    there = (word for value in figure.values for word in text.figures.get(value, ()))
    return any(
        text.words[n].said in _FROM
        for word in there
        for n in range(max(0, text.index(word) - len(word.whole.split())), text.index(word))
    )


_FROM = frozenset(("from", "was", "were", "с", "со", "был", "была", "было", "вместо"))


def _not_denied(ours: Text, at: int, support: Sequence[Text]) -> tuple[str, str] | None:
    """What *not* at an index stands right before, and where the evidence has it without one."""
    near = ours.words[at + 1 : at + 3]
    for denied in near:
        keys = denied.values or ((denied.said[:STEM],) if is_denial(denied) else ())
        there = next((text for text in support if any(map(text.denied, keys))), None)
        if there is not None and not any(text.denies_any(keys) for text in support):
            first = next(w for key in keys for w in there.denied(key))
            return denied.said, there.near(first)
    # A figure may rest on the day of publication, and what is quoted is there: nothing denies it.
    end = ours.words[at].end
    quoted = ours.text[end : end + 3].lstrip().startswith(QUOTED)
    clause = ours.words[at].clause
    figure = next((w for w in near if w.values and not w.measure and w.clause == clause), None)
    if (quoted or figure) and support and not denies(support):
        return figure.said if figure else "…", _shortened(support[0].text)
    return None


def burmese(
    statement: Statement, ours: Text, passages: Sequence[Text], support: Sequence[Text]
) -> Iterator[Problem]:
    """Negations in Burmese that our words add or leave out."""
    for one, there in unlike(ours.text, (text.text for text in support)):
        yield Problem(
            statement.words.place(one.span.start),
            "added-limit",
            f"“{one.said}” negates here, and not in the evidence: “{_shortened(there)}”",
            "say it as the source does, or add a footnote with the passage that denies it",
            "warning",
        )
    if QUOTED in ours.text:
        return
    for text in passages:
        for one, _ in unlike(text.text, (ours.text,)):
            yield Problem(
                statement.place,
                "lost-limit",
                f"the evidence has “{one.said}”, which is not here: “{_shortened(text.text)}”",
                "keep the negation, or add a footnote with a passage that says it without one",
                "warning",
            )
            return


def _shortened(words: str) -> str:
    return " ".join(words.split())[:160]
