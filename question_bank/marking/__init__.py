"""What an answer is worth. ``RULES_VERSION`` changes whenever the same answer could get another mark."""

from question_bank.marking.mark import AwaitsMarker, Mark, PartMark, Points, ReadBack, Unreadable, Worth
from question_bank.marking.numbers import Number, read_number, read_range, read_rate
from question_bank.marking.text_profile import TextProfile, normalise

RULES_VERSION = 2

__all__ = [
    "RULES_VERSION",
    "AwaitsMarker",
    "Mark",
    "Number",
    "PartMark",
    "Points",
    "ReadBack",
    "TextProfile",
    "Unreadable",
    "Worth",
    "normalise",
    "read_number",
    "read_range",
    "read_rate",
]
