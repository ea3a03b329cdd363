"""Answers for any question of the bank, made from its key."""

from __future__ import annotations

from question_bank import Question
from question_bank.types import ChoiceQuestion, FillQuestion, TrueFalseQuestion, WrittenQuestion


def right_answer(question: Question) -> list[str]:
    """Return a response that earns full marks, or that a fair marker would give them."""
    if isinstance(question, WrittenQuestion):
        return [question.model_answer]
    if isinstance(question, FillQuestion):
        return [blank.accept[0].shown for blank in question.blanks]
    if isinstance(question, ChoiceQuestion):
        return sorted(question.correct_keys)
    assert isinstance(question, TrueFalseQuestion)
    return [question.correct_key]


def wrong_answer(question: Question) -> list[str]:
    """Return a readable response that earns nothing."""
    if isinstance(question, WrittenQuestion):
        return ["毫不相干"]
    if isinstance(question, FillQuestion):
        return ["987.654%" if key.numbers.is_whole_key else "毫不相干" for key in question.keys]
    if isinstance(question, ChoiceQuestion):
        return [next(key for key, option in question.keyed_options if not option.correct)]
    assert isinstance(question, TrueFalseQuestion)
    return ["false" if question.correct else "true"]
