"""The notation in which instructors type answers: what is read, what is refused, and both directions."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.formats.answer_lines import (
    read_accepted,
    read_key_points,
    read_wrong,
    write_accepted,
    write_key_points,
    write_wrong,
)
from question_bank.formats.line_notation import SPACE, BadLine, read_groups, write_groups
from question_bank.formats.self_test_lines import read_tests, write_tests
from question_bank.types import KeyPoint, SelfTest
from question_bank.types.answer import AcceptedAnswer, WrongAnswer


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("忠诚度", {"answer": "忠诚度"}),  # most lines are just an answer
        ("  忠诚度\u3000", {"answer": "忠诚度"}),  # spaces around it are habit
        (
            "内心 | 50% | 更准确的说法是心理",
            {"answer": "内心", "credit": "50%", "feedback": "更准确的说法是心理"},
        ),
        ("内心｜1/2", {"answer": "内心", "credit": "1/2"}),  # the bar of a Chinese keyboard
        (
            "内心 | 更准确的说法是心理",
            {"answer": "内心", "feedback": "更准确的说法是心理"},
        ),  # no number: feedback
        ("内心 | | 更准确", {"answer": "内心", "feedback": "更准确"}),  # the credit left empty
        ("内心 | 50% |", {"answer": "内心", "credit": "50%"}),  # a bar too many at the end says nothing
        (
            "内心 | 150%",
            {"answer": "内心", "credit": "150%"},
        ),  # a number is a credit: reading refuses this one
        (
            "| 50%",
            {"answer": "", "credit": "50%"},
        ),  # refused when the question is read: nothing typed is lost
        ("80%", {"answer": "80%"}),  # a number without = stays the text it is
        ("= 1.77% ± 0.005%", {"number": "1.77%", "absolute": "0.005%"}),
        ("=1.77%±0.005%", {"number": "1.77%", "absolute": "0.005%"}),  # spaces do not matter
        ("＝1.77% +/- 0.005%", {"number": "1.77%", "absolute": "0.005%"}),  # what a keyboard without ± has
        ("= 250 ± 2% rel", {"number": "250", "relative": "2%"}),
        ("= 250 ± 2% relative", {"number": "250", "relative": "2%"}),
        ("= 250 ± 2%相对", {"number": "250", "relative": "2%"}),
        ("= 1.125 ± 2dp", {"number": "1.125", "decimal_places": 2}),
        ("= 1.125 ± 2 位小数", {"number": "1.125", "decimal_places": 2}),
        ("= 3027.8 ± 3 sf", {"number": "3027.8", "significant_figures": 3}),
        ("= 1..9", {"between": ["1", "9"]}),
        ("= 1 ～ 9 | 50%", {"between": ["1", "9"], "credit": "50%"}),
        ("= 80%", {"number": "80%"}),
        ("=", {"number": ""}),  # refused when the question is read
        ("= 2 ± 5 % foo", {"number": "2", "absolute": "5 % foo"}),  # no number: refused there too
        (r"\= 和 \|", {"answer": "= 和 |"}),  # the characters of the notation as themselves
        (
            r"$\frac{b}{a}$ | 100% | 见 $\neq$",
            {"answer": r"$\frac{b}{a}$", "credit": "100%", "feedback": r"见 $\neq$"},
        ),
        ("甲 | 第一行↵第二行", {"answer": "甲", "feedback": "第一行\n第二行"}),
        (
            r"a\\|乙",
            {"answer": "a\\", "feedback": "乙"},
        ),  # two backslashes before a bar are one, and it parts
    ],
)
def test_line_is_read_as_an_accepted_answer(line: str, fields: dict[str, Any]):
    read = read_accepted(line)
    assert (read.entries, read.faults) == ((fields,), ())


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("价格", {"answer": "价格"}),
        ("价格 | 这是价格，不是价值", {"answer": "价格", "feedback": "这是价格，不是价值"}),
        (
            "价格 | 这是价格，不是价值 | price",
            {"answer": "价格", "feedback": "这是价格，不是价值", "code": "price"},
        ),
        ("价格 | | price", {"answer": "价格", "code": "price"}),  # a code without a word to the student
        (
            "= 0.63% | 分母错了 | cost_over_price",
            {"number": "0.63%", "feedback": "分母错了", "code": "cost_over_price"},
        ),
        ("价格 | 50%", {"answer": "价格", "feedback": "50%"}),  # a wrong answer has no credit
    ],
)
def test_line_is_read_as_an_expected_wrong_answer(line: str, fields: dict[str, Any]):
    read = read_wrong(line)
    assert (read.entries, read.faults) == ((fields,), ())


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("期望值 | 2 | 期望, 预期", {"text": "期望值", "points": "2", "terms": ["期望", "预期"]}),
        ("期望值｜2｜期望、预期；预想", {"text": "期望值", "points": "2", "terms": ["期望", "预期", "预想"]}),
        ("期望值 | 1.5", {"text": "期望值", "points": "1.5"}),
        ("期望值", {"text": "期望值"}),  # one point, found by nobody but the marker
        ("期望值 | 期望", {"text": "期望值", "terms": ["期望"]}),  # no number: terms of one point
        (
            "期望值 | 两分 | 期望",
            {"text": "期望值", "points": "两分", "terms": ["期望"]},
        ),  # reading refuses it
        (r"期望值 | 1 | 甲\,乙", {"text": "期望值", "points": "1", "terms": ["甲,乙"]}),
    ],
)
def test_line_is_read_as_a_key_point(line: str, fields: dict[str, Any]):
    read = read_key_points(line)
    assert (read.entries, read.faults) == ((fields,), ())


@pytest.mark.parametrize(
    ("type_name", "line", "fields"),
    [
        ("fill", "感知价值 | 期望值 => full", {"answer": ["感知价值", "期望值"], "gets": "full"}),
        ("fill", "忠诚度 => 满分", {"answer": "忠诚度", "gets": "full"}),
        ("fill", "0,75 => unreadable ambiguous_comma", {"answer": "0,75", "unreadable": "ambiguous_comma"}),
        ("fill", "=> unreadable empty", {"answer": "", "unreadable": "empty"}),
        ("fill", "|=> unreadable empty", {"answer": ["", ""], "unreadable": "empty"}),  # two empty blanks
        ("fill", "3/4 => 1", {"answer": "3/4", "earned": "1"}),  # no bar in it: one answer
        ("fill", "a => b => none", {"answer": "a => b", "gets": "none"}),  # the last arrow counts
        ("multiple", "ABD => part", {"answer": "ABD", "gets": "part"}),
        ("multiple", "AB → 2/3", {"answer": "AB", "earned": "2/3"}),
        ("true_false", "True => none", {"answer": True, "gets": "none"}),
        ("true_false", "错 => full", {"answer": False, "gets": "full"}),
        (
            "true_false",
            "maybe => unreadable no_such_option",
            {"answer": "maybe", "unreadable": "no_such_option"},
        ),
        ("single", "true => none", {"answer": "true", "gets": "none"}),  # only a statement has verdicts
        ("term", "期望，体验 => found 1 2", {"answer": "期望，体验", "found": [1, 2]}),
        (
            "term",
            "期望 | 体验 => found 1,2",
            {"answer": "期望 | 体验", "found": [1, 2]},
        ),  # a text has no parts
        ("short", "第一行↵第二行 => found", {"answer": "第一行\n第二行", "found": []}),
    ],
)
def test_line_is_read_as_a_test(type_name: str, line: str, fields: dict[str, Any]):
    read = read_tests(line, type_name)
    assert (read.entries, read.faults) == ((fields,), ())


@pytest.mark.parametrize(
    ("read", "line", "reason", "remedy"),
    [
        (read_accepted, "甲 | 50% | 乙 | 丙", "竖线", r"\|"),
        (read_accepted, "甲 | 乙 | 丙", "竖线", "50%"),  # 乙 is no share, so there is no place for 丙
        (read_accepted, "= 5 ±", "没有误差", "± 2dp"),
        (read_wrong, "甲 | 乙 | code | 丁", "竖线", "代码"),
        (read_wrong, "甲 | 乙 | 代码一", "“代码一”不能作代码", "cost_over_price"),
        (read_wrong, "甲 | 乙 | Code", "不能作代码", "小写"),
        (read_key_points, "甲 | 1 | 乙 | 丙", "竖线", "分值"),
        (lambda typed: read_tests(typed, "fill"), "甲", "没有 =>", "=> full"),
        (lambda typed: read_tests(typed, "fill"), "甲 => fine", "fine", "unreadable empty"),
        (lambda typed: read_tests(typed, "fill"), "甲 =>", "看不懂", "full"),
        (lambda typed: read_tests(typed, "term"), "甲 => found one", "found one", "found 1 2"),
        (lambda typed: read_tests(typed, "fill"), "甲 => unreadable", "unreadable", "unreadable empty"),
    ],
)
def test_bad_line_is_named_with_what_to_write_and_keeps_its_place(read, line: str, reason: str, remedy: str):
    lines = read(f"\r\n{line}\r\n")
    (fault,) = lines.faults
    assert fault.line == 2  # lines are counted as they are seen, empty ones too
    assert reason in fault.reason.zh
    assert remedy in fault.remedy.zh
    assert [*lines.entries[0].values()] == [line]
    assert lines.numbers == (2,)


def test_entries_know_the_lines_they_stood_in():
    assert read_accepted("甲\n\n乙\r\n丙\n").numbers == (1, 3, 4)


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("", []),
        ("1,2", [[1, 2]]),
        ("1，2； 3、4", [[1, 2], [3, 4]]),  # as a Chinese keyboard types it
        ("1 2\r\n3 4", [[1, 2], [3, 4]]),  # a group a line
    ],
)
def test_groups_are_read(typed: str, groups: list[list[int]]):
    assert read_groups(typed) == groups
    assert read_groups(write_groups(groups)) == groups


@pytest.mark.parametrize("typed", ["一,二", "1-2", "1,,", "1,2; x"])
def test_groups_of_anything_but_numbers_are_refused(typed: str):
    with pytest.raises(BadLine):
        read_groups(typed)


# texts that hold the characters of the notation much more often than chance would
NOTATION = st.sampled_from(
    ["|", "｜", "\\", "↵", "\n", "=", "＝", ",", "，", "=>", "±", "..", "5", "50%", "满意", "a b"]
)
TEXTS = st.lists(NOTATION | st.text(max_size=5), max_size=6).map("".join).map(lambda text: text.strip(SPACE))
ANSWERS = TEXTS.filter(lambda text: text.strip()).map(lambda text: text[:200].strip(SPACE))
NUMBERS = st.sampled_from(["1.77%", "250", "-3", "3/4", "百分之八十", "1,234.5", "0.0177", "1e3"])
SHARES = st.fractions(min_value=0, max_value=1, max_denominator=60).filter(bool)
CODES = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
TOLERANCES = (
    st.fixed_dictionaries({"absolute": NUMBERS})
    | st.fixed_dictionaries({"relative": NUMBERS})
    | st.fixed_dictionaries({"decimal_places": st.integers(0, 10)})
    | st.fixed_dictionaries({"significant_figures": st.integers(1, 10)})
    | st.just({})
)
BODIES = (
    st.fixed_dictionaries({"answer": ANSWERS})
    | st.builds(lambda number, tolerance: {"number": number} | tolerance, NUMBERS, TOLERANCES)
    | st.fixed_dictionaries({"between": st.tuples(NUMBERS, NUMBERS)})
)


@given(st.lists(st.tuples(BODIES, TEXTS, SHARES), max_size=4))
def test_accepted_answers_survive_being_written_and_read(rows: list[tuple[dict[str, Any], str, Fraction]]):
    answers = [AcceptedAnswer(**body, feedback=said, credit=str(share)) for body, said, share in rows]
    read = read_accepted(write_accepted(answers))
    assert read.faults == ()
    assert [AcceptedAnswer.model_validate(entry) for entry in read.entries] == answers


@given(st.lists(st.tuples(BODIES, TEXTS, CODES | st.none()), max_size=4))
def test_wrong_answers_survive_being_written_and_read(rows: list[tuple[dict[str, Any], str, str | None]]):
    answers = [WrongAnswer(**body, feedback=said, code=code) for body, said, code in rows]
    read = read_wrong(write_wrong(answers))
    assert read.faults == ()
    assert [WrongAnswer.model_validate(entry) for entry in read.entries] == answers


@given(
    st.lists(
        st.tuples(ANSWERS, st.fractions(0, 20, max_denominator=60), st.lists(ANSWERS, max_size=3)), max_size=4
    )
)
def test_key_points_survive_being_written_and_read(rows: list[tuple[str, Fraction, list[str]]]):
    points = [KeyPoint(text=text, points=str(worth), terms=terms) for text, worth, terms in rows]
    read = read_key_points(write_key_points(points))
    assert read.faults == ()
    assert [KeyPoint.model_validate(entry) for entry in read.entries] == points


EXPECTATIONS = (
    st.fixed_dictionaries({"gets": st.sampled_from(["full", "part", "none"])})
    | st.fixed_dictionaries({"earned": st.fractions(0, 20, max_denominator=60).map(str)})
    | st.fixed_dictionaries({"unreadable": CODES})
    | st.fixed_dictionaries({"found": st.lists(st.integers(1, 12), max_size=4)})
)
SEVERAL = st.lists(TEXTS, min_size=2, max_size=6)


@given(st.lists(st.tuples(TEXTS | SEVERAL, EXPECTATIONS), max_size=4))
def test_tests_of_a_fill_in_survive_being_written_and_read(
    rows: list[tuple[str | list[str], dict[str, Any]]],
):
    tests = [SelfTest(answer=answer, **expected) for answer, expected in rows]
    read = read_tests(write_tests(tests, "fill"), "fill")
    assert read.faults == ()
    assert [SelfTest.model_validate(entry) for entry in read.entries] == tests


@given(
    st.booleans()
    | TEXTS.filter(lambda text: text.lower() not in ("true", "false", "对", "错", "正确", "错误"))
)
def test_tests_of_a_statement_survive_being_written_and_read(answer: bool | str):
    test = SelfTest(answer=answer, gets="full")
    assert (
        SelfTest.model_validate(read_tests(write_tests([test], "true_false"), "true_false").entries[0])
        == test
    )


@given(st.text())
def test_nothing_typed_stops_the_reading(typed: str):
    filled = [line for line in typed.split("\n") if line.strip(SPACE)]
    for lines in (read_accepted(typed), read_wrong(typed), read_key_points(typed), read_tests(typed, "fill")):
        assert len(lines.entries) == len(lines.numbers) == len(filled)


@pytest.mark.parametrize("answer", [["A", "C"], "AC"])
def test_letters_of_a_choice_are_written_in_a_row_however_they_are_stored(answer: object):
    test = SelfTest.model_validate({"answer": answer, "gets": "full"})
    assert write_tests([test], "multiple") == "AC => full"
