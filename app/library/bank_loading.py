"""Brings the database into line with the shipped bank: new, revised, retired, or nothing at all."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session, joinedload

from app.models import (
    BankLoad,
    Base,
    Chapter,
    Fact,
    GlossaryEntry,
    Origin,
    Question,
    QuestionRevision,
    RevisionFact,
)
from question_bank import Bank, write_question
from question_bank import Question as BankQuestion
from question_bank.formats.native_yaml import CONTENT, read_bank
from question_bank.memory import without_garbage_collection


@dataclass
class LoadReport:
    """What a load changed, in numbers of questions."""

    unchanged: bool = False  # the files are the ones loaded last time; nothing was read
    added: int = 0
    revised: int = 0
    retired: int = 0


def load_bank(session: Session, now: datetime, root: Path = CONTENT) -> LoadReport:
    """Load the bank under ``root`` and commit; files that have not changed are not even parsed.

    Raises:
        BadQuestionFile: with every fault; the database is then as it was.
    """
    fingerprint = hash_files(root)
    newest = session.scalar(select(BankLoad).order_by(BankLoad.id.desc()).limit(1))
    if newest is not None and newest.content_hash == fingerprint:
        return LoadReport(unchanged=True)
    bank = read_bank(root)
    with without_garbage_collection():
        _load_chapters(session, bank)
        report = _load_questions(session, bank, now)
        session.add(BankLoad(content_hash=fingerprint, loaded_at=now))
        session.commit()
    return report


def hash_files(root: Path) -> str:
    """Return a hash over the names and bytes of all files under ``root``."""
    digest = sha256()
    for path in sorted(root.rglob("*.yaml")):
        digest.update(f"{path.relative_to(root)}\0".encode())
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def make_revision(
    content: BankQuestion, number: int, now: datetime, author_id: int | None = None
) -> QuestionRevision:
    """Return a revision that holds a question as plain data."""
    examined = [RevisionFact(fact_id=fact) for fact in _facts_of(content)]
    return QuestionRevision(**_revision_fields(content, number, now), author_id=author_id, examined=examined)


def _revision_fields(content: BankQuestion, number: int, now: datetime) -> dict[str, Any]:
    body = write_question(content)
    return {
        "number": number,
        "type": content.type,
        "chapter_id": content.chapter,
        "difficulty": content.difficulty,
        "level": content.level.value,
        "case_id": content.case.id if content.case else None,
        "case_number": content.case.number if content.case else None,
        "body": body,
        "content_hash": hash_body(body),
        "created_at": now,
    }


def _facts_of(content: BankQuestion) -> list[str]:
    return list(dict.fromkeys(content.facts))


def hash_body(body: dict[str, Any]) -> str:
    """Return a hash that changes exactly when the question does."""
    return sha256(json.dumps(body, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _load_chapters(session: Session, bank: Bank) -> None:
    for chapter in bank.chapters:
        title = chapter.title
        session.merge(Chapter(id=chapter.id, title_zh=title.zh, title_en=title.en))
    session.flush()
    # nothing refers to a fact or an entry; those that are taught no more must not stay in the study notes
    _replace_all(
        session,
        Fact,
        [
            {
                "id": fact.id,
                "chapter_id": chapter.id,
                "topic_zh": fact.topic.zh,
                "topic_en": fact.topic.en,
                "statement": fact.statement,
                "exam": fact.exam,
            }
            for chapter in bank.chapters
            for fact in chapter.facts
        ],
    )
    _replace_all(
        session,
        GlossaryEntry,
        [
            {
                "chapter_id": chapter.id,
                "term_zh": entry.term.zh,
                "term_en": entry.term.en,
                "also": list(entry.also),
                "meaning_zh": entry.meaning.zh,
                "meaning_en": entry.meaning.en,
                "facts": list(entry.facts),
            }
            for chapter in bank.chapters
            for entry in chapter.glossary
        ],
    )


def _replace_all(session: Session, table: type[Base], rows: list[dict[str, Any]]) -> None:
    session.execute(delete(table))
    if rows:
        session.execute(insert(table), rows)


def _load_questions(session: Session, bank: Bank, now: datetime) -> LoadReport:
    query = select(Question).where(Question.origin == Origin.BANK).options(joinedload(Question.current))
    stored = {question.slug: question for question in session.scalars(query)}
    new: list[BankQuestion] = []
    revised: list[tuple[int, BankQuestion, int]] = []  # question id, content, revision number
    for content in bank.questions:
        question = stored.pop(content.id, None)
        if question is None:
            new.append(content)
            continue
        question.retired_at = None
        if hash_body(write_question(content)) != question.current.content_hash:
            question.current_number += 1
            revised.append((question.id, content, question.current_number))
    retired = [question for question in stored.values() if question.retired_at is None]
    for question in retired:
        question.retired_at = now
    ids = _insert_questions(session, new, now)
    first = [(question_id, content, 1) for question_id, content in zip(ids, new, strict=True)]
    _insert_revisions(session, first + revised, now)
    return LoadReport(added=len(new), revised=len(revised), retired=len(retired))


# a first load brings a thousand questions: rows are inserted in bulk, at half the cost of objects


def _insert_questions(session: Session, new: Sequence[BankQuestion], now: datetime) -> Sequence[int]:
    rows = [
        {"slug": content.id, "origin": Origin.BANK, "created_at": now, "current_number": 1} for content in new
    ]
    statement = insert(Question).returning(Question.id, sort_by_parameter_order=True)
    return session.scalars(statement, rows).all() if rows else []


def _insert_revisions(
    session: Session, revisions: Sequence[tuple[int, BankQuestion, int]], now: datetime
) -> None:
    if not revisions:
        return
    rows = [
        {"question_id": question_id} | _revision_fields(content, number, now)
        for question_id, content, number in revisions
    ]
    statement = insert(QuestionRevision).returning(QuestionRevision.id, sort_by_parameter_order=True)
    ids = session.scalars(statement, rows).all()
    examined = [
        {"revision_id": revision_id, "fact_id": fact}
        for revision_id, (_, content, _) in zip(ids, revisions, strict=True)
        for fact in _facts_of(content)
    ]
    if examined:
        session.execute(insert(RevisionFact), examined)
