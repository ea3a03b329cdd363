"""Accounts and invitations behave the same on PostgreSQL: the tests that run on SQLite, again."""

from tests.app.accounts.test_service import *  # noqa: F403  # every test of that file, none forgotten
