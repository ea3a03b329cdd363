"""A learner in a real browser: each calculator worked, and a problem of each graded."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from exercises import EXERCISES, PartKind, Problem

SEED = 2026


def typed_answer(problem: Problem, name: str) -> str:
    """Return the right answer of a part as a careful learner would type it."""
    part = problem.part(name)
    if part.kind is PartKind.CHOICE:
        return str(part.answer)
    value = float(part.answer)
    return f"{value * 100:.2f}%" if part.is_rate else f"{value:.2f}"


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("slug", EXERCISES)
def test_problem_is_set_answered_and_graded(
    open_page: Callable[..., Page], screenshot: Callable[[Page, str], None], slug: str, width: int
):
    page = open_page({"width": width, "height": 844})
    page.goto(f"/calculators/{slug}")
    expect(page.locator(".steps math").first).to_be_visible()
    screenshot(page, f"calculator-{width}-{slug}")
    page.goto(f"/calculators/{slug}/problem?seed={SEED}")
    problem = EXERCISES[slug].problem(SEED)
    for part in problem.parts:
        answer = typed_answer(problem, part.name)
        if part.kind is PartKind.CHOICE:
            page.check(f'input[name="{part.name}"][value="{answer}"]')
        else:
            page.fill(f"#{part.name}", answer)
    page.click("main form button")
    total = len(problem.parts)
    expect(page.locator(".verdict.is-right")).to_contain_text(f"得 {total} 分，满分 {total} 分")
    expect(page.locator(".steps li")).to_have_count(len(problem.solution.steps))
    screenshot(page, f"problem-{width}-{slug}")


def test_misconception_behind_a_wrong_number_is_named(open_page: Callable[..., Page]):
    problem = EXERCISES["clv-npv"].problem(SEED)
    clv = problem.part("clv")
    slip = clv.misconceptions[0]
    page = open_page()
    page.goto(f"/calculators/clv-npv/problem?seed={SEED}")
    page.fill("#clv", f"{float(slip.value):.2f}")
    page.click("main form button")
    expect(page.locator("#clv-says")).to_contain_text(slip.says.zh)


def test_bad_number_says_why_and_keeps_the_other_fields(open_page: Callable[..., Page]):
    page = open_page()
    page.goto("/calculators/satisfaction-ratio")
    page.fill("#expectation", "八分")
    page.fill("#experience", "6.5")
    page.click("main form button")
    expect(page.locator("#expectation-fault")).to_contain_text("八分")
    expect(page.locator("#expectation")).to_have_value("八分")
    expect(page.locator("#experience")).to_have_value("6.5")


def test_result_is_in_sight_on_a_phone(open_page: Callable[..., Page]):
    page = open_page({"width": 390, "height": 844})
    page.goto("/calculators/clv-npv")
    page.fill("#discount_rate", "8%")
    page.click("main form button")
    expect(page.locator("#result")).to_be_in_viewport()
    page.goto("/calculators/rfm-break-even/problem?seed=5")
    page.fill("#break_even_rate", "2%")
    page.click("main form button")
    expect(page.locator("#graded")).to_be_in_viewport()


def test_calculator_works_without_javascript(open_page: Callable[..., Page]):
    page = open_page(java_script_enabled=False)
    page.goto("/calculators/satisfaction-ratio")
    page.fill("#expectation", "8")
    page.fill("#experience", "6")
    page.click("main form button")
    expect(page.locator(".answers")).to_contain_text("0.75")
