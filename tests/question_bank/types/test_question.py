"""What all types share: nothing of the key is public, and questions test themselves."""

from dataclasses import asdict

import pytest

from question_bank import TYPES, BadQuestion, Question, read_question, restore_question, write_question
from question_bank.types.question import blank_runs
from tests.factories import fill_fields, multiple_fields, single_fields, term_fields, true_false_fields
from tests.shipped_bank import BANK

QUESTIONS = [
    *(read_question(fields()) for fields in (fill_fields, single_fields, multiple_fields, true_false_fields)),
    read_question(term_fields()),
    read_question(term_fields(type="short", id="test-short-1")),
]


def with_another_key(question: Question) -> Question:
    """Return the question with the same face, but another key and other words behind it."""
    fields = write_question(question) | {
        "explanation": "另一种解释",
        "facts": [],
        "tests": [],
        "difficulty": 5,
    }
    if "blanks" in fields:
        fields |= {"blanks": [{"accept": ["别的答案"]} for _ in fields["blanks"]], "interchangeable": []}
    elif "options" in fields:
        fields["options"] = [
            {"text": option["text"], "correct": not option.get("correct", False), "why": "别的理由"}
            for option in fields["options"]
        ]
    elif "key_points" in fields:
        fields |= {"model_answer": "别的答案", "key_points": [{"text": "别的得分点", "terms": ["答案"]}]}
    else:
        fields |= {
            "correct": not fields["correct"],
            "correction": "别的",
            "why_true": "别的",
            "why_false": "别的",
        }
    return restore_question(fields)


def hidden_sentences(question: Question) -> list[str]:
    """Return the sentences no student may see before answering."""
    said = [text for _, text in question.reasons() if text]
    more = [getattr(question, name, None) for name in ("correction", "model_answer")]
    return [*said, *filter(None, more), *(point.text for point in getattr(question, "key_points", ()))]


def test_factories_make_every_type():
    assert {question.type for question in QUESTIONS} == set(TYPES)


@pytest.mark.parametrize("seed", [None, 0, 2026])
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.type)
def test_public_question_does_not_change_with_the_key(question: Question, seed: int | None):
    other = with_another_key(question)
    assert other != question
    assert other.public(seed) == question.public(seed)


@pytest.mark.parametrize("seed", [None, 1])
def test_no_public_question_of_the_shipped_bank_changes_with_its_key(seed: int | None):
    telling = [q.id for q in BANK.questions if with_another_key(q).public(seed) != q.public(seed)]
    assert telling == []


def test_no_public_question_of_the_shipped_bank_holds_a_reason():
    telling = [
        question.id
        for question in BANK.questions
        for sentence in hidden_sentences(question)
        if sentence in str(asdict(question.public(1)))
    ]
    assert telling == []


def test_public_question_has_no_other_fields():
    for question in QUESTIONS:
        public = asdict(question.public(1))
        assert set(public) == {"id", "type", "chapter", "stem", "blanks", "options", "scoring", "case"}
        assert all(set(option) == {"key", "text"} for option in public["options"])


def test_response_with_the_key_earns_the_total():
    answers = {"fill": ["期望", "感知价值"], "single": ["B"], "multiple": ["A", "C"], "true_false": ["false"]}
    for question in QUESTIONS[:4]:
        mark = question.mark(answers[question.type])
        assert mark.earned == mark.total == question.total
    for question in QUESTIONS[4:]:  # a person marks these
        mark = question.mark_points(["客户把体验同期望相比后的感觉状态"], {0, 1})
        assert mark.earned == mark.total == question.total


@pytest.mark.parametrize(
    ("fields", "tests"),
    [
        (
            fill_fields,
            [{"answer": ["感知价值", "期望"], "earned": 2}, {"answer": ["感知价值", "x"], "earned": 1}],
        ),
        (fill_fields, [{"answer": ["", ""], "unreadable": "empty"}]),
        (
            single_fields,
            [{"answer": "B", "earned": 1}, {"answer": "AB", "unreadable": "more_than_one_option"}],
        ),
        (
            multiple_fields,
            [{"answer": "CA", "earned": 1}, {"answer": ["A"], "earned": 0}],
        ),  # letters or a list
        (
            true_false_fields,
            [{"answer": False, "earned": 1}, {"answer": "true", "earned": 0}],
        ),  # quoted or not
        (
            fill_fields,
            [
                {"answer": ["感知价值", "期望"], "gets": "full"},
                {"answer": ["感知价值", "x"], "gets": "part"},
                {"answer": ["x", "y"], "gets": "none"},
                {"answer": ["感知价值、期望", ""], "unreadable": "several_answers"},
            ],
        ),
        (
            term_fields,
            [{"answer": "一种感觉状态", "found": [1]}, {"answer": "离题", "found": []}],
        ),
    ],
)
def test_question_whose_tests_hold_is_taken(fields, tests):
    assert len(read_question(fields(tests=tests)).tests) == len(tests)


@pytest.mark.parametrize(
    ("fields", "test", "reason"),
    [
        (single_fields, {"answer": "A", "earned": 1}, "should get earned: 1 but gets earned: 0"),
        (single_fields, {"answer": "", "earned": 0}, "should get earned: 0 but gets unreadable: empty"),
        (single_fields, {"answer": "A", "unreadable": "empty"}, "unreadable: empty but gets earned: 0"),
        (single_fields, {"answer": "Z", "unreadable": "empty"}, "but gets unreadable: no_such_option"),
        (
            single_fields,
            {"answer": "B"},
            "should get \\? but gets earned: 1",
        ),  # a test that expects nothing tests nothing
        (fill_fields, {"answer": ["期望", "x"], "earned": 2}, "should get earned: 2 but gets earned: 1"),
        (fill_fields, {"answer": "期望", "earned": 1}, "wrong_number_of_blanks"),
        (true_false_fields, {"answer": True, "earned": 1}, "should get earned: 1 but gets earned: 0"),
        (
            fill_fields,
            {"answer": ["期望", "x"], "gets": "full"},
            "should get gets: full but gets earned: 1 / 2",
        ),
        (fill_fields, {"answer": ["x", "x"], "gets": "part"}, "should get gets: part but gets earned: 0 / 2"),
        (fill_fields, {"answer": ["期望", "x"], "gets": "none"}, "should get gets: none but gets earned: 1"),
        (term_fields, {"answer": "感觉状态", "found": [1, 2]}, r"should get found: \[1, 2\] but gets found"),
        (term_fields, {"answer": "感觉状态", "earned": 1}, "should get earned: 1 but gets found"),
    ],
)
def test_question_that_fails_its_own_test_is_refused(fields, test, reason):
    sound = {"answer": "Z", "unreadable": "no_such_option"} if fields is single_fields else None
    tests = [sound, test] if sound else [test]
    with pytest.raises(BadQuestion, match=reason) as caught:
        read_question(fields(tests=tests))
    # only the failing test is named, counted from 1
    assert [fault.field for fault in caught.value.faults] == [f"tests.{len(tests)}"]


def test_tests_are_not_run_on_an_unsound_key():
    options = [{"text": "甲"}, {"text": "乙"}]
    with pytest.raises(BadQuestion) as caught:
        read_question(single_fields(options=options, tests=[{"answer": "A", "earned": 1}]))
    assert [fault.field for fault in caught.value.faults] == ["options"]


@pytest.mark.parametrize(
    ("stem", "blanks"),
    [
        ("没有空", 0),
        ("____", 1),
        ("__________", 1),  # a long run is one blank
        ("____与____", 2),
        ("snake_case 和 __init__", 0),  # one or two underscores are text
        ("___", 1),
    ],
)
def test_blanks_are_runs_of_underscores(stem: str, blanks: int):
    assert blank_runs(stem) == blanks
