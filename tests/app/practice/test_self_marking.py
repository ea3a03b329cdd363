"""A student marks their own written answer: who may, what is stored, and what it does to the score."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.authoring.service import add_question
from app.models import Feedback, Mark, Marker, Outcome, Role, User
from app.practice import service
from app.practice.calibration import Calibration, calibrate
from app.practice.marking import make_persons_mark
from app.practice.progress import add_up, finished_attempts, score_by_chapter
from app.practice.self_marking import NotToBeMarked, mark_own_answer, may_mark_own
from app.practice.service import Plan
from app.practice.sheet import Sheet, State, get_sheet
from question_bank import read_question
from tests.factories import make_person, single_fields, term_fields

GOOD = ["拿体验同期望值相比后的感觉状态"]
OFF = ["客户买得多"]


@pytest.fixture
def person(session: Session, now: datetime) -> User:
    return make_person(session, now, "student", Role.INSTRUCTOR)


@pytest.fixture
def written(session: Session, person: User, now: datetime) -> Callable[..., Sheet]:
    """Give a function that starts an attempt with one term question, answered."""

    def answer_with(text: list[str], feedback: Feedback = Feedback.EACH) -> Sheet:
        question = add_question(session, person, read_question(term_fields()), now)
        plan = Plan(feedback=feedback)
        attempt = service.start_with(session, person, [question.revisions[0].id], plan, Random(1), now)
        service.save_answer(session, get_sheet(session, person.id, attempt.code), 1, text, "one", now)
        return get_sheet(session, person.id, attempt.code)

    return answer_with


def again(session: Session, sheet: Sheet) -> Sheet:
    """Read the sheet anew, as the next request does."""
    return get_sheet(session, sheet.attempt.user_id, sheet.attempt.code)


def all_marks(session: Session) -> list[Mark]:
    """Return all marks in the order they were given."""
    return list(session.scalars(select(Mark).order_by(Mark.id)))


def instructor_marks(session: Session, sheet: Sheet, ticked: set[int], now: datetime) -> None:
    """Let an instructor mark the first question."""
    cell = again(session, sheet).cell(1)
    worth = cell.question.content.mark_points(cell.response.body, ticked)
    teacher = make_person(session, now)
    session.add(make_persons_mark(worth, cell.mark, Marker.INSTRUCTOR, teacher, now))
    session.commit()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (GOOD, ["found", "found"]),
        (["由体验与期望比较而来"], ["not_found", "found"]),
        (["与期望没有关系"], ["not_found", "found"]),  # only a suggestion: the student decides
        (OFF, ["not_found", "not_found"]),
    ],
)
def test_submitted_text_waits_with_its_points_looked_for(session, written, text, codes):
    sheet = written(text)
    (mark,) = all_marks(session)
    assert [part["code"] for part in mark.parts] == codes
    assert (mark.outcome, mark.earned, mark.total, mark.marker) == (Outcome.AWAITS, 0, 3, Marker.RULES)
    assert sheet.cell(1).state == State.AWAITS
    assert not sheet.takes_answer(1)  # the model answer is on the page now


@pytest.mark.parametrize(
    ("ticked", "outcome", "earned"),
    [({0, 1}, Outcome.FULL, 3), ({1}, Outcome.PART, 2), (set(), Outcome.NONE, 0)],
)
def test_ticked_points_add_up(session, person, written, now, ticked, outcome, earned):
    sheet = written(GOOD)
    mark_own_answer(session, sheet, 1, person, ticked, now)
    first, own = all_marks(session)
    assert (first.number, own.number) == (1, 2)  # the suggestion stays stored
    assert (own.outcome, own.earned, own.marker, own.marker_id) == (
        outcome,
        Decimal(earned),
        Marker.STUDENT,
        person.id,
    )


def test_student_may_think_again_until_an_instructor_has_marked(session, person, written, now):
    sheet = written(GOOD)
    for ticked in ({0}, {0, 1}):
        mark_own_answer(session, again(session, sheet), 1, person, ticked, now)
    assert again(session, sheet).cell(1).earned == 3
    instructor_marks(session, sheet, {1}, now)
    assert again(session, sheet).cell(1).earned == 2
    assert not may_mark_own(again(session, sheet).cell(1))
    with pytest.raises(NotToBeMarked):
        mark_own_answer(session, again(session, sheet), 1, person, {0, 1}, now)
    assert len(all_marks(session)) == 4


def test_own_mark_that_meets_an_instructors_is_refused(session, person, written, now):
    sheet = written(GOOD)
    looked_at = again(session, sheet)  # the page was opened before the instructor marked
    instructor_marks(session, sheet, {0}, now)
    with pytest.raises(NotToBeMarked):
        mark_own_answer(session, looked_at, 1, person, {0, 1}, now)
    assert [mark.marker for mark in all_marks(session)] == [Marker.RULES, Marker.INSTRUCTOR]


def test_point_that_does_not_exist_is_refused(session, person, written, now):
    with pytest.raises(NotToBeMarked):
        mark_own_answer(session, written(GOOD), 1, person, {2}, now)


def test_choice_cannot_be_marked_by_oneself(session, person, now):
    question = add_question(session, person, read_question(single_fields()), now)
    attempt = service.start_with(session, person, [question.revisions[0].id], Plan(), Random(1), now)
    sheet = get_sheet(session, person.id, attempt.code)
    service.save_answer(session, sheet, 1, ["A"], "one", now)
    with pytest.raises(NotToBeMarked):
        mark_own_answer(session, again(session, sheet), 1, person, {0}, now)


def test_before_the_end_nothing_can_be_marked(session, person, written, now):
    sheet = written(GOOD, Feedback.END)
    with pytest.raises(NotToBeMarked):
        mark_own_answer(session, sheet, 1, person, {0}, now)
    assert sheet.cell(1).state == State.ANSWERED


def test_answer_without_its_marker_is_in_no_score(session, person, written, now):
    sheet = written(GOOD, Feedback.END)
    service.finish(session, sheet, now)
    assert add_up(again(session, sheet).cells).questions == 0
    assert score_by_chapter(session, person) == {}
    (line,) = finished_attempts(session, person)
    assert (line.count, line.answered, line.points) == (1, 1, 0)
    mark_own_answer(session, again(session, sheet), 1, person, {1}, now)
    assert add_up(again(session, sheet).cells).share == Decimal(2) / 3
    assert score_by_chapter(session, person)["05"].earned == 2
    (line,) = finished_attempts(session, person)
    assert (line.earned, line.points) == (2, 3)


def test_nothing_to_compare_until_both_have_marked(session, person, written, now):
    sheet = written(GOOD)
    mark_own_answer(session, sheet, 1, person, {0}, now)
    assert calibrate(session, person.id) is None
    instructor_marks(session, sheet, {0, 1}, now)
    assert calibrate(session, person.id) == Calibration(1, Decimal(1) / 3, Decimal(1))


def test_only_the_last_mark_of_each_side_is_compared(session, person, written, now):
    sheet = written(GOOD)
    for ticked in (set(), {0, 1}):
        mark_own_answer(session, again(session, sheet), 1, person, ticked, now)
    for ticked in ({0}, {0, 1}):
        instructor_marks(session, sheet, ticked, now)
    assert calibrate(session, person.id) == Calibration(1, Decimal(1), Decimal(1))
    assert calibrate(session, make_person(session, now).id) is None  # nobody else's marks


@pytest.mark.parametrize(
    ("count", "own", "instructor", "tendency"),
    [
        (2, "1", "0", "unknown"),  # two answers say nothing yet
        (3, "0.80", "0.75", "same"),  # five in a hundred is no difference
        (3, "0.81", "0.75", "generous"),
        (3, "0.60", "0.75", "strict"),
    ],
)
def test_tendency_is_named_from_three_answers_on(count, own, instructor, tendency):
    assert Calibration(count, Decimal(own), Decimal(instructor)).tendency == tendency
