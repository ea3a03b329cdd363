"""Numbers spelled in Chinese characters, read exactly and strictly.

The grammar is a regular expression, so a malformed numeral (十十, 百二十百) has no value at all; only what
the grammar accepts is worked out. Financial and Traditional characters count as the everyday ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

_EVERYDAY = str.maketrans(
    "壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億點兩〇○",
    "一二二三三四五六六七八九十百千万亿点两零零",
)
_DIGITS = "零一二三四五六七八九"
_PLACES = {"十": 10, "百": 100, "千": 1000}
_UNITS = {"万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
_SHORTENED = {"百": 10, "千": 100, "万": 1000, "亿": 10**7}  # the place a digit alone behind them stands for

_D = f"[{_DIGITS[1:]}]"
_TENS = f"{_D}?十{_D}?"
_HUNDREDS = f"{_D}百(?:{_TENS}|零{_D})?"
_THOUSANDS = f"{_D}千(?:{_HUNDREDS}|零?{_TENS}|零{_D})?"
_LONG = f"(?:{_THOUSANDS}|{_HUNDREDS}|{_TENS})"
_SECTION = f"(?:{_LONG}|{_D})"
# a digit alone behind a unit needs its 零: 一万零二 is 10002, 一万二 is colloquial for 12000
_LOWER = f"(?:零{_SECTION}|{_LONG})"
_WHOLE = f"(?:{_SECTION}万?亿(?:{_LOWER}万)?{_LOWER}?|{_SECTION}万{_LOWER}?|{_SECTION}|零)"

_NUMERAL = re.compile(_WHOLE)
_DECIMAL = re.compile(f"(?P<whole>{_WHOLE})点(?P<decimals>[{_DIGITS}]+)(?P<unit>{'|'.join(_UNITS)})?")
# digit by digit, as years are written; a pair such as 三五 says "three to five", unless it holds a zero
_BY_DIGIT = re.compile(f"{_D}(?:零|[{_DIGITS}]{{2,}})[{_DIGITS}]*")
_MISPLACED_TWO = re.compile(r"两(?![百千万亿点]|$)|(?<=.)两(?:点|$)")


@dataclass(frozen=True)
class Numeral:
    """A spelled number, and the worth of its last place: 1 for a whole number, which names every place."""

    value: Fraction
    step: Fraction


def read_numeral(text: str) -> Numeral | None:
    """Read a numeral without a sign (八十, 一万二千, 三点五万, 二〇二四), or return None."""
    plain = text.translate(_EVERYDAY)
    if _MISPLACED_TWO.search(plain):
        return None
    plain = plain.replace("两", "二")
    if match := _DECIMAL.fullmatch(plain):
        return _decimal(match)
    if _NUMERAL.fullmatch(plain):
        return Numeral(Fraction(_value(plain)), Fraction(1))
    if _BY_DIGIT.fullmatch(plain):
        return Numeral(Fraction(int(_as_digits(plain))), Fraction(1))
    return None


def read_shortened(text: str) -> int | None:
    """Return what a numeral that drops its last place word most likely means (一百二: 120), or None."""
    plain = text.translate(_EVERYDAY)
    if len(plain) < 3 or plain[-1] not in _DIGITS[1:] or plain[-2] not in _SHORTENED:
        return None
    head = read_numeral(plain[:-1])
    if head is None or head.step != 1:  # 三点五万二 is nothing
        return None
    return int(head.value) + _DIGITS.index(plain[-1]) * _SHORTENED[plain[-2]]


def _decimal(match: re.Match[str]) -> Numeral:
    decimals = _as_digits(match["decimals"])
    step = Fraction(_UNITS.get(match["unit"], 1), 10 ** len(decimals))
    digits = str(_value(match["whole"])) + decimals
    return Numeral(int(digits) * step, step)


def _value(numeral: str) -> int:
    """Work out a whole numeral that the grammar accepts; nothing spelled is 0."""
    for unit in ("亿", "万"):
        if unit in numeral:
            above, below = numeral.split(unit) if unit == "亿" else numeral.rsplit(unit, 1)
            return _value(above) * _UNITS[unit] + _value(below)
    total = digit = 0
    for character in numeral:
        if character in _PLACES:
            total += (digit or 1) * _PLACES[character]  # 十五 leaves out its 一
            digit = 0
        else:
            digit = _DIGITS.index(character)
    return total + digit


def _as_digits(spelled: str) -> str:
    return "".join(str(_DIGITS.index(character)) for character in spelled)
