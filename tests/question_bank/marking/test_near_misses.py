"""Slips of the pen are named; differences in meaning are not; the nearest accepted answer is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.marking.look_alikes import look_alike
from question_bank.marking.near_misses import Slip, by_length, find_nearest, find_slip


@pytest.mark.parametrize(
    ("typed", "accepted", "slip"),
    [
        ("衷诚度", "忠诚度", Slip("same_sound", "衷", "忠诚度")),  # the characters to check are those typed
        ("中城度", "忠诚度", Slip("same_sound", "中城", "忠诚度")),
        ("末来", "未来", Slip("look_alike", "末", "未来")),
        (
            "客户关管理",
            "客户关系管理",
            Slip("one_character", "", "客户关系管理"),
        ),  # what is missing cannot be pointed at
        ("客户关系系管理", "客户关系管理", Slip("one_character", "系", "客户关系管理")),
        ("客户系关管理", "客户关系管理", Slip("one_character", "系关", "客户关系管理")),
        ("loyality", "loyalty", Slip("misspelt", "loyality", "loyalty")),
        ("retenton rate", "retention rate", Slip("misspelt", "retenton rate", "retention rate")),
        ("价格", "价值", None),  # another word
        ("精力", "经历", None),  # sounds alike in every character: a word of its own
        ("必备性", "必备", None),  # another form of the word
        ("认知", "感知", None),
        ("显性", "隐性", None),
        ("满意", "不满意", None),  # 不 is never missing by a slip
        ("盈利组织", "非盈利组织", None),
        ("客户忠诚度", "客户忠诚", None),  # a longer term, not a doubled character
        ("大客户管理", "客户管理", None),
        ("客户满意", "客户满意度", None),  # without its last character it is the name of something else
        ("顾客价值", "顾客总价值", None),  # 总 makes another term
        ("卖方市场", "买方市场", None),  # opposites, although both are mai
        ("收入或成本", "收入与成本", None),  # 或 and 与 may both be meant
        ("收入成本", "收入与成本", None),
        ("explicit", "implicit", None),  # a prefix makes another word of it
        ("intranet", "internet", None),
        ("employer", "employee", None),
        ("implizit", "implicit", Slip("misspelt", "implizit", "implicit")),
        ("满", "瞒", None),  # one character alone: too little to tell a slip from another answer
        ("crn", "crm", None),  # a letter of an abbreviation may be another abbreviation
        ("4p", "4c", None),
        ("2019", "2018", None),  # digits are never spelled wrongly
    ],
)
def test_slip_is_named_only_where_the_meaning_cannot_differ(typed: str, accepted: str, slip: Slip | None):
    assert find_slip(typed, by_length([accepted])) == slip


def test_slip_is_looked_for_in_every_accepted_answer():
    assert find_slip("衷诚度", by_length(["客户满意度", "忠诚度"])) == Slip("same_sound", "衷", "忠诚度")


def test_very_long_answer_is_no_slip():
    assert find_slip("忠" * 61, by_length(["衷" * 61])) is None


@given(st.text(max_size=80), st.lists(st.text(max_size=20), max_size=4))
def test_no_text_breaks_the_search(typed: str, accepted: list[str]):
    find_slip(typed, by_length(accepted))
    assert find_nearest(typed, accepted) in (*accepted, "")


@pytest.mark.parametrize(
    ("typed", "accepted", "nearest"),
    [
        ("感知价格", ["期望值", "感知价值"], "感知价值"),
        ("毫不相干", ["期望", "感知价值"], "期望"),  # nothing in common: the one with fewest changes
        ("甲", ["乙", "丙"], "乙"),  # of equal ones the first, which is the model answer
        ("甲", [], ""),
    ],
)
def test_nearest_accepted_answer_takes_the_fewest_changes(typed: str, accepted: list[str], nearest: str):
    assert find_nearest(typed, accepted) == nearest


@pytest.mark.parametrize(
    ("one", "other", "is_alike"), [("未", "末", True), ("己", "巳", True), ("客", "户", False)]
)
def test_look_alikes_are_alike_both_ways(one: str, other: str, is_alike: bool):
    assert look_alike(one, other) == look_alike(other, one) == is_alike
