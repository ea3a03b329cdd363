"""Class work: which written answers an instructor sees, and in which order."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from app.classes import written_work
from app.classes.service import join, make_classroom
from app.classes.written_work import (
    AnswerUnknown,
    WrittenPage,
    count_waiting,
    get_written_answer,
    list_written,
    next_waiting,
)
from app.models import Feedback, Marker, Membership, Origin, Question
from app.practice import service
from app.practice.self_marking import mark_own_answer
from app.practice.sheet import Sheet
from tests.app.classes.class_work import *  # noqa: F403  # its fixtures
from tests.app.classes.class_work import BOTH_POINTS, NO_POINT, SECOND, again, givers, response_id
from tests.factories import make_person, single_fields, term_fields

SHORT = term_fields(id="test-short-1", type="short", stem="简述客户满意。")


def texts(page: WrittenPage) -> list[str]:
    return [answer.response.body[0] for answer in page.answers]


@pytest.mark.parametrize(
    ("given", "is_seen"),
    [
        ({}, True),
        ({"fields": SHORT}, True),
        ({"moment": timedelta(0)}, True),  # at the very moment of joining: consented already
        ({"moment": -SECOND}, False),  # written before anybody was to read it
        ({"text": NO_POINT}, True),  # no key term found: all the more for a person to judge
        ({"text": "   "}, False),  # blank: nothing was handed in
        ({"text": "字" * 20_001}, False),  # unreadable: costs nothing, waits for the student
        ({"feedback": Feedback.END}, False),  # a draft; may still be changed
        ({"feedback": Feedback.END, "is_handed_in": True}, True),
        ({"fields": single_fields(), "text": "B"}, False),  # marked by the rules, no class work
    ],
)
def test_instructor_sees_what_was_written_for_them(session, now, classroom, amy, write, given, is_seen):
    write(amy, **{**given, "moment": now + given.get("moment", SECOND)})
    page = list_written(session, classroom)
    assert (len(page.answers), page.total, page.waiting) == ((1, 1, 1) if is_seen else (0, 0, 0))
    assert count_waiting(session, classroom) == page.waiting


def test_answer_begun_before_joining_and_handed_in_after_stays_private(session, now, classroom, amy, write):
    draft = write(amy, moment=now - SECOND, feedback=Feedback.END)
    service.finish(session, draft, now + SECOND)
    assert list_written(session, classroom).answers == []


@pytest.mark.parametrize(
    ("owner", "is_bank", "is_seen"),
    [
        ("teacher", False, True),
        ("colleague", False, False),  # the students of a colleague may meet our student there
        ("colleague", True, True),  # the bank belongs to everybody
    ],
)
def test_questions_of_another_instructor_stay_theirs(
    session, classroom, amy, teacher, colleague, write, owner, is_bank, is_seen
):
    write(amy, owner={"teacher": teacher, "colleague": colleague}[owner])
    if is_bank:
        session.execute(update(Question).where(Question.owner_id == colleague.id).values(origin=Origin.BANK))
        session.commit()
    assert len(list_written(session, classroom).answers) == is_seen


def test_answer_of_somebody_outside_the_class_can_be_neither_seen_nor_marked(
    session, now, classroom, write, mark
):
    sheet = write(make_person(session, now, "outsider"))
    assert list_written(session, classroom).answers == []
    with pytest.raises(AnswerUnknown):
        get_written_answer(session, classroom, response_id(sheet))
    with pytest.raises(AnswerUnknown):
        mark(sheet, {0})
    assert givers(session) == [(1, Marker.RULES)]


def test_each_class_counts_from_its_own_day_of_joining(session, now, classroom, teacher, amy, write):
    later = make_classroom(session, teacher, "CRM 2", Random(2), now)
    join(session, amy, later, now + timedelta(days=2))
    write(amy, moment=now + timedelta(days=1))
    assert [count_waiting(session, room) for room in (classroom, later)] == [1, 0]


def test_answer_written_again_is_seen_in_its_last_wording_alone(session, now, classroom, amy, write):
    draft = write(amy, NO_POINT, feedback=Feedback.END)
    service.save_answer(session, draft, 1, [BOTH_POINTS], "two", now + SECOND)
    service.finish(session, again(session, draft), now + SECOND)
    assert texts(list_written(session, classroom)) == [BOTH_POINTS]
    with pytest.raises(AnswerUnknown):
        get_written_answer(session, classroom, response_id(draft))


def test_answer_taken_back_before_the_end_is_not_handed_in(session, now, classroom, amy, write):
    draft = write(amy, feedback=Feedback.END)
    service.save_answer(session, draft, 1, [""], "two", now)
    service.finish(session, again(session, draft), now)
    assert list_written(session, classroom).total == 0


@pytest.fixture
def five(session, now, amy, write, mark) -> dict[str, Sheet]:
    """Give five answers written one after the other; 一 then 四 are marked by the instructor, 三 by amy."""
    sheets = {text: write(amy, text, now + hour * SECOND) for hour, text in enumerate("一二三四五")}
    for text, minutes in (("一", 1), ("四", 2)):
        mark(sheets[text], {0}, moment=now + timedelta(minutes=minutes))
    mark_own_answer(session, sheets["三"], 1, amy, {0}, now)
    return sheets


def test_waiting_answers_come_oldest_first_then_the_newest_marked(session, classroom, five):
    page = list_written(session, classroom)
    assert texts(page) == ["二", "三", "五", "四", "一"]
    assert [answer.is_waiting for answer in page.answers] == [True, True, True, False, False]
    assert (page.waiting, page.total, page.pages) == (3, 5, 1)


@pytest.mark.parametrize(
    ("after", "following"),
    [
        ("二", "三"),
        ("三", "五"),
        ("五", "二"),  # round once: what was skipped comes again
        ("一", "二"),  # after a marked one, the first that was written later
        ("四", "五"),
    ],
)
def test_next_waiting_answer_is_the_one_written_after(session, classroom, five, after, following):
    response = five[after].cell(1).response
    assert next_waiting(session, classroom, response) == response_id(five[following])


def test_nothing_is_next_when_only_this_one_waits(session, classroom, amy, write):
    sheet = write(amy)
    assert next_waiting(session, classroom, sheet.cell(1).response) is None


@pytest.mark.parametrize(
    ("asked", "number", "shown"),
    [
        (1, 1, ["二", "三"]),
        (2, 2, ["五", "四"]),
        (3, 3, ["一"]),
        (99, 3, ["一"]),  # beyond the last: the last
        (0, 1, ["二", "三"]),
        (-5, 1, ["二", "三"]),
    ],
)
def test_long_list_comes_in_pages(session, classroom, five, monkeypatch, asked, number, shown):
    monkeypatch.setattr(written_work, "PAGE_SIZE", 2)
    page = list_written(session, classroom, asked)
    assert (page.number, page.pages, page.waiting, texts(page)) == (number, 3, 3, shown)


@given(total=st.integers(0, 10_000))
def test_pages_hold_every_answer_and_none_is_empty(total):
    pages = WrittenPage([], 0, total, 1).pages
    assert (pages - 1) * written_work.PAGE_SIZE < max(total, 1) <= pages * written_work.PAGE_SIZE


def test_members_who_wrote_nothing_show_an_empty_page(session, classroom, amy):
    assert session.scalars(select(Membership.user_id)).all() == [amy.id]
    assert list_written(session, classroom) == WrittenPage([], 0, 0, 1)
