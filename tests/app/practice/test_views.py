"""Practising in the browser: what each page shows, and what happens to odd requests."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from app.extensions import db
from app.models import Attempt, AttemptItem, Mark, QuestionRevision, Response, User
from question_bank import Question
from tests.answers import right_answer, wrong_answer

PLAN = {"chapters": ["05"], "types": ["single", "true_false"], "count": "3", "order": "in_order"}


def start(client: FlaskClient, **changes: object) -> str:
    """Begin a practice and return its code."""
    response = client.post("/practice/new", data=PLAN | {"feedback": "each"} | changes)
    assert response.status_code == 302, response.text
    return response.location.split("/")[2]


def question_at(app: Flask, code: str, position: int) -> Question:
    """Return the question at a position of an attempt."""
    with app.app_context():
        revision = db.session.scalars(
            select(QuestionRevision)
            .join(AttemptItem, AttemptItem.revision_id == QuestionRevision.id)
            .join(Attempt)
            .where(Attempt.code == code, AttemptItem.position == position)
        ).one()
        return revision.content


def count(app: Flask, table: type) -> int:
    """Count the rows of a table."""
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(table))


def answer(client: FlaskClient, code: str, position: int, values: list[str], client_id: str = ""):
    """Send an answer as the form does."""
    return client.post(f"/practice/{code}/{position}", data={"answer": values, "client_id": client_id})


def test_unknown_chapter_in_the_address_is_a_404_page(client: FlaskClient):
    response = client.get("/practice/new/99")
    assert response.status_code == 404
    assert "没有这个页面" in response.text


def test_chapter_in_the_address_is_ticked_alone(client: FlaskClient):
    page = client.get("/practice/new/06").text
    ticked = re.findall(r'<input checked[^>]*name="chapters"[^>]*value="(\d\d)"', page)
    assert ticked == ["06"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"chapters": []}, "请至少选一章"),
        ({"types": []}, "请至少选一种题型"),
        ({"count": "0"}, "请写 1 到 100 的整数"),
        ({"count": "many"}, "请写 1 到 100 的整数"),
    ],
)
def test_bad_choice_is_explained_and_starts_nothing(app: Flask, client: FlaskClient, changes, message):
    response = client.post("/practice/new", data=PLAN | {"feedback": "each"} | changes)
    assert response.status_code == 422
    assert message in response.text
    assert count(app, Attempt) == 0
    assert count(app, User) == 0  # nobody becomes a guest by a form that did not work


def test_page_before_the_answer_holds_no_key(app: Flask, client: FlaskClient):
    code = start(client, types=["single"])
    question = question_at(app, code, 1)
    page = client.get(f"/practice/{code}/1").text
    assert question.options[0].text in page
    for option in question.options:
        assert option.why not in page
    assert question.explanation not in page


def test_right_answer_is_told_why_with_the_facts_behind_it(app: Flask, client: FlaskClient):
    code = start(client, types=["single"])
    question = question_at(app, code, 1)
    response = answer(client, code, 1, right_answer(question))
    assert response.status_code == 302
    page = client.get(response.location).text
    assert "✓ 正确" in page
    for option in question.options:
        assert option.why[:10] in page
    assert question.facts[0] in page


def test_wrong_answer_is_marked_wrong_and_shows_the_right_one(app: Flask, client: FlaskClient):
    code = start(client, types=["true_false"])
    question = question_at(app, code, 1)
    answer(client, code, 1, wrong_answer(question))
    page = client.get(f"/practice/{code}/1").text
    assert "✗ 不正确" in page
    assert "正确答案" in page
    assert "漏选" not in page  # only where several were to be chosen


def test_blank_answer_stays_on_the_page_and_stores_nothing(app: Flask, client: FlaskClient):
    code = start(client)
    response = answer(client, code, 1, [])
    assert response.status_code == 422
    assert "还没有作答" in response.text
    assert count(app, Response) == 0


def test_tampered_answer_is_unreadable_not_wrong_and_may_be_given_again(app: Flask, client: FlaskClient):
    code = start(client, types=["single"])
    response = answer(client, code, 1, ["Z"])
    assert response.status_code == 422
    assert "不扣分" in response.text
    question = question_at(app, code, 1)
    answer(client, code, 1, right_answer(question))
    assert "✓ 正确" in client.get(f"/practice/{code}/1").text


def test_same_form_sent_twice_is_one_response(app: Flask, client: FlaskClient):
    code = start(client)
    question = question_at(app, code, 1)
    client_id = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"
    first = answer(client, code, 1, right_answer(question), client_id)
    second = answer(client, code, 1, right_answer(question), client_id)
    assert first.location == second.location
    assert count(app, Response) == 1
    assert count(app, Mark) == 1


def test_second_answer_to_a_marked_question_is_refused_and_shown(app: Flask, client: FlaskClient):
    code = start(client, types=["fill"])
    question = question_at(app, code, 1)
    answer(client, code, 1, right_answer(question))
    response = answer(client, code, 1, ["我改主意了"] * len(question.blanks))
    assert response.status_code == 409
    assert "我改主意了" in response.text
    assert count(app, Response) == 1


def test_answer_to_a_finished_attempt_is_409_with_the_text_and_a_link(app: Flask, client: FlaskClient):
    code = start(client, types=["fill"], feedback="end")
    client.post(f"/practice/{code}/finish")
    question = question_at(app, code, 1)
    response = answer(client, code, 1, ["迟到的答案"] * len(question.blanks))
    assert response.status_code == 409
    assert "迟到的答案" in response.text
    assert f"/practice/{code}/review" in response.text
    assert count(app, Response) == 0


def test_marking_at_the_end_tells_nothing_before(app: Flask, client: FlaskClient):
    code = start(client, feedback="end")
    for position in (1, 2, 3):
        question = question_at(app, code, position)
        response = answer(client, code, position, right_answer(question))
        assert response.status_code == 302
        page = client.get(f"/practice/{code}/{position}").text
        assert "正确答案" not in page
        assert "is-right" not in page
    assert response.location.endswith("/finish")
    assert count(app, Mark) == 0
    client.post(f"/practice/{code}/finish")
    assert count(app, Mark) == 3
    assert "100%" in client.get(f"/practice/{code}/review").text


def test_changed_answer_counts_at_the_end_and_the_first_is_kept(app: Flask, client: FlaskClient):
    code = start(client, feedback="end", count="1")
    question = question_at(app, code, 1)
    answer(client, code, 1, wrong_answer(question))
    answer(client, code, 1, right_answer(question))
    client.post(f"/practice/{code}/finish")
    assert count(app, Response) == 2
    assert "100%" in client.get(f"/practice/{code}/review").text


def test_left_session_is_offered_on_the_first_page_and_resumes_at_the_first_open_question(
    app: Flask, client: FlaskClient
):
    code = start(client)
    answer(client, code, 1, right_answer(question_at(app, code, 1)))
    assert f"/practice/{code}" in client.get("/").text
    assert client.get(f"/practice/{code}").location.endswith(f"/practice/{code}/2")


def test_review_waits_until_the_practice_is_finished(client: FlaskClient):
    code = start(client)
    assert client.get(f"/practice/{code}/review").status_code == 302


def test_review_scores_by_chapter_and_type_and_lists_blanks(app: Flask, client: FlaskClient):
    code = start(client, chapters=["05", "06"], types=["single"], count="4")
    answer(client, code, 1, right_answer(question_at(app, code, 1)))
    client.post(f"/practice/{code}/finish")
    page = client.get(f"/practice/{code}/review").text
    assert "25%" in page
    assert "按章节" in page
    assert "单选题" in page
    assert page.count("未作答") >= 3


def test_wrong_ones_again_are_exactly_those(app: Flask, client: FlaskClient):
    code = start(client)
    answer(client, code, 1, right_answer(question_at(app, code, 1)))
    answer(client, code, 2, wrong_answer(question_at(app, code, 2)))
    missed = {question_at(app, code, 2).id, question_at(app, code, 3).id}
    client.post(f"/practice/{code}/finish")
    again = client.post(f"/practice/{code}/again").location.split("/")[2]
    assert {question_at(app, again, 1).id, question_at(app, again, 2).id} == missed
    assert client.get(f"/practice/{again}/3").status_code == 404


def test_course_order_goes_on_after_what_was_answered(app: Flask, client: FlaskClient):
    first = start(client, count="2")
    answer(client, first, 1, right_answer(question_at(app, first, 1)))
    second = start(client, count="1")
    assert question_at(app, second, 1).id == question_at(app, first, 2).id


def test_nobody_sees_another_persons_attempt(client: FlaskClient, sign_up: Callable[..., FlaskClient]):
    code = start(client)
    stranger = sign_up("stranger")
    for address in ("1", "finish", "review", ""):
        assert stranger.get(f"/practice/{code}/{address}".rstrip("/")).status_code == 404
    assert answer(stranger, code, 1, ["A"]).status_code == 404


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "满" * 400, "\u202e反", "🙂" * 50],
    ids=["markup", "long", "right to left", "emoji"],
)
def test_odd_text_in_a_blank_is_shown_as_text(app: Flask, client: FlaskClient, text: str):
    code = start(client, types=["fill"])
    question = question_at(app, code, 1)
    answer(client, code, 1, [text] * len(question.blanks))
    page = client.get(f"/practice/{code}/1").text
    assert "<script>alert" not in page
    assert "✗" in page


def test_answer_with_empty_blanks_is_asked_about_once(app: Flask, client: FlaskClient):
    code = start(client, types=["fill"], count="40")
    position = next(n for n in range(1, 41) if question_at(app, code, n).total > 1)
    blanks = question_at(app, code, position).total
    typed = ["满意", *[""] * (blanks - 1)]
    response = answer(client, code, position, typed)
    assert response.status_code == 422
    assert f"还有 {blanks - 1} 个空没有填" in response.text
    assert 'value="满意"' in response.text
    assert count(app, Response) == 0
    client.post(f"/practice/{code}/{position}", data={"answer": typed, "incomplete": "1"})
    assert count(app, Response) == 1


@pytest.mark.parametrize(
    ("go", "leads_to"),
    [
        ("3", "/3"),
        ("finish", "/finish"),
        ("", "/2"),
        ("0", "/finish"),  # no such question: to the page from which every other can be reached
        ("99999999999", "/finish"),
    ],
)
def test_leaving_a_question_saves_its_answer(app: Flask, client: FlaskClient, go: str, leads_to: str):
    code = start(client, types=["single"], feedback="end")
    response = client.post(f"/practice/{code}/1", data={"answer": "A", "go": go})
    assert response.location == f"/practice/{code}{leads_to}"
    assert count(app, Response) == 1


def test_leaving_a_blank_question_is_allowed(app: Flask, client: FlaskClient):
    code = start(client, types=["single"], feedback="end")
    assert client.post(f"/practice/{code}/1", data={"go": "2"}).location == f"/practice/{code}/2"
    assert count(app, Response) == 0


def test_incomplete_choice_is_told_apart_from_a_wrong_one(app: Flask, client: FlaskClient):
    code = start(client, types=["multiple"])
    answer(client, code, 1, right_answer(question_at(app, code, 1))[:1])
    page = client.get(f"/practice/{code}/1").text
    assert "没有选全" in page
    assert "漏选" in page
