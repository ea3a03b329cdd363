"""Written answers are marked by people the same way on PostgreSQL: the tests that run on SQLite, again."""

# every test of those files, none forgotten
from tests.app.classes.test_near_misses import *  # noqa: F403
from tests.app.classes.test_written_marks import *  # noqa: F403
from tests.app.classes.test_written_work import *  # noqa: F403
from tests.app.practice.test_self_marking import *  # noqa: F403
