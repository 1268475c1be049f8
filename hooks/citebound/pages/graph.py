"""With whom, drawn: a graph of an actor, laid out by Graphviz and drawn by our template.

Graphviz is asked for positions only ("plain" output); boxes have the size that we give them,
so that the drawing does not hang on the fonts of the machine that makes it. The table of
relations is the truth: where Graphviz is missing, or more than :data:`MOST` actors would
be drawn, there is no drawing.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import dataclass

from citebound.indexes import ActorEntry, Indexes
from citebound.pages.shown import ActorName, actor_name

MOST = 30
"""At most so many actors are drawn."""

SCALE = 72.0
"""Units of the drawing to an inch of Graphviz."""

LETTER, HEIGHT = 0.115, 0.42
"""The width of a letter and the height of a box, in inches."""


@dataclass(frozen=True, slots=True)
class Box:
    """An actor in the drawing; all lengths in units of its view box."""

    actor: ActorName
    x: float
    y: float
    width: float
    height: float
    centre: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A relation in the drawing: a path of cubic curves, and the titles of its events."""

    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A graph laid out."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """Actors and, for each pair of them, the titles of the events that both took part in."""

    actors: tuple[ActorName, ...]
    edges: dict[tuple[int, int], tuple[str, ...]]

    def written(self) -> str:
        """The graph in Graphviz's language; actors are numbered, their names stay with us."""
        lines = ["graph g {", "overlap=false; splines=true; sep=0.2;",
                 f'node [shape=box, fixedsize=true, height={HEIGHT}, label=""];']  # fmt: skip
        lines += [
            f"n{number} [width={max(1.0, len(actor.name) * LETTER + 0.2):.3f}];"
            for number, actor in enumerate(self.actors)
        ]
        lines += [f"n{a} -- n{b};" for a, b in sorted(self.edges)]
        return "\n".join([*lines, "}"]) + "\n"

    def lay_out(self, draw: Callable[[str], str | None]) -> Drawing | None:
        """The drawing, or ``None`` where it cannot or should not be made."""
        if not self.edges or len(self.actors) > MOST:
            return None
        plain = draw(self.written())
        return None if plain is None else self._read(plain)

    def _read(self, plain: str) -> Drawing:
        width = height = 0.0
        boxes, lines = [], []
        for row in plain.splitlines():
            words = shlex.split(row)
            if words[:1] == ["graph"]:
                width, height = float(words[2]), float(words[3])
            elif words[:1] == ["node"]:
                number = int(words[1][1:])
                x, y, wide, high = (float(word) for word in words[2:6])
                boxes.append(
                    Box(
                        self.actors[number],
                        _unit(x - wide / 2),
                        _unit(height - y - high / 2),
                        _unit(wide),
                        _unit(high),
                        number == 0,
                    )
                )
            elif words[:1] == ["edge"]:
                pair = (int(words[1][1:]), int(words[2][1:]))
                count = int(words[3])
                numbers = [float(word) for word in words[4 : 4 + 2 * count]]
                points = [
                    f"{_unit(x):g} {_unit(height - y):g}"
                    for x, y in zip(numbers[::2], numbers[1::2], strict=True)
                ]
                titles = self.edges.get(pair) or self.edges[pair[1], pair[0]]
                lines.append(Line(f"M{points[0]}C{' '.join(points[1:])}", "; ".join(titles)))
        return Drawing(_unit(width), _unit(height), tuple(boxes), tuple(lines))


def _unit(inches: float) -> float:
    return round(inches * SCALE, 1)


def graph_of(entry: ActorEntry, indexes: Indexes) -> Graph:
    """The graph around an actor: whom it met in events, and who of them met one another."""
    ids = list(dict.fromkeys([entry.actor.id, *(r.actor for r in entry.relations)]))
    number = {actor: index for index, actor in enumerate(ids)}
    edges: dict[tuple[int, int], list[str]] = {}
    for event in indexes.events:
        there = sorted({number[actor] for actor in event.actors if actor in number})
        for index, first in enumerate(there):
            for second in there[index + 1 :]:
                edges.setdefault((first, second), []).append(event.title)
    return Graph(
        tuple(actor_name(actor, indexes) for actor in ids),
        {pair: tuple(titles) for pair, titles in edges.items()},
    )
