"""The one door: every fault of a question's fields is named with its place, in both languages."""

import re

import pytest

from question_bank import BadQuestion, FieldFault, read_question, restore_question, write_question
from question_bank.types import Level
from tests.factories import fill_fields, multiple_fields, single_fields, true_false_fields
from tests.shipped_bank import BANK


def faults_of(fields: dict) -> list[FieldFault]:
    """Return what is wrong with the fields."""
    with pytest.raises(BadQuestion) as caught:
        read_question(fields)
    return list(caught.value.faults)


def without(fields: dict, name: str) -> dict:
    """Return the fields less one."""
    return {key: value for key, value in fields.items() if key != name}


FAULTS = [
    # (fields, place, reason, remedy); places count entries from 1
    (without(fill_fields(), "stem"), "stem", "is missing", "add the field"),
    (without(fill_fields(), "blanks"), "blanks", "is missing", "add the field"),
    (without(true_false_fields(), "correct"), "correct", "is missing", "add the field"),
    (single_fields(options=[{"text": "甲"}, {"why": "乙"}]), "options.2.text", "is missing", "add the field"),
    (fill_fields(hint="x"), "hint", "is not a field", "check the spelling"),
    (fill_fields(options=[]), "options", "is not a field", "check the spelling"),  # of another type
    (
        multiple_fields(options=[{"text": "甲", "corect": True}, {"text": "乙"}]),
        "options.1.corect",
        "is not a field",
        "check the spelling",
    ),
    (fill_fields(chapter=5), "chapter", "should be text", "in quotes"),  # YAML reads 5 as a number
    (fill_fields(blanks=[{"accept": ["甲", 250]}] * 2), "blanks.1.accept.2", "should be text", "in quotes"),
    (fill_fields(id="Big Id"), "id", "required form", "docs/question-format.md"),
    (fill_fields(stem=" \n"), "stem", "is empty", "write something"),
    (fill_fields(facts=["05-001", "5-1"]), "facts.2", "required form", "docs/question-format.md"),
    (fill_fields(id="a" * 81), "id", "longer than 80 characters", "shorten it"),
    (fill_fields(stem="满" * 4001), "stem", "longer than 4000 characters", "shorten it"),
    (fill_fields(difficulty=0), "difficulty", "less than 1", "write 1 or more"),
    (fill_fields(difficulty=6), "difficulty", "greater than 5", "write 5 or less"),
    (fill_fields(difficulty="hard"), "difficulty", "required form", "docs/question-format.md"),
    (fill_fields(blanks=[]), "blanks", "fewer than 1 entries", "add the rest"),
    (single_fields(options=[{"text": "甲", "correct": True}]), "options", "fewer than 2", "add the rest"),
    (fill_fields(blanks=[{"accept": ["甲"]}] * 7), "blanks", "more than 6 entries", "remove some"),
    (true_false_fields(correct="no"), "correct", "should be true or false", "without quotes"),
    (
        single_fields(options=[{"text": "甲", "correct": 1}, {"text": "乙"}]),
        "options.1.correct",
        "should be true or false",
        "without quotes",
    ),
    (fill_fields(facts="05-001"), "facts", "should be a list", "write [a, b]"),
    (fill_fields(interchangeable=[1, 2]), "interchangeable.1", "should be a list", "write [a, b]"),
    (fill_fields(level="recall"), "level", "not one of the possible values", "'remember', 'understand'"),
    (fill_fields(blanks=["甲", {"accept": ["乙"]}]), "blanks.1", "should be text", "in quotes"),
    (fill_fields(tests=[{"earned": 1}]), "tests.1.answer", "is missing", "add the field"),
    # one fault, although an answer may have three forms and fits none
    (fill_fields(tests=[{"answer": 250, "earned": 1}]), "tests.1.answer", "should be text", "in quotes"),
    (fill_fields(tests=[{"answer": ["甲", 1]}]), "tests.1.answer", "a list of texts", "in quotes"),
    (fill_fields(type="essay"), "type", "no question type 'essay'", "fill, single, multiple, true_false"),
    (without(fill_fields(), "type"), "type", "no question type None", "fill, single, multiple, true_false"),
    (fill_fields(type=["fill"]), "type", "no question type", "fill, single, multiple, true_false"),
]


@pytest.mark.parametrize(
    ("fields", "place", "reason", "remedy"),
    FAULTS,
    ids=[f"{place}: {reason}" for _, place, reason, _ in FAULTS],
)
def test_fault_is_named_with_place_reason_and_remedy(fields, place, reason, remedy):
    (fault,) = [found for found in faults_of(fields) if found.field == place]
    assert reason in fault.reason.en
    assert remedy in fault.remedy.en


@pytest.mark.parametrize(("fields", "place"), [row[:2] for row in FAULTS], ids=[row[1] for row in FAULTS])
def test_every_fault_is_said_in_both_languages_with_its_values_filled_in(fields, place):
    for fault in faults_of(fields):
        for text in (fault.reason, fault.remedy):
            assert re.search(r"[\u4e00-\u9fff]", text.zh)
            assert text.en.isascii() or "“" in text.en
            assert not re.search(r"\{\w*\}", text.zh + text.en)  # no placeholder left


def test_many_faults_are_reported_at_once():
    fields = multiple_fields(
        id="",
        chapter=5,
        difficulty=9,
        level="?",
        colour="red",
        options=[{"text": ""}, {"text": "乙", "correct": "yes"}],
    )
    assert {fault.field for fault in faults_of(fields)} == {
        "id",
        "chapter",
        "difficulty",
        "level",
        "colour",
        "options.1.text",
        "options.2.correct",
    }


def test_message_of_the_exception_lists_every_fault():
    with pytest.raises(BadQuestion) as caught:
        read_question(fill_fields(chapter=5, difficulty=9))
    lines = str(caught.value).splitlines()
    assert [line.partition(":")[0] for line in lines] == ["chapter", "difficulty"]


def test_list_with_a_bad_entry_is_not_called_too_short():
    options = [{"text": "甲", "correct": True}, {"text": 5}]
    assert [fault.field for fault in faults_of(single_fields(options=options))] == ["options.2.text"]


def test_text_with_braces_is_quoted_as_it_stands():
    options = [{"text": "{0} {x!r} {", "correct": True}, {"text": "{0} {x!r} {"}]
    (fault,) = faults_of(single_fields(options=options))
    assert "{0} {x!r} {" in fault.reason.zh


def test_fields_left_out_have_their_defaults():
    question = read_question(single_fields())
    assert (question.difficulty, question.level, question.facts, question.tests) == (
        3,
        Level.REMEMBER,
        (),
        (),
    )


@pytest.mark.parametrize("fields", [fill_fields, single_fields, multiple_fields, true_false_fields])
def test_written_question_is_read_back(fields):
    question = read_question(fields(difficulty=5, level="apply", facts=["05-001"]))
    written = write_question(question)
    assert read_question(written) == question
    assert restore_question(written) == question


def test_writing_leaves_out_what_was_left_out():
    assert write_question(read_question(single_fields())) == single_fields()


def test_whole_shipped_bank_is_written_and_read_back():
    for question in BANK.questions:
        written = write_question(question)
        assert read_question(written) == question, question.id
        assert restore_question(written) == question, question.id


def test_restored_question_is_not_tested_again():
    written = single_fields(tests=[{"answer": "A", "earned": 1}])  # a rule that has changed since
    assert restore_question(written).mark(["A"]).earned == 0
