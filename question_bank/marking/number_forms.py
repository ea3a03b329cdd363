"""The forms in which one number may be written, each read exactly.

Texts come folded: half-width, lower case, one minus sign, no spaces. Only the digits 0 to 9 are digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TypeAlias

from question_bank.marking.chinese_numerals import read_numeral, read_shortened
from question_bank.marking.mark import Unreadable

LARGEST = 10**15
LARGEST_EXPONENT = 30  # refused before the power is built


@dataclass(frozen=True)
class Number:
    """A number as typed: its exact value, whether it was written as a percentage, and its last place.

    ``is_percent`` holds for %, ‰, 百分之, 千分之, 万分之 and 成. ``step`` is the worth of one unit in the
    last typed place ("1.77%" -> 1/10000, "1.2万" -> 1000); 0 for a fraction, which is exact.
    """

    value: Fraction
    is_percent: bool
    step: Fraction


Reading: TypeAlias = Number | Unreadable | None  # None: not written in this form

_SHARES = {"%": Fraction(1, 100), "percent": Fraction(1, 100), "‰": Fraction(1, 1000)}
_MULTIPLES = {
    "百": 10**2, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7,
    "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12,
}  # fmt: skip
_PARTS_OF = {"百": Fraction(1, 100), "千": Fraction(1, 1000), "万": Fraction(1, 10_000)}

MULTIPLE = "|".join(sorted(_MULTIPLES, key=len, reverse=True))
SHARE = "|".join(_SHARES)
# a group of thousands never starts with 0: "0,750" may well be three quarters
_DIGITS = r"(?=\.?[0-9])(?P<whole>[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)?(?:\.(?P<decimals>[0-9]*))?"
_PLAIN = re.compile(_DIGITS)
_DECIMAL = re.compile(rf"{_DIGITS}(?:(?:e|\*10\^)(?P<exponent>[-+]?[0-9]+))?(?P<scale>{SHARE}|{MULTIPLE})?")
_FRACTION = re.compile(r"(?P<over>[0-9]+)/(?P<under>[0-9]+)")
_PARTS = re.compile(r"(?P<under>.+)分之(?P<sign>[-+]?)(?P<over>.+)")
_TENTHS = re.compile(r"(?P<tenths>.+)成(?P<hundredths>[1-9一二三四五六七八九])?")
_SPELLED = re.compile(rf"(?P<numeral>.+?)(?P<scale>{SHARE})?")
_SUM = re.compile(rf"(?:[0-9]+(?:{MULTIPLE}))+[0-9]*")
_SUM_PIECE = re.compile(rf"([0-9]+)({MULTIPLE})?")


def read_form(text: str) -> Reading:
    """Read one number with its sign, or return None when it is written in none of the known forms.

    Codes: ``division_by_zero``, ``too_large``, ``short_numeral`` ("2万5": 25000 or 20005).
    """
    is_negative, body = text.startswith("-"), text.removeprefix("-" if text.startswith("-") else "+")
    for form in _FORMS:
        read = form(body)
        if read is not None:
            return _within_bounds(_negated(read) if is_negative else read)
    return None


def _read_decimal(text: str) -> Reading:
    match = _DECIMAL.fullmatch(text)
    if match is None:
        return None
    exponent = int(match["exponent"] or 0)
    if abs(exponent) > LARGEST_EXPONENT:
        return Unreadable("too_large")
    scale = _SHARES.get(match["scale"]) or Fraction(_MULTIPLES.get(match["scale"], 1))
    return _scaled(_plain(match), scale * Fraction(10) ** exponent, match["scale"] in _SHARES)


def _read_fraction(text: str) -> Reading:
    match = _FRACTION.fullmatch(text)
    return _over(int(match["over"]), int(match["under"])) if match else None


def _read_sum(text: str) -> Reading:
    """Read whole numbers of falling units: 2万5千, 1亿2000万, 3万5000."""
    if not _SUM.fullmatch(text):
        return None
    value, above = 0, LARGEST * 10
    for digits, unit in _SUM_PIECE.findall(text):
        unit_worth = _MULTIPLES.get(unit, 1)
        if int(digits) * unit_worth >= above:
            return None
        places_above = len(str(above)) - 1
        if not unit and len(digits) < places_above:
            shifted = value + int(digits) * 10 ** (places_above - len(digits))
            return Unreadable("short_numeral", suggestions=(str(shifted), str(value + int(digits))))
        value, above = value + int(digits) * unit_worth, unit_worth
    return Number(Fraction(value), False, Fraction(above))


def _read_parts(text: str) -> Reading:
    """Read 百分之八十 as a percentage and 三分之一 as a fraction."""
    match = _PARTS.fullmatch(text)
    if match is None:
        return None
    over, under = _read_plain(match["over"]), _read_plain(match["under"])
    if match["over"] == match["under"] == "百":
        over = Number(Fraction(100), False, Fraction(1))  # 百分之百, the one place where 百 needs no 一
    if over is None:
        return None
    if match["sign"] == "-":
        over = replace(over, value=-over.value)
    if match["under"] in _PARTS_OF:
        return _scaled(over, _PARTS_OF[match["under"]], True)
    if under is None or not over.step == under.step == 1:
        return None
    return _over(int(over.value), int(under.value))


def _read_tenths(text: str) -> Reading:
    """Read 八成 as 80 % and 七成五 as 75 %."""
    match = _TENTHS.fullmatch(text)
    tenths = _read_plain(match["tenths"]) if match else None
    if match is None or tenths is None or tenths.value > 10:
        return None
    if not match["hundredths"]:
        return _scaled(tenths, Fraction(1, 10), True)
    hundredths = _read_plain(match["hundredths"])
    if hundredths is None or tenths.step != 1 or tenths.value == 10:
        return None
    return Number(tenths.value / 10 + hundredths.value / 100, True, Fraction(1, 100))


def _read_spelled(text: str) -> Reading:
    """Read a Chinese numeral, perhaps with a percent sign; 一半 is one half."""
    if text == "一半":
        return _over(1, 2)
    match = _SPELLED.fullmatch(text)
    numeral = read_numeral(match["numeral"]) if match else None
    if match is not None and numeral is not None:
        is_share = match["scale"] in _SHARES
        spelled = Number(numeral.value, False, numeral.step)
        return _scaled(spelled, _SHARES[match["scale"]], True) if is_share else spelled
    shortened = read_shortened(text)
    return None if shortened is None else Unreadable("short_numeral", suggestions=(str(shortened),))


_FORMS: tuple[Callable[[str], Reading], ...] = (
    _read_decimal,
    _read_fraction,
    _read_sum,
    _read_parts,
    _read_tenths,
    _read_spelled,
)


def _read_plain(text: str) -> Number | None:
    """Read digits or a numeral without sign, unit or exponent."""
    if match := _PLAIN.fullmatch(text):
        return _plain(match)
    numeral = read_numeral(text)
    return None if numeral is None else Number(numeral.value, False, numeral.step)


def _plain(match: re.Match[str]) -> Number:
    whole, decimals = (match["whole"] or "0").replace(",", ""), match["decimals"] or ""
    step = Fraction(1, 10 ** len(decimals))
    return Number(int(whole + decimals) * step, False, step)


def _scaled(number: Number, scale: Fraction, is_percent: bool) -> Number:
    return Number(number.value * scale, is_percent, number.step * scale)


def _over(over: int, under: int) -> Number | Unreadable:
    if under == 0:
        return Unreadable("division_by_zero")
    return Number(Fraction(over, under), False, Fraction(0))


def _negated(read: Number | Unreadable) -> Number | Unreadable:
    if isinstance(read, Unreadable):
        return replace(read, suggestions=tuple(f"-{suggestion}" for suggestion in read.suggestions))
    return replace(read, value=-read.value)


def _within_bounds(read: Number | Unreadable) -> Number | Unreadable:
    if isinstance(read, Number) and abs(read.value) > LARGEST:
        return Unreadable("too_large")
    return read
