"""Facts that too few types of question examine are found."""

from __future__ import annotations

from question_bank import Bank, Chapter, Question, measure_coverage, read_question
from tests.factories import single_fields, true_false_fields


def chapter(number: str, **facts: str | None) -> Chapter:
    """Return a chapter; facts are given as number and exam status."""
    title = {"zh": "章", "en": "Chapter"}
    return Chapter.model_validate(
        {
            "id": number,
            "title": title,
            "facts": [
                {"id": f"{number}-{name[1:]}", "topic": title, "statement": "事实", "exam": exam}
                for name, exam in facts.items()
            ],
        }
    )


def gaps(chapters: tuple[Chapter, ...], *questions: Question) -> list[str]:
    return [row.fact.id for row in measure_coverage(Bank(chapters, questions)) if row.is_gap]


def single(*facts: str, **changes: str) -> Question:
    return read_question(single_fields(facts=list(facts), **changes))


def true_false(*facts: str, **changes: str) -> Question:
    return read_question(true_false_fields(facts=list(facts), **changes))


def test_fact_without_a_question_is_a_gap_in_teaching_order():
    chapters = (chapter("05", f003=None, f001=None, f002="care"), chapter("06", f001=None))
    assert gaps(chapters, single("05-001"), true_false("05-001")) == ["05-003", "05-002", "06-001"]


def test_two_questions_of_one_type_are_still_one_way_of_asking():
    chapters = (chapter("05", f001=None),)
    assert gaps(chapters, single("05-001"), single("05-001", id="another")) == ["05-001"]


def test_fact_that_is_never_examined_is_not_missed():
    assert gaps((chapter("05", f001="drop"),)) == []


def test_question_may_cover_a_fact_of_another_chapter():
    chapters = (chapter("05", f001=None), chapter("06", f001=None))
    assert gaps(chapters, true_false("05-001", "06-001"), single("05-001", "06-001")) == []


def test_questions_are_counted_by_type():
    bank = Bank(
        (chapter("05", f001=None),), (single("05-001"), true_false("05-001"), single("05-001", id="b"))
    )
    assert measure_coverage(bank)[0].by_type == {"single": 2, "true_false": 1}
