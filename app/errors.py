"""Every failure as a page that says what happened and what to do; no traceback reaches a reader."""

from __future__ import annotations

from flask import Flask, abort, current_app, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError

from app.extensions import db

# for the moment when nothing works, not even the language of the reader
_PLAIN_FAILURE = (
    "<!doctype html><meta charset=utf-8><title>500</title>"
    "<p>我们这边出了错，已保存的答案都在。请稍后再试。"
    "<p>Something went wrong on our side; saved answers are safe. Try again later."
)

_NOT_TYPED = frozenset({"csrf_token", "client_id", "next", "action"})  # hidden fields and buttons


def _say(code: int) -> tuple[str, str]:
    """Return a heading and a piece of advice for a status code."""
    sayings = {
        403: (_("This page is not open to you"), _("It belongs to somebody else or to another role.")),
        404: (_("There is no such page"), _("The address may be mistyped, or what it named was removed.")),
        405: (_("That cannot be done at this address"), _("Go back and use the buttons of the page.")),
        413: (_("What you sent is too large"), _("Shorten it or send it in parts; nothing was changed.")),
    }
    other = (_("The request could not be understood"), _("Go back and try again; nothing was changed."))
    return sayings.get(code, other)


def _show_http_error(error: HTTPException) -> tuple[str, int]:
    code = error.code or 500
    heading, advice = _say(code)
    return render_template("errors/error.html", heading=heading, advice=advice, code=code), code


def _show_broken_form(_error: CSRFError) -> tuple[str, int]:
    """Show what was typed: the form is refused, not the work in it."""
    typed = [
        value
        for name, value in request.form.items(multi=True)
        if value.strip() and name not in _NOT_TYPED and "password" not in name
    ]
    return render_template("errors/expired_form.html", typed=typed), 400


def _show_failure(_error: InternalServerError) -> tuple[str, int]:
    try:
        db.session.rollback()
        return _failure_page(), 500
    except Exception:  # the page itself needs the database, which may be what failed
        current_app.logger.exception("the page about a failure failed too")
        return _PLAIN_FAILURE, 500


def _failure_page() -> str:
    return render_template(
        "errors/error.html",
        heading=_("Something went wrong on our side"),
        advice=_("It has been written to the log. Go back and try again; saved answers are safe."),
        code=500,
    )


def _refuse_nul_characters() -> None:
    """Stop text PostgreSQL cannot store; no keyboard types it."""
    texts = (request.path, *request.args.values(), *request.form.values())
    if any("\0" in text for text in texts):
        abort(400)


def init_app(app: Flask) -> None:
    """Register the error pages."""
    app.before_request(_refuse_nul_characters)
    app.register_error_handler(HTTPException, _show_http_error)
    app.register_error_handler(CSRFError, _show_broken_form)
    app.register_error_handler(InternalServerError, _show_failure)
