"""Which questions somebody may practise, and in which order they are found."""

from __future__ import annotations

from datetime import datetime
from random import Random
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.authoring.service import add_question, retire_question
from app.classes.service import join, make_classroom
from app.library import service
from app.models import Question, QuestionRevision, Role, User
from question_bank import read_question
from tests.factories import find_revision_ids, make_person, single_fields


def own_question(session: Session, owner: User, now: datetime, **changes: Any) -> Question:
    """Store a single choice of an instructor."""
    return add_question(session, owner, read_question(single_fields(**changes)), now)


def may_practise(session: Session, person: User | None, question: Question) -> bool:
    """Whether a question is among those somebody may practise."""
    return question.revisions[0].id in find_revision_ids(session, person, [], [])


@pytest.fixture
def teacher(session: Session, now: datetime) -> User:
    return make_person(session, now, "teacher", Role.INSTRUCTOR)


def test_own_question_is_for_its_author_and_the_students_of_their_classes(
    session: Session, now: datetime, teacher: User
):
    question = own_question(session, teacher, now)
    member, stranger = make_person(session, now, "member"), make_person(session, now, "stranger")
    colleague = make_person(session, now, "colleague", Role.INSTRUCTOR)
    guest = make_person(session, now)
    join(session, member, make_classroom(session, teacher, "CRM 1", Random(1), now), now)
    join(session, stranger, make_classroom(session, colleague, "CRM 2", Random(2), now), now)
    allowed = {
        name: may_practise(session, person, question)
        for name, person in {
            "author": teacher,
            "member": member,
            "student of another class": stranger,
            "other instructor": colleague,
            "guest": guest,
            "nobody yet": None,
        }.items()
    }
    assert [name for name, is_allowed in allowed.items() if is_allowed] == ["author", "member"]


def test_retired_question_is_gone_for_everybody(session: Session, now: datetime, teacher: User):
    question = own_question(session, teacher, now)
    shipped = session.get(QuestionRevision, find_revision_ids(session, None, [], [])[0]).question
    for one in (question, shipped):
        assert may_practise(session, teacher, one)
        retire_question(session, one, now)
        assert not may_practise(session, teacher, one)


def test_chapter_and_type_narrow_the_choice(session: Session):
    found = find_revision_ids(session, None, ["06"], ["single", "fill"])
    rows = session.scalars(select(QuestionRevision).where(QuestionRevision.id.in_(found))).all()
    assert {row.chapter_id for row in rows} == {"06"}
    assert {row.type for row in rows} == {"single", "fill"}
    every = find_revision_ids(session, None, ["06"], [])
    others = find_revision_ids(session, None, ["06"], ["multiple", "true_false", "term", "short", "case"])
    assert sorted(found + others) == sorted(every)


def test_questions_are_found_in_course_order(session: Session):
    found = find_revision_ids(session, None, ["08", "05"], [])
    places = [
        (row.chapter_id, row.question_id)
        for row in (session.get(QuestionRevision, revision_id) for revision_id in found)
    ]
    assert places == sorted(places)
    assert {chapter_id for chapter_id, _ in places} == {"05", "08"}


def test_shelves_count_what_this_person_finds(session: Session, now: datetime, teacher: User):
    own_question(session, teacher, now, chapter="06")
    for person in (None, teacher):
        for shelf in service.all_shelves(session, person):
            found = find_revision_ids(session, person, [shelf.chapter.id], [])
            assert shelf.count == len(found) > 0
    for_teacher = {shelf.chapter.id: shelf.count for shelf in service.all_shelves(session, teacher)}
    for_guests = {shelf.chapter.id: shelf.count for shelf in service.all_shelves(session, None)}
    assert for_teacher["06"] == for_guests["06"] + 1
    assert list(for_teacher) == sorted(for_teacher) == list(for_guests)


def test_unknown_chapter_is_an_error_of_its_own(session: Session):
    assert service.get_chapter(session, "05").title_zh == "客户满意"
    with pytest.raises(service.ChapterUnknown):
        service.get_chapter(session, "99")


def test_facts_are_those_of_loaded_chapters(session: Session):
    facts = service.get_facts(session, ["05-003", "05-001", "99-001"])
    assert [fact.id for fact in facts] == ["05-001", "05-003"]
    assert service.get_facts(session, []) == []
