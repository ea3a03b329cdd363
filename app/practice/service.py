"""What happens in practice: attempts are started, answered, finished, and begun again with the misses."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from random import Random
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.library.service import Choice, find_units, group_cases, visible_to
from app.models import (
    Attempt,
    AttemptItem,
    Feedback,
    Kind,
    Question,
    QuestionRevision,
    Response,
    User,
)
from app.practice.drawing import draw_in_order, draw_shuffled
from app.practice.marking import make_mark, write_read_back
from app.practice.sheet import Sheet, State, get_sheet
from question_bank import ReadBack, Unreadable

QUESTIONS_MAX = 100
SEED_LIMIT = 2**31


class NothingToPractise(Exception):
    """No question matches what was chosen."""


class AttemptClosed(Exception):
    """The attempt is finished, or this question has its mark: no more answers are taken."""


@dataclass(frozen=True)
class Plan:
    """What somebody wants to practise. Empty chapters, types or facts mean all of them."""

    chapters: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    count: int = 20
    shuffled: bool = True
    feedback: Feedback = Feedback.EACH


def start_practice(session: Session, user: User, plan: Plan, rng: Random, now: datetime) -> Attempt:
    """Draw questions by a plan and start an attempt.

    Shuffled draws at random. In course order, questions this person has not answered yet come first,
    so that the next practice goes on where the last one stopped. A case comes whole.

    Raises:
        NothingToPractise: the plan matches no question.
    """
    units = find_units(session, user, Choice(plan.chapters, plan.types, plan.facts))
    if plan.shuffled:
        drawn = draw_shuffled(units, plan.count, rng)
    else:
        drawn = draw_in_order(units, plan.count, _answered_revision_ids(session, user))
    return start_with(session, user, drawn, plan, rng, now)


def start_with(
    session: Session, user: User, revision_ids: Sequence[int], plan: Plan, rng: Random, now: datetime
) -> Attempt:
    """Start an attempt with exactly these questions.

    Raises:
        NothingToPractise: the list is empty.
    """
    if not revision_ids:
        raise NothingToPractise
    query = select(QuestionRevision).where(QuestionRevision.id.in_(revision_ids))
    revisions = {revision.id: revision for revision in session.scalars(query)}
    attempt = Attempt(
        code=secrets.token_urlsafe(12),
        user_id=user.id,
        kind=Kind.PRACTICE,
        feedback=plan.feedback,
        settings=asdict(plan),
        started_at=now,
    )
    attempt.items = [
        AttemptItem(
            position=position,
            revision_id=revision_id,
            variant_seed=rng.randrange(SEED_LIMIT),
            points=revisions[revision_id].content.total,
        )
        for position, revision_id in enumerate(revision_ids, start=1)
    ]
    session.add(attempt)
    session.commit()
    return attempt


def practise_again(session: Session, user: User, sheet: Sheet, rng: Random, now: datetime) -> Attempt:
    """Start an attempt with the questions that did not get full marks, in their present wording.

    A written answer that still waits for its mark is not wrong yet.

    Raises:
        NothingToPractise: everything was right, or what was wrong has been withdrawn.
    """
    missed = [cell.item.revision_id for cell in sheet.cells if cell.state not in (State.RIGHT, State.AWAITS)]
    questions = select(QuestionRevision.question_id).where(QuestionRevision.id.in_(missed))
    query = (
        select(QuestionRevision.id, QuestionRevision.case_id, QuestionRevision.case_number)
        .join(Question.current)
        .where(visible_to(user), Question.id.in_(questions))
        .order_by(QuestionRevision.chapter_id, Question.id)
    )
    again = [revision_id for unit in group_cases(session.execute(query).all()) for revision_id in unit]
    plan = replace(Plan(), count=len(missed), feedback=Feedback(sheet.attempt.feedback))
    return start_with(session, user, again, plan, rng, now)


def save_answer(
    session: Session, sheet: Sheet, position: int, answer: Sequence[str], client_id: str, now: datetime
) -> ReadBack:
    """Add a response, marked at once where the attempt says so; return how it was read.

    An empty answer is not stored where there was none. The same form sent twice is one response.

    Raises:
        AttemptClosed: nothing was stored.
    """
    cell = sheet.cell(position)
    content = cell.question.content
    sending_id = identify(client_id, answer)
    read = content.read(answer)
    if cell.response is not None and cell.response.client_id == sending_id:
        return read
    if not sheet.takes_answer(position):
        raise AttemptClosed
    is_empty = read.problem is not None and read.problem.code == "empty"
    if is_empty and (sheet.marks_at_once or cell.response is None):
        return read
    response = Response(
        item_id=cell.item.id,
        number=cell.response.number + 1 if cell.response is not None else 1,
        client_id=sending_id,
        body=[] if is_empty else list(answer),  # taken back: a blank again, on the card and in the lists
        read_back=None if is_empty else write_read_back(read),
        created_at=now,
    )
    session.add(response)
    try:
        session.flush()
    except IntegrityError:
        session.rollback()
        if _is_stored(session, cell.item.id, sending_id):
            return read
        # another answer has taken this number: look again, with it in sight
        sheet = get_sheet(session, sheet.attempt.user_id, sheet.attempt.code, position)
        return save_answer(session, sheet, position, answer, client_id, now)
    _refuse_if_finished(session, sheet)
    if sheet.marks_at_once:
        worth = content.mark(answer)
        # the key may know an answer that reading alone would ask about
        read = ReadBack(read.parts, worth if isinstance(worth, Unreadable) else None)
        session.add(make_mark(content, worth, response, now))
    session.commit()
    return ReadBack() if is_empty else read


def identify(client_id: str, answer: Sequence[str]) -> str:
    """Return the id of one sending: the same form with the same answer has the same one."""
    return str(uuid5(NAMESPACE_OID, json.dumps([client_id, *answer])))


def _is_stored(session: Session, item_id: int, sending_id: str) -> bool:
    query = select(Response.id).where(Response.item_id == item_id, Response.client_id == sending_id)
    return session.scalar(query) is not None


def finish(session: Session, sheet: Sheet, now: datetime) -> None:
    """Close an attempt and mark what has no mark yet; closing it twice changes nothing."""
    attempt = sheet.attempt
    closed = session.execute(
        update(Attempt).where(Attempt.id == attempt.id, Attempt.finished_at.is_(None)).values(finished_at=now)
    )
    if closed.rowcount != 1:  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult
        session.rollback()
        return
    # read again now that no answer can come between
    for cell in get_sheet(session, attempt.user_id, attempt.code).cells:
        if cell.response is None or not cell.response.body or cell.is_settled:
            continue
        content = cell.question.content
        # nobody can be asked any more: what can be read of an answer counts
        worth = content.mark(cell.response.body, can_ask=False)
        if cell.mark is None:
            session.add(make_mark(content, worth, cell.response, now))
        elif not isinstance(worth, Unreadable):
            session.add(make_mark(content, worth, cell.response, now, number=cell.mark.number + 1))
    session.commit()


def _refuse_if_finished(session: Session, sheet: Sheet) -> None:
    """Stop an answer that met the end of its attempt; the row lock orders the two on PostgreSQL."""
    query = select(Attempt.finished_at).where(Attempt.id == sheet.attempt.id).with_for_update()
    if session.scalar(query) is not None:
        session.rollback()
        raise AttemptClosed


def _answered_revision_ids(session: Session, user: User) -> set[int]:
    """Return the current revisions of all questions somebody has answered in any wording."""
    answered = (
        select(QuestionRevision.question_id)
        .join(AttemptItem, AttemptItem.revision_id == QuestionRevision.id)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .join(Response, Response.item_id == AttemptItem.id)
        .where(Attempt.user_id == user.id)
    )
    current = select(QuestionRevision.id).join(Question.current).where(Question.id.in_(answered))
    return set(session.scalars(current))
