"""Sentences are built in both languages at once."""

from exercises.core.wording import fill, join
from question_bank.text import Text


def test_each_language_gets_its_own_words() -> None:
    filled = fill(Text("共{unit} {n}", "{n} {unit} in all"), unit=Text("元", "yuan"), n="3")
    assert filled == Text("共元 3", "3 yuan in all")


def test_braces_in_a_value_are_left_alone() -> None:
    # what a learner types goes into messages and must not be taken for a template
    assert fill(Text("“{given}”", "“{given}”"), given="{x}") == Text("“{x}”", "“{x}”")


def test_join_uses_the_separator_of_each_language() -> None:
    assert join([Text("一", "one"), Text("二", "two")], Text("、", ", ")) == Text("一、二", "one, two")
