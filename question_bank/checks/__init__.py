"""What a bank must be as a whole, beyond every file being well-formed."""

from __future__ import annotations

from collections.abc import Iterator

from question_bank.bank import Bank
from question_bank.checks.balance import balance_findings
from question_bank.checks.finding import Finding
from question_bank.checks.likeness import likeness_findings
from question_bank.checks.notes import notes_findings
from question_bank.checks.wording import wording_findings
from question_bank.counting import count_bank
from question_bank.coverage import TYPES_MIN, measure_coverage
from question_bank.text import Text

__all__ = ["Finding", "check_bank"]


def check_bank(bank: Bank) -> tuple[Finding, ...]:
    """Return everything wrong with a bank whose files are sound; none when it may be shipped."""
    return tuple(_findings(bank))


def _findings(bank: Bank) -> Iterator[Finding]:
    for row in measure_coverage(bank):
        if row.is_gap:
            types = ", ".join(row.by_type) or "-"
            yield Finding(row.fact.id, _GAP.format(types=types), _COVER)
    yield from notes_findings(bank)
    for question in bank.questions:
        yield from wording_findings(question)
    yield from likeness_findings(bank.questions)
    yield from balance_findings(count_bank(bank))


_GAP = Text(
    f"考查它的题型不足 {TYPES_MIN} 种（现有：{{types}}）",
    f"is examined by fewer than {TYPES_MIN} types of question (now: {{types}})",
)
_COVER = Text(
    "补写别的题型的题，或标 exam: drop", "write a question of another type, or mark it `exam: drop`"
)
