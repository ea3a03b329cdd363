"""Which typed numbers are understood, how exactly, and what is refused."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.marking import Number, Unreadable, read_number
from question_bank.marking.numbers import MAX_CHARACTERS


@pytest.mark.parametrize(
    ("typed", "value", "step"),
    [
        ("250", 250, 1),
        ("0", 0, 1),
        ("-3", -3, 1),
        ("+3", 3, 1),
        ("0.75", Fraction(3, 4), Fraction(1, 100)),
        ("0.750", Fraction(3, 4), Fraction(1, 1000)),  # the zero typed at the end says how exact it is
        (".5", Fraction(1, 2), Fraction(1, 10)),  # the zero before the point may be left out
        ("5.", 5, 1),  # and so may all digits after it
        ("1,234.5", Fraction(2469, 2), Fraction(1, 10)),  # commas group thousands
        ("-1,234,567", -1234567, 1),
        ("1 234", 1234, 1),  # spaces mean nothing
        ("１２．５", Fraction(25, 2), Fraction(1, 10)),  # full width
        ("\u22125", -5, 1),  # the minus sign of Unicode
        ("\u20135", -5, 1),  # the dash typed in its place
        ("－5", -5, 1),  # the full-width one
        ("¥250", 250, 1),  # a unit of money is no fault
        ("250 元", 250, 1),
        ("1/3", Fraction(1, 3), 0),  # a fraction is exact
        ("-2/4", Fraction(-1, 2), 0),
        ("１／３", Fraction(1, 3), 0),
    ],
)
def test_plain_number_is_read_exactly(typed: str, value: Fraction, step: Fraction):
    assert read_number(typed) == Number(Fraction(value), False, Fraction(step))


@pytest.mark.parametrize(
    ("typed", "value", "step"),
    [
        ("1.77%", Fraction(177, 10_000), Fraction(1, 10_000)),
        ("80%", Fraction(4, 5), Fraction(1, 100)),
        ("８０％", Fraction(4, 5), Fraction(1, 100)),
        ("80 %", Fraction(4, 5), Fraction(1, 100)),
        ("-5%", Fraction(-1, 20), Fraction(1, 100)),
        ("1,200%", 12, Fraction(1, 100)),
    ],
)
def test_percent_is_a_hundredth_and_is_remembered(typed: str, value: Fraction, step: Fraction):
    assert read_number(typed) == Number(Fraction(value), True, step)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"),
        (" \t\u3000", "empty"),
        ("元", "empty"),  # a unit without a number
        ("0,75", "ambiguous_comma"),  # 0.75, or a slip? nobody knows
        ("0,750", "ambiguous_comma"),  # no thousands begin with 0
        ("1,2345", "ambiguous_comma"),
        ("1,23,456", "ambiguous_comma"),
        ("12，5", "ambiguous_comma"),  # the full-width comma is a comma
        ("1/0", "division_by_zero"),
        ("0/000", "division_by_zero"),
        ("abc", "not_a_number"),
        ("nan", "not_a_number"),  # float() would take these
        ("inf", "not_a_number"),
        ("-Infinity", "not_a_number"),
        ("1e5", "not_a_number"),  # e-notation is a later issue
        ("1_000", "not_a_number"),  # int() would take this
        ("0x10", "not_a_number"),
        ("1+1", "not_a_number"),  # expressions are not worked out
        ("2*3", "not_a_number"),
        ("1/2/3", "not_a_number"),
        ("1.5/2", "not_a_number"),
        ("__import__('os')", "not_a_number"),
        ("1.2.3", "not_a_number"),
        ("--5", "not_a_number"),
        ("½", "not_a_number"),
        ("²", "not_a_number"),  # a digit to Python, an exponent to a reader
        ("%", "not_a_number"),
        ("-", "not_a_number"),
        (".", "not_a_number"),
        ("三", "not_a_number"),  # Chinese numerals are a later issue
        ("\ud800", "not_a_number"),
    ],
)
def test_what_is_no_number_says_why(typed: str, code: str):
    assert read_number(typed) == Unreadable(code)


def test_longest_number_is_read_and_one_digit_more_is_too_long():
    assert read_number("9" * MAX_CHARACTERS) == Number(Fraction(10**MAX_CHARACTERS - 1), False, Fraction(1))
    assert read_number("9" * (MAX_CHARACTERS + 1)) == Unreadable("too_long")
    assert read_number("9" * 100_000) == Unreadable("too_long")


@given(st.integers(-(10**15), 10**15), st.integers(0, 6))
def test_written_decimal_is_read_back_exactly(digits: int, places: int):
    written = Decimal(digits).scaleb(-places)
    number, step = Fraction(written), Fraction(1, 10**places)
    assert read_number(f"{written:f}") == Number(number, False, step)
    assert read_number(f"{written:,f}") == Number(number, False, step)
    assert read_number(f"{written:f}%") == Number(number / 100, True, step / 100)


@given(st.text(st.sampled_from("0123456789,./%+-−¥元 ．，eE_") | st.characters()))
def test_any_text_is_a_number_or_has_a_known_reason(text: str):
    outcome = read_number(text)
    if isinstance(outcome, Unreadable):
        assert outcome.code in {"empty", "too_long", "ambiguous_comma", "division_by_zero", "not_a_number"}
    else:
        # the value is a whole number of its last places, except a fraction, which is exact
        assert outcome.step == 0 or (outcome.value / outcome.step).denominator == 1
        assert outcome.is_percent == ("%" in text or "％" in text)
