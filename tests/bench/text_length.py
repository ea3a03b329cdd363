"""What long texts cost: in proportion to their length, whatever they are made of."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial

from question_bank import read_question
from question_bank.marking import normalise
from question_bank.marking.blank_key import LONGEST_ANSWER
from tests.bench.measuring import Figure, best_seconds
from tests.factories import fill_fields

KILOBYTES = (1, 10, 100)
MILLISECONDS = 5  # for the longest
GROWTH = 20  # times as long for ten times the text; quadratic cost would be 100 times
SEED = 5

_ODD = "顾客價值ＣＲＭ crm（）()【】“”‘’'\"，。、;:  　\t\n½①\u200b\u202e\u0301\u0323😀\x00-—8５%/不"


def _mixed(length: int) -> str:
    return "".join(random.Random(SEED).choices(_ODD, k=length))


# what a text is made of, by its length in characters
MADE_OF: dict[str, Callable[[int], str]] = {
    "Chinese characters": lambda length: "顾客感知价值" * (length // 6),
    "Traditional characters": lambda length: "顧客感知價值" * (length // 6),
    "Latin words": lambda length: "customer " * (length // 9),
    "brackets, nested": lambda length: "（" * (length // 2) + "）" * (length // 2),
    "brackets, in pairs": lambda length: "()" * (length // 2),
    "brackets, never closed": lambda length: "(" * length,
    "quotes": lambda length: "“'”‘\"’" * (length // 6),
    "spaces": lambda length: " 　\t" * (length // 3),
    "spaces between characters": lambda length: "客 户 " * (length // 4),
    "punctuation": lambda length: "、。，-—." * (length // 6),
    "combining marks": lambda length: "a" + "\u0301\u0323" * (length // 2),
    "digits": lambda length: "9" * length,
    "mixed": _mixed,
}


def measure_text_length() -> list[Figure]:
    """Measure texts of each kind by themselves, typed into a blank, and at the length that is judged."""
    question = read_question(fill_fields())
    figures = [_measure(f"normalise: {kind}", kind, normalise) for kind in MADE_OF]
    figures += [
        _measure(f"mark: {kind}", kind, lambda text: question.mark((text, "期望"))) for kind in MADE_OF
    ]
    slowest = max(
        best_seconds(partial(question.mark, (make(LONGEST_ANSWER), "期望"))) * 1000
        for make in MADE_OF.values()
    )
    name = f"mark: the slowest of {LONGEST_ANSWER} characters"
    return [*figures, Figure(name, f"{slowest:.2f} ms", f"{MILLISECONDS} ms", slowest < MILLISECONDS)]


def _measure(name: str, kind: str, read: Callable[[str], object]) -> Figure:
    times = [best_seconds(partial(read, _cut(MADE_OF[kind], size * 1000))) * 1000 for size in KILOBYTES]
    growth = times[-1] / times[-2]
    shown = " / ".join(f"{time:.2f}" for time in times) + " ms"
    goal = f"100 kB: {MILLISECONDS} ms, {GROWTH} times 10 kB"
    return Figure(name, f"{shown}, {growth:.0f} times", goal, times[-1] < MILLISECONDS and growth < GROWTH)


def _cut(make: Callable[[int], str], size: int) -> str:
    """Return a text of ``size`` bytes in UTF-8, as it is sent by a browser."""
    return make(size + 10).encode()[:size].decode(errors="ignore")
