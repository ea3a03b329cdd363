"""Which questions a practice gets: a case comes whole and in its order, or not at all."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.practice.drawing import draw_in_order, draw_shuffled

CASE = (3, 4, 5)


@pytest.mark.parametrize(
    ("units", "count", "seen", "drawn"),
    [
        ([(1,), (2,)], 1, {}, [1]),
        ([(1,), (2,)], 5, {}, [1, 2]),  # fewer than asked for
        ([(1,), (2,)], 1, {1}, [2]),  # the new one first
        ([(1,), CASE, (6,)], 4, {}, [1, 3, 4, 5]),
        ([(1,), CASE, (6,)], 3, {}, [1, 6]),  # the case does not fit: what comes after it does
        ([CASE, (6,)], 1, {}, [6]),
        ([CASE], 1, {}, [3, 4, 5]),  # a case is never cut, and something is better than nothing
        ([CASE, (6,)], 2, {3, 4, 5}, [6]),
        ([CASE, (6,)], 4, {3}, [3, 4, 5, 6]),  # a case half done still has something new
        ([], 3, {}, []),
    ],
)
def test_course_order_takes_new_ones_first_and_cases_whole(units, count, seen, drawn):
    assert draw_in_order(units, count, seen) == drawn


@given(st.lists(st.integers(1, 5), max_size=30), st.integers(1, 40), st.integers())
def test_shuffling_never_parts_or_turns_a_case(sizes: list[int], count: int, seed: int):
    numbers = iter(range(sum(sizes)))
    units = [tuple(next(numbers) for _ in range(size)) for size in sizes]
    drawn = draw_shuffled(units, count, Random(seed))
    rest = list(drawn)
    while rest:
        unit = next(unit for unit in units if unit[0] == rest[0])
        assert tuple(rest[: len(unit)]) == unit
        del rest[: len(unit)]
    assert len(drawn) <= max(count, max(sizes, default=0))
    assert len(set(drawn)) == len(drawn)


def test_shuffling_follows_its_dice():
    units = [(number,) for number in range(50)]
    assert draw_shuffled(units, 20, Random(1)) == draw_shuffled(units, 20, Random(1))
    assert draw_shuffled(units, 20, Random(1)) != draw_shuffled(units, 20, Random(2))
