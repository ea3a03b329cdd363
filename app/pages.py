"""What every page has: security headers, versioned static addresses, and the words templates use."""

from __future__ import annotations

from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from flask import Flask, Response, current_app, request
from flask_babel import format_datetime
from werkzeug.routing import IntegerConverter, Map
from wtforms import Field

from app import languages, rendering
from app.config import LANGUAGES, THEMES
from question_bank import TYPES

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",  # Bootstrap draws its check marks and arrows with data: images
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


class RowNumber(IntegerConverter):
    """A whole number in an address that fits a database column: a longer one is no page, not a failure."""

    regex = r"\d{1,10}"

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=2**31 - 1)


def init_app(app: Flask) -> None:
    """Give templates their words and every response its headers."""
    app.url_map.converters["int"] = RowNumber
    app.after_request(_add_security_headers)
    app.url_defaults(_add_version)
    app.context_processor(_reader_choices)
    app.jinja_env.globals.update(
        LANGUAGES=LANGUAGES,
        THEMES=THEMES,
        TYPES=TYPES,
        cloze=rendering.cloze,
        described=describe_field,
        formula=rendering.formula,
        in_script=languages.in_script,
        inline_markdown=rendering.inline_markdown,
        markdown=rendering.markdown,
        plain_markdown=rendering.plain_markdown,
        say=languages.say,
        stem=rendering.stem,
        stem_line=rendering.stem_line,
    )
    app.jinja_env.filters["in_script"] = languages.in_script
    app.jinja_env.filters["percent"] = percent
    app.jinja_env.filters["points"] = points
    app.jinja_env.filters["moment"] = format_moment
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True


def percent(share: float | Decimal) -> str:
    """Return a share (0 to 1) as a whole percentage; 100 % is said only of everything."""
    whole = (Decimal(share) * 100).quantize(Decimal(1), ROUND_HALF_UP)
    return f"{min(whole, Decimal(99)) if share < 1 else whole}%"


def points(value: int | Fraction | Decimal) -> str:
    """Return points without needless zeros: 2, 0.5, 0.33."""
    exact = value.numerator / Decimal(value.denominator) if isinstance(value, Fraction) else Decimal(value)
    return f"{round(exact, 2).normalize():f}"


def format_moment(moment: datetime) -> str:
    """Return a time as readers of the page write it, in the time zone of the installation."""
    return str(format_datetime(moment, "short"))


def describe_field(item: Field) -> dict[str, str]:
    """Return what ties a form field to its help and its fault, as far as they are on the page."""
    pieces = [name for name, is_there in (("help", item.description), ("fault", item.errors)) if is_there]
    attributes = {"aria-describedby": " ".join(f"{item.id}-{name}" for name in pieces)} if pieces else {}
    return attributes | ({"aria-invalid": "true"} if item.errors else {})


def _reader_choices() -> dict[str, Any]:
    theme = request.cookies.get("theme", "auto")
    return {
        "language": languages.current_language(),
        "html_language": languages.html_language(),
        "content_language": languages.content_language(),
        # where to return after choosing a language or colours
        "return_address": request.full_path.rstrip("?"),
        "theme": theme if theme in THEMES else "auto",
    }


def _add_security_headers(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Content-Type-Options"] = "nosniff"
    if response.mimetype == "text/html":
        # pages hold personal results: a shared computer must not show them after logging out
        response.headers["Cache-Control"] = "no-store"
    return response


def _add_version(endpoint: str, values: dict[str, Any]) -> None:
    """Add a hash of the file to static addresses, so that browsers may keep the files for a year."""
    if endpoint not in ("static", "bootstrap.static") or "filename" not in values:
        return
    is_ours = endpoint == "static"
    folder = current_app.static_folder if is_ours else current_app.blueprints["bootstrap"].static_folder
    values["v"] = _file_version(Path(str(folder)) / values["filename"])


@lru_cache(maxsize=256)
def _file_version(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[:10] if path.is_file() else "0"
