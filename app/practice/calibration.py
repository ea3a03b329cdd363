"""How a student's own marks of written answers compare with an instructor's, where both exist."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Attempt, AttemptItem, Mark, Marker, Response

ENOUGH = 3  # fewer answers marked by both say nothing about somebody's strictness
SAME = Decimal("0.05")  # shares this close count as equal


@dataclass(frozen=True)
class Calibration:
    """Mean shares (0 to 1) over the ``count`` answers that student and instructor both marked."""

    count: int
    own: Decimal
    instructor: Decimal

    @property
    def difference(self) -> Decimal:
        """The student's share minus the instructor's: above 0 when the student is too generous."""
        return self.own - self.instructor

    @property
    def tendency(self) -> str:
        """``generous``, ``strict``, ``same``, or ``unknown`` while there are too few answers."""
        if self.count < ENOUGH:
            return "unknown"
        if abs(self.difference) <= SAME:
            return "same"
        return "generous" if self.difference > 0 else "strict"


def calibrate(session: Session, user_id: int) -> Calibration | None:
    """Compare the last mark a student gave each answer with the last an instructor gave; None without any."""
    rows = session.execute(
        select(Mark.response_id, Mark.marker, Mark.earned, Mark.total)
        .join(Response, Response.id == Mark.response_id)
        .join(AttemptItem, AttemptItem.id == Response.item_id)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .where(Attempt.user_id == user_id, Mark.marker != Marker.RULES)
        .order_by(Mark.response_id, Mark.number)
    )
    shares: dict[int, dict[str, Decimal]] = {}
    for response_id, marker, earned, total in rows:
        shares.setdefault(response_id, {})[marker] = Decimal(earned) / Decimal(total)
    both = [given for given in shares.values() if len(given) == 2]
    if not both:
        return None
    means = {
        marker: sum((given[marker] for given in both), Decimal(0)) / len(both)
        for marker in (Marker.STUDENT, Marker.INSTRUCTOR)
    }
    return Calibration(len(both), means[Marker.STUDENT], means[Marker.INSTRUCTOR])
