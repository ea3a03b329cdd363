"""Why a typed number could not be read, and what to type instead, for blanks and calculators alike."""

from __future__ import annotations

from question_bank.marking.mark import Unreadable
from question_bank.text import Text


def why_unreadable(unreadable: Unreadable, given: str) -> Text:
    """Say why a typed number could not be read, and ask about the forms it may have been meant as.

    A code without a sentence of its own is explained as ``not_a_number``.
    """
    reason = _WHY.get(unreadable.code, _WHY["not_a_number"]).format(given=given.strip())
    if not unreadable.suggestions:
        return reason
    quoted = [f"“{suggestion}”" for suggestion in unreadable.suggestions]
    return Text(
        f"{reason.zh}你想写的是{'或'.join(quoted)}吗？",
        f"{reason.en} Did you mean {' or '.join(quoted)}?",
    )


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
        "“{given}”里的逗号有不止一种读法：小数点请写成“.”，几个数之间请用空格或顿号隔开。",
        "The comma in “{given}” can be read in more than one way: "
        "write decimals with a point, and put spaces between numbers.",
    ),
    "chinese_point": Text("“{given}”里的小数点请写成“.”。", "Write the decimal point in “{given}” as “.”."),
    "mixed_number": Text(
        "“{given}”像是带分数，这里请写成一个分数或小数。",
        "“{given}” looks like a mixed number; write one fraction or a decimal.",
    ),
    "short_numeral": Text(
        "“{given}”省略了最后一个数位，请用数字写全。",
        "“{given}” leaves out its last place; write it out in digits.",
    ),
    "division_by_zero": Text(
        "“{given}”的分母是 0，没有意义。", "“{given}” divides by zero, which has no meaning."
    ),
    "not_finite": Text(
        "“{given}”不是一个确定的数，请写出数值。", "“{given}” is no definite number; write a value."
    ),
    "too_large": Text(
        "“{given}”超出了这里能用的范围，请检查数位、指数和单位。",
        "“{given}” is beyond the range used here; check its digits, exponent and unit.",
    ),
    "expression": Text(
        "“{given}”是一个算式，这里只要算出的结果。",
        "“{given}” is a calculation; only its result is asked for here.",
    ),
    "two_numbers": Text(
        "“{given}”里不止一个数，这里只要一个数。",
        "“{given}” holds more than one number; only one is asked for here.",
    ),
    "percent_sign_missing": Text(
        "“{given}”没有百分号：请写成百分数（带上 %），或写成小数。",
        "“{given}” has no percent sign: write a percentage with its %, or a decimal.",
    ),
    "percent_not_expected": Text(
        "这里要的不是百分数，请去掉“{given}”里的百分号，写出数值本身。",
        "No percentage is asked for here; write “{given}” as a plain number.",
    ),
}
