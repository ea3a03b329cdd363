"""The shipped table of synonyms, and what is refused in one."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from question_bank import BadQuestionFile, read_question
from question_bank.course_synonyms import course_synonyms, read_synonyms
from question_bank.formats.native_yaml import read_bank
from question_bank.marking import normalise
from tests.factories import fill_fields, write_chapter

# concepts the course keeps apart: no table may make them one
KEPT_APART = [
    ("客户价值", "顾客让渡价值"),
    ("感知价值", "认知价值"),
    ("客户满意", "客户满意度"),
    ("客户忠诚", "客户忠诚度"),
    ("显性知识", "隐性知识"),
    ("价值", "价格"),
    ("数据仓库", "数据库"),
    ("客户保持", "客户忠诚"),
    ("客户终身价值", "客户价值"),
    ("运营型CRM", "分析型CRM"),
    ("满意", "不满意"),
]


@pytest.mark.parametrize(
    "group",
    [
        ("运营型", "操作型"),
        ("协作型", "合作型"),
        ("客户终身价值", "客户终生价值", "客户生命周期价值", "CLV", "LTV", "顾客终身价值"),
    ],
)
def test_names_of_one_thing_are_one(group: tuple[str, ...]):
    for one, other in combinations(group, 2):
        assert normalise(other) in {normalise(name) for name in course_synonyms().others(one)}


@pytest.mark.parametrize(("one", "other"), KEPT_APART)
def test_concepts_the_course_keeps_apart_stay_apart(one: str, other: str):
    assert normalise(other) not in {normalise(name) for name in course_synonyms().others(one)}


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("terms: [[甲, 乙], [乙, 丙]]", "stands in two groups"),
        ("terms: [[甲, '。']]", "is empty"),
        ("terms: [[甲]]", "is no table"),  # a name for nothing else
        ("inside: [{write: [客户, 顾客], in: [满意度]}]", "does not hold"),
        ("words: [[甲, 乙]]", "is no table"),
        ("terms: [甲", "is no table"),
    ],
)
def test_table_that_makes_no_sense_is_refused(tmp_path: Path, table: str, reason: str):
    path = tmp_path / "synonyms.yaml"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(BadQuestionFile, match=reason):
        read_synonyms(path)


def test_missing_table_is_empty(tmp_path: Path):
    assert read_synonyms(tmp_path / "synonyms.yaml").groups == ()


def test_bank_is_read_with_the_table_beside_its_chapters(tmp_path: Path):
    fields = fill_fields(tests=[{"answer": ["感知价值", "期望"], "gets": "full"}])
    root = write_chapter(tmp_path, fields)
    (root / "synonyms.yaml").write_text("terms: [[期望值, 预期值]]", encoding="utf-8")
    (question,) = read_bank(root).questions
    assert question.blanks[1].synonyms == ("预期值",)
    assert question.mark(["感知价值", "预期值"]).earned == 2


def test_synonyms_are_stored_with_the_question_and_replaced_when_it_is_read_again():
    question = read_question(fill_fields(stem="____", blanks=[{"accept": ["CLV"]}], interchangeable=[]))
    assert "客户终身价值" in question.blanks[0].synonyms
    fields = fill_fields(
        stem="____", blanks=[{"accept": [{"answer": "CLV", "also": ["忠诚"]}]}], interchangeable=[]
    )
    assert read_question(fields).mark(["忠诚"]).earned == 0  # nobody writes this field by hand


def test_exact_blank_has_none():
    blanks = [{"accept": ["CLV"], "exact": True}]
    question = read_question(fill_fields(stem="____", blanks=blanks, interchangeable=[]))
    assert question.blanks[0].synonyms == ()
