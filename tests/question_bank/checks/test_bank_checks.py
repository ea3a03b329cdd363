"""All checks of a bank together, and those of notes and glossary."""

from __future__ import annotations

from typing import Any

import pytest

from question_bank import Bank, Chapter, check_bank, read_question
from tests.factories import single_fields, true_false_fields

TITLE = {"zh": "满意", "en": "Satisfaction"}
NO_KEY_TERM = (
    "05-001: the statement has no key term to hide but those of its heading; write its key terms in **bold**"
)
STATEMENT = "满意是**比较**的结果。"
EXPLAINED = {"explanation": "先有期望。再有比较。", "facts": ["05-001"]}


def chapter(statement: str = STATEMENT, *glossary: dict[str, Any]) -> Chapter:
    fact = {"id": "05-001", "topic": TITLE, "statement": statement}
    return Chapter.model_validate({"id": "05", "title": TITLE, "facts": [fact], "glossary": glossary})


def entry(zh: str = "客户满意", fact: str = "05-001") -> dict[str, Any]:
    meaning = {"zh": "比较的结果。", "en": "What comparing gives."}
    return {"term": {"zh": zh, "en": "Satisfaction"}, "meaning": meaning, "facts": [fact]}


QUESTIONS = (read_question(single_fields(**EXPLAINED)), read_question(true_false_fields(**EXPLAINED)))


def test_sound_bank_has_no_findings():
    assert check_bank(Bank((chapter(STATEMENT, entry()),), QUESTIONS)) == ()


@pytest.mark.parametrize(
    ("bank", "line"),
    [
        (
            Bank((chapter(),), QUESTIONS[:1]),
            "05-001: is examined by fewer than 2 types of question (now: single); "
            "write a question of another type, or mark it `exam: drop`",
        ),
        (
            Bank((chapter("满意是比较的结果。"),), QUESTIONS),
            NO_KEY_TERM,
        ),
        (Bank((chapter("**满意**是比较的结果。"),), QUESTIONS), NO_KEY_TERM),  # 满意 is the heading
        (
            Bank((chapter(STATEMENT, entry(fact="05-009")),), QUESTIONS),
            "客户满意: the glossary cites a fact 05-009 that has no note; correct the id",
        ),
    ],
)
def test_finding_says_where_what_and_what_to_do(bank: Bank, line: str):
    assert [str(finding) for finding in check_bank(bank)] == [line]


@pytest.mark.parametrize(
    "chapters",
    [
        (chapter(STATEMENT, entry(), entry()),),
        (chapter(STATEMENT, entry()), chapter(STATEMENT, entry()).model_copy(update={"id": "06"})),
    ],
)
def test_term_that_stands_twice_is_found_in_both_places(chapters: tuple[Chapter, ...]):
    found = check_bank(Bank(chapters, QUESTIONS))
    assert [finding.reason.en for finding in found] == ["stands twice in the glossary"] * 2
