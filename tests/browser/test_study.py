"""Learning by heart in a real browser: by touch, by keyboard, and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP, PHONE


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_hidden_term_shows_when_it_is_tapped_and_hides_again(
    open_page: Callable[..., Page], screenshot: Callable[[Page, str], None], java_script_enabled: bool
):
    page = open_page(PHONE, java_script_enabled=java_script_enabled)
    page.goto("/study/05")
    page.get_by_role("link", name="隐去关键词").click()
    boxes = page.locator(".cloze")
    first, second = boxes.nth(0).locator(".cloze-term"), boxes.nth(1).locator(".cloze-term")
    expect(first).to_be_hidden()
    boxes.nth(0).click()
    expect(first).to_be_visible()
    expect(second).to_be_hidden()
    screenshot(page, f"study-hidden-390-{'script' if java_script_enabled else 'plain'}")
    page.get_by_role("button", name="全部重新隐去").click()
    expect(first).to_be_hidden()


def test_hidden_terms_are_reached_by_keyboard(open_page: Callable[..., Page]):
    page = open_page(LAPTOP)
    page.goto("/study/05?hide=1")
    page.get_by_role("checkbox", name="隐去的词").first.focus()
    page.keyboard.press("Space")
    terms = page.locator(".cloze-term")
    expect(terms.first).to_be_visible()
    shown = terms.first.inner_text()
    expect(page.get_by_role("checkbox", name=f"隐去的词 {shown}").first).to_be_checked()  # now it is read out
    page.keyboard.press("Enter")  # sends nothing
    expect(terms.first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(terms.nth(1)).to_be_visible()
    assert page.url.endswith("/study/05?hide=1")


def test_note_leads_to_its_questions(open_page: Callable[..., Page]):
    page = open_page(LAPTOP)
    page.goto("/study/05")
    page.locator("#f05-003 button").click()
    expect(page.locator(".question")).to_be_visible()


def test_story_of_a_case_folds_once_the_answer_is_marked(
    open_page: Callable[..., Page], screenshot: Callable[[Page, str], None]
):
    page = open_page(PHONE)
    page.goto("/practice/new/04")
    for box in page.locator('input[name="types"]:not([value="case"])').all():
        box.uncheck()
    page.locator("main form button.btn-primary").click()
    expect(page.locator(".case-story")).to_be_visible()
    screenshot(page, "case-390")
    for box in page.locator(".blank-box").all():
        box.fill("1")
    if page.locator(".option").count():
        page.locator(".option input").first.check()
    page.click("#answer-form button")
    expect(page.locator(".verdict")).to_be_visible()
    expect(page.locator(".case-story")).to_be_hidden()
    page.locator(".case summary").click()
    expect(page.locator(".case-story")).to_be_visible()


def test_all_chapters_are_ticked_or_none(open_page: Callable[..., Page]):
    page = open_page(LAPTOP)
    page.goto("/practice/new")
    boxes = page.locator('input[name="chapters"]')
    page.get_by_role("button", name="全不选").click()
    assert [box.is_checked() for box in boxes.all()] == [False] * 16
    page.get_by_role("button", name="选中全部章节").click()
    assert [box.is_checked() for box in boxes.all()] == [True] * 16
