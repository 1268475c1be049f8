"""Parts said by two counts: “one in ten”, “one worker in five”, «один из пяти»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from citebound.claims.figures.atoms import Atom, number
from citebound.claims.figures.tokens import Token
from citebound.claims.figures.values import PERCENT, Kind

_JOINS = frozenset(
    {
        *(("in",), ("in", "every"), ("out", "of"), ("out", "of", "every")),
        *(("из",), ("из", "каждых"), ("на", "каждые")),
    }
)


def with_counted(tokens: Sequence[Token], atoms: list[Atom]) -> list[Atom]:
    """The atoms, and before two that are a part of a whole the part itself, which has them as its
    ``parts``: “killed five in ten villages” may be of ten villages, too. The two still bear out
    what they say, and only the part is asked for.
    """
    return list(_with_counted(tokens, atoms))


def _with_counted(tokens: Sequence[Token], atoms: list[Atom]) -> Iterator[Atom]:
    joined = {id(first): second for first, second in pairwise(atoms) if _are(tokens, first, second)}
    taken: set[int] = set()
    for atom in atoms:
        second = joined.get(id(atom))
        if id(atom) in taken or second is None:
            if id(atom) not in taken:
                yield atom
            continue
        taken |= {id(atom), id(second)}
        amounts = [one.values[0].amount for one in (atom, second)]
        part = Fraction(amounts[0]) / Fraction(amounts[1])  # type: ignore[arg-type]
        values = [number(part), number(part * 100, PERCENT)]
        yield Atom(values, atom.first, second.after, worded=atom.worded, parts=(atom, second))
        atom.quiet = second.quiet = True
        yield from (atom, second)


def _are(tokens: Sequence[Token], first: Atom, second: Atom) -> bool:
    if first.first and tokens[first.first - 1].low == "ни":
        return False  # «ни один из десяти»: none of the ten
    between = tuple(token.low for token in tokens[first.after : second.first])
    if between not in _JOINS and not _is_one_of(tokens, first, second):
        return False
    few, many = _count(first), _count(second)
    return few is not None and many is not None and 0 < few < many


def _is_one_of(tokens: Sequence[Token], first: Atom, second: Atom) -> bool:
    """Whether it is “one worker in five”; “one soldier in five villages” counts villages."""
    between = [token.low for token in tokens[first.after : second.first]]
    if tokens[first.first].low != "one" or not between or between[0] in ("in", "out", "of"):
        return False
    following = tokens[second.after].low if second.after < len(tokens) else ""
    counted = following.endswith("s") and following not in ("is", "was", "has", "does")
    return tuple(between[1:]) in _JOINS and between[0].isalpha() and not counted


def _count(atom: Atom) -> Fraction | None:
    value = atom.values[0] if atom.values else None
    if value is None or value.kind is not Kind.NUMBER or value.unit or atom.scale > 100:
        return None
    amount = value.amount
    whole = isinstance(amount, Fraction) and amount.denominator == 1
    return amount if whole and isinstance(amount, Fraction) else None
