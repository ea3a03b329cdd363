"""What a bank holds, in numbers: by chapter, type, level and difficulty, and what the keys look like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from question_bank.bank import Bank
from question_bank.types import TYPES, Question, SingleQuestion, TrueFalseQuestion


@dataclass(frozen=True)
class Share:
    """A part of a whole."""

    part: int
    whole: int

    @property
    def percent(self) -> float:
        """The part in percent, rounded to one decimal; 0 of nothing."""
        return round(100 * self.part / self.whole, 1) if self.whole else 0.0


@dataclass(frozen=True)
class BankCount:
    """The numbers of a bank. Every mapping is in the order it is read in."""

    questions: int
    cases: int
    facts: int
    glossary_entries: int
    by_chapter: dict[str, dict[str, int]]  # chapter -> type -> questions
    by_type: dict[str, int]
    by_level: dict[str, int]
    by_difficulty: dict[int, int]
    single_keys: dict[str, Share]  # letter -> singles whose right option it is
    longest_is_right: Share  # of the singles
    true_statements: Share


def count_bank(bank: Bank) -> BankCount:
    """Count a bank."""
    singles = [question for question in bank.questions if isinstance(question, SingleQuestion)]
    statements = [question for question in bank.questions if isinstance(question, TrueFalseQuestion)]
    keys = Counter(key for question in singles for key in question.correct_keys)
    longest = sum(gives_away_by_length(question) for question in singles)
    levels = Counter(question.level.value for question in bank.questions)
    return BankCount(
        questions=len(bank.questions),
        cases=len({question.case.id for question in bank.questions if question.case}),
        facts=sum(len(chapter.facts) for chapter in bank.chapters),
        glossary_entries=sum(len(chapter.glossary) for chapter in bank.chapters),
        by_chapter={
            chapter.id: count_types(q for q in bank.questions if q.chapter == chapter.id)
            for chapter in bank.chapters
        },
        by_type=count_types(bank.questions),
        by_level=dict(levels.most_common()),
        by_difficulty=dict(sorted(Counter(question.difficulty for question in bank.questions).items())),
        single_keys={key: Share(keys[key], len(singles)) for key in sorted(keys)},
        longest_is_right=Share(longest, len(singles)),
        true_statements=Share(sum(question.correct for question in statements), len(statements)),
    )


def count_types(questions: Iterable[Question]) -> dict[str, int]:
    """Return the number of questions of every type, in the order types are listed in."""
    counts = Counter(question.type for question in questions)
    return {name: counts[name] for name in TYPES}


def gives_away_by_length(question: SingleQuestion) -> bool:
    """Whether the right option is longer than every other one."""
    right = max(len(option.text) for option in question.options if option.correct)
    return all(len(option.text) < right for option in question.options if not option.correct)
