"""The shipped bank as content: wide enough, balanced, and without cues that give the key away."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest

from question_bank import TYPES, Question, uncovered_facts
from question_bank.formats.native_yaml import read_bank
from question_bank.marking import normalise
from question_bank.types import (
    ChoiceQuestion,
    FillQuestion,
    Gets,
    SingleQuestion,
    TrueFalseQuestion,
    WrittenQuestion,
)

BANK = read_bank()
QUESTIONS = BANK.questions
SINGLES = [question for question in QUESTIONS if isinstance(question, SingleQuestion)]
CHOICES = [question for question in QUESTIONS if isinstance(question, ChoiceQuestion)]
FILLS = [question for question in QUESTIONS if isinstance(question, FillQuestion)]
STATEMENTS = [question for question in QUESTIONS if isinstance(question, TrueFalseQuestion)]

# An option is called by its letter; options are shuffled, so the letter says something else to a student.
# "A 类客户" (ABC analysis), "C = b/a", and R, F, M are terms of the course.
NAMED_BY_LETTER = re.compile(
    r"选项\s*[A-H](?![a-zA-Z])"
    r"|(?<![a-zA-Z0-9])[A-H]\s*(?:选项|项(?!目))"
    r"|(?:故选|应选|只选|选择|选|答案[是为：])\s*[A-H](?![a-zA-Z]|\s*[类级=])"
    r"|[（(][A-EGH][)）]"
    r"|(?<![a-zA-Z0-9、])[A-H](?:、[A-H])+(?![a-zA-Z、]|\s*[两三]?[类级])"
)
NAMED_BY_PLACE = re.compile(
    r"第[一二三四五六七八]个?选项|最后一?个?选项|[上下]一个?选项|前[两三四]个?选项|[以上下]述选项"
)
CATCH_ALL = re.compile(
    r"(以上|上述|前面|全部)\S{0,4}(都|均|皆|全)?\S{0,2}(对|正确|是|错|错误)$|^都(不?对|不?是|正确)"
)


def share(part: int, whole: int) -> float:
    """Return a part of a whole in percent."""
    return 100 * part / whole


def words_to_the_student(question: Question) -> str:
    """Return everything said to a student about a question."""
    said = [question.stem, *(text for _, text in question.reasons())]
    return "\n".join([*said, getattr(question, "correction", None) or ""])


def test_bank_is_large_enough_in_every_chapter():
    assert len(QUESTIONS) >= 120
    by_chapter = Counter(question.chapter for question in QUESTIONS)
    assert {chapter.id for chapter in BANK.chapters} == {"05", "06", "08"} == set(by_chapter)
    assert min(by_chapter.values()) >= 30


def test_every_chapter_has_every_type():
    found = {(question.chapter, question.type) for question in QUESTIONS}
    assert found == {(chapter.id, type_name) for chapter in BANK.chapters for type_name in TYPES}


def test_no_fact_goes_unexamined():
    assert uncovered_facts(BANK) == ()


def test_every_fact_is_examined_by_two_types():
    types = defaultdict(set)
    for question in QUESTIONS:
        for fact in question.facts:
            types[fact].add(question.type)
    facts = [fact.id for chapter in BANK.chapters for fact in chapter.facts if fact.exam != "drop"]
    assert [fact for fact in facts if len(types[fact]) < 2] == []


def test_every_cited_fact_exists():
    known = {fact.id for chapter in BANK.chapters for fact in chapter.facts}
    cited = {fact for question in QUESTIONS for fact in question.facts}
    assert {fact for fact in cited if fact[:2] in {"05", "06", "08"}} <= known


def test_no_position_is_the_better_guess():
    places = Counter(key for question in SINGLES for key in question.correct_keys)
    assert {len(question.options) for question in SINGLES} == {4}
    assert set(places) == set("ABCD")
    for place, uses in places.items():
        assert 15 <= share(uses, len(SINGLES)) <= 35, place


def test_no_position_is_always_right_in_a_multiple_choice():
    multiples = [question for question in CHOICES if question.type == "multiple"]
    for key in "ABCD":
        uses = sum(key in question.correct_keys for question in multiples)
        assert 25 <= share(uses, len(multiples)) <= 75, key


def test_longest_option_tells_nothing():
    telling = [
        question.id
        for question in SINGLES
        for right in [next(option for option in question.options if option.correct)]
        if all(len(right.text) > len(option.text) for option in question.options if option != right)
    ]
    # always would give the key away; never would rule one option out
    assert 15 <= share(len(telling), len(SINGLES)) <= 35, telling


def test_half_of_the_statements_are_true():
    assert 45 <= share(sum(question.correct for question in STATEMENTS), len(STATEMENTS)) <= 55


@pytest.mark.parametrize(
    ("text", "is_catch_all"),
    [
        ("以上都对", True),
        ("以上都不对", True),
        ("以上选项均正确", True),
        ("上述都是", True),
        ("都不对", True),
        ("价格与质量都要看", False),
        ("以上门服务为主", False),
    ],
)
def test_catch_all_option_is_recognised(text: str, is_catch_all: bool):
    assert bool(CATCH_ALL.search(text)) == is_catch_all


def test_no_option_is_a_catch_all():
    found = [(q.id, o.text) for q in CHOICES for o in q.options if CATCH_ALL.search(o.text.rstrip("。"))]
    assert found == []


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("选项 A 混淆了两者。", True),
        ("选项B错在方向。", True),
        ("C 项是结果。", True),
        ("故选 D。", True),
        ("答案是A。", True),
        ("（B）说反了。", True),
        ("A、B 都是原因。", True),
        ("A 类客户贡献最大。", False),  # ABC analysis
        ("选择 A 类客户优先服务。", False),
        ("A、B、C 三类", False),
        ("C = b/a，C 大于 1。", False),  # satisfaction ratio
        ("先看 R，再看 F、M。", False),  # RFM
        ("频率（F）要限定期间。", False),
        ("CRM 项目", False),
    ],
)
def test_option_named_by_its_letter_is_recognised(text: str, is_named: bool):
    assert bool(NAMED_BY_LETTER.search(text)) == is_named


def test_nothing_said_names_an_option_by_letter_or_place():
    found = [
        (question.id, match.group())
        for question in QUESTIONS
        for pattern in (NAMED_BY_LETTER, NAMED_BY_PLACE)
        for match in pattern.finditer(words_to_the_student(question))
    ]
    assert found == []


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


def test_no_stem_is_asked_twice():
    stems = Counter(normalise(question.stem) for question in QUESTIONS)
    assert [stem for stem, uses in stems.items() if uses > 1] == []


def test_accepted_answers_of_a_blank_differ_after_reading():
    doubled = [
        (question.id, number)
        for question in FILLS
        for number, blank in enumerate(question.blanks, start=1)
        if len({normalise(entry.shown) for entry in blank.accept}) < len(blank.accept)
    ]
    assert doubled == []
