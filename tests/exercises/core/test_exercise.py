"""The methods every calculator shares."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from exercises import EXERCISES, Exercise, Inputs, NoClearDraw, Refusal, Solution, UnknownLevel
from exercises.core import Draft

CLV = EXERCISES["clv-npv"]
RATIO = EXERCISES["satisfaction-ratio"]
CASE = Inputs.of(cash_flows=[1000], discount_rate="0.1")


def clv(result: Solution | Refusal) -> Fraction:
    assert isinstance(result, Solution)
    return result.answer("clv").value


def test_a_named_convention_wins_over_the_inputs_and_those_over_the_default() -> None:
    assert clv(CLV.solve(CASE)) == Fraction(10000, 11)  # the default, end of year
    assert clv(CLV.solve(CASE.under("from_period_zero"))) == 1000
    assert clv(CLV.solve(CASE.under("from_period_zero"), "end_of_period")) == Fraction(10000, 11)


@pytest.mark.parametrize("exercise", [CLV, RATIO], ids=lambda exercise: exercise.slug)
def test_an_unknown_convention_is_refused(exercise: Exercise) -> None:
    result = exercise.solve(Inputs.of(**{v.name: 1 for v in exercise.variables}), "lunar_year")
    assert isinstance(result, Refusal)
    assert (result.code, result.field) == ("unknown_convention", "convention")


def test_an_unknown_level_is_an_error() -> None:
    with pytest.raises(UnknownLevel, match="no level 9"):
        RATIO.problem(1, level=9)


def test_a_generator_that_hides_every_mistake_gives_up() -> None:
    def draw(rng: Random, level: int) -> Draft:
        # 2 and 4: the difference 2 and the inverted... 4/2 = 2 is also 4 - 2
        return Draft(Inputs.of(expectation=2, experience=4), RATIO.title, ())

    with pytest.raises(NoClearDraw, match="200 draws"):
        replace(RATIO, draw=draw).problem(1)


def test_a_generator_that_draws_refused_numbers_is_an_error() -> None:
    def draw(rng: Random, level: int) -> Draft:
        return Draft(Inputs.of(expectation=0, experience=4), RATIO.title, ())

    with pytest.raises(NoClearDraw, match="expectation_zero"):
        replace(RATIO, draw=draw).problem(1)


def test_variables_and_conventions_are_found_by_name() -> None:
    assert CLV.variable("discount_rate").symbol == "r"
    assert CLV.convention("mid_year").code == "mid_year"
    assert CLV.default_convention == "end_of_period"
    assert RATIO.default_convention == ""
