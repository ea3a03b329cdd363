"""Serving for real: the database brought up to date, then gunicorn, or waitress on Windows."""

from __future__ import annotations

import os
import socket
import sys
from typing import Any

import flask_migrate
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask, current_app
from sqlalchemy.exc import OperationalError

from app.config import BadConfiguration
from app.extensions import db

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 5000
WORKERS = 2
THREADS_PER_WORKER = 4
WORKERS_MAX = 64
PORT_MAX = 65_535


def host_and_port() -> tuple[str, int]:
    """Read ``HOST`` and ``PORT``.

    Raises:
        BadConfiguration: the port is no port number.
    """
    return os.environ.get("HOST", DEFAULT_HOST), _number("PORT", DEFAULT_PORT, PORT_MAX)


def _number(name: str, default: int, largest: int) -> int:
    """Read a whole number from the environment."""
    text = os.environ.get(name, str(default))
    if not (text.isdecimal() and len(text) < 6 and 1 <= int(text) <= largest):
        raise BadConfiguration(f"{name}={text} is not a number from 1 to {largest}; write {name}={default}")
    return int(text)


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def worker_count() -> int:
    """Read ``WEB_CONCURRENCY``."""
    return _number("WEB_CONCURRENCY", WORKERS, WORKERS_MAX)


def check_settings() -> None:
    """Try the settings before anything else is done.

    Raises:
        BadConfiguration: a number is none, another program listens at the address, or the host is not
            one of this machine.
    """
    worker_count()
    host, port = host_and_port()
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        # as the server itself will: an address whose last owner has just left counts as free
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise BadConfiguration(
                f"cannot listen on {host}:{port} ({error.strerror}). Stop the program that uses it, "
                f"or choose another port: PORT={port + 1} make run"
            ) from error


def address() -> str:
    """Return the address people open."""
    host, port = host_and_port()
    shown = DEFAULT_HOST if host in ("0.0.0.0", "::") else host
    return f"http://{_in_address(shown)}:{port}"


def migrate() -> None:
    """Run the migrations that have not run yet; looking costs one query.

    Raises:
        BadConfiguration: the database cannot be reached.
    """
    try:
        with db.engine.connect() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
    except OperationalError as error:
        raise BadConfiguration(f"cannot reach the database; check DATABASE_URL. {error.orig}") from error
    directory = str(current_app.extensions["migrate"].directory)
    if current != ScriptDirectory(directory).get_current_head():
        flask_migrate.upgrade()


def serve(app: Flask) -> None:
    """Serve until stopped."""
    host, port = host_and_port()
    if sys.platform == "win32":
        import waitress

        waitress.serve(app, host=host, port=port, threads=WORKERS * THREADS_PER_WORKER)
        return
    _serve_with_gunicorn(app, host, port)


def _serve_with_gunicorn(app: Flask, host: str, port: int) -> None:
    from gunicorn.app.base import BaseApplication  # not installed on Windows

    class Server(BaseApplication):
        """gunicorn around an application that is already loaded."""

        def load_config(self) -> None:
            settings: dict[str, Any] = {
                "bind": f"{_in_address(host)}:{port}",
                "workers": worker_count(),
                "threads": THREADS_PER_WORKER,
                "worker_class": "gthread",
                "loglevel": "warning",
                "control_socket_disable": True,
            }
            for name, value in settings.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Flask:
            return app

    Server().run()
