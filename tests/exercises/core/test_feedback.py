"""What the grader says when more than one story fits."""

from exercises.core.feedback import either_or, unreadable
from question_bank.marking import Unreadable
from question_bank.text import Text

ONE, TWO = Text("甲。", "One."), Text("乙。", "Two.")


def test_one_story_is_told_as_it_is() -> None:
    assert either_or([ONE]) == ONE


def test_two_stories_are_both_told() -> None:
    said = either_or([ONE, TWO])
    assert said.zh.endswith("要么：甲。要么：乙。")
    assert said.en.endswith("Either: One. Or: Two.")


def test_an_unknown_choice_is_told_apart_from_an_unreadable_number() -> None:
    assert unreadable(Unreadable("unknown_choice"), "z") != unreadable(Unreadable("not_a_number"), "z")
