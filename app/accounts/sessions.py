"""Who the browser in front of us is: the signed cookie, and guests that get one when they start."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from flask import request, session, url_for
from flask_login import current_user, login_user

from app.accounts.service import create_guest
from app.extensions import db, login_manager
from app.models import User


@login_manager.user_loader
def load_user(cookie_id: str) -> User | None:
    """Return the person a cookie names, if its key is still theirs."""
    user_id, _, session_key = cookie_id.partition(".")
    user = db.session.get(User, int(user_id)) if user_id.isdecimal() else None
    return user if user is not None and user.session_key == session_key else None


def find_person() -> User | None:
    """Return the person of this request, guest or account, or None before they have started anything."""
    return current_user._get_current_object() if current_user.is_authenticated else None


def find_guest() -> User | None:
    """Return the person of this request when they have no account yet."""
    person = find_person()
    return person if person is not None and person.is_guest else None


def get_person(now: datetime) -> User:
    """Return the person of this request; a new browser becomes a guest."""
    person = find_person()
    if person is None:
        person = create_guest(db.session(), now)
        remember(person)
    return person


def remember(person: User) -> None:
    """Sign a person in on this browser."""
    session.permanent = True
    login_user(person)


def next_page() -> str:
    """Return where to go after signing in: an address of ours, whatever the query says."""
    target = request.values.get("next", "")
    return target if _is_ours(target) else url_for("home.show_home")


def _is_ours(target: str) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:  # "//[": not an address at all
        return False
    is_path = target.startswith("/") and not target.startswith("//") and "\\" not in target
    return is_path and not parts.netloc and not parts.scheme
