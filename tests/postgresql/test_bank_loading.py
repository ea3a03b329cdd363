"""The bank is loaded the same way on PostgreSQL: the tests that run on SQLite, again."""

from tests.app.library.test_bank_loading import *  # noqa: F403  # every test of that file, none forgotten
