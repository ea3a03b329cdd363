"""Marking a problem part by part and saying what a wrong number gives away.

Order, fixed for every calculator: parse, right, misconception, other convention, too coarse, wrong.
"Right" includes right by the learner's own earlier numbers: one slip is paid for once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from exercises.core import feedback
from exercises.core.problem import KnownWrong, Part, PartKind, Problem, Value
from exercises.core.quantity import read_quantity
from question_bank.display import exact
from question_bank.marking import Mark, Number, PartMark, Points, Unreadable
from question_bank.text import Text

FOLLOWS_OWN_VALUE = "follows_own_value"
NARROWEST_MATCH = Fraction(1, 100)  # a rounded wrong number is recognised down to about two digits


class Verdict(StrEnum):
    """What became of one part of an answer sheet."""

    RIGHT = "right"
    MISCONCEPTION = "misconception"
    OTHER_CONVENTION = "other_convention"
    TOO_COARSE = "too_coarse"
    WRONG = "wrong"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    NOT_JUDGED = "not_judged"  # readable, but another part is not: nothing is revealed yet


EARNED: dict[Verdict, Points] = {
    Verdict.RIGHT: 1,
    Verdict.OTHER_CONVENTION: Fraction(1, 2),  # the method is right
    Verdict.TOO_COARSE: Fraction(1, 2),
}
_OFF_THE_PATH = {Verdict.MISCONCEPTION, Verdict.OTHER_CONVENTION, Verdict.WRONG}
_OFF_FOR = {
    PartKind.NUMBER: _OFF_THE_PATH | {Verdict.TOO_COARSE},
    # a choice reads the number: one rounded until it says something else is no excuse
    PartKind.CHOICE: _OFF_THE_PATH,
}


@dataclass(frozen=True)
class PartGrade:
    """The judgement of one part.

    ``read_as`` is the number or choice as understood (empty when it could not be read), ``correct`` the
    right answer (None while the sheet is unreadable or empty), ``codes`` the stable names behind it.
    """

    part: str
    verdict: Verdict
    given: str
    read_as: Text
    correct: Text | None = None
    messages: tuple[Text, ...] = ()
    codes: tuple[str, ...] = ()
    earned: Points = 0

    @property
    def follows_own_value(self) -> bool:
        """Whether the part is right by the learner's own earlier number rather than by the true one."""
        return FOLLOWS_OWN_VALUE in self.codes


@dataclass(frozen=True)
class Grade:
    """The judgement of an answer sheet, parts in the order of the problem.

    ``mark`` is ``Unreadable`` (``empty``, or the code of the first part that cannot be read) when the
    sheet gets no mark; then no part shows what is right.
    """

    parts: tuple[PartGrade, ...]
    mark: Mark | Unreadable

    def part(self, name: str) -> PartGrade:
        """Return the judgement of that part, or raise ``KeyError``."""
        return {part.part: part for part in self.parts}[name]


def grade(problem: Problem, answers: Mapping[str, str]) -> Grade:
    """Grade the typed answers by part name; a part left out counts as empty.

    Every part is worth one point; another convention and too coarse a rounding earn half of it.
    """
    given = {part.name: answers.get(part.name, "") for part in problem.parts}
    read = {part.name: _read(part, given[part.name]) for part in problem.parts}
    faults = [value.code for value in read.values() if isinstance(value, Unreadable)]
    if any(code != "empty" for code in faults) or len(faults) == len(problem.parts):
        return _without_mark(problem, given, read)
    parts: dict[str, PartGrade] = {}
    for part in problem.parts:
        judged = _judge(part, read[part.name], _follow(part, problem, read, parts))
        parts[part.name] = replace(judged, given=given[part.name])
    return Grade(tuple(parts.values()), _mark(problem, tuple(parts.values())))


def _read(part: Part, raw: str) -> Number | str | Unreadable:
    if not raw.strip():
        return Unreadable("empty")
    if part.kind is PartKind.NUMBER:
        return read_quantity(raw, part.quantity, part.unit)
    return raw.strip() if raw.strip() in dict(part.choices) else Unreadable("unknown_choice")


def _judge(part: Part, read: Number | str | Unreadable, own: Value | None) -> PartGrade:
    verdict = PartGrade(part.name, Verdict.EMPTY, "", Text("", ""), part.shown)
    if isinstance(read, Unreadable):
        return replace(verdict, messages=(feedback.EMPTY,))
    value = read.value if isinstance(read, Number) else read
    verdict = replace(verdict, read_as=_read_as(part, read))
    if part.is_near(value, part.answer):
        return replace(verdict, verdict=Verdict.RIGHT, earned=1)
    if own is not None and part.is_near(value, own):
        return replace(
            verdict,
            verdict=Verdict.RIGHT,
            earned=1,
            messages=(feedback.FOLLOWS,),
            codes=(FOLLOWS_OWN_VALUE,),
        )
    return _diagnose(part, read, verdict)


def _diagnose(part: Part, read: Number | str, blank: PartGrade) -> PartGrade:
    """Name what is behind a value that is not right; several stories that fit are all told."""
    slips = _matching(part, read, part.misconceptions)
    others = _matching(part, read, part.other_conventions)
    is_coarse = isinstance(read, Number) and _is_coarse(part, read)
    stories = [*slips, *others] if slips else others
    codes = tuple(dict.fromkeys(story.code for story in stories))
    says = list(dict.fromkeys(story.says for story in stories))
    if is_coarse:
        codes, says = (*codes, Verdict.TOO_COARSE.value), [*says, feedback.TOO_COARSE]
    verdict = _verdict(bool(slips), bool(others), is_coarse)
    # where rounding explains the number as well as a slip does, the doubt is the learner's gain
    earned = max(EARNED.get(verdict, 0), EARNED[Verdict.TOO_COARSE] if is_coarse else 0)
    messages = (feedback.either_or(says),) if says else (feedback.WRONG,)
    return replace(blank, verdict=verdict, messages=messages, codes=codes, earned=earned)


def _verdict(is_slip: bool, is_other: bool, is_coarse: bool) -> Verdict:
    if is_slip:
        return Verdict.MISCONCEPTION
    if is_other:
        return Verdict.OTHER_CONVENTION
    return Verdict.TOO_COARSE if is_coarse else Verdict.WRONG


def _matching(part: Part, read: Number | str, known: tuple[KnownWrong, ...]) -> list[KnownWrong]:
    if isinstance(read, str):
        return [wrong for wrong in known if wrong.value == read]
    return [wrong for wrong in known if _fits(part, read, wrong.value)]


def _fits(part: Part, read: Number, wrong: Value) -> bool:
    """Whether a typed number is a known wrong one, perhaps rounded before it was typed."""
    if isinstance(wrong, str):
        return False
    slack = max(part.tolerance, min(read.step / 2, abs(wrong) * NARROWEST_MATCH))
    return abs(read.value - wrong) <= slack


def _is_coarse(part: Part, read: Number) -> bool:
    """Whether the number is the right one with too few places; 0 keeps nothing of it."""
    if isinstance(part.answer, str) or not read.value:
        return False
    return abs(read.value - part.answer) <= read.step / 2


def _follow(
    part: Part,
    problem: Problem,
    read: Mapping[str, Number | str | Unreadable],
    earlier: Mapping[str, PartGrade],
) -> Value | None:
    """Return what the part would be on the learner's own earlier numbers, if one of those went astray."""
    if part.follow is None or not any(one.verdict in _OFF_FOR[part.kind] for one in earlier.values()):
        return None
    own = {name: number.value for name in earlier if isinstance(number := read[name], Number)}
    try:
        return part.follow(problem.inputs, own)
    except KeyError:  # an earlier part was left empty
        return None


def _read_as(part: Part, read: Number | str) -> Text:
    if isinstance(read, str):
        return dict(part.choices)[read]
    shown = exact(read.value * 100) + "%" if part.is_rate or read.is_percent else exact(read.value)
    return Text(shown, shown)


def _without_mark(
    problem: Problem, given: Mapping[str, str], read: Mapping[str, Number | str | Unreadable]
) -> Grade:
    parts = tuple(_unjudged(part, given[part.name], read[part.name]) for part in problem.parts)
    codes = {number: part.codes[0] for number, part in enumerate(parts) if part.verdict is Verdict.UNREADABLE}
    first = min(codes, default=None)
    return Grade(parts, Unreadable("empty") if first is None else Unreadable(codes[first], first))


def _unjudged(part: Part, given: str, read: Number | str | Unreadable) -> PartGrade:
    if not isinstance(read, Unreadable):
        return PartGrade(part.name, Verdict.NOT_JUDGED, given, _read_as(part, read))
    if read.code == "empty":
        return PartGrade(part.name, Verdict.EMPTY, given, Text("", ""), None, (feedback.EMPTY,))
    message = feedback.unreadable(read, given)
    return PartGrade(part.name, Verdict.UNREADABLE, given, Text("", ""), None, (message,), (read.code,))


def _mark(problem: Problem, parts: tuple[PartGrade, ...]) -> Mark:
    marks = tuple(
        PartMark(
            part.earned,
            1,
            part.codes[0] if part.codes else part.verdict.value,
            part.given,
            part.read_as.zh,
            problem.part(part.part).shown.zh if part.verdict is Verdict.RIGHT else "",
        )
        for part in parts
    )
    codes = dict.fromkeys(code for part in parts for code in part.codes)
    return Mark(sum(part.earned for part in parts), len(parts), marks, tuple(codes))
