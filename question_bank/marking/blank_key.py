"""The key of one blank, prepared for marking: what is accepted, what is expected to go wrong, and why.

The order of the rules, each tried only when those before it found nothing: the answer as a whole; as a
number; without filler or words of the stem; with its own other name in brackets or beside it. Then it is
wrong, and the trace says what came nearest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from question_bank.marking.answer_forms import (
    split_answers,
    split_gloss,
    without_filler,
    without_neighbours,
)
from question_bank.marking.mark import PartMark, Points, Unreadable
from question_bank.marking.near_misses import by_length, find_nearest, find_slip
from question_bank.marking.numbers import Number, read_number, read_range, read_rate
from question_bank.marking.text_profile import WHOLE_PROFILE, Reading, TextProfile
from question_bank.marking.tolerance import Fit, Tolerance, compare

LONGEST_ANSWER = 400  # characters in one blank; longer is no term and no number
_CLASSIFIERS = "个种项类条点步层"  # 四个 answers "how many" as well as 四; a word with a dimension would not


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

    value: Fraction
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
class Found:
    """A known answer and the rule by which a typed one was recognised as it."""

    answer: KnownAnswer
    rule: str
    read_as: str
    is_coarse: bool = False

    @property
    def credit(self) -> Points:
        """The share of the blank's point that is earned, 0 to 1."""
        return 0 if self.is_coarse else self.answer.credit


@dataclass(frozen=True)
class BlankKey:
    """All that is known about one blank; ``before`` and ``after`` are the folded words beside it."""

    texts: dict[str, KnownAnswer]
    readings: dict[str, Reading] = field(default_factory=dict)  # of known answers, as they are written
    numbers: tuple[KnownNumber, ...] = ()
    spans: tuple[KnownSpan, ...] = ()
    is_number: bool = False  # every accepted answer is a number, so anything else cannot be read
    is_rate: bool = False  # every accepted number is written as a percentage
    before: str = ""
    after: str = ""
    profile: TextProfile = WHOLE_PROFILE

    @cached_property
    def accepted(self) -> tuple[str, ...]:
        """The folded accepted answers."""
        return tuple(text for text, answer in self.texts.items() if answer.credit)

    @cached_property
    def _accepted_by_length(self) -> Mapping[int, tuple[str, ...]]:
        return by_length(self.accepted)

    def find_problem(self, reading: Reading) -> Unreadable | None:
        """Return why an answer cannot be read, without looking at what is right."""
        if len(reading.typed) > LONGEST_ANSWER:
            return Unreadable("too_long")
        if not self.is_number or not reading.text or read_range(reading.text) is not None:
            return None
        number = self._read_number(reading.text)
        return number if isinstance(number, Unreadable) else None

    def credit(self, reading: Reading) -> Points:
        """Return the share of the point an answer earns, 0 to 1."""
        is_readable = reading.text and len(reading.typed) <= LONGEST_ANSWER
        found = self._find(reading.typed, reading.text) if is_readable else None
        return found.credit if isinstance(found, Found) else 0

    def judge(self, reading: Reading) -> PartMark | Unreadable:
        """Mark one answer out of one point, with its trace."""
        if len(reading.typed) > LONGEST_ANSWER:
            return Unreadable("too_long")
        if not reading.text:
            return PartMark(0, 1, "empty", reading.typed)
        found = self._find(reading.typed, reading.text)
        if isinstance(found, Found):
            return _recognised(reading, found)
        number = self._read_number(reading.text) if found is None and self.is_number else None
        return number if isinstance(number, Unreadable) else self._unknown(reading, found or "wrong")

    def _unknown(self, reading: Reading, code: str) -> PartMark:
        slip = find_slip(reading.text, self._accepted_by_length) if code == "wrong" else None
        nearest = find_nearest(reading.text, self.accepted)
        return PartMark(
            0,
            1,
            slip.code if slip else code,
            reading.typed,
            reading.text,
            steps=reading.steps,
            nearest=self.texts[nearest].shown if nearest else self._model,
            slip=slip.characters if slip else "",
        )

    @property
    def _model(self) -> str:
        known = [*(number.answer for number in self.numbers), *(span.answer for span in self.spans)]
        return next(answer.shown for answer in known if answer.credit)

    def _find(self, raw: str, text: str) -> Found | str | None:
        """Return what a typed answer is, the code of why it is nothing, or None."""
        if found := self._find_whole(text):
            return found
        for rule, shorter in self._shorter_forms(text):
            if found := self._find_whole(shorter):
                return replace(found, rule=rule)
        return self._find_several(raw, text)

    def _find_whole(self, text: str) -> Found | None:
        if known := self.texts.get(text):
            return Found(known, known.rule, text)
        return self._find_number(text) if self.numbers or self.spans else None

    def _shorter_forms(self, text: str) -> Iterator[tuple[str, str]]:
        if "filler" not in self.profile.without:
            for form in without_filler(text):
                yield "filler", form
        if "neighbours" not in self.profile.without:
            for form in without_neighbours(text, self.before, self.after):
                yield "neighbours", form

    def _find_several(self, raw: str, text: str) -> Found | str | None:
        """Judge an answer that says two things: the same thing twice is one answer, two are none."""
        if "gloss" not in self.profile.without and (gloss := split_gloss(text)):
            pieces = [self._find_whole(piece) for piece in gloss]
            if all(piece and piece.credit for piece in pieces):
                return _least(pieces, "gloss")
            if pieces[0] and pieces[0].credit:
                return "gloss_unknown"
        for answers in split_answers(raw):
            pieces = [self._find_whole(self.profile.read(piece).text) for piece in answers]
            if all(piece and piece.credit for piece in pieces):
                return _least(pieces, "gloss")
            if any(piece and piece.credit for piece in pieces):
                return "hedged"
        return None

    def _read_number(self, text: str) -> Number | Unreadable:
        read = read_rate if self.is_rate else read_number
        number = read(text)
        if isinstance(number, Unreadable) and text[-1:] in _CLASSIFIERS:
            return read(text[:-1])
        return number

    def _find_number(self, text: str) -> Found | None:
        if "number" in self.profile.without:
            return None
        typed_range = read_range(text) if any(span.is_typed for span in self.spans) else None
        if typed_range is not None:
            low, high = (end.value for end in typed_range)
            same = (s for s in self.spans if s.is_typed and (s.low, s.high) == (low, high))
            return next((Found(span.answer, "range", text) for span in same), None)
        number = self._read_number(text)
        if isinstance(number, Unreadable):
            return None
        return self._match_number(number, text)

    def _match_number(self, number: Number, text: str) -> Found | None:
        fits = [(known.answer, compare(number, known.value, known.tolerance)) for known in self.numbers]
        between = [s.answer for s in self.spans if not s.is_typed and s.low <= number.value <= s.high]
        exact = [answer for answer, fit in fits if fit is Fit.RIGHT]
        if exact or between:
            return Found(exact[0], "number", text) if exact else Found(between[0], "between", text)
        # a fault of precision, and only of a right number: whether a wrong one was rounded nobody can tell
        coarse = [answer for answer, fit in fits if fit is Fit.TOO_COARSE and answer.credit]
        return Found(coarse[0], "number", text, is_coarse=True) if coarse else None


def _least(pieces: Sequence[Found | None], rule: str) -> Found:
    found = min((piece for piece in pieces if piece), key=lambda piece: piece.credit)
    return replace(found, rule=rule)


def _recognised(reading: Reading, found: Found) -> PartMark:
    known, steps = found.answer, reading.steps
    part = PartMark(found.credit, 1, "right", reading.typed, found.read_as, known.shown, found.rule, steps)
    if found.is_coarse:
        return replace(part, code="too_coarse", accepted="", nearest=known.shown)
    if known.credit == 1 and not known.feedback:
        return part
    code = "right" if known.credit == 1 else "part" if known.credit else known.code or "listed_wrong"
    return replace(part, code=code, accepted=known.shown if known.credit else "", feedback=known.feedback)
