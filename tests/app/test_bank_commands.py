"""The commands for the bank: what they say, what they change, and how they fail."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from app.extensions import db
from app.models import Base
from tests.app.conftest import Run
from tests.factories import single_fields, true_false_fields, write_chapter


def single(**changes: Any) -> dict[str, Any]:
    return single_fields(**{"tests": [{"answer": "B", "earned": 1}]} | changes)


def sound_chapter(root: Path) -> Path:
    """Write a chapter with nothing to find fault with."""
    words = {"explanation": "体验除以期望。大于 1 是很满意。"}
    statement = true_false_fields(**words, tests=[{"answer": False, "earned": 1}])
    return write_chapter(root, single(**words), statement)


def contents(app: Flask) -> dict[str, list[Any]]:
    """Return every row of every table."""
    with app.app_context():
        return {name: db.session.execute(select(t)).all() for name, t in Base.metadata.tables.items()}


def test_sound_folder_is_counted(run: Run, tmp_path: Path):
    result = run("bank", "check", str(sound_chapter(tmp_path)))
    assert (result.exit_code, result.output) == (0, "ok: 2 questions in 1 chapters\n")


@pytest.mark.parametrize("command", ["check", "load"])
def test_broken_folder_is_listed_whole_and_changes_nothing(
    app: Flask, run: Run, tmp_path: Path, command: str
):
    before = contents(app)
    root = write_chapter(
        tmp_path,
        single(stem=" "),
        single(id="test-single-2", tests=[]),
        single(id="test-single-3", type="essay"),
    )
    result = run("bank", command, str(root))
    assert result.exit_code == 1
    assert result.stdout == ""
    *faults, last = result.stderr.splitlines()
    assert last == "3 faults; nothing was changed"
    for fault, (question, field) in zip(
        faults,
        [("test-single-1", "stem"), ("test-single-2", "tests"), ("test-single-3", "type")],
        strict=True,
    ):
        # file and line, question, field, reason; remedy
        assert re.fullmatch(rf"05-satisfaction/questions\.yaml:\d+: {question}: {field}: .+; .+", fault)
    assert contents(app) == before


def test_fact_nobody_asks_about_fails_the_check(run: Run, tmp_path: Path):
    result = run("bank", "check", str(write_chapter(tmp_path)))
    assert result.exit_code == 1
    found, last = result.stderr.splitlines()
    assert found.startswith("05-001: is examined by fewer than 2 types of question (now: -); ")
    assert last == "1 findings"


def test_coverage_is_a_table_with_its_gaps(run: Run, tmp_path: Path):
    result = run("bank", "coverage", str(write_chapter(tmp_path, single())))
    header, row, *summary = result.output.splitlines()
    assert header.split() == ["fact", "fill", "single", "multiple", "true_false", "term", "short"]
    assert row.split() == ["05-001", "-", "1", "-", "-", "-", "-", "满意"]
    assert summary == ["0 of 1 facts are examined by two types of question or more", "gaps: 05-001"]


def test_coverage_can_be_read_by_a_program(run: Run, tmp_path: Path):
    result = run("bank", "coverage", str(sound_chapter(tmp_path)), "--json")
    facts = {"05-001": {"exam": None, "by_type": {"single": 1, "true_false": 1}}}
    assert json.loads(result.output) == {"facts": facts, "gaps": []}


def test_stats_count_the_bank(run: Run, tmp_path: Path):
    lines = run("bank", "stats", str(sound_chapter(tmp_path))).output.splitlines()
    assert lines[0].split() == ["chapter", "fill", "single", "multiple", "true_false", "term", "short", "all"]
    assert [line.split() for line in lines[1:3]] == [
        ["05", "0", "1", "0", "1", "0", "0", "2"],
        ["all", "0", "1", "0", "1", "0", "0", "2"],
    ]
    assert "right option of single choices: B 1 of 1 (100.0%)" in lines
    assert lines[-1] == "true statements: 0 of 1 (0.0%)"


def test_stats_can_be_read_by_a_program(run: Run, tmp_path: Path):
    stats = json.loads(run("bank", "stats", str(sound_chapter(tmp_path)), "--json").output)
    assert (stats["questions"], stats["cases"]) == (2, 0)
    assert stats["by_chapter"]["05"]["true_false"] == 1
    assert stats["single_keys"] == {"B": {"part": 1, "whole": 1}}


def test_folder_that_is_not_there_is_a_usage_error(run: Run, tmp_path: Path):
    assert run("bank", "check", str(tmp_path / "nowhere")).exit_code == 2


def test_load_says_what_it_changed_and_then_that_nothing_has(run: Run, tmp_path: Path):
    root = str(write_chapter(tmp_path, single()))
    assert re.fullmatch(r"Question bank: 1 new, 0 revised, \d+ retired\n", run("bank", "load", root).output)
    assert run("bank", "load", root).output == "Question bank: unchanged\n"
