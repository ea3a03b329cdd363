"""Forms for registering and logging in."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length, Regexp, ValidationError

from app.accounts.service import (
    PASSWORD_CHARACTERS_MAX,
    PASSWORD_CHARACTERS_MIN,
    USERNAME_CHARACTERS_MAX,
    USERNAME_CHARACTERS_MIN,
    USERNAME_PATTERN,
    username_key,
)

_REQUIRED = InputRequired(_l("Fill in this field."))


class RegisterForm(FlaskForm):
    """A username and a password."""

    username = StringField(
        _l("Username"),
        [
            _REQUIRED,
            Length(USERNAME_CHARACTERS_MIN, USERNAME_CHARACTERS_MAX, _l("Use 2 to 40 characters.")),
            Regexp(USERNAME_PATTERN, message=_l("Use letters, Chinese characters, digits and . _ - @ only.")),
        ],
        filters=[lambda text: text.strip() if text else text],
        description=_l("2 to 40 letters, Chinese characters or digits. Your instructor will see it."),
        render_kw={"autocomplete": "username"},
    )
    password = PasswordField(
        _l("Password"),
        [
            _REQUIRED,
            Length(PASSWORD_CHARACTERS_MIN, PASSWORD_CHARACTERS_MAX, _l("Use at least %(min)d characters.")),
        ],
        description=_l("At least 8 characters."),
        render_kw={"autocomplete": "new-password"},
    )

    def validate_username(self, field: StringField) -> None:
        """Refuse a name whose unique form grows past its column: one sign may be read as many letters."""
        if len(username_key(field.data or "")) > USERNAME_CHARACTERS_MAX:
            raise ValidationError(_l("Use 2 to 40 characters."))


class LogInForm(FlaskForm):
    """The username and password of an account."""

    username = StringField(_l("Username"), [_REQUIRED], render_kw={"autocomplete": "username"})
    password = PasswordField(_l("Password"), [_REQUIRED], render_kw={"autocomplete": "current-password"})
