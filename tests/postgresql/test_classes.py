"""The table of a class adds up the same on PostgreSQL: the tests that run on SQLite, again."""

from tests.app.classes.test_service import *  # noqa: F403  # every test of that file, none forgotten
