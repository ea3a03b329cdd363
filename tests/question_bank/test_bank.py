"""Facts nobody asks about are found."""

from question_bank import Bank, Chapter, read_question, uncovered_facts
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


def test_fact_without_a_question_is_uncovered_in_teaching_order():
    chapters = (chapter("05", f003=None, f001=None, f002="care"), chapter("06", f001=None))
    question = read_question(single_fields(facts=["05-001"]))
    assert uncovered_facts(Bank(chapters, (question,))) == ("05-003", "05-002", "06-001")


def test_fact_that_is_never_examined_is_not_missed():
    assert uncovered_facts(Bank((chapter("05", f001="drop"),), ())) == ()


def test_question_may_cover_a_fact_of_another_chapter():
    chapters = (chapter("05", f001=None), chapter("06", f001=None))
    questions = (read_question(true_false_fields(chapter="05", facts=["05-001", "06-001"])),)
    assert uncovered_facts(Bank(chapters, questions)) == ()
