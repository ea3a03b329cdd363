"""Classes in the browser: made, joined with consent, looked at by their instructor alone."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from app.extensions import db
from app.models import AttemptItem, Classroom, Membership, QuestionRevision, Role
from tests.answers import wrong_answer
from tests.factories import browser_of, make_person

CONSENT = "这个班的老师会看到你的用户名"


@pytest.fixture
def teacher(app: Flask, now: datetime) -> FlaskClient:
    with app.app_context():
        return browser_of(app, make_person(db.session(), now, "teacher", Role.INSTRUCTOR).id)


@pytest.fixture
def student(app: Flask, now: datetime) -> FlaskClient:
    with app.app_context():
        return browser_of(app, make_person(db.session(), now, "amy").id)


@pytest.fixture
def code(app: Flask, teacher: FlaskClient) -> str:
    """Make the class CRM 1 through its form and return its join code."""
    page = teacher.post("/classes/new", data={"name": " CRM 1 "}, follow_redirects=True)
    assert "<h1>CRM 1</h1>" in page.text
    (found,) = re.findall(r'class="join-code">(\w{6})<', page.text)
    return found


def members(app: Flask) -> int:
    with app.app_context():
        return len(db.session.scalars(select(Membership)).all())


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_class_needs_a_name(app: Flask, teacher: FlaskClient, name: str):
    assert teacher.post("/classes/new", data={"name": name}).status_code == 422
    with app.app_context():
        assert db.session.scalars(select(Classroom)).all() == []


def test_joining_first_shows_whose_class_it_is_and_asks(app: Flask, student: FlaskClient, code: str):
    for page in (student.get(f"/classes/join/{code}"), student.post("/classes/join", data={"code": code})):
        assert page.status_code == 200
        for expected in ("CRM 1", "teacher", CONSENT):
            assert expected in page.text
    assert members(app) == 0


def test_agreed_student_is_in_the_class(app: Flask, student: FlaskClient, teacher: FlaskClient, code: str):
    for _ in range(2):  # sent twice: in once
        typed = f" {code[:3].lower()} {code[3:]} "
        response = student.post("/classes/join", data={"code": typed, "agreed": "1"})
        assert response.location == "/classes/"
    page = student.get("/classes/").text
    assert "你已加入班级“CRM 1”" in page
    assert page.count("<span>CRM 1</span>") == 1
    assert members(app) == 1
    assert "1 名学生" in teacher.get("/classes/").text


def test_unknown_code_is_explained_and_stays_in_the_field(app: Flask, student: FlaskClient, code: str):
    response = student.post("/classes/join", data={"code": "ZZZZZZ", "agreed": "1"})
    assert response.status_code == 422
    assert "没有班级用这个码" in response.text
    assert 'value="ZZZZZZ"' in response.text
    assert members(app) == 0


@pytest.mark.parametrize(("typed", "message"), [("", "请填写这一项"), (" ", "没有班级用这个码")])
def test_empty_code_is_asked_for(student: FlaskClient, typed: str, message: str):
    response = student.post("/classes/join", data={"code": typed})
    assert response.status_code == 422
    assert message in response.text


def test_table_of_a_class_shows_who_practised_and_what_went_wrong(
    app: Flask, teacher: FlaskClient, student: FlaskClient, code: str
):
    student.post("/classes/join", data={"code": code, "agreed": "1"})
    address = re.findall(r'href="(/classes/\d+)"', teacher.get("/classes/").text)[0]
    assert "尚未" in teacher.get(address).text
    plan = {"chapters": ["05"], "types": ["single"], "count": "1", "order": "in_order", "feedback": "each"}
    question = student.post("/practice/new", data=plan).location
    with app.app_context():
        content = db.session.scalars(select(QuestionRevision).join(AttemptItem)).one().content
    student.post(question, data={"answer": wrong_answer(content)})
    page = teacher.get(address).text
    assert "尚未" not in page
    assert '<abbr title="客户满意">05</abbr>' in page
    row = re.findall(r"<tr><td class=.stem-cell.*?</tr>", page, re.S)[0]
    assert re.findall(r"<td>(.*?)</td>", row)[1:] == ["1", "0", "1", "0%"]  # answered, right, wrong, share


def test_class_is_closed_to_others(app: Flask, now: datetime, student: FlaskClient, code: str):
    with app.app_context():
        number = db.session.scalars(select(Classroom.id)).one()
        colleague = browser_of(app, make_person(db.session(), now, "colleague", Role.INSTRUCTOR).id)
    address = f"/classes/{number}"
    assert colleague.get(address).status_code == 404
    assert student.get(address).status_code == 403
    assert student.post("/classes/new", data={"name": "mine"}).status_code == 403
    assert app.test_client().get(address).status_code == 302


@pytest.mark.parametrize("number", ["999", "0", "99999999999999999999"])
def test_class_that_is_not_there_is_404(teacher: FlaskClient, number: str):
    assert teacher.get(f"/classes/{number}").status_code == 404
