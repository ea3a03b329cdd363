"""Markdown and formulas to safe HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import zip_longest

import nh3
from latex2mathml.converter import convert
from markdown import Markdown
from markupsafe import Markup, escape

from app.languages import in_script
from question_bank.types import BLANK

_TAGS = {
    "p",
    "br",
    "strong",
    "em",
    "code",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "hr",
    "a",
    "h4",
    "h5",
    "h6",
}
_TAGS |= {"table", "thead", "tbody", "tr", "th", "td", "sub", "sup", "del"}
_ATTRIBUTES = {"a": {"href", "title"}}
_CJK = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
_BREAK_INSIDE_CHINESE = re.compile(rf"(?<={_CJK})[ \t]*\r?\n[ \t]*(?={_CJK})")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_TELLING = 3  # characters; shorter terms are parts of many words
_GROUPED_DIGITS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")

# a private character stands for a blank while Markdown and the sanitiser work
_BLANK_TOKEN = "\ue000"


@lru_cache(maxsize=4096)
def _to_html(text: str) -> str:
    text = _BREAK_INSIDE_CHINESE.sub("", text)  # a line break in the source is no space in Chinese
    text = _GROUPED_DIGITS.sub("\u202f", text)  # 25 000 must not be broken over two lines
    html = Markdown(extensions=["tables", "sane_lists"], output_format="html").convert(text)
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https", "mailto"})


def markdown(text: str) -> Markup:
    """Render Markdown content of the bank in the script of the page."""
    return Markup(_to_html(in_script(text)))


def plain_markdown(text: str) -> Markup:
    """Render Markdown that is already in the language of the page."""
    return Markup(_to_html(text))


def cloze(text: str, label: str, heading: str = "") -> Markup:
    """Render Markdown with every bold term hidden behind a box to tick; ``label`` names the box.

    A ticked box shows its term by CSS alone, so this needs no script. The term is part of the box's name
    as soon as it is to be seen. Where the text says it again, it is hidden too; what the heading above
    says already is no secret and stays.
    """
    text = _BOLD.sub(lambda found: found[1] if found[1] in heading else found[0], text)
    name = f'<span class="visually-hidden">{escape(label)} </span>'
    box = f'<label class="cloze"><input type="checkbox">{name}<span class="cloze-term">'
    html = _to_html(in_script(_embolden_repeats(text)))
    return Markup(html.replace("<strong>", box).replace("</strong>", "</span></label>"))


def _embolden_repeats(text: str) -> str:
    """Put every further mention of a bold term of three characters or more in bold as well."""
    terms = sorted({term for term in _BOLD.findall(text) if len(term) >= _TELLING}, key=len, reverse=True)
    if not terms:
        return text
    again = re.compile("|".join(map(re.escape, terms)))
    pieces = _BOLD.split(text)  # plain, bold, plain, bold, …, plain
    plain = [again.sub(lambda found: f"**{found[0]}**", piece) for piece in pieces[::2]]
    bold = [f"**{piece}**" for piece in pieces[1::2]]
    return "".join(piece for pair in zip_longest(plain, bold, fillvalue="") for piece in pair)


def inline_markdown(text: str) -> Markup:
    """Render one line of Markdown without the paragraph around it, for labels and options."""
    html = _to_html(in_script(text)).strip()
    if html.count("<p>") == 1 and html.startswith("<p>") and html.endswith("</p>"):
        html = html[3:-4]
    return Markup(html)


def stem(text: str, blank: Callable[[int], str] | None = None) -> Markup:
    """Render a stem; ``blank`` gives the HTML that stands for the n-th blank (from 1)."""
    marked = BLANK.sub(_BLANK_TOKEN, text.replace(_BLANK_TOKEN, ""))
    pieces = _to_html(in_script(marked)).split(_BLANK_TOKEN)
    html = pieces[0]
    for number, piece in enumerate(pieces[1:], start=1):
        html += (str(escape(blank(number))) if blank else "____") + piece
    return Markup(html)


def stem_line(text: str, length: int = 60) -> str:
    """Return the beginning of a stem as plain text, for lists."""
    plain = stem(text).striptags()
    return plain if len(plain) <= length else plain[: length - 1] + "…"


@lru_cache(maxsize=2048)
def formula(latex: str, display: bool = False) -> Markup:
    """Render a formula as MathML, which browsers draw without a script."""
    return Markup(convert(latex, display="block" if display else "inline"))
