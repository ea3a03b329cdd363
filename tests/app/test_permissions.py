"""The guard in front of every view."""

from __future__ import annotations

from datetime import datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.extensions import db
from app.models import Role
from app.permissions import Access, declared_access, open_to
from tests.factories import browser_of, make_person


def person(app: Flask, now: datetime, role: Role | None) -> FlaskClient:
    """Return the browser of a guest, student or instructor."""
    with app.app_context():
        if role is None:
            return browser_of(app, make_person(db.session(), now).id)
        return browser_of(app, make_person(db.session(), now, role.value, role).id)


@pytest.fixture
def app(app: Flask) -> Flask:
    """Add a view for each kind of access, and one that forgot to say."""
    for access in Access:
        app.add_url_rule(f"/for/{access}", access.value, open_to(access)(lambda: "open"))
        app.add_url_rule(f"/send/{access}", f"send-{access}", open_to(access)(lambda: "x"), methods=["POST"])
    app.add_url_rule("/forgot", "forgot", lambda: "open")
    return app


@pytest.mark.parametrize(
    ("role", "statuses"),
    [
        (None, {"anyone": 200, "account": 302, "instructor": 302}),  # a guest is asked to log in
        (Role.STUDENT, {"anyone": 200, "account": 200, "instructor": 403}),
        (Role.INSTRUCTOR, {"anyone": 200, "account": 200, "instructor": 200}),
    ],
)
def test_view_is_open_to_whom_it_says(app: Flask, now: datetime, role: Role | None, statuses):
    browser = person(app, now, role)
    assert {access.value: browser.get(f"/for/{access}").status_code for access in Access} == statuses


def test_view_that_does_not_say_is_closed_even_to_instructors(app: Flask, now: datetime):
    assert declared_access(app, "forgot") is None
    assert person(app, now, Role.INSTRUCTOR).get("/forgot").status_code == 403


def test_stranger_comes_back_to_the_page_after_logging_in(client: FlaskClient):
    response = client.get("/for/account?x=1&y=2")
    assert response.location == "/account/login?next=/for/account?x%3D1%26y%3D2"
    assert "登录后才能打开这个页面" in client.get(response.location).text


def test_sending_a_form_without_an_account_leads_to_the_login_without_a_way_back(client: FlaskClient):
    # the address of a form cannot be opened by a link
    assert client.post("/send/account").location == "/account/login"


def test_static_files_are_open(client: FlaskClient):
    assert client.get("/static/css/kelian.css").status_code == 200
    assert client.get("/static/nothing.css").status_code == 404


@pytest.mark.parametrize("cookie", ["999999", "0", "x", "1 OR 1=1", ""])
def test_cookie_of_somebody_who_is_not_there_is_nobody(app: Flask, cookie: str):
    browser = app.test_client()
    with browser.session_transaction() as stored:
        stored["_user_id"] = cookie
    assert browser.get("/for/account").status_code == 302
    assert browser.get("/for/anyone").status_code == 200
