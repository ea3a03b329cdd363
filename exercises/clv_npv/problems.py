"""Seven customers whose yearly net cash flows are brought back to today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from exercises.clv_npv.formula import CONVENTIONS, VARIABLES, YUAN, part_name
from exercises.core import Draft, Given, Inputs, Part, Solution
from exercises.core.problem import Follow, Value
from exercises.core.wording import fill, join
from question_bank.display import money, percent
from question_bank.text import Text


@dataclass(frozen=True)
class _Story:
    text: Text
    first: range  # net cash flow of the first year, in yuan
    step: int  # all flows are multiples of it
    growth: tuple[int, int]  # a year, in percent


_STORIES = (
    _Story(
        Text(
            "一家社区鲜奶站估算一户订奶家庭的终身价值，预计这家人再订 {years} 年就会随孩子住校停订。",
            "A milk station values a household that orders daily; it expects the family to stay {years} "
            "more years, until the child goes to boarding school.",
        ),
        range(300, 701, 20),
        20,
        (-10, 10),
    ),
    _Story(
        Text(
            "一家电梯维保公司正要续签一份 {years} 年的写字楼合同，想知道这位客户今天值多少钱。",
            "A lift maintenance firm is about to renew a contract with an office tower for {years} years and "
            "wants to know what the customer is worth today.",
        ),
        range(12_000, 30_001, 500),
        500,
        (-5, 15),
    ),
    _Story(
        Text(
            "一家宠物医院的会员平均留存 {years} 年，院长想算算一位新会员带来的价值。",
            "Members of a pet clinic stay {years} years on average; the director values a new one.",
        ),
        range(800, 2001, 100),
        50,
        (-10, 20),
    ),
    _Story(
        Text(
            "一家排课软件公司卖给培训机构，客户通常用满 {years} 年；"
            "销售总监要拿一家机构的终身价值去定获客预算。",
            "A timetable software firm sells to training schools, which stay {years} years as a rule; the "
            "sales director sets the budget for winning one by its lifetime value.",
        ),
        range(2000, 6001, 200),
        100,
        (-5, 25),
    ),
    _Story(
        Text(
            "一家鲜花批发商给一家酒店长期供花，合同期 {years} 年，头一年要多送样品，以后慢慢好起来。",
            "A flower wholesaler supplies a hotel under a contract of {years} years; samples weigh on the "
            "first year, then it improves.",
        ),
        range(5000, 12_001, 500),
        100,
        (5, 30),
    ),
    _Story(
        Text(
            "一家叉车厂卖出设备后靠配件和保养赚钱，一位客户的设备还能用 {years} 年，保养逐年增多。",
            "A forklift maker earns on parts and service after the sale; one customer's trucks last {years} "
            "more years and need more care each year.",
        ),
        range(3000, 8001, 200),
        200,
        (0, 25),
    ),
    _Story(
        Text(
            "一家体检中心与一家中型企业签了 {years} 年的员工体检协议，想把各年的贡献折成今天的钱。",
            "A health check centre has agreed to examine the staff of a firm for {years} years and wants "
            "each year's contribution in today's money.",
        ),
        range(8000, 20_001, 500),
        500,
        (-10, 15),
    ),
)
_RATES = ("0.05", "0.06", "0.08", "0.1", "0.12")
_YEARS = {1: 3, 2: 4}  # by level; level 2 also varies the convention


def draw(rng: Random, level: int) -> Draft:
    """Draw one customer: cash flows, discount rate and, from level 2 on, the timing convention."""
    story, rate = rng.choice(_STORIES), Fraction(rng.choice(_RATES))
    flows = _flows(rng, story, _YEARS[level])
    convention = CONVENTIONS[0] if level == 1 else rng.choice(CONVENTIONS)
    inputs = Inputs.of(convention.code, cash_flows=flows, discount_rate=rate)
    told = fill(
        _TELL,
        story=fill(story.text, years=str(len(flows))),
        flows=join([_flow(year, flow) for year, flow in enumerate(flows, start=1)], Text("、", ", ")),
        rate=percent(rate),
        convention=convention.says,
    )
    return Draft(inputs, told, _givens(flows, rate))


def _flows(rng: Random, story: _Story, years: int) -> list[Fraction]:
    flows = [Fraction(rng.choice(story.first))]
    while len(flows) < years:
        change = 1 + Fraction(rng.randint(*story.growth), 100)
        flows.append(Fraction(round(flows[-1] * change / story.step) * story.step))
    return flows


def _flow(year: int, flow: Fraction) -> Text:
    return fill(
        Text("第 {year} 年 **{amount} 元**", "year {year} **{amount} yuan**"),
        year=str(year),
        amount=money(flow),
    )


def _givens(flows: list[Fraction], rate: Fraction) -> tuple[Given, ...]:
    label = Text("第 {year} 年净现金流", "net cash flow of year {year}")
    years = tuple(
        Given(
            f"cash_flow_{year}",
            fill(label, year=str(year)),
            fill(Text("{amount} 元", "{amount} yuan"), amount=money(flow)),
        )
        for year, flow in enumerate(flows, start=1)
    )
    shown = percent(rate)
    return (*years, Given("discount_rate", VARIABLES[1].label, Text(shown, shown)))


def ask(inputs: Inputs, solution: Solution) -> tuple[Part, ...]:
    """Ask for each year's present value, then for the sum, which may follow from the own values."""
    flows = inputs.many("cash_flows")
    years = tuple(
        _part(solution, part_name(year), fill(_ASK_YEAR, year=str(year)), [flow])
        for year, flow in enumerate(flows, start=1)
    )
    return (*years, _part(solution, "clv", _ASK_CLV, flows, _own_sum))


def _part(
    solution: Solution, name: str, prompt: Text, flows: Sequence[Fraction], follow: Follow | None = None
) -> Part:
    answer = solution.answer(name)
    return Part(
        name, prompt, answer.value, answer.shown, unit=YUAN, tolerance=tolerance(flows), follow=follow
    )


def tolerance(flows: Sequence[Fraction]) -> Fraction:
    """Return max(0.01, 0.005 + 0.00005·Σ|R|) yuan, so that four-place discount tables pass."""
    return max(Fraction(1, 100), Fraction(5, 1000) + Fraction(5, 100_000) * sum(abs(f) for f in flows))


def _own_sum(inputs: Inputs, own: Mapping[str, Fraction]) -> Value:
    years = range(1, len(inputs.many("cash_flows")) + 1)
    return sum((own[part_name(year)] for year in years), Fraction(0))


_ASK_YEAR = Text(
    "第 {year} 年净现金流的现值是多少？（保留两位小数）",
    "What is the present value of the cash flow of year {year}? (Two decimals.)",
)
_ASK_CLV = Text(
    "这位客户的终身价值 CLV（净现值）是多少？（保留两位小数）",
    "What is the customer's lifetime value, as net present value? (Two decimals.)",
)
_TELL = Text(
    "{story}\n\n预计净现金流（已扣掉服务这位客户的支出）：{flows}；贴现率每年 **{rate}**。\n\n{convention}",
    "{story}\n\nExpected net cash flow, costs of serving the customer taken off: {flows}; discount rate "
    "**{rate}** a year.\n\n{convention}",
)
