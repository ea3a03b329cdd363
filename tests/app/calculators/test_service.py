"""Problems by the numbers in an address, and forms worked without losing what was typed."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculators import service
from exercises import EXERCISES

RATIO = EXERCISES["satisfaction-ratio"]


@given(st.randoms(use_true_random=False))
def test_every_drawn_seed_is_a_problem_with_an_address(rng: Random):
    seed = service.draw_seed(rng)
    assert service.get_problem(RATIO, str(seed), "1").seed == seed


@pytest.mark.parametrize(
    ("seed", "level"),
    [
        ("-1", "1"),
        ("", "1"),
        ("1.5", "1"),
        ("abc", "1"),
        ("²", "1"),  # a digit that is no decimal
        ("1000000", "1"),  # one more than a class can read out
        ("0" * 5000 + "1", "1"),  # longer than int() reads
        ("1", "2"),  # a level this calculator does not have
        ("1", "0"),
        ("1", ""),
        ("1", "x"),
        ("1", "1" * 5000),
    ],
)
def test_address_that_names_no_problem_is_refused(seed: str, level: str):
    with pytest.raises(service.ExerciseUnknown):
        service.get_problem(RATIO, seed, level)


@given(st.text(max_size=20))
def test_any_text_is_worked_or_explained_and_kept(text: str):
    typed = {"expectation": text, "experience": "8"}
    worked = service.work(RATIO, typed, "")
    assert worked.typed == typed
    assert sum((worked.solution is not None, worked.refusal is not None, bool(worked.faults))) == 1
    assert worked.fault("experience") is None


def test_unknown_calculator_is_an_error_of_its_own():
    with pytest.raises(service.ExerciseUnknown):
        service.get_exercise("astrology")
