"""Seven stories in which two scores are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from exercises.core import Draft, Given, Inputs, Kind, Part, PartKind, Solution
from exercises.core.problem import Value
from exercises.core.wording import fill
from exercises.satisfaction_ratio.formula import READINGS, TOLERANCE, VARIABLES, reading
from question_bank.display import exact
from question_bank.text import Text


@dataclass(frozen=True)
class _Story:
    text: Text
    top: int  # of the scale
    low: int  # lowest score drawn: nobody expects 1 of 10 and still comes
    unit: Fraction = Fraction(1)  # scores are multiples of it


_STORIES = (
    _Story(
        Text(
            "周末，林悦第一次住进一家湖边民宿。出发前看了网上的照片，她给这次住宿的期望打 **{a}** 分；"
            "退房时，她给实际体验打 **{b}** 分（两次都是 10 分制）。",
            "Lin Yue spends a weekend at a lakeside guesthouse. After seeing the photos online she puts her "
            "expectation at **{a}**; on leaving she scores the actual stay **{b}** (both out of 10).",
        ),
        10,
        4,
    ),
    _Story(
        Text(
            "一家健身房请新会员在办卡时和满月时各打一次分，100 分制。会员小周办卡时的期望是 **{a}** 分，"
            "满月时感知到的实际体验是 **{b}** 分。",
            "A gym asks each new member for a score out of 100 on joining and again after one month. "
            "Xiao Zhou expected **{a}** on joining and perceived **{b}** after the month.",
        ),
        100,
        50,
        Fraction(5),
    ),
    _Story(
        Text(
            "一家轴承供应商调查老客户对“急件 48 小时送达”的看法。采购经理给期望打 **{a}** 分，"
            "给近半年的实际感受打 **{b}** 分，用的是同一张 5 分量表（可打半分）。",
            "A bearings supplier asks about its 48-hour rush delivery. A purchasing manager scores the "
            "expectation **{a}** and the past six months as perceived **{b}**, both on one five-point scale "
            "with half points.",
        ),
        5,
        2,
        Fraction(1, 2),
    ),
    _Story(
        Text(
            "社区口腔诊所在洗牙前后各发一条短信问卷，20 分制。陈阿姨洗牙前填的期望是 **{a}** 分，"
            "洗完填的实际感受是 **{b}** 分。",
            "A neighbourhood dental clinic sends a short questionnaire before and after a cleaning, scored "
            "out of 20. Mrs Chen expected **{a}** beforehand and perceived **{b}** afterwards.",
        ),
        20,
        8,
    ),
    _Story(
        Text(
            "一款记账软件在试用第一天问用户“你期望它有多好用”，第 30 天再问“实际有多好用”，都是 10 分制、"
            "可打半分。某用户先后打了 **{a}** 分和 **{b}** 分。",
            "A bookkeeping app asks on day 1 how useful people expect it to be and on day 30 how useful "
            "it is, both out of 10 with half points. One user answers **{a}** and later **{b}**.",
        ),
        10,
        4,
        Fraction(1, 2),
    ),
    _Story(
        Text(
            "少儿围棋班做续费回访，100 分制。一位家长说，报名时冲着名师，期望有 **{a}** 分；一学期下来，"
            "感知到的教学效果是 **{b}** 分。",
            "A children's Go school calls parents before renewal, scoring out of 100. One came for the "
            "famous teacher and expected **{a}**; the teaching as perceived over the term is **{b}**.",
        ),
        100,
        50,
        Fraction(2),
    ),
    _Story(
        Text(
            "物业公司年底向业主收两项评分，都是 10 分制：年初对服务的期望，以及全年感知到的实际服务。"
            "某业主的期望是 **{a}** 分，实际体验是 **{b}** 分。",
            "A property manager collects two scores out of 10 from residents: what they expected at the "
            "start of the year and what they perceived over it. One resident gives **{a}** and **{b}**.",
        ),
        10,
        3,
    ),
)
_TIES_ONE_IN = 6  # else nobody would ever meet C = 1


def draw(rng: Random, level: int) -> Draft:
    """Draw one story and its two scores."""
    story = rng.choice(_STORIES)
    steps = range(int(story.low / story.unit), int(story.top / story.unit) + 1)
    a = rng.choice(steps) * story.unit
    b = a if rng.randrange(_TIES_ONE_IN) == 0 else rng.choice(steps) * story.unit
    inputs = Inputs.of(expectation=a, experience=b)
    shown = {name: Text(exact(inputs.one(name)), exact(inputs.one(name))) for name in inputs.values}
    givens = tuple(Given(v.name, v.label, shown[v.name]) for v in VARIABLES)
    return Draft(inputs, fill(story.text, a=exact(a), b=exact(b)), givens)


def ask(inputs: Inputs, solution: Solution) -> tuple[Part, ...]:
    """Ask for C, then for what it says."""
    answer = solution.answer("ratio")
    key = reading(answer.value)
    return (
        Part("ratio", _ASK_RATIO, answer.value, answer.shown, quantity=Kind.RATIO, tolerance=TOLERANCE),
        Part(
            "reading",
            _ASK_READING,
            key,
            READINGS[key],
            PartKind.CHOICE,
            choices=tuple(READINGS.items()),
            follow=_own_reading,
        ),
    )


def _own_reading(inputs: Inputs, own: Mapping[str, Fraction]) -> Value:
    return reading(own["ratio"])


_ASK_RATIO = Text(
    "按 C = b/a，客户满意度 C 是多少？（除不尽时保留两位小数）",
    "By C = b/a, what is the customer satisfaction C? (Two decimals if it does not come out even.)",
)
_ASK_READING = Text("这个 C 说明客户处于哪种状态？", "What does this C say about the customer?")
