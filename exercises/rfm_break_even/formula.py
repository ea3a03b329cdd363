"""The break-even response rate of a mailing, which cells reach it, and the worked steps."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from exercises.core import Answer, Inputs, Kind, Refusal, Solution, Step, Variable
from exercises.core.wording import fill
from question_bank.display import PERCENT_PLACES, exact, latex, percent, relation
from question_bank.text import Text

YUAN = Text("元", "yuan")
CELLS = Text("个", "cells")
RATE_TOLERANCE = Fraction(5, 100_000)  # half of 0.01 percentage points, inclusive

FORMULA = r"p^{*} = \frac{k}{m}, \quad p_j \ge p^{*}"

VARIABLES = (
    Variable(
        "piece_cost",
        "k",
        Text("每件成本", "cost per piece"),
        YUAN,
        Kind.MONEY,
        "0.62",
        Text(
            "发出一件（一封信、一本目录）的印制和邮寄成本。",
            "Printing and posting one piece: a letter, a catalogue.",
        ),
    ),
    Variable(
        "net_revenue",
        "m",
        Text("每笔成交净收入", "net revenue per sale"),
        YUAN,
        Kind.MONEY,
        "35",
        Text(
            "成交一笔后扣掉商品成本剩下的钱，不是售价。",
            "What is left of one sale after the cost of the goods; not the price.",
        ),
    ),
    Variable(
        "response_rates",
        "p_j",
        Text("各单元的测试应答率", "test response of each cell"),
        None,
        Kind.RATE,
        "3.1% 1.9% 1.2%",
        Text(
            "每个 RFM 单元一个，用空格隔开，可以不填；写成 1.9% 或 0.019。",
            "One per RFM cell with spaces between, or leave empty; write 1.9% or 0.019.",
        ),
        many=True,
        optional=True,
    ),
)


def break_even_rate(cost: Fraction, net: Fraction) -> Fraction:
    """Return k/m, the share of pieces that must sell, as a fraction. Source: syllabus fact 08-014."""
    return cost / net


def paying_cells(rates: Sequence[Fraction], rate: Fraction) -> tuple[int, ...]:
    """Return the numbers (from 1) of the cells that reach the break-even rate.

    A cell exactly on it earns its cost back and is counted in. Source: syllabus fact 08-015.
    """
    return tuple(number for number, response in enumerate(rates, start=1) if response >= rate)


def solve(inputs: Inputs) -> Solution | Refusal:
    """Work the rate and, where responses are given, the cells that pay; or refuse.

    Codes: ``cost_not_positive``, ``net_revenue_not_positive``, ``response_out_of_range``.
    """
    cost, net = inputs.one("piece_cost"), inputs.one("net_revenue")
    rates = inputs.many("response_rates")
    if cost <= 0:
        return Refusal("cost_not_positive", "piece_cost", _COST_NOT_POSITIVE)
    if net <= 0:
        return Refusal("net_revenue_not_positive", "net_revenue", _NET_NOT_POSITIVE)
    if any(not 0 <= response <= 1 for response in rates):
        return Refusal("response_out_of_range", "response_rates", _OUT_OF_RANGE)
    rate = break_even_rate(cost, net)
    shown = percent(rate)
    answers = [Answer("break_even_rate", RATE_LABEL, rate, None, Text(shown, shown))]
    if rates:
        answers.append(_count(len(paying_cells(rates, rate))))
    return Solution(tuple(answers), _steps(cost, net, rates), _readings(rate, rates))


def _count(number: int) -> Answer:
    shown = fill(Text("{number} 个", "{number} cells"), number=str(number))
    return Answer("paying_cells", COUNT_LABEL, Fraction(number), CELLS, shown)


def _steps(cost: Fraction, net: Fraction, rates: Sequence[Fraction]) -> tuple[Step, ...]:
    rate = break_even_rate(cost, net)
    fraction = rf"\frac{{{latex(exact(cost))}}}{{{latex(exact(net))}}}"
    steps = (
        Step(
            Text("写出公式：每件成本除以每笔净收入。", "Write the formula: cost per piece over net revenue."),
            r"p^{*} = \frac{k}{m}",
        ),
        Step(
            Text("代入你的数，化成百分数。", "Put in the numbers and turn the result into percent."),
            rf"p^{{*}} = {fraction} {relation(rate, PERCENT_PLACES + 2)} {latex(percent(rate))}",
        ),
    )
    if not rates:
        return steps
    paying = paying_cells(rates, rate)
    compare = Step(_compared(rates, rate), rf"p_j \ge \frac{{k}}{{m}}: \quad n = {len(paying)}")
    return (*steps, compare)


def _compared(rates: Sequence[Fraction], rate: Fraction) -> Text:
    paying = set(paying_cells(rates, rate))
    over = "、".join(percent(response, 4) for j, response in enumerate(rates, start=1) if j in paying)
    under = "、".join(percent(response, 4) for j, response in enumerate(rates, start=1) if j not in paying)
    nothing = Text("没有", "none")
    return fill(
        Text(
            "逐个单元比较。达到盈亏平衡的：{over}；没有达到的：{under}。",
            "Compare cell by cell. At or above break-even: {over}; below it: {under}.",
        ),
        over=Text(over, over.replace("、", ", ")) if over else nothing,
        under=Text(under, under.replace("、", ", ")) if under else nothing,
    )


def _readings(rate: Fraction, rates: Sequence[Fraction]) -> tuple[Text, ...]:
    readings = [fill(_MEANS if rate <= 1 else _OUT_OF_REACH, rate=percent(rate))]
    paying = paying_cells(rates, rate)
    if paying:
        numbers = [str(number) for number in paying]
        readings.append(fill(_PAY, cells=Text("、".join(numbers), ", ".join(numbers))))
    elif rates:
        readings.append(_NONE_PAYS)
    readings.extend(
        fill(_ON_THE_BORDER, cell=str(number))
        for number, response in enumerate(rates, start=1)
        if response == rate
    )
    return tuple(readings)


RATE_LABEL = Text("盈亏平衡响应率", "break-even response rate")
COUNT_LABEL = Text("值得寄发的单元数", "cells worth mailing")
_MEANS = Text(
    "寄出的件数里至少要有 {rate} 成交，才能收回邮寄成本；高于它才有盈利。",
    "At least {rate} of the pieces must sell to earn the mailing back; anything above is profit.",
)
_OUT_OF_REACH = Text(
    "{rate} 超过了 100%：就算人人都买也收不回成本，这样的邮寄不能做。",
    "{rate} is above 100%: even if everybody bought, the mailing would lose money.",
)
_PAY = Text("值得寄发的单元：第 {cells} 个。", "Cells worth mailing: number {cells}.")
_NONE_PAYS = Text(
    "没有一个单元达到盈亏平衡，都不该寄。", "No cell reaches break-even; none should be mailed."
)
_ON_THE_BORDER = Text(
    "第 {cell} 个单元正好等于盈亏平衡响应率：刚够保本，没有盈利；按“达到即保本”计入。",
    "Cell {cell} lies exactly on the break-even rate: it earns its cost back and no profit; "
    "it is counted in.",
)
_COST_NOT_POSITIVE = Text(
    "每件成本必须大于 0：没有成本就谈不上收回成本。",
    "The cost per piece must be above 0: without a cost there is nothing to earn back.",
)
_NET_NOT_POSITIVE = Text(
    "每笔净收入必须大于 0：卖一笔不赚钱，寄多少都收不回成本。",
    "The net revenue per sale must be above 0: if a sale earns nothing, no response rate pays.",
)
_OUT_OF_RANGE = Text("应答率要在 0% 和 100% 之间。", "A response rate lies between 0% and 100%.")
