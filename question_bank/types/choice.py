"""Single and multiple choice: options, each right or wrong and each with its reason.

Letters follow the author in files and responses; a student sees options in the order of a seed. Texts
shown after marking may name an option as ``[[B]]``: the reader gets the letter that option had for them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool

from question_bank.errors import FieldFault
from question_bank.marking import Mark, PartMark, Points, ReadBack, Unreadable, normalise
from question_bank.marking.choices import ChoicePolicy, share_earned
from question_bank.marking.text_profile import fold_width
from question_bank.text import Text
from question_bank.types.answer import Share
from question_bank.types.fields import NonBlank, Prose, Strict
from question_bank.types.question import OPTION_KEYS, PublicOption, PublicQuestion, Question

OPTION_NAME = re.compile(r"\[\[([A-Z])\]\]")


class Option(Strict):
    """One option, whether it is right, and why; a ``fixed`` one keeps its place when options are shuffled."""

    text: NonBlank
    correct: StrictBool = False
    fixed: StrictBool = False
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

    @property
    def policy(self) -> ChoicePolicy:
        """How chosen options are turned into points."""
        return ChoicePolicy.ALL_OR_NOTHING

    def mark(self, response: Sequence[str], *, can_ask: bool = True) -> Mark | Unreadable:
        """Mark the chosen keys by the policy of the question.

        The worth belongs to the choice as a whole: its parts, the chosen options, have none of their own.
        Unreadable codes: ``empty``, ``no_such_option``, ``more_than_one_option`` (single choice only).
        """
        chosen = self._read_keys(response)
        if isinstance(chosen, Unreadable):
            return chosen
        right = self.correct_keys
        earned = self._points(chosen)
        parts = tuple(self._part(key) for key in sorted(chosen))
        return Mark(earned, 1, parts, ("incomplete",) if chosen < right else ())

    def read(self, response: Sequence[str]) -> ReadBack:
        """Return the keys that were chosen."""
        chosen = self._read_keys(response)
        if isinstance(chosen, Unreadable):
            return ReadBack(problem=chosen)
        return ReadBack(tuple(sorted(chosen)))

    def _read_keys(self, response: Sequence[str]) -> frozenset[str] | Unreadable:
        chosen = frozenset(fold_width(key).strip().upper() for key in response) - {""}
        if not chosen:
            return Unreadable("empty")
        if not chosen <= {key for key, _ in self.keyed_options}:
            return Unreadable("no_such_option")
        return chosen

    def _points(self, chosen: frozenset[str]) -> Points:
        share = share_earned(chosen, self.correct_keys, self.policy)
        return int(share) if share.denominator == 1 else share

    def _part(self, key: str) -> PartMark:
        is_right = key in self.correct_keys
        text = dict(self.keyed_options)[key].text
        return PartMark(
            0, 0, "right" if is_right else "wrong", key, text, text if is_right else "", self.policy
        )

    def public(self, shuffle_seed: int | None = None) -> PublicQuestion:
        """Return stem and options without key and reasons, in an order fixed by the seed."""
        shown = [PublicOption(key, option.text) for key, option in self.keyed_options]
        if shuffle_seed is not None:
            free = [place for place, option in enumerate(self.options) if not option.fixed]
            drawn = [shown[place] for place in free]
            random.Random(shuffle_seed).shuffle(drawn)
            for place, option in zip(free, drawn, strict=True):
                shown[place] = option
        return replace(super().public(), options=tuple(shown), scoring=self.policy)

    def name_options(self, text: str, public: PublicQuestion) -> str:
        """Put the letter a student saw in the place of each ``[[B]]`` of a text for after marking."""
        letters = {option.key: OPTION_KEYS[place] for place, option in enumerate(public.options)}
        return OPTION_NAME.sub(lambda found: letters.get(found[1], found[0]), text)

    def reasons(self) -> Iterator[tuple[str, str]]:
        """Yield the explanation and the reason of every option."""
        yield "explanation", self.explanation
        for number, option in enumerate(self.options, start=1):
            yield f"options.{number}.why", option.why

    def read_test_answer(self, answer: bool | str | tuple[str, ...]) -> tuple[str, ...]:
        """Read a string of letters, ``"ABD"``, as the chosen options."""
        return tuple(answer) if isinstance(answer, str) else super().read_test_answer(answer)

    def key_faults(self) -> Iterator[FieldFault]:
        """Yield options that read the same, and names of options that are not there."""
        for field, said in self.reasons():
            unknown = set(OPTION_NAME.findall(said)) - {key for key, _ in self.keyed_options}
            if unknown:
                reason = _NO_OPTION.format(names=", ".join(f"[[{key}]]" for key in sorted(unknown)))
                yield FieldFault(field, reason, _NAME_OPTION)
        readings = [normalise(option.text) or option.text for option in self.options]
        repeated = next(
            (
                o.text
                for o, reading in zip(self.options, readings, strict=True)
                if readings.count(reading) > 1
            ),
            None,
        )
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

    def _read_keys(self, response: Sequence[str]) -> frozenset[str] | Unreadable:
        chosen = super()._read_keys(response)
        is_several = not isinstance(chosen, Unreadable) and len(chosen) > 1
        return Unreadable("more_than_one_option") if is_several else chosen

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
    scoring: ChoicePolicy = ChoicePolicy.ALL_OR_NOTHING
    incomplete_credit: Share | None = None

    @property
    def policy(self) -> ChoicePolicy:
        """The policy the author chose."""
        return self.scoring

    def _points(self, chosen: frozenset[str]) -> Points:
        share = share_earned(chosen, self.correct_keys, self.scoring, self.incomplete_credit)
        return int(share) if share.denominator == 1 else share

    def key_faults(self) -> Iterator[FieldFault]:
        """Yield fewer than two right options, or no wrong one, and a share that no policy asks for."""
        yield from super().key_faults()
        is_incomplete_paid = self.scoring is ChoicePolicy.PART_FOR_INCOMPLETE
        if self.incomplete_credit is not None and not is_incomplete_paid:
            yield FieldFault("incomplete_credit", _NOT_PAID, _PAY_INCOMPLETE)
        if not 2 <= len(self.correct_keys) < len(self.options):
            yield FieldFault(
                "options",
                Text(
                    "多选题须有两个以上正确选项和至少一个错误选项，现在 {n} 个正确",
                    "multiple choice needs two or more right options and at least one wrong; {n} are right",
                ).format(n=len(self.correct_keys)),
                Text("检查哪些选项标为正确", "check which options are marked right"),
            )


_NO_OPTION = Text("没有选项 {names}", "names {names}, and there is no such option")
_NAME_OPTION = Text(
    "按题目文件里的次序写 [[A]]、[[B]]", "name options as [[A]], [[B]] in the order of the file"
)
_NOT_PAID = Text("这种计分方式不给少选的分", "has no meaning under this scoring")
_PAY_INCOMPLETE = Text(
    "删去，或写 scoring: part_for_incomplete", "remove it or write scoring: part_for_incomplete"
)
