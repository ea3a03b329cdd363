"""Each mistaken discounting is recognised in the years and in the sum."""

from fractions import Fraction

import pytest

from exercises import Inputs
from exercises.clv_npv.misconceptions import MISCONCEPTIONS

BY_CODE = {slip.code: slip for slip in MISCONCEPTIONS}
CASE = Inputs.of("end_of_period", cash_flows=[1000, 1200, 1500], discount_rate="0.1")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        # year 1 left at 1000 is what period 0 gives: a convention, not this slip
        ("not_discounted", {"discounted_2": "1200.00", "discounted_3": "1500.00", "clv": "3700.00"}),
        (
            "compounded_for_discounted",
            {
                "discounted_1": "1100.00",
                "discounted_2": "1452.00",
                "discounted_3": "1996.50",
                "clv": "4548.50",
            },
        ),
        (
            "rate_subtracted",
            {"discounted_1": "900.00", "discounted_2": "972.00", "discounted_3": "1093.50", "clv": "2965.50"},
        ),
        # over one year simple and compound interest agree
        ("simple_interest", {"discounted_2": "1000.00", "discounted_3": "1153.85", "clv": "3062.94"}),
        (
            "percent_as_whole_number",  # divided by 11, 121, 1331
            {"discounted_1": "90.91", "discounted_2": "9.92", "discounted_3": "1.13", "clv": "101.95"},
        ),
        (
            "one_year_too_many",
            {"discounted_1": "826.45", "discounted_2": "901.58", "discounted_3": "1024.52", "clv": "2752.54"},
        ),
        ("discounted_once", {"clv": "3363.64"}),  # 3700/1.1
        ("discounted_by_last_year", {"clv": "2779.86"}),  # 3700/1.331
    ],
)
def test_the_wrong_values_a_slip_leaves(code: str, expected: dict[str, str]) -> None:
    left = BY_CODE[code].wrong(CASE)
    assert {part: f"{float(value):.2f}" for part, value in left.items()} == expected


def test_from_period_zero_one_year_more_is_a_convention_not_a_slip() -> None:
    assert BY_CODE["one_year_too_many"].wrong(CASE.under("from_period_zero")) == {}


def test_money_of_period_zero_shows_no_slip() -> None:
    left = BY_CODE["compounded_for_discounted"].wrong(CASE.under("from_period_zero"))
    assert "discounted_1" not in left  # (1 + r) to the power 0 either way
    assert left["discounted_2"] == Fraction(1320)
