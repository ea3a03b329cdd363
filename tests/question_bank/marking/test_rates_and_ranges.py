"""Which typed shares are plain and which are asked about, and what is a range of two numbers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.marking.mark import Unreadable
from question_bank.marking.numbers import MAX_CHARACTERS, Number, read_number, read_range, read_rate

WAN, YI = 10**4, 10**8


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1.77%", "0.0177"),
        ("0.0177", "0.0177"),  # below one it can only be the decimal
        ("0.99", "0.99"),
        ("-0.5", "-0.5"),
        ("120%", "1.2"),  # with its sign even a rate above one is plain
        ("百分之八十", "0.8"),
        ("八成", "0.8"),
        ("31/1750", "31/1750"),  # a fraction says what it is
        ("7/4", "7/4"),  # so it may also be above one
        ("0", "0"),
    ],
)
def test_a_rate_is_a_percentage_or_a_decimal(typed: str, value: str):
    read = read_rate(typed)
    assert isinstance(read, Number)
    assert read.value == Fraction(value)


@pytest.mark.parametrize(
    ("typed", "suggestions"),
    [
        ("1.77", ("1.77%", "0.0177")),  # 1.77 % or 177 %? nobody guesses
        ("1.770", ("1.770%", "0.01770")),  # the typed places are kept
        ("1", ("1%", "0.01")),  # 1 %, or everybody
        ("-5", ("-5%", "-0.05")),
        ("八十", ("80%", "0.80")),
        ("150", ("150%",)),  # 1.5 would be asked about again
        ("1.2万", ("12000%",)),
    ],
)
def test_a_bare_number_is_no_rate_yet(typed: str, suggestions: tuple[str, ...]):
    assert read_rate(typed) == Unreadable("percent_sign_missing", suggestions=suggestions)


def test_a_rate_that_is_no_number_says_why():
    assert read_rate("0,75") == read_number("0,75")


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        ("1-9", "1", "9"),
        ("1 - 9", "1", "9"),
        ("1～9", "1", "9"),  # the sign of a Chinese keyboard
        ("1~9", "1", "9"),
        ("1—9", "1", "9"),
        ("1——9", "1", "9"),  # Chinese dashes come in pairs
        ("1–9", "1", "9"),
        ("1至9", "1", "9"),
        ("1到9", "1", "9"),
        ("一到九", "1", "9"),
        ("5-5", "5", "5"),  # a range of one
        ("-5--1", "-5", "-1"),  # signs are no range signs
        ("-5~3", "-5", "3"),
        ("1/3-1/2", "1/3", "1/2"),
        ("80%-90%", "0.8", "0.9"),
        ("80-90%", "0.8", "0.9"),  # the unit at the end holds for both
        ("5%～10%", "0.05", "0.1"),
        ("5-10万", "50000", "100000"),
        ("5-10万元", "50000", "100000"),
        ("¥5-¥10", "5", "10"),
        ("1e-3-5", "1/1000", "5"),  # the dash of an exponent is passed over
    ],
)
def test_a_range_has_two_ends(typed: str, low: str, high: str):
    ends = read_range(typed)
    assert ends is not None
    assert [end.value for end in ends] == [Fraction(low), Fraction(high)]


@pytest.mark.parametrize(
    "typed",
    [
        "9-1",  # a subtraction
        "5",
        "-5",
        "1e-5",  # one small number
        "5%-10",  # a share and a number
        "1-2-3",
        "2024-01-05",
        "a-b",
        "",
        "5-",
        "1" * MAX_CHARACTERS + "-2",
    ],
)
def test_what_is_no_range_is_none(typed: str):
    assert read_range(typed) is None


@given(st.text(st.sampled_from("0123456789,.%-万一 ")) | st.decimals(allow_nan=False).map(str))
def test_what_is_suggested_for_a_rate_is_a_rate(text: str):
    outcome = read_rate(text)
    if isinstance(outcome, Unreadable) and outcome.code == "percent_sign_missing":
        assert all(isinstance(read_rate(suggestion), Number) for suggestion in outcome.suggestions)


@given(st.text(st.sampled_from("0123456789,./%-~至到万元 ") | st.characters()))
def test_any_range_runs_from_low_to_high_and_is_no_number(text: str):
    ends = read_range(text)
    if ends is not None:
        assert ends[0].value <= ends[1].value
        assert ends[0].is_percent == ends[1].is_percent
        assert isinstance(read_number(text), Unreadable)
