"""Usernames that are the same person, races for a name or a link, and what a guest brings along."""

from __future__ import annotations

import string
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, func, select
from sqlalchemy.orm import Session

from app.accounts import service
from app.models import Attempt, Invitation, Mark, Role, User
from app.practice.self_marking import mark_own_answer
from app.practice.service import Plan, save_answer, start_with
from app.practice.sheet import get_sheet
from tests.factories import find_revision_ids, just_before, make_person

PASSWORD = "correct horse"
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@given(st.text(string.ascii_letters + string.digits + "._@-", min_size=2))
def test_width_case_and_spaces_around_do_not_make_another_person(username: str):
    key = service.username_key(username)
    assert service.username_key(username.upper()) == key
    assert service.username_key(username.translate(FULL_WIDTH)) == key
    assert service.username_key(f" {username}\u3000") == key


def test_different_names_are_different_people():
    assert service.username_key("张三") != service.username_key("张三丰")


def test_only_a_salted_hash_of_the_password_is_stored(session: Session, now: datetime):
    first = service.register(session, None, "first", PASSWORD, now)
    second = service.register(session, None, "second", PASSWORD, now)
    assert PASSWORD not in first.password_hash
    assert first.password_hash != second.password_hash
    assert service.check_credentials(session, "FIRST", PASSWORD) == first


def test_guest_becomes_the_account_in_the_same_row(session: Session, now: datetime):
    guest = service.create_guest(session, now)
    user = service.register(session, guest, "zhang", PASSWORD, now)
    assert user.id == guest.id
    assert not user.is_guest


@pytest.mark.parametrize(("has_guest", "statement"), [(False, "INSERT INTO users"), (True, "UPDATE users")])
def test_name_taken_between_the_look_and_the_leap_is_still_taken(
    session: Session, now: datetime, has_guest: bool, statement: str
):
    guest = make_person(session, now) if has_guest else None
    engine = session.get_bind()

    def somebody_else_is_faster() -> None:
        other_engine = create_engine(engine.url)
        with Session(other_engine) as other:
            make_person(other, now, "Zhang")
        other_engine.dispose()

    with just_before(engine, statement, somebody_else_is_faster), pytest.raises(service.UsernameTaken):
        service.register(session, guest, "zhang", PASSWORD, now)
    assert session.scalars(select(User.username).where(User.username.is_not(None))).all() == ["Zhang"]
    if guest is not None:
        assert guest.is_guest


def test_login_takes_over_what_the_guest_practised_and_removes_the_guest(session: Session, now: datetime):
    guest, account = make_person(session, now), make_person(session, now, "zhang")
    revisions = find_revision_ids(session, None, ["05"], ["single"])[:2]
    start_with(session, guest, revisions, Plan(), Random(1), now)
    start_with(session, account, revisions, Plan(), Random(1), now)
    guest_id = guest.id
    service.take_over(session, guest, account)
    assert session.scalar(select(func.count()).where(Attempt.user_id == account.id)) == 2
    assert session.get(User, guest_id) is None


def test_marks_a_guest_gave_themselves_come_along(session: Session, now: datetime):
    guest, account = make_person(session, now), make_person(session, now, "zhang")
    revisions = find_revision_ids(session, None, ["05"], ["term"])[:1]
    attempt = start_with(session, guest, revisions, Plan(), Random(1), now)
    save_answer(session, get_sheet(session, guest.id, attempt.code), 1, ["一种心理活动"], "one", now)
    mark_own_answer(session, get_sheet(session, guest.id, attempt.code), 1, guest, {0}, now)
    service.take_over(session, guest, account)
    assert session.scalars(select(Mark.marker_id).order_by(Mark.number)).all() == [None, account.id]


@pytest.mark.parametrize(
    ("later", "is_open"),
    [
        (timedelta(0), True),
        (service.INVITATION_LIFE, True),  # the last moment still counts
        (service.INVITATION_LIFE + timedelta(seconds=1), False),
    ],
)
def test_invitation_is_open_for_a_week(session: Session, now: datetime, later: timedelta, is_open: bool):
    secret = service.invite_instructor(session, now)
    assert (service.find_invitation(session, secret, now + later) is not None) == is_open


def test_secret_of_an_invitation_is_stored_nowhere(session: Session, now: datetime):
    secret = service.invite_instructor(session, now)
    assert secret not in session.scalars(select(Invitation.secret_hash)).one()


def test_second_person_with_the_same_link_stays_a_student(session: Session, now: datetime):
    secret = service.invite_instructor(session, now)
    first, second = make_person(session, now, "first"), make_person(session, now, "second")
    service.accept_invitation(session, first, secret, now)
    with pytest.raises(service.InvitationSpent):
        service.accept_invitation(session, second, secret, now)
    assert first.is_instructor
    assert not second.is_instructor


def test_link_used_by_two_at_the_same_moment_works_for_one(session: Session, now: datetime):
    secret = service.invite_instructor(session, now)
    first, second = make_person(session, now, "first"), make_person(session, now, "second")
    engine = session.get_bind()

    def first_is_faster() -> None:
        other_engine = create_engine(engine.url)
        with Session(other_engine) as other:
            service.accept_invitation(other, other.get(User, first.id), secret, now)
        other_engine.dispose()

    with (
        just_before(engine, "UPDATE invitations", first_is_faster),
        pytest.raises(service.InvitationSpent),
    ):
        service.accept_invitation(session, second, secret, now)
    session.expire_all()
    assert (first.role, second.role) == (Role.INSTRUCTOR, Role.STUDENT)


def test_an_installation_knows_whether_it_has_an_instructor(session: Session, now: datetime):
    make_person(session, now, "student")
    assert not service.has_instructor(session)
    make_person(session, now, "teacher", Role.INSTRUCTOR)
    assert service.has_instructor(session)
