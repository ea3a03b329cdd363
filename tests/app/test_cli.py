"""The commands: what they say, what they change, and how they fail."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from app.accounts.service import check_credentials
from app.extensions import db
from app.models import Role, User
from tests.app.conftest import Run
from tests.factories import browser_of, make_person


@pytest.mark.parametrize("role", list(Role))
def test_created_user_can_log_in_with_the_role(app: Flask, run: Run, role: Role):
    password = "correct horse"
    result = run("user", "create", "Zhang", "--role", role.value, input=f"{password}\n{password}\n")
    assert result.exit_code == 0, result.output
    assert password not in result.output
    assert f"created {role.value} Zhang" in result.output
    with app.app_context():
        assert check_credentials(db.session(), "zhang", password).role == role


@pytest.mark.parametrize(
    ("username", "password", "said"),
    [
        ("zhang", "1234567", "8 to 200 characters"),
        ("zhang", "x" * 201, "8 to 200 characters"),
        ("TAKEN", "correct horse", "the username TAKEN is taken"),
        ("", "correct horse", "username"),  # nobody could log in with it
        ("zhang san", "correct horse", "username"),  # the form for registering refuses it too
    ],
)
def test_user_that_cannot_be_is_refused_with_the_reason(app: Flask, run: Run, now, username, password, said):
    with app.app_context():
        make_person(db.session(), now, "Taken")
    result = run("user", "create", username, "--password", password)
    assert result.exit_code == 1
    assert said in result.stderr
    with app.app_context():
        assert db.session.scalars(select(User.username)).all() == ["Taken"]


def test_invitation_link_works_once(app: Flask, run: Run, now, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOST", "0.0.0.0")
    monkeypatch.setenv("PORT", "8123")
    link = run("user", "invite").output.strip()
    assert link.startswith("http://127.0.0.1:8123/account/instructor/")  # an address that can be opened
    with app.app_context():
        browser = browser_of(app, make_person(db.session(), now, "zhang").id)
    path = link.removeprefix("http://127.0.0.1:8123")
    assert browser.post(path).location == "/classes/"
    assert browser.post(path).status_code == 410


def test_port_that_is_no_number_is_explained(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PORT", "http")
    result = run("user", "invite")
    assert result.exit_code == 1
    assert "PORT=http is not a number from 1 to 65535" in result.output
