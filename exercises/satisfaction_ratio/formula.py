"""C = b/a, its three readings and its worked steps."""

from __future__ import annotations

from fractions import Fraction

from exercises.core import Answer, Inputs, Kind, Refusal, Solution, Step, Variable
from exercises.core.wording import fill
from question_bank.display import RATIO_PLACES, decimal, exact, latex, relation
from question_bank.text import Text

DISSATISFIED, SATISFIED, VERY_SATISFIED = "dissatisfied", "satisfied", "very_satisfied"
TOLERANCE = Fraction(5, 1000)  # half of the last of two places, inclusive

READINGS = {
    DISSATISFIED: Text("不满意", "dissatisfied"),
    SATISFIED: Text("满意", "satisfied"),
    VERY_SATISFIED: Text("很满意", "very satisfied"),
}

VARIABLES = (
    Variable(
        "expectation",
        "a",
        Text("期望值", "expectation"),
        None,
        Kind.SCORE,
        "8",
        Text("客户事前对产品或服务的期望，打成分数。", "What the customer expected beforehand, as a score."),
    ),
    Variable(
        "experience",
        "b",
        Text("感知的实际体验", "perceived experience"),
        None,
        Kind.SCORE,
        "10",
        Text(
            "客户事后感知到的实际体验，必须和期望用同一把尺子打分。",
            "What the customer perceived afterwards, scored on the same scale as the expectation.",
        ),
    ),
)


def ratio(inputs: Inputs) -> Fraction:
    """Return C = b/a, a pure number. Source: syllabus fact 05-003."""
    return inputs.one("experience") / inputs.one("expectation")


def reading(value: Fraction) -> str:
    """Return the key of what a ratio C says: below, at or above 1."""
    if value == 1:
        return SATISFIED
    return VERY_SATISFIED if value > 1 else DISSATISFIED


def solve(inputs: Inputs) -> Solution | Refusal:
    """Work C and its reading, or refuse: ``negative_score``, ``expectation_zero``."""
    for name in ("expectation", "experience"):
        if inputs.one(name) < 0:
            return Refusal("negative_score", name, _NEGATIVE)
    if inputs.one("expectation") == 0:
        return Refusal("expectation_zero", "expectation", _EXPECTATION_ZERO)
    value = ratio(inputs)
    shown = decimal(value)
    answer = Answer("ratio", Text("满意度 C", "satisfaction C"), value, None, Text(shown, shown))
    said = fill(_SAYS[reading(value)], shown=f"{'≈' if _is_rounded(value) else '='} {shown}")
    return Solution((answer,), _steps(inputs, value), (said,))


def _steps(inputs: Inputs, value: Fraction) -> tuple[Step, ...]:
    a, b = (latex(exact(inputs.one(name))) for name in ("expectation", "experience"))
    return (
        Step(Text("写出公式：体验除以期望。", "Write the formula: experience over expectation."), FORMULA),
        Step(
            Text("代入你的数并相除。", "Put in the numbers and divide."),
            rf"C = \frac{{{b}}}{{{a}}} {relation(value, RATIO_PLACES)} {latex(decimal(value))}",
        ),
    )


def _is_rounded(value: Fraction) -> bool:
    return relation(value, RATIO_PLACES) != "="


FORMULA = r"C = \frac{b}{a}"
_NEGATIVE = Text("分数不能是负数。", "A score cannot be negative.")
_EXPECTATION_ZERO = Text(
    "期望值 a 是分母，不能为 0：客户毫无期望时，这个比值没有定义。",
    "The expectation a stands below the line and cannot be 0: "
    "for a customer who expects nothing the ratio is not defined.",
)
_SAYS = {
    DISSATISFIED: Text(
        "C {shown}，小于 1：体验没有达到期望，客户不满意。",
        "C {shown}, below 1: the experience fell short of the expectation; the customer is dissatisfied.",
    ),
    SATISFIED: Text(
        "C {shown}，等于 1：体验与期望相符，客户满意。",
        "C {shown}, exactly 1: the experience matched the expectation; the customer is satisfied.",
    ),
    VERY_SATISFIED: Text(
        "C {shown}，大于 1：体验超过了期望，客户很满意。",
        "C {shown}, above 1: the experience beat the expectation; the customer is very satisfied.",
    ),
}
