"""The pages of a practice, from choosing questions to reviewing them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from random import SystemRandom

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.accounts.sessions import find_person, get_person
from app.extensions import db
from app.languages import in_script
from app.library.service import (
    ChapterUnknown,
    Choice,
    all_chapters,
    all_shelves,
    find_units,
    get_chapter,
    get_facts,
)
from app.permissions import Access, open_to
from app.practice import service
from app.practice.calibration import calibrate
from app.practice.forms import PracticeForm, read_client_id
from app.practice.notes import explain_problem, trace_of
from app.practice.progress import ALL_COUNT, Score, add_up, finished_attempts, open_attempts
from app.practice.self_marking import NotToBeMarked, mark_own_answer, may_mark_own
from app.practice.sheet import AttemptUnknown, Cell, Sheet, State, get_sheet
from question_bank import ReadBack, Unreadable
from question_bank.types import FillQuestion, WrittenQuestion

practice = Blueprint("practice", __name__)

READ_BACK_CHARACTERS = 60  # of each blank, in the message on the next page


@practice.route("/new", methods=["GET", "POST"])
@practice.route("/new/<chapter_id>", methods=["GET", "POST"])
@open_to(Access.ANYONE)
def start(chapter_id: str | None = None) -> ResponseReturnValue:
    """Choose what to practise and begin; the address may name a chapter."""
    person = find_person()
    if chapter_id is not None:
        try:
            get_chapter(db.session(), chapter_id)
        except ChapterUnknown:
            abort(404)
    form = PracticeForm(all_shelves(db.session(), person), chapter_id)
    if form.validate_on_submit():
        now = clock.now()
        try:
            attempt = service.start_practice(db.session(), get_person(now), form.plan(), SystemRandom(), now)
        except service.NothingToPractise:
            form.types.errors = [_("These chapters have no questions of these types. Choose more.")]
        else:
            return redirect(url_for("practice.show_question", code=attempt.code, position=1))
    return render_template("practice/start.html", form=form), 422 if form.errors else 200


@practice.post("/facts/<fact_id>")
@open_to(Access.ANYONE)
def start_fact(fact_id: str) -> ResponseReturnValue:
    """Begin a practice with the questions about one fact, those not answered yet first."""
    if not find_units(db.session(), find_person(), Choice(facts=(fact_id,))):
        abort(404)  # before a guest is made for nothing
    now = clock.now()
    plan = service.Plan(facts=(fact_id,), shuffled=False)
    attempt = service.start_practice(db.session(), get_person(now), plan, SystemRandom(), now)
    return redirect(url_for("practice.show_question", code=attempt.code, position=1))


@practice.get("/")
@open_to(Access.ANYONE)
def list_attempts() -> ResponseReturnValue:
    """Everything this person has begun and finished."""
    person = find_person()
    return render_template(
        "practice/list_attempts.html",
        open_attempts=open_attempts(db.session(), person, ALL_COUNT),
        finished_attempts=finished_attempts(db.session(), person, ALL_COUNT),
    )


@practice.get("/<code>")
@open_to(Access.ANYONE)
def resume(code: str) -> ResponseReturnValue:
    """Go on where the attempt was left."""
    sheet = _get_sheet(code)
    if sheet.is_finished:
        return redirect(url_for("practice.review", code=code))
    position = sheet.next_open()
    if position is None:
        return redirect(url_for("practice.hand_in", code=code))
    return redirect(url_for("practice.show_question", code=code, position=position))


@practice.get("/<code>/<int:position>")
@open_to(Access.ANYONE)
def show_question(code: str, position: int) -> ResponseReturnValue:
    """One question: to answer, or with its mark and the reasons."""
    return _question_page(_get_sheet(code, position), position)


@practice.post("/<code>/<int:position>")
@open_to(Access.ANYONE)
def answer(code: str, position: int) -> ResponseReturnValue:
    """Take an answer."""
    sheet = _get_sheet(code, position)
    typed = request.form.getlist("answer")
    client_id = read_client_id(request.form.get("client_id", ""))
    blanks_left = sum(not text.strip() for text in typed)
    is_incomplete = 0 < blanks_left < len(typed) and "incomplete" not in request.form
    if is_incomplete and sheet.marks_at_once and sheet.takes_answer(position):
        return _question_page(sheet, position, typed, blanks_left=blanks_left), 422
    try:
        read = service.save_answer(db.session(), sheet, position, typed, client_id, clock.now())
    except service.AttemptClosed:
        return _closed_page(sheet, position, typed)
    go = request.form.get("go", "")
    if read.problem is not None and not go:
        return _question_page(_get_sheet(code, position), position, typed, read.problem), 422
    if not sheet.marks_at_once and isinstance(sheet.cell(position).question.content, FillQuestion):
        _say_how_it_was_read(position, typed, read)
    return redirect(_address_after(sheet, position, go))


def _shorten(text: str) -> str:
    return text if len(text) <= READ_BACK_CHARACTERS else text[:READ_BACK_CHARACTERS] + "…"


def _say_how_it_was_read(position: int, typed: list[str], read: ReadBack) -> None:
    """Show on the next page how an answer was read where that is not just what was typed."""
    if read.problem is not None and read.problem.code != "empty":
        flash(
            _(
                "Question %(n)d is saved, but could not be read. You can mend it until you finish.",
                n=position,
            ),
            "warning",
        )
    elif any(part != text.strip() for part, text in zip(read.parts, typed, strict=False)):
        # a message travels in the session cookie, which holds 4 kB; the page itself shows the whole
        shown = in_script("； ".join(_shorten(part or "–") for part in read.parts))
        flash(_("Question %(n)d is saved. Read as: %(answer)s", n=position, answer=shown), "info")


@practice.post("/<code>/<int:position>/own-mark")
@open_to(Access.ANYONE)
def mark_own(code: str, position: int) -> ResponseReturnValue:
    """Take the key points a student found in their own written answer."""
    sheet = _get_sheet(code, position)
    ticked = {int(text) for text in request.form.getlist("point") if text.isdecimal() and len(text) < 3}
    try:
        mark_own_answer(db.session(), sheet, position, get_person(clock.now()), ticked, clock.now())
    except NotToBeMarked:
        flash(_("This answer can no longer be marked by yourself. Here is how it stands."), "warning")
    return redirect(url_for("practice.show_question", code=code, position=position))


def _address_after(sheet: Sheet, position: int, go: str) -> str:
    """Return where an answer leads: to itself with its mark, where the student asked to go, or onward."""
    code, last = sheet.attempt.code, len(sheet.cells)
    if sheet.marks_at_once:
        target = position
    elif go.isdecimal() and len(go) <= len(str(last)) and 1 <= int(go) <= last:
        target = int(go)
    else:
        target = last + 1 if go else position + 1
    if target > last:
        return url_for("practice.hand_in", code=code)
    return url_for("practice.show_question", code=code, position=target)


@practice.route("/<code>/finish", methods=["GET", "POST"])
@open_to(Access.ANYONE)
def hand_in(code: str) -> ResponseReturnValue:
    """Show what is still blank, then finish."""
    sheet = _get_sheet(code)
    if request.method == "POST":
        service.finish(db.session(), sheet, clock.now())
    elif not sheet.is_finished:
        return render_template("practice/hand_in.html", sheet=sheet, State=State)
    return redirect(url_for("practice.review", code=code))


@practice.get("/<code>/review")
@open_to(Access.ANYONE)
def review(code: str) -> ResponseReturnValue:
    """The whole attempt with marks, own answers and explanations."""
    sheet = _get_sheet(code)
    if not sheet.is_finished:
        return redirect(url_for("practice.resume", code=code))
    return render_template(
        "practice/review.html",
        sheet=sheet,
        State=State,
        total=add_up(sheet.cells),
        trace_of=trace_of,
        calibration=calibrate(db.session(), sheet.attempt.user_id) if sheet.has_persons_marks else None,
        by_chapter=_scores(sheet, lambda cell: cell.question.chapter_id),
        by_type=_scores(sheet, lambda cell: cell.question.type),
        chapters={chapter.id: chapter for chapter in all_chapters(db.session())},
    )


@practice.post("/<code>/again")
@open_to(Access.ANYONE)
def practise_again(code: str) -> ResponseReturnValue:
    """Begin a new attempt with what was not right."""
    sheet = _get_sheet(code)
    now = clock.now()
    try:
        attempt = service.practise_again(db.session(), get_person(now), sheet, SystemRandom(), now)
    except service.NothingToPractise:
        flash(_("There is nothing wrong left to practise here."), "info")
        return redirect(url_for("practice.resume", code=code))
    return redirect(url_for("practice.show_question", code=attempt.code, position=1))


def _get_sheet(code: str, position: int | None = None) -> Sheet:
    """Return an attempt of this browser's person; anybody else's does not exist for them."""
    person = find_person()
    if person is None:
        abort(404)
    try:
        sheet = get_sheet(db.session(), person.id, code, position)
        if position is not None:
            sheet.cell(position)
    except AttemptUnknown:
        abort(404)
    return sheet


def _question_page(
    sheet: Sheet,
    position: int,
    typed: list[str] | None = None,
    problem: Unreadable | None = None,
    blanks_left: int = 0,
) -> str:
    cell = sheet.cell(position)
    content = cell.question.content
    is_marked = cell.is_settled or sheet.is_finished
    is_written = isinstance(content, WrittenQuestion)
    saved = cell.response.body if cell.response is not None else []
    if problem is not None and problem.code == "several_answers":
        shown = list(problem.suggestions)
    else:
        shown = saved if typed is None else typed
    return render_template(
        "practice/show_question.html",
        sheet=sheet,
        cell=cell,
        State=State,
        public=content.public(cell.item.variant_seed),
        # the key reaches a template only once the student may see it
        content=content if is_marked else None,
        facts=get_facts(db.session(), content.facts) if is_marked else [],
        answer=shown,
        problem=None if problem is None else explain_problem(problem, typed or []),
        trace_of=trace_of,
        may_mark_own=may_mark_own(cell),
        calibration=calibrate(db.session(), sheet.attempt.user_id) if is_written and is_marked else None,
        blanks_left=blanks_left,
        next_open=sheet.next_open(position),
        client_id=str(uuid.uuid4()),
    )


def _closed_page(sheet: Sheet, position: int, typed: list[str]) -> ResponseReturnValue:
    public = sheet.cell(position).question.content.public(sheet.cell(position).item.variant_seed)
    texts = {option.key: option.text for option in public.options}
    shown = [in_script(texts[text]) if text in texts else text for text in typed if text.strip()]
    return render_template("practice/closed.html", sheet=sheet, position=position, typed=shown), 409


def _scores(sheet: Sheet, key: Callable[[Cell], str]) -> dict[str, Score]:
    groups: dict[str, list[Cell]] = {}
    for cell in sheet.cells:
        groups.setdefault(key(cell), []).append(cell)
    return {name: add_up(cells) for name, cells in sorted(groups.items())}
