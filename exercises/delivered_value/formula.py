"""Customer delivered value: four values minus four costs, and the worked steps."""

from __future__ import annotations

from fractions import Fraction

from exercises.core import Answer, Inputs, Kind, Refusal, Solution, Step, Variable
from exercises.core.wording import fill
from question_bank.display import MONEY_PLACES, exact, latex, money, relation
from question_bank.text import Text

YUAN = Text("元", "yuan")
TOLERANCE = Fraction(1, 100)  # one fen, inclusive

VALUES = ("product_value", "service_value", "personnel_value", "image_value")
COSTS = ("money_cost", "time_cost", "psychic_cost", "physical_cost")

FORMULA = r"\text{CDV} = \sum_{i=1}^{4} V_i - \sum_{j=1}^{4} C_j"


def _amount(name: str, symbol: str, label: Text, example: str, help: Text) -> Variable:
    return Variable(name, symbol, label, YUAN, Kind.MONEY, example, help)


VARIABLES = (
    _amount(
        "product_value",
        "V_1",
        Text("产品价值", "product value"),
        "5200",
        Text("功能、品质、款式本身值多少。", "What function, quality and style are worth."),
    ),
    _amount(
        "service_value",
        "V_2",
        Text("服务价值", "service value"),
        "400",
        Text(
            "送货、安装、培训、保修等值多少。", "What delivery, installation, training and repair are worth."
        ),
    ),
    _amount(
        "personnel_value",
        "V_3",
        Text("人员价值", "personnel value"),
        "200",
        Text("员工的专业和态度值多少。", "What the skill and manner of the staff are worth."),
    ),
    _amount(
        "image_value",
        "V_4",
        Text("形象价值", "image value"),
        "300",
        Text("品牌和口碑带来的价值。", "What the brand and its good name are worth."),
    ),
    _amount(
        "money_cost",
        "C_1",
        Text("货币成本", "monetary cost"),
        "4800",
        Text("付出的价钱。", "The price paid."),
    ),
    _amount(
        "time_cost",
        "C_2",
        Text("时间成本", "time cost"),
        "150",
        Text("挑选、等候、往返的时间折成钱。", "Time spent choosing, waiting and travelling, as money."),
    ),
    _amount(
        "psychic_cost",
        "C_3",
        Text("精神（精力）成本", "psychic cost (mental effort)"),
        "120",
        Text("比较、担心、操心折成钱；有的书叫精力成本。", "Comparing, doubting and worrying, as money."),
    ),
    _amount(
        "physical_cost",
        "C_4",
        Text("体力成本", "physical cost"),
        "80",
        Text("奔走、搬运花的力气折成钱。", "Walking, carrying and other bodily effort, as money."),
    ),
)


def total_value(inputs: Inputs) -> Fraction:
    """Return the sum of the four values, in yuan. Source: syllabus fact 04-010."""
    return sum((inputs.one(name) for name in VALUES), Fraction(0))


def total_cost(inputs: Inputs) -> Fraction:
    """Return the sum of the four costs, in yuan. Source: syllabus fact 04-011."""
    return sum((inputs.one(name) for name in COSTS), Fraction(0))


def solve(inputs: Inputs) -> Solution | Refusal:
    """Work both totals and the delivered value, or refuse: ``negative_value``, ``negative_cost``."""
    for name in (*VALUES, *COSTS):
        if inputs.one(name) < 0:
            is_cost = name in COSTS
            return Refusal(
                "negative_cost" if is_cost else "negative_value",
                name,
                _NEGATIVE_COST if is_cost else _NEGATIVE_VALUE,
            )
    value, cost = total_value(inputs), total_cost(inputs)
    answers = (
        _answer("total_value", TOTAL_VALUE, value),
        _answer("total_cost", TOTAL_COST, cost),
        _answer("delivered_value", DELIVERED_VALUE, value - cost),
    )
    return Solution(answers, _steps(inputs, value, cost), (_reading(value - cost),))


def _answer(name: str, label: Text, value: Fraction) -> Answer:
    return Answer(name, label, value, YUAN, fill(_YUAN_SHOWN, amount=money(value)))


def _steps(inputs: Inputs, value: Fraction, cost: Fraction) -> tuple[Step, ...]:
    difference = f"{latex(money(value))} - {latex(money(cost))}"
    return (
        Step(
            Text(
                "写出公式：四项价值之和减去四项成本之和。", "Write the formula: four values less four costs."
            ),
            FORMULA,
        ),
        Step(
            Text(
                "加总四项价值（产品、服务、人员、形象）。", "Add product, service, personnel and image value."
            ),
            _sum("V", [inputs.one(name) for name in VALUES], value),
        ),
        Step(
            Text(
                "加总四项成本（货币、时间、精神、体力）。", "Add monetary, time, psychic and physical cost."
            ),
            _sum("C", [inputs.one(name) for name in COSTS], cost),
        ),
        Step(
            Text("总价值减总成本，单位是元。", "Take total cost from total value, in yuan."),
            rf"\text{{CDV}} = {difference} {_result(value - cost)}",
        ),
    )


def _sum(symbol: str, amounts: list[Fraction], total: Fraction) -> str:
    return rf"{symbol} = {' + '.join(latex(exact(amount)) for amount in amounts)} {_result(total)}"


def _result(value: Fraction) -> str:
    return f"{relation(value, MONEY_PLACES)} {latex(money(value))}"


def _reading(value: Fraction) -> Text:
    if value == 0:
        return _EVEN
    return fill(_GAIN if value > 0 else _LOSS, amount=money(abs(value)))


TOTAL_VALUE = Text("顾客总价值", "total customer value")
TOTAL_COST = Text("顾客总成本", "total customer cost")
DELIVERED_VALUE = Text("顾客让渡价值", "customer delivered value")
_YUAN_SHOWN = Text("{amount} 元", "{amount} yuan")
_NEGATIVE_VALUE = Text(
    "价值不能是负数；让顾客吃亏的部分请填到成本里。",
    "A value cannot be negative; enter what the customer gives up as a cost.",
)
_NEGATIVE_COST = Text(
    "成本请填正数，公式里的减号会把它减去。",
    "Enter a cost as a positive number; the minus sign of the formula takes it away.",
)
_GAIN = Text(
    "让渡价值为正：总价值比总成本多 {amount} 元，顾客觉得划算；与别家比时，让渡价值大的更有吸引力。",
    "Positive: the customer gets {amount} yuan more than is given up; "
    "among several offers the larger delivered value attracts.",
)
_LOSS = Text(
    "让渡价值为负：付出的比得到的多 {amount} 元，顾客没有理由买；要提高某项价值，或降低某项成本。",
    "Negative: the customer gives up {amount} yuan more than is received and has no reason to buy; "
    "raise a value or lower a cost.",
)
_EVEN = Text(
    "让渡价值为 0：得到的与付出的正好相抵。", "Zero: what is received and what is given up just balance."
)
