"""Problems on CLV: the convention is printed, table factors pass, the sum follows the own years."""

from fractions import Fraction

import pytest

from exercises import EXERCISES, Problem, Solution, Verdict, grade
from exercises.clv_npv.problems import tolerance
from question_bank.marking import Mark

CLV = EXERCISES["clv-npv"]


def answers_under(problem: Problem, convention: str) -> dict[str, str]:
    solution = CLV.solve(problem.inputs, convention)
    assert isinstance(solution, Solution)
    return {answer.name: f"{float(answer.value):.2f}" for answer in solution.answers}


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        ([1000, 1200, 1500], "0.19"),  # 0.005 + 0.00005 · 3700
        ([20, 30], "0.01"),  # never below one fen
        ([-2000, 2000], "0.205"),  # absolute amounts: losses are rounded too
    ],
)
def test_the_tolerance_grows_with_the_money(flows: list[int], expected: str) -> None:
    assert tolerance([Fraction(flow) for flow in flows]) == Fraction(expected)


def test_four_place_table_factors_pass() -> None:
    problem = CLV.problem(3)
    flows, rate = problem.inputs.many("cash_flows"), problem.inputs.one("discount_rate")
    factors = [round(1 / (1 + rate) ** year, 4) for year in range(1, len(flows) + 1)]
    by_table = sum(flow * factor for flow, factor in zip(flows, factors, strict=True))
    assert grade(problem, {"clv": f"{float(by_table):.2f}"}).part("clv").verdict is Verdict.RIGHT


def test_level_one_keeps_the_default_and_level_two_varies_the_convention() -> None:
    assert {CLV.problem(seed).convention for seed in range(40)} == {"end_of_period"}
    assert {CLV.problem(seed, 2).convention for seed in range(40)} == {c.code for c in CLV.conventions}


@pytest.mark.parametrize("level", CLV.levels)
def test_the_convention_stands_in_the_story(level: int) -> None:
    for seed in range(30):
        problem = CLV.problem(seed, level)
        says = CLV.convention(problem.convention).says
        assert says.zh in problem.story.zh
        assert says.en in problem.story.en


def test_the_other_convention_is_named_and_earns_half() -> None:
    problem = CLV.problem(7)
    typed = answers_under(problem, "from_period_zero")
    part = grade(problem, {"clv": typed["clv"]}).part("clv")
    assert part.verdict is Verdict.OTHER_CONVENTION
    assert (part.codes, part.earned) == (("from_period_zero",), Fraction(1, 2))
    assert "年初" in part.messages[0].zh


def test_the_sum_follows_the_own_years() -> None:
    problem = CLV.problem(7)
    sheet = grade(problem, answers_under(problem, "from_period_zero"))
    assert sheet.part("discounted_1").verdict is Verdict.OTHER_CONVENTION
    assert sheet.part("clv").follows_own_value  # the timing is paid for in the years, not again below
    assert isinstance(sheet.mark, Mark)
    assert sheet.mark.earned == Fraction(5, 2)


def test_whole_yuan_are_too_coarse_for_a_small_customer() -> None:
    # the milk household brings some 500 yuan a year: the tolerance is three fen, half a yuan is not
    problem = next(p for p in map(CLV.problem, range(100)) if "鲜奶" in p.story.zh and is_far_from_whole(p))
    part = grade(problem, {"discounted_1": f"{float(first_year(problem)):.0f}"}).part("discounted_1")
    assert (part.verdict, part.earned) == (Verdict.TOO_COARSE, Fraction(1, 2))


def first_year(problem: Problem) -> Fraction:
    return problem.solution.answer("discounted_1").value


def is_far_from_whole(problem: Problem) -> bool:
    return abs(first_year(problem) - round(first_year(problem))) > Fraction(1, 5)
