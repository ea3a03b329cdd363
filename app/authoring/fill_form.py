"""The form of a fill-in: its blanks, and how they are marked together."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, FieldList, Form, FormField, SelectChoice, StringField, TextAreaField

from app.authoring.question_form import SMALL_AREA, QuestionForm, say_fault
from app.languages import say
from app.practice.forms import CheckboxesField
from question_bank import Question, Text
from question_bank.formats.answer_lines import read_accepted, read_wrong, write_accepted, write_wrong
from question_bank.formats.line_notation import BadLine, read_groups, write_groups
from question_bank.marking.text_profile import STEPS
from question_bank.types import FillQuestion, ReadingStep

BLANK_ROWS = 6
_RULES = {
    ReadingStep.NUMBER: Text(
        "数的各种写法：80%＝百分之八十＝0.8", "numbers written in another way: 80% = 百分之八十 = 0.8"
    ),
    ReadingStep.FILLER: Text(
        "答案前的 是、为、答： 和后面的 的、等", "是, 为, 答： before and 的, 等 behind an answer"
    ),
    ReadingStep.NEIGHBOURS: Text(
        "答案里重复了空两边的词", "words an answer repeats from the stem beside its blank"
    ),
    ReadingStep.GLOSS: Text(
        "答案在括号里或旁边带上自己的别名", "an answer with its own other name in brackets or beside it"
    ),
}
_SAYS = {ReadingStep(step.name): step.says for step in STEPS} | _RULES


class BlankForm(Form):
    """One blank; a part of its form, which carries the CSRF token for all."""

    accept = TextAreaField(_l("Accepted answers"), render_kw=SMALL_AREA)
    wrong = TextAreaField(_l("Expected mistakes"), render_kw=SMALL_AREA)
    exact = BooleanField(_l("Exact: without the course's synonyms"))

    @property
    def is_used(self) -> bool:
        """Whether anything was typed or ticked."""
        return bool((self.accept.data or "").strip() or (self.wrong.data or "").strip() or self.exact.data)

    @property
    def has_more(self) -> bool:
        """Whether there is more to see than the accepted answers."""
        return bool((self.wrong.data or "").strip() or self.exact.data or self.wrong.errors)


class FillForm(QuestionForm):
    """Up to six blanks, one accepted answer a line."""

    type_name = "fill"
    type_settings = ("groups", "all_or_nothing", "without")

    blanks = FieldList(FormField(BlankForm), min_entries=BLANK_ROWS, max_entries=BLANK_ROWS)
    any_order = BooleanField(_l("The blanks may be filled in any order"))
    groups = StringField(
        _l("Only some blanks in any order"),
        description=_l("Numbers of blanks that may be exchanged among themselves: 1,2; 3,4"),
    )
    all_or_nothing = BooleanField(_l("Points only when all blanks are right"))
    without = CheckboxesField(
        _l("Switched off in this question: ways of writing that make a difference here")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.without.choices = [SelectChoice(step.value, say(_SAYS[step])) for step in ReadingStep]

    def fields_of_question(self, slug: str) -> dict[str, Any]:
        """Add the blanks, as many as hold something."""
        used = [number for number, row in enumerate(self.blanks, start=1) if row.form.is_used]
        blanks = [self._blank(number) for number in range(1, max(used, default=0) + 1)]
        fields = super().fields_of_question(slug) | {"blanks": blanks}
        if groups := self._groups(len(blanks)):
            fields["interchangeable"] = groups
        if self.all_or_nothing.data:
            fields["all_or_nothing"] = True
        if self.without.data:
            fields["without"] = list(self.without.data)
        return fields

    def field_for(self, path: list[str]) -> Field | None:
        """Return the area of a blank, or the field of that name."""
        if path[0] == "blanks":
            number = int(path[1]) if len(path) > 1 else 1
            return self.blanks[number - 1].accept
        return super().field_for(["groups"] if path[0] == "interchangeable" else path)

    @staticmethod
    def data_of(question: Question) -> dict[str, Any]:
        """Add the blanks."""
        assert isinstance(question, FillQuestion)
        is_any_order = question.interchangeable == (tuple(range(1, len(question.blanks) + 1)),)
        return QuestionForm.data_of(question) | {
            "blanks": [
                {
                    "accept": write_accepted(blank.accept),
                    "wrong": write_wrong(blank.wrong),
                    "exact": blank.exact,
                }
                for blank in question.blanks
            ],
            "any_order": is_any_order,
            "groups": "" if is_any_order else write_groups(question.interchangeable),
            "all_or_nothing": question.all_or_nothing,
            "without": [step.value for step in question.without],
        }

    def _blank(self, number: int) -> dict[str, Any]:
        row = self.blanks[number - 1]
        accept, wrong = f"blanks.{number}.accept", f"blanks.{number}.wrong"
        fields: dict[str, Any] = {
            "accept": self.read_area(accept, row.accept, read_accepted(row.accept.data or "")),
            "wrong": self.read_area(wrong, row.wrong, read_wrong(row.wrong.data or "")),
        }
        return fields | ({"exact": True} if row.exact.data else {})

    def _groups(self, blanks: int) -> list[list[int]]:
        """Return the groups that were typed, or the one of all blanks when the box is ticked."""
        try:
            groups = read_groups(self.groups.data or "")
        except BadLine as bad:
            self.complain(self.groups, say_fault(bad.reason, bad.remedy))
            return []
        if groups and self.any_order.data:
            self.complain(
                self.groups, _("Any order is ticked for all blanks: untick it, or empty this field.")
            )
            return []
        is_one_group = self.any_order.data and blanks > 1
        return [list(range(1, blanks + 1))] if is_one_group else groups
