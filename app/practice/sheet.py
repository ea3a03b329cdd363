"""The answer sheet (答题卡): one attempt with what counts for each of its questions, in one query."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from app.models import (
    Attempt,
    AttemptItem,
    Feedback,
    Mark,
    Marker,
    Outcome,
    QuestionRevision,
    Response,
    is_counted_mark,
    is_counted_response,
)


class AttemptUnknown(LookupError):
    """This person has no attempt with this code, or it has no question at this position."""


class State(StrEnum):
    """How a question stands on the answer card."""

    BLANK = "blank"
    ANSWERED = "answered"
    RIGHT = "right"
    PART = "part"
    WRONG = "wrong"
    UNREADABLE = "unreadable"
    AWAITS = "awaits"


_STATE_OF_OUTCOME = {
    Outcome.FULL: State.RIGHT,
    Outcome.PART: State.PART,
    Outcome.NONE: State.WRONG,
    Outcome.UNREADABLE: State.UNREADABLE,
    Outcome.AWAITS: State.AWAITS,
}


@dataclass(frozen=True)
class Cell:
    """One question of an attempt with the response and the mark that count.

    ``revision`` is loaded only for the question the page is about, or for all on the review page.
    """

    item: AttemptItem
    response: Response | None
    mark: Mark | None
    revision: QuestionRevision | None

    @property
    def position(self) -> int:
        """The number of the question, from 1."""
        return self.item.position

    @property
    def state(self) -> State:
        """How the question stands."""
        if self.mark is not None:
            return _STATE_OF_OUTCOME[Outcome(self.mark.outcome)]
        if self.response is None or not any(self.response.body):
            return State.BLANK
        return State.UNREADABLE if (self.response.read_back or {}).get("problem") else State.ANSWERED

    @property
    def is_settled(self) -> bool:
        """Whether the answer is final; one that could not be read may be given again."""
        return self.mark is not None and self.mark.outcome != Outcome.UNREADABLE

    @property
    def earned(self) -> Decimal:
        """The points earned; nothing for a blank."""
        return Decimal(self.mark.earned) if self.mark is not None else Decimal(0)

    @property
    def question(self) -> QuestionRevision:
        """The revision, on pages that loaded it."""
        if self.revision is None:
            raise AttemptUnknown(f"question {self.position} was not loaded")
        return self.revision


@dataclass(frozen=True)
class Sheet:
    """An attempt and its cells in order."""

    attempt: Attempt
    cells: tuple[Cell, ...]

    @property
    def is_finished(self) -> bool:
        """Whether no more answers are taken."""
        return self.attempt.finished_at is not None

    @property
    def marks_at_once(self) -> bool:
        """Whether each answer is marked when it is given."""
        return self.attempt.feedback == Feedback.EACH

    @property
    def has_persons_marks(self) -> bool:
        """Whether the student or an instructor has marked a written answer."""
        return any(cell.mark is not None and cell.mark.marker != Marker.RULES for cell in self.cells)

    def cell(self, position: int) -> Cell:
        """Return the cell at a position.

        Raises:
            AttemptUnknown: the attempt has no such question.
        """
        if not 1 <= position <= len(self.cells):
            raise AttemptUnknown(f"{self.attempt.code}/{position}")
        return self.cells[position - 1]

    def takes_answer(self, position: int) -> bool:
        """Whether the question at a position may still be answered."""
        return not self.is_finished and not (self.marks_at_once and self.cell(position).is_settled)

    def next_open(self, after: int = 0) -> int | None:
        """Return the next position that still wants an answer, going round once; None when all have one."""
        unanswered = {State.BLANK, State.UNREADABLE}
        order = self.cells[after:] + self.cells[:after]
        return next((cell.position for cell in order if cell.state in unanswered), None)

    def count(self, *states: State) -> int:
        """Count the questions that stand so."""
        return sum(cell.state in states for cell in self.cells)


def get_sheet(session: Session, user_id: int, code: str, position: int | None = None) -> Sheet:
    """Return a person's attempt with the question at ``position``, or with all of them.

    Raises:
        AttemptUnknown: there is none, or it belongs to somebody else.
    """
    wanted = QuestionRevision.id == AttemptItem.revision_id
    if position is not None:
        wanted = and_(wanted, AttemptItem.position == position)
    rows = session.execute(
        select(Attempt, AttemptItem, Response, Mark, QuestionRevision)
        .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .outerjoin(Response, is_counted_response)
        .outerjoin(Mark, is_counted_mark)
        .outerjoin(QuestionRevision, wanted)
        .where(Attempt.code == code, Attempt.user_id == user_id)
        .order_by(AttemptItem.position)
    ).all()
    if not rows:
        raise AttemptUnknown(code)
    return Sheet(rows[0][0], tuple(Cell(row[1], row[2], row[3], row[4]) for row in rows))
