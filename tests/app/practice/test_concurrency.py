"""What two processes do at the same instant: answers are neither doubled nor lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from app.extensions import db
from app.models import Mark, Response

AT_ONCE = 8


def start(client: FlaskClient, feedback: str) -> str:
    plan = {"chapters": ["05"], "types": ["single"], "count": "3", "order": "shuffled", "feedback": feedback}
    return client.post("/practice/new", data=plan).location.rsplit("/", 1)[0]


def send_at_once(app: Flask, client: FlaskClient, address: str, client_ids: list[str]) -> list[int]:
    """Send one answer per client id from as many threads, all released together; return the statuses."""
    cookie = client.get_cookie("session").value
    barrier = Barrier(len(client_ids))

    def send(client_id: str) -> int:
        browser = app.test_client()
        browser.set_cookie("session", cookie)
        barrier.wait()
        return browser.post(address, data={"answer": "A", "client_id": client_id}).status_code

    with ThreadPoolExecutor(len(client_ids)) as pool:
        return list(pool.map(send, client_ids))


def count(app: Flask, table: type) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(table))


def test_one_form_sent_eight_times_at_once_is_one_response(app: Flask, client: FlaskClient):
    practice = start(client, "each")
    statuses = send_at_once(app, client, f"{practice}/1", [str(uuid4())] * AT_ONCE)
    assert set(statuses) == {302}
    assert (count(app, Response), count(app, Mark)) == (1, 1)


def test_eight_different_answers_at_once_give_one_mark(app: Flask, client: FlaskClient):
    practice = start(client, "each")
    statuses = send_at_once(app, client, f"{practice}/1", [str(uuid4()) for _ in range(AT_ONCE)])
    assert set(statuses) <= {302, 409}
    assert (count(app, Response), count(app, Mark)) == (1, 1)


def test_every_stored_answer_is_marked_however_the_end_falls_between(app: Flask, client: FlaskClient):
    for _ in range(5):
        practice = start(client, "end")
        cookie = client.get_cookie("session").value
        barrier = Barrier(4)

        def send(position: int, practice: str = practice, cookie: str = cookie, barrier: Barrier = barrier):
            browser = app.test_client()
            browser.set_cookie("session", cookie)
            barrier.wait()
            if position == 0:
                return browser.post(f"{practice}/finish").status_code
            return browser.post(f"{practice}/{position}", data={"answer": "A"}).status_code

        with ThreadPoolExecutor(4) as pool:
            statuses = list(pool.map(send, range(4)))
        assert set(statuses) <= {302, 409}
    assert count(app, Response) == count(app, Mark)
