"""The numbers a blank knows: which typed number is which of them, and what cannot be read as one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from question_bank.marking.answer_forms import without_classifier
from question_bank.marking.mark import Points, Unreadable
from question_bank.marking.numbers import Number, read_number, read_range, read_rate
from question_bank.marking.text_profile import Reading
from question_bank.marking.tolerance import Fit, Tolerance, bounds, compare


@dataclass(frozen=True)
class KnownAnswer:
    """An answer the author or the course knows: what it earns (0 to 1) and what is said to it."""

    shown: str
    rule: str  # accepted, synonym or listed_wrong
    credit: Points = 1  # a whole number where it is one: comparing fractions is slow
    feedback: str = ""
    code: str = ""


@dataclass(frozen=True)
class KnownNumber:
    """A number the author knows, with the tolerance it is compared by."""

    number: Number
    tolerance: Tolerance
    answer: KnownAnswer


@dataclass(frozen=True)
class KnownSpan:
    """Two numbers that belong together. ``is_typed``: 5-10 must be typed; else any number between counts."""

    low: Fraction
    high: Fraction
    answer: KnownAnswer
    is_typed: bool


@dataclass(frozen=True)
class NumberMatch:
    """A known answer met by a typed number, range or number between two; ``value`` of the typed one."""

    answer: KnownAnswer
    rule: str
    value: Fraction | None = None
    is_coarse: bool = False


@dataclass(frozen=True)
class NumberKey:
    """The numbers of a blank. ``is_whole_key``: it accepts nothing else, so words in it cannot be read.

    ``is_rate``: every accepted number is written as a percentage, so a bare 1.77 is asked about.
    """

    numbers: tuple[KnownNumber, ...] = ()
    spans: tuple[KnownSpan, ...] = ()
    is_whole_key: bool = False
    is_rate: bool = False

    @property
    def is_used(self) -> bool:
        """Whether there is any number to compare with."""
        return bool(self.numbers or self.spans)

    @property
    def model(self) -> str:
        """The first accepted number as it is shown; empty when there is none."""
        known = [*(one.answer for one in self.numbers), *(span.answer for span in self.spans)]
        return next((answer.shown for answer in known if answer.credit), "")

    @property
    def accepted_intervals(self) -> tuple[tuple[Fraction, Fraction], ...]:
        """The stretches of numbers that earn something, both ends included."""
        near = [bounds(one.number.value, one.tolerance) for one in self.numbers if one.answer.credit]
        between = [(span.low, span.high) for span in self.spans if span.answer.credit and not span.is_typed]
        return (*near, *between)

    def find_problem(self, reading: Reading) -> Unreadable | None:
        """Return why an answer is no number, without looking at what is right."""
        if read_range(reading.typed) is not None and any(span.is_typed for span in self.spans):
            return None
        number = self._read(reading)
        return number if isinstance(number, Unreadable) else None

    def can_read(self, text: str) -> bool:
        """Whether a shorter form of an answer is a number or a range."""
        return isinstance(self._read(Reading(text, text)), Number) or read_range(text) is not None

    def match(self, reading: Reading, after: str) -> NumberMatch | None:
        """Return the known number an answer is; before a printed % a share is taken in per cent."""
        typed_range = read_range(reading.typed) if any(span.is_typed for span in self.spans) else None
        if typed_range is not None:
            ends = (typed_range[0].value, typed_range[1].value)
            same = (span for span in self.spans if span.is_typed and (span.low, span.high) == ends)
            return next((NumberMatch(span.answer, "range") for span in same), None)
        number = self._read(reading)
        if isinstance(number, Unreadable):
            return None
        if number.is_percent and after.startswith("%"):
            number = replace(number, value=number.value * 100, step=number.step * 100, is_percent=False)
        return self._match(number)

    def _read(self, reading: Reading) -> Number | Unreadable:
        """Read what was typed; only quotes, brackets and a classifier around it may be folded away."""
        read = read_rate if self.is_rate else read_number
        number = read(reading.typed)
        typed, text = reading.typed.strip(), reading.text
        for shorter in (without_classifier(typed), text, without_classifier(text)):
            if not isinstance(number, Unreadable) or number.code != "not_a_number":
                break
            number = read(shorter)
        return number

    def _match(self, number: Number) -> NumberMatch | None:
        value = number.value
        fits = [
            (one.answer, compare(number, one.number.value, one.tolerance))
            for one in self.numbers
            if _is_comparable(number, one.number)
        ]
        exact = [answer for answer, fit in fits if fit is Fit.RIGHT]
        if exact:
            return NumberMatch(exact[0], "number", value)
        for span in self.spans:
            if not span.is_typed and span.low <= value <= span.high:
                return NumberMatch(span.answer, "between", value)
        # a fault of precision, and only of a right number: whether a wrong one was rounded nobody can tell
        coarse = [answer for answer, fit in fits if fit is Fit.TOO_COARSE and answer.credit]
        return NumberMatch(coarse[0], "number", value, is_coarse=True) if coarse else None


def _is_comparable(typed: Number, known: Number) -> bool:
    """Whether a share and a bare number may be the same: 0.8 is 80 %, but a count of 5 is not 500 %."""
    return typed.is_percent == known.is_percent or typed.value.denominator != 1
