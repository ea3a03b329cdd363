"""The generator's checks: a hidden or doubtful mistake throws a draw away."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from exercises.core import Inputs, Misconception, Part, PartKind
from exercises.core.generation import attach_convention, attach_misconceptions, is_clear
from exercises.core.problem import KnownWrong, Value
from question_bank.text import Text

SAYS = Text("说", "says")
TOLERANCE = Fraction("0.01")


def number_part(answer: str, *wrong: str) -> Part:
    known = tuple(KnownWrong(f"slip_{value}", Fraction(value), SAYS) for value in wrong)
    return Part("p", SAYS, Fraction(answer), SAYS, tolerance=TOLERANCE, misconceptions=known)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (number_part("5", "4", "6"), True),
        (number_part("5", "5"), False),  # masked: the slip gives the right number
        (number_part("5", "4", "4"), False),  # ambiguous: two slips, one number
        (number_part("5", "5.02"), False),  # 5.01 would lie within the tolerance of both
        (number_part("5", "5.03"), True),
        (number_part("5"), True),  # nothing to confuse
    ],
)
def test_a_draw_is_kept_only_when_every_number_tells_one_story(part: Part, expected: bool) -> None:
    assert is_clear(part) is expected


def test_choices_are_compared_by_their_key() -> None:
    part = Part("p", SAYS, "a", SAYS, PartKind.CHOICE, misconceptions=(KnownWrong("slip", "b", SAYS),))
    masked = Part("p", SAYS, "a", SAYS, PartKind.CHOICE, misconceptions=(KnownWrong("slip", "a", SAYS),))
    assert is_clear(part)
    assert not is_clear(masked)


def test_a_misconception_marks_only_the_parts_it_shows_in() -> None:
    def wrong(inputs: Inputs) -> Mapping[str, Value]:
        return {"p": inputs.one("x") * 2}

    parts = (number_part("5"), Part("q", SAYS, Fraction(1), SAYS))
    first, second = attach_misconceptions(parts, [Misconception("doubled", wrong, SAYS)], Inputs.of(x=3))
    assert first.misconceptions == (KnownWrong("doubled", Fraction(6), SAYS),)
    assert second.misconceptions == ()


def test_a_convention_that_changes_nothing_is_not_another_answer() -> None:
    values = {"p": Fraction(5), "q": Fraction(2)}
    parts = (number_part("5"), Part("q", SAYS, Fraction(1), SAYS))
    first, second = attach_convention(parts, "start", SAYS, values)
    assert first.other_conventions == ()
    assert second.other_conventions == (KnownWrong("start", Fraction(2), SAYS),)
