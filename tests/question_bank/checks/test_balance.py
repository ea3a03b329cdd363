"""Shares that give answers away are found, once there are enough questions to speak of shares."""

from __future__ import annotations

from dataclasses import replace

import pytest

from question_bank import BankCount, Share
from question_bank.checks.balance import balance_findings

EVEN = BankCount(
    questions=100,
    cases=0,
    facts=0,
    glossary_entries=0,
    by_chapter={},
    by_type={},
    by_level={"understand": 60, "remember": 40},
    by_difficulty={},
    single_keys={key: Share(10, 40) for key in "ABCD"},
    longest_is_right=Share(10, 40),
    true_statements=Share(20, 40),
)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"single_keys": {"A": Share(8, 40), "B": Share(12, 40)}}, []),  # 20 % and 30 % are still in
        (
            {"single_keys": {"A": Share(13, 40)}},
            ["single choices with A as the right option: 32.5%, not 20 to 30%"],
        ),
        (
            {"single_keys": {"D": Share(7, 40)}},
            ["single choices with D as the right option: 17.5%, not 20 to 30%"],
        ),
        ({"single_keys": {"A": Share(13, 39)}}, []),  # too few to judge
        ({"longest_is_right": Share(14, 40)}, []),
        (
            {"longest_is_right": Share(15, 40)},
            ["single choices whose right option is the longest: 37.5%, not 0 to 35%"],
        ),
        ({"true_statements": Share(17, 40)}, ["true statements: 42.5%, not 45 to 55%"]),
        ({"true_statements": Share(23, 40)}, ["true statements: 57.5%, not 45 to 55%"]),
        (
            {"by_level": {"remember": 71, "apply": 29}},
            ["questions above the level remember: 29.0%, not 30 to 100%"],
        ),
        ({"by_level": {"remember": 70, "apply": 30}}, []),
    ],
)
def test_share_outside_its_bounds_is_found(changes: dict, found: list[str]):
    assert [finding.reason.en for finding in balance_findings(replace(EVEN, **changes))] == found
