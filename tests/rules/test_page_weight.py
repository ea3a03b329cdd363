"""What a page may weigh on a classroom's network, as it is transferred: compressed."""

from __future__ import annotations

import re

from flask.testing import FlaskClient

FIRST_PAGE_BYTES = 150_000
FIRST_PAGE_REQUESTS = 8
PRACTICE_PAGE_BYTES = 20_000
BROWSER = {"Accept-Encoding": "gzip, br"}

_LOADED = re.compile(r'<(?:link|script|img)[^>]+(?:href|src)="([^"]+)"')


def loaded_by(client: FlaskClient, address: str) -> dict[str, int]:
    """Return every address a browser fetches for a page with the bytes transferred."""
    page = client.get(address, headers=BROWSER)
    found = {address: len(page.data)}
    for linked in _LOADED.findall(client.get(address).text):
        with client.get(linked.replace("&amp;", "&"), headers=BROWSER) as response:
            assert response.status_code == 200, linked
            found[linked] = len(response.data)
    return found


def test_first_page_is_light_and_loads_from_this_host_only(client: FlaskClient):
    loaded = loaded_by(client, "/")
    assert not [address for address in loaded if not address.startswith("/")]
    assert len(loaded) <= FIRST_PAGE_REQUESTS, loaded
    assert sum(loaded.values()) < FIRST_PAGE_BYTES, loaded


def test_practice_page_adds_little_to_what_the_browser_already_has(client: FlaskClient):
    known = loaded_by(client, "/")
    started = client.post(
        "/practice/new",
        data={
            "chapters": ["05", "06", "08"],
            "types": ["multiple"],
            "count": "100",
            "order": "shuffled",
            "feedback": "each",
        },
    )
    loaded = loaded_by(client, started.location)
    new = {address: size for address, size in loaded.items() if address not in known}
    assert sum(new.values()) < PRACTICE_PAGE_BYTES, new
    client.post(started.location, data={"answer": ["A", "B"]})
    marked = client.get(started.location, headers=BROWSER)
    assert len(marked.data) < PRACTICE_PAGE_BYTES


def test_static_files_may_be_kept_for_a_year_and_change_address_with_their_content(client: FlaskClient):
    for address in loaded_by(client, "/"):
        if address != "/":
            assert re.search(r"[?&](amp;)?v=[0-9a-f]{10}", address), address
            with client.get(address.replace("&amp;", "&")) as response:
                assert "max-age=31536000" in response.headers["Cache-Control"]
