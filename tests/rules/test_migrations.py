"""The migrations make exactly the tables of the models, and can be undone."""

from __future__ import annotations

import re
from pathlib import Path

import flask_migrate
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from sqlalchemy import inspect

from app import create_app
from app.extensions import db
from app.models import Base
from tests.conftest import config_for

VERSIONS = Path(__file__).parents[2] / "migrations" / "versions"


def test_migrated_database_is_what_the_models_say(app: Flask):
    with app.app_context(), db.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_files_are_numbered_without_a_gap():
    names = sorted(path.name for path in VERSIONS.glob("*.py"))
    assert [name[:5] for name in names] == [f"{number:04d}_" for number in range(1, len(names) + 1)]


def test_every_migration_can_be_undone(tmp_path: Path):
    app = create_app(config_for(f"sqlite:///{tmp_path / 'empty.sqlite'}"))
    with app.app_context():
        flask_migrate.upgrade()
        assert "attempts" in inspect(db.engine).get_table_names()
        flask_migrate.downgrade(revision="base")
        assert inspect(db.engine).get_table_names() == ["alembic_version"]
        db.engine.dispose()


def test_every_constraint_has_a_name_a_later_migration_can_use():
    unnamed = re.compile(r"(ForeignKey|Unique|PrimaryKey)Constraint\((?!.*name=)", re.DOTALL)
    for path in VERSIONS.glob("*.py"):
        for call in re.findall(r"sa\.\w+Constraint\([^()]*(?:\([^()]*\)[^()]*)*\)", path.read_text()):
            assert not unnamed.search(call), call
