"""A figure, its goal, and how a time is taken.

It is the best of several runs: the one that the rest of the machine disturbed least.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

REPEATS = 7


@dataclass(frozen=True)
class Figure:
    """One line of the table; without a goal there is nothing to miss."""

    name: str
    shown: str
    goal: str = ""
    is_met: bool = True


def best_seconds(run: Callable[[], object], repeats: int = REPEATS) -> float:
    """Return the shortest of several runs, in seconds."""
    return min(_seconds(run) for _ in range(repeats))


def best_rate(batches: list[list[Callable[[], object]]]) -> float:
    """Return calls a second of the fastest batch; each runs once, so nothing is remembered from the last."""
    return max(len(batch) / _seconds(lambda batch=batch: [call() for call in batch]) for batch in batches)


def _seconds(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return perf_counter() - start
