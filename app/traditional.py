"""Simplified to Traditional Chinese, for the interface and for course content alike."""

from __future__ import annotations

import re
from functools import lru_cache

from opencc import OpenCC

# OpenCC takes 只 for the measure word wherever its word list has a chance to; a measure word follows a
# number or a pointing word, and a few compounds keep 隻 by themselves
_NOT_A_MEASURE_WORD = re.compile(r"(?<![0-9一二三四五六七八九十百千萬兩幾數每這那哪半船艦])隻(?![身字言])")
_NAMES = {"帕累託": "帕累托"}  # Pareto, a name the word list takes for a verb


@lru_cache(maxsize=4096)
def to_traditional(simplified: str) -> str:
    """Convert Simplified to Traditional Chinese characters; the vocabulary stays the course's own."""
    text = _NOT_A_MEASURE_WORD.sub("只", str(_converter().convert(simplified)))
    for wrong, right in _NAMES.items():
        text = text.replace(wrong, right)
    return text


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("s2tw")
