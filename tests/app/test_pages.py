"""What every page carries: security headers, caching, versioned addresses, numbers as people write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import pages

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
STATIC = re.compile(r'(?:href|src)="([^"]*/static/[^"]+)"')


@pytest.mark.parametrize(
    "address", ["/", "/practice/new", "/nothing", "/calculators/clv-npv", "/account/login"]
)
def test_every_page_is_kept_by_nobody_and_runs_nothing_foreign(client: FlaskClient, address: str):
    response = client.get(address)
    assert response.headers["Content-Security-Policy"] == POLICY
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    "address", ["/", "/practice/new", "/calculators/clv-npv", "/calculators/clv-npv/problem?seed=1"]
)
def test_no_page_needs_what_the_policy_forbids(client: FlaskClient, address: str):
    page = client.get(address).text
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", page)
    assert not re.search(r"<script(?![^>]*\ssrc=)", page)  # every script is a file
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)  # no other host


def test_static_addresses_carry_a_version_and_may_be_kept_for_a_year(client: FlaskClient):
    addresses = STATIC.findall(client.get("/").text)
    assert len(addresses) >= 4
    for address in addresses:
        assert re.search(r"\?v=[0-9a-f]{10}$", address)
        response = client.get(address)
        assert response.status_code == 200
        assert "max-age=31536000" in response.headers["Cache-Control"]
        assert response.headers["Content-Security-Policy"] == POLICY


def test_version_changes_with_the_file(tmp_path):
    one, two = tmp_path / "one.css", tmp_path / "two.css"
    one.write_text("a {}")
    two.write_text("b {}")
    assert pages._file_version(one) != pages._file_version(two)
    assert pages._file_version(tmp_path / "missing.css") == "0"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (2, "2"),
        (Decimal("2.0000"), "2"),
        (Decimal("0.5"), "0.5"),
        (Fraction(1, 3), "0.33"),
        (Fraction(7, 2), "3.5"),
        (Decimal(100), "100"),  # never 1E+2
        (0, "0"),
    ],
)
def test_points_have_no_needless_zeros(value, shown: str):
    assert pages.points(value) == shown


@pytest.mark.parametrize(("share", "shown"), [(0, "0%"), (Decimal("0.756"), "76%"), (1.0, "100%")])
def test_share_is_a_whole_percentage(share, shown: str):
    assert pages.percent(share) == shown


def test_time_is_that_of_the_course_not_utc(app: Flask):
    with app.test_request_context("/"):
        assert "23:30" in pages.format_moment(datetime(2026, 11, 22, 15, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    ("number", "status"),
    [("0", 200), ("2147483647", 200), ("2147483648", 404), ("1" * 5000, 404), ("-1", 404)],
)
def test_number_in_an_address_fits_a_column_or_is_no_page(app: Flask, number: str, status: int):
    from app.permissions import Access, open_to

    app.add_url_rule("/row/<int:row>", "row", open_to(Access.ANYONE)(lambda row: str(row)))
    assert app.test_client().get(f"/row/{number}").status_code == status
