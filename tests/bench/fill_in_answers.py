"""What students type into the fill-ins of the shipped bank, drawn with a seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from opencc import OpenCC

from question_bank.types import Blank, FillQuestion

MOST_BLANKS = 6
TRIES = 20  # to find a response that was not given yet; a blank has only so many right answers
AS_LISTED, FOLDED = 0.60, 0.15  # the rest is wrong, some of it by a slip of the pen

_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_BETWEEN_CHARACTERS = re.compile("(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
_TRADITIONAL = OpenCC("s2t")
# the same right answer as a phone, another input method or another habit writes it
_HABITS: tuple[Callable[[str], str], ...] = (
    lambda text: text + "。",
    lambda text: f" {text} ",
    lambda text: f"“{text}”",
    lambda text: f"（{text}）",
    lambda text: text.upper().translate(_FULL_WIDTH),
    lambda text: _BETWEEN_CHARACTERS.sub(" ", text),
    _TRADITIONAL.convert,
)
_SAME_SOUND = str.maketrans("忠诚度知意价值客户期望满感关系识", "衷城渡之义架直克护其旺蛮敢观戏示")


class Students:
    """Draws responses, hardly ever the same twice, so that no memory of answers could help."""

    def __init__(self, questions: list[FillQuestion], seed: int) -> None:
        self.questions = questions
        self.random = random.Random(seed)
        self.terms = sorted({entry.shown for q in questions for blank in q.blanks for entry in blank.accept})
        self.given: set[tuple[str, tuple[str, ...]]] = set()

    def respond(self, count: int) -> list[tuple[FillQuestion, tuple[str, ...]]]:
        """Return ``count`` new responses, each with its question."""
        return [self._respond() for _ in range(count)]

    def _respond(self) -> tuple[FillQuestion, tuple[str, ...]]:
        # drawn before the question: one with few right answers left must not turn right ones into wrong ones
        luck = [self.random.random() for _ in range(MOST_BLANKS)]
        for _ in range(TRIES):
            question = self.random.choice(self.questions)
            pairs = zip(question.blanks, luck, strict=False)
            response = tuple(self._type(blank, drawn) for blank, drawn in pairs)
            if (question.id, response) not in self.given:
                break
        self.given.add((question.id, response))
        return question, response

    def _type(self, blank: Blank, drawn: float) -> str:
        entry = self.random.choice(blank.accept)
        right = self.random.choice((entry.shown, *entry.also))
        if drawn < AS_LISTED:
            return right
        if drawn < AS_LISTED + FOLDED:
            return self.random.choice(_HABITS)(right)
        return self._mistake(right)

    def _mistake(self, right: str) -> str:
        other = self.random.choice(self.terms)
        place = self.random.randrange(len(right))
        typed = self.random.choice(
            (
                right.translate(_SAME_SOUND),
                right[:place] + right[place + 1 :],
                right[:place] + right[place] + right[place:],
                right[:place] + right[place : place + 2][::-1] + right[place + 2 :],
                other,
                other + self.random.choice(self.terms),
                "不" + right,
                f"{right}或{other}",
                str(self.random.randrange(1000)),
            )
        )
        return typed if typed != right else other  # not every term holds two characters to exchange
