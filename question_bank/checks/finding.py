"""What a check of the whole bank finds."""

from __future__ import annotations

from dataclasses import dataclass

from question_bank.text import Text


@dataclass(frozen=True)
class Finding:
    """Something wrong with a question, a fact or the bank as a whole, why, and what to do."""

    where: str  # the id of a question or fact, or "bank"
    reason: Text
    remedy: Text

    def __str__(self) -> str:
        return f"{self.where}: {self.reason.en}; {self.remedy.en}"
