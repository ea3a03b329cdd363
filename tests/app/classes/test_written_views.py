"""Class work in the browser: the list, one answer beside its key points, and what the student then sees."""

from __future__ import annotations

import re
from datetime import datetime
from random import Random

import pytest

from app.authoring.service import add_question
from app.classes import written_work
from app.extensions import db
from app.models import Classroom
from app.practice.service import Plan, save_answer, start_with
from app.practice.sheet import get_sheet
from question_bank import read_question
from tests.app.classes.written_room import *  # noqa: F403  # its fixtures
from tests.app.classes.written_room import TEXT, Room, reading_english
from tests.factories import browser_of, fill_fields, make_person, term_fields
from tests.rules.test_sql_statements import recorded_statements


def ticked(page: str) -> list[str]:
    """Return the values of the ticked boxes of a page."""
    return re.findall(r'name="point" value="(\d+)" checked', page)


def base_number(page: str) -> str:
    (found,) = re.findall(r'name="base_number" value="(\d+)"', page)
    return found


def test_class_page_says_how_many_answers_wait(room: Room):
    page = room.teacher.get(f"/classes/{room.number}").text
    assert f'href="{room.address}"' in page
    assert "none waits for a mark" in page
    for waiting in ("1 waits for your mark", "2 wait for your mark"):
        room.write()
        assert waiting in room.teacher.get(f"/classes/{room.number}").text


def test_empty_list_says_what_will_be_there(room: Room):
    page = room.teacher.get(room.address).text
    assert "None yet. Answers to" in page
    assert "wait for your mark" not in page


def test_list_leads_to_every_answer_and_says_how_it_stands(room: Room):
    addresses = [room.write() for _ in range(3)]
    room.amy.post(f"{room.sheets[1]}/1/own-mark", data={"point": ["1"]})
    room.teacher.post(addresses[2], data={"point": ["0", "1"], "base_number": "1"})
    page = room.teacher.get(room.address).text
    assert "2 answers wait for your mark." in page
    lines = re.findall(r'<li><a href="(.*?)">.*?class="quiet">.*?·\s+(\S.*?)\s*</span></li>', page, re.S)
    assert lines == [
        (addresses[0], "waiting for a mark"),
        (addresses[1], "waiting; the student: 2 of 3 points"),
        (addresses[2], "marked: 3 of 3 points"),
    ]


def test_long_list_has_pages(room: Room, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(written_work, "PAGE_SIZE", 1)
    addresses = [room.write() for _ in range(2)]
    first, second = (room.teacher.get(room.address, query_string={"page": n}).text for n in ("1", "2"))
    assert "Page 1 of 2." in first
    assert addresses[0] in first and addresses[1] not in first
    assert addresses[1] in second and addresses[0] not in second
    assert f'rel="next" href="{room.address}?page=2"' in first
    assert f'rel="prev" href="{room.address}?page=1"' in second


@pytest.mark.parametrize("page", ["x", "", "-1", "0", "9" * 30, "٣", "1.5"])
def test_odd_page_number_still_shows_the_list(room: Room, page: str):
    address = room.write()
    response = room.teacher.get(room.address, query_string={"page": page})
    assert response.status_code == 200
    assert address in response.text


def test_answer_stands_beside_its_model_answer_and_key_points(room: Room):
    page = room.teacher.get(room.write()).text
    assert "amy" in page
    assert "拿体验同期望值相比\n&lt;b&gt;第二行&lt;/b&gt;" in page  # with its lines, and as text
    assert "一种感觉状态" in page
    assert "found: 期望值" in page
    assert ticked(page) == ["1"]
    assert "The student has not marked this answer." in page
    assert "Marks so far" not in page


def test_ticks_of_the_student_are_named_but_not_taken_over(room: Room):
    address = room.write()
    room.amy.post(f"{room.sheets[0]}/1/own-mark", data={"point": ["0"]})
    page = room.teacher.get(address).text
    assert ticked(page) == ["1"]
    points = re.findall(r"The student (?:ticked|did not tick) this point\.", page)
    assert points == ["The student ticked this point.", "The student did not tick this point."]
    assert "key points 1" in page
    assert "You differ here." not in page  # nothing decided yet


def test_point_only_the_student_ticked_stays_visible_after_marking(room: Room):
    address = room.write()
    room.amy.post(f"{room.sheets[0]}/1/own-mark", data={"point": ["0", "1"]})
    room.teacher.post(address, data={"point": ["1"], "base_number": "2"})
    page = room.teacher.get(address).text
    assert ticked(page) == ["1"]
    assert page.count("The student ticked this point.") == 2
    assert page.count("You differ here.") == 1
    assert re.search(r"The student\s+· 3 of 3 points", page)
    assert re.search(r"You\s+· 2 of 3 points", page)


def test_saving_goes_on_to_the_next_answer_that_waits(room: Room):
    first, second = room.write(), room.write()
    assert "Save the mark and go on" in room.teacher.get(first).text
    assert f'href="{second}">Skip' in room.teacher.get(first).text
    response = room.teacher.post(first, data={"point": ["1"], "base_number": "1"})
    assert response.location == second
    assert "Saved: 2 of 3 points for amy." in room.teacher.get(second).text
    last = room.teacher.get(second).text
    assert ">Skip</a>" not in last and "go on" not in last
    response = room.teacher.post(second, data={"base_number": "1"})  # nothing ticked: no points
    assert response.location == room.address
    page = room.teacher.get(room.address).text
    assert "Saved: 0 of 3 points for amy." in page
    assert "0 answers wait for your mark." in page


def test_mark_of_another_instructor_is_shown_and_the_ticks_are_kept(room: Room, colleague):
    address = room.write()
    seen = base_number(room.teacher.get(address).text)
    theirs = re.sub(r"/classes/\d+", f"/classes/{room.number + 1}", address)
    assert colleague().post(theirs, data={"point": ["1"], "base_number": "1"}).status_code == 302

    refused = room.teacher.post(address, data={"point": ["0"], "base_number": seen})
    assert refused.status_code == 409
    assert "Another instructor has marked this answer" in refused.text
    assert re.search(r"colleague\s+· 2 of 3 points", refused.text)
    assert ticked(refused.text) == ["0"]
    assert room.mark_count() == 2

    fields = {"point": ticked(refused.text), "base_number": base_number(refused.text)}
    assert room.teacher.post(address, data=fields).status_code == 302
    page = room.teacher.get(address).text
    assert re.search(r"colleague\s+· 2 of 3 points.*You\s+· 1 of 3 points", page, re.S)
    assert "Another instructor has marked" not in page


@pytest.mark.parametrize(
    "fields",
    [
        {"point": ["7"], "base_number": "1"},
        {"point": ["-1"], "base_number": "1"},
        {"point": ["x"], "base_number": "1"},
        {"point": ["9" * 5000], "base_number": "1"},
        {"point": ["0"]},  # a mark nobody says they looked at
        {"point": ["0"], "base_number": ""},
        {"point": ["0"], "base_number": "0"},
        {"point": ["0"], "base_number": "x"},
    ],
)
def test_form_nobody_was_given_is_refused(room: Room, fields: dict):
    address = room.write()
    assert room.teacher.post(address, data=fields).status_code == 400
    assert room.mark_count() == 1


def test_student_sees_the_mark_and_can_no_longer_mark(room: Room):
    address = room.write()
    question = f"{room.sheets[0]}/1"
    assert "Save my marks" in room.amy.get(question).text
    room.teacher.post(address, data={"point": ["1"], "base_number": "1"})
    page = room.amy.get(question).text
    assert "Marked by your instructor." in page
    assert "2 of 3 points" in page
    assert "Save my marks" not in page
    refused = room.amy.post(f"{question}/own-mark", data={"point": ["0", "1"]}, follow_redirects=True)
    assert "can no longer be marked by yourself" in refused.text
    assert "2 of 3 points" in refused.text


def test_student_sees_how_their_own_marks_compare(room: Room):
    for _ in range(3):
        address = room.write()
        room.amy.post(f"{room.sheets[-1]}/1/own-mark", data={"point": ["0", "1"]})
        room.teacher.post(address, data={"point": ["1"], "base_number": "2"})
    assert "You mark more generously than your instructor" in room.amy.get(f"{room.sheets[-1]}/1").text


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_class_work_is_closed_to_others(room: Room, colleague, method: str):
    address, theirs = room.write(), colleague()
    for browser, status in ((theirs, 404), (room.amy, 403), (room.app.test_client(), 302)):
        for page in [room.address, address] if method == "GET" else [address]:
            response = browser.open(page, method=method, data={"point": ["0"], "base_number": "1"})
            assert response.status_code == status, page
    assert room.mark_count() == 1


def test_answers_that_are_not_of_the_class_are_404(room: Room, now: datetime):
    with room.app.app_context():
        session = db.session()
        outsider = make_person(session, now, "outsider")
        question = add_question(session, outsider, read_question(term_fields()), now)
        code = start_with(session, outsider, [question.revisions[0].id], Plan(), Random(1), now).code
        save_answer(session, get_sheet(session, outsider.id, code), 1, [TEXT], "one", now)
        number = get_sheet(session, outsider.id, code).cell(1).response.id
    for response_id in (number, 0, 999, "9" * 20):
        assert room.teacher.get(f"{room.address}/{response_id}").status_code == 404
        assert (
            room.teacher.post(f"{room.address}/{response_id}", data={"base_number": "1"}).status_code == 404
        )


def test_joining_says_what_the_instructor_will_read(room: Room):
    with room.app.app_context():
        code = db.session.get(Classroom, room.number).join_code
        newcomer = reading_english(browser_of(room.app, make_person(db.session(), room.now, "bo").id))
    page = newcomer.get(f"/classes/join/{code}").text
    assert "which questions you got right and wrong" in page
    assert "From the moment you join they can also read and mark the written answers you hand in" in page


def test_near_misses_stand_on_the_class_page_without_names(room: Room):
    assert "Answers worth a look" not in room.teacher.get(f"/classes/{room.number}").text
    one_blank = {"stem": "重复购买出于 ____ 。", "blanks": [{"accept": ["忠诚度"]}], "interchangeable": []}
    for typed in ("衷诚度", "忠诚度（<b>满意）"):
        room.write(typed, fill_fields(**one_blank))
    page = room.teacher.get(f"/classes/{room.number}").text
    (lines,) = re.findall(r'<ul class="lines near-misses">(.*?)</ul>', page, re.S)
    told = [
        " ".join(re.sub(r"<.*?>", "", line).split()) for line in re.findall(r"<li>(.*?)</li>", lines, re.S)
    ]
    stem = "1 student · 重复购买出于 ____ 。"
    assert told == [
        f"忠诚度（&lt;b&gt;满意） in place of 忠诚度 · the name in brackets is unknown {stem}",
        f"衷诚度 in place of 忠诚度 · sounds the same: 衷 {stem}",
    ]
    assert "amy" not in lines


@pytest.mark.parametrize("count", [1, 20])
def test_pages_do_not_ask_once_per_answer(room: Room, count: int):
    addresses = [room.write() for _ in range(count)]
    for page, most in ((room.address, 5), (addresses[0], 6)):
        with recorded_statements(room.app) as statements:
            assert room.teacher.get(page).status_code == 200
        assert len(statements) <= most, "\n".join(statements)
