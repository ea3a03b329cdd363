"""The extensions, made once and bound to an application in ``create_app``."""

from __future__ import annotations

import sqlite3
from typing import Any

from flask_babel import Babel
from flask_bootstrap import Bootstrap5
from flask_compress import Compress
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy import event
from sqlalchemy.engine import Engine

from app.models import Base

# rows stay readable after a commit: nothing else changes them inside one request
db = SQLAlchemy(metadata=Base.metadata, session_options={"expire_on_commit": False})
migrate = Migrate(render_as_batch=True)
babel = Babel()
bootstrap = Bootstrap5()
compress = Compress()
csrf = CSRFProtect()
login_manager = LoginManager()

SQLITE_BUSY_MILLISECONDS = 10_000


@event.listens_for(Engine, "connect")
def _set_up_sqlite(connection: Any, _record: object) -> None:
    """Let readers and a writer work at once, wait for the other writer, and hold foreign keys."""
    if isinstance(connection, sqlite3.Connection):
        for pragma in (
            "journal_mode = WAL",
            "synchronous = NORMAL",
            "foreign_keys = ON",
            f"busy_timeout = {SQLITE_BUSY_MILLISECONDS}",
        ):
            connection.execute(f"PRAGMA {pragma}")
