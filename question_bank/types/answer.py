"""An answer an author writes down for a blank: a text, a number, or a stretch of numbers."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    Field,
    PlainSerializer,
    SerializerFunctionWrapHandler,
    StringConstraints,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError

from question_bank.errors import FieldFault
from question_bank.marking import Number, Unreadable, normalise, read_number
from question_bank.marking.answer_forms import without_classifier
from question_bank.marking.tolerance import EXACT, Tolerance, ToleranceKind
from question_bank.marking.unreadable_reasons import why_unreadable
from question_bank.text import Text
from question_bank.types.fields import NonBlank, Prose, Strict


def _read_share(value: Any) -> Fraction:
    number = read_number(str(value)) if isinstance(value, int | float | str) else Unreadable("not_a_number")
    if isinstance(number, Unreadable) or isinstance(value, bool) or not 0 < number.value <= 1:
        raise PydanticCustomError("share", "not a share")
    return number.value


Share = Annotated[Fraction, BeforeValidator(_read_share), PlainSerializer(str)]
"""A part of a point, above 0 and up to 1: ``0.5``, ``"1/2"`` or ``"50%"`` in a file."""

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Written = Annotated[NonBlank, Field(max_length=200)]
_TOLERANCES = ("absolute", "relative", "decimal_places", "significant_figures")


class Answer(Strict):
    """One answer of a blank; in a file a plain text stands for ``{answer: text}``.

    Exactly one of ``answer``, ``number`` and ``between`` is given; a ``number`` may have one tolerance.
    """

    answer: Written | None = None
    number: Written | None = None
    between: tuple[Written, Written] | None = None
    absolute: Written | None = None
    relative: Written | None = None
    decimal_places: Annotated[int, Field(ge=0, le=10)] | None = None
    significant_figures: Annotated[int, Field(ge=1, le=10)] | None = None
    feedback: Prose = ""

    @model_validator(mode="before")
    @classmethod
    def _read_plain_text(cls, value: Any) -> Any:
        return {"answer": value} if isinstance(value, str) else value

    @model_serializer(mode="wrap")
    def _write_plain_text(self, write: SerializerFunctionWrapHandler) -> Any:
        fields = write(self)
        return fields["answer"] if set(fields) == {"answer"} else fields

    @property
    def shown(self) -> str:
        """The answer as a reader sees it."""
        if self.between is not None:
            return f"{self.between[0]}～{self.between[1]}"
        return self.answer or self.number or ""

    @cached_property
    def value(self) -> Number | None:
        """The number that was written, also as a plain text; None for words."""
        if self.number is not None:
            number = read_number(self.number)
        else:
            number = read_number(without_classifier(self.answer or ""))
        return number if isinstance(number, Number) else None

    @cached_property
    def ends(self) -> tuple[Fraction, Fraction] | None:
        """The two ends of ``between``, when both can be read and are in order."""
        if self.between is None:
            return None
        low, high = (read_number(end) for end in self.between)
        if isinstance(low, Unreadable) or isinstance(high, Unreadable) or low.value > high.value:
            return None
        return low.value, high.value

    @property
    def tolerance(self) -> Tolerance:
        """How far a typed number may be from this one."""
        if self.decimal_places is not None:
            in_percent = self.value is not None and self.value.is_percent
            return Tolerance.decimal_places(self.decimal_places, in_percent=in_percent)
        if self.significant_figures is not None:
            return Tolerance.significant_figures(self.significant_figures)
        for kind, typed in ((ToleranceKind.ABSOLUTE, self.absolute), (ToleranceKind.RELATIVE, self.relative)):
            amount = read_number(typed) if typed else None
            if isinstance(amount, Number):
                return Tolerance(kind, amount.value)
        return EXACT

    def faults(self) -> Iterator[FieldFault]:
        """Yield what is wrong with this answer alone; fields are named relative to it."""
        kinds = [name for name in ("answer", "number", "between") if getattr(self, name) is not None]
        if len(kinds) != 1:
            yield FieldFault("answer", _ONE_KIND, _GIVE_ONE)
            return
        given = [name for name in _TOLERANCES if getattr(self, name) is not None]
        if len(given) > 1 or (given and self.number is None):
            yield FieldFault(given[0], _ONE_TOLERANCE, _DROP_TOLERANCE)
        if self.answer is not None and not normalise(self.answer):
            yield FieldFault("answer", _NOTHING.format(answer=self.answer), _WRITE_SOMETHING)
        if self.between is not None and self.ends is None:
            yield FieldFault("between", _BAD_ENDS, _WRITE_ENDS)
        for name in ("number", "absolute", "relative"):
            yield from self._number_faults(name)

    def _number_faults(self, name: str) -> Iterator[FieldFault]:
        typed = getattr(self, name)
        number = read_number(typed) if typed is not None else None
        if isinstance(number, Unreadable):
            yield FieldFault(name, why_unreadable(number, typed), _WRITE_NUMBER)
        elif number is not None and name != "number" and number.value < 0:
            yield FieldFault(name, Text("小于 0", "is below 0"), _WRITE_NUMBER)


class AcceptedAnswer(Answer):
    """An answer that earns its share of the blank's point.

    ``also`` holds its other names in the course; ``read_question`` fills it in and it is stored with the
    question, so that a later change of the table makes a new revision, never another mark for an old answer.
    """

    credit: Share = Fraction(1)
    also: tuple[str, ...] = ()


class WrongAnswer(Answer):
    """An answer the author expects to go wrong; ``code`` names the mistake in the statistics."""

    code: Code | None = None


_ONE_KIND = Text("须恰有 answer、number、between 之一", "needs exactly one of answer, number and between")
_GIVE_ONE = Text("只留其中一项", "keep one of them")
_ONE_TOLERANCE = Text("误差只能给一种，且只用于 number", "a number may have one tolerance")
_DROP_TOLERANCE = Text("只留一种误差", "keep one tolerance, beside a number")
_NOTHING = Text(
    "答案“{answer}”去掉标点和空格后什么也不剩", "the answer {answer!r} is nothing but punctuation"
)
_WRITE_SOMETHING = Text("写出含有文字或数字的答案", "write an answer with letters, characters or digits")
_BAD_ENDS = Text("两端不是从小到大的两个数", "is not two numbers, the smaller first")
_WRITE_ENDS = Text('例如 ["1", "9"]', 'write for example ["1", "9"]')
_WRITE_NUMBER = Text("写成 0.75、1.77% 这样的数", "write a number such as 0.75 or 1.77%")
