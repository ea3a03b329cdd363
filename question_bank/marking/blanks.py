"""Which typed answer fills which blank, when some blanks may be filled in any order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations


def assign_blanks(
    answers: Sequence[str],
    accepted: Sequence[frozenset[str]],
    groups: Sequence[Sequence[int]],
) -> tuple[int, ...]:
    """Return for each answer the blank it is judged against.

    ``answers`` and ``accepted`` hold normalised text, one entry a blank; ``groups`` lists positions
    (from 0) whose answers may be exchanged. Inside a group the one-to-one assignment with the most
    right answers wins, so one answer can never earn two blanks; ties keep the student's order.
    """
    judged_against = list(range(len(answers)))
    for group in groups:
        best = max(
            permutations(group),  # at most 6 blanks a question: 720 orders
            key=lambda order: sum(answers[i] in accepted[j] for i, j in zip(group, order, strict=True)),
        )
        for position, blank in zip(group, best, strict=True):
            judged_against[position] = blank
    return tuple(judged_against)
