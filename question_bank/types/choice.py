"""Single and multiple choice: options, each right or wrong and each with its reason."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool

from question_bank.errors import FieldFault
from question_bank.marking import Mark, PartMark, Unreadable, normalise
from question_bank.text import Text
from question_bank.types.question import (
    OPTION_KEYS,
    NonBlank,
    Prose,
    PublicOption,
    PublicQuestion,
    Question,
    Strict,
)


class Option(Strict):
    """One option, whether it is right, and why."""

    text: NonBlank
    correct: StrictBool = False
    why: Prose = ""


class ChoiceQuestion(Question):
    """What single and multiple choice share. Options are named A, B, ... in the author's order."""

    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=len(OPTION_KEYS))]

    @property
    def total(self) -> int:
        """One point, all or nothing."""
        return 1

    @property
    def keyed_options(self) -> tuple[tuple[str, Option], ...]:
        """Options with their keys, in the author's order."""
        return tuple(zip(OPTION_KEYS, self.options, strict=False))  # fewer options than letters

    @property
    def correct_keys(self) -> frozenset[str]:
        """The keys of the right options."""
        return frozenset(key for key, option in self.keyed_options if option.correct)

    def mark(self, response: Sequence[str]) -> Mark | Unreadable:
        """Mark the chosen keys: the point is earned when exactly the right ones are chosen.

        Unreadable codes: ``empty``, ``no_such_option``, ``more_than_one_option`` (single choice only).
        """
        chosen = {key.strip().upper() for key in response if key.strip()}
        if not chosen:
            return Unreadable("empty")
        if not chosen <= {key for key, _ in self.keyed_options}:
            return Unreadable("no_such_option")
        return self._mark_chosen(frozenset(chosen))

    def _mark_chosen(self, chosen: frozenset[str]) -> Mark | Unreadable:
        right = self.correct_keys
        earned = 1 if chosen == right else 0
        parts = tuple(
            PartMark(0, 0, "right" if key in right else "wrong", given=key) for key in sorted(chosen)
        )
        missed = () if earned or not chosen < right else ("incomplete",)
        return Mark(earned, 1, parts, missed)

    def public(self, shuffle_seed: int | None = None) -> PublicQuestion:
        """Return stem and options without key and reasons, in an order fixed by the seed."""
        options = [PublicOption(key, option.text) for key, option in self.keyed_options]
        if shuffle_seed is not None:
            random.Random(shuffle_seed).shuffle(options)
        return PublicQuestion(self.id, self.type, self.chapter, self.stem, options=tuple(options))

    def reasons(self) -> Iterator[tuple[str, str]]:
        """Yield the explanation and the reason of every option."""
        yield "explanation", self.explanation
        for number, option in enumerate(self.options, start=1):
            yield f"options.{number}.why", option.why

    def read_test_answer(self, answer: bool | str | tuple[str, ...]) -> tuple[str, ...]:
        """Read a string of letters, ``"ABD"``, as the chosen options."""
        return tuple(answer) if isinstance(answer, str) else super().read_test_answer(answer)

    def key_faults(self) -> Iterator[FieldFault]:
        """Yield options that read the same."""
        readings = [normalise(option.text) or option.text for option in self.options]
        repeated = next((option for option in readings if readings.count(option) > 1), None)
        if repeated is not None:
            yield FieldFault(
                "options",
                Text("选项“{text}”出现两次", "the option {text!r} is there twice").format(text=repeated),
                Text("改写或删去其中一个", "reword or remove one of them"),
            )


class SingleQuestion(ChoiceQuestion):
    """Exactly one option is right."""

    type_name: ClassVar[Text] = Text("单选题", "Single choice")

    type: Literal["single"]

    def _mark_chosen(self, chosen: frozenset[str]) -> Mark | Unreadable:
        return Unreadable("more_than_one_option") if len(chosen) > 1 else super()._mark_chosen(chosen)

    def key_faults(self) -> Iterator[FieldFault]:
        """Yield a number of right options other than one."""
        yield from super().key_faults()
        if len(self.correct_keys) != 1:
            yield FieldFault(
                "options",
                Text(
                    "单选题须恰有一个正确选项，现在有 {n} 个",
                    "single choice needs exactly one right option, not {n}",
                ).format(n=len(self.correct_keys)),
                Text("只把一个选项标为正确，或改用多选题", "mark one option right, or use multiple choice"),
            )


class MultipleQuestion(ChoiceQuestion):
    """Two or more options are right."""

    type_name: ClassVar[Text] = Text("多选题", "Multiple choice")

    type: Literal["multiple"]

    def key_faults(self) -> Iterator[FieldFault]:
        """Yield fewer than two right options, or no wrong one."""
        yield from super().key_faults()
        if not 2 <= len(self.correct_keys) < len(self.options):
            yield FieldFault(
                "options",
                Text(
                    "多选题须有两个以上正确选项和至少一个错误选项，现在 {n} 个正确",
                    "multiple choice needs two or more right options and at least one wrong; {n} are right",
                ).format(n=len(self.correct_keys)),
                Text("检查哪些选项标为正确", "check which options are marked right"),
            )
