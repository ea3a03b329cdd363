"""Which typed answer fills which blank, when some blanks may be filled in any order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from question_bank.marking.mark import Points


def assign_blanks(
    count: int, groups: Sequence[Sequence[int]], credit: Callable[[int, int], Points]
) -> tuple[int, ...]:
    """Return for each of ``count`` answers the blank it is judged against.

    ``groups`` lists positions (from 0) whose answers may be exchanged; ``credit(answer, blank)`` is what
    an answer would earn there. Inside a group the one-to-one assignment that earns most wins, so one
    answer can never earn two blanks; of equal ones that which leaves most answers in their own blanks.
    """
    judged_against = list(range(count))
    for group in groups:
        if any(credit(position, position) < 1 for position in group):
            for position, blank in zip(group, _best_order(group, credit), strict=True):
                judged_against[position] = blank
    return tuple(judged_against)


def _best_order(group: Sequence[int], credit: Callable[[int, int], Points]) -> tuple[int, ...]:
    """Return the blanks of a group in the order of its answers (Held-Karp: 2^n subsets, not n! orders)."""
    best: dict[int, tuple[Points, int, tuple[int, ...]]] = {0: (0, 0, ())}
    for position in group:
        row = [credit(position, blank) for blank in group]
        longer: dict[int, tuple[Points, int, tuple[int, ...]]] = {}
        for taken, (earned, at_home, order) in best.items():
            for place, blank in enumerate(group):
                if taken & 1 << place:
                    continue
                candidate = (earned + row[place], at_home + (blank == position), (*order, blank))
                known = longer.get(taken | 1 << place)
                if known is None or candidate[:2] > known[:2]:
                    longer[taken | 1 << place] = candidate
        best = longer
    return best[(1 << len(group)) - 1][2]
