"""A typed quantity: what counts as the number, and what is never guessed."""

from fractions import Fraction

import pytest

from exercises.core.quantity import Kind, read_quantity
from question_bank.marking import Number, Unreadable
from question_bank.marking.unreadable_reasons import why_unreadable
from question_bank.text import Text

YUAN = Text("元", "yuan")


@pytest.mark.parametrize(
    ("raw", "kind", "value"),
    [
        ("1.77%", Kind.RATE, "0.0177"),
        ("１．７７％", Kind.RATE, "0.0177"),  # a Chinese keyboard's digits
        ("0.0177", Kind.RATE, "0.0177"),  # below one it can only be the decimal
        ("31/1750", Kind.RATE, "31/1750"),  # a fraction says what it is
        ("7/4", Kind.RATE, "7/4"),  # so it may also be above one
        ("120%", Kind.RATE, "1.2"),  # with its sign even a rate above one is plain
        ("125%", Kind.RATIO, "1.25"),  # the same number as 1.25
        ("1.25", Kind.RATIO, "1.25"),
        ("1,200 元", Kind.MONEY, "1200"),
        ("1200yuan", Kind.MONEY, "1200"),
        ("−15", Kind.MONEY, "-15"),
        ("3 个", Kind.COUNT, "3"),
        ("1.2万元", Kind.MONEY, "12000"),  # the unit behind a multiple
        ("八十", Kind.SCORE, "80"),  # a number in words is a number
        ("百分之八十", Kind.RATE, "0.8"),
        ("八成", Kind.RATE, "0.8"),
    ],
)
def test_a_quantity_is_read(raw: str, kind: Kind, value: str) -> None:
    unit = Text("个", "cells") if kind is Kind.COUNT else YUAN
    read = read_quantity(raw, kind, unit)
    assert isinstance(read, Number)
    assert read.value == Fraction(value)


@pytest.mark.parametrize(
    ("raw", "kind", "code"),
    [
        ("1.77", Kind.RATE, "percent_sign_missing"),  # 1.77 % or 177 %? nobody guesses
        ("1", Kind.RATE, "percent_sign_missing"),  # 1 % or everybody
        ("-5", Kind.RATE, "percent_sign_missing"),
        ("50%", Kind.MONEY, "percent_not_expected"),
        ("80%", Kind.SCORE, "percent_not_expected"),  # would mix two scales
        ("八成", Kind.SCORE, "percent_not_expected"),  # a percentage in words
        ("9999999999999", Kind.MONEY, "too_large"),
        ("many", Kind.MONEY, "not_a_number"),
        ("", Kind.MONEY, "empty"),
        ("元", Kind.MONEY, "empty"),  # a unit without a number
        ("1/0", Kind.MONEY, "division_by_zero"),
        ("0,75", Kind.MONEY, "ambiguous_comma"),
        ("9" * 41, Kind.MONEY, "too_long"),
        ("1e16", Kind.MONEY, "too_large"),  # beyond the reader itself
        ("nan", Kind.MONEY, "not_finite"),
        ("1200-1100", Kind.MONEY, "expression"),
        ("5-10", Kind.MONEY, "two_numbers"),
        ("1。5", Kind.MONEY, "chinese_point"),
        ("1 1/2", Kind.RATE, "mixed_number"),
        ("2万5", Kind.MONEY, "short_numeral"),
    ],
)
def test_what_cannot_be_read_has_a_code_and_a_sentence(raw: str, kind: Kind, code: str) -> None:
    fault = read_quantity(raw, kind, YUAN)
    assert isinstance(fault, Unreadable)
    assert fault.code == code
    message = why_unreadable(fault, raw)
    assert message.zh and message.en and message.zh != message.en
    assert code == "not_a_number" or message != why_unreadable(Unreadable("not_a_number"), raw)


def test_the_missing_percent_sign_is_asked_about() -> None:
    fault = read_quantity(" 1.77 ", Kind.RATE)
    assert isinstance(fault, Unreadable)
    message = why_unreadable(fault, " 1.77 ")
    assert "“1.77”没有百分号" in message.zh and "你想写的是“1.77%”或“0.0177”吗？" in message.zh
    assert "Did you mean “1.77%” or “0.0177”?" in message.en
