"""Which questions a practice gets. The questions of a case stay together and in their order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from random import Random

Unit = Sequence[int]  # the revision ids of one question, or of a case


def draw_shuffled(units: Sequence[Unit], count: int, rng: Random) -> list[int]:
    """Draw up to ``count`` questions at random."""
    return _take(rng.sample(units, len(units)), count)


def draw_in_order(units: Sequence[Unit], count: int, seen: Collection[int]) -> list[int]:
    """Take up to ``count`` questions in course order, those with something new first."""
    return _take(sorted(units, key=lambda unit: all(revision in seen for revision in unit)), count)


def _take(units: Sequence[Unit], count: int) -> list[int]:
    """Take whole units as far as they fit; when none does, the first, since a case is never cut."""
    taken: list[int] = []
    for unit in units:
        if len(taken) + len(unit) <= count:
            taken.extend(unit)
    return taken or list(next(iter(units), ()))
