"""The pages on which instructors write questions."""

from __future__ import annotations

from random import SystemRandom

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from wtforms import SelectChoice

from app import clock
from app.authoring import service
from app.authoring.forms import FORMS
from app.authoring.preview import note_blanks, try_answer
from app.authoring.question_form import QuestionForm
from app.extensions import db
from app.languages import in_script
from app.library.service import all_chapters
from app.models import Question
from app.permissions import Access, open_to
from app.practice.service import Plan, start_with
from question_bank import Question as BankQuestion

authoring = Blueprint("authoring", __name__)


@authoring.get("/")
@open_to(Access.INSTRUCTOR)
def list_questions() -> ResponseReturnValue:
    """An instructor's own questions."""
    questions = service.own_questions(db.session(), current_user)
    return render_template("authoring/list_questions.html", questions=questions)


@authoring.route("/new/<type_name>", methods=["GET", "POST"])
@open_to(Access.INSTRUCTOR)
def write_question(type_name: str) -> ResponseReturnValue:
    """Write a question of one type, with a preview before it is saved."""
    if type_name not in FORMS:
        abort(404)
    form = FORMS[type_name]()
    slug = request.form.get("slug", "")
    slug = slug if service.is_new_slug(slug) else service.new_slug()
    content = _read(form, slug)
    if content is not None and request.form.get("action") == "save":
        question = service.add_question(db.session(), current_user, content, clock.now())
        flash(_("Saved. You and your classes can practise it now."), "success")
        return redirect(url_for("authoring.show_question", question_id=question.id))
    return _form_page(form, content, slug=slug)


@authoring.get("/<int:question_id>")
@open_to(Access.INSTRUCTOR)
def show_question(question_id: int) -> ResponseReturnValue:
    """One question as students see it, before and after marking."""
    question = _get_question(question_id)
    return render_template(
        "authoring/show_question.html",
        question=question,
        content=question.current.content,
        blanks=note_blanks(question.current.content),
    )


@authoring.route("/<int:question_id>/edit", methods=["GET", "POST"])
@open_to(Access.INSTRUCTOR)
def edit_question(question_id: int) -> ResponseReturnValue:
    """Change a question; what was answered before keeps its wording."""
    question = _get_question(question_id)
    stored = question.current.content
    form_type = FORMS[stored.type]
    form = form_type(data=form_type.data_of(stored))
    content = _read(form, question.slug)
    if content is not None and request.form.get("action") == "save":
        return _save_edit(form, content, question)
    return _form_page(form, content, question, base=_base_number(question))


def _base_number(question: Question) -> int:
    """Return the revision a form was opened on."""
    return request.form.get("base", question.current_number, type=int)


def _save_edit(form: QuestionForm, content: BankQuestion, question: Question) -> ResponseReturnValue:
    try:
        is_new = service.revise_question(
            db.session(), current_user, question, content, _base_number(question), clock.now()
        )
    except service.EditConflict:
        form.loose_faults.append(
            _("Another edit of this question was saved meanwhile. Save again to replace it.")
        )
        return _form_page(form, None, question, base=question.current_number)
    if is_new:
        flash(_("Saved as a new revision. Past attempts keep the text they were answered on."), "success")
    else:
        flash(_("Nothing was different, so there is no new revision."), "info")
    return redirect(url_for("authoring.show_question", question_id=question.id))


@authoring.post("/<int:question_id>/try")
@open_to(Access.INSTRUCTOR)
def try_question(question_id: int) -> ResponseReturnValue:
    """Practise the question at once, as a student would."""
    revision = _get_question(question_id).current
    attempt = start_with(
        db.session(), current_user, [revision.id], Plan(count=1), SystemRandom(), clock.now()
    )
    return redirect(url_for("practice.show_question", code=attempt.code, position=1))


@authoring.post("/<int:question_id>/retire")
@open_to(Access.INSTRUCTOR)
def retire_question(question_id: int) -> ResponseReturnValue:
    """Withdraw a question, or put it back."""
    question = _get_question(question_id)
    if request.form.get("action") != "restore":
        service.retire_question(db.session(), question, clock.now())
        flash(_("Withdrawn: nobody is given it any more. Past attempts keep it."), "info")
    else:
        service.restore_question(db.session(), question)
        flash(_("The question is back in practice."), "success")
    return redirect(url_for("authoring.show_question", question_id=question.id))


def _read(form: QuestionForm, slug: str) -> BankQuestion | None:
    """Return the question a submitted form makes, or put its faults into the form."""
    form.chapter.choices = [
        SelectChoice(chapter.id, f"{chapter.id} {in_script(chapter.title_zh)}")
        for chapter in all_chapters(db.session())
    ]
    if not form.is_submitted() or not form.validate():
        return None
    return form.read_question(slug)


def _form_page(
    form: QuestionForm,
    content: BankQuestion | None,
    question: Question | None = None,
    slug: str = "",
    base: int = 0,
) -> ResponseReturnValue:
    is_refused = form.is_submitted() and content is None
    tried = request.form.getlist("answer")
    trial = None
    if content is not None and request.form.get("action") == "try":
        trial = try_answer(content, tried, clock.now())
    page = render_template(
        "authoring/write_question.html",
        form=form,
        content=content,
        question=question,
        slug=slug,
        base=base,
        is_refused=is_refused,
        blanks=note_blanks(content) if content is not None else (),
        tried=trial.answer if trial is not None else tried,
        trial=trial,
    )
    return page, 422 if is_refused else 200


def _get_question(question_id: int) -> Question:
    try:
        return service.get_own_question(db.session(), current_user, question_id)
    except service.QuestionUnknown:
        abort(404)
