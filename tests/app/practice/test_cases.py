"""Cases and facts in practice: the story stays with its questions, and a note leads to its own."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from random import Random

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.library.bank_loading import load_bank
from app.library.service import Choice, all_shelves, find_units
from app.models import QuestionRevision, RevisionFact
from app.practice.service import NothingToPractise, Plan, start_practice
from tests.factories import case_fields, make_person, single_fields, write_chapter

STORY = "面馆甲的顾客期望打 8 分，体验打 6 分。"


@pytest.fixture
def bank_with_a_case(session: Session, now: datetime, tmp_path: Path) -> None:
    """Load a bank of one case of three questions, the first with a calculator, and one question beside it."""
    case = case_fields()
    inputs = {"expectation": "8", "experience": "6"}
    case["questions"][0]["calculator"] = {"slug": "satisfaction-ratio", "inputs": inputs}
    alone = single_fields(tests=[{"answer": "B", "earned": 1}])
    load_bank(session, now, write_chapter(tmp_path, case, alone))


def start(client: FlaskClient, **changes: object) -> str:
    plan = {"chapters": ["05"], "types": ["case"], "count": "3", "order": "shuffled", "feedback": "each"}
    response = client.post("/practice/new", data=plan | changes)
    assert response.status_code == 302, response.text
    return response.location.split("/")[2]


def test_case_is_one_unit_in_its_order(session: Session, bank_with_a_case: None):
    units = find_units(session, None, Choice())
    slugs = [[session.get(QuestionRevision, one).question.slug for one in unit] for unit in units]
    assert slugs == [["test-case-1", "test-case-2", "test-case-3"], ["test-single-1"]]


def test_question_put_in_front_later_comes_first(
    session: Session, now: datetime, tmp_path: Path, bank_with_a_case: None
):
    case = case_fields()
    first = single_fields(
        id="test-case-0", stem="先问的一题", facts=["05-001"], tests=[{"answer": "B", "earned": 1}]
    )
    case["questions"].insert(0, first)
    load_bank(session, now, write_chapter(tmp_path / "later", case))
    (unit,) = find_units(session, None, Choice())
    slugs = [session.get(QuestionRevision, one).question.slug for one in unit]
    assert slugs == ["test-case-0", "test-case-1", "test-case-2", "test-case-3"]


def test_types_mean_questions_outside_cases(session: Session, bank_with_a_case: None):
    assert [len(unit) for unit in find_units(session, None, Choice(types=["single"]))] == [1]
    assert [len(unit) for unit in find_units(session, None, Choice(types=["case"]))] == [3]
    shelf = next(shelf for shelf in all_shelves(session, None) if shelf.chapter.id == "05")
    assert shelf.count_by_type == {"case": 3, "single": 1}


def test_story_stands_above_each_question_and_once_in_the_review(client: FlaskClient, bank_with_a_case: None):
    code = start(client)
    for position in (1, 2, 3):
        page = client.get(f"/practice/{code}/{position}").text
        assert STORY in page
        assert f"本案例第 {position} 题，共 3 题" in page
    client.post(f"/practice/{code}/finish")
    assert client.get(f"/practice/{code}/review").text.count(STORY) == 1


def test_calculator_opens_with_the_numbers_of_the_case_once_the_answer_is_in(
    client: FlaskClient, bank_with_a_case: None
):
    code = start(client)
    link = re.compile(r'href="(/calculators/satisfaction-ratio\?[^"]+)"')
    assert not link.search(client.get(f"/practice/{code}/1").text)
    client.post(f"/practice/{code}/1", data={"answer": ["B"]})
    address = link.search(client.get(f"/practice/{code}/1").text)[1].replace("&amp;", "&")
    assert "0.75" in client.get(address).text


def test_facts_of_a_revision_are_kept_beside_it(session: Session, bank_with_a_case: None):
    rows = session.execute(
        select(RevisionFact.fact_id, QuestionRevision.body)
        .join(QuestionRevision, QuestionRevision.id == RevisionFact.revision_id)
        .where(QuestionRevision.body["id"].as_string().startswith("test-"))
    ).all()
    assert [fact for fact, _ in rows] == ["05-001"] * 4


def test_note_starts_a_practice_of_its_fact(client: FlaskClient, session: Session):
    response = client.post("/practice/facts/05-003")
    assert response.status_code == 302
    page = client.get(response.location)
    assert page.status_code == 200
    examining = find_units(session, None, Choice(facts=["05-003"]))
    assert page.text.count('class="card-cell ') == sum(map(len, examining))
    # the page says what it is about, and the list of practice what it was
    assert '<a href="/study/05#f05-003">知识点 05-003</a>' in page.text
    client.post(response.location.rsplit("/", 1)[0] + "/finish")
    assert '<a href="/study/05#f05-003">知识点 05-003</a>' in client.get("/practice/").text


def test_fact_nobody_asks_about_has_no_practice(client: FlaskClient, session: Session, now: datetime):
    assert client.post("/practice/facts/05-999").status_code == 404
    with pytest.raises(NothingToPractise):
        start_practice(session, make_person(session, now), Plan(facts=("05-999",)), Random(1), now)
