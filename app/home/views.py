"""The first page, and the reader's choices of language and theme."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from app.accounts.sessions import find_person, next_page
from app.config import LANGUAGES, ONE_YEAR_SECONDS, THEMES
from app.extensions import db
from app.library.service import all_shelves
from app.permissions import Access, open_to
from app.practice.progress import finished_attempts, open_attempts, score_by_chapter
from exercises import EXERCISES

home = Blueprint("home", __name__)

PREFERENCES = {"language": tuple(LANGUAGES), "theme": THEMES}


@home.get("/")
@open_to(Access.ANYONE)
def show_home() -> ResponseReturnValue:
    """What can be practised, what was begun, and the calculators."""
    person = find_person()
    return render_template(
        "home/show_home.html",
        shelves=[shelf for shelf in all_shelves(db.session(), person) if shelf.count],
        scores=score_by_chapter(db.session(), person),
        open_attempts=open_attempts(db.session(), person),
        finished_attempts=finished_attempts(db.session(), person),
        exercises=EXERCISES,
    )


@home.post("/preferences")
@open_to(Access.ANYONE)
def save_preferences() -> ResponseReturnValue:
    """Keep the chosen language or theme in a cookie and return to the page."""
    response = redirect(next_page())
    for name, choices in PREFERENCES.items():
        chosen = request.form.get(name)
        if chosen in choices:
            response.set_cookie(name, chosen, max_age=ONE_YEAR_SECONDS, samesite="Lax", httponly=True)
    return response
