"""The form of every question type: typed fields to the plain data ``question_bank`` checks, and back."""

from __future__ import annotations

from app.authoring.choice_forms import MultipleForm, SingleForm, TrueFalseForm
from app.authoring.fill_form import FillForm
from app.authoring.question_form import QuestionForm
from app.authoring.written_forms import ShortForm, TermForm

FORMS: dict[str, type[QuestionForm]] = {
    form.type_name: form for form in (FillForm, SingleForm, MultipleForm, TrueFalseForm, TermForm, ShortForm)
}
