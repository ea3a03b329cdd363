"""Finding questions: what somebody may practise, by chapter and type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from app.models import Chapter, Classroom, Fact, Membership, Origin, Question, QuestionRevision, User


class ChapterUnknown(LookupError):
    """There is no chapter with this id."""


@dataclass(frozen=True)
class Shelf:
    """A chapter and how many questions of each type somebody may practise in it."""

    chapter: Chapter
    count_by_type: dict[str, int]

    @property
    def count(self) -> int:
        """All questions of the chapter."""
        return sum(self.count_by_type.values())


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
        select(QuestionRevision.chapter_id, QuestionRevision.type, func.count())
        .join(Question.current)
        .where(visible_to(user))
        .group_by(QuestionRevision.chapter_id, QuestionRevision.type)
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


def find_revision_ids(
    session: Session, user: User | None, chapters: Sequence[str], types: Sequence[str]
) -> list[int]:
    """List the current revisions somebody may practise, in course order; no chapters or types means all."""
    query = (
        select(QuestionRevision.id)
        .join(Question.current)
        .where(visible_to(user))
        .order_by(QuestionRevision.chapter_id, Question.id)
    )
    if chapters:
        query = query.where(QuestionRevision.chapter_id.in_(chapters))
    if types:
        query = query.where(QuestionRevision.type.in_(types))
    return list(session.scalars(query))


def get_facts(session: Session, fact_ids: Sequence[str]) -> list[Fact]:
    """List syllabus facts by their ids, leaving out those of chapters that are not in the bank."""
    if not fact_ids:
        return []
    return list(session.scalars(select(Fact).where(Fact.id.in_(fact_ids)).order_by(Fact.id)))
