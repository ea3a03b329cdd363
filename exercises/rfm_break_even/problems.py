"""Seven test mailings: what a piece costs, what a sale leaves, and how the tested RFM cells answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from exercises.core import Draft, Given, Inputs, Kind, Part, Solution
from exercises.core.problem import Value
from exercises.core.wording import fill, join
from exercises.rfm_break_even.formula import (
    CELLS,
    RATE_TOLERANCE,
    VARIABLES,
    break_even_rate,
    paying_cells,
)
from question_bank.display import money, percent
from question_bank.text import Text


@dataclass(frozen=True)
class _Story:
    text: Text
    cost: range  # of one piece, in fen
    net: range  # of one sale, in yuan
    markup: int  # the price is about this many percent of the net revenue


_STORIES = (
    _Story(
        Text(
            "清明前，一家茶庄给老客户寄新茶画册，每本印制加邮费 **{cost} 元**。一单平均售价 {price} 元，"
            "扣掉茶叶和包装成本后净收入 **{net} 元**。",
            "Before the spring picking a tea house posts a brochure at **{cost} yuan** each. "
            "An order sells for {price} yuan on average and leaves **{net} yuan** after tea and packing.",
        ),
        range(180, 321, 10),
        range(50, 96, 5),
        220,
    ),
    _Story(
        Text(
            "一家独立书店给会员寄新书明信片，每张成本 **{cost} 元**。一笔订单平均售价 {price} 元，"
            "扣掉进货成本后净收入 **{net} 元**。",
            "An independent bookshop posts cards on new titles to its members at **{cost} yuan** each. "
            "An order averages {price} yuan and leaves **{net} yuan** after the cost of the books.",
        ),
        range(60, 131, 5),
        range(24, 45, 1),
        250,
    ),
    _Story(
        Text(
            "一家工业紧固件供应商向采购员寄纸质目录，每本成本 **{cost} 元**。首单平均售价 {price} 元，"
            "扣掉货品成本后净收入 **{net} 元**。",
            "A supplier of fasteners posts a printed catalogue to buyers at **{cost} yuan** a copy. "
            "A first order averages {price} yuan and leaves **{net} yuan** after the goods.",
        ),
        range(900, 1801, 50),
        range(320, 561, 20),
        300,
    ),
    _Story(
        Text(
            "母婴店给沉睡会员寄纸尿裤试用装，每份连邮费 **{cost} 元**。回购一单平均售价 {price} 元，"
            "扣掉商品成本后净收入 **{net} 元**。",
            "A shop for parents posts a pack of sample nappies to sleeping members at **{cost} yuan** each. "
            "A repeat order averages {price} yuan and leaves **{net} yuan** after the goods.",
        ),
        range(450, 801, 25),
        range(110, 181, 5),
        260,
    ),
    _Story(
        Text(
            "花店在母亲节前给去年的顾客寄手写卡片，每张成本 **{cost} 元**。一束花平均售价 {price} 元，"
            "扣掉花材和配送后净收入 **{net} 元**。",
            "Before Mother's Day a florist sends handwritten cards to last year's customers at "
            "**{cost} yuan** each. A bouquet averages {price} yuan and leaves **{net} yuan** "
            "after flowers and delivery.",
        ),
        range(220, 381, 20),
        range(60, 111, 5),
        230,
    ),
    _Story(
        Text(
            "一家温泉酒店给住过的客人寄淡季优惠信，每封成本 **{cost} 元**。一次入住平均收费 {price} 元，"
            "扣掉客房变动成本后净收入 **{net} 元**。",
            "A spa hotel posts an off-season offer to former guests at **{cost} yuan** a letter. A stay "
            "averages {price} yuan and leaves **{net} yuan** after the variable cost of the room.",
        ),
        range(320, 561, 20),
        range(140, 241, 10),
        280,
    ),
    _Story(
        Text(
            "一家会计培训学校给往届学员寄继续教育课程手册，每本成本 **{cost} 元**。"
            "一门课平均学费 {price} 元，扣掉授课和教材成本后净收入 **{net} 元**。",
            "An accounting school posts a booklet of refresher courses to former students at **{cost} yuan** "
            "a copy. A course averages {price} yuan and leaves **{net} yuan** after teaching and books.",
        ),
        range(350, 701, 25),
        range(150, 301, 10),
        200,
    ),
)
_CODES = ("555", "543", "454", "435", "344", "325", "252", "233", "144", "121")
# (cells tested, cells that pay): never half of them, which would hide counting the wrong side, and
# never one or all, which would hide "the best cell only" and "every cell"
_CELLS = ((5, 2), (5, 3), (6, 2), (6, 4), (7, 2), (7, 3), (7, 4), (7, 5), (8, 3), (8, 5))
_LOWEST_RATE, _HIGHEST_RATE = Fraction(11, 1000), Fraction(8, 100)
_BORDER = Fraction(6, 10_000)  # no cell nearer: rounding the rate must not decide


def draw(rng: Random, level: int) -> Draft:
    """Draw one mailing whose break-even rate is believable, and test responses away from it."""
    story = rng.choice(_STORIES)
    cost, net = _cost_and_net(rng, story)
    price = round(net * story.markup / 100 / 4) * 4 + 2
    rates = _responses(rng, break_even_rate(cost, Fraction(net)))
    codes = sorted(rng.sample(_CODES, len(rates)), reverse=True)
    # the price is in the story because it is what a hurried reader divides by
    inputs = Inputs.of(piece_cost=cost, net_revenue=net, response_rates=rates, price=price)
    text = fill(story.text, cost=money(cost), net=str(net), price=str(price))
    cells = [fill(_CELL, code=code, rate=percent(rate)) for code, rate in zip(codes, rates, strict=True)]
    told = fill(_TELL, story=text, cells=join(cells, Text("\n", "\n")), count=str(len(rates)))
    return Draft(inputs, told, _givens(cost, net, codes, rates))


def _cost_and_net(rng: Random, story: _Story) -> tuple[Fraction, int]:
    """Draw until the rate is believable; above 1 % a forgotten percent sign cannot pass for a decimal."""
    while True:
        cost, net = Fraction(rng.choice(story.cost), 100), rng.choice(story.net)
        if _LOWEST_RATE <= break_even_rate(cost, Fraction(net)) <= _HIGHEST_RATE:
            return cost, net


def _responses(rng: Random, rate: Fraction) -> tuple[Fraction, ...]:
    """Draw distinct responses in tenths of a percent, roughly best cell first."""
    count, paying = rng.choice(_CELLS)
    tenths = range(max(2, int(rate * 300)), int(rate * 2000) + 8)
    above = [n for n in tenths if Fraction(n, 1000) >= rate + _BORDER]
    below = [n for n in tenths if Fraction(n, 1000) <= rate - _BORDER]
    drawn = rng.sample(above, paying) + rng.sample(below, count - paying)
    ordered = sorted(drawn, reverse=True)
    # responses follow the code only roughly, as tests do turn out: one neighbouring pair is swapped
    swap = rng.randrange(count - 1)
    ordered[swap], ordered[swap + 1] = ordered[swap + 1], ordered[swap]
    return tuple(Fraction(n, 1000) for n in ordered)


def _givens(cost: Fraction, net: int, codes: list[str], rates: tuple[Fraction, ...]) -> tuple[Given, ...]:
    amounts = {"piece_cost": cost, "net_revenue": Fraction(net)}
    first = [
        Given(v.name, v.label, fill(_YUAN_SHOWN, amount=money(amounts[v.name])))
        for v in VARIABLES
        if v.name in amounts
    ]
    cells = [
        Given(f"cell_{code}", Text(f"单元 {code} 的应答率", f"response of cell {code}"), _same(percent(rate)))
        for code, rate in zip(codes, rates, strict=True)
    ]
    return (*first, *cells)


def _same(shown: str) -> Text:
    return Text(shown, shown)


def ask(inputs: Inputs, solution: Solution) -> tuple[Part, ...]:
    """Ask for the rate, then for the number of cells that pay, which may follow from the own rate."""
    rate, count = solution.answer("break_even_rate"), solution.answer("paying_cells")
    return (
        Part(
            "break_even_rate",
            Text(
                "盈亏平衡响应率是多少？（写成百分数，保留两位小数，例如 2.35%）",
                "What is the break-even response rate? (As a percentage with two decimals, such as 2.35%.)",
            ),
            rate.value,
            rate.shown,
            quantity=Kind.RATE,
            tolerance=RATE_TOLERANCE,
        ),
        Part(
            "paying_cells",
            Text("这些单元里，有几个值得寄发？", "How many of these cells are worth mailing?"),
            count.value,
            count.shown,
            quantity=Kind.COUNT,
            unit=CELLS,
            follow=_own_count,
        ),
    )


def _own_count(inputs: Inputs, own: Mapping[str, Fraction]) -> Value:
    return Fraction(len(paying_cells(inputs.many("response_rates"), own["break_even_rate"])))


_YUAN_SHOWN = Text("{amount} 元", "{amount} yuan")
_CELL = Text("- 单元 {code}：应答率 {rate}", "- cell {code}: {rate} answered")
_TELL = Text(
    "{story}\n\n先抽样测试了 {count} 个 RFM 单元（代码按 R、F、M 的顺序，5 为最好）：\n\n{cells}\n\n"
    "约定：应答率达到盈亏平衡响应率（含正好相等）的单元就寄发。",
    "{story}\n\nA test mailing went to {count} RFM cells first (codes in the order R, F, M; 5 is best):"
    "\n\n{cells}\n\nRule: a cell is mailed if its response reaches the break-even rate "
    "(exactly equal counts too).",
)
