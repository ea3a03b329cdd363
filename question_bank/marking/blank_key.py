"""The key of one blank, prepared for marking: what is accepted, what is expected to go wrong, and why.

The order of the rules, each tried only when those before it found nothing: the answer as a whole; as a
number; without filler or words of the stem; whatever joins its words (和, 与, 的); with its own other name in
brackets or beside it. Then it is wrong, and the trace says what came nearest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from question_bank.marking.answer_forms import (
    loosen,
    split_answers,
    split_gloss,
    with_and_without_brackets,
    with_commas,
    without_announcement,
    without_filler,
    without_neighbours,
)
from question_bank.marking.mark import PartMark, Points, Unreadable
from question_bank.marking.near_misses import by_length, find_nearest, find_slip
from question_bank.marking.number_key import KnownAnswer, NumberKey
from question_bank.marking.text_profile import WHOLE_PROFILE, Reading, TextProfile

LONGEST_ANSWER = 400  # characters in one blank; longer is no term and no number


@dataclass(frozen=True)
class Found:
    """A known answer and the rule by which a typed one was recognised as it; ``value`` if it is a number."""

    answer: KnownAnswer
    rule: str
    read_as: str
    value: Fraction | None = None
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
    numbers: NumberKey = NumberKey()  # noqa: RUF009  # frozen, so all keys may share it
    before: str = ""
    after: str = ""
    profile: TextProfile = WHOLE_PROFILE

    @cached_property
    def accepted(self) -> tuple[str, ...]:
        """The folded accepted answers."""
        return tuple(text for text, answer in self.texts.items() if answer.credit)

    @cached_property
    def _loosened(self) -> dict[str, KnownAnswer]:
        # the first of two answers that differ only in 和 or 的 stays, as in ``texts``
        return {loosen(text): answer for text, answer in reversed(self.texts.items())}

    @cached_property
    def _values(self) -> dict[str, Fraction | None]:
        """The numbers among the known texts."""
        if not self.numbers.is_used:
            return {}
        matches = {text: self.numbers.match(Reading(text, text), self.after) for text in self.texts}
        return {text: match.value for text, match in matches.items() if match}

    @cached_property
    def _accepted_by_length(self) -> Mapping[int, tuple[str, ...]]:
        return by_length(self.accepted)

    def find_problem(self, reading: Reading) -> Unreadable | None:
        """Return why an answer cannot be read, without looking at what is right."""
        if len(reading.typed) > LONGEST_ANSWER:
            return Unreadable("too_long")
        if not self.numbers.is_whole_key or not reading.text:
            return None
        problem = self.numbers.find_problem(reading)
        forms = (form for _, form in self._shorter_forms(reading.text))
        is_readable = problem is None or any(self.numbers.can_read(form) for form in forms)
        return None if is_readable else problem

    def credit(self, reading: Reading) -> Points:
        """Return the share of the point an answer earns, 0 to 1."""
        is_readable = reading.text and len(reading.typed) <= LONGEST_ANSWER
        found = self._find(reading) if is_readable else None
        return found.credit if isinstance(found, Found) else 0

    def judge(self, reading: Reading) -> PartMark | Unreadable:
        """Mark one answer out of one point, with its trace."""
        if len(reading.typed) > LONGEST_ANSWER:
            return Unreadable("too_long")
        if not reading.text:
            return PartMark(0, 1, "empty", reading.typed)
        found = self._find(reading)
        if isinstance(found, Found):
            return _recognised(reading, found)
        problem = self.find_problem(reading) if found is None else None
        return problem or self._unknown(reading, found or "wrong")

    def _unknown(self, reading: Reading, code: str) -> PartMark:
        slip = find_slip(reading.text, self._accepted_by_length) if code == "wrong" else None
        nearest = slip.answer if slip else find_nearest(reading.text, self.accepted)
        return PartMark(
            0,
            1,
            slip.code if slip else code,
            reading.typed,
            reading.text,
            steps=reading.steps,
            nearest=self.texts[nearest].shown if nearest else self.numbers.model,
            slip=slip.characters if slip else "",
        )

    def _find(self, reading: Reading) -> Found | str | None:
        """Return what a typed answer is, the code of why it is nothing, or None."""
        if found := self._find_whole(reading):
            return found
        for rule, shorter in self._shorter_forms(reading.text):
            if found := self._find_whole(Reading(shorter, shorter)):
                return replace(found, rule=rule)
        return self._find_loosened(reading) or self._find_several(reading)

    def _find_whole(self, reading: Reading) -> Found | None:
        if known := self.texts.get(reading.text):
            return Found(known, known.rule, reading.text, self._values.get(reading.text))
        match = self.numbers.match(reading, self.after) if self.numbers.is_used else None
        if match is None:
            return None
        return Found(match.answer, match.rule, reading.text, match.value, match.is_coarse)

    def _find_loosened(self, reading: Reading) -> Found | None:
        """Find an answer that differs in 的, in 和 for 与, or in how the entries of a list are parted."""
        if "filler" in self.profile.without:
            return None
        forms = [reading.text, *without_filler(reading.text)]
        if " " in reading.typed or not reading.typed.isprintable():  # a space of any width
            forms.append(self.profile.read(with_commas(reading.typed)).text)
        for form in forms:
            if known := self._loosened.get(loosen(form)):
                return Found(known, "filler", form)
        return None

    def _shorter_forms(self, text: str) -> Iterator[tuple[str, str]]:
        forms = [("", text)]
        if "filler" not in self.profile.without:
            forms += [("filler", form) for form in without_filler(text)]
        yield from forms[1:]
        if "neighbours" not in self.profile.without:
            for _, form in forms:
                for shorter in without_neighbours(form, self.before, self.after):
                    yield "neighbours", shorter

    def _find_several(self, reading: Reading) -> Found | str | None:
        """Judge an answer that says two things: the same thing twice is one answer, two are none.

        In a blank of numbers two of them are not read at all: what can be read must not depend on the key.
        """
        has_gloss = "(" in reading.text and "gloss" not in self.profile.without
        if has_gloss and (found := self._find_gloss(reading.text)):
            return found
        for answers in split_answers(reading.typed):
            pieces = [self._find_name(self.profile.read(piece)) for piece in answers]
            if found := _same(pieces):
                return found
            if any(piece and piece.credit for piece in pieces) and not self.numbers.is_whole_key:
                return "hedged"
        return None

    def _find_name(self, reading: Reading) -> Found | None:
        name = without_announcement(reading.text)
        return self._find_whole(reading if name == reading.text else Reading(name, name))

    def _find_gloss(self, text: str) -> Found | str | None:
        for forms in (with_and_without_brackets(text), split_gloss(text)):
            pieces = [self._find_name(Reading(form, form)) for form in forms or ()]
            if found := _same(pieces):
                return found
        gloss = split_gloss(text)
        term = self._find_whole(Reading(gloss[0], gloss[0])) if gloss else None
        return "gloss_unknown" if term and term.credit and not self.numbers.is_whole_key else None


def _same(pieces: Sequence[Found | None]) -> Found | None:
    """Return the least of several accepted answers if they are one answer: numbers have to be equal."""
    accepted = [piece for piece in pieces if piece and piece.credit]
    if not accepted or len(accepted) < len(pieces) or len({piece.value for piece in accepted}) > 1:
        return None
    return replace(min(accepted, key=lambda piece: piece.credit), rule="gloss")


def _recognised(reading: Reading, found: Found) -> PartMark:
    known, steps = found.answer, reading.steps
    part = PartMark(found.credit, 1, "right", reading.typed, found.read_as, known.shown, found.rule, steps)
    if found.is_coarse:
        return replace(part, code="too_coarse", accepted="", nearest=known.shown)
    if known.credit == 1 and not known.feedback:
        return part
    code = "right" if known.credit == 1 else "part" if known.credit else known.code or "listed_wrong"
    return replace(part, code=code, accepted=known.shown if known.credit else "", feedback=known.feedback)
