"""Who gains and who loses by a new revision: what is carried over, and what a person has to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank import Mark, Question, Unreadable, read_question
from question_bank.marking import AwaitsMarker
from question_bank.remarking import CannotRemark, Change, GivenAnswer, remark
from question_bank.types import ChoiceQuestion, TermQuestion
from tests.factories import fill_fields, multiple_fields, single_fields, true_false_fields

Fields: TypeAlias = dict[str, Any]
Expected: TypeAlias = tuple[str, Fraction | int] | None  # what becomes of the answer, and the share it gains

SINGLE = single_fields()  # A 体验, B 期望 (right), C 价格
MULTIPLE = multiple_fields()  # A 产品价值 (right), B 货币成本, C 形象价值 (right)
FILL = fill_fields()  # 感知价值 and 期望值, in either order
RATE = fill_fields(
    stem="满意比率为 ____，即 ____。", blanks=[{"accept": ["2"]}, {"accept": ["很满意"]}], interchangeable=[]
)
TRUE_FALSE = true_false_fields()
TERM: Fields = {
    "id": "test-term-1",
    "type": "term",
    "chapter": "06",
    "stem": "顾客忠诚",
    "model_answer": "顾客长期偏爱一个品牌，并反复购买。",
    "key_points": [
        {"text": "长期偏爱", "terms": ["偏爱"], "points": 2},
        {"text": "反复购买；", "terms": ["反复购买"], "points": 1},
    ],
}


def accepting(*blanks: str) -> Fields:
    """Return the blanks of a fill-in; the answers of each are parted by spaces."""
    return {"blanks": [{"accept": answers.split()} for answers in blanks]}


def options(*texts: str, right: str) -> Fields:
    """Return the options of a choice; those named by a letter in ``right`` are right."""
    keyed = zip("ABCDEFGH", texts, strict=False)  # fewer options than letters
    return {"options": [{"text": text, "correct": key in right} for key, text in keyed]}


def answer(fields: Fields, *response: str, name: str = "1", can_ask: bool = True) -> GivenAnswer:
    """Return an answer with the worth a question gives it."""
    question = read_question(fields)
    worth = question.mark(response, can_ask=can_ask)
    assert not isinstance(worth, AwaitsMarker)
    return GivenAnswer(name, question, response, worth, can_ask)


def outcome(changes: Sequence[Change]) -> Expected:
    """Return what became of the one answer, in a word, and what it gains; None when its worth stays."""
    if not changes:
        return None
    (change,) = changes
    match change.after:
        case Mark(earned, total):
            return f"{earned}/{total}", change.difference
        case Unreadable(code) | CannotRemark(code):
            return code, change.difference
        case AwaitsMarker():
            return "awaits_marker", change.difference


@pytest.mark.parametrize(
    ("old", "response", "new", "expected"),
    [
        # an accepted answer is added: who typed it gains a half, because the question has two points
        (FILL, ("感受", "期望"), accepting("感知价值 感受", "期望"), ("2/2", Fraction(1, 2))),
        # and is taken away: the loss is said before it is written
        (FILL, ("感知价值", "期望"), accepting("感知价值", "期望值"), ("1/2", -Fraction(1, 2))),
        # blanks are known by their place only, so an exchange that is no longer allowed costs both
        (FILL, ("期望", "感知价值"), {"interchangeable": []}, ("0/2", -1)),
        # another text of the explanation touches no mark
        (FILL, ("感知价值", "没有"), {"explanation": "另一种说法。"}, None),
        # right before and right now, although another accepted answer decides
        (FILL, ("期望", "感知价值"), accepting("期望", "感知价值"), None),
        # a blank more: the two texts may belong to any two of three
        (
            FILL,
            ("感知价值", "期望"),
            {"stem": "____、____ 与 ____"} | accepting("感知价值", "期望", "成本"),
            ("blanks_changed", 0),
        ),
        # a blank fewer, and even a wrong answer is said to be left, not marked zero
        (
            FILL,
            ("无", "无"),
            {"stem": "满意取决于 ____。", "interchangeable": []} | accepting("比较"),
            ("blanks_changed", 0),
        ),
        # words where a number was wanted become readable when words are accepted beside it
        (RATE, ("两倍吧", "很满意"), accepting("2 两倍吧", "很满意"), ("2/2", 1)),
        # and the other way round: no mark any more, which a score counts as nothing
        (RATE | accepting("翻倍", "好"), ("翻倍", "好"), accepting("2", "好"), ("not_a_number", -1)),
        # still unreadable: nobody gains or loses
        (RATE, ("两倍吧", "很满意"), accepting("200%", "很满意"), None),
    ],
)
def test_fill_in_is_marked_again_blank_by_blank(
    old: Fields, response: tuple[str, ...], new: Fields, expected: Expected
):
    assert outcome(remark([answer(old, *response)], read_question(old | new))) == expected


@pytest.mark.parametrize(
    ("old", "response", "new", "expected"),
    [
        # the key was wrong: B loses, C gains, A is as wrong as before
        (SINGLE, ("B",), options("体验", "期望", "价格", right="C"), ("0/1", -1)),
        (SINGLE, ("C",), options("体验", "期望", "价格", right="C"), ("1/1", 1)),
        (SINGLE, ("A",), options("体验", "期望", "价格", right="C"), None),
        # another order is no change: an option is known by its text, not by its letter
        (SINGLE, ("B",), options("期望", "价格", "体验", right="A"), None),
        # punctuation and width are no other text, as nowhere in marking
        (SINGLE, ("B",), options("价格", "体验", "期望。", right="C"), None),
        # reworded where it stands: the choice is the same one
        (SINGLE, ("B",), options("体验", "顾客的期望", "价格", right="B"), None),
        (SINGLE, ("A",), options("顾客的体验", "期望", "价格", right="A"), ("1/1", 1)),
        # two change places and a third is reworded: each is found in its own way
        (SINGLE, ("C",), options("期望", "体验", "成交价格", right="C"), ("1/1", 1)),
        # reworded and moved at once: B holds what was A, so where B went is anybody's guess
        (SINGLE, ("B",), options("价格", "体验", "顾客的期望", right="C"), ("option_gone", 0)),
        # removed with those behind it moving up: the letter C means nothing any more, the text 价格 does
        (SINGLE, ("C",), options("体验", "价格", right="B"), ("1/1", 1)),
        # the chosen option is gone: a wrong one stays wrong only until somebody looks
        (SINGLE, ("A",), options("期望", "价格", right="A"), ("option_gone", 0)),
        (SINGLE, ("B",), options("体验", "价格", right="B"), ("option_gone", 0)),
        # with an option fewer a place says nothing: C was not reworded into B, nor was B
        (SINGLE, ("B",), options("体验", "成交价格", right="B"), ("option_gone", 0)),
        # a wrong option more changes nothing for anybody
        (SINGLE, ("B",), options("体验", "期望", "价格", "成本", right="B"), None),
        # a right option nobody was shown: neither choice can be blamed for leaving it out
        (SINGLE, ("C",), options("体验", "期望", "价格", "成本", right="D"), ("option_unseen", 0)),
        (
            MULTIPLE,
            ("A", "C"),
            options("产品价值", "货币成本", "形象价值", "人员价值", right="ACD"),
            ("option_unseen", 0),
        ),
        # one of three is dropped that was not chosen: an incomplete choice becomes a complete one
        (
            MULTIPLE | options("产品价值", "货币成本", "形象价值", "人员价值", right="ACD"),
            ("A", "C"),
            options("产品价值", "货币成本", "形象价值", right="AC"),
            ("1/1", 1),
        ),
        # one of those chosen is dropped: what the student would have chosen instead is not known
        (
            MULTIPLE | options("产品价值", "货币成本", "形象价值", "人员价值", right="ACD"),
            ("A", "C", "D"),
            options("产品价值", "货币成本", "形象价值", right="AC"),
            ("option_gone", 0),
        ),
        # another policy is another worth for the same choice
        (MULTIPLE, ("A",), {"scoring": "part_for_incomplete"}, ("1/2/1", Fraction(1, 2))),
        # no such option then, none now: the letter D of the new revision was never shown
        (SINGLE, ("D",), options("体验", "期望", "价格", "成本", right="D"), None),
    ],
)
def test_chosen_option_is_followed_by_its_text(
    old: Fields, response: tuple[str, ...], new: Fields, expected: Expected
):
    assert outcome(remark([answer(old, *response)], read_question(old | new))) == expected


@pytest.mark.parametrize(
    ("old", "response", "new", "expected"),
    [
        # the verdict was wrong: who said true gains, who said false loses
        (TRUE_FALSE, "true", TRUE_FALSE | {"correct": True, "correction": None}, ("1/1", 1)),
        (TRUE_FALSE, "false", TRUE_FALSE | {"correct": True, "correction": None}, ("0/1", -1)),
        # better said, same verdict
        (TRUE_FALSE, "false", TRUE_FALSE | {"stem": "C 大于 1 就是不满意。"}, None),
        # another type: B was chosen among options that no longer stand there, and B is no text for a blank
        (SINGLE, "B", FILL | {"id": SINGLE["id"]}, ("type_changed", 0)),
        # single to multiple: who could tick only one might have ticked two
        (
            SINGLE,
            "B",
            SINGLE | {"type": "multiple"} | options("体验", "期望", "价格", right="AB"),
            ("type_changed", 0),
        ),
        # an answer that could not be read does not become wrong either
        (SINGLE, "Z", TRUE_FALSE | {"id": SINGLE["id"]}, ("type_changed", 0)),
    ],
)
def test_verdict_is_marked_as_it_is_and_another_type_never(
    old: Fields, response: str, new: Fields, expected: Expected
):
    assert outcome(remark([answer(old, response)], read_question(new))) == expected


PREFERRED, REPEATED = TERM["key_points"]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ({"model_answer": "长期偏爱某品牌并反复购买。"}, None),  # the person marked by the points, not by it
        ({"key_points": [PREFERRED | {"terms": ["偏爱", "喜爱"]}, REPEATED]}, None),  # terms only suggest
        ({"key_points": [REPEATED, PREFERRED]}, None),  # the same points, listed the other way round
        ({"key_points": [PREFERRED | {"text": "长期偏爱。"}, REPEATED]}, None),  # a full stop says nothing
        # the same words, but worth something else: whether 偏爱 is half of it a person decides
        ({"key_points": [PREFERRED | {"points": 1}, REPEATED]}, ("awaits_marker", 0)),
        # a new point nobody looked for, a point less, a point with another meaning
        ({"key_points": [PREFERRED, REPEATED, {"text": "推荐他人"}]}, ("awaits_marker", 0)),
        ({"key_points": [PREFERRED]}, ("awaits_marker", 0)),
        ({"key_points": [PREFERRED | {"text": "短期偏爱"}, REPEATED]}, ("awaits_marker", 0)),
    ],
)
def test_mark_of_a_person_stands_as_long_as_its_key_points_do(new: Fields, expected: Expected):
    question = read_question(TERM)
    assert isinstance(question, TermQuestion)
    response = ("长期偏爱一个品牌",)
    marked = GivenAnswer("1", question, response, question.mark_points(response, [0]))
    assert outcome(remark([marked], read_question(TERM | new))) == expected


def test_mark_given_by_a_later_revision_is_compared_with_that_revision():
    first, points = read_question(TERM), [PREFERRED, REPEATED, {"text": "推荐他人"}]
    second = read_question(TERM | {"key_points": points})
    assert isinstance(second, TermQuestion)
    response = ("偏爱，会推荐给朋友",)
    marked = GivenAnswer("1", first, response, second.mark_points(response, [0, 2]))
    assert remark([marked], second) == ()
    assert outcome(remark([marked], first)) == ("awaits_marker", 0)


def test_written_answer_that_cannot_be_read_needs_no_marker():
    blank = answer(TERM, "。")
    assert remark([blank], read_question(TERM | {"key_points": [PREFERRED]})) == ()


def test_change_of_total_is_measured_in_shares_and_is_listed_although_no_share_is_lost():
    question = read_question(SINGLE)
    out_of_two = GivenAnswer("1", question, ("B",), Mark(2, 2))
    out_of_four = GivenAnswer("2", question, ("B",), Mark(1, 4))
    changes = remark([out_of_two, out_of_four], question)
    assert [(change.id, change.difference) for change in changes] == [("1", 0), ("2", Fraction(3, 4))]


def test_answer_that_is_unreadable_for_another_reason_is_not_listed():
    under_older_rules = replace(answer(RATE, "两倍吧", "很满意"), worth=Unreadable("too_long", 0))
    assert remark([under_older_rules], read_question(RATE)) == ()


def test_list_keeps_the_order_of_the_answers_and_leaves_out_those_that_stay():
    answers = [
        answer(SINGLE, key, name=name) for name, key in [("z", "B"), ("m", "A"), ("a", "C"), ("k", "B")]
    ]
    changes = remark(answers, read_question(SINGLE | options("体验", "期望", "价格", right="C")))
    assert [(change.id, change.difference) for change in changes] == [("z", -1), ("a", 1), ("k", -1)]


def test_blank_nobody_could_be_asked_about_stays_without_its_point():
    handed_in = answer(RATE, "两倍吧", "很满意", can_ask=False)
    asked = answer(RATE, "两倍吧", "很满意", can_ask=True)
    same = read_question(RATE | {"explanation": "另一种说法。"})
    assert (handed_in.worth.earned if isinstance(handed_in.worth, Mark) else None) == 1
    assert isinstance(asked.worth, Unreadable)
    assert remark([handed_in, asked], same) == ()


def test_answer_to_another_question_is_refused():
    with pytest.raises(ValueError, match="test-single-1, not to test-multiple-1"):
        remark([answer(SINGLE, "B")], read_question(MULTIPLE))


TYPED = ["感知价值", "顾客感知价值", "期望", "期 望 ", "期待", "", "2", "50%", "期望、价值"]
TEXTS = st.sampled_from(TYPED) | st.text()
KEYS = st.lists(st.sampled_from("ABCDEZ"), max_size=5).map(tuple)
RESPONSES = st.one_of(
    st.tuples(st.sampled_from([FILL, RATE, FILL | {"all_or_nothing": True}]), st.tuples(TEXTS, TEXTS)),
    st.tuples(st.sampled_from([SINGLE, MULTIPLE, MULTIPLE | {"scoring": "right_minus_wrong"}]), KEYS),
    st.tuples(st.just(TRUE_FALSE), st.sampled_from([("true",), ("false",), ("",), ("对",)])),
)


@given(RESPONSES, st.booleans())
def test_same_revision_changes_nothing(given_to: tuple[Fields, tuple[str, ...]], can_ask: bool):
    fields, response = given_to
    assert remark([answer(fields, *response, can_ask=can_ask)], read_question(fields)) == ()


@given(st.sets(st.integers(0, 1)), st.text(min_size=1))
def test_same_key_points_change_nothing(ticked: set[int], text: str):
    question = read_question(TERM)
    assert isinstance(question, TermQuestion)
    mark = question.mark_points([f"忠诚{text}"], ticked)
    assert remark([GivenAnswer("1", question, (f"忠诚{text}",), mark)], question) == ()


@given(KEYS, st.permutations(MULTIPLE["options"]))
def test_order_of_the_options_never_changes_a_mark(keys: tuple[str, ...], shuffled: list[Fields]):
    assert remark([answer(MULTIPLE, *keys)], read_question(MULTIPLE | {"options": shuffled})) == ()


@st.composite
def revisions(draw: st.DrawFn) -> ChoiceQuestion:
    """Draw a revision of the multiple choice: options reworded, moved, added and removed, another key."""
    texts = draw(
        st.lists(
            st.sampled_from(["产品价值", "货币成本", "形象价值", "产品的价值", "金钱成本", "人员价值"]),
            min_size=3,
            max_size=5,
            unique=True,
        )
    )
    count = draw(st.integers(2, len(texts) - 1))
    question = read_question(MULTIPLE | options(*texts, right="ABCDE"[:count]))
    assert isinstance(question, ChoiceQuestion)
    return question


def _write(given_answer: GivenAnswer, changes: Sequence[Change]) -> GivenAnswer:
    """Return the answer with the worth that is decided, as it would be stored."""
    decided = [change.after for change in changes if isinstance(change.after, Mark | Unreadable)]
    return replace(given_answer, worth=decided[0]) if decided else given_answer


@given(KEYS, revisions())
def test_remarking_twice_leaves_only_what_a_person_must_decide(keys: tuple[str, ...], revision: Question):
    given_answer = answer(MULTIPLE, *keys)
    first = remark([given_answer], revision)
    second = remark([_write(given_answer, first)], revision)
    assert second == tuple(change for change in first if isinstance(change.after, CannotRemark))


@given(KEYS, revisions())
def test_student_never_gains_or_loses_more_than_the_whole_question(keys: tuple[str, ...], revision: Question):
    given_answer = answer(MULTIPLE, *keys)
    before = given_answer.worth.earned if isinstance(given_answer.worth, Mark) else 0
    for change in remark([given_answer], revision):
        assert 0 <= before + change.difference <= 1
