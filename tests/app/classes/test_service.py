"""Join codes, memberships, and the table of a class against figures worked out by hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.authoring.service import add_question
from app.classes import service
from app.models import Classroom, Membership, QuestionRevision, Role, User
from app.practice.progress import Score
from app.practice.service import Plan, save_answer, start_with
from app.practice.sheet import get_sheet
from question_bank import read_question
from tests.factories import fill_fields, just_before, make_person, single_fields, true_false_fields

FILL, SINGLE, TRUE_FALSE = fill_fields(), single_fields(), true_false_fields(chapter="06")


@pytest.fixture
def teacher(session: Session, now: datetime) -> User:
    return make_person(session, now, "teacher", Role.INSTRUCTOR)


@pytest.fixture
def classroom(session: Session, now: datetime, teacher: User) -> Classroom:
    return service.make_classroom(session, teacher, "CRM 1", Random(1), now)


@given(st.randoms(use_true_random=False))
def test_join_code_can_be_read_off_a_blackboard(rng: Random):
    code = service._draw_code(rng)
    assert len(code) == 6
    assert not set(code) & set("0O1IL")
    assert code == code.upper()


def test_code_that_is_in_use_is_drawn_again(session: Session, now: datetime, teacher: User, classroom):
    same_dice = service.make_classroom(session, teacher, "CRM 2", Random(1), now)
    assert same_dice.join_code != classroom.join_code


@pytest.mark.parametrize("written", ["{}", " {} ", "{}\n", "spaced", "lower"])
def test_case_and_spaces_of_a_code_do_not_matter(session: Session, classroom: Classroom, written: str):
    code = classroom.join_code
    typed = {"spaced": f"{code[:3]} {code[3:]}", "lower": code.lower()}.get(written, written.format(code))
    assert service.find_by_code(session, typed) == classroom


@pytest.mark.parametrize("code", ["", "   ", "AAAAA0", "%", "' OR 1=1 --"])
def test_wrong_code_opens_no_class(session: Session, classroom: Classroom, code: str):
    assert service.find_by_code(session, code) is None


def test_joining_twice_is_joining_once(session: Session, now: datetime, classroom: Classroom):
    student = make_person(session, now, "amy")
    service.join(session, student, classroom, now)
    service.join(session, student, classroom, now + timedelta(days=1))
    membership = session.scalars(select(Membership)).one()
    assert membership.joined_at == now
    assert service.joined_classrooms(session, student) == [classroom]


def test_led_classes_come_newest_first_with_their_students(session: Session, now, teacher, classroom):
    second = service.make_classroom(session, teacher, "CRM 2", Random(2), now)
    other = make_person(session, now, "other", Role.INSTRUCTOR)
    service.make_classroom(session, other, "not mine", Random(3), now)
    for name in ("amy", "bo"):
        service.join(session, make_person(session, now, name), classroom, now)
    assert service.led_classrooms(session, teacher) == [(second, 0), (classroom, 2)]


def test_class_belongs_to_the_instructor_who_made_it(session: Session, now, teacher, classroom):
    assert service.get_led_classroom(session, teacher, classroom.id) == classroom
    other = make_person(session, now, "other", Role.INSTRUCTOR)
    for person, number in ((other, classroom.id), (teacher, classroom.id + 1)):
        with pytest.raises(service.ClassroomUnknown):
            service.get_led_classroom(session, person, number)


@pytest.fixture
def practised(session: Session, now: datetime, teacher: User, classroom: Classroom) -> Classroom:
    """Give the class after amy and cy practised, bo did not, and somebody outside did.

    Answers in the order fill-in (2 points, chapter 05), single (05), true or false (06).
    """
    questions = [add_question(session, teacher, read_question(f), now) for f in (FILL, SINGLE, TRUE_FALSE)]
    ids = [question.revisions[0].id for question in questions]
    sheets = {
        "amy": [["期望", "价格"], ["B"], ["true"]],  # 1 of 2, right, wrong
        "bo": [],
        "cy": [["期望", "感知价值"], ["Z"], ["false"]],  # right, unreadable, right
        "outsider": [["价格", "价格"], ["A"], ["true"]],
    }
    for hours, (name, answers) in enumerate(sheets.items()):
        person, moment = make_person(session, now, name), now + timedelta(hours=hours)
        if name != "outsider":
            service.join(session, person, classroom, now)
        if not answers:
            continue
        code = start_with(session, person, ids, Plan(), Random(1), moment).code
        for position, answer in enumerate(answers, start=1):
            sheet = get_sheet(session, person.id, code)
            save_answer(session, sheet, position, answer, f"id-{position}", moment)
    return classroom


def score(questions: int, right: int, earned: int, points: int) -> Score:
    return Score(questions, right, Decimal(earned), Decimal(points))


def test_students_stand_by_chapter_and_in_all(session: Session, now: datetime, practised: Classroom):
    table = service.class_table(session, practised)
    amy, bo, cy = table.students
    assert [line.user.username for line in table.students] == ["amy", "bo", "cy"]
    assert table.chapter_ids == ["05", "06"]
    assert amy.by_chapter == {"05": score(2, 1, 2, 3), "06": score(1, 0, 0, 1)}
    assert amy.total == score(3, 1, 2, 4)
    assert amy.total.share == Decimal("0.5")
    assert amy.last_at == now
    assert (bo.total, bo.by_chapter, bo.last_at) == (Score(), {}, None)
    # the unreadable single choice is not counted at all
    assert cy.by_chapter == {"05": score(1, 1, 2, 2), "06": score(1, 1, 1, 1)}
    assert cy.total.share == 1
    assert cy.last_at == now + timedelta(hours=2)


def test_questions_stand_hardest_first(session: Session, practised: Classroom):
    lines = service.class_table(session, practised).questions
    assert [(line.revision.type, line.answered, line.right, line.facility) for line in lines] == [
        ("true_false", 2, 1, Decimal("0.5")),
        ("fill", 2, 1, Decimal("0.75")),  # 1 + 2 of 4 points
        ("single", 1, 1, Decimal(1)),  # amy's alone: cy's could not be read
    ]


def test_table_of_an_empty_class_is_empty(session: Session, classroom: Classroom):
    assert service.class_table(session, classroom) == service.ClassTable([], [], [])
    assert session.scalar(select(func.count()).select_from(Membership)) == 0


def test_questions_of_another_instructor_are_not_shown(session: Session, now: datetime, practised: Classroom):
    before = service.class_table(session, practised)
    colleague = make_person(session, now, "colleague", Role.INSTRUCTOR)
    theirs = add_question(session, colleague, read_question(single_fields(id="theirs")), now)
    amy = before.students[0].user
    code = start_with(session, amy, [theirs.revisions[0].id], Plan(), Random(1), now).code
    save_answer(session, get_sheet(session, amy.id, code), 1, ["B"], "id", now)
    assert service.class_table(session, practised) == before


@pytest.mark.parametrize("written", ["ＡＢＣ２３４", " abc 234 "])
def test_full_width_code_opens_the_class(session: Session, classroom: Classroom, written: str):
    classroom.join_code = "ABC234"
    session.commit()
    assert service.find_by_code(session, written) == classroom


def test_joining_twice_at_the_same_moment_is_joining_once(
    session: Session, now: datetime, classroom: Classroom
):
    student = make_person(session, now, "amy")

    def join_in_another_window() -> None:
        with Session(session.get_bind()) as other:
            other.add(Membership(classroom_id=classroom.id, user_id=student.id, joined_at=now))
            other.commit()

    with just_before(session.get_bind(), "INSERT INTO memberships", join_in_another_window):
        service.join(session, student, classroom, now)
    assert session.scalar(select(func.count()).select_from(Membership)) == 1


def test_student_who_joins_while_the_table_is_made_is_in_the_next_one(
    session: Session, now: datetime, practised: Classroom
):
    newcomer = make_person(session, now, "dan")
    question = session.scalars(select(QuestionRevision)).first()
    code = start_with(session, newcomer, [question.id], Plan(), Random(1), now).code
    save_answer(session, get_sheet(session, newcomer.id, code), 1, ["x"] * question.content.total, "id", now)

    def join_in_between() -> None:
        with Session(session.get_bind()) as other:
            other.add(Membership(classroom_id=practised.id, user_id=newcomer.id, joined_at=now))
            other.commit()

    with just_before(session.get_bind(), "SELECT attempts.user_id", join_in_between):
        assert len(service.class_table(session, practised).students) == 3
    assert len(service.class_table(session, practised).students) == 4
