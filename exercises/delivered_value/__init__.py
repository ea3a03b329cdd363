"""顾客让渡价值: what the customer receives less what the customer gives up."""

from __future__ import annotations

from exercises.core import Exercise
from exercises.delivered_value.formula import FORMULA, VARIABLES, solve
from exercises.delivered_value.misconceptions import MISCONCEPTIONS
from exercises.delivered_value.problems import ask, draw
from question_bank.text import Text

DELIVERED_VALUE = Exercise(
    slug="delivered-value",
    title=Text("顾客让渡价值", "Customer delivered value"),
    summary=Text(
        "四项价值之和减去四项成本之和，看顾客买得值不值。",
        "Four values less four costs: is the purchase worth it to the customer?",
    ),
    explanation=Text(
        "顾客买的不只是产品，付出的也不只是钱。科特勒把两边各分成四项：\n\n"
        "- **总价值** V = 产品 + 服务 + 人员 + 形象\n"
        "- **总成本** C = 货币 + 时间 + 精神（精力）+ 体力\n\n"
        "顾客让渡价值 = 总价值 − 总成本，八项都要折成同一单位（通常是元）。要提高它，"
        "可以提高任何一项价值，也可以降低任何一项成本——不一定要降价。",
        "A customer receives more than a product and gives up more than money. Kotler splits each side "
        "in four:\n\n"
        "- **total value** V = product + service + personnel + image\n"
        "- **total cost** C = money + time + psychic (mental effort) + physical\n\n"
        "Delivered value = total value − total cost, all eight in one unit (usually yuan). It rises with "
        "any value and with any cost that falls: the price need not be the one to change.",
    ),
    formula=FORMULA,
    variables=VARIABLES,
    source=Text(
        "菲利普·科特勒的顾客让渡价值；课程知识点 04-009 至 04-012。",
        "Philip Kotler's customer delivered value; syllabus facts 04-009 to 04-012.",
    ),
    facts=("04-009", "04-010", "04-011", "04-012"),
    misconceptions=MISCONCEPTIONS,
    work=solve,
    draw=draw,
    ask=ask,
)
