"""Practising behaves the same on PostgreSQL: the very tests that run on SQLite, on the other database."""

from tests.app.practice.test_views import *  # noqa: F403  # every test of that file, none forgotten
