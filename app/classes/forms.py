"""Forms for making and joining a class, and for marking what its students wrote."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import IntegerField, SelectChoice, SelectMultipleField, StringField
from wtforms.validators import InputRequired, Length, NumberRange

_REQUIRED = InputRequired(_l("Fill in this field."))


class ClassroomForm(FlaskForm):
    """The name of a new class."""

    name = StringField(
        _l("Name of the class"),
        [_REQUIRED, Length(1, 80, _l("Use at most %(max)d characters."))],
        filters=[lambda text: text.strip() if text else text],
        description=_l("What your students will recognise, such as course, year and group."),
    )


class JoinForm(FlaskForm):
    """The code on the blackboard."""

    code = StringField(
        _l("Join code"),
        [_REQUIRED],
        description=_l("Six letters and digits, from your instructor."),
        render_kw={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"},
    )


class WrittenMarkForm(FlaskForm):
    """The key points (from 0) an instructor ticks, and the number of the mark they looked at."""

    point = SelectMultipleField(coerce=int)
    base_number = IntegerField(validators=[InputRequired(), NumberRange(min=1)])

    def __init__(self, point_count: int, **kwargs: Any) -> None:
        """Take the positions of that many key points and no others."""
        super().__init__(**kwargs)
        self.point.choices = [SelectChoice(place, str(place)) for place in range(point_count)]
