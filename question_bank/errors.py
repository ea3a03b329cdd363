"""What can be wrong with a question or a question file, said as where, why and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from question_bank.text import Text


@dataclass(frozen=True)
class FieldFault:
    """One thing wrong in one field of one question."""

    field: str
    reason: Text
    remedy: Text


@dataclass(frozen=True)
class Fault:
    """A field fault together with the place it stands in."""

    file: str
    question: str  # its id, or "#3" for the third entry when the id itself cannot be read
    field: str
    reason: Text
    remedy: Text
    line: int | None = None

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.question}: {self.field}: {self.reason.en}; {self.remedy.en}"


class BadQuestionFile(Exception):
    """A question file, or a folder of them, holds faults; all of them are listed in ``faults``."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class BadQuestion(Exception):
    """One question cannot be used; all its faults are listed in ``faults``."""

    def __init__(self, faults: Sequence[FieldFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(f"{f.field}: {f.reason.en}; {f.remedy.en}" for f in self.faults))
