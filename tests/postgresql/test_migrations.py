"""The migrations make the same tables on PostgreSQL, and loading the bank is idempotent there too."""

from __future__ import annotations

import flask_migrate
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from sqlalchemy import Row, func, select

from app.extensions import db
from app.library.bank_loading import load_bank
from app.models import Base, Question, QuestionRevision, RevisionFact
from tests.conftest import NOW


def test_migrated_database_is_what_the_models_say(app: Flask):
    with app.app_context(), db.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_bank_is_there_and_a_second_load_changes_nothing(app: Flask):
    with app.app_context():
        assert load_bank(db.session(), NOW).unchanged
        questions = db.session.scalar(select(func.count()).select_from(Question))
        revisions = db.session.scalar(select(func.count()).select_from(QuestionRevision))
    assert questions == revisions >= 120


def test_facts_and_cases_of_the_bank_survive_going_back_a_release_and_forth(app: Flask):
    def derived() -> list[list[Row]]:
        revisions = select(QuestionRevision.id, QuestionRevision.case_id, QuestionRevision.case_number)
        facts = select(RevisionFact.revision_id, RevisionFact.fact_id)
        with db.engine.connect() as connection:
            return [sorted(connection.execute(rows), key=str) for rows in (revisions, facts)]

    with app.app_context():
        before = derived()
        flask_migrate.downgrade(revision="0002")
        flask_migrate.upgrade()
        assert derived() == before
        assert any(case_id for _, case_id, _ in before[0])
