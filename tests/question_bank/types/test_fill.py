"""The fill-in: one point a blank, free order inside a group, and what is wrong with a key."""

import pytest

from question_bank import BadQuestion, Mark, ReadBack, Unreadable, read_question
from tests.factories import fill_fields

ANY_ORDER = read_question(fill_fields())
FIXED_ORDER = read_question(fill_fields(interchangeable=[]))
BROKEN_KEYS = [
    # one blank in the stem, answers for two
    (dict(stem="满意度取决于 ____ 的比较。"), "blanks"),
    # two underscores are no blank
    (dict(stem="满意度取决于 __ 与 __ 的比较。"), "blanks"),
    # an answer that normalises to nothing would accept an empty blank
    (dict(blanks=[{"accept": ["感知价值"]}, {"accept": ["期望", "……"]}]), "blanks.2.accept.2.answer"),
    (dict(interchangeable=[[0, 1]]), "interchangeable"),  # blanks are counted from 1
    (dict(interchangeable=[[1, 3]]), "interchangeable"),  # there is no third blank
    (dict(interchangeable=[[1, 1]]), "interchangeable"),  # exchanged with itself
    (dict(interchangeable=[[1, 2], [2, 1]]), "interchangeable"),  # in two groups
    (dict(interchangeable=[[2]]), "interchangeable"),  # alone in its group
    (dict(interchangeable=[[]]), "interchangeable"),
    (  # one word typed twice would earn both blanks
        dict(blanks=[{"accept": ["期望"]}, {"accept": ["价值", "期　望"]}]),
        "interchangeable",
    ),
    (dict(blanks=[{"accept": ["80%"]}, {"accept": ["期望"]}]), "interchangeable"),  # numbers and words
    (  # 10 would earn both
        dict(blanks=[{"accept": [{"number": "12", "absolute": "3"}]}, {"accept": ["10"]}]),
        "interchangeable",
    ),
    (  # so would any number in both stretches
        dict(blanks=[{"accept": [{"between": ["1", "5"]}]}, {"accept": [{"between": ["5", "9"]}]}]),
        "interchangeable",
    ),
]


@pytest.mark.parametrize(
    ("response", "codes"),
    [
        (["感知价值", "期望值"], ["right", "right"]),
        (["期望值", "感知价值"], ["right", "right"]),  # the group makes the order free
        (["顾客感知價值", " 期望。"], ["right", "right"]),  # every accepted answer, read by the profile
        (["感知价值", "感知价值"], ["right", "wrong"]),  # one answer earns one blank
        (["期望", "期望值"], ["wrong", "right"]),  # two words for one blank do not fill both
        (["期望", ""], ["right", "empty"]),  # moved to its blank, the other is empty and not wrong
        (["价格", "质量"], ["wrong", "wrong"]),
        (["", "期望"], ["empty", "right"]),
    ],
)
def test_answer_gets_the_mark_it_deserves(response: list[str], codes: list[str]):
    mark = ANY_ORDER.mark(response)
    assert [part.code for part in mark.parts] == codes
    assert (mark.earned, mark.total) == (codes.count("right"), 2)


def test_order_matters_without_a_group():
    assert FIXED_ORDER.mark(["感知价值", "期望"]).earned == 2
    assert FIXED_ORDER.mark(["期望", "感知价值"]).earned == 0


def test_mark_keeps_what_was_typed_how_it_was_read_and_what_decided():
    right, wrong = ANY_ORDER.mark(["　顧客感知價值。", "ＣＲＭ"]).parts
    assert (right.given, right.read_as, right.accepted) == (
        "　顧客感知價值。",
        "顾客感知价值",
        "顾客感知价值",
    )
    assert (wrong.given, wrong.read_as, wrong.accepted) == ("ＣＲＭ", "crm", "")


def test_accepted_answer_is_shown_as_the_author_wrote_it():
    question = read_question(fill_fields(stem="____", blanks=[{"accept": ["CRM 系统"]}], interchangeable=[]))
    assert question.mark(["crm系统"]).parts[0].accepted == "CRM 系统"


def test_first_of_two_answers_that_read_the_same_is_the_model_answer():
    blanks = [{"accept": ["CRM", "crm"]}]
    question = read_question(fill_fields(stem="____", blanks=blanks, interchangeable=[]))
    assert question.mark(["crm"]).parts[0].accepted == "CRM"


@pytest.mark.parametrize(
    ("response", "code"),
    [
        (["", ""], "empty"),
        (["  ", "。"], "empty"),  # spaces and full stops are nothing
        ([], "wrong_number_of_blanks"),
        (["感知价值"], "wrong_number_of_blanks"),
        (["感知价值", "期望", "x"], "wrong_number_of_blanks"),
    ],
)
def test_answer_that_cannot_be_read_gets_no_mark(response: list[str], code: str):
    assert ANY_ORDER.mark(response) == Unreadable(code)


def test_full_mark_is_full_and_half_is_not():
    full = ANY_ORDER.mark(["感知价值", "期望"])
    half = ANY_ORDER.mark(["感知价值", "x"])
    assert isinstance(full, Mark) and isinstance(half, Mark)
    assert full.is_full
    assert not half.is_full


@pytest.mark.parametrize(("changes", "field"), BROKEN_KEYS)
def test_key_that_makes_no_sense_is_refused(changes: dict, field: str):
    with pytest.raises(BadQuestion) as caught:
        read_question(fill_fields(**changes))
    assert [fault.field for fault in caught.value.faults] == [field]


def test_every_fault_of_a_key_is_reported():
    blanks = [{"accept": ["。"]}, {"accept": ["期望"]}, {"accept": ["！"]}]
    with pytest.raises(BadQuestion) as caught:
        read_question(fill_fields(blanks=blanks, interchangeable=[[1, 4]]))
    fields = [fault.field for fault in caught.value.faults]
    assert fields == ["blanks", "blanks.1.accept.1.answer", "blanks.3.accept.1.answer", "interchangeable"]


def test_public_question_tells_how_many_blanks_and_nothing_of_the_answers():
    public = ANY_ORDER.public()
    assert public.blanks == 2
    assert public.options == ()
    assert "感知" not in str(public)


def test_one_to_six_blanks_may_be_asked():
    blanks = [{"accept": [str(number)]} for number in range(1, 7)]
    question = read_question(
        fill_fields(stem="____ " * 6, blanks=blanks, interchangeable=[[1, 2, 3, 4, 5, 6]])
    )
    assert question.mark(["6", "5", "4", "3", "2", "1"]).earned == 6
    with pytest.raises(BadQuestion, match="more than 6"):
        read_question(fill_fields(stem="____ " * 7, blanks=[*blanks, {"accept": ["7"]}]))
    with pytest.raises(BadQuestion, match="fewer than 1"):
        read_question(fill_fields(stem="没有空", blanks=[]))


@pytest.mark.parametrize(
    ("typed", "parts", "problem"),
    [
        (["１．２万", " 期 望。"], ("12000", "期望"), None),  # a number is shown as the number that was read
        (["百分之八十", "期望"], ("80%", "期望"), None),
        (["", "。"], ("", ""), Unreadable("empty")),
        (["4、5", ""], ("4,5", ""), Unreadable("several_answers", 0, ("4", "5"))),
    ],
)
def test_reading_is_told_without_a_word_on_what_is_right(typed, parts, problem):
    blanks = [{"accept": ["12000"]}, {"accept": ["期望"]}]
    question = read_question(fill_fields(stem="____ ____", blanks=blanks, interchangeable=[]))
    assert question.read(typed) == ReadBack(parts, problem)


def test_group_of_numbers_cannot_read_a_word():
    blanks = [{"accept": ["4"]}, {"accept": ["5"]}]
    question = read_question(fill_fields(stem="____ ____", blanks=blanks))
    assert question.read(["4", "很多"]).problem == Unreadable("not_a_number", 1)
    # not a list of 0 and 75: a comma in a number is asked about first
    assert question.read(["0,75", ""]).problem == Unreadable("ambiguous_comma", 0, ("0.75",))
