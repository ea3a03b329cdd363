"""How many fill-in answers are marked a second on one core, and how many numbers are read."""

from __future__ import annotations

import random
from collections import Counter
from functools import partial

from question_bank import Mark
from question_bank.formats.native_yaml import read_bank
from question_bank.marking import read_number, read_range
from question_bank.marking.numbers import MAX_CHARACTERS
from question_bank.types import FillQuestion
from tests.bench.fill_in_answers import Students
from tests.bench.measuring import Figure, best_rate, best_seconds

MARKS_A_SECOND = 30_000
BATCHES, BATCH = 7, 3000
SEED = 20_261_122

_NUMBER_FORMS = (
    "{n}",
    "{n}%",
    "{n}．5",
    "0.{n}",
    "1,{n}.25",
    "¥{n}",
    "{n}万",
    "{n} 元",
    "3/{n}",
    "-{n}",
    "{n}e3",
    "百分之八十",
    "{n}个",
    "约{n}",
    "价值{n}",
)
_PIECES = ("9", "1-", "1,", "一百", "1 ", "分之", "万亿", "(", "1e", "又1/")
MILLISECONDS = 5
_SLIPS = ("same_sound", "look_alike", "one_character", "misspelt")


def measure_marking() -> list[Figure]:
    """Measure marking on the bank's fill-ins, which are prepared before the clock runs."""
    questions = [question for question in read_bank().questions if isinstance(question, FillQuestion)]
    students = Students(questions, SEED)
    for question, response in students.respond(BATCH):  # dictionaries and keys are made by first use
        question.mark(response)
    responses = [students.respond(BATCH) for _ in range(BATCHES)]
    rate = best_rate([[partial(question.mark, typed) for question, typed in batch] for batch in responses])
    blanks = sum(len(typed) for batch in responses for _, typed in batch) / (BATCHES * BATCH)
    return [
        Figure(
            "fill-in blanks marked",
            f"{rate * blanks:,.0f} a second",
            f"{MARKS_A_SECOND:,} a second",
            rate * blanks >= MARKS_A_SECOND,
        ),
        Figure(f"  in responses of {blanks:.1f} blanks", f"{rate:,.0f} a second"),
        Figure("  what was typed in them", _describe(responses[0])),
        _measure_numbers(),
        _measure_longest_number(),
    ]


def _measure_numbers() -> Figure:
    dice = random.Random(SEED)
    batches = [
        [
            partial(read_number, dice.choice(_NUMBER_FORMS).format(n=dice.randrange(1, 1000)))
            for _ in range(BATCH)
        ]
        for _ in range(BATCHES)
    ]
    return Figure("numbers read", f"{best_rate(batches):,.0f} a second")


def _measure_longest_number() -> Figure:
    """Measure the texts that keep the reader of numbers busiest, at the longest it reads at all."""
    slowest = max(
        best_seconds(partial(read, piece * (MAX_CHARACTERS // len(piece)))) * 1000
        for piece in _PIECES
        for read in (read_number, read_range)
    )
    name = f"the slowest number of {MAX_CHARACTERS} characters"
    return Figure(name, f"{slowest:.2f} ms", f"{MILLISECONDS} ms", slowest < MILLISECONDS)


def _describe(batch: list[tuple[FillQuestion, tuple[str, ...]]]) -> str:
    """Say what the marks were, so that a mix that drifts with the bank is seen."""
    kinds: Counter[str] = Counter()
    for question, typed in batch:
        worth = question.mark(typed)
        for part in worth.parts if isinstance(worth, Mark) else ():
            is_right = "right as listed" if part.given == part.accepted else "right"
            is_wrong = "by a slip" if part.code in _SLIPS else "wrong"
            kinds[is_right if part.earned else is_wrong] += 1
        kinds["unreadable"] += 0 if isinstance(worth, Mark) else len(typed)
    return ", ".join(f"{count / kinds.total():.0%} {kind}" for kind, count in kinds.most_common())
