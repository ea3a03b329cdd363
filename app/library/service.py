"""Finding questions: what somebody may practise, by chapter and type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Row, and_, case, func, or_, select
from sqlalchemy.orm import Session

from app.models import (
    Chapter,
    Classroom,
    Fact,
    Membership,
    Origin,
    Question,
    QuestionRevision,
    RevisionFact,
    User,
)
from question_bank.types import CASE


class ChapterUnknown(LookupError):
    """There is no chapter with this id."""


@dataclass(frozen=True)
class Shelf:
    """A chapter and how many questions of each type somebody may practise in it.

    Questions of cases are counted as such, under ``case``: they are asked together.
    """

    chapter: Chapter
    count_by_type: dict[str, int]

    @property
    def count(self) -> int:
        """All questions of the chapter."""
        return sum(self.count_by_type.values())


_TYPE_OR_CASE = case((QuestionRevision.case_id.is_not(None), CASE), else_=QuestionRevision.type)


def visible_to(user: User | None) -> ColumnElement[bool]:
    """Return the condition under which a question may be practised: live, and the bank's or one's own.

    One's own are the questions one wrote and those of the instructors whose classes one joined.
    """
    allowed = Question.origin == Origin.BANK
    if user is not None and not user.is_guest:
        instructors = (
            select(Classroom.owner_id)
            .join(Membership, Membership.classroom_id == Classroom.id)
            .where(Membership.user_id == user.id)
        )
        allowed = or_(allowed, Question.owner_id == user.id, Question.owner_id.in_(instructors))
    return and_(Question.retired_at.is_(None), allowed)


def all_shelves(session: Session, user: User | None) -> list[Shelf]:
    """List the chapters in course order with what is in them."""
    counted = session.execute(
        select(QuestionRevision.chapter_id, _TYPE_OR_CASE, func.count())
        .join(Question.current)
        .where(visible_to(user))
        .group_by(QuestionRevision.chapter_id, _TYPE_OR_CASE)
    )
    counts: dict[str, dict[str, int]] = {}
    for chapter_id, type_name, count in counted:
        counts.setdefault(chapter_id, {})[type_name] = count
    return [Shelf(chapter, counts.get(chapter.id, {})) for chapter in all_chapters(session)]


def all_chapters(session: Session) -> list[Chapter]:
    """List the chapters in course order."""
    return list(session.scalars(select(Chapter).order_by(Chapter.id)))


def get_chapter(session: Session, chapter_id: str) -> Chapter:
    """Return a chapter.

    Raises:
        ChapterUnknown: there is none with this id.
    """
    chapter = session.get(Chapter, chapter_id)
    if chapter is None:
        raise ChapterUnknown(chapter_id)
    return chapter


@dataclass(frozen=True)
class Choice:
    """Which questions are meant: those that fit all three. An empty one means all of them."""

    chapters: Sequence[str] = ()
    types: Sequence[str] = ()  # ``case`` means the questions of cases, the others mean those outside
    facts: Sequence[str] = ()  # examining any of these


def find_units(session: Session, user: User | None, choice: Choice) -> list[tuple[int, ...]]:
    """List the current revisions somebody may practise, in course order, those of a case as one unit."""
    query = (
        select(QuestionRevision.id, QuestionRevision.case_id, QuestionRevision.case_number)
        .join(Question.current)
        .where(visible_to(user))
        .order_by(QuestionRevision.chapter_id, Question.id)
    )
    if choice.chapters:
        query = query.where(QuestionRevision.chapter_id.in_(choice.chapters))
    if choice.types:
        query = query.where(_TYPE_OR_CASE.in_(choice.types))
    if choice.facts:
        examining = select(RevisionFact.revision_id).where(RevisionFact.fact_id.in_(choice.facts))
        query = query.where(QuestionRevision.id.in_(examining))
    return group_cases(session.execute(query).all())


def group_cases(rows: Iterable[Row[int, str | None, int | None]]) -> list[tuple[int, ...]]:
    """Put revisions (id, case, number there) into units: those of a case together, in its order."""
    units: dict[str | int, list[tuple[int, int]]] = {}
    for revision_id, case_id, case_number in rows:
        units.setdefault(case_id or revision_id, []).append((case_number or 0, revision_id))
    return [tuple(revision_id for _, revision_id in sorted(unit)) for unit in units.values()]


def count_by_fact(session: Session, user: User | None, chapter_id: str) -> dict[str, int]:
    """Count the questions somebody may practise for each fact of a chapter."""
    query = (
        select(RevisionFact.fact_id, func.count())
        .select_from(Question)
        .join(Question.current)
        .join(RevisionFact, RevisionFact.revision_id == QuestionRevision.id)
        .where(visible_to(user), RevisionFact.fact_id.startswith(f"{chapter_id}-"))
        .group_by(RevisionFact.fact_id)
    )
    return {fact_id: count for fact_id, count in session.execute(query)}


def get_facts(session: Session, fact_ids: Sequence[str]) -> list[Fact]:
    """List syllabus facts by their ids, leaving out those of chapters that are not in the bank."""
    if not fact_ids:
        return []
    return list(session.scalars(select(Fact).where(Fact.id.in_(fact_ids)).order_by(Fact.id)))
