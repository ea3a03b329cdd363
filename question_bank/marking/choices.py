"""What a set of chosen options is worth, by the policy a multiple choice names."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction


class ChoicePolicy(StrEnum):
    """How a multiple choice is marked.

    ``PART_FOR_INCOMPLETE`` is the 少选得分 of Chinese papers: some of the right options and no wrong one.
    """

    ALL_OR_NOTHING = "all_or_nothing"
    PART_FOR_INCOMPLETE = "part_for_incomplete"
    RIGHT_MINUS_WRONG = "right_minus_wrong"


def share_earned(
    chosen: frozenset[str], right: frozenset[str], policy: ChoicePolicy, incomplete: Fraction | None = None
) -> Fraction:
    """Return the share of the point a choice earns, 0 to 1.

    ``incomplete`` fixes the share of an incomplete right choice; without it every right option found
    counts alike. Right minus wrong counts (right - wrong) / all right ones, and never below 0.
    """
    if chosen == right:
        return Fraction(1)
    found, wrong = len(chosen & right), len(chosen - right)
    if policy is ChoicePolicy.PART_FOR_INCOMPLETE and found and not wrong:
        return Fraction(found, len(right)) if incomplete is None else incomplete
    if policy is ChoicePolicy.RIGHT_MINUS_WRONG:
        return max(Fraction(found - wrong, len(right)), Fraction(0))
    return Fraction(0)
