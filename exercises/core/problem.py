"""A problem set to one learner: plain data, equal for equal seeds, and what may be shown of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from exercises.core.inputs import Inputs
from exercises.core.quantity import Kind
from exercises.core.solution import Solution
from question_bank.text import Text

Value: TypeAlias = Fraction | str
"""The answer of a part: a number, or the key of a choice."""

Follow: TypeAlias = Callable[[Inputs, Mapping[str, Fraction]], Value]
"""The right answer of a part, worked from the learner's own numbers in the earlier parts.

A plain module function, so that problems of one seed compare equal. It may raise ``KeyError`` for an
earlier part that was left empty: then there is nothing to follow.
"""


class PartKind(StrEnum):
    """How a part is answered."""

    NUMBER = "number"
    CHOICE = "choice"


@dataclass(frozen=True)
class KnownWrong:
    """A wrong value that has a story: the code of a misconception or a convention, and what to say."""

    code: str
    value: Value
    says: Text


@dataclass(frozen=True)
class Given:
    """One number of the story, for the table beside it."""

    name: str
    label: Text
    shown: Text


@dataclass(frozen=True)
class PublicPart:
    """A part as the learner may see it before answering."""

    name: str
    prompt: Text
    kind: PartKind
    unit: Text | None
    choices: tuple[tuple[str, Text], ...]
    is_rate: bool


@dataclass(frozen=True)
class Part:
    """One thing asked. ``tolerance`` is absolute, in the unit of the answer (a rate: as a fraction).

    ``misconceptions`` and ``other_conventions`` are filled in by the generator.
    """

    name: str
    prompt: Text
    answer: Value
    shown: Text  # the right answer as displayed after grading
    kind: PartKind = PartKind.NUMBER
    quantity: Kind = Kind.MONEY
    unit: Text | None = None
    tolerance: Fraction = Fraction(0)
    choices: tuple[tuple[str, Text], ...] = ()
    follow: Follow | None = None
    misconceptions: tuple[KnownWrong, ...] = ()
    other_conventions: tuple[KnownWrong, ...] = ()

    @property
    def is_rate(self) -> bool:
        """Whether a percentage is asked for."""
        return self.kind is PartKind.NUMBER and self.quantity is Kind.RATE

    def is_near(self, first: Value, second: Value) -> bool:
        """Whether two answers count as the same one here: equal keys, or numbers within the tolerance."""
        if isinstance(first, str) or isinstance(second, str):
            return first == second
        return abs(first - second) <= self.tolerance

    def public(self) -> PublicPart:
        """Return the part without its answer."""
        return PublicPart(self.name, self.prompt, self.kind, self.unit, self.choices, self.is_rate)


@dataclass(frozen=True)
class PublicProblem:
    """A problem as the learner may see it before answering."""

    exercise: str
    seed: int
    level: int
    convention: str
    story: Text
    givens: tuple[Given, ...]
    parts: tuple[PublicPart, ...]


@dataclass(frozen=True)
class Problem:
    """One drawn problem with everything needed to grade it. ``story`` is Markdown."""

    exercise: str
    seed: int
    level: int
    inputs: Inputs
    story: Text
    givens: tuple[Given, ...]
    parts: tuple[Part, ...]
    solution: Solution

    @property
    def convention(self) -> str:
        """The convention the story prints; empty where the formula leaves no choice."""
        return self.inputs.convention

    def part(self, name: str) -> Part:
        """Return the part of that name, or raise ``KeyError``."""
        return {part.name: part for part in self.parts}[name]

    def public(self) -> PublicProblem:
        """Return what the browser may hold: no answers, tolerances, working or wrong values."""
        parts = tuple(part.public() for part in self.parts)
        return PublicProblem(
            self.exercise, self.seed, self.level, self.convention, self.story, self.givens, parts
        )
