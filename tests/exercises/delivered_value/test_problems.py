"""Problems on delivered value: one slip is paid for once, and a loss can be the answer."""

from exercises import EXERCISES, Verdict, grade
from question_bank.marking import Mark

EXERCISE = EXERCISES["delivered-value"]


def test_a_forgotten_cost_is_paid_for_once() -> None:
    problem = EXERCISE.problem(4)
    price = problem.inputs.one("money_cost")
    value = problem.solution.answer("total_value").value
    sheet = grade(
        problem, {"total_value": str(value), "total_cost": str(price), "delivered_value": str(value - price)}
    )
    assert sheet.part("total_cost").codes == ("money_cost_only",)
    assert sheet.part("delivered_value").follows_own_value
    assert isinstance(sheet.mark, Mark)
    assert sheet.mark.earned == 2


def test_the_same_slip_in_the_last_part_alone_is_named_there() -> None:
    problem = EXERCISE.problem(4)
    wrong = problem.solution.answer("total_value").value - problem.inputs.one("money_cost")
    sheet = grade(problem, {"delivered_value": str(wrong)})
    assert sheet.part("delivered_value").verdict is Verdict.MISCONCEPTION
    assert sheet.part("delivered_value").codes == ("money_cost_only",)


def test_some_purchases_are_not_worth_it() -> None:
    results = [EXERCISE.problem(seed).solution.answer("delivered_value").value for seed in range(200)]
    assert 10 < sum(result < 0 for result in results) < 60  # believable, and no safe guess


def test_every_amount_stands_in_the_story_and_in_the_table() -> None:
    problem = EXERCISE.problem(9)
    assert len(problem.givens) == 8
    for given in problem.givens:
        assert f"{given.label.zh} **{given.shown.zh}**" in problem.story.zh
        assert f"{given.label.en} **{given.shown.en}**" in problem.story.en
