"""A student marks their own written answer by ticking key points."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.models import Marker, Outcome, User
from app.practice.marking import make_persons_mark
from app.practice.sheet import Cell, Sheet
from question_bank.types import WrittenQuestion


class NotToBeMarked(Exception):
    """There is no written answer here, or an instructor has marked it already."""


def may_mark_own(cell: Cell) -> bool:
    """Whether the student may tick key points: after submitting, until an instructor has marked."""
    if cell.mark is None:
        return False
    return cell.mark.outcome == Outcome.AWAITS or cell.mark.marker == Marker.STUDENT


def mark_own_answer(
    session: Session, sheet: Sheet, position: int, user: User, ticked: Collection[int], now: datetime
) -> None:
    """Store the student's own mark; ticking again stores another one, and the last counts.

    Raises:
        NotToBeMarked: nothing was stored.
    """
    cell = sheet.cell(position)
    content = cell.question.content
    if cell.mark is None or cell.response is None or not may_mark_own(cell):
        raise NotToBeMarked
    if not isinstance(content, WrittenQuestion) or not set(ticked) <= set(range(len(content.key_points))):
        raise NotToBeMarked
    worth = content.mark_points(cell.response.body, ticked)
    session.add(make_persons_mark(worth, cell.mark, Marker.STUDENT, user, now))
    try:
        session.commit()
    except IntegrityError as error:  # another mark took the number: an instructor's, or the same form twice
        session.rollback()
        raise NotToBeMarked from error
