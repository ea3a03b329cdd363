"""Answers worth a look: wrong fill-in answers of a class that came close to an accepted one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import String, cast, or_, select
from sqlalchemy.orm import Session

from app.classes.service import of_class
from app.models import Attempt, Classroom, Mark, Question, QuestionRevision

NEAR_MISS_CODES = ("same_sound", "look_alike", "one_character", "misspelt", "gloss_unknown")
LINES_MAX = 50


@dataclass(frozen=True)
class NearMiss:
    """One wrong answer to one question, why it is close to ``nearest``, and how many students typed it.

    ``slip`` are the characters to check, empty when one is missing; ``code`` is one of NEAR_MISS_CODES.
    """

    revision: QuestionRevision  # the question in its present wording
    typed: str
    nearest: str
    code: str
    slip: str
    students: int


@dataclass
class _Group:
    """The same slip in the same question: its trace as first typed, and who typed it."""

    part: dict[str, Any]
    user_ids: set[int] = field(default_factory=set)


def near_misses(session: Session, classroom: Classroom) -> list[NearMiss]:
    """List the near misses of a class, those of most students first; at most LINES_MAX.

    Answers that are read alike are one line: 衷诚度 and 衷诚度。 are the same slip.
    """
    groups: dict[tuple[int, str, str, str], _Group] = {}
    for user_id, question_id, part in _close_parts(session, classroom):
        nearest = part.get("nearest", "")
        key = (question_id, part["code"], nearest, part.get("read_as") or part["given"])
        groups.setdefault(key, _Group(part)).user_ids.add(user_id)
    by_students = sorted(groups.items(), key=lambda entry: (-len(entry[1].user_ids), entry[0]))
    shown = by_students[:LINES_MAX]
    question_ids = {question_id for (question_id, *_), _ in shown}
    query = select(QuestionRevision).join(Question.current).where(Question.id.in_(question_ids))
    current = {revision.question_id: revision for revision in session.scalars(query)}
    return [
        NearMiss(
            current[question_id],
            group.part["given"].strip(),
            nearest,
            code,
            group.part.get("slip", ""),
            len(group.user_ids),
        )
        for (question_id, code, nearest, _), group in shown
    ]


def _close_parts(session: Session, classroom: Classroom) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """Yield user, question and trace of every blank of the class's counted marks that was a near miss."""
    names_a_slip = or_(
        # the list as text: the one form both databases can search
        *(cast(Mark.codes, String).contains(f'"{code}"', autoescape=True) for code in NEAR_MISS_CODES)
    )
    query = of_class(select(Attempt.user_id, QuestionRevision.question_id, Mark.parts), classroom)
    query = query.where(QuestionRevision.type == "fill", names_a_slip).order_by(Mark.id)
    for user_id, question_id, parts in session.execute(query):
        for part in parts:
            if part["code"] in NEAR_MISS_CODES:
                yield user_id, question_id, part
