"""How far somebody is, against figures worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from sqlalchemy.orm import Session

from app.authoring.service import add_question
from app.models import Feedback, Role, User
from app.practice.progress import (
    RECENT_COUNT,
    Score,
    add_up,
    finished_attempts,
    open_attempts,
    score_by_chapter,
)
from app.practice.service import Plan, finish, save_answer, start_with
from app.practice.sheet import Sheet, get_sheet
from question_bank import read_question
from tests.factories import fill_fields, make_person, single_fields, true_false_fields


@pytest.fixture
def person(session: Session, now: datetime) -> User:
    return make_person(session, now, "teacher", Role.INSTRUCTOR)


@pytest.fixture
def begin(session: Session, person: User, now: datetime) -> Callable[..., Sheet]:
    """Give a function that starts an attempt: a fill-in worth 2, a single choice, 06 true or false."""
    fields = (fill_fields(), single_fields(), true_false_fields(chapter="06"))
    questions = [add_question(session, person, read_question(one), now) for one in fields]

    def begin_at(moment: datetime = now, feedback: Feedback = Feedback.EACH) -> Sheet:
        ids = [question.revisions[0].id for question in questions]
        code = start_with(session, person, ids, Plan(feedback=feedback), Random(1), moment).code
        return get_sheet(session, person.id, code)

    return begin_at


def answer(session: Session, sheet: Sheet, *answers: list[str]) -> Sheet:
    """Answer the first questions of a sheet; return it as the next request reads it."""
    for position, values in enumerate(answers, start=1):
        save_answer(session, sheet, position, values, f"id-{position}", sheet.attempt.started_at)
    return get_sheet(session, sheet.attempt.user_id, sheet.attempt.code)


def test_chapters_are_scored_with_partial_points(session: Session, person: User, begin):
    answer(session, begin(), ["期望", "价格"], ["B"], ["true"])
    assert score_by_chapter(session, person) == {
        "05": Score(questions=2, right=1, earned=Decimal(2), points=Decimal(3)),  # 1 of 2, and 1 of 1
        "06": Score(questions=1, right=0, earned=Decimal(0), points=Decimal(1)),
    }


def test_unreadable_and_blank_answers_are_not_in_the_score(session: Session, person: User, begin):
    answer(session, begin(), ["", ""], ["Z"])
    assert score_by_chapter(session, person) == {}


def test_question_practised_twice_counts_once_and_both_marks_count(session: Session, person: User, begin):
    answer(session, begin(), ["价格", "价格"])
    answer(session, begin(), ["期望", "感知价值"])
    score = score_by_chapter(session, person)["05"]
    assert (score.questions, score.right) == (1, 1)
    assert score.share == Decimal(2) / 4


def test_score_is_ones_own(session: Session, now: datetime, begin):
    answer(session, begin(), ["期望", "感知价值"])
    assert score_by_chapter(session, make_person(session, now)) == {}
    assert score_by_chapter(session, None) == {}


def test_left_attempt_says_how_far_it_got(session: Session, person: User, begin):
    sheet = answer(session, begin(), ["期望", "价格"], ["B"])
    (line,) = open_attempts(session, person)
    assert line.attempt.code == sheet.attempt.code
    assert (line.answered, line.count) == (2, 3)
    assert (line.earned, line.points) == (Decimal(2), Decimal(4))
    assert finished_attempts(session, person) == []


def test_finished_attempt_says_its_share_blanks_included(session: Session, person: User, now, begin):
    sheet = answer(session, begin(feedback=Feedback.END), ["期望", "价格"])
    finish(session, sheet, now)
    (line,) = finished_attempts(session, person)
    assert line.share == Decimal(1) / 4
    assert open_attempts(session, person) == []


def test_answer_taken_back_is_not_counted_as_answered(session: Session, person: User, begin):
    sheet = answer(session, begin(feedback=Feedback.END), ["期望", "价格"], ["B"])
    save_answer(session, sheet, 2, [], "id-again", sheet.attempt.started_at)
    (line,) = open_attempts(session, person)
    assert line.answered == 1


def test_only_the_newest_attempts_are_listed(session: Session, person: User, now: datetime, begin):
    moments = [now + timedelta(hours=hour) for hour in range(RECENT_COUNT + 1)]
    for moment in moments:
        answer(session, begin(moment), ["期望", "价格"], ["B"])
    lines = open_attempts(session, person)
    assert [line.attempt.started_at for line in lines] == list(reversed(moments))[:RECENT_COUNT]


def test_nobody_has_no_attempts(session: Session):
    assert open_attempts(session, None) == finished_attempts(session, None) == []


def test_sheet_adds_up_with_blanks_at_nothing(session: Session, begin):
    sheet = answer(session, begin(), ["期望", "价格"], ["B"])
    assert add_up(sheet.cells) == Score(questions=3, right=1, earned=Decimal(2), points=Decimal(4))


def test_share_of_nothing_is_nothing():
    assert Score().share == Decimal(0)
