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
_TAIL = re.compile(r"(?<=..)(?:等等?|方面|层面|上的?)\Z|(?<=[^是不])的\Z")
_GLOSS = re.compile(r"([^()]+)\(([^()]+)\)|\(([^()]+)\)([^()]+)")
_ALSO_CALLED = re.compile(
    r"(?:即|也就是|(?:又|也|亦)?(?:简称|称|叫)为?|英文(?:名|简称|缩写)?|缩写)(?:是|为)?:?(?=..)"
)
_OPTIONAL = re.compile(r"\(([^()]+)\)")
_SEPARATORS = re.compile(r"[、，,；;/／|｜\n\t]|或者?|还是|以及|又称|也称|亦称|简称|又叫|也叫|[和与及]")
# between Chinese words only: b/a is a quotient
_JOINERS = re.compile(rf"(?<=[{CJK}])[;/|](?=[{CJK}])|(?<![0-9])(?:以及|及其|[和与及])(?![0-9])")
_IDLE_DE = re.compile(r"(?<=..)的|\A的(?=..)")  # 目的 and 有的放矢 keep theirs
_STRONG_SEPARATORS = re.compile(r"[、，,；;/／|｜\n\t]")
_SPACE_OF_CJK = re.compile(rf"(?<=[{CJK}])\s+|\s+(?=[{CJK}])")
_HAS_CJK = re.compile(f"[{CJK}]")
# 四个 answers "how many" as well as 四; a word with a dimension of its own, 年 or 元, would not
_CLASSIFIER = re.compile(
    r"(?<=.)(?:个(?:人|客户)|[个种项类条点步层位名人户家笔回次])\Z"
    r"|(?<=[12][0-9]{3})年\Z|(?<=[一二][〇零○一二三四五六七八九]{3})年\Z"  # 1999年 is a date, 4年 is not
)
_NEGATIONS = frozenset("不非无未没否勿")
_NO_NEGATION = re.compile("非常|未来|无论|不断|不仅")
LONGEST_NEIGHBOUR = 8  # characters of the stem beside a blank that an answer may repeat
_MOST_PIECES = 8  # no term has more names; what holds more is no answer to a blank


def without_filler(text: str) -> Iterator[str]:
    """Yield a folded answer without words such as 答： or 是 before it, 的 or 等 behind it.

    What could be a word of its own with them (是非, 不的) keeps them.
    """
    lead = _LEAD.match(text)
    shorter = text[lead.end() :] if lead else text
    tail = _TAIL.search(shorter)
    if lead:
        yield shorter
    if tail:
        yield shorter[: tail.start()]


def loosen(text: str) -> str:
    """Return a folded text without idle 的, and with a comma for 和, 与, 及 and the marks of a list.

    Both sides are loosened, so 宣传和承诺 is 宣传与承诺, and 感知的价值 is 感知价值; the order stays.
    """
    return _IDLE_DE.sub("", _JOINERS.sub(",", text))


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
            if is_shorter and not _negates(text[:start]) and not _negates(text[len(text) - end :]):
                yield text[start : len(text) - end]


def _negates(words: str) -> bool:
    return not _NEGATIONS.isdisjoint(words) and not _NEGATIONS.isdisjoint(_NO_NEGATION.sub("", words))


def without_classifier(text: str) -> str:
    """Return a number without the classifier behind it; anything else as it is."""
    return _CLASSIFIER.sub("", text)


def split_gloss(text: str) -> tuple[str, str] | None:
    """Return a folded answer and what stands in brackets behind or before it, or None."""
    found = _GLOSS.fullmatch(text)
    if found is None:
        return None
    return (found[1], found[2]) if found[1] else (found[4], found[3])


def with_commas(raw: str) -> str:
    """Return a typed text with a comma for each space beside Chinese characters."""
    return _SPACE_OF_CJK.sub(",", raw.strip())


def without_announcement(name: str) -> str:
    """Return another name without what announces it: (简称CLV), 即CLV."""
    announced = _ALSO_CALLED.match(name)
    return name[announced.end() :] if announced else name


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
