"""The first page, and the choices of language and theme."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from exercises import EXERCISES

PLAN = {"chapters": ["06"], "types": ["single"], "count": "2", "order": "in_order", "feedback": "each"}


def test_first_page_of_a_stranger_offers_everything_and_makes_nobody(client: FlaskClient):
    page = client.get("/")
    for chapter in ("05", "06", "08"):
        assert f'href="/practice/new/{chapter}"' in page.text
    for slug in EXERCISES:
        assert f'href="/calculators/{slug}"' in page.text
    assert "接着上次做" not in page.text
    assert "_user_id" not in str(page.headers.getlist("Set-Cookie"))


def test_finished_practice_is_listed_with_its_share(client: FlaskClient):
    address = client.post("/practice/new", data=PLAN).location.rsplit("/", 1)[0]
    assert "接着上次做" not in client.get("/").text  # nothing is answered: nothing to resume
    client.post(f"{address}/1", data={"answer": "A"})
    assert "接着上次做" in client.get("/").text
    client.post(f"{address}/finish")
    page = client.get("/").text
    assert "接着上次做" not in page
    assert f'href="{address}/review"' in page
    assert re.search(r"<strong>(0|100)%</strong>", page)
    assert f'href="{address}/review"' in client.get("/practice/").text


def test_chapter_says_how_much_of_it_was_practised(client: FlaskClient):
    address = client.post("/practice/new", data=PLAN).location
    client.post(address, data={"answer": "A"})
    tile = re.search(r'<span class="chapter-number">06</span>.*?</li>', client.get("/").text, re.S)[0]
    assert "练过 1 题" in tile
    assert re.search(r'<progress max="\d+" value="1"', tile)


@pytest.mark.parametrize(
    ("name", "chosen", "is_kept"),
    [
        ("language", "en", True),
        ("language", "zh_Hant", True),
        ("language", "xx", False),
        ("theme", "dark", True),
        ("theme", "pink", False),
        ("username", "root", False),  # not a preference
    ],
)
def test_only_known_preferences_are_kept(client: FlaskClient, name: str, chosen: str, is_kept: bool):
    response = client.post("/preferences", data={name: chosen, "next": "/calculators/"})
    assert response.location == "/calculators/"
    cookie = client.get_cookie(name)
    assert (cookie is not None and cookie.value == chosen) == is_kept
    if cookie is not None:
        assert cookie.http_only
        assert cookie.same_site == "Lax"


def test_theme_is_on_every_page_and_a_forged_one_is_ignored(client: FlaskClient):
    client.post("/preferences", data={"theme": "dark"})
    assert 'data-theme="dark"' in client.get("/").text
    client.set_cookie("theme", '"><script>')
    assert 'data-theme="auto"' in client.get("/").text


def test_choosing_a_language_leads_back_to_the_page_with_its_query(client: FlaskClient):
    page = client.get("/calculators/satisfaction-ratio?expectation=4&experience=5").text
    target = "/calculators/satisfaction-ratio?expectation=4&amp;experience=5"
    assert f'name="next" value="{target}"' in page
