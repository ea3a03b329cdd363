"""The migrations make exactly the tables of the models, and can be undone."""

from __future__ import annotations

import re
from pathlib import Path

import flask_migrate
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from sqlalchemy import inspect, text

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


def test_revisions_there_are_keep_their_facts_and_cases(tmp_path: Path):
    app = create_app(config_for(f"sqlite:///{tmp_path / 'old.sqlite'}"))
    with app.app_context():
        flask_migrate.upgrade(revision="0002")
        with db.engine.begin() as connection:
            for statement in OLD_BANK:
                connection.execute(text(statement))
        flask_migrate.upgrade()
        with db.engine.connect() as connection:
            examined = connection.execute(text("SELECT revision_id, fact_id FROM revision_facts")).all()
            cases = connection.execute(text("SELECT id, case_id, case_number FROM question_revisions")).all()
            loads = connection.execute(text("SELECT count(*) FROM bank_loads")).scalar()
        db.engine.dispose()
    assert sorted(examined) == [(1, "05-001"), (1, "05-003")]  # one without facts has none; twice is once
    assert sorted(cases) == [(1, None, None), (2, "ch05-case", 3)]
    assert loads == 0  # so that the next start brings the glossary in


OLD_BANK = (
    "INSERT INTO chapters (id, title_zh, title_en) VALUES ('05', '满意', 'Satisfaction')",
    "INSERT INTO bank_loads (content_hash, loaded_at) VALUES ('x', '2026-11-22')",
    "INSERT INTO questions (id, slug, origin, current_number, created_at) "
    "VALUES (1, 'old', 'bank', 2, '2026-11-22')",
    """INSERT INTO question_revisions
       (id, question_id, number, type, chapter_id, difficulty, level, body, content_hash, created_at) VALUES
       (1, 1, 1, 'single', '05', 1, 'apply', '{"facts": ["05-001", "05-003", "05-001"]}', 'a', '2026-11-22'),
       (2, 1, 2, 'fill', '05', 1, 'x', '{"case": {"id": "ch05-case", "number": 3}}', 'b', '2026-11-23')""",
)
