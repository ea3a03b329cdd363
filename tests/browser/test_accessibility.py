"""axe-core, the checker browsers' makers use, finds nothing to complain about on any kind of page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Page

from question_bank import TYPES


def complaints(page: Page) -> list[str]:
    """Return axe's findings on a page, each with the first element it is about."""
    page.wait_for_load_state()  # a click returns when the next page begins, not when it is there
    page.wait_for_selector(".site-footer")
    found = Axe().run(page).response["violations"]
    return [f"{page.url} {item['id']}: {item['nodes'][0]['html'][:160]}" for item in found]


def practise(page: Page) -> None:
    page.goto("/practice/new")
    page.fill("#count", "4")
    page.click("main form button.btn-primary")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_can_be_read_by_everybody(open_page: Callable[..., Page], scheme: str):
    # axe runs inside the page, which our Content-Security-Policy would forbid
    page = open_page(color_scheme=scheme, bypass_csp=True)
    found = []
    for address in (
        "/",
        "/practice/new",
        "/study/",
        "/study/05",
        "/study/05?hide=1",
        "/study/glossary?q=value",
        "/calculators/",
        "/calculators/clv-npv",
        "/calculators/rfm-break-even/problem?seed=3",
        "/account/register",
        "/account/login",
    ):
        page.goto(address)
        found += complaints(page)
    page.goto("/calculators/rfm-break-even/problem?seed=3")
    page.fill("#break_even_rate", "5%")
    page.click("main form button")
    found += complaints(page)
    practise(page)
    for number in range(1, 5):
        found += complaints(page)
        for box in page.locator(".blank-box").all():
            box.fill("0.5")  # a text, a number and a rate alike
        if page.locator("textarea").count():
            page.fill("textarea", "满意")
        if page.locator(".option").count():
            page.check(".option input >> nth=0")
        page.click("#answer-form button")
        found += complaints(page)
        page.click("[data-next]")
        page.wait_for_url("**/review" if number == 4 else f"**/{number + 1}")
    found += complaints(page)
    page.goto("/practice/")
    found += complaints(page)
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_instructors_pages_can_be_read_by_everybody(
    app: Flask, open_page: Callable[..., Page], sign_up: Callable[..., FlaskClient], scheme: str
):
    app.config["WTF_CSRF_ENABLED"] = False  # only while the account is made
    cookie = sign_up("teacher", instructor=True).get_cookie("session").value
    app.config["WTF_CSRF_ENABLED"] = True
    page = open_page(color_scheme=scheme, bypass_csp=True)
    page.goto("/")
    page.context.add_cookies([{"name": "session", "value": cookie, "url": page.url}])
    found = []
    for address in ("/classes/new", "/classes/join", "/questions/"):
        page.goto(address)
        found += complaints(page)
    page.goto("/classes/new")
    page.fill("#name", "CRM")
    page.click("main form .btn-primary")
    found += complaints(page)
    page.goto(f"{page.url}/written")
    found += complaints(page)
    page.goto("/classes/")
    found += complaints(page)
    for type_name in TYPES:
        page.goto(f"/questions/new/{type_name}")
        page.click("button[value=save]")  # with every fault beside its field
        page.wait_for_selector(".field-fault")
        found += complaints(page)
    page.goto("/questions/new/true_false")
    page.fill("#stem", "C 大于 1 表示很满意。")
    page.check("input[name=correct][value=true]")
    page.click("button[value=preview]")
    page.wait_for_selector(".preview")
    found += complaints(page)
    page.click("button[value=save]")
    page.wait_for_selector(".preview")
    found += complaints(page)
    assert found == []
