"""名词解释 and 简答: points found as a suggestion, points ticked as a mark, and faults of a key."""

from __future__ import annotations

from fractions import Fraction

import pytest

from question_bank import AwaitsMarker, BadQuestion, Unreadable, read_question
from question_bank.types.written import LONGEST_TEXT
from tests.factories import term_fields

TERM = read_question(term_fields())


@pytest.mark.parametrize(
    ("ticked", "earned", "codes"),
    [
        ({0, 1}, 3, ["ticked", "ticked"]),
        ({1}, 2, ["missed", "ticked"]),
        (set(), 0, ["missed", "missed"]),
    ],
)
def test_ticked_points_are_the_mark(ticked: set[int], earned: int, codes: list[str]):
    mark = TERM.mark_points(["与期望相比"], ticked)
    assert (mark.earned, mark.total) == (earned, 3)
    assert [part.code for part in mark.parts] == codes
    assert [part.read_as for part in mark.parts] == ["", "期望"]  # the trace keeps what was found


@pytest.mark.parametrize("ticked", [{2}, {-1}])
def test_point_that_is_not_there_cannot_be_ticked(ticked: set[int]):
    with pytest.raises(ValueError, match="no such key point"):
        TERM.mark_points(["…"], ticked)


def test_half_points_add_up_exactly():
    points = [{"text": "甲", "points": 0.5}, {"text": "乙", "points": "3/2"}, {"text": "丙", "points": 0.5}]
    question = read_question(term_fields(key_points=points))
    assert question.total == Fraction(5, 2)
    assert question.mark_points(["…"], {0, 1}).earned == Fraction(2)
    assert question.mark_points(["…"], {0, 1, 2}).is_full


@pytest.mark.parametrize(
    ("response", "code"),
    [
        ([""], "empty"),
        (["。 "], "empty"),
        ([], "wrong_number_of_blanks"),
        (["甲", "乙"], "wrong_number_of_blanks"),
        (["甲" * (LONGEST_TEXT + 1)], "too_long"),
    ],
)
def test_text_that_cannot_be_read_waits_for_nobody(response: list[str], code: str):
    assert TERM.mark(response) == Unreadable(code, 0 if code == "too_long" else None)


def test_longest_text_is_read():
    assert isinstance(TERM.mark(["甲" * LONGEST_TEXT]), AwaitsMarker)


def test_point_without_terms_is_never_suggested():
    points = [{"text": "举一个例子"}, {"text": "由比较而来", "terms": ["期望"]}]
    assert read_question(term_fields(key_points=points)).mark(["例子：期望"]).found == (1,)


@pytest.mark.parametrize(
    ("points", "field", "reason"),
    [
        ([{"text": "甲", "points": 0}], "key_points.1.points", "worth nothing"),
        ([{"text": "甲", "terms": ["。"]}], "key_points.1.terms", "nothing but punctuation"),
        ([{"text": "甲", "terms": ["不在里面"]}], "key_points.1.terms", "no term that stands in the model"),
        ([{"text": "甲", "points": -1}], "key_points.1.points", "not a number of points"),
        ([{"text": "甲", "points": "x"}], "key_points.1.points", "not a number of points"),
        ([], "key_points", "fewer than 1"),
    ],
)
def test_key_that_makes_no_sense_is_refused(points: list[dict], field: str, reason: str):
    with pytest.raises(BadQuestion) as caught:
        read_question(term_fields(key_points=points))
    assert [(fault.field, reason in fault.reason.en) for fault in caught.value.faults] == [(field, True)]
