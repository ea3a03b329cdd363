"""Failures as pages: in the reader's language, without a traceback, without losing what was typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from app import create_app
from app.config import MAX_REQUEST_BYTES
from app.extensions import db
from app.permissions import Access, open_to

HEADINGS = {
    404: {"zh_Hans": "没有这个页面", "zh_Hant": "沒有這個頁面", "en": "There is no such page"},
    405: {
        "zh_Hans": "这个地址不支持这样的操作",
        "zh_Hant": "這個地址不支持這樣的操作",
        "en": "That cannot be done at this address",
    },
    413: {"zh_Hans": "提交的内容太大了", "zh_Hant": "提交的內容太大了", "en": "What you sent is too large"},
    500: {"zh_Hans": "我们这边出了错", "zh_Hant": "我們這邊出了錯", "en": "Something went wrong on our side"},
}
CASES = [(code, language) for code, said in HEADINGS.items() for language in said]


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Give a browser of an application that runs as in production, with a view that fails."""
    application = create_app(app.config | {"TESTING": False, "PROPAGATE_EXCEPTIONS": False})

    def fail() -> str:
        raise RuntimeError("the secret of the house")

    application.add_url_rule("/fail", "fail", open_to(Access.ANYONE)(fail))
    application.add_url_rule("/later", "later", open_to(Access.ANYONE)(lambda: "later"))
    yield application.test_client()
    with application.app_context():
        db.engine.dispose()


def failing_request(client: FlaskClient, code: int):
    """Make the request that ends with a status code."""
    if code == 413:
        return client.post("/preferences", data={"next": "x" * (MAX_REQUEST_BYTES + 1)})
    return {404: client.get, 405: client.delete, 500: client.get}[code](
        {404: "/nothing", 405: "/practice/new", 500: "/fail"}[code]
    )


@pytest.mark.parametrize(("code", "language"), CASES)
def test_failure_is_a_page_in_the_language_of_the_reader(client: FlaskClient, code: int, language: str):
    client.set_cookie("language", language)
    response = failing_request(client, code)
    assert response.status_code == code
    assert f"<h1>{HEADINGS[code][language]}</h1>" in response.text
    assert f'lang="{language.replace("_", "-")}"' in response.text
    assert 'href="/"' in response.text  # a way out


def test_failure_is_logged_and_tells_the_reader_nothing_about_the_inside(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
):
    page = client.get("/fail").text
    for inside in ("the secret of the house", "Traceback", "RuntimeError", ".py"):
        assert inside not in page
    assert "the secret of the house" in caplog.text


@pytest.fixture
def guarded(app: Flask) -> FlaskClient:
    """Give a browser of an application whose forms need their token."""
    app.config["WTF_CSRF_ENABLED"] = True
    return app.test_client()


def test_form_without_its_token_is_refused_and_shows_what_was_typed(guarded: FlaskClient):
    typed = {"username": "zhang<b>", "password": "correct horse", "csrf_token": "forged", "next": "/classes/"}
    response = guarded.post("/account/register", data=typed)
    assert response.status_code == 400
    assert "表单已失效" in response.text
    assert '<pre class="typed">zhang&lt;b&gt;</pre>' in response.text
    assert "correct horse" not in response.text
    assert response.text.count('<pre class="typed">') == 1  # hidden fields were not typed


def test_answer_of_several_blanks_is_shown_whole(guarded: FlaskClient):
    page = guarded.post("/practice/abc/1", data={"answer": ["感知价值", "", "期望值"], "client_id": "x"}).text
    assert page.count('<pre class="typed">') == 2
    assert "感知价值" in page
    assert "期望值" in page


@pytest.mark.parametrize(
    ("method", "address", "data"),
    [
        ("GET", "/practice/a%00b", None),
        ("GET", "/calculators/clv-npv?cash_flows=1%00", None),
        ("POST", "/account/login", {"username": "zhang\0", "password": "correct horse"}),
    ],
)
def test_text_with_a_nul_is_refused(client: FlaskClient, app: Flask, method: str, address: str, data):
    response = app.test_client().open(address, method=method, data=data)
    assert response.status_code == 400
    assert "无法理解这个请求" in response.text


def test_static_file_named_outside_its_folder_is_404(client: FlaskClient):
    assert client.get("/static/../config.py").status_code == 404
    assert client.get("/static/%2e%2e/config.py").status_code == 404
    assert (Path(__file__).parents[2] / "app" / "config.py").is_file()  # it is there to be found


def test_failure_of_the_database_itself_is_still_a_page(app: Flask, sign_up: Callable[..., FlaskClient]):
    browser = sign_up("amy")
    app.config.update(TESTING=False, PROPAGATE_EXCEPTIONS=False)
    with app.app_context():
        db.session.execute(text("ALTER TABLE users RENAME TO gone"))
        db.session.commit()
    response = browser.get("/")
    assert response.status_code == 500
    assert "已保存的答案都在" in response.text
    assert "Traceback" not in response.text
