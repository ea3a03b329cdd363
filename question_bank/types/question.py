"""What every question has, whatever its type."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BeforeValidator,
    Field,
    PlainSerializer,
    StrictBool,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from question_bank.errors import FieldFault
from question_bank.marking import AwaitsMarker, Number, Points, ReadBack, Unreadable, Worth, read_number
from question_bank.marking.synonyms import Synonyms
from question_bank.text import Text
from question_bank.types.calculator_link import CalculatorLink
from question_bank.types.case import CasePart
from question_bank.types.fields import FactId, NonBlank, Prose, Slug, Strict

OPTION_KEYS = "ABCDEFGH"


class Level(StrEnum):
    """Cognitive level, after the revised Bloom taxonomy."""

    REMEMBER = "remember"
    UNDERSTAND = "understand"
    APPLY = "apply"
    ANALYSE = "analyse"


def _one_fault(value: Any, read: ValidatorFunctionWrapHandler) -> Any:
    try:
        return read(value)
    except ValidationError:  # one for each form an answer might have had, named after pydantic's types
        raise PydanticCustomError("test_answer", "not an answer in one of its forms") from None


def read_points(value: Any) -> Fraction:
    """Read points as a file gives them: 2, 0.5 or "3/2"."""
    number = read_number(str(value)) if isinstance(value, int | float | str) else None
    if not isinstance(number, Number) or isinstance(value, bool) or number.value < 0:
        raise PydanticCustomError("points", "not points")
    return number.value


def write_points(points: Fraction) -> int | str:
    """Write points so that ``read_points`` reads them back; whole ones stay whole numbers."""
    return int(points) if points.denominator == 1 else str(points)


class Gets(StrEnum):
    """How much of the points an answer must get."""

    FULL = "full"
    PART = "part"
    NONE = "none"


class SelfTest(Strict):
    """An answer and the one thing it must get.

    Points, how much of them, the code that says why it cannot be read, or, for a written answer, the key
    points (from 1) that must be found in it.
    """

    answer: Annotated[StrictBool | str | tuple[str, ...], WrapValidator(_one_fault)]
    earned: Annotated[Fraction, BeforeValidator(read_points), PlainSerializer(write_points)] | None = None
    gets: Gets | None = None
    unreadable: str | None = None
    found: tuple[int, ...] | None = None

    def passes(self, worth: Worth) -> bool:
        """Whether a worth is the expected one."""
        if isinstance(worth, Unreadable):
            return self.unreadable == worth.code
        if isinstance(worth, AwaitsMarker):
            return self.found == tuple(place + 1 for place in worth.found)
        share = Gets.FULL if worth.is_full else Gets.PART if worth.earned else Gets.NONE
        return self.earned == worth.earned or self.gets == share

    @property
    def expected(self) -> str:
        """What must happen, as the test says it."""
        fields = self.model_dump(mode="json", exclude={"answer"}, exclude_none=True)
        return ", ".join(f"{name}: {value}" for name, value in fields.items())


@dataclass(frozen=True)
class PublicOption:
    """An option as a student sees it: its key for the answer sheet and its text."""

    key: str
    text: str


@dataclass(frozen=True)
class PublicQuestion:
    """All of a question that may reach a browser before it has been answered."""

    id: str
    type: str
    chapter: str
    stem: str
    blanks: int = 0
    options: tuple[PublicOption, ...] = ()
    scoring: str = ""  # how a multiple choice is marked; a student ought to know before choosing
    case: CasePart | None = None


class Question(Strict):
    """The fields shared by all types; a subclass adds its key and says how an answer is marked.

    A response is a list of strings for every type: one text per blank, the keys of the chosen
    options, or ``"true"`` / ``"false"``.
    """

    type_name: ClassVar[Text]

    id: Slug
    type: str
    chapter: NonBlank
    facts: tuple[FactId, ...] = ()
    difficulty: Annotated[int, Field(ge=1, le=5)] = 3
    level: Level = Level.REMEMBER
    stem: NonBlank
    explanation: Prose = ""
    tests: tuple[SelfTest, ...] = ()
    case: CasePart | None = None
    calculator: CalculatorLink | None = None
    # questions whose stem is much like this one, each with the reason why both are kept
    resembles: dict[Slug, NonBlank] = Field(default_factory=dict)

    @property
    @abstractmethod
    def total(self) -> Points:
        """The points a full answer earns."""

    @abstractmethod
    def mark(self, response: Sequence[str], *, can_ask: bool = True) -> Worth:
        """Mark one response; an answer that cannot be read gets no mark, not zero.

        ``can_ask`` tells whether the student can still be asked what they meant.
        """

    @abstractmethod
    def read(self, response: Sequence[str]) -> ReadBack:
        """Return how a response is read; nothing in it depends on what is right."""

    def name_options(self, text: str, public: PublicQuestion) -> str:
        """Put the letters a student saw in the place of option names in a text; only choices have any."""
        return text

    def with_synonyms(self, table: Synonyms) -> Self:
        """Return the question with the other names its answers have in the course."""
        return self

    def public(self, shuffle_seed: int | None = None) -> PublicQuestion:
        """Return the question without its key; a seed shuffles options the same way every time."""
        return PublicQuestion(self.id, self.type, self.chapter, self.stem, case=self.case)

    @abstractmethod
    def key_faults(self) -> Iterator[FieldFault]:
        """Yield what is wrong with the key although each field alone is well-formed."""

    @abstractmethod
    def reasons(self) -> Iterator[tuple[str, str]]:
        """Yield the fields that tell a student why, with what they say; the shipped bank fills them all."""

    def read_test_answer(self, answer: bool | str | tuple[str, ...]) -> tuple[str, ...]:
        """Turn the short form used in ``tests`` into a response."""
        if isinstance(answer, bool):
            return ("true" if answer else "false",)
        return (answer,) if isinstance(answer, str) else answer

    def faults(self) -> tuple[FieldFault, ...]:
        """Return everything wrong with the question; its own tests run only on a sound key."""
        key_faults = tuple(self.key_faults())
        return key_faults or tuple(self._test_faults())

    def _test_faults(self) -> Iterator[FieldFault]:
        for number, test in enumerate(self.tests, start=1):
            worth = self.mark(self.read_test_answer(test.answer))
            if not test.passes(worth):
                reason = _TEST_FAILS.format(
                    answer=test.answer, expected=test.expected or "?", found=_say_worth(worth)
                )
                yield FieldFault(f"tests.{number}", reason, _MEND_TEST)


def _say_worth(worth: Worth) -> str:
    if isinstance(worth, Unreadable):
        return f"unreadable: {worth.code}"
    if isinstance(worth, AwaitsMarker):
        return f"found: {[place + 1 for place in worth.found]}"
    return f"earned: {worth.earned} / {worth.total}"


_TEST_FAILS = Text(
    "答案 {answer!r} 应得 {expected}，实际得 {found}",
    "answer {answer!r} should get {expected} but gets {found}",
)
_MEND_TEST = Text("改正题目的答案，或改正这条检验", "correct the key or this test")


def blank_runs(stem: str) -> int:
    """Count the blanks of a stem: runs of three or more underscores."""
    return len(BLANK.findall(stem))


BLANK = re.compile(r"_{3,}")
