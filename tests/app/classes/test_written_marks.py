"""Class work: what an instructor's mark does, what may come in between, and what the student then sees."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.classes.service import ClassroomUnknown, class_table
from app.classes.written_work import (
    AnswerUnknown,
    MarkedMeanwhile,
    NoSuchKeyPoint,
    count_waiting,
    get_written_answer,
    given_marks,
    mark_written_answer,
    points_to_tick,
    ticked_points,
)
from app.models import Classroom, Marker, Origin, Outcome, Question, User
from app.practice.calibration import Calibration, calibrate
from app.practice.self_marking import NotToBeMarked, mark_own_answer, may_mark_own
from app.practice.sheet import Sheet
from tests.app.classes.class_work import *  # noqa: F403  # its fixtures
from tests.app.classes.class_work import BOTH_POINTS, NO_POINT, ONE_POINT, again, givers, response_id
from tests.factories import just_before, single_fields


@pytest.mark.parametrize(
    ("ticked", "outcome", "earned"),
    [({0, 1}, Outcome.FULL, 3), ({1}, Outcome.PART, 2), (set(), Outcome.NONE, 0)],
)
def test_instructors_ticks_add_up_and_count(
    session, now, classroom, teacher, amy, write, mark, ticked, outcome, earned
):
    given_mark = mark(write(amy), ticked)
    assert (given_mark.number, given_mark.outcome, given_mark.earned, given_mark.total) == (
        2,
        outcome,
        earned,
        3,
    )
    assert (given_mark.marker, given_mark.marker_id, given_mark.created_at) == (
        Marker.INSTRUCTOR,
        teacher.id,
        now,
    )
    assert givers(session) == [(1, Marker.RULES), (2, Marker.INSTRUCTOR)]  # the suggestion stays stored
    assert count_waiting(session, classroom) == 0
    assert class_table(session, classroom).students[0].total.earned == earned


@pytest.mark.parametrize(
    ("text", "own", "instructors", "ticked"),
    [
        (BOTH_POINTS, None, None, {0, 1}),
        (ONE_POINT, None, None, {1}),
        (NO_POINT, None, None, set()),
        (ONE_POINT, {0}, None, {1}),  # the student's opinion is shown, not taken over
        (ONE_POINT, {0}, {0, 1}, {0, 1}),
        (BOTH_POINTS, {0, 1}, set(), set()),  # nothing ticked is a decision, too
    ],
)
def test_page_opens_with_the_instructors_own_ticks_else_with_what_was_found(
    session, now, classroom, amy, write, mark, text, own, instructors, ticked
):
    sheet = write(amy, text)
    if own is not None:
        mark_own_answer(session, sheet, 1, amy, own, now)
    if instructors is not None:
        mark(sheet, instructors, base_number=2)
    assert points_to_tick(get_written_answer(session, classroom, response_id(sheet))) == ticked


@pytest.mark.parametrize("ticked", [{2}, {-1}, {0, 99}])
def test_point_that_does_not_exist_is_refused(session, amy, write, mark, ticked):
    sheet = write(amy)
    with pytest.raises(NoSuchKeyPoint):
        mark(sheet, ticked)
    assert givers(session) == [(1, Marker.RULES)]


def test_class_of_somebody_else_cannot_be_marked(session, amy, colleague, write, mark):
    sheet = write(amy)
    with pytest.raises(ClassroomUnknown):
        mark(sheet, {0}, by=colleague)
    assert givers(session) == [(1, Marker.RULES)]


def test_choice_is_no_written_answer(amy, write, mark):
    with pytest.raises(AnswerUnknown):
        mark(write(amy, "B", fields=single_fields()), {0})


def test_every_mark_is_kept_with_its_giver(session, now, classroom, teacher, amy, write, mark):
    sheet = write(amy)
    mark_own_answer(session, sheet, 1, amy, {0, 1}, now)
    mark(sheet, {0}, base_number=2)
    mark(sheet, {1}, base_number=3)  # second thoughts
    given = given_marks(session, get_written_answer(session, classroom, response_id(sheet)))
    assert [(one.giver, one.numbers, one.mark.number) for one in given] == [
        (amy, [1, 2], 2),
        (teacher, [1], 3),
        (teacher, [2], 4),
    ]


# --- what comes in between


@pytest.mark.parametrize("base_number", [1, 2])
def test_own_mark_of_the_student_is_followed_even_when_it_came_in_between(
    session, now, amy, write, mark, base_number
):
    sheet = write(amy)
    mark_own_answer(session, sheet, 1, amy, {0, 1}, now)
    mark(sheet, {0}, base_number)
    assert givers(session) == [(1, Marker.RULES), (2, Marker.STUDENT), (3, Marker.INSTRUCTOR)]
    assert again(session, sheet).cell(1).earned == 1


def test_own_mark_at_the_same_instant_is_followed(session, now, amy, write, mark):
    sheet = write(amy)

    def student_marks() -> None:
        with Session(session.get_bind()) as other:
            mark_own_answer(other, again(other, sheet), 1, other.get(User, amy.id), {1}, now)

    with just_before(session.get_bind(), "INSERT INTO marks", student_marks):
        mark(sheet, {0})
    assert givers(session) == [(1, Marker.RULES), (2, Marker.STUDENT), (3, Marker.INSTRUCTOR)]


@pytest.fixture
def shared(session, amy, other_class, write) -> Sheet:
    """Give amy's answer to a question of the bank, which both instructors may mark."""
    sheet = write(amy)
    session.execute(update(Question).where(Question.owner_id.is_not(None)).values(origin=Origin.BANK))
    session.commit()
    return sheet


def test_mark_of_another_instructor_is_not_passed_over_unseen(session, colleague, other_class, shared, mark):
    mark(shared, {0}, by=colleague, of=other_class)
    with pytest.raises(MarkedMeanwhile):
        mark(shared, {1})
    assert givers(session) == [(1, Marker.RULES), (2, Marker.INSTRUCTOR)]
    assert mark(shared, {1}, base_number=2).number == 3  # seen now, and followed
    assert again(session, shared).cell(1).earned == 2


def test_agreement_with_another_instructor_is_a_mark_of_its_own(
    session, colleague, other_class, shared, mark
):
    mark(shared, {0}, by=colleague, of=other_class)
    assert mark(shared, {0}, base_number=2).number == 3


def test_mark_of_another_instructor_at_the_same_instant_is_not_passed_over(
    session, now, colleague, other_class, shared, mark
):
    def colleague_marks() -> None:
        with Session(session.get_bind()) as other:
            them, room = other.get(User, colleague.id), other.get(Classroom, other_class.id)
            mark_written_answer(other, them, room, response_id(shared), {0}, 1, now)

    with (
        just_before(session.get_bind(), "INSERT INTO marks", colleague_marks),
        pytest.raises(MarkedMeanwhile),
    ):
        mark(shared, {1})
    assert givers(session) == [(1, Marker.RULES), (2, Marker.INSTRUCTOR)]
    assert again(session, shared).cell(1).earned == 1


@pytest.mark.parametrize(
    ("second", "numbers"),
    [
        ({0}, [1, 2]),  # the same form sent twice
        ({1}, [1, 2, 3]),  # another decision, from another window of the same person
    ],
)
def test_form_sent_twice_is_one_mark(session, amy, write, mark, second, numbers):
    sheet = write(amy)
    mark(sheet, {0})
    assert ticked_points(mark(sheet, second)) == second
    assert [number for number, _ in givers(session)] == numbers


# --- what it does for the student


def test_student_cannot_mark_after_the_instructor(session, now, amy, write, mark):
    sheet = write(amy)
    assert may_mark_own(sheet.cell(1))
    mark(sheet, {0})
    assert not may_mark_own(again(session, sheet).cell(1))
    for seen in (sheet, again(session, sheet)):  # a page opened before, and one opened after
        with pytest.raises(NotToBeMarked):
            mark_own_answer(session, seen, 1, amy, {0, 1}, now)
    assert again(session, sheet).cell(1).earned == 1


def test_own_marks_are_compared_with_the_instructors(session, now, amy, write, mark):
    for own, instructors in (({0, 1}, {0, 1}), ({0, 1}, {0}), ({0, 1}, {1})):
        sheet = write(amy)
        mark_own_answer(session, sheet, 1, amy, own, now)
        mark(sheet, instructors, base_number=2)
    mark(write(amy), {0})  # not marked by amy: nothing to compare
    found = calibrate(session, amy.id)
    assert found == Calibration(3, Decimal(1), Decimal(2) / 3)
    assert found.tendency == "generous"
