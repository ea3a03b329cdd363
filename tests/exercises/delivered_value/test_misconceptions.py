"""Each mistaken balance is recognised by its numbers."""

from fractions import Fraction

import pytest

from exercises import Inputs
from exercises.delivered_value.formula import COSTS, VALUES
from exercises.delivered_value.misconceptions import MISCONCEPTIONS

BY_CODE = {slip.code: slip for slip in MISCONCEPTIONS}
# totals 6100 and 5150, delivered 950
AMOUNTS = (5200, 400, 200, 300, 4800, 150, 120, 80)
CASE = Inputs.of(**dict(zip((*VALUES, *COSTS), AMOUNTS, strict=True)))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("product_value_only", {"total_value": 5200, "delivered_value": 50}),
        ("image_value_left_out", {"total_value": 5800, "delivered_value": 650}),
        ("money_cost_only", {"total_cost": 4800, "delivered_value": 1300}),
        ("psychic_cost_left_out", {"total_cost": 5030, "delivered_value": 1070}),
        ("product_minus_price", {"delivered_value": 400}),
        ("difference_reversed", {"delivered_value": -950}),
        ("ratio_for_difference", {"delivered_value": Fraction(122, 103)}),  # 1.18
        ("costs_added", {"delivered_value": 11250}),
    ],
)
def test_the_wrong_values_a_slip_leaves(code: str, expected: dict[str, Fraction | int]) -> None:
    assert BY_CODE[code].wrong(CASE) == expected
