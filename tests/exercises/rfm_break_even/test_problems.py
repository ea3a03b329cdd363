"""Problems on break-even: believable rates, no cell near the border, percent read with care."""

from fractions import Fraction

import pytest

from exercises import EXERCISES, Problem, Verdict, grade
from question_bank.marking import Unreadable

EXERCISE = EXERCISES["rfm-break-even"]
PROBLEMS = [EXERCISE.problem(seed) for seed in range(150)]


def rate_of(problem: Problem) -> Fraction:
    return problem.solution.answer("break_even_rate").value


def test_rates_are_believable() -> None:
    # above 1 %, so that a forgotten percent sign can never be read as a decimal
    assert all(Fraction(1, 100) < rate_of(problem) <= Fraction(8, 100) for problem in PROBLEMS)


def test_no_cell_lies_near_the_border() -> None:
    for problem in PROBLEMS:
        gaps = [abs(response - rate_of(problem)) for response in problem.inputs.many("response_rates")]
        assert min(gaps) >= Fraction(6, 10_000)


def test_the_number_of_paying_cells_is_no_safe_guess() -> None:
    counts = {problem.part("paying_cells").answer for problem in PROBLEMS}
    assert counts == {2, 3, 4, 5}


def test_a_rate_without_its_sign_is_asked_about_and_costs_nothing() -> None:
    problem = EXERCISE.problem(2)
    typed = f"{float(rate_of(problem) * 100):.2f}"
    sheet = grade(problem, {"break_even_rate": typed, "paying_cells": "3"})
    assert sheet.mark == Unreadable("percent_sign_missing", 0)
    assert f"你想写的是“{typed}%”" in sheet.part("break_even_rate").messages[0].zh
    assert grade(problem, {"break_even_rate": typed + "%"}).part("break_even_rate").verdict is Verdict.RIGHT


@pytest.mark.parametrize("suffix", ["", "个", " cells"])
def test_a_count_may_carry_its_unit(suffix: str) -> None:
    problem = EXERCISE.problem(2)
    typed = f"{problem.part('paying_cells').answer}{suffix}"
    assert grade(problem, {"paying_cells": typed}).part("paying_cells").verdict is Verdict.RIGHT


def test_the_cells_follow_the_own_rate() -> None:
    problem = EXERCISE.problem(2)
    cells = len(problem.inputs.many("response_rates"))
    sheet = grade(problem, {"break_even_rate": "0.01%", "paying_cells": str(cells)})
    assert sheet.part("break_even_rate").verdict is Verdict.WRONG
    assert sheet.part("paying_cells").follows_own_value


def test_the_rule_for_the_border_is_printed() -> None:
    assert all("含正好相等" in problem.story.zh for problem in PROBLEMS)
