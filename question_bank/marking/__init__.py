"""What an answer is worth. ``RULES_VERSION`` changes whenever the same answer could get another mark."""

from question_bank.marking.mark import Mark, PartMark, Points, Unreadable
from question_bank.marking.numbers import Number, read_number
from question_bank.marking.text_profile import normalise

RULES_VERSION = 1

__all__ = [
    "RULES_VERSION",
    "Mark",
    "Number",
    "PartMark",
    "Points",
    "Unreadable",
    "normalise",
    "read_number",
]
