"""Single and multiple choice: all or nothing, shuffled by a seed, and what is wrong with a key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank import BadQuestion, Unreadable, read_question
from tests.factories import multiple_fields, single_fields

SINGLE = read_question(single_fields())
MULTIPLE = read_question(multiple_fields())


@pytest.mark.parametrize(
    ("response", "earned", "part_codes"),
    [
        (["B"], 1, ["right"]),
        (["b"], 1, ["right"]),  # keys may be small letters
        ([" B "], 1, ["right"]),
        (["", "B"], 1, ["right"]),  # a form may send an empty value along
        (["B", "B"], 1, ["right"]),  # chosen twice is chosen
        (["A"], 0, ["wrong"]),
    ],
)
def test_single_choice_gets_the_mark_it_deserves(response, earned, part_codes):
    mark = SINGLE.mark(response)
    assert (mark.earned, mark.total, mark.codes) == (earned, 1, ())
    assert [part.code for part in mark.parts] == part_codes


@pytest.mark.parametrize(
    ("response", "earned", "codes", "part_codes"),
    [
        (["A", "C"], 1, (), ["right", "right"]),
        (["C", "A"], 1, (), ["right", "right"]),  # the order of ticking does not matter
        (["A"], 0, ("incomplete",), ["right"]),  # nothing wrong, but not all: told apart for statistics
        (["A", "B", "C"], 0, (), ["right", "wrong", "right"]),  # one wrong spoils all
        (["A", "B"], 0, (), ["right", "wrong"]),  # not "incomplete": something is wrong
        (["B"], 0, (), ["wrong"]),
    ],
)
def test_multiple_choice_is_all_or_nothing(response, earned, codes, part_codes):
    mark = MULTIPLE.mark(response)
    assert (mark.earned, mark.total, mark.codes) == (earned, 1, codes)
    assert [part.code for part in mark.parts] == part_codes


@pytest.mark.parametrize("question", [SINGLE, MULTIPLE], ids=["single", "multiple"])
@pytest.mark.parametrize(
    ("response", "code"),
    [
        ([], "empty"),
        (["", " "], "empty"),
        (["D"], "no_such_option"),  # three options end at C
        (["Z"], "no_such_option"),
        (["AB"], "no_such_option"),  # a key is one letter
        (["A", "?"], "no_such_option"),
    ],
)
def test_answer_that_cannot_be_read_gets_no_mark(question, response, code):
    assert question.mark(response) == Unreadable(code)


def test_two_options_of_a_single_choice_are_unreadable_even_with_the_right_one():
    assert SINGLE.mark(["A", "B"]) == Unreadable("more_than_one_option")


def test_public_options_have_keys_and_texts_in_the_authors_order_without_a_seed():
    assert [(option.key, option.text) for option in SINGLE.public().options] == [
        ("A", "体验"),
        ("B", "期望"),
        ("C", "价格"),
    ]


EIGHT = read_question(
    single_fields(options=[{"text": f"甲{n}", "why": "因为", "correct": n == 3} for n in range(8)])
)


@given(st.integers())
def test_shuffling_keeps_every_option_with_its_key_and_repeats_itself(seed: int):
    shuffled = EIGHT.public(seed)
    assert sorted(shuffled.options, key=lambda option: option.key) == list(EIGHT.public().options)
    assert EIGHT.public(seed) == shuffled


def test_seeds_shuffle_differently_and_reach_every_place():
    orders = [[option.key for option in EIGHT.public(seed).options] for seed in range(200)]
    assert len({tuple(order) for order in orders}) > 150
    assert {order.index("D") for order in orders} == set(range(8))


def test_mark_does_not_depend_on_how_the_options_were_shown():
    EIGHT.public(7)
    assert EIGHT.mark(["D"]).earned == 1


def options(*marks: bool) -> list[dict]:
    """Return options that are right or wrong as told."""
    return [{"text": f"选项{n}", "correct": mark} for n, mark in enumerate(marks)]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (single_fields(options=options(False, False)), "exactly one right option, not 0"),
        (single_fields(options=options(True, True, False)), "exactly one right option, not 2"),
        (multiple_fields(options=options(True, False, False)), "two or more right options"),
        (multiple_fields(options=options(True, True, True)), "at least one wrong"),  # nothing to decide
        (single_fields(options=[{"text": "期望", "correct": True}, {"text": "期望"}]), "is there twice"),
        # read the same by the profile, so the same to a student
        (single_fields(options=[{"text": "滿意。", "correct": True}, {"text": "满意"}]), "is there twice"),
    ],
)
def test_key_that_makes_no_sense_is_refused(fields: dict, reason: str):
    with pytest.raises(BadQuestion, match=reason) as caught:
        read_question(fields)
    assert [fault.field for fault in caught.value.faults] == ["options"]


def test_options_that_differ_only_in_signs_are_allowed():
    signs = [{"text": "?", "correct": True}, {"text": "!"}]  # both read as nothing, yet differ
    assert read_question(single_fields(options=signs)).mark(["A"]).earned == 1


def test_two_faults_of_one_key_are_both_reported():
    with pytest.raises(BadQuestion) as caught:
        read_question(multiple_fields(options=[{"text": "期望"}, {"text": "期望"}]))
    reasons = " ".join(fault.reason.en for fault in caught.value.faults)
    assert "is there twice" in reasons
    assert "0 are right" in reasons


@pytest.mark.parametrize(("count", "is_allowed"), [(1, False), (2, True), (8, True), (9, False)])
def test_two_to_eight_options_may_be_offered(count: int, is_allowed: bool):
    fields = single_fields(options=options(True, *[False] * (count - 1)))
    if is_allowed:
        assert len(read_question(fields).public().options) == count
    else:
        with pytest.raises(BadQuestion):
            read_question(fields)


def test_reasons_are_the_explanation_and_one_for_every_option():
    assert list(SINGLE.reasons()) == [
        ("explanation", "体验除以期望。"),
        ("options.1.why", "体验是 b。"),
        ("options.2.why", "分母是期望。"),
        ("options.3.why", "公式里没有价格。"),
    ]
