"""Attempts: which questions somebody was given, what they answered, and what it was worth."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint, and_, func, select
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship

from app.models.base import Base, PointsColumn
from app.models.question import QuestionRevision


class Kind(StrEnum):
    """What an attempt is; exams and assignments join later."""

    PRACTICE = "practice"


class Feedback(StrEnum):
    """When answers are marked: each at once, or all at the end."""

    EACH = "each"
    END = "end"


class Outcome(StrEnum):
    """What became of an answer. Unreadable is not wrong, and a written answer waits for its marker."""

    FULL = "full"
    PART = "part"
    NONE = "none"
    UNREADABLE = "unreadable"
    AWAITS = "awaits"


class Marker(StrEnum):
    """Who gave a mark: the rules, the student, or an instructor of a class."""

    RULES = "rules"
    STUDENT = "student"
    INSTRUCTOR = "instructor"


class Attempt(Base):
    """One sitting of one person; ``code`` is what its addresses show."""

    __tablename__ = "attempts"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(22), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    feedback: Mapped[str] = mapped_column(String(10))
    settings: Mapped[dict[str, Any]] = mapped_column(JSON)
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]

    items: Mapped[list[AttemptItem]] = relationship(back_populates="attempt", order_by="AttemptItem.position")


class AttemptItem(Base):
    """One question of an attempt, fixed to the revision and the variant that were shown."""

    __tablename__ = "attempt_items"
    __table_args__ = (UniqueConstraint("attempt_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id"))
    position: Mapped[int]  # from 1, as the address and the answer card show it
    revision_id: Mapped[int] = mapped_column(ForeignKey("question_revisions.id"), index=True)
    variant_seed: Mapped[int]
    points: Mapped[Decimal] = mapped_column(PointsColumn)  # what a full answer earns

    attempt: Mapped[Attempt] = relationship(back_populates="items")
    revision: Mapped[QuestionRevision] = relationship()


class Response(Base):
    """One submitted answer. Rows are only added; the one with the highest number counts.

    ``client_id`` is made from the id of the form and the answer in it: the same sent twice is one response.
    ``number`` is unique per item, so of two answers at the same instant only one can be the latest.
    """

    __tablename__ = "responses"
    __table_args__ = (UniqueConstraint("item_id", "number"), UniqueConstraint("client_id", "item_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("attempt_items.id"))
    number: Mapped[int]
    client_id: Mapped[str] = mapped_column(String(36))
    body: Mapped[list[str]] = mapped_column(JSON)
    # how it was read when it was saved
    read_back: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    created_at: Mapped[datetime]


class Mark(Base):
    """What a response is worth. Rows are only added; the one with the highest number counts.

    ``parts`` is the trace: how each part was read, and what decided. A person's mark names its giver.
    """

    __tablename__ = "marks"
    __table_args__ = (UniqueConstraint("response_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    response_id: Mapped[int] = mapped_column(ForeignKey("responses.id"))
    number: Mapped[int] = mapped_column(default=1)
    outcome: Mapped[str] = mapped_column(String(12))
    earned: Mapped[Decimal] = mapped_column(PointsColumn)
    total: Mapped[Decimal] = mapped_column(PointsColumn)
    codes: Mapped[list[str]] = mapped_column(JSON)
    parts: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    rules_version: Mapped[int]
    marker: Mapped[str] = mapped_column(String(12), default=Marker.RULES)
    marker_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime]


_any_response = aliased(Response)
_any_mark = aliased(Mark)

# join conditions: the response that counts for an item, and the mark that counts for a response
is_counted_response = and_(
    Response.item_id == AttemptItem.id,
    Response.number
    == select(func.max(_any_response.number))
    .where(_any_response.item_id == AttemptItem.id)
    .correlate(AttemptItem)
    .scalar_subquery(),
)
is_counted_mark = and_(
    Mark.response_id == Response.id,
    Mark.number
    == select(func.max(_any_mark.number))
    .where(_any_mark.response_id == Response.id)
    .correlate(Response)
    .scalar_subquery(),
)
