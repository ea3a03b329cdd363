"""The pages of classes."""

from __future__ import annotations

from random import SystemRandom

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app import clock
from app.classes import service
from app.classes.forms import ClassroomForm, JoinForm
from app.extensions import db
from app.library.service import all_chapters
from app.permissions import Access, open_to

classes = Blueprint("classes", __name__)


@classes.get("/")
@open_to(Access.ACCOUNT)
def list_classes() -> ResponseReturnValue:
    """The classes one leads and the classes one is in."""
    return render_template(
        "classes/list_classes.html",
        led=service.led_classrooms(db.session(), current_user) if current_user.is_instructor else [],
        joined=service.joined_classrooms(db.session(), current_user),
        form=JoinForm(),
    )


@classes.route("/new", methods=["GET", "POST"])
@open_to(Access.INSTRUCTOR)
def make_class() -> ResponseReturnValue:
    """Make a class."""
    form = ClassroomForm()
    if form.validate_on_submit():
        classroom = service.make_classroom(
            db.session(), current_user, form.name.data or "", SystemRandom(), clock.now()
        )
        return redirect(url_for("classes.show_class", classroom_id=classroom.id))
    return render_template("classes/make_class.html", form=form), 422 if form.errors else 200


@classes.route("/join", methods=["GET", "POST"])
@classes.route("/join/<code>", methods=["GET", "POST"])
@open_to(Access.ACCOUNT)
def join(code: str = "") -> ResponseReturnValue:
    """Enter a class: first see whose it is, then agree that they will see one's results."""
    form = JoinForm(code=code)
    classroom = service.find_by_code(db.session(), form.code.data or "")
    if form.validate_on_submit():
        if classroom is None:
            form.code.errors = [_("No class has this code. Check it with your instructor.")]
        elif "agreed" in request.form:
            service.join(db.session(), current_user, classroom, clock.now())
            flash(_("You are in the class %(name)s.", name=classroom.name), "success")
            return redirect(url_for("classes.list_classes"))
    page = render_template("classes/join.html", form=form, classroom=classroom)
    return page, 422 if form.errors else 200


@classes.get("/<int:classroom_id>")
@open_to(Access.INSTRUCTOR)
def show_class(classroom_id: int) -> ResponseReturnValue:
    """Who practised, and right and wrong by chapter and by question."""
    try:
        classroom = service.get_led_classroom(db.session(), current_user, classroom_id)
    except service.ClassroomUnknown:
        abort(404)
    return render_template(
        "classes/show_class.html",
        classroom=classroom,
        table=service.class_table(db.session(), classroom),
        chapters={chapter.id: chapter for chapter in all_chapters(db.session())},
    )
