"""Each mistaken comparison is recognised by its number."""

import pytest

from exercises import Inputs
from exercises.core.problem import Value
from exercises.satisfaction_ratio.misconceptions import MISCONCEPTIONS

BY_CODE = {slip.code: slip for slip in MISCONCEPTIONS}
BEATEN = Inputs.of(expectation=8, experience=10)
MISSED = Inputs.of(expectation=10, experience=8)
MATCHED = Inputs.of(expectation=8, experience=8)


@pytest.mark.parametrize(
    ("code", "inputs", "expected"),
    [
        ("ratio_inverted", BEATEN, {"ratio": 0.8}),  # 8/10
        ("ratio_inverted", MATCHED, {}),  # 8/8 either way round
        ("ratio_inverted", Inputs.of(expectation=8, experience=0), {}),  # nothing to divide by
        ("difference_for_ratio", BEATEN, {"ratio": 2}),
        ("difference_for_ratio", MISSED, {"ratio": -2}),
        ("relative_gap", BEATEN, {"ratio": 0.25}),  # 2/8
        ("relative_gap", MATCHED, {}),  # 0, which the difference leaves as well
        ("share_of_sum", MATCHED, {"ratio": 0.5}),
        ("scores_averaged", BEATEN, {"ratio": 9}),
        ("reading_reversed", BEATEN, {"reading": "dissatisfied"}),
        ("reading_reversed", MISSED, {"reading": "very_satisfied"}),
        ("reading_reversed", MATCHED, {}),
        ("ratio_read_as_score", MISSED, {"reading": "satisfied"}),  # 0.8 taken for a pass
        ("ratio_read_as_score", BEATEN, {}),
        ("match_read_as_delight", MATCHED, {"reading": "very_satisfied"}),
        ("match_read_as_delight", MISSED, {}),
    ],
)
def test_the_wrong_value_a_slip_leaves(code: str, inputs: Inputs, expected: dict[str, Value | float]) -> None:
    left = BY_CODE[code].wrong(inputs)
    assert {
        part: value if isinstance(value, str) else float(value) for part, value in left.items()
    } == expected
