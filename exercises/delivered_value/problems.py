"""Seven purchases, each with four values and four costs in yuan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from exercises.core import Draft, Given, Inputs, Part, Solution
from exercises.core.problem import Follow, Value
from exercises.core.wording import fill, join
from exercises.delivered_value.formula import (
    COSTS,
    TOLERANCE,
    VALUES,
    VARIABLES,
    YUAN,
)
from question_bank.display import money
from question_bank.text import Text


@dataclass(frozen=True)
class _Story:
    text: Text
    product: range  # what the product itself may be worth, in yuan
    step: int  # all amounts are multiples of it, so that they add up without a calculator


_STORIES = (
    _Story(
        Text(
            "大一新生苏航想买一台轻薄本，在学校附近的门店试用了两次，把得到的和付出的都折成钱来掂量。",
            "Su Hang, a first-year student, has tried a light laptop twice in a shop near the campus and "
            "weighs in money what she would get and give up.",
        ),
        range(4200, 6801, 100),
        10,
    ),
    _Story(
        Text(
            "刘师傅家换客厅空调，看中一款包安装、十年保修的机型，妻子让他先算算值不值。",
            "Mr Liu wants a new air conditioner for the living room, installation and ten years of cover "
            "included; his wife asks him to work out first whether it is worth it.",
        ),
        range(3000, 5601, 100),
        10,
    ),
    _Story(
        Text(
            "白领孟琪考虑办一张健身年卡：器械齐全、有私教答疑，可是离公司要坐三站地铁。",
            "Meng Qi considers a year at a gym: good equipment and trainers who answer questions, "
            "but three metro stops from her office.",
        ),
        range(1600, 3201, 50),
        5,
    ),
    _Story(
        Text(
            "一家小型律师事务所要采购一台复印打印一体机，行政主管把供应商的报价和隐性成本一并列了出来。",
            "A small law firm is buying a copier; the office manager lists the supplier's offer together "
            "with its hidden costs.",
        ),
        range(3200, 5601, 100),
        20,
    ),
    _Story(
        Text(
            "准新人小何和小叶比较婚纱摄影套餐，其中一家要去外地取景两天，他们给这一家逐项打了价。",
            "He and Ye are choosing wedding photographs; one studio shoots for two days out of town, and "
            "they put a price on every part of that offer.",
        ),
        range(5000, 9001, 200),
        20,
    ),
    _Story(
        Text(
            "罗女士打算给女儿报一学期钢琴课，试听之后，她把老师、环境、接送都折算成了钱。",
            "Ms Luo thinks of a term of piano lessons for her daughter; after the trial lesson she turns "
            "teacher, rooms and the trips there into money.",
        ),
        range(3600, 6001, 100),
        10,
    ),
    _Story(
        Text(
            "程序员阿凯到眼镜店配一副防蓝光眼镜，验光排了很久的队，店员倒是很耐心。",
            "Kai, a programmer, orders glasses; the queue for the eye test is long, the assistant patient.",
        ),
        range(600, 1401, 20),
        5,
    ),
)

# share of the product value, in percent: wide enough that the sum may also come out below zero
_SHARES = {
    "service_value": (5, 14),
    "personnel_value": (2, 8),
    "image_value": (3, 10),
    "money_cost": (85, 115),
    "time_cost": (2, 6),
    "psychic_cost": (2, 5),
    "physical_cost": (1, 4),
}


def draw(rng: Random, level: int) -> Draft:
    """Draw one purchase and its eight amounts."""
    story = rng.choice(_STORIES)
    product = rng.choice(story.product)
    amounts = {"product_value": product}
    for name, (low, high) in _SHARES.items():
        share = product * rng.randint(low, high) / Fraction(100)
        amounts[name] = max(1, round(share / story.step)) * story.step
    inputs = Inputs.of(**amounts)
    shown = {name: fill(_YUAN_SHOWN, amount=money(inputs.one(name))) for name in amounts}
    givens = tuple(Given(v.name, v.label, shown[v.name]) for v in VARIABLES)
    values, costs = (_list(givens, names) for names in (VALUES, COSTS))
    return Draft(inputs, fill(_TELL, story=story.text, values=values, costs=costs), givens)


def _list(givens: tuple[Given, ...], names: tuple[str, ...]) -> Text:
    named = [fill(_NAMED, label=given.label, shown=given.shown) for given in givens if given.name in names]
    return join(named, Text("、", ", "))


def ask(inputs: Inputs, solution: Solution) -> tuple[Part, ...]:
    """Ask for both totals and for the delivered value, which may follow from the learner's own totals."""
    return (
        _part(solution, "total_value", Text("顾客总价值是多少？", "What is the total customer value?")),
        _part(solution, "total_cost", Text("顾客总成本是多少？", "What is the total customer cost?")),
        _part(
            solution,
            "delivered_value",
            Text("顾客让渡价值是多少？", "What is the customer delivered value?"),
            _own_difference,
        ),
    )


def _part(solution: Solution, name: str, prompt: Text, follow: Follow | None = None) -> Part:
    answer = solution.answer(name)
    return Part(name, prompt, answer.value, answer.shown, unit=YUAN, tolerance=TOLERANCE, follow=follow)


def _own_difference(inputs: Inputs, own: Mapping[str, Fraction]) -> Value:
    return own["total_value"] - own["total_cost"]


_YUAN_SHOWN = Text("{amount} 元", "{amount} yuan")
_NAMED = Text("{label} **{shown}**", "{label} **{shown}**")
_TELL = Text(
    "{story}\n\n得到的：{values}。\n\n付出的：{costs}。",
    "{story}\n\nReceived: {values}.\n\nGiven up: {costs}.",
)
