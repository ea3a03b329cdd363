"""Who may open which page. A view that does not say so is closed to everybody."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from flask import Flask, abort, current_app, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

View = TypeVar("View", bound=Callable[..., Any])

# static files of the application and of Bootstrap-Flask: views of libraries, which we cannot decorate
OPEN_ENDPOINTS = frozenset({"static", "bootstrap.static"})


class Access(StrEnum):
    """Who a view is open to."""

    ANYONE = "anyone"
    ACCOUNT = "account"
    INSTRUCTOR = "instructor"


def open_to(access: Access) -> Callable[[View], View]:
    """Say who a view is open to; stands directly under the route."""

    def declare(view: View) -> View:
        view.access = access  # type: ignore[attr-defined]  # functions take attributes; mypy cannot know
        return view

    return declare


def declared_access(app: Flask, endpoint: str) -> Access | None:
    """Return what the view behind an endpoint declared, or None."""
    if endpoint in OPEN_ENDPOINTS:
        return Access.ANYONE
    return getattr(app.view_functions[endpoint], "access", None)


def refuse_closed_pages() -> ResponseReturnValue | None:
    """Stop a request its view is not open to; runs before every view."""
    if request.endpoint is None:  # no such page: the router answers 404 or 405
        return None
    access = declared_access(current_app, request.endpoint)
    if access == Access.ANYONE:
        return None
    if access is None:
        abort(403)
    if not current_user.is_authenticated or current_user.is_guest:
        flash(_("Log in to open this page."), "info")
        target = request.full_path if request.method == "GET" else None
        return redirect(url_for("accounts.log_in", next=target))
    if access == Access.INSTRUCTOR and not current_user.is_instructor:
        abort(403)
    return None


def init_app(app: Flask) -> None:
    """Put the guard in front of every view."""
    app.before_request(refuse_closed_pages)
