"""What an author may write for a blank, and what is refused: every fault with its field."""

from __future__ import annotations

from fractions import Fraction

import pytest

from question_bank import BadQuestion, read_question, write_question
from tests.factories import fill_fields


def one_blank(**blank: object) -> dict:
    """Return the fields of a fill-in with one blank."""
    return fill_fields(stem="____", blanks=[blank], interchangeable=[])


@pytest.mark.parametrize(
    ("blank", "field", "reason"),
    [
        (dict(accept=["……"]), "blanks.1.accept.1.answer", "nothing but punctuation"),
        (dict(accept=["满意"], wrong=["“”"]), "blanks.1.wrong.1.answer", "nothing but punctuation"),
        (dict(accept=[{"credit": 0.5}]), "blanks.1.accept.1.answer", "exactly one of"),
        (dict(accept=[{"answer": "4", "number": "4"}]), "blanks.1.accept.1.answer", "exactly one of"),
        (dict(accept=[{"number": "四分"}]), "blanks.1.accept.1.number", "cannot be read as a number"),
        (dict(accept=[{"number": "0,75"}]), "blanks.1.accept.1.number", "more than one way"),
        (
            dict(accept=[{"number": "4", "absolute": "-1"}]),
            "blanks.1.accept.1.absolute",
            "below 0",
        ),
        (dict(accept=[{"number": "4", "absolute": "x"}]), "blanks.1.accept.1.absolute", "cannot be read"),
        (
            dict(accept=[{"number": "4", "absolute": "1", "relative": "1%"}]),
            "blanks.1.accept.1.absolute",
            "one tolerance",
        ),
        (dict(accept=[{"answer": "四", "absolute": "1"}]), "blanks.1.accept.1.absolute", "one tolerance"),
        (dict(accept=[{"between": ["9", "1"]}]), "blanks.1.accept.1.between", "the smaller first"),
        (dict(accept=[{"between": ["1", "x"]}]), "blanks.1.accept.1.between", "the smaller first"),
        (dict(accept=[{"answer": "四", "credit": 0}]), "blanks.1.accept.1.credit", "share of the points"),
        (dict(accept=[{"answer": "四", "credit": 2}]), "blanks.1.accept.1.credit", "share of the points"),
        (dict(accept=[{"answer": "四", "credit": True}]), "blanks.1.accept.1.credit", "share of the points"),
        # accepted and wrong at once
        (dict(accept=["满意"], wrong=["满意。"]), "blanks.1.wrong.1", "listed as wrong and accepted"),
        (dict(accept=["满意"], wrong=["是满意"]), "blanks.1.wrong.1", "listed as wrong and accepted"),
        (dict(accept=["80%"], wrong=["0.8"]), "blanks.1.wrong.1", "listed as wrong and accepted"),
        (dict(accept=["运营型"], wrong=["答：操作型"]), "blanks.1.wrong.1", "listed as wrong and accepted"),
        # a tolerance that swallows a misconception
        (
            dict(accept=[{"number": "1.77%", "absolute": "0.05%"}], wrong=[{"number": "1.80%"}]),
            "blanks.1.wrong.1",
            "within the tolerance",
        ),
        (
            dict(accept=[{"number": "250", "relative": "2%"}], wrong=[{"number": "255"}]),
            "blanks.1.wrong.1",
            "within the tolerance",
        ),
        (
            dict(accept=[{"between": ["5", "10"]}], wrong=[{"number": "7"}]),
            "blanks.1.wrong.1",
            "within the tolerance",
        ),
    ],
)
def test_key_that_contradicts_itself_is_refused_with_its_field(blank: dict, field: str, reason: str):
    with pytest.raises(BadQuestion) as caught:
        read_question(one_blank(**blank))
    assert [(fault.field, reason in fault.reason.en) for fault in caught.value.faults] == [(field, True)]


@pytest.mark.parametrize(
    "blank",
    [
        dict(accept=["满意"], wrong=["不满意"]),  # a longer word is another answer
        dict(accept=[{"number": "1.77%", "absolute": "0.005%"}], wrong=[{"number": "1.80%"}]),  # just outside
        dict(accept=[{"number": "1.7714%"}], wrong=[{"number": "1.8%"}]),  # a rounding, but a listed mistake
        dict(accept=["运营型"], wrong=["操作型"]),  # the author's word against the table
    ],
)
def test_key_that_only_looks_like_a_contradiction_is_taken(blank: dict):
    assert read_question(one_blank(**blank)).blanks[0].wrong


@pytest.mark.parametrize(
    ("written", "credit"), [(0.5, "1/2"), ("1/2", "1/2"), ("50%", "1/2"), (1, "1"), ("0.25", "1/4")]
)
def test_credit_may_be_written_in_any_usual_way(written: object, credit: str):
    question = read_question(one_blank(accept=["心理", {"answer": "内心", "credit": written}]))
    assert question.blanks[0].accept[1].credit == Fraction(credit)
    assert question.mark(["内心"]).earned == Fraction(credit)


@pytest.mark.parametrize(
    "entry",
    [
        "心理",
        {"answer": "内心", "credit": "1/2", "feedback": "更准确的说法是心理。"},
        {"number": "1.77%", "absolute": "0.005%"},
        {"number": "250", "decimal_places": 1},
        {"number": "3027.8", "significant_figures": 3},
        {"between": ["1", "9"]},
    ],
)
def test_stored_answer_is_what_the_author_wrote(entry: object):
    question = read_question(one_blank(accept=[entry], exact=True))
    fields = write_question(question)
    stored = fields["blanks"][0]["accept"][0]
    assert stored == (
        {**entry, "between": list(entry["between"])}
        if isinstance(entry, dict) and "between" in entry
        else entry
    )
    assert read_question(fields) == question
