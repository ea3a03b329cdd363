"""One file per question type. A new type is one file, one template partial, one test, one line here."""

from question_bank.types.blank import Blank
from question_bank.types.calculator_link import CalculatorLink
from question_bank.types.case import CASE, Case, CasePart
from question_bank.types.choice import ChoiceQuestion, MultipleQuestion, Option, SingleQuestion
from question_bank.types.fields import NOT_BLANK
from question_bank.types.fill import FillQuestion, ReadingStep
from question_bank.types.question import (
    BLANK,
    OPTION_KEYS,
    Gets,
    Level,
    PublicOption,
    PublicQuestion,
    Question,
    SelfTest,
)
from question_bank.types.true_false import TrueFalseQuestion
from question_bank.types.written import KeyPoint, ShortQuestion, TermQuestion, WrittenQuestion

TYPES: dict[str, type[Question]] = {
    "fill": FillQuestion,
    "single": SingleQuestion,
    "multiple": MultipleQuestion,
    "true_false": TrueFalseQuestion,
    "term": TermQuestion,
    "short": ShortQuestion,
}

__all__ = [
    "BLANK",
    "CASE",
    "NOT_BLANK",
    "OPTION_KEYS",
    "TYPES",
    "Blank",
    "CalculatorLink",
    "Case",
    "CasePart",
    "ChoiceQuestion",
    "FillQuestion",
    "Gets",
    "KeyPoint",
    "Level",
    "MultipleQuestion",
    "Option",
    "PublicOption",
    "PublicQuestion",
    "Question",
    "ReadingStep",
    "SelfTest",
    "ShortQuestion",
    "SingleQuestion",
    "TermQuestion",
    "TrueFalseQuestion",
    "WrittenQuestion",
]
