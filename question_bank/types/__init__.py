"""One file per question type. A new type is one file, one template partial, one test, one line here."""

from question_bank.types.choice import ChoiceQuestion, MultipleQuestion, Option, SingleQuestion
from question_bank.types.fill import Blank, FillQuestion
from question_bank.types.question import (
    BLANK,
    NOT_BLANK,
    OPTION_KEYS,
    Level,
    PublicOption,
    PublicQuestion,
    Question,
    SelfTest,
)
from question_bank.types.true_false import TrueFalseQuestion

TYPES: dict[str, type[Question]] = {
    "fill": FillQuestion,
    "single": SingleQuestion,
    "multiple": MultipleQuestion,
    "true_false": TrueFalseQuestion,
}

__all__ = [
    "BLANK",
    "NOT_BLANK",
    "OPTION_KEYS",
    "TYPES",
    "Blank",
    "ChoiceQuestion",
    "FillQuestion",
    "Level",
    "MultipleQuestion",
    "Option",
    "PublicOption",
    "PublicQuestion",
    "Question",
    "SelfTest",
    "SingleQuestion",
    "TrueFalseQuestion",
]
