"""Fill-in: one to six blanks, each with its accepted answers; some may be filled in any order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cached_property
from itertools import combinations
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, StrictBool

from question_bank.display import exact
from question_bank.errors import FieldFault
from question_bank.marking import Mark, Number, PartMark, ReadBack, TextProfile, Unreadable, read_number
from question_bank.marking.answer_forms import split_list
from question_bank.marking.blank_key import LONGEST_ANSWER, BlankKey
from question_bank.marking.blanks import assign_blanks
from question_bank.marking.synonyms import Synonyms
from question_bank.marking.text_profile import Reading
from question_bank.text import Text
from question_bank.types.blank import Blank
from question_bank.types.question import BLANK, PublicQuestion, Question, blank_runs


class ReadingStep(StrEnum):
    """The parts of the answer profile a question can switch off, in their order."""

    INVISIBLE = "invisible"
    WIDTH = "width"
    PUNCTUATION = "punctuation"
    SPACES = "spaces"
    TRADITIONAL = "traditional"
    CASE = "case"
    ENDS = "ends"
    NUMBER = "number"
    FILLER = "filler"
    NEIGHBOURS = "neighbours"
    GLOSS = "gloss"


class FillQuestion(Question):
    """A stem with blanks; each blank is worth one point.

    ``all_or_nothing`` gives the points only for all blanks together. ``without`` switches off parts of
    the answer profile where the difference they fold is what is being asked.
    """

    type_name: ClassVar[Text] = Text("填空题", "Fill in the blanks")

    type: Literal["fill"]
    blanks: Annotated[tuple[Blank, ...], Field(min_length=1, max_length=6)]
    interchangeable: tuple[tuple[int, ...], ...] = ()
    all_or_nothing: StrictBool = False
    without: tuple[ReadingStep, ...] = ()

    @property
    def total(self) -> int:
        """One point a blank."""
        return len(self.blanks)

    @property
    def profile(self) -> TextProfile:
        """The answer profile of this question."""
        return TextProfile(frozenset(self.without))

    @cached_property
    def keys(self) -> tuple[BlankKey, ...]:
        """The blanks, prepared for marking."""
        around = BLANK.split(self.stem)
        pairs = zip(self.blanks, around, around[1:], strict=False)  # a wrong number of blanks is a fault
        return tuple(blank.make_key(self.profile, before, after) for blank, before, after in pairs)

    def mark(self, response: Sequence[str], *, can_ask: bool = True) -> Mark | Unreadable:
        """Mark one text per blank; an empty blank among filled ones earns nothing.

        One unreadable blank makes the response unreadable as long as the student can be asked; when
        nobody can (``can_ask=False``), the blanks that can be read count.

        Unreadable codes: ``empty`` (nothing typed at all), ``wrong_number_of_blanks``, ``several_answers``
        (a list in one blank, the others empty; the suggestions are one for each blank), ``too_long`` and
        those of ``read_number`` and ``read_rate``.
        """
        if len(response) != len(self.blanks):
            return Unreadable("wrong_number_of_blanks")
        readings = [self._read(typed) for typed in response]
        if not any(reading.text for reading in readings):
            return Unreadable("empty")
        list_typed = self._typed_list(response)
        if list_typed and not self.keys[list_typed.part or 0].credit(readings[list_typed.part or 0]):
            return list_typed
        parts = self._judge(readings)
        problems = [p for p in parts if isinstance(p, Unreadable)]
        is_partly_read = any(isinstance(p, PartMark) and p.code != "empty" for p in parts)
        if problems and (can_ask or not is_partly_read):
            return problems[0]
        return self._add_up([_unread(p, response) if isinstance(p, Unreadable) else p for p in parts])

    def read(self, response: Sequence[str]) -> ReadBack:
        """Return how each blank is read; nothing in it depends on what is right."""
        if len(response) != len(self.blanks):
            return ReadBack(problem=Unreadable("wrong_number_of_blanks"))
        shown: list[str] = []
        problem = self._typed_list(response)
        for position, typed in enumerate(response):
            reading = self._read(typed)
            shown.append(self._show(position, reading))
            found = self.keys[position].find_problem(reading)  # blanks of a group read alike
            if found is not None:
                problem = problem or replace(found, part=position)
        if not any(shown):
            problem = Unreadable("empty")
        return ReadBack(tuple(shown), problem)

    def public(self, shuffle_seed: int | None = None) -> PublicQuestion:
        """Return the stem and how many blanks it has."""
        return replace(super().public(), blanks=len(self.blanks))

    def with_synonyms(self, table: Synonyms) -> Self:
        """Return the question with the other names its accepted answers have in the course."""
        return self.model_copy(update={"blanks": tuple(b.with_synonyms(table) for b in self.blanks)})

    def key_faults(self) -> Iterator[FieldFault]:
        """Yield blanks that do not fit the stem, answers that contradict each other, senseless groups."""
        faults = [*self._blank_faults(), *self._group_faults()]
        # only a sound key can be asked which answers it takes
        yield from faults or self._shared_answer_faults()

    def reasons(self) -> Iterator[tuple[str, str]]:
        """Yield the explanation."""
        yield "explanation", self.explanation

    @cached_property
    def _listed(self) -> dict[str, Reading]:
        return {typed: reading for key in self.keys for typed, reading in key.readings.items()}

    def _read(self, typed: str) -> Reading:
        if listed := self._listed.get(typed):
            return listed
        # too long to be an answer: not worth folding
        is_long = len(typed) > LONGEST_ANSWER
        return Reading(typed, typed[:LONGEST_ANSWER]) if is_long else self.profile.read(typed)

    def _show(self, position: int, reading: Reading) -> str:
        number = read_number(reading.typed) if self.keys[position].numbers.is_whole_key else None
        if not isinstance(number, Number):
            return reading.text
        return exact(number.value * 100) + "%" if number.is_percent else exact(number.value)

    def _judge(self, readings: Sequence[Reading]) -> list[PartMark | Unreadable]:
        at_home = [key.judge(reading) for key, reading in zip(self.keys, readings, strict=True)]
        judged_against = self._assign(at_home, readings)
        parts: list[PartMark | Unreadable] = []
        for position, blank in enumerate(judged_against):
            part = at_home[position] if blank == position else self.keys[blank].judge(readings[position])
            parts.append(replace(part, part=position) if isinstance(part, Unreadable) else part)
        return parts

    def _assign(self, at_home: Sequence[PartMark | Unreadable], readings: Sequence[Reading]) -> Sequence[int]:
        """Return the blank each answer is judged against; a group that is all right at home stays."""
        groups = [[number - 1 for number in group] for group in self.interchangeable]
        doubtful = [group for group in groups if not all(_is_right(at_home[place]) for place in group)]
        if not doubtful:
            return range(len(readings))
        return assign_blanks(
            len(readings), doubtful, lambda answer, blank: self.keys[blank].credit(readings[answer])
        )

    def _add_up(self, parts: Sequence[PartMark]) -> Mark:
        codes = tuple({part.code: None for part in parts if part.code not in _SAID_BY_THE_POINTS})
        earned = sum([part.earned for part in parts])
        if self.all_or_nothing and earned < self.total:
            return Mark(0, self.total, tuple(parts), (*codes, "all_or_nothing"))
        return Mark(earned, self.total, tuple(parts), codes)

    def _typed_list(self, response: Sequence[str]) -> Unreadable | None:
        """Offer to split a list that stands in one blank while all others are empty."""
        filled = [position for position, typed in enumerate(response) if typed.strip()]
        if len(response) == 1 or len(filled) != 1 or len(response[filled[0]]) > LONGEST_ANSWER:
            return None
        number = read_number(response[filled[0]])
        is_number = isinstance(number, Number)
        if isinstance(number, Unreadable) and self.keys[filled[0]].numbers.is_whole_key:
            is_number = bool(number.suggestions)
        if is_number:  # 1,234 is no list, and 0,75 is asked about as a number
            return None
        joiners = {text.strip() for text in BLANK.split(self.stem)[1:-1]}
        entries = split_list(response[filled[0]], "和与及" if joiners & set("和与及") else "")
        if not 2 <= len(entries) <= len(response):
            return None
        # a list as long as the question starts at its first blank, a shorter one where it was typed
        start = min(filled[0], len(response) - len(entries))
        by_place = dict(enumerate(entries, start=start))
        suggestions = tuple(by_place.get(place, "") for place in range(len(response)))
        return Unreadable("several_answers", filled[0], suggestions)

    def _blank_faults(self) -> Iterator[FieldFault]:
        in_stem = blank_runs(self.stem)
        if in_stem != len(self.blanks):
            reason = _BLANKS_MISSING.format(stem=in_stem, blanks=len(self.blanks))
            yield FieldFault("blanks", reason, _WRITE_BLANKS)
        for number, blank in enumerate(self.blanks, start=1):
            for fault in blank.faults(self.profile):
                yield FieldFault(f"blanks.{number}.{fault.field}", fault.reason, fault.remedy)

    def _group_faults(self) -> Iterator[FieldFault]:
        numbers = [number for group in self.interchangeable for number in group]
        in_range = all(1 <= number <= len(self.blanks) for number in numbers)
        if not in_range or len(set(numbers)) != len(numbers) or any(len(g) < 2 for g in self.interchangeable):
            yield FieldFault("interchangeable", _BAD_GROUP, _COUNT_FROM_ONE)
            return
        for group in self.interchangeable:
            kinds = {self.blanks[number - 1].is_number for number in group}
            if len(kinds) > 1:
                yield FieldFault("interchangeable", _MIXED_GROUP, _SAME_KIND)

    def _shared_answer_faults(self) -> Iterator[FieldFault]:
        """Yield answers that two exchangeable blanks accept: typed twice, one of them would earn both."""
        for one, other in (pair for group in self.interchangeable for pair in combinations(group, 2)):
            shared = self._shared_answer(one - 1, other - 1)
            if shared is not None:
                yield FieldFault("interchangeable", _SHARED.format(answer=shared), _KEEP_IN_ONE)

    def _shared_answer(self, one: int, other: int) -> str | None:
        for here, there in ((one, other), (other, one)):
            for entry in self.blanks[here].accept:
                for name in (entry.shown, *entry.also):
                    if self.keys[there].credit(self._read(name)):
                        return name
        for low, high in self.keys[one].numbers.accepted_intervals:
            for other_low, other_high in self.keys[other].numbers.accepted_intervals:
                if max(low, other_low) <= min(high, other_high):
                    return exact(max(low, other_low))
        return None


def _is_right(part: PartMark | Unreadable) -> bool:
    return isinstance(part, PartMark) and part.earned == part.total


def _unread(problem: Unreadable, response: Sequence[str]) -> PartMark:
    return PartMark(0, 1, "unreadable", response[problem.part or 0], rule=problem.code)


_SAID_BY_THE_POINTS = {"right", "wrong", "empty", "part"}
_BLANKS_MISSING = Text(
    "题干有 {stem} 个空，答案有 {blanks} 组", "the stem has {stem} blanks but answers are given for {blanks}"
)
_WRITE_BLANKS = Text(
    "题干里每个空写一段下划线 ____，答案每空一组",
    "write one run of underscores ____ in the stem for each group of answers",
)
_BAD_GROUP = Text(
    "互换组里的空号越界、重复，或一组不足两个空",
    "a group names a blank that does not exist, repeats one, or has fewer than two",
)
_MIXED_GROUP = Text("互换组里有的空只收数字，有的收文字", "a group mixes blanks of numbers with others")
_SAME_KIND = Text("只让同类的空互换", "exchange only blanks of one kind")
_COUNT_FROM_ONE = Text("空号从 1 起，例如 [[1, 2]]", "count blanks from 1, for example [[1, 2]]")
_SHARED = Text("可互换的空都接受“{answer}”", "exchangeable blanks both accept {answer!r}")
_KEEP_IN_ONE = Text("只留在其中一个空里", "keep it in one of the blanks only")
