"""A problem is plain data, and what the browser gets of it holds no key."""

from dataclasses import asdict, fields

import pytest

from exercises import EXERCISES, Part, PublicPart, PublicProblem
from exercises.core.quantity import Kind
from question_bank.text import Text

PROBLEM = EXERCISES["clv-npv"].problem(seed=1)
WORD = Text("字", "word")


def test_the_public_problem_holds_no_answer() -> None:
    public = PROBLEM.public()
    secret = {"answer", "shown", "tolerance", "solution", "inputs", "follow", "misconceptions"}
    assert not secret & {field.name for field in (*fields(PublicPart), *fields(PublicProblem))}
    assert [part.name for part in public.parts] == [part.name for part in PROBLEM.parts]
    for part in PROBLEM.parts:
        assert part.shown.en not in str(asdict(public))


def test_a_part_is_found_by_its_name() -> None:
    assert PROBLEM.part("clv") is PROBLEM.parts[-1]
    with pytest.raises(KeyError):
        PROBLEM.part("churn")


def test_only_a_number_measured_as_a_rate_is_a_rate() -> None:
    assert Part("p", WORD, "key", WORD, quantity=Kind.RATE).is_rate
    assert not Part("p", WORD, "key", WORD, quantity=Kind.MONEY).is_rate


def test_the_tolerance_is_inclusive() -> None:
    part = PROBLEM.part("clv")
    assert not isinstance(part.answer, str)
    assert part.is_near(part.answer + part.tolerance, part.answer)
    assert not part.is_near(part.answer + part.tolerance * 2, part.answer)
