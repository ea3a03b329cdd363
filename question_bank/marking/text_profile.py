"""How a typed answer is read before it is compared: an ordered list of small, named steps.

This is the basic profile. A step added here applies to every fill-in blank; the full Chinese answer
profile (steps switchable per question, inner punctuation, filler words, synonyms) extends ``STEPS``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from opencc import OpenCC

# Only the ASCII block that East Asian fonts draw full width; NFKC would also rewrite ½ and ①.
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_CJK = r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
# one space, not many: a run that is tried again from each of its spaces takes quadratic time
_SPACE_BESIDE_CJK = re.compile(rf"(?<={_CJK}) | (?={_CJK})")
_SPACES = re.compile(r"\s+")
_END_PUNCTUATION = " \t\r\n。.;,、:!?\"'“”‘’《》〈〉「」『』【】[]()…"


def fold_width(text: str) -> str:
    """Read full-width letters, digits and signs as their half-width forms."""
    return text.translate(_FULL_WIDTH)


def fold_traditional(text: str) -> str:
    """Read Traditional Chinese characters as Simplified ones."""
    # OpenCC takes UTF-8, which has no place for a lone surrogate
    return str(_to_simplified().convert(text.encode("utf-8", "replace").decode()))


def fold_case(text: str) -> str:
    """Read capital letters as small ones."""
    return text.casefold()


def fold_spaces(text: str) -> str:
    """Drop spaces beside Chinese characters; keep one between Latin words."""
    return _SPACE_BESIDE_CJK.sub("", _SPACES.sub(" ", text)).strip()


def trim_punctuation(text: str) -> str:
    """Drop punctuation and quotes at both ends; marks inside an answer stay."""
    return text.strip(_END_PUNCTUATION)


STEPS: tuple[Callable[[str], str], ...] = (
    fold_width,
    fold_spaces,  # before the characters: OpenCC knows the word 藉口, not the characters 藉 口
    fold_traditional,
    fold_case,
    trim_punctuation,
)


def normalise(text: str) -> str:
    """Return the form of a typed answer that is compared with accepted answers in the same form."""
    for step in STEPS:
        text = step(text)
    return text


@lru_cache(maxsize=1)
def _to_simplified() -> OpenCC:
    return OpenCC("t2s")
