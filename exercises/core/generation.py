"""Making sure a drawn problem can be diagnosed: every known mistake leaves a number of its own.

Numbers drawn blindly hide mistakes (an expectation equal to the experience hides the inverted ratio)
or confuse two of them. Such draws are thrown away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from exercises.core.inputs import Inputs
from exercises.core.misconception import Misconception
from exercises.core.problem import Given, KnownWrong, Part, Value
from question_bank.text import Text

MAX_DRAWS = 200


class UnknownLevel(LookupError):
    """The calculator sets no problems of this level."""


class NoClearDraw(RuntimeError):
    """No draw of this seed keeps the known mistakes apart: the ranges of the generator need work."""


@dataclass(frozen=True)
class Draft:
    """One draw: the numbers and their story, not yet checked."""

    inputs: Inputs
    story: Text
    givens: tuple[Given, ...]


def attach_misconceptions(
    parts: Sequence[Part], misconceptions: Sequence[Misconception], inputs: Inputs
) -> tuple[Part, ...]:
    """Return the parts with the wrong value each misconception leaves in them on these numbers."""
    traces = [(slip, slip.wrong(inputs)) for slip in misconceptions]
    return tuple(
        replace(
            part,
            misconceptions=tuple(
                KnownWrong(slip.code, wrong[part.name], slip.says)
                for slip, wrong in traces
                if part.name in wrong
            ),
        )
        for part in parts
    )


def attach_convention(
    parts: Sequence[Part], code: str, says: Text, values: Mapping[str, Fraction]
) -> tuple[Part, ...]:
    """Return the parts with what another convention makes of them, where it changes the answer."""
    return tuple(
        replace(part, other_conventions=(*part.other_conventions, KnownWrong(code, values[part.name], says)))
        if part.name in values and values[part.name] != part.answer
        else part
        for part in parts
    )


def is_clear(part: Part) -> bool:
    """Whether no typed answer could be taken for two of: the right value, a known wrong one."""
    known = [wrong.value for wrong in (*part.misconceptions, *part.other_conventions)]
    return all(_are_apart(part, *pair) for pair in combinations([part.answer, *known], 2))


def _are_apart(part: Part, first: Value, second: Value) -> bool:
    if isinstance(first, str) or isinstance(second, str):
        return first != second
    return abs(first - second) > 2 * part.tolerance
