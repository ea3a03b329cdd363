"""What happens to people: a guest becomes an account, an account an instructor."""

from __future__ import annotations

import re
import secrets
import unicodedata
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import exists, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from werkzeug.security import check_password_hash, generate_password_hash

from app.models import Attempt, Invitation, Mark, Role, User

INVITATION_LIFE = timedelta(days=7)
PASSWORD_CHARACTERS_MIN = 8
PASSWORD_CHARACTERS_MAX = 200  # hashing time stays bounded
USERNAME_CHARACTERS_MIN = 2
USERNAME_CHARACTERS_MAX = 40
USERNAME_PATTERN = r"^[\w.@-]+\Z"


class UsernameTaken(Exception):
    """Somebody already has this username."""


class WrongCredentials(Exception):
    """Username and password do not belong together, or there is no such account."""


class AccountUnknown(LookupError):
    """There is no account with this username."""


class InvitationSpent(Exception):
    """The link was used, has expired, or was never given out."""


def username_key(username: str) -> str:
    """Return the form of a username that must be unique: width and case do not make another person."""
    return unicodedata.normalize("NFKC", username).strip().casefold()


def is_username(username: str) -> bool:
    """Whether a text can be a username: the rules of the form, where no form stands in front."""
    lengths = len(username), len(username_key(username))
    is_long_enough = min(lengths) >= USERNAME_CHARACTERS_MIN and max(lengths) <= USERNAME_CHARACTERS_MAX
    return is_long_enough and re.match(USERNAME_PATTERN, username) is not None


def create_guest(session: Session, now: datetime) -> User:
    """Make a person for a browser that starts to practise."""
    guest = User(role=Role.STUDENT, created_at=now)
    session.add(guest)
    session.commit()  # before a cookie names them: a cookie must never name a row that is rolled back
    return guest


def register(session: Session, guest: User | None, username: str, password: str, now: datetime) -> User:
    """Turn a guest, with all they have practised, into an account; without a guest make a new one.

    Raises:
        UsernameTaken: the guest stays a guest.
    """
    key = username_key(username)
    if session.scalar(select(exists().where(User.username_key == key))):
        raise UsernameTaken(username)
    user = guest or User(role=Role.STUDENT, created_at=now)
    user.username = username.strip()
    user.username_key = key
    user.password_hash = generate_password_hash(password)
    session.add(user)
    try:
        session.commit()
    except IntegrityError as error:  # somebody else took the name between the look and the leap
        session.rollback()
        raise UsernameTaken(username) from error
    return user


def check_credentials(session: Session, username: str, password: str) -> User:
    """Return the account a username and password open.

    Raises:
        WrongCredentials: whichever of the two is wrong; saying which would tell who has an account.
    """
    user = session.scalar(select(User).where(User.username_key == username_key(username)))
    if user is None or user.password_hash is None:
        generate_password_hash(password)  # as slow as checking one: the time must not tell either
        raise WrongCredentials(username)
    if not check_password_hash(user.password_hash, password):
        raise WrongCredentials(username)
    return user


def take_over(session: Session, guest: User, user: User) -> None:
    """Move what a guest has practised to the account they have just logged in to."""
    session.execute(update(Attempt).where(Attempt.user_id == guest.id).values(user_id=user.id))
    # the marks they gave their own written answers name their giver
    session.execute(update(Mark).where(Mark.marker_id == guest.id).values(marker_id=user.id))
    session.delete(guest)
    session.commit()


def invite_instructor(session: Session, now: datetime) -> str:
    """Make a one-time invitation and return its secret, which is stored nowhere."""
    secret = secrets.token_urlsafe(24)
    session.add(
        Invitation(
            secret_hash=_hash(secret),
            role=Role.INSTRUCTOR,
            created_at=now,
            expires_at=now + INVITATION_LIFE,
        )
    )
    session.commit()
    return secret


def find_invitation(session: Session, secret: str, now: datetime) -> Invitation | None:
    """Return the invitation a secret opens, if it can still be used."""
    invitation = session.scalar(select(Invitation).where(Invitation.secret_hash == _hash(secret)))
    if invitation is None or invitation.used_at is not None or invitation.expires_at < now:
        return None
    return invitation


def accept_invitation(session: Session, user: User, secret: str, now: datetime) -> None:
    """Give a person the role they are invited to; the link is spent by it.

    Raises:
        InvitationSpent: nothing was changed.
    """
    invitation = find_invitation(session, secret, now)
    if invitation is None:
        raise InvitationSpent
    # one statement decides, so two people with the same link cannot both pass
    spent = session.execute(
        update(Invitation)
        .where(Invitation.id == invitation.id, Invitation.used_at.is_(None))
        .values(used_at=now, used_by_id=user.id)
    )
    if spent.rowcount != 1:  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult
        session.rollback()
        raise InvitationSpent
    user.role = invitation.role
    session.commit()


def has_instructor(session: Session) -> bool:
    """Whether anybody can lead classes yet."""
    return bool(session.scalar(select(exists().where(User.role == Role.INSTRUCTOR))))


def create_user(session: Session, username: str, password: str, role: Role, now: datetime) -> User:
    """Make an account from the command line.

    Raises:
        UsernameTaken: nothing was changed.
    """
    user = register(session, None, username, password, now)
    user.role = role
    session.commit()
    return user


def set_password(session: Session, username: str, password: str) -> None:
    """Give an account a new password, for somebody who has forgotten theirs.

    Raises:
        AccountUnknown: there is no account with this username.
    """
    user = session.scalar(select(User).where(User.username_key == username_key(username)))
    if user is None:
        raise AccountUnknown(username)
    user.password_hash = generate_password_hash(password)
    user.session_key = secrets.token_hex(16)  # whoever was logged in with the old one is so no more
    session.commit()


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
