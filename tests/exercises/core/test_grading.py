"""Grading is a table: what was typed, what becomes of it, and why."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from exercises.core import Grade, Inputs, Kind, KnownWrong, Part, PartKind, Problem, Solution, Verdict, grade
from exercises.core.problem import Value
from question_bank.marking import Mark, PartMark, Unreadable
from question_bank.text import Text

WORD = Text("字", "word")


def says(code: str) -> Text:
    return Text(f"{code} 的说明。", f"About {code}.")


def known(**values: str | Fraction) -> tuple[KnownWrong, ...]:
    return tuple(KnownWrong(code, Fraction(value), says(code)) for code, value in values.items())


def own_total(inputs: Inputs, own: Mapping[str, Fraction]) -> Value:
    return own["rate"] * 1000


RIGHT_RATE = Fraction(31, 1750)  # 0.62/35 = 1.7714 %
RATE = Part(
    "rate",
    WORD,
    RIGHT_RATE,
    Text("1.77%", "1.77%"),
    quantity=Kind.RATE,
    tolerance=Fraction("0.00005"),
    misconceptions=known(
        cost_taken_off=Fraction(31, 1719),  # 0.62/34.38 = 1.8034 %
        inverted=Fraction(1750, 3100),  # 56.45 %
        doubled="0.03543",
        also_doubled="0.03543",
    ),
    other_conventions=known(by_price="0.00705"),
)
TOTAL = Part(
    "total",
    WORD,
    RIGHT_RATE * 1000,
    Text("17.71 元", "17.71 yuan"),
    unit=Text("元", "yuan"),
    tolerance=Fraction("0.01"),
    follow=own_total,
    misconceptions=known(inverted_total="564.52"),
)
CHOICE = Part(
    "pays",
    WORD,
    "yes",
    Text("是", "yes"),
    PartKind.CHOICE,
    choices=(("yes", Text("是", "yes")), ("no", Text("否", "no")), ("unsure", Text("说不准", "unsure"))),
    misconceptions=(KnownWrong("reading_reversed", "no", says("reading_reversed")),),
)
PROBLEM = Problem("toy", 1, 1, Inputs.of(x=1), WORD, (), (RATE, TOTAL, CHOICE), Solution((), ()))
RIGHT = {"rate": "1.77%", "total": "17.71", "pays": "yes"}


def graded(**answers: str) -> Grade:
    return grade(PROBLEM, RIGHT | answers)


@pytest.mark.parametrize(
    ("raw", "verdict", "codes", "earned"),
    [
        ("1.77%", Verdict.RIGHT, (), 1),
        ("0.0177", Verdict.RIGHT, (), 1),  # the decimal is the same number
        ("31/1750", Verdict.RIGHT, (), 1),  # so is the exact fraction
        ("１．７７％", Verdict.RIGHT, (), 1),
        ("1.776%", Verdict.RIGHT, (), 1),  # inside the tolerance of 0.005 points
        ("1.78%", Verdict.WRONG, (), 0),  # outside it, and not a rounding of 1.7714
        ("56.45%", Verdict.MISCONCEPTION, ("inverted",), 0),  # rounded before it was typed
        ("56.46%", Verdict.WRONG, (), 0),  # not how 56.4516 is rounded
        ("56%", Verdict.MISCONCEPTION, ("inverted",), 0),  # two figures still tell
        ("60%", Verdict.WRONG, (), 0),  # one figure does not
        ("3.543%", Verdict.MISCONCEPTION, ("doubled", "also_doubled"), 0),  # either or
        ("0.705%", Verdict.OTHER_CONVENTION, ("by_price",), Fraction(1, 2)),
        # a coarse 1.7714 and a sound 1.8034: both are said, the doubt is the learner's gain
        ("1.8%", Verdict.MISCONCEPTION, ("cost_taken_off", "too_coarse"), Fraction(1, 2)),
        ("2%", Verdict.TOO_COARSE, ("too_coarse",), Fraction(1, 2)),
        ("0.0", Verdict.WRONG, (), 0),  # a rounding that keeps nothing of the number
        ("9%", Verdict.WRONG, (), 0),  # no story invented
    ],
)
def test_a_number_gets_its_verdict(
    raw: str, verdict: Verdict, codes: tuple[str, ...], earned: Fraction | int
) -> None:
    part = graded(rate=raw).part("rate")
    assert (part.verdict, part.codes, part.earned) == (verdict, codes, earned)
    assert part.correct == RATE.shown
    assert bool(part.messages) is (verdict is not Verdict.RIGHT)


def test_an_ambiguous_number_is_told_as_either_or() -> None:
    (message,) = graded(rate="3.543%").part("rate").messages
    assert "要么：doubled 的说明。要么：also_doubled 的说明。" in message.zh
    assert "Either: About doubled. Or: About also_doubled." in message.en


@pytest.mark.parametrize(
    ("raw", "verdict", "codes"),
    [
        ("yes", Verdict.RIGHT, ()),
        (" yes ", Verdict.RIGHT, ()),
        ("no", Verdict.MISCONCEPTION, ("reading_reversed",)),
        ("unsure", Verdict.WRONG, ()),
        ("", Verdict.EMPTY, ()),
    ],
)
def test_a_choice_gets_its_verdict(raw: str, verdict: Verdict, codes: tuple[str, ...]) -> None:
    part = graded(pays=raw).part("pays")
    assert (part.verdict, part.codes) == (verdict, codes)


@pytest.mark.parametrize(
    ("answers", "verdict", "follows"),
    [
        ({"rate": "2.5%", "total": "25"}, Verdict.RIGHT, True),  # wrong above, right from there
        ({"rate": "56.45%", "total": "564.5"}, Verdict.RIGHT, True),  # before the misconception: paid once
        ({"rate": "2.5%", "total": "17.71"}, Verdict.RIGHT, False),  # right all the same
        ({"rate": "1.77%", "total": "25"}, Verdict.WRONG, False),  # nothing wrong above to follow
        ({"rate": "2%", "total": "20"}, Verdict.RIGHT, True),  # rounding is paid for once, too
        ({"rate": "", "total": "25"}, Verdict.WRONG, False),  # nothing to follow
    ],
)
def test_a_later_part_may_follow_from_the_own_number(
    answers: dict[str, str], verdict: Verdict, follows: bool
) -> None:
    part = graded(**answers).part("total")
    assert (part.verdict, part.follows_own_value) == (verdict, follows)


def test_an_unreadable_sheet_gets_no_mark_and_reveals_nothing() -> None:
    sheet = graded(rate="1.77", total="25")
    assert sheet.mark == Unreadable("percent_sign_missing", 0)
    assert [part.verdict for part in sheet.parts] == [
        Verdict.UNREADABLE,
        Verdict.NOT_JUDGED,
        Verdict.NOT_JUDGED,
    ]
    assert all(part.correct is None and part.earned == 0 for part in sheet.parts)
    assert "1.77%" in sheet.part("rate").messages[0].en
    assert sheet.part("total").read_as == Text("25", "25")


def test_the_first_unreadable_part_names_the_fault() -> None:
    assert graded(total="much", pays="perhaps").mark == Unreadable("not_a_number", 1)
    assert graded(pays="perhaps").mark == Unreadable("unknown_choice", 2)


def test_an_empty_sheet_is_not_marked() -> None:
    sheet = grade(PROBLEM, {"rate": " ", "other": "3"})
    assert sheet.mark == Unreadable("empty")
    assert [part.verdict for part in sheet.parts] == [Verdict.EMPTY] * 3
    assert all(part.correct is None for part in sheet.parts)


def test_an_empty_part_beside_answers_earns_nothing() -> None:
    sheet = graded(total="")
    assert sheet.part("total").verdict is Verdict.EMPTY
    assert isinstance(sheet.mark, Mark)
    assert (sheet.mark.earned, sheet.mark.total) == (2, 3)


def test_the_mark_adds_up_the_parts() -> None:
    mark = graded(rate="0.705%", pays="no").mark
    assert isinstance(mark, Mark)
    assert (mark.earned, mark.total) == (Fraction(3, 2), 3)
    assert [part.code for part in mark.parts] == ["by_price", "right", "reading_reversed"]
    assert mark.codes == ("by_price", "reading_reversed")


def test_a_faultless_sheet_earns_everything() -> None:
    mark = graded().mark
    assert isinstance(mark, Mark)
    assert mark.is_full
    assert mark.parts[0] == PartMark(1, 1, "right", "1.77%", "1.77%", "1.77%")
    assert mark.codes == ()


@pytest.mark.parametrize(
    ("raw", "read_as"),
    [("0.0177", "1.77%"), ("１.７７ %", "1.77%"), ("31/1750", "62/35%")],
)
def test_the_number_is_shown_as_it_was_read(raw: str, read_as: str) -> None:
    assert graded(rate=raw).part("rate").read_as == Text(read_as, read_as)
