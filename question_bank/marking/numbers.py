"""The one reader of typed numbers, for calculators and later for blanks.

Basic forms only: the full reader (万, 百分之, e-notation, "did you mean") extends this module.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from question_bank.marking.mark import Unreadable
from question_bank.marking.text_profile import fold_width

MAX_CHARACTERS = 40  # longer than any number of the course; keeps reading time bounded

_MINUS_SIGNS = str.maketrans(dict.fromkeys("\u2212\u2013\u2010\u2011", "-"))
_SIGN = r"(?P<sign>[+-]?)"
# a group of thousands never starts with 0: "0,750" may well be three quarters
_DECIMAL = r"(?P<whole>[1-9]\d{0,2}(?:,\d{3})+|\d+)?(?:\.(?P<decimals>\d*))?"
_NUMBER = re.compile(rf"{_SIGN}{_DECIMAL}(?P<percent>%?)")
_FRACTION = re.compile(rf"{_SIGN}(?P<over>\d+)/(?P<under>\d+)")


@dataclass(frozen=True)
class Number:
    """A number as typed: its exact value, whether a percent sign was written, and its last place.

    ``step`` is the worth of one unit in the last typed place ("1.77%" -> 1/10000); 0 for a fraction,
    which is exact.
    """

    value: Fraction
    is_percent: bool
    step: Fraction


def read_number(raw: str) -> Number | Unreadable:
    """Read one typed number, or say why it cannot be read.

    Codes: ``empty``, ``too_long``, ``ambiguous_comma`` ("0,75"), ``division_by_zero``, ``not_a_number``.
    """
    text = fold_width(raw).translate(_MINUS_SIGNS)
    text = re.sub(r"\s+", "", text).strip("¥￥元")
    if not text:
        return Unreadable("empty")
    if len(text) > MAX_CHARACTERS:
        return Unreadable("too_long")
    if fraction := _FRACTION.fullmatch(text):
        return _read_fraction(fraction)
    match = _NUMBER.fullmatch(text)
    if match is None or not (match["whole"] or match["decimals"]):
        is_comma_number = re.fullmatch(r"[+-]?\d+(,\d+)+(\.\d*)?%?", text)
        return Unreadable("ambiguous_comma" if is_comma_number else "not_a_number")
    return _read_decimal(match)


def _read_decimal(match: re.Match[str]) -> Number:
    whole = (match["whole"] or "0").replace(",", "")
    decimals = match["decimals"] or ""
    step = Fraction(1, 10 ** len(decimals))
    if match["percent"]:
        step /= 100
    value = int(whole + decimals) * step
    return Number(-value if match["sign"] == "-" else value, bool(match["percent"]), step)


def _read_fraction(match: re.Match[str]) -> Number | Unreadable:
    if int(match["under"]) == 0:
        return Unreadable("division_by_zero")
    value = Fraction(int(match["over"]), int(match["under"]))
    return Number(-value if match["sign"] == "-" else value, False, Fraction(0))
