"""The break-even response: figures, the border, and refusals."""

from fractions import Fraction

import pytest

from exercises import Inputs, Refusal, Solution
from exercises.rfm_break_even.formula import paying_cells, solve


def case(cost: str, net: str, *rates: str) -> Inputs:
    return Inputs.of(piece_cost=cost, net_revenue=net, response_rates=[Fraction(rate) for rate in rates])


@pytest.mark.parametrize(
    ("cost", "net", "shown"),
    [
        ("0.62", "35", "1.77%"),  # the course's own figures: 35 · 0.0177 = 0.6195
        ("4.75", "250", "1.9%"),  # 250 · 0.019 = 4.75 exactly
        ("1", "3", "33.33%"),
        ("40", "35", "114.29%"),  # honest, and said to be out of reach
    ],
)
def test_the_rate_is_cost_over_net_revenue(cost: str, net: str, shown: str) -> None:
    solution = solve(case(cost, net))
    assert isinstance(solution, Solution)
    (answer,) = solution.answers
    assert answer.shown.en == shown
    assert answer.value * Fraction(net) == Fraction(cost)


def test_a_rate_above_one_is_said_to_be_out_of_reach() -> None:
    solution = solve(case("40", "35"))
    assert isinstance(solution, Solution)
    assert "超过了 100%" in solution.readings[0].zh


@pytest.mark.parametrize(
    ("rates", "paying"),
    [
        (("0.031", "0.019", "0.012"), (1, 2)),
        (("0.0177", "0.0178"), (2,)),  # 1.77 % is a hair below 1.7714 %
        (("31/1750",), (1,)),  # exactly on the border: the cost is earned back, it counts
        (("0", "0.001"), ()),
    ],
)
def test_a_cell_pays_from_the_border_on(rates: tuple[str, ...], paying: tuple[int, ...]) -> None:
    assert paying_cells([Fraction(rate) for rate in rates], Fraction(31, 1750)) == paying
    solution = solve(case("0.62", "35", *rates))
    assert isinstance(solution, Solution)
    assert solution.answer("paying_cells").value == len(paying)
    # the second way: what 100,000 pieces to the cell earn
    profits = [Fraction(rate) * 100_000 * 35 - 62_000 for rate in rates]
    assert [number for number, profit in enumerate(profits, start=1) if profit >= 0] == list(paying)


def test_the_border_is_named() -> None:
    solution = solve(case("1", "50", "0.02", "0.03"))
    assert isinstance(solution, Solution)
    assert any("刚够保本" in reading.zh and "第 1 个" in reading.zh for reading in solution.readings)


def test_no_paying_cell_is_said_so() -> None:
    solution = solve(case("1", "50", "0.01"))
    assert isinstance(solution, Solution)
    assert any("没有一个单元" in reading.zh for reading in solution.readings)


@pytest.mark.parametrize(
    ("inputs", "code", "field"),
    [
        (case("0", "35"), "cost_not_positive", "piece_cost"),
        (case("-1", "35"), "cost_not_positive", "piece_cost"),
        (case("1", "0"), "net_revenue_not_positive", "net_revenue"),  # never infinity
        (case("1", "-5"), "net_revenue_not_positive", "net_revenue"),  # never "-20 %, feasible"
        (case("1", "35", "0.5", "1.2"), "response_out_of_range", "response_rates"),
        (case("1", "35", "-0.1"), "response_out_of_range", "response_rates"),
    ],
)
def test_what_has_no_break_even_is_refused(inputs: Inputs, code: str, field: str) -> None:
    result = solve(inputs)
    assert isinstance(result, Refusal)
    assert (result.code, result.field) == (code, field)
