"""Names that stand for each other, and words that stand for each other inside a name."""

from __future__ import annotations

import pytest

from question_bank.marking.synonyms import Synonyms, make_synonyms

TABLE = make_synonyms(
    [["客户终身价值", "客户终生价值", "CLV"], ["运营型", "操作型"]],
    [("客户", "顾客", "客户终身价值"), ("客户", "顾客", "客户满意")],
)


@pytest.mark.parametrize(
    ("answer", "others"),
    [
        ("CLV", ("客户终身价值", "客户终生价值", "顾客终身价值", "顾客终生价值")),
        ("顾客终身价值", ("客户终身价值", "客户终生价值", "CLV", "顾客终生价值")),
        ("clv。", ("客户终身价值", "客户终生价值", "顾客终身价值", "顾客终生价值")),  # read like an answer
        ("客户满意", ("顾客满意",)),  # in no group of its own
        ("操作型", ("运营型",)),
        ("操作型系统", ()),  # only whole terms
        ("客户价值", ()),  # 客户 and 顾客 are the same only inside the listed terms
        ("", ()),
    ],
)
def test_other_names_of_a_whole_term(answer: str, others: tuple[str, ...]):
    assert TABLE.others(answer) == others


def test_empty_table_knows_nothing():
    assert Synonyms().others("CLV") == ()
