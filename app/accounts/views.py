"""Registering, logging in and out, and accepting an instructor's invitation."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user, logout_user

from app import clock
from app.accounts import service
from app.accounts.forms import LogInForm, RegisterForm
from app.accounts.sessions import find_guest, find_person, next_page, remember
from app.extensions import db
from app.permissions import Access, open_to

accounts = Blueprint("accounts", __name__)


@accounts.route("/register", methods=["GET", "POST"])
@open_to(Access.ANYONE)
def register() -> ResponseReturnValue:
    """Make an account; what a guest has practised comes along."""
    form = RegisterForm()
    if form.validate_on_submit():
        try:
            user = service.register(
                db.session(), find_guest(), form.username.data or "", form.password.data or "", clock.now()
            )
        except service.UsernameTaken:
            form.username.errors = [_("This username is taken. Choose another one.")]
        else:
            remember(user)
            flash(
                _("Welcome, %(name)s. Your progress is now kept in your account.", name=user.username),
                "success",
            )
            return redirect(next_page())
    return render_template("accounts/register.html", form=form, next=next_page()), _form_status(form)


@accounts.route("/login", methods=["GET", "POST"])
@open_to(Access.ANYONE)
def log_in() -> ResponseReturnValue:
    """Open an account; what was practised on this browser before joins it."""
    form = LogInForm()
    if form.validate_on_submit():
        try:
            user = service.check_credentials(db.session(), form.username.data or "", form.password.data or "")
        except service.WrongCredentials:
            form.password.errors = [_("Username and password do not match. Check both and try again.")]
        else:
            guest = find_guest()
            if guest is not None:
                service.take_over(db.session(), guest, user)
            remember(user)
            return redirect(next_page())
    return render_template("accounts/log_in.html", form=form, next=next_page()), _form_status(form)


@accounts.post("/logout")
@open_to(Access.ANYONE)
def log_out() -> ResponseReturnValue:
    """Leave the account on this browser."""
    person = find_person()
    if person is not None and not person.is_guest:  # a guest who logs out would lose everything
        logout_user()
        session.clear()
        flash(_("You are logged out."), "info")
    return redirect(url_for("home.show_home"))


@accounts.route("/instructor/<secret>", methods=["GET", "POST"])
@open_to(Access.ANYONE)
def accept_invitation(secret: str) -> ResponseReturnValue:
    """Become an instructor by a one-time link."""
    person = find_person()
    form = RegisterForm()
    if service.find_invitation(db.session(), secret, clock.now()) is None:
        return _spent_page(form)
    if person is None or person.is_guest:
        return render_template("accounts/accept_invitation.html", is_open=True, needs_account=True, form=form)
    if person.is_instructor:
        flash(_("You are an instructor already; the link stays good for somebody else."), "info")
        return redirect(url_for("classes.list_classes"))
    if form.is_submitted():
        try:
            service.accept_invitation(db.session(), current_user, secret, clock.now())
        except service.InvitationSpent:  # by somebody else, while this page was open
            return _spent_page(form)
        flash(_("You are an instructor now: write questions and make classes."), "success")
        return redirect(url_for("classes.list_classes"))
    return render_template("accounts/accept_invitation.html", is_open=True, needs_account=False, form=form)


def _spent_page(form: RegisterForm) -> ResponseReturnValue:
    return render_template("accounts/accept_invitation.html", is_open=False, form=form), 410


def _form_status(form: RegisterForm | LogInForm) -> int:
    return 422 if form.errors else 200
