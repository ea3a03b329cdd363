"""Progress adds up the same on PostgreSQL: the tests that run on SQLite, again."""

from tests.app.practice.test_progress import *  # noqa: F403  # every test of that file, none forgotten
