"""The forms of questions: everything a stored question holds is in them, and comes out as it went in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from wtforms import BooleanField, Field, FieldList, FormField, SelectMultipleField
from wtforms import Form as PlainForm

from app.authoring.forms import FORMS
from question_bank import TYPES, Question, read_question
from tests.factories import fill_fields, multiple_fields, single_fields, true_false_fields
from tests.shipped_bank import BANK

RICH_FILL = fill_fields(
    stem="成本是 ____ 元，占比 ____，次数 ____，取决于 ____ 与 ____。",
    blanks=[
        {
            "accept": [
                {"number": "250", "relative": "2%"},
                {"number": "240", "absolute": "1", "credit": "1/3"},
            ],
            "wrong": [
                {"number": "200", "feedback": "漏了 | 固定成本\n再算一次", "code": "fixed_cost_ignored"}
            ],
        },
        {"accept": [{"number": "1.7714%", "decimal_places": 2}], "wrong": ["0.63%"]},
        {
            "accept": [
                {"between": ["1", "9"], "feedback": "都可以"},
                {"number": "12.34", "significant_figures": 2},
            ]
        },
        {"accept": ["感知价值", {"answer": "价值", "credit": "50%", "feedback": "要写全"}], "exact": True},
        {"accept": ["期望值", "\\= 期望"], "wrong": [{"answer": "价格", "code": "price"}]},
    ],
    interchangeable=[[4, 5]],
    all_or_nothing=True,
    without=["case", "filler"],
    facts=["05-001", "05-003"],
    tests=[
        {"answer": ["250", "1.77%", "5", "期望值", "感知价值"], "gets": "full"},
        {"answer": ["200", "1.77%", "5", "期望值", "感知价值"], "earned": 0},
        {"answer": ["", "", "", "", ""], "unreadable": "empty"},
    ],
)
OPTIONS = [{"text": f"选项 {n}", "correct": n % 2 == 0, "why": f"见 [[{'ABCDEFGH'[n]}]]"} for n in range(8)]
WRITTEN = {
    "id": "test-written-1",
    "chapter": "05",
    "stem": "名词解释：客户满意",
    "model_answer": "体验与期望相比，\n形成的感觉状态（甲,乙）。",
    "key_points": [
        {"text": "感觉状态", "points": "3/2", "terms": ["感觉状态", "甲,乙"]},
        {"text": "比较 | 期望", "points": 2, "terms": ["期望"]},
        {"text": "条理清楚"},
    ],
    "tests": [{"answer": "第一行\n期望", "found": [2]}, {"answer": "买得多", "found": []}],
}
RICH = [
    RICH_FILL,
    fill_fields(),  # all blanks in one group: the box that is ticked
    fill_fields(stem="只有 ____ 一空。", blanks=[{"accept": ["忠诚度"]}], interchangeable=[]),
    single_fields(tests=[{"answer": "B", "gets": "full"}, {"answer": "", "unreadable": "empty"}]),
    multiple_fields(
        options=[*OPTIONS[:7], OPTIONS[7] | {"text": "以上都不对", "fixed": True}],
        scoring="part_for_incomplete",
        incomplete_credit="1/3",
        tests=[{"answer": "ACEG", "gets": "full"}, {"answer": "A", "earned": "1/3"}],
    ),
    multiple_fields(scoring="right_minus_wrong"),
    true_false_fields(
        tests=[{"answer": False, "gets": "full"}, {"answer": "?", "unreadable": "no_such_option"}]
    ),
    WRITTEN | {"type": "term"},
    WRITTEN | {"type": "short", "difficulty": 5, "level": "analyse"},
]


def typed_values(fields: PlainForm) -> Iterator[tuple[str, Any]]:
    """Yield what a browser sends for a form nobody touched."""
    for item in fields:
        yield from _typed(item)


def _typed(item: Field) -> Iterator[tuple[str, Any]]:
    if isinstance(item, FieldList):
        for row in item.entries:
            yield from _typed(row)
    elif isinstance(item, FormField):
        yield from typed_values(item.form)
    elif isinstance(item, BooleanField):
        yield from [(item.name, "y")] if item.data else []
    elif isinstance(item, SelectMultipleField):
        yield item.name, list(item.data or [])
    elif item.data is not None:
        yield item.name, str(item.data).replace("\n", "\r\n")  # as browsers send line breaks


def sent_back(app: Flask, question: Question) -> Question | None:
    """Return the question a form makes that was filled from another and sent back untouched."""
    form_type = FORMS[question.type]
    with app.test_request_context():
        sent = dict(typed_values(form_type(data=form_type.data_of(question))))
    with app.test_request_context(method="POST", data=sent):
        form = form_type(data=form_type.data_of(question))
        return form.read_question(question.id)


def test_there_is_a_form_for_every_type():
    assert list(FORMS) == list(TYPES)


@pytest.mark.parametrize("fields", RICH, ids=lambda fields: f"{fields['type']}-{len(str(fields))}")
def test_question_comes_back_from_its_form_as_it_was(app: Flask, fields: dict[str, Any]):
    question = read_question(fields)
    assert sent_back(app, question) == question


def meaning(question: Question | None) -> tuple[Question, list[tuple[tuple[str, ...], str]]]:
    """Return a question apart from its tests, and these however their answers are spelt.

    In a file one test may be ``answer: "true"`` or ``answer: true``; a form writes one of the two. A case,
    a calculator and a likeness belong to the shipped bank; no form asks for them.
    """
    assert question is not None
    tests = [(question.read_test_answer(test.answer), test.expected) for test in question.tests]
    bare = {"tests": (), "case": None, "calculator": None, "resembles": {}}
    return question.model_copy(update=bare), tests


def test_every_question_of_the_bank_could_be_edited_without_losing_anything(app: Flask):
    for question in BANK.questions:
        assert meaning(sent_back(app, question)) == meaning(question), question.id
