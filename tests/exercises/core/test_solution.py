"""Answers are found by name."""

from fractions import Fraction

import pytest

from exercises.core import Answer, Solution
from question_bank.text import Text

ANSWER = Answer("ratio", Text("比", "ratio"), Fraction(1), None, Text("1", "1"))


def test_an_answer_is_found_by_its_name() -> None:
    assert Solution((ANSWER,), ()).answer("ratio") is ANSWER
    with pytest.raises(KeyError):
        Solution((ANSWER,), ()).answer("rate")
