"""Answers worth a look: which wrong answers of a class its instructor finds again, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from random import Random

import pytest
from sqlalchemy.orm import Session

from app.authoring.service import add_question
from app.classes import near_misses as module
from app.classes.near_misses import near_misses
from app.classes.service import join, make_classroom
from app.models import Classroom, Feedback, Question, Role, User
from app.practice.service import Plan, finish, save_answer, start_with
from app.practice.sheet import get_sheet
from question_bank import read_question
from tests.factories import fill_fields, make_person

LOYALTY = fill_fields(
    id="loyalty",
    stem="客户的重复购买出于 ____ 。",
    blanks=[{"accept": ["忠诚度"]}],
    interchangeable=[],
)
LIFETIME = fill_fields(
    id="lifetime",
    stem="CLV 的中文名是 ____ ，首字母 C 指 ____ 。",
    blanks=[{"accept": ["客户终身价值"]}, {"accept": ["customer"]}],
    interchangeable=[],
)


@pytest.fixture
def teacher(session: Session, now: datetime) -> User:
    return make_person(session, now, "teacher", Role.INSTRUCTOR)


@pytest.fixture
def classroom(session: Session, now: datetime, teacher: User) -> Classroom:
    return make_classroom(session, teacher, "CRM 1", Random(1), now)


@pytest.fixture
def questions(session: Session, now: datetime, teacher: User) -> dict[str, Question]:
    """Give the instructor's two fill-in questions by name."""
    return {
        fields["id"]: add_question(session, teacher, read_question(fields), now)
        for fields in (LOYALTY, LIFETIME)
    }


@pytest.fixture
def types(session: Session, now: datetime, classroom: Classroom, questions) -> Callable[..., User]:
    """Give a function that lets a new student of the class (or somebody outside) answer a question."""

    def type_it(
        name: str, *answers: str, student: User | None = None, is_member: bool = True, feedback=Feedback.EACH
    ) -> User:
        student = student or make_person(session, now)
        if is_member:
            join(session, student, classroom, now)
        revision_id = questions[name].revisions[0].id
        code = start_with(session, student, [revision_id], Plan(feedback=feedback), Random(1), now).code
        save_answer(session, get_sheet(session, student.id, code), 1, answers, "one", now)
        if feedback == Feedback.END:
            finish(session, get_sheet(session, student.id, code), now)
        return student

    return type_it


def found(session: Session, classroom: Classroom) -> list[tuple[str, str, str, int]]:
    return [(miss.typed, miss.nearest, miss.code, miss.students) for miss in near_misses(session, classroom)]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (["衷诚度"], ("衷诚度", "忠诚度", "same_sound", "衷")),
        (["忠城度"], ("忠城度", "忠诚度", "same_sound", "城")),
        ([" 衷诚度。"], ("衷诚度。", "忠诚度", "same_sound", "衷")),  # as typed, without the spaces around
        (["客户终身值", "customer"], ("客户终身值", "客户终身价值", "one_character", "")),
        (["客户终身价值", "custmer"], ("custmer", "customer", "misspelt", "custmer")),
        (["客户终身价值（满意）", "customer"], ("客户终身价值（满意）", "客户终身价值", "gloss_unknown", "")),
        (["忠诚度"], None),  # right
        (["满意度"], None),  # another term, no slip
        (["不忠诚度"], None),  # the opposite
        (["忠诚度和满意度"], None),  # hedging is a decision not taken, no slip
        (["客户终身价值", "满意"], None),
    ],
)
def test_near_miss_is_shown_with_what_it_came_close_to(session, classroom, types, answers, expected):
    types("loyalty" if len(answers) == 1 else "lifetime", *answers)
    lines = near_misses(session, classroom)
    assert [(m.typed, m.nearest, m.code, m.slip) for m in lines] == ([expected] if expected else [])


def test_look_alike_is_named_as_one(session, now, classroom, teacher, questions, types):
    fields = fill_fields(id="days", stem="买 ____ 。", blanks=[{"accept": ["未来价值"]}], interchangeable=[])
    questions["days"] = add_question(session, teacher, read_question(fields), now)
    types("days", "末来价值")
    assert found(session, classroom) == [("末来价值", "未来价值", "look_alike", 1)]


def test_slips_of_most_students_come_first(session, classroom, types):
    for typed in ("忠城度", "衷诚度", "衷诚度"):
        types("loyalty", typed)
    assert found(session, classroom) == [
        ("衷诚度", "忠诚度", "same_sound", 2),
        ("忠城度", "忠诚度", "same_sound", 1),
    ]


def test_answers_that_are_read_alike_are_one_line(session, classroom, types):
    types("loyalty", "衷诚度")
    types("loyalty", "衷诚度。")
    types("loyalty", "衷誠度")  # Traditional
    assert found(session, classroom) == [("衷诚度", "忠诚度", "same_sound", 3)]


def test_student_who_slips_twice_is_one_student(session, classroom, types):
    amy = types("loyalty", "衷诚度")
    types("loyalty", "衷诚度", student=amy)
    assert found(session, classroom) == [("衷诚度", "忠诚度", "same_sound", 1)]


def test_two_slips_in_one_answer_are_two_lines(session, classroom, types):
    types("lifetime", "客户终生值", "custmer")
    assert [(miss.code, miss.typed) for miss in near_misses(session, classroom)] == [
        ("misspelt", "custmer"),
        ("one_character", "客户终生值"),
    ]


def test_same_word_in_two_questions_is_two_lines(session, now, classroom, teacher, questions, types):
    twin = LOYALTY | {"id": "twin", "stem": "态度与行为合起来是 ____ 。"}
    questions["twin"] = add_question(session, teacher, read_question(twin), now)
    types("loyalty", "衷诚度")
    types("twin", "衷诚度")
    assert [miss.revision.body["stem"] for miss in near_misses(session, classroom)] == [
        LOYALTY["stem"],
        twin["stem"],
    ]


def test_slips_of_others_are_not_shown(session, now, classroom, questions, types):
    types("loyalty", "衷诚度", is_member=False)
    colleague = make_person(session, now, "colleague", Role.INSTRUCTOR)
    questions["loyalty"].owner_id = colleague.id  # somebody else's question now
    session.commit()
    types("loyalty", "衷诚度")
    assert found(session, classroom) == []


def test_answer_that_was_mended_before_the_end_is_no_slip_any_more(session, now, classroom, questions, types):
    amy = make_person(session, now)
    join(session, amy, classroom, now)
    plan = Plan(feedback=Feedback.END)
    code = start_with(session, amy, [questions["loyalty"].revisions[0].id], plan, Random(1), now).code
    for sending, typed in enumerate(("衷诚度", "忠诚度")):
        save_answer(session, get_sheet(session, amy.id, code), 1, [typed], str(sending), now)
    finish(session, get_sheet(session, amy.id, code), now)
    assert found(session, classroom) == []
    types("loyalty", "衷诚度", student=amy, feedback=Feedback.END)
    assert len(found(session, classroom)) == 1


def test_list_is_cut_after_the_slips_of_most_students(session, classroom, types, monkeypatch):
    monkeypatch.setattr(module, "LINES_MAX", 1)
    for typed in ("忠城度", "衷诚度", "衷诚度"):
        types("loyalty", typed)
    assert found(session, classroom) == [("衷诚度", "忠诚度", "same_sound", 2)]
