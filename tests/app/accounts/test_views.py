"""Registering, logging in and out, and invitations, as the browser sees them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import create_engine, func, select
from sqlalchemy.orm import Session

from app import clock
from app.accounts import service
from app.extensions import db
from app.models import User
from tests.factories import browser_of, just_before, make_person

PASSWORD = "correct horse"
ZHANG = {"username": "zhang", "password": PASSWORD}


def practise(client: FlaskClient) -> str:
    """Begin a practice and return its address."""
    plan = {"chapters": ["05"], "types": ["single"], "count": "1", "order": "in_order", "feedback": "each"}
    return client.post("/practice/new", data=plan).location


def usernames(app: Flask) -> list[str | None]:
    """List everybody there is."""
    with app.app_context():
        return list(db.session.scalars(select(User.username).order_by(User.id)))


def test_guest_who_registers_keeps_their_practice(app: Flask, client: FlaskClient):
    address = practise(client)
    response = client.post("/account/register", data=ZHANG)
    assert response.status_code == 302
    assert client.get(address).status_code == 200
    assert usernames(app) == ["zhang"]


def test_guest_who_logs_in_brings_their_practice_to_the_account(app: Flask, sign_up: Callable):
    sign_up("zhang")
    browser = app.test_client()
    address = practise(browser)
    assert browser.post("/account/login", data=ZHANG).status_code == 302
    assert browser.get(address).status_code == 200
    assert usernames(app) == ["zhang"]  # the guest is gone


@pytest.mark.parametrize("username", ["zhang", "ZHANG", "Ｚhang", "ｚｈａｎｇ", " zhang "])
def test_taken_username_is_said_beside_the_field(app: Flask, client: FlaskClient, now, username: str):
    with app.app_context():
        make_person(db.session(), now, "Zhang")
    response = client.post("/account/register", data=ZHANG | {"username": username})
    assert response.status_code == 422
    assert "这个用户名已有人用" in response.text
    assert usernames(app) == ["Zhang"]


def test_guest_who_loses_the_race_for_a_name_is_told_and_loses_nothing(app: Flask, client: FlaskClient, now):
    address = practise(client)
    with app.app_context():
        engine = db.engine

    def somebody_else_is_faster() -> None:
        other_engine = create_engine(engine.url)
        with Session(other_engine) as other:
            make_person(other, now, "zhang")
        other_engine.dispose()

    with just_before(engine, "UPDATE users", somebody_else_is_faster):
        response = client.post("/account/register", data=ZHANG)
    assert response.status_code == 422
    assert "这个用户名已有人用" in response.text
    assert client.get(address).status_code == 200
    assert usernames(app) == [None, "zhang"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"username": ""}, "请填写这一项"),
        ({"username": "张"}, "请用 2 到 40 个字符"),
        ({"username": "a" * 41}, "请用 2 到 40 个字符"),
        ({"username": "张 三"}, "只能用字母、汉字"),
        ({"username": "<b>zhang"}, "只能用字母、汉字"),
        ({"username": "\ufdfa" * 3}, "请用 2 到 40 个字符"),  # one sign that is read as 18 letters
        ({"password": "1234567"}, "至少用 8 个字符"),
        ({"password": "a" * 201}, "个字符"),  # hashing time stays bounded
    ],
)
def test_bad_name_or_password_is_explained_and_makes_nobody(
    app: Flask, client: FlaskClient, changes, message
):
    response = client.post("/account/register", data=ZHANG | changes)
    assert response.status_code == 422
    assert message in response.text
    assert PASSWORD not in response.text
    assert usernames(app) == []


def test_wrong_credentials_do_not_say_which_is_wrong(client: FlaskClient, sign_up: Callable):
    sign_up("zhang")

    def refusal(**changes: str) -> list[str]:
        response = client.post("/account/login", data=ZHANG | changes)
        assert response.status_code == 422
        return re.findall(r'class="field-fault" id="(.+?)".*?>\s*<div>(.+?)</div>', response.text, re.S)

    wrong_password = refusal(password="wrong horse")
    assert wrong_password == refusal(username="nobody")
    assert "用户名和密码不相符" in wrong_password[0][1]


def test_guest_without_a_password_cannot_be_logged_in_to(app: Flask, client: FlaskClient, now: datetime):
    with app.app_context():
        make_person(db.session(), now, "zhang")  # an account whose password was never set
    assert client.post("/account/login", data=ZHANG).status_code == 422


def test_logging_out_closes_the_pages_of_the_account(app: Flask, now: datetime):
    with app.app_context():
        browser = browser_of(app, make_person(db.session(), now, "zhang").id)
    assert browser.get("/classes/").status_code == 200
    assert "你已退出登录" in browser.post("/account/logout", follow_redirects=True).text
    assert browser.get("/classes/").status_code == 302


def test_guest_who_logs_out_loses_nothing(client: FlaskClient):
    address = practise(client)
    client.post("/account/logout")
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/classes/", "/classes/"),
        ("/practice/new?x=1", "/practice/new?x=1"),
        ("//evil.example/", "/"),  # another host with our scheme
        ("https://evil.example/", "/"),
        ("/\\evil.example", "/"),  # browsers read \ as /
        ("\\\\evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/\t/evil.example", "/"),  # browsers drop tabs and line breaks
        ("/\n/evil.example", "/"),
        ("classes/", "/"),  # relative to the page of the form
        ("//[evil", "/"),  # not even an address
        ("https://[evil", "/"),
    ],
)
def test_the_way_on_leads_only_to_our_own_pages(client: FlaskClient, target: str, expected: str):
    for path in ("/preferences", "/account/login"):  # in a form and in the address of a page
        assert client.get(path, query_string={"next": target}).status_code in (200, 405)
    assert client.post("/preferences", data={"next": target}).location == expected


def test_login_goes_on_to_the_page_that_asked_for_it(client: FlaskClient, sign_up: Callable):
    sign_up("zhang")
    asked = client.get("/classes/join/ABC234")
    assert asked.location.startswith("/account/login?next=")
    assert client.post(asked.location, data=ZHANG).location.startswith("/classes/join/ABC234")


def invite(app: Flask, moment: datetime) -> str:
    """Return the address of a new invitation."""
    with app.app_context():
        return f"/account/instructor/{service.invite_instructor(db.session(), moment)}"


def test_invitation_makes_one_instructor_and_is_then_spent(app: Flask, sign_up: Callable):
    address = invite(app, clock.now())
    first, second = sign_up("first"), sign_up("second")
    assert "first" in first.get(address).text
    assert first.get("/questions/").status_code == 403  # looking is not accepting
    assert first.post(address).location == "/classes/"
    assert first.get("/questions/").status_code == 200
    assert second.get(address).status_code == 410
    assert second.post(address).status_code == 410
    assert second.get("/questions/").status_code == 403


def test_link_spent_while_its_page_was_open_is_410_not_a_failure(app: Flask, now: datetime):
    address = invite(app, clock.now())
    with app.app_context():
        engine = db.engine
        slow = browser_of(app, make_person(db.session(), now, "slow").id)
        fast = make_person(db.session(), now, "fast").id

    def somebody_else_is_faster() -> None:
        other_engine = create_engine(engine.url)
        with Session(other_engine) as other:
            service.accept_invitation(other, other.get(User, fast), address.split("/")[-1], clock.now())
        other_engine.dispose()

    with just_before(engine, "UPDATE invitations", somebody_else_is_faster):
        response = slow.post(address)
    assert response.status_code == 410
    assert "已经用过" in response.text


def test_expired_and_unknown_links_are_410(app: Flask, client: FlaskClient):
    expired = invite(app, clock.now() - service.INVITATION_LIFE - timedelta(minutes=1))
    for address in (expired, "/account/instructor/nobody-gave-this-out"):
        response = client.get(address)
        assert response.status_code == 410
        assert "已经用过，或已过期" in response.text


@pytest.mark.parametrize("is_guest", [False, True])
def test_invitation_needs_an_account_and_leads_back_after_registering(
    app: Flask, client: FlaskClient, is_guest
):
    address = invite(app, clock.now())
    if is_guest:
        practise(client)
    page = client.post(address)
    assert f"/account/register?next={address}" in page.text
    assert client.post(f"/account/register?next={address}", data=ZHANG).location == address
    assert client.post(address).location == "/classes/"
    with app.app_context():
        assert db.session.scalar(select(func.count()).where(User.role == "instructor")) == 1


def test_cookie_of_a_guest_that_is_gone_opens_nobody_elses_account(
    app: Flask, client: FlaskClient, sign_up: Callable
):
    sign_up("amy")
    practise(client)
    old_cookie = client.get_cookie("session").value
    client.post("/account/login", data={"username": "amy", "password": "correct horse"})
    victim = app.test_client()
    practise(victim)  # SQLite gives the next person the id of the guest that was taken over
    victim.post("/account/register", data={"username": "victim", "password": "correct horse"})
    thief = app.test_client()
    thief.set_cookie("session", old_cookie)
    assert "victim" not in thief.get("/").text
    assert thief.get("/classes/").location.startswith("/account/login")


def test_new_password_logs_out_whoever_used_the_old_one(app: Flask, sign_up: Callable):
    amy = sign_up("amy")
    assert amy.get("/classes/").status_code == 200
    with app.app_context():
        service.set_password(db.session(), "Amy", "battery staple")
    assert amy.get("/classes/").location.startswith("/account/login")
    amy.post("/account/login", data={"username": "amy", "password": "battery staple"})
    assert amy.get("/classes/").status_code == 200


def test_refused_login_keeps_the_way_on_when_the_language_changes(client: FlaskClient):
    page = client.post("/account/login?next=/classes/", data={"username": "x", "password": "y"}).text
    assert 'name="next" value="/account/login?next=/classes/"' in page


def test_instructor_does_not_spend_a_link(app: Flask, sign_up: Callable):
    teacher = sign_up("teacher", instructor=True)
    link = invite(app, clock.now())
    assert teacher.post(link).location == "/classes/"
    assert sign_up("other").get(link).status_code == 200
