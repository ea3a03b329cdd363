"""Edits of instructors' questions: each a revision, and two at once do not overwrite each other."""

from __future__ import annotations

from datetime import datetime

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.authoring import service
from app.extensions import db
from app.models import Role
from question_bank import read_question
from tests.factories import just_before, make_person, single_fields

FIRST, SECOND, THIRD = (read_question(single_fields(stem=f"第 {n} 稿")) for n in (1, 2, 3))


def test_edit_adds_a_revision_and_leaves_the_first(session: Session, now: datetime):
    author = make_person(session, now, "author", Role.INSTRUCTOR)
    question = service.add_question(session, author, FIRST, now)
    assert service.revise_question(session, author, question, SECOND, 1, now)
    session.expire_all()
    assert [revision.content.stem for revision in question.revisions] == ["第 1 稿", "第 2 稿"]
    assert question.current.content == SECOND


def test_same_wording_again_is_no_revision(session: Session, now: datetime):
    author = make_person(session, now, "author", Role.INSTRUCTOR)
    question = service.add_question(session, author, FIRST, now)
    assert not service.revise_question(session, author, question, FIRST, 1, now)
    assert question.current_number == 1


def test_edit_that_meets_another_stores_nothing(app: Flask, session: Session, now: datetime):
    author = make_person(session, now, "author", Role.INSTRUCTOR)
    question = service.add_question(session, author, FIRST, now)
    assert question.current.content == FIRST

    def somebody_else_saves() -> None:
        with Session(db.engine) as other:
            theirs = service.get_own_question(other, author, question.id)
            service.revise_question(other, author, theirs, THIRD, 1, now)

    statement = "UPDATE questions"
    with just_before(db.engine, statement, somebody_else_saves), pytest.raises(service.EditConflict):
        service.revise_question(session, author, question, SECOND, 1, now)
    session.expire_all()
    assert [revision.content.stem for revision in question.revisions] == ["第 1 稿", "第 3 稿"]


def test_edit_of_an_older_revision_stores_nothing(session: Session, now: datetime):
    author = make_person(session, now, "author", Role.INSTRUCTOR)
    question = service.add_question(session, author, FIRST, now)
    service.revise_question(session, author, question, SECOND, 1, now)
    session.expire_all()
    with pytest.raises(service.EditConflict):
        service.revise_question(session, author, question, THIRD, 1, now)
    assert question.current_number == 2


def test_same_form_sent_twice_is_one_question(session: Session, now: datetime):
    author = make_person(session, now, "author", Role.INSTRUCTOR)
    first, second = (service.add_question(session, author, FIRST, now) for _ in range(2))
    assert first is second


def test_same_form_sent_again_with_another_text_loses_neither(session: Session, now: datetime):
    author = make_person(session, now, "author", Role.INSTRUCTOR)
    question = service.add_question(session, author, FIRST, now)
    assert service.add_question(session, author, SECOND, now) is question
    session.expire_all()
    assert [revision.content.stem for revision in question.revisions] == ["第 1 稿", "第 2 稿"]
