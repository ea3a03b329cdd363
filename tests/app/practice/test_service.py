"""Drawing, answering and finishing a practice, without the web."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from app.authoring.service import add_question, retire_question
from app.models import Attempt, Feedback, Mark, Outcome, Response, Role, User
from app.practice import service
from app.practice.service import Plan
from app.practice.sheet import Sheet, State, get_sheet
from question_bank import Unreadable, read_question
from question_bank.marking import RULES_VERSION
from tests.factories import (
    fill_fields,
    find_revision_ids,
    make_person,
    multiple_fields,
    single_fields,
    true_false_fields,
)

MANY_IN_ORDER = Plan(chapters=("05",), types=("single",), count=3, shuffled=False)


@pytest.fixture
def person(session: Session, now: datetime) -> User:
    return make_person(session, now, "teacher", Role.INSTRUCTOR)


@pytest.fixture
def begin(session: Session, person: User, now: datetime) -> Callable[..., Sheet]:
    """Give a function that starts an attempt on one question made from fields."""

    def begin_with(fields: dict, feedback: Feedback = Feedback.EACH) -> Sheet:
        question = add_question(session, person, read_question(fields), now)
        plan = Plan(feedback=feedback)
        attempt = service.start_with(session, person, [question.revisions[0].id], plan, Random(1), now)
        return get_sheet(session, person.id, attempt.code)

    return begin_with


def drawn(attempt: Attempt) -> list[int]:
    """Return the revisions of an attempt in the order of its questions."""
    return [item.revision_id for item in sorted(attempt.items, key=lambda item: item.position)]


def again(session: Session, sheet: Sheet) -> Sheet:
    """Read the sheet anew, as the next request does."""
    return get_sheet(session, sheet.attempt.user_id, sheet.attempt.code)


def rows(session: Session, table: type) -> list:
    """Return all rows of a table in the order they were added."""
    return list(session.scalars(select(table).order_by(table.id)))


def test_same_dice_draw_the_same_questions_and_variants(session: Session, person: User, now: datetime):
    plan = Plan(chapters=("05", "06"), count=10)
    one, two, other = (service.start_practice(session, person, plan, Random(seed), now) for seed in (7, 7, 8))
    assert drawn(one) == drawn(two) != drawn(other)
    assert [item.variant_seed for item in one.items] == [item.variant_seed for item in two.items]
    assert len(set(drawn(one))) == 10  # nothing twice
    assert set(drawn(one)) <= set(find_revision_ids(session, None, ["05", "06"], []))


def test_plan_for_more_than_there_is_gets_all_there_is(session: Session, person: User, now: datetime):
    found = find_revision_ids(session, person, ["06"], ["multiple"])
    plan = Plan(chapters=("06",), types=("multiple",), count=100)
    attempt = service.start_practice(session, person, plan, Random(1), now)
    assert sorted(drawn(attempt)) == sorted(found)
    assert [item.position for item in attempt.items] == list(range(1, len(found) + 1))


def test_course_order_begins_with_what_has_no_answer_yet(session: Session, person: User, now: datetime):
    found = find_revision_ids(session, person, ["05"], ["single"])
    first = service.start_practice(session, person, MANY_IN_ORDER, Random(1), now)
    assert drawn(first) == found[:3]
    sheet = get_sheet(session, person.id, first.code)
    for position in (1, 3):
        service.save_answer(session, sheet, position, ["A"], f"id-{position}", now)
    second = service.start_practice(session, person, MANY_IN_ORDER, Random(1), now)
    assert drawn(second) == [found[1], found[3], found[4]]


def test_course_order_comes_round_to_the_answered_ones(session: Session, person: User, now: datetime):
    found = find_revision_ids(session, person, ["06"], ["multiple"])
    plan = Plan(chapters=("06",), types=("multiple",), count=len(found), shuffled=False)
    sheet = get_sheet(session, person.id, service.start_practice(session, person, plan, Random(1), now).code)
    service.save_answer(session, sheet, 1, ["A"], "id", now)
    assert drawn(service.start_practice(session, person, plan, Random(1), now)) == [*found[1:], found[0]]


def test_plan_that_matches_nothing_starts_nothing(session: Session, person: User, now: datetime):
    with pytest.raises(service.NothingToPractise):
        service.start_practice(session, person, Plan(chapters=("99",)), Random(1), now)
    assert rows(session, Attempt) == []


@pytest.mark.parametrize(
    ("fields", "answer", "outcome", "earned", "total", "codes"),
    [
        (single_fields(), ["B"], Outcome.FULL, 1, 1, []),
        (single_fields(), ["A"], Outcome.NONE, 0, 1, []),
        (single_fields(), ["Z"], Outcome.UNREADABLE, 0, 1, ["no_such_option"]),  # not wrong: not read
        (multiple_fields(), ["A"], Outcome.NONE, 0, 1, ["incomplete"]),
        (true_false_fields(), ["false"], Outcome.FULL, 1, 1, []),
        (fill_fields(), ["期望", "感知价值"], Outcome.FULL, 2, 2, []),  # exchanged, as allowed
        (fill_fields(), ["期望", ""], Outcome.PART, 1, 2, []),
        (fill_fields(), ["价格", "成本"], Outcome.NONE, 0, 2, []),
    ],
)
def test_mark_is_stored_with_its_outcome_and_reasons(
    session: Session, now: datetime, begin, fields, answer, outcome, earned, total, codes
):
    service.save_answer(session, begin(fields), 1, answer, "id", now)
    (mark,) = rows(session, Mark)
    assert (mark.outcome, mark.earned, mark.total, mark.codes) == (outcome, earned, total, codes)
    assert mark.rules_version == RULES_VERSION
    assert mark.created_at == now


def test_mark_of_a_fill_in_says_how_each_blank_was_read(session: Session, now: datetime, begin):
    service.save_answer(session, begin(fill_fields()), 1, ["期 望。", "价格"], "id", now)
    (mark,) = rows(session, Mark)
    assert mark.earned == Decimal(1)
    traces = [(part["given"], part["read_as"], part.get("accepted"), part["code"]) for part in mark.parts]
    assert traces == [("期 望。", "期望", "期望", "right"), ("价格", "价格", None, "wrong")]


def test_unreadable_answer_is_stored_and_the_question_stays_open(session: Session, now: datetime, begin):
    sheet = begin(single_fields())
    assert service.save_answer(session, sheet, 1, ["Z"], "one", now).problem == Unreadable("no_such_option")
    sheet = again(session, sheet)
    assert sheet.cell(1).state == State.UNREADABLE
    assert service.save_answer(session, sheet, 1, ["B"], "two", now).problem is None
    assert again(session, sheet).cell(1).state == State.RIGHT
    assert [(row.number, row.body) for row in rows(session, Response)] == [(1, ["Z"]), (2, ["B"])]


@pytest.mark.parametrize("feedback", list(Feedback))
def test_empty_answer_is_not_stored_where_there_was_none(session: Session, now: datetime, begin, feedback):
    sheet = begin(fill_fields(), feedback)
    assert service.save_answer(session, sheet, 1, ["", "  "], "id", now).problem == Unreadable("empty")
    assert rows(session, Response) == []


@pytest.mark.parametrize("emptied", [["", ""], [" ", "\u3000"], ["。", ""]])
def test_answer_may_be_taken_back_before_the_end(session: Session, now: datetime, begin, emptied):
    sheet = begin(fill_fields(), Feedback.END)
    service.save_answer(session, sheet, 1, ["价格", "成本"], "one", now)
    sheet = again(session, sheet)
    service.save_answer(session, sheet, 1, emptied, "two", now)
    sheet = again(session, sheet)
    assert sheet.cell(1).state == State.BLANK
    service.finish(session, sheet, now)
    assert rows(session, Mark) == []  # a blank is not marked
    assert len(rows(session, Response)) == 2  # and what was there is kept


def test_choice_may_be_unticked_before_the_end(session: Session, now: datetime, begin):
    sheet = begin(multiple_fields(), Feedback.END)
    service.save_answer(session, sheet, 1, ["A"], "one", now)
    service.save_answer(session, again(session, sheet), 1, [], "two", now)
    assert again(session, sheet).cell(1).state == State.BLANK


def test_second_answer_at_the_same_moment_is_refused_when_the_first_is_marked(session: Session, now, begin):
    sheet = begin(single_fields())
    at_the_same_moment = again(session, sheet)
    service.save_answer(session, sheet, 1, ["A"], "one", now)
    assert at_the_same_moment.cell(1).response is None  # it looked before the first answer came
    with pytest.raises(service.AttemptClosed):  # so the page can show it instead of dropping it
        service.save_answer(session, at_the_same_moment, 1, ["B"], "two", now)
    assert [row.body for row in rows(session, Response)] == [["A"]]
    assert len(rows(session, Mark)) == 1


def test_second_answer_at_the_same_moment_counts_when_marks_come_at_the_end(session: Session, now, begin):
    sheet = begin(single_fields(), Feedback.END)
    at_the_same_moment = again(session, sheet)
    service.save_answer(session, sheet, 1, ["A"], "one", now)
    assert service.save_answer(session, at_the_same_moment, 1, ["B"], "two", now).problem is None
    assert [(row.number, row.body) for row in rows(session, Response)] == [(1, ["A"]), (2, ["B"])]


def test_other_answer_from_the_same_form_is_stored(session: Session, now: datetime, begin):
    sheet = begin(single_fields(), Feedback.END)
    for key in ("A", "B"):
        service.save_answer(session, again(session, sheet), 1, [key], "one", now)
    assert [row.body for row in rows(session, Response)] == [["A"], ["B"]]


def test_same_form_sent_again_after_another_answer_is_not_stored_again(session: Session, now, begin):
    sheet = begin(single_fields(), Feedback.END)
    for client_id, key in (("one", "A"), ("two", "B"), ("one", "A")):
        service.save_answer(session, again(session, sheet), 1, [key], client_id, now)
    assert [row.body for row in rows(session, Response)] == [["A"], ["B"]]


def test_answer_that_meets_the_end_of_its_attempt_is_refused(session: Session, now: datetime, begin):
    sheet = begin(single_fields(), Feedback.END)
    other_engine = create_engine(session.get_bind().url)
    with Session(other_engine) as other:  # the same person in another window
        service.finish(other, again(other, sheet), now)
    other_engine.dispose()
    assert not sheet.is_finished  # this request looked before the end
    with pytest.raises(service.AttemptClosed):
        service.save_answer(session, sheet, 1, ["B"], "id", now)
    assert rows(session, Response) == []


def test_second_answer_after_a_mark_is_refused(session: Session, now: datetime, begin):
    sheet = begin(single_fields())
    service.save_answer(session, sheet, 1, ["A"], "one", now)
    with pytest.raises(service.AttemptClosed):
        service.save_answer(session, again(session, sheet), 1, ["B"], "two", now)


def test_finishing_twice_changes_nothing(session: Session, now: datetime, begin):
    sheet = begin(single_fields(), Feedback.END)
    service.save_answer(session, sheet, 1, ["B"], "id", now)
    open_window = again(session, sheet)
    service.finish(session, sheet, now)
    service.finish(session, open_window, now + timedelta(hours=1))
    assert [mark.outcome for mark in rows(session, Mark)] == [Outcome.FULL]
    assert rows(session, Attempt)[0].finished_at == now


def test_practise_again_takes_what_was_not_right_in_its_present_wording(
    session: Session, person: User, now: datetime
):
    questions = [
        add_question(session, person, read_question(single_fields(id=f"test-{n}")), now) for n in range(4)
    ]
    plan = Plan(feedback=Feedback.END)
    ids = [question.revisions[0].id for question in questions]
    code = service.start_with(session, person, ids, plan, Random(1), now).code
    sheet = get_sheet(session, person.id, code)
    for position, key in ((1, "B"), (2, "A"), (3, "A")):  # right, wrong, wrong, blank
        service.save_answer(session, sheet, position, [key], f"id-{position}", now)
    service.finish(session, sheet, now)
    retire_question(session, questions[2], now)
    attempt = service.practise_again(session, person, again(session, sheet), Random(1), now)
    assert drawn(attempt) == [ids[1], ids[3]]
    assert attempt.feedback == Feedback.END


def test_nothing_is_left_to_practise_when_all_was_right(session: Session, person: User, now, begin):
    sheet = begin(single_fields())
    service.save_answer(session, sheet, 1, ["B"], "id", now)
    with pytest.raises(service.NothingToPractise):
        service.practise_again(session, person, again(session, sheet), Random(1), now)
