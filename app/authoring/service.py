"""What happens to an instructor's question. An edit is a new revision; a withdrawn question stays stored."""

from __future__ import annotations

import re
import secrets
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, joinedload

from app.library.bank_loading import hash_body, make_revision
from app.models import Origin, Question, User
from question_bank import Question as BankQuestion
from question_bank import write_question


class QuestionUnknown(LookupError):
    """There is no such question, or it is not this person's to change."""


def new_slug() -> str:
    """Return an id for an instructor's question; nobody has to invent one."""
    return f"own-{secrets.token_hex(6)}"


def is_new_slug(text: str) -> bool:
    """Whether a form brings back an id that ``new_slug`` gave it."""
    return re.fullmatch(r"own-[0-9a-f]{12}", text) is not None


def own_questions(session: Session, owner: User) -> list[Question]:
    """List an instructor's questions, newest first, withdrawn ones last."""
    query = (
        select(Question)
        .where(Question.owner_id == owner.id)
        .options(joinedload(Question.current))
        .order_by(Question.retired_at.is_not(None), Question.id.desc())
    )
    return list(session.scalars(query))


def get_own_question(session: Session, owner: User, question_id: int) -> Question:
    """Return an instructor's own question.

    Raises:
        QuestionUnknown: there is none, or somebody else wrote it.
    """
    question = session.get(Question, question_id, options=[joinedload(Question.current)])
    if question is None or question.owner_id != owner.id:
        raise QuestionUnknown(str(question_id))
    return question


class EditConflict(Exception):
    """Another edit was saved after the revision this one was made from."""


def add_question(session: Session, owner: User, content: BankQuestion, now: datetime) -> Question:
    """Store a new question; from now on its author and their classes practise it.

    The same form sent twice is one question; with another text in it, the second is a revision.
    """
    sent_before = session.scalar(
        select(Question).where(Question.slug == content.id, Question.owner_id == owner.id)
    )
    if sent_before is not None:
        revise_question(session, owner, sent_before, content, sent_before.current_number, now)
        return sent_before
    question = Question(
        slug=content.id, origin=Origin.INSTRUCTOR, owner_id=owner.id, created_at=now, current_number=1
    )
    question.revisions.append(make_revision(content, 1, now, owner.id))
    session.add(question)
    session.commit()
    return question


def revise_question(
    session: Session, owner: User, question: Question, content: BankQuestion, base_number: int, now: datetime
) -> bool:
    """Store an edit as the next revision; past attempts keep the wording they were answered on.

    ``base_number`` is the revision the edit was made from. Returns False when nothing is different.

    Raises:
        EditConflict: nothing was stored.
    """
    if hash_body(write_question(content)) == question.current.content_hash:
        return False
    if base_number != question.current_number:
        raise EditConflict(question.slug)
    number = question.current_number + 1
    revision = make_revision(content, number, now, owner.id)
    revision.question_id = question.id
    session.add(revision)
    question.current_number = number
    try:
        session.commit()
    except IntegrityError as error:  # revision numbers are unique
        session.rollback()
        raise EditConflict(question.slug) from error
    return True


def retire_question(session: Session, question: Question, now: datetime) -> None:
    """Withdraw a question from practice; attempts that hold it can still be finished and reviewed."""
    if question.retired_at is None:
        question.retired_at = now
        session.commit()


def restore_question(session: Session, question: Question) -> None:
    """Put a withdrawn question back into practice."""
    question.retired_at = None
    session.commit()
