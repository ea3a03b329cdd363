"""The mistaken ways to find where a mailing pays, and the numbers they leave."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from exercises.core import Inputs, Misconception
from exercises.core.problem import Value
from exercises.rfm_break_even.formula import break_even_rate, paying_cells
from question_bank.text import Text

RATE, COUNT = "break_even_rate", "paying_cells"


def _cost_and_net(inputs: Inputs) -> tuple[Fraction, Fraction]:
    return inputs.one("piece_cost"), inputs.one("net_revenue")


def _inverted(inputs: Inputs) -> Mapping[str, Value]:
    cost, net = _cost_and_net(inputs)
    # 35/0.62 = 56.45 gets its percent sign on the way into a field that asks for a rate
    return {RATE: net / cost / 100}


def _price_for_net(inputs: Inputs) -> Mapping[str, Value]:
    return {RATE: inputs.one("piece_cost") / inputs.one("price")}


def _cost_added(inputs: Inputs) -> Mapping[str, Value]:
    cost, net = _cost_and_net(inputs)
    return {RATE: cost / (net + cost)}


def _cost_subtracted(inputs: Inputs) -> Mapping[str, Value]:
    cost, net = _cost_and_net(inputs)
    return {RATE: cost / (net - cost)} if net != cost else {}


def _percent_taken_twice(inputs: Inputs) -> Mapping[str, Value]:
    return {RATE: break_even_rate(*_cost_and_net(inputs)) / 100}


def _complement(inputs: Inputs) -> Mapping[str, Value]:
    return {RATE: 1 - break_even_rate(*_cost_and_net(inputs))}


def _losing_counted(inputs: Inputs) -> Mapping[str, Value]:
    rates = inputs.many("response_rates")
    paying = paying_cells(rates, break_even_rate(*_cost_and_net(inputs)))
    return {COUNT: Fraction(len(rates) - len(paying))}


def _all_counted(inputs: Inputs) -> Mapping[str, Value]:
    return {COUNT: Fraction(len(inputs.many("response_rates")))}


def _best_only(inputs: Inputs) -> Mapping[str, Value]:
    return {COUNT: Fraction(1)}


MISCONCEPTIONS = (
    Misconception(
        "ratio_inverted",
        _inverted,
        Text(
            "你用净收入除以成本，比值倒了；应当用每件成本除以每笔净收入。",
            "You divided net revenue by cost; it is cost per piece over net revenue per sale.",
        ),
    ),
    Misconception(
        "price_for_net_revenue",
        _price_for_net,
        Text(
            "你除以了售价；能拿来抵邮寄成本的只有扣掉商品成本后的净收入。",
            "You divided by the price; only the net revenue left after the goods can pay for the mailing.",
        ),
    ),
    Misconception(
        "cost_added_to_revenue",
        _cost_added,
        Text(
            "你把每件成本加到了分母上；分母只是每笔净收入。",
            "You added the cost per piece below the line; only the net revenue per sale stands there.",
        ),
    ),
    Misconception(
        "cost_taken_off_revenue",
        _cost_subtracted,
        Text(
            "你先从净收入里减掉了每件成本再去除；成本已经在分子上，不能再减一次。",
            "You took the cost per piece off the net revenue first; it already stands above the line.",
        ),
    ),
    Misconception(
        "percent_taken_twice",
        _percent_taken_twice,
        Text(
            "你把小数直接添上了百分号，小了 100 倍；小数先乘 100，再写百分号。",
            "You put a percent sign behind the decimal, 100 times too small; multiply by 100 first.",
        ),
    ),
    Misconception(
        "complement_taken",
        _complement,
        Text(
            "你算的是可以不应答的比例，即 1 减去答案；要的是必须成交的比例。",
            "You found the share that may stay silent, 1 less the answer; the share that must buy is asked.",
        ),
    ),
    Misconception(
        "losing_cells_counted",
        _losing_counted,
        Text(
            "你数的是达不到盈亏平衡的单元；值得寄的是达到或高于它的。",
            "You counted the cells below break-even; those at or above it are worth mailing.",
        ),
    ),
    Misconception(
        "every_cell_counted",
        _all_counted,
        Text(
            "有人应答不等于划算；应答率低于盈亏平衡的单元，寄一件亏一件。",
            "Some response is not enough: below the break-even rate a cell loses money on every piece.",
        ),
    ),
    Misconception(
        "best_cell_only",
        _best_only,
        Text(
            "不必只挑应答最好的一个；凡达到盈亏平衡的单元都收得回成本。",
            "There is no need to pick the best cell alone; every cell that reaches break-even pays.",
        ),
    ),
)
