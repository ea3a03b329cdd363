"""Each mistaken break-even is recognised by its number."""

from fractions import Fraction

import pytest

from exercises import Inputs
from exercises.rfm_break_even.misconceptions import MISCONCEPTIONS

BY_CODE = {slip.code: slip for slip in MISCONCEPTIONS}
# break-even 1.7714 %; two of five cells pay
RATES = [Fraction(n, 1000) for n in (31, 19, 15, 12, 8)]
CASE = Inputs.of(piece_cost="0.62", net_revenue=35, price=98, response_rates=RATES)


@pytest.mark.parametrize(
    ("code", "part", "expected"),
    [
        ("ratio_inverted", "break_even_rate", "0.56452"),  # 35/0.62 = 56.45, typed as 56.45 %
        ("price_for_net_revenue", "break_even_rate", "0.00633"),
        ("cost_added_to_revenue", "break_even_rate", "0.01741"),
        ("cost_taken_off_revenue", "break_even_rate", "0.01803"),
        ("percent_taken_twice", "break_even_rate", "0.00018"),  # "0.0177%"
        ("complement_taken", "break_even_rate", "0.98229"),
        ("losing_cells_counted", "paying_cells", "3"),
        ("every_cell_counted", "paying_cells", "5"),
        ("best_cell_only", "paying_cells", "1"),
    ],
)
def test_the_wrong_value_a_slip_leaves(code: str, part: str, expected: str) -> None:
    left = BY_CODE[code].wrong(CASE)
    assert list(left) == [part]
    value = left[part]
    assert isinstance(value, Fraction)
    assert round(value, 5) == Fraction(expected)


def test_a_cost_equal_to_the_net_revenue_leaves_nothing_to_divide_by() -> None:
    even = Inputs.of(piece_cost=35, net_revenue=35, price=98)
    assert BY_CODE["cost_taken_off_revenue"].wrong(even) == {}
