"""A case gives its story to each of its questions; nothing else about them changes."""

from __future__ import annotations

from question_bank import read_question, restore_question, write_question
from question_bank.types import Case, CasePart
from tests.factories import case_fields, single_fields


def test_every_question_carries_the_story_and_its_place():
    case = Case.model_validate(case_fields())
    parts = [read_question(fields).case for fields in case.question_fields()]
    story = {"id": "test-case", "title": "两家面馆", "story": "面馆甲的顾客期望打 8 分，体验打 6 分。"}
    assert parts == [CasePart(**story, number=number, parts=3) for number in (1, 2, 3)]


def test_chapter_is_inherited_unless_the_question_names_its_own():
    fields = case_fields()
    fields["questions"][0].pop("chapter")
    fields["questions"][1]["chapter"] = "06"
    case = Case.model_validate(fields)
    assert [question["chapter"] for question in case.question_fields()] == ["05", "06", "05"]


def test_story_reaches_the_student_before_the_answer():
    question = read_question(Case.model_validate(case_fields()).question_fields()[0])
    assert question.public(1).case == question.case


def test_stored_question_keeps_its_story_and_its_calculator():
    calculator = {"slug": "satisfaction-ratio", "inputs": {"expectation": "8", "experience": "6"}}
    fields = Case.model_validate(case_fields()).question_fields()[0] | {"calculator": calculator}
    question = read_question(fields)
    assert restore_question(write_question(question)) == question


def test_question_outside_a_case_has_no_story():
    assert read_question(single_fields()).public(1).case is None
