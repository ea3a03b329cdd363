"""Delivered value: sums, differences and refusals."""

import pytest

from exercises import Inputs, Refusal, Solution
from exercises.delivered_value.formula import COSTS, VALUES, solve


def case(values: tuple[str, ...], costs: tuple[str, ...]) -> Inputs:
    return Inputs.of(**dict(zip((*VALUES, *COSTS), (*values, *costs), strict=True)))


@pytest.mark.parametrize(
    ("values", "costs", "shown", "reading"),
    [
        # 5200 + 400 + 200 + 300 = 6100; 4800 + 150 + 120 + 80 = 5150; in pairs: 400 + 250 + 80 + 220 = 950
        (("5200", "400", "200", "300"), ("4800", "150", "120", "80"), ("6100", "5150", "950"), "为正"),
        (
            ("100", "0", "0", "0"),
            ("150", "0", "0", "0"),
            ("100", "150", "−50"),
            "为负",
        ),  # may well be negative
        (("60", "20", "10", "10"), ("70", "10", "10", "10"), ("100", "100", "0"), "为 0"),
        (("0.1", "0.2", "0", "0"), ("0.3", "0", "0", "0"), ("0.30", "0.30", "0"), "为 0"),  # not 5.6e-17
        (("9.99", "0", "0", "0"), ("1.5", "0", "0", "0"), ("9.99", "1.50", "8.49"), "为正"),
    ],
)
def test_both_totals_and_their_difference(
    values: tuple[str, ...], costs: tuple[str, ...], shown: tuple[str, ...], reading: str
) -> None:
    solution = solve(case(values, costs))
    assert isinstance(solution, Solution)
    assert tuple(answer.shown.zh for answer in solution.answers) == tuple(f"{amount} 元" for amount in shown)
    assert reading in solution.readings[0].zh


@pytest.mark.parametrize("name", [*VALUES, *COSTS])
def test_a_negative_amount_is_refused(name: str) -> None:
    amounts = dict.fromkeys((*VALUES, *COSTS), 10) | {name: -1}
    result = solve(Inputs.of(**amounts))
    assert isinstance(result, Refusal)
    assert result.field == name
    assert result.code == ("negative_cost" if name in COSTS else "negative_value")
