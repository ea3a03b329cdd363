"""Reading one typed quantity: a number, and whether its unit makes sense for what was asked."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from question_bank.marking import Number, Unreadable, read_number, read_rate
from question_bank.text import Text

LARGEST = Fraction(10**12)  # beyond any sum of the course; keeps exact arithmetic fast


class Kind(StrEnum):
    """What a number measures, which decides how its percent sign is taken."""

    MONEY = "money"
    RATE = "rate"  # a share of something: 1.77% or 0.0177
    SCORE = "score"  # a point on a scale the reader chose
    COUNT = "count"
    RATIO = "ratio"  # a pure number such as C = b/a; 125% is the same number as 1.25


def read_quantity(raw: str, kind: Kind, unit: Text | None = None) -> Number | Unreadable:
    """Read one typed number of a kind; its own unit may stand behind it.

    Codes: those of ``read_number``; for a rate those of ``read_rate``; ``percent_not_expected`` and, above
    ``LARGEST``, ``too_large``.
    """
    read = read_rate if kind is Kind.RATE else read_number
    number = read(_without_unit(raw, unit))
    if isinstance(number, Unreadable):
        return number
    if number.is_percent and kind not in (Kind.RATE, Kind.RATIO):
        return Unreadable("percent_not_expected")
    return Unreadable("too_large") if abs(number.value) > LARGEST else number


def _without_unit(raw: str, unit: Text | None) -> str:
    text = raw.strip()
    for word in (unit.zh, unit.en) if unit else ():
        text = text.removesuffix(word)
    return text
