"""Which fact is examined by how many questions of which type, and where that is too little."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from question_bank.bank import Bank, Fact

TYPES_MIN = 2  # a fact asked in one way only is learnt as that one question


@dataclass(frozen=True)
class FactCoverage:
    """A fact and the number of its questions by type."""

    fact: Fact
    by_type: Mapping[str, int]

    @property
    def is_gap(self) -> bool:
        """Whether the fact should be examined in more ways than it is."""
        return self.fact.exam != "drop" and len(self.by_type) < TYPES_MIN


def measure_coverage(bank: Bank) -> tuple[FactCoverage, ...]:
    """Return every fact of the bank in course order with its questions by type."""
    counts: dict[str, Counter[str]] = {}
    for question in bank.questions:
        for fact in question.facts:
            counts.setdefault(fact, Counter())[question.type] += 1
    return tuple(
        FactCoverage(fact, dict(counts.get(fact.id, {})))
        for chapter in bank.chapters
        for fact in chapter.facts
    )
