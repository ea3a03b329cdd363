"""Questions, people and content folders for tests, with only what a test is about passed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from app.accounts.service import username_key
from app.extensions import db
from app.library.service import Choice, find_units
from app.models import Role, User
from question_bank.types import CASE


def fill_fields(**changes: Any) -> dict[str, Any]:
    """Return the fields of a fill-in with two blanks that may be exchanged."""
    return {
        "id": "test-fill-1",
        "type": "fill",
        "chapter": "05",
        "stem": "满意度取决于 ____ 与 ____ 的比较。",
        "blanks": [{"accept": ["感知价值", "顾客感知价值"]}, {"accept": ["期望值", "期望"]}],
        "interchangeable": [[1, 2]],
        "explanation": "两者相比才有满意与否。",
    } | changes


def single_fields(**changes: Any) -> dict[str, Any]:
    """Return the fields of a single choice whose right option is B."""
    return {
        "id": "test-single-1",
        "type": "single",
        "chapter": "05",
        "stem": "C = b/a 中的 a 是什么？",
        "options": [
            {"text": "体验", "why": "体验是 b。"},
            {"text": "期望", "correct": True, "why": "分母是期望。"},
            {"text": "价格", "why": "公式里没有价格。"},
        ],
        "explanation": "体验除以期望。",
    } | changes


def multiple_fields(**changes: Any) -> dict[str, Any]:
    """Return the fields of a multiple choice whose right options are A and C."""
    return {
        "id": "test-multiple-1",
        "type": "multiple",
        "chapter": "05",
        "stem": "下列哪些属于顾客总价值？",
        "options": [
            {"text": "产品价值", "correct": True, "why": "四项价值之一。"},
            {"text": "货币成本", "why": "这是成本。"},
            {"text": "形象价值", "correct": True, "why": "四项价值之一。"},
        ],
        "explanation": "价值与成本各有四项。",
    } | changes


def true_false_fields(**changes: Any) -> dict[str, Any]:
    """Return the fields of a false statement."""
    return {
        "id": "test-true-false-1",
        "type": "true_false",
        "chapter": "05",
        "stem": "C 大于 1 表示不满意。",
        "correct": False,
        "correction": "C 大于 1 表示很满意。",
        "why_true": "把分子分母看反了。",
        "why_false": "体验超过了期望。",
        "explanation": "比值大于 1，体验超过期望。",
    } | changes


def term_fields(**changes: Any) -> dict[str, Any]:
    """Return the fields of a written answer with two key points, worth 1 and 2."""
    return {
        "id": "test-term-1",
        "type": "term",
        "chapter": "05",
        "stem": "名词解释：客户满意",
        "model_answer": "客户把实际体验与期望值相比较之后形成的一种感觉状态。",
        "key_points": [
            {"text": "是一种感觉状态", "points": 1, "terms": ["感觉状态", "心理感受"]},
            {"text": "由体验与期望比较而来", "points": 2, "terms": ["期望值", "期望"]},
        ],
        "explanation": "满意是比较的结果，不是行为。",
    } | changes


def case_fields(**changes: Any) -> dict[str, Any]:
    """Return the fields of a case of three questions, ready to ship."""
    ready = {"facts": ["05-001"]}
    return {
        "id": "test-case",
        "type": "case",
        "title": "两家面馆",
        "chapter": "05",
        "story": "面馆甲的顾客期望打 8 分，体验打 6 分。",
        "questions": [
            single_fields(**ready, id="test-case-1", tests=[{"answer": "B", "earned": 1}]),
            true_false_fields(**ready, id="test-case-2", tests=[{"answer": False, "earned": 1}]),
            fill_fields(**ready, id="test-case-3", tests=[{"answer": ["期望", "感知价值"], "earned": 2}]),
        ],
    } | changes


def write_chapter(root: Path, *questions: dict[str, Any]) -> Path:
    """Write a content folder of one chapter, 05, ready to ship, and return its root."""
    folder = root / "05-satisfaction"
    folder.mkdir(parents=True, exist_ok=True)
    fact = {
        "id": "05-001",
        "topic": {"zh": "满意", "en": "Satisfaction"},
        "statement": "满意是**比较**的结果。",
    }
    chapter = {"id": "05", "title": {"zh": "客户满意", "en": "Customer satisfaction"}, "facts": [fact]}
    (folder / "chapter.yaml").write_text(yaml.safe_dump(chapter, allow_unicode=True), encoding="utf-8")
    # the questions of a case name their facts themselves
    entries = [
        question if question["type"] == CASE else {"facts": ["05-001"]} | question for question in questions
    ]
    (folder / "questions.yaml").write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")
    return root


def make_person(
    session: Session, now: datetime, username: str | None = None, role: Role = Role.STUDENT
) -> User:
    """Store a person who cannot log in with a password; without a username they are a guest."""
    key = username_key(username) if username else None
    person = User(username=username, username_key=key, role=role, created_at=now)
    session.add(person)
    session.commit()
    return person


def browser_of(app: Flask, user_id: int) -> FlaskClient:
    """Return a browser in which a person is logged in, without the slow hashing of a password."""
    browser = app.test_client()
    with browser.session_transaction() as cookie, app.app_context():
        cookie["_user_id"] = db.session.get(User, user_id).get_id()
    return browser


@contextmanager
def just_before(engine: Engine, statement: str, happen: Callable[[], None]) -> Iterator[None]:
    """Let something happen once, right before the first SQL statement that begins so: a race, replayed."""
    pending = [happen]

    def interrupt(_connection: Any, _cursor: Any, sql: str, *_rest: Any) -> None:
        if pending and sql.startswith(statement):
            pending.pop()()

    event.listen(engine, "before_cursor_execute", interrupt)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", interrupt)
    assert not pending, f"no statement began with {statement!r}"


def find_revision_ids(
    session: Session, person: User | None, chapters: Sequence[str] = (), types: Sequence[str] = ()
) -> list[int]:
    """List the current revisions somebody may practise, in course order."""
    return [revision for unit in find_units(session, person, Choice(chapters, types)) for revision in unit]
