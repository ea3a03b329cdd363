"""What students type into the fill-ins of the shipped bank, drawn with a seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from opencc import OpenCC

from question_bank.types import Blank, FillQuestion

AS_LISTED, FOLDED = 0.60, 0.15  # the rest is wrong, two fifths of it nearly right

_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_TRADITIONAL = OpenCC("s2t")
# the same right answer as a phone, another input method or another habit writes it
_HABITS: tuple[Callable[[str], str], ...] = (
    lambda text: text + "。",
    lambda text: f" {text} ",
    lambda text: f"“{text}”",
    lambda text: f"（{text}）",
    lambda text: text.upper().translate(_FULL_WIDTH),
    lambda text: " ".join(text) if not text.isascii() else text.upper(),
    _TRADITIONAL.convert,
)
_SAME_SOUND = str.maketrans("忠诚度知意价值客户期望满感关系识", "衷城渡之义架直克护其旺蛮敢观戏示")


class Students:
    """Draws responses; no two of the answers to one question are the same."""

    def __init__(self, questions: list[FillQuestion], seed: int) -> None:
        self.questions = questions
        self.random = random.Random(seed)
        self.terms = sorted({entry.shown for q in questions for blank in q.blanks for entry in blank.accept})
        self.given: set[tuple[str, tuple[str, ...]]] = set()

    def respond(self, count: int) -> list[tuple[FillQuestion, tuple[str, ...]]]:
        """Return ``count`` new responses, each with its question."""
        return [next(self._new_responses()) for _ in range(count)]

    def _new_responses(self) -> Iterator[tuple[FillQuestion, tuple[str, ...]]]:
        while True:
            question = self.random.choice(self.questions)
            response = tuple(self._type(blank) for blank in question.blanks)
            if (question.id, response) not in self.given:
                self.given.add((question.id, response))
                yield question, response

    def _type(self, blank: Blank) -> str:
        right = self.random.choice(blank.accept).shown
        drawn = self.random.random()
        if drawn < AS_LISTED:
            return right
        if drawn < AS_LISTED + FOLDED:
            return self.random.choice(_HABITS)(right)
        return self._mistake(right)

    def _mistake(self, right: str) -> str:
        other = self.random.choice(self.terms)
        place = self.random.randrange(len(right))
        return self.random.choice(
            (
                right.translate(_SAME_SOUND),
                right[:place] + right[place + 1 :],
                right[:place] + right[place] + right[place:],
                right[:place] + right[place:][1::-1] + right[place + 2 :],
                other,
                other,
                other + self.random.choice(self.terms),
                "不" + right,
                f"{right}或{other}",
                str(self.random.randrange(1000)),
            )
        )
