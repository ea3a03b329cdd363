"""Class work: who sees which written answers, and what an instructor's mark does, races included."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.authoring.service import add_question
from app.classes import written_work
from app.classes.service import ClassroomUnknown, class_table, join, make_classroom
from app.classes.written_work import (
    AnswerUnknown,
    MarkedMeanwhile,
    NoSuchKeyPoint,
    WrittenPage,
    count_waiting,
    get_written_answer,
    given_marks,
    list_written,
    mark_written_answer,
    next_waiting,
    points_to_tick,
    ticked_points,
)
from app.models import Classroom, Feedback, Mark, Marker, Membership, Origin, Outcome, Question, Role, User
from app.practice import service
from app.practice.calibration import Calibration, calibrate
from app.practice.self_marking import NotToBeMarked, mark_own_answer, may_mark_own
from app.practice.service import Plan
from app.practice.sheet import Sheet, get_sheet
from question_bank import read_question
from tests.factories import just_before, make_person, single_fields, term_fields

TERM = term_fields()
SHORT = term_fields(id="test-short-1", type="short", stem="简述客户满意。")
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
    """Give a function that lets a student answer one new question of ``owner``.

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


def texts(page: WrittenPage) -> list[str]:
    return [answer.response.body[0] for answer in page.answers]


def givers(session: Session) -> list[tuple[int, str]]:
    """Return number and marker of every mark in the order they were stored."""
    return [(mark.number, mark.marker) for mark in session.scalars(select(Mark).order_by(Mark.id))]


# --- who sees what


@pytest.mark.parametrize(
    ("given", "is_seen"),
    [
        ({}, True),
        ({"fields": SHORT}, True),
        ({"moment": timedelta(0)}, True),  # at the very moment of joining: consented already
        ({"moment": -SECOND}, False),  # written before anybody was to read it
        ({"text": NO_POINT}, True),  # no key term found: all the more for a person to judge
        ({"text": "   "}, False),  # blank: nothing was handed in
        ({"text": "字" * 20_001}, False),  # unreadable: costs nothing, waits for the student
        ({"feedback": Feedback.END}, False),  # a draft; may still be changed
        ({"feedback": Feedback.END, "is_handed_in": True}, True),
        ({"fields": single_fields(), "text": "B"}, False),  # marked by the rules, no class work
    ],
)
def test_instructor_sees_what_was_written_for_them(session, now, classroom, amy, write, given, is_seen):
    write(amy, **{**given, "moment": now + given.get("moment", SECOND)})
    page = list_written(session, classroom)
    assert (len(page.answers), page.total, page.waiting) == ((1, 1, 1) if is_seen else (0, 0, 0))
    assert count_waiting(session, classroom) == page.waiting


def test_answer_begun_before_joining_and_handed_in_after_stays_private(session, now, classroom, amy, write):
    draft = write(amy, moment=now - SECOND, feedback=Feedback.END)
    service.finish(session, draft, now + SECOND)
    assert list_written(session, classroom).answers == []


@pytest.mark.parametrize(
    ("owner", "is_bank", "is_seen"),
    [
        ("teacher", False, True),
        ("colleague", False, False),  # the students of a colleague may meet our student there
        ("colleague", True, True),  # the bank belongs to everybody
    ],
)
def test_questions_of_another_instructor_stay_theirs(
    session, classroom, amy, teacher, colleague, write, owner, is_bank, is_seen
):
    write(amy, owner={"teacher": teacher, "colleague": colleague}[owner])
    if is_bank:
        session.execute(update(Question).where(Question.owner_id == colleague.id).values(origin=Origin.BANK))
        session.commit()
    assert len(list_written(session, classroom).answers) == is_seen


def test_answer_of_somebody_outside_the_class_can_be_neither_seen_nor_marked(
    session, now, classroom, write, mark
):
    sheet = write(make_person(session, now, "outsider"))
    assert list_written(session, classroom).answers == []
    with pytest.raises(AnswerUnknown):
        get_written_answer(session, classroom, response_id(sheet))
    with pytest.raises(AnswerUnknown):
        mark(sheet, {0})
    assert givers(session) == [(1, Marker.RULES)]


def test_each_class_counts_from_its_own_day_of_joining(session, now, classroom, teacher, amy, write):
    later = make_classroom(session, teacher, "CRM 2", Random(2), now)
    join(session, amy, later, now + timedelta(days=2))
    write(amy, moment=now + timedelta(days=1))
    assert [count_waiting(session, room) for room in (classroom, later)] == [1, 0]


def test_answer_written_again_is_seen_in_its_last_wording_alone(session, now, classroom, amy, write):
    draft = write(amy, NO_POINT, feedback=Feedback.END)
    service.save_answer(session, draft, 1, [BOTH_POINTS], "two", now + SECOND)
    service.finish(session, again(session, draft), now + SECOND)
    assert texts(list_written(session, classroom)) == [BOTH_POINTS]
    with pytest.raises(AnswerUnknown):
        get_written_answer(session, classroom, response_id(draft))


def test_answer_taken_back_before_the_end_is_not_handed_in(session, now, classroom, amy, write):
    draft = write(amy, feedback=Feedback.END)
    service.save_answer(session, draft, 1, [""], "two", now)
    service.finish(session, again(session, draft), now)
    assert list_written(session, classroom).total == 0


# --- the order of work


@pytest.fixture
def five(session, now, amy, write, mark) -> dict[str, Sheet]:
    """Give five answers written one after the other; 一 then 四 are marked by the instructor, 三 by amy."""
    sheets = {text: write(amy, text, now + hour * SECOND) for hour, text in enumerate("一二三四五")}
    for text, minutes in (("一", 1), ("四", 2)):
        mark(sheets[text], {0}, moment=now + timedelta(minutes=minutes))
    mark_own_answer(session, sheets["三"], 1, amy, {0}, now)
    return sheets


def test_waiting_answers_come_oldest_first_then_the_newest_marked(session, classroom, five):
    page = list_written(session, classroom)
    assert texts(page) == ["二", "三", "五", "四", "一"]
    assert [answer.is_waiting for answer in page.answers] == [True, True, True, False, False]
    assert (page.waiting, page.total, page.pages) == (3, 5, 1)


@pytest.mark.parametrize(
    ("after", "following"),
    [
        ("二", "三"),
        ("三", "五"),
        ("五", "二"),  # round once: what was skipped comes again
        ("一", "二"),  # after a marked one, the first that was written later
        ("四", "五"),
    ],
)
def test_next_waiting_answer_is_the_one_written_after(session, classroom, five, after, following):
    response = five[after].cell(1).response
    assert next_waiting(session, classroom, response) == response_id(five[following])


def test_nothing_is_next_when_only_this_one_waits(session, classroom, amy, write):
    sheet = write(amy)
    assert next_waiting(session, classroom, sheet.cell(1).response) is None


@pytest.mark.parametrize(
    ("asked", "number", "shown"),
    [
        (1, 1, ["二", "三"]),
        (2, 2, ["五", "四"]),
        (3, 3, ["一"]),
        (99, 3, ["一"]),  # beyond the last: the last
        (0, 1, ["二", "三"]),
        (-5, 1, ["二", "三"]),
    ],
)
def test_long_list_comes_in_pages(session, classroom, five, monkeypatch, asked, number, shown):
    monkeypatch.setattr(written_work, "PAGE_SIZE", 2)
    page = list_written(session, classroom, asked)
    assert (page.number, page.pages, page.waiting, texts(page)) == (number, 3, 3, shown)


@given(total=st.integers(0, 10_000))
def test_pages_hold_every_answer_and_none_is_empty(total):
    pages = WrittenPage([], 0, total, 1).pages
    assert (pages - 1) * written_work.PAGE_SIZE < max(total, 1) <= pages * written_work.PAGE_SIZE


# --- marking


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


def test_members_who_wrote_nothing_show_an_empty_page(session, classroom, amy):
    assert session.scalars(select(Membership.user_id)).all() == [amy.id]
    assert list_written(session, classroom) == WrittenPage([], 0, 0, 1)
