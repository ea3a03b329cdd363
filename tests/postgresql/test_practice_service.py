"""Answers are stored the same way on PostgreSQL: the tests that run on SQLite, again."""

from tests.app.practice.test_service import *  # noqa: F403  # every test of that file, none forgotten
