"""True or false: one point, two verdicts, and a correction exactly when the statement is false."""

import pytest

from question_bank import BadQuestion, Unreadable, read_question
from tests.factories import true_false_fields

FALSE_STATEMENT = read_question(true_false_fields())
TRUE_STATEMENT = read_question(true_false_fields(correct=True, correction=None))


@pytest.mark.parametrize(
    ("question", "response", "earned"),
    [
        (FALSE_STATEMENT, ["false"], 1),
        (FALSE_STATEMENT, ["true"], 0),
        (TRUE_STATEMENT, ["true"], 1),
        (TRUE_STATEMENT, ["false"], 0),
        (TRUE_STATEMENT, [" True "], 1),  # case and spaces do not matter
        (TRUE_STATEMENT, ["", "true"], 1),  # a form may send an empty value along
    ],
)
def test_verdict_gets_the_mark_it_deserves(question, response, earned):
    mark = question.mark(response)
    assert (mark.earned, mark.total) == (earned, 1)
    assert [part.code for part in mark.parts] == ["right" if earned else "wrong"]


@pytest.mark.parametrize(
    ("response", "code"),
    [
        ([], "empty"),
        ([" "], "empty"),
        (["A"], "no_such_option"),
        (["1"], "no_such_option"),
        (["yes"], "no_such_option"),
        (["对"], "no_such_option"),  # the form sends true and false in every language
        (["true", "false"], "no_such_option"),  # both is no verdict
    ],
)
def test_answer_that_cannot_be_read_gets_no_mark(response, code):
    assert TRUE_STATEMENT.mark(response) == Unreadable(code)


@pytest.mark.parametrize(
    "changes",
    [
        dict(correct=False, correction=None),  # a false statement left standing would be learnt
        dict(correct=True, correction="更正"),  # a true one has nothing to correct
    ],
)
def test_correction_goes_with_false_statements_only(changes):
    with pytest.raises(BadQuestion) as caught:
        read_question(true_false_fields(**changes))
    assert [fault.field for fault in caught.value.faults] == ["correction"]


@pytest.mark.parametrize("verdict", ["yes", "true", 1, None])
def test_verdict_of_the_key_is_written_as_true_or_false_only(verdict):
    with pytest.raises(BadQuestion) as caught:
        read_question(true_false_fields(correct=verdict))
    assert [fault.field for fault in caught.value.faults] == ["correct"]


def test_public_statement_is_the_same_whatever_the_seed():
    assert FALSE_STATEMENT.public(1) == FALSE_STATEMENT.public(2) == FALSE_STATEMENT.public()


def test_reasons_speak_for_and_against():
    assert dict(FALSE_STATEMENT.reasons()) == {
        "explanation": "比值大于 1，体验超过期望。",
        "why_true": "把分子分母看反了。",
        "why_false": "体验超过了期望。",
    }
