"""Problems on C = b/a: every reading occurs, and the reading follows the learner's own ratio."""

from collections import Counter
from fractions import Fraction

from exercises import EXERCISES, Verdict, grade
from exercises.satisfaction_ratio.formula import READINGS

EXERCISE = EXERCISES["satisfaction-ratio"]


def test_every_reading_is_asked_about_often_enough() -> None:
    counts = Counter(EXERCISE.problem(seed).part("reading").answer for seed in range(300))
    assert set(counts) == set(READINGS)
    assert min(counts.values()) > 30  # else "never satisfied" would be a safe guess


def test_the_reading_follows_the_own_ratio() -> None:
    problem = next(
        problem
        for problem in map(EXERCISE.problem, range(100))
        if problem.part("reading").answer == "very_satisfied"
    )
    sheet = grade(problem, {"ratio": "0.123", "reading": "dissatisfied"})
    assert sheet.part("ratio").verdict is Verdict.WRONG
    assert sheet.part("reading").verdict is Verdict.RIGHT
    assert sheet.part("reading").follows_own_value


def test_a_ratio_rounded_to_one_does_not_excuse_the_reading() -> None:
    problem = next(
        problem
        for problem in map(EXERCISE.problem, range(300))
        if 1 < problem.solution.answer("ratio").value < Fraction(14, 10)
    )
    sheet = grade(problem, {"ratio": "1", "reading": "satisfied"})
    assert sheet.part("ratio").verdict is Verdict.TOO_COARSE
    assert sheet.part("reading").verdict is Verdict.WRONG  # it beat the expectation all the same


def test_a_ratio_may_be_given_in_percent() -> None:
    problem = EXERCISE.problem(1)
    (ratio,) = (answer.value for answer in problem.solution.answers)
    sheet = grade(problem, {"ratio": f"{float(ratio * 100):.2f}%"})
    assert sheet.part("ratio").verdict is Verdict.RIGHT
