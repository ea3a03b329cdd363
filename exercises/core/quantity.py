"""Reading one typed quantity: a number, and whether its unit makes sense for what was asked."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from exercises.core.wording import fill
from question_bank.marking import Number, Unreadable, read_number
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

    Codes: those of ``read_number`` and ``percent_sign_missing`` (a bare 1.77 where a rate is asked:
    it could be 1.77 % or 177 %, so nobody guesses), ``percent_not_expected``, ``too_large``.
    """
    number = read_number(_without_unit(raw, unit))
    if isinstance(number, Unreadable):
        return number
    # a typed fraction (step 0) says plainly what it is, also above one
    if kind is Kind.RATE and not number.is_percent and number.step and abs(number.value) >= 1:
        return Unreadable("percent_sign_missing")
    if number.is_percent and kind not in (Kind.RATE, Kind.RATIO):
        return Unreadable("percent_not_expected")
    return Unreadable("too_large") if abs(number.value) > LARGEST else number


def why_unreadable(code: str, given: str) -> Text:
    """Say why a typed number could not be read and what to type instead."""
    return fill(_WHY.get(code, _WHY["not_a_number"]), given=given.strip())


def _without_unit(raw: str, unit: Text | None) -> str:
    text = raw.strip()
    for word in (unit.zh, unit.en) if unit else ():
        text = text.removesuffix(word)
    return text


_WHY = {
    "empty": Text("这里还没有填。", "Nothing has been filled in here."),
    "not_a_number": Text(
        "“{given}”读不成一个数；请写成 12.5、1,200、3/4 或 1.77% 这样的形式。",
        "“{given}” cannot be read as a number; write it like 12.5, 1,200, 3/4 or 1.77%.",
    ),
    "too_long": Text(
        "这个数写得太长了，请控制在 40 个字符以内。",
        "This number is too long; keep it under 40 characters.",
    ),
    "ambiguous_comma": Text(
        "“{given}”里的逗号有两种读法：小数点请写成“.”，几个数之间请用空格或顿号隔开。",
        "The comma in “{given}” can be read in two ways: "
        "write decimals with a point, and put spaces between numbers.",
    ),
    "division_by_zero": Text(
        "“{given}”的分母是 0，没有意义。", "“{given}” divides by zero, which has no meaning."
    ),
    "percent_sign_missing": Text(
        "“{given}”没有百分号。你想写的是 {given}% 吗？请写成百分数（如 1.77%）或小数（如 0.0177）。",
        "“{given}” has no percent sign. Did you mean {given}%? "
        "Write a percentage (such as 1.77%) or a decimal (such as 0.0177).",
    ),
    "percent_not_expected": Text(
        "这里要的不是百分数，请去掉“{given}”里的百分号，写出数值本身。",
        "No percentage is asked for here; write “{given}” as a plain number.",
    ),
    "too_large": Text(
        "这个数超过了一万亿，请检查单位。", "This number is above a million million; check the unit."
    ),
}
