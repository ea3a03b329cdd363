"""A form full of text becomes exact numbers, or all of its faults at once."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.core.inputs import MAX_VALUES, Inputs, Variable, read_inputs
from exercises.core.quantity import Kind
from question_bank.text import Text

WORD = Text("字", "word")
PRICE = Variable("price", "p", WORD, Text("元", "yuan"), Kind.MONEY, "3", WORD)
RATE = Variable("rate", "r", WORD, None, Kind.RATE, "10%", WORD)
HEADS = Variable("heads", "n", WORD, None, Kind.COUNT, "3", WORD)
FLOWS = Variable("flows", "R_i", WORD, Text("元", "yuan"), Kind.MONEY, "1 2", WORD, many=True)
EXTRA = Variable("extra", "x", WORD, None, Kind.RATE, "1%", WORD, many=True, optional=True)


def test_every_field_is_read() -> None:
    raw = {"price": " 1,200元 ", "rate": "10%", "heads": "3"}
    assert read_inputs((PRICE, RATE, HEADS), raw) == Inputs.of(price=1200, rate="0.1", heads=3)


@pytest.mark.parametrize(
    "raw",
    [
        "1000 1200 1500",
        "1000\n1200\r\n1500\n",
        "1000、1200、1500",
        "1000; 1200；1500",
        "1,000 1,200 1,500",  # commas group thousands
        "1,000, 1,200, 1,500",  # and a comma before a space separates
        "1000，1200，1500",  # a Chinese comma separates what cannot be groups of thousands
        "1000,1200,1500",  # so do several Latin ones
        "１０００　１２００　１５００",  # full width, as a Chinese keyboard types them
    ],
)
def test_a_list_is_separated_as_people_type_it(raw: str) -> None:
    assert read_inputs((FLOWS,), {"flows": raw}) == Inputs.of(flows=[1000, 1200, 1500])


@pytest.mark.parametrize("raw", ["3.1%,1.2%", "3.1%，1.2%"])
def test_a_comma_after_a_percent_sign_separates(raw: str) -> None:
    read = read_inputs((EXTRA,), {"extra": raw})
    assert isinstance(read, Inputs)
    assert read.many("extra") == (Fraction(31, 1000), Fraction(12, 1000))


@pytest.mark.parametrize(
    ("variable", "raw", "code"),
    [
        (PRICE, "", "missing"),
        (PRICE, "  \n", "missing"),
        (PRICE, "dear", "not_a_number"),
        (RATE, "10", "percent_sign_missing"),
        (HEADS, "2.5", "not_whole"),
        (FLOWS, "1 two 3", "not_a_number"),
        (FLOWS, "100,200,300", "ambiguous_comma"),  # one number or three?
        (FLOWS, "0,75 0,80", "ambiguous_comma"),  # decimal commas, or a slip for 0.75?
        (FLOWS, "", "missing"),
        (FLOWS, "1 " * (MAX_VALUES + 1), "too_many"),
    ],
)
def test_a_field_that_cannot_be_used_keeps_its_text(variable: Variable, raw: str, code: str) -> None:
    read = read_inputs((variable,), {variable.name: raw})
    assert isinstance(read, tuple)
    (fault,) = read
    assert (fault.field, fault.code, fault.given) == (variable.name, code, raw)
    assert fault.message.zh and fault.message.en


def test_all_faults_come_at_once_in_the_order_of_the_form() -> None:
    read = read_inputs((PRICE, RATE, HEADS), {"price": "x", "rate": "10", "heads": "3"})
    assert isinstance(read, tuple)
    assert [(fault.field, fault.code) for fault in read] == [
        ("price", "not_a_number"),
        ("rate", "percent_sign_missing"),
    ]


def test_an_optional_list_may_stay_empty() -> None:
    read = read_inputs((PRICE, EXTRA), {"price": "1"})
    assert isinstance(read, Inputs)
    assert read.many("extra") == ()
    assert read.one("price") == 1


def test_another_convention_leaves_the_numbers_alone() -> None:
    inputs = Inputs.of("end", price=3)
    assert inputs.under("start") == Inputs.of("start", price=3)
    assert inputs.convention == "end"


@given(
    st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=10),
    st.sampled_from([" ", "\n", "、", ";", ", "]),
)
def test_white_space_and_separators_never_change_the_numbers(numbers: list[int], separator: str) -> None:
    raw = f"  {separator.join(map(str, numbers))} \n"
    assert read_inputs((FLOWS,), {"flows": raw}) == Inputs({"flows": tuple(map(Fraction, numbers))})
