"""Other ways to write an answer: what they leave, and what they must not take away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.marking.answer_forms import (
    loosen,
    split_answers,
    split_gloss,
    split_list,
    with_and_without_brackets,
    with_commas,
    without_announcement,
    without_classifier,
    without_filler,
    without_neighbours,
)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("满意", []),  # nothing to take away
        ("答:满意", ["满意"]),
        ("答:4", ["4"]),  # 答: can be part of no word, so one character may be left
        ("是满意的", ["满意的", "满意"]),  # each filler by itself, then both
        ("满意等等", ["满意"]),
        ("是非", []),  # one character left: 是非 is a word of its own
        ("是的", []),
        ("不是满意", []),  # a negation is no filler
    ],
)
def test_filler_is_taken_away_only_where_it_says_nothing(text: str, forms: list[str]):
    assert list(without_filler(text)) == forms


@pytest.mark.parametrize(
    ("text", "loosened"),
    [
        ("收入与成本", "收入,成本"),
        ("收入和成本", "收入,成本"),
        ("收入以及成本", "收入,成本"),
        ("收入/成本", "收入,成本"),
        ("收入或成本", "收入或成本"),  # one of the two, not both
        ("b/a", "b/a"),  # a quotient
        ("3和4", "3和4"),  # two numbers are the business of the number reader
        ("感知的价值", "感知价值"),
        ("目的", "目的"),  # 的 is part of the word
        ("有的放矢", "有的放矢"),
    ],
)
def test_joiners_are_alike_and_an_idle_particle_is_dropped(text: str, loosened: str):
    assert loosen(text) == loosened


@pytest.mark.parametrize(
    ("text", "before", "after", "forms"),
    [
        ("忠诚度", "客户", "度", ["忠诚"]),
        ("客户忠诚度", "客户", "度", ["客户忠诚", "忠诚度", "忠诚"]),  # one side, then both
        ("他人介绍", "", "的介绍", ["他人"]),  # without the 的 of the join
        ("不重要", "不", "", []),  # a negation may be meant
        ("非常重要", "非常", "", ["重要"]),  # 非常 holds 非 and denies nothing
        ("未来价值", "未来", "", ["价值"]),
        ("度", "", "度", []),  # nothing would be left
        ("满意", "客户", "度", []),
    ],
)
def test_words_of_the_stem_are_taken_away(text: str, before: str, after: str, forms: list[str]):
    found = list(without_neighbours(text, before, after))
    assert [form for form in forms if form not in found] == []
    assert bool(found) == bool(forms)


@pytest.mark.parametrize(
    ("text", "gloss"),
    [
        ("客户终身价值(clv)", ("客户终身价值", "clv")),
        ("(clv)客户终身价值", ("客户终身价值", "clv")),  # the term first, wherever it stands
        ("客户(终身)价值", None),  # brackets inside are no second name
        ("a(b)(c)", None),
        ("客户终身价值", None),
    ],
)
def test_second_name_in_brackets_is_found(text: str, gloss: tuple[str, str] | None):
    assert split_gloss(text) == gloss


def test_part_in_brackets_may_be_left_out_or_kept():
    assert with_and_without_brackets("忠诚(度)") == ("忠诚度", "忠诚")
    assert with_and_without_brackets("忠诚") is None
    assert with_and_without_brackets("(客户)忠诚(度)") is None  # four ways to read it are too many


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("简称clv", "clv"),
        ("即clv", "clv"),
        ("又称为clv", "clv"),
        ("英文缩写:clv", "clv"),
        ("clv", "clv"),
        ("即时", "即时"),  # one character left: a word of its own
    ],
)
def test_announcement_of_another_name_is_dropped(name: str, plain: str):
    assert without_announcement(name) == plain


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("四个", "四"),
        ("4个人", "4"),
        ("1999年", "1999"),  # a date
        ("一九九九年", "一九九九"),
        ("4年", "4年"),  # a length of time
        ("个", "个"),
        ("4元", "4元"),
    ],
)
def test_classifier_is_no_part_of_a_number(text: str, number: str):
    assert without_classifier(text) == number


@pytest.mark.parametrize(
    ("raw", "answers"),
    [
        ("感知价值、期望", [("感知价值", "期望")]),
        ("感知价值 期望", [("感知价值", "期望")]),
        ("CLV 客户终身价值", [("CLV", "客户终身价值")]),
        ("customer value", []),  # a space between Latin words parts nothing
        ("感知价值又称期望", [("感知价值", "期望")]),
        ("感知价值", []),
        ("、".join("甲" * 9), []),  # more than eight names are no answer
    ],
)
def test_several_answers_in_one_text_are_told_apart(raw: str, answers: list[tuple[str, ...]]):
    assert list(split_answers(raw)) == answers


@pytest.mark.parametrize(
    ("raw", "joiners", "entries"),
    [
        ("产品、服务", "", ("产品", "服务")),
        ("产品和服务", "", ("产品和服务",)),  # 和 may be part of a term
        ("产品和服务", "和与及", ("产品", "服务")),  # unless the stem prints it between its blanks
        ("产品 服务", "", ("产品", "服务")),
        ("customer value", "", ("customer value",)),
        ("产品、", "", ("产品",)),
    ],
)
def test_list_is_split_for_its_blanks(raw: str, joiners: str, entries: tuple[str, ...]):
    assert split_list(raw, joiners) == entries


def test_space_beside_chinese_characters_may_stand_for_a_comma():
    assert with_commas(" 收入 成本 ") == "收入,成本"
    assert with_commas("customer value") == "customer value"


@given(st.text("是为的等答:和与/不客户()12年 ", max_size=12), st.text("客户不的", max_size=4))
def test_no_form_is_longer_or_empty(text: str, beside: str):
    for form in (*without_filler(text), *without_neighbours(text, beside, beside)):
        assert 0 < len(form) < len(text)


@given(st.text("的和与及以/;|,客户a1", max_size=12))
def test_loosened_text_is_never_longer(text: str):
    assert len(loosen(text)) <= len(text)
