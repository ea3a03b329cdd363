"""An instructor and a student in two real browsers: a question, a class, and how it stands."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask
from playwright.sync_api import Page, expect

from app import clock
from app.accounts.service import invite_instructor
from app.extensions import db


def register(page: Page, username: str) -> None:
    """Make an account."""
    page.fill("#username", username)
    page.fill("#password", "long enough")
    page.click("main form .btn-primary")


def test_from_the_one_time_link_to_the_table_of_the_class(
    app: Flask, open_page: Callable[..., Page], screenshot: Callable[[Page, str], None]
):
    with app.app_context():
        secret = invite_instructor(db.session(), clock.now())
    teacher, student = open_page(), open_page({"width": 390, "height": 844})

    teacher.goto(f"/account/instructor/{secret}")
    teacher.click("main a.btn-primary")
    register(teacher, "王老师")
    teacher.click("main form button")
    expect(teacher.locator(".alert")).to_contain_text("你现在是教师了")

    teacher.click("main a.btn >> text=建班级")
    teacher.fill("#name", "客户关系管理 2026 秋")
    teacher.click("main form button")
    code = teacher.inner_text(".join-code")

    teacher.click(".site-nav >> text=题目")
    teacher.click("text=单选题")
    teacher.select_option("#chapter", "06")
    teacher.fill("#stem", "下列哪一项是王老师最看重的？")
    for number, text in enumerate(("按时交作业", "背下所有定义", "穿得整齐")):
        teacher.fill(f"#options-{number}-text", text)
    teacher.check("#options-0-correct")
    teacher.click("button[value=preview]")
    expect(teacher.locator(".preview")).to_contain_text("王老师最看重")
    screenshot(teacher, "author-1280-preview")
    teacher.click("button[value=save]")
    teacher.click("text=试做")
    expect(teacher.locator(".stem")).to_contain_text("王老师最看重")

    student.goto("/account/register")
    register(student, "小赵")
    student.goto("/classes/")
    student.fill("#code", code.lower())
    student.click("main form button")
    expect(student.locator("main")).to_contain_text("王老师")
    student.click("button[name=agreed]")
    student.goto("/practice/new/06")
    for box in student.locator('input[name="types"]:not([value="single"])').all():
        box.uncheck()
    student.fill("#count", "100")
    student.click("main form button.btn-primary")
    student.click("text=交卷")
    student.click("main form button")
    expect(student.locator("main")).to_contain_text("下列哪一项是王老师最看重的？")

    student.click("text=再练做错的题")
    student.check(".option input >> nth=0")
    student.click("#answer-form button")
    teacher.goto("/classes/")
    teacher.click("text=客户关系管理 2026 秋")
    row = teacher.locator("tbody tr", has_text="小赵")
    expect(row.locator("td").nth(1)).to_have_text("1")
    screenshot(teacher, "class-1280-table")


def test_author_sees_what_the_marking_does_before_saving(
    app: Flask, open_page: Callable[..., Page], screenshot: Callable[[Page, str], None]
):
    with app.app_context():
        secret = invite_instructor(db.session(), clock.now())
    page = open_page({"width": 390, "height": 844})
    page.goto(f"/account/instructor/{secret}")
    page.click("main a.btn-primary")
    register(page, "李老师")
    page.click("main form button")

    page.goto("/questions/new/fill")
    page.fill("#stem", "单客成本 31 元、单客利润 1750 元，成本率是 ____ 。")
    page.fill("#blanks-0-accept", "= 1.77% ± lots")
    page.click("fieldset:has(#blanks-0-accept) summary")
    page.fill("#blanks-0-wrong", "= 0.63% | 分母应是利润，不是价格。 | cost_over_price")
    page.click("button[value=preview]")
    expect(page.locator("#blanks-0-accept-fault")).to_contain_text("lots")
    expect(page.locator("#blanks-0-wrong")).to_have_value(
        "= 0.63% | 分母应是利润，不是价格。 | cost_over_price"
    )

    page.fill("#blanks-0-accept", "= 1.77% ± 0.005%")
    page.click("button[value=preview]")
    expect(page.locator(".blank-taken")).to_contain_text("1.765%")
    page.fill(".preview .blank-box", "0.63%")
    page.press(".preview .blank-box", "Enter")  # tries the answer and saves nothing
    expect(page.locator(".trial .verdict")).to_have_class("verdict is-wrong")
    expect(page.locator(".trial .blank-note")).to_have_text("分母应是利润，不是价格。")
    page.fill(".preview .blank-box", "1.771%")
    page.click("button[value=try]")
    expect(page.locator(".trial .verdict")).to_have_class("verdict is-right")
    expect(page.locator(".trial .trace-part")).to_contain_text("1.771%")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    screenshot(page, "author-390-trial")

    page.click("button[value=save]")
    expect(page.locator("h1")).to_contain_text("填空题")
    page.click("main a >> text=修改")
    expect(page.locator("#blanks-0-accept")).to_have_value("= 1.77% ± 0.005%")
    expect(page.locator("#blanks-0-wrong")).to_be_visible()  # what holds something is open
