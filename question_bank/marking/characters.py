"""Characters that are drawn in more than one way and mean the same, as tables for ``str.translate``."""

from __future__ import annotations

import re
import unicodedata

CJK = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

# Blocks with compatibility forms of letters, digits, signs and Chinese characters. Kangxi radicals are
# what text copied out of a PDF is full of.
_BLOCKS = (
    range(0x2000, 0x2070),
    range(0x2100, 0x2190),
    range(0x2F00, 0x3000),
    range(0x3000, 0x3001),
    range(0xF900, 0x10000),
    range(0x1D400, 0x1D800),
)
_SAME_MEANING = {"<wide>", "<narrow>", "<small>", "<font>", "<compat>", "<vertical>", "<noBreak>"}


def _compatibility_forms() -> dict[int, str]:
    """Map forms that keep their meaning; ½, ① and x² would not, so NFKC as a whole is no choice."""
    table = {0xA0: " "}
    for block in _BLOCKS:
        for code in block:
            tag = unicodedata.decomposition(chr(code)).partition(" ")[0]
            if tag in _SAME_MEANING:
                table[code] = unicodedata.normalize("NFKC", chr(code))
    return table


WIDTH = _compatibility_forms()

# control characters other than white space, and the format characters (zero-width, direction, BOM)
INVISIBLE = {
    code: None
    for code in (
        *range(0x3000),
        *range(0xFE00, 0xFE10),
        *range(0xFFF0, 0xFFFC),
        0xFEFF,
        *range(0xE0000, 0xE0200),
    )
    if unicodedata.category(chr(code)) in ("Cc", "Cf") and not chr(code).isspace()
} | dict.fromkeys((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))

# accents piled on one letter: writing has three or four; thousands take quadratic time to put in order
_ACCENTS = "".join(chr(code) for code in range(0x300, 0x10000) if unicodedata.combining(chr(code)))
PILE_OF_ACCENTS = re.compile(f"([{_ACCENTS}]{{8}})[{_ACCENTS}]+")

QUOTES = '"“”„‟〝〞〟「」『』《》〈〉«»‹›'
_BRACKETS = {"[【〔〖{": "(", "]】〕〗}": ")"}
_DASHES = "‐‑‒–—―−~〜∼"
_MIDDLE_DOTS = "·•‧・∙"
_APOSTROPHES = "‘’‛′ʼ`"

PUNCTUATION = (
    str.maketrans({"、": ",", "。": "."})
    | dict.fromkeys(map(ord, QUOTES))
    | {ord(mark): bracket for marks, bracket in _BRACKETS.items() for mark in marks}
    | dict.fromkeys(map(ord, _DASHES), "-")
    | dict.fromkeys(map(ord, _MIDDLE_DOTS))
    | dict.fromkeys(map(ord, _APOSTROPHES), "'")
)
