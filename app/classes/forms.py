"""Forms for making and joining a class."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import InputRequired, Length

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
