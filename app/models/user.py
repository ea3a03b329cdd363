"""People: a guest's browser, a student, an instructor, and the invitations that make instructors."""

from __future__ import annotations

import secrets
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class Role(StrEnum):
    """What a person may do; a guest is a student without a username."""

    STUDENT = "student"
    INSTRUCTOR = "instructor"


class User(Base):
    """A person, or a browser that has practised without an account.

    ``username_key`` is the username in the form that must be unique, so that Zhang and zhang are one.
    ``session_key`` is part of the signed cookie: a cookie of a deleted person opens nobody else who gets
    the same id, and a new key logs a person out everywhere.
    """

    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str | None] = mapped_column(String(40))
    username_key: Mapped[str | None] = mapped_column(String(40), unique=True)
    password_hash: Mapped[str | None] = mapped_column(String(255))
    role: Mapped[str] = mapped_column(String(20), default=Role.STUDENT)
    session_key: Mapped[str] = mapped_column(String(32), default=lambda: secrets.token_hex(16))
    created_at: Mapped[datetime]

    @property
    def is_guest(self) -> bool:
        """Whether this is a browser without an account."""
        return self.username is None

    @property
    def is_instructor(self) -> bool:
        """Whether this person may write questions and lead classes."""
        return self.role == Role.INSTRUCTOR

    # what Flask-Login asks of a user; its own mix-in would bring the web into the models
    is_authenticated = True
    is_active = True
    is_anonymous = False

    def get_id(self) -> str:
        """Return what the signed session cookie holds."""
        return f"{self.id}.{self.session_key}"


class Invitation(Base):
    """A link that gives its first user a role; only a hash of its secret is stored."""

    __tablename__ = "invitations"

    id: Mapped[int] = mapped_column(primary_key=True)
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
