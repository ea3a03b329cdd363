"""What somebody has done so far: open and finished attempts, and how each chapter stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import String, case, cast, func, select
from sqlalchemy.orm import Session

from app.models import (
    Attempt,
    AttemptItem,
    Mark,
    Outcome,
    QuestionRevision,
    Response,
    User,
    is_counted_mark,
    is_counted_response,
)
from app.practice.sheet import Cell, State

NOT_MARKED = (Outcome.UNREADABLE, Outcome.AWAITS)  # outcomes that say nothing about what was known
RECENT_COUNT = 5
ALL_COUNT = 200  # a page of everything; more than anybody practises in a course


@dataclass(frozen=True)
class AttemptLine:
    """One attempt in a list."""

    attempt: Attempt
    count: int
    answered: int
    earned: Decimal
    points: Decimal

    @property
    def share(self) -> Decimal:
        """The share of the points that was earned, 0 to 1."""
        return self.earned / self.points if self.points else Decimal(0)


@dataclass
class Score:
    """Points earned out of those possible, over some questions."""

    questions: int = 0
    right: int = 0
    earned: Decimal = Decimal(0)
    points: Decimal = Decimal(0)

    @property
    def share(self) -> Decimal:
        """The share of the points that was earned, 0 to 1."""
        return self.earned / self.points if self.points else Decimal(0)


def open_attempts(session: Session, user: User | None, limit: int = RECENT_COUNT) -> list[AttemptLine]:
    """List attempts that were left before the end, newest first; one without an answer is left out."""
    return _attempt_lines(session, user, finished=False, limit=limit)


def finished_attempts(session: Session, user: User | None, limit: int = RECENT_COUNT) -> list[AttemptLine]:
    """List finished attempts, newest first."""
    return _attempt_lines(session, user, finished=True, limit=limit)


# a blank has no mark and counts; a written answer waits until somebody has marked it
_is_marked_by_somebody = func.coalesce(Mark.outcome, "") != Outcome.AWAITS


def _attempt_lines(session: Session, user: User | None, *, finished: bool, limit: int) -> list[AttemptLine]:
    if user is None:
        return []
    is_wanted = Attempt.finished_at.is_not(None) if finished else Attempt.finished_at.is_(None)
    query = (
        select(
            Attempt,
            func.count(AttemptItem.id),
            func.count(case((cast(Response.body, String) != "[]", 1))),  # [] was taken back
            func.coalesce(func.sum(Mark.earned), 0),
            func.coalesce(func.sum(case((_is_marked_by_somebody, AttemptItem.points))), 0),
        )
        .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .outerjoin(Response, is_counted_response)
        .outerjoin(Mark, is_counted_mark)
        .where(Attempt.user_id == user.id, is_wanted)
        .group_by(Attempt.id)
        .order_by(Attempt.id.desc())
        .limit(limit)
    )
    if not finished:
        query = query.having(func.count(Response.id) > 0)
    return [
        AttemptLine(attempt, count, answered, Decimal(earned), Decimal(points))
        for attempt, count, answered, earned, points in session.execute(query)
    ]


def score_by_chapter(session: Session, user: User | None) -> dict[str, Score]:
    """Return how somebody stands in each chapter, over everything they have been marked on.

    A question counts once, and as right once it was right; points are those of all marks.
    """
    if user is None:
        return {}
    right_question = case((Mark.outcome == Outcome.FULL, QuestionRevision.question_id))
    rows = session.execute(
        select(
            QuestionRevision.chapter_id,
            func.count(func.distinct(QuestionRevision.question_id)),
            func.count(func.distinct(right_question)),
            func.sum(Mark.earned),
            func.sum(Mark.total),
        )
        .join(AttemptItem, AttemptItem.revision_id == QuestionRevision.id)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .join(Response, is_counted_response)
        .join(Mark, is_counted_mark)
        .where(Attempt.user_id == user.id, Mark.outcome.not_in(NOT_MARKED))
        .group_by(QuestionRevision.chapter_id)
    )
    return {
        chapter_id: Score(questions, right, Decimal(earned), Decimal(points))
        for chapter_id, questions, right, earned, points in rows
    }


def add_up(cells: Iterable[Cell]) -> Score:
    """Add up the cells of a sheet: a blank counts with nothing earned, an answer that waits not at all."""
    score = Score()
    for cell in cells:
        if cell.state == State.AWAITS:
            continue
        score.questions += 1
        score.right += cell.mark is not None and cell.mark.outcome == Outcome.FULL
        score.earned += cell.earned
        score.points += Decimal(cell.item.points)
    return score
