"""What the grader says; every sentence holds for every calculator."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.core.wording import fill, join
from question_bank.marking import Unreadable
from question_bank.marking.unreadable_reasons import why_unreadable
from question_bank.text import Text

EMPTY = Text("这一问没有填。", "This part was left empty.")
FOLLOWS = Text(
    "按你前面自己算出的数，这一步是对的，所以照样得分；前面那一步改正后，这里就是正确答案。",
    "From your own earlier number this step is right, so it counts; "
    "once the earlier step is put right, this one becomes the correct answer.",
)
TOO_COARSE = Text(
    "数是对的，但取整取得太粗，请按题目要求多保留几位。",
    "The number is right but rounded too far; keep as many places as the problem asks for.",
)
WRONG = Text(
    "这个答案不对，也看不出是哪种常见错误；请对照解题步骤，找出从哪一行开始和你的不同。",
    "This answer is not right, and no common slip explains it; "
    "compare the worked steps and find the first line that differs from yours.",
)
_UNKNOWN_CHOICE = Text("请从列出的选项里选一个。", "Choose one of the listed options.")
_EITHER = Text(
    "有不止一种做法会得到这个数。要么：{stories}",
    "More than one way leads to this number. Either: {stories}",
)
_OR = Text("要么：", " Or: ")


def either_or(stories: Sequence[Text]) -> Text:
    """Tell the one story that fits, or all of them where nobody can know which it was."""
    return stories[0] if len(stories) == 1 else fill(_EITHER, stories=join(stories, _OR))


def unreadable(fault: Unreadable, given: str) -> Text:
    """Say why an answer could not be read."""
    return _UNKNOWN_CHOICE if fault.code == "unknown_choice" else why_unreadable(fault, given)
