"""The mistaken ways to discount, and the numbers they leave in each year and in the sum."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from exercises.clv_npv.formula import (
    END_OF_PERIOD,
    FROM_PERIOD_ZERO,
    exponent,
    part_name,
    power,
    present_values,
)
from exercises.core import Inputs, Misconception
from exercises.core.problem import Value
from question_bank.text import Text


def _each_year(inputs: Inputs, factor: Callable[[Fraction], Fraction]) -> Mapping[str, Value]:
    """Return what a mistaken factor, worked from the years of discounting, leaves in every part.

    A year in which it equals the right factor, or the factor of an accepted convention, is left out:
    there the slip cannot be told from sound work.
    """
    flows, rate = inputs.many("cash_flows"), inputs.one("discount_rate")
    years = [exponent(year, inputs.convention) for year in range(1, len(flows) + 1)]
    wrong = [flow * factor(length) for flow, length in zip(flows, years, strict=True)]
    sound = [present_values(flows, rate, code) for code in (inputs.convention, *_ACCEPTED)]
    parts: dict[str, Value] = {"clv": sum(wrong, Fraction(0))}
    for number, value in enumerate(wrong):
        if all(value != values[number] for values in sound):
            parts[part_name(number + 1)] = value
    return parts


_ACCEPTED = (END_OF_PERIOD, FROM_PERIOD_ZERO)


def _undiscounted(inputs: Inputs) -> Mapping[str, Value]:
    return _each_year(inputs, lambda years: Fraction(1))


def _compounded(inputs: Inputs) -> Mapping[str, Value]:
    growth = 1 + inputs.one("discount_rate")
    return _each_year(inputs, lambda years: power(growth, years))


def _rate_subtracted(inputs: Inputs) -> Mapping[str, Value]:
    shrink = 1 - inputs.one("discount_rate")
    return _each_year(inputs, lambda years: power(shrink, years))


def _simple_interest(inputs: Inputs) -> Mapping[str, Value]:
    rate = inputs.one("discount_rate")
    return _each_year(inputs, lambda years: 1 / (1 + rate * years))


def _percent_as_whole(inputs: Inputs) -> Mapping[str, Value]:
    growth = 1 + 100 * inputs.one("discount_rate")
    return _each_year(inputs, lambda years: 1 / power(growth, years))


def _one_year_too_many(inputs: Inputs) -> Mapping[str, Value]:
    if inputs.convention == FROM_PERIOD_ZERO:
        return {}  # then one year more is the end-of-year convention, not a slip
    growth = 1 + inputs.one("discount_rate")
    return _each_year(inputs, lambda years: 1 / power(growth, years + 1))


def _discounted_once(inputs: Inputs) -> Mapping[str, Value]:
    total = sum(inputs.many("cash_flows"), Fraction(0))
    return {"clv": total / (1 + inputs.one("discount_rate"))}


def _discounted_by_last_year(inputs: Inputs) -> Mapping[str, Value]:
    flows = inputs.many("cash_flows")
    last = exponent(len(flows), inputs.convention)
    return {"clv": sum(flows, Fraction(0)) / power(1 + inputs.one("discount_rate"), last)}


MISCONCEPTIONS = (
    Misconception(
        "not_discounted",
        _undiscounted,
        Text(
            "你没有折现；以后的钱要除以 (1 + r) 的幂，才是今天的价值。",
            "You did not discount; later money is divided by a power of (1 + r) to be worth today's.",
        ),
    ),
    Misconception(
        "compounded_for_discounted",
        _compounded,
        Text(
            "你乘了 (1 + r) 的幂，那是求终值；求现值要除以它。",
            "You multiplied by the power of (1 + r), which gives a future value; divide for the present one.",
        ),
    ),
    Misconception(
        "rate_subtracted",
        _rate_subtracted,
        Text(
            "你乘的是 (1 − r) 的幂；折现是除以 (1 + r) 的幂，两者不相等。",
            "You multiplied by powers of (1 − r); discounting divides by powers of (1 + r), which differs.",
        ),
    ),
    Misconception(
        "simple_interest",
        _simple_interest,
        Text(
            "你按单利折现，除以了 (1 + i·r)；贴现是复利，要除以 (1 + r) 的 i 次方。",
            "You discounted by simple interest, 1 + i·r; it compounds, so divide by (1 + r) to the power i.",
        ),
    ),
    Misconception(
        "percent_as_whole_number",
        _percent_as_whole,
        Text(
            "你把贴现率的百分数当成整数代进去了；10% 要写成 0.1，1 + r 是 1.1，不是 11。",
            "You put the percentage in as a whole number; 10% goes in as 0.1, so 1 + r is 1.1, not 11.",
        ),
    ),
    Misconception(
        "one_year_too_many",
        _one_year_too_many,
        Text(
            "每一年都多折现了一年；请对照题目约定的现金流时点确定指数。",
            "Every year is discounted for one year too many; take the exponent from the stated timing.",
        ),
    ),
    Misconception(
        "discounted_once",
        _discounted_once,
        Text(
            "你把各年加总后只除了一次 (1 + r)；每年的钱要按各自的年数折现。",
            "You added the years and divided once by (1 + r); each year has its own number of years.",
        ),
    ),
    Misconception(
        "discounted_by_last_year",
        _discounted_by_last_year,
        Text(
            "你把各年加总后全按最后一年折现；早到的钱折现的年数要少。",
            "You added the years and discounted all of it by the last; earlier money is discounted for less.",
        ),
    ),
)
