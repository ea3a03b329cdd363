"""True or false: a statement, and what is right instead when it is false."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from pydantic import StrictBool

from question_bank.errors import FieldFault
from question_bank.marking import Mark, PartMark, ReadBack, Unreadable
from question_bank.text import Text
from question_bank.types.fields import NonBlank, Prose
from question_bank.types.question import Question


class TrueFalseQuestion(Question):
    """A statement that holds or does not."""

    type_name: ClassVar[Text] = Text("判断题", "True or false")

    type: Literal["true_false"]
    correct: StrictBool
    correction: NonBlank | None = None
    why_true: Prose = ""
    why_false: Prose = ""

    @property
    def total(self) -> int:
        """One point."""
        return 1

    @property
    def correct_key(self) -> str:
        """The response that earns the point."""
        return "true" if self.correct else "false"

    def mark(self, response: Sequence[str], *, can_ask: bool = True) -> Mark | Unreadable:
        """Mark ``["true"]`` or ``["false"]``. Unreadable codes: ``empty``, ``no_such_option``."""
        read = self.read(response)
        if read.problem is not None:
            return read.problem
        is_right = read.parts[0] == self.correct_key
        accepted = read.parts[0] if is_right else ""
        code = "right" if is_right else "wrong"
        part = PartMark(int(is_right), 1, code, read.parts[0], read.parts[0], accepted, rule="verdict")
        return Mark(part.earned, 1, (part,))

    def read(self, response: Sequence[str]) -> ReadBack:
        """Return ``true`` or ``false`` as chosen."""
        chosen = [text.strip().lower() for text in response if text.strip()]
        if not chosen:
            return ReadBack(problem=Unreadable("empty"))
        if len(chosen) > 1 or chosen[0] not in ("true", "false"):
            return ReadBack(problem=Unreadable("no_such_option"))
        return ReadBack((chosen[0],))

    def key_faults(self) -> Iterator[FieldFault]:
        """Yield a false statement without its correction, or a true one with one."""
        if self.correct == (self.correction is not None):
            yield FieldFault(
                "correction",
                Text(
                    "错误的说法须有更正，正确的没有", "a false statement needs a correction, a true one none"
                ),
                Text(
                    "写上更正；说法正确时留空",
                    "write it; leave it empty for a true statement",
                ),
            )

    def reasons(self) -> Iterator[tuple[str, str]]:
        """Yield the explanation and what speaks for and against either verdict."""
        yield "explanation", self.explanation
        yield "why_true", self.why_true
        yield "why_false", self.why_false
