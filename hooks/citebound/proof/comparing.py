"""Two trees compared: what one has too much, what it lacks, what is another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from citebound.proof.nodes import Element

Node = Element | str


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference: a sentence, the line it is on, and the element that is too much, if any."""

    line: int
    sentence: str
    element: Element | None = None


def differences(wanted: Element, found: Element) -> Iterator[Difference]:
    """How ``found`` differs from ``wanted``, from the outside in."""
    if wanted == found:
        return
    if wanted.tag != found.tag:
        yield Difference(found.line, f"{found.opening} stands where {wanted.opening} belongs")
        return
    yield from _attributes(wanted, found)
    yield from _children(wanted, found)


def _attributes(wanted: Element, found: Element) -> Iterator[Difference]:
    should, has = dict(wanted.attributes), dict(found.attributes)
    for name in sorted(should.keys() | has.keys()):
        if should.get(name) == has.get(name):
            continue
        if name not in should:
            told = f'{found.opening} has {name}="{has[name]}", which is not listed'
        elif name not in has:
            told = f'{found.opening} lacks {name}="{should[name]}"'
        else:
            told = f'<{found.tag}> has {name}="{has[name]}" where it should have "{should[name]}"'
        yield Difference(found.line, told)


def _children(wanted: Element, found: Element) -> Iterator[Difference]:
    matcher = SequenceMatcher(None, wanted.children, found.children, autojunk=False)
    for kind, w1, w2, f1, f2 in matcher.get_opcodes():
        if kind != "equal":
            yield from _pieces(wanted.children[w1:w2], found.children[f1:f2], found)


def _pieces(wanted: Sequence[Node], found: Sequence[Node], within: Element) -> Iterator[Difference]:
    """Pieces that differ: those of one name are compared, the rest is too much or missing."""
    left = list(wanted)
    for node in found:
        fellow = next((w for w in left if _name(w) == _name(node)), None)
        if fellow is None and isinstance(node, Element):
            told = f"{node.opening} stands outside of the article, and is not listed"
            yield Difference(node.line, told, node)
            continue
        if fellow is None:
            yield Difference(within.line, f"{within.opening} holds “{node}”, which is not listed")
            continue
        left.remove(fellow)
        if isinstance(fellow, Element) and isinstance(node, Element):
            yield from differences(fellow, node)
        elif fellow != node:
            told = f"{within.opening} says “{node}” where it should say “{fellow}”"
            yield Difference(within.line, told)
    for node in left:
        lacking = node.opening if isinstance(node, Element) else f"“{node}”"
        yield Difference(within.line, f"{within.opening} lacks {lacking}")


def _name(node: Node) -> str:
    """What a piece is compared by first: its name, and what tells it from its fellows."""
    if isinstance(node, str):
        return ""
    parts = (node.get(name) for name in ("id", "class", "name", "property", "rel", "src"))
    return " ".join((node.tag, *map(str, parts)))
