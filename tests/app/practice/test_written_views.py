"""Written answers and readings in the browser: marking oneself, the trace, mending what cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from random import Random

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from app.authoring.service import add_question
from app.extensions import db
from app.models import Feedback, Mark, Response
from app.practice.service import Plan, start_with
from question_bank import read_question
from tests.factories import browser_of, fill_fields, make_person, multiple_fields, single_fields, term_fields

RATE = fill_fields(
    stem="盈亏平衡的回应率是 ____ 。",
    blanks=[
        {
            "accept": [{"number": "1.77%", "absolute": "0.005%"}],
            "wrong": [{"number": "56.45", "feedback": "把分子和分母颠倒了。"}],
        }
    ],
    interchangeable=[],
)


@pytest.fixture
def begin(app: Flask, now: datetime) -> Callable[..., tuple[FlaskClient, str]]:
    """Give a function that starts an attempt on one question; it returns a browser and an address."""

    def begin_with(fields: dict, feedback: Feedback = Feedback.EACH) -> tuple[FlaskClient, str]:
        with app.app_context():
            session = db.session()
            person = make_person(session, now)
            question = add_question(session, person, read_question(fields), now)
            plan = Plan(feedback=feedback)
            attempt = start_with(session, person, [question.revisions[0].id], plan, Random(1), now)
            return browser_of(app, person.id), f"/practice/{attempt.code}"

    return begin_with


def send(browser: FlaskClient, address: str, *answers: str, **fields: str):
    """Answer the first question as its form does."""
    return browser.post(f"{address}/1", data={"answer": list(answers), **fields})


def stored(app: Flask, table: type) -> list:
    """Return all rows of a table."""
    with app.app_context():
        return list(db.session.scalars(select(table).order_by(table.id)))


def test_written_answer_shows_the_model_answer_only_once_it_is_sent(begin):
    browser, address = begin(term_fields())
    page = browser.get(f"{address}/1").text
    assert "<textarea" in page
    assert "感觉状态" not in page
    send(browser, address, "拿体验同期望值相比")
    page = browser.get(f"{address}/1").text
    assert "一种感觉状态" in page
    assert "✎ 等待评分" in page


def test_points_found_in_the_text_are_ticked_already(begin):
    browser, address = begin(term_fields())
    send(browser, address, "拿体验同期望值相比")
    page = browser.get(f"{address}/1").text
    assert 'name="point" value="0">' in page
    assert 'name="point" value="1" checked>' in page
    assert "找到：期望值" in page


def test_own_marks_are_shown_and_counted(app: Flask, begin):
    browser, address = begin(term_fields())
    send(browser, address, "拿体验同期望值相比")
    response = browser.post(f"{address}/1/own-mark", data={"point": ["1"]}, follow_redirects=True)
    assert "◐ 部分正确" in response.text
    assert "由你自己评分" in response.text
    browser.post(f"{address}/finish")
    assert "67%" in browser.get(f"{address}/review").text


@pytest.mark.parametrize("point", ["7", "-1", "x", "9" * 40])
def test_made_up_point_changes_nothing(app: Flask, begin, point):
    browser, address = begin(term_fields())
    send(browser, address, "拿体验同期望值相比")
    response = browser.post(f"{address}/1/own-mark", data={"point": [point]}, follow_redirects=True)
    assert response.status_code == 200
    assert all(mark.earned == 0 for mark in stored(app, Mark))


def test_nobody_marks_the_answer_of_somebody_else(app: Flask, begin, now: datetime):
    browser, address = begin(term_fields())
    send(browser, address, "拿体验同期望值相比")
    with app.app_context():
        other = browser_of(app, make_person(db.session(), now).id)
    assert other.post(f"{address}/1/own-mark", data={"point": ["0"]}).status_code == 404
    assert len(stored(app, Mark)) == 1


def test_waiting_answers_are_named_on_the_review(begin):
    browser, address = begin(term_fields(), Feedback.END)
    send(browser, address, "拿体验同期望值相比")
    browser.post(f"{address}/finish")
    page = browser.get(f"{address}/review").text
    assert "还没有评分，暂不计入成绩" in page
    assert "自己评分" in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1,77%", "1.77%"),  # the comma may be a decimal point: asked, not guessed
        ("1.77", "1.77%"),  # per cent or 177 per cent?
        ("很少", "读不成一个数"),
    ],
)
def test_unreadable_number_is_asked_about_and_stays_in_its_box(app: Flask, begin, typed, said):
    browser, address = begin(RATE)
    response = send(browser, address, typed)
    assert response.status_code == 422
    assert said in response.text
    assert "不扣分" in response.text
    assert f'value="{typed}"' in response.text
    send(browser, address, "1.77%")
    assert "✓ 正确" in browser.get(f"{address}/1").text


def test_author_speaks_to_the_mistake_he_expected(begin):
    browser, address = begin(RATE)
    send(browser, address, "56.45%")
    assert "把分子和分母颠倒了" not in browser.get(f"{address}/1").text  # 56.45 % is another number
    browser, address = begin(RATE | {"id": "test-fill-2"})
    send(browser, address, "5645%")
    assert "把分子和分母颠倒了。" in browser.get(f"{address}/1").text


def test_list_in_one_blank_is_offered_split_and_not_sent(app: Flask, begin):
    browser, address = begin(fill_fields(interchangeable=[]))
    response = send(browser, address, "感知价值、期望值", "", incomplete="1")
    assert response.status_code == 422
    assert "“感知价值、期望值”看来是几个答案写进了一个空" in response.text
    assert 'value="感知价值"' in response.text
    assert 'value="期望值"' in response.text
    assert [mark.outcome for mark in stored(app, Mark)] == ["unreadable"]


def test_slip_of_the_pen_is_named(begin):
    browser, address = begin(fill_fields(interchangeable=[]))
    send(browser, address, "敢知价值", "期望值")
    page = browser.get(f"{address}/1").text
    assert "请检查“敢”字：读音对，字不对" in page
    assert "◐ 部分正确" in page


def test_trace_tells_how_the_mark_came_about(begin):
    browser, address = begin(fill_fields(interchangeable=[]))
    send(browser, address, "顧客感知價值。", "价格")
    page = browser.get(f"{address}/1").text
    trace = page[page.index("这样评的分") :]
    for said in ("顧客感知價值。", "顾客感知价值", "繁体等同简体", "列出的答案", "价格", "期望"):
        assert said in trace


def test_trace_of_a_choice_uses_the_letters_the_student_saw(app: Flask, begin):
    browser, address = begin(multiple_fields())
    page = browser.get(f"{address}/1").text
    seen = [page.index(text) for text in ("产品价值", "货币成本", "形象价值")]
    letter = "ABC"[sorted(seen).index(seen[1])]
    send(browser, address, "B")
    page = browser.get(f"{address}/1").text
    trace = page[page.index("这样评的分") :]
    assert f"选项 {letter}" in trace
    assert "错误的选项；选得不多不少才得分" in trace


def test_reason_names_an_option_by_the_letter_the_student_saw(begin):
    browser, address = begin(single_fields(explanation="把 [[A]] 当成分母就颠倒了。"))
    page = browser.get(f"{address}/1").text
    letter = "ABC"[
        sorted(page.index(text) for text in ("体验<", "期望<", "价格<")).index(page.index("体验<"))
    ]
    send(browser, address, "A")
    assert f"把 {letter} 当成分母就颠倒了" in browser.get(f"{address}/1").text


def test_reading_is_shown_when_marks_come_at_the_end_and_tells_nothing_more(begin):
    browser, address = begin(fill_fields(interchangeable=[]), Feedback.END)
    response = browser.post(
        f"{address}/1", data={"answer": ["　顧客感知價值。", "价格"]}, follow_redirects=True
    )
    assert "读作：顾客感知价值； 价格" in response.text
    page = browser.get(f"{address}/1").text
    assert "已保存，读作" in page
    for secret in ("✓", "✗", "感知价值</", "期望"):
        assert secret not in page.replace("顾客感知价值", "")


def test_unreadable_answer_can_be_mended_before_the_end(app: Flask, begin):
    browser, address = begin(RATE, Feedback.END)
    response = send(browser, address, "1.77")
    assert response.status_code == 422
    assert "已按你输入的保存" in response.text
    assert "第 1 题" in browser.get(f"{address}/finish").text
    send(browser, address, "1.77%")
    assert "无法识别" not in browser.get(f"{address}/finish").text
    browser.post(f"{address}/finish")
    assert [(mark.outcome, mark.earned) for mark in stored(app, Mark)] == [("full", 1)]


def test_answer_left_unreadable_earns_nothing_and_is_listed_as_that(app: Flask, begin):
    browser, address = begin(RATE, Feedback.END)
    send(browser, address, "1.77", go="finish")
    browser.post(f"{address}/finish")
    page = browser.get(f"{address}/review").text
    assert "? 无法识别" in page
    assert "✗ 不正确" not in page
    assert [mark.outcome for mark in stored(app, Mark)] == ["unreadable"]


def test_what_can_be_read_counts_when_nobody_can_be_asked(app: Flask, begin):
    two = fill_fields(
        stem="先是 ____ ，再是 ____ 。",
        blanks=[{"accept": ["期望"]}, {"accept": ["80%"]}],
        interchangeable=[],
    )
    browser, address = begin(two, Feedback.END)
    send(browser, address, "期望", "80", go="finish")
    assert [response.read_back["problem"]["part"] for response in stored(app, Response)] == [1]
    browser.post(f"{address}/finish")
    (mark,) = stored(app, Mark)
    assert (mark.outcome, mark.earned) == ("part", 1)
    assert [part["code"] for part in mark.parts] == ["right", "unreadable"]


def test_chosen_options_are_not_read_back_by_letters_the_student_never_saw(begin):
    browser, address = begin(multiple_fields(), Feedback.END)
    page = browser.post(f"{address}/1", data={"answer": ["C", "A"]}, follow_redirects=True).text
    assert "读作" not in page


def test_answer_of_which_nothing_could_be_read_is_not_drawn_as_wrong(begin):
    browser, address = begin(RATE, Feedback.END)
    send(browser, address, "很少", go="finish")
    browser.post(f"{address}/finish")
    page = browser.get(f"{address}/review").text
    assert 'class="blank-line is-unread"' in page
    assert "✗" not in page[page.index("blank-line") : page.index("</ol>", page.index("blank-line"))]


def test_waiting_answer_is_not_practised_again_as_a_wrong_one(begin):
    browser, address = begin(term_fields(), Feedback.END)
    send(browser, address, "拿体验同期望值相比")
    browser.post(f"{address}/finish")
    response = browser.post(f"{address}/again", follow_redirects=True)
    assert "这里没有做错的题" in response.text


def test_unit_printed_behind_a_blank_may_be_typed_before_the_end(begin):
    times = fill_fields(stem="是 ____ 倍", blanks=[{"accept": ["3"]}], interchangeable=[])
    browser, address = begin(times, Feedback.END)
    assert send(browser, address, "3倍").status_code == 302  # readable: nothing to mend
    assert "无法识别" not in browser.get(f"{address}/finish").text


def test_message_about_long_answers_fits_a_cookie(begin):
    six = fill_fields(
        stem="____ " * 6, blanks=[{"accept": [f"答{n}"]} for n in "一二三四五六"], interchangeable=[]
    )
    browser, address = begin(six, Feedback.END)
    response = send(browser, address, *["顧" * 400] * 6)
    assert len(response.headers["Set-Cookie"]) < 4000  # browsers drop a larger one, and the message with it
    assert "顾" * 60 + "…" in browser.get(f"{address}/finish").text
    assert "顧" * 400 in browser.get(f"{address}/1").text
