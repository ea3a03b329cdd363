"""What two processes do at the same instant, on the database meant for many of them."""

from tests.app.practice.test_concurrency import *  # noqa: F403  # every test of that file, none forgotten
