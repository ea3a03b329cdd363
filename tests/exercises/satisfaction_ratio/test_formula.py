"""C = b/a: figures, readings and refusals."""

from fractions import Fraction

import pytest

from exercises import Inputs, Refusal, Solution
from exercises.satisfaction_ratio.formula import (
    DISSATISFIED,
    SATISFIED,
    VERY_SATISFIED,
    reading,
    solve,
)


def case(expectation: str, experience: str) -> Inputs:
    return Inputs.of(expectation=expectation, experience=experience)


@pytest.mark.parametrize(
    ("expectation", "experience", "value", "shown", "key"),
    [
        ("8", "10", "5/4", "1.25", VERY_SATISFIED),  # 8 · 1.25 = 10
        ("10", "8", "4/5", "0.8", DISSATISFIED),
        ("7", "7", "1", "1", SATISFIED),
        ("6", "5", "5/6", "0.83", DISSATISFIED),  # rounded once, for display only
        ("0.1", "0.3", "3", "3", VERY_SATISFIED),  # floats would make it 2.9999999999999996
        ("9", "0", "0", "0", DISSATISFIED),  # nothing of the expectation was met
        ("1000", "999", "999/1000", "1", DISSATISFIED),  # shown as 1, still below it
    ],
)
def test_the_ratio_and_its_reading(
    expectation: str, experience: str, value: str, shown: str, key: str
) -> None:
    solution = solve(case(expectation, experience))
    assert isinstance(solution, Solution)
    answer = solution.answer("ratio")
    assert answer.value == Fraction(value)
    assert answer.value * Fraction(expectation) == Fraction(experience)  # the second way: multiply back
    assert answer.shown.en == shown
    assert reading(answer.value) == key


def test_a_rounded_ratio_is_not_said_to_equal_one() -> None:
    solution = solve(case("1000", "999"))
    assert isinstance(solution, Solution)
    assert solution.readings[0].zh.startswith("C ≈ 1，小于 1")


@pytest.mark.parametrize(
    ("expectation", "experience", "code", "field"),
    [
        ("0", "8", "expectation_zero", "expectation"),  # never infinity
        ("0", "0", "expectation_zero", "expectation"),  # nor a made-up 1
        ("-3", "8", "negative_score", "expectation"),
        ("8", "-1", "negative_score", "experience"),
    ],
)
def test_what_has_no_ratio_is_refused(expectation: str, experience: str, code: str, field: str) -> None:
    result = solve(case(expectation, experience))
    assert isinstance(result, Refusal)
    assert (result.code, result.field) == (code, field)
