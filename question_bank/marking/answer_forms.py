"""Other ways to write the same short answer, tried only when the answer as it stands is not known.

Nothing here decides anything: a form counts when what is left of it *is* a known answer, never because
it contains one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from question_bank.marking.characters import CJK

_LEADS = (
    r"(?:答案?|解)(?:是|为|:)+(?=.)",
    r"(?:(?:应该?|就|即)?(?:填|是|为)|即|叫做?|称为|指的?是?)(?=..)",  # 是非 is a word of its own
    r"[a-z](?:/[a-z])?(?:=|是|为)(?=.)",  # C=1.25
)
_LEAD = re.compile("|".join(_LEADS))
_TAIL = re.compile(r"(?<=..)(?:等|方面|层面|上的?)\Z|(?<=[^是不])的\Z")
_GLOSS = re.compile(r"([^()]+)\(([^()]+)\)")
_OPTIONAL = re.compile(r"\(([^()]+)\)")
_SEPARATORS = re.compile(r"[、，,；;/／|｜\n\t]|或者?|还是|以及|[和与及]")
_STRONG_SEPARATORS = re.compile(r"[、，,；;/／|｜\n\t]")
_SPACE_OF_CJK = re.compile(rf"(?<=[{CJK}])\s+|\s+(?=[{CJK}])")
_HAS_CJK = re.compile(f"[{CJK}]")
# 四个 answers "how many" as well as 四; a word with a dimension of its own, 年 or 元, would not
_CLASSIFIER = re.compile(r"(?<=.)(?:个(?:人|客户)|[个种项类条点步层位名人户家笔回次])\Z")
_NEGATIONS = frozenset("不非无未没否勿")
LONGEST_NEIGHBOUR = 8  # characters of the stem beside a blank that an answer may repeat
_MOST_PIECES = 8  # no term has more names; what holds more is no answer to a blank


def without_filler(text: str) -> Iterator[str]:
    """Yield a folded answer without words such as 答： or 是 before it, 的 or 等 behind it, or any 的.

    What could be a word of its own with them (是非, 不的) keeps them.
    """
    lead = _LEAD.match(text)
    shorter = text[lead.end() :] if lead else text
    tail = _TAIL.search(shorter)
    if lead:
        yield shorter
    if tail:
        yield shorter[: tail.start()]
    if "的" in shorter and len(plain := shorter.replace("的", "")) > 1:  # 感知的价值 for 感知价值
        yield plain


def without_neighbours(text: str, before: str, after: str) -> Iterator[str]:
    """Yield a folded answer without words it repeats from the stem on either side of its blank.

    A negation is never taken for a repetition: 不满意 typed behind a printed 不 may mean either. A 的 at
    the join may be left out: 企业宣传 before a printed 的宣传.
    """
    if not text or (text[0] not in before and text[-1] not in after):  # most answers: nothing of the stem
        return
    tails = {after[:size] for size in range(1, len(after) + 1)}
    heads = {before[-size:] for size in range(1, len(before) + 1)}
    tails |= {tail.removeprefix("的") for tail in tails} - {""}
    heads |= {head.removesuffix("的") for head in heads} - {""}
    ends = sorted(len(tail) for tail in tails if text.endswith(tail))
    starts = sorted(len(head) for head in heads if text.startswith(head))
    for start in (0, *starts):
        for end in (0, *ends):
            is_shorter = 0 < start + end < len(text)
            if is_shorter and not _NEGATIONS & set(text[:start] + text[len(text) - end :]):
                yield text[start : len(text) - end]


def without_classifier(text: str) -> str:
    """Return a number without the classifier behind it; anything else as it is."""
    return _CLASSIFIER.sub("", text)


def split_gloss(text: str) -> tuple[str, str] | None:
    """Return a folded answer and what stands in brackets behind it, or None."""
    found = _GLOSS.fullmatch(text)
    return (found[1], found[2]) if found else None


def with_and_without_brackets(text: str) -> tuple[str, str] | None:
    """Return a folded answer with what its one pair of brackets holds, and without it: 忠诚(度)."""
    if len(_OPTIONAL.findall(text)) != 1:
        return None
    return _OPTIONAL.sub(r"\1", text), _OPTIONAL.sub("", text)


def split_answers(raw: str) -> Iterator[tuple[str, ...]]:
    """Yield the answers one typed text may hold: by marks and words, then by spaces beside Chinese."""
    for separators in (_SEPARATORS, _SPACE_OF_CJK):
        if separators.search(raw):
            pieces = tuple(piece.strip() for piece in separators.split(raw) if piece.strip())
            if 1 < len(pieces) <= _MOST_PIECES:
                yield pieces


def split_list(raw: str, joiners: str = "") -> tuple[str, ...]:
    """Return the entries of a list typed into one blank, by its commas or else between Chinese words.

    ``joiners`` are words the stem prints between its blanks: then they part the entries as well.
    """
    pieces = _STRONG_SEPARATORS.split(raw)
    if len(pieces) == 1 and joiners:
        pieces = re.split(f"[{joiners}]", raw)
    if len(pieces) == 1 and all(_HAS_CJK.search(word) for word in raw.split()):
        pieces = raw.split()
    return tuple(piece.strip() for piece in pieces if piece.strip())
