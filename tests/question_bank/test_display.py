"""Shown numbers: half up, no idle zeros, nothing lost on the way back."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.display import decimal, exact, half_up, latex, money, percent, relation
from question_bank.marking import Number, read_number


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        (Fraction("0.01125"), 4, "0.0113"),  # half up; Python's round and format give 0.0112
        (Fraction("2.5"), 0, "3"),  # not the even neighbour
        (Fraction("-2.5"), 0, "-3"),  # a half goes away from zero on both sides
        (Fraction("-0.001"), 2, "0.00"),  # never "-0.00"
        (Fraction(2), 2, "2.00"),  # asked-for zeros stay
        (Fraction(10**30 + 1, 10), 1, "100000000000000000000000000000.1"),  # beyond Decimal's 28 digits
    ],
)
def test_half_up_rounds_as_a_teacher_does(value: Fraction, places: int, shown: str) -> None:
    assert half_up(value, places) == Decimal(shown)
    assert f"{half_up(value, places):f}" == shown


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (money(Fraction(1200)), "1200"),  # whole yuan carry no fen
        (money(Fraction("2.5")), "2.50"),  # 2.5 yuan is written with two places
        (money(Fraction("-15.004")), "−15.00"),
        (percent(Fraction(31, 1750)), "1.77%"),  # 0.62/35
        (percent(Fraction(1, 10)), "10%"),  # no 10.00%
        (percent(Fraction(0)), "0%"),
        (decimal(Fraction(100), 0), "100"),  # zeros before the point are not idle
        (decimal(Fraction(5, 6)), "0.83"),
        (exact(Fraction(1, 8)), "0.125"),
        (exact(Fraction(1, 3)), "1/3"),  # would never end
        (exact(Fraction(-1, 3)), "−1/3"),
        (latex("−1.77%"), r"-1.77\%"),
    ],
)
def test_numbers_are_shown(shown: str, expected: str) -> None:
    assert shown == expected


def test_relation_says_whether_rounding_lost_something() -> None:
    assert relation(Fraction("1.25"), 2) == "="
    assert relation(Fraction("1.255"), 2) == r"\approx"


@given(st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=10**6), st.integers(0, 6))
def test_rounding_is_never_further_than_half_a_place(value: Fraction, places: int) -> None:
    assert abs(Fraction(half_up(value, places)) - value) <= Fraction(1, 2 * 10**places)


@given(st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=10**4))
def test_an_exact_number_reads_back_as_itself(value: Fraction) -> None:
    read = read_number(exact(value))
    assert isinstance(read, Number)
    assert read.value == value
