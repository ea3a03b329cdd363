"""Cues in numbers: a position, a length or a verdict that is right more often than chance would have it."""

from __future__ import annotations

from collections.abc import Iterator

from question_bank.checks.finding import Finding
from question_bank.counting import BankCount, Share
from question_bank.text import Text

# Shares of a few questions swing too far to say anything. From 40 on, one question moves a share by 2.5 %.
ENOUGH_QUESTIONS = 40

KEY_POSITION_PERCENT = (20, 30)  # of the singles, which have four options in the shipped bank
LONGEST_RIGHT_PERCENT_MAX = 35
TRUE_PERCENT = (45, 55)
ABOVE_REMEMBER_PERCENT_MIN = 30


def balance_findings(count: BankCount) -> Iterator[Finding]:
    """Yield shares outside their bounds; a bank too small for shares gives none."""
    for key, share in count.single_keys.items():
        yield from _outside(
            share,
            *KEY_POSITION_PERCENT,
            Text(f"正确选项在 {key} 的单选题", f"single choices with {key} as the right option"),
            Text("调换一些题的选项次序", "reorder the options of some"),
        )
    yield from _outside(
        count.longest_is_right,
        0,
        LONGEST_RIGHT_PERCENT_MAX,
        Text("正确选项最长的单选题", "single choices whose right option is the longest"),
        Text("缩短正确选项，或写足干扰项", "shorten right options or fill out distractors"),
    )
    yield from _outside(
        count.true_statements,
        *TRUE_PERCENT,
        Text("为真的判断题", "true statements"),
        Text("改写一些判断题", "turn some statements round"),
    )
    above = Share(count.questions - count.by_level.get("remember", 0), count.questions)
    yield from _outside(
        above,
        ABOVE_REMEMBER_PERCENT_MIN,
        100,
        Text("高于“识记”层次的题", "questions above the level remember"),
        Text("补些理解、应用、分析的题", "write more that ask to understand, apply or analyse"),
    )


def _outside(share: Share, least: int, most: int, what: Text, remedy: Text) -> Iterator[Finding]:
    if share.whole >= ENOUGH_QUESTIONS and not least <= share.percent <= most:
        reason = Text(
            "{what}占 {percent}%，应在 {least}%–{most}% 之间", "{what}: {percent}%, not {least} to {most}%"
        )
        values = {"percent": share.percent, "least": least, "most": most}
        said = Text(reason.zh.format(what=what.zh, **values), reason.en.format(what=what.en, **values))
        yield Finding("bank", said, remedy)
