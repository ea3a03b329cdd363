"""客户满意度 C = b/a: what was experienced over what was expected, and what the ratio says."""

from __future__ import annotations

from exercises.core import Exercise
from exercises.satisfaction_ratio.formula import FORMULA, VARIABLES, solve
from exercises.satisfaction_ratio.misconceptions import MISCONCEPTIONS
from exercises.satisfaction_ratio.problems import ask, draw
from question_bank.text import Text

SATISFACTION_RATIO = Exercise(
    slug="satisfaction-ratio",
    title=Text("客户满意度 C = b/a", "Customer satisfaction C = b/a"),
    summary=Text(
        "用感知的实际体验除以期望值，看客户是不满意、满意还是很满意。",
        "Divide perceived experience by expectation and read whether the customer is satisfied.",
    ),
    explanation=Text(
        "满意是**比较**的结果：同样打 8 分的体验，对期望 6 分的客户是惊喜，对期望 10 分的客户是失望。"
        "所以公式拿体验 b 除以期望 a。\n\n"
        "- C > 1：体验超过期望，**很满意**\n- C = 1：体验与期望相符，**满意**\n"
        "- C < 1：体验不及期望，**不满意**\n\n"
        "两个分数必须用同一把尺子（同为 5 分制或同为 100 分制），否则比值没有意义。",
        "Satisfaction comes from **comparison**: an experience worth 8 delights someone who expected 6 and "
        "disappoints one who expected 10. So the formula divides experience b by expectation a.\n\n"
        "- C > 1: beyond the expectation, **very satisfied**\n- C = 1: as expected, **satisfied**\n"
        "- C < 1: short of the expectation, **dissatisfied**\n\n"
        "Both scores need the same scale (both out of 5, or both out of 100), or the ratio means nothing.",
    ),
    formula=FORMULA,
    variables=VARIABLES,
    source=Text(
        "课程知识点 05-003：C = b/a 及其三种读法。",
        "Syllabus fact 05-003: C = b/a and its three readings.",
    ),
    facts=("05-001", "05-002", "05-003", "05-023"),
    misconceptions=MISCONCEPTIONS,
    work=solve,
    draw=draw,
    ask=ask,
)
