"""Brings the database into line with the shipped bank: new, revised, retired, or nothing at all."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, joinedload

from app.models import (
    BankLoad,
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
        _load_glossary(session, bank)
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
    body = write_question(content)
    return QuestionRevision(
        number=number,
        type=content.type,
        chapter_id=content.chapter,
        difficulty=content.difficulty,
        level=content.level.value,
        case_id=content.case.id if content.case else None,
        case_number=content.case.number if content.case else None,
        examined=[RevisionFact(fact_id=fact) for fact in dict.fromkeys(content.facts)],
        body=body,
        content_hash=hash_body(body),
        author_id=author_id,
        created_at=now,
    )


def hash_body(body: dict[str, Any]) -> str:
    """Return a hash that changes exactly when the question does."""
    return sha256(json.dumps(body, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _load_chapters(session: Session, bank: Bank) -> None:
    for chapter in bank.chapters:
        title = chapter.title
        session.merge(Chapter(id=chapter.id, title_zh=title.zh, title_en=title.en))
    session.flush()
    known = {fact.id: fact for fact in session.scalars(select(Fact))}
    for chapter in bank.chapters:
        for fact in chapter.facts:
            row = known.get(fact.id) or Fact(id=fact.id)
            row.chapter_id = chapter.id
            row.topic_zh, row.topic_en = fact.topic.zh, fact.topic.en
            row.statement, row.exam = fact.statement, fact.exam
            session.add(row)
    taught = {fact.id for chapter in bank.chapters for fact in chapter.facts}
    # no row refers to a fact; one that is taught no more must not stay in the study notes
    session.execute(delete(Fact).where(Fact.id.not_in(taught)))


def _load_glossary(session: Session, bank: Bank) -> None:
    session.execute(delete(GlossaryEntry))  # nothing refers to an entry
    session.add_all(
        GlossaryEntry(
            chapter_id=chapter.id,
            term_zh=entry.term.zh,
            term_en=entry.term.en,
            also=list(entry.also),
            meaning_zh=entry.meaning.zh,
            meaning_en=entry.meaning.en,
            facts=list(entry.facts),
        )
        for chapter in bank.chapters
        for entry in chapter.glossary
    )


def _load_questions(session: Session, bank: Bank, now: datetime) -> LoadReport:
    report = LoadReport()
    query = select(Question).where(Question.origin == Origin.BANK).options(joinedload(Question.current))
    stored = {question.slug: question for question in session.scalars(query)}
    for content in bank.questions:
        question = stored.pop(content.id, None)
        if question is None:
            question = Question(slug=content.id, origin=Origin.BANK, created_at=now, current_number=1)
            question.revisions.append(make_revision(content, 1, now))
            session.add(question)
            report.added += 1
            continue
        question.retired_at = None
        if hash_body(write_question(content)) != question.current.content_hash:
            question.current_number += 1
            revision = make_revision(content, question.current_number, now)
            revision.question_id = question.id
            session.add(revision)
            report.revised += 1
    for question in stored.values():
        if question.retired_at is None:
            question.retired_at = now
            report.retired += 1
    return report
