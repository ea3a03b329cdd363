"""A calculator: one formula with everything needed to explain it, work it, set it and mark it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from exercises.core.generation import (
    MAX_DRAWS,
    Draft,
    NoClearDraw,
    UnknownLevel,
    attach_convention,
    attach_misconceptions,
    is_clear,
)
from exercises.core.inputs import InputFault, Inputs, Variable, read_inputs
from exercises.core.misconception import Convention, Misconception
from exercises.core.problem import Part, Problem
from exercises.core.solution import Refusal, Solution
from exercises.core.wording import fill
from question_bank.text import Text


@dataclass(frozen=True)
class Exercise:
    """A calculator of the course.

    ``formula`` is LaTeX, ``explanation`` Markdown. ``conventions`` is empty where the formula leaves no
    choice; otherwise the first is the default. ``work``,
    ``draw`` and ``ask`` are the calculator's own functions: call the methods instead.
    """

    slug: str
    title: Text
    summary: Text
    explanation: Text
    formula: str
    variables: tuple[Variable, ...]
    source: Text
    facts: tuple[str, ...]
    misconceptions: tuple[Misconception, ...]
    work: Callable[[Inputs], Solution | Refusal]
    draw: Callable[[Random, int], Draft]
    ask: Callable[[Inputs, Solution], tuple[Part, ...]]
    conventions: tuple[Convention, ...] = ()
    levels: tuple[int, ...] = (1,)

    @property
    def default_convention(self) -> str:
        """The code of the convention used when none is named; empty where there is no choice."""
        return self.conventions[0].code if self.conventions else ""

    def convention(self, code: str) -> Convention:
        """Return the convention of that code, or raise ``KeyError``."""
        return {convention.code: convention for convention in self.conventions}[code]

    def variable(self, name: str) -> Variable:
        """Return the variable of that name, or raise ``KeyError``."""
        return {variable.name: variable for variable in self.variables}[name]

    def read_inputs(self, raw: Mapping[str, str]) -> Inputs | tuple[InputFault, ...]:
        """Read typed fields into exact numbers, or return every fault at once."""
        return read_inputs(self.variables, raw)

    def solve(self, inputs: Inputs, convention: str | None = None) -> Solution | Refusal:
        """Work the formula on the given numbers, or refuse with a reason.

        ``convention`` wins over the one in ``inputs``, which wins over the default.
        """
        chosen = convention or inputs.convention or self.default_convention
        if chosen not in {known.code for known in self.conventions} | {self.default_convention}:
            return Refusal("unknown_convention", "convention", _UNKNOWN_CONVENTION)
        return self.work(inputs.under(chosen))

    def problem(self, seed: int, level: int = 1) -> Problem:
        """Draw the problem of a seed: the same seed and level always give the same problem.

        Raises ``UnknownLevel``; ``NoClearDraw`` when no draw keeps the known mistakes apart.
        """
        if level not in self.levels:
            raise UnknownLevel(f"{self.slug} has no level {level}")
        # a text seed is hashed, so that neighbouring seeds, levels and calculators share no dice
        rng = Random(f"{self.slug}/{level}/{seed}")
        for _ in range(MAX_DRAWS):
            draft = self.draw(rng, level)
            solution = self.solve(draft.inputs)
            if isinstance(solution, Refusal):
                raise NoClearDraw(f"{self.slug} drew numbers it refuses itself: {solution.code}")
            parts = self._known_wrong(self.ask(draft.inputs, solution), draft.inputs)
            if all(is_clear(part) for part in parts):
                return Problem(
                    self.slug, seed, level, draft.inputs, draft.story, draft.givens, parts, solution
                )
        raise NoClearDraw(f"{self.slug}, level {level}, seed {seed}: {MAX_DRAWS} draws, none clear")

    def _known_wrong(self, parts: tuple[Part, ...], inputs: Inputs) -> tuple[Part, ...]:
        parts = attach_misconceptions(parts, self.misconceptions, inputs)
        for other in (known for known in self.conventions if known.code != inputs.convention):
            result = self.solve(inputs, other.code)
            if isinstance(result, Solution):
                says = fill(_OTHER_CONVENTION, other=other.name, own=self.convention(inputs.convention).name)
                values = {answer.name: answer.value for answer in result.answers}
                parts = attach_convention(parts, other.code, says, values)
        return parts


_UNKNOWN_CONVENTION = Text(
    "没有这种计算口径，请从列出的几种里选。", "There is no such convention; choose a listed one."
)
_OTHER_CONVENTION = Text(
    "方法对，口径不同：这是按“{other}”算出的数，而题目规定的是“{own}”。",
    "The method is right, the convention is not: this is the number for “{other}”, "
    "but the problem says “{own}”.",
)
