"""Which language a page is in, and the script of its content."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from app import languages
from question_bank import Text


def html_language(page: str) -> str:
    return re.search(r'<html lang="([^"]+)"', page)[1]


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("缺点是只看金额", "缺點是只看金額"),  # only, not the measure word
        ("一次满意只影响下一次", "一次滿意只影響下一次"),
        ("三只猫", "三隻貓"),
        ("只减一只", "只減一只"),  # hands and animals alone are counted by 隻
        ("方案一只减货币成本", "方案一只減貨幣成本"),
        ("多半只有大客户，这只涉及一处", "多半只有大客戶，這只涉及一處"),
        ("两只手", "兩隻手"),
        ("帕累托法则", "帕累托法則"),
        ("总成本里与渠道里", "總成本裡與渠道裡"),  # inside
        ("邻里跑了三公里、千里之外", "鄰里跑了三公里、千里之外"),  # neighbours, miles
        ("签合同、贴标签", "簽合同、貼標籤"),
        ("先后制定对策，定制定价", "先後制定對策，定製定價"),
        ("理发店一直发下去", "理髮店一直發下去"),
        ("题干的意思", "題幹的意思"),
        ("因此系统要换", "因此系統要換"),
        ("总价值折合三千元，打对折", "總價值折合三千元，打對折"),
        ("资料与信息", "資料與信息"),  # characters change, the vocabulary stays the course's
    ],
)
def test_traditional_keeps_the_word(simplified: str, traditional: str):
    assert languages.to_traditional(simplified) == traditional


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", "zh-Hans"),
        ("zh-CN,zh;q=0.9", "zh-Hans"),
        ("zh-TW,zh;q=0.9", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("zh-Hant-TW", "zh-Hant"),
        ("en-GB,en;q=0.9,zh-TW;q=0.5", "zh-Hans"),  # the course is taught in Chinese
        ("en;q=0.5, zh-TW;q=0.9", "zh-Hant"),  # the most wanted, not the first written
        (";;;q=x", "zh-Hans"),
    ],
)
def test_browser_language_decides_until_the_reader_does(client: FlaskClient, header: str, expected: str):
    page = client.get("/", headers={"Accept-Language": header})
    assert html_language(page.text) == expected


@pytest.mark.parametrize(
    ("cookie", "expected", "heading"),
    [
        ("en", "en", "Practise customer relationship management"),
        ("zh_Hant", "zh-Hant", "客戶關係管理，練到會為止"),
        ("zh_Hans", "zh-Hans", "客户关系管理，练到会为止"),
        ("xx", "zh-Hant", "客戶關係管理，練到會為止"),  # unknown: as if there were none
        ("../../etc/passwd", "zh-Hant", "客戶關係管理，練到會為止"),
    ],
)
def test_choice_of_the_reader_wins_over_the_browser(client: FlaskClient, cookie, expected, heading):
    client.set_cookie("language", cookie)
    page = client.get("/", headers={"Accept-Language": "zh-TW"}).text
    assert html_language(page) == expected
    assert heading in page


@pytest.mark.parametrize(
    ("language", "content", "chapter"),
    [
        ("zh_Hans", "zh-Hans", "客户满意"),
        ("zh_Hant", "zh-Hant", "客戶滿意"),
        ("en", "zh-Hans", "Customer satisfaction"),  # the question itself stays Chinese
    ],
)
def test_content_is_in_the_script_of_the_page(client: FlaskClient, language, content, chapter):
    client.set_cookie("language", language)
    assert chapter in client.get("/practice/new/05").text
    plan = {"chapters": ["05"], "types": ["fill"], "count": "1", "order": "in_order", "feedback": "each"}
    page = client.get(client.post("/practice/new", data=plan).location).text
    stem = re.search(r'<div class="stem" lang="([^"]+)">(.*?)</div>', page, re.S)
    assert stem[1] == content
    assert ("满意" in stem[2], "滿意" in stem[2]) == (content == "zh-Hans", content == "zh-Hant")


def test_sentence_is_said_in_the_language_of_the_page(app: Flask):
    sentence = Text("客户满意", "customer satisfaction")
    for language, said in {
        "zh_Hans": "客户满意",
        "zh_Hant": "客戶滿意",
        "en": "customer satisfaction",
    }.items():
        with app.test_request_context("/", headers={"Cookie": f"language={language}"}):
            assert languages.say(sentence) == said
    with app.app_context():  # a command: no reader, the language of the course
        assert languages.say(sentence) == "客户满意"


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40))
def test_conversion_leaves_all_but_chinese_alone(text: str):
    assert languages.to_traditional(text) == text


def test_conversion_keeps_the_vocabulary_of_the_course():
    # characters change, words do not: Taiwan says 軟體 and 資訊, the course examines 软件 and 信息
    assert languages.to_traditional("客户信息软件") == "客戶信息軟件"
