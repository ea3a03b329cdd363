"""``make bench``: what marking and loading cost, beside what they may. Exit code 1 when a goal is missed.

No part of ``make test``: a busy machine is no fault of the code.
"""

from __future__ import annotations

import sys

from tests.bench.loading import measure_loading
from tests.bench.marking import measure_marking
from tests.bench.measuring import Figure
from tests.bench.text_length import KILOBYTES, measure_text_length


def _row(*cells: str) -> str:
    widths = (44, 40, 32, 0)
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _print(figures: list[Figure]) -> None:
    for figure in figures:
        verdict = ("met" if figure.is_met else "MISSED") if figure.goal else ""
        print(_row(figure.name, figure.shown, figure.goal, verdict), flush=True)


def main() -> int:
    """Print the table and return the exit code."""
    print(_row("measured, best of several runs", "figure", "goal", ""))
    figures = measure_marking() + measure_loading()
    _print(figures)
    print(_row(f"\nmilliseconds for {' / '.join(map(str, KILOBYTES))} kB", "", "", ""))
    lengths = measure_text_length()
    _print(lengths)
    missed = sum(not figure.is_met for figure in figures + lengths)
    print(f"\n{missed} of {sum(bool(figure.goal) for figure in figures + lengths)} goals missed")
    return 1 if missed else 0


sys.exit(main())
