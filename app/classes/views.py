"""The pages of classes."""

from __future__ import annotations

from random import SystemRandom

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app import clock
from app.classes import service, written_work
from app.classes.forms import ClassroomForm, JoinForm, WrittenMarkForm
from app.classes.near_misses import LINES_MAX, near_misses
from app.extensions import db
from app.library.service import all_chapters
from app.models import Classroom, Marker
from app.pages import points
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
    classroom = _get_led_classroom(classroom_id)
    return render_template(
        "classes/show_class.html",
        classroom=classroom,
        table=service.class_table(db.session(), classroom),
        waiting=written_work.count_waiting(db.session(), classroom),
        near_misses=near_misses(db.session(), classroom),
        near_misses_max=LINES_MAX,
        chapters={chapter.id: chapter for chapter in all_chapters(db.session())},
    )


@classes.get("/<int:classroom_id>/written")
@open_to(Access.INSTRUCTOR)
def list_written(classroom_id: int) -> ResponseReturnValue:
    """The written answers of a class, those that wait for a mark first."""
    classroom = _get_led_classroom(classroom_id)
    number = request.args.get("page", 1, type=int)
    page = written_work.list_written(db.session(), classroom, number)
    return render_template("classes/list_written.html", classroom=classroom, page=page)


@classes.route("/<int:classroom_id>/written/<int:response_id>", methods=["GET", "POST"])
@open_to(Access.INSTRUCTOR)
def mark_written(classroom_id: int, response_id: int) -> ResponseReturnValue:
    """One written answer beside its model answer and key points: tick, save, on to the next."""
    classroom = _get_led_classroom(classroom_id)
    answer = _get_written_answer(classroom, response_id)
    form = WrittenMarkForm(len(answer.content.key_points))
    if request.method == "GET":
        return _written_page(classroom, answer, written_work.points_to_tick(answer))
    if not form.validate():  # no browser sends this: the page offers nothing that can be wrong
        abort(400)
    ticked, base_number = frozenset(form.point.data or ()), form.base_number.data or 0
    try:
        mark = written_work.mark_written_answer(
            db.session(), current_user, classroom, response_id, ticked, base_number, clock.now()
        )
    except written_work.MarkedMeanwhile:
        answer = _get_written_answer(classroom, response_id)
        return _written_page(classroom, answer, ticked, is_overtaken=True), 409
    flash(
        _(
            "Saved: %(earned)s of %(all)s points for %(student)s.",
            earned=points(mark.earned),
            all=points(mark.total),
            student=answer.student.username,
        ),
        "success",
    )
    following = written_work.next_waiting(db.session(), classroom, answer.response)
    if following is None:
        return redirect(url_for("classes.list_written", classroom_id=classroom.id))
    return redirect(url_for("classes.mark_written", classroom_id=classroom.id, response_id=following))


def _get_led_classroom(classroom_id: int) -> Classroom:
    """Return a class of this instructor; anybody else's does not exist for them."""
    try:
        return service.get_led_classroom(db.session(), current_user, classroom_id)
    except service.ClassroomUnknown:
        abort(404)


def _get_written_answer(classroom: Classroom, response_id: int) -> written_work.WrittenAnswer:
    try:
        return written_work.get_written_answer(db.session(), classroom, response_id)
    except written_work.AnswerUnknown:
        abort(404)


def _written_page(
    classroom: Classroom,
    answer: written_work.WrittenAnswer,
    ticked: frozenset[int],
    is_overtaken: bool = False,
) -> str:
    given = written_work.given_marks(db.session(), answer)
    by_student = [given_mark for given_mark in given if given_mark.mark.marker == Marker.STUDENT]
    return render_template(
        "classes/mark_written.html",
        classroom=classroom,
        answer=answer,
        ticked=ticked,
        given=given,
        own=by_student[-1] if by_student else None,
        is_overtaken=is_overtaken,
        following=written_work.next_waiting(db.session(), classroom, answer.response),
    )
