"""The same application on PostgreSQL: a cluster of our own, and a fresh database for every test."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import create_engine, text

from app import create_app, translations
from app.extensions import db
from tests.conftest import config_for, migrate_and_load

_numbers = count(1)


def programs() -> Path:
    """Return the folder of initdb and pg_ctl: Debian keeps them out of the PATH."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = str(debian[-1]) if debian else shutil.which("initdb")
    assert found, "PostgreSQL is missing: `make test` installs it, or `apt-get install postgresql`"
    return Path(found).parent


def run(*command: object) -> None:
    """Run a program of PostgreSQL, which refuses to run as root."""
    as_postgres = ("runuser", "-u", "postgres", "--") if os.geteuid() == 0 else ()
    subprocess.run([*as_postgres, *map(str, command)], check=True, capture_output=True, cwd="/")


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """Start PostgreSQL on a socket of its own; yield what stands after the database in its address."""
    folder = Path(tempfile.mkdtemp(prefix="kelian-postgresql-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data, control = folder / "data", programs() / "pg_ctl"
    run(programs() / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=60"
    run(control, "-D", data, "-o", options, "-l", folder / "log", "-w", "start")
    yield f"?host={folder}"
    run(control, "-D", data, "-m", "immediate", "-w", "stop")
    shutil.rmtree(folder)


def address(cluster: str, database: str) -> str:
    """Return the address of a database of the cluster."""
    return f"postgresql+psycopg://postgres@/{database}{cluster}"


def execute(cluster: str, statement: str) -> None:
    """Run a statement about databases, which allows no transaction."""
    engine = create_engine(address(cluster, "postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


@pytest.fixture(scope="session")
def loaded_database(cluster: str) -> str:
    """Make a database with all tables and the shipped bank, once; tests work on copies."""
    translations.compile_catalogues()
    execute(cluster, "CREATE DATABASE loaded")
    migrate_and_load(create_app(config_for(address(cluster, "loaded"))))
    return "loaded"


@pytest.fixture
def app(cluster: str, loaded_database: str) -> Iterator[Flask]:
    """Give an application on a PostgreSQL database of its own, in place of the SQLite one."""
    name = f"test_{next(_numbers)}"
    execute(cluster, f"CREATE DATABASE {name} TEMPLATE {loaded_database}")
    application = create_app(config_for(address(cluster, name)))
    yield application
    with application.app_context():
        db.session.remove()
        db.engine.dispose()
    execute(cluster, f"DROP DATABASE {name} WITH (FORCE)")
