"""Every route is closed unless opened on purpose; who gets in is written down here, role by role."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.permissions import Access, declared_access

# one value for every kind of address part: an address that exists is not needed to be refused
PARTS = {
    "chapter_id": "05",
    "classroom_id": 1,
    "code": "nobodys-code",
    "filename": "css/kelian.css",
    "fact_id": "05-001",
    "position": 1,
    "question_id": 1,
    "response_id": 1,
    "secret": "nobodys-secret",
    "slug": "clv-npv",
    "type_name": "single",
}

# the decision for each endpoint: a new page stands here before it can be merged
OPEN_TO = {
    "accounts.accept_invitation": Access.ANYONE,
    "accounts.log_in": Access.ANYONE,
    "accounts.log_out": Access.ANYONE,
    "accounts.register": Access.ANYONE,
    "authoring.edit_question": Access.INSTRUCTOR,
    "authoring.list_questions": Access.INSTRUCTOR,
    "authoring.retire_question": Access.INSTRUCTOR,
    "authoring.show_question": Access.INSTRUCTOR,
    "authoring.try_question": Access.INSTRUCTOR,
    "authoring.write_question": Access.INSTRUCTOR,
    "bootstrap.static": Access.ANYONE,
    "calculators.list_exercises": Access.ANYONE,
    "calculators.show_exercise": Access.ANYONE,
    "calculators.show_problem": Access.ANYONE,
    "classes.join": Access.ACCOUNT,
    "classes.list_classes": Access.ACCOUNT,
    "classes.list_written": Access.INSTRUCTOR,
    "classes.make_class": Access.INSTRUCTOR,
    "classes.mark_written": Access.INSTRUCTOR,
    "classes.show_class": Access.INSTRUCTOR,
    "home.save_preferences": Access.ANYONE,
    "home.show_home": Access.ANYONE,
    "practice.answer": Access.ANYONE,
    "practice.hand_in": Access.ANYONE,
    "practice.list_attempts": Access.ANYONE,
    "practice.mark_own": Access.ANYONE,
    "practice.practise_again": Access.ANYONE,
    "practice.resume": Access.ANYONE,
    "practice.review": Access.ANYONE,
    "practice.show_question": Access.ANYONE,
    "practice.start": Access.ANYONE,
    "practice.start_fact": Access.ANYONE,
    "static": Access.ANYONE,
    "study.list_notes": Access.ANYONE,
    "study.show_glossary": Access.ANYONE,
    "study.show_notes": Access.ANYONE,
}


def addresses(app: Flask) -> list[tuple[str, str, str]]:
    """List method, endpoint and address of every route."""
    found = []
    with app.test_request_context():
        adapter = app.url_map.bind("localhost")
        for rule in app.url_map.iter_rules():
            address = adapter.build(rule.endpoint, {name: PARTS[name] for name in rule.arguments})
            found += [(method, rule.endpoint, address) for method in rule.methods & {"GET", "POST"}]
    return found


def test_every_endpoint_declares_what_was_decided(app: Flask):
    declared = {endpoint: declared_access(app, endpoint) for endpoint in app.view_functions}
    assert declared == OPEN_TO


def test_undeclared_view_is_closed(app: Flask):
    app.add_url_rule("/forgotten", "forgotten", lambda: "secret")
    response = app.test_client().get("/forgotten")
    assert response.status_code == 403
    assert "secret" not in response.text


@pytest.mark.parametrize("role", ["nobody", "guest", "student", "instructor"])
def test_each_role_gets_into_its_pages_and_no_others(
    app: Flask, client: FlaskClient, sign_up: Callable[..., FlaskClient], role: str
):
    if role == "guest":
        client.post(
            "/practice/new",
            data={
                "chapters": ["05"],
                "types": ["single"],
                "count": "1",
                "order": "shuffled",
                "feedback": "each",
            },
        )
    elif role != "nobody":
        client = sign_up(role, instructor=role == "instructor")
    for method, endpoint, address in addresses(app):
        if endpoint == "accounts.log_out":
            continue  # would end the role that is being tried
        response = client.open(address, method=method)
        response.close()  # a static file stays open otherwise
        sent_to_login = response.status_code == 302 and response.location.startswith("/account/login")
        closed = OPEN_TO[endpoint]
        if closed != Access.ANYONE and role in ("nobody", "guest"):
            assert sent_to_login, (method, address, response.status_code)
        elif closed == Access.INSTRUCTOR and role == "student":
            assert response.status_code == 403, (method, address)
        else:
            assert not sent_to_login, (method, address)
            assert response.status_code != 403, (method, address)


def test_every_post_is_refused_without_its_token(app: Flask, sign_up: Callable[..., FlaskClient]):
    browser = sign_up("teacher", instructor=True)
    app.config["WTF_CSRF_ENABLED"] = True
    posts = [address for method, _, address in addresses(app) if method == "POST"]
    assert len(posts) >= 15
    for address in posts:
        response = browser.post(address, data={"answer": "A"})
        assert response.status_code == 400, address
