"""What every table relies on: times in UTC, points exact to four places, references that hold."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Session

from app.models import AttemptItem, Base, User
from app.models.base import PointsColumn, UtcDateTime

DIALECT = sqlite.dialect()
ZONES = st.timedeltas(timedelta(hours=-12), timedelta(hours=14)).map(
    lambda offset: timezone(timedelta(minutes=offset // timedelta(minutes=1)))
)


@given(st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=ZONES))
def test_time_comes_back_as_the_same_moment_in_utc(moment: datetime):
    stored = UtcDateTime().process_bind_param(moment, DIALECT)
    read = UtcDateTime().process_result_value(stored.replace(tzinfo=None), DIALECT)  # SQLite forgets zones
    assert read == moment
    assert read.tzinfo == UTC


def test_time_without_a_zone_is_refused(session: Session):
    session.add(User(created_at=datetime(2026, 11, 22)))
    with pytest.raises(StatementError, match="without its zone"):
        session.flush()
    session.rollback()


def test_time_survives_the_database(session: Session):
    beijing = datetime(2026, 11, 22, 16, 0, tzinfo=timezone(timedelta(hours=8)))
    user = User(created_at=beijing)
    session.add(user)
    session.commit()
    session.expire_all()
    assert user.created_at == datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


@given(st.decimals(-1000, 1000, places=4))
def test_points_come_back_exactly(points: Decimal):
    stored = PointsColumn().process_bind_param(points, DIALECT)
    assert isinstance(stored, int)
    assert PointsColumn().process_result_value(stored, DIALECT) == points


@given(st.lists(st.decimals(0, 10, places=2), max_size=30))
def test_sums_of_points_are_exact(points: list[Decimal]):
    total = sum(PointsColumn().process_bind_param(each, DIALECT) for each in points)
    assert PointsColumn().process_result_value(total, DIALECT) == sum(points)


def test_reference_to_a_row_that_is_not_there_is_refused(session: Session):
    session.add(AttemptItem(attempt_id=1, position=1, revision_id=10**6, variant_seed=1, points=1))
    with pytest.raises(IntegrityError):
        session.flush()
    session.rollback()


def test_every_constraint_has_a_name_a_later_migration_can_use(session: Session):
    rows = session.execute(text("SELECT sql FROM sqlite_master WHERE type = 'table'")).scalars()
    definitions = {sql.split()[2].strip('"'): sql for sql in rows}
    for name in Base.metadata.tables:
        unnamed = [
            line
            for line in map(str.strip, definitions[name].splitlines())
            if line.startswith(("UNIQUE", "FOREIGN KEY", "PRIMARY KEY", "CHECK"))
        ]
        assert unnamed == [], name
