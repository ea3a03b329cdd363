"""Other ways to write the same short answer, tried only when the answer as it stands is not known.

Nothing here decides anything: a form counts when what is left of it *is* a known answer, never because
it contains one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from question_bank.marking.characters import CJK

FILLER_LEAD = re.compile(
    r"(?:(?:答案?|解)(?:是|为|:)+|(?:应该?|就|即)?(?:填|是|为)|即|叫做?|称为|指的?是?)(?=..)"
)
_FILLER_TAIL = re.compile(r"(?<=..)(?:的|等)\Z")
_GLOSS = re.compile(r"([^()]+)\(([^()]+)\)")
_SEPARATORS = re.compile(r"[、，,；;/／|｜\n\t]|或者?|还是|以及|[和与及]")
_STRONG_SEPARATORS = re.compile(r"[、，,；;/／|｜\n\t]")
_HAS_CJK = re.compile(f"[{CJK}]")
_NEGATIONS = frozenset("不非无未没否勿")
LONGEST_NEIGHBOUR = 8  # characters of the stem beside a blank that an answer may repeat


def without_filler(text: str) -> Iterator[str]:
    """Yield a folded answer without words such as 答： or 是 before it, 的 or 等 behind it, or any 的.

    At least two characters stay: 是非 is a word of its own, and 是否 is not 否.
    """
    lead = FILLER_LEAD.match(text)
    shorter = text[lead.end() :] if lead else text
    tail = _FILLER_TAIL.search(shorter)
    if lead:
        yield shorter
    if tail:
        yield shorter[: tail.start()]
    if "的" in shorter and len(plain := shorter.replace("的", "")) > 1:  # 感知的价值 for 感知价值
        yield plain


def without_neighbours(text: str, before: str, after: str) -> Iterator[str]:
    """Yield a folded answer without words it repeats from the stem on either side of its blank.

    A negation is never taken for a repetition: 不满意 typed behind a printed 不 may mean either.
    """
    if text[0] not in before and text[-1] not in after:  # most answers: nothing of the stem in them
        return
    ends = [size for size in range(1, len(after) + 1) if text.endswith(after[:size])]
    starts = [size for size in range(1, len(before) + 1) if text.startswith(before[-size:])]
    for start in (0, *starts):
        for end in (0, *ends):
            is_shorter = 0 < start + end < len(text)
            if is_shorter and not _NEGATIONS & set(text[:start] + text[len(text) - end :]):
                yield text[start : len(text) - end]


def split_gloss(text: str) -> tuple[str, str] | None:
    """Return a folded answer and what stands in brackets behind it, or None."""
    found = _GLOSS.fullmatch(text)
    return (found[1], found[2]) if found else None


def split_answers(raw: str) -> Iterator[tuple[str, ...]]:
    """Yield the several answers one typed text may hold, by commas and words, then by spaces."""
    if _SEPARATORS.search(raw):
        yield from _several(_SEPARATORS.split(raw))
    yield from _several(raw.split())


def _several(pieces: list[str]) -> Iterator[tuple[str, ...]]:
    if len(pieces) > 1:
        filled = tuple(piece.strip() for piece in pieces if piece.strip())
        if len(filled) > 1:
            yield filled


def split_list(raw: str) -> tuple[str, ...]:
    """Return the entries of a list typed into one blank, by its commas or else between Chinese words."""
    pieces = _STRONG_SEPARATORS.split(raw)
    if len(pieces) == 1 and all(_HAS_CJK.search(word) for word in raw.split()):
        pieces = raw.split()
    return tuple(piece.strip() for piece in pieces if piece.strip())
