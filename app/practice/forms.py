"""What to practise, and reading an answer out of a form."""

from __future__ import annotations

import uuid
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import IntegerField, RadioField, SelectChoice, SelectMultipleField
from wtforms.validators import InputRequired, NumberRange
from wtforms.widgets import CheckboxInput, ListWidget

from app.languages import say
from app.library.service import Shelf
from app.models import Feedback
from app.practice.service import QUESTIONS_MAX, Plan
from question_bank import TYPES
from question_bank.types import CASE, Case

DEFAULT_COUNT = 20


class CheckboxesField(SelectMultipleField):
    """Several choices, each with a box to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class PracticeForm(FlaskForm):
    """Chapters, types, number, order and when to mark."""

    chapters = CheckboxesField(_l("Chapters"), [InputRequired(_l("Choose at least one chapter."))])
    types = CheckboxesField(_l("Question types"), [InputRequired(_l("Choose at least one type."))])
    count = IntegerField(
        _l("Number of questions"),
        [
            InputRequired(_l("Write a whole number from 1 to 100.")),
            NumberRange(1, QUESTIONS_MAX, _l("Write a whole number from 1 to 100.")),
        ],
        default=DEFAULT_COUNT,
    )
    order = RadioField(
        _l("Order"),
        choices=[
            SelectChoice("shuffled", _l("Shuffled")),
            SelectChoice("in_order", _l("In course order, new ones first")),
        ],
        default="shuffled",
    )
    feedback = RadioField(
        _l("Marking"),
        choices=[
            SelectChoice(Feedback.EACH.value, _l("After each question")),
            SelectChoice(Feedback.END.value, _l("All at the end")),
        ],
        default=Feedback.EACH.value,
    )

    def __init__(self, shelves: list[Shelf], chapter_id: str | None = None, **kwargs: Any) -> None:
        """Offer the chapters and types that have questions; all are ticked unless one is asked for."""
        full = [shelf for shelf in shelves if shelf.count]
        self.shelves = {shelf.chapter.id: shelf for shelf in full}
        chapters = [chapter_id] if chapter_id else list(self.shelves)
        names = {name: question_type.type_name for name, question_type in TYPES.items()} | {
            CASE: Case.type_name
        }
        types = [name for name in names if any(name in shelf.count_by_type for shelf in full)]
        super().__init__(data={"chapters": chapters, "types": types, "count": DEFAULT_COUNT}, **kwargs)
        self.chapters.choices = [SelectChoice(key, key) for key in self.shelves]
        self.types.choices = [SelectChoice(name, say(names[name])) for name in types]

    def plan(self) -> Plan:
        """Return what was chosen."""
        return Plan(
            chapters=tuple(self.chapters.data or ()),
            types=tuple(self.types.data or ()),
            count=self.count.data or DEFAULT_COUNT,
            shuffled=self.order.data == "shuffled",
            feedback=Feedback(self.feedback.data),
        )


def read_client_id(raw: str) -> str:
    """Return the id the form was given, or a new one for a form without a usable one."""
    try:
        return str(uuid.UUID(raw))
    except ValueError:
        return str(uuid.uuid4())
