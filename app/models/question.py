"""Chapters, facts, questions and their immutable revisions."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint, and_
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from app.models.base import Base
from question_bank import Question as BankQuestion
from question_bank import restore_question


class Origin(StrEnum):
    """Where a question comes from."""

    BANK = "bank"
    INSTRUCTOR = "instructor"


class Chapter(Base):
    """A chapter of the course."""

    __tablename__ = "chapters"

    id: Mapped[str] = mapped_column(String(2), primary_key=True)
    title_zh: Mapped[str] = mapped_column(String(200))
    title_en: Mapped[str] = mapped_column(String(200))


class Fact(Base):
    """A teachable fact of the syllabus, shown to a student once a question about it is marked."""

    __tablename__ = "facts"

    id: Mapped[str] = mapped_column(String(6), primary_key=True)
    chapter_id: Mapped[str] = mapped_column(ForeignKey("chapters.id"), index=True)
    topic_zh: Mapped[str] = mapped_column(String(200))
    topic_en: Mapped[str] = mapped_column(String(200))
    statement: Mapped[str] = mapped_column(Text)
    exam: Mapped[str | None] = mapped_column(String(4))  # "drop": taught, but asked by no question


class GlossaryEntry(Base):
    """A term of the course in both languages."""

    __tablename__ = "glossary_entries"

    id: Mapped[int] = mapped_column(primary_key=True)
    chapter_id: Mapped[str] = mapped_column(ForeignKey("chapters.id"))
    term_zh: Mapped[str] = mapped_column(String(200))
    term_en: Mapped[str] = mapped_column(String(200))
    also: Mapped[list[str]]
    meaning_zh: Mapped[str] = mapped_column(Text)
    meaning_en: Mapped[str] = mapped_column(Text)
    facts: Mapped[list[str]]


class BankLoad(Base):
    """A load of the shipped bank; the newest row's hash tells whether the files have changed since."""

    __tablename__ = "bank_loads"

    id: Mapped[int] = mapped_column(primary_key=True)
    content_hash: Mapped[str] = mapped_column(String(64))
    loaded_at: Mapped[datetime]


class Question(Base):
    """A question through its life. What it asks stands in its revisions; this row never holds text."""

    __tablename__ = "questions"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    origin: Mapped[str] = mapped_column(String(20))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    current_number: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]

    revisions: Mapped[list[QuestionRevision]] = relationship(
        back_populates="question", order_by="QuestionRevision.number"
    )
    current: Mapped[QuestionRevision] = relationship(
        primaryjoin=lambda: and_(
            Question.id == foreign(QuestionRevision.question_id),
            Question.current_number == foreign(QuestionRevision.number),
        ),
        viewonly=True,
        uselist=False,
    )


class QuestionRevision(Base):
    """One wording of a question with its key. Never changed: an edit adds the next number."""

    __tablename__ = "question_revisions"
    __table_args__ = (
        UniqueConstraint("question_id", "number"),
        Index("ix_question_revisions_chapter_id_type", "chapter_id", "type"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id"))
    number: Mapped[int]
    type: Mapped[str] = mapped_column(String(20))
    chapter_id: Mapped[str] = mapped_column(ForeignKey("chapters.id"))
    difficulty: Mapped[int]
    level: Mapped[str] = mapped_column(String(20))
    case_id: Mapped[str | None] = mapped_column(String(80))  # the case it is a part of
    case_number: Mapped[int | None]  # its place there, from 1
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    content_hash: Mapped[str] = mapped_column(String(64))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime]

    question: Mapped[Question] = relationship(back_populates="revisions")
    chapter: Mapped[Chapter] = relationship()
    examined: Mapped[list[RevisionFact]] = relationship()

    @cached_property
    def content(self) -> BankQuestion:
        """The question itself, able to mark an answer."""
        return restore_question(self.body)


class RevisionFact(Base):
    """A fact a revision examines; the syllabus may not hold it, as an instructor's questions name any."""

    __tablename__ = "revision_facts"

    revision_id: Mapped[int] = mapped_column(ForeignKey("question_revisions.id"), primary_key=True)
    fact_id: Mapped[str] = mapped_column(String(6), primary_key=True, index=True)
