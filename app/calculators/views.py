"""The pages of the calculators."""

from __future__ import annotations

from random import SystemRandom

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.calculators import service
from app.extensions import db
from app.library.service import get_facts
from app.permissions import Access, open_to
from exercises import EXERCISES, Exercise, Grade, Problem, grade
from question_bank import Unreadable

calculators = Blueprint("calculators", __name__)


@calculators.get("/")
@open_to(Access.ANYONE)
def list_exercises() -> ResponseReturnValue:
    """All calculators."""
    return render_template("calculators/list_exercises.html", exercises=EXERCISES)


@calculators.get("/<slug>")
@open_to(Access.ANYONE)
def show_exercise(slug: str) -> ResponseReturnValue:
    """A calculator worked with the numbers in the address, or with its example."""
    exercise = _get_exercise(slug)
    typed = {variable.name: request.args.get(variable.name, "") for variable in exercise.variables}
    is_example = not any(variable.name in request.args for variable in exercise.variables)
    if is_example:
        typed = {variable.name: variable.example for variable in exercise.variables}
    worked = service.work(exercise, typed, request.args.get("convention", exercise.default_convention))
    return render_template(
        "calculators/show_exercise.html",
        exercise=exercise,
        worked=worked,
        is_example=is_example,
        facts=get_facts(db.session(), exercise.facts),
    )


@calculators.route("/<slug>/problem", methods=["GET", "POST"])
@open_to(Access.ANYONE)
def show_problem(slug: str) -> ResponseReturnValue:
    """A problem by its number, graded when answers are sent. Nothing is stored; the address says it all."""
    exercise = _get_exercise(slug)
    level = request.args.get("level", str(exercise.levels[0]))
    if "seed" not in request.args:
        seed = service.draw_seed(SystemRandom())
        return redirect(url_for("calculators.show_problem", slug=slug, seed=seed, level=level))
    try:
        problem = service.get_problem(exercise, request.args["seed"], level)
    except service.ExerciseUnknown:
        abort(404)
    if request.method == "GET":
        return _problem_page(exercise, problem, {}, None)
    typed = {part.name: request.form.get(part.name, "") for part in problem.parts}
    return _problem_page(exercise, problem, typed, grade(problem, typed))


def _problem_page(
    exercise: Exercise, problem: Problem, typed: dict[str, str], graded: Grade | None
) -> ResponseReturnValue:
    is_marked = graded is not None and not isinstance(graded.mark, Unreadable)
    page = render_template(
        "calculators/show_problem.html",
        exercise=exercise,
        problem=problem.public(),
        solution=problem.solution if is_marked else None,
        typed=typed,
        graded=graded,
        is_marked=is_marked,
    )
    return page, 200 if graded is None or is_marked else 422


def _get_exercise(slug: str) -> Exercise:
    try:
        return service.get_exercise(slug)
    except service.ExerciseUnknown:
        abort(404)
