"""Forms for writing a question: typed fields to the plain data ``question_bank`` checks, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    Field,
    FieldList,
    Form,
    FormField,
    RadioField,
    SelectChoice,
    SelectField,
    TextAreaField,
)

from app.languages import say
from question_bank import FieldFault, Question
from question_bank.types import ChoiceQuestion, FillQuestion, Level, TrueFalseQuestion

BLANK_ROWS = 6
OPTION_ROWS = 6
_AREA = {"rows": 3}


class QuestionForm(FlaskForm):
    """What every type has. ``loose_faults`` are those no single field is to blame for."""

    chapter = SelectField(_l("Chapter"))
    stem = TextAreaField(_l("Question"), render_kw=_AREA, description=_l("Markdown is understood."))
    explanation = TextAreaField(
        _l("Explanation"),
        render_kw=_AREA,
        description=_l("Shown after marking: teach the idea in a few sentences."),
    )
    difficulty = SelectField(
        _l("Difficulty"),
        choices=[
            SelectChoice("1", _l("1: nearly everybody gets it")),
            SelectChoice("2", "2"),
            SelectChoice("3", "3"),
            SelectChoice("4", "4"),
            SelectChoice("5", _l("5: very few get it")),
        ],
        default="3",
    )
    level = SelectField(
        _l("Cognitive level"),
        choices=[
            SelectChoice(Level.REMEMBER.value, _l("remember")),
            SelectChoice(Level.UNDERSTAND.value, _l("understand")),
            SelectChoice(Level.APPLY.value, _l("apply")),
            SelectChoice(Level.ANALYSE.value, _l("analyse")),
        ],
    )

    type_name = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.loose_faults: list[str] = []

    def fields_of_question(self, slug: str) -> dict[str, Any]:
        """Return what was typed as the fields of a question file."""
        return {
            "id": slug,
            "type": self.type_name,
            "chapter": self.chapter.data or "",
            "difficulty": int(self.difficulty.data) if (self.difficulty.data or "").isdigit() else 0,
            "level": self.level.data or "",
            "stem": self.stem.data or "",
            "explanation": self.explanation.data or "",
        }

    def show_faults(self, faults: Iterable[FieldFault]) -> None:
        """Put each fault beside the field it is about."""
        for fault in faults:
            message = f"{say(fault.reason)} → {say(fault.remedy)}"
            target = self.field_for(fault.field.split("."))
            if target is None:
                self.loose_faults.append(message)
            else:
                target.errors = [*target.errors, message]

    def field_for(self, path: list[str]) -> Field | None:
        """Return the form field behind a dotted path of the question, counted from 1."""
        field: Field | None = self._fields.get(path[0])
        return field

    @staticmethod
    def data_of(question: Question) -> dict[str, Any]:
        """Return the form data of a stored question."""
        return {
            "chapter": question.chapter,
            "stem": question.stem,
            "explanation": question.explanation,
            "difficulty": str(question.difficulty),
            "level": question.level.value,
        }


class FillForm(QuestionForm):
    """Up to six blanks, one accepted answer a line."""

    type_name = "fill"

    blanks = FieldList(
        TextAreaField(_l("Accepted answers"), render_kw={"rows": 2}),
        min_entries=BLANK_ROWS,
        max_entries=BLANK_ROWS,
    )
    any_order = BooleanField(_l("The blanks may be filled in any order"))

    def fields_of_question(self, slug: str) -> dict[str, Any]:
        """Add the blanks, as many as have an answer."""
        typed = [[line.strip() for line in (entry.data or "").splitlines()] for entry in self.blanks]
        accepted = [[line for line in lines if line] for lines in typed]
        while accepted and not accepted[-1]:
            accepted.pop()
        fields = super().fields_of_question(slug) | {"blanks": [{"accept": lines} for lines in accepted]}
        if self.any_order.data and len(accepted) > 1:
            fields["interchangeable"] = [list(range(1, len(accepted) + 1))]
        return fields

    def field_for(self, path: list[str]) -> Field | None:
        """Return the area of a blank, or the field of that name."""
        if path[0] == "blanks" and len(path) > 1:
            return self.blanks[int(path[1]) - 1]
        return self.blanks[0] if path[0] == "blanks" else super().field_for(path)

    @staticmethod
    def data_of(question: Question) -> dict[str, Any]:
        """Add the blanks."""
        assert isinstance(question, FillQuestion)
        return QuestionForm.data_of(question) | {
            "blanks": ["\n".join(blank.accept) for blank in question.blanks],
            "any_order": bool(question.interchangeable),
        }


class OptionForm(Form):
    """One option; a part of its form, which carries the CSRF token for all."""

    text = TextAreaField(_l("Option"), render_kw={"rows": 1})
    correct = BooleanField(_l("Right"))
    why = TextAreaField(_l("Why right or wrong"), render_kw={"rows": 1})


class ChoiceForm(QuestionForm):
    """Options, each right or wrong with its reason; empty rows are left out."""

    options = FieldList(FormField(OptionForm), min_entries=OPTION_ROWS, max_entries=OPTION_ROWS)

    def _used_rows(self) -> list[Any]:
        return [row for row in self.options if any((row.text.data, row.correct.data, row.why.data))]

    def fields_of_question(self, slug: str) -> dict[str, Any]:
        """Add the options that were filled in."""
        options = [
            {"text": row.text.data or "", "correct": bool(row.correct.data), "why": row.why.data or ""}
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


class SingleForm(ChoiceForm):
    """Exactly one option is right."""

    type_name = "single"


class MultipleForm(ChoiceForm):
    """Two or more options are right."""

    type_name = "multiple"


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
        render_kw=_AREA,
        description=_l("What is right instead; needed when the statement is false."),
    )
    why_true = TextAreaField(_l("What speaks for “true”"), render_kw={"rows": 2})
    why_false = TextAreaField(_l("What speaks for “false”"), render_kw={"rows": 2})

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


FORMS: dict[str, type[QuestionForm]] = {
    form.type_name: form for form in (FillForm, SingleForm, MultipleForm, TrueFalseForm)
}
