"""Stems that ask nearly the same thing are found, unless somebody has said why both stay."""

from __future__ import annotations

import pytest

from question_bank import Question, read_question
from question_bank.checks.likeness import likeness_findings
from tests.factories import term_fields, true_false_fields

ONE = "客户满意度取决于客户的期望与客户的感知之间的比较。"
NEAR = "客户满意度取决于客户的期望与顾客的感知之间的比较。"
FAR = "行业竞争越激烈，满意与忠诚的关系越紧密。"


def asked(name: str, stem: str, *facts: str, **resembles: str) -> Question:
    reasons = {key.replace("_", "-"): reason for key, reason in resembles.items()}
    return read_question(true_false_fields(id=name, stem=stem, facts=list(facts), resembles=reasons))


@pytest.mark.parametrize(
    ("questions", "found"),
    [
        ([asked("one", ONE, "05-001"), asked("two", FAR, "05-001")], []),
        ([asked("one", ONE, "05-001"), asked("two", NEAR, "05-001")], ["two"]),
        # width, punctuation and Traditional characters make no other question
        ([asked("one", ONE), asked("two", "客戶滿意度取決於客戶的期望與客戶的感知之間的比較")], ["two"]),
        # different facts alone are no reason
        ([asked("one", ONE, "05-001"), asked("two", NEAR, "05-002")], ["two"]),
        ([asked("one", ONE, "05-001"), asked("two", NEAR, "05-002", one="两种说法并存")], []),
        # the same fact asked twice is no reason either
        ([asked("one", ONE, "05-001"), asked("two", NEAR, "05-001", one="两种说法并存")], ["two"]),
        # a reason that has outlived its pair
        ([asked("one", ONE, "05-001"), asked("two", FAR, "05-002", one="两种说法并存")], ["two"]),
        ([asked("two", FAR, "05-002", gone="两种说法并存")], ["two"]),
    ],
)
def test_alike_stems_are_found(questions: list[Question], found: list[str]):
    assert [finding.where for finding in likeness_findings(questions)] == found


def test_words_that_open_every_term_question_make_none_alike():
    terms = [
        read_question(term_fields(id="one", stem="名词解释：直复营销")),
        read_question(term_fields(id="two", stem="名词解释：数据仓库")),
    ]
    assert list(likeness_findings(terms)) == []


def test_every_pair_of_three_is_named():
    three = [asked("one", ONE), asked("two", ONE), asked("three", ONE)]
    said = [(finding.where, finding.reason.en) for finding in likeness_findings(three)]
    assert said == [
        ("two", "the stem is 100% the same as that of one"),
        ("three", "the stem is 100% the same as that of one"),
        ("three", "the stem is 100% the same as that of two"),
    ]
