"""The forms of written answers: a model answer and its key points."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField

from app.authoring.question_form import QuestionForm
from question_bank import Question
from question_bank.formats.answer_lines import read_key_points, write_key_points
from question_bank.types import WrittenQuestion


class WrittenForm(QuestionForm):
    """A model answer and key points, one a line."""

    model_answer = TextAreaField(
        _l("Model answer"),
        render_kw={"rows": 5},
        description=_l("Shown to the student after sending. It has to hold a term of every key point."),
    )
    key_points = TextAreaField(
        _l("Key points, one a line"),
        render_kw={"rows": 4},
        description=_l(
            "what must be said | points | term, term. An answer that holds one of the terms gets the point "
            "ticked beforehand; a person decides."
        ),
    )

    def fields_of_question(self, slug: str) -> dict[str, Any]:
        """Add the model answer and the key points."""
        points = read_key_points(self.key_points.data or "")
        return super().fields_of_question(slug) | {
            "model_answer": self.model_answer.data or "",
            "key_points": self.read_area("key_points", self.key_points, points),
        }

    @staticmethod
    def data_of(question: Question) -> dict[str, Any]:
        """Add the model answer and the key points."""
        assert isinstance(question, WrittenQuestion)
        return QuestionForm.data_of(question) | {
            "model_answer": question.model_answer,
            "key_points": write_key_points(question.key_points),
        }


class TermForm(WrittenForm):
    """Explain a term."""

    type_name = "term"


class ShortForm(WrittenForm):
    """Answer in a few sentences."""

    type_name = "short"
