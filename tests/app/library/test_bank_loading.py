"""Loading the bank: unchanged, new, revised, retired, back again, or refused as a whole."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.library import bank_loading
from app.library.bank_loading import LoadReport, hash_body, hash_files, load_bank
from app.models import Base, Fact, Question, QuestionRevision
from app.practice.service import Plan, start_with
from app.practice.sheet import get_sheet
from question_bank import BadQuestionFile
from tests.factories import find_revision_ids, make_person, single_fields, true_false_fields, write_chapter


def single(**changes: Any) -> dict[str, Any]:
    """Return a single choice that may be shipped."""
    return single_fields(tests=[{"answer": "B", "earned": 1}], **changes)


def true_false(**changes: Any) -> dict[str, Any]:
    """Return a false statement that may be shipped."""
    return true_false_fields(tests=[{"answer": False, "earned": 1}], **changes)


def question(session: Session, slug: str) -> Question:
    """Return a stored question."""
    return session.scalars(select(Question).where(Question.slug == slug)).one()


def contents(session: Session) -> dict[str, list[Any]]:
    """Return every row of every table."""
    return {name: session.execute(select(table)).all() for name, table in Base.metadata.tables.items()}


def retire_the_shipped_bank(session: Session, now: datetime, tmp_path: Path) -> Path:
    """Load a bank of two questions instead of the shipped one; return its root."""
    root = write_chapter(tmp_path / "bank", single(), true_false())
    load_bank(session, now, root)
    return root


def test_loading_the_same_files_again_reads_and_changes_nothing(
    session: Session, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    root = retire_the_shipped_bank(session, now, tmp_path)
    before = contents(session)

    def refuse(_root: Path) -> None:
        raise AssertionError("the files were parsed although nothing has changed")

    monkeypatch.setattr(bank_loading, "read_bank", refuse)
    assert load_bank(session, now + timedelta(days=1), root) == LoadReport(unchanged=True)
    assert contents(session) == before


def test_first_load_adds_the_new_and_retires_what_the_files_no_longer_hold(
    session: Session, now: datetime, tmp_path: Path
):
    shipped = session.scalar(select(func.count()).select_from(Question))
    report = load_bank(session, now, write_chapter(tmp_path, single(), true_false()))
    assert report == LoadReport(added=2, retired=shipped)
    assert len(find_revision_ids(session, None, [], [])) == 2
    assert session.scalar(select(func.count()).select_from(Question)) == shipped + 2  # none is deleted


def test_facts_the_bank_no_longer_teaches_are_gone(session: Session, now: datetime, tmp_path: Path):
    retire_the_shipped_bank(session, now, tmp_path)
    assert session.scalars(select(Fact.id)).all() == ["05-001"]


def test_changed_question_gets_a_revision_and_the_others_none(
    session: Session, now: datetime, tmp_path: Path
):
    root = retire_the_shipped_bank(session, now, tmp_path)
    write_chapter(root, single(stem="公式里的 a 是什么？"), true_false())
    assert load_bank(session, now, root) == LoadReport(revised=1)
    session.expire_all()
    revised = question(session, "test-single-1")
    assert [revision.body["stem"] for revision in revised.revisions] == [
        "C = b/a 中的 a 是什么？",
        "公式里的 a 是什么？",
    ]
    assert revised.current.number == 2
    assert question(session, "test-true-false-1").current_number == 1


def test_attempt_keeps_the_wording_it_was_started_with(session: Session, now: datetime, tmp_path: Path):
    root = retire_the_shipped_bank(session, now, tmp_path)
    person = make_person(session, now)
    drawn = [question(session, "test-single-1").current.id]
    code = start_with(session, person, drawn, Plan(), Random(1), now).code
    load_bank(session, now, write_chapter(root, single(stem="新题干"), true_false()))
    session.expire_all()
    assert get_sheet(session, person.id, code).cell(1).question.content.stem == "C = b/a 中的 a 是什么？"
    assert find_revision_ids(session, None, [], ["single"]) != drawn


def test_removed_question_is_retired_and_comes_back_as_it_was(
    session: Session, now: datetime, tmp_path: Path
):
    root = retire_the_shipped_bank(session, now, tmp_path)
    later = now + timedelta(days=1)
    assert load_bank(session, later, write_chapter(root, true_false())) == LoadReport(retired=1)
    assert question(session, "test-single-1").retired_at == later
    load_bank(session, later, write_chapter(root, true_false(), single()))
    back = question(session, "test-single-1")
    assert back.retired_at is None
    assert back.current_number == 1


def test_reordered_fields_are_the_same_question(session: Session, now: datetime, tmp_path: Path):
    root = retire_the_shipped_bank(session, now, tmp_path)
    backwards = dict(reversed(single().items()))
    assert load_bank(session, now, write_chapter(root, true_false(), backwards)) == LoadReport()
    assert hash_body({"a": 1, "b": 2}) == hash_body({"b": 2, "a": 1}) != hash_body({"a": 1, "b": 3})


def test_broken_folder_names_all_faults_and_leaves_the_database_as_it_was(
    session: Session, now: datetime, tmp_path: Path
):
    before = contents(session)
    root = write_chapter(tmp_path, single(stem=""), true_false(correction=None), single(id="test-good-1"))
    with pytest.raises(BadQuestionFile) as caught:
        load_bank(session, now, root)
    assert {(fault.question, fault.field) for fault in caught.value.faults} == {
        ("test-single-1", "stem"),
        ("test-true-false-1", "correction"),
    }
    assert contents(session) == before


def test_fingerprint_knows_names_and_bytes(tmp_path: Path):
    one = hash_files(write_chapter(tmp_path / "one", single()))
    assert one == hash_files(write_chapter(tmp_path / "two", single()))  # wherever the folder lies
    assert one != hash_files(write_chapter(tmp_path / "three", single(explanation="改了")))
    renamed = write_chapter(tmp_path / "four", single()) / "05-satisfaction"
    (renamed / "questions.yaml").rename(renamed / "others.yaml")
    assert one != hash_files(renamed.parent)


def test_no_two_revisions_of_a_shipped_question_are_made_by_a_second_load(session: Session, now: datetime):
    assert load_bank(session, now) == LoadReport(unchanged=True)
    assert session.scalar(select(func.max(QuestionRevision.number))) == 1
