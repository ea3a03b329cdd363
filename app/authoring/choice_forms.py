"""The forms of questions whose answer is chosen: options, or true and false."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    Field,
    FieldList,
    Form,
    FormField,
    RadioField,
    SelectChoice,
    StringField,
    TextAreaField,
)

from app.authoring.question_form import AREA, SMALL_AREA, QuestionForm
from question_bank import Question
from question_bank.display import exact
from question_bank.marking.choices import ChoicePolicy
from question_bank.types import OPTION_KEYS, ChoiceQuestion, MultipleQuestion, TrueFalseQuestion


class OptionForm(Form):
    """One option; a part of its form, which carries the CSRF token for all."""

    text = TextAreaField(_l("Option"), render_kw={"rows": 1})
    correct = BooleanField(_l("Right"))
    fixed = BooleanField(_l("Keep in place"))
    why = TextAreaField(_l("Why right or wrong"), render_kw={"rows": 1})

    @property
    def is_used(self) -> bool:
        """Whether anything was typed or ticked."""
        return any(field.data for field in self)


class ChoiceForm(QuestionForm):
    """Options, each right or wrong with its reason; empty rows are left out."""

    options = FieldList(FormField(OptionForm), min_entries=len(OPTION_KEYS), max_entries=len(OPTION_KEYS))

    def fields_of_question(self, slug: str) -> dict[str, Any]:
        """Add the options that were filled in."""
        options = [
            {
                "text": row.text.data or "",
                "correct": bool(row.correct.data),
                "fixed": bool(row.fixed.data),
                "why": row.why.data or "",
            }
            for row in self._used_rows()
        ]
        return super().fields_of_question(slug) | {"options": options}

    def field_for(self, path: list[str]) -> Field | None:
        """Return the field of an option; what is wrong with all of them together has no field."""
        if path[0] == "options":
            return self._used_rows()[int(path[1]) - 1][path[2]] if len(path) > 2 else None
        return super().field_for(path)

    @staticmethod
    def data_of(question: Question) -> dict[str, Any]:
        """Add the options."""
        assert isinstance(question, ChoiceQuestion)
        options = [option.model_dump() for option in question.options]
        return QuestionForm.data_of(question) | {"options": options}

    def _used_rows(self) -> list[Any]:
        return [row for row in self.options if row.form.is_used]


class SingleForm(ChoiceForm):
    """Exactly one option is right."""

    type_name = "single"


class MultipleForm(ChoiceForm):
    """Two or more options are right."""

    type_name = "multiple"
    type_settings = ("scoring", "incomplete_credit")

    scoring = RadioField(
        _l("Scoring"),
        choices=[
            SelectChoice(ChoicePolicy.ALL_OR_NOTHING.value, _l("All or nothing")),
            SelectChoice(
                ChoicePolicy.PART_FOR_INCOMPLETE.value, _l("Part of the points for an incomplete choice")
            ),
            SelectChoice(ChoicePolicy.RIGHT_MINUS_WRONG.value, _l("Right options minus wrong ones")),
        ],
        default=ChoicePolicy.ALL_OR_NOTHING.value,
    )
    incomplete_credit = StringField(
        _l("Share for an incomplete choice"),
        description=_l("Such as 50%. Left empty, every right option counts alike."),
    )

    def fields_of_question(self, slug: str) -> dict[str, Any]:
        """Add how it is scored."""
        fields = super().fields_of_question(slug) | {"scoring": self.scoring.data or ""}
        if credit := (self.incomplete_credit.data or "").strip():
            fields["incomplete_credit"] = credit
        return fields

    @staticmethod
    def data_of(question: Question) -> dict[str, Any]:
        """Add how it is scored."""
        assert isinstance(question, MultipleQuestion)
        credit = question.incomplete_credit
        return ChoiceForm.data_of(question) | {
            "scoring": question.scoring.value,
            "incomplete_credit": exact(credit) if credit is not None else "",
        }


class TrueFalseForm(QuestionForm):
    """A statement, whether it holds, and what is right instead."""

    type_name = "true_false"

    correct = RadioField(
        _l("The statement is"),
        validate_choice=False,  # nothing chosen is said beside the field, with all other faults
        choices=[SelectChoice("true", _l("True")), SelectChoice("false", _l("False"))],
    )
    correction = TextAreaField(
        _l("Correction"),
        render_kw=AREA,
        description=_l("What is right instead; needed when the statement is false."),
    )
    why_true = TextAreaField(_l("What speaks for “true”"), render_kw=SMALL_AREA)
    why_false = TextAreaField(_l("What speaks for “false”"), render_kw=SMALL_AREA)

    def fields_of_question(self, slug: str) -> dict[str, Any]:
        """Add the key and its reasons."""
        fields = super().fields_of_question(slug) | {
            "why_true": self.why_true.data or "",
            "why_false": self.why_false.data or "",
        }
        if self.correct.data:
            fields["correct"] = self.correct.data == "true"
        if self.correction.data:
            fields["correction"] = self.correction.data
        return fields

    @staticmethod
    def data_of(question: Question) -> dict[str, Any]:
        """Add the key and its reasons."""
        assert isinstance(question, TrueFalseQuestion)
        return QuestionForm.data_of(question) | {
            "correct": question.correct_key,
            "correction": question.correction or "",
            "why_true": question.why_true,
            "why_false": question.why_false,
        }
