"""The mistaken ways to weigh values against costs, and the numbers they leave."""

from __future__ import annotations

from collections.abc import Mapping

from exercises.core import Inputs, Misconception
from exercises.core.problem import Value
from exercises.delivered_value.formula import total_cost, total_value
from question_bank.text import Text


def _product_value_only(inputs: Inputs) -> Mapping[str, Value]:
    product = inputs.one("product_value")
    return {"total_value": product, "delivered_value": product - total_cost(inputs)}


def _image_value_left_out(inputs: Inputs) -> Mapping[str, Value]:
    value = total_value(inputs) - inputs.one("image_value")
    return {"total_value": value, "delivered_value": value - total_cost(inputs)}


def _money_cost_only(inputs: Inputs) -> Mapping[str, Value]:
    price = inputs.one("money_cost")
    return {"total_cost": price, "delivered_value": total_value(inputs) - price}


def _psychic_cost_left_out(inputs: Inputs) -> Mapping[str, Value]:
    cost = total_cost(inputs) - inputs.one("psychic_cost")
    return {"total_cost": cost, "delivered_value": total_value(inputs) - cost}


def _product_minus_price(inputs: Inputs) -> Mapping[str, Value]:
    return {"delivered_value": inputs.one("product_value") - inputs.one("money_cost")}


def _reversed(inputs: Inputs) -> Mapping[str, Value]:
    return {"delivered_value": total_cost(inputs) - total_value(inputs)}


def _ratio(inputs: Inputs) -> Mapping[str, Value]:
    return {"delivered_value": total_value(inputs) / total_cost(inputs)}


def _sum(inputs: Inputs) -> Mapping[str, Value]:
    return {"delivered_value": total_value(inputs) + total_cost(inputs)}


MISCONCEPTIONS = (
    Misconception(
        "product_value_only",
        _product_value_only,
        Text(
            "你只算了产品价值；总价值还包括服务、人员和形象三项。",
            "You counted the product value alone; service, personnel and image belong to the total too.",
        ),
    ),
    Misconception(
        "image_value_left_out",
        _image_value_left_out,
        Text(
            "你漏了形象价值：它看不见摸不着，却是四项价值之一。",
            "You left out the image value: it cannot be touched, yet it is one of the four.",
        ),
    ),
    Misconception(
        "money_cost_only",
        _money_cost_only,
        Text(
            "你只算了价钱；时间、精神、体力也是顾客付出的成本。",
            "You counted the price alone; time, mental effort and bodily effort are costs as well.",
        ),
    ),
    Misconception(
        "psychic_cost_left_out",
        _psychic_cost_left_out,
        Text(
            "你漏了精神（精力）成本：比较和担心不用掏钱，但也是付出。",
            "You left out the psychic cost: comparing and worrying is given up too, though it costs no cash.",
        ),
    ),
    Misconception(
        "product_minus_price",
        _product_minus_price,
        Text(
            "你用产品价值减价钱，只比了八项中的两项；要用总价值减总成本。",
            "You took the price from the product value, two amounts of eight; use the two totals.",
        ),
    ),
    Misconception(
        "difference_reversed",
        _reversed,
        Text(
            "你减反了：是总价值减总成本，不是总成本减总价值。",
            "You subtracted the wrong way round: it is total value less total cost.",
        ),
    ),
    Misconception(
        "ratio_for_difference",
        _ratio,
        Text(
            "你用总价值除以总成本；让渡价值是两者之差，单位是元。",
            "You divided total value by total cost; delivered value is their difference, in yuan.",
        ),
    ),
    Misconception(
        "costs_added",
        _sum,
        Text(
            "你把成本加了上去；成本是顾客付出的，要减掉。",
            "You added the costs; they are what the customer gives up, so they are taken away.",
        ),
    ),
)
