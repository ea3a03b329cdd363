"""Every row of the decision tables holds, and docs/marking.md says what they say."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest

from question_bank.marking import RULES_VERSION
from tests.question_bank.marking.decision_tables import (
    DOCS,
    Row,
    Section,
    all_rows,
    codes_of,
    is_as_decided,
    make_docs,
    read_themes,
    say_worth,
)

ROWS = [
    pytest.param(section, row, id=f"{theme.file[:-5]}-{number}")
    for number, (theme, section, row) in enumerate(all_rows(), start=1)
]
# the marks of all rows under the present rules: another fingerprint needs another version
FINGERPRINT = {2: "957a7c106545b845"}


@pytest.mark.parametrize(("section", "row"), ROWS)
def test_decision_holds(section: Section, row: Row):
    worth = section.question.mark(row.typed)
    assert is_as_decided(row, worth), f"{row.typed} gets {say_worth(worth)}, {codes_of(worth)}; {row.why}"


def test_there_are_enough_decisions_and_each_has_its_reason():
    assert len(ROWS) >= 300
    assert all(row.why.strip() for _, _, row in all_rows())
    assert {section.question.type for theme in read_themes() for section in theme.sections} == {
        "fill",
        "single",
        "multiple",
        "true_false",
        "term",
        "short",
    }


def test_no_row_is_decided_twice():
    seen = [(theme.file, section.name, row.typed) for theme, section, row in all_rows()]
    assert len(set(seen)) == len(seen)


def test_same_rules_give_the_same_marks():
    marks = [
        [list(row.typed), say_worth(worth), sorted(codes_of(worth)), str(getattr(worth, "earned", ""))]
        for _, section, row in all_rows()
        for worth in [section.question.mark(row.typed)]
    ]
    fingerprint = sha256(json.dumps(marks, ensure_ascii=False).encode()).hexdigest()[:16]
    assert FINGERPRINT.get(RULES_VERSION) == fingerprint, (
        "marks of the decision tables changed: if an answer now gets another mark, raise RULES_VERSION; "
        f"then write {fingerprint} here"
    )


def test_documentation_is_made_from_the_tables():
    assert DOCS.read_text(encoding="utf-8") == make_docs(), "docs/marking.md is stale: run `make docs`"
