"""One blank of a fill-in: what is accepted in it, what is expected to go wrong, and its faults."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import Field, StrictBool

from question_bank.errors import FieldFault
from question_bank.marking import Number, TextProfile, Unreadable, normalise, read_number, read_range
from question_bank.marking.answer_forms import LONGEST_NEIGHBOUR
from question_bank.marking.blank_key import BlankKey
from question_bank.marking.characters import CJK
from question_bank.marking.number_key import KnownAnswer, KnownNumber, KnownSpan, NumberKey
from question_bank.marking.synonyms import Synonyms
from question_bank.marking.text_profile import Reading
from question_bank.text import Text
from question_bank.types.answer import AcceptedAnswer, Answer, WrongAnswer
from question_bank.types.fields import Strict

# no digits: 24 behind a printed 2 is not the 4 that was asked
_WORD_BEFORE = re.compile(rf"([{CJK}A-Za-z]+)[ \t]*\Z")
_WORD_AFTER = re.compile(rf"[ \t]*([%％‰]|[{CJK}A-Za-z]+)")


class Blank(Strict):
    """One blank; the first accepted answer is the one shown as the model answer.

    ``exact`` keeps the course's table of synonyms out of it.
    """

    accept: Annotated[tuple[AcceptedAnswer, ...], Field(min_length=1, max_length=40)]
    wrong: Annotated[tuple[WrongAnswer, ...], Field(max_length=20)] = ()
    exact: StrictBool = False

    def with_synonyms(self, table: Synonyms) -> Blank:
        """Return the blank with the other names its accepted answers have in the course.

        What the author lists, as accepted or as wrong, is left as the author wants it.
        """
        listed = {normalise(entry.answer) for entry in (*self.accept, *self.wrong) if entry.answer}
        accept = []
        for entry in self.accept:
            names = () if self.exact or entry.answer is None else table.others(entry.answer)
            also = tuple(name for name in names if normalise(name) not in listed)
            listed |= {normalise(name) for name in also}
            accept.append(entry.model_copy(update={"also": also}))
        return self.model_copy(update={"accept": tuple(accept)})

    @property
    def synonyms(self) -> tuple[str, ...]:
        """The other names that are accepted because the course uses them."""
        return tuple(name for entry in self.accept for name in entry.also)

    def make_key(self, profile: TextProfile, before: str, after: str) -> BlankKey:
        """Prepare the blank for marking; ``before`` and ``after`` are the parts of the stem beside it."""
        known = [(entry, _known(entry)) for entry in (*self.accept, *self.wrong)]
        texts: dict[str, KnownAnswer] = {}
        readings: dict[str, Reading] = {}
        named = [(entry.answer, answer) for entry, answer in known if entry.answer is not None]
        for accepted in self.accept:
            named += [(name, _known(accepted, shown=name, rule="synonym")) for name in accepted.also]
        for name, answer in named:
            readings[name] = profile.read(name)
            texts.setdefault(readings[name].text, answer)
        return BlankKey(
            texts,
            readings,
            NumberKey() if "number" in profile.without else self._number_key(known),
            before=_word(_WORD_BEFORE.search(before), profile)[-LONGEST_NEIGHBOUR:],
            after=_word(_WORD_AFTER.match(after), profile)[:LONGEST_NEIGHBOUR],
            profile=profile,
        )

    @property
    def is_number(self) -> bool:
        """Whether nothing but numbers is accepted."""
        return all(entry.value is not None or entry.ends is not None for entry in self.accept)

    def _number_key(self, known: Sequence[tuple[Answer, KnownAnswer]]) -> NumberKey:
        values = [entry.value for entry in self.accept if entry.value is not None]
        # among words 80/20 is the name of a rule and not a quarter of 16
        numbers = [
            KnownNumber(entry.value, entry.tolerance, answer)
            for entry, answer in known
            if entry.value is not None and (self.is_number or entry.number is not None or entry.value.step)
        ]
        is_rate = bool(values) and all(number.is_percent for number in values)
        return NumberKey(tuple(numbers), tuple(_known_spans(known)), self.is_number, is_rate)

    def faults(self, profile: TextProfile) -> Iterator[FieldFault]:
        """Yield what is wrong with the answers; fields are named relative to the blank."""
        entry_faults = [
            FieldFault(f"{name}.{number}.{fault.field}", fault.reason, fault.remedy)
            for name, entries in (("accept", self.accept), ("wrong", self.wrong))
            for number, entry in enumerate(entries, start=1)
            for fault in entry.faults()
        ]
        yield from entry_faults or self._collisions(profile)

    def _collisions(self, profile: TextProfile) -> Iterator[FieldFault]:
        """Yield expected wrong answers that an accepted answer, its other name or its tolerance takes in."""
        if not self.wrong:
            return
        accepted_only = self.model_copy(update={"wrong": ()}).make_key(profile, "", "")
        for number, entry in enumerate(self.wrong, start=1):
            for typed in (entry.answer or entry.number,) if entry.between is None else entry.between:
                mark = accepted_only.judge(profile.read(typed or ""))
                if isinstance(mark, Unreadable) or not mark.earned or mark.code == "too_coarse":
                    continue
                is_swallowed = mark.rule in ("number", "between") and not _same_value(entry, mark.accepted)
                reason = _SWALLOWS if is_swallowed else _COLLIDES
                said = reason.format(wrong=entry.shown, accepted=mark.accepted)
                yield FieldFault(f"wrong.{number}", said, _NARROW if is_swallowed else _KEEP_ONE)
                break


def _same_value(entry: Answer, accepted: str) -> bool:
    other = read_number(accepted)
    return entry.value is not None and isinstance(other, Number) and entry.value.value == other.value


def _known(entry: Answer, *, shown: str = "", rule: str = "accepted") -> KnownAnswer:
    if isinstance(entry, AcceptedAnswer):
        credit = 1 if entry.credit == 1 else entry.credit
        return KnownAnswer(shown or entry.shown, rule, credit, entry.feedback)
    code = entry.code if isinstance(entry, WrongAnswer) else None
    return KnownAnswer(entry.shown, "listed_wrong", 0, entry.feedback, code or "")


def _known_spans(known: Sequence[tuple[Answer, KnownAnswer]]) -> Iterator[KnownSpan]:
    for entry, answer in known:
        if entry.ends is not None:
            yield KnownSpan(*entry.ends, answer, is_typed=False)
        elif entry.answer is not None and (span := read_range(entry.answer)):
            yield KnownSpan(span[0].value, span[1].value, answer, is_typed=True)


def _word(found: re.Match[str] | None, profile: TextProfile) -> str:
    return profile.read(found[1]).text if found else ""


_COLLIDES = Text(
    "列为错误的“{wrong}”同时是接受的答案“{accepted}”",
    "{wrong!r} is listed as wrong and accepted as {accepted!r}",
)
_KEEP_ONE = Text("删去其中一处", "remove it from one of the two")
_SWALLOWS = Text(
    "列为错误的 {wrong} 落在 {accepted} 的误差之内",
    "{wrong} lies within the tolerance of {accepted}",
)
_NARROW = Text("缩小误差，或删去这条错误答案", "narrow the tolerance or remove the wrong answer")
