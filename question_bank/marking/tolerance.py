"""How far a typed number may lie from the key, and whether a miss is one of precision or of value.

Every decimal is an exact ``Fraction``, so both ends of an interval are decided exactly and both count.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from question_bank.marking.number_forms import Number


class ToleranceKind(StrEnum):
    """What a tolerance is measured in."""

    ABSOLUTE = "absolute"
    RELATIVE = "relative"
    DECIMAL_PLACES = "decimal_places"
    SIGNIFICANT_FIGURES = "significant_figures"


class Fit(StrEnum):
    """How a typed number fits the key."""

    RIGHT = "right"
    TOO_COARSE = "too_coarse"  # the right number, rounded too far: a fault of precision
    WRONG = "wrong"


@dataclass(frozen=True)
class Tolerance:
    """A tolerance; build it with the class methods, which refuse a negative amount with ``ValueError``.

    ``amount`` is a distance in the unit of the key (0.005 for half a percentage point), a share of the key,
    or a number of places or figures. ``in_percent``: the places count in the key written as a percentage.
    """

    kind: ToleranceKind
    amount: Fraction
    in_percent: bool = False

    def __post_init__(self) -> None:
        least = 1 if self.kind is ToleranceKind.SIGNIFICANT_FIGURES else 0
        if self.amount < least:
            raise ValueError(f"{self.kind}: {self.amount} is below {least}")
        is_count = self.kind in (ToleranceKind.DECIMAL_PLACES, ToleranceKind.SIGNIFICANT_FIGURES)
        if is_count and self.amount.denominator != 1:
            raise ValueError(f"{self.kind}: {self.amount} is not a whole number")

    @classmethod
    def absolute(cls, distance: Fraction) -> Tolerance:
        """Accept ``|typed - key| <= distance``."""
        return cls(ToleranceKind.ABSOLUTE, distance)

    @classmethod
    def relative(cls, share: Fraction) -> Tolerance:
        """Accept ``|typed - key| <= share * |key|``."""
        return cls(ToleranceKind.RELATIVE, share)

    @classmethod
    def decimal_places(cls, places: int, *, in_percent: bool = False) -> Tolerance:
        """Accept half a unit of that place: both roundings of a tie, and dropped zeros."""
        return cls(ToleranceKind.DECIMAL_PLACES, Fraction(places), in_percent)

    @classmethod
    def significant_figures(cls, figures: int) -> Tolerance:
        """Accept half a unit of that figure of the key; a key of 0 has no figures and must be met exactly."""
        return cls(ToleranceKind.SIGNIFICANT_FIGURES, Fraction(figures))


COARSEST = Fraction(15, 100)  # beyond that it says something else: 1 for 1.25 is no rounding but "equal"
EXACT = Tolerance.absolute(Fraction(0))


def compare(typed: Number, key: Fraction, tolerance: Tolerance) -> Fit:
    """Say how a typed number fits the key; digits beyond a right value are never asked for.

    A zero is never a coarse rounding: nothing of the key is left in it.
    """
    low, high = bounds(key, tolerance)
    if low <= typed.value <= high:
        return Fit.RIGHT
    off = abs(typed.value - key)
    is_rounding = typed.value != 0 and off <= typed.step / 2 and off <= abs(key) * COARSEST
    return Fit.TOO_COARSE if is_rounding else Fit.WRONG


def bounds(key: Fraction, tolerance: Tolerance) -> tuple[Fraction, Fraction]:
    """Return the lowest and the highest value that count as right, both included."""
    distance = _distance(key, tolerance)
    return key - distance, key + distance


def _distance(key: Fraction, tolerance: Tolerance) -> Fraction:
    match tolerance.kind:
        case ToleranceKind.ABSOLUTE:
            return tolerance.amount
        case ToleranceKind.RELATIVE:
            return tolerance.amount * abs(key)
        case ToleranceKind.DECIMAL_PLACES:
            places = int(tolerance.amount) + (2 if tolerance.in_percent else 0)
            return Fraction(10) ** -places / 2
        case ToleranceKind.SIGNIFICANT_FIGURES:
            figures = int(tolerance.amount)
            return Fraction(10) ** (_magnitude(key) - figures + 1) / 2 if key else Fraction(0)


def _magnitude(key: Fraction) -> int:
    """Return the power of ten of the first figure: 2 for 177, -2 for 0.0177."""
    size = abs(key)
    power = len(str(size.numerator)) - len(str(size.denominator))  # right, or one too high
    return power if size >= Fraction(10) ** power else power - 1
