"""Which language a page is in, and how content written in Simplified Chinese is shown in it."""

from __future__ import annotations

from flask import has_request_context, request
from flask_babel import get_locale

from app.config import DEFAULT_LANGUAGE, LANGUAGES
from app.traditional import to_traditional
from question_bank import Text

_TRADITIONAL_REGIONS = ("zh-tw", "zh-hk", "zh-mo", "zh-hant")


def choose_language() -> str:
    """Return the language the reader chose, else the one for their browser.

    The course is taught in Chinese, so only a browser that asks for Traditional Chinese gets anything
    but Simplified; English is one click away.
    """
    if not has_request_context():
        return DEFAULT_LANGUAGE
    chosen = request.cookies.get("language", "")
    if chosen in LANGUAGES:
        return chosen
    first = next(iter(request.accept_languages.values()), "").lower()
    return "zh_Hant" if first.startswith(_TRADITIONAL_REGIONS) else DEFAULT_LANGUAGE


def current_language() -> str:
    """Return the language of the page being made: a key of ``LANGUAGES``."""
    return str(get_locale() or DEFAULT_LANGUAGE)


def html_language() -> str:
    """Return the BCP 47 tag of the page."""
    return current_language().replace("_", "-")


def content_language() -> str:
    """Return the BCP 47 tag of course content, which stays Chinese on an English page."""
    return "zh-Hant" if current_language() == "zh_Hant" else "zh-Hans"


def in_script(chinese: str) -> str:
    """Return Chinese content in the script of the page."""
    return to_traditional(chinese) if current_language() == "zh_Hant" else chinese


def say(text: Text) -> str:
    """Return a sentence of the pure packages in the language of the page."""
    return text.en if current_language() == "en" else in_script(text.zh)
