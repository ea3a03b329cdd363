"""The pages for revising: study notes by chapter, and the glossary."""

from __future__ import annotations

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from app.accounts.sessions import find_person
from app.extensions import db
from app.library.service import ChapterUnknown, all_chapters, get_chapter
from app.permissions import Access, open_to
from app.study import service

study = Blueprint("study", __name__)


@study.get("/")
@open_to(Access.ANYONE)
def list_notes() -> ResponseReturnValue:
    """The chapters to revise, and the way to the glossary."""
    counts = service.count_notes(db.session())
    chapters = [chapter for chapter in all_chapters(db.session()) if counts.get(chapter.id)]
    return render_template("study/list_notes.html", chapters=chapters, counts=counts)


@study.get("/<chapter_id>")
@open_to(Access.ANYONE)
def show_notes(chapter_id: str) -> ResponseReturnValue:
    """The notes of a chapter; ``?hide=1`` hides the key terms until each is asked for."""
    try:
        chapter = get_chapter(db.session(), chapter_id)
    except ChapterUnknown:
        abort(404)
    chapters = all_chapters(db.session())
    place = [other.id for other in chapters].index(chapter.id)
    return render_template(
        "study/show_notes.html",
        chapter=chapter,
        before=chapters[place - 1] if place else None,
        after=chapters[place + 1] if place + 1 < len(chapters) else None,
        notes=service.chapter_notes(db.session(), find_person(), chapter_id),
        is_hidden="hide" in request.args,
    )


@study.get("/glossary")
@open_to(Access.ANYONE)
def show_glossary() -> ResponseReturnValue:
    """The terms of the course in both languages, all of them or those searched for."""
    words = request.args.get("q", "")[:100].strip()
    entries = service.search_glossary(db.session(), words)
    return render_template(
        "study/show_glossary.html", entries=entries, words=words, chapters=all_chapters(db.session())
    )
