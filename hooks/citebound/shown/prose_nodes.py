"""Nodes as the template of prose prints them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from citebound.shown.passage import PassageShown


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of a page: its kind, what it holds, and what else its kind has."""

    kind: str
    children: tuple[Node, ...]
    values: Mapping[str, object]

    def __getattr__(self, name: str) -> object:
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(name) from None

    def words(self) -> str:
        """What is read of it, as plain text; marks of evidence are not."""
        if self.kind == "words":
            return str(self.values["text"])
        if self.kind == "break":
            return " "
        if self.kind == "term":
            return f"“{self.values['text']}”"
        shown = self.values.get("passage")
        if isinstance(shown, PassageShown):
            return f"“{shown.words}”{shown.trailing}"
        return "".join(child.words() for child in self.children)


def node(kind: str, children: Iterable[Node] = (), **values: object) -> Node:
    """A node of a kind."""
    return Node(kind, tuple(children), values)


def parted(nodes: Iterable[Node], kind: str) -> tuple[list[Node], list[Node]]:
    """Nodes without those of a kind that they hold, however deep, and these in order."""
    kept: list[Node] = []
    taken: list[Node] = []
    for each in nodes:
        if each.kind == kind:
            taken.append(each)
            continue
        children, found = parted(each.children, kind)
        kept.append(replace(each, children=tuple(children)) if found else each)
        taken += found
    return kept, taken
