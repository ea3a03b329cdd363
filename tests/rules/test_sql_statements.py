"""How many statements a page may cost. Counted, not timed: the number does not depend on the machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from app.extensions import db

ANSWER_AND_NEXT_QUESTION = 12


@contextmanager
def recorded_statements(app: Flask) -> Iterator[list[str]]:
    """Record every statement sent to the database."""
    statements: list[str] = []

    def record(_connection, _cursor, statement, *_rest) -> None:
        statements.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", record)
    yield statements
    event.remove(engine, "before_cursor_execute", record)


def start(client: FlaskClient, feedback: str) -> str:
    response = client.post(
        "/practice/new",
        data={
            "chapters": ["05"],
            "types": ["single"],
            "count": "20",
            "order": "shuffled",
            "feedback": feedback,
        },
    )
    return response.location.rsplit("/", 1)[0]


def test_saving_an_answer_seeing_why_and_the_next_question(app: Flask, client: FlaskClient):
    practice = start(client, "each")
    with recorded_statements(app) as statements:
        feedback = client.post(f"{practice}/1", data={"answer": "A"})
        assert "解析" in client.get(feedback.location).text
        assert "第 2 题" in client.get(f"{practice}/2").text
    assert any(statement.startswith("INSERT INTO marks") for statement in statements)
    assert len(statements) <= ANSWER_AND_NEXT_QUESTION, "\n".join(statements)


def test_saving_an_answer_that_is_marked_at_the_end(app: Flask, client: FlaskClient):
    practice = start(client, "end")
    with recorded_statements(app) as statements:
        following = client.post(f"{practice}/1", data={"answer": "A"})
        assert "第 2 题" in client.get(following.location).text
    assert any(statement.startswith("INSERT INTO responses") for statement in statements)
    assert len(statements) <= ANSWER_AND_NEXT_QUESTION, "\n".join(statements)


def test_review_does_not_ask_once_per_question(app: Flask, client: FlaskClient):
    practice = start(client, "end")
    for position in range(1, 21):
        client.post(f"{practice}/{position}", data={"answer": "A"})
    client.post(f"{practice}/finish")
    with recorded_statements(app) as statements:
        assert client.get(f"{practice}/review").status_code == 200
    assert len(statements) <= 5, "\n".join(statements)
