"""The migrations make the same tables on PostgreSQL, and loading the bank is idempotent there too."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from sqlalchemy import func, select

from app.extensions import db
from app.library.bank_loading import load_bank
from app.models import Base, Question, QuestionRevision
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
