"""What holds for every answer there could be: no text breaks marking, and more accepted never earns less."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from question_bank import AwaitsMarker, Mark, Question, Unreadable, read_question
from question_bank.marking import TextProfile
from question_bank.marking.text_profile import STEPS
from tests.factories import fill_fields, multiple_fields, single_fields, term_fields, true_false_fields

QUESTIONS = [
    read_question(fields)
    for fields in (
        fill_fields(),
        fill_fields(
            blanks=[{"accept": ["80%"]}, {"accept": ["期望", {"between": ["1", "2"]}]}], interchangeable=[]
        ),
        single_fields(),
        multiple_fields(scoring="right_minus_wrong"),
        true_false_fields(),
        term_fields(),
    )
]
ODD = "感知价值期望不的是答：、，（）()/或和 　80%.,-—～百分之万½①\u200b\u202e\u0301\ud800\x00😀abCＲ"
ODD_TEXT = st.one_of(st.text(max_size=40), st.text(ODD, max_size=40))
WORDS = st.sampled_from(
    ["感知价值", "期望值", "期望", "认知价值", "价格", "80%", "", "感知价值、期望", "顧客感知價值"]
)


def earned(question: Question, response: list[str]) -> float:
    """Return the points of a response; none for one that cannot be read."""
    worth = question.mark(response)
    return float(worth.earned) if isinstance(worth, Mark) else 0.0


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: f"{question.type}-{question.total}")
@given(first=ODD_TEXT, second=ODD_TEXT)
def test_no_text_breaks_marking(question: Question, first: str, second: str):
    for response in ([first], [first, second]):
        worth = question.mark(response)
        assert isinstance(worth, Mark | Unreadable | AwaitsMarker)
        assert question.mark(response) == worth  # the same every time
        if isinstance(worth, Mark):
            assert 0 <= worth.earned <= worth.total == question.total
        question.read(response)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: f"{question.type}-{question.total}")
@pytest.mark.parametrize(
    "text",
    [
        "感" * 33_000,
        "(" * 100_000,
        "“”" * 20_000,
        " " * 100_000,
        "a\u0301\u0323" * 30_000,
        "😀" * 25_000,
        "9" * 100_000,
    ],
    ids=["characters", "brackets", "quotes", "spaces", "accents", "emoji", "digits"],
)
def test_hundred_kilobytes_are_refused_or_read(question: Question, text: str):
    response = [text, "期望"] if question.total == 2 and question.type == "fill" else [text]
    assert isinstance(question.mark(response), Mark | Unreadable)


@given(ODD_TEXT, st.sampled_from([None, *(step.name for step in STEPS)]))
def test_reading_what_was_read_changes_nothing_whatever_is_switched_off(text: str, off: str | None):
    profile = TextProfile(frozenset({off} if off else ()))
    once = profile.read(text).text
    assert profile.read(once).text == once


@given(st.lists(WORDS, min_size=3, max_size=3), st.permutations([0, 1, 2]))
def test_order_never_matters_in_an_interchangeable_group(typed: list[str], order: list[int]):
    question = read_question(
        fill_fields(
            stem="____ ____ ____",
            blanks=[{"accept": ["感知价值"]}, {"accept": ["期望值", "期望"]}, {"accept": ["价格"]}],
            interchangeable=[[1, 2, 3]],
        )
    )
    assert earned(question, typed) == earned(question, [typed[place] for place in order])


@given(WORDS, WORDS, WORDS.filter(bool))
def test_accepting_one_more_answer_never_lowers_a_mark(first: str, second: str, more: str):
    before = read_question(fill_fields(interchangeable=[]))
    blanks = [{"accept": ["感知价值", "顾客感知价值"]}, {"accept": ["期望值", "期望", more]}]
    after = read_question(fill_fields(blanks=blanks, interchangeable=[]))
    # a list that is offered to be split has no mark yet: an author who accepts it gives it one
    assert earned(after, [first, second]) >= earned(before, [first, second])


@given(st.lists(WORDS, min_size=2, max_size=2))
def test_all_or_nothing_never_earns_more_than_blank_by_blank(typed: list[str]):
    together, apart = (read_question(fill_fields(all_or_nothing=flag)) for flag in (True, False))
    assert earned(together, typed) in (0, earned(apart, typed))


@given(st.lists(ODD_TEXT, min_size=2, max_size=2))
def test_reading_does_not_depend_on_the_key(typed: list[str]):
    one = read_question(fill_fields())
    other = read_question(fill_fields(blanks=[{"accept": ["别的"]}, {"accept": ["答案"]}]))
    assert one.read(typed) == other.read(typed)


@settings(deadline=None)
@given(st.lists(ODD_TEXT, min_size=2, max_size=2))
def test_what_can_be_read_counts_when_nobody_can_be_asked(typed: list[str]):
    question = QUESTIONS[1]
    asked, final = question.mark(typed), question.mark(typed, can_ask=False)
    if isinstance(asked, Mark):
        assert final == asked
    elif isinstance(final, Mark):
        assert any(part.code == "unreadable" for part in final.parts)
        assert any(part.code not in ("unreadable", "empty") for part in final.parts)


@pytest.mark.parametrize(("one", "other"), list(combinations(["感知价值", "期望", "价格"], 2)))
def test_one_answer_earns_one_blank(one: str, other: str):
    question = read_question(
        fill_fields(blanks=[{"accept": [one]}, {"accept": [other]}], interchangeable=[[1, 2]])
    )
    assert earned(question, [one, one]) == 1
    assert earned(question, [other, one]) == 2
