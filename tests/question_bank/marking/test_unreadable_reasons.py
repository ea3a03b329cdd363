"""What a reader is told about a number that could not be read."""

import pytest

from question_bank.marking.mark import Unreadable
from question_bank.marking.numbers import read_number, read_rate
from question_bank.marking.unreadable_reasons import why_unreadable

FALLBACK = why_unreadable(Unreadable("not_a_number"), "x")


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("0,75", "你想写的是“0.75”吗？", "Did you mean “0.75”?"),  # one way to read it
        ("12,34", "你想写的是“12.34”或“1234”吗？", "Did you mean “12.34” or “1234”?"),  # two
        ("1 1/2", "你想写的是“3/2”或“11/2”吗？", "Did you mean “3/2” or “11/2”?"),
        ("1。5", "你想写的是“1.5”吗？", "Did you mean “1.5”?"),
    ],
)
def test_what_may_have_been_meant_is_asked_last(typed: str, zh: str, en: str):
    unreadable = read_number(typed)
    assert isinstance(unreadable, Unreadable)
    message = why_unreadable(unreadable, typed)
    assert message.zh.endswith(zh) and message.en.endswith(en)
    assert f"“{typed}”" in message.zh and f"“{typed}”" in message.en


def test_without_a_suggestion_nothing_is_asked():
    message = why_unreadable(Unreadable("two_numbers"), "3 4")
    assert "吗" not in message.zh and "Did you mean" not in message.en


def test_braces_in_an_answer_are_shown_as_typed():
    assert "“{given}{0}”" in why_unreadable(Unreadable("not_a_number"), "{given}{0}").zh


def test_an_unknown_code_still_gets_a_sentence():
    assert why_unreadable(Unreadable("a_later_code"), "x") == FALLBACK


@pytest.mark.parametrize(
    "typed",
    ["", "9" * 41, "nan", "1e16", "1/0", "0,7", "1。5", "1 1/2", "2万5", "3 4", "2+3", "80"],
)
def test_every_fault_has_a_sentence_of_its_own_in_both_languages(typed: str):
    unreadable = read_rate(typed)
    assert isinstance(unreadable, Unreadable)
    message = why_unreadable(Unreadable(unreadable.code), "x")
    assert message != FALLBACK
    assert message.zh and message.en and message.zh != message.en
