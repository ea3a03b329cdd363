"""What a bank holds, in numbers."""

from __future__ import annotations

import pytest

from question_bank import Bank, Chapter, Share, count_bank, read_question
from tests.factories import single_fields, true_false_fields


def a_chapter(number: str) -> Chapter:
    title = {"zh": "章", "en": "Chapter"}
    entry = {"term": title, "meaning": title, "facts": [f"{number}-001"]}
    facts = [{"id": f"{number}-001", "topic": title, "statement": "事实"}]
    return Chapter.model_validate({"id": number, "title": title, "facts": facts, "glossary": [entry]})


BANK = Bank(
    (a_chapter("05"), a_chapter("06")),
    (
        read_question(single_fields(level="apply", difficulty=4)),
        # the right option, B, is longer than both others
        read_question(
            single_fields(
                id="b",
                options=[
                    {"text": "体验", "why": "体验是 b。"},
                    {"text": "期望的值", "correct": True, "why": "分母。"},
                    {"text": "价格", "why": "没有价格。"},
                ],
            )
        ),
        read_question(true_false_fields(chapter="06")),
    ),
)


def test_bank_is_counted_by_chapter_type_level_and_difficulty():
    count = count_bank(BANK)
    assert (count.questions, count.cases, count.facts, count.glossary_entries) == (3, 0, 2, 2)
    none = {"fill": 0, "single": 0, "multiple": 0, "true_false": 0, "term": 0, "short": 0}
    assert count.by_chapter == {"05": none | {"single": 2}, "06": none | {"true_false": 1}}
    assert count.by_type == none | {"single": 2, "true_false": 1}
    assert count.by_level == {"remember": 2, "apply": 1}
    assert count.by_difficulty == {3: 2, 4: 1}


def test_keys_are_counted():
    count = count_bank(BANK)
    assert count.single_keys == {"B": Share(2, 2)}
    assert count.longest_is_right == Share(1, 2)
    assert count.true_statements == Share(0, 1)


@pytest.mark.parametrize(
    ("share", "percent"),
    [
        (Share(1, 3), 33.3),
        (Share(2, 3), 66.7),
        (Share(0, 0), 0.0),  # nothing of nothing, not a division by zero
    ],
)
def test_share_is_said_to_one_decimal(share: Share, percent: float):
    assert share.percent == percent
