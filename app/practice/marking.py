"""Marks as they are stored: what the rules or a person say an answer is worth, with the trace."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from app.models import Mark, Marker, Outcome, Response, User
from question_bank import AwaitsMarker, PartMark, Question, ReadBack, Unreadable
from question_bank import Mark as Worth
from question_bank.marking import RULES_VERSION
from question_bank.marking import Worth as AnyWorth


def make_mark(content: Question, worth: AnyWorth, response: Response, now: datetime, number: int = 1) -> Mark:
    """Return the row for what the rules say; an unreadable or unmarked answer has earned nothing yet."""
    if isinstance(worth, Unreadable):
        outcome, worth = Outcome.UNREADABLE, Worth(0, content.total, codes=(worth.code,))
    elif isinstance(worth, AwaitsMarker):
        outcome, worth = Outcome.AWAITS, Worth(0, content.total, worth.parts)
    else:
        outcome = _outcome(worth)
    return Mark(
        response_id=response.id,
        number=number,
        outcome=outcome,
        earned=worth.earned,
        total=content.total,
        codes=list(worth.codes),
        parts=[_part_row(part) for part in worth.parts],
        rules_version=RULES_VERSION,
        marker=Marker.RULES,
        created_at=now,
    )


def make_persons_mark(worth: Worth, earlier: Mark, marker: Marker, person: User, now: datetime) -> Mark:
    """Return the row for a mark a person gives; it follows the earlier one and replaces nothing."""
    return Mark(
        response_id=earlier.response_id,
        number=earlier.number + 1,
        outcome=_outcome(worth),
        earned=worth.earned,
        total=worth.total,
        codes=list(worth.codes),
        parts=[_part_row(part) for part in worth.parts],
        rules_version=RULES_VERSION,
        marker=marker,
        marker_id=person.id,
        created_at=now,
    )


def write_read_back(read: ReadBack) -> dict[str, Any]:
    """Return how an answer was read as plain data: ``parts`` and, if it cannot be read, ``problem``."""
    return asdict(read)


def _outcome(worth: Worth) -> Outcome:
    if worth.is_full:
        return Outcome.FULL
    return Outcome.PART if worth.earned else Outcome.NONE


def _part_row(part: PartMark) -> dict[str, Any]:
    """Return a part as plain data, without the fields that say nothing."""
    fields = {name: value for name, value in asdict(part).items() if value not in ("", ())}
    return {**fields, "earned": str(part.earned), "total": str(part.total)}
