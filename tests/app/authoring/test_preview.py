"""What an author sees before saving: how answers are taken, what a tried one gets, faults by line."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.datastructures import MultiDict

from app.extensions import db
from app.models import Mark, Question, Response, Role
from tests.factories import browser_of, make_person

COMMON = {"chapter": "05", "difficulty": "3", "level": "remember", "explanation": "两者相比。"}
FILL = COMMON | {
    "stem": "成本率是 ____ ，客户的 ____ 是全部购买的现值。",
    "blanks-0-accept": "= 1.77% ± 0.005%",
    "blanks-0-wrong": "= 0.63% | 分母应是净利润。 | cost_over_price",
    "blanks-1-accept": "客户终身价值\n客户 价值 | 50% | 要写全称。",
}
MULTIPLE = COMMON | {
    "stem": "哪些属于总价值？",
    "options-0-text": "产品价值",
    "options-0-correct": "y",
    "options-1-text": "形象价值",
    "options-1-correct": "y",
    "options-2-text": "时间成本",
    "scoring": "part_for_incomplete",
    "incomplete_credit": "1/3",
}
TRUE_FALSE = COMMON | {"stem": "C 大于 1 表示很满意。", "correct": "true"}
TERM = COMMON | {
    "stem": "名词解释：客户满意",
    "model_answer": "体验与期望相比之后的感觉状态。",
    "key_points": "一种感觉状态 | 1 | 感觉状态\n由比较而来 | 2 | 期望",
}
FORMS = {"fill": FILL, "multiple": MULTIPLE, "true_false": TRUE_FALSE, "term": TERM}


@pytest.fixture
def teacher(app: Flask, now: datetime) -> FlaskClient:
    with app.app_context():
        browser = browser_of(app, make_person(db.session(), now, "teacher", Role.INSTRUCTOR).id)
    browser.set_cookie("language", "en")
    return browser


def send(browser: FlaskClient, type_name: str, action: str, *answers: str, **changes: str) -> tuple[int, str]:
    """Send a form and return the status and the page as a reader sees it, without its tags."""
    fields = FORMS[type_name] | changes | {"action": action}
    data = MultiDict([*fields.items(), *(("answer", answer) for answer in answers)])
    page = browser.post(f"/questions/new/{type_name}", data=data)
    return page.status_code, page.text


def section(page: str, start: str, end: str) -> str:
    """Return the words between two pieces of a page."""
    found = re.search(f"{start}(.*?){end}", page, re.S)
    assert found, start
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found[1])).split())


def trial(page: str) -> str:
    return section(page, '<section class="trial"', "Explanation</h2>")


def preview(page: str) -> str:
    return section(page, '<section class="preview"', 'id="chapter"')


def fault_beside(page: str, field: str) -> str:
    return section(page, f'id="{field}-fault" role="alert">', r"</div>\s*</div>")


@pytest.mark.parametrize(
    "said",
    [
        "1.77% at most 0.005% away: from 1.765% to 1.775%, both included",  # the tolerance in words
        "0.63% cost_over_price exactly this number 分母应是净利润。",  # the mistake with what is said to it
        "客户 价值 0.5 of the point compared as “客户价值” 要写全称。",  # credit, reading and feedback
        "Also accepted in this course:",
        "、顾客终身价值、",
    ],
)
def test_preview_says_how_answers_are_taken(teacher: FlaskClient, said: str):
    assert said in preview(send(teacher, "fill", "preview")[1])


def test_exact_blank_shows_no_synonyms(teacher: FlaskClient):
    shown = preview(send(teacher, "fill", "preview", **{"blanks-1-exact": "y"})[1])
    assert "Exact: the course's synonyms are not accepted here." in shown
    assert "CLV" not in shown


@pytest.mark.parametrize(
    ("accept", "said"),
    [
        ("= 250 ± 2% rel", "at most 2% of it away: from 245 to 255, both included"),
        ("= 1.125 ± 2dp", "right to 2 decimal places: from 1.12 to 1.13, both included"),
        ("= 3027.8 ± 3sf", "right to 3 significant figures: from 3022.8 to 3032.8, both included"),
        ("= 1..9", "any number from 1 to 9, both included"),
        ("= 250", "exactly this number"),
    ],
)
def test_preview_says_every_tolerance_in_words(teacher: FlaskClient, accept: str, said: str):
    changes = {"blanks-0-accept": accept, "blanks-0-wrong": ""}
    assert said in preview(send(teacher, "fill", "preview", **changes)[1])


def test_preview_says_how_a_multiple_choice_is_scored(teacher: FlaskClient):
    assert "Some of them earn part of the points" in preview(send(teacher, "multiple", "preview")[1])


def test_preview_shows_model_answer_and_key_points(teacher: FlaskClient):
    shown = preview(send(teacher, "term", "preview")[1])
    assert "体验与期望相比之后的感觉状态。" in shown
    assert "由比较而来 2 points" in shown


@pytest.mark.parametrize(
    ("type_name", "answers", "said"),
    [
        ("fill", ("1.77%", "CLV"), ["✓ Right 2 of 2 points", "another name for the accepted answer"]),
        (
            "fill",
            ("1.768%", "客户价值"),
            ["◐ Partly right 1.5 of 2 points", "within its tolerance: 1.77%", "要写全称。"],
        ),
        (
            "fill",
            ("0.63%", "忠诚"),
            ["✗ Not right 0 of 2 points", "分母应是净利润。", "a mistake the author expected"],
        ),
        ("fill", ("1,77", "CLV"), ["? Could not be read", "Blank 1: The comma in “1,77”"]),
        ("fill", ("1.77%",), ["◐ Partly right 1 of 2 points"]),  # boxes of an earlier number of blanks
        ("fill", (), ["? Could not be read", "There is no answer yet."]),
        ("multiple", ("A",), ["◐ Partly right 0.33 of 1 points", "no wrong one"]),
        ("true_false", ("false",), ["✗ Not right 0 of 1 points", "compared with the key"]),
        ("term", ("心里的感觉状态",), ["✓ found 一种感觉状态", "– not found 由比较而来"]),
    ],
)
def test_tried_answer_is_marked_with_the_question_as_typed(
    app: Flask, teacher: FlaskClient, type_name: str, answers: tuple[str, ...], said: list[str]
):
    status, page = send(teacher, type_name, "try", *answers)
    assert status == 200
    for piece in said:
        assert piece in trial(page)
    with app.app_context():
        stored = (Response, Mark)
        assert [db.session.scalar(select(func.count()).select_from(kind)) for kind in stored] == [0, 0]
        assert db.session.scalar(select(func.count()).where(Question.owner_id.is_not(None))) == 0


def test_tried_answer_stays_in_its_box_also_while_the_question_has_faults(teacher: FlaskClient):
    for action in ("try", "preview"):
        _, page = send(teacher, "fill", action, "1.8%", "CLV")
        assert page.count('value="1.8%"') == 1
    status, page = send(teacher, "fill", "try", "1.8%", "CLV", explanation="", stem="")
    assert status == 422
    assert '<input type="hidden" name="answer" value="1.8%">' in page


@pytest.mark.parametrize(
    ("type_name", "changes", "field", "said"),
    [
        # the line is named, empty lines counted; what the line means is judged by the question bank
        ("fill", {"blanks-1-accept": "客户终身价值\n\n甲 | 150%"}, "blanks-1-accept", "Line 3: is not a"),
        ("fill", {"blanks-1-accept": "甲\n乙 | 50% | 丙 | 丁"}, "blanks-1-accept", "Line 2: has too many"),
        ("fill", {"blanks-0-accept": "= 1.77% ± lots"}, "blanks-0-accept", "Line 1: “lots” cannot be read"),
        ("fill", {"blanks-0-accept": "= 9..1"}, "blanks-0-accept", "Line 1: is not two numbers"),
        ("fill", {"blanks-0-wrong": "= 0.63%\n= 1.768%"}, "blanks-0-wrong", "Line 2: 1.768% lies within"),
        ("fill", {"blanks-1-wrong": "CLV | 简称 | 简称"}, "blanks-1-wrong", "Line 1: '简称' is no code"),
        ("fill", {"blanks-3-wrong": "孤立的错误答案"}, "blanks-3-accept", "fewer than 1"),
        ("fill", {"groups": "1,二"}, "groups", "numbers of blanks"),
        ("fill", {"groups": "1,3"}, "groups", "does not exist"),
        ("fill", {"groups": "1,2", "any_order": "y"}, "groups", "untick it"),
        ("fill", {"tests": "1.77% | CLV => full\n1.8% | CLV => full"}, "tests", "Line 2: answer"),
        ("fill", {"tests": "1.77% | CLV"}, "tests", "Line 1: has no =>"),
        ("fill", {"facts": "05-001, 满意"}, "facts", "required form"),
        ("fill", {"without": "kindness"}, "without", ""),
        ("multiple", {"incomplete_credit": "2"}, "incomplete_credit", "is not a share"),
        ("multiple", {"scoring": "all_or_nothing"}, "incomplete_credit", "no meaning under this scoring"),
        ("multiple", {"scoring": "luck"}, "scoring", ""),
        ("multiple", {"options-2-why": "见 [[D]]"}, "options-2-why", "[[D]]"),
        ("multiple", {"tests": "AB => part"}, "tests", "Line 1: answer 'AB' should get gets: part"),
        ("true_false", {"tests": "对 => none"}, "tests", "Line 1: answer True should get gets: none"),
        ("term", {"key_points": ""}, "key_points", "fewer than 1"),
        ("term", {"key_points": "甲\n乙 | 两分 | 期望"}, "key_points", "Line 2: is not a number of points"),
        ("term", {"key_points": "感觉 | 1 | 感觉\n忠诚 | 1 | 忠诚"}, "key_points", "Line 2: has no term"),
        ("term", {"model_answer": ""}, "model_answer", "is empty"),
        ("term", {"tests": "期望 => found 1"}, "tests", "Line 1: answer '期望' should get found"),
    ],
)
def test_fault_names_its_field_and_line_and_keeps_what_was_typed(
    teacher: FlaskClient, type_name: str, changes: dict[str, str], field: str, said: str
):
    status, page = send(teacher, type_name, "save", **changes)
    assert status == 422
    assert said in fault_beside(page, field)
    for name, typed in changes.items():
        if name not in ("without", "scoring", "any_order"):  # not typed but chosen
            assert all(line in unescape(page) for line in typed.split("\n"))


def test_more_settings_are_open_when_they_hold_something_or_a_fault(teacher: FlaskClient):
    opened = '<details class="more-settings" open>'
    assert opened not in teacher.get("/questions/new/fill").text
    assert opened not in send(teacher, "fill", "preview")[1]
    for changes in ({"all_or_nothing": "y"}, {"without": "case"}, {"tests": "x"}, {"groups": "x"}):
        assert opened in send(teacher, "fill", "preview", **changes)[1]
    assert opened in send(teacher, "multiple", "preview")[1]  # part marks are not the default


def test_settings_of_the_form_decide_the_marking(teacher: FlaskClient):
    _, page = send(teacher, "fill", "try", "1.77%", "clv", **{"all_or_nothing": "y", "without": "case"})
    assert "✗ Not right 0 of 2 points" in trial(page)  # CLV in small letters is wrong here, and so is all
    exchanged = {"any_order": "y", "blanks-0-accept": "忠诚度", "blanks-0-wrong": ""}
    _, page = send(teacher, "fill", "try", "CLV", "忠诚度", **exchanged)
    assert "✓ Right 2 of 2 points" in trial(page)
    _, page = send(teacher, "fill", "try", "CLV", "忠诚度", **exchanged | {"any_order": ""})
    assert "✗ Not right 0 of 2 points" in trial(page)
