"""A class and its written answers in browsers, for tests of pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from app.authoring.service import add_question
from app.classes.service import join, make_classroom
from app.extensions import db
from app.models import Classroom, Mark, Origin, Question, Role, User
from app.practice.service import Plan, save_answer, start_with
from app.practice.sheet import get_sheet
from question_bank import read_question
from tests.factories import browser_of, make_person, term_fields

TEXT = "拿体验同期望值相比\n<b>第二行</b>"  # holds the terms of the second key point


@dataclass
class Room:
    """A class with its instructor and its student amy, each in a browser that reads English."""

    app: Flask
    now: datetime
    number: int
    teacher: FlaskClient
    amy: FlaskClient
    sheets: list[str] = field(default_factory=list)  # addresses of amy's attempts, oldest first

    @property
    def address(self) -> str:
        return f"/classes/{self.number}/written"

    def write(self, text: str = TEXT, fields: dict | None = None) -> str:
        """Let amy hand in an answer to a question of the instructor; return the page that marks it."""
        with self.app.app_context():
            session = db.session()
            amy = session.scalars(select(User).where(User.username == "amy")).one()
            owner = session.get(User, session.get(Classroom, self.number).owner_id)
            question = add_question(session, owner, read_question(fields or term_fields()), self.now)
            code = start_with(session, amy, [question.revisions[0].id], Plan(), Random(1), self.now).code
            moment = self.now + timedelta(seconds=len(self.sheets))
            save_answer(session, get_sheet(session, amy.id, code), 1, [text], "one", moment)
            self.sheets.append(f"/practice/{code}")
            return f"{self.address}/{get_sheet(session, amy.id, code).cell(1).response.id}"

    def mark_count(self) -> int:
        with self.app.app_context():
            return len(db.session.scalars(select(Mark)).all())


def reading_english(browser: FlaskClient) -> FlaskClient:
    """Let a browser ask for English: the texts of the source, whatever is translated yet."""
    browser.set_cookie("language", "en")
    return browser


@pytest.fixture
def room(app: Flask, now: datetime) -> Room:
    with app.app_context():
        session = db.session()
        teacher = make_person(session, now, "teacher", Role.INSTRUCTOR)
        amy = make_person(session, now, "amy")
        classroom = make_classroom(session, teacher, "CRM 1", Random(1), now)
        join(session, amy, classroom, now)
        teacher_id, amy_id, number = teacher.id, amy.id, classroom.id
    browsers = (reading_english(browser_of(app, person_id)) for person_id in (teacher_id, amy_id))
    return Room(app, now, number, *browsers)


@pytest.fixture
def colleague(room: Room) -> Callable[[], FlaskClient]:
    """Give a function that makes a second instructor; amy is in their class, the questions are the bank's."""

    def make_colleague() -> FlaskClient:
        with room.app.app_context():
            session = db.session()
            person = make_person(session, room.now, "colleague", Role.INSTRUCTOR)
            amy = session.scalars(select(User).where(User.username == "amy")).one()
            join(session, amy, make_classroom(session, person, "CRM 2", Random(2), room.now), room.now)
            session.execute(update(Question).values(origin=Origin.BANK))
            session.commit()
            return reading_english(browser_of(room.app, person.id))

    return make_colleague
