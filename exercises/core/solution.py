"""What a calculator returns: answers with their working, or a refusal that says why."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from question_bank.text import Text


@dataclass(frozen=True)
class Step:
    """One line of working: what is done, in words, and the line itself in LaTeX without Chinese."""

    text: Text
    latex: str


@dataclass(frozen=True)
class Answer:
    """One named result: its exact value and how it is shown, unit included."""

    name: str
    label: Text
    value: Fraction
    unit: Text | None
    shown: Text


@dataclass(frozen=True)
class Solution:
    """Answers and working. The last step ends in the last answer.

    ``readings`` say what the numbers mean; ``other_conventions`` what they would be by another rule.
    """

    answers: tuple[Answer, ...]
    steps: tuple[Step, ...]
    readings: tuple[Text, ...] = ()
    other_conventions: tuple[Text, ...] = ()

    def answer(self, name: str) -> Answer:
        """Return the answer of that name, or raise ``KeyError``."""
        return {answer.name: answer for answer in self.answers}[name]


@dataclass(frozen=True)
class Refusal:
    """Why readable numbers have no result here: a stable code, the field to change, one sentence."""

    code: str
    field: str
    reason: Text
