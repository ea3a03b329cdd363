"""How long the shipped bank takes to be read and checked, and to be brought into an empty database."""

from __future__ import annotations

import tempfile
from pathlib import Path

from app import clock, create_app
from app.extensions import db
from app.library.bank_loading import load_bank
from app.models import Base
from question_bank import check_bank
from question_bank.formats.native_yaml import read_bank
from tests.bench.measuring import Figure, best_seconds
from tests.conftest import config_for

READ_SECONDS = 2.0
LOAD_SECONDS = 2.0
REPEATS = 3


def measure_loading() -> list[Figure]:
    """Measure reading, judging, a first load and a start with an unchanged bank."""
    reading = best_seconds(read_bank, REPEATS)
    bank = read_bank()
    checking = best_seconds(lambda: check_bank(bank), REPEATS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.sqlite"
        app = create_app(config_for(f"sqlite:///{path}"))
        with app.app_context():
            loading = min(_load_into_empty() for _ in range(REPEATS))
            unchanged = best_seconds(lambda: load_bank(db.session(), clock.now()), REPEATS)
            db.session.remove()
            db.engine.dispose()
    return [
        Figure(
            f"bank of {len(bank.questions):,} questions read, its tests run",
            f"{reading:.2f} s",
            f"{READ_SECONDS:.0f} s",
            reading < READ_SECONDS,
        ),
        Figure("  judged as a whole", f"{checking:.2f} s"),
        Figure(
            "  read and loaded into an empty database",
            f"{loading:.2f} s",
            f"{LOAD_SECONDS:.0f} s",
            loading < LOAD_SECONDS,
        ),
        Figure("  a start that finds it unchanged", f"{unchanged * 1000:.0f} ms"),
    ]


def _load_into_empty() -> float:
    db.session.remove()
    Base.metadata.drop_all(db.engine)
    Base.metadata.create_all(db.engine)
    return best_seconds(lambda: load_bank(db.session(), clock.now()), repeats=1)
