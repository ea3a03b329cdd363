"""Fill-in: one to six blanks, each with its accepted answers; some may be filled in any order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from question_bank.errors import FieldFault
from question_bank.marking import Mark, PartMark, Unreadable, normalise
from question_bank.marking.blanks import assign_blanks
from question_bank.text import Text
from question_bank.types.question import NonBlank, PublicQuestion, Question, Strict, blank_runs


class Blank(Strict):
    """One blank and the answers accepted in it; the first is the one shown as the model answer."""

    accept: Annotated[tuple[NonBlank, ...], Field(min_length=1, max_length=40)]

    @cached_property
    def readings(self) -> dict[str, str]:
        """Accepted answers by the form in which they are compared."""
        return {normalise(answer): answer for answer in reversed(self.accept)}


class FillQuestion(Question):
    """A stem with blanks; each blank is worth one point."""

    type_name: ClassVar[Text] = Text("填空题", "Fill in the blanks")

    type: Literal["fill"]
    blanks: Annotated[tuple[Blank, ...], Field(min_length=1, max_length=6)]
    interchangeable: tuple[tuple[int, ...], ...] = ()

    @property
    def total(self) -> int:
        """One point a blank."""
        return len(self.blanks)

    def mark(self, response: Sequence[str]) -> Mark | Unreadable:
        """Mark one text per blank; an empty blank among filled ones earns nothing.

        Unreadable codes: ``empty`` (nothing typed at all), ``wrong_number_of_blanks``.
        """
        if len(response) != len(self.blanks):
            return Unreadable("wrong_number_of_blanks")
        read = [normalise(text) for text in response]
        if not any(read):
            return Unreadable("empty")
        groups = [[number - 1 for number in group] for group in self.interchangeable]
        judged_against = assign_blanks(read, [frozenset(blank.readings) for blank in self.blanks], groups)
        parts = tuple(
            self._mark_blank(given, reading, self.blanks[position])
            for given, reading, position in zip(response, read, judged_against, strict=True)
        )
        return Mark(sum(part.earned for part in parts), self.total, parts)

    def public(self, shuffle_seed: int | None = None) -> PublicQuestion:
        """Return the stem and how many blanks it has."""
        return PublicQuestion(self.id, self.type, self.chapter, self.stem, blanks=len(self.blanks))

    def key_faults(self) -> Iterator[FieldFault]:
        """Yield blanks that do not fit the stem, answers that read as nothing, groups that make no sense."""
        in_stem = blank_runs(self.stem)
        if in_stem != len(self.blanks):
            yield FieldFault(
                "blanks",
                Text(
                    "题干有 {stem} 个空，答案有 {blanks} 组",
                    "the stem has {stem} blanks but answers are given for {blanks}",
                ).format(stem=in_stem, blanks=len(self.blanks)),
                Text(
                    "题干里每个空写一段下划线 ____，答案每空一组",
                    "write one run of underscores ____ in the stem for each group of answers",
                ),
            )
        for number, blank in enumerate(self.blanks, start=1):
            yield from _reading_faults(number, blank)
        yield from self._group_faults()

    def reasons(self) -> Iterator[tuple[str, str]]:
        """Yield the explanation."""
        yield "explanation", self.explanation

    def _group_faults(self) -> Iterator[FieldFault]:
        numbers = [number for group in self.interchangeable for number in group]
        in_range = all(1 <= number <= len(self.blanks) for number in numbers)
        if not in_range or len(set(numbers)) != len(numbers) or any(len(g) < 2 for g in self.interchangeable):
            yield FieldFault(
                "interchangeable",
                Text(
                    "互换组里的空号越界、重复，或一组不足两个空",
                    "a group names a blank that does not exist, repeats one, or has fewer than two",
                ),
                Text("空号从 1 起，例如 [[1, 2]]", "count blanks from 1, for example [[1, 2]]"),
            )
        else:
            yield from self._shared_answer_faults()

    def _shared_answer_faults(self) -> Iterator[FieldFault]:
        """Yield answers that two exchangeable blanks accept: typed twice, one of them would earn both."""
        for group in self.interchangeable:
            readings = [reading for number in group for reading in self.blanks[number - 1].readings]
            for shared in sorted({reading for reading in readings if readings.count(reading) > 1}):
                yield FieldFault(
                    "interchangeable",
                    Text("可互换的空都接受“{answer}”", "exchangeable blanks both accept {answer!r}").format(
                        answer=shared
                    ),
                    Text("只留在其中一个空里", "keep it in one of the blanks only"),
                )

    @staticmethod
    def _mark_blank(given: str, reading: str, blank: Blank) -> PartMark:
        accepted = blank.readings.get(reading, "")
        code = "right" if accepted else "wrong" if reading else "empty"
        return PartMark(1 if accepted else 0, 1, code, given, reading, accepted)


def _reading_faults(number: int, blank: Blank) -> Iterator[FieldFault]:
    if "" in blank.readings:
        yield FieldFault(
            f"blanks.{number}.accept",
            Text(
                "答案“{answer}”去掉标点和空格后什么也不剩", "the answer {answer!r} is nothing but punctuation"
            ).format(answer=blank.readings[""]),
            Text("写出含有文字或数字的答案", "write an answer with letters, characters or digits"),
        )
