"""Every kind of page on a phone and a laptop, light and dark, in three languages: nothing sticks out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

PAGES = (
    "/",
    "/practice/new",
    "/study/",
    "/study/05",
    "/study/05?hide=1",
    "/study/glossary?q=value",
    "/calculators/",
    "/calculators/delivered-value",
    "/calculators/rfm-break-even/problem?seed=7",
    "/account/register",
    "/account/login",
)


@pytest.mark.parametrize("language", ["zh_Hans", "zh_Hant", "en"])
def test_no_page_is_wider_than_a_phone(open_page: Callable[..., Page], language: str):
    page = open_page({"width": 360, "height": 740})
    page.goto("/")
    page.click(f'button[name="language"][value="{language}"]')
    for address in PAGES:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
        assert page.get_attribute("html", "lang") == language.replace("_", "-")


def test_theme_follows_the_system_until_one_is_chosen(open_page: Callable[..., Page]):
    page = open_page(color_scheme="dark")
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    page.click('button[name="theme"][value="light"]')
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "light")


def test_choosing_a_language_returns_to_the_same_page(open_page: Callable[..., Page]):
    page = open_page()
    page.goto("/calculators/clv-npv?cash_flows=100+200&discount_rate=5%25")
    page.click('button[name="language"][value="en"]')
    expect(page.locator("h1")).to_contain_text("Customer lifetime value")
    expect(page.locator("#cash_flows")).to_have_value("100 200")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_first_page_and_start_are_kept_for_people_to_look_at(
    open_page: Callable[..., Page], screenshot: Callable[[Page, str], None], width: int, scheme: str
):
    page = open_page({"width": width, "height": 844}, color_scheme=scheme)
    for name, address in (("home", "/"), ("start", "/practice/new")):
        page.goto(address)
        expect(page.locator("h1")).to_be_visible()
        screenshot(page, f"{name}-{width}-{scheme}")
