"""The shipped bank as content: wide enough, balanced, and without cues that give the key away."""

from __future__ import annotations

from collections import defaultdict

import yaml

from exercises import EXERCISES, Solution
from question_bank import TYPES, Question, check_bank, count_bank
from question_bank.formats.native_yaml import CONTENT
from question_bank.marking import normalise
from question_bank.types import ChoiceQuestion, FillQuestion, Gets, WrittenQuestion
from tests.shipped_bank import BANK

TOPIC_FILES = [path for path in CONTENT.glob("*/*.yaml") if path.name != "chapter.yaml"]
QUESTIONS = BANK.questions
CHOICES = [question for question in QUESTIONS if isinstance(question, ChoiceQuestion)]
FILLS = [question for question in QUESTIONS if isinstance(question, FillQuestion)]


def share(part: int, whole: int) -> float:
    """Return a part of a whole in percent."""
    return 100 * part / whole


def test_nothing_is_wrong_with_the_bank_as_a_whole():
    assert [str(finding) for finding in check_bank(BANK)] == []


def test_every_chapter_has_every_type():
    found = {(question.chapter, question.type) for question in QUESTIONS}
    assert found == {(chapter.id, type_name) for chapter in BANK.chapters for type_name in TYPES}


def test_the_whole_course_is_there():
    # 16 chapters, 406 facts of which 10 are not asked: what the syllabus holds
    facts = [fact for chapter in BANK.chapters for fact in chapter.facts]
    assert [chapter.id for chapter in BANK.chapters] == [f"{number:02d}" for number in range(1, 17)]
    assert (len(facts), sum(fact.exam == "drop" for fact in facts)) == (406, 10)


def test_bank_is_as_large_as_a_term_of_practice_needs():
    count = count_bank(BANK)
    assert count.questions >= 950
    assert count.cases >= 12
    wanted = {"fill": 220, "single": 260, "multiple": 130, "true_false": 200, "term": 70, "short": 50}
    assert {name: number for name, number in wanted.items() if count.by_type[name] < number} == {}


def test_files_hold_one_topic_each():
    sizes = {path: len(yaml.safe_load(path.read_text("utf-8"))) for path in TOPIC_FILES}
    assert {str(path): size for path, size in sizes.items() if size > 25} == {}


def test_every_case_has_its_questions_in_order():
    cases = defaultdict(list)
    for question in QUESTIONS:
        if question.case:
            cases[question.case.id].append(question)
    for questions in cases.values():
        parts = [(question.case.number, question.case.parts) for question in questions]
        assert parts == [(number, len(questions)) for number in range(1, len(questions) + 1)]
        assert 3 <= len(questions) <= 5


def test_calculators_can_work_out_what_questions_ask_them():
    linked = [question for question in QUESTIONS if question.calculator]
    assert len({question.calculator.slug for question in linked}) >= 4
    for question in linked:
        exercise = EXERCISES[question.calculator.slug]
        inputs = exercise.read_inputs(question.calculator.inputs)
        assert isinstance(exercise.solve(inputs, question.calculator.convention), Solution), question.id


def test_a_written_question_gives_none_of_its_points_away():
    written = [question for question in QUESTIONS if isinstance(question, WrittenQuestion)]
    telling = [question.id for question in written if question.mark([question.stem]).found]
    assert telling == []


def test_no_position_is_always_right_in_a_multiple_choice():
    multiples = [question for question in CHOICES if question.type == "multiple"]
    for key in "ABCD":
        uses = sum(key in question.correct_keys for question in multiples)
        assert 25 <= share(uses, len(multiples)) <= 75, key


def proves_full(question: Question) -> bool:
    """Whether a test of the question shows an answer that gets everything, or all its points found."""
    if isinstance(question, WrittenQuestion):
        return any(len(test.found or ()) == len(question.key_points) for test in question.tests)
    return any(test.earned == question.total or test.gets == Gets.FULL for test in question.tests)


def proves_less(question: Question) -> bool:
    """Whether a test of the question shows a readable answer that gets less."""
    if isinstance(question, WrittenQuestion):
        return any(test.found == () for test in question.tests)
    lesser = (Gets.PART, Gets.NONE)
    return any(
        test.gets in lesser or (test.earned is not None and test.earned < question.total)
        for test in question.tests
    )


def test_every_question_proves_a_full_mark_and_a_lesser_one():
    assert [question.id for question in QUESTIONS if not proves_full(question)] == []
    assert [question.id for question in QUESTIONS if not proves_less(question)] == []


def test_every_option_and_verdict_has_its_reason():
    silent = [(q.id, field) for q in QUESTIONS for field, said in q.reasons() if len(said.strip()) < 5]
    assert silent == []


def test_no_reason_is_given_twice_in_one_question():
    repeated = [q.id for q in CHOICES if len({option.why.strip() for option in q.options}) < len(q.options)]
    assert repeated == []


def test_accepted_answers_of_a_blank_differ_after_reading():
    doubled = [
        (question.id, number)
        for question in FILLS
        for number, blank in enumerate(question.blanks, start=1)
        if len({normalise(entry.shown) for entry in blank.accept}) < len(blank.accept)
    ]
    assert doubled == []
