"""Class work: the written answers of a class, and the marks its instructor gives them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.classes.service import ClassroomUnknown, of_class
from app.models import Classroom, Mark, Marker, Membership, Outcome, QuestionRevision, Response, User
from app.practice.marking import make_persons_mark
from question_bank.types import WrittenQuestion

WRITTEN_TYPES = ("term", "short")
PAGE_SIZE = 50


class AnswerUnknown(LookupError):
    """There is no such written answer, or it is not this class's to see."""


class NoSuchKeyPoint(ValueError):
    """A key point was ticked that the question does not have."""


class MarkedMeanwhile(Exception):
    """Another instructor has marked the answer since it was looked at."""


@dataclass(frozen=True)
class WrittenAnswer:
    """One handed-in text with the mark that counts: the rules' suggestion or a person's mark."""

    student: User
    revision: QuestionRevision
    response: Response
    mark: Mark

    @property
    def is_waiting(self) -> bool:
        """Whether no instructor has marked it yet."""
        return self.mark.marker != Marker.INSTRUCTOR

    @property
    def content(self) -> WrittenQuestion:
        """The question in the wording that was answered."""
        content = self.revision.content
        if not isinstance(content, WrittenQuestion):  # the query asks for their types only
            raise TypeError(f"revision {self.revision.id} is no written question")
        return content


@dataclass(frozen=True)
class GivenMark:
    """A mark somebody gave by ticking key points."""

    mark: Mark
    giver: User

    @property
    def ticked(self) -> frozenset[int]:
        """The positions (from 0) of the ticked key points."""
        return ticked_points(self.mark)

    @property
    def numbers(self) -> list[int]:
        """The ticked key points as a page counts them, from 1."""
        return sorted(place + 1 for place in self.ticked)


@dataclass(frozen=True)
class WrittenPage:
    """One page of a class's written answers. ``number`` counts from 1; ``waiting`` is over all pages."""

    answers: list[WrittenAnswer]
    waiting: int
    total: int
    number: int

    @property
    def pages(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, -(-self.total // PAGE_SIZE))


def list_written(session: Session, classroom: Classroom, number: int = 1) -> WrittenPage:
    """List the written answers of a class: waiting ones first, oldest first; then the newest marked.

    A page beyond the last is the last.
    """
    count, waiting = session.execute(
        _written(select(func.count(Response.id), func.count(case((_is_waiting, 1)))), classroom)
    ).one()
    empty = WrittenPage([], waiting, count, 1)
    number = min(max(number, 1), empty.pages)
    query = (
        _written(select(User, QuestionRevision, Response, Mark), classroom)
        .order_by(
            case((_is_waiting, 0), else_=1),
            case((_is_waiting, Response.created_at)),
            case((~_is_waiting, Mark.created_at)).desc(),
            Response.id,
        )
        .limit(PAGE_SIZE)
        .offset((number - 1) * PAGE_SIZE)
    )
    answers = [WrittenAnswer(*row) for row in session.execute(query)]
    return WrittenPage(answers, waiting, count, number)


def count_waiting(session: Session, classroom: Classroom) -> int:
    """Count the written answers of a class that no instructor has marked yet."""
    query = _written(select(func.count(Response.id)), classroom).where(_is_waiting)
    return int(session.execute(query).scalar_one())


def next_waiting(session: Session, classroom: Classroom, after: Response) -> int | None:
    """Return the id of the waiting answer after this one, going round once; None when no other waits."""
    is_later = or_(
        Response.created_at > after.created_at,
        and_(Response.created_at == after.created_at, Response.id > after.id),
    )
    query = (
        _written(select(Response.id), classroom)
        .where(_is_waiting, Response.id != after.id)
        .order_by(case((is_later, 0), else_=1), Response.created_at, Response.id)
        .limit(1)
    )
    return session.execute(query).scalar()


def get_written_answer(session: Session, classroom: Classroom, response_id: int) -> WrittenAnswer:
    """Return one written answer of a class.

    Raises:
        AnswerUnknown: there is none, or it is not this class's to see.
    """
    query = _written(select(User, QuestionRevision, Response, Mark), classroom)
    row = session.execute(query.where(Response.id == response_id)).one_or_none()
    if row is None:
        raise AnswerUnknown(str(response_id))
    return WrittenAnswer(*row)


def given_marks(session: Session, answer: WrittenAnswer) -> list[GivenMark]:
    """List the marks people have given an answer, first to last."""
    rows = session.execute(
        select(Mark, User)
        .join(User, User.id == Mark.marker_id)
        .where(Mark.response_id == answer.response.id)
        .order_by(Mark.number)
    )
    return [GivenMark(mark, giver) for mark, giver in rows]


def ticked_points(mark: Mark) -> frozenset[int]:
    """Return the positions (from 0) of the key points a person ticked."""
    return frozenset(place for place, part in enumerate(mark.parts) if part["code"] == "ticked")


def points_to_tick(answer: WrittenAnswer) -> frozenset[int]:
    """Return the positions ticked when the page opens: an instructor's ticks, else what the text holds.

    The student's own ticks do not count here: the instructor is to judge, not to confirm.
    """
    if not answer.is_waiting:
        return ticked_points(answer.mark)
    return frozenset(place for place, part in enumerate(answer.mark.parts) if part.get("read_as"))


def mark_written_answer(
    session: Session,
    instructor: User,
    classroom: Classroom,
    response_id: int,
    ticked: Collection[int],
    base_number: int,
    now: datetime,
) -> Mark:
    """Store an instructor's mark after all earlier ones; return the mark that counts now.

    ``base_number`` is the number of the mark the instructor looked at. What the student marked since
    then is followed; the same form sent twice is one mark.

    Raises:
        ClassroomUnknown: somebody else leads the class.
        AnswerUnknown: the answer is not of this class.
        NoSuchKeyPoint: a point is ticked that the question does not have.
        MarkedMeanwhile: another instructor has marked it since; nothing was stored.
    """
    if classroom.owner_id != instructor.id:
        raise ClassroomUnknown(str(classroom.id))
    answer = get_written_answer(session, classroom, response_id)
    if not set(ticked) <= set(range(len(answer.content.key_points))):
        raise NoSuchKeyPoint(str(sorted(ticked)))
    latest = answer.mark
    if latest.marker == Marker.INSTRUCTOR and latest.number > base_number:
        if latest.marker_id != instructor.id:
            raise MarkedMeanwhile
        if ticked_points(latest) == set(ticked):
            return latest
    worth = answer.content.mark_points(answer.response.body, ticked)
    mark = make_persons_mark(worth, latest, Marker.INSTRUCTOR, instructor, now)
    session.add(mark)
    try:
        session.commit()
    except IntegrityError:  # another mark took the number: look again, with it in sight
        session.rollback()
        return mark_written_answer(session, instructor, classroom, response_id, ticked, base_number, now)
    return mark


# nobody can mark after an instructor but an instructor, so the mark that counts tells
_is_waiting: ColumnElement[bool] = Mark.marker != Marker.INSTRUCTOR


def _written(query: Select[*tuple[Any, ...]], classroom: Classroom) -> Select[*tuple[Any, ...]]:
    """Narrow a query to what students of a class wrote and handed in since they joined it.

    What they wrote before was written for nobody else's eyes.
    """
    # a blank is never marked, so this leaves blanks and drafts out
    is_handed_in = or_(Mark.outcome == Outcome.AWAITS, Mark.marker != Marker.RULES)
    return (
        of_class(query, classroom)
        .join(User, User.id == Membership.user_id)
        .where(
            QuestionRevision.type.in_(WRITTEN_TYPES),
            Response.created_at >= Membership.joined_at,
            is_handed_in,
        )
    )
