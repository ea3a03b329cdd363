"""The mistaken ways to compare two scores, and the number each of them leaves."""

from __future__ import annotations

from collections.abc import Mapping

from exercises.core import Inputs, Misconception
from exercises.core.problem import Value
from exercises.satisfaction_ratio.formula import DISSATISFIED, SATISFIED, VERY_SATISFIED, ratio, reading
from question_bank.text import Text


def _inverted(inputs: Inputs) -> Mapping[str, Value]:
    a, b = inputs.one("expectation"), inputs.one("experience")
    # equal scores give 1 either way: nothing to tell apart; a zero experience cannot be divided by
    return {"ratio": a / b} if b and a != b else {}


def _difference(inputs: Inputs) -> Mapping[str, Value]:
    return {"ratio": inputs.one("experience") - inputs.one("expectation")}


def _relative_gap(inputs: Inputs) -> Mapping[str, Value]:
    gap = inputs.one("experience") - inputs.one("expectation")
    return {"ratio": gap / inputs.one("expectation")} if gap else {}


def _share_of_sum(inputs: Inputs) -> Mapping[str, Value]:
    a, b = inputs.one("expectation"), inputs.one("experience")
    return {"ratio": b / (a + b)}


def _average(inputs: Inputs) -> Mapping[str, Value]:
    return {"ratio": (inputs.one("expectation") + inputs.one("experience")) / 2}


def _reading_reversed(inputs: Inputs) -> Mapping[str, Value]:
    opposite = {DISSATISFIED: VERY_SATISFIED, VERY_SATISFIED: DISSATISFIED}
    key = reading(ratio(inputs))
    return {"reading": opposite[key]} if key in opposite else {}


def _read_as_score(inputs: Inputs) -> Mapping[str, Value]:
    return {"reading": SATISFIED} if ratio(inputs) < 1 else {}


def _match_read_as_delight(inputs: Inputs) -> Mapping[str, Value]:
    return {"reading": VERY_SATISFIED} if ratio(inputs) == 1 else {}


MISCONCEPTIONS = (
    Misconception(
        "ratio_inverted",
        _inverted,
        Text(
            "你把比值倒过来了，用期望除以体验；C 是体验 b 除以期望 a。",
            "You turned the ratio over and divided expectation by experience; C is experience b over "
            "expectation a.",
        ),
    ),
    Misconception(
        "difference_for_ratio",
        _difference,
        Text(
            "你算的是体验与期望之差；C 是比值，要相除，不是相减。",
            "You took the difference between experience and expectation; C is a ratio, so divide.",
        ),
    ),
    Misconception(
        "relative_gap",
        _relative_gap,
        Text(
            "你算的是体验比期望高出或低了几成，即 (b − a)/a；它比 C 正好少 1。",
            "You worked out by what share the experience lies above or below the expectation, (b − a)/a; "
            "that is C less 1.",
        ),
    ),
    Misconception(
        "share_of_sum",
        _share_of_sum,
        Text(
            "你用体验除以两项之和；分母只是期望 a。",
            "You divided the experience by the sum of both; below the line stands the expectation a alone.",
        ),
    ),
    Misconception(
        "scores_averaged",
        _average,
        Text(
            "你把两个分数取了平均；满意度是拿体验和期望相比，不是把它们混在一起。",
            "You averaged the two scores; satisfaction compares experience with expectation, "
            "it does not blend them.",
        ),
    ),
    Misconception(
        "reading_reversed",
        _reading_reversed,
        Text(
            "方向反了：C 大于 1 表示体验超过期望，是很满意；小于 1 才是不满意。",
            "The direction is reversed: C above 1 means the experience beat the expectation, very satisfied; "
            "below 1 is dissatisfied.",
        ),
    ),
    Misconception(
        "ratio_read_as_score",
        _read_as_score,
        Text(
            "C 不是百分制得分，零点几并不是“及格”；分界是 1，没到 1 就是体验不及期望。",
            "C is not a mark out of one hundred with a pass line; the border is 1, and below it the "
            "experience fell short of the expectation.",
        ),
    ),
    Misconception(
        "match_read_as_delight",
        _match_read_as_delight,
        Text(
            "C 等于 1 只说明体验与期望相符，是满意；要超过期望才是很满意。",
            "C of exactly 1 means the expectation was just met, satisfied; only beyond it is very satisfied.",
        ),
    ),
)
