"""CLV as net present value: three conventions, each figure found a second way, and refusals."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import EXERCISES, Inputs, Refusal, Solution
from exercises.clv_npv.formula import CONVENTIONS, power, present_values

CLV = EXERCISES["clv-npv"]
FLOWS = st.lists(st.integers(-(10**6), 10**6).map(Fraction), min_size=1, max_size=8)
RATES = st.integers(0, 100).map(lambda n: Fraction(n, 100))
CODES = [convention.code for convention in CONVENTIONS]


def solved(flows: list[int], rate: str, convention: str) -> Solution:
    solution = CLV.solve(Inputs.of(cash_flows=flows, discount_rate=rate), convention)
    assert isinstance(solution, Solution)
    return solution


@pytest.mark.parametrize(
    ("flows", "rate", "convention", "shown"),
    [
        ([1000, 1200, 1500], "0.1", "end_of_period", "3027.80"),  # the reference figures
        ([1000, 1200, 1500], "0.1", "from_period_zero", "3330.58"),
        ([1000, 1200, 1500], "0.1", "mid_year", "3175.58"),
        ([1000, 1200, 1500], "0", "end_of_period", "3700"),  # no discounting: the plain sum
        ([1000], "1", "end_of_period", "500"),  # 100 % is the highest rate accepted
        ([100], "0.21", "mid_year", "90.91"),  # 1.21 has the exact root 1.1
        ([-500, 800], "0.08", "end_of_period", "222.91"),  # a first year that costs
        ([-500, 100], "0.08", "end_of_period", "−377.23"),
    ],
)
def test_the_sum_under_each_convention(flows: list[int], rate: str, convention: str, shown: str) -> None:
    assert solved(flows, rate, convention).answer("clv").shown.en == f"{shown} yuan"
    # the second way: Horner's scheme from the last year back, in Decimal
    growth, total = 1 + Decimal(rate), Decimal(0)
    for flow in reversed(flows):
        total = (total + flow) / growth
    lift = {"end_of_period": Decimal(1), "from_period_zero": growth, "mid_year": growth.sqrt()}[convention]
    assert round(total * lift, 2) == Decimal(shown.replace("−", "-"))


def test_the_other_conventions_are_told_in_one_line_each() -> None:
    told = [text.zh for text in solved([1000, 1200, 1500], "0.1", "end_of_period").other_conventions]
    assert len(told) == 2
    assert "3330.58" in told[0] and "3175.58" in told[1]


def test_a_total_below_zero_is_not_said_to_be_worth_keeping() -> None:
    assert "不值得维持" in solved([-500, 100], "0.08", "end_of_period").readings[0].zh


@given(FLOWS, RATES)
def test_period_zero_is_one_growth_factor_above_end_of_period(flows: list[Fraction], rate: Fraction) -> None:
    end, zero, mid = (
        sum(present_values(flows, rate, code), Fraction(0))
        for code in ("end_of_period", "from_period_zero", "mid_year")
    )
    assert zero == (1 + rate) * end
    assert abs(mid * mid - zero * end) <= Fraction(1, 10**6)  # mid-year is their geometric mean


@given(FLOWS, RATES, st.integers(1, 1000), st.sampled_from(CODES))
def test_scaling_the_money_scales_the_value(
    flows: list[Fraction], rate: Fraction, factor: int, convention: str
) -> None:
    scaled = present_values([flow * factor for flow in flows], rate, convention)
    assert scaled == tuple(value * factor for value in present_values(flows, rate, convention))


@given(FLOWS, RATES, st.sampled_from(CODES))
def test_a_year_without_money_adds_nothing(flows: list[Fraction], rate: Fraction, convention: str) -> None:
    longer = present_values([*flows, Fraction(0)], rate, convention)
    assert longer == (*present_values(flows, rate, convention), 0)


@given(st.integers(1, 50).map(lambda n: Fraction(n, 100)), st.sampled_from(CODES))
def test_a_higher_rate_makes_positive_money_worth_less(rate: Fraction, convention: str) -> None:
    flows = [Fraction(900), Fraction(800)]
    higher = sum(present_values(flows, rate + Fraction(1, 100), convention))
    assert higher < sum(present_values(flows, rate, convention))


def test_half_years_take_the_root() -> None:
    assert power(Fraction("1.21"), Fraction(3, 2)) == Fraction("1.331")  # exact where it can be
    root = power(Fraction("1.1"), Fraction(1, 2))
    assert abs(root**2 - Fraction("1.1")) < Fraction(1, 10**15)


@pytest.mark.parametrize(
    ("rate", "code"),
    [("-0.1", "negative_rate"), ("-1", "negative_rate"), ("1.01", "rate_above_one")],
)
def test_a_senseless_rate_is_refused(rate: str, code: str) -> None:
    result = CLV.solve(Inputs.of(cash_flows=[100], discount_rate=rate))
    assert isinstance(result, Refusal)
    assert (result.code, result.field) == (code, "discount_rate")
