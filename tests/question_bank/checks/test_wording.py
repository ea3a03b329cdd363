"""Cues and slips in the words of a question are found, and terms of the course are not taken for them."""

from __future__ import annotations

import pytest

from question_bank import read_question
from question_bank.checks.wording import (
    CATCH_ALL,
    NAMED_BY_LETTER,
    NAMED_BY_PLACE,
    count_sentences,
    is_negative,
    wording_findings,
)
from tests.factories import single_fields, true_false_fields

TWO_SENTENCES = "体验除以期望。比值大于 1 才叫很满意。"


def findings(fields: dict) -> list[str]:
    return [finding.reason.en for finding in wording_findings(read_question(fields))]


@pytest.mark.parametrize(
    ("text", "is_catch_all"),
    [
        ("以上都对", True),
        ("以上都不对", True),
        ("以上选项均正确", True),
        ("上述都是", True),
        ("都不对", True),
        ("全都对", True),
        ("前两项都对", True),
        ("A和B都对", True),
        ("A 和 B 两类客户", False),
        ("对客户全部一视同仁", False),
        ("价格与质量都要看", False),
        ("以上门服务为主", False),
    ],
)
def test_catch_all_option_is_recognised(text: str, is_catch_all: bool):
    assert bool(CATCH_ALL.search(text)) == is_catch_all


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("选项 A 混淆了两者。", True),
        ("选项B错在方向。", True),
        ("C 项是结果。", True),
        ("故选 D。", True),
        ("答案是A。", True),
        ("（B）说反了。", True),
        ("A、B 都是原因。", True),
        ("A 类客户贡献最大。", False),  # ABC analysis
        ("选择 A 类客户优先服务。", False),
        ("A、B、C 三类", False),
        ("C = b/a，C 大于 1。", False),  # satisfaction ratio
        ("先看 R，再看 F、M。", False),  # RFM
        ("频率（F）要限定期间。", False),
        ("CRM 项目", False),
    ],
)
def test_option_named_by_its_letter_is_recognised(text: str, is_named: bool):
    assert bool(NAMED_BY_LETTER.search(text)) == is_named


@pytest.mark.parametrize(
    ("text", "is_named"),
    [("第二个选项错了。", True), ("上一个选项", True), ("第二个顾客", False), ("最后一个环节", False)],
)
def test_option_named_by_its_place_is_recognised(text: str, is_named: bool):
    assert bool(NAMED_BY_PLACE.search(text)) == is_named


@pytest.mark.parametrize(
    ("stem", "negative"),
    [
        ("下列哪一项不属于顾客总成本？", True),
        ("以下说法错误的是哪一项？", True),
        ("下列做法中，哪一项与客户关怀无关？", True),
        ("哪一种忠诚没有情感基础？", True),
        ("关于忠诚，不正确的说法是（ ）", True),
        ("以下说法中，错误的是", True),
        ("客户忠诚的类型不包括", True),
        ("下列哪一项属于顾客总成本？", False),
        ("他不满意却仍来购买，这属于哪种忠诚？", False),  # the story is negative, not the question
        ("下列哪种做法针对不同客户？", False),
        ("企业不仅要卖货，还应做到哪一点？", False),
    ],
)
def test_negative_question_is_recognised(stem: str, negative: bool):
    assert is_negative(stem) == negative


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("满意看心理，忠诚看行为。", 1),
        ("满意看心理。忠诚看行为！是吗？", 3),
        ("他说：“这家店真好。”于是又来了。", 2),  # the quotation ends a sentence once
        ("没有句号", 0),
    ],
)
def test_sentences_are_counted(text: str, sentences: int):
    assert count_sentences(text) == sentences


def test_sound_question_has_no_findings():
    assert findings(single_fields(explanation=TWO_SENTENCES)) == []


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (single_fields(explanation="体验除以期望。"), "the explanation has 1 sentences"),
        (single_fields(explanation="一。二。三。四。五。六。"), "the explanation has 6 sentences"),
        (
            single_fields(explanation=TWO_SENTENCES + "故选 B。"),
            "says “故选 B”, but everybody sees other letters",
        ),
        (
            true_false_fields(explanation=TWO_SENTENCES, correction="见第二个选项。"),
            "says “第二个选项”, but everybody sees other letters",
        ),
        (
            single_fields(explanation=TWO_SENTENCES, stem="下列哪一项不是公式里的量？"),
            "asks for what is not so without emphasis",
        ),
    ],
)
def test_slip_is_found(fields: dict, reason: str):
    assert findings(fields) == [reason]


def test_emphasised_negation_is_let_pass():
    fields = single_fields(explanation=TWO_SENTENCES, stem="下列哪一项**不是**公式里的量？")
    assert findings(fields) == []


def test_catch_all_option_is_found():
    fields = single_fields(explanation=TWO_SENTENCES)
    fields["options"][2]["text"] = "以上都不对。"
    assert findings(fields) == ["the option “以上都不对。” stands for all or none of the others"]
