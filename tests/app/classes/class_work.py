"""A class with written answers: its people, what they write and how it is marked, for tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.authoring.service import add_question
from app.classes.service import join, make_classroom
from app.classes.written_work import mark_written_answer
from app.models import Classroom, Feedback, Mark, Role, User
from app.practice import service
from app.practice.service import Plan
from app.practice.sheet import Sheet, get_sheet
from question_bank import read_question
from tests.factories import make_person, term_fields

TERM = term_fields()
BOTH_POINTS = "拿体验同期望值相比后的感觉状态"
ONE_POINT = "由体验与期望比较而来"
NO_POINT = "客户买得多"
SECOND = timedelta(seconds=1)


@pytest.fixture
def teacher(session: Session, now: datetime) -> User:
    return make_person(session, now, "teacher", Role.INSTRUCTOR)


@pytest.fixture
def colleague(session: Session, now: datetime) -> User:
    return make_person(session, now, "colleague", Role.INSTRUCTOR)


@pytest.fixture
def classroom(session: Session, now: datetime, teacher: User) -> Classroom:
    return make_classroom(session, teacher, "CRM 1", Random(1), now)


@pytest.fixture
def amy(session: Session, now: datetime, classroom: Classroom) -> User:
    student = make_person(session, now, "amy")
    join(session, student, classroom, now)
    return student


@pytest.fixture
def write(session: Session, teacher: User, now: datetime) -> Callable[..., Sheet]:
    """Give a function that lets a student answer a question of ``owner`` in an attempt of its own.

    An attempt that is marked at the end is handed in only when ``is_handed_in`` says so.
    """

    def write_as(
        student: User,
        text: str = BOTH_POINTS,
        moment: datetime = now,
        fields: dict = TERM,
        owner: User = teacher,
        feedback: Feedback = Feedback.EACH,
        is_handed_in: bool = False,
    ) -> Sheet:
        question = add_question(session, owner, read_question(fields), now)
        plan = Plan(feedback=feedback)
        attempt = service.start_with(session, student, [question.revisions[0].id], plan, Random(1), moment)
        sheet = get_sheet(session, student.id, attempt.code)
        service.save_answer(session, sheet, 1, [text], "one", moment)
        if is_handed_in:
            service.finish(session, get_sheet(session, student.id, attempt.code), moment)
        return get_sheet(session, student.id, attempt.code)

    return write_as


@pytest.fixture
def mark(session: Session, teacher: User, classroom: Classroom, now: datetime) -> Callable[..., Mark]:
    """Give a function that lets the instructor mark the answer of a sheet, having seen its first mark."""

    def mark_it(
        sheet: Sheet,
        ticked: set[int],
        base_number: int = 1,
        by: User = teacher,
        of: Classroom = classroom,
        moment: datetime = now,
    ) -> Mark:
        return mark_written_answer(session, by, of, response_id(sheet), ticked, base_number, moment)

    return mark_it


@pytest.fixture
def other_class(session: Session, now: datetime, colleague: User, amy: User) -> Classroom:
    """Give a class of the colleague that amy is in, too."""
    room = make_classroom(session, colleague, "CRM 2", Random(2), now)
    join(session, amy, room, now)
    return room


def response_id(sheet: Sheet) -> int:
    assert sheet.cell(1).response is not None
    return sheet.cell(1).response.id


def again(session: Session, sheet: Sheet) -> Sheet:
    """Read the sheet anew, as the next request does."""
    return get_sheet(session, sheet.attempt.user_id, sheet.attempt.code)


def givers(session: Session) -> list[tuple[int, str]]:
    """Return number and marker of every mark in the order they were stored."""
    return [(mark.number, mark.marker) for mark in session.scalars(select(Mark).order_by(Mark.id))]
