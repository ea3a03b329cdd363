"""What an author is shown before saving: how each blank reads its answers, and what marking does to one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from flask_babel import gettext as _
from flask_babel import ngettext

from app.models import Mark, Outcome, Response
from app.practice.marking import make_mark
from app.practice.notes import TraceLine, explain_problem, trace_of
from question_bank import Question, Unreadable
from question_bank.display import exact
from question_bank.marking import AwaitsMarker
from question_bank.marking.tolerance import ToleranceKind, bounds
from question_bank.types import FillQuestion
from question_bank.types.answer import AcceptedAnswer, Answer, WrongAnswer


@dataclass(frozen=True)
class AnswerNote:
    """How one listed answer is taken. ``read_as`` is empty when it is compared just as it was written."""

    shown: str
    read_as: str
    number: str  # what counts as this number, in words
    credit: Fraction | None  # None for a wrong answer
    feedback: str
    code: str


@dataclass(frozen=True)
class BlankNote:
    """One blank: its answers, the other names that are accepted too, and the mistakes that are expected."""

    accepted: tuple[AnswerNote, ...]
    synonyms: tuple[str, ...]
    is_exact: bool
    wrong: tuple[AnswerNote, ...]


@dataclass(frozen=True)
class Trial:
    """What marking does to an answer an author tries; ``found`` are key points, from 0."""

    answer: tuple[str, ...]
    mark: Mark
    lines: tuple[TraceLine, ...]
    problem: str
    found: tuple[int, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """What the answer gets."""
        return Outcome(self.mark.outcome)


def note_blanks(content: Question) -> tuple[BlankNote, ...]:
    """Return how the blanks of a fill-in take their answers; other types have none."""
    if not isinstance(content, FillQuestion):
        return ()
    return tuple(
        BlankNote(
            accepted=tuple(_note(content, answer) for answer in blank.accept),
            synonyms=blank.synonyms,
            is_exact=blank.exact,
            wrong=tuple(_note(content, answer) for answer in blank.wrong),
        )
        for blank in content.blanks
    )


def try_answer(content: Question, typed: Sequence[str], now: datetime) -> Trial:
    """Mark an answer with a question that may not be saved yet; nothing is stored."""
    answer = tuple(typed)
    if isinstance(content, FillQuestion):  # the boxes may be those of an earlier number of blanks
        blanks = len(content.blanks)
        answer = (*answer, *[""] * blanks)[:blanks]
    worth = content.mark(answer)
    mark = make_mark(content, worth, Response(), now)
    return Trial(
        answer,
        mark,
        tuple(trace_of(content, content.public(), mark)),
        explain_problem(worth, answer) if isinstance(worth, Unreadable) else "",
        worth.found if isinstance(worth, AwaitsMarker) else (),
    )


def _note(content: FillQuestion, answer: Answer) -> AnswerNote:
    reading = content.profile.read(answer.answer or "").text
    return AnswerNote(
        shown=answer.shown,
        read_as=reading if reading != (answer.answer or "") else "",
        number=_number_in_words(answer),
        credit=answer.credit if isinstance(answer, AcceptedAnswer) else None,
        feedback=answer.feedback,
        code=(answer.code or "") if isinstance(answer, WrongAnswer) else "",
    )


def _number_in_words(answer: Answer) -> str:
    """Say which typed numbers are taken for this one; nothing for words."""
    said: str = ""
    if answer.between is not None:
        said = _(
            "any number from %(low)s to %(high)s, both included",
            low=answer.between[0],
            high=answer.between[1],
        )
    elif answer.value is not None:
        low, high = (
            _show(end, answer.value.is_percent) for end in bounds(answer.value.value, answer.tolerance)
        )
        span = _("from %(low)s to %(high)s, both included", low=low, high=high)
        said = f"{_tolerance_in_words(answer)}{_(': ')}{span}" if low != high else _("exactly this number")
    return said


def _tolerance_in_words(answer: Answer) -> str:
    amount = int(answer.tolerance.amount)
    by_kind: dict[ToleranceKind, str] = {
        ToleranceKind.ABSOLUTE: _("at most %(amount)s away", amount=answer.absolute or 0),
        ToleranceKind.RELATIVE: _("at most %(share)s of it away", share=answer.relative or 0),
        ToleranceKind.DECIMAL_PLACES: ngettext(
            "right to %(num)d decimal place", "right to %(num)d decimal places", amount
        ),
        ToleranceKind.SIGNIFICANT_FIGURES: ngettext(
            "right to %(num)d significant figure", "right to %(num)d significant figures", amount
        ),
    }
    return by_kind[answer.tolerance.kind]


def _show(value: Fraction, in_percent: bool) -> str:
    return f"{exact(value * 100)}%" if in_percent else exact(value)
