"""Which response and which mark count, and what the tables refuse."""

from __future__ import annotations

from datetime import datetime
from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.models import AttemptItem, Mark, Response, is_counted_mark, is_counted_response
from app.practice.service import Plan, start_with
from tests.factories import find_revision_ids, make_person


@pytest.fixture
def items(session: Session, now: datetime) -> list[AttemptItem]:
    """Give the two questions of an attempt."""
    ids = find_revision_ids(session, None, ["05"], ["single"])[:2]
    return start_with(session, make_person(session, now), ids, Plan(), Random(1), now).items


def respond(session: Session, item: AttemptItem, number: int, now: datetime, key: str = "A") -> Response:
    response = Response(
        item_id=item.id, number=number, client_id=f"{item.id}-{number}", body=[key], created_at=now
    )
    session.add(response)
    session.flush()
    return response


def give_mark(session: Session, response: Response, number: int, outcome: str, now: datetime) -> None:
    session.add(
        Mark(
            response_id=response.id,
            number=number,
            outcome=outcome,
            earned=0,
            total=1,
            codes=[],
            parts=[],
            rules_version=1,
            created_at=now,
        )
    )
    session.flush()


def test_highest_number_counts_whatever_was_stored_last(session: Session, now: datetime, items):
    respond(session, items[0], 2, now, "B")
    respond(session, items[0], 1, now, "A")
    respond(session, items[1], 1, now, "C")
    query = select(AttemptItem.position, Response.body).join(Response, is_counted_response)
    assert session.execute(query.order_by(AttemptItem.position)).all() == [(1, ["B"]), (2, ["C"])]


def test_newer_mark_replaces_the_older_and_both_stay(session: Session, now: datetime, items):
    response = respond(session, items[0], 1, now)
    give_mark(session, response, 1, "none", now)
    give_mark(session, response, 2, "full", now)
    query = select(Mark.outcome).select_from(Response).join(Mark, is_counted_mark)
    assert session.scalars(query).all() == ["full"]
    assert len(session.scalars(select(Mark)).all()) == 2


def test_two_responses_cannot_both_be_the_latest(session: Session, now: datetime, items):
    respond(session, items[0], 1, now)
    session.add(Response(item_id=items[0].id, number=1, client_id="other", body=["B"], created_at=now))
    with pytest.raises(IntegrityError):
        session.flush()
    session.rollback()


def test_one_form_is_one_response_of_a_question(session: Session, now: datetime, items):
    first = respond(session, items[0], 1, now)
    same = first.client_id
    session.add(Response(item_id=items[1].id, number=1, client_id=same, body=["B"], created_at=now))
    session.flush()  # another question: allowed
    session.add(Response(item_id=items[0].id, number=2, client_id=same, body=["B"], created_at=now))
    with pytest.raises(IntegrityError):
        session.flush()
    session.rollback()
