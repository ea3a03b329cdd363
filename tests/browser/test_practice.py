"""A student in a real browser: twenty mixed questions, by keyboard, by touch, and without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy import select

from app.extensions import db
from app.models import Attempt, AttemptItem, QuestionRevision
from question_bank import Question
from question_bank.types import FillQuestion, WrittenQuestion
from tests.answers import right_answer, wrong_answer
from tests.browser.conftest import PHONE

QUESTIONS = 20
ANSWERED_RIGHT = 15


def questions_of(app: Flask, page: Page) -> list[Question]:
    """Return the questions of the attempt a page belongs to, in order."""
    code = page.url.split("/")[-2]
    with app.app_context():
        revisions = db.session.scalars(
            select(QuestionRevision)
            .join(AttemptItem, AttemptItem.revision_id == QuestionRevision.id)
            .join(Attempt)
            .where(Attempt.code == code)
            .order_by(AttemptItem.position)
        )
        return [revision.content for revision in revisions]


def begin(page: Page, count: int) -> None:
    """Choose everything there is and begin."""
    page.goto("/")
    page.click(".hero .btn-primary")
    page.fill("#count", str(count))
    page.click("main form button.btn-primary")
    expect(page.locator(".question")).to_be_visible()


def give(page: Page, question: Question, answer: list[str]) -> None:
    """Answer as a hand with a mouse does, without sending."""
    if isinstance(question, WrittenQuestion):
        page.fill("textarea", answer[0])
    elif isinstance(question, FillQuestion):
        for number, text in enumerate(answer):
            page.locator(".blank-box").nth(number).fill(text)
    else:
        for key in answer:
            page.check(f'.option input[value="{key}"]')


def send(page: Page, question: Question, is_right: bool) -> None:
    """Send an answer, and where a person has to mark it, be that person."""
    give(page, question, right_answer(question) if is_right else wrong_answer(question))
    page.click("#answer-form button")
    if isinstance(question, WrittenQuestion):
        expect(page.locator(".model-answer")).to_be_visible()
        for box in page.locator(".own-mark input[name=point]").all():
            box.set_checked(is_right)
        page.click(".own-mark button")


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 800)])
def test_twenty_mixed_questions_from_the_first_page_to_the_review(
    app: Flask,
    open_page: Callable[..., Page],
    screenshot: Callable[[Page, str], None],
    width: int,
    height: int,
):
    page = open_page({"width": width, "height": height})
    begin(page, QUESTIONS)
    questions = questions_of(app, page)
    assert len(questions) == QUESTIONS
    assert len({question.type for question in questions}) >= 3
    points = earned = 0
    for number, question in enumerate(questions, start=1):
        expect(page.locator("h1")).to_contain_text(f"第 {number} 题")
        is_right = number <= ANSWERED_RIGHT
        send(page, question, is_right)
        expect(page.locator(".verdict")).to_contain_text("正确" if is_right else "不正确")
        expect(page.locator(".explanation")).to_be_visible()
        expect(page.locator(".facts dt").first).to_be_visible()
        points += question.total
        earned += question.total if is_right else 0
        if number in (1, QUESTIONS):
            screenshot(page, f"practice-{width}-question-{number}")
        page.click("[data-next]")
    expect(page.locator("h1")).to_have_text("回顾")
    expect(page.locator(".result")).to_contain_text(f"得 {earned} 分，满分 {points} 分")
    expect(page.locator(".result")).to_contain_text(f"{QUESTIONS} 题中做对 {ANSWERED_RIGHT} 题")
    expect(page.locator(".reviewed")).to_have_count(QUESTIONS)
    screenshot(page, f"practice-{width}-review")
    page.click("text=再练做错的题")
    expect(page.locator("h1")).to_contain_text("第 1 题")
    assert len(questions_of(app, page)) == QUESTIONS - ANSWERED_RIGHT


def test_keys_alone_answer_and_go_on(app: Flask, open_page: Callable[..., Page]):
    page = open_page()
    page.goto("/practice/new")
    for name in ("fill", "true_false", "term", "short"):
        page.uncheck(f'input[name="types"][value="{name}"]')
    page.fill("#count", "3")
    page.click("main form button.btn-primary")
    for number in (1, 2, 3):
        expect(page.locator("h1")).to_contain_text(f"第 {number} 题")
        page.keyboard.press("2")
        expect(page.locator(".option input").nth(1)).to_be_checked()
        page.keyboard.press("Enter")
        expect(page.locator(".verdict")).to_be_visible()
        page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("回顾")


def begin_with(page: Page, kept: str, count: int, feedback: str = "each") -> None:
    """Begin a practice of one type of question."""
    page.goto("/practice/new")
    for box in page.locator(f'input[name="types"]:not([value="{kept}"])').all():
        box.uncheck()
    page.check(f'input[name="feedback"][value="{feedback}"]')
    page.fill("#count", str(count))
    page.click("main form button.btn-primary")
    expect(page.locator(".question")).to_be_visible()


def test_number_keys_type_numbers_inside_a_blank(app: Flask, open_page: Callable[..., Page]):
    page = open_page()
    begin_with(page, "fill", 1)
    expect(page.locator(".blank-box").first).to_be_focused()
    page.keyboard.type("125")
    expect(page.locator(".blank-box").first).to_have_value("125")


def test_enter_goes_to_the_next_empty_blank_and_sends_from_the_last(
    app: Flask, open_page: Callable[..., Page]
):
    page = open_page()
    begin_with(page, "fill", 40)
    questions = questions_of(app, page)
    position = next(n for n, question in enumerate(questions, start=1) if question.total > 1)
    page.click(f".card-cell >> nth={position - 1}")
    expect(page.locator(".blank-box").first).to_be_focused()
    blanks = page.locator(".blank-box").count()
    for number in range(blanks):
        expect(page.locator(".blank-box").nth(number)).to_be_focused()
        page.keyboard.type("0.5")  # a text, a number and a rate alike
        page.keyboard.press("Enter")
    expect(page.locator(".verdict")).to_be_visible()


def test_answer_chosen_but_not_saved_is_saved_by_leaving_the_question(
    app: Flask, open_page: Callable[..., Page]
):
    page = open_page()
    begin_with(page, "single", 3, feedback="end")
    questions = questions_of(app, page)
    give(page, questions[0], right_answer(questions[0]))
    page.click(".card-cell >> nth=2")  # the answer card
    expect(page.locator("h1")).to_contain_text("第 3 题")
    give(page, questions[2], right_answer(questions[2]))
    page.click("text=跳过")
    expect(page.locator("h1")).to_contain_text("第 2 题")
    give(page, questions[1], right_answer(questions[1]))
    page.click("text=交卷")
    page.click("main form button")
    expect(page.locator(".result strong")).to_have_text("100%")


def test_everything_works_without_javascript(app: Flask, open_page: Callable[..., Page]):
    page = open_page(java_script_enabled=False)
    begin(page, 4)
    for number, question in enumerate(questions_of(app, page), start=1):
        send(page, question, is_right=True)
        expect(page.locator(".verdict.is-right")).to_be_visible()
        if number < 4:
            page.click("[data-next]")
    page.click("[data-next]")
    expect(page.locator(".result strong")).to_have_text("100%")


def test_answer_card_shows_and_reaches_every_question(app: Flask, open_page: Callable[..., Page]):
    page = open_page()
    begin(page, 5)
    send(page, questions_of(app, page)[0], is_right=False)
    expect(page.locator(".card-cell").nth(0)).to_have_class(re.compile("is-wrong"))
    expect(page.locator(".card-cell").nth(1)).to_have_class(re.compile("is-blank"))
    page.click(".card-cell >> nth=4")
    expect(page.locator("h1")).to_contain_text("第 5 题")


def test_progress_comes_along_when_a_guest_registers(app: Flask, open_page: Callable[..., Page]):
    page = open_page()
    begin(page, 2)
    question = questions_of(app, page)[0]
    give(page, question, right_answer(question))
    page.click("#answer-form button")
    page.click("text=注册")
    page.fill("#username", "小林")
    page.fill("#password", "long enough")
    page.click("main form .btn-primary")
    expect(page.locator(".account-name")).to_have_text("小林")
    expect(page.locator(".lines li").first).to_contain_text("已答 1 / 2 题")


def test_typed_text_survives_a_change_of_language(app: Flask, open_page: Callable[..., Page]):
    page = open_page()
    begin_with(page, "fill", 1)
    page.fill(".blank-box >> nth=0", "还没想好")
    page.click('button[name="language"][value="en"]')
    expect(page.locator("h1")).to_contain_text("Question 1")
    expect(page.locator(".blank-box").first).to_have_value("还没想好")


def test_password_can_be_seen_while_it_is_typed(open_page: Callable[..., Page]):
    page = open_page()
    page.goto("/account/register")
    page.fill("#password", "long enough")
    page.click("text=显示密码")
    expect(page.locator("#password")).to_have_attribute("type", "text")


def test_written_answer_is_marked_by_keyboard_and_its_trace_opened(
    app: Flask, open_page: Callable[..., Page], screenshot: Callable[[Page, str], None]
):
    page = open_page(PHONE)
    begin_with(page, "term", 1)
    (question,) = questions_of(app, page)
    expect(page.locator("textarea")).to_be_visible()
    page.locator("textarea").focus()
    page.keyboard.type("1" + right_answer(question)[0])  # a digit is text here, not a choice
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".verdict")).to_contain_text("等待评分")
    boxes = page.locator(".own-mark input[name=point]")
    expect(boxes.first).to_be_checked()  # its key terms stand in the text
    boxes.first.focus()
    page.keyboard.press("Space")
    expect(boxes.first).not_to_be_checked()
    page.keyboard.press("Space")
    page.click(".own-mark button")
    expect(page.locator(".verdict")).to_contain_text("由你自己评分")
    page.click(".trace summary")
    expect(page.locator(".trace-part").first).to_contain_text("得分点 1")
    screenshot(page, "written-390-marked")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_trace_of_a_blank_opens_without_javascript(app: Flask, open_page: Callable[..., Page]):
    page = open_page(java_script_enabled=False)
    begin_with(page, "fill", 1)
    (question,) = questions_of(app, page)
    give(page, question, [f"「{text}」。" for text in right_answer(question)])
    page.click("#answer-form button")
    expect(page.locator(".verdict")).to_contain_text("正确")
    page.click(".trace summary")
    expect(page.locator(".trace-part").first).to_contain_text("中英文标点、引号、括号等同")
