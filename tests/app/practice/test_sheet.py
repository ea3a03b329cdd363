"""The answer sheet: how each question stands and which one comes next."""

from __future__ import annotations

from datetime import datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.models import Attempt, AttemptItem, Mark, Outcome, Response
from app.practice.service import Plan, start_with
from app.practice.sheet import AttemptUnknown, Cell, Sheet, State, get_sheet
from tests.factories import find_revision_ids, make_person

OUTCOME_OF = {
    State.RIGHT: Outcome.FULL,
    State.PART: Outcome.PART,
    State.WRONG: Outcome.NONE,
    State.UNREADABLE: Outcome.UNREADABLE,
    State.AWAITS: Outcome.AWAITS,
}
OPEN = {State.BLANK, State.UNREADABLE}


def cell(position: int, state: State) -> Cell:
    """Make a cell that stands as wanted; nothing is stored."""
    response = None if state == State.BLANK else Response(body=["A"])
    mark = Mark(outcome=OUTCOME_OF[state], earned=1) if state in OUTCOME_OF else None
    return Cell(AttemptItem(position=position, points=1), response, mark, None)


def sheet_of(states: list[State]) -> Sheet:
    """Make a sheet whose questions stand as wanted."""
    cells = tuple(cell(position, state) for position, state in enumerate(states, start=1))
    return Sheet(Attempt(code="code", feedback="each"), cells)


@pytest.mark.parametrize("state", list(State))
def test_cell_stands_as_its_response_and_mark_say(state: State):
    assert cell(1, state).state == state


@pytest.mark.parametrize("body", [[], [""], ["", ""]])
def test_answer_taken_back_is_a_blank(body: list[str]):
    assert Cell(AttemptItem(position=1), Response(body=body), None, None).state == State.BLANK


@pytest.mark.parametrize(
    ("state", "is_settled"),
    [
        (State.BLANK, False),
        (State.ANSWERED, False),  # marked at the end: may still be changed
        (State.UNREADABLE, False),  # unreadable is not wrong: may be given again
        (State.WRONG, True),
        (State.PART, True),
        (State.RIGHT, True),
    ],
)
def test_only_a_mark_settles_a_question(state: State, is_settled: bool):
    assert cell(1, state).is_settled == is_settled


@pytest.mark.parametrize(
    ("states", "after", "expected"),
    [
        ([State.BLANK, State.BLANK], 0, 1),
        ([State.BLANK, State.BLANK], 1, 2),
        ([State.BLANK, State.RIGHT], 2, 1),  # goes round to the beginning
        ([State.RIGHT, State.UNREADABLE, State.WRONG], 2, 2),  # the question itself comes last
        ([State.ANSWERED, State.PART], 0, None),
    ],
)
def test_next_open_question_goes_round_once(states, after: int, expected: int | None):
    assert sheet_of(states).next_open(after) == expected


@given(st.lists(st.sampled_from(State), min_size=1, max_size=8), st.data())
def test_next_open_question_is_open_and_missing_only_when_none_is(states, data):
    found = sheet_of(states).next_open(data.draw(st.integers(0, len(states))))
    if found is None:
        assert not OPEN & set(states)
    else:
        assert states[found - 1] in OPEN


@given(st.lists(st.sampled_from(State), max_size=8))
def test_states_are_counted_without_loss(states):
    assert sum(sheet_of(states).count(state) for state in State) == len(states)
    assert sheet_of(states).count(*OPEN) == sum(state in OPEN for state in states)


@pytest.mark.parametrize("position", [0, 3, -1])
def test_position_outside_the_attempt_is_unknown(position: int):
    with pytest.raises(AttemptUnknown):
        sheet_of([State.BLANK, State.BLANK]).cell(position)


def test_sheet_loads_one_question_or_all(session: Session, now: datetime):
    person = make_person(session, now)
    ids = find_revision_ids(session, None, ["05"], ["single"])[:3]
    code = start_with(session, person, ids, Plan(), Random(1), now).code
    one = get_sheet(session, person.id, code, 2)
    assert one.cell(2).question.id == ids[1]
    with pytest.raises(AttemptUnknown):
        _ = one.cell(1).question
    assert [cell.question.id for cell in get_sheet(session, person.id, code).cells] == ids


def test_attempt_of_somebody_else_is_unknown(session: Session, now: datetime):
    owner, other = make_person(session, now), make_person(session, now)
    ids = find_revision_ids(session, None, ["05"], ["single"])[:1]
    code = start_with(session, owner, ids, Plan(), Random(1), now).code
    with pytest.raises(AttemptUnknown):
        get_sheet(session, other.id, code)
