"""Every sentence a reader sees is translated, in all three languages, with its placeholders."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from app.translations import read_catalogue

ROOT = Path(__file__).parents[2]
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
KEYWORDS = {"_": None, "_l": None, "gettext": None, "ngettext": (1, 2)}
_PLACEHOLDER = re.compile(r"%\((\w+)\)")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")

# Chinese that stands in templates on purpose
CHINESE_IN_TEMPLATES = {
    '<span class="seal" aria-hidden="true">客</span>',  # the mark of the house, a picture
    '{"zh_Hans": "简", "zh_Hant": "繁", "en": "EN"}',  # each language names itself
    '"、"',  # joins accepted answers, which are Chinese in every language
}


def used_messages() -> set[str]:
    """Collect every text the source hands to gettext."""
    found = set()
    for folder in ("app", "templates"):
        for _file, _line, message, _comments, _context in extract_from_dir(
            ROOT / folder, METHODS, keywords=KEYWORDS
        ):
            found.add(message[0] if isinstance(message, tuple) else message)
    return found


def translations(catalogue: Catalog) -> dict[str, str]:
    """Return the texts of a catalogue by their English."""
    pairs = {}
    for message in catalogue:
        if message.id:
            key = message.id[0] if isinstance(message.id, tuple) else message.id
            text = message.string[0] if isinstance(message.string, tuple) else message.string
            pairs[key] = text
    return pairs


@pytest.mark.parametrize("script", ["zh_Hans", "zh_Hant"])
def test_nothing_is_untranslated_or_left_over(script: str):
    known = translations(read_catalogue(script))
    assert used_messages() == set(known)
    assert [key for key, text in known.items() if not text] == []


@pytest.mark.parametrize("script", ["zh_Hans", "zh_Hant"])
def test_placeholders_survive_translation(script: str):
    for english, text in translations(read_catalogue(script)).items():
        assert sorted(_PLACEHOLDER.findall(english)) == sorted(_PLACEHOLDER.findall(text)), english


def test_traditional_is_converted():
    assert translations(read_catalogue("zh_Hant"))["Calculators"] != "计算器"
    assert "習" in translations(read_catalogue("zh_Hant"))["Practise"]


def test_templates_hold_no_chinese_of_their_own():
    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)
        for allowed in CHINESE_IN_TEMPLATES:
            text = text.replace(allowed, "")
        assert not _CHINESE.search(text), path
