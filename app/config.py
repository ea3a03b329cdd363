"""Settings: defaults, then the environment, then what the caller of ``create_app`` passes."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path
from typing import Any

from click import ClickException

LANGUAGES = {"zh_Hans": "简体", "zh_Hant": "繁體", "en": "English"}
DEFAULT_LANGUAGE = "zh_Hans"
THEMES = ("auto", "light", "dark")

ONE_YEAR_SECONDS = 365 * 24 * 3600
MAX_REQUEST_BYTES = 2 * 1024 * 1024  # a class list or a long essay fits; nothing sent today is larger


class BadConfiguration(ClickException):
    """The application cannot start with the settings it was given; the message says what to set.

    A ``ClickException``, so that the command line prints the message and no traceback.
    """


def defaults() -> dict[str, Any]:
    """Return the settings that hold everywhere."""
    return {
        "BABEL_DEFAULT_LOCALE": DEFAULT_LANGUAGE,
        "BABEL_DEFAULT_TIMEZONE": os.environ.get("TIMEZONE", "Asia/Shanghai"),  # the course is taught there
        "BABEL_DOMAIN": "messages",
        "COMPRESS_ALGORITHM": ["br", "gzip"],
        "COMPRESS_MIMETYPES": ["text/html", "text/css", "text/javascript", "image/svg+xml"],
        "MAX_CONTENT_LENGTH": MAX_REQUEST_BYTES,
        "MAX_FORM_MEMORY_SIZE": MAX_REQUEST_BYTES,
        "PERMANENT_SESSION_LIFETIME": ONE_YEAR_SECONDS,  # a guest's progress lives as long as this cookie
        "SEND_FILE_MAX_AGE_DEFAULT": ONE_YEAR_SECONDS,  # static addresses carry a version
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_REFRESH_EACH_REQUEST": False,
        "WTF_CSRF_TIME_LIMIT": None,  # an exam page may stay open for hours; the token ends with the session
    }


def from_environment(instance: Path) -> dict[str, Any]:
    """Read ``DATABASE_URL``, ``SECRET_KEY`` and ``SESSION_COOKIE_SECURE``.

    Raises:
        BadConfiguration: a shared database without a shared key, which would log people out at random.
    """
    url = os.environ.get("DATABASE_URL", "")
    key = os.environ.get("SECRET_KEY", "")
    if url and not url.startswith("sqlite") and not key:
        raise BadConfiguration(
            "DATABASE_URL names a database server but SECRET_KEY is not set. Every web process must sign "
            "cookies with the same key: set SECRET_KEY to a long random text, the same for all of them."
        )
    return {
        "SECRET_KEY": key or _kept_key(instance),
        "SESSION_COOKIE_SECURE": os.environ.get("SESSION_COOKIE_SECURE", "") == "1",
        "SQLALCHEMY_DATABASE_URI": database_uri(url) if url else f"sqlite:///{instance / 'kelian.sqlite'}",
    }


def database_uri(url: str) -> str:
    """Return a database address with the driver we install for PostgreSQL."""
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


def _kept_key(instance: Path) -> str:
    """Return the key of this installation, made once at random and readable by its owner only."""
    path = instance / "secret_key"
    if not path.exists():
        # written aside and linked: of two first starts at once, both end up with the same whole key
        with tempfile.NamedTemporaryFile("w", dir=instance) as draft:  # made readable by its owner only
            draft.write(secrets.token_urlsafe(48))
            draft.flush()
            with contextlib.suppress(FileExistsError):
                os.link(draft.name, path)
    return path.read_text().strip()
