"""Bodies of briefings that are long in one way each, for the bench of time."""

from __future__ import annotations

from collections.abc import Callable
from math import isqrt


def notes(count: int) -> str:
    """So many footnotes, each with a quotation."""
    return "\n\n".join(f"[^n{n}]: “report {n % 200} was put off” [@s]" for n in range(count))


def noted(count: int) -> str:
    """Sentences with a footnote each, defined after them."""
    said = " ".join(f"Of report {n} it says so.[^n{n}]" for n in range(count))
    return f"{said}\n\n{notes(count)}"


def misspelt(count: int) -> str:
    """Footnotes, each used by another name than it is defined by."""
    said = [f"Of report {n} it says so.[^note-{n}x]" for n in range(count)]
    held = [f"[^note-{n}y]: “report {n % 200} was put off” [@s]" for n in range(count)]
    return "\n\n".join([" ".join(said), *held])


def noted_in_one(count: int) -> str:
    """One sentence with many footnotes, each after some words of its own."""
    said = ", ".join(f"of report {n} it says so[^n{n}]" for n in range(count))
    return f"Here {said}.\n\n{notes(count)}"


def marks_in_a_row(count: int) -> str:
    """One sentence with many marks of footnotes at its end."""
    return f"It says so.{''.join(f'[^n{n}]' for n in range(count))}\n\n{notes(count)}"


def one_for_many(count: int) -> str:
    """Many sentences with the mark of one footnote."""
    return " ".join(f"Of report {n} it says so.[^n0]" for n in range(count)) + f"\n\n{notes(1)}"


def headed(count: int) -> str:
    """Headings that each name somebody whom none of as many footnotes does."""
    said = " ".join(f"It says so.[^n{n}]" for n in range(count))
    return "\n\n".join([said, notes(count), *["## It is Lee"] * count])


def one_for_many_marks(count: int) -> str:
    """One sentence with many marks of one footnote."""
    return f"So {', '.join(['it says[^n0]'] * count)}.\n\n{notes(1)}"


def quoted_and_noted(count: int) -> str:
    """One sentence of many quotations and many footnotes."""
    said = [f"“report {n % 200} was put off”[^n{n}]" for n in range(count)]
    held = [f"[^n{n}]: “Line {n % 200} says that” [@s]" for n in range(count)]
    return "\n\n".join(["So " + " and ".join(said) + " [@s].", *held])


def tabled(count: int) -> str:
    """A table."""
    rows = [f"| Row {n} | “report {n % 200} was put off” [@s] |" for n in range(count)]
    return "\n".join(["| A | B |", "|---|---|", *rows])


def wide(count: int) -> str:
    """A table of many columns."""
    return "| a " * count + "|\n" + "|-" * count + "|\n" + "| b " * count + "|"


def of_parts(between: str) -> Callable[[int], str]:
    """Quotations of almost as many parts as are allowed, with a cut or an insertion between."""
    return lambda count: " ".join(
        f"So “{between.join(f'w{n}-{part}' for part in range(30))}” [@s]." for n in range(count)
    )


def parted(between: str) -> Callable[[int], str]:
    """The text that these quotations are of: a line for each."""
    return lambda count: "".join(
        f"{between.join(f'w{n}-{part}' for part in range(30))}.\n" for n in range(count)
    )


def backticks(count: int) -> str:
    """So many backticks, in runs of one, of two, of three and so on."""
    return " ".join("`" * length + " a" for length in range(1, isqrt(2 * count)))
