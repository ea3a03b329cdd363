"""What happens in classes: made, joined, and looked at as a table."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from random import Random
from typing import Any

from sqlalchemy import Select, case, func, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, joinedload

from app.models import (
    Attempt,
    AttemptItem,
    Classroom,
    Mark,
    Membership,
    Origin,
    Outcome,
    Question,
    QuestionRevision,
    Response,
    User,
    is_counted_mark,
    is_counted_response,
)
from app.practice.progress import NOT_MARKED, Score

# no 0 O 1 I L: a code is read off a blackboard
JOIN_CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
JOIN_CODE_LENGTH = 6


class ClassroomUnknown(LookupError):
    """There is no such class, or it is not this person's to see."""


@dataclass
class StudentLine:
    """One student of a class: when they last practised and how they stand, by chapter and in all."""

    user: User
    total: Score = field(default_factory=Score)
    by_chapter: dict[str, Score] = field(default_factory=dict)
    last_at: datetime | None = None


@dataclass(frozen=True)
class QuestionLine:
    """One question as the class answered it. Facility is the mean share of points earned, 0 to 1."""

    revision: QuestionRevision
    answered: int
    right: int
    facility: Decimal


@dataclass(frozen=True)
class ClassTable:
    """How a class stands."""

    students: list[StudentLine]
    questions: list[QuestionLine]
    chapter_ids: list[str]


def make_classroom(session: Session, owner: User, name: str, rng: Random, now: datetime) -> Classroom:
    """Make a class with a join code nobody else has."""
    code = _draw_code(rng)
    while session.scalar(select(Classroom.id).where(Classroom.join_code == code)) is not None:
        code = _draw_code(rng)
    classroom = Classroom(name=name, join_code=code, owner_id=owner.id, created_at=now)
    session.add(classroom)
    session.commit()
    return classroom


def find_by_code(session: Session, code: str) -> Classroom | None:
    """Return the class a join code opens; case, width and spaces do not matter."""
    wanted = "".join(unicodedata.normalize("NFKC", code).split()).upper()
    query = select(Classroom).where(Classroom.join_code == wanted).options(joinedload(Classroom.owner))
    return session.scalar(query)


def join(session: Session, user: User, classroom: Classroom, now: datetime) -> None:
    """Put a student in a class; joining twice changes nothing."""
    if session.get(Membership, (classroom.id, user.id)) is None:
        session.add(Membership(classroom_id=classroom.id, user_id=user.id, joined_at=now))
        try:
            session.commit()
        except IntegrityError:  # sent twice at the same moment: they are in
            session.rollback()


def led_classrooms(session: Session, owner: User) -> list[tuple[Classroom, int]]:
    """List the classes somebody leads, newest first, with their numbers of students."""
    rows = session.execute(
        select(Classroom, func.count(Membership.user_id))
        .outerjoin(Membership, Membership.classroom_id == Classroom.id)
        .where(Classroom.owner_id == owner.id)
        .group_by(Classroom.id)
        .order_by(Classroom.id.desc())
    )
    return [(classroom, count) for classroom, count in rows]


def joined_classrooms(session: Session, user: User) -> list[Classroom]:
    """List the classes somebody is a student of."""
    query = (
        select(Classroom)
        .join(Membership, Membership.classroom_id == Classroom.id)
        .where(Membership.user_id == user.id)
        .options(joinedload(Classroom.owner))
        .order_by(Classroom.name)
    )
    return list(session.scalars(query))


def get_led_classroom(session: Session, owner: User, classroom_id: int) -> Classroom:
    """Return a class for the instructor who leads it.

    Raises:
        ClassroomUnknown: there is none, or somebody else leads it.
    """
    classroom = session.get(Classroom, classroom_id)
    if classroom is None or classroom.owner_id != owner.id:
        raise ClassroomUnknown(str(classroom_id))
    return classroom


def class_table(session: Session, classroom: Classroom) -> ClassTable:
    """Return how every student and every question of a class stands; unreadable answers are left out."""
    members = session.scalars(
        select(User)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.classroom_id == classroom.id)
        .order_by(User.username_key)
    )
    lines = {user.id: StudentLine(user) for user in members}
    chapter_ids: set[str] = set()
    for user_id, chapter_id, last_at, *numbers in session.execute(_by_student(classroom)):
        line, score = lines.get(user_id), _score(*numbers)
        if line is None:  # joined a moment ago, after the members were listed
            continue
        line.by_chapter[chapter_id] = score
        line.total.questions += score.questions
        line.total.right += score.right
        line.total.earned += score.earned
        line.total.points += score.points
        line.last_at = max(filter(None, (line.last_at, last_at)))
        chapter_ids.add(chapter_id)
    return ClassTable(list(lines.values()), _question_lines(session, classroom), sorted(chapter_ids))


def of_class(query: Select[*tuple[Any, ...]], classroom: Classroom) -> Select[*tuple[Any, ...]]:
    """Narrow a query to the answers of the students of a class that count, each with its mark that counts.

    Questions of their other instructors are nobody's business here.
    """
    is_ours = or_(Question.origin == Origin.BANK, Question.owner_id == classroom.owner_id)
    return (
        query.select_from(Membership)
        .join(Attempt, Attempt.user_id == Membership.user_id)
        .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .join(QuestionRevision, QuestionRevision.id == AttemptItem.revision_id)
        .join(Question, Question.id == QuestionRevision.question_id)
        .join(Response, is_counted_response)
        .join(Mark, is_counted_mark)
        .where(Membership.classroom_id == classroom.id, is_ours)
    )


def _question_lines(session: Session, classroom: Classroom) -> list[QuestionLine]:
    scores = {
        question_id: _score(*numbers) for question_id, *numbers in session.execute(_by_question(classroom))
    }
    query = select(QuestionRevision).join(Question.current).where(Question.id.in_(scores))
    lines = []
    for revision in session.scalars(query):
        score = scores[revision.question_id]
        lines.append(QuestionLine(revision, score.questions, score.right, score.share))
    return sorted(lines, key=lambda line: (line.facility, line.revision.question_id))


_TOTALS = (
    func.count(Mark.id),
    func.sum(case((Mark.outcome == Outcome.FULL, 1), else_=0)),
    func.sum(Mark.earned),
    func.sum(Mark.total),
)


def _score(count: int, right: int, earned: Any, points: Any) -> Score:
    return Score(count, right, Decimal(earned), Decimal(points))


def _by_student(classroom: Classroom) -> Select[*tuple[Any, ...]]:
    columns = (Attempt.user_id, QuestionRevision.chapter_id, func.max(Response.created_at))
    return _marked(select(*columns, *_TOTALS), classroom).group_by(
        Attempt.user_id, QuestionRevision.chapter_id
    )


def _by_question(classroom: Classroom) -> Select[*tuple[Any, ...]]:
    return _marked(select(QuestionRevision.question_id, *_TOTALS), classroom).group_by(
        QuestionRevision.question_id
    )


def _marked(query: Select[*tuple[Any, ...]], classroom: Classroom) -> Select[*tuple[Any, ...]]:
    return of_class(query, classroom).where(Mark.outcome.not_in(NOT_MARKED))


def _draw_code(rng: Random) -> str:
    return "".join(rng.choices(JOIN_CODE_LETTERS, k=JOIN_CODE_LENGTH))
