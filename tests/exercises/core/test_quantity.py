"""A typed quantity: what counts as the number, and what is never guessed."""

from fractions import Fraction

import pytest

from exercises.core.quantity import Kind, read_quantity, why_unreadable
from question_bank.marking import Number, Unreadable
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
        ("9999999999999", Kind.MONEY, "too_large"),
        ("many", Kind.MONEY, "not_a_number"),
        ("", Kind.MONEY, "empty"),
        ("元", Kind.MONEY, "empty"),  # a unit without a number
        ("1/0", Kind.MONEY, "division_by_zero"),
        ("0,75", Kind.MONEY, "ambiguous_comma"),
        ("9" * 41, Kind.MONEY, "too_long"),
    ],
)
def test_what_cannot_be_read_has_a_code_and_a_sentence(raw: str, kind: Kind, code: str) -> None:
    assert read_quantity(raw, kind, YUAN) == Unreadable(code)
    message = why_unreadable(code, raw)
    assert message.zh and message.en and message.zh != message.en
    assert code == "not_a_number" or message != why_unreadable("not_a_number", raw)


def test_the_missing_percent_sign_is_asked_about() -> None:
    message = why_unreadable("percent_sign_missing", " 1.77 ")
    assert "你想写的是 1.77% 吗" in message.zh
    assert "Did you mean 1.77%?" in message.en
