"""What a calculator page needs: a calculator by its name, its inputs worked, a problem by its seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from exercises import EXERCISES, Exercise, InputFault, Problem, Refusal, Solution, UnknownLevel

SEED_DIGITS = 6  # short enough to read out in a class: "everybody take number 4711"
LEVEL_DIGITS = 2
SEED_LIMIT = 10**SEED_DIGITS


class ExerciseUnknown(LookupError):
    """There is no calculator with this name, or it has no such problem."""


@dataclass(frozen=True)
class Worked:
    """A form as typed and what became of it: a solution, a refusal, or faults by field."""

    typed: Mapping[str, str]
    convention: str
    solution: Solution | None = None
    refusal: Refusal | None = None
    faults: tuple[InputFault, ...] = ()

    def fault(self, field: str) -> InputFault | None:
        """Return what is wrong with a field, if anything."""
        return next((fault for fault in self.faults if fault.field == field), None)


def get_exercise(slug: str) -> Exercise:
    """Return a calculator.

    Raises:
        ExerciseUnknown: there is none with this name.
    """
    if slug not in EXERCISES:
        raise ExerciseUnknown(slug)
    return EXERCISES[slug]


def work(exercise: Exercise, typed: Mapping[str, str], convention: str) -> Worked:
    """Work a calculator on typed numbers; faults and refusals keep everything that was typed."""
    inputs = exercise.read_inputs(typed)
    if isinstance(inputs, tuple):
        return Worked(typed, convention, faults=inputs)
    result = exercise.solve(inputs, convention or None)
    if isinstance(result, Refusal):
        return Worked(typed, convention, refusal=result)
    return Worked(typed, convention, solution=result)


def get_problem(exercise: Exercise, seed: str, level: str) -> Problem:
    """Return the problem of a seed and level as they stand in an address.

    Raises:
        ExerciseUnknown: the address names no problem.
    """
    are_numbers = seed.isdecimal() and level.isdecimal()
    if not are_numbers or len(seed) > SEED_DIGITS or len(level) > LEVEL_DIGITS:
        raise ExerciseUnknown(f"{exercise.slug} {seed} {level}")
    try:
        return exercise.problem(int(seed), int(level))
    except UnknownLevel as error:
        raise ExerciseUnknown(f"{exercise.slug} {seed} {level}") from error


def draw_seed(rng: Random) -> int:
    """Return the number of a fresh problem."""
    return rng.randrange(SEED_LIMIT)
