"""Which answer is judged against which blank when the order is free."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.marking.blanks import assign_blanks


def assign(
    answers: list[str], accepted: list[frozenset[str]], groups: Sequence[Sequence[int]]
) -> tuple[int, ...]:
    """Assign answers to blanks where an accepted one earns a point."""
    return assign_blanks(len(answers), groups, lambda answer, blank: int(answers[answer] in accepted[blank]))


PRICE, QUALITY, SERVICE = frozenset({"价格"}), frozenset({"质量", "品质"}), frozenset({"服务"})


def right_answers(answers: list[str], accepted: list[frozenset[str]], blanks: tuple[int, ...]) -> int:
    """Count the answers that the blanks they are judged against accept."""
    return sum(answer in accepted[blank] for answer, blank in zip(answers, blanks, strict=True))


@pytest.mark.parametrize(
    ("answers", "accepted", "groups", "judged_against"),
    [
        (["价格", "质量"], [PRICE, QUALITY], [], (0, 1)),  # no group: everything where it stands
        (["质量", "价格"], [PRICE, QUALITY], [], (0, 1)),  # not even to the student's advantage
        (["质量", "价格"], [PRICE, QUALITY], [[0, 1]], (1, 0)),  # a group: the order is free
        (["价格", "x"], [PRICE, QUALITY], [[0, 1]], (0, 1)),  # a tie keeps the student's order
        (["x", "y"], [PRICE, QUALITY], [[0, 1]], (0, 1)),  # and so does nothing right at all
        (["x", "价格"], [PRICE, QUALITY], [[0, 1]], (1, 0)),  # the right one decides, wherever it stands
        (["价格", "价格"], [PRICE, QUALITY], [[0, 1]], (0, 1)),  # the same answer twice fills one blank
        (["质量", "品质"], [PRICE, QUALITY], [[0, 1]], (0, 1)),  # two words for one blank: only one of them
        (["质量", "x", "价格"], [PRICE, SERVICE, QUALITY], [[0, 2]], (2, 1, 0)),  # others stand still
        (["质量", "价格", "服务", "x"], [PRICE, QUALITY, PRICE, SERVICE], [[0, 1], [2, 3]], (1, 0, 3, 2)),
    ],
)
def test_answers_are_judged_to_the_students_advantage(answers, accepted, groups, judged_against):
    assert assign(answers, accepted, groups) == judged_against


def test_answer_that_fits_two_blanks_leaves_room_for_the_one_that_fits_one():
    accepted = [frozenset({"甲", "乙"}), frozenset({"甲"})]
    # taking the first blank that fits would leave 乙 without a blank
    assert assign(["甲", "乙"], accepted, [[0, 1]]) == (1, 0)


WORDS = st.sampled_from("甲乙丙丁戊")
GROUPS_OF_UP_TO_FIVE = st.integers(1, 5).flatmap(
    lambda n: st.tuples(
        st.lists(WORDS, min_size=n, max_size=n),
        st.lists(st.frozensets(WORDS, min_size=1, max_size=3), min_size=n, max_size=n),
    )
)


@given(GROUPS_OF_UP_TO_FIVE, st.randoms(use_true_random=False))
def test_order_never_matters_in_a_group(group, dice):
    answers, accepted = group
    everything = [list(range(len(answers)))]
    shuffled = answers.copy()
    dice.shuffle(shuffled)
    first = assign(answers, accepted, everything)
    second = assign(shuffled, accepted, everything)
    assert right_answers(answers, accepted, first) == right_answers(shuffled, accepted, second)


@given(GROUPS_OF_UP_TO_FIVE)
def test_every_blank_is_claimed_once_and_no_order_would_earn_more(group):
    answers, accepted = group
    blanks = assign(answers, accepted, [list(range(len(answers)))])
    assert sorted(blanks) == list(range(len(answers)))
    earned = right_answers(answers, accepted, blanks)
    assert earned == max(right_answers(answers, accepted, order) for order in permutations(blanks))


@given(GROUPS_OF_UP_TO_FIVE)
def test_students_order_stands_when_no_other_is_better(group):
    answers, accepted = group
    as_typed = tuple(range(len(answers)))
    blanks = assign(answers, accepted, [as_typed])
    is_moved = blanks != as_typed
    gain = right_answers(answers, accepted, blanks) - right_answers(answers, accepted, as_typed)
    assert is_moved == (gain > 0)


def test_credit_and_not_only_right_and_wrong_decides():
    # answer 0 would earn half in its own blank, but all of the other
    worth = {(0, 0): Fraction(1, 2), (0, 1): 1, (1, 0): 1, (1, 1): Fraction(1, 2)}
    assert assign_blanks(2, [[0, 1]], lambda answer, blank: worth[answer, blank]) == (1, 0)
