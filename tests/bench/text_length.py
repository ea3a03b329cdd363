"""What long texts cost: in proportion to their length, whatever they are made of."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial

from question_bank import Question, read_question
from question_bank.marking import normalise
from question_bank.marking.blank_key import LONGEST_ANSWER
from question_bank.types.written import LONGEST_TEXT
from tests.bench.measuring import Figure, best_seconds
from tests.factories import fill_fields, term_fields

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
    """Measure texts of each kind: by themselves, in a blank, as a written answer, and at their longest.

    A text that is too long for an answer is refused before it is read, so the time of those that are just
    short enough is measured too.
    """
    fill, term = read_question(fill_fields()), read_question(term_fields())
    figures = []
    for kind in MADE_OF:
        figures.append(_measure(f"normalise: {kind}", kind, normalise, None))
        figures.append(_measure(f"mark a blank: {kind}", kind, lambda text: fill.mark((text, "期望"))))
        figures.append(_measure(f"mark a written answer: {kind}", kind, lambda text: term.mark((text,))))
    return [
        *figures,
        _measure_longest(f"mark a blank: the slowest {LONGEST_ANSWER} characters", fill, LONGEST_ANSWER),
        _measure_longest(f"mark a written answer: the slowest {LONGEST_TEXT} characters", term, LONGEST_TEXT),
    ]


def _measure(name: str, kind: str, read: Callable[[str], object], limit: int | None = MILLISECONDS) -> Figure:
    times = [best_seconds(partial(read, _cut(MADE_OF[kind], size * 1000))) * 1000 for size in KILOBYTES]
    growth = times[-1] / times[-2]
    shown = " / ".join(f"{time:.2f}" for time in times) + f" ms, {growth:.0f} times"
    goal = f"{GROWTH} times 10 kB" if limit is None else f"100 kB: {limit} ms, {GROWTH} times 10 kB"
    return Figure(name, shown, goal, growth < GROWTH and (limit is None or times[-1] < limit))


def _measure_longest(name: str, question: Question, length: int) -> Figure:
    fillers = ["期望"] * (question.total - 1) if question.type == "fill" else []
    slowest = max(
        best_seconds(partial(question.mark, (make(length)[:length], *fillers))) * 1000
        for make in MADE_OF.values()
    )
    return Figure(name, f"{slowest:.2f} ms")


def _cut(make: Callable[[int], str], size: int) -> str:
    """Return a text of ``size`` bytes in UTF-8, as it is sent by a browser."""
    return make(size + 10).encode()[:size].decode(errors="ignore")
