"""Fixtures for everybody: an application on a fresh database that holds the shipped bank, and its clients."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import flask_migrate
import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings
from jinja2 import FileSystemBytecodeCache
from sqlalchemy.orm import Session

from app import clock, create_app, translations
from app.extensions import db
from app.library.bank_loading import load_bank

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)

# the machine of the tests may be slow and shared; properties are about answers, not about time
settings.register_profile("kelian", deadline=None, max_examples=60)
settings.load_profile("kelian")


def config_for(database_uri: str) -> dict[str, object]:
    """Return the settings of a test application. Forms need no token except where a test asks for it."""
    return {
        "SECRET_KEY": "only-for-tests",
        "SQLALCHEMY_DATABASE_URI": database_uri,
        "TESTING": True,
        "WTF_CSRF_ENABLED": False,
    }


def migrate_and_load(app: Flask) -> None:
    """Bring the database of an application to where ``make run`` brings it."""
    with app.app_context():
        flask_migrate.upgrade()
        load_bank(db.session(), NOW)
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="session")
def loaded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an SQLite file with all tables and the shipped bank, once; tests work on copies."""
    translations.compile_catalogues()
    path = tmp_path_factory.mktemp("loaded") / "kelian.sqlite"
    migrate_and_load(create_app(config_for(f"sqlite:///{path}")))
    return path


@pytest.fixture
def app(loaded_file: Path, tmp_path: Path) -> Iterator[Flask]:
    """Give an application on a database of its own."""
    path = tmp_path / "kelian.sqlite"
    shutil.copy(loaded_file, path)
    application = create_app(config_for(f"sqlite:///{path}"))
    # templates are compiled once a run, not once a test
    application.jinja_env.bytecode_cache = FileSystemBytecodeCache(str(loaded_file.parent))
    yield application
    with application.app_context():
        db.engine.dispose()


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """Give a database session, as services get it."""
    with app.app_context():
        yield db.session()
        db.session.remove()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Give a browser that has not been here before."""
    return app.test_client()


@pytest.fixture
def now() -> datetime:
    """Give the moment at which everything in a test happens."""
    return NOW


@pytest.fixture
def sign_up(app: Flask) -> Callable[..., FlaskClient]:
    """Give a function that registers somebody and returns their browser."""

    def sign_up_as(username: str, *, instructor: bool = False) -> FlaskClient:
        browser = app.test_client()
        browser.post("/account/register", data={"username": username, "password": "correct horse"})
        if instructor:
            with app.app_context():
                from app.accounts.service import invite_instructor

                # by the real clock, as the view reads it: a link of NOW would expire a week later
                secret = invite_instructor(db.session(), clock.now())
            browser.post(f"/account/instructor/{secret}")
        return browser

    return sign_up_as
